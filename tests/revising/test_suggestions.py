"""Cues that corrections suggest, on sentences and codings written by hand."""

import pytest

from analysis.codebook import Codebook
from analysis.revising.suggestions import cue_suggestions
from analysis.tables.base import frame
from analysis.tables.coding import CODINGS, SENTENCES
from analysis.tables.reviewing import CUE_RECORD
from analysis.tables.revising import CUE_SUGGESTIONS

SAID = (
    "组织干部旁听庭审。",
    "分批旁听庭审，撰写心得。",
    "组织干部参加培训。",
    "组织干部下乡走访。",
    "召开警示教育大会。",
    "开展交通安全警示教育。",
    "发布交通安全警示教育短片。",
)
NOBODY = frame(CUE_RECORD, [])


@pytest.fixture(scope="module")
def codebook():
    theme = {"id": "warning", "name": "警示教育", "dimension": "mind", "definition": "", "cues": ["警示教育"]}
    return Codebook.model_validate(
        {
            "version": "1",
            "dimensions": [{"id": "mind", "name": "思想"}],
            "themes": [theme],
            "categories": [],
            "indicators": [],
        }
    )


def suggested(codebook, *, added=(), machine=(), record=NOBODY):
    """What is suggested where people added the sentences `added`, and the machine's are those of `machine`."""
    sentences = [{"sentence_id": f"s{n}", "text": text} for n, text in enumerate(SAID)]
    codings = [
        {"sentence_id": f"s{n}", "code_id": "warning", "quote": SAID[n].rstrip("。").split("，")[0], "source": source}
        for source, places in (("human", added), ("machine", machine))
        for n in places
    ]
    tables = {"sentences": frame(SENTENCES, sentences), "codings": frame(CODINGS, codings)}
    made = cue_suggestions(tables, record, codebook)
    assert list(made.columns) == list(CUE_SUGGESTIONS.names)
    return made


def rejected(*quotes, confirmed=0):
    return frame(CUE_RECORD, [("warning", "警示教育", confirmed, len(quotes), "；".join(quotes))])


def test_without_corrections_nothing_is_suggested(codebook):
    assert suggested(codebook, machine=(4, 5, 6)).empty
    assert suggested(codebook, machine=(4,), record=rejected(confirmed=3)).empty


def test_what_added_clauses_share_is_a_new_cue(codebook):
    made = suggested(codebook, added=(0, 1))
    first = made.iloc[0]
    assert (first["kind"], first["decisions"], first["sentences"], first["coded"]) == ("add", 2, 2, 2)
    assert first["phrase"] in "旁听庭审"
    assert first["quotes"] == "组织干部旁听庭审；分批旁听庭审"
    assert "人工增补的2处" in first["why"]


def test_what_other_sentences_say_as_well_is_none(codebook):
    phrases = set(suggested(codebook, added=(0,))["phrase"])
    assert phrases
    assert not phrases & {"组织", "干部", "组织干部", "旁听", "庭审", "旁听庭审"}


def test_words_around_a_rejected_cue_are_an_exclusion(codebook):
    made = suggested(
        codebook, machine=(4,), record=rejected("开展交通安全警示教育", "发布交通安全警示教育短片", confirmed=1)
    )
    first = made.iloc[0]
    assert (first["kind"], first["cue"], first["decisions"]) == ("exclude", "警示教育", 2)
    assert first["phrase"].endswith("安全警示教育")
    assert (first["sentences"], first["coded"]) == (2, 0)


def test_a_phrase_that_right_codings_hold_too_is_no_exclusion(codebook):
    made = suggested(codebook, machine=(4, 5, 6), record=rejected("开展交通安全警示教育", confirmed=1))
    assert made.empty


def test_a_cue_that_was_only_rejected_should_go(codebook):
    quotes = ("开展交通安全警示教育", "发布交通安全警示教育短片")
    made = suggested(codebook, record=rejected(*quotes))
    assert made[made["kind"].eq("drop")]["phrase"].tolist() == ["警示教育"]
    assert "drop" not in set(suggested(codebook, record=rejected(*quotes, confirmed=1))["kind"])


def test_what_the_codebook_has_is_not_suggested(codebook):
    assert "警示教育" not in set(suggested(codebook, added=(4,))["phrase"])
