"""报告管理 without a browser: the roster, views, baskets, back-ups, and a desk that cannot be used."""

import re

import pytest
from managing import DESK, MEETING, edit, manage, said, units
from onscreen import button, dashboard, words

from analysis.keeping.opening import VARIABLE
from analysis.keeping.reports import reports
from analysis.keeping.roster import roster
from analysis.keeping.views import views


def test_units_of_the_reports_fill_the_roster_and_groups_filter_the_pages(stored):
    app = manage("单位名录")
    button(app, "从报告库补全单位").click().run()
    (grid,) = app.data_editor
    names = list(grid.value["unit"])
    assert sorted(names) == [f"云岭县{unit}局" for unit in "丙乙甲"]
    first = names[0]
    edit(app, {0: {"unit": "简称局", "aliases": first, "group": "市直部门"}})
    button(app, "保存名录").click().run()
    assert said(app) == ["名录已保存，共 3 家单位。"]
    assert roster(stored).names["".join(first.split())] == "简称局"
    pages = dashboard("pages/compare/themes.py")
    assert "简称局" in units(pages)
    pages.multiselect(key="group").set_value(["市直部门"]).run()
    view = pages.session_state["view"]
    assert [view.loaded.groups[key] for key in view.choice.documents] == ["市直部门"]


def test_a_name_for_two_units_is_refused_and_nothing_is_lost(stored):
    app = manage("单位名录")
    (grid,) = app.data_editor
    rows = [{"unit": "甲局"}, {"unit": "甲局", "group": "x"}]
    app.session_state[grid.key] = {"edited_rows": {}, "added_rows": rows, "deleted_rows": []}
    app.run()
    button(app, "保存名录").click().run()
    assert "出现两次" in said(app)[0]
    assert roster(stored).units == ()


def test_a_view_is_saved_with_explicit_filters_and_opened_in_another_session(stored):
    app = dashboard("pages/compare/themes.py")
    chosen = list(app.session_state["view"].choice.documents[:2])
    app.multiselect(key="unit").set_value(chosen)
    app.pills(key="part").set_value(["work"]).run()
    app.query_params["manage"] = ["视图与材料"]
    app.switch_page(DESK).run()
    next(one for one in app.text_input if "筛选" in one.label).set_value("两家")
    button(app, "保存视图").click().run()
    (view,) = views(stored)
    assert (view.filters["unit"], view.filters["part"], view.filters["period"]) == (tuple(chosen), ("work",), ())
    other = manage("视图与材料")
    button(other, "打开").click().run()
    assert not other.exception
    assert list(other.session_state["view"].choice.documents) == chosen
    assert other.session_state["view"].choice.roles == ("work",)


def test_the_basket_is_there_in_the_next_session_and_two_windows_do_not_overwrite_each_other():
    app, late = dashboard(), dashboard()
    button(app, "加入会议材料").click().run()
    assert not app.exception
    other = dashboard(MEETING)
    assert [one.label for one in other.button].count("移出") == 1
    button(late, "加入会议材料").click().run()
    assert "另一个窗口刚改过会议材料" in said(late)[0]
    assert [one.label for one in dashboard(MEETING).button].count("移出") == 1


def test_a_backup_is_made_and_restored_from_the_page(stored):
    app = manage("备份与恢复")
    button(app, "生成备份").click().run()
    assert [one.label for one in app.download_button] == ["下载备份"]
    made = app.session_state["backup-made"]
    other = manage()
    edit(other, {0: {"pick": True}})
    button(other, "删除所选").click().run()
    next(one for one in app.file_uploader if "从备份恢复" in one.label).set_value(("a.duizhao", made, ""))
    app.checkbox[0].check()
    button(app, "恢复").click().run()
    assert said(app) == ["已从备份恢复。"]
    assert len(reports(stored)) == 3


@pytest.mark.parametrize(
    ("break_", "sentence"),
    [
        (lambda file, _: file.write_bytes(b"\xff" * 9000), "已损坏"),
        (lambda _, patch: patch.setenv(VARIABLE, "mysql"), VARIABLE),
    ],
)
def test_a_desk_that_cannot_be_used_is_said_on_every_page_and_samples_still_show(
    own_desk, monkeypatch, break_, sentence
):
    break_(own_desk, monkeypatch)
    for page in ("pages/overview/overview.py", "pages/compare/themes.py", DESK, MEETING):
        app = dashboard(page)
        assert not app.exception
        assert sentence in app.error[0].value
    assert "示例报告" in words(dashboard())
    for part in ("报告", "单位名录", "视图与材料", "备份与恢复"):
        assert not re.search("程序出错", "".join(said(manage(part))))
