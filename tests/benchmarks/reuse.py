"""Prints time, recall, precision and growth of text reuse: ``python -m tests.benchmarks.reuse [reports] [reports]``.

The reports are made of the samples' sentences: some stand as they are in many reports (slogans, stock sentences), in
the others about half of the words are drawn anew. Into a tenth of the reports a passage of another one is planted: as
it is, with other numbers, with words edited, or with its sentences in another order. A planted passage counts as found,
and a found one as right, where they share more than half of their length on both sides. The time is set beside that of
the simplest way, an index of whole sentences.
"""

import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from math import log
from pathlib import Path
from time import perf_counter

import jieba
import pandas as pd

from analysis.comparing.reuse.passages import passages
from analysis.lexicon.comparing import reuse_words
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
SIZES = (1_000, 10_000)
SENTENCES, LENGTH, STOCK = 60, 4_190, 150
KINDS = ("exact", "swapped", "edited", "moved")


@dataclass
class Planted:
    """Where a passage of `source` stands in `target`."""

    kind: str
    source: int
    target: int
    at: tuple[int, int]
    into: tuple[int, int]


class Maker:
    """Makes reports; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - variation, not secrecy
        texts = [read(Source(file.name, file.read_bytes())).text for file in sorted(SAMPLES.glob("*.txt"))]
        found = sorted({s for text in texts for s in re.findall(r"[^。\n]{15,}。", text)})
        self.draw.shuffle(found)
        self.stock = found[:STOCK]
        self.models = [jieba.lcut(sentence) for sentence in found[STOCK:]]
        self.words = [word for model in self.models for word in model if re.fullmatch(r"\w+", word)]

    def varied(self, share: float = 0.5) -> str:
        """A sentence of the samples, about `share` of its words drawn anew."""
        return self.edited(self.draw.choice(self.models), share)

    def edited(self, words: list[str], share: float) -> str:
        """`words` with a share of them drawn anew."""
        new = (self.draw.choice(self.words) if w.isalpha() and self.draw.random() < share else w for w in words)
        return "".join(new)

    def report(self) -> list[str]:
        """The sentences of a report, two in five of them stock."""
        out: list[str] = []
        size = 0
        while size < LENGTH:
            out.append(self.draw.choice(self.stock) if self.draw.random() < 0.4 else self.varied())
            size += len(out[-1])
        return out

    def passage(self, kind: str) -> tuple[list[str], list[str]]:
        """Some sentences, and how they are used again."""
        source = [self.varied() for _ in range(self.draw.choice((2, 3, 4)))]
        while len("".join(source)) < 100:
            source.append(self.varied())
        return source, self.again(source, kind)

    def again(self, source: list[str], kind: str) -> list[str]:
        """`source` as another report takes it over."""
        if kind == "swapped":
            return [re.sub(r"\d+", lambda _: str(self.draw.randrange(1, 400)), s) for s in source]
        if kind == "edited":
            return [self.edited(jieba.lcut(s), 0.08) for s in source]
        return source[::-1] if kind == "moved" else source


def make(count: int) -> tuple[list[str], list[Planted]]:
    """`count` reports and what was planted in them."""
    maker = Maker(count)
    reports = [maker.report() for _ in range(count)]
    planted, used = [], maker.draw.sample(range(count), count // 5 // 2 * 2)
    for number, (source, target) in enumerate(zip(used[::2], used[1::2], strict=True)):
        kind = KINDS[number % len(KINDS)]
        own, copy = maker.passage(kind)
        at, into = (_put(maker, reports[key], part) for key, part in ((source, own), (target, copy)))
        planted.append(Planted(kind, source, target, at, into))
    return ["".join(report) for report in reports], planted


def _put(maker: Maker, report: list[str], part: list[str]) -> tuple[int, int]:
    place = maker.draw.randrange(len(report))
    report[place:place] = part
    start = len("".join(report[:place]))
    return start, start + len("".join(part))


def sentence_index(texts: list[str]) -> int:
    """The simplest way: which reports share a whole sentence that few have."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for sentence in re.split(r"[。！？；\n]", text):
            if len(sentence) > 15:
                index[re.sub(r"[\W\d]+", "", sentence)].append(number)
    return len({pair for found in index.values() if 1 < len(found) <= 20 for pair in combinations(found, 2)})


def documents(texts: list[str]) -> pd.DataFrame:
    """DOCUMENTS of units with different names."""
    rows = [{"document_id": f"{n:06}", "unit": f"第{n}局", "text": text} for n, text in enumerate(texts)]
    return frame(DOCUMENTS, rows)


def _half(one: tuple[int, int], other: tuple[int, int]) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both > 0.5 * max(one[1] - one[0], other[1] - other[0])


def score(found: pd.DataFrame, planted: list[Planted]) -> tuple[dict[str, float], float]:
    """Recall of each kind, and precision."""
    known: dict[tuple[int, int], Planted] = {}
    for one in planted:
        known[one.source, one.target] = known[one.target, one.source] = one
    hits, right = set(), 0
    columns = ["document_id_a", "start_a", "end_a", "document_id_b", "start_b", "end_b"]
    for a, a0, a1, b, b0, b1 in found[columns].itertuples(index=False, name=None):
        one = known.get((int(a), int(b)))
        if one is not None:
            places = ((a0, a1), (b0, b1)) if int(a) == one.source else ((b0, b1), (a0, a1))
            if _half(places[0], one.at) and _half(places[1], one.into):
                right += 1
                hits.add(id(one))
    recall = {k: sum(id(p) in hits for p in planted if p.kind == k) for k in KINDS}
    shares = {k: n / sum(p.kind == k for p in planted) for k, n in recall.items()}
    return shares | {"all": sum(recall.values()) / len(planted)}, right / max(1, len(found))


def main() -> None:
    """Makes, measures and prints."""
    jieba.setLogLevel("WARNING")
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    spent = {}
    passages(documents(make(20)[0]), reuse_words())  # what is made once is not what is measured
    for size in sizes:
        texts, planted = make(size)
        start = perf_counter()
        sentence_index(texts)
        plain = perf_counter() - start
        table = documents(texts)
        start = perf_counter()
        found = passages(table, reuse_words())
        spent[size] = perf_counter() - start
        recall, precision = score(found, planted)
        print(f"{size:,} reports, {sum(map(len, texts)):,} characters, {len(planted):,} planted, {len(found):,} found")
        print(f"  {spent[size]:.2f} s, {spent[size] / plain:.2f} x the index of sentences ({plain:.2f} s)")
        print("  recall " + ", ".join(f"{k} {v:.3f}" for k, v in recall.items()) + f"; precision {precision:.3f}")
    if len(sizes) > 1:
        few, many = sizes[0], sizes[-1]
        print(f"growth {log(spent[many] / spent[few]) / log(many / few):.2f} (1 is linear)")
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main()
