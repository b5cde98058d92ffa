"""A row of the tables as something to decide on: what it says, where it stands, and the decisions that can be made.

Ids, times and persons are left empty: they come from the store.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import Codebook
from analysis.coding.base import Role, Sentence
from analysis.coding.structure.sentences import cut_clauses
from analysis.phrases import fold
from analysis.reviewing.anchors import WHOLE, Anchor, anchor
from analysis.reviewing.applying.wording import names
from analysis.reviewing.decisions import Action, Decision, Layer
from analysis.reviewing.restored import Row
from analysis.tables.base import records

KEYS: Mapping[Layer, tuple[str, str]] = {
    Layer.CODING: ("codings", "coding_id"),
    Layer.QUANTITY: ("quantities", "quantity_id"),
    Layer.PROBLEM: ("problems", "problem_id"),
    Layer.PLAN: ("plans", "plan_id"),
}
"""The table and the key of each kind of finding that is one row with a place of its own."""
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its row, where it stands (start, end; None: the whole report), and the plan of an answer."""

    layer: Layer
    item_id: str
    document: Row
    row: Row
    span: tuple[int, int] | None
    other: tuple[int, int] | None = None

    @property
    def subject(self) -> str:
        """The theme of a coding."""
        return str(self.row["code_id"]) if self.layer is Layer.CODING else ""

    def confirm(self, note: str = "") -> Decision:
        """It is right."""
        if self.layer is Layer.ANSWER:
            return self.decision(Action.LINK, value=str(self.row["strength"]), note=note)
        return self.decision(Action.CONFIRM, self.subject, note=note)

    def reject(self, note: str = "") -> Decision:
        """It is wrong."""
        action = Action.UNLINK if self.layer is Layer.ANSWER else Action.REJECT
        return self.decision(action, self.subject, note=note)

    def decision(self, action: Action, subject: str = "", value: str = "", note: str = "") -> Decision:
        """Any other decision on it.

        Raises:
            DecisionError: it says nothing that could be carried out.
        """
        return decide_on(
            self.document, action, self.layer, self.span, subject=subject, value=value, note=note, other=self.other
        )


def decide_on(  # noqa: PLR0913 - a decision has as many sides
    document: Row,
    action: Action,
    layer: Layer,
    span: tuple[int, int] | None = None,
    *,
    subject: str = "",
    value: str = "",
    note: str = "",
    other: tuple[int, int] | None = None,
) -> Decision:
    """A decision on the stretch `span` of `document` (a row of DOCUMENTS), or on the whole of it.

    Raises:
        DecisionError: it says nothing that could be carried out.
    """
    at, plan = _anchor(document, span), _anchor(document, other)
    return Decision("", "", "", document["sha256"], action, layer, subject, value, at, plan, note=note)


def _anchor(document: Row, span: tuple[int, int] | None) -> Anchor:
    return anchor(document["text"], *map(int, span)) if span else WHOLE


def find(tables: Tables, layer: Layer, item_id: str) -> Finding | None:
    """The finding `item_id` of REVIEW_QUEUE or REVIEWED; None where it is no more."""
    if layer is Layer.ANSWER:
        return _answer(tables, item_id)
    name, key = KEYS.get(layer, ("documents", "document_id"))
    row = _row(tables, name, key, item_id)
    if row is None:
        return None
    if name == "documents":
        return Finding(layer, item_id, row, row, None)
    return Finding(layer, item_id, _document(tables, row), row, (row["start"], row["end"]))


def _answer(tables: Tables, item_id: str) -> Finding | None:
    problem_id, _, plan_id = item_id.partition(";")
    problem = _row(tables, "problems", "problem_id", problem_id)
    plan = _row(tables, "plans", "plan_id", plan_id)
    answers = tables["answers"]
    same = answers[answers["problem_id"].eq(problem_id) & answers["plan_id"].eq(plan_id)]
    if problem is None or plan is None or same.empty:
        return None
    row = {**records(same)[0], "quote": problem["quote"], "plan": plan["quote"]}
    spans = (problem["start"], problem["end"]), (plan["start"], plan["end"])
    return Finding(Layer.ANSWER, item_id, _document(tables, problem), row, *spans)


def still_there(tables: Tables) -> set[str]:
    """The ids of all findings that `find` finds, those of documents among them."""
    ids = set(tables["documents"]["document_id"])
    for name, key in KEYS.values():
        ids.update(tables[name][key])
    return ids | set(tables["answers"]["problem_id"] + ";" + tables["answers"]["plan_id"])


def _row(tables: Tables, name: str, key: str, value: str) -> Row | None:
    same = tables[name][tables[name][key].eq(value)]
    return records(same.iloc[:1])[0] if len(same) else None


def _document(tables: Tables, row: Row) -> Row:
    return _row(tables, "documents", "document_id", row["document_id"]) or {}


def found_in(tables: Tables, document: str, spans: Iterable[tuple[int, int]]) -> list[Finding]:
    """All findings of the report `document` that touch one of `spans`, in the order of the text."""
    head, wanted = _row(tables, "documents", "document_id", document), list(spans)
    found = []
    for layer, (name, key) in KEYS.items():
        own = tables[name][tables[name]["document_id"].eq(document)]
        touched = pd.Series(data=False, index=own.index)
        for start, end in wanted:
            touched |= own["start"].lt(end) & own["end"].gt(start)
        found += [
            Finding(layer, row[key], head or {}, row, (row["start"], row["end"])) for row in records(own[touched])
        ]
    return sorted(found, key=lambda one: one.span or (0, 0))


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Where the clauses of `sentence` stand in it; the whole of it where it has none."""
    whole = Sentence(0, 0, Role.WORK, 0, len(sentence), heading=False)
    return [(one.start, one.end) for one in cut_clauses(fold(sentence), (whole,))] or [(0, len(sentence))]


def told(finding: Finding, codebook: Codebook) -> str:
    """What the finding says, in Chinese: 主题：警示教育."""
    return TOLD[finding.layer](finding.row, names(codebook))


def _quantity(row: Row, known: Mapping[str, str]) -> str:
    value = "遮盖" if row["status"] == "masked" else "没有" if row["value"] is None else f"{row['value']:g}"
    indicator = known.get(row["indicator_id"], "") or "不属于任何指标"
    return f"数量：{value}{row['measure_word']}（{indicator}）"


def _kinds(row: Row, known: Mapping[str, str]) -> str:
    return "自述问题：" + "、".join(known.get(kind, kind) for kind in row["categories"].split(";"))


TOLD: Mapping[Layer, Callable[[Row, Mapping[str, str]], str]] = {
    Layer.CODING: lambda row, known: f"主题：{known.get(row['code_id'], row['code_id'])}",
    Layer.QUANTITY: _quantity,
    Layer.PROBLEM: _kinds,
    Layer.PLAN: lambda _, __: "计划措施",
    Layer.ANSWER: lambda row, known: f"计划回应问题：{known[row['strength']]}",
    Layer.DOCUMENT: lambda row, _: f"单位：{row['unit'] or '没有认出'}　年度：{row['year'] or '没有认出'}",
}
