"""What goes into a meeting as one frozen value: a head, and the items that were put aside. Every exporter takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from analysis.basket import Item, Quote, Report
from analysis.exporting.measure import shortened

TITLE = "落实全面从严治党主体责任情况报告对照分析"
INTERNAL = "内部资料　注意保存"
MOST_ROWS = 60
"""More rows of one picture than this nobody reads from a slide or a page; a workbook holds them all."""
CLAUSE_ENDS = "，；：。,;:"

Step = Callable[[float], object]
"""Hears how much is done, from 0 to 1; whoever wants to stop an export raises from it."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """One report on a page of its own (单位画像): what it is called, and a few small items about it alone."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """The head of the material and its items in order.

    `unit` and `day` are those of whoever presents it, `mark` is empty or says that it is internal, `method` says how
    the figures were counted, a sentence each; `portraits` go into a brief on request.
    """

    title: str
    unit: str
    day: str
    mark: str
    items: tuple[Item, ...]
    method: tuple[str, ...]
    portraits: tuple[Portrait, ...] = ()

    @property
    def source(self) -> str:
        """Where the figures come from; several lines as one where the items differ in it."""
        return "；".join(dict.fromkeys(item.origin.source for item in self.items if item.origin.source))

    @property
    def whole_method(self) -> tuple[str, ...]:
        """What was compared, then how it was counted."""
        scopes = dict.fromkeys(line for item in self.items for line in item.origin.scope)
        return (*scopes, *self.method)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report the items know of, each once."""
        return tuple(dict.fromkeys(report for item in self.items for report in item.origin.reports))


def evidence_lines(item: Item) -> tuple[str, ...]:
    """The sentences behind `item`, each with its place, and how many more there are."""
    lines = [f"{quote.label}　{quote.place}　{quote.file}：{quote.text}" for quote in item.evidence]
    more = [f"依据共{item.places}处，这里列出{len(lines)}句，其余见系统。"] if item.places > len(lines) else []
    return (*lines, *more)


def excerpt(quote: Quote, most: int) -> str:
    """The sentence in at most `most` signs, from the clause that counts on where it would not be seen otherwise."""
    place = max(0, quote.text.find(quote.words))
    start = max(quote.text.rfind(sign, 0, place) for sign in CLAUSE_ENDS) + 1
    if not start or place + len(quote.words) < most:
        return shortened(quote.text, most)
    return f"…{shortened(quote.text[start:], most - 1)}"


def quoted_as(item: Item, word: str) -> str:
    """The head of the sentences of `item`: `word`, and what they are of where the finding is not about all."""
    return f"{word}（{item.about}）" if item.about else word


def chinese_date(day: date) -> str:
    """`2025年1月6日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def ignore(_: float) -> None:
    """Nobody listens."""
