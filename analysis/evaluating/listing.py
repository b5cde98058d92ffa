"""An evaluation as text for a terminal: one aligned line a figure, one line a difference."""

import unicodedata
from collections.abc import Sequence

from analysis.evaluating.case import Miss
from analysis.evaluating.evaluation import Evaluation
from analysis.evaluating.figures import Count, Figure, Share, Tally

LABELS = {
    "text": "原文",
    "unit": "单位",
    "unit_masked": "单位名遮盖",
    "year": "年度",
    "period_kind": "报告期类型",
    "role_characters": "部分（逐字）",
    "theme_cells": "主题（主题×部分）",
    "theme_cells_without_borderline": "主题，不计边界格",
    "theme_cells_work": "主题，工作部分",
    "theme_cells_problems": "主题，问题部分",
    "theme_cells_plan": "主题，计划部分",
    "problem_items": "自述问题",
    "problem_categories": "问题类别",
    "problem_primary": "主要类别",
    "answered_problems": "计划回应问题",
    "quantities": "数量",
    "quantity_traps_hit": "误作数量的固定说法",
    "quantity_masked": "遮盖与否",
    "quantity_value": "数值",
    "indicator_links": "指标归属",
}
HEADER = ("项目", "准确率", "召回率", "F1", "对", "多", "漏", "正确率", "总数")
GAP = "  "


def width(text: str) -> int:
    """Cells of a terminal that `text` takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.4f}"


def _cells(figure: Figure) -> tuple[str, ...]:
    match figure:
        case Tally(right, wrong, missed):
            shares = (_share(figure.precision), _share(figure.recall), _share(figure.f1))
            return (*shares, str(right), str(wrong), str(missed), "", "")
        case Share(right, total):
            return ("", "", "", str(right), "", "", _share(figure.share), str(total))
        case Count(number):
            return ("", "", "", "", str(number), "", "", "")


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column flush left, the others flush right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(
            cell + " " * (size - width(cell)) if column == 0 else " " * (size - width(cell)) + cell
            for column, (cell, size) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def figures_text(evaluation: Evaluation) -> str:
    """The figures as a table; — stands where the gold has no case."""
    rows = [HEADER, *((LABELS[name], *_cells(figure)) for name, figure in evaluation.figures.items())]
    return "\n".join([f"比对 {evaluation.texts} 份人工编码的报告", *_aligned(rows)])


def miss_text(miss: Miss) -> str:
    """One difference: file, layer, + found wrongly or - missed, and what."""
    return "\t".join((miss.file, LABELS[miss.layer], "+" if miss.wrong else "-", miss.what.replace("\n", " ")))
