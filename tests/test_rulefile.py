import pytest
from pydantic import BaseModel, ConfigDict

from analysis.rulefile import RuleFileError, load


class Entry(BaseModel):
    """An entry of a rule file."""

    model_config = ConfigDict(extra="forbid")
    id: str
    cues: tuple[str, ...]


class Book(BaseModel):
    """A rule file."""

    entries: tuple[Entry, ...]


GOOD = "entries:\n- id: a\n  cues: [学习]\n- id: b\n  cues: [检查]\n"


def write(folder, text, encoding="utf-8"):
    file = folder / "规则.yaml"
    file.write_bytes(text.encode(encoding))
    return file


def test_a_good_file(tmp_path):
    assert [entry.id for entry in load(write(tmp_path, GOOD), Book).entries] == ["a", "b"]


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert load(write(tmp_path, GOOD, "utf-8-sig"), Book).entries[0].cues == ("学习",)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD.replace("cues: [检查]", "cue: [检查]"), 4, "缺少这一项"),
        (GOOD.replace("cues: [检查]", "cues: [检查]\n  note: x"), 6, "没有这个项目名"),
        (GOOD.replace("[检查]", "[1, 检查]"), 5, "应为文字"),
        (GOOD.replace("[检查]", "检查"), 5, "应为列表"),
        (GOOD + "entries: []\n", 6, "重复"),
        (GOOD + "  - :\n x", 6, "格式有误"),
        ("entries: &a [1]\nmore: *a\n", 2, "不允许使用锚点引用"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, text, line, reason):
    with pytest.raises(RuleFileError, match=rf"规则\.yaml 第 {line} 行.*{reason}"):
        load(write(tmp_path, text), Book)


def test_other_encodings_and_missing_files(tmp_path):
    with pytest.raises(RuleFileError, match="UTF-8"):
        load(write(tmp_path, GOOD, "gb18030"), Book)
    with pytest.raises(RuleFileError, match="确认文件存在"):
        load(tmp_path / "没有.yaml", Book)


def test_a_huge_file_is_refused(tmp_path):
    with pytest.raises(RuleFileError, match="1 MB"):
        load(write(tmp_path, "entries: []\n#" + "x" * 1_000_001), Book)
