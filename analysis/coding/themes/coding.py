"""Codes a report's themes clause by clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.coding.base import Clause, Coding, Parsed, Role
from analysis.coding.themes.cues import CueMatcher, Hit
from analysis.coding.themes.grammar import Grammar
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
        """The codings of one clause, each theme by its longest cue, by one with gaps only where no other says so."""
        if not self._can_prove(clause):
            return
        inside = [h for h in hits if clause.start <= h.start and h.end <= clause.end]
        counted = [h for h in inside if clause.role in h.cue.roles]
        if not counted:
            return
        formulas, titles = self.grammar.formulas(clause), self.grammar.titles(clause)
        barred = [h for h in inside if h.cue.bars]
        best: dict[str, Hit] = {}
        for hit in sorted(counted, key=_clearest):
            free = not (any(_inside(hit, *span) for span in formulas) or any(_touches(hit, *span) for span in titles))
            if hit.cue.theme_id not in best and free and not any(_bars(bar, hit) for bar in barred):
                best[hit.cue.theme_id] = hit
        claim_only = bool(best) and self.grammar.only_claims(clause)
        for theme, hit in sorted(best.items()):
            cue = self.parsed.quote(hit.start, hit.end)
            yield Coding(theme, clause.role, clause.start, clause.end, cue, hit.start, claim_only)

    def _can_prove(self, clause: Clause) -> bool:
        """Headings of the work part prove nothing; in the problems part, the lack must be in the clause."""
        if clause.role is Role.WORK:
            return not clause.heading
        return clause.role is not Role.PROBLEMS or self.grammar.lacks(self.parsed.clauses, clause.order)


def _clearest(hit: Hit) -> tuple[bool, int, int]:
    length = hit.end - hit.start
    return hit.cue.gapped, length if hit.cue.gapped else -length, hit.start


def _bars(bar: Hit, hit: Hit) -> bool:
    """Whether the hit begins, or one with gaps ends, inside a phrase ruled out for its theme."""
    ends = hit.cue.gapped and bar.start < hit.end <= bar.end
    return bar.cue.theme_id == hit.cue.theme_id and (ends or bar.start <= hit.start < bar.end)


def _inside(hit: Hit, start: int, end: int) -> bool:
    return start <= hit.start and hit.end <= end


def _touches(hit: Hit, start: int, end: int) -> bool:
    """Whether the hit shares characters with the span; one with gaps, whether it begins or ends there."""
    if hit.cue.gapped:
        return start <= hit.start < end or start < hit.end <= end
    return hit.start < end and start < hit.end
