"""What is hidden in the sample reports (see data/samples/README.md) is found, and nothing besides it."""

from pathlib import Path

import pytest

from analysis.codebookfiles import load_codebook
from analysis.comparing.checks.checking import Manuals, check_tables
from analysis.comparing.labels import labels
from analysis.comparing.trends.follow import follow_ups
from analysis.comparing.trends.units import unit_periods
from analysis.corpus import build_corpus
from analysis.duties import load_duties
from analysis.lexicon.coding import load_lexicon
from analysis.reading.sources import gather
from analysis.report import Manual

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def tables():
    files = sorted(file for file in SAMPLES.iterdir() if file.suffix in {".txt", ".docx"})
    sources, failures = gather(files)
    return build_corpus(sources, Manual(load_codebook(), load_lexicon()), failures=failures).tables


@pytest.fixture(scope="module")
def checks(tables):
    manual = load_codebook()
    return check_tables(tables, labels(tables["documents"]), Manuals(manual, load_duties(manual)))["checks"]


@pytest.fixture(scope="module")
def followed(tables):
    periods = unit_periods(tables["documents"], labels(tables["documents"]))
    return follow_ups(tables, periods, load_codebook())["follow_ups"]


def test_the_contradictions_are_those_that_were_planted(checks):
    own = checks[checks["kind"].eq("自相矛盾")]
    found = sorted(zip(own["label"].str[:5], own["finding"].str[:7], strict=True))
    assert found == [
        ("澄岭市教育", "先说“反馈问题"),
        ("澄岭市教育", "廉政党课前后两"),
        ("澄岭市教育", "问题部分写“党"),
        ("澄岭水务集", "先说“目前已全"),
    ]


def test_the_development_zone_writes_most_of_business_and_one_report_only_affirms(checks):
    assert checks[checks["kind"].eq("业务内容偏多")]["label"].str[:4].to_list() == ["澄岭高新"]
    assert checks[checks["kind"].eq("写得空泛")]["label"].to_list() == ["澄岭市委宣传部"]


def test_six_units_have_two_years_and_no_quarter_stands_beside_a_year(tables):
    made = unit_periods(tables["documents"], labels(tables["documents"]))
    assert made["unit_id"].nunique() == 6
    assert set(made["period_kind"]) == {"annual"}
    assert made.groupby("unit_id")["period"].agg(list).map(tuple).unique().tolist() == [("2023年", "2024年")]


PLANS = (
    ("食材采购监督办法", "有回应"),
    ("警示读本", "有回应"),
    ("回头看", "未再提"),
    ("清水讲堂", "有回应"),
    ("管网资产清查", "未再提"),
    ("资金监管平台", "有回应"),
    ("扶贫项目资产", "未再提"),
)


@pytest.mark.parametrize(("words", "state"), PLANS)
def test_plans_kept_and_forgotten(followed, words, state):
    own = followed[followed["kind"].eq("计划") & followed["quote"].str.contains(words)]
    assert own["state"].to_list() == [state]


def test_the_problems_that_return_are_those_that_were_planted(followed):
    own = followed[followed["state"].eq("再次出现")]
    assert sorted(own["unit"].str[-3:]) == ["教育局", "榆渡镇", "榆渡镇", "榆渡镇", "限公司"]
    assert own["quote"].str.contains("警示教育方式比较单一").sum() == 1
    assert own["quote"].str.contains("认识不足").sum() == 1
