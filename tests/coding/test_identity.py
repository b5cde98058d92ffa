import json
from pathlib import Path

import pytest

from analysis.coding.identity.names import find_names
from analysis.coding.period import find_period
from analysis.coding.structure.parse import parse
from analysis.lexicon.coding import load_lexicon

FOLDER = Path(__file__).parents[1] / "cases"
NAMES = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))
PERIODS = json.loads((FOLDER / "periods.json").read_text(encoding="utf-8"))
LEXICON = load_lexicon()


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case["label"])
def test_unit(case):
    names = find_names(parse(case["text"], LEXICON.roles), LEXICON.names)
    assert [names.unit, names.masked] == case["expected"]


@pytest.mark.parametrize("case", PERIODS, ids=lambda case: case["label"])
def test_period(case):
    parsed = parse(case["text"], LEXICON.roles)
    period = find_period(parsed, find_names(parsed, LEXICON.names).title, LEXICON.names)
    assert [period.year, period.kind, period.quarter] == case["expected"]


def test_title_and_addressee_are_quoted():
    text = "云溪镇党委2023年工作报告\n（2024年1月）\n县纪委监委：\n2023年，我镇坚持从严治党。\n一、工作情况\n开会3次。"
    names = find_names(parse(text, LEXICON.roles), LEXICON.names)
    assert (names.title, names.addressee, names.unit) == ("云溪镇党委2023年工作报告", "县纪委监委", "云溪镇")
