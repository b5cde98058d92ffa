from analysis.comparing.ranking import rank_themes, rank_units
from analysis.tables.base import frame
from analysis.tables.comparing.themes import CROSSTAB


def table(*rows):
    """Rows of report, theme, clauses, clauses a thousand characters, state."""
    names = ("document_id", "code_id", "codings", "per_thousand", "state")
    made = [dict(zip(names, row, strict=True)) for row in rows]
    return frame(CROSSTAB, [{**row, "label": row["document_id"], "theme": row["code_id"]} for row in made])


TABLE = table(
    ("甲", "A", 1, 2.0, "covered"),
    ("甲", "B", 0, 0.0, "absent"),
    ("乙", "A", 3, 1.0, "claim_only"),
    ("乙", "B", 1, 0.5, "covered"),
    ("丙", "A", 0, 0.0, "absent"),
    ("丙", "B", 0, 0.0, "absent"),
    ("丁", "A", 0, None, "no_part"),
    ("丁", "B", 0, None, "no_part"),
)


def columns(ranking, *names):
    return list(ranking[list(names)].astype(object).where(ranking.notna(), None).itertuples(index=False, name=None))


def test_units_are_ranked_by_clauses_and_a_missing_part_is_no_zero():
    ranked = rank_units(TABLE, "codings")
    assert columns(ranked, "item_id", "value", "state") == [
        ("乙", 4.0, "covered"),
        ("甲", 1.0, "covered"),
        ("丙", 0.0, "absent"),
        ("丁", None, "no_part"),
    ]


def test_units_are_ranked_by_density_or_by_themes():
    assert columns(rank_units(TABLE, "per_thousand"), "item_id", "value")[:2] == [("甲", 2.0), ("乙", 1.5)]
    assert columns(rank_units(TABLE, "covered"), "item_id", "value", "claim_only", "total")[0] == (
        "乙",
        2.0,
        1,
        2,
    )


def test_themes_are_ranked_by_reports_that_could_mention_them():
    assert columns(rank_themes(TABLE), "item_id", "value", "claim_only", "total") == [
        ("A", 2.0, 1, 3),
        ("B", 1.0, 0, 3),
    ]


def test_equal_ones_keep_their_order_and_nothing_gives_nothing():
    equal = table(("乙", "A", 1, 1.0, "covered"), ("甲", "A", 1, 1.0, "covered"))
    assert rank_units(equal, "codings")["item_id"].to_list() == ["乙", "甲"]
    assert rank_units(TABLE.iloc[:0], "codings").empty
    assert rank_themes(TABLE.iloc[:0]).empty
