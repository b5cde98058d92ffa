"""The statistics against formulas written another way, and the cutting of words."""

import itertools
import math
import tempfile
from pathlib import Path

import jieba
import pytest

from analysis.comparing.keyness.against import last_period, other_units
from analysis.comparing.keyness.keyness import holm, keyness, log_likelihood, log_ratio, p_value, word_spans
from analysis.comparing.keyness.segmenting import tokenizer, words_of
from analysis.comparing.keyness.sentences import keyness_findings, title_keyness
from analysis.lexicon.comparing import keyness_words
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS, SENTENCES
from analysis.tables.comparing.keyness import WORDS
from analysis.tables.comparing.shared import LABELS


@pytest.mark.parametrize(("a", "b", "c", "d"), [(10, 2, 100, 200), (5, 0, 80, 900), (3, 30, 100, 1000), (0, 4, 10, 10)])
def test_g2_is_the_sum_of_observed_times_log_of_observed_over_expected(a, b, c, d):
    expected = (c * (a + b) / (c + d), d * (a + b) / (c + d))
    by_hand = 2 * math.fsum(o * math.log(o / e) for o, e in zip((a, b), expected, strict=True) if o)
    assert log_likelihood(a, b, c, d) == pytest.approx(by_hand)


def test_g2_of_a_worked_example():
    # 10 of 1,000 words against 5 of 2,000: E = 5 and 10, G² = 2 (10 ln 2 + 5 ln ½) = 10 ln 2
    assert log_likelihood(10, 5, 1000, 2000) == pytest.approx(10 * math.log(2))
    assert log_likelihood(4, 8, 100, 200) == pytest.approx(0)


def test_log_ratio_doubles_and_never_divides_by_zero():
    assert log_ratio(10, 5, 1000, 2000) == pytest.approx(2)
    assert log_ratio(4, 0, 100, 100) == pytest.approx(3)


@pytest.mark.parametrize(("g2", "p"), [(3.841459, 0.05), (6.634897, 0.01), (10.827566, 0.001), (0, 1)])
def test_p_values_are_those_of_the_tables_of_chi_square(g2, p):
    assert p_value(g2) == pytest.approx(p, rel=1e-4)


def test_p_values_agree_with_the_density_summed_up():
    step = 1e-4
    density = (math.exp(-x / 2) / math.sqrt(2 * math.pi * x) for x in (1 + step * (i + 0.5) for i in range(400_000)))
    assert p_value(1.0) == pytest.approx(sum(density) * step, abs=1e-4)


def test_holm_by_hand():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == pytest.approx([1.0, 1.0])
    assert holm([]) == []


def words(**reports):
    """`report=[sentence, …]`, a sentence is words parted by spaces."""
    rows = []
    for key, sentences in reports.items():
        for number, sentence in enumerate(sentences):
            rows += [(key, f"{key}{number}", "work", w, i, i + 2) for i, w in enumerate(sentence.split())]
    return frame(WORDS, rows)


def test_a_word_must_be_frequent_spread_out_and_much_more_common_than_there():
    own = ["招商 会议", "招商 会议", "招商 会议", "招商 专班 专班 专班 专班", "纪律"]
    made = words(a=own, b=["会议 学习 纪律"] * 40)
    found = keyness(made, "a", ["b"])
    assert found["word"].to_list() == ["招商"]
    first = found.iloc[0]
    assert (first["count"], first["total"], first["sentences"]) == (4, 12, 4)
    assert (first["other_count"], first["other_total"], first["other_documents"]) == (0, 120, 0)
    assert first["per_thousand"] == pytest.approx(1000 * 4 / 12)
    assert first["g2"] == pytest.approx(8 * math.log(11))
    # 招商 and 专班 have the same counts, 专班 stands in one sentence alone; 会议 is no more common than there
    assert first["p"] == pytest.approx(min(1, 1 * math.erfc(math.sqrt(4 * math.log(11)))), rel=1e-6)


def test_words_are_opened_where_they_stand():
    made = words(a=["招商 会议", "会议"], b=["会议"])
    assert word_spans(made, "a", "会议").to_numpy().tolist() == [["a", 1, 3], ["a", 0, 2]]


def test_nothing_to_compare_gives_no_words():
    made = words(a=["招商"] * 5)
    assert keyness(made, "a", []).empty
    assert keyness(made, "b", ["a"]).empty


@pytest.fixture(scope="module")
def tokens(codebook):
    return tokenizer(codebook)


def cut(tokens, text, unit=""):
    row = {"document_id": "d", "sentence_id": "s", "role": "work", "start": 7, "text": text}
    made = words_of(tokens, frame(SENTENCES, [row]), unit, keyness_words())
    assert all(
        text[s - 7 : e - 7] == w for w, s, e in made[["word", "start", "end"]].itertuples(index=False, name=None)
    )
    return made["word"].to_list()


def test_cues_stay_whole_and_stop_words_numbers_masks_and_names_are_left_out(tokens):
    assert "一岗双责" in cut(tokens, "严格落实一岗双责。")
    assert cut(tokens, "一是进一步加强工作，二十三次，**次，XX人。") == []
    assert "教育局" in cut(tokens, "教育局印发通知")
    assert "教育局" not in cut(tokens, "教育局印发通知", unit="某市教育局")
    assert "局党组" not in cut(tokens, "局党组研究")


def test_what_one_codebook_adds_nobody_else_sees(tokens):
    assert "一岗双责" in tokens.lcut("落实一岗双责")
    assert "一岗双责" not in jieba.dt.FREQ
    assert jieba.dt.user_word_tag_tab == {}


def test_junk_in_the_shared_temporary_folder_changes_nothing(codebook, monkeypatch, tmp_path):
    (tmp_path / "jieba.cache").write_bytes(b"junk")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert "一岗双责" in tokenizer(codebook).lcut("落实一岗双责")
    assert [file.name for file in Path(tmp_path).iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"junk"


@pytest.fixture
def documents():
    units = (("a", "甲局", 2023), ("b", "甲局", 2024), ("c", "乙局", 2024), ("d", "*局", 2024), ("e", "*局", 2023))
    rows = [
        {"document_id": key, "unit": unit, "year": year, "period_kind": "annual", "unit_masked": "*" in unit}
        for key, unit, year in units
    ]
    return frame(DOCUMENTS, rows)


def test_others_are_other_units_and_masked_names_are_never_the_same(documents):
    assert other_units(documents, "b") == ["c", "d", "e"]
    assert other_units(documents, "d") == ["a", "b", "c", "e"]


def test_the_last_period_is_the_same_units_and_of_the_same_kind(documents):
    assert last_period(documents, "b") == ["a"]
    assert last_period(documents, "a") == last_period(documents, "d") == []
    assert last_period(documents.assign(period_kind=["quarter", *["annual"] * 4]), "b") == []


def test_titles_name_words_and_counts():
    made = words(a=["招商 签约"] * 5, b=["会议 学习"] * 40)
    found = keyness(made, "a", ["b"])
    assert (
        title_keyness(found, "甲局", "其他1份报告")
        == "甲局比其他1份报告明显多用“招商”“签约”（“招商”5次，对照没有用过）"
    )
    assert title_keyness(found.iloc[:0], "甲局", "上期报告") == "甲局没有比上期报告明显多用的词"


def test_findings_rest_on_the_words_themselves():
    made = words(a=["招商 签约"] * 5, b=["会议 学习"] * 40)
    labels = frame(LABELS, [{"document_id": key, "label": f"{key}局"} for key in "ab"])
    told = keyness_findings({k: keyness(made, k, [o]) for k, o in itertools.permutations("ab")}, made, labels)
    assert set(told["finding_spans"]["finding_id"]) <= set(told["findings"]["finding_id"])
    assert told["findings"]["sentence"].str.contains("“招商”“签约”").any()
    assert told["findings"]["weight"].is_monotonic_decreasing
