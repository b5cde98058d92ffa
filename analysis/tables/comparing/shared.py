"""What all comparisons share: their reports, rankings, findings, figures and the sentences behind them."""

from analysis.tables.base import DOCUMENT, ROLE, SENTENCE, SPAN, Column, Table, columns

# The label of a report ends in this where its period cannot be set beside those of the others.
MARK = "◆"

LABELS = Table(
    "labels",
    "参加比较的报告",
    (
        DOCUMENT,
        *columns("text", label="单位", period="报告期", period_kind="报告期类型"),
        *columns("boolean", comparable="可比"),
        *columns("text", note="可比性说明"),
    ),
)
RANKING = Table(
    "ranking",
    "排序",
    (
        *columns("text", item_id="编号", item="名称"),
        *columns("number", value="数值"),
        *columns("integer", claim_only="只表态数", total="总数"),
        *columns("text", state="状态"),
    ),
)
FINDINGS = Table(
    "findings",
    "发现",
    (
        *columns("text", finding_id="发现编号", page="页面"),
        *columns("number", weight="分量"),
        *columns("text", sentence="发现", basis="依据", document_ids="报告编号"),
    ),
    keyed=True,
)
FINDING_SPANS = Table(
    "finding_spans",
    "发现的依据",
    (Column("finding_id", "text", "发现编号", references="findings"), DOCUMENT, *SPAN),
)
KEY_FIGURES = Table("key_figures", "要点数字", columns("text", name="名称", value="数值", note="说明"))
EVIDENCE = Table(
    "evidence",
    "依据原文",
    (
        DOCUMENT,
        SENTENCE,
        *columns("text", label="单位", file="文件", path="标题路径"),
        ROLE,
        *columns("text", text="句子"),
        # the marked stretch, counted from the start of the sentence
        *columns("integer", mark_start="标起", mark_end="标止"),
    ),
)
