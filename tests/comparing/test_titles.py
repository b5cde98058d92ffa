import pytest

from analysis.comparing.titles import part_name, title_coverage, title_crosstab, title_themes, title_units
from analysis.tables.base import frame
from analysis.tables.comparing.shared import RANKING
from analysis.tables.comparing.themes import COVERAGE, CROSSTAB

STATES = {"1": "covered", "c": "claim_only", "0": "absent", "x": "no_part"}


def crosstab(**themes):
    """One string a theme, one sign a report: 1 mentioned, c only claimed, 0 absent, x no such part."""
    rows = [
        {
            "document_id": f"d{i}",
            "label": "甲乙丙丁戊"[i],
            "code_id": theme,
            "theme": theme,
            "state": STATES[sign],
        }
        for theme, signs in themes.items()
        for i, sign in enumerate(signs)
    ]
    return frame(CROSSTAB, rows)


def ranking(*rows):
    return frame(RANKING, [{"item_id": item, "item": item, "value": value, "total": 5} for item, value in rows])


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (crosstab(监督="11001", 学习="11111"), "5家单位中2家工作部分未提及监督：丙、丁"),
        (crosstab(监督="00001", 学习="11c10"), "5家单位中1家工作部分未提及学习：戊"),
        (crosstab(监督="00011"), "5家单位中3家工作部分未提及监督"),
        (crosstab(监督="1111x", 学习="1110x"), "4家单位中1家工作部分未提及学习：丁"),
        (crosstab(监督="11111"), "5家单位工作部分都提及了全部所选主题"),
        (crosstab(监督="11111", 学习="00000"), "5家单位工作部分都提及了1个主题，另1个主题无人提及"),
        (crosstab(监督="00000"), "5家单位工作部分都没有提及所选主题"),
        (crosstab(监督="xxxxx"), "所选报告都没有工作部分"),
        (crosstab(), "所选报告都没有工作部分"),
    ],
)
def test_the_heatmap_says_what_most_mention_and_some_do_not(table, title):
    assert title_crosstab(table, ["work"], "家单位") == title


def test_parts_are_named_unless_all_are_meant():
    assert part_name(["plan", "work", "problems"]) == ""
    assert part_name(["plan", "problems"]) == "问题、计划部分"
    assert title_crosstab(crosstab(监督="10"), ["work", "problems", "plan"], "份报告") == "2份报告中1份未提及监督：乙"


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (ranking(("甲", 9), ("乙", 2)), "监督：甲最多（9个分句），乙最少（2个分句）"),
        (ranking(("甲", 9), ("乙", 0), ("丙", 0)), "监督：甲最多（9个分句），乙等2份未提及"),
        (ranking(("甲", 3), ("乙", 3)), "2份报告都写到监督3个分句"),
        (ranking(("甲", 3)), "甲写到监督3个分句"),
        (ranking(("甲", 0), ("乙", 0)), "2份报告都未提及监督"),
        (ranking(("甲", 9), ("乙", None)), "甲写到监督9个分句，1份没有这一部分"),
        (ranking(("甲", None)), "所选报告都没有这一部分"),
    ],
)
def test_the_ranking_of_units_names_first_and_last(table, title):
    assert title_units(table, "codings", "监督") == title


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (ranking(("学习", 5), ("监督", 1)), "5家单位都写到的主题有1个，监督只有1家写到"),
        (ranking(("学习", 5), ("监督", 0)), "5家单位都写到的主题有1个，监督没有人写到"),
        (ranking(("学习", 4), ("监督", 1)), "没有一个主题是5家单位都写到的，监督只有1家写到"),
        (ranking(("学习", 5), ("监督", 5)), "所选2个主题，5家单位全都写到"),
        (ranking(), "没有可以排序的主题"),
    ],
)
def test_the_ranking_of_themes_says_what_is_shared_and_what_is_rare(table, title):
    assert title_themes(table, "家单位") == title


def test_coverage_names_the_fullest_and_the_emptiest_dimension():
    def row(document, dimension, covered):
        return {
            "document_id": document,
            "dimension_id": dimension,
            "dimension": dimension,
            "themes": 4,
            "covered": covered,
        }

    table = frame(COVERAGE, [row("d0", "学习", 4), row("d1", "学习", 2), row("d0", "监督", 1), row("d1", "监督", 0)])
    assert title_coverage(table, "家单位") == "2家单位写得最全的是学习（75%），最缺的是监督（12%）"
    assert title_coverage(table[:2], "家单位") == "2家单位各维度主题提及率均为75%"
    assert title_coverage(table[:0], "家单位") == "没有可以比较的报告"
