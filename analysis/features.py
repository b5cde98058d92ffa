"""How much of each theme a report writes in each of its parts: the rows of `features`.

A part that the report does not have has no figures, which is not the same as zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.codebook import Codebook
from analysis.coding.base import EVIDENCE_ROLES, Coding, Parsed

Row = Mapping[str, Any]


def dense(text: str) -> int:
    """The characters of `text`, blanks aside."""
    return len("".join(text.split()))


def feature_rows(key: str, parsed: Parsed, codings: Sequence[Coding], codebook: Codebook) -> Iterator[Row]:
    """A row for each theme and each part that can hold evidence, for the report `key`."""
    for role in EVIDENCE_ROLES:
        found: dict[str, list[Coding]] = {}
        for coding in codings:
            if coding.role is role:
                found.setdefault(coding.code_id, []).append(coding)
        length = sum(dense(parsed.text[s.start : s.end]) for s in parsed.sections if s.role is role)
        sentences = sum(s.role is role for s in parsed.sentences)
        none = _figures([], parsed, length, sentences)
        for theme in codebook.themes:
            own = found.get(theme.id)
            figures = _figures(own, parsed, length, sentences) if own else none
            yield {"document_id": key, "code_id": theme.id, "role": str(role)} | figures


def _figures(codings: list[Coding], parsed: Parsed, length: int, sentences: int) -> dict[str, Any]:
    """Counts of one theme in one part of `length` characters; no figures at all where the part does not exist."""
    if not length:
        return {"claim_only": False, "covered": False}
    said = len({parsed.sentence_at(c.start).order for c in codings})
    return {
        "codings": len(codings),
        "sentences": said,
        "share": said / sentences if sentences else None,
        "per_thousand": 1000 * len(codings) / length,
        "claim_only": bool(codings) and all(c.claim_only for c in codings),
        "covered": bool(codings),
    }
