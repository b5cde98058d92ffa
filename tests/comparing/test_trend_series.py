"""What changed between the reports of one unit."""

from written import Written, coding, number, problem

from analysis.comparing.base import ROLES, cube
from analysis.comparing.labels import labels
from analysis.comparing.trends.series import indicator_series, problem_series, series_spans, theme_series
from analysis.comparing.trends.titles import title_series
from analysis.comparing.trends.units import unit_periods


def two_years():
    written = (
        Written()
        .report("a", year=2023)
        .say("work", "谈话3次，警示教育。", coding("talks", "谈话3次"), number("谈话3次", 3.0, "heart_talks"))
        .state("heart_talks", "reported", "谈话3次")
        .say("work", "研究**次。", number("研究**次", None, "special_study_sessions", status="masked"))
        .state("special_study_sessions", "masked", "研究**次")
        .say("problems", "学得不深。", problem("学得不深", "study_shallow", "capacity_weak"))
        .report("b", year=2024)
        .say("work", "谈话5次，谈心。", coding("talks", "谈话5次"), coding("talks", "谈心"))
        .say("work", "谈话5人次。", number("谈话5人次", 5.0, "heart_talks"))
        .state("heart_talks", "reported", "谈话5人次")
        .say("work", "研究2次，党课1次。", number("研究2次", 2.0, "special_study_sessions"))
        .state("special_study_sessions", "reported", "研究2次")
        .say("work", "警示教育1次。", coding("warning_education", "警示教育1次"))
        .say("problems", "学习不够。", problem("学习不够", "study_shallow"))
        .say("problems", "学习走样。", problem("学习走样", "study_shallow"))
    )
    tables = written.tables()
    for key, roles in (("a", ("work", "problems")), ("b", ("work", "problems"))):
        assert set(tables["sections"][tables["sections"]["document_id"].eq(key)]["role"]) == set(roles)
    return tables, unit_periods(tables["documents"], labels(tables["documents"]))


def told(trend):
    values = trend["value"].astype(object).where(trend["value"].notna(), None)
    return list(zip(trend["item_id"], values, trend["state"], trend["change"], strict=True))


def test_indicators_tell_values_masks_and_changes(manual):
    tables, own = two_years()
    assert told(indicator_series(tables, manual, own)) == [
        ("special_study_sessions", None, "masked", ""),
        ("special_study_sessions", 2.0, "covered", ""),
        ("heart_talks", 3.0, "covered", "up"),
        ("heart_talks", 5.0, "covered", "up"),
    ]


def test_problems_count_by_kind(manual):
    tables, own = two_years()
    assert told(problem_series(tables, manual, own)) == [
        ("study_shallow", 1.0, "covered", "up"),
        ("study_shallow", 2.0, "covered", "up"),
        ("capacity_weak", 1.0, "covered", "vanished"),
        ("capacity_weak", None, "absent", "vanished"),
    ]


def test_themes_count_clauses_and_name_what_is_new(corpus, codebook):
    block = cube(corpus.tables, codebook).of(["d0", "d1"], ["duty", "study", "warning", "silent"], ["work"])
    own = labels(corpus.tables["documents"]).head(2).assign(period=["2023年", "2024年"])
    made = theme_series(block, codebook, own)
    assert told(made) == [
        ("duty", 1.0, "claim_only", "same"),
        ("duty", 1.0, "covered", "same"),
        ("warning", 1.0, "covered", "vanished"),
        ("warning", None, "absent", "vanished"),
    ]
    assert title_series(made, "主题") == "2024年比2023年：不再提警示教育"
    plans = theme_series(cube(corpus.tables, codebook).of(["d0", "d1"], ["warning"], ["plan"]), codebook, own)
    assert told(plans)[1][2:] == ("no_part", "")


def test_the_places_of_a_cell_are_those_that_were_counted():
    tables, _ = two_years()
    assert len(series_spans(tables, "themes", "talks", "b", ROLES)) == 2
    assert len(series_spans(tables, "themes", "talks", "b", ["plan"])) == 0
    assert len(series_spans(tables, "indicators", "heart_talks", "a", ROLES)) == 1
    assert len(series_spans(tables, "problems", "study_shallow", "b", ROLES)) == 2
    assert series_spans(tables, "problems", "style_lax", "b", ROLES).empty
