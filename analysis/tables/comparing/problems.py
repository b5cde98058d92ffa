"""The problems that units admit, and whether their plans answer them."""

from analysis.tables.base import DOCUMENT, QUOTE, SPAN, Column, Table, coded, columns

ADMITTED = {"covered": "写到", "absent": "未写到", "no_part": "没有问题部分", "no_plan": "没有计划"}
"""Without a plan there are problems, but nothing that could answer them."""

PROBLEM_CARDS = Table(
    "problem_cards",
    "自述问题与回应",
    (
        Column("problem_id", "text", "问题编号", references="problems"),
        DOCUMENT,
        *columns("text", label="单位"),
        *columns("integer", number="序号"),
        *SPAN,
        QUOTE,
        *columns("text", category_ids="问题类别编号", categories="问题类别", cue="欠缺词"),
        # only words that sum up what other problems of the report say
        *columns("boolean", general="总括"),
        # words of comparing.problems.cards and .wording
        *columns("text", response="有无回应", wording="写法", objects="具体写到的"),
    ),
)
PROBLEM_MATRIX = Table(
    "problem_matrix",
    "各单位自述问题条数",
    (
        DOCUMENT,
        *columns("text", label="单位", group_id="分组编号", group="分组"),
        *columns("integer", problems="问题条数", total="全部问题条数"),
        *coded(ADMITTED, state="状态"),
    ),
)
PROBLEM_LINKS = Table(
    "problem_links",
    "问题与计划对照",
    (
        DOCUMENT,
        *columns("text", label="单位", problem_id="问题编号"),
        *columns("integer", problem_number="问题序号"),
        *columns("text", problem="问题原文", plan_id="计划编号"),
        *columns("integer", plan_number="计划序号"),
        *columns("text", plan="计划原文", strength="回应程度", why="依据"),
    ),
)
