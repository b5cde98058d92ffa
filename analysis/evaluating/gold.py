"""Texts coded by hand ("gold"): one JSON file a text, as validated data.

Offsets are code points into the text file of the same name. Only what is compared is declared here; a gold
file may say more (notes, where it was found, why a case is on the border), and that is ignored.
"""

from collections.abc import Iterator
from pathlib import Path, PurePath

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.rulefile import RuleFileError


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Period(_Part):
    """The period a text reports on; `kind` is annual, quarter, half, month or another word."""

    year: int | None = None
    kind: str = "other"


class Passage(_Part):
    """A stretch of the text that plays one role."""

    role: str
    start: int
    end: int


class Edge(_Part):
    """A theme in a role on which careful coders may differ."""

    theme: str
    role: str


class Quote(_Part):
    """A quotation and where it stands: at `start`, or at each of `starts`."""

    quote: str
    start: int | None = None
    starts: tuple[int, ...] = ()

    def places(self) -> Iterator[tuple[int, int]]:
        """Start and end of every place."""
        for start in self.starts or (self.start,):
            if start is not None:
                yield start, start + len(self.quote)


class Deficiency(_Part):
    """A problem the unit admits."""

    quote: str
    start: int
    categories: tuple[str, ...]
    primary: str | None = None


class Measure(_Part):
    """A plan item: the numbers (from 0) of the problems it answers, and how strongly it does."""

    addresses: tuple[int, ...] = ()
    addresses_strength: dict[str, str] = {}

    def answered(self, strength: str) -> set[int]:
        """The problems it answers with this `strength`; `direct` where nothing is said."""
        return {
            i
            for i in self.addresses
            if (self.addresses_strength.get(str(i), "direct") == "direct") == (strength == "direct")
        }


class Number(_Part):
    """A number of work done."""

    quote: str
    start: int
    number: float | None = None
    masked: bool = False
    indicator: str | None = None


class Gold(_Part):
    """One text coded by hand."""

    file: str
    unit: str | None = None
    unit_aliases: tuple[str, ...] = ()
    unit_masked: bool = False
    period: Period = Period()
    roles: tuple[Passage, ...] = ()
    themes: dict[str, dict[str, bool]] = {}
    theme_borderline: tuple[Edge, ...] = ()
    problems: tuple[Deficiency, ...] = ()
    plans: tuple[Measure, ...] = ()
    quantities: tuple[Number, ...] = ()
    ambiguous_quantities: tuple[Quote, ...] = ()
    not_quantities: tuple[Quote, ...] = ()

    @property
    def stem(self) -> str:
        """The name of the text without its ending; it ties gold, text and table rows together."""
        return PurePath(self.file).stem


def _read(file: Path) -> Gold:
    try:
        return Gold.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        fault = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        place = ".".join(str(step) for step in fault["loc"])
        raise RuleFileError(f"{file.name} 不是可用的人工编码文件（{place} {fault['msg']}）。") from error


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """Every gold file in `folder`, by file name.

    Raises:
        RuleFileError: there is none, or one of them is not as declared here.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise RuleFileError(f"文件夹 {folder} 中没有人工编码文件（*.json）。")
    return tuple(_read(file) for file in files)
