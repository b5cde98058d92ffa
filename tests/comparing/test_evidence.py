import pandas as pd
import pytest

from analysis.comparing.evidence import cue_spans, evidence, select_codings
from analysis.comparing.labels import labels
from analysis.tables.base import frame
from analysis.tables.coding import CODINGS


@pytest.fixture
def show(corpus):
    def shown(*spans):
        frame = pd.DataFrame(spans, columns=["document_id", "start", "end"])
        return evidence(corpus.tables, labels(corpus.tables["documents"]), frame)

    return shown


def marks(rows):
    return [row.text[row.mark_start : row.mark_end] for row in rows.itertuples()]


def test_codings_are_selected_by_report_theme_and_part(corpus):
    codings = corpus.tables["codings"]
    assert len(select_codings(codings, ["d0", "d2"], ["warning"], ["work", "plan"])) == 4
    assert len(select_codings(codings, ["d0"], ["warning"], ["plan"])) == 1
    assert select_codings(codings, [], ["warning"], ["plan"]).empty


def test_the_cue_is_marked_in_its_sentence(corpus, show):
    codings = select_codings(corpus.tables["codings"], ["d0"], ["duty"], ["work"])
    rows = show(*cue_spans(codings).itertuples(index=False, name=None))
    assert marks(rows) == ["一岗双责"]
    assert rows["text"].to_list() == ["开展警示教育2次，严格落实一岗双责。"]
    assert rows["file"].to_list() == ["甲局.txt"]


def test_a_sentence_with_two_hits_has_two_marks_in_order(corpus, show):
    codings = select_codings(corpus.tables["codings"], ["d2"], ["warning"], ["work"])
    rows = show(*cue_spans(codings).itertuples(index=False, name=None))
    assert marks(rows) == ["警示教育", "警示教育"]
    assert len(set(rows["sentence_id"])) == 1
    assert rows["mark_start"].is_monotonic_increasing


@pytest.mark.parametrize(
    ("quote", "cue", "marked"),
    [
        ("理论学习还不够深入", "学习…不够", "学习还不够"),
        ("学习ＸＸ次", "XX次", "ＸＸ次"),
        ("以案促改", "警示教育", "以案促改"),
        ("以案促改", "", "以案促改"),
        ("以案促改", None, "以案促改"),
    ],
)
def test_a_cue_with_a_gap_or_in_other_signs_is_found_and_else_the_clause_is_marked(quote, cue, marked):
    row = {"document_id": "d", "start": 7, "end": 7 + len(quote), "quote": quote, "cue": cue}
    (span,) = cue_spans(frame(CODINGS, [row])).itertuples(index=False)
    assert quote[span.start - 7 : span.end - 7] == marked


def test_a_span_over_two_sentences_shows_both_each_with_its_part(corpus, show):
    text = corpus.tables["documents"]["text"][0]
    rows = show(("d0", text.index("一岗双责"), text.index("理论") + 4))
    assert marks(rows) == ["一岗双责。", "理论学习"]


def test_evidence_comes_in_the_order_of_the_reports_and_a_span_outside_all_gives_none(corpus, show):
    late, early = corpus.tables["documents"]["text"][2], corpus.tables["documents"]["text"][1]
    rows = show(
        ("d2", late.index("警示"), late.index("警示") + 2),
        ("d1", early.index("会议"), early.index("会议") + 2),
    )
    assert rows["document_id"].to_list() == ["d1", "d2"]
    assert show(("d0", 10_000, 10_001)).empty
    assert show().empty
