"""Versions follow each other, and the difference between two is told in Chinese."""

import pytest
from books import TEXTS, edited, with_theme
from decided import manual

from analysis.codebookfiles import parse_codebook
from analysis.revising.difference import codebook_changes
from analysis.revising.versions import Version, go_back, revise
from analysis.tables.revising import CODEBOOK_CHANGES

FIRST = Version(TEXTS, "", "2024-01-01T00:00:00+00:00", "自带")


def test_a_version_names_the_one_before():
    second = revise(FIRST, with_theme("督办"), by="李", at="2024-02-01T00:00:00+00:00", reason="加主题")
    assert (second.parent, second.by, second.reason) == (FIRST.digest, "李", "加主题")
    assert second.digest != FIRST.digest
    assert second.texts["problems.yaml"] == TEXTS["problems.yaml"]


def test_going_back_is_a_version_of_its_own():
    second = revise(FIRST, with_theme("督办"), by="李", at="2024-02-01T00:00:00+00:00", reason="加主题")
    third = go_back(second, FIRST, by="王", at="2024-03-01T00:00:00+00:00")
    assert third.texts == FIRST.texts
    assert (third.parent, third.reason) == (second.digest, "回到2024-01-01的版本：自带")
    assert third.digest != FIRST.digest


def test_a_version_does_not_change_and_is_named_by_all_it_says():
    texts = dict(TEXTS)
    version = Version(texts, "李", "", "")
    texts["themes.yaml"] = ""
    assert version.texts["themes.yaml"]
    with pytest.raises(TypeError):
        version.texts["themes.yaml"] = ""
    assert len({version.digest, Version(TEXTS, "王", "", "").digest, Version(TEXTS, "李", "", "因").digest}) == 3


def changes(texts):
    made = codebook_changes(manual().codebook, parse_codebook(texts))
    assert list(made.columns) == list(CODEBOOK_CHANGES.names)
    return made


def test_the_same_book_has_no_differences():
    assert changes(TEXTS).empty


def test_entries_that_come_and_go_are_told():
    assert list(changes(with_theme("督办"))["told"]) == ["新增主题“新主题”"]
    made = codebook_changes(parse_codebook(with_theme("督办")), manual().codebook)
    assert list(made["told"]) == ["删去主题“新主题”"]


def test_a_list_tells_only_what_came_and_went():
    before, after = (parse_codebook(with_theme(cue)) for cue in ("督办\n      - 落实", "落实\n      - 催办"))
    (row,) = codebook_changes(before, after).to_dict("records")
    assert row["told"] == "主题“新主题”的线索词：增加催办，删去督办"
    assert (row["before"], row["after"], row["field"]) == ("督办", "催办", "cues")


def test_a_name_tells_both_sides():
    assert changes(edited("themes.yaml", "name: 主体责任", "name: 第一责任"))["told"].tolist() == [
        "主题“第一责任”的名称由“主体责任”改为“第一责任”"
    ]
