"""What decisions, and disputes about them, say in Chinese."""

from collections.abc import Mapping, Sequence

from analysis.codebook import Codebook
from analysis.reviewing.applying.draft import Draft
from analysis.reviewing.claims import Claim, Item
from analysis.reviewing.decisions import Action, Decision, Layer
from analysis.reviewing.placing import Unplaced
from analysis.reviewing.restored import Row

ACTIONS: Mapping[Action, str] = {
    Action.CONFIRM: "确认",
    Action.REJECT: "驳回",
    Action.ADD: "增补",
    Action.RECODE: "改判",
    Action.SET: "修改",
    Action.LINK: "关联",
    Action.UNLINK: "取消关联",
    Action.FINISH: "看完全文",
    Action.UNDO: "撤销",
}
LAYERS: Mapping[Layer, str] = {
    Layer.NONE: "",
    Layer.CODING: "主题",
    Layer.PROBLEM: "自述问题",
    Layer.PLAN: "计划措施",
    Layer.ANSWER: "计划回应问题",
    Layer.QUANTITY: "数量",
    Layer.DOCUMENT: "报告",
    Layer.ROLE: "所属部分",
}
WORDS: Mapping[str, str] = {
    "value": "数值",
    "status": "状态",
    "indicator_id": "指标",
    "categories": "类别",
    "unit": "单位",
    "year": "年度",
    "period_kind": "报告期",
    "quarter": "季度",
    "reported": "写明",
    "masked": "遮盖",
    "zero_claim": "说没有",
    "direct": "直接回应",
    "theme": "只是同一主题",
    "annual": "年度",
    "half": "半年",
    "month": "月度",
    "other": "其他",
    "yes": "算",
    "no": "不算",
    "intro": "引言",
    "work": "工作",
    "problems": "问题",
    "plan": "计划",
    "closing": "结语",
}
NOTHING = "（空）"


def names(codebook: Codebook) -> dict[str, str]:
    """The Chinese word for every id and every fixed value."""
    entries = (*codebook.themes, *codebook.categories, *codebook.indicators)
    return {**{entry.id: entry.name for entry in entries}, **WORDS}


def told(decision: Decision, codebook: Codebook) -> str:
    """What `decision` says: 改判主题：谈心谈话→警示教育."""
    known = names(codebook)
    subject = known.get(decision.subject, decision.subject) if decision.subject else ""
    value = "、".join(known.get(part, part) for part in decision.value.split(";")) if decision.value else ""
    change = "→".join(filter(None, (subject, value)))
    return f"{ACTIONS[decision.action]}{LAYERS[decision.layer]}" + (f"：{change}" if change else "")


def unplaced_row(draft: Draft, lost: Unplaced) -> Row:
    """The row of UNPLACED for a decision that was not carried out."""
    decision = lost.decision
    return {
        "decision_id": decision.decision_id,
        "document_id": draft.id,
        "by": decision.by,
        "told": told(decision, draft.codebook),
        "quote": decision.anchor.quote,
        "state": lost.state,
        "why": lost.why,
    }


def conflict_row(draft: Draft, item: Item, claims: Sequence[Claim]) -> Row:
    """The row of CONFLICTS for what people disagree on."""
    first = claims[0].placed
    known = names(draft.codebook)
    said = (f"{claim.placed.decision.by}：{_value(claim.value, known)}" for claim in claims)
    return {
        "conflict_id": f"{draft.id}-{item.layer}-{item.subject}-{item.key}",
        "document_id": draft.id,
        "layer": str(item.layer),
        "subject": item.subject,
        "start": first.start,
        "end": first.end,
        "quote": draft.parsed.quote(first.start, first.end),
        "told": "；".join(said),
        "decision_ids": ";".join(claim.placed.decision.decision_id for claim in claims),
    }


def _value(value: str, known: Mapping[str, str]) -> str:
    return "、".join(known.get(part, part) for part in value.split(";")) or NOTHING
