"""管理 without a browser: accounts and the audit."""

from entering import ADMIN, HOSTILE, NAMES, enter, errors, titles
from onscreen import button
from people import PASSWORD, listed, said

from analysis.keeping.rights import MANAGER, VIEWER


def test_accounts_are_made_changed_and_shut_out_on_the_page(server):
    app = enter(NAMES[MANAGER]).switch_page(ADMIN).run()
    assert titles(app) == ["管理"]
    name, units, password = (
        next(one for one in (*app.text_input, *app.text_area) if one.label.startswith(label) and one.form_id)
        for label in ("账号", "只能看", "密码")
    )
    name.set_value(f"新人{HOSTILE}"), units.set_value("云岭县甲局、云岭县乙局"), password.set_value(PASSWORD)
    button(app, "新增").click().run()
    assert [one.value for one in app.success] == ["账号已新增。"]
    new = listed(server, f"新人{HOSTILE}")
    assert (new.role, new.units) == (VIEWER, ("云岭县甲局", "云岭县乙局"))
    app.selectbox(key="account-change").set_value(new.name).run()
    button(app, "停用账号").click().run()
    assert listed(server, new.name).disabled
    assert said(server, "disable_account")[-1] == (NAMES[MANAGER], new.name)
    app.selectbox(key="account-change").set_value(NAMES[MANAGER]).run()
    button(app, "停用账号").click().run()
    assert "最后一个可用的管理账号" in errors(app)[0]


def test_the_audit_is_shown_filtered_and_its_chain_verified(server):
    app = enter(NAMES[MANAGER])
    app.session_state["admin"] = "audit"
    app.switch_page(ADMIN).run()
    (grid,) = app.dataframe
    assert {"登录", "存入报告", "新增账号"} <= set(grid.value["操作"])
    app.multiselect(key="audit-actions").set_value(["add"]).run()
    assert set(app.dataframe[0].value["操作"]) == {"存入报告"}
    app.text_input(key="audit-words").set_value("没有这样的字").run()
    assert app.dataframe[0].value.empty
    button(app, "校验审计链").click().run()
    assert "审计链完整" in app.success[0].value
    with server.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET actor = '别人' WHERE id = 2")
    button(app, "校验审计链").click().run()
    assert "第 2 条" in errors(app)[0].replace("\\", "")
