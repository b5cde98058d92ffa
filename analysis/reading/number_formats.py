"""Writes a counter the way Word's automatic numbering shows it.

The names are those of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). A format that is not known here is
written in decimal, as Word does for one that it does not support.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("", "十", "百", "千")
LEGAL_UNITS = ("", "拾", "佰", "仟")
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
)
ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
LETTERS = 26
TEN_THOUSAND = 10_000


def _chinese(number: int, digits: str, units: tuple[str, ...]) -> str:
    """一百零二 for 102: a unit behind each digit, one zero for a gap; beyond 9999 in decimal."""
    if not 0 < number < TEN_THOUSAND:
        return str(number) if number else digits[0]
    figures = [int(sign) for sign in reversed(str(number))]
    written = [digits[figure] + units[place] if figure else "零" for place, figure in enumerate(figures)]
    return "".join(reversed(written)).replace("零零零", "零").replace("零零", "零").rstrip("零")


def _counting(number: int) -> str:
    """十一, not 一十一."""
    written = _chinese(number, DIGITS, UNITS)
    return written[1:] if written.startswith("一十") else written


def _legal(number: int) -> str:
    return _chinese(number, LEGAL_DIGITS, LEGAL_UNITS)


def _digits(number: int) -> str:
    return "".join(DIGITS[int(sign)] for sign in str(abs(number)))


def _letters(number: int) -> str:
    """The letters a to z, then aa to zz, the way Word goes on."""
    return chr(ord("a") + (number - 1) % LETTERS) * min(1 + (number - 1) // LETTERS, LETTERS) if number > 0 else "0"


def _roman(number: int) -> str:
    if not 0 < number < TEN_THOUSAND:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written + ROMAN_ONES[number]


def _from(first: str, last: int) -> Callable[[int], str]:
    """A run of signs in the character set: `first` stands for 1, and beyond `last` decimal takes over."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02d}",
        "chineseCounting": _counting,
        "chineseCountingThousand": _counting,
        "japaneseCounting": _counting,
        "taiwaneseCounting": _counting,
        "taiwaneseCountingThousand": _counting,
        "ideographDigital": _digits,
        "japaneseDigitalTenThousand": _digits,
        "taiwaneseDigital": _digits,
        "chineseLegalSimplified": _legal,
        "ideographLegalTraditional": _legal,
        "japaneseLegal": _legal,
        "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
        "ideographEnclosedCircle": _from("㊀", 10),
        "decimalEnclosedCircle": _from("①", 20),
        "decimalEnclosedCircleChinese": _from("①", 20),
        "decimalEnclosedParen": _from("⑴", 20),
        "decimalEnclosedFullstop": _from("⒈", 20),
        "decimalFullWidth": _full_width,
        "decimalFullWidth2": _full_width,
        "lowerLetter": _letters,
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda number: _roman(number).upper(),
        "none": lambda _: "",
    }
)
# The names of ST_NumberFormat by the numbers of .doc files and Word 2003 XML ([MS-OSHARED] 2.2.1.3).
BINARY: Mapping[int, str] = MappingProxyType(
    {
        0: "decimal",
        1: "upperRoman",
        2: "lowerRoman",
        3: "upperLetter",
        4: "lowerLetter",
        10: "ideographDigital",
        11: "japaneseCounting",
        14: "decimalFullWidth",
        16: "japaneseLegal",
        17: "japaneseDigitalTenThousand",
        18: "decimalEnclosedCircle",
        19: "decimalFullWidth2",
        22: "decimalZero",
        23: "bullet",
        26: "decimalEnclosedFullstop",
        27: "decimalEnclosedParen",
        28: "decimalEnclosedCircleChinese",
        29: "ideographEnclosedCircle",
        30: "ideographTraditional",
        31: "ideographZodiac",
        33: "taiwaneseCounting",
        34: "ideographLegalTraditional",
        35: "taiwaneseCountingThousand",
        36: "taiwaneseDigital",
        37: "chineseCounting",
        38: "chineseLegalSimplified",
        39: "chineseCountingThousand",
        255: "none",
    }
)


def write_number(number: int, number_format: str) -> str:
    """`number` in `number_format`."""
    return FORMATS.get(number_format, str)(number)
