"""What a report claims without a doubt, and a reviewer should verify: none found, all done, 100 %."""

from collections.abc import Iterator, Sequence

from analysis.comparing.base import Tables
from analysis.comparing.checks.clauses import Clause, holds
from analysis.comparing.checks.line import CLAIM, Line
from analysis.lexicon.comparing import check_words

# A claim that all is done matters where it is about faults found; else it is business (征收任务全部完成).
FAULTS = ("整改", "问题", "反馈", "线索", "销号", "举报")
PLACE = ["document_id", "start", "end"]
WHOLE = 100


def claim_lines(tables: Tables, clauses: Sequence[Clause]) -> Iterator[Line]:
    """Every claim to verify in the work parts."""
    yield from _none_found(tables)
    yield from _hundred(tables)
    coded = set(tables["codings"]["sentence_id"])
    for clause in clauses:
        if clause.role == "work" and is_complete(clause):
            yield _line(clause, "complete", "说全部办完，应看台账和逐项结果")
        elif clause.role == "work" and clause.sentence_id in coded and _covers(clause):
            yield _line(clause, "covering", "说没有遗漏，应看名单和次数")


def is_complete(clause: Clause) -> bool:
    """Whether the clause says that all faults are made good."""
    words = check_words()
    about = holds(FAULTS, clause.text) or holds(FAULTS, clause.said)
    return about and holds(words.complete, clause.text) and not holds(words.not_complete, clause.text)


def _covers(clause: Clause) -> bool:
    words = check_words()
    return holds(words.covering, clause.text) and not holds(words.not_covering, clause.text)


def _line(clause: Clause, what: str, why: str) -> Line:
    finding = f"“{clause.quote}”需核实"
    return Line(clause.document_id, CLAIM, f"{what}-{clause.start}", finding, why, "原文", [clause.span()])


def _none_found(tables: Tables) -> Iterator[Line]:
    found = tables["quantities"]
    found = found[found["status"].eq("zero_claim") & found["role"].eq("work")]
    for document, start, end, quote in found[[*PLACE, "quote"]].itertuples(index=False, name=None):
        why = "说没有发生、没有发现，不等于数字0，应看核查记录"
        yield Line(document, CLAIM, f"none-{start}", f"“{quote}”需核实", why, "原文", [(document, start, end)])


def _hundred(tables: Tables) -> Iterator[Line]:
    found = tables["quantities"]
    found = found[found["measure_word"].isin(["%", "％"]) & found["value"].eq(WHOLE) & found["role"].eq("work")]
    columns = [*PLACE, "quote", "domain"]
    for document, start, end, quote, domain in found[columns].itertuples(index=False, name=None):
        why = "写到100%，应看算法和底数" + "（业务数字）" * (domain == "business")
        yield Line(document, CLAIM, f"all-{start}", f"“{quote}”需核实", why, "原文", [(document, start, end)])
