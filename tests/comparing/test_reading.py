import pandas as pd
import pytest
from written import Written, coding, number, problem

from analysis.codebookfiles import load_codebook
from analysis.comparing.reading import (
    by_category,
    by_part,
    by_theme,
    category_spans,
    most_shared,
    passage_marks,
    whole_report,
)

ALL = ("work", "problems", "plan")


@pytest.fixture(scope="module")
def manual():
    return load_codebook()


@pytest.fixture
def tables():
    return (
        Written()
        .report("a")
        .say("work", "谈心谈话5人次，警示教育2次。", coding("talks", "谈心谈话5人次", "谈心谈话"), path="一、工作")
        .say("work", "办了实事3件。", number("3件", 3.0, word="件"))
        .say(
            "problems",
            "谈话不深。",
            coding("talks", "谈话不深"),
            problem("谈话不深", "talk_shallow", "enforcement_lax"),
        )
        .report("b", "乙局")
        .say("work", "警示教育4次。", coding("warning_education", "警示教育4次"), number("4次", 4.0))
        .tables()
    )


def cells(passages):
    return passages[["group_id", "document_id", "text"]].to_numpy().tolist()


def test_sentences_are_aligned_by_theme_in_the_order_of_the_manual(tables, manual):
    made = by_theme(tables, manual, ["a", "b"], ["warning_education", "talks"], ALL)
    assert cells(made) == [
        ["warning_education", "b", "警示教育4次。"],
        ["talks", "a", "谈心谈话5人次，警示教育2次。"],
        ["talks", "a", "谈话不深。"],
    ]
    assert made["path"].to_list()[1] == "一、工作"
    assert cells(by_theme(tables, manual, ["a"], ["talks"], ["problems"])) == [["talks", "a", "谈话不深。"]]


def test_a_problem_of_two_kinds_stands_under_both(tables, manual):
    made = by_category(tables, manual, ["a", "b"])
    assert set(made["group_id"]) == {"talk_shallow", "enforcement_lax"}
    assert set(made["text"]) == {"谈话不深。"}
    assert set(category_spans(tables, ["a"])["group_id"]) == {"talk_shallow", "enforcement_lax"}
    assert by_category(tables, manual, ["b"]).empty


def test_a_part_has_all_its_sentences(tables, manual):
    made = by_part(tables, manual, ["a", "b"], ["work"])
    assert made["group"].unique().tolist() == ["工作部分"]
    assert made["text"].to_list() == ["谈心谈话5人次，警示教育2次。", "办了实事3件。", "警示教育4次。"]


def test_cues_are_marked_in_their_group_only_and_numbers_everywhere(tables, manual):
    passages = by_theme(tables, manual, ["a", "b"], ["warning_education", "talks"], ALL)
    text = tables["documents"].set_index("document_id")["text"]
    start = text["a"].index("谈心谈话")
    cues = pd.DataFrame([("a", start, start + 4, "talks")], columns=["document_id", "start", "end", "group_id"])
    marks = passage_marks(tables, passages, cues)
    assert marks[["group_id", "mark", "mark_start", "mark_end"]].to_numpy().tolist() == [
        ["talks", "cue", 0, 4],
        ["warning_education", "number", 4, 6],
    ]


def test_a_mark_that_goes_beyond_its_sentence_ends_with_it(tables, manual):
    passages = by_part(tables, manual, ["a"], ["work"])
    cues = pd.DataFrame([("a", 0, 10_000)], columns=["document_id", "start", "end"])
    own = passage_marks(tables, passages, cues)
    own = own[own["mark"].eq("cue")]
    lengths = passages.set_index("sentence_id")["text"].str.len()
    assert (own["mark_start"] == 0).all()
    assert own["mark_end"].to_list() == lengths[own["sentence_id"]].to_list()


def test_the_whole_report_keeps_every_sentence_and_names_headings_once(tables, manual):
    made = whole_report(tables, manual, "a")
    assert made["text"].to_list() == tables["sentences"].query("document_id == 'a'")["text"].to_list()
    assert made["group"].to_list()[0] == "一、工作"
    assert made["group_id"].nunique() == 3
    assert made["themes"].to_list() == ["谈心谈话", "", "谈心谈话"]


def test_the_theme_that_most_reports_share_comes_first(tables):
    codes = ["theory_study", "warning_education", "talks"]
    assert most_shared(tables["codings"], ["a", "b"], codes) == ["talks", "warning_education", "theory_study"]
    assert most_shared(tables["codings"], ["b"], codes)[0] == "warning_education"


def test_nothing_gives_empty_tables(manual):
    tables = Written().tables()
    passages = by_theme(tables, manual, [], ["talks"], ALL)
    cues = pd.DataFrame([], columns=["document_id", "start", "end"])
    assert passages.empty
    assert passage_marks(tables, passages, cues).empty
    assert by_category(tables, manual, []).empty
