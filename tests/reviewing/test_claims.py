"""Which decisions hold: undo, a change of mind, disagreement, and its settlement."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.reviewing.claims import NO, YES, Claim, Item, Placed, settle, standing
from analysis.reviewing.decisions import Action, Decision, Layer

ITEM = Item(Layer.CODING, "warning", "3")


def undo(number, *names):
    return Decision(f"e{number}", "李", "", "ab", Action.UNDO, names=names)


def done(number, by="李", names=()):
    return Decision(f"e{number}", by, "", "ab", Action.FINISH, Layer.DOCUMENT, names=names)


def ids(decisions):
    return [one.decision_id for one in standing(decisions)]


def claims(*said):
    """Claims on one item: person, value, the numbers of the decisions that it names."""
    made = [done(n, by, tuple(f"e{name}" for name in names)) for n, (by, _, *names) in enumerate(said)]
    return [Claim(ITEM, value, Placed(one)) for one, (_, value, *_) in zip(made, said, strict=True)]


def test_an_undo_takes_back_and_an_undo_of_it_brings_back():
    assert ids([done(0), done(1)]) == ["e0", "e1"]
    assert ids([done(0), done(1), undo(2, "e0")]) == ["e1"]
    assert ids([done(0), undo(1, "e0"), undo(2, "e1")]) == ["e0"]
    assert ids([undo(0, "e1"), done(1)]) == ["e1"]


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=10), st.data())
def test_undoing_the_last_decision_is_as_if_it_had_not_been(history, data):
    made = [done(n) if named is None else undo(n, f"e{named}") for n, named in enumerate(history)]
    last = data.draw(st.sampled_from([done(99), undo(99, "e0"), undo(99, "e1", "e2")]))
    assert standing([*made, last, undo(100, "e99")]) == standing(made)


def test_of_one_person_the_last_word_counts():
    assert settle(claims(("李", YES), ("李", NO))).held[ITEM].value == NO


def test_people_who_agree_have_no_conflict():
    assert settle(claims(("李", YES), ("王", YES))).held[ITEM].placed.decision.by == "王"


def test_people_who_differ_are_both_kept_and_neither_holds():
    settled = settle(claims(("李", YES), ("王", NO)))
    assert not settled.held
    assert [claim.value for claim in settled.disputed[ITEM]] == [YES, NO]


def test_a_later_decision_of_anyone_that_names_the_others_settles():
    said = (("李", YES), ("王", NO), ("张", NO, 0, 1))
    assert settle(claims(*said)).held[ITEM].value == NO
    assert settle(claims(*said[:2], ("李", NO, 1))).held[ITEM].value == NO
    assert settle(claims(*said[:2], ("张", NO, 0))).held[ITEM].value == NO
    assert ITEM in settle(claims(*said[:2], ("张", YES, 0))).disputed
