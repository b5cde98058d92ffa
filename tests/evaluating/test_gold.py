import json

import pytest

from analysis.evaluating.evaluation import read_texts
from analysis.evaluating.gold import Measure, Quote, read_gold
from analysis.rulefile import RuleFileError
from tests.evaluating.sample import GOLD, TEXT, write_gold


def test_gold_and_text_are_read(tmp_path):
    write_gold(tmp_path)
    (gold,) = read_gold(tmp_path)
    assert gold.stem == "a"
    assert read_texts([gold], tmp_path) == {"a": TEXT}


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", "a.json"),
        (json.dumps(GOLD | {"problems": [{"quote": "缺少起点"}]}), "problems"),
        (json.dumps({}), "file"),
    ],
)
def test_a_broken_gold_file_is_named(tmp_path, content, named):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(RuleFileError, match=named):
        read_gold(tmp_path)


def test_a_folder_without_gold_and_a_missing_text_are_named(tmp_path):
    with pytest.raises(RuleFileError, match="没有人工编码"):
        read_gold(tmp_path)
    write_gold(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(RuleFileError, match=r"a\.txt"):
        read_texts(read_gold(tmp_path), tmp_path)


def test_a_quote_stands_at_its_place_or_at_each_of_them():
    assert list(Quote(quote="3月", start=4).places()) == [(4, 6)]
    assert list(Quote(quote="3月", starts=(1, 9)).places()) == [(1, 3), (9, 11)]
    assert list(Quote(quote="3月").places()) == []


def test_an_answer_without_a_strength_is_direct():
    plan = Measure(addresses=(0, 1), addresses_strength={"1": "theme"})
    assert (plan.answered("direct"), plan.answered("theme")) == ({0}, {1})
