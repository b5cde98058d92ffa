"""Edits of the codebook: just what was meant changes, the rest of the file stays as it was."""

import difflib

import pytest
import yaml
from books import TEXTS
from decided import manual
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebookfiles import parse_codebook
from analysis.duties import load_duties
from analysis.revising.checking import check
from analysis.revising.edits import (
    CATEGORY,
    INDICATOR,
    THEME,
    AddCue,
    AddEntry,
    DropCue,
    EditError,
    SetValue,
    TakeFiles,
    entry_at,
    new_id,
    tidy,
)
from analysis.revising.yamltext import add_item, add_mapping, drop_item, put

WORDS = st.text(min_size=1, max_size=8).filter(lambda word: word.isprintable() and word.strip() == word)
FLOW = """# 开头
entries:
  - id: a
    cues: [甲, "乙, 丙",  # 说明
      丁]
  - {id: b, cues: [戊]}
# 结尾
"""
LINES = """entries:
- id: a
  cues:
    - 甲  # 说明
    - '乙: 丙'

    - 丁

- id: b
  note: >-
    两行
    文字
  cues:
  - 戊
last: 1
"""


def cues(texts, kind, key, name="cues"):
    return getattr(entry_at(texts, kind, key)[0], name)


def changed_lines(texts):
    return sum(
        line[:1] in "+-" and line[:3] not in {"+++", "---"}
        for name in TEXTS
        for line in difflib.unified_diff(TEXTS[name].splitlines(), texts[name].splitlines(), n=0)
    )


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        (THEME, "main_responsibility", "cues"),
        (THEME, "main_responsibility", "plan_cues"),
        (CATEGORY, "study_shallow", "objects"),
        (CATEGORY, "study_shallow", "not_in"),
        (INDICATOR, "special_study_sessions", "cues"),
        (INDICATOR, "special_study_sessions", "context"),
    ],
)
def test_a_cue_comes_and_goes_and_no_other_line_changes(kind, key, name):
    before = cues(TEXTS, kind, key, name)
    added = AddCue(kind, key, name, "某件新事").on(TEXTS)
    assert cues(added, kind, key, name) == (*before, "某件新事")
    assert changed_lines(added) <= 2
    assert cues(DropCue(kind, key, name, "某件新事").on(added), kind, key, name) == before


def test_a_cue_that_is_there_or_is_not_is_said():
    (cue, *_) = cues(TEXTS, THEME, "talks")
    with pytest.raises(EditError, match="已经有"):
        AddCue(THEME, "talks", "cues", cue).on(TEXTS)
    with pytest.raises(EditError, match="没有"):
        DropCue(THEME, "talks", "cues", "没有的词").on(TEXTS)
    with pytest.raises(EditError, match="没有了"):
        SetValue(THEME, "no_such", "name", "新名").on(TEXTS)


@pytest.mark.parametrize("value", ["新名", "带“引号”: 和 # 号", "- 短横", "true", "[方括号]"])
def test_names_definitions_and_rules_are_what_was_typed(value):
    for name in ("name", "definition", "rule"):
        changed = SetValue(THEME, "talks", name, value).on(TEXTS)
        assert getattr(entry_at(changed, THEME, "talks")[0], name) == value


def test_a_theme_that_is_switched_off_takes_its_indicators_along_and_can_come_back():
    off = SetValue(THEME, "talks", "disabled", value=True).on(TEXTS)
    book = check(off, manual().codebook)
    assert "talks" not in {theme.id for theme in book.themes}
    assert not any(indicator.theme == "talks" for indicator in book.indicators)
    assert not any("talks" in category.themes for category in book.categories)
    assert "talks" in book.disabled
    assert "talks" not in {duty.id for duty in load_duties(book)}
    assert len(load_duties(book)) == len(load_duties(manual().codebook)) - 1
    assert parse_codebook(SetValue(THEME, "talks", "disabled", value=False).on(off)) == manual().codebook


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (THEME, {"dimension": "style", "definition": "新的一类事", "cues": ["新词"]}),
        (CATEGORY, {"definition": "新的毛病", "cues": ["新毛病"], "themes": ["talks"]}),
        (INDICATOR, {"theme": "talks", "measure_words": ["次"], "additivity": "SUM", "cues": ["新事"]}),
    ],
)
def test_a_new_entry_stands_behind_those_like_it(kind, fields):
    added = AddEntry(kind, {"id": new_id(kind, "新的"), "name": "新的", **fields}).on(TEXTS)
    check(added, manual().codebook)
    entry = entry_at(added, kind, new_id(kind, "新的"))[0]
    assert (entry.name, entry.cues) == ("新的", tuple(fields["cues"]))
    if kind == THEME:
        homes = [theme.dimension for theme in parse_codebook(added).themes]
        assert homes == sorted(homes, key=homes.index)
    with pytest.raises(EditError, match="换一个名称"):
        AddEntry(kind, {"id": "x", "name": "新的", **fields}).on(added)


def test_whole_files_take_the_place_of_those_there():
    other = TEXTS["problems.yaml"] + "\n# 新\n"
    assert TakeFiles({"problems.yaml": other}).on(TEXTS) == {**TEXTS, "problems.yaml": other}


def test_three_dots_are_a_gap():
    assert tidy("  研究...廉政 ") == "研究…廉政"


@pytest.mark.parametrize("text", [FLOW, LINES])
@given(word=WORDS, place=st.integers(0, 2))
@settings(max_examples=60)
def test_the_text_says_what_was_done_and_keeps_its_comments(text, word, place):
    said = yaml.safe_load(text)
    for number, entry in enumerate(said["entries"]):
        path = ("entries", number)
        added = yaml.safe_load(add_item(text, (*path, "cues"), word))
        assert added["entries"][number]["cues"] == [*entry["cues"], word]
        gone = drop_item(text, (*path, "cues"), place % len(entry["cues"]))
        left = list(entry["cues"])
        del left[place % len(left)]
        assert yaml.safe_load(gone)["entries"][number]["cues"] == left
        assert yaml.safe_load(put(text, path, "rule", word))["entries"][number] == {**entry, "rule": word}
        assert yaml.safe_load(put(text, path, "id", word))["entries"][number] == {**entry, "id": word}
        assert yaml.safe_load(put(text, path, "cues", [word]))["entries"][number]["cues"] == [word]
        assert yaml.safe_load(add_item(put(text, path, "cues", []), (*path, "cues"), word))["entries"][number][
            "cues"
        ] == [word]
    more = add_mapping(text, ("entries",), 1, {"id": "c", "cues": [word, "末"]})
    assert yaml.safe_load(more)["entries"] == [*said["entries"], {"id": "c", "cues": [word, "末"]}]
    assert "说明" in more
