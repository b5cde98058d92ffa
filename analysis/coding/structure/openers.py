"""What sentences open problems or plan in the middle of a report."""

import re

from analysis.coding.base import Role
from analysis.coding.structure.cues import LABEL, RoleCues, lead_end
from analysis.phrases import one_of

_FOREMOST = 14  # an opener may stand behind a mark and a few characters (三是下一步… / 同时，我们也清醒地…)
_CLAUSE = re.compile(r"[^,;:]+")
_YEAR_AHEAD = re.compile(r"(?:在)?20\d\d年(?:里|度|中)?,?")  # behind problems a new year is the one to come
_WILL = ("将", "要", "准备", "打算", "拟", "计划", "会", "起", "争取", "力争", "想")
_MAY_LACK = {"准备", "打算", "拟", "计划", "争取", "力争"}
_PRAISE = 45  # a formula of praise (虽取得一定成绩) is no longer than this


def opens_plan(cues: RoleCues, sentence: str, before: Role) -> bool:
    """Whether a sentence turns to what shall be done: by a label (整改措施：), or by an opener and an intention.

    为此 refers to what was said `before`: only behind problems does it turn.
    """
    rest, admitted = sentence[lead_end(sentence) :], before is Role.PROBLEMS
    if admitted and one_of(cues.words.demands).search(rest):
        return True
    if label := LABEL.match(rest):
        return cues.named_by(label[0]) is Role.PLAN
    if admitted and (ahead := _YEAR_AHEAD.match(rest)):
        rest = rest[ahead.end() :]
    openers = cues.words.plan_openers + (cues.words.therefore if admitted else ())
    if (opener := one_of(openers).match(rest)) and not _lacked(cues, opener[0], rest):
        told = rest.rstrip().endswith((":", ",")) or opener[0].endswith(_WILL)
        set_off = admitted and rest.startswith(",", opener.end()) and not cues.lacking(rest)
        return told or _intends(cues, rest[opener.end() :]) or (set_off and not _past(cues, rest))
    if opener := one_of(cues.words.later_periods).match(rest):
        return one_of(cues.words.intentions).search(rest, opener.end()) is not None
    return False


def _lacked(cues: RoleCues, opener: str, rest: str) -> bool:
    """Whether what could be an intention is what a lack is of (计划执行不到位, 拟提拔人选考察不细)."""
    clause = _CLAUSE.match(rest)
    return opener in _MAY_LACK and clause is not None and cues.lacking(clause[0])


def _past(cues: RoleCues, text: str) -> bool:
    return one_of(cues.words.past).search(text) is not None


def _intends(cues: RoleCues, text: str) -> bool:
    """Whether an intention comes before anything that is already done."""
    future, past = one_of(cues.words.future).search(text), one_of(cues.words.past).search(text)
    return future is not None and (past is None or future.start() < past.start())


def opens_problems(cues: RoleCues, sentence: str) -> int | None:
    """Where in a sentence the unit begins to admit deficiencies; None where it does not.

    A concession (虽然…但) opens with itself, a bare turn (但…) at the turn or, behind a mere formula of praise,
    at the start of its sentence; a label (存在问题：) or an announcement (存在的主要问题是：) opens with its
    sentence.
    """
    begin = lead_end(sentence)
    if (label := LABEL.match(sentence, begin)) and cues.named_by(label[0]) is Role.PROBLEMS:
        return begin
    turned = _turn(cues, sentence, begin)
    before = sentence[:turned]
    first = turned is None or ":" in before  # a turn inside the list that an announcement opens (毛病不少：…但…)
    at = begin if first and _announces(cues, before, begin) else turned
    return None if at is None or one_of(cues.words.denials).search(sentence) else at


def _announces(cues: RoleCues, sentence: str, begin: int) -> bool:
    """Whether a sentence announces what the unit itself lacks, without a turn."""
    words = cues.words
    opener = one_of(words.problem_openers).search(sentence, begin, begin + _FOREMOST + 10)
    if opener is None or opener.start() > begin + _FOREMOST:
        headed = sentence.rstrip().endswith(":") and one_of(words.problem_headings).search(sentence)
        if not headed:
            return False
    admitted = one_of(words.admissions).search(sentence, begin)
    return admitted is not None and not one_of(words.not_admissions).search(sentence)


def _turn(cues: RoleCues, sentence: str, begin: int) -> int | None:
    """Where a turn leads to an admission, None where none does."""
    words = cues.words
    first = _CLAUSE.match(sentence, begin)
    conceded = first and one_of(words.concessions).search(sentence, begin, min(first.end(), begin + _FOREMOST))
    if not conceded and not one_of(words.turns).search(sentence, begin):
        return None
    for clause in _CLAUSE.finditer(sentence, begin):
        turn = one_of(words.turns).match(sentence, clause.start())
        if (turn or conceded) and _admits(cues, sentence[clause.start() :]):
            praised = one_of(words.praise).search(sentence, begin, clause.start())
            return begin if conceded or (praised and clause.start() - begin <= _PRAISE) else clause.start()
    return None


def _admits(cues: RoleCues, turned: str) -> bool:
    """Whether what follows a turn admits something: as such, or by what some (部分、个别) lack."""
    if one_of(cues.words.admissions).search(turned):
        return True
    return one_of(cues.words.some).search(turned) is not None and cues.deficient(turned)
