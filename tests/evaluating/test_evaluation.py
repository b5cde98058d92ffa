import pytest

from analysis.evaluating.evaluation import Evaluation, evaluate
from analysis.evaluating.figures import Count, Share, Tally
from analysis.evaluating.gold import Gold
from tests.evaluating.sample import GOLD, TEXT, rows, span, tables


def evaluated(made) -> Evaluation:
    return evaluate(tables(made), [Gold.model_validate(GOLD)], {"a": TEXT})


def test_tables_that_agree_have_full_marks_and_no_miss():
    evaluation = evaluated(rows())
    assert evaluation.misses == ()
    for figure in evaluation.figures.values():
        if isinstance(figure, Tally):
            assert (figure.f1, figure.wrong, figure.missed) == (1, 0, 0)
        if isinstance(figure, Share):
            assert figure.right == figure.cases > 0
    assert evaluation.figures["quantity_traps_hit"] == Count(0)


def test_white_space_in_the_products_copy_moves_nothing():
    made = rows()
    made["documents"][0]["text"] = "　" + TEXT
    for name in ("sections", "codings", "problems", "quantities"):
        for row in made[name]:
            row["start"], row["end"] = row["start"] + 1, row["end"] + 1
    assert evaluated(made).misses == ()


def test_a_report_that_was_not_read_counts_as_missed():
    evaluation = evaluated({})
    assert evaluation.figures["problem_items"] == Tally(0, 0, 2)
    assert evaluation.figures["quantities"] == Tally(0, 0, 2)
    assert evaluation.figures["theme_cells"] == Tally(0, 0, 3)
    assert evaluation.figures["role_characters"].right == 0
    assert evaluation.figures["unit"] == Share(0, 1)
    assert evaluation.figures["quantity_value"].share is None


@pytest.mark.parametrize(
    ("table", "row", "change", "figure", "expected"),
    [
        ("documents", 0, {"unit": "青石乡"}, "unit", Share(0, 1)),
        ("documents", 0, {"year": None}, "year", Share(0, 1)),
        ("documents", 0, {"period_kind": "quarter"}, "period_kind", Share(0, 1)),
        ("documents", 0, {"unit_masked": False}, "unit_masked", Share(0, 1)),
        ("sections", 2, {"role": "work"}, "role_characters", Share(56, 71)),
        ("codings", 0, {"role": "plan"}, "theme_cells", Tally(2, 1, 1)),
        ("codings", 2, {"code_id": "four_winds"}, "theme_cells_without_borderline", Tally(2, 1, 0)),
        ("codings", 0, {"role": "intro"}, "theme_cells_work", Tally(0, 0, 1)),
        ("problems", 0, span("召开警示教育会"), "problem_items", Tally(1, 1, 1)),
        ("problems", 0, {"categories": "other;supervision_weak"}, "problem_categories", Tally(1, 1, 1)),
        ("problems", 1, {"primary": "other"}, "problem_primary", Share(1, 2)),
        ("answers", 0, {"strength": "theme"}, "answered_problems", Tally(0, 0, 1)),
        ("answers", 0, {"problem_id": "p1"}, "answered_problems", Tally(0, 1, 1)),
        ("quantities", 0, {"value": 4.0}, "quantity_value", Share(0, 1)),
        ("quantities", 1, {"status": "reported", "value": 0.0}, "quantity_masked", Share(1, 2)),
        ("quantities", 1, {"indicator_id": None}, "indicator_links", Tally(1, 0, 1)),
        ("quantities", 1, {"indicator_id": "visits"}, "indicator_links", Tally(1, 1, 1)),
        ("quantities", 1, {"role": "plan"}, "quantities", Tally(1, 0, 1)),
        ("quantities", 1, span("五个一"), "quantity_traps_hit", Count(1)),
        ("quantities", 1, span("2023年"), "quantities", Tally(1, 1, 1)),
    ],
)
def test_each_difference_shows_in_its_figure_and_is_listed(table, row, change, figure, expected):
    made = rows()
    made[table][row] |= change
    evaluation = evaluated(made)
    assert evaluation.figures[figure] == expected
    assert evaluation.misses


def test_an_answer_that_is_open_to_both_is_never_wrong():
    gold = GOLD | {"plans": [{"addresses": [0, 1], "addresses_strength": {"0": "direct", "1": "theme"}}]}
    made = rows()
    for answers in (
        made["answers"],
        [*made["answers"], {"plan_id": "m0", "problem_id": "p1", "strength": "direct"}],
    ):
        evaluation = evaluate(tables(made | {"answers": answers}), [Gold.model_validate(gold)], {"a": TEXT})
        assert evaluation.figures["answered_problems"] == Tally(1, 0, 0)


def test_figures_of_several_texts_are_added():
    other = Gold.model_validate(GOLD | {"file": "b.txt"})
    evaluation = evaluate(tables(rows()), [Gold.model_validate(GOLD), other], {"a": TEXT, "b": TEXT})
    assert evaluation.texts == 2
    assert evaluation.figures["problem_items"] == Tally(2, 0, 2)
    assert {miss.file for miss in evaluation.misses} == {"b"}
