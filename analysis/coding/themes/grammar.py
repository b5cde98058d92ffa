"""What the words of one clause can prove.

The coding manual's own-predicate rule: a theme is present where a clause of its own says so. Guiding ideology, the
basis of an action (按照…要求), purpose and result clauses, and the titles of documents prove nothing - save the title
of a document that the clause itself issues. In the problems part, the lack must be in the clause or in the one it
leads to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.base import Clause, Parsed
from analysis.lexicon.coding import ClauseWords
from analysis.phrases import one_of
from analysis.spotting import any_of

_BOOK = re.compile(r"《[^》]*》?")
_LONGEST_TITLE = 80
_KIND = re.compile(r"(?:办法|规定|细则|制度|规则|规程|条例|准则|清单|方案|手册|汇编|责任书|承诺书)》?$")
_LIST_OF_BOOKS = re.compile(r"》[^,。]{0,3}《|》等")
_COUNTED = "[二两三四五六七八九十]+[次名个项家件起场期部份条轮](?!规定)"
_NUMBER = re.compile(rf"\d|\*|[xX]{{1,3}}(?![a-zA-Z])|〔[.…]+〕|{_COUNTED}")
_CONCESSION = re.compile(r"\W*(?:[一二三四五六七八九十]是)?[^,]{0,12}?(?:虽然|尽管|虽|固然)")
_ASIDE = re.compile(r"\W*(?:[一二三四五六七八九十]是)?(?:如|例如|比如|譬如|诸如|像|具体案例|典型案例)")
_WHEN = re.compile(r"(?:时|期间|以来)$")
_TOPIC = re.compile(r"\W*(?:[一二三四五六七八九十]是)?(?:对|对于|在|关于|特别是|尤其|就)")

Span = tuple[int, int]


def _without_kind(title: re.Match[str]) -> Span:
    kind = _KIND.search(title[0])
    return title.start(), title.end() - (len(kind[0]) if kind else 0)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Asks of a clause what its words can prove."""

    parsed: Parsed
    words: ClauseWords

    def only_leads(self, clause: Clause) -> bool:
        """Whether the whole clause proves nothing, for it only gives a purpose, a result or a topic."""
        return self._is_purpose(clause) or self._is_topic(clause)

    def titles(self, clause: Clause) -> list[Span]:
        """Titles in the clause, but not the one title it issues; a title may begin in an earlier clause.

        The last word of a title says what kind of document it is (修订《……办法》), and may count.
        """
        folded = self.parsed.folded
        if folded.find("《", max(0, clause.start - _LONGEST_TITLE), clause.end) < 0:
            return []
        spans = []
        opened = folded.rfind("《", max(0, clause.start - _LONGEST_TITLE), clause.start)
        if opened > folded.rfind("》", max(0, clause.start - _LONGEST_TITLE), clause.start):
            close = folded.find("》", clause.start, clause.end)
            spans.append((clause.start, close + 1 if close >= 0 else clause.end))
        books = [_without_kind(hit) for hit in _BOOK.finditer(folded, clause.start, clause.end)]
        text = folded[clause.start : clause.end]
        issued = len(books) == 1 and one_of(self.words.issuing).search(text) and not _LIST_OF_BOOKS.search(text)
        return spans if issued else spans + books

    def _is_purpose(self, clause: Clause) -> bool:
        """A clause behind another of its sentence that opens with a purpose or a result."""
        first = self.parsed.sentences[clause.sentence].start
        return clause.start > first and one_of(self.words.purposes).match(self.parsed.folded, clause.start) is not None

    def _is_topic(self, clause: Clause) -> bool:
        """A clause that only says what the next one of its sentence is about (围绕…，)."""
        leads = self.parsed.folded[clause.end : clause.end + 1] == ","
        return leads and one_of(self.words.topics).match(self.parsed.folded, clause.start) is not None

    def admits(self, clause: Clause) -> bool:
        """Whether a clause of the problems part can tell what is wrong.

        Concessions, instances, what only says when, and headings without a lack (（一）作风方面) do not.
        """
        folded = self.parsed.folded
        beside = (_CONCESSION, _ASIDE)
        if any(pattern.match(folded, clause.start, clause.end) for pattern in beside):
            return False
        return not _WHEN.search(folded[clause.start : clause.end]) and (not clause.heading or self._lacking(clause))

    def lacks(self, clauses: Sequence[Clause], index: int) -> bool:
        """Whether the unit admits a lack in this clause, or leads to one in the next (对…，还不够)."""
        clause, folded = clauses[index], self.parsed.folded
        if self._lacking(clause):
            return True
        leads = index + 1 < len(clauses) and clauses[index + 1].sentence == clause.sentence
        return (
            leads and _TOPIC.match(folded, clause.start, clause.end) is not None and self._lacking(clauses[index + 1])
        )

    def _lacking(self, clause: Clause) -> bool:
        return one_of(self.words.lacking).search(self.parsed.folded, clause.start, clause.end) is not None

    def only_claims(self, clause: Clause) -> bool:
        """Whether the clause affirms (严格落实…) and names no act, document, time, number or object."""
        text = self.parsed.folded[clause.start : clause.end]
        if "《" in text or _NUMBER.search(text) or any_of(self.words.concrete).is_in(text):
            return False
        return any_of(self.words.claims).is_in(text)
