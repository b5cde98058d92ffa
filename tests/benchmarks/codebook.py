"""Prints how long edits are checked and previewed: ``python -m tests.benchmarks.codebook [reports…]``."""

import sys
from time import perf_counter

from analysis.codebookfiles import load_codebook, read_texts
from analysis.corpus import build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual
from analysis.revising.draft import Draft
from analysis.revising.edits import CATEGORY, THEME, AddCue, Edit, entry_at
from analysis.revising.places import cue_places
from analysis.revising.preview import preview
from analysis.revising.versions import Version
from tests.benchmarks.stages import make_sources

REPORTS = (50, 300)
EDITS: dict[str, Edit] = {
    "a cue in few reports": AddCue(THEME, "main_responsibility", "cues", "旁听庭审"),
    "a cue in most reports": AddCue(THEME, "main_responsibility", "cues", "警示教育"),
    "a cue of a category": AddCue(CATEGORY, "study_shallow", "cues", "泛泛而谈"),
}


def main(counts: tuple[int, ...]) -> None:
    """Measures each edit once on each number of reports."""
    base, manual = Version(read_texts(), "", "", ""), Manual(load_codebook(), load_lexicon())
    for count in counts:
        tables = build_corpus(make_sources(count), manual).tables
        print(f"{count} reports, {int(tables['documents']['characters'].sum()):,} characters")
        start = perf_counter()
        cue_places(tables, entry_at(base.texts, THEME, "talks")[0])
        print(f"  where the cues of a theme stand {perf_counter() - start:6.2f} s")
        for name, edit in EDITS.items():
            start = perf_counter()
            draft = Draft(base).doing(edit)
            checked = perf_counter()
            rows = preview(tables, manual.codebook, Manual(draft.codebook, manual.lexicon))
            done = perf_counter()
            print(
                f"  {name:24} checked {checked - start:5.2f} s, previewed {done - checked:6.2f} s, {len(rows)} changes"
            )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or REPORTS)
