import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from tests.test_main import report

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    for unit in "甲乙丙":
        (folder / f"{unit}局.txt").write_text(report(unit), encoding="utf-8")
    return folder


def text_of(file: Path) -> str:
    if file.suffix == ".pptx":
        return "".join(slide.shapes.title.text_frame.text for slide in Presentation(file).slides)
    if file.suffix == ".docx":
        return "".join(paragraph.text for paragraph in Document(file).paragraphs)
    book = openpyxl.load_workbook(file)
    return "".join(str(cell.value) for sheet in book for row in sheet for cell in row)


@pytest.mark.parametrize("name", ["材料.pptx", "材料.docx", "材料.XLSX"])
def test_one_command_writes_the_whole_material(reports, tmp_path, run, name):
    status, said, complained = run("export", reports, "--out", tmp_path / "新" / name, "--title", "汇报材料")
    assert (status, complained) == (0, "")
    assert said.startswith("3 份报告，")
    text = text_of(tmp_path / "新" / name)
    assert "汇报材料" in text
    assert "3家单位" in text


def test_a_zip_and_a_folder_hold_the_same_files(reports, tmp_path, run):
    for out in ("a.zip", "folder"):
        run("export", reports, "--out", tmp_path / out, "--units", "甲局", "--themes", "警示教育")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.zip").read_bytes())) as made:
        assert sorted(made.namelist()) == sorted(file.name for file in (tmp_path / "folder").iterdir())
    assert {file.suffix for file in (tmp_path / "folder").iterdir()} == {".csv", ".parquet", ".png", ".svg"}


def test_names_are_left_out_on_request_also_of_what_was_not_chosen(reports, tmp_path, run):
    file = tmp_path / "a.docx"
    status, _, _ = run(
        "export", reports, "--out", file, "--units", "甲局、乙局", "--redact-units", "--redact-persons", "--portraits"
    )
    assert status == 0
    text = text_of(file)
    assert "县甲局" not in text
    assert "县丙局" not in text
    assert "单位甲" in text
    assert "单位画像：单位" in text


def test_an_unreadable_file_is_named_and_the_others_are_exported(reports, tmp_path, run):
    (reports / "坏.docx").write_bytes(b"PK\x03\x04broken")
    status, said, complained = run("export", reports, "--out", tmp_path / "a.xlsx", "--internal")
    assert status == 3
    assert "坏.docx" in complained
    assert "3 份报告" in said
    assert "内部资料" in text_of(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--out", "a.pdf"), "--out 的扩展名应为 .pptx、.docx、.xlsx、.zip"),
        (("--out", "a.pptx", "--units", "丁局"), "没有单位符合“丁局”"),
        (("--out", "a.pptx", "--themes", "天气"), "没有主题符合“天气”"),
        ((), "缺少 --out"),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_what_to_write(reports, run, more, told):
    status, _, complained = run("export", reports, *more)
    assert status == 2
    assert told in complained


def test_a_file_that_an_office_program_holds_open_is_told(reports, tmp_path, run, monkeypatch):
    def refuse(self: Path, _: bytes) -> int:
        raise PermissionError(13, "open", str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    status, _, complained = run("export", reports, "--out", tmp_path / "a.pptx")
    assert status == 1
    assert "请关闭正在使用它的程序" in complained


def test_no_report_at_all_is_no_traceback(tmp_path, run):
    status, _, complained = run("export", tmp_path / "nothing.txt", "--out", tmp_path / "a.pptx")
    assert status == 3
    assert "没有可以比较的报告" in complained
    assert not (tmp_path / "a.pptx").exists()
