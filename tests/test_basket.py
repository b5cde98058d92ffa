import dataclasses

import pandas as pd
import pytest

from analysis.basket import Basket, Item, rows_of
from analysis.tables.base import frame
from analysis.tables.comparing.shared import RANKING

ROWS = (("a", "甲局", 2.0, None, 3, "covered"), ("b", "乙局", None, None, 3, "no_part"))


def item(key, title="标题"):
    return Item(key, title, "主题对比", "单位排序", RANKING, ROWS)


def keys(basket):
    return "".join(entry.key for entry in basket.items)


@pytest.fixture
def three():
    return Basket().add(item("a")).add(item("b")).add(item("c"))


def test_rows_come_back_as_the_table_they_were():
    data = frame(RANKING, ROWS)
    assert rows_of(RANKING, data) == ROWS
    again = Item("a", "标题", "", "", RANKING, rows_of(RANKING, data)).data()
    pd.testing.assert_frame_equal(again, data)


def test_columns_that_are_not_declared_are_left_out():
    assert rows_of(RANKING, frame(RANKING, ROWS).assign(place=1)) == ROWS


def test_items_are_frozen_and_hashable():
    assert len({item("a"), item("a")}) == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        item("a").title = "别的"


def test_the_same_chart_is_put_in_once(three):
    assert keys(three.add(item("b", "改名"))) == "abc"
    assert "b" in three
    assert "x" not in three


@pytest.mark.parametrize(
    ("key", "steps", "after"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("a", 9, "bca"), ("c", -9, "cab")],
)
def test_items_are_moved_within_the_list(three, key, steps, after):
    assert keys(three.move(key, steps)) == after


def test_a_title_is_changed_and_an_empty_one_is_refused(three):
    assert three.rename("b", " 新标题 ").items[1].title == "新标题"
    assert three.rename("b", "  ").items[1].title == "标题"
    assert three.rename("b", "新标题").items[0].title == "标题"


def test_a_note_is_kept_and_can_be_emptied(three):
    noted = three.annotate("c", "会上再核")
    assert noted.items[2].note == "会上再核"
    assert noted.annotate("c", "").items[2].note == ""


def test_what_is_taken_out_comes_back_to_its_place(three):
    out = three.remove(["b"])
    assert keys(out) == "ac"
    assert keys(out.undo()) == "abc"
    assert out.undo().removed == ()


def test_clearing_can_be_undone(three):
    assert len(three.clear()) == 0
    assert keys(three.clear().undo()) == "abc"


def test_undo_after_other_changes_loses_and_doubles_nothing(three):
    out = three.remove(["a"]).rename("c", "新").add(item("d"))
    assert keys(out.undo()) == "abcd"
    assert out.undo().items[2].title == "新"
    assert keys(three.remove(["a"]).add(item("a")).undo()) == "bca"
