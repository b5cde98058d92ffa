"""Codes a report's themes clause by clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.coding.base import Clause, Coding, Parsed, Role
from analysis.coding.themes.cues import CueMatcher, Hit
from analysis.coding.themes.grammar import Grammar
from analysis.lexicon.coding import ClauseWords
from analysis.phrases import one_of


def code_themes(parsed: Parsed, matcher: CueMatcher, words: ClauseWords) -> tuple[Coding, ...]:
    """One coding for each theme and clause that is evidence of it, in the order of the text.

    Args:
        parsed: the report.
        matcher: the codebook's cues.
        words: clauses.yaml.
    """
    if not parsed.clauses:
        return ()
    coder = _Coder(parsed, Grammar(parsed, words))
    placed = sorted(((parsed.clause_at(hit.start), hit) for hit in matcher.find(parsed.folded)), key=_order)
    by_clause = ((parsed.clauses[order], [hit for _, hit in group]) for order, group in groupby(placed, key=_order))
    return tuple(coding for clause, hits in by_clause for coding in coder.codings(clause, hits))


def _order(placed: tuple[Clause, Hit]) -> int:
    return placed[0].order


@dataclass(frozen=True, slots=True)
class _Coder:
    parsed: Parsed
    grammar: Grammar

    def codings(self, clause: Clause, hits: Sequence[Hit]) -> Iterator[Coding]:
        """The codings of one clause, each theme by its longest cue."""
        inside = [h for h in hits if clause.role in h.cue.roles and clause.start <= h.start and h.end <= clause.end]
        if not inside or not self._can_prove(clause):
            return
        blocked = self.grammar.blocked(clause)
        best: dict[str, Hit] = {}
        for hit in sorted(inside, key=lambda hit: hit.start - hit.end):
            free = not any(a <= hit.start and hit.end <= b for a, b in blocked)
            if hit.cue.theme.id not in best and free and not self._excluded(clause, hit):
                best[hit.cue.theme.id] = hit
        claim_only = bool(best) and self.grammar.only_claims(clause)
        for theme, hit in sorted(best.items()):
            cue = self.parsed.quote(hit.start, hit.end)
            yield Coding(theme, clause.role, clause.start, clause.end, cue, hit.start, claim_only)

    def _can_prove(self, clause: Clause) -> bool:
        """Headings of the work part prove nothing; in the problems part, the lack must be in the clause."""
        if clause.role is Role.WORK:
            return not clause.heading
        return clause.role is not Role.PROBLEMS or self.grammar.lacks(self.parsed.clauses, clause.order)

    def _excluded(self, clause: Clause, hit: Hit) -> bool:
        """Whether the hit begins (a cue with gaps: ends) inside a phrase ruled out for its theme."""
        ruled_out = hit.cue.theme.not_in
        if not ruled_out:
            return False
        told = hit.end - 1 if hit.cue.whole else hit.start
        found = one_of(ruled_out).finditer(self.parsed.folded, clause.start, clause.end)
        return any(span.start() <= told < span.end() for span in found)
