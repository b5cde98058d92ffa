"""The codebook out as a zip and in again; hostile files are refused in a sentence."""

import io
import zipfile

import pytest
from books import TEXTS, with_theme
from decided import manual

from analysis.revising.checking import check
from analysis.revising.files import packed, unpacked
from analysis.rulefile import RuleFileError

BOMB = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_what_goes_out_comes_in_again():
    data = packed(TEXTS)
    assert data == packed(dict(reversed(TEXTS.items())))
    assert unpacked([("编码手册.zip", data)]) == TEXTS


def test_single_files_and_files_of_windows_are_taken():
    text = TEXTS["problems.yaml"]
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert unpacked([("problems.yaml", data)]) == {"problems.yaml": text}
    assert unpacked([("某.zip", zipped({"手册/themes.yaml": TEXTS["themes.yaml"], "说明.txt": "无"}))]) == {
        "themes.yaml": TEXTS["themes.yaml"]
    }


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([("词表.yaml", b"a: 1")], "不是编码手册的文件"),
        ([("themes.yaml", b"#" * 1_000_001)], "1 MB"),
        ([("themes.yaml", "主题".encode("gb18030"))], "UTF-8"),
        ([("某.zip", b"PK\x03\x04 no")], "损坏"),
        ([("某.zip", zipped({"themes.yaml": b"#" * 900_000}))], None),
        ([("某.zip", zipped({"themes.yaml": b"#" * 50_000_000}))], "炸弹"),
        ([("某.zip", zipped({"别的.txt": b"1"}))], "没有编码手册的文件"),
        ([("themes.yaml", b"a: 1"), ("某.zip", zipped({"x/themes.yaml": b"a: 2"}))], "两份"),
    ],
)
def test_what_is_no_codebook_file_is_refused(given, reason):
    if reason is None:
        assert set(unpacked(given)) == {"themes.yaml"}
        return
    with pytest.raises(RuleFileError, match=reason):
        unpacked(given)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "themes.yaml 第 2 行.*锚点"),
        ("a: !!python/object/apply:os.system [echo]\n", "themes.yaml 第 1 行"),
        ("version: 1\nversion: 2\n", "themes.yaml 第 2 行.*重复"),
        ("? [1, 2]\n: 3\n", "themes.yaml 第 1 行"),
        ("{" * 20_000, "太深"),
        ("version: '1'\x00\n", "不能识别"),
        ("", "themes.yaml"),
        ("- 1\n", "themes.yaml 第 1 行"),
        (with_theme("在……在……在…落实")["themes.yaml"], "themes.yaml 第 \\d+ 行.*太慢"),
        (with_theme("(a+)+$|")["themes.yaml"], "themes.yaml 第 \\d+ 行"),
    ],
)
def test_a_hostile_or_broken_text_is_refused_with_its_line(text, reason):
    with pytest.raises(RuleFileError, match=reason):
        check({**TEXTS, "themes.yaml": text}, manual().codebook)
