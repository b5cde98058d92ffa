"""Who enters, and all that is sent to their browser."""

import re

from onscreen import button, dashboard
from people import ANONYMOUS, DISABLED, PASSWORD

from analysis.keeping.rights import MANAGER, REVIEWER, VIEWER
from pages.parts.names import PAGES

ESCAPED = re.compile(r"\\u([0-9a-f]{4})")  # as a chart's JSON holds Chinese
HOSTILE = "<img src=x onerror=alert(1)>"
ADMIN, DESK, MEETING = (PAGES[key][0] for key in ("admin", "desk", "meeting"))
UNITS = {"云岭县甲局": "甲.txt", "云岭县乙局": f"乙{HOSTILE}.txt", "云岭县丙局": "丙.txt"}
NAMES = {VIEWER: "查看的人", REVIEWER: "复核的人", MANAGER: "管理的人"}
OTHERS = ("乙局", "丙局", f"乙{HOSTILE}", "丙.txt")


def enter(name, password=PASSWORD, app=None):
    """Somebody who filled in the form and pressed 登录."""
    app = app or dashboard()
    app.text_input(key="login-name").set_value(name)
    app.text_input(key="login-password").set_value(password)
    return button(app, "登录").click().run()


def as_kind(kind):
    if kind == ANONYMOUS:
        return dashboard()
    return enter("停用的人" if kind == DISABLED else NAMES[kind])


def everything(app):
    """All that was sent to the browser, words in charts and grids included."""
    raw = b"".join(element.proto.SerializeToString() for element in _leaves(app._tree.children.values()))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw.decode("utf-8", "ignore"))


def _leaves(elements):
    for element in elements:
        if hasattr(element, "children"):
            yield from _leaves(element.children.values())
        if getattr(element, "proto", None) is not None:
            yield element


def titles(app):
    return [one.value for one in app.title]


def errors(app):
    return [one.value for one in app.error]
