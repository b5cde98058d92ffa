"""What the words of a heading or a sentence say about the part it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.base import Role
from analysis.coding.structure.markers import Marker
from analysis.lexicon.coding import RoleWords
from analysis.phrases import one_of

_FOREMOST = 14  # an opener may stand behind a mark and a few characters (三是下一步… / 同时，我们也清醒地…)
_INTRO_SHARE = 0.35
_SHORT_TEXT = 900
_BETWEEN = 500  # an introduction may go on for a paragraph behind 报告如下, up to the first heading
_CLAUSE = re.compile(r"[^,;:]+")
_NUMERAL = "[一二三四五六七八九十]"
_ENUMERATOR = re.compile(
    rf"^\s*(?:{_NUMERAL}{{1,3}}[、是要]|\((?:{_NUMERAL}|\d)+\)|\d{{1,2}}[.、)]|[①-⑳]|序号[ :]?\d{{1,2}})?\W*"
)
_FIRST_MARK = re.compile(r"一、|\(一\)|1[.、]|①|一[是要]|第一|首先|[^(\d①-⑳一二三四五六七八九十第其]")
_OWN_PLACE = re.compile(r"[。!?\n]|.[\n]|.(?:\(|.{1,3}、|\d)")
_WHOLE = re.compile(r"[。!:]\s*$")
_PROBLEMS_ALONE = re.compile(r"问题[:。]?\s*")
_PLAN_ALONE = re.compile(r"怎么[办干抓补][?。:]?\s*")
LABEL = re.compile(r"[^,。;:\n]{0,18}:")
_YEAR_AHEAD = re.compile(r"(?:在)?20\d\d年(?:里|度|中)?,?")  # behind problems a new year is the one to come
_WILL = ("将", "要", "准备", "打算", "拟", "计划", "会", "起", "争取", "力争", "想")
_ANNOUNCEMENT = 30  # how far before 如下 it is said what follows
_DEEDS = 4  # a first paragraph that tells of so many kinds of deeds is no introduction
_PRAISE = 45  # a formula of praise (虽取得一定成绩) is no longer than this


def lead_end(sentence: str) -> int:
    """Where a sentence begins behind its mark."""
    hit = _ENUMERATOR.match(sentence)
    return hit.end() if hit else 0


@dataclass(frozen=True, slots=True)
class RoleCues:
    """The words of roles.yaml, asked as questions."""

    words: RoleWords

    def named_by(self, heading: str) -> Role | None:
        """The part a heading names, None where it names none; a joint heading names the part it names first."""
        words = self.words
        problem = one_of(words.problem_headings).search(heading) or _PROBLEMS_ALONE.fullmatch(
            heading, lead_end(heading)
        )
        plan = one_of(words.plan_headings).search(heading) or _PLAN_ALONE.fullmatch(heading, lead_end(heading))
        if problem and one_of(words.not_problem_headings).search(heading):
            problem = None
        if plan and one_of(words.not_plan_headings).search(heading):
            plan = None
        if problem and (not plan or problem.start() <= plan.start()):
            return Role.PROBLEMS
        if plan:
            return Role.PLAN
        return Role.WORK if one_of(words.work_headings).search(heading) else None

    def field(self, text: str) -> Role | None:
        """The part to which a field of a register belongs by its label (问题表现：), None where there is no label."""
        label = LABEL.match(text, lead_end(text))
        name = label[0].rstrip(":").rstrip("0123456789一二三四五六七八九十 ") if label else ""
        name = name.rpartition("方面")[2]  # a heading without a line of its own runs into the label
        fields = {
            Role.WORK: self.words.work_labels,
            Role.PROBLEMS: self.words.problem_labels,
            Role.PLAN: self.words.plan_labels,
        }
        return next((part for part, labels in fields.items() if name in labels), None)

    def cites(self, heading: str) -> bool:
        """Whether a heading quotes a finding of others (关于“……不到位”问题)."""
        return one_of(self.words.citing_headings).match(heading, lead_end(heading)) is not None

    def joint(self, heading: str) -> bool:
        """Whether a heading names problems and plan (存在的差距与下步安排)."""
        lists = self.words.problem_headings, self.words.plan_headings
        return all(one_of(words).search(heading) for words in lists)

    def mood(self, text: str) -> Role:
        """Whether a passage tells of what was done or of what shall be done."""
        past, future = one_of(self.words.past).findall(text), one_of(self.words.future).findall(text)
        return Role.PLAN if len(future) > 2 * len(past) else Role.WORK

    def deficient(self, text: str) -> bool:
        """Whether any word of deficiency stands in `text`."""
        return one_of(self.words.deficits).search(text) is not None

    def lacking(self, text: str) -> bool:
        """Whether `text` says that something is not as it should be (问题 alone does not)."""
        return any(hit[0] != "问题" for hit in one_of(self.words.deficits).finditer(text))

    def put_right(self, text: str) -> bool:
        """Whether the text behind a finding tells by a label (整改情况：) what was done about it."""
        return one_of(self.words.put_right).search(text) is not None

    def opens_plan(self, sentence: str, before: Role) -> bool:
        """Whether a sentence turns to what shall be done: by a label (整改措施：), or by an opener and an intention.

        为此 refers to what was said `before`: only behind problems does it turn.
        """
        rest, admitted = sentence[lead_end(sentence) :], before is Role.PROBLEMS
        if admitted and one_of(self.words.demands).search(rest):
            return True
        if label := LABEL.match(rest):
            return self.named_by(label[0]) is Role.PLAN
        if admitted and (ahead := _YEAR_AHEAD.match(rest)):
            rest = rest[ahead.end() :]
        openers = self.words.plan_openers + (self.words.therefore if admitted else ())
        if opener := one_of(openers).match(rest):
            told = rest.rstrip().endswith((":", ",")) or opener[0].endswith(_WILL)
            set_off = admitted and rest.startswith(",", opener.end()) and not self.lacking(rest)
            return told or self._intends(rest[opener.end() :]) or (set_off and not self._past(rest))
        if opener := one_of(self.words.later_periods).match(rest):
            return one_of(self.words.intentions).search(rest, opener.end()) is not None
        return False

    def _past(self, text: str) -> bool:
        return one_of(self.words.past).search(text) is not None

    def _intends(self, text: str) -> bool:
        """Whether an intention comes before anything that is already done."""
        future, past = one_of(self.words.future).search(text), one_of(self.words.past).search(text)
        return future is not None and (past is None or future.start() < past.start())

    def opens_problems(self, sentence: str) -> int | None:
        """Where in a sentence the unit begins to admit deficiencies; None where it does not.

        A concession (虽然…但) opens with itself, a bare turn (但…) at the turn or, behind a mere formula of praise,
        at the start of its sentence; a label (存在问题：) or an announcement (存在的主要问题是：) opens with its
        sentence.
        """
        begin = lead_end(sentence)
        if (label := LABEL.match(sentence, begin)) and self.named_by(label[0]) is Role.PROBLEMS:
            return begin
        if one_of(self.words.denials).search(sentence):
            return None
        return begin if self._announces(sentence, begin) else self._turn(sentence, begin)

    def _announces(self, sentence: str, begin: int) -> bool:
        """Whether a sentence announces what the unit itself lacks, without a turn."""
        words = self.words
        if one_of(words.not_admissions).search(sentence) or not one_of(words.admissions).search(sentence, begin):
            return False
        opener = one_of(words.problem_openers).search(sentence, begin, begin + _FOREMOST + 10)
        if opener and opener.start() <= begin + _FOREMOST:
            return True
        return sentence.rstrip().endswith(":") and one_of(words.problem_headings).search(sentence) is not None

    def _turn(self, sentence: str, begin: int) -> int | None:
        """Where a turn leads to an admission, None where none does."""
        words = self.words
        first = _CLAUSE.match(sentence, begin)
        conceded = first and one_of(words.concessions).search(sentence, begin, min(first.end(), begin + _FOREMOST))
        for clause in _CLAUSE.finditer(sentence, begin):
            turn = one_of(words.turns).match(sentence, clause.start())
            if (turn or conceded) and self._admits(sentence[clause.start() :]):
                praised = one_of(words.praise).search(sentence, begin, clause.start())
                return begin if conceded or (praised and clause.start() - begin <= _PRAISE) else clause.start()
        return None

    def _admits(self, turned: str) -> bool:
        """Whether what follows a turn admits something: as such, or by what some (部分、个别) lack."""
        if one_of(self.words.admissions).search(turned):
            return True
        return one_of(self.words.some).search(turned) is not None and self.deficient(turned)

    def intro(
        self,
        folded: str,
        headings: Sequence[int],
        items: Sequence[tuple[Marker, int]],
        start: int,
        end: int,
    ) -> tuple[int, Role]:
        """Where the introduction ends (`start` where there is none), and the part it announces.

        It ends with 现将…报告如下, or at the first heading behind it; without that sentence at the first heading or
        mark.
        """
        reach = start + max(_SHORT_TEXT, int(_INTRO_SHARE * (end - start)))
        stop = self._report_below(folded, headings, start, min(reach, end))
        if stop:
            announced = self._announced(folded[max(start, stop - _ANNOUNCEMENT) : stop])
            following = next((h for h in headings if h >= stop), None)
            near = following is not None and following - stop <= _BETWEEN
            free = near and not any(stop <= m.start < (following or 0) for m, _ in items)
            return (following if free and following is not None else stop), announced
        first = min([*headings[:1], *(m.start for m, _ in items[:1])], default=None)
        if findings := self._feedback(folded, start, first or end):
            return findings, Role.WORK
        if first and not _OWN_PLACE.match(folded, first - 1):
            first = max(folded.rfind(mark, start, first) + 1 for mark in "。\n")
        if first is None and "\n" not in folded[start:end]:
            return self._formula_end(folded, start, end), Role.WORK
        stop = folded.find("\n", start) + 1 or start if first is None else first
        lead = self._without_opener(folded[start:stop])
        if LABEL.fullmatch(lead.strip()) and self.named_by(lead):  # a heading with a colon
            return start, Role.WORK
        if not lead.strip() or stop > reach or self.opens_problems(lead) is not None:
            return start, Role.WORK
        if first is None:  # without any mark only a whole paragraph below a title can lead
            leads = folded[:start].strip() and _WHOLE.search(lead) and one_of(self.words.intro_words).search(lead)
        else:
            leads = _FIRST_MARK.match(folded, first)
        told = not headings and len(set(one_of(self.words.deeds).findall(lead))) >= _DEEDS
        return (start + len(lead), Role.WORK) if leads and not told else (start, Role.WORK)

    def _formula_end(self, folded: str, start: int, end: int) -> int:
        """Where the first sentence of a report in one paragraph ends if it only says under whom one worked."""
        stop = folded.find("。", start, end) + 1
        formula = stop and one_of(self.words.led).search(folded, start, stop)
        return stop if formula and not one_of(self.words.deeds).search(folded, start, stop) else start

    def _feedback(self, folded: str, start: int, end: int) -> int:
        """Where an inspection's findings begin behind the paragraphs on how it was held, 0 where there are none.

        In a report without lines its sentences take the place of paragraphs.
        """
        at, mark = start, "\n" if "\n" in folded[start:end] else "。"
        while one_of(self.words.feedback).search(folded, at, stop := folded.find(mark, at, end) + 1):
            at = stop
        return at if at > start else 0

    def _announced(self, words: str) -> Role:
        """The part that comes next: problems only where nothing else is announced before them."""
        problem = one_of(self.words.problem_headings).search(words)
        before = one_of(self.words.other_parts).search(words, 0, problem.start()) if problem else None
        return Role.PROBLEMS if self.named_by(words) is Role.PROBLEMS and not before else Role.WORK

    def _without_opener(self, lead: str) -> str:
        """`lead` without a last line that already opens the problems (存在的主要问题是：)."""
        line = lead.rstrip("\n").rfind("\n") + 1
        return lead[:line] if line and self.opens_problems(lead[line:].rstrip("\n")) is not None else lead

    def _report_below(self, folded: str, headings: Sequence[int], start: int, reach: int) -> int:
        """The end of the sentence that says the report follows, 0 where none does."""
        for hit in one_of(self.words.intro_ends).finditer(folded, start, reach):
            begin = max(folded.rfind(mark, start, hit.start()) + 1 for mark in "。\n")
            led = one_of(self.words.intro_lead).search(folded, max(begin, start), hit.start())
            if led or not any(h < hit.start() for h in headings):
                behind = re.compile(r"(?:\([^)\n]*\))?[。:;!,]?\n?").match(folded, hit.end())
                return behind.end() if behind else hit.end()
        return 0

    def ends(self, heading: str) -> bool:
        """Whether a heading names the closing."""
        return one_of(self.words.closing_headings).fullmatch(heading.rstrip("。: \n"), lead_end(heading)) is not None

    def last_words(self, folded: str, start: int, end: int) -> int:
        """Where a last sentence begins that hands the report over (以上报告，请审阅。); 0 where none does."""
        sentence = folded.rfind("。", start, end - 1) + 1
        handed = sentence and one_of(self.words.handing_over).match(folded, sentence, end)
        return sentence if handed else 0

    def closes(self, paragraph: str, *, numbered: bool) -> bool:
        """Whether a last paragraph only thanks, promises or hands over.

        Words of promise alone say so only behind a numbered list: an unnumbered plan is full of them.
        """
        opener = one_of(self.words.closing_openers).match(paragraph.strip())
        return bool(opener or (numbered and one_of(self.words.closing_marks).search(paragraph)))
