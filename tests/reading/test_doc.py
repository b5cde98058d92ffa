import struct

import pytest
from olefiles import change, doc, level, ole

from analysis.reading.base import UnreadableError
from analysis.reading.doc.read import read_doc

# Codes of properties: in a list, at a level of it, in a table, ends a row of it, of a style.
LIST, LEVEL, IN_TABLE, ENDS_ROW = 0x460B, 0x260A, 0x2416, 0x2417
CHINESE, DECIMAL, BULLET = 37, 0, 23
LEVELS = [
    level(CHINESE, "\x00、"),
    level(CHINESE, "（\x01）"),
    level(DECIMAL, "\x02."),
    *(level(DECIMAL, "") for _ in range(6)),
]
IN_CELL = change(IN_TABLE, 1)


def lines(*paragraphs, **more):
    return read_doc(doc([one if isinstance(one, tuple) else (one, b"") for one in paragraphs], **more))[0].split("\n")


def numbered(text, depth=0, use=1):
    return f"{text}\r", change(LEVEL, depth) + change(LIST, use)


def test_paragraphs_become_lines():
    assert lines("第一段。\r", "第二段。\r") == ["第一段。", "第二段。"]


def test_a_text_of_one_byte_a_character_is_read():
    assert lines("Report “1”\r", narrow=True) == ["Report “1”"]


def test_automatic_numbers_count_as_word_shows_them():
    found = lines(
        numbered("甲"), numbered("乙", 1), numbered("丙", 1), numbered("丁"), numbered("戊", 1), levels=LEVELS
    )
    assert found == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_a_second_use_of_a_list_counts_on_unless_it_sets_a_start():
    start = struct.pack("<iI", 1, 0x10)
    both = [numbered("甲"), numbered("乙", use=2)]
    assert lines(*both, levels=LEVELS, overrides=[b"", b""]) == ["一、甲", "二、乙"]
    assert lines(*both, levels=LEVELS, overrides=[b"", start]) == ["一、甲", "一、乙"]


def test_a_use_may_replace_a_level():
    other = struct.pack("<iI", 1, 0x20) + level(DECIMAL, "\x00)")
    assert lines(numbered("甲", use=2), levels=LEVELS, overrides=[b"", other]) == ["1)甲"]


def test_a_number_may_come_from_a_chain_of_styles_and_zero_takes_it_off():
    styles = [change(LIST, 1), b""]
    own = struct.pack("<H", 0x4600) + struct.pack("<H", 1)
    found = lines(("甲\r", own), ("乙\r", own + change(LIST, 0)), levels=LEVELS, styles=styles)
    assert found == ["一、甲", "乙"]


def test_a_tracked_deletion_is_gone_and_so_is_the_end_of_a_paragraph():
    assert lines("保留删去。\r", deleted=[(2, 4)]) == ["保留。"]
    assert lines("前半\r", "后半\r", deleted=[(2, 3)]) == ["前半后半"]


def test_a_field_shows_its_result_and_not_its_code():
    assert lines("第\x13 PAGE \x143\x15页\r") == ["第3页"]
    assert lines("\x13 PAGE\r", "后文\r") == ["", "后文"]


def test_a_row_of_a_table_is_a_line_and_a_table_that_lays_out_the_page_keeps_its_paragraphs():
    row = [("项目\x07", IN_CELL), ("次数\x07", IN_CELL), ("\x07", IN_CELL + change(ENDS_ROW, 1))]
    layout = [("第一段。\r", IN_CELL), ("第二段。\x07", IN_CELL), ("\x07", IN_CELL + change(ENDS_ROW, 1))]
    assert lines(*row, *layout, "后文\r") == ["项目\t次数", "第一段。", "第二段。", "后文"]


def test_breaks_tabs_and_hyphens_are_kept_and_pictures_are_not():
    assert lines("甲\t乙\x0b丙\x1e丁\x01\r") == ["甲\t乙", "丙-丁"]


def test_a_page_may_end_inside_a_paragraph_and_a_section_ends_one():
    assert lines("甲\x0c乙\r") == ["甲", "乙"]
    assert lines(("甲\x0c", b""), "乙\r") == ["甲", "乙"]


def test_a_text_box_is_read_once_behind_its_paragraph():
    assert lines("前\x08\r", "后\r", boxes=["框内\r"]) == ["前", "框内", "后"]


def test_a_text_box_without_an_anchor_stands_at_the_end():
    assert lines("前\r", boxes=["框内\r"]) == ["前", "框内"]


@pytest.mark.parametrize(
    ("label", "data", "kind"),
    [
        ("password", doc([("甲\r", b"")], flags=0x0100), "password"),
        ("Word 95", ole({"WordDocument": struct.pack("<HH", 0xA5DC, 0x65)}), "format"),
        ("no table", ole({"WordDocument": struct.pack("<HH6xH", 0xA5EC, 0xC1, 0)}), "damaged"),
        ("no document", ole({"Other": b"x"}), "damaged"),
        ("cut", doc([("甲\r", b"")])[:700], "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(label, data, kind):
    with pytest.raises(UnreadableError) as caught:
        read_doc(data)
    assert caught.value.kind == kind, label
