"""Prints characters per second for each stage: ``python -m tests.benchmarks.stages [reports] [runs]``.

The texts are the samples over and over, each time with other digits, so that no two reports are the same. A
figure is the median of several runs; the whole corpus is measured in one process and in two.
"""

import itertools
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from analysis.codebookfiles import load_codebook
from analysis.coding.problems.finding import find_problems
from analysis.coding.quantities.finding import find_quantities
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.corpus import build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Report, Source
from analysis.reading.read import read
from analysis.report import Manual, code_report

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
REPORTS, RUNS = 400, 3


def vary(text: str, number: int) -> str:
    """`text` with its digits drawn anew, always the same for the same `number`."""
    digits = random.Random(number)  # noqa: S311 - variation, not secrecy
    return re.sub(r"[2-9]", lambda _: digits.choice("23456789"), text)


def make_sources(count: int) -> list[Source]:
    """`count` reports as UTF-8 text files."""
    samples = [read(Source(file.name, file.read_bytes())) for file in sorted(SAMPLES.glob("*.txt"))]
    texts = itertools.cycle(sample.text for sample in samples if isinstance(sample, Report))
    return [
        Source(f"{number:06}.txt", vary(text, number).encode())
        for number, text in zip(range(count), texts, strict=False)
    ]


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median time of `runs` runs."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def stages(count: int) -> tuple[int, dict[str, Callable[[], object]]]:
    """The characters of `count` reports, and the work of each stage on them."""
    codebook, lexicon = load_codebook(), load_lexicon()
    manual = Manual(codebook, lexicon)
    sources = make_sources(count)
    reports = [report for report in map(read, sources) if isinstance(report, Report)]
    texts = [report.text for report in reports]
    parsed = [parse(text, lexicon.roles) for text in texts]
    return sum(map(len, texts)), {
        "reading": lambda: [read(source) for source in sources],
        "structure": lambda: [parse(text, lexicon.roles) for text in texts],
        "themes": lambda: [code_themes(one, manual.matcher, lexicon.clauses) for one in parsed],
        "quantities": lambda: [find_quantities(one, lexicon.quantities) for one in parsed],
        "problems": lambda: [find_problems(one, lexicon.problems) for one in parsed],
        "coding, every step": lambda: [code_report(report, manual) for report in reports],
        "whole corpus, 1 job": lambda: build_corpus(sources, Manual(codebook, lexicon)),
        "whole corpus, 2 jobs": lambda: build_corpus(sources, Manual(codebook, lexicon), jobs=2),
    }


def main() -> None:
    """Measures and prints."""
    given = [int(word) for word in sys.argv[1:]]
    count, runs = (*given, *(REPORTS, RUNS)[len(given) :])
    characters, works = stages(count)
    print(f"{count} reports, {characters:,} characters, median of {runs} runs")
    for name, work in works.items():
        spent = seconds(work, runs)
        print(f"{name:22}{characters / spent:>14,.0f} characters/s{spent:>10.3f} s")


if __name__ == "__main__":
    main()
