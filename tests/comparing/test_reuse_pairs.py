import pytest

from analysis.comparing.reuse.aligned import EDIT, SWAP, differences
from analysis.comparing.reuse.pairs import chosen, covered, in_matrix, looked_at, of_pair, reuse_matrix, reuse_pairs
from analysis.comparing.reuse.sentences import reuse_findings, title_reuse
from analysis.lexicon.comparing import reuse_words
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS
from analysis.tables.comparing.reuse import REUSE_PASSAGES
from analysis.tables.comparing.shared import LABELS

# a: 1000 characters, b: 500, c: 200; a and b share 100 + 50 characters, a repeats 60 of its own.
ROWS = (
    ("a", 0, 100, "b", 10, 110, 100, "exact", 1.0, "units"),
    ("a", 300, 350, "b", 200, 250, 50, "edited", 0.8, "units"),
    ("a", 400, 460, "a", 700, 760, 60, "swapped", 1.0, "inside"),
    ("b", 0, 90, "c", 0, 100, 90, "swapped", 1.0, "period"),
)


@pytest.fixture
def made():
    passages = frame(REUSE_PASSAGES, ROWS)
    labels = frame(LABELS, [{"document_id": key, "label": f"{key}局"} for key in "abc"])
    sizes = {"a": 1000, "b": 500, "c": 200}
    units = {"a": "甲局", "b": "乙局", "c": "乙局"}
    rows = [{"document_id": k, "unit": units[k], "text": "字" * n, "unit_masked": False} for k, n in sizes.items()]
    return passages, labels, frame(DOCUMENTS, rows)


def test_overlapping_stretches_count_once():
    assert covered([(0, 10), (5, 20), (30, 31)]) == 21
    assert covered([]) == 0


def test_pairs_add_up_their_passages_for_both_sides(made):
    first = reuse_pairs(*made).set_index("pair_id").loc["a|b"]
    assert (first["passages"], first["characters"]) == (2, 150)
    assert (first["share_a"], first["share_b"]) == (0.15, 0.3)
    assert (first["exact"], first["swapped"], first["edited"]) == (1, 0, 1)


def test_inside_a_report_both_places_are_a_share_of_it(made):
    inside = reuse_pairs(*made).set_index("pair_id").loc["a|a"]
    assert inside["share_a"] == inside["share_b"] == pytest.approx(0.12)


def test_the_matrix_is_directed_and_says_none_and_self_apart(made):
    passages, labels, documents = made
    pairs = reuse_pairs(chosen(passages, "abc", "units"), labels, documents)
    cells = reuse_matrix(pairs, labels).set_index(["document_id", "other_id"])
    assert (cells.loc[("a", "b"), "share"], cells.loc[("b", "a"), "share"]) == (0.15, 0.3)
    assert cells.loc[("a", "a"), "state"] == "self"
    assert cells.loc[("a", "c"), "state"] == "none"
    assert cells.loc[("a", "c"), "share"] is not cells.loc[("a", "b"), "share"]
    assert cells["share"].isna().sum() == 7


def test_a_big_matrix_shows_only_reports_that_share_something(made):
    passages, labels, documents = made
    pairs = reuse_pairs(chosen(passages, "abc", "units"), labels, documents)
    assert in_matrix(pairs, labels, 3)["document_id"].to_list() == ["a", "b", "c"]
    assert in_matrix(pairs, labels, 2)["document_id"].to_list() == ["a", "b"]


def test_passages_are_chosen_by_reports_and_relation_and_by_pair(made):
    passages = made[0]
    assert len(chosen(passages, "ab", "units")) == 2
    assert chosen(passages, "ac", "units").empty
    assert of_pair(passages, "b", "a")["start_a"].to_list() == [0, 300]


def test_titles_say_what_was_found_and_what_was_looked_at(made):
    pairs = reuse_pairs(*made)
    by = {relation: pairs[pairs["relation"].eq(relation)] for relation in ("units", "period", "inside")}
    assert title_reuse(by["units"], "units", 3) == "单位之间有1对报告共2段雷同：a局与b局（2段150字）"
    assert title_reuse(by["inside"], "inside", 3) == "3份报告中1份内部有重复段落，共1段：a局"
    assert title_reuse(pairs.iloc[:0], "units", 5) == "5份报告之间没有发现雷同段落"
    assert "没有同一单位的两期报告" in title_reuse(pairs.iloc[:0], "period", 0)
    assert [looked_at(made[2], relation) for relation in ("units", "period", "inside")] == [3, 2, 3]


def test_findings_name_the_pair_the_size_and_the_places(made):
    found = reuse_findings(reuse_pairs(*made), made[0])
    told = found["findings"].set_index("finding_id")
    assert told.loc["reuse-a|b", "sentence"] == "a局与b局雷同2段（150字），其中一字不差1段、改动了部分词句1段"
    assert told.loc["reuse-b|c", "sentence"] == "c局：与往期报告（b局）雷同1段（90字），占本报告50%"
    assert told.loc["reuse-a|a", "document_ids"] == "a"
    spans = found["finding_spans"]
    assert set(spans["finding_id"]) == set(told.index)
    assert len(spans[spans["finding_id"].eq("reuse-a|b")]) == 4
    assert found["findings"]["weight"].is_monotonic_decreasing
    assert reuse_findings(reuse_pairs(made[0].iloc[:0], *made[1:]), made[0].iloc[:0])["findings"].empty


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("党的十九大后召开", "党的二十大后召开", [("十九", "二十", SWAP)]),
        ("3月9日开会", "12月21日开会", [("3", "12", SWAP), ("9", "21", SWAP)]),
        ("学习《条例》", "学习《准则》", [("《条例》", "《准则》", SWAP)]),
        ("局党组认真研究", "镇党委认真研究", [("局党组", "镇党委", SWAP)]),
        ("谈话**次", "谈话12次", [("**", "12", SWAP)]),
        ("印发通知提醒", "下发文件提醒", [("印", "下", EDIT), ("通知", "文件", EDIT)]),
        ("清明、五一", "五一", [("清明、", "", EDIT)]),
        ("开会 研究", "开会研究", []),
        ("一样", "一样", []),
        ("", "补上", [("", "补上", EDIT)]),
    ],
)
def test_a_difference_is_a_swap_or_an_edit(left, right, expected):
    found = differences(left, right, reuse_words())
    assert [(left[slice(*d.left)], right[slice(*d.right)], d.kind) for d in found] == expected
