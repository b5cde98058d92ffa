"""Duties, how concretely a report is written, and what to look into."""

from analysis.tables.base import DOCUMENT, MENTIONED, SPAN, Column, Table, coded, columns, measured

DUTIES_TOLD = {"concrete": "有具体内容", **MENTIONED}
MEASURED = {"told": "可以计算", "no_part": "没有可数的"}
"""Where there is nothing to count the share is empty, never 0."""

DUTY_STATES = Table(
    "duty_states",
    "职责清单",
    (
        DOCUMENT,
        *columns("text", label="单位", duty_id="职责编号", duty="职责", part="应写在"),
        *coded(DUTIES_TOLD, state="状态"),
        *columns("integer", codings="提及分句数", numbers="有关数量数"),
    ),
)
DUTY_SPANS = Table(
    "duty_spans",
    "职责的依据",
    (DOCUMENT, *columns("text", duty_id="职责编号"), *SPAN),
)
QUALITY = Table(
    "quality",
    "写得实不实",
    (
        DOCUMENT,
        *columns("text", label="单位", measure_id="测度编号", measure="测度"),
        *columns("integer", counted="计数", total="总数"),
        *measured("share", share="占比"),
        *coded(MEASURED, state="状态"),
    ),
)
QUALITY_SPANS = Table(
    "quality_spans",
    "测度的依据",
    (DOCUMENT, *columns("text", measure_id="测度编号"), *SPAN),
)
CHECKS = Table(
    "checks",
    "核查事项",
    (
        Column("check_id", "text", "事项编号"),
        DOCUMENT,
        *columns("text", label="单位", kind="类型"),
        *measured("rounded", weight="分量"),
        *columns("text", finding="发现", why="依据", basis="原文是什么", state="处理"),
    ),
    keyed=True,
)
CHECK_SPANS = Table(
    "check_spans",
    "核查事项的依据",
    (Column("check_id", "text", "事项编号", references="checks"), DOCUMENT, *SPAN),
)
