"""What sentences open problems or plan in the middle of a report."""

import re
from typing import NamedTuple

from analysis.coding.base import Role
from analysis.coding.structure.cues import LABEL, RoleCues, lead_end
from analysis.coding.structure.patterns import RolePatterns

_FOREMOST = 14  # an opener may stand behind a mark and a few characters (三是下一步… / 同时，我们也清醒地…)
_CLAUSE = re.compile(r"[^,;:]+")
_YEAR_AHEAD = re.compile(r"(?:在)?20\d\d年(?:里|度|中)?,?")  # behind problems a new year is the one to come
_WILL_DO = re.compile(r"[^,;:。]{0,14}将(?=[^,;:。])")  # 2025年，街道党工委将…
_WILL = ("将", "要", "准备", "打算", "拟", "计划", "会", "起", "争取", "力争", "想")
_MAY_LACK = {"准备", "打算", "拟", "计划", "争取", "力争"}
_PRAISE = 45  # a formula of praise (虽取得一定成绩) is no longer than this


class Opening(NamedTuple):
    """A sentence, where it begins behind its mark, and its label (empty where it has none)."""

    sentence: str
    begin: int
    label: str


def opening(sentence: str) -> Opening:
    """How `sentence` opens."""
    begin = lead_end(sentence)
    label = LABEL.match(sentence, begin)
    return Opening(sentence, begin, label[0] if label else "")


def opens_plan(cues: RoleCues, said: Opening, before: Role) -> bool:
    """Whether a sentence turns to what shall be done: by a label (整改措施：), or by an opener and an intention.

    为此 refers to what was said `before`: only behind problems does it turn.
    """
    words, admitted = cues.words, before is Role.PROBLEMS
    sentence, begin, label = said
    if admitted and words.demands.search(sentence, begin):
        return True
    if label:
        return cues.named_by(label) is Role.PLAN
    if admitted and (ahead := _YEAR_AHEAD.match(sentence, begin)):
        begin = ahead.end()
        if _WILL_DO.match(sentence, begin) and not cues.lacking(sentence[begin:]):
            return True
    openers = cues.openers_behind_problems if admitted else words.plan_openers
    if (opener := openers.match(sentence, begin)) and not _lacked(cues, opener):
        rest = sentence[begin:]
        told = rest.rstrip().endswith((":", ",")) or opener[0].endswith(_WILL)
        set_off = admitted and sentence.startswith(",", opener.end()) and not cues.lacking(rest)
        return told or _intends(cues, sentence[opener.end() :]) or (set_off and not _past(cues, rest))
    later = words.later_periods.match(sentence, begin)
    return later is not None and words.intentions.search(sentence, later.end()) is not None


def _lacked(cues: RoleCues, opener: re.Match[str]) -> bool:
    """Whether what could be an intention is what a lack is of (计划执行不到位, 拟提拔人选考察不细)."""
    clause = _CLAUSE.match(opener.string, opener.start()) if opener[0] in _MAY_LACK else None
    return clause is not None and cues.lacking(clause[0])


def _past(cues: RoleCues, text: str) -> bool:
    return cues.words.past.search(text) is not None


def _intends(cues: RoleCues, text: str) -> bool:
    """Whether an intention comes before anything that is already done."""
    future, past = cues.words.future.search(text), cues.words.past.search(text)
    return future is not None and (past is None or future.start() < past.start())


def opens_problems(cues: RoleCues, said: Opening) -> int | None:
    """Where in a sentence the unit begins to admit deficiencies; None where it does not.

    A concession (虽然…但) opens with itself, a bare turn (但…) at the turn or, behind a mere formula of praise,
    at the start of its sentence; a label (存在问题：) or an announcement (存在的主要问题是：) opens with its
    sentence.
    """
    sentence, begin, label = said
    if label and cues.named_by(label) is Role.PROBLEMS:
        return begin
    turned = _turn(cues.words, sentence, begin) if cues.turning.search(sentence, begin) else None
    before = sentence[:turned]
    first = turned is None or ":" in before  # a turn inside the list that an announcement opens (毛病不少：…但…)
    at = begin if first and _announces(cues.words, before, begin) else turned
    return None if at is None or cues.words.denials.search(sentence) else at


def _announces(words: RolePatterns, sentence: str, begin: int) -> bool:
    """Whether a sentence announces what the unit itself lacks, without a turn."""
    opener = words.problem_openers.search(sentence, begin, begin + _FOREMOST + 10)
    foremost = opener is not None and opener.start() <= begin + _FOREMOST
    if not foremost and not (sentence.rstrip().endswith(":") and words.problem_headings.search(sentence)):
        return False
    admitted = words.admissions.search(sentence, begin)
    return admitted is not None and not words.not_admissions.search(sentence)


def _turn(words: RolePatterns, sentence: str, begin: int) -> int | None:
    """Where a turn leads to an admission, None where none does."""
    first = _CLAUSE.match(sentence, begin, begin + _FOREMOST)
    conceded = first and words.concessions.search(sentence, begin, first.end())
    for clause in _CLAUSE.finditer(sentence, begin):
        turn = words.turns.match(sentence, clause.start())
        if (turn or conceded) and _admits(words, sentence[clause.start() :]):
            praised = words.praise.search(sentence, begin, clause.start())
            return begin if conceded or (praised and clause.start() - begin <= _PRAISE) else clause.start()
    return None


def _admits(words: RolePatterns, turned: str) -> bool:
    """Whether what follows a turn admits something: as such, or by what some (部分、个别) lack."""
    if words.admissions.search(turned):
        return True
    return words.some.search(turned) is not None and words.deficits.search(turned) is not None
