import pytest

from analysis.comparing.base import ROLES, cube, join_findings
from analysis.comparing.findings import ODD, Scope, findings
from analysis.comparing.keyfigures import key_figures
from analysis.comparing.labels import labels


@pytest.fixture
def find(corpus, codebook):
    def found(documents=("d0", "d1", "d2"), **other):
        tables = {**corpus.tables, **other}
        block = cube(tables, codebook).of(documents, ["duty", "study", "warning", "silent"], ROLES)
        return findings(Scope(block, tables, labels(tables["documents"]), codebook, "家单位"))

    return found


def quotes(corpus, spans, key):
    texts = corpus.tables["documents"].set_index("document_id")["text"]
    own = spans[spans["finding_id"].eq(key)]
    return [texts[row.document_id][row.start : row.end] for row in own.itertuples()]


def test_sentences_name_the_reports_and_the_numbers(find):
    made = find()["findings"].set_index("finding_id")["sentence"]
    assert made["period-d2"] == "丙局（2023年第一季度）◆：2023年第一季度报告，其他多为年度报告，数量不宜直接比较"
    assert made["part-plan"] == "3家单位中1家没有写计划部分：乙局"
    assert made["gap-warning"] == "3家单位中1家工作部分未提及警示教育：乙局"
    assert made["gap-duty"] == "3家单位中1家工作部分未提及一岗双责：丙局（2023年第一季度）◆"
    assert made["untouched"] == "1个主题没有一份报告在工作、问题、计划部分提及：派驻监督"


def test_what_a_finding_rests_on_is_in_the_text(find, corpus):
    spans = find()["finding_spans"]
    assert quotes(corpus, spans, "gap-warning") == [
        "开展警示教育2次",
        "观看警示教育片1部",
        "组织警示教育参观",
    ]
    assert quotes(corpus, spans, "period-d2") == ["丙局2023年工作报告"]


def test_the_more_telling_comes_first_and_ids_are_unique(find):
    made = find()["findings"]
    assert made["weight"].is_monotonic_decreasing
    assert made["finding_id"].is_unique
    assert made["finding_id"].iloc[-1] == "period-d2"  # whether periods can be compared comes last


def test_reports_of_several_odd_periods_are_told_of_in_one_sentence(corpus, codebook):
    named = labels(corpus.tables["documents"])
    odd = named.assign(comparable=[False, True, False], note=["未写明报告期，不宜比较", "", "季度报告，不宜比较"])
    block = cube(corpus.tables, codebook).of(("d0", "d1", "d2"), ["duty"], ROLES)
    told = findings(Scope(block, corpus.tables, odd, codebook, "家单位"))["findings"]
    own = told[told["page"].eq("overview")]["sentence"].to_list()
    assert own == [f"2份报告的{ODD}：{named['label'][0]}、{named['label'][2]}"]


def test_what_all_lack_or_none_lack_is_no_gap(find):
    assert not find(("d0",))["findings"]["finding_id"].str.startswith(("gap", "part", "period")).any()


def test_what_one_report_leaves_out_is_not_told_of_several(find):
    made = find(("d1",))["findings"].set_index("finding_id")["sentence"]
    assert made["untouched"] == "3个主题没有在工作、问题、计划部分提及：理论学习、警示教育、派驻监督"


def test_a_gap_is_one_of_the_reports_that_have_a_work_part(find, corpus):
    sections = corpus.tables["sections"]
    own = sections["document_id"].eq("d2") & sections["role"].eq("work")
    made = find(sections=sections.assign(role=sections["role"].mask(own, "intro")))["findings"]
    told = made.set_index("finding_id")["sentence"]["gap-warning"]
    assert told == "2家写了工作部分的单位中1家工作部分未提及警示教育：乙局"


def test_no_reports_give_no_findings(find):
    assert find(())["findings"].empty


def test_key_figures_count_what_is_chosen(corpus, codebook):
    block = cube(corpus.tables, codebook).of(["d0", "d2"], ["duty", "study", "warning", "silent"], ROLES)
    made = key_figures(corpus.tables, labels(corpus.tables["documents"]), block).set_index("name")["value"]
    assert made["报告"] == "2 份"
    assert made["主题（中位数）"] == "2 / 4"
    assert made["写问题 / 写计划"] == "1 / 2"
    assert made["不宜直接比较"] == "1 份"


def test_joined_findings_are_ranked_and_keep_their_places(find):
    first, second = find(("d0", "d1")), find()
    second["findings"]["finding_id"] = "b-" + second["findings"]["finding_id"]
    second["finding_spans"]["finding_id"] = "b-" + second["finding_spans"]["finding_id"]
    joined = join_findings([first, second])
    assert joined["findings"]["weight"].is_monotonic_decreasing
    assert len(joined["findings"]) == len(first["findings"]) + len(second["findings"])
    assert len(joined["finding_spans"]) == len(first["finding_spans"]) + len(second["finding_spans"])


def test_no_findings_join_to_empty_tables():
    joined = join_findings([])
    assert joined["findings"].empty
    assert joined["finding_spans"].empty
