"""The contract: the tables that the coding of reports gives, and the ids by which they hang together."""

from collections.abc import Mapping

import pandas as pd

from analysis.tables.base import DOCUMENT, QUOTE, ROLE, SENTENCE, SPAN, Column, Table, columns

DOCUMENTS = Table(
    "documents",
    "报告",
    (
        Column("document_id", "text", "报告编号"),
        *columns("text", file="文件", sha256="校验值", title="标题", unit="单位"),
        *columns("boolean", unit_masked="单位名遮盖"),
        *columns("text", addressee="主送"),
        *columns("integer", year="年度"),
        *columns("text", period_kind="报告期类型"),
        *columns("integer", quarter="季度", characters="字数"),
        *columns("boolean", has_problems="写了问题", has_plan="写了计划"),
        *columns("text", text="全文", repairs="文本修复"),
    ),
    keyed=True,
)
SECTIONS = Table(
    "sections",
    "段落结构",
    (
        Column("section_id", "text", "节编号"),
        DOCUMENT,
        *columns("integer", order="次序", level="层级"),
        *columns("text", heading="标题", path="标题路径"),
        ROLE,
        *SPAN,
    ),
    keyed=True,
)
SENTENCES = Table(
    "sentences",
    "句子",
    (
        Column("sentence_id", "text", "句编号"),
        DOCUMENT,
        Column("section_id", "text", "节编号", references="sections"),
        *columns("integer", order="次序"),
        ROLE,
        *SPAN,
        *columns("text", text="句子"),
    ),
    keyed=True,
)
CODINGS = Table(
    "codings",
    "主题编码",
    (
        Column("coding_id", "text", "编码编号"),
        DOCUMENT,
        SENTENCE,
        *columns("text", code_id="主题"),
        ROLE,
        *SPAN,
        QUOTE,
        *columns("text", cue="线索词"),
        *columns("boolean", claim_only="只表态"),
        *columns("text", source="来源"),
    ),
    keyed=True,
)
PROBLEMS = Table(
    "problems",
    "自述问题",
    (
        Column("problem_id", "text", "问题编号"),
        DOCUMENT,
        *columns("integer", order="次序"),
        *SPAN,
        QUOTE,
        *columns("text", categories="问题类别", primary="主要类别"),
        *columns("boolean", general="总括"),
        *columns("text", cue="欠缺词"),
    ),
    keyed=True,
)
PLANS = Table(
    "plans",
    "计划措施",
    (
        Column("plan_id", "text", "计划编号"),
        DOCUMENT,
        *columns("integer", order="次序"),
        *SPAN,
        QUOTE,
    ),
    keyed=True,
)
ANSWERS = Table(
    "answers",
    "计划回应问题",
    (
        Column("plan_id", "text", "计划编号", references="plans"),
        Column("problem_id", "text", "问题编号", references="problems"),
        *columns("text", strength="回应程度", why="依据"),
    ),
)
QUANTITIES = Table(
    "quantities",
    "数量",
    (
        Column("quantity_id", "text", "数量编号"),
        DOCUMENT,
        SENTENCE,
        ROLE,
        *SPAN,
        QUOTE,
        *columns("number", value="数值", value_high="数值上限"),
        *columns("boolean", approximate="约数"),
        *columns("text", status="状态", measure_word="量词", per="频率", indicator_id="指标", domain="党务或业务"),
        *columns("text", relation="与前文关系", cue="线索词"),
        *columns("integer", number_start="数字起", number_end="数字止"),
    ),
    keyed=True,
)
INDICATORS = Table(
    "indicators",
    "指标",
    (
        DOCUMENT,
        *columns("text", indicator_id="指标", status="状态"),
        *columns("number", value="数值"),
        *columns("text", quantity_ids="数量编号"),
    ),
)
FEATURES = Table(
    "features",
    "主题特征",
    (
        DOCUMENT,
        *columns("text", code_id="主题"),
        ROLE,
        *columns("integer", codings="分句数", sentences="句数"),
        *columns("number", share="占该部分句数比例", per_thousand="每千字分句数"),
        *columns("boolean", claim_only="只表态", covered="提及"),
    ),
)
FAILURES = Table("failures", "未能读取的文件", columns("text", file="文件", reason="原因", kind="类型"))

CONTRACT: tuple[Table, ...] = (
    DOCUMENTS,
    SECTIONS,
    SENTENCES,
    CODINGS,
    PROBLEMS,
    PLANS,
    ANSWERS,
    QUANTITIES,
    INDICATORS,
    FEATURES,
    FAILURES,
)


def broken_references(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Names each `table.column` of the contract that holds an id its target lacks, and each key that repeats."""
    keyed = [table for table in CONTRACT if table.keyed]
    broken = [f"{t.name}.{t.columns[0].name}" for t in keyed if frames[t.name].iloc[:, 0].duplicated().any()]
    for table in CONTRACT:
        for column in table.columns:
            if column.references:
                known = frames[column.references].iloc[:, 0]
                if not frames[table.name][column.name].dropna().isin(known).all():
                    broken.append(f"{table.name}.{column.name}")
    return broken
