"""What holds of any report: it is coded wherever it is cut, and the same however its signs are written."""

import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebookfiles import load_codebook
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Report, Source
from analysis.reading.read import read
from analysis.report import Manual, code_report

SAMPLES = tuple(sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.txt")))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@cache
def manual():
    return Manual(load_codebook(), load_lexicon())


@cache
def sample(file):
    return read(Source(file.name, file.read_bytes())).text


def coded(text):
    return code_report(Report("report.txt", "0" * 64, text, ()), manual())


def reread(text):
    return read(Source("report.txt", text.encode())).text


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def said(text):
    """What the coding of a report says, without places and the way signs are written."""
    found = coded(text)
    quote = found.parsed.quote
    return {
        "unit": plain(found.names.unit),
        "period": found.period,
        "roles": [(s.role, plain(quote(s.start, s.end))) for s in found.parsed.sections],
        "codings": [(c.code_id, c.role, c.claim_only, plain(quote(c.start, c.end))) for c in found.codings],
        "problems": [(p.categories, p.primary, plain(quote(p.start, p.end))) for p in found.problems],
        "plans": [plain(quote(p.start, p.end)) for p in found.plans],
        "answers": [(a.plan, a.problem, a.strength) for a in found.answers],
        "quantities": [(q.value, q.status, q.measure_word, q.per, q.indicator_id) for q in found.quantities],
    }


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.floats(0, 1), st.floats(0, 1))
def test_a_report_cut_anywhere_is_coded(file, one, other):
    whole = sample(file)
    start, end = sorted((int(one * len(whole)), int(other * len(whole))))
    text = whole[start:end]
    found = coded(text)
    spans = [*found.parsed.sections, *found.codings, *found.problems, *found.plans, *found.quantities]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert "".join(text[s.start : s.end] for s in found.parsed.sections) == text
    assert all(a.end <= b.start for a, b in pairwise(found.quantities))
    assert all(text[c.cue_start :].startswith(c.cue) for c in found.codings)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_the_way_signs_are_written_changes_nothing(file):
    text = sample(file)
    expected = said(text)
    assert said(text.translate(WIDE)) == expected, "full-width digits"
    assert said(reread("\n".join(f"{line} \u3000" for line in text.split("\n")))) == expected, "trailing white space"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_change_nothing(ends):
    for file in SAMPLES:
        written = sample(file).replace("\n", ends).encode()
        assert read(Source(file.name, written)).text == sample(file)
