"""Prints seconds, peak memory and size of exports: ``python -m tests.benchmarks.exports [units] [reports] [runs]``.

A deck of about 15 slides and the whole standard deck, brief and images of `units` reports, and the workbook of
`reports` reports. Reading, coding and comparing are not counted. Seconds are the median of several runs; memory is
what Python takes on top at the most, from one more run.
"""

import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from pptx import Presentation

from analysis.briefing.choice import choose_all
from analysis.briefing.method import METHOD
from analysis.briefing.standard import standard_set
from analysis.codebookfiles import load_codebook
from analysis.corpus import build_corpus
from analysis.exporting.brief.brief import brief
from analysis.exporting.deck.deck import deck
from analysis.exporting.loose import archive
from analysis.exporting.material import Material
from analysis.exporting.workbook.workbook import workbook
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual
from tests.benchmarks.stages import make_sources, seconds

UNITS, REPORTS, RUNS = 50, 1000, 3
FEW = 9
"""So many items of the standard set make about fifteen slides with fifty units."""


def material(count: int) -> Material:
    """The standard set of `count` reports that are no two the same."""
    corpus = build_corpus(make_sources(count), Manual(load_codebook(), load_lexicon()), jobs=2)
    items = standard_set(choose_all(corpus.tables, corpus.codebook))
    return Material("对照分析", "市纪委监委", "2025年1月6日", "", items, METHOD)


def peak(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """The megabytes that `work` takes at the most, and what it makes."""
    tracemalloc.start()
    made = work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6, made


def show(name: str, work: Callable[[], bytes], runs: int) -> bytes:
    """Measures one export and prints it."""
    spent = seconds(work, runs)
    most, made = peak(work)
    print(f"{name:36}{spent:>8.2f} s{most:>9.1f} MB at most{len(made) / 1e6:>8.2f} MB file")
    return made


def main() -> None:
    """Measures and prints."""
    given = [int(word) for word in sys.argv[1:]]
    units, reports, runs = (*given, *(UNITS, REPORTS, RUNS)[len(given) :])
    some = material(units)
    few = replace(some, items=tuple(item for item in some.items if item.table.name != "crosstab")[:FEW])
    short = show(f"deck, {len(few.items)} items of {units} reports", lambda: deck(few), runs)
    whole = show(f"deck, standard set of {units} reports", lambda: deck(some), runs)
    for name, made in (("short", short), ("whole", whole)):
        print(f"  slides of the {name} deck: {len(Presentation(BytesIO(made)).slides)}")
    show(f"brief, standard set of {units} reports", lambda: brief(some), runs)
    show(f"loose files of {units} reports", lambda: archive(some), 1)
    many = material(reports)
    show(f"workbook, {reports} reports", lambda: workbook(many), runs)


if __name__ == "__main__":
    main()
