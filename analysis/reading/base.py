"""What the reading stage takes and gives: files as bytes, reports as text, failures as Chinese sentences."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "missing",
    "empty",
    "too_large",
    "format",
    "password",
    "damaged",
    "hostile",
    "archive",
    "duplicate",
    "scan",
    "timeout",
    "memory",
]


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its name as shown on screen, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of change that was made to a text: how often, and a Chinese sentence that says so."""

    name: str
    count: int
    sentence: str


Read = tuple[str, tuple[Repair, ...]]
"""What a reader gives: the text, and what was lost or repaired on the way."""


def losses(count: int) -> tuple[Repair, ...]:
    """The note that `count` characters were lost; none where none was."""
    return (Repair("lost", count, f"有 {count} 处字符已损坏，无法还原，请核对原文件"),) if count else ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was read; `sha256` (hex) is that of the file's bytes."""

    file: str
    sha256: str
    text: str
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that cannot be read: `reason` is a Chinese sentence that says what to do."""

    file: str
    reason: str
    kind: Kind


class UnreadableError(ValueError):
    """Raised by readers: the bytes cannot become a text; `reason` is the sentence for the user."""

    def __init__(self, kind: Kind, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
