"""The effect of an edited codebook on the loaded reports."""

from books import TEXTS, edited, with_theme
from decided import TEXT, corpus, manual

from analysis.codebookfiles import parse_codebook
from analysis.corpus import build_corpus
from analysis.reading.base import Source
from analysis.report import Manual
from analysis.revising.preview import preview
from analysis.tables.revising import PREVIEW


def seen(texts):
    made = preview(corpus(), manual().codebook, Manual(parse_codebook(texts), manual().lexicon))
    assert list(made.columns) == list(PREVIEW.names)
    return made[made["file"].eq("水务局.txt")]


def test_the_same_book_changes_nothing():
    assert seen(TEXTS).empty


def test_a_new_cue_shows_what_appears_with_its_sentence():
    made = seen(with_theme("旁听庭审"))
    (row,) = made.to_dict("records")
    assert (row["layer"], row["code_id"], row["name"], row["change"]) == ("coding", "brand_new", "新主题", "appears")
    assert (row["quote"], row["after"], row["role"]) == ("组织干部旁听庭审", "旁听庭审", "work")
    assert row["sentence"] == "开展警示教育3次，组织干部旁听庭审。"
    assert TEXT[row["start"] : row["end"]] == row["quote"]


def test_the_way_back_shows_what_vanishes():
    found = build_corpus(
        [Source("水务局.txt", TEXT.encode())],
        Manual(before := parse_codebook(with_theme("旁听庭审")), manual().lexicon),
    )
    (row,) = preview(found.tables, before, manual()).to_dict("records")
    assert (row["name"], row["change"], row["before"], row["after"]) == ("新主题", "vanishes", "旁听庭审", "")


def test_problems_and_indicators_are_previewed_where_they_are_touched():
    texts = edited("problems.yaml", "- id: enforcement_lax\n  name: ", "- id: enforcement_weak\n  name: ")
    made = seen(texts)
    assert set(zip(made["layer"], made["change"], made["code_id"], strict=True)) >= {
        ("problem", "vanishes", "enforcement_lax"),
        ("problem", "appears", "enforcement_weak"),
    }


def test_an_indicator_that_states_no_more_vanishes_with_its_number():
    indicator = "supervision_checks"
    made = seen(edited("indicators.yaml", f"id: {indicator}", f"id: {indicator}_2"))
    told = made[made["layer"].eq("indicator")]
    assert list(zip(told["code_id"], told["change"], told["before"], told["after"], strict=True)) == [
        (indicator, "vanishes", "5", ""),
        (f"{indicator}_2", "appears", "", "5"),
    ]
    assert set(told["quote"]) == {"开展监督检查5次"}
