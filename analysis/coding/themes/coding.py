"""Codes a report's themes clause by clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.coding.base import Clause, Coding, Parsed, Role
from analysis.coding.themes.cues import PROBLEMS, CueMatcher, Hit
from analysis.coding.themes.grammar import Grammar, Span
from analysis.lexicon.coding import ClauseWords


def code_themes(parsed: Parsed, matcher: CueMatcher, words: ClauseWords) -> tuple[Coding, ...]:
    """One coding for each theme and clause that is evidence of it, in the order of the text.

    Args:
        parsed: the report.
        matcher: the codebook's cues.
        words: clauses.yaml.
    """
    if not parsed.clauses:
        return ()
    grammar = Grammar(parsed, words)
    coder = _Coder(parsed, grammar)
    proofs = [(clause, coder.proofs(clause, hits)) for clause, hits in _by_clause(parsed, matcher.find(parsed.folded))]
    named = {grammar.stretch(clause) for clause, best in proofs if not all(hit.cue.hint for hit in best.values())}
    return tuple(
        coder.coding(clause, hit)
        for clause, best in proofs
        for _, hit in sorted(best.items())
        if not (hit.cue.hint and grammar.stretch(clause) in named)
    )


def _by_clause(parsed: Parsed, found: Iterable[Hit]) -> Iterator[tuple[Clause, list[Hit]]]:
    """The hits of each clause that has some, in the order of the text."""
    placed: dict[int, list[Hit]] = {}
    clause = parsed.clauses[0]
    for hit in found:
        if not clause.start <= hit.start < clause.end:  # most hits lie in the clause of the hit before
            clause = parsed.clause_at(hit.start)
        if hit.end <= clause.end and hit.start >= clause.start:
            placed.setdefault(clause.order, []).append(hit)
    return ((parsed.clauses[order], placed[order]) for order in sorted(placed))


@dataclass(frozen=True, slots=True)
class _Coder:
    parsed: Parsed
    grammar: Grammar

    def proofs(self, clause: Clause, hits: Sequence[Hit]) -> dict[str, Hit]:
        """The themes of one clause, each by its longest cue; by one with gaps or a hint only where no other says so."""
        in_role = [h for h in hits if clause.role in h.cue.roles]
        counted = [h for h in in_role if h.cue.theme_id]
        if not counted or not self._can_prove(clause) or self.grammar.only_leads(clause):
            return {}
        if clause.role is Role.PROBLEMS:
            counted = [h for h in counted if not (h.cue.gapped and self.grammar.leaps(h.start, h.end))]
        titles = self.grammar.titles(clause)
        formulas = [(h.start, h.end) for h in in_role if not h.cue.theme_id] + self.grammar.topics(clause)
        barred = [h for h in hits if h.cue.bars]
        best: dict[str, Hit] = {}
        for hit in sorted(counted, key=_clearest):
            if hit.cue.theme_id not in best and _is_free(hit, formulas, titles, barred):
                best[hit.cue.theme_id] = hit
        return best

    def coding(self, clause: Clause, hit: Hit) -> Coding:
        """What `hit` proves in its clause."""
        cue = self.parsed.quote(hit.start, hit.end)
        claim = self.grammar.only_claims(clause)
        return Coding(hit.cue.theme_id, clause.role, clause.start, clause.end, cue, hit.start, claim)

    def _can_prove(self, clause: Clause) -> bool:
        """Headings of the work part prove nothing, nor does what a clause of the problems part says beside a lack."""
        if clause.role is Role.WORK:
            return not clause.heading
        return clause.role is not Role.PROBLEMS or self.grammar.admits(self.parsed.clauses, clause.order)


def _clearest(hit: Hit) -> tuple[bool, bool, int, int]:
    length = hit.end - hit.start
    return hit.cue.hint, hit.cue.gapped, length if hit.cue.gapped else -length, hit.start


def _is_free(hit: Hit, formulas: Sequence[Span], titles: Sequence[Span], bars: Sequence[Hit]) -> bool:
    if formulas and any(_inside(hit, *span) for span in formulas):
        return False
    if titles and not hit.cue.titled and any(_touches(hit, *span) for span in titles):
        return False
    return not (bars and any(_bars(bar, hit) for bar in bars))


def _bars(bar: Hit, hit: Hit) -> bool:
    """Whether the hit begins, or one with gaps ends, inside a phrase ruled out for its theme.

    A phrase of the problems part that says more than the one ruled out still counts: 制度执行 is no rule made, but
    制度执行不严 is what the rules lack.
    """
    if hit.cue.roles == PROBLEMS and hit.start <= bar.start and bar.end <= hit.end and hit[1:] != bar[1:]:
        return False
    ends = hit.cue.gapped and bar.start < hit.end <= bar.end
    return bar.cue.theme_id == hit.cue.theme_id and (ends or bar.start <= hit.start < bar.end)


def _inside(hit: Hit, start: int, end: int) -> bool:
    return start <= hit.start and hit.end <= end


def _touches(hit: Hit, start: int, end: int) -> bool:
    """Whether the hit shares characters with the span; one with gaps, whether it begins or ends there."""
    if hit.cue.gapped:
        return start <= hit.start < end or start < hit.end <= end
    return hit.start < end and start < hit.end
