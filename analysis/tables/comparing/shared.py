"""What all comparisons share: their reports, rankings, findings, figures and the sentences behind them."""

from collections.abc import Mapping

from analysis.tables.base import DOCUMENT, MENTIONED, ROLE, SENTENCE, SPAN, Column, Table, coded, columns, measured

# The label of a report ends in this where its period cannot be set beside those of the others.
MARK = "◆"
PAGES: Mapping[str, str] = {
    "overview": "总览",
    "themes": "主题对比",
    "indicators": "数量指标",
    "problems": "存在问题",
    "reuse": "雷同",
    "checks": "核查",
    "trends": "趋势",
}
"""The pages that findings point to."""

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
        *measured("rounded", value="数值"),
        *columns("integer", claim_only="只表态数", total="总数"),
        *coded(MENTIONED, state="状态"),
    ),
)
FINDINGS = Table(
    "findings",
    "发现",
    (
        *columns("text", finding_id="发现编号"),
        *coded(PAGES, page="页面"),
        *measured("rounded", weight="分量"),
        *columns("text", sentence="发现", basis="依据", document_ids="报告编号"),
    ),
    keyed=True,
)
FINDING_SPANS = Table(
    "finding_spans",
    "发现的依据",
    (Column("finding_id", "text", "发现编号", references="findings"), DOCUMENT, *SPAN),
)
REPORT_LIST = Table(
    "report_list",
    "参加比较的报告",
    (
        # of LABELS and DOCUMENTS what a person wants to see of each report
        *columns("text", label="单位", period="报告期", title="标题"),
        *columns("integer", characters="字数"),
        *columns("boolean", has_problems="写了问题", has_plan="写了计划"),
        *columns("text", note="可比性说明", file="文件"),
    ),
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
