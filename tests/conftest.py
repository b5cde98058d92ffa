"""A corpus of three short reports, coded by hand; a desk of their own for all tests; and the command line."""

import io
import shutil
import sys
from types import SimpleNamespace

import pytest
from hypothesis import settings

from analysis.__main__ import main
from analysis.codebook import Codebook
from analysis.keeping.opening import VARIABLE, open_desk
from analysis.tables.base import frame
from analysis.tables.coding import CONTRACT, broken_references

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Sentences of a report: role, text, and the clauses that count: theme, clause, cue, only claimed.
FIRST = (
    (
        "work",
        "开展警示教育2次，严格落实一岗双责。",
        (
            ("warning", "开展警示教育2次", "警示教育", False),
            ("duty", "严格落实一岗双责", "一岗双责", True),
        ),
    ),
    ("problems", "理论学习不够深入。", (("study", "理论学习不够深入", "学习…不够", False),)),
    ("plan", "加强警示教育。", (("warning", "加强警示教育", "警示教育", True),)),
)
SECOND = (("work", "召开会议研究一岗双责。", (("duty", "召开会议研究一岗双责", "一岗双责", False),)),)
THIRD = (
    (
        "work",
        "观看警示教育片1部，组织警示教育参观。",
        (
            ("warning", "观看警示教育片1部", "警示教育", False),
            ("warning", "组织警示教育参观", "警示教育", False),
        ),
    ),
    ("plan", "做好日常工作。", ()),
)
REPORTS = (("甲局", "annual", FIRST), ("乙局", "annual", SECOND), ("丙局", "quarter", THIRD))
THEMES = (
    ("duty", "一岗双责", "lead"),
    ("study", "理论学习", "mind"),
    ("warning", "警示教育", "mind"),
    ("silent", "派驻监督", "lead"),
)


@pytest.fixture(autouse=True)
def main_module(monkeypatch):
    """A page that runs in a test takes the place of the main module, which processes start from, for that test only."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory):
    """The file of a desk with nothing on it."""
    file = tmp_path_factory.mktemp("empty") / "desk.db"
    open_desk(f"sqlite:///{file}").engine.dispose()
    return file


@pytest.fixture(autouse=True)
def own_desk(empty_desk, tmp_path_factory, monkeypatch):
    """Every test has an empty desk of its own; that of whoever runs the tests stays untouched."""
    file = tmp_path_factory.mktemp("desk") / "desk.db"
    shutil.copy(empty_desk, file)
    monkeypatch.setenv(VARIABLE, f"sqlite:///{file}")
    return file


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs one command with `typed` handed over by a script; gives its status, what it printed and complained about."""

    def run_main(*words, typed=""):
        monkeypatch.setattr(sys, "argv", ["duizhao", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run_main


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """Four themes in two dimensions."""
    names = ("id", "name", "dimension")
    themes = [dict(zip(names, theme, strict=True)) for theme in THEMES]
    return Codebook.model_validate(
        {
            "version": "1",
            "dimensions": [{"id": "lead", "name": "责任落实"}, {"id": "mind", "name": "思想建设"}],
            "themes": [{**theme, "definition": theme["name"], "cues": [theme["name"]]} for theme in themes],
            "categories": [],
            "indicators": [],
        }
    )


@pytest.fixture(scope="session")
def corpus(codebook):
    """The reports as tables; `d0`, `d1`, `d2` are 甲局, 乙局 and 丙局, the last for the first quarter."""
    rows = {table.name: [] for table in CONTRACT}
    for number, (unit, kind, sentences) in enumerate(REPORTS):
        report = _Report(f"d{number}", unit, rows)
        for sentence in sentences:
            report.add(*sentence)
        report.close(kind)
    tables = {table.name: frame(table, rows[table.name]) for table in CONTRACT}
    assert not broken_references(tables)
    return SimpleNamespace(tables=tables, codebook=codebook)


class _Report:
    """Writes one report's rows; every sentence is a section of its own."""

    def __init__(self, key, unit, rows):
        self.key, self.unit, self.rows = key, unit, rows
        self.text = self.title = f"{unit}2023年工作报告"
        self.claims = {}

    def add(self, role, sentence, clauses):
        start = len(self.text) + 1
        self.text += f"\n{sentence}"
        name = f"{self.key}-{start}"
        span = {"document_id": self.key, "role": role, "start": start, "end": len(self.text)}
        self.rows["sections"].append({"section_id": name, "heading": "", "path": "", **span})
        self.rows["sentences"].append({"sentence_id": name, "section_id": name, "text": sentence, **span})
        for code, clause, cue, claim in clauses:
            at = start + sentence.index(clause)
            place = {**span, "start": at, "end": at + len(clause), "quote": clause, "cue": cue}
            row = {
                "coding_id": f"{self.key}-c{at}",
                "sentence_id": name,
                "code_id": code,
                "claim_only": claim,
            }
            self.rows["codings"].append(place | row)
            self.claims.setdefault((code, role), []).append(claim)

    def close(self, kind):
        for (code, role), claims in self.claims.items():
            row = {"codings": len(claims), "claim_only": all(claims), "covered": True}
            self.rows["features"].append({"document_id": self.key, "code_id": code, "role": role, **row})
        roles = {row["role"] for row in self.rows["sections"] if row["document_id"] == self.key}
        head = {"document_id": self.key, "file": f"{self.unit}.txt", "title": self.title, "unit": self.unit}
        period = {"year": 2023, "period_kind": kind, "quarter": 1 if kind == "quarter" else None}
        parts = {"has_problems": "problems" in roles, "has_plan": "plan" in roles, "unit_masked": False}
        self.rows["documents"].append({**head, **period, **parts, "text": self.text})
