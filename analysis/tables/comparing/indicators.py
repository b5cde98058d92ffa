"""Units beside indicators, and the numbers behind them."""

from analysis.tables.base import DOCUMENT, Column, Table, coded, columns, measured

STATES = {
    "reported": "写明",
    "frequency": "只有频率",
    "conflict": "前后不一",
    "masked": "数字遮盖",
    "absent": "未提及",
    "no_part": "没有工作部分",
}

INDICATOR_CELLS = Table(
    "indicator_cells",
    "单位与指标对照",
    (
        DOCUMENT,
        *columns("text", label="单位", indicator_id="指标编号", indicator="指标", dimension="维度"),
        *coded(STATES, state="状态"),
        *columns("number", value="数值"),
        *measured("rounded", per_thousand="每千字"),
        *columns("text", measure_word="量词", family="同类量词", told="写法"),
        *columns("boolean", approximate="约数"),
        # masked numbers of the indicator, also where another one is written out; open: they belong to the sum
        *columns("integer", masked="遮盖处数"),
        *columns("boolean", open="只是部分"),
        *columns("text", quantity_ids="数量编号"),
    ),
)
DISCLOSURE = Table(
    "disclosure",
    "披露率",
    (
        DOCUMENT,
        *columns("text", label="单位"),
        *columns("integer", reported="写明数", masked="遮盖数"),
        # reported / (reported + masked); empty where the report has no such number
        *measured("share", share="披露率"),
    ),
)
NUMBERS = Table(
    "numbers",
    "数量与零表述",
    (
        Column("quantity_id", "text", "数量编号", references="quantities"),
        DOCUMENT,
        *columns("text", label="单位", quote="原文", told="数值", measure_word="量词"),
        *columns("text", part="部分", path="标题路径", sentence="句子"),
    ),
)
