"""What reports have word for word in common."""

from analysis.tables.base import DOCUMENT, Column, Table, coded, columns, measured

KINDS = {"exact": "一字不差", "swapped": "只换数字名称", "edited": "改动词句"}
RELATIONS = {"units": "单位之间", "period": "与本单位往期", "inside": "报告内部"}
FOUND = {"found": "有雷同", "none": "没有雷同", "self": "本报告"}

SIDES = (
    Column("document_id_a", "text", "报告甲编号", references="documents"),
    *columns("integer", start_a="甲起", end_a="甲止"),
    Column("document_id_b", "text", "报告乙编号", references="documents"),
    *columns("integer", start_b="乙起", end_b="乙止"),
)
REUSE_PASSAGES = Table(
    "reuse_passages",
    "雷同段落",
    (
        *SIDES,
        *columns("integer", characters="字数"),
        # swapped: only numbers, dates, congresses, titles, names of units differ
        *coded(KINDS, kind="类型"),
        *measured("share", share="相同比例"),
        # period: the same unit's earlier report is a
        *coded(RELATIONS, relation="关系"),
    ),
)
REUSE_PAIRS = Table(
    "reuse_pairs",
    "雷同的两份报告",
    (
        *columns("text", pair_id="编号", document_id_a="报告甲编号", label_a="报告甲"),
        *columns("text", document_id_b="报告乙编号", label_b="报告乙"),
        *coded(RELATIONS, relation="关系"),
        *columns("integer", passages="段数", characters="雷同字数"),
        *measured("share", share_a="占甲比例", share_b="占乙比例"),
        *columns("integer", exact="一字不差", swapped="只换数字名称", edited="改动词句"),
    ),
)
REUSE_MATRIX = Table(
    "reuse_matrix",
    "雷同矩阵",
    (
        DOCUMENT,
        *columns("text", label="报告", other_id="另一报告编号", other="另一报告"),
        *columns("integer", passages="段数", characters="雷同字数"),
        *measured("share", share="占本报告比例"),
        *coded(FOUND, state="状态"),
    ),
)
