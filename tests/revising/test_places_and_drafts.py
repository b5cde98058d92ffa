"""Where cues stand and count, how they are told, and drafts of the next version."""

import pytest
from books import TEXTS, with_theme
from decided import OTHER, TEXT, corpus, manual

from analysis.codebookfiles import parse_codebook, parse_written
from analysis.corpus import build_corpus
from analysis.reading.base import Source
from analysis.report import Manual
from analysis.revising.draft import Draft
from analysis.revising.edits import THEME, AddCue, DropCue, EditError, SetValue, TakeFiles
from analysis.revising.places import cue_places
from analysis.revising.preview import preview, preview_counts
from analysis.revising.telling import told
from analysis.revising.versions import Version, revise
from analysis.rulefile import RuleFileError
from analysis.tables.revising import CUE_PLACES

BASE = Version(TEXTS, "", "", "随软件附带的手册")
CUE = AddCue(THEME, "eight_rules", "cues", "旁听庭审")


def entry(name, key):
    return next(one for one in getattr(manual().codebook, name) if one.id == key)


def counts(one, cue, field="cues"):
    places = cue_places(corpus(), one)
    assert list(places.columns) == list(CUE_PLACES.names)
    own = places[places["cue"].eq(cue) & places["field"].eq(field)]
    return len(own), int(own["counted"].sum())


def test_a_cue_is_counted_where_the_machine_found_the_theme():
    theme = entry("themes", "warning_education")
    assert counts(theme, "警示教育") == (2, 2)
    silent = theme.model_copy(update={"cues": ("层层传导",), "not_in": ("开展监督",)})
    assert counts(silent, "层层传导") == (2, 0)
    assert counts(silent, "开展监督", "not_in") == (2, 0)


def test_categories_count_in_their_problems_and_indicators_beside_their_numbers():
    category = entry("categories", "study_shallow")
    assert counts(category, "理论学习", "objects") == (4, 2)  # 丰富理论学习形式 is a measure
    indicator = entry("indicators", "supervision_checks")
    own = indicator.model_copy(update={"cues": ("监督检查…#", "监督检查方式")})
    assert counts(own, "监督检查…#") == (6, 2)
    assert counts(own, "监督检查方式") == (4, 0)


def test_a_cue_of_any_words_is_left_out():
    assert counts(entry("themes", "talks").model_copy(update={"cues": ("#",)}), "#") == (0, 0)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("警示教育", ""),
        ("研究…廉政", "“研究”，其后20字内有“廉政”"),
        ("从严治党……责任", "“从严治党”，其后80字内有“责任”"),
        ("议|商量…廉政", "“议”、“商量”之一，其后20字内有“廉政”"),
        ("<检查>&<纪律事>", "“检查”一类的词，前后20字内有“纪律事”一类的词"),
        ("甲|乙|丙|丁|戊", "“甲”、“乙”、“丙”、“丁”等5种说法之一"),
        ("查摆…#…问题", "“查摆”，其后20字内有数字，其后20字内有“问题”"),
    ],
)
def test_cues_are_told_in_plain_words(cue, words):
    assert told(cue) == words


def test_a_draft_tells_what_changed_and_is_undone_edit_by_edit():
    draft = Draft(BASE).doing(CUE).doing(SetValue(THEME, "talks", "name", "谈话"))
    assert list(draft.changes["told"]) == [
        "主题“八项规定”的线索词：增加旁听庭审",
        "主题“谈话”的名称由“谈心谈话”改为“谈话”",
    ]
    assert list(draft.undone().changes["told"]) == ["主题“八项规定”的线索词：增加旁听庭审"]
    assert draft.undone().undone().changes.empty
    off = Draft(BASE).doing(SetValue(THEME, "talks", "disabled", value=True))
    assert list(off.changes["told"]) == ["停用主题“谈心谈话”"]
    assert "talks" not in {theme.id for theme in off.codebook.themes}


def test_an_edit_that_breaks_the_codebook_is_refused_and_the_draft_stays():
    draft = Draft(BASE)
    with pytest.raises(RuleFileError, match="太慢"):
        draft.doing(AddCue(THEME, "talks", "cues", "在……在……在…落实"))
    with pytest.raises(RuleFileError, match=r"problems\.yaml 第 2 行"):
        draft.doing(TakeFiles({"problems.yaml": "a: &a [1]\nb: *a\n"}))
    assert draft.changes.empty


def test_a_draft_is_done_again_on_what_somebody_else_saved():
    theirs = Draft(BASE).doing(CUE).doing(DropCue(THEME, "talks", "cues", entry("themes", "talks").cues[0]))
    other = revise(BASE, theirs.texts, by="乙", at="2026-01-02T00:00:00", reason="先保存")
    mine = Draft(BASE).doing(SetValue(THEME, "talks", "rule", "面对面才算")).doing(CUE)
    merged, lost = mine.onto(other)
    assert list(merged.changes["told"]) == [
        "主题“谈心谈话”的边界说明由“" + entry("themes", "talks").rule + "”改为“面对面才算”"
    ]
    assert lost == ("“八项规定”已经有“旁听庭审”，不必再加",)


def test_an_edit_that_no_longer_fits_says_so():
    with pytest.raises(EditError):
        Draft(BASE, (CUE, CUE)).texts  # noqa: B018 - the texts are made when they are asked for


def test_the_short_way_of_the_preview_gives_what_coding_everything_anew_gives():
    parts = (
        CUE,
        DropCue(THEME, "dual_duty", "cues", "一岗双责"),
        AddCue(THEME, "supervision_inspection", "not_in", "明察暗访"),
        SetValue(THEME, "talks", "name", "谈话"),
    )
    draft = Draft(BASE)
    for edit in parts:
        draft = draft.doing(edit)
    after = Manual(draft.codebook, manual().lexicon)
    heard = []
    rows = preview(corpus(), manual().codebook, after, heard.append)
    assert sorted(heard) == sorted(corpus()["documents"]["file"])
    old = {tuple(row) for row in corpus()["codings"][["document_id", "code_id", "start"]].to_numpy()}
    sources = [Source("水务局.txt", TEXT.encode()), Source("林业局.txt", OTHER.encode())]
    again = build_corpus(sources, after).tables["codings"]
    new = {tuple(row) for row in again[["document_id", "code_id", "start"]].to_numpy()}
    for change, expected in (("appears", new - old), ("vanishes", old - new)):
        own = rows[rows["change"].eq(change)]
        assert {tuple(row) for row in own[["document_id", "code_id", "start"]].to_numpy()} == expected
        assert expected
    totals = preview_counts(rows)
    assert int(totals["appears"].sum() + totals["vanishes"].sum() + totals["changes"].sum()) == len(rows)
    assert dict(zip(totals["name"], totals["documents"], strict=True))["八项规定"] == 2


def test_a_theme_switched_off_is_read_by_what_uses_it():
    texts = SetValue(THEME, "brand_new", "disabled", value=True).on(with_theme("旁听庭审"))
    assert parse_codebook(texts) == manual().codebook.model_copy(update={"disabled": ("brand_new",)})
    assert parse_written(texts).themes.themes[-1].disabled
