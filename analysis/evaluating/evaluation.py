"""All layers of all texts: the figures that say how far the coding can be trusted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import pandas as pd

from analysis.evaluating import documents, problems, quantities, roles, themes
from analysis.evaluating.case import Marks, Miss, cases
from analysis.evaluating.figures import Count, Figure, Share, Tally
from analysis.evaluating.gold import Gold
from analysis.rulefile import RuleFileError

LAYERS = (documents.score, roles.score, themes.score, problems.score, quantities.score)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How many texts were compared, the figures in the order of the layers, and every difference."""

    texts: int
    figures: Mapping[str, Figure]
    misses: tuple[Miss, ...]


def _added(one: Figure, other: Figure) -> Figure:
    match one, other:
        case Tally(), Tally():
            return one + other
        case Share(), Share():
            return one + other
        case Count(), Count():
            return one + other
    raise TypeError(f"{one} and {other} are figures of different kinds")


def _sum(one: Marks, other: Marks) -> Marks:
    figures = {name: _added(one.figures[name], f) if name in one.figures else f for name, f in other.figures.items()}
    return Marks({**one.figures, **figures}, one.misses + other.misses)


def read_texts(golds: Sequence[Gold], folder: Path) -> dict[str, str]:
    """The characters that were coded by hand, by stem: ``folder/<stem>.txt`` for each gold text.

    Raises:
        RuleFileError: a text is missing or is not UTF-8.
    """
    try:
        return {gold.stem: (folder / f"{gold.stem}.txt").read_text(encoding="utf-8") for gold in golds}
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"人工编码的原文无法读取：{error}") from error


def evaluate(tables: Mapping[str, pd.DataFrame], golds: Sequence[Gold], texts: Mapping[str, str]) -> Evaluation:
    """Compares the product's `tables` with `golds`; `texts` maps a gold's stem to the text it codes.

    Places are compared without white space. Every figure is a micro average over the texts.
    """
    compared = cases(tables, golds, texts)
    marks = reduce(_sum, (score(case) for case in compared for score in LAYERS), Marks({}))
    return Evaluation(len(compared), marks.figures, marks.misses)
