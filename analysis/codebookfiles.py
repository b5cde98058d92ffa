"""The three YAML files of the coding manual, and the manual as they give it: all of it, or what is switched on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from analysis.codebook import Codebook, Cues, Dimension, Indicator, ProblemCategory, Theme
from analysis.rulefile import RuleFileError, parse, read_text

FOLDER = Path(__file__).resolve().parent.parent / "data" / "codebook"
FILES = (THEMES, PROBLEMS, INDICATORS) = ("themes.yaml", "problems.yaml", "indicators.yaml")


class ThemesFile(BaseModel):
    """What stands in themes.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    version: str
    provenance: str
    dimensions: tuple[Dimension, ...]
    words: dict[str, Cues] = {}
    themes: tuple[Theme, ...]

    @model_validator(mode="after")
    def _defined(self) -> "ThemesFile":
        if unknown := {name for theme in self.themes for name in theme.word_classes} - self.words.keys():
            raise ValueError(f"没有这样的词类：{'、'.join(sorted(unknown))}")
        return self


class ProblemsFile(BaseModel):
    """What stands in problems.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    version: str
    provenance: str
    categories: tuple[ProblemCategory, ...]


class IndicatorsFile(BaseModel):
    """What stands in indicators.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    version: str
    provenance: str
    fillers: Cues
    verbs: Cues
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The manual as it is written: with its classes of words by name, and with what is switched off."""

    themes: ThemesFile
    problems: ProblemsFile
    indicators: IndicatorsFile

    @property
    def whole(self) -> Codebook:
        """The manual with the classes of words written out, and with what is switched off.

        Raises:
            RuleFileError: the files are sound each by itself, but not together.
        """
        words = self.themes.words
        try:
            return Codebook(
                version=self.themes.version,
                dimensions=self.themes.dimensions,
                themes=tuple(theme.spelled(words) for theme in self.themes.themes),
                categories=self.problems.categories,
                indicators=self.indicators.indicators,
                fillers=self.indicators.fillers,
                verbs=self.indicators.verbs,
            )
        except ValidationError as error:
            reasons = (str(fault["ctx"]["error"]) for fault in error.errors())
            raise RuleFileError(f"编码手册的三个文件合不上：{'；'.join(reasons)}。") from error


def read_texts(folder: Path = FOLDER) -> dict[str, str]:
    """The texts of `FILES` in `folder`.

    Raises:
        RuleFileError: a file is missing, too large, or not UTF-8.
    """
    return {name: read_text(folder / name) for name in FILES}


def load_codebook(folder: Path = FOLDER) -> Codebook:
    """Reads themes.yaml, problems.yaml and indicators.yaml in `folder`.

    Raises:
        RuleFileError: with the file, the line and a reason in Chinese.
    """
    return parse_codebook(read_texts(folder))


def parse_codebook(texts: Mapping[str, str]) -> Codebook:
    """The codebook whose files (`FILES`) have these texts, without what is switched off.

    Raises:
        RuleFileError: with the file, the line and a reason in Chinese.
    """
    return parse_written(texts).whole.in_use()


def parse_written(texts: Mapping[str, str]) -> Written:
    """The manual whose files (`FILES`) have these texts.

    Raises:
        RuleFileError: with the file, the line and a reason in Chinese.
    """
    return Written(_themes(texts[THEMES]), _problems(texts[PROBLEMS]), _indicators(texts[INDICATORS]))


# An edit changes one of the files; reading the other two again would take most of a second.
@lru_cache(maxsize=8)
def _themes(text: str) -> ThemesFile:
    return parse(THEMES, text, ThemesFile)


@lru_cache(maxsize=8)
def _problems(text: str) -> ProblemsFile:
    return parse(PROBLEMS, text, ProblemsFile)


@lru_cache(maxsize=8)
def _indicators(text: str) -> IndicatorsFile:
    return parse(INDICATORS, text, IndicatorsFile)
