"""add, list, backup and restore on the command line."""

from pathlib import Path

import pytest

from analysis.keeping.opening import VARIABLE

REPORT = "云岭县{}局2023年履行全面从严治党主体责任情况报告\n一、工作情况\n召开警示教育会3次。\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "上报"
    made.mkdir()
    for unit in "甲乙":
        (made / f"{unit}.txt").write_text(REPORT.format(unit), encoding="utf-8")
    return made


def test_added_reports_are_listed_and_never_twice(run, folder):
    assert run("add", folder) == (0, "存入 2 份报告，0 份已在报告库中。\n", "")
    assert run("add", folder / "甲.txt") == (0, "存入 0 份报告，1 份已在报告库中。\n", "")
    status, said, complained = run("list")
    assert (status, complained) == (0, "")
    assert {line.split("\t")[2] for line in said.splitlines()} == {"甲.txt", "乙.txt"}
    assert all("2023年" in line for line in said.splitlines())


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(run, folder):
    (folder / "空.txt").write_bytes(b"")
    status, said, complained = run("add", folder)
    assert (status, said) == (3, "存入 2 份报告，0 份已在报告库中。\n")
    assert complained.startswith("空.txt：文件是空的")


def test_a_backup_brings_everything_back(run, folder, tmp_path):
    run("add", folder)
    file = tmp_path / "all.duizhao"
    assert run("backup", file) == (0, f"已备份到 {file}\n", "")
    (folder / "丙.txt").write_text(REPORT.format("丙"), encoding="utf-8")
    run("add", folder)
    assert run("restore", file) == (0, f"已从 {file} 恢复，共 2 份报告。\n", "")
    assert len(run("list")[1].splitlines()) == 2


def test_a_damaged_desk_is_said_and_restored(run, folder, tmp_path, own_desk):
    run("add", folder)
    run("backup", tmp_path / "all.duizhao")
    own_desk.write_bytes(b"\xff" * 9000)
    status, _, complained = run("add", folder)
    assert status == 1
    assert "已损坏" in complained
    assert run("restore", tmp_path / "all.duizhao")[0] == 0
    assert len(run("list")[1].splitlines()) == 2


@pytest.mark.parametrize("command", [("restore", "no.duizhao"), ("backup", "no/where.duizhao")])
def test_a_file_that_is_not_there_is_said(run, tmp_path, command):
    status, said, complained = run(command[0], tmp_path / command[1])
    assert (status, said) == (1, "")
    assert Path(command[1]).name in complained


def test_an_address_that_cannot_be_meant_is_said(run, monkeypatch):
    monkeypatch.setenv(VARIABLE, "mysql")
    status, _, complained = run("list")
    assert status == 1
    assert VARIABLE in complained
