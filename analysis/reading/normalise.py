"""Repairs a text before it is coded: small named changes, each counted, that touch no visible character.

The idea of named, pure fixes that leave a trail is ftfy's. What goes on is the report's own text: every
character is kept in its order, save white space, the byte order mark and control characters.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.reading.base import Repair
from analysis.reading.wraps import join_wrapped_lines

Fixed = tuple[str, int]

LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufeff\ufffe\uffff\ud800-\udfff]")
SPACE = re.compile(r"(\S)([^\S\n]+)(?=(\S))")
EDGE = re.compile(r"^[^\S\n]+|[^\S\n]+$", re.MULTILINE)
FORMULA = "=+-@＝＋－＠"
GUARD = "\u3000"
ALNUM = re.compile(r"[0-9A-Za-z]")
CLOSED = frozenset("、.．,，:：;；)）")  # behind these a tab only sets off an outline number or a label


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: its name, what it does, and the sentence that tells the user, with a place for the count."""

    name: str
    apply: Callable[[str], Fixed]
    sentence: str


def _line_ends(text: str) -> Fixed:
    return LINE_END.subn("\n", text)


def _control_characters(text: str) -> Fixed:
    return CONTROL.subn("", text)


def _keeps_space(before: str, after: str, left: str) -> bool:
    """A space stays inside Latin text and numbers: Windows 10; 1. 2025年, which would else read 1.2025."""
    if not ALNUM.match(after):
        return False
    return bool(ALNUM.match(before) or (before in ".,:" and ALNUM.match(left)))


def _spaces(text: str) -> Fixed:
    """Removes spaces between characters; a tab between words stays: it parts the cells of a table's row."""
    count = 0

    def shorten(hit: re.Match[str]) -> str:
        nonlocal count
        before, gap, after = hit.groups()
        left = text[hit.start() - 1] if hit.start() else ""
        kept = "\t" if "\t" in gap and before not in CLOSED else " " * _keeps_space(before, after, left)
        count += kept != gap
        return before + kept

    return SPACE.sub(shorten, text), count


def _indents(text: str) -> Fixed:
    return EDGE.subn("", text)


def _blank_lines(text: str) -> Fixed:
    """Drops empty lines; counts each."""
    lines = text.removesuffix("\n").split("\n")
    kept = [line for line in lines if line]
    return "\n".join(kept), len(lines) - len(kept)


def _formula_guard(text: str) -> Fixed:
    """Puts a full-width space before a text that a spreadsheet would take for a formula.

    The tables are written as CSV, and Excel and WPS run a cell that begins with one of these signs. White
    space is the one thing that may be added to a report's text, and a full-width space is not trimmed on
    import as an ASCII one is.
    """
    return (GUARD + text, 1) if text.startswith(tuple(FORMULA)) else (text, 0)


FIXES: tuple[Fix, ...] = (
    Fix("line_ends", _line_ends, "统一了 {} 处换行符"),
    Fix("control_characters", _control_characters, "去掉了 {} 个控制字符"),
    Fix("wraps", join_wrapped_lines, "合并了 {} 处断行"),
    Fix("spaces", _spaces, "去掉了 {} 处多余空格"),
    Fix("indents", _indents, "去掉了 {} 处行首行尾空格"),
    Fix("blank_lines", _blank_lines, "去掉了 {} 个空行"),
    Fix("formula_guard", _formula_guard, "正文以运算符号开头，前面加了 {} 个空格，以免表格软件当作公式"),
)


def normalise(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The repaired text, and the repairs that changed something, in the order they were made."""
    repairs = []
    for fix in FIXES:
        text, count = fix.apply(text)
        if count:
            repairs.append(Repair(fix.name, count, fix.sentence.format(count)))
    return text, tuple(repairs)
