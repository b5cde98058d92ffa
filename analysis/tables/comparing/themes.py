"""Units beside themes, and their sentences side by side."""

from analysis.tables.base import DOCUMENT, MENTIONED, ROLE, SENTENCE, Table, coded, columns, measured

CROSSTAB = Table(
    "crosstab",
    "单位与主题对照",
    (
        DOCUMENT,
        *columns("text", label="单位", code_id="主题编号", theme="主题", dimension="维度"),
        *columns("integer", codings="分句数"),
        *measured("rounded", per_thousand="每千字分句数"),
        *coded(MENTIONED, state="状态"),
    ),
)
COVERAGE = Table(
    "coverage",
    "单位与维度覆盖",
    (
        DOCUMENT,
        *columns("text", label="单位", dimension_id="维度编号", dimension="维度"),
        *columns("integer", themes="主题数", covered="提及主题数", claim_only="只表态主题数"),
    ),
)
PASSAGES = Table(
    "passages",
    "对读",
    (
        *columns("text", group_id="分组编号", group="分组"),
        DOCUMENT,
        SENTENCE,
        ROLE,
        *columns("text", path="标题路径", text="句子", themes="主题"),
    ),
)
PASSAGE_MARKS = Table(
    "passage_marks",
    "对读的标记",
    (
        *columns("text", group_id="分组编号"),
        SENTENCE,
        *columns("text", mark="标记"),
        *columns("integer", mark_start="标起", mark_end="标止"),
    ),
)
