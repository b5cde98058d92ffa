"""复核 without a browser: what its tests decide, open and press."""

from dataclasses import replace

from decided import TEXT
from onscreen import dashboard

from analysis.keeping.changes import Incoming
from analysis.keeping.decisions import decide
from analysis.keeping.reports import reports
from analysis.keeping.rights import REVIEWER, Person
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.reviewing.anchors import anchor
from analysis.reviewing.decisions import Action, Decision, Layer

REVIEW, AGREEMENT, THEMES = "pages/review/review.py", "pages/review/agreement.py", "pages/compare/themes.py"
WARNING = "开展警示教育3次"


def incoming(name, text):
    source = Source(name, text.encode())
    return Incoming(source, read(source))


def water(desk):
    return next(one for one in reports(desk) if one.name == "水务局.txt")


def on(desk, quote, action=Action.REJECT, layer=Layer.CODING, subject="warning_education", **more):
    """A decision on the first place of `quote`."""
    start = TEXT.index(quote)
    at = anchor(TEXT, start, start + len(quote)) if quote else anchor(TEXT, 0, 0)
    return Decision("", "", "", water(desk).sha256, action, layer, subject, anchor=at, **more)


def person(desk, name):
    return replace(desk, person=Person(name, REVIEWER))


def finish(desk, name):
    decide(person(desk, name), [on(desk, "", Action.FINISH, Layer.DOCUMENT, "")])


def review(panel="待复核"):
    app = dashboard(REVIEW, review_panel=[panel])
    assert not app.exception
    return app


def press(app, key):
    return app.button(key=key).click().run()
