"""Codes a report's themes clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.coding.base import Clause, Coding, Parsed, Role
from analysis.coding.themes.cues import CueMatcher, Hit
from analysis.coding.themes.grammar import Grammar
from analysis.lexicon import ClauseWords
from analysis.phrases import one_of


def code_themes(parsed: Parsed, matcher: CueMatcher, words: ClauseWords) -> tuple[Coding, ...]:
    """One coding for each theme and clause that is evidence of it, in the order of the text.

    Args:
        parsed: the report.
        matcher: the codebook's cues.
        words: clauses.yaml.
    """
    coder = _Coder(parsed, Grammar(parsed, words))
    best: dict[tuple[int, str], Hit] = {}
    for clause, hit in _by_clause(parsed, matcher):
        key = (clause.order, hit.cue.theme.id)
        if coder.proves(clause, hit) and (key not in best or hit.end - hit.start > best[key].end - best[key].start):
            best[key] = hit
    return tuple(coder.coding(parsed.clauses[order], hit) for (order, _), hit in sorted(best.items(), key=_place))


def _place(entry: tuple[tuple[int, str], Hit]) -> tuple[int, str]:
    return entry[0]


def _by_clause(parsed: Parsed, matcher: CueMatcher) -> Iterator[tuple[Clause, Hit]]:
    """Hits that lie inside one clause and in a role where their cue counts."""
    if not parsed.clauses:
        return
    for hit in matcher.find(parsed.folded):
        clause = parsed.clause_at(hit.start)
        if clause.role in hit.cue.roles and clause.start <= hit.start and hit.end <= clause.end:
            yield clause, hit


@dataclass(frozen=True, slots=True)
class _Coder:
    parsed: Parsed
    grammar: Grammar

    def proves(self, clause: Clause, hit: Hit) -> bool:
        if not self.grammar.counts(clause):
            return False
        if any(a <= hit.start and hit.end <= b for a, b in self.grammar.blocked(clause)):
            return False
        if self._excluded(clause, hit):
            return False
        return clause.role is not Role.PROBLEMS or self.grammar.lacks(self.parsed.clauses, clause.order)

    def _excluded(self, clause: Clause, hit: Hit) -> bool:
        """Whether the hit begins (a cue with gaps: ends) inside a phrase ruled out for its theme."""
        theme = hit.cue.theme
        if not theme.not_in:
            return False
        found = one_of(theme.not_in).finditer(self.parsed.folded, clause.start, clause.end)
        told = hit.end - 1 if hit.cue.whole else hit.start
        return any(span.start() <= told < span.end() for span in found)

    def coding(self, clause: Clause, hit: Hit) -> Coding:
        claim_only = self.grammar.only_claims(clause)
        return Coding(
            hit.cue.theme.id,
            clause.role,
            clause.start,
            clause.end,
            self.parsed.text[hit.start : hit.end],
            hit.start,
            claim_only,
        )
