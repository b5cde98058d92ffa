"""Rows as something to decide on, and what a chart says of its reviewed cells."""

import pandas as pd
import pytest
from decided import TEXT, corpus, manual, own, report

from analysis.reviewing.applying.apply import apply
from analysis.reviewing.charts import chart_note
from analysis.reviewing.decisions import Action, DecisionError, Layer
from analysis.reviewing.findings import KEYS, clauses, find, found_in, still_there, told
from analysis.tables.base import frame
from analysis.tables.reviewing import REVIEWED_CELLS


def first(layer):
    name, key = KEYS[layer]
    return find(corpus(), layer, own(corpus(), name)[key].iloc[0])


@pytest.mark.parametrize("layer", list(KEYS))
def test_what_is_confirmed_is_reviewed_and_what_is_rejected_is_gone(layer):
    finding = first(layer)
    for make, left in ((finding.confirm, True), (finding.reject, False)):
        decision = make("备注")
        assert (decision.sha256, decision.note, decision.by) == (report()["sha256"], "备注", "")
        applied = apply(corpus(), [decision], manual())
        assert (finding.item_id in still_there(applied.tables)) is left
        assert len(applied.reviewed) == 1
        assert applied.unplaced.empty


def test_an_answer_is_a_link_of_its_own_strength():
    answers = own_answers()
    finding = find(corpus(), Layer.ANSWER, f"{answers['problem_id'].iloc[0]};{answers['plan_id'].iloc[0]}")
    assert finding.confirm().action is Action.LINK
    assert finding.confirm().value == answers["strength"].iloc[0]
    assert len(apply(corpus(), [finding.reject()], manual()).tables["answers"]) == len(corpus()["answers"]) - 1


def own_answers():
    return corpus()["answers"][corpus()["answers"]["plan_id"].isin(own(corpus(), "plans")["plan_id"])]


def test_a_report_as_a_whole_has_no_place_and_takes_a_unit():
    finding = find(corpus(), Layer.DOCUMENT, report()["document_id"])
    assert finding.span is None
    applied = apply(corpus(), [finding.decision(Action.SET, "unit", "水务中心")], manual())
    assert "水务中心" in set(applied.tables["documents"]["unit"])
    with pytest.raises(DecisionError):
        finding.decision(Action.SET, "year", "去年")


def test_what_is_no_more_is_not_found():
    assert find(corpus(), Layer.CODING, "nothing") is None
    assert find(corpus(), Layer.ANSWER, "nothing;nowhere") is None
    assert find(corpus(), Layer.DOCUMENT, "nothing") is None


def test_all_that_touches_a_stretch_is_found_in_the_order_of_the_text():
    start = TEXT.index("开展警示教育3次")
    found = found_in(corpus(), report()["document_id"], [(start, start + 8)])
    assert {one.layer for one in found} == {Layer.CODING, Layer.QUANTITY}
    assert found == sorted(found, key=lambda one: one.span)
    assert all(one.span[0] < start + 8 and one.span[1] > start for one in found)
    assert not found_in(corpus(), report()["document_id"], [(0, 2)])


def test_findings_are_told_in_chinese():
    said = [told(first(layer), manual().codebook) for layer in KEYS]
    assert said[0] == "主题：警示教育"
    assert said[1].startswith("数量：3次（")
    assert said[2].startswith("自述问题：")
    assert said[3] == "计划措施"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("开展警示教育3次，组织旁听庭审。", ["开展警示教育3次", "组织旁听庭审"]),
        ("9:30开会。", ["9:30开会"]),
        ("——", ["——"]),
    ],
)
def test_a_sentence_falls_into_its_clauses(sentence, expected):
    assert [sentence[start:end] for start, end in clauses(sentence)] == expected


CELLS = [
    ("d0", "coding", "study", "work", 2, 2, True),
    ("d0", "coding", "study", "plan", 1, 0, False),
    ("d0", "coding", "warning", "work", 0, 0, True),
    ("d0", "coding", "duty", "work", 0, 0, False),
]


@pytest.mark.parametrize(
    ("items", "roles", "note"),
    [
        (["study"], ["work"], "本图1格，其中1格经人工复核"),
        (["study"], ["work", "plan"], ""),  # one of the two parts is open still
        (["study", "warning", "duty"], ["work"], "本图3格，其中2格经人工复核"),
        (["duty"], ["work"], ""),  # nothing was in it, and nobody looked
    ],
)
def test_a_cell_of_a_chart_is_reviewed_where_all_behind_it_is(items, roles, note):
    drawn = pd.DataFrame({"document_id": "d0", "item": items})
    assert chart_note(drawn, {item: [item] for item in items}, roles, frame(REVIEWED_CELLS, CELLS)) == note
