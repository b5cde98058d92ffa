"""Recycled passages are found, and what everybody writes is not."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparing.reuse.grams import commonest
from analysis.comparing.reuse.normal import normalise, normalised
from analysis.comparing.reuse.passages import passages
from analysis.lexicon.comparing import reuse_words
from analysis.phrases import fold
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT.parent / "data" / "samples"
CASES = json.loads((ROOT / "cases" / "reuse.json").read_text(encoding="utf-8"))

TALK = (
    "全年由书记带队走访12个站所，逐一听取站长汇报廉政风险排查结果，对3名新任站长当面提出期望。"
    "走访结束后列出整改清单，由办公室每月跟踪进度，年底前28项整改全部销号并向职工公布。"
)
OWN = ("食堂采购改为网上竞价，菜价每周上墙。", "档案室补齐了十年间缺失的合同底稿。", "车队更换了定位设备并核对里程。")
SLOGANS = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，深刻领悟“两个确立”的决定性意义，"
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”，推动全面从严治党向纵深发展。"
)
TITLES = (
    "组织学习《中国共产党章程》《中国共产党廉洁自律准则》《中国共产党纪律处分条例》《中国共产党问责条例》"
    "《中国共产党党内监督条例》《关于新形势下党内政治生活的若干准则》。"
)


def find(*texts, units=None, years=None):
    units = units or [f"第{n}局" for n in range(len(texts))]
    years = years or [2023] * len(texts)
    rows = [
        {"document_id": f"d{n}", "unit": unit, "year": year, "text": text, "unit_masked": "*" in unit}
        for n, (text, unit, year) in enumerate(zip(texts, units, years, strict=True))
    ]
    found = passages(frame(DOCUMENTS, rows), reuse_words())
    return [
        (
            row.relation,
            row.kind,
            texts[int(row.document_id_a[1:])][row.start_a : row.end_a],
            texts[int(row.document_id_b[1:])][row.start_b : row.end_b],
        )
        for row in found.itertuples()
    ]


def test_a_copied_passage_is_found_whole_and_nothing_around_it():
    one, other = OWN[0] + TALK + OWN[1], OWN[2] + "\n" + TALK
    assert find(one, other) == [("units", "exact", TALK, TALK)]


def test_numbers_dates_congresses_and_self_names_may_be_swapped():
    one = "局党组在党的十九大后立即部署，" + TALK
    other = "镇党委在党的二十大后立即部署，" + TALK.replace("12", "9").replace("3名", "**名").replace("28", "31")
    assert find(OWN[0] + one, OWN[1] + other) == [("units", "swapped", one, other)]


def test_edited_words_are_seen_through():
    other = TALK.replace("逐一听取", "分别听取").replace("当面提出期望", "提出要求").replace("跟踪", "督促")
    assert find(OWN[0] + TALK, OWN[1] + other) == [("units", "edited", TALK, other)]


def test_sentences_in_another_order_are_one_passage():
    first, second = (part + "。" for part in TALK.split("。")[:2])
    ((_, kind, left, right),) = find(OWN[0] + first + second, OWN[1] + second + first)
    assert (kind, left, right) == ("edited", first + second, second + first)


def test_the_units_own_earlier_report_comes_first_and_is_told_apart():
    made = find(OWN[0] + TALK, TALK + OWN[1], units=["甲局", "甲局"], years=[2024, 2023])
    assert made == [("period", "exact", TALK, TALK)]
    assert find(OWN[0] + TALK, TALK + OWN[1], units=["*局", "*局"])[0][0] == "units"


def test_a_passage_twice_in_one_report_is_told():
    assert find(TALK + OWN[0] + OWN[1] + TALK) == [("inside", "exact", TALK, TALK)]


@pytest.mark.parametrize("shared", [SLOGANS, TITLES, SLOGANS + TITLES, TALK[:50]])
def test_slogans_titles_and_short_stretches_do_not_count(shared):
    assert find(OWN[0] + shared + OWN[1], OWN[2] + shared) == []


def test_what_many_units_write_is_nobodys():
    many = [f"{OWN[n % 3]}{'甲乙丙丁戊己庚辛'[n]}处。{TALK}" for n in range(8)]
    assert commonest(8) < 8
    assert find(*many) == []
    assert len(find(*many[:2], *OWN)) == 1


def test_nothing_gives_nothing():
    assert find() == []
    assert find("", "短。") == []


def test_the_order_of_the_reports_does_not_matter():
    texts = [OWN[0] + TALK, OWN[1] + TALK.replace("12", "7"), *OWN]
    assert {frozenset(row[2:]) for row in find(*texts)} == {frozenset(row[2:]) for row in find(*texts[::-1])}


def test_what_is_swapped_looks_the_same_and_marks_do_not_count():
    assert normalised(("3月9日，二次全会", "12月21日 三次全会")) == ("0月0日0次全会",) * 2
    assert normalised(("学习《条例》、《准则》。", "学习《通知》")) == ("学习\ue000",) * 2
    assert normalised(("召开ＸＸ次，１２人", "召开**次 9人")) == ("召开0次0人",) * 2


texts = st.lists(st.text(st.sampled_from("党风，。建设《》12三\n𠮷Ab*"), max_size=40), max_size=5)


@given(texts)
def test_every_sign_that_is_kept_stands_where_it_says(texts):
    normal = normalise(texts)
    assert normal.starts[-1] == len(normal.signs) == len(normal.places)
    for number, text in enumerate(texts):
        for at in range(normal.starts[number], normal.starts[number + 1]):
            sign, there = chr(normal.signs[at]), fold(text[normal.places[at]]).lower()
            assert sign in {there, "0"} or (sign, there) == ("\ue000", "《") or there == "𠮷"


def sample_documents():
    reports = [read(Source(file.name, file.read_bytes())) for file in sorted(SAMPLES.glob("*.txt"))]
    rows = [
        {"document_id": r.file, "unit": r.file.split("20")[0], "year": int(r.file[-9:-5]), "text": r.text}
        for r in reports
        if r.file[-9:-5].isdigit()
    ]
    return frame(DOCUMENTS, rows)


def test_the_samples_hold_the_planted_passages_and_no_others():
    documents = sample_documents()
    texts = dict(documents[["document_id", "text"]].itertuples(index=False, name=None))
    found = passages(documents, reuse_words()).to_dict("records")
    assert len(found) == len(CASES)
    for case in CASES:
        own = [row for row in found if _matches(row, texts, case["text"])]
        assert [{"relation": r["relation"], "kind": r["kind"]} for r in own] == [case["expected"]], case["label"]


def _matches(row, texts, sides):
    places = [
        (row[f"document_id_{x}"], texts[row[f"document_id_{x}"]][row[f"start_{x}"] : row[f"end_{x}"]]) for x in "ab"
    ]
    return all(
        file == side["file"] and text.startswith(side["begins"]) and side["ends"] in text
        for (file, text), side in zip(places, sides, strict=True)
    )
