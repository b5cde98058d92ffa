"""The roster, saved views and baskets, in SQLite and in PostgreSQL."""

from dataclasses import replace

import pytest

from analysis.basket import Basket, Item, Origin, Quote, Report
from analysis.keeping.baskets import basket_names, delete_basket, load_basket, save_basket
from analysis.keeping.errors import ConflictError, DeskError
from analysis.keeping.roster import roster, save_roster
from analysis.keeping.units import Roster, RosterUnit
from analysis.keeping.views import View, delete_view, save_view, views
from analysis.tables.comparing.shared import RANKING

UNITS = (RosterUnit("甲局", "市直部门", ("县甲局", "甲 局机关")), RosterUnit("丙镇", "乡镇街道"), RosterUnit("丁公司"))


def item(key="k1"):
    rows = (("u1", "甲局", 2.5, 1, 3, "told"), ("u2", "乙局", None, None, None, None))
    quote = Quote("甲局", "甲.txt", "一、工作情况", "开展警示教育2次。")
    origin = Origin("甲局等2份报告", ("年度报告",), (Report("甲局", "2023年", "甲.txt", "县甲局", "甲局"),))
    item_ = Item(key, "2家单位中1家写明", "主题对比", "单位排序", RANKING, rows)
    return replace(item_, note="会上先讲这一条", measure="value", evidence=(quote,), places=3, origin=origin)


def test_the_roster_gives_names_and_groups(desk):
    save_roster(desk, Roster(), UNITS)
    kept = roster(desk)
    assert {unit.name for unit in kept.units} == {"甲局", "丙镇", "丁公司"}
    assert kept.names == {"县甲局": "甲局", "甲局机关": "甲局", "甲局": "甲局", "丙镇": "丙镇", "丁公司": "丁公司"}
    assert kept.groups == {"甲局": "市直部门", "丙镇": "乡镇街道"}


def test_units_are_renamed_regrouped_and_removed_in_one_go(desk):
    save_roster(desk, Roster(), UNITS)
    before = roster(desk)
    town, company, office = sorted(before.units, key=lambda unit: unit.name)[1], *before.units[:1], before.units[-1]
    changed = [replace(town, group="城区"), replace(office, name="新甲局", aliases=("甲局",))]
    save_roster(desk, before, [unit for unit in changed if unit.id != company.id])
    assert roster(desk).groups == {unit.name: unit.group for unit in changed if unit.group}


def test_two_people_changing_one_unit_do_not_overwrite_each_other(desk):
    save_roster(desk, Roster(), UNITS)
    before = roster(desk)
    mine = [replace(unit, group="甲") for unit in before.units]
    save_roster(desk, before, mine)
    with pytest.raises(ConflictError):
        save_roster(desk, before, [replace(unit, group="乙") for unit in before.units])
    with pytest.raises(ConflictError):
        save_roster(desk, before, [])
    assert {unit.group for unit in roster(desk).units} == {"甲"}


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        ([RosterUnit("")], "没有单位名称"),
        ([RosterUnit("甲局"), RosterUnit("乙局", aliases=("甲 局",))], "出现两次"),
        ([RosterUnit("甲局", aliases=("老名",)), RosterUnit("乙局", aliases=("老名",))], "出现两次"),
    ],
)
def test_a_name_stands_for_one_unit(desk, units, sentence):
    with pytest.raises(DeskError, match=sentence):
        save_roster(desk, Roster(), units)
    assert roster(desk).units == ()


def test_views_are_saved_replaced_and_deleted(desk):
    first = View("年度", "themes", {"unit": ("d0", "d1"), "period": ()})
    save_view(desk, first)
    assert views(desk) == (first,)
    second = replace(first, page="overview", filters={"theme": ("duty",)})
    save_view(desk, second)
    assert views(desk) == (second,)
    delete_view(desk, "年度")
    delete_view(desk, "年度")
    assert views(desk) == ()


def test_a_basket_comes_back_with_every_row(desk):
    basket = Basket().add(item()).add(item("k2"))
    assert load_basket(desk) == (Basket(), 0)
    state = save_basket(desk, basket, 0)
    assert load_basket(desk) == (basket, state)
    kept, _ = load_basket(desk)
    assert kept.items[0].data().equals(item().data())


def test_two_windows_filling_one_basket_do_not_overwrite_each_other(desk):
    state = save_basket(desk, Basket().add(item()), 0)
    save_basket(desk, Basket().add(item("k2")), state)
    for old in (state, 0):
        with pytest.raises(ConflictError):
            save_basket(desk, Basket(), old)
    assert [one.key for one in load_basket(desk)[0].items] == ["k2"]


def test_baskets_are_kept_under_names(desk):
    save_basket(desk, Basket().add(item()), 0)
    save_basket(desk, Basket().add(item("k2")), None, "三季度")
    save_basket(desk, Basket().add(item("k3")), None, "三季度")
    assert basket_names(desk) == ("三季度",)
    assert load_basket(desk, "三季度")[0].items[0].key == "k3"
    delete_basket(desk, "三季度")
    assert basket_names(desk) == ()
