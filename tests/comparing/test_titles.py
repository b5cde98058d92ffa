import pytest

from analysis.comparing.base import ROLES, part_name
from analysis.comparing.titles import title_coverage, title_crosstab, title_themes, title_units
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
        (crosstab(监督="1111x", 学习="1110x"), "4家写了工作部分的单位中1家工作部分未提及学习：丁"),
        (crosstab(监督="1", 学习="0"), "甲工作部分提及了1个主题，另1个主题没有提及"),
        (crosstab(监督="0"), "甲工作部分没有提及所选主题"),
        (crosstab(监督="1x"), "1家写了工作部分的单位工作部分提及了全部所选主题"),
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


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (crosstab(监督="10"), "2份报告中1份未在工作、问题、计划部分提及监督：乙"),
        (crosstab(监督="00"), "2份报告都没有在工作、问题、计划部分提及所选主题"),
        (crosstab(监督="11", 学习="00"), "2份报告都提及了1个主题，另1个主题无人在工作、问题、计划部分提及"),
        (crosstab(监督="1", 学习="0"), "甲提及了1个主题，另1个主题没有在工作、问题、计划部分提及"),
        (crosstab(监督="11"), "2份报告都提及了全部所选主题"),
    ],
)
def test_what_is_not_mentioned_is_said_of_the_parts_that_were_looked_at(table, title):
    assert title_crosstab(table, ROLES, "份报告") == title


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
        (ranking(("学习", 5), ("监督", 1)), "工作部分：5家单位都写到的主题有1个，监督只有1家写到"),
        (ranking(("学习", 5), ("监督", 0)), "工作部分：5家单位都写到的主题有1个，监督没有人写到"),
        (ranking(("学习", 4), ("监督", 1)), "工作部分：没有一个主题是5家单位都写到的，监督只有1家写到"),
        (ranking(("学习", 5), ("监督", 5)), "工作部分：所选2个主题，5家单位全都写到"),
        (ranking(), "没有可以排序的主题"),
    ],
)
def test_the_ranking_of_themes_says_what_is_shared_and_what_is_rare(table, title):
    assert title_themes(table, "家单位", ["work"]) == title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ((1, 1, 1), "工作、问题、计划部分：1家单位写到3个主题中的3个"),
        ((1, 1, 0), "工作、问题、计划部分：1家单位写到3个主题中的2个，没有写到丙"),
        ((1, 0, 0), "工作、问题、计划部分：1家单位写到3个主题中的1个，没有写到丙等2个"),
    ],
)
def test_the_themes_of_one_report_are_counted_not_compared(told, title):
    rows = [{"item_id": name, "item": name, "value": n, "total": 1} for name, n in zip("甲乙丙", told, strict=True)]
    assert title_themes(frame(RANKING, rows), "家单位", ROLES) == title


def test_coverage_names_the_fullest_and_the_emptiest_dimension():
    def row(document, dimension, covered):
        return {
            "document_id": document,
            "label": f"{document}局",
            "dimension_id": dimension,
            "dimension": dimension,
            "themes": 4,
            "covered": covered,
        }

    table = frame(COVERAGE, [row("d0", "学习", 4), row("d1", "学习", 2), row("d0", "监督", 1), row("d1", "监督", 0)])
    assert title_coverage(table, "家单位", ROLES) == "2家单位写得最全的是学习（75%），最缺的是监督（12%）"
    assert title_coverage(table[:2], "家单位", ROLES) == "2家单位各维度主题提及率均为75%"
    assert title_coverage(table[:0], "家单位", ROLES) == "没有可以比较的报告"
    assert (
        title_coverage(table[::2], "家单位", ["problems"])
        == "d0局问题部分写得最全的是学习（100%），最缺的是监督（25%）"
    )
