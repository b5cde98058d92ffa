"""The reports of one unit over time, and what became of what the earlier one says."""

from analysis.tables.base import DOCUMENT, MENTIONED, SPAN, Column, Table, coded, columns

STATES = {**MENTIONED, "masked": "数字遮盖", "conflict": "前后不一"}
CHANGES = {"new": "新提", "vanished": "不再提", "up": "增加", "down": "减少", "same": "持平"}
"""An item's first report against its last; empty where they cannot be compared."""

UNIT_PERIODS = Table(
    "unit_periods",
    "同一单位的各期报告",
    (
        *columns("text", unit_id="单位编号", unit="单位", period_kind="报告期类型"),
        *columns("integer", order="次序"),
        DOCUMENT,
        *columns("text", label="报告", period="报告期"),
    ),
)
TREND = Table(
    "trend",
    "各期变化",
    (
        *columns("text", item_id="编号", item="名称"),
        DOCUMENT,
        *columns("text", period="报告期"),
        *columns("number", value="数值"),
        *coded(STATES, state="状态"),
        *coded(CHANGES, change="变化"),
    ),
)
TREND_SPANS = Table(
    "trend_spans",
    "各期变化的依据",
    (*columns("text", item_id="编号"), DOCUMENT, *SPAN),
)
FOLLOW_UPS = Table(
    "follow_ups",
    "上期写的，本期怎么说",
    (
        Column("follow_up_id", "text", "编号"),
        *columns("text", unit="单位", kind="类型", earlier_id="上期报告", later_id="本期报告"),
        *columns("integer", start="起", end="止"),
        *columns("text", quote="上期原文", state="状态", why="依据"),
    ),
    keyed=True,
)
FOLLOW_UP_SPANS = Table(
    "follow_up_spans",
    "本期的依据",
    (Column("follow_up_id", "text", "编号", references="follow_ups"), DOCUMENT, *SPAN),
)
