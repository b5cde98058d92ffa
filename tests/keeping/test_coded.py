"""The machine's coding is kept, and never the only copy of anything."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from onpaper import incoming, several
from sqlalchemy import func, select, update

from analysis.corpus import build_corpus
from analysis.keeping.changes import add_reports, delete_reports
from analysis.keeping.coded import coded_tables, coding_files
from analysis.keeping.derived import PACKAGE, forget
from analysis.keeping.remembered import remembered
from analysis.keeping.reports import reports
from analysis.keeping.schema import Derived
from analysis.report import Manual
from analysis.tables.coding import CONTRACT


@pytest.fixture
def coded(desk, manual):
    """Codes what is on the desk; gives the tables and the names of the reports that were coded anew."""

    def code(own=manual):
        anew = []
        return dict(coded_tables(desk, reports(desk), own, on_progress=anew.append)), anew

    return code


def same(tables, given, manual):
    """Whether `tables` are what the files give that were never stored."""
    wanted = build_corpus([one.source for one in given], manual).tables
    for table in CONTRACT:
        pd.testing.assert_frame_equal(tables[table.name], wanted[table.name])


def test_the_tables_are_those_of_the_files_and_are_made_once(desk, manual, coded):
    given = several(3)
    add_reports(desk, given)
    for expected in (["000.txt", "001.txt", "002.txt"], []):
        tables, anew = coded()
        assert anew == expected
        same(tables, given, manual)


def test_only_what_is_new_is_coded(desk, manual, coded):
    add_reports(desk, several(2))
    coded()
    given = [incoming(9, name="000-先.txt"), *several(2)]
    add_reports(desk, given)
    tables, anew = coded()
    assert anew == ["000-先.txt"]
    same(tables, given, manual)
    delete_reports(desk, reports(desk)[:1])
    tables, anew = coded()
    assert anew == []
    same(tables, several(2), manual)


def test_an_empty_desk_gives_empty_tables(coded):
    tables, _ = coded()
    assert {table.name: list(tables[table.name].columns) for table in CONTRACT} == {
        table.name: list(table.names) for table in CONTRACT
    }
    assert all(rows.empty for rows in tables.values())


def test_the_same_bytes_under_another_name_have_the_name_they_have_now(desk, manual, coded):
    (old,) = add_reports(desk, [incoming(0)])
    coded()
    delete_reports(desk, [old])
    given = [incoming(0, name="改名.txt")]
    add_reports(desk, given)
    tables, anew = coded()
    assert anew == []
    same(tables, given, manual)


def test_another_codebook_codes_anew(desk, manual, coded):
    add_reports(desk, several(1))
    coded()
    other = manual.codebook.model_copy(update={"version": "另一版"})
    assert coded(Manual(other, manual.lexicon))[1] == ["000.txt"]
    with desk.reading() as session:
        assert session.scalar(select(func.count(Derived.manual.distinct()))) == 1


def test_what_is_kept_may_be_dropped_or_spoilt_at_any_time(desk, manual, coded):
    given = several(2)
    add_reports(desk, given)
    coded()
    forget(desk)
    assert coded()[1] == ["000.txt", "001.txt"]
    with desk.writing() as session:
        session.execute(update(Derived).values(content=b"\x28\xb5\x2f\xfd not what it was"))
    tables, anew = coded()
    assert anew == ["000.txt", "001.txt"]
    same(tables, given, manual)


def test_several_processes_give_the_same_tables(desk, manual):
    given = several(6)
    add_reports(desk, given)
    same(dict(coded_tables(desk, reports(desk), manual, jobs=2)), given, manual)


def test_a_comparison_is_made_once_for_a_corpus_and_comes_back_as_it_was(desk, corpus):
    made = []

    def make():
        made.append(1)
        return {**corpus.tables, "empty": corpus.tables["codings"].iloc[:0]}

    for source, times in (("one", 1), ("one", 1), ("two", 2), ("one", 3)):
        found = remembered(desk, "checks", source, make)
        assert len(made) == times
        for name, rows in found.items():
            wanted = corpus.tables["codings"].iloc[:0] if name == "empty" else corpus.tables[name]
            pd.testing.assert_frame_equal(rows, wanted)
    with desk.writing() as session:
        session.execute(update(Derived).values(content=b"spoilt"))
    assert set(remembered(desk, "checks", "one", make)) == {*corpus.tables, "empty"}
    assert len(made) == 4


LOADED = """
import sys, analysis.corpus
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("analysis")), sep="\\n")
"""


def test_coding_rests_on_every_module_that_it_loads_behind_the_reading():
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOADED], capture_output=True, encoding="utf-8", check=True
    )
    loaded = {Path(line) for line in told.stdout.splitlines()}
    coding = {file for file in loaded if PACKAGE / "reading" not in file.parents}
    assert len(coding) > 40
    assert coding <= set(coding_files())
