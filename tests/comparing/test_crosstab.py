import pandas as pd
import pytest

from analysis.comparing.base import ROLES, cube
from analysis.comparing.coverage import coverage
from analysis.comparing.crosstab import crosstab
from analysis.comparing.labels import labels

CODES = ("duty", "study", "warning", "silent")


@pytest.fixture
def make(corpus, codebook):
    def made(roles, documents=("d0", "d1", "d2"), of=crosstab):
        block = cube(corpus.tables, codebook).of(documents, CODES, roles)
        return of(block, labels(corpus.tables["documents"]), codebook)

    return made


def test_rows_run_report_by_report_and_carry_their_names(make):
    table = make(["work"])
    assert table["document_id"].to_list() == ["d0"] * 4 + ["d1"] * 4 + ["d2"] * 4
    assert table["theme"].to_list()[:4] == ["一岗双责", "理论学习", "警示教育", "派驻监督"]
    assert table["dimension"].to_list()[:4] == ["责任落实", "思想建设", "思想建设", "责任落实"]
    assert table["label"][8] == "丙局（2023年第一季度）◆"


def test_density_is_by_the_characters_of_the_chosen_parts(make):
    work, both = make(["work"]), make(["work", "problems"])
    assert work["per_thousand"][0] == pytest.approx(1000 / 18, abs=0.005)
    assert both["per_thousand"][0] == pytest.approx(1000 / 27, abs=0.005)


def test_a_report_without_the_part_has_no_density_and_no_zero(make):
    plan = make(["plan"]).set_index(["document_id", "code_id"])
    assert plan.loc["d1", "state"].eq("no_part").all()
    assert plan.loc["d1", "per_thousand"].isna().all()
    assert plan.loc[("d2", "warning"), "per_thousand"] == 0
    assert plan.loc[("d2", "warning"), "state"] == "absent"


def test_no_reports_give_an_empty_crosstab(make):
    assert make(["work"], documents=()).empty


def test_coverage_counts_themes_by_dimension(make):
    table = make(ROLES, of=coverage).set_index(["document_id", "dimension_id"])
    assert table.loc[("d0", "lead"), ["themes", "covered", "claim_only"]].to_list() == [2, 1, 1]
    assert table.loc[("d0", "mind"), ["themes", "covered", "claim_only"]].to_list() == [2, 2, 0]
    assert table.loc[("d1", "mind"), "covered"] == 0
    assert isinstance(table, pd.DataFrame)
