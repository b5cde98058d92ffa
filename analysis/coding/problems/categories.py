"""Says of what kind an admitted problem is: every category it admits in its own right, and the heaviest.

Two witnesses are heard: the words of the manual that name a lack (`naming`), and how like its words and examples
the item as a whole and the clause most like them are (`likeness`). Each may keep a category that the other hardly
knows, where it is sure; the primary category is the one with the most evidence (篇幅或落点最重).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.codebook import ProblemCategory
from analysis.coding.base import Parsed, Problem
from analysis.coding.problems.naming import Naming, named
from analysis.coding.problems.scheme import Scheme, scheme
from analysis.coding.problems.segments import Statement, cut
from analysis.coding.problems.wording import Wording, wording
from analysis.lexicon.coding import ProblemWords

OTHER = "other"
# The weights of the evidence, and how much of it keeps a category, found on reports coded by hand.
_NAMED, _HINTED, _SHARE = 0.6, 0.3, 0.2
_ITEM, _PIECE = 1.0, 1.0
_LEAST, _LEAST_UNNAMED, _NOTHING = 0.8, 1.4, 0.8
_LEAST_OTHER = 1.6  # what fits nowhere seldom stands beside what has a name
_TURN = re.compile("但|然而|不过|可是|可")


def categorise(
    parsed: Parsed, problems: Iterable[Problem], categories: Sequence[ProblemCategory], words: ProblemWords
) -> tuple[Problem, ...]:
    """`problems` with their categories in the order of the codebook, and one of them primary."""
    known, asked = scheme(tuple(categories)), wording(words)
    bodies = {item.start: item.body for item in parsed.items}
    return tuple(
        _categorised(parsed, problem, bodies.get(problem.start, problem.start), known, asked) for problem in problems
    )


def _categorised(parsed: Parsed, problem: Problem, body: int, known: Scheme, words: Wording) -> Problem:
    """`problem` judged by its text from `body`, where its mark ends."""
    statement = cut(parsed, body, problem.end, words)
    names = named(parsed, statement, known, words)
    evidence = _evidence(parsed.folded, statement, known, names)
    best = max(evidence, key=evidence.__getitem__, default=OTHER)
    if evidence.get(best, 0.0) < _NOTHING:
        return replace(problem, categories=(OTHER,), primary=OTHER)
    sure = any(not naming.hinted for naming in names.values())
    least = {one: _LEAST if one in names or not sure else _LEAST_UNNAMED for one in evidence} | {OTHER: _LEAST_OTHER}
    kept = tuple(one for one, found in evidence.items() if found >= least[one] or one == best)
    return replace(problem, categories=kept, primary=_primary(best, kept, names))


def _primary(best: str, kept: Sequence[str], names: Mapping[str, Naming]) -> str:
    """The category with the most evidence; where it is named with others, the one that takes up most of the text."""
    shares = {one: names[one].share for one in kept if one in names and not names[one].hinted}
    return max(shares, key=shares.__getitem__) if best in shares else best


def _evidence(folded: str, statement: Statement, known: Scheme, names: Mapping[str, Naming]) -> Mapping[str, float]:
    """How much speaks for each category."""
    like = known.likeness
    said = {one: _said(naming, alone=one not in like.known) for one, naming in names.items()}
    item = like.shares(folded[statement.start : statement.end])
    piece = like.most(_pieces(folded, statement))
    return {one: said.get(one, 0.0) + _ITEM * item.get(one, 0.0) + _PIECE * piece.get(one, 0.0) for one in known.ids}


def _said(naming: Naming, *, alone: bool) -> float:
    """What the words say; where nothing can speak beside them, they are enough."""
    if alone and not naming.hinted:
        return _LEAST + _SHARE * naming.share
    return _HINTED if naming.hinted else _NAMED + _SHARE * naming.share


def _pieces(folded: str, statement: Statement) -> Iterator[str]:
    """The pieces that admit something themselves: not by way of example or result, nor cited, nor praise before 但."""
    own = [piece for piece in statement.segments if not piece.aside]
    turned = max((piece.start for piece in own if _TURN.match(folded, piece.start)), default=0)
    for piece in own:
        praised = piece.lack is None and piece.start < turned
        if not praised and not statement.cites(piece.start, piece.end):
            yield folded[piece.start : piece.end]
