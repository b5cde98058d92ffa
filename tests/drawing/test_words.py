import pytest

from analysis.drawing.words import mark_note, number, short, wrapped


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3.0, "3"),
        (2.44, "2.4"),
        (0.0, "0"),
        (10_000, "1万"),
        (71_320, "7.1万"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_numbers_are_written_as_people_do(value, written):
    assert number(value) == written


@pytest.mark.parametrize(
    ("label", "width", "written"),
    [
        ("教育局", 5, "教育局"),
        ("住房和城乡建设局", 5, "住房和城…"),
        ("住房和城乡建设局（2023年）", 12, "住房和城…（2023年）"),
        ("*局（某某.txt）", 20, "*局（某某.txt）"),
    ],
)
def test_a_long_label_keeps_what_tells_it_apart(label, width, written):
    assert short(label, width) == written


def test_the_mark_stays_and_is_coloured():
    assert short("住房和城乡建设局◆", 5).startswith("住房和城…<span")
    assert mark_note(["甲", "乙◆"])
    assert not mark_note(["甲", "乙"])


def test_lines_are_broken_by_breadth():
    assert wrapped("一二三四五", 2) == "一二<br>三四<br>五"
    assert wrapped("ab一", 3) == "ab一"
    assert wrapped("<b>", 9) == "&lt;b&gt;"
    assert wrapped("", 9) == ""
    assert wrapped("一二　三", 2) == "一二<br>三"
