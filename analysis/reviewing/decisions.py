"""Decisions as frozen values: who decided what about which quotation, when, and why.

| action | layer | subject | value |
| --- | --- | --- | --- |
| confirm, reject | coding | the theme | |
| confirm, reject | problem, plan, quantity | | |
| add | coding | the theme | |
| add | problem | | its categories, joined by `;`, the main one first |
| add | plan | | |
| recode | coding | the theme | the right theme |
| recode | problem | | its right categories |
| set | quantity | value, status, indicator_id | what it is; an empty value is a masked one |
| set | document | unit, year, period_kind, quarter | what it is |
| set | role | | the part from the quotation to the other one, or to where the part ends |
| link, unlink | answer | | direct or theme; the quotation is the problem, the other one the plan |
| finish | document | | this person has gone through the whole report |
| undo | | | |

Rows are only ever added. An undo is a decision that names another; a decision that names those of other people
settles what they disagree on.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from analysis.coding.base import Role
from analysis.reviewing.anchors import WHOLE, Anchor


class Layer(StrEnum):
    """What kind of finding a decision is about."""

    NONE = ""
    CODING = "coding"
    PROBLEM = "problem"
    PLAN = "plan"
    ANSWER = "answer"
    QUANTITY = "quantity"
    DOCUMENT = "document"
    ROLE = "role"


class Action(StrEnum):
    """What is done to it."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ADD = "add"
    RECODE = "recode"
    SET = "set"
    LINK = "link"
    UNLINK = "unlink"
    FINISH = "finish"
    UNDO = "undo"


LAYERS: Mapping[Action, frozenset[Layer]] = {
    Action.CONFIRM: frozenset({Layer.CODING, Layer.PROBLEM, Layer.PLAN, Layer.QUANTITY}),
    Action.REJECT: frozenset({Layer.CODING, Layer.PROBLEM, Layer.PLAN, Layer.QUANTITY}),
    Action.ADD: frozenset({Layer.CODING, Layer.PROBLEM, Layer.PLAN}),
    Action.RECODE: frozenset({Layer.CODING, Layer.PROBLEM}),
    Action.SET: frozenset({Layer.QUANTITY, Layer.DOCUMENT, Layer.ROLE}),
    Action.LINK: frozenset({Layer.ANSWER}),
    Action.UNLINK: frozenset({Layer.ANSWER}),
    Action.FINISH: frozenset({Layer.DOCUMENT}),
    Action.UNDO: frozenset({Layer.NONE}),
}
PERIODS = ("annual", "quarter", "half", "month", "other")
STATUSES = ("reported", "masked", "zero_claim")
STRENGTHS = ("direct", "theme")
LONGEST_NUMBER = 15


class DecisionError(ValueError):
    """A decision says nothing that could be carried out; the text tells a person in Chinese what to do."""


def _number(text: str) -> bool:
    return not text or (len(text) <= LONGEST_NUMBER and text.replace(".", "", 1).isdecimal())


def _year(text: str) -> bool:
    return text.isdecimal() and len(text) == len("2024")


CHECKS: Mapping[tuple[Layer, str], tuple[Callable[[str], bool], str]] = {
    (Layer.QUANTITY, "value"): (_number, "数值应为数字，遮盖的留空"),
    (Layer.QUANTITY, "status"): (STATUSES.__contains__, "状态应为已写明、遮盖或说没有"),
    (Layer.QUANTITY, "indicator_id"): (lambda _: True, ""),
    (Layer.DOCUMENT, "unit"): (lambda text: bool(text.strip()), "请写单位名称"),
    (Layer.DOCUMENT, "year"): (_year, "年度应为四位数字"),
    (Layer.DOCUMENT, "period_kind"): (PERIODS.__contains__, "报告期应为年度、半年、季度、月度或其他"),
    (Layer.DOCUMENT, "quarter"): (("1", "2", "3", "4").__contains__, "季度应为1到4"),
    (Layer.ROLE, ""): (frozenset(map(str, Role)).__contains__, "没有这样的部分"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; see the table above for what the fields hold.

    `at` is UTC in ISO 8601, `sha256` the digest of the report's file, `names` the ids of earlier decisions.

    Raises:
        DecisionError: the fields do not fit together.
    """

    decision_id: str
    by: str
    at: str
    sha256: str
    action: Action
    layer: Layer = Layer.NONE
    subject: str = ""
    value: str = ""
    anchor: Anchor = WHOLE
    other: Anchor = WHOLE
    names: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        complaint = _complaint(self)
        if complaint:
            raise DecisionError(f"{complaint}。")


def _complaint(decision: Decision) -> str:
    """What is wrong with `decision`; empty where nothing is."""
    action, layer, value = decision.action, decision.layer, decision.value
    quoted, recoded = layer not in (Layer.NONE, Layer.DOCUMENT), action is Action.RECODE
    valued = layer is Layer.PROBLEM and action in (Action.ADD, Action.RECODE)
    complaints = (
        (layer not in LAYERS[action], f"“{action}”不能用在“{layer}”上"),
        (action is Action.UNDO and not decision.names, "撤销要指明撤销哪一个决定"),
        (quoted and not decision.anchor.quote, "请先选中一段原文"),
        (layer is Layer.CODING and not (decision.subject and (value or not recoded)), "请选一个主题"),
        (valued and not value, "请选问题的类别"),
        (layer is Layer.ANSWER and not decision.other.quote, "请选一条计划措施"),
        (action is Action.LINK and value not in STRENGTHS, "请选回应的程度"),
    )
    said = next((complaint for wrong, complaint in complaints if wrong), "")
    return said or (_unfit(decision) if action is Action.SET else "")


def _unfit(decision: Decision) -> str:
    """What is wrong with the value to set."""
    if (decision.layer, decision.subject) not in CHECKS:
        return f"“{decision.subject}”不能改"
    fits, complaint = CHECKS[decision.layer, decision.subject]
    return "" if fits(decision.value) else complaint


PLAIN = tuple(field.name for field in fields(Decision) if field.name not in ("anchor", "other", "names"))


def decision_row(decision: Decision) -> dict[str, Any]:
    """`decision` as a row of DECISIONS."""
    row = {name: getattr(decision, name) for name in PLAIN}
    other = {f"other_{name}": value for name, value in asdict(decision.other).items()}
    return row | asdict(decision.anchor) | other | {"names": ";".join(decision.names)}


def read_decision(row: Mapping[str, Any]) -> Decision:
    """The decision in a row of DECISIONS.

    Raises:
        DecisionError: it says nothing that could be carried out.
    """
    names = [field.name for field in fields(Anchor)]
    plain = {name: row[name] for name in PLAIN}
    try:
        kinds = {"action": Action(row["action"]), "layer": Layer(row["layer"])}
    except ValueError as error:
        raise DecisionError(f"没有这样的决定：{row['action']}、{row['layer']}。") from error
    return Decision(
        **plain | kinds,
        anchor=Anchor(**{name: row[name] for name in names}),
        other=Anchor(**{name: row[f"other_{name}"] for name in names}),
        names=tuple(filter(None, row["names"].split(";"))),
    )
