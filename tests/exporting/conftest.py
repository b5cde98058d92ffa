"""Material for the tests of every exporter: the standard set of a few samples, and one made to break files."""

from pathlib import Path

import pytest

from analysis.basket import Item, Origin, Quote, Report
from analysis.briefing.choice import choose_all
from analysis.briefing.method import METHOD
from analysis.briefing.portraits import portraits
from analysis.briefing.standard import standard_set
from analysis.codebookfiles import load_codebook
from analysis.corpus import build_corpus
from analysis.exporting.material import INTERNAL, Material, Portrait
from analysis.lexicon.coding import load_lexicon
from analysis.reading.sources import gather
from analysis.report import Manual
from analysis.tables.comparing.problems import PROBLEM_CARDS
from analysis.tables.comparing.shared import KEY_FIGURES, RANKING
from analysis.tables.comparing.themes import CROSSTAB

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
FILES = (
    "澄岭市教育局2023年.txt",
    "澄岭市教育局2024年.txt",
    "澄岭市人民医院2024年.txt",
    "澄岭市住房和城乡建设局2024年.txt",
    "澄岭市市场监督管理局2024年.txt",
    "澄岭市市场监督管理局2024年一季度.txt",
    "中共澄岭市委宣传部2023年.txt",
)
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+86",
    "-2个",
    "\t=1",
    "＝1＋1",
    '"=1',
    "a\x00\x07b",
    "半\ud800字",
    "\ufffe",
    "<b>&amp;</b>",
    "$x$",
    "𠮷",
    "\u202e倒",
    "x\ny",
    "{=1}",
)
"""What a report, a file name or a person at the keyboard could put into material."""
IN_ROWS = tuple(word for word in HOSTILE if "\ud800" not in word)
"""Rows come out of data frames, which hold no lone surrogates."""


LONG_NAME = "云岭县第{}号单位名称很长的管理委员会（2024年）"


@pytest.fixture(scope="session")
def choice():
    """Seven of the samples, compared."""
    sources, failures = gather([SAMPLES / name for name in FILES])
    corpus = build_corpus(sources, Manual(load_codebook(), load_lexicon()), failures=failures)
    return choose_all(corpus.tables, corpus.codebook)


@pytest.fixture(scope="session")
def material(choice):
    """The standard set of these samples."""
    pages = tuple(Portrait(*page) for page in portraits(choice))
    return Material("对照分析", "市纪委监委", "2025年1月6日", INTERNAL, standard_set(choice), METHOD, pages[:2])


def ranking(rows, title="标题", **more):
    """An item that is a RANKING of (name, value or None)."""
    full = tuple(
        (f"i{n}", name, value, None, 9, "covered" if value else "absent") for n, (name, value) in enumerate(rows)
    )
    return Item(f"k{title}", title, "页", "排序", RANKING, full, measure="份报告", **more)


@pytest.fixture(scope="session")
def hostile():
    """Hostile words in every place of the material that a person or a report can fill."""
    quotes = tuple(Quote(word, word, word, word) for word in HOSTILE)
    reports = tuple(Report(word, word, word, word, word) for word in HOSTILE)
    more = {"note": "".join(HOSTILE), "evidence": quotes, "places": 99, "origin": Origin("=1+1", HOSTILE, reports)}
    cells = tuple(
        (f"d{n}", word, f"c{m}", head, head, 1, 1.0, "covered")
        for n, word in enumerate(IN_ROWS)
        for m, head in enumerate(IN_ROWS[:4])
    )
    cards = tuple(
        (f"p{n}", "d", word, n, 0, 1, word, "c", word, word, False, word, word, word) for n, word in enumerate(IN_ROWS)
    )
    bars = [(word, float(n)) for n, word in enumerate(IN_ROWS)]
    items = (
        ranking(bars, "=1+1", **more),
        Item("m", "@SUM(A1)\x00", "=页", "=1:*?[]'", CROSSTAB, cells, measure="codings", **more),
        Item("l", "\ud800", "页", "问题", PROBLEM_CARDS, cards, **more),
        Item("f", "＝1", "页", "要点", KEY_FIGURES, tuple((w, w, w) for w in IN_ROWS[:4]), **more),
    )
    return Material("=1+1\ud800", "@单位", "\x07日", INTERNAL, items, HOSTILE, (Portrait("=1", items),))


@pytest.fixture(scope="session")
def fifty():
    """A matrix of 50 reports and 32 themes, a ranking of 50, and a list of 50 long lines."""
    name, long = "云岭县第{}号单位名称很长的管理委员会（2024年）", "理论学习不够深入，学用脱节。" * 9
    cells = tuple(
        (f"d{n}", name.format(n), f"c{m}", f"主题{m}名称", f"维度{m // 8}", n + m, 1.0, "covered")
        for n in range(50)
        for m in range(32)
    )
    tail = (long, "c", "学习", "不够", False, "未见回应", "套话", "")
    cards = tuple((f"p{n}", "d", f"单位{n}", n, 0, 1, *tail) for n in range(50))
    items = (
        Item("m", "发现" * 40, "页", "主题对比", CROSSTAB, cells, measure="codings"),
        ranking([(f"云岭县第{n}号单位", n or None) for n in range(50)]),
        Item("l", "问题", "页", "问题", PROBLEM_CARDS, cards),
    )
    return Material("五十家单位", "", "2025年1月6日", "", items, METHOD)
