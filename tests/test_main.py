import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.codebookfiles import FOLDER, load_codebook
from analysis.tables.coding import CONTRACT
from tests.evaluating.sample import write_gold

NAMES = {f"{table.name}.csv" for table in CONTRACT}
UNITS = ("甲", "乙", "丙", "丁", "戊", "己")


def report(unit: str) -> str:
    return (
        f"云岭县{unit}局2023年履行全面从严治党主体责任情况报告\n一、工作情况\n召开警示教育会3次，约谈**人次。\n"
        f"二、存在的问题\n一是{unit}局的廉政教育形式单一。\n三、下一步打算\n一是丰富廉政教育形式。\n"
    )


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    for unit in UNITS:
        (folder / f"{unit}局.txt").write_text(report(unit), encoding="utf-8")
    return folder


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def test_tables_writes_every_table_and_says_so(reports, tmp_path, run):
    status, said, complained = run("tables", reports, "--out", tmp_path / "out")
    assert (status, complained) == (0, "")
    assert "6 份报告" in said
    assert {file.name for file in (tmp_path / "out").iterdir()} == NAMES
    assert [row["file"] for row in rows(tmp_path / "out" / "documents.csv")] == sorted(f"{u}局.txt" for u in UNITS)
    assert len(rows(tmp_path / "out" / "problems.csv")) == len(UNITS)


def test_the_order_of_the_files_and_the_number_of_jobs_change_nothing(reports, tmp_path, run):
    files = sorted(reports.iterdir())
    run("tables", *files, "--out", tmp_path / "one")
    run("tables", *reversed(files), "--out", tmp_path / "two", "--jobs", 2)
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_parquet_holds_the_same_rows(reports, tmp_path, run):
    run("tables", reports, "--out", tmp_path, "--format", "parquet")
    run("tables", reports, "--out", tmp_path)
    for table in CONTRACT:
        made = pd.read_parquet(tmp_path / f"{table.name}.parquet")
        assert tuple(made.columns) == table.names
        assert len(made) == len(rows(tmp_path / f"{table.name}.csv"))


@pytest.mark.parametrize("name", ["坏.docx", "扫描.pdf", "旧.doc"])
def test_an_unreadable_file_is_named_and_stops_no_other(reports, tmp_path, run, name):
    signs = {".pdf": b"%PDF-1.7 ", ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx": b"PK\x03\x04"}
    (reports / name).write_bytes(signs[Path(name).suffix] + bytes(600))
    status, said, complained = run("tables", reports, "--out", tmp_path)
    assert status == 3
    assert complained.startswith(f"{name}：")
    assert "6 份报告" in said
    assert [row["file"] for row in rows(tmp_path / "failures.csv")] == [name]


def test_a_file_that_is_not_there_is_a_failure(tmp_path, run):
    status, _, complained = run("tables", tmp_path / "没有.docx", "--out", tmp_path)
    assert status == 3
    assert complained.startswith("没有.docx：")
    assert rows(tmp_path / "documents.csv") == []


def test_a_second_copy_is_listed_but_is_no_failure(reports, tmp_path, run):
    shutil.copy(reports / "甲局.txt", reports / "甲局 副本.txt")
    status, said, complained = run("tables", reports, "--out", tmp_path)
    assert status == 0
    assert "6 份报告" in said
    assert len(complained.splitlines()) == len(rows(tmp_path / "failures.csv")) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["tables"], "缺少 INPUT"),
        (["tables", "a.txt"], "缺少 --out"),
        (["tables", "a.txt", "--out"], "--out"),
        (["tables", "a.txt", "--out", ".", "--format", "xls"], "csv 或 parquet"),
        (["tables", "a.txt", "--out", ".", "--jobs", "0"], "不小于 1"),
        (["tables", "a.txt", "--out", ".", "--codebook", "没有的文件夹"], "已有的文件夹"),
        (["tables", "a.txt", "--out", ".", "--colour"], "没有选项 --colour"),
        (["统计"], "没有命令 统计"),
        (["evaluate", "--gold", ".", "--texts", "没有的文件夹"], "--texts"),
    ],
)
def test_a_wrong_command_line_is_explained_in_one_chinese_line(run, words, expected):
    status, said, complained = run(*words)
    assert (status, said) == (2, "")
    assert expected in complained
    assert len(complained.splitlines()) == 1


@pytest.mark.parametrize("words", [["--help"], ["tables", "--help"], ["evaluate", "--help"]])
def test_help_is_chinese(run, words):
    status, said, _ = run(*words)
    assert status == 0
    assert "用法：" in said
    assert not {"Usage", "Options", "Commands", "Show", "required", "OPTIONS", "ARGS"} & set(
        said.replace("[", " ").replace("]", " ").replace(":", " ").split()
    )


def test_without_a_command_the_help_appears(run):
    status, _, complained = run()
    assert status == 2
    assert "tables" in complained


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "codebook"))


def test_a_broken_codebook_is_named_with_file_and_line(reports, manual, tmp_path, run):
    themes = manual / "themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8") + "\nsurplus: 1\n", encoding="utf-8")
    status, _, complained = run("tables", reports, "--out", tmp_path / "out", "--codebook", manual)
    assert status == 2
    assert complained.startswith("themes.yaml 第 ")
    assert not (tmp_path / "out").exists()


def test_a_codebook_broken_all_over_is_not_listed_to_the_end(reports, manual, tmp_path, run):
    themes = manual / "themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8").replace("definition:", "meaning:"), encoding="utf-8")
    status, _, complained = run("tables", reports, "--out", tmp_path / "out", "--codebook", manual)
    assert status == 2
    assert complained.splitlines()[-1].startswith("……另有 ")
    assert len(complained.splitlines()) == 11


def test_ids_that_a_codebook_uses_twice_are_named(reports, manual, tmp_path, run):
    themes = manual / "themes.yaml"
    book = load_codebook()
    text = themes.read_text(encoding="utf-8").replace(book.themes[1].id, book.themes[0].id)
    themes.write_text(text, encoding="utf-8")
    status, _, complained = run("tables", reports, "--out", tmp_path / "out", "--codebook", manual)
    assert status == 2
    assert book.themes[0].id in complained


def test_a_table_that_cannot_be_written_is_named(reports, tmp_path, run):
    (tmp_path / "out" / "documents.csv").mkdir(parents=True)
    status, _, complained = run("tables", reports, "--out", tmp_path / "out")
    assert status == 1
    assert "documents.csv" in complained


def test_a_gbk_console_survives_names_it_cannot_show(reports, tmp_path):
    (reports / "汇报👍.pdf").write_bytes(b"%PDF-1.7")
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "tables", reports, "--out", tmp_path / "出"],
        env=os.environ | {"PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert "汇报?.pdf：" in done.stderr.decode("gbk")
    assert "6 份报告" in done.stdout.decode("gbk")


def test_evaluate_prints_the_figures_and_lists_differences(tmp_path, run):
    write_gold(tmp_path)
    status, said, complained = run("evaluate", "--gold", tmp_path, "--texts", tmp_path)
    assert (status, complained) == (0, "")
    assert said.startswith("比对 1 份")
    status, listed, _ = run("evaluate", "--gold", tmp_path, "--texts", tmp_path, "--errors")
    assert status == 0
    assert listed.endswith(said)


def test_evaluate_without_gold_says_what_is_missing(tmp_path, run):
    status, _, complained = run("evaluate", "--gold", tmp_path, "--texts", tmp_path)
    assert status == 2
    assert "没有人工编码文件" in complained
