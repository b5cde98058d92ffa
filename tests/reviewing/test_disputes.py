"""What people decide differently: listed, and the machine's own stays."""

from decided import corpus, own
from laid import WARNING, lay, same


def test_two_people_who_differ_are_listed_and_the_machine_stays(people):
    first = people.decide("李", "confirm", "coding", WARNING, "warning_education")
    second = people.decide("王", "reject", "coding", WARNING, "warning_education")
    applied = lay(people)
    same(applied.tables, corpus())
    (row,) = applied.conflicts.to_dict("records")
    assert (row["told"], row["quote"]) == ("李：算；王：不算", WARNING)
    assert row["decision_ids"].split(";") == [first.decision_id, second.decision_id]
    assert list(applied.reviewed["state"]) == ["disputed"]
    people.decide("张", "reject", "coding", WARNING, "warning_education", names=row["decision_ids"].split(";"))
    applied = lay(people)
    assert applied.conflicts.empty
    assert list(applied.reviewed["state"]) == ["rejected"]


def test_numbers_parts_links_and_units_can_be_disputed_too(people):
    for by, value, role in (("李", "6", "plan"), ("王", "7", "problems")):
        people.decide(by, "set", "quantity", "监督检查5次", "value", value)
        people.decide(by, "set", "document", subject="unit", value=f"{value}局")
        people.decide(by, "set", "role", "认真落实一岗双责", value=role, other="层层传导压力。")
    problem, plan = "一是理论学习不够深入。", "一是丰富理论学习形式，每月组织集中学习。"
    people.decide("李", "unlink", "answer", problem, other=plan)
    people.decide("王", "link", "answer", problem, value="direct", other=plan)
    people.decide("李", "recode", "problem", problem, value="other")
    people.decide("王", "recode", "problem", problem, value="responsibility_weak")
    applied = lay(people)
    assert set(applied.conflicts["layer"]) == {"quantity", "document", "role", "answer", "problem"}
    same(applied.tables, corpus())


def test_what_one_changes_and_another_rejects_stays_the_machines(people):
    people.decide("李", "set", "quantity", "监督检查5次", "value", "15")
    people.decide("王", "reject", "quantity", "监督检查5次")
    people.decide("李", "recode", "problem", "一是理论学习不够深入。", value="other")
    people.decide("王", "reject", "problem", "一是理论学习不够深入。")
    applied = lay(people)
    same(applied.tables, corpus())
    assert set(applied.conflicts["layer"]) == {"quantity", "problem"}


def test_people_who_add_the_same_problem_a_little_differently_add_one(people):
    people.decide("李", "add", "problem", "层层传导压力", value="other")
    people.decide("王", "add", "problem", "层层传导压力。", value="other")
    problems = own(lay(people).tables, "problems")
    assert len(problems) == len(own(corpus(), "problems")) + 1
    people.decide("王", "add", "problem", "层层传导压力。", value="responsibility_weak")
    applied = lay(people)
    assert own(applied.tables, "problems")["categories"].iloc[0] == "other"
    assert applied.conflicts["told"].tolist() == ["李：其他；王：责任压得不实"]
