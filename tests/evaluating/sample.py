"""One small report of a fictional unit, coded by hand, and tables that agree with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.coding import CONTRACT

TEXT = (
    "云岭县*局2023年工作报告\n"
    "一、主要做法\n召开警示教育会3次，约谈*人次，制定“五个一”措施。\n"
    "二、存在问题\n一是学习不够深入。二是监督方式单一。\n"
    "三、下步打算\n一是丰富学习形式。\n"
)


def at(quote: str) -> dict[str, Any]:
    """The quotation with its place."""
    return {"quote": quote, "start": TEXT.index(quote)}


def passage(role: str, first: str, last: str) -> dict[str, Any]:
    """The passage from `first` to the end of `last`."""
    return {"role": role, "start": TEXT.index(first), "end": TEXT.index(last) + len(last)}


GOLD = {
    "file": "a.txt",
    "unit": "云岭县*局",
    "unit_masked": True,
    "period": {"year": 2023, "kind": "annual", "quarter": None},
    "roles": [
        passage("work", "一、主要做法", "措施。"),
        passage("problems", "二、存在问题", "方式单一。"),
        passage("plan", "三、下步打算", "学习形式。"),
    ],
    "themes": {
        "warning_education": {"work": True, "problems": False, "plan": False},
        "theory_study": {"work": False, "problems": True, "plan": True},
    },
    "theme_borderline": [{"theme": "theory_study", "role": "plan", "decision": True, "why": "边界"}],
    "problems": [
        {**at("一是学习不够深入。"), "categories": ["education_monotony"], "primary": "education_monotony"},
        {**at("二是监督方式单一。"), "categories": ["supervision_weak"], "primary": "supervision_weak"},
    ],
    "plans": [{**at("一是丰富学习形式。"), "addresses": [0], "addresses_strength": {"0": "direct"}}],
    "quantities": [
        {**at("警示教育会3次"), "number": 3, "masked": False, "indicator": "warning_sessions"},
        {**at("约谈*人次"), "number": None, "masked": True, "indicator": "talks"},
    ],
    "ambiguous_quantities": [],
    "not_quantities": [
        {**at("2023年"), "kind": "date"},
        {"quote": "五个一", "starts": [TEXT.index("五个一")]},
    ],
}


def write_gold(folder: Path) -> None:
    """Writes the gold and its text as ``a.json`` and ``a.txt``."""
    folder.mkdir(exist_ok=True)
    (folder / "a.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")


def span(quote: str, shift: int = 0) -> dict[str, Any]:
    """A table row's place."""
    start = TEXT.index(quote) + shift
    return {"document_id": "d", "start": start, "end": start + len(quote), "quote": quote}


def rows() -> dict[str, list[dict[str, Any]]]:
    """Rows that agree with the gold in everything."""
    return {
        "documents": [
            {
                "document_id": "d",
                "file": "上报/a.docx",
                "unit": "云岭县**局",
                "unit_masked": True,
                "year": 2023,
                "period_kind": "annual",
                "text": TEXT,
            }
        ],
        "sections": [{"document_id": "d", "section_id": f"s{i}", **part} for i, part in enumerate(GOLD["roles"])],
        "codings": [
            {"coding_id": "c1", "code_id": "warning_education", "role": "work", **span("召开警示教育会3次")},
            {"coding_id": "c2", "code_id": "theory_study", "role": "problems", **span("学习不够深入")},
            {"coding_id": "c3", "code_id": "theory_study", "role": "plan", **span("丰富学习形式")},
        ],
        "problems": [
            {
                "problem_id": f"p{i}",
                "categories": ";".join(problem["categories"]),
                "primary": problem["primary"],
                **span(problem["quote"]),
            }
            for i, problem in enumerate(GOLD["problems"])
        ],
        "answers": [{"plan_id": "m0", "problem_id": "p0", "strength": "direct"}],
        "quantities": [
            {
                "quantity_id": "q0",
                "role": "work",
                "status": "reported",
                "value": 3.0,
                "indicator_id": "warning_sessions",
                **span("3次"),
            },
            {
                "quantity_id": "q1",
                "role": "work",
                "status": "masked",
                "indicator_id": "talks",
                **span("*人次"),
            },
        ],
    }


def tables(made: Mapping[str, list[dict[str, Any]]]) -> dict[str, pd.DataFrame]:
    """All tables of the contract, with the rows in `made`."""
    return {table.name: frame(table, made.get(table.name, [])) for table in CONTRACT}
