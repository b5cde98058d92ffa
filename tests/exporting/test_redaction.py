import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from analysis.basket import Report
from analysis.exporting.deck.deck import deck
from analysis.exporting.redaction import WHAT_STAYS, Redaction, aliases, redacted, unit_names
from analysis.lexicon.exporting import redaction_words

CASES = json.loads((Path(__file__).parents[1] / "cases" / "redaction.json").read_text(encoding="utf-8"))
UNITS = ("教育局", "人民医院", "住房和城乡建设局", "市场监督管理局", "市场监管局", "宣传部")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_persons(case):
    redaction = Redaction((), redaction_words())
    assert redaction.apply(case["text"]) == case["expected"]
    assert redaction.apply(case["expected"]) == case["expected"]


def report(unit, year, *, one=None, label=None):
    return Report(
        label or f"{unit}（{year}年）", f"{year}年", f"上报/{unit}{year}.txt", unit, unit if one is None else one
    )


def test_one_unit_has_one_alias_in_all_its_forms_reports_and_files():
    reports = [report("云岭县水务局", 2023), report("云岭县水务局", 2024), report("云岭县教育局", 2024)]
    redaction = Redaction(unit_names(reports))
    assert redaction.apply("云岭县水务局（2023年）、云岭县水务局（2024年）") == "单位甲（2023年）、单位甲（2024年）"
    assert redaction.apply("县水务局与水务局、县教育局") == "单位甲与单位甲、单位乙"
    assert redaction.apply("上报/云岭县教育局2024.txt") == "单位乙（2024年）"


def test_the_mark_of_an_unequal_period_stays():
    named = report("云岭县水务局", 2024, label="云岭县水务局（2024年）◆")
    assert Redaction(unit_names([named])).apply(named.label) == "单位甲（2024年）◆"


def test_a_short_name_that_could_be_two_units_is_neither():
    redaction = Redaction(unit_names([report("云岭县水务局", 2024), report("青河县水务局", 2024)]))
    assert redaction.apply("水务局") == "某单位"
    assert redaction.apply("青河县水务局") == "单位乙"


def test_a_masked_unit_is_told_by_its_label_alone():
    reports = [Report("甲文件", "2023年", "甲文件.txt", "*局", ""), Report("乙文件", "2023年", "乙文件.txt", "*局", "")]
    assert Redaction(unit_names(reports)).apply("甲文件、乙文件、*局") == "单位甲、单位乙、*局"


def test_there_are_aliases_for_any_number_of_units():
    made = aliases()
    names = [next(made) for _ in range(500)]
    assert len(set(names)) == 500
    assert names[:2] == ["单位甲", "单位乙"]


def test_no_name_of_a_unit_is_left_anywhere_in_the_material(material):
    noted = tuple(replace(item, note="请澄岭市教育局说明", title=f"{item.title}：市教育局") for item in material.items)
    hidden = redacted(replace(material, items=noted), units=True, persons=False)
    text = repr(asdict(replace(hidden, items=tuple(replace(item, table=None) for item in hidden.items))))
    assert [unit for unit in UNITS if unit in text] == []
    assert "单位甲" in text
    assert WHAT_STAYS in hidden.method
    assert deck(hidden)


def test_nothing_is_changed_where_nothing_is_asked_for(material):
    assert redacted(material, units=False, persons=False) is material
