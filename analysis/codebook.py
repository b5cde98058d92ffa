"""The coding manual as validated data: themes by dimension, problem categories, indicators.

A cue is a phrase that is looked for in one clause; `analysis.spotting` tells how phrases are written. `<检查>` in a
cue stands for any word of the class 检查, so that a theme can say which acts on which things count: `<检查>&<纪律>`. A
hit that lies inside a phrase of `not_in` does not count. An entry that is switched `disabled` stays in its file, and
nothing is coded, counted or shown by it; the indicators of a theme go with it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from analysis.rulefile import RuleFileError, parse, read_text

FOLDER = Path(__file__).resolve().parent.parent / "data" / "codebook"
FILES = (THEMES, PROBLEMS, INDICATORS) = ("themes.yaml", "problems.yaml", "indicators.yaml")

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


def _whole(phrase: str) -> str:
    if "" in re.split("[…&|]+", phrase):
        raise ValueError(f"“{phrase}”里的间隔两边都要有词")
    return phrase


Cue = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_whole)]
Cues = tuple[Cue, ...]
WideCues = tuple[Annotated[str, Field(min_length=1, max_length=240)], ...]  # `A|B|C…D|E` lists many words
Phrases = tuple[Annotated[str, Field(min_length=1, max_length=240), AfterValidator(_whole)], ...]
_CLASS = re.compile("<([^<>]*)>")


class Entry(BaseModel):
    """Anything in the codebook that has an id and a Chinese name."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Id
    name: str
    disabled: bool = False

    def __hash__(self) -> int:
        """The hash of the id: entries are the keys of compiled patterns, and their lists are long."""
        return hash(self.id)


class Dimension(Entry):
    """A group of themes, in the order the charts show them."""


class Theme(Entry):
    """A theme: what a clause must say to count for it.

    `cues` count in every role; `problem_cues` and `plan_cues` only there. `problem_hints` say how a thing is done
    badly, not which (走过场, 一拖再拖): they count where the same stretch of the problems part names nothing else.
    `rule` tells a person where the theme ends and a neighbour begins.
    """

    dimension: Id
    definition: str
    cues: Phrases
    problem_cues: Phrases = ()
    problem_hints: Phrases = ()
    plan_cues: Phrases = ()
    not_in: Phrases = ()
    rule: str = ""

    def spelled(self, words: Mapping[str, Cues]) -> "Theme":
        """The theme with every class of words written out."""
        spelled = {name: tuple(_spell(cue, words) for cue in getattr(self, name)) for name in THEME_CUES}
        return self.model_copy(update=spelled)


THEME_CUES = ("cues", "problem_cues", "problem_hints", "plan_cues", "not_in")


def _spell(cue: str, words: Mapping[str, Cues]) -> str:
    return _CLASS.sub(lambda named: "|".join(words[named[1]]), cue)


class ProblemCategory(Entry):
    """A kind of deficiency; `themes` and `hooks` (words of a measure) tell which plans can answer it.

    `cues` are faults in themselves. `objects` are what is lacking: of all objects of all categories, the one
    nearest to the words of lack decides (谈话跟踪问效还需强化 blames 跟踪问效, not 谈话). `places`
    count anywhere in a clause that admits a lack. `weak_cues` are hints that hardly count beside anything else.
    `absorbs` are the categories that a problem of this one usually names only to explain itself.
    """

    definition: str
    cues: Cues = ()
    objects: Cues = ()
    places: Cues = ()
    weak_cues: Cues = ()
    not_in: Cues = ()
    absorbs: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    hooks: Cues = ()
    rule: str = ""


Additivity = Literal["SUM", "TOTAL_ONCE", "SUBSET", "STOCK", "RATE"]


class Indicator(Entry):
    """A count that units report alike: a cue beside a number with one of the measure words.

    Besides `…`, a cue of an indicator may hold `|` (either word, between two `…`), `……` (a long gap) and
    `#` (the place of the number: 查摆…#…问题).
    `weak_cues` count only where the sentence also holds a word of `context`. Where a word of `not_with` stands
    beside the number, it is another count. `measure_words` come in the order of preference; those of
    `same_unit` count the same thing. `kinds` are different things under one indicator that are not added; the
    first that is reported gives the value.
    """

    measure_words: tuple[str, ...]
    same_unit: tuple[str, ...] = ()
    theme: Id
    domain: Literal["party", "business"] = "party"
    additivity: Additivity
    cues: WideCues
    weak_cues: WideCues = ()
    context: Cues = ()
    not_in: Cues = ()
    not_with: Cues = ()
    kinds: Cues = ()
    rule: str = ""


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
        cues = (cue for theme in self.themes for name in THEME_CUES for cue in getattr(theme, name))
        if unknown := {name for cue in cues for name in _CLASS.findall(cue)} - self.words.keys():
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


def _twice(entries: tuple[Entry, ...]) -> str:
    ids = [entry.id for entry in entries]
    return "、".join(sorted({i for i in ids if ids.count(i) > 1}))


class Codebook(BaseModel):
    """The whole manual; ids are unique and every reference leads somewhere.

    `fillers` and `verbs` serve the indicators: words that may stand between a cue and its number, and words
    between the two after which something else is counted. `disabled` are the ids of entries that were switched off.
    """

    model_config = ConfigDict(frozen=True)
    version: str
    dimensions: tuple[Dimension, ...]
    themes: tuple[Theme, ...]
    categories: tuple[ProblemCategory, ...]
    indicators: tuple[Indicator, ...]
    fillers: Cues = ()
    verbs: Cues = ()
    disabled: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> "Codebook":
        for entries in (self.dimensions, self.themes, self.categories, self.indicators):
            if twice := _twice(entries):
                raise ValueError(f"编号重复：{twice}")
        dimensions, themes = {d.id for d in self.dimensions}, {t.id for t in self.themes}
        used = {t.dimension for t in self.themes} - dimensions
        used |= {t for c in self.categories for t in c.themes} - themes | {i.theme for i in self.indicators} - themes
        if used:
            raise ValueError(f"引用了不存在的编号：{'、'.join(sorted(used))}")
        return self

    def in_use(self) -> "Codebook":
        """The manual without what is switched off."""
        if not any(entry.disabled for entries in (self.themes, self.categories, self.indicators) for entry in entries):
            return self
        themes = tuple(theme for theme in self.themes if not theme.disabled)
        known = {theme.id for theme in themes}
        categories = tuple(_only(category, known) for category in self.categories if not category.disabled)
        indicators = tuple(one for one in self.indicators if not one.disabled and one.theme in known)
        used = {entry.id for entry in (*themes, *categories, *indicators)}
        all_ids = {entry.id for entry in (*self.themes, *self.categories, *self.indicators)}
        parts = {"themes": themes, "categories": categories, "indicators": indicators}
        return self.model_copy(update={**parts, "disabled": tuple(sorted(all_ids - used))})


def _only(category: ProblemCategory, themes: set[str]) -> ProblemCategory:
    return category.model_copy(update={"themes": tuple(theme for theme in category.themes if theme in themes)})


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
