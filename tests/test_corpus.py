import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.codebookfiles import load_codebook
from analysis.corpus import build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Source
from analysis.reading.sources import gather
from analysis.report import Manual
from analysis.tables.coding import CONTRACT, broken_references

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
SPANS = ("sections", "sentences", "codings", "problems", "plans", "quantities")
HEAVY = {"pandas", "plotly", "streamlit", "pyarrow"}


@pytest.fixture(scope="module")
def manual():
    return Manual(load_codebook(), load_lexicon())


@pytest.fixture(scope="module")
def sources():
    return gather(sorted(SAMPLES.glob("*.[td]*x*")))[0]


@pytest.fixture(scope="module")
def tables(sources, manual):
    return build_corpus(sources, manual).tables


def test_every_table_of_the_contract_is_there_and_filled(tables):
    for table in CONTRACT:
        assert list(tables[table.name].columns) == list(table.names)
        assert table.name == "failures" or len(tables[table.name])
    assert tables["failures"].empty


def test_every_reference_leads_somewhere(tables):
    assert broken_references(tables) == []


@pytest.mark.parametrize("name", SPANS)
def test_offsets_cut_the_quote_out_of_the_text(tables, name):
    texts = tables["documents"].set_index("document_id")["text"]
    frame = tables[name]
    quoted = "quote" if "quote" in frame else "text" if "text" in frame else None
    for row in frame.itertuples():
        cut = texts[row.document_id][row.start : row.end]
        assert cut
        assert quoted is None or getattr(row, quoted) == cut


def test_numbers_lie_inside_their_quote_and_never_overlap(tables):
    quantities = tables["quantities"]
    assert (quantities["start"] <= quantities["number_start"]).all()
    assert (quantities["number_end"] == quantities["end"]).all()
    for _, rows in quantities.sort_values("start").groupby("document_id"):
        assert (rows["start"].iloc[1:].to_numpy() >= rows["end"].iloc[:-1].to_numpy()).all()


def test_a_masked_number_has_no_value(tables):
    quantities = tables["quantities"]
    assert quantities.loc[quantities["status"] != "reported", "value"].isna().all()
    assert quantities.loc[quantities["status"] == "reported", "value"].notna().all()


def test_a_part_that_is_not_there_has_no_figures(tables):
    documents, features = tables["documents"], tables["features"]
    no_plan = documents.loc[~documents["has_plan"], "document_id"]
    rows = features[features["document_id"].isin(no_plan) & (features["role"] == "plan")]
    assert len(rows)
    assert rows["codings"].isna().all()
    assert not rows["covered"].any()


def test_features_count_the_codings(tables):
    counted = tables["codings"].groupby(["document_id", "code_id", "role"]).size()
    features = tables["features"].set_index(["document_id", "code_id", "role"])["codings"]
    assert features[features > 0].astype(int).sort_index().equals(counted.sort_index().rename("codings"))


def test_neither_order_nor_processes_matter(sources, manual, tables):
    again = build_corpus(sources[::-1], manual, jobs=2).tables
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, again[name])


def test_the_same_bytes_count_once(manual):
    one = Source("b.txt", "云溪镇2023年工作报告\n一、工作情况\n召开会议3次。".encode())
    two = Source("a.txt", one.data)
    tables = build_corpus([one, two], manual).tables
    assert list(tables["documents"]["file"]) == ["a.txt"]
    assert list(tables["failures"]["file"]) == ["b.txt"]
    assert list(tables["failures"]["kind"]) == ["duplicate"]


def test_an_unreadable_file_stops_nothing(manual):
    good = Source("好.txt", "一、工作情况\n召开会议3次。".encode())
    seen = []
    tables = build_corpus([Source("空.txt", b""), good], manual, on_progress=seen.append).tables
    assert list(tables["documents"]["file"]) == ["好.txt"]
    assert list(tables["failures"]["kind"]) == ["empty"]
    assert seen == ["空.txt", "好.txt"]


def test_no_input_gives_empty_tables(manual):
    tables = build_corpus([], manual).tables
    assert all(tables[table.name].empty for table in CONTRACT)


def test_a_process_that_codes_loads_nothing_it_does_not_need() -> None:
    """Each of several processes would load it anew before the first report."""
    script = "import sys, analysis.workers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert HEAVY.isdisjoint(loaded)
