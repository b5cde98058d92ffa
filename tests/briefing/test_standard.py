import re

import pytest

from analysis.basket import Basket
from analysis.briefing.advice import suggestions
from analysis.briefing.found import all_findings, pairs
from analysis.briefing.method import METHOD, origin
from analysis.briefing.narrow import UnknownError, narrowed
from analysis.briefing.portraits import portraits
from analysis.briefing.quoting import MOST, Quoted, quotes
from analysis.briefing.standard import PARTS, standard_set
from analysis.comparing.coverage import coverage
from analysis.comparing.problems.cards import NO_PLAN, UNANSWERED
from analysis.comparing.titles import title_coverage
from analysis.tables.comparing.shared import MARK

ORDER = ["总体判断", "总览", "主题对比", "核查", "数量指标", "雷同", "趋势", "存在问题", "核查", "下步建议"]


@pytest.fixture(scope="module")
def items(choice):
    return standard_set(choice)


def test_the_set_goes_from_the_verdict_over_comparisons_and_problems_to_what_to_do(items):
    pages = [item.page for item in items]
    assert [page for place, page in enumerate(pages) if not place or pages[place - 1] != page] == ORDER
    assert [item.name for item in items][-2:] == ["核查事项", "下步建议"]


def test_titles_are_those_of_the_comparisons(choice, items):
    table = coverage(choice.block, choice.labels, choice.codebook)
    wanted = title_coverage(table, choice.counted, choice.roles)
    assert next(item.title for item in items if item.name == "单位与维度覆盖") == wanted


def test_the_four_figures_are_computed_from_the_tables(choice, items):
    rows = {row[0]: row[1:] for row in items[0].rows if row[1]}
    assert len(rows) == 4
    assert rows["报告"][0] == f"{len(choice.documents)}份"
    assert rows["所列问题"][0] == f"{len(choice.cards)}条"
    unmet = int(choice.cards["response"].isin([UNANSWERED, NO_PLAN]).sum())
    assert f"其中{unmet}条" in rows["所列问题"][1]
    sentences = [row[2] for row in items[0].rows if not row[1]]
    found = all_findings(choice)["findings"]["sentence"].to_list()
    assert sentences == [*found[: len(sentences) - 1], found[-1]]


def test_the_same_set_has_the_same_keys_and_is_put_in_once(choice, items):
    again = standard_set(choice)
    assert [item.key for item in again] == [item.key for item in items]
    assert len(Basket().extend(items).extend(again)) == len(items) == len({item.key for item in items})


def test_progress_is_told_part_by_part(choice):
    heard = []
    standard_set(choice, heard.append)
    assert heard == list(range(1, len(PARTS) + 1))


def test_evidence_is_of_the_reports(choice, items):
    texts = dict(zip(choice.reports["file"], choice.reports["text"], strict=True))
    for item in items:
        assert len(item.evidence) <= MOST <= max(MOST, item.places)
        for quote in item.evidence:
            assert "".join(quote.text.split()) in "".join(texts[quote.file].split())


def test_a_table_without_sentences_has_none(choice, items):
    assert quotes(choice, items[-1].table, items[-1].data(), items[-1].title) == Quoted((), 0, "")


def test_a_list_that_is_cut_says_so(items):
    for item in items:
        for name, most in (("核查事项", 12), ("未见回应的问题", 12)):
            if item.name == name:
                count = int(re.search(r"(\d+)[项条](?:需要核查|问题未见回应)", item.title)[1])
                assert ("列前" in item.title) == (count > most)
                assert len(item.rows) == min(count, most)
    assert "待核" not in "".join(item.title for item in items)


def test_whether_periods_can_be_compared_comes_last_of_the_first_points(items):
    sentences = [row[2] for row in items[0].rows if not row[1]]
    assert "数量不宜直接比较" in sentences[-1]
    assert "数量不宜直接比较" not in "".join(sentences[:-1])


def test_suggestions_count_what_the_tables_hold(choice):
    made = suggestions(choice, pairs(choice, ("units",)))
    text = "".join(made["suggestion"])
    for response in (NO_PLAN, UNANSWERED):
        count = int(choice.cards["response"].eq(response).sum())
        assert (f"{count}条问题" in text) == (count > 0)
    assert made["basis"].notna().all()


def test_reports_that_cannot_be_compared_are_named_in_the_method(choice):
    told = "".join(origin(choice).scope)
    assert f"比较的是{len(choice.documents)}份报告" in told
    assert all(label in told for label in choice.labels["label"] if label.endswith(MARK))
    assert not set(METHOD) & set(origin(choice).scope)


def test_each_report_has_a_portrait(choice):
    made = list(portraits(choice))
    assert [label for label, _ in made] == choice.labels["label"].to_list()
    for _, page in made:
        assert page[0].table.name == "key_figures"
        assert page[1].table.name == "ranking"


def test_one_report_and_no_report_make_a_set_too(choice):
    one = narrowed(choice, ["人民医院"], [], [])
    assert len(one.documents) == 1
    assert standard_set(one)
    nothing = narrowed(choice, ["人民医院"], ["警示教育"], ["2024年"])
    assert len(nothing.codes) == 1
    assert standard_set(nothing)


def test_words_choose_units_themes_and_periods(choice):
    some = narrowed(choice, ["教育局", "医院"], [], ["2024年"])
    assert all(("教育局" in label) or ("医院" in label) for label in some.labels["label"])
    assert set(some.labels["period"]) == {"2024年"}
    dimension = choice.codebook.dimensions[0]
    own = narrowed(choice, [], [dimension.name], [])
    assert set(own.codes) == {theme.id for theme in choice.codebook.themes if theme.dimension == dimension.id}


@pytest.mark.parametrize(
    ("units", "themes", "periods", "told"),
    [
        (["水务"], [], [], "没有单位符合“水务”"),
        ([], ["天气"], [], "没有主题符合“天气”"),
        ([], [], ["1999年"], "没有报告期符合“1999年”"),
        (["医院"], [], ["2023年"], "没有报告同时符合"),
    ],
)
def test_a_word_that_fits_nothing_is_told_with_what_there_is(choice, units, themes, periods, told):
    with pytest.raises(UnknownError, match=told):
        narrowed(choice, units, themes, periods)
