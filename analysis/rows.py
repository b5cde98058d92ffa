"""One coded report as rows of the contract's tables.

Ids grow from the report's digest, so the same bytes give the same ids.
"""

from collections.abc import Iterable, Iterator, Sequence

from analysis.codebook import Codebook
from analysis.coding.base import Role
from analysis.coding.indicators.states import IndicatorState
from analysis.features import Row, dense, feature_rows
from analysis.report import CodedReport

ID_LENGTH = 16


def document_id(sha256: str) -> str:
    """The id of a report from the digest of its file."""
    return sha256[:ID_LENGTH]


def table_rows(coded: CodedReport, codebook: Codebook) -> dict[str, list[Row]]:
    """The rows of every table but `failures`, by the table's name."""
    maker = _Maker(document_id(coded.report.sha256), coded)
    return {
        "documents": [maker.document()],
        "sections": list(maker.sections()),
        "sentences": list(maker.sentences()),
        "codings": list(maker.codings()),
        "problems": list(maker.problems()),
        "plans": list(maker.plans()),
        "answers": list(maker.answers()),
        "quantities": list(maker.quantities()),
        "indicators": list(maker.indicators()),
        "features": list(feature_rows(maker.id, coded.parsed, coded.codings, codebook)),
    }


class _Maker:
    """Writes one report's rows."""

    def __init__(self, key: str, coded: CodedReport) -> None:
        self.id, self.coded, self.parsed, self.text = key, coded, coded.parsed, coded.parsed.text
        self.section_ids = self.keys("p", self.parsed.sections)
        self.sentence_ids = self.keys("s", self.parsed.sentences)
        self.quantity_ids = self.keys("q", coded.quantities)

    def keys(self, letter: str, found: Sequence[object]) -> list[str]:
        """An id for each of `found`, in their order."""
        return [f"{self.id}-{letter}{str(number).zfill(4)}" for number in range(1, len(found) + 1)]

    def sentence(self, offset: int) -> str:
        return self.sentence_ids[self.parsed.sentence_at(offset).order]

    def document(self) -> Row:
        coded, names, period = self.coded, self.coded.names, self.coded.period
        return {
            "document_id": self.id,
            "file": coded.report.file,
            "sha256": coded.report.sha256,
            "title": names.title,
            "unit": names.unit,
            "unit_masked": names.masked,
            "addressee": names.addressee,
            "year": period.year,
            "period_kind": period.kind,
            "quarter": period.quarter,
            "characters": dense(coded.report.text),
            "has_problems": bool(coded.problems),
            "has_plan": any(s.role is Role.PLAN for s in self.parsed.sections),
            "text": coded.report.text,
            "repairs": "；".join(repair.sentence for repair in coded.report.repairs),
        }

    def sections(self) -> Iterator[Row]:
        for key, s in zip(self.section_ids, self.parsed.sections, strict=True):
            yield {
                "section_id": key,
                "document_id": self.id,
                "order": s.order + 1,
                "level": s.level,
                "heading": s.heading,
                "path": s.path,
                "role": str(s.role),
                "start": s.start,
                "end": s.end,
            }

    def sentences(self) -> Iterator[Row]:
        for key, s in zip(self.sentence_ids, self.parsed.sentences, strict=True):
            yield {
                "sentence_id": key,
                "document_id": self.id,
                "section_id": self.section_ids[s.section],
                "order": s.order + 1,
                "role": str(s.role),
                "start": s.start,
                "end": s.end,
                "text": self.text[s.start : s.end],
            }

    def codings(self) -> Iterator[Row]:
        for key, c in zip(self.keys("c", self.coded.codings), self.coded.codings, strict=True):
            yield {
                "coding_id": key,
                "sentence_id": self.sentence(c.start),
                "code_id": c.code_id,
                "role": str(c.role),
                "cue": c.cue,
                "claim_only": c.claim_only,
                "source": "machine",
                "document_id": self.id,
                "start": c.start,
                "end": c.end,
                "quote": self.text[c.start : c.end],
            }

    def problems(self) -> Iterator[Row]:
        for order, (key, p) in enumerate(zip(self.keys("w", self.coded.problems), self.coded.problems, strict=True)):
            yield {
                "problem_id": key,
                "order": order + 1,
                "categories": ";".join(p.categories),
                "primary": p.primary,
                "general": p.general,
                "cue": p.cue,
                "document_id": self.id,
                "start": p.start,
                "end": p.end,
                "quote": self.text[p.start : p.end],
            }

    def plans(self) -> Iterator[Row]:
        for order, (key, p) in enumerate(zip(self.keys("j", self.coded.plans), self.coded.plans, strict=True)):
            yield {
                "plan_id": key,
                "order": order + 1,
                "document_id": self.id,
                "start": p.start,
                "end": p.end,
                "quote": self.text[p.start : p.end],
            }

    def answers(self) -> Iterator[Row]:
        plan_ids, problem_ids = self.keys("j", self.coded.plans), self.keys("w", self.coded.problems)
        for a in self.coded.answers:
            yield {
                "plan_id": plan_ids[a.plan],
                "problem_id": problem_ids[a.problem],
                "strength": a.strength,
                "why": a.why,
            }

    def quantities(self) -> Iterator[Row]:
        for key, q in zip(self.quantity_ids, self.coded.quantities, strict=True):
            yield {
                "quantity_id": key,
                "sentence_id": self.sentence(q.start),
                "role": str(q.role),
                "value": q.value,
                "value_high": q.value_high,
                "approximate": q.approximate,
                "status": q.status,
                "measure_word": q.measure_word,
                "per": q.per,
                "indicator_id": q.indicator_id,
                "domain": q.domain,
                "relation": q.relation,
                "number_start": q.number[0],
                "number_end": q.number[1],
                "cue": q.cue,
                "document_id": self.id,
                "start": q.start,
                "end": q.end,
                "quote": self.text[q.start : q.end],
            }

    def indicators(self) -> Iterator[Row]:
        yield from indicator_rows(self.id, self.coded.states, self.quantity_ids)


def indicator_rows(key: str, states: Iterable[IndicatorState], quantity_ids: Sequence[str]) -> Iterator[Row]:
    """A row for each indicator of the report `key`; `quantity_ids` are the ids of its quantities in order."""
    for state in states:
        yield {
            "document_id": key,
            "indicator_id": state.indicator_id,
            "status": state.status,
            "value": state.value,
            "quantity_ids": ";".join([quantity_ids[position] for position in state.quantities]),
        }
