"""Reports to be kept, fictional and short."""

from analysis.corrections import NOTHING
from analysis.keeping.changes import Incoming
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.reviewing.anchors import anchor
from analysis.reviewing.decisions import Action, Decision, Layer

UNITS = "甲乙丙丁戊己庚辛壬癸"


def text(number):
    unit = f"{UNITS[number % 10]}局"
    return (
        f"云岭县{unit}{2015 + number // 10}年履行全面从严治党主体责任情况报告\n一、工作情况\n"
        f"召开警示教育会{number + 2}次，约谈**人次。\n二、存在的问题\n一是{unit}的廉政教育形式单一。\n"
        "三、下一步打算\n一是丰富廉政教育形式。\n"
    )


def incoming(number, correction=NOTHING, name=None):
    """The report `number`, read."""
    source = Source(name or f"{number:03}.txt", text(number).encode())
    return Incoming(source, read(source), correction)


def several(count):
    return [incoming(number) for number in range(count)]


def confirm(kept, number=0, quote="召开警示教育会", **changed):
    """A decision on the report `number`, kept as `kept`: its theme is right."""
    own = text(number)
    start = own.index(quote)
    at = anchor(own, start, start + len(quote))
    told = {"action": Action.CONFIRM, "layer": Layer.CODING, "subject": "warning_education", "anchor": at}
    given = {"decision_id": "", "by": "", "at": "", "sha256": kept.sha256}
    return Decision(**given | told | changed)
