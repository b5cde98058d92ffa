import pytest
from pdffiles import latin, lines, pdf, picture, rule, text

from analysis.reading.base import UnreadableError
from analysis.reading.pdf import read_pdf

PARAGRAPHS = (
    "　　一、主要做法",
    "　　局党组把学习摆在前面，全年集中学习十二次，其中专题",
    "研讨三次，全体党员参加，每个支部都写了笔记，学习情况",
    "在年底考核中占有分量。",
    "　　对三个重点环节开展检查，发现问题当场交办，并且限期",
    "整改到位。",
)
JOINED = [
    "一、主要做法",
    "局党组把学习摆在前面，全年集中学习十二次，其中专题研讨三次，全体党员参加，每个支部都写了笔记，学习情况在年底考核中占有分量。",
    "对三个重点环节开展检查，发现问题当场交办，并且限期整改到位。",
]


def read(*pages, **more):
    found, repairs = read_pdf(pdf(pages, **more))
    return found.split("\n"), {repair.name: repair.count for repair in repairs}


def test_rows_become_paragraphs_and_the_breaks_are_counted():
    assert read(lines(PARAGRAPHS)) == (JOINED, {"printed_lines": 3})


def test_signs_are_read_by_place_and_not_in_the_order_of_the_drawing():
    drawn = lines(PARAGRAPHS).splitlines(keepends=True)
    quotes = text(80, 400, "强调") + text(144, 400, "纪律") + text(112, 400, "“") + text(176, 400, "”")
    found, _ = read(b"".join(reversed(drawn)) + quotes)
    assert found == [*JOINED, "强调“纪律”"]


def test_a_report_without_indents_shows_its_paragraphs_by_gaps():
    first = lines(
        ["局党组把学习摆在前面，全年集中学习十二次，其中专题", "研讨三次，全体党员参加，每个支部都写了笔记，学习很好。"]
    )
    second = lines(["对三个重点环节开展检查，发现问题当场交办，并且限期整", "改到位。"], y=660)
    third = lines(["在全县推广这个做法，让每一个窗口都受到监督，群众满意", "率提高。"], y=570)
    assert len(read(first + second + third)[0]) == 3


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_and_heads_are_dropped():
    def page(number, body):
        return text(80, 800, "内部资料", 10) + lines(body) + text(280, 60, f"—{number}—", 14)

    found, counts = read(page(1, PARAGRAPHS[:3]), page(2, PARAGRAPHS[3:]))
    assert found == JOINED
    assert counts == {"printed_lines": 3, "page_numbers": 2, "running_heads": 2}


def test_a_number_inside_the_page_stays():
    assert read(lines(["统计表", "3"], y=500))[0] == ["统计表", "3"]


def test_a_title_of_two_lines_is_one():
    title = text(120, 780, "云岭县林业局关于年度落实责任", 22) + text(230, 745, "情况的报告", 22)
    assert read(title + lines(PARAGRAPHS, y=700))[0] == ["云岭县林业局关于年度落实责任情况的报告", *JOINED]


def test_a_hanging_number_keeps_its_paragraph():
    rows = ["1、把学习摆在前面，全年集中学习十二次，其中专题研讨", "　　三次。", "2、开展检查。"]
    assert read(lines(rows))[0] == ["1、把学习摆在前面，全年集中学习十二次，其中专题研讨三次。", "2、开展检查。"]


def test_signs_drawn_twice_to_look_bold_count_once():
    bold = text(80, 740, "主要做法") + text(80.4, 740, "主要做法")
    assert read(bold)[0] == ["主要做法"]


def test_a_mask_and_a_dash_are_no_doubles():
    assert read(text(80, 740, "约谈**人——其中"))[0] == ["约谈**人——其中"]


def test_a_watermark_across_the_page_is_dropped_and_said():
    mark = text(150, 300, "内部资料", 60, "0.7 0.7 -0.7 0.7")
    assert read(lines(PARAGRAPHS) + mark) == (JOINED, {"watermark": 4, "printed_lines": 3})


@pytest.mark.parametrize(("turn", "x", "y"), [("0 1 -1 0", 28, 0), ("0 -1 1 0", -28, 0), ("-1 0 0 -1", 0, 28)])
def test_a_page_on_its_side_or_head_is_read(turn, x, y):
    words = ["First line.", "Second line."]
    drawn = b"".join(latin(300 + x * at, 300 + y * at, line, turn) for at, line in enumerate(words))
    assert read(drawn)[0] == words


def test_size_may_come_from_the_matrix():
    drawn = b"".join(text(80, 740 - 28 * at, line, 1, "16 0 0 16") for at, line in enumerate(["第一行。", "第二行。"]))
    assert read(drawn)[0] == ["第一行。", "第二行。"]


def test_radicals_become_the_characters_they_look_like_and_full_width_marks_stay():
    assert read(text(80, 740, "党⻛廉政⼯作，（1）\uf900")) == (["党风廉政工作，（1）\u8c48"], {"radicals": 3})


def test_a_ruled_table_gives_a_line_for_each_row_and_a_cell_may_have_several_rows_of_print():
    grid = b"".join(rule(80, y, 300, 0.5) for y in (600, 660, 720))
    grid += b"".join(rule(x, 600, 0.5, 120) for x in (80, 180, 380))
    cells = (
        text(90, 695, "项目") + text(190, 695, "次数") + text(90, 640, "谈话") + text(190, 640, "其中提醒谈话三次，约")
    )
    drawn = lines(["表前。"], y=760) + grid + cells + text(190, 615, "谈两次") + lines(["表后。"], y=560)
    assert read(drawn)[0] == ["表前。", "项目\t次数", "谈话\t其中提醒谈话三次，约谈两次", "表后。"]


def test_a_frame_around_the_page_is_no_table():
    frame = rule(50, 50, 495, 0.5) + rule(50, 790, 495, 0.5) + rule(50, 50, 0.5, 740) + rule(545, 50, 0.5, 740)
    assert read(frame + lines(PARAGRAPHS))[0] == JOINED


def test_a_page_that_is_a_picture_is_said():
    assert read(lines(PARAGRAPHS), picture()) == (JOINED, {"printed_lines": 3, "pictures": 1})


@pytest.mark.parametrize(
    ("label", "data", "kind", "words"),
    [
        ("scan", pdf([picture(), picture()]), "scan", "扫描件"),
        (
            "a scan whose program signs every page",
            pdf([picture() + text(80, 40, "扫描王") for _ in "123"]),
            "scan",
            "扫描",
        ),
        ("nothing", b"%PDF-1.7\n", "damaged", "损坏"),
        ("cut", pdf([lines(PARAGRAPHS)])[:200], "damaged", "损坏"),
    ],
)
def test_what_holds_no_text_is_said(label, data, kind, words):
    with pytest.raises(UnreadableError) as caught:
        read_pdf(data)
    assert caught.value.kind == kind, label
    assert words in caught.value.reason
