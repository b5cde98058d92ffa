"""One thing to check in one report, before it becomes a row."""

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[str, int, int]

# The kinds of checks, the weightiest first: id, and how much it matters to a reviewer.
CONTRADICTION, NO_PART, CLAIM = "自相矛盾", "缺少部分", "待核实说法"
ABSENT, CLAIMED = "职责未提及", "职责只表态"
OFF_TOPIC, VAGUE, MASKED = "业务内容偏多", "写得空泛", "数字遮盖"
KINDS = (CONTRADICTION, NO_PART, CLAIM, ABSENT, CLAIMED, OFF_TOPIC, VAGUE, MASKED)
WEIGHTS = dict(zip(KINDS, (1.0, 0.9, 0.7, 0.6, 0.5, 0.8, 0.75, 0.55), strict=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A check: `key` tells it from others of its kind in the same report, `spans` are the sentences it rests on."""

    document_id: str
    kind: str
    key: str
    finding: str
    why: str
    basis: str
    spans: Sequence[Span]
