"""报告管理 without a browser: what its tests give it and read off it."""

from onscreen import dashboard

DESK, MEETING = "pages/desk/reports.py", "pages/meeting/basket.py"
UNITS = "甲乙丙"


def text(unit):
    return f"云岭县{unit}局2023年工作报告\n一、工作情况\n召开警示教育会3次。\n二、存在的问题\n一是学习不够深入。\n"


def files(units=UNITS):
    return [(f"{unit}.txt", text(unit).encode(), "text/plain") for unit in units]


def manage(part="报告"):
    app = dashboard(DESK, manage=[part])
    assert not app.exception
    return app


def edit(app, rows, **more):
    """Changes cells of the only grid."""
    (grid,) = app.data_editor
    app.session_state[grid.key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []} | more
    return app.run()


def said(app):
    return [one.value for one in (*app.success, *app.error)]


def units(app):
    return list(app.session_state["view"].loaded.tables["documents"]["unit"])
