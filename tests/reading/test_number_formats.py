import pytest

from analysis.reading.number_formats import FORMATS, write_number


@pytest.mark.parametrize(
    ("number_format", "number", "expected"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("japaneseCounting", 20, "二十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("taiwaneseCountingThousand", 100, "一百"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 0, "〇"),
        ("chineseCountingThousand", 10000, "10000"),
        ("ideographDigital", 20, "二〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 1, "子"),
        ("decimalEnclosedCircle", 10, "⑩"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 26, "Z"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("none", 7, ""),
        ("decimal", 7, "7"),
        ("klingonCounting", 7, "7"),
    ],
)
def test_formats(number_format, number, expected):
    assert write_number(number, number_format) == expected


@pytest.mark.parametrize("number_format", FORMATS)
@pytest.mark.parametrize("number", [-3, 0, 1, 9999, 10_000, 999_999_999])
def test_no_number_is_too_odd(number_format, number):
    assert isinstance(write_number(number, number_format), str)
