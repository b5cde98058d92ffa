import json
from pathlib import Path

import pytest
from worktext import as_role

from analysis.codebookfiles import load_codebook
from analysis.coding.base import Role
from analysis.coding.indicators.cues import compile_cues, found
from analysis.coding.indicators.linking import link_indicators
from analysis.coding.indicators.states import indicator_states
from analysis.coding.quantities.finding import find_quantities
from analysis.lexicon.coding import load_lexicon

CASES = json.loads((Path(__file__).parents[1] / "cases" / "indicators.json").read_text(encoding="utf-8"))
WORDS, CODEBOOK = load_lexicon().quantities, load_codebook()


def link(text, role=Role.WORK):
    parsed = as_role(text, role)
    return link_indicators(parsed, find_quantities(parsed, WORDS), CODEBOOK)


def state(text, indicator_id):
    states = {s.indicator_id: s for s in indicator_states(link(text), CODEBOOK)}
    return states[indicator_id].status, states[indicator_id].value


@pytest.mark.parametrize("case", CASES, ids=[f"{case['label']}: {case['text'][:20]}" for case in CASES])
def test_cases(case):
    found = [q for q in link(case["text"]) if q.status != "zero_claim"]
    assert [[case["text"][q.start : q.end], q.indicator_id] for q in found] == case["expected"], case["comment"]


def test_every_indicator_has_cases_for_and_against():
    for indicator in CODEBOOK.indicators:
        mine = [c for c in CASES if c["label"] == indicator.id]
        others = [c for c in CASES if c["label"] == f"not {indicator.id}"]
        assert len(mine) >= 3, indicator.id
        assert len(others) >= 2, indicator.id


def test_only_work_done_is_linked():
    assert link("开展警示教育2次")[0].indicator_id == "warning_edu_sessions"
    assert link("开展警示教育2次", Role.PLAN)[0].indicator_id == ""


def test_the_cue_is_kept_and_the_domain_is_the_indicators():
    quantity = link("查处违规审批事项，给予党纪处分3人")[0]
    assert quantity.cue == "党纪处分"
    assert quantity.domain == "party"


def test_there_is_one_state_an_indicator():
    states = indicator_states(link("讲党课3次"), CODEBOOK)
    assert [s.indicator_id for s in states] == [i.id for i in CODEBOOK.indicators]
    assert sum(s.status != "absent" for s in states) == 1


@pytest.mark.parametrize(
    ("text", "indicator_id", "expected"),
    [
        ("开展监督检查3次。组织明察暗访2次。", "supervision_checks", ("reported", 5)),
        ("召开支委会12次、党员大会4次。", "branch_meetings", ("reported", 16)),
        ("讲党课**次。", "party_lectures", ("masked", None)),
        ("讲党课**次。支部书记讲党课4次。", "party_lectures", ("reported", 4)),
        ("没有数字。", "party_lectures", ("absent", None)),
        ("认真讲党课。", "party_lectures", ("absent", None)),
        ("开展警示教育3次。全年开展警示教育3次。", "warning_edu_sessions", ("reported", 3)),
        ("开展警示教育3次。开展警示教育5次。", "warning_edu_sessions", ("conflict", None)),
        ("一季度开展警示教育3次。全年开展警示教育8次。", "warning_edu_sessions", ("reported", 8)),
        ("全年开展警示教育8次。全年开展警示教育9次。", "warning_edu_sessions", ("conflict", None)),
        ("每季度召开1次支委会。", "branch_meetings", ("reported", None)),
        ("每季度召开1次党员大会。全年召开支委会12次。", "branch_meetings", ("reported", 12)),
        ("提醒谈话5人次。对3名干部提醒谈话。", "reminder_talks", ("reported", 5)),
        ("提醒谈话5名。对3人提醒谈话。", "reminder_talks", ("reported", 8)),
        ("发展党员3名，预备党员转正2名。", "members_developed", ("reported", 3)),
        ("立案5件，党纪处分4人。", "discipline_actions", ("reported", 4)),
        ("立案0件。", "discipline_actions", ("reported", 0)),
        ("查摆问题12个，梳理出九类问题。", "problems_identified", ("reported", 12)),
        ("运用四种形态处理20人次，其中提醒谈话9人次。", "reminder_talks", ("reported", 9)),
        ("排查廉政风险点50个，其中高风险点12个。", "risk_points", ("reported", 50)),
    ],
)
def test_additivity(text, indicator_id, expected):
    assert state(text, indicator_id) == expected


def test_a_total_said_twice_is_marked():
    assert [q.relation for q in link("全年开展警示教育3次。全年开展警示教育3次。")] == ["total", "restated"]


def test_positions_lead_to_the_quantities():
    quantities = link("走访9户，讲党课3次，接访2次，讲党课3次")
    lectures = next(s for s in indicator_states(quantities, CODEBOOK) if s.indicator_id == "party_lectures")
    assert lectures.quantities == (1, 3)


def test_numbers_outside_the_work_state_nothing():
    quantities = tuple(q._replace(role=Role.PLAN) for q in link("讲党课3次"))
    assert all(s.status == "absent" for s in indicator_states(quantities, CODEBOOK))


@pytest.mark.parametrize("measure_word", sorted(compile_cues(CODEBOOK).finders))
def test_cues_tried_where_a_word_opens_one_are_those_of_a_search_everywhere(measure_word):
    cuebook = compile_cues(CODEBOOK)
    for text in (case["text"] for case in CASES[::5]):
        at = len(text) // 2
        words = f"{text[:at]}#{text[at:]}"
        starts = {finder.indicator.id: own for finder, own in cuebook.openers[measure_word].find(words, at)}
        for finder in cuebook.finders[measure_word]:
            for pattern in filter(None, (finder.cue, finder.weak_cue)):
                hits = found(pattern, words, starts.get(finder.indicator.id, ()))
                assert [hit.span() for hit in hits] == [hit.span() for hit in pattern.finditer(words)]
