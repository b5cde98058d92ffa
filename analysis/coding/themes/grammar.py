"""What the words of one clause can prove.

The coding manual's own-predicate rule: a theme is present where a clause of its own says so. Guiding ideology, the
basis of an action (按照…要求), purpose and result clauses, and the titles of documents prove nothing - save the title
of a document that the clause itself issues. In the problems part a clause tells what is lacking unless it says
otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from analysis.coding.base import Clause, Parsed, Role
from analysis.coding.themes.patterns import Patterns, patterns
from analysis.lexicon.coding import ClauseWords

_BOOK = re.compile(r"《[^》]*》?")
_LONGEST_TITLE = 80
_HEAD = 80  # where a report without lines names its unit, in characters
_KIND = re.compile(r"(?:办法|规定|细则|制度|规则|规程|条例|准则|清单|方案|手册|汇编|责任书|承诺书)》?$")
_LIST_OF_BOOKS = re.compile(r"》[^,。]{0,3}《|》等")
_COUNTED = "[二两三四五六七八九十]+[次名个项家件起场期部份条轮](?!规定)"
_NUMBER = re.compile(rf"\d|\*|[xX]{{1,3}}(?![a-zA-Z])|〔[.…]+〕|{_COUNTED}")
_ITEM = r"\W*(?:[一二三四五六七八九十]是)?"
_CONCESSION = re.compile(rf"{_ITEM}[^,]{{0,12}}?(?:虽然|尽管|虽|固然)")
_TURN = re.compile(r"但|然而|可(?![以能])|不过|仍|[^,;:。]{0,12}?却")
_APPEAL = re.compile(
    rf"^{_ITEM}[^,]{{0,12}}?(?<![只主需重都也就还又不首想纲概摘紧必])要"
    r"(?=[抓做把进强加扎全坚认严深持推落压切带提高完健以用着对按常聚紧])"
)
# Instances, what others did, what was done if only so far, what was not found, and appeals are no lack of its own.
_ASIDE = re.compile(
    rf"{_ITEM}(?:(?:如(?![果今期实])|例如|比如|譬如|诸如|像|(?:具体|典型)案例\W*$)|他的|他在|其教训|[^,]{{0,8}}仅(?:对|要求|将|把|向)|(?:需要|要|应)引起)"
    r"|[^,]{0,12}?(?:未|没有)(?:发现|发生|出现)[^,]{0,8}(?:违|不正|问题|情形|行为)"
)
_DONE = re.compile(r"开展|进行|组织|召开|举办|列出|跟进")
_CONTENTS = re.compile(r"(?:内容|项目|事项)(?:主要)?(?:包括|涵盖|涉及|包含)|下设(?=[^,]{0,40}(?:组|办公室|专班))")
_WHEN = re.compile(r"(?:时|期间|以来|方面)\W*$")
# How the problems were found (通过谈心谈话查摆) and what will be done about them (将严肃问责) is no lack either.
_SOURCE = re.compile(rf"^{_ITEM}(?:通过|结合|经过|采取)")
_FUTURE = re.compile(r"^[^,]{0,12}?将(?=[进严坚继依按一对予给从会])")
_SILENT = (_WHEN, _APPEAL, _SOURCE, _FUTURE)
# 不 opens many words that deny nothing (不断, 不仅); 只 and 才 say that it was little or late.
_DENIAL = re.compile(
    r"不(?![断仅但同少久忘只光懈])|没(?!收)|只(?![要有是])|才(?![能干会])|(.{1,4})归\1|老(?:样|毛|几)|常常|往往|总是|多半|大多|还是"
)

_ANNOUNCED = re.compile(r"(?:以下|下列|如下|[一二三四五六七八九十几两\d]+(?:个?方面|点|件事))[^,;:。]{0,8}$")

Span = tuple[int, int]
Stretch = tuple[int, int]


def _without_kind(title: re.Match[str]) -> Span:
    kind = _KIND.search(title[0])
    return title.start(), title.end() - (len(kind[0]) if kind else 0)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Asks of a clause what its words can prove."""

    parsed: Parsed
    words: ClauseWords
    _says: Patterns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_says", patterns(self.words))

    def only_leads(self, clause: Clause) -> bool:
        """Whether the whole clause proves nothing: a purpose, a result, a topic, a label, a count, another's deed."""
        return (
            self._is_purpose(clause)
            or self._is_topic(clause)
            or self._is_label(clause)
            or self._announces(clause)
            or self._is_of_others(clause)
        )

    def topics(self, clause: Clause) -> list[Span]:
        """What the clause is about, before its deed (围绕…开展), and what it lists (内容包括…, 下设…组)."""
        deed = self._opens(self._says.topics, clause) and self._find(_DONE, clause)
        contents = self._find(_CONTENTS, clause)
        spans = [(clause.start, deed.start())] if deed else []
        return [*spans, (contents.start(), clause.end)] if contents else spans

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
        issued = len(books) == 1 and self._says.issuing.search(text) and not _LIST_OF_BOOKS.search(text)
        return spans if issued else spans + books

    def _is_purpose(self, clause: Clause) -> bool:
        """A clause behind another of its sentence that opens with a purpose or a result, or one before (为确保……，)."""
        folded = self.parsed.folded
        if clause.start > self.parsed.sentences[clause.sentence].start:
            return self._opens(self._says.purposes, clause)
        return folded.startswith(",", clause.end) and self._opens(self._says.aims, clause)

    def _is_topic(self, clause: Clause) -> bool:
        """A clause that only says what the next one of its sentence is about (围绕…，), and not what was done there."""
        leads = self.parsed.folded.startswith(",", clause.end) and self._opens(self._says.topics, clause)
        return leads and not self._find(_DONE, clause)

    def _is_of_others(self, clause: Clause) -> bool:
        """A clause of the work part on what a body above did (县纪委通报…), save what it asked the unit to put right.

        A unit that writes of itself has its name at the head of the report.
        """
        folded = self.parsed.folded
        above = self._says.above.match(folded, clause.start) if clause.role is Role.WORK else None
        if above is None or self._find(self._says.answered, clause):
            return False
        return above[1] not in folded.partition("\n")[0][:_HEAD]

    def _opens(self, words: re.Pattern[str], clause: Clause) -> bool:
        return words.match(self.parsed.folded, clause.start) is not None

    def _find(self, words: re.Pattern[str], clause: Clause) -> re.Match[str] | None:
        return words.search(self.parsed.folded, clause.start, clause.end)

    def _is_label(self, clause: Clause) -> bool:
        """A label (整改措施：), or a clause of a sentence that only says who does it until when (责任人：)."""
        folded, start = self.parsed.folded, self.parsed.sentences[clause.sentence].start
        return bool(
            self._says.post.match(folded, start) or self._says.label.fullmatch(folded, clause.start, clause.end)
        )

    def _announces(self, clause: Clause) -> bool:
        """A clause of the plan that only says how many points follow (提出三点整改建议：)."""
        folded = self.parsed.folded
        counts = clause.role is Role.PLAN and folded.startswith(":", clause.end)
        return counts and self._find(_ANNOUNCED, clause) is not None

    def admits(self, clauses: Sequence[Clause], index: int) -> bool:
        """Whether a clause of the problems part can tell what is wrong: all it says is a lack unless it says otherwise.

        Concessions (……会开了，但……), instances, others' deeds and appeals do not, nor does a clause without a word
        of lack that affirms (……有序开展), says when, how the problems were found or what will be done, or is a heading
        (（一）作风方面).
        """
        clause, folded = clauses[index], self.parsed.folded
        if any(aside.match(folded, clause.start, clause.end) for aside in (_CONCESSION, _ASIDE)):
            return False
        if self._is_lack(clause.start, clause.end):
            return True
        text = folded[clause.start : clause.end]
        silent = clause.heading or any(one.search(text) for one in (*_SILENT, self._says.affirming))
        return not (silent or self._turned(clauses, index))

    def leaps(self, start: int, end: int) -> bool:
        """Whether words of one cue stand in two lacks of a list (机制不够科学、用人不够严格)."""
        listed = self.parsed.folded.rfind("、", start, end)
        return listed > start and self._is_lack(start, listed)

    def _turned(self, clauses: Sequence[Clause], index: int) -> bool:
        """Whether a clause behind in the sentence takes back what this one says."""
        behind = takewhile(lambda later: later.sentence == clauses[index].sentence, clauses[index + 1 :])
        return any(_TURN.match(self.parsed.folded, later.start) for later in behind)

    def stretch(self, clause: Clause) -> Stretch:
        """The part between two ；of the clause's sentence: what it says it says of one matter."""
        start = self.parsed.sentences[clause.sentence].start
        return clause.sentence, self.parsed.folded.rfind(";", start, clause.start)

    def _is_lack(self, start: int, end: int) -> bool:
        said = self._says.unlacking.sub("", self.parsed.folded[start:end])
        return bool(self._says.lacking.search(said) or _DENIAL.search(said))

    def only_claims(self, clause: Clause) -> bool:
        """Whether the clause affirms (严格落实…) and names no act, document, time, number or object."""
        text = self.parsed.folded[clause.start : clause.end]
        if "《" in text or _NUMBER.search(text) or self._says.concrete.is_in(text):
            return False
        return self._says.claims.is_in(text)
