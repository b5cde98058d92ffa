"""What the words of a heading, a label or a last paragraph say about the part it belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis.coding.base import Role
from analysis.coding.structure.patterns import Pattern, RolePatterns, role_patterns
from analysis.lexicon.coding import RoleWords
from analysis.phrases import one_of

_NUMERAL = "[一二三四五六七八九十]"
_ENUMERATOR = re.compile(
    rf"^\s*(?:{_NUMERAL}{{1,3}}[、是要]|\((?:{_NUMERAL}|\d)+\)|\d{{1,2}}[.、)]|[①-⑳]|序号[ :]?\d{{1,2}})?\W*"
)
_PROBLEMS_ALONE = re.compile(r"问题[:。]?\s*")
_PLAN_ALONE = re.compile(r"怎么[办干抓补][?。:]?\s*")
LABEL = re.compile(r"[^,。;:\n]{0,18}:")


def lead_end(sentence: str) -> int:
    """Where a sentence begins behind its mark."""
    hit = _ENUMERATOR.match(sentence)
    return hit.end() if hit else 0


@dataclass(frozen=True, slots=True)
class RoleCues:
    """The words of roles.yaml, asked as questions.

    `turning` is a turn or concession, `openers_behind_problems` are what opens a plan behind problems, `fields` gives
    the part of a field by its label.
    """

    words: RolePatterns
    turning: Pattern
    openers_behind_problems: Pattern
    fields: Mapping[str, Role]

    def named_by(self, heading: str) -> Role | None:
        """The part a heading names, None where it names none; a joint heading names the part it names first."""
        words, lead = self.words, lead_end(heading)
        problem = words.problem_headings.search(heading) or _PROBLEMS_ALONE.fullmatch(heading, lead)
        plan = words.plan_headings.search(heading) or _PLAN_ALONE.fullmatch(heading, lead)
        if problem and words.not_problem_headings.search(heading):
            problem = None
        if plan and words.not_plan_headings.search(heading):
            plan = None
        if problem and (not plan or problem.start() <= plan.start()):
            return Role.PROBLEMS
        if plan:
            return Role.PLAN
        return Role.WORK if words.work_headings.search(heading) else None

    def field(self, text: str) -> Role | None:
        """The part to which a field of a register belongs by its label (问题表现：), None where there is no label."""
        label = LABEL.match(text, lead_end(text)) if ":" in text else None
        if label is None:
            return None
        name = label[0].rstrip(":").rstrip("0123456789一二三四五六七八九十 ")
        return self.fields.get(name.rpartition("方面")[2])  # a heading without a line of its own runs into the label

    def cites(self, heading: str) -> bool:
        """Whether a heading quotes a finding of others (关于“……不到位”问题)."""
        return self.words.citing_headings.match(heading, lead_end(heading)) is not None

    def joint(self, heading: str) -> bool:
        """Whether a heading names problems and plan (存在的差距与下步安排)."""
        return bool(self.words.problem_headings.search(heading) and self.words.plan_headings.search(heading))

    def mood(self, text: str) -> Role:
        """Whether a passage tells of what was done or of what shall be done."""
        past, future = self.words.past.findall(text), self.words.future.findall(text)
        return Role.PLAN if len(future) > 2 * len(past) else Role.WORK

    def deficient(self, text: str) -> bool:
        """Whether any word of deficiency stands in `text`."""
        return self.words.deficits.search(text) is not None

    def lacking(self, text: str) -> bool:
        """Whether `text` says that something is not as it should be (问题 alone does not)."""
        return any(hit[0] != "问题" for hit in self.words.deficits.finditer(text))

    def put_right(self, text: str) -> bool:
        """Whether the text behind a finding tells by a label (整改情况：) what was done about it."""
        return self.words.put_right.search(text) is not None

    def ends(self, heading: str) -> bool:
        """Whether a heading names the closing."""
        return self.words.closing_headings.fullmatch(heading.rstrip("。: \n"), lead_end(heading)) is not None

    def last_words(self, folded: str, start: int, end: int) -> int:
        """Where a last sentence begins that hands the report over (以上报告，请审阅。); 0 where none does."""
        sentence = folded.rfind("。", start, end - 1) + 1
        handed = sentence and self.words.handing_over.match(folded, sentence, end)
        return sentence if handed else 0

    def closes(self, paragraph: str, *, numbered: bool) -> bool:
        """Whether a last paragraph only thanks, promises or hands over.

        Words of promise alone say so only behind a numbered list: an unnumbered plan is full of them.
        """
        opener = self.words.closing_openers.match(paragraph.strip())
        return bool(opener or (numbered and self.words.closing_marks.search(paragraph)))


@lru_cache(maxsize=4)
def role_cues(words: RoleWords) -> RoleCues:
    """The questions that the word lists answer."""
    fields = dict.fromkeys(words.plan_labels, Role.PLAN) | dict.fromkeys(words.problem_labels, Role.PROBLEMS)
    return RoleCues(
        words=role_patterns(words),
        turning=one_of(words.turns + words.concessions),
        openers_behind_problems=one_of(words.plan_openers + words.therefore),
        fields=fields | dict.fromkeys(words.work_labels, Role.WORK),
    )
