"""What the coding modules share: one text cut into sections, items, sentences and clauses, all by offsets.

Offsets are code points into the report's text, start included, end excluded. `folded` is the same text with full-width
letters, digits and signs, every kind of quotation mark and every kind of mask sign written one way; it has the same
length, so a match in it is a place in the text. Rules match on `folded` and quote from `text`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The part of a report a passage belongs to; title, salutation and signature have none."""

    NONE = ""
    INTRO = "intro"
    WORK = "work"
    PROBLEMS = "problems"
    PLAN = "plan"
    CLOSING = "closing"


EVIDENCE_ROLES = (Role.WORK, Role.PROBLEMS, Role.PLAN)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text with one role under one heading; sections tile the text.

    `level` is 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 0 for what stands under no heading. `path` is the
    heading with those above it, `body` the offset where the heading ends and the text begins.
    """

    order: int
    level: int
    heading: str
    path: str
    role: Role
    start: int
    end: int
    body: int


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated item (一、 （一） 1. （1） ① 一是) from its marker to the next of its level or above.

    `level` 1-4 as in `Section`, 5 for ①, 6 for 一是/一要/第一/首先. `heading_end` is where its heading ends (equal to
    `body` where it has none), `body` where the marker ends. `leaf` says that no other item lies inside it.
    """

    level: int
    role: Role
    start: int
    body: int
    heading_end: int
    end: int
    leaf: bool


class Sentence(NamedTuple):
    """A sentence with its end mark; `section` is the order of its section, `heading` says that it is one."""

    order: int
    section: int
    role: Role
    start: int
    end: int
    heading: bool


class Clause(NamedTuple):
    """A stretch between ，；：。 inside one sentence, without the mark that ends it."""

    order: int
    sentence: int
    role: Role
    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """One report cut up: everything later stages need to know about where things stand."""

    text: str
    folded: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    _sentence_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _clause_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sentence_starts", tuple(s.start for s in self.sentences))
        object.__setattr__(self, "_clause_starts", tuple(c.start for c in self.clauses))

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset` (the one before it where it falls between two, else the first)."""
        return self.sentences[bisect_right(self._sentence_starts, offset, 1) - 1]

    def clause_at(self, offset: int) -> Clause:
        """The clause that holds `offset` (the one before it where it falls between two, else the first)."""
        return self.clauses[bisect_right(self._clause_starts, offset, 1) - 1]

    def clauses_in(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses that share characters with the stretch from `start` to `end`."""
        first = bisect_right(self._clause_starts, start, 1) - 1
        stop = max(first, bisect_right(self._clause_starts, end - 1))
        return tuple(c for c in self.clauses[first:stop] if c.end > start)

    def quote(self, start: int, end: int) -> str:
        """The report's own characters from `start` to `end`."""
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Coding:
    """One clause that counts as evidence of a theme; `cue` is the phrase that says so."""

    code_id: str
    role: Role
    start: int
    end: int
    cue: str
    cue_start: int
    claim_only: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """A deficiency the unit admits; `general` marks a summing-up, `cue` the words of deficiency found."""

    start: int
    end: int
    categories: tuple[str, ...]
    primary: str
    general: bool
    cue: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One measure the unit announces."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Plan number `plan` answers problem number `problem`: `direct` or only by `theme`, and `why` in Chinese."""

    plan: int
    problem: int
    strength: str
    why: str


class Quantity(NamedTuple):
    """A number with its measure word, or a claim of none.

    `value` is the full number (7.132万元 is 71320), None where masked or only claimed. `value_high` is the upper end
    of a range. `per` is the period of a frequency (季度). `relation` is `subset` or `restated` where the number
    belongs to an earlier one, `total` where it is said to be one (全年共, 累计), else empty. `start` to `end` is the
    number with its measure word.
    """

    role: Role
    start: int
    end: int
    value: float | None
    value_high: float | None
    approximate: bool
    status: str
    measure_word: str
    per: str
    domain: str
    relation: str = ""
    indicator_id: str = ""
    cue: str = ""
    number: tuple[int, int] = (0, 0)
