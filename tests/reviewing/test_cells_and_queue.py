"""How far the charts were reviewed, and what should be looked at first."""

import pandas as pd
from decided import corpus, manual, report

from analysis.reviewing.applying.apply import apply
from analysis.reviewing.cells import finished, review_note, reviewed_cells
from analysis.reviewing.queue import review_queue
from analysis.reviewing.record import cue_record
from analysis.tables.reviewing import CUE_RECORD, REVIEW_QUEUE, REVIEWED_CELLS

WARNING = "开展警示教育3次"


def cells(people):
    applied = apply(corpus(), people.made, manual())
    made = reviewed_cells(applied.tables, applied.reviewed, finished(corpus()["documents"], people.made))
    assert list(made.columns) == list(REVIEWED_CELLS.names)
    return made[made["document_id"].eq(report()["document_id"])]


def queue(people):
    applied = apply(corpus(), people.made, manual())
    record = cue_record(corpus()["codings"], applied.reviewed)
    made = review_queue(applied.tables, applied.reviewed, record)
    assert list(made.columns) == list(REVIEW_QUEUE.names)
    assert list(record.columns) == list(CUE_RECORD.names)
    assert made["priority"].is_monotonic_decreasing
    return made, record


def told(made):
    return sorted(made[made["reviewed"]]["cell_id"] + made[made["reviewed"]]["role"])


def test_nothing_is_reviewed_at_first(people):
    made = cells(people)
    assert not made["reviewed"].any()
    assert review_note(made) == f"本图{len(made)}格，其中0格经人工复核"
    assert not review_note(made.iloc[:0])


def test_a_cell_is_reviewed_when_all_in_it_is(people):
    people.decide("李", "confirm", "coding", WARNING, "warning_education")
    assert told(cells(people)) == []
    people.decide("王", "confirm", "coding", "组织干部旁听庭审", "warning_education")
    assert told(cells(people)) == ["warning_educationwork"]


def test_a_cell_that_was_emptied_is_reviewed(people):
    people.decide("李", "reject", "coding", "认真落实一岗双责", "dual_duty")
    assert told(cells(people)) == ["dual_dutywork"]


def test_numbers_and_problems_have_cells_too(people):
    people.decide("李", "set", "quantity", "监督检查5次", "value", "6")
    people.decide("李", "confirm", "problem", "一是理论学习不够深入。")
    people.decide("李", "recode", "problem", "二是监督检查方式单一。", value="other")
    assert told(cells(people)) == ["problemsproblems", "supervision_checkswork"]


def test_disputed_findings_are_not_reviewed(people):
    people.decide("李", "confirm", "coding", "认真落实一岗双责", "dual_duty")
    people.decide("王", "reject", "coding", "认真落实一岗双责", "dual_duty")
    assert told(cells(people)) == []


def test_who_goes_through_a_report_reviews_all_of_it(people):
    done = people.decide("李", "finish", "document")
    assert cells(people)["reviewed"].all()
    assert finished(corpus()["documents"], people.made, "王") == frozenset()
    people.decide("李", "undo", names=[done.decision_id])
    assert not cells(people)["reviewed"].any()


def test_the_record_of_a_cue_counts_both_sides(people):
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    _, record = queue(people)
    machine = corpus()["codings"]
    own = machine[machine["document_id"].eq(report()["document_id"]) & machine["quote"].eq(WARNING)]
    cue = own[own["code_id"].eq("warning_education")]["cue"].iloc[0]
    assert record.to_dict("records") == [
        {"code_id": "warning_education", "cue": cue, "confirmed": 0, "rejected": 1, "quotes": WARNING}
    ]


def test_a_cue_that_was_rejected_raises_its_likes_in_other_reports(people):
    machine = corpus()["codings"]
    other = machine[machine["quote"].eq("开展警示教育4次") & machine["code_id"].eq("warning_education")].iloc[0]
    before, _ = queue(people)
    assert other["coding_id"] not in set(before["item_id"])
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    after, _ = queue(people)
    row = after[after["item_id"].eq(other["coding_id"])].iloc[0]
    assert "被驳回过1次" in row["why"]
    assert row["uncertainty"] == pd.Series([2 / 3]).iloc[0]
    assert row["consequence"] == 1 / 2


def test_a_cell_that_hangs_on_one_affirmation_comes_before_a_masked_number(people):
    made, _ = queue(people)
    own = made[made["document_id"].eq(report()["document_id"])]
    alone = own[own["subject"].eq("dual_duty")].iloc[0]
    masked = own[own["subject"].eq("heart_talks")].iloc[0]
    assert alone["why"] == "只有表态的话，算不算提及在两可之间；工作部分只有这一处写到这个主题"
    assert alone["priority"] > masked["priority"] > 0
    assert "名称遮盖" in masked["why"]


def test_what_was_decided_is_not_asked_again(people):
    people.decide("李", "confirm", "coding", "认真落实一岗双责", "dual_duty")
    made, _ = queue(people)
    assert not (made["document_id"].eq(report()["document_id"]) & made["subject"].eq("dual_duty")).any()


def test_other_kinds_weak_answers_and_unknown_years_are_asked(people):
    tables = corpus()
    problems = tables["problems"].assign(categories="other", general=True)
    answers = tables["answers"].assign(strength="theme")
    documents = tables["documents"].assign(year=pd.NA).astype({"year": "Int64"})
    indicators = tables["indicators"]
    conflict = indicators["status"].where(indicators["quantity_ids"].eq(""), "conflict")
    changed = {**tables, "problems": problems, "answers": answers, "documents": documents}
    applied = apply(tables, people.made, manual())
    made = review_queue(
        {**changed, "indicators": indicators.assign(status=conflict)},
        applied.reviewed,
        cue_record(tables["codings"], applied.reviewed),
    )
    reasons = "".join(made["why"])
    for word in ("没有归进", "总括", "只是同一主题", "没有认出年度", "不同的数"):
        assert word in reasons
