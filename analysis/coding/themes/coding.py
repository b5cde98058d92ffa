"""Codes a report's themes clause by clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.coding.base import EVIDENCE_ROLES, Clause, Coding, Parsed, Role
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
    coder = _Coder(parsed, matcher, Grammar(parsed, words))
    proofs = [(clause, best) for clause in parsed.clauses if (best := coder.proofs(clause))]
    return tuple(coding for clause, hits in coder.weighed(proofs) for coding in coder.codings(clause, hits))


@dataclass(frozen=True, slots=True)
class _Coder:
    parsed: Parsed
    matcher: CueMatcher
    grammar: Grammar

    def proofs(self, clause: Clause) -> list[Hit]:
        """The themes of one clause, each by its longest cue; by one with gaps or a hint only where no other says so."""
        if clause.role not in EVIDENCE_ROLES or (clause.heading and clause.role is Role.WORK):
            return []  # a heading of the work part proves nothing
        counted, formulas, bars = _sorted_out(self.matcher.find_in(self.parsed.folded, clause))
        if not counted or not self._can_prove(clause):
            return []
        if clause.role is Role.PROBLEMS:
            counted = [h for h in counted if not (h.cue.gapped and self.grammar.leaps(h.start, h.end))]
        titles = self.grammar.titles(clause)
        spans = [(h.start, h.end) for h in formulas] + self.grammar.topics(clause)
        best: dict[str, Hit] = {}
        for hit in sorted(counted, key=_clearest):
            if hit.cue.theme_id not in best and _is_free(hit, spans, titles, bars):
                best[hit.cue.theme_id] = hit
        return [hit for _, hit in sorted(best.items())]

    def weighed(self, proofs: Sequence[tuple[Clause, list[Hit]]]) -> Iterator[tuple[Clause, list[Hit]]]:
        """`proofs` without the hints of stretches where something else is named."""
        stretch = self.grammar.stretch
        named = {stretch(clause) for clause, hits in proofs if not all(hit.cue.hint for hit in hits)}
        for clause, hits in proofs:
            yield clause, [hit for hit in hits if not (hit.cue.hint and stretch(clause) in named)]

    def codings(self, clause: Clause, hits: Sequence[Hit]) -> Iterator[Coding]:
        """What `hits` prove in their clause."""
        claim = self.grammar.only_claims(clause)
        for hit in hits:
            cue = self.parsed.quote(hit.start, hit.end)
            yield Coding(hit.cue.theme_id, clause.role, clause.start, clause.end, cue, hit.start, claim)

    def _can_prove(self, clause: Clause) -> bool:
        """Whether the clause does more than lead to another and, in the problems part, says a lack."""
        if clause.role is Role.PROBLEMS and not self.grammar.admits(self.parsed.clauses, clause.order):
            return False
        return not self.grammar.only_leads(clause)


def _sorted_out(hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit], list[Hit]]:
    """The cues that count, the formulas and scopes, and the phrases ruled out."""
    counted: list[Hit] = []
    formulas: list[Hit] = []
    bars: list[Hit] = []
    for hit in hits:
        (bars if hit.cue.bars else counted if hit.cue.theme_id else formulas).append(hit)
    return counted, formulas, bars


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
