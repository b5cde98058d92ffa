"""Title, salutation and unit of a report."""

import re
from dataclasses import dataclass

from analysis.coding.base import Parsed, Role
from analysis.coding.identity.finder import MASK
from analysis.coding.identity.unit import find_unit
from analysis.lexicon.coding import NameWords
from analysis.phrases import fold

_DATE_LINE = re.compile(r"[（(]?[\d*xX]{2,4}年.{1,6}月.*")
_SALUTATION = re.compile(r"[^\n]*:\s*$")


@dataclass(frozen=True, slots=True)
class Names:
    """`unit` empty where the report names none; `masked` where part of its name is."""

    title: str
    addressee: str
    unit: str
    masked: bool


def find_names(parsed: Parsed, words: NameWords) -> Names:
    """Title, salutation and unit of a report, quoted from its text."""
    spans = [s for s in parsed.sections if s.role is Role.NONE]
    head = spans[0] if spans and spans[0].start == 0 else None
    tail = spans[-1] if spans and spans[-1].end == len(parsed.text) and spans[-1] is not head else None
    lines = parsed.text[: head.end].strip().split("\n") if head else []
    addressee = lines.pop().rstrip(":：") if lines and lines[-1].endswith((":", "：")) else ""
    title = "".join(line for line in lines if not _DATE_LINE.fullmatch(line))
    front = _SALUTATION.sub("", parsed.folded[: head.end]) if head else ""
    name = find_unit(parsed, (front, fold(addressee)), parsed.folded[tail.start :] if tail else "", words)
    return Names(title, addressee, name, MASK.search(name) is not None)
