"""报告管理 without a browser: reports in, corrected, compared, deleted and brought back; roster, views, back-ups."""

import re

import pytest
from test_dashboard import charts, dashboard, words

from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.opening import VARIABLE, open_desk
from analysis.keeping.reports import deleted, reports
from analysis.keeping.roster import roster
from analysis.keeping.views import views
from analysis.reading.base import Source
from analysis.reading.read import read

DESK, MEETING = "pages/desk/reports.py", "pages/meeting/basket.py"
UNITS = "甲乙丙"


def text(unit):
    return f"云岭县{unit}局2023年工作报告\n一、工作情况\n召开警示教育会3次。\n二、存在的问题\n一是学习不够深入。\n"


def files(units=UNITS):
    return [(f"{unit}.txt", text(unit).encode(), "text/plain") for unit in units]


@pytest.fixture
def stored(own_desk):
    """An open desk with three reports."""
    desk = open_desk(f"sqlite:///{own_desk}")
    sources = [Source(name, data) for name, data, _ in files()]
    add_reports(desk, [Incoming(source, read(source)) for source in sources])
    yield desk
    desk.engine.dispose()


def manage(part="报告"):
    app = dashboard(DESK, manage=[part])
    assert not app.exception
    return app


def button(app, start):
    return next(one for one in app.button if one.label.startswith(start))


def edit(app, rows, **more):
    """Changes cells of the only grid."""
    (grid,) = app.data_editor
    app.session_state[grid.key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []} | more
    return app.run()


def said(app):
    return [one.value for one in (*app.success, *app.error)]


def units(app):
    return list(app.session_state["view"].loaded.tables["documents"]["unit"])


def test_files_are_read_looked_at_corrected_and_kept(own_desk):
    app = manage()
    assert "报告库还是空的" in app.info[0].value
    uploader = next(one for one in app.file_uploader if "存入报告库" in one.label)
    uploader.set_value([*files("甲乙"), ("空.txt", b"", "text/plain"), ("又.txt", files()[0][1], "text/plain")]).run()
    (grid,) = app.data_editor
    assert list(grid.value["state"]) == ["可以存入", "可以存入", "与“甲.txt”相同"]
    assert list(grid.value["unit"]) == ["云岭县甲局", "云岭县乙局", "云岭县甲局"]
    assert "空.txt：文件是空的" in words(app)
    edit(app, {0: {"unit": "甲局", "period_kind": "quarter", "quarter": 2}})
    button(app, "存入报告库（2份）").click().run()
    assert said(app) == ["已存入 2 份报告。"]
    assert units(app) == ["云岭县乙局", "甲局"] or units(app) == ["甲局", "云岭县乙局"]
    again = dashboard()
    assert "报告库中的 2 份报告" in words(again)
    assert "第二季度" in "".join(again.session_state["view"].loaded.labels["label"])
    desk = open_desk(f"sqlite:///{own_desk}")
    assert [kept.correction.unit for kept in reports(desk)] == [None, "甲局"]
    desk.engine.dispose()


def test_what_is_not_kept_is_thrown_away(own_desk):
    app = manage()
    next(one for one in app.file_uploader if "存入报告库" in one.label).set_value(files()).run()
    button(app, "放弃").click().run()
    assert not app.data_editor
    assert "示例报告" in words(dashboard())
    assert own_desk.exists()


def test_reports_of_the_sidebar_are_handed_over(stored):
    app = dashboard()
    next(one for one in app.sidebar.file_uploader).set_value(files("丁")).run()
    assert "本次上传的 1 份报告" in words(app)
    button(app, "存入报告库").click().run()
    button(app, "存入报告库（1份）").click().run()
    assert said(app) == ["已存入 1 份报告。"]
    assert len(reports(stored)) == 4


@pytest.mark.usefixtures("stored")
def test_a_reader_chooses_between_the_desk_and_the_samples():
    app = dashboard()
    assert "报告库中的 3 份报告" in words(app)
    app.segmented_control(key="origin").set_value("sample").run()
    assert "示例报告" in words(app)
    app.switch_page("pages/compare/themes.py").run()
    assert app.session_state["view"].loaded.origin == "sample"
    app.segmented_control(key="origin").set_value("desk").run()
    assert len(app.session_state["view"].loaded.labels) == 3
    assert charts(app)


def test_a_correction_shows_at_once_everywhere_and_is_taken_back_by_an_empty_cell(stored):
    app = manage()
    edit(app, {1: {"unit": "改名局", "year": 2021}})
    button(app, "保存更正（1份）").click().run()
    assert said(app) == ["已更正 1 份报告，各页随之更新。"]
    assert "改名局" in units(app)
    assert "改名局" in units(dashboard("pages/compare/themes.py"))
    edit(app, {1: {"unit": None, "year": None}})
    button(app, "保存更正（1份）").click().run()
    assert "改名局" not in units(app)
    assert all(kept.correction.unit is None for kept in reports(stored))


def test_a_correction_after_somebody_elses_is_not_saved_and_says_so(stored):
    app, other = manage(), manage()
    edit(app, {0: {"unit": "先"}})
    edit(other, {0: {"unit": "后"}})
    button(app, "保存更正").click().run()
    button(other, "保存更正").click().run()
    assert "刚被别人" in said(other)[0]
    assert next(kept.correction.unit for kept in reports(stored)) == "先"


def test_deleted_reports_come_back_by_undo_and_from_the_bin(stored):
    app = manage()
    edit(app, {0: {"pick": True}, 2: {"pick": True}})
    button(app, "删除所选（2份）").click().run()
    assert len(reports(stored)) == 1
    button(app, "撤销删除（2份）").click().run()
    assert len(reports(stored)) == 3
    edit(app, {1: {"pick": True}})
    button(app, "删除所选（1份）").click().run()
    button(app, "恢复").click().run()
    assert deleted(stored) == ()
    assert not [one for one in app.button if one.label == "恢复"]


def test_the_bin_is_emptied_only_after_a_confirmation(stored):
    app = manage()
    edit(app, {0: {"pick": True}})
    button(app, "删除所选").click().run()
    assert not [one for one in app.button if one.label == "彻底删除"]
    app.checkbox[0].check().run()
    button(app, "彻底删除").click().run()
    assert deleted(stored) == ()
    assert len(reports(stored)) == 2


def test_one_report_is_shown_downloaded_and_replaced(stored):
    app = manage()
    (box,) = [one for one in app.selectbox if one.label == "看一份报告"]
    box.select_index(0).run()
    assert any("召开警示教育会3次" in one.value for one in app.text)
    assert [one.label for one in app.download_button] == ["下载原件"]
    new = text("甲").replace("3次", "7次").encode()
    next(one for one in app.file_uploader if "替换" in one.label).set_value(("甲新.txt", new, "text/plain")).run()
    assert "替换" in said(app)[0]
    assert "甲新.txt" in {kept.name for kept in reports(stored)}
    assert len(deleted(stored)) == 1


def test_everything_is_read_and_coded_again(stored):
    app = manage()
    button(app, "全部重新读取并编码").click().run()
    assert said(app) == ["已重新读取 3 份报告，正在重新编码。"]
    assert not app.exception
    assert len(reports(stored)) == 3


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


def test_a_name_of_a_report_cannot_become_markup(own_desk):
    hostile = "<img src=x onerror=alert(1)> **[甲](http://x)**.txt"
    app = manage()
    uploader = next(one for one in app.file_uploader if "存入报告库" in one.label)
    uploader.set_value([(hostile, text("甲").encode(), "text/plain"), (f"空{hostile}", b"", "text/plain")]).run()
    button(app, "存入报告库（1份）").click().run()
    bodies = "".join(element.proto.body for element in app.get("html"))
    assert "<img" not in bodies
    assert own_desk.exists()
