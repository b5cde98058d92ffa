"""Reads a number as reports write it: Arabic, Chinese or mixed, about so many, from–to, or masked.

The text is folded before it comes here, so signs have one form. cn2an, the library for Chinese numerals, is
not used: it refuses 十余, 上百, 数十, 百 and 1,200, and it reads 三五 (three to five) as 35 and 五一 (a
holiday) as 51, the very spots where a report's number has to be told from an expression. The tests spell
numbers and read them back.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10_000, "亿": 100_000_000}
ABOUT = "余多来几"

CHINESE = "零〇一二两三四五六七八九十百千万亿俩仨"
# Digits are taken all at once (++): nothing that may follow begins with one, and giving them back takes time.
_ARABIC = r"[0-9]{1,3}+(?: [0-9]{3})+(?![0-9])|[0-9]++(?:,[0-9]{3})+(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?"
MASK = r"\*{1,6}|[Xx]{1,6}(?![A-Za-z])|[〔\[][.…·*Xx]{1,6}[〕\]]|[○□◯]{1,6}"
_TAIL = rf"[{ABOUT}]?(?:万亿|[十百千]?[万亿]|[百千])?[余多来]?"
_ONE = (
    rf"(?:[0-9]{{0,2}}+(?:{MASK})(?:\.(?:{MASK})|[0-9]{{1,2}})?{_TAIL}"
    rf"|(?:[0-9]++[万亿](?=[0-9]))?(?:{_ARABIC})\s?{_TAIL}"
    rf"|(?:好?[数几](?=[十百千万亿]))?[{CHINESE}]+{_TAIL}"
    r"|半)"
)
PERCENT = rf"百分之(?:[{CHINESE}点]+|{_ARABIC}|{MASK})"
# A number, or two joined as a range; nothing that continues a longer word, number or mask to its left.
_TO = r"%?\s?(?:-{1,2}|[~至到])\s?"
TOKEN = rf"(?<![A-Za-z0-9*])(?<![0-9][.,]){_ONE}(?:{_TO}{_ONE})?"

SIGNS = rf"0-9*Xx〔\[○□◯半数几好{CHINESE}"  # what a token can begin with
LATER_SIGNS = rf"{SIGNS}{ABOUT}.…·,%\-~至到分\s\]〕"  # what can follow the first sign of a token or a percentage
_RANGE = re.compile(_TO)
_ABOUT = re.compile(rf"[{ABOUT}数好]")
_HAS_MASK = re.compile(MASK)
_MIXED = re.compile(r"([0-9.]+)([十百千万亿]*)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read: no `value` where masked, `high` the upper end of a range, `approximate` for 余, 数十."""

    value: float | None
    high: float | None = None
    approximate: bool = False
    masked: bool = False


def _pair(token: str) -> tuple[float, float] | None:
    """三五 and 七八 are two guesses; 五一 and 二〇二二 are no count."""
    low, high = (DIGITS.get(c, -1) for c in token)
    return (float(low), float(high)) if 0 < low < high <= low + 2 else None


def _below_ten_thousand(token: str) -> float | None:
    total, digit, unit = 0, None, 10_000
    for c in token:
        if c in UNITS:
            if UNITS[c] >= unit or digit == 0:
                return None
            unit = UNITS[c]
            total, digit = total + (1 if digit is None else digit) * unit, None
        elif digit is None or digit == 0:
            digit = DIGITS[c]
        else:
            return None
    return float(total + (digit or 0) * _left_out(token, unit))


def _left_out(token: str, unit: int) -> int:
    """The unit that 一百二 (120) leaves out after its last digit."""
    spoken = len(token) > 2 and token[-1] in DIGITS and token[-2] in UNITS and unit > UNITS["十"]  # noqa: PLR2004 - 一百二
    return unit // 10 if spoken else 1


def chinese_value(token: str) -> float | None:
    """The value of a Chinese numeral without 余 or 多, None where it is none (五一, 十五五).

    A bare 百, 千, 万 or 亿 counts one of it.
    """
    total, rest = 0.0, token
    for scale, size in (("亿", SCALES["亿"]), ("万", SCALES["万"])):
        head, found, tail = rest.rpartition(scale)
        if found and scale in head:
            return None
        if found:
            part = chinese_value(head) if head else 1.0
            if part is None:
                return None
            if len(tail) == 1 and tail in DIGITS:  # 一万二 is 12,000
                return total + part * size + DIGITS[tail] * size / 10
            total, rest = total + part * size, tail
    part = _below_ten_thousand(rest) if rest else 0.0
    return None if part is None else total + part


def _mixed_value(token: str) -> float:
    """The value of Arabic digits with units behind them: 1.2万, 3千, 3万5000."""
    total = Decimal(0)  # 7.132 times 10,000 is 71,320, not nearly so
    for digits, units in _MIXED.findall(token):
        total += Decimal(digits) * prod((UNITS | SCALES)[unit] for unit in units)
    return float(total)


def _plain(token: str) -> Numeral | None:
    approximate = bool(_ABOUT.search(token))
    if _HAS_MASK.search(token):
        return Numeral(None, approximate=approximate, masked=True)
    bare = re.sub(rf"[{ABOUT}数好,\s]|百分之", "", token)
    if bare == "半":
        return Numeral(0.5)
    if bare[0].isdigit() and bare[0] not in CHINESE:
        return Numeral(_mixed_value(bare), approximate=approximate)
    if len(bare) == 2 and (pair := _pair_of(bare)):  # noqa: PLR2004 - 三五
        return Numeral(pair[0], pair[1], approximate=True)
    whole, _, decimals = bare.partition("点")
    value = chinese_value(whole)
    if value is None:
        return None
    return Numeral(value + _fraction(decimals), approximate=approximate)


def _pair_of(token: str) -> tuple[float, float] | None:
    return _pair(token) if all(c in DIGITS for c in token) else None


def _fraction(decimals: str) -> float:
    digits = "".join(str(DIGITS[c]) for c in decimals if c in DIGITS)
    return float(f"0.{digits}") if digits else 0.0


@lru_cache(maxsize=4096)
def read_numeral(token: str) -> Numeral | None:
    """Reads one match of `TOKEN` or `PERCENT`; None where it is no number after all.

    A range gives its lower end as `value` and its upper end as `high` (5-8万 is 50000 to 80000).
    """
    parts = [p for p in _RANGE.split(token) if p]
    numerals = [_plain(p) for p in parts]
    if len(parts) == 1 or not all(numerals):
        return numerals[-1] if all(numerals) else None
    return _range(parts, [n for n in numerals if n])


def _range(parts: list[str], ends: list[Numeral]) -> Numeral:
    low, high = ends[0], ends[-1]
    if low.masked or high.masked:
        return Numeral(None, approximate=True, masked=True)
    if parts[0][-1] not in SCALES and parts[-1][-1] in SCALES and low.value and low.value < SCALES["万"]:
        low = Numeral(low.value * SCALES[parts[-1][-1]])
    return Numeral(low.value, high.value, approximate=True)
