"""The values of coding made again from the rows of the contract's tables, so that the machine counts for people too."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.coding.base import Coding, Parsed, Quantity, Role, Section, Sentence
from analysis.coding.structure.sentences import cut_clauses
from analysis.phrases import fold

Row = Mapping[str, Any]


def parsed_of(text: str, sections: Sequence[Row], sentences: Iterable[Row]) -> Parsed:
    """One report cut up as the rows of its sections and sentences (in order) say; items are not known to the tables."""
    parts = tuple(
        Section(n, s["level"] or 0, s["heading"], s["path"], Role(s["role"]), s["start"], s["end"], s["start"])
        for n, s in enumerate(sections)
    )
    places = {row["section_id"]: n for n, row in enumerate(sections)}
    said = tuple(
        Sentence(n, places[s["section_id"]], Role(s["role"]), s["start"], s["end"], heading=False)
        for n, s in enumerate(sentences)
    )
    folded = fold(text)
    return Parsed(text, folded, parts, (), said, cut_clauses(folded, said))


def codings_of(rows: Iterable[Row]) -> tuple[Coding, ...]:
    """The codings in `rows` (CODINGS); where in the clause the cue stands is not known to the tables."""
    return tuple(
        Coding(r["code_id"], Role(r["role"]), r["start"], r["end"], r["cue"], r["start"], bool(r["claim_only"]))
        for r in rows
    )


SAME = (
    *("start", "end", "value", "value_high", "approximate", "status", "measure_word", "per"),
    *("domain", "relation", "indicator_id", "cue"),
)


def quantities_of(rows: Sequence[Row]) -> tuple[Quantity, ...]:
    """The quantities in `rows` (QUANTITIES)."""
    return tuple(
        Quantity(
            role=Role(row["role"]),
            number=(row["number_start"], row["number_end"]),
            **{name: row[name] for name in SAME},
        )
        for row in rows
    )
