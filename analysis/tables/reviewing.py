"""What people decide about the machine's findings, and what comes of it."""

from analysis.tables.base import DOCUMENT, QUOTE, ROLE, SPAN, Column, Table, coded, columns

UNPLACED_STATES = {"ambiguous": "不止一处", "lost": "找不到原文", "unfit": "不能照办"}

ANCHOR = columns("text", quote="原文", before="前文", after="后文")
OTHER_ANCHOR = columns("text", other_quote="另一处原文", other_before="另一处前文", other_after="另一处后文")
DECISIONS = Table(
    "decisions",
    "人工决定",
    (
        # `by` whom, `at` what time (UTC, ISO 8601), on the report with this digest
        *columns("text", decision_id="决定编号", by="决定人", at="时间", sha256="报告校验值"),
        # words of reviewing.decisions: what is done, to what kind of finding, which of it, and what it becomes
        *columns("text", action="决定", layer="对象", subject="哪一项", value="改为"),
        *ANCHOR,
        *columns("integer", start="原来起点"),
        *OTHER_ANCHOR,
        *columns("integer", other_start="另一处原来起点"),
        # the ids of earlier decisions, joined by `;`, that this one undoes or settles
        *columns("text", names="针对的决定", note="说明"),
    ),
    keyed=True,
)
DECISION_LIST = Table(
    "decision_list",
    "人工决定",
    # one decision a line, as it is told on screen
    columns("text", label="报告", told="决定", quote="原文", by="决定人", at="时间", note="备注"),
)
UNPLACED = Table(
    "unplaced",
    "没有落到原文上的决定",
    (
        Column("decision_id", "text", "决定编号", references="decisions"),
        DOCUMENT,
        *columns("text", by="决定人", told="决定"),
        QUOTE,
        # unfit: the place is there, but the decision cannot be carried out on it
        *coded(UNPLACED_STATES, state="状态"),
        *columns("text", why="原因"),
    ),
)
CONFLICTS = Table(
    "conflicts",
    "意见不一",
    (
        Column("conflict_id", "text", "编号"),
        DOCUMENT,
        *columns("text", layer="对象", subject="哪一项"),
        *SPAN,
        QUOTE,
        # one or more people and what each of them says, and the ids of their decisions, joined by `;`
        *columns("text", told="各人意见", decision_ids="决定编号"),
    ),
    keyed=True,
)
REVIEWED = Table(
    "reviewed",
    "人工看过的条目",
    (
        DOCUMENT,
        # a word of reviewing.decisions, the row's key in its own table (empty where it was taken out), its theme
        *columns("text", layer="对象", item_id="条目编号", subject="哪一项"),
        ROLE,
        *SPAN,
        # confirmed, changed, added, rejected, disputed; and who made the row what it is: machine or human
        *columns("text", state="状态", source="来源", decision_ids="决定编号"),
    ),
)
REVIEWED_CELLS = Table(
    "reviewed_cells",
    "复核进度",
    (
        DOCUMENT,
        *columns("text", layer="对象", cell_id="格"),
        ROLE,
        # findings in the cell, those that people decided on, and whether that is all of them
        *columns("integer", items="条目数", decided="已复核条目数"),
        *columns("boolean", reviewed="已复核"),
    ),
)
CUE_RECORD = Table(
    "cue_record",
    "线索词的复核记录",
    (
        *columns("text", code_id="主题编号", cue="线索词"),
        *columns("integer", confirmed="确认次数", rejected="驳回次数"),
        *columns("text", quotes="被驳回的原文"),
    ),
)
REVIEW_QUEUE = Table(
    "review_queue",
    "待复核",
    (
        DOCUMENT,
        *columns("text", layer="对象", item_id="条目编号", subject="哪一项"),
        *SPAN,
        QUOTE,
        *columns("number", uncertainty="没有把握的程度", consequence="影响", priority="先后"),
        *columns("text", why="为什么先看"),
    ),
)
