"""A corpus of three short reports, coded by hand, for the tests of what comes after coding."""

from types import SimpleNamespace

import pytest

from analysis import tables as t
from analysis.codebook import Codebook

# unit, period kind, quarter, then sentences: role, text, and the clauses that count: theme, clause, cue, only claimed
REPORTS = (
    (
        "甲局",
        "annual",
        None,
        (
            ("work", "开展警示教育2次，严格落实一岗双责。", (("warning", "开展警示教育2次", "警示教育", False),
                                                             ("duty", "严格落实一岗双责", "一岗双责", True))),
            ("problems", "理论学习不够深入。", (("study", "理论学习不够深入", "学习…不够", False),)),
            ("plan", "加强警示教育。", (("warning", "加强警示教育", "警示教育", True),)),
        ),
    ),
    ("乙局", "annual", None, (("work", "召开会议研究一岗双责。", (("duty", "召开会议研究一岗双责", "一岗双责", False),)),)),
    (
        "丙局",
        "quarter",
        1,
        (
            ("work", "观看警示教育片1部，组织警示教育参观。", (("warning", "观看警示教育片1部", "警示教育", False),
                                                         ("warning", "组织警示教育参观", "警示教育", False))),
            ("plan", "做好日常工作。", ()),
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """Four themes in two dimensions."""
    themes = (("duty", "一岗双责", "lead"), ("study", "理论学习", "mind"), ("warning", "警示教育", "mind"),
              ("silent", "派驻监督", "lead"))  # fmt: skip
    return Codebook.model_validate(
        {
            "version": "1",
            "dimensions": [{"id": "lead", "name": "责任落实"}, {"id": "mind", "name": "思想建设"}],
            "themes": [
                {"id": i, "name": n, "dimension": d, "definition": n, "cues": [n]} for i, n, d in themes
            ],
            "categories": [],
            "indicators": [],
        }
    )


@pytest.fixture(scope="session")
def corpus(codebook):
    """The reports as tables of the contract; `d0`, `d1`, `d2` are 甲局, 乙局 and 丙局, the last a quarterly report."""
    rows = {table.name: [] for table in t.CONTRACT}
    for number, report in enumerate(REPORTS):
        _report(rows, f"d{number}", *report)
    tables = {table.name: t.frame(table, rows[table.name]) for table in t.CONTRACT}
    assert not t.broken_references(tables)
    return SimpleNamespace(tables=tables, codebook=codebook)


def _report(rows, key, unit, kind, quarter, sentences):
    text = title = f"{unit}2023年工作报告"
    counts = {}
    for order, (role, sentence, clauses) in enumerate(sentences):
        start = len(text) + 1
        text += f"\n{sentence}"
        section, name = f"{key}-s{order}", f"{key}-{order}"
        span = {"document_id": key, "start": start, "end": len(text)}
        rows["sections"].append(
            {"section_id": section, "order": order, "heading": "", "path": "", "role": role, **span}
        )
        rows["sentences"].append(
            {
                "sentence_id": name,
                "section_id": section,
                "order": order,
                "role": role,
                "text": sentence,
                **span,
            }
        )
        for code, clause, cue, claim in clauses:
            at = start + sentence.index(clause)
            rows["codings"].append(
                {"coding_id": f"{name}-{at}", "document_id": key, "sentence_id": name, "code_id": code, "role": role,
                 "start": at, "end": at + len(clause), "quote": clause, "cue": cue, "claim_only": claim}
            )  # fmt: skip
            counts.setdefault((code, role), []).append(claim)
    for (code, role), claims in counts.items():
        rows["features"].append(
            {"document_id": key, "code_id": code, "role": role, "codings": len(claims), "claim_only": all(claims),
             "covered": True}
        )  # fmt: skip
    roles = {role for role, *_ in sentences}
    rows["documents"].append(
        {"document_id": key, "file": f"{unit}.txt", "title": title, "unit": unit, "unit_masked": False, "year": 2023,
         "period_kind": kind, "quarter": quarter, "characters": len(text), "has_problems": "problems" in roles,
         "has_plan": "plan" in roles, "text": text}
    )  # fmt: skip
