import struct
import zipfile

import pytest
from wordfiles import by_hand, text_paragraph, zipped

from analysis.reading import archive, sources
from analysis.reading.sources import expand, gather

REPORT = "云岭县教育局工作报告".encode()
DOCX = by_hand(text_paragraph("正文"))


def names(found):
    return [one.name for one in found]


def test_a_folder_gives_all_below_it_by_name_and_no_system_file(tmp_path):
    for name in [
        "2024/教育局.txt",
        "2023/林业局.txt",
        "~$锁.docx",
        ".隐藏.txt",
        "Thumbs.db",
        "__MACOSX/甲.txt",
    ]:
        path = tmp_path.joinpath(*name.split("/"))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(REPORT)
    found, failures = gather([tmp_path])
    assert names(found) == ["2023/林业局.txt", "2024/教育局.txt"]
    assert failures == []


def test_a_file_is_named_by_its_name_and_keeps_its_bytes(tmp_path):
    (tmp_path / "教育局.txt").write_bytes(REPORT)
    found, _ = gather([tmp_path / "教育局.txt"])
    assert [(one.name, one.data) for one in found] == [("教育局.txt", REPORT)]


def test_a_missing_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "教育局.txt").write_bytes(REPORT)
    found, failures = gather([tmp_path / "没有.txt", tmp_path / "教育局.txt"])
    assert names(found) == ["教育局.txt"]
    assert [(one.file, one.kind) for one in failures] == [("没有.txt", "missing")]
    assert "找不到" in failures[0].reason


def test_an_empty_folder_is_said(tmp_path):
    assert [one.kind for one in gather([tmp_path])[1]] == ["empty"]


def test_an_archive_gives_its_members_and_writes_nothing(tmp_path):
    path = tmp_path / "报送.zip"
    path.write_bytes(zipped({"乙/林业局.txt": REPORT, "教育局.docx": DOCX, "__MACOSX/甲": b"x", "空/": b""}))
    before = sorted(tmp_path.rglob("*"))
    found, failures = gather([path])
    assert names(found) == ["报送.zip/乙/林业局.txt", "报送.zip/教育局.docx"]
    assert failures == []
    assert sorted(tmp_path.rglob("*")) == before


def test_a_docx_is_no_archive_whatever_its_name():
    found, failures = expand("教育局.zip", DOCX)
    assert (names(found), failures) == (["教育局.zip"], [])


def test_a_name_that_climbs_out_is_cut_short():
    found, _ = expand("报送.zip", zipped({"../../../windows/甲.txt": REPORT, "C:\\乙.txt": REPORT}))
    assert names(found) == ["报送.zip/windows/甲.txt", "报送.zip/乙.txt"]


def test_an_archive_in_an_archive_is_not_opened():
    found, failures = expand("外.zip", zipped({"内.zip": zipped({"甲.txt": REPORT}), "乙.txt": REPORT}))
    assert names(found) == ["外.zip/乙.txt"]
    assert [(one.file, one.kind) for one in failures] == [("外.zip/内.zip", "archive")]
    assert "压缩包里还有压缩包" in failures[0].reason


def test_a_locked_archive_asks_to_take_off_the_password():
    locked = bytearray(zipped({"a.txt": REPORT}, zipfile.ZIP_STORED))
    struct.pack_into("<H", locked, locked.rindex(b"PK\x01\x02") + 8, 0x1)
    found, failures = expand("锁.zip", bytes(locked))
    assert (found, [one.kind for one in failures]) == ([], ["password"])


@pytest.mark.parametrize(
    ("label", "data"),
    [
        ("ratio", zipped({"甲.txt": b"\0" * 20_000_000})),
        ("ratio over many members", zipped({f"{n}.txt": b"\0" * 1_000_000 for n in range(20)})),
    ],
)
def test_a_bomb_is_not_opened(label, data):
    found, failures = expand("弹.zip", data)
    assert (found, [one.kind for one in failures]) == ([], ["hostile"]), label


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    assert [one.kind for one in expand("多.zip", zipped(dict.fromkeys("甲乙丙", REPORT)))[1]] == ["hostile"]


def test_too_much_to_unpack_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_UNPACKED", 10)
    assert [one.kind for one in expand("大.zip", zipped({"甲": REPORT}))[1]] == ["hostile"]


def test_a_file_that_is_too_large_is_refused_alone_and_in_an_archive(monkeypatch, tmp_path):
    monkeypatch.setattr(sources, "MOST_BYTES", len(REPORT))
    assert [one.kind for one in expand("大.txt", REPORT + b"!")[1]] == ["too_large"]
    found, failures = expand("包.zip", zipped({"大": REPORT + b"!", "小": REPORT}))
    assert (names(found), names_of(failures)) == (["包.zip/小"], ["包.zip/大"])
    monkeypatch.setattr(sources, "MOST_ARCHIVE_BYTES", 5)
    (tmp_path / "大.txt").write_bytes(REPORT)
    assert [one.kind for one in gather([tmp_path / "大.txt"])[1]] == ["too_large"]


def names_of(failures):
    return [one.file for one in failures]


def test_an_unusual_way_of_packing_is_refused():
    assert [one.kind for one in expand("异.zip", zipped({"甲": REPORT}, zipfile.ZIP_LZMA))[1]] == ["archive"]


def test_a_broken_archive_is_said():
    assert [one.kind for one in expand("坏.zip", zipped({"甲": REPORT})[:40])[1]] == ["damaged"]


def test_a_broken_member_does_not_stop_the_others():
    data = bytearray(zipped({"甲.txt": REPORT, "乙.txt": REPORT}, zipfile.ZIP_STORED))
    data[data.index(REPORT)] ^= 0xFF
    found, failures = expand("坏.zip", bytes(data))
    assert (names(found), [one.kind for one in failures]) == (["坏.zip/乙.txt"], ["damaged"])


def test_an_empty_archive_is_said():
    assert [one.kind for one in expand("空.zip", zipped({}))[1]] == ["empty"]
