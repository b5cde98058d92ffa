"""报告管理 without a browser: reports in, corrected, compared, deleted and brought back."""

import pytest
from managing import edit, files, manage, said, text, units
from onscreen import button, charts, dashboard, html, words

from analysis.keeping.opening import open_desk
from analysis.keeping.reports import deleted, reports


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
def test_reports_that_are_handed_over_are_shown_whatever_was_looked_at_before():
    app = dashboard()
    app.switch_page("pages/desk/reports.py").run()
    app.segmented_control(key="manage").set_value("backup").run()
    app.switch_page("pages/overview/overview.py").run()
    app.sidebar.file_uploader[0].set_value(files("丁")).run()
    button(app, "存入报告库").click().run()
    assert app.segmented_control(key="manage").value == "reports"
    assert "读到 1 份，尚未存入" in "".join(one.value for one in app.subheader)


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


def test_a_name_of_a_report_cannot_become_markup(own_desk):
    hostile = "<img src=x onerror=alert(1)> **[甲](http://x)**.txt"
    app = manage()
    uploader = next(one for one in app.file_uploader if "存入报告库" in one.label)
    uploader.set_value([(hostile, text("甲").encode(), "text/plain"), (f"空{hostile}", b"", "text/plain")]).run()
    button(app, "存入报告库（1份）").click().run()
    bodies = html(app)
    assert "<img" not in bodies
    assert own_desk.exists()
