"""Where the introduction of a report ends, and what it announces."""

import re
from collections.abc import Sequence

from analysis.coding.base import Role
from analysis.coding.structure.cues import LABEL, RoleCues
from analysis.coding.structure.openers import opening, opens_problems
from analysis.coding.structure.outline import Outline

_INTRO_SHARE = 0.35
_SHORT_TEXT = 900
_BETWEEN = 500  # an introduction may go on for a paragraph behind 报告如下, up to the first heading
_FIRST_MARK = re.compile(r"一、|\(一\)|1[.、]|①|一[是要]|第一|首先|[^(\d①-⑳一二三四五六七八九十第其]")
_OWN_PLACE = re.compile(r"[。!?\n]|.[\n]|.(?:\(|.{1,3}、|\d)")
_WHOLE = re.compile(r"[。!:]\s*$")
_BEHIND = re.compile(r"(?:\([^)\n]*\))?(?:,[^,。\n]{0,10},?请[^。\n]{0,12}。|[。:;!,]?)\n?")  # 不妥之处请批评指正
_ANNOUNCEMENT = 30  # how far before 如下 it is said what follows
_PARAGRAPHS = 2  # an introduction that hands nothing over has no more breaks
_DEEDS = 4  # a first paragraph that tells of so many kinds of deeds is no introduction


def find_intro(cues: RoleCues, folded: str, outline: Outline, start: int, end: int) -> tuple[int, Role]:
    """Where the introduction ends (`start` where there is none), and the part it announces.

    It ends with 现将…报告如下, or at the first heading behind it; without that sentence at the first heading or
    mark.
    """
    headings = [h.start for h in outline.headings]
    reach = start + max(_SHORT_TEXT, int(_INTRO_SHARE * (end - start)))
    if stop := _report_below(cues, folded, headings, start, min(reach, end)):
        announced = _announced(cues, folded[max(start, stop - _ANNOUNCEMENT) : stop])
        return _up_to_heading(outline, stop), announced
    first = min([*headings[:1], *(m.start for m, _ in outline.items[:1])], default=None)
    if findings := _feedback(cues, folded, start, first or end):
        return findings, Role.WORK
    if first is None and "\n" not in folded[start:end]:
        return _formula_end(cues, folded, start, end), Role.WORK
    lead = _lead(cues, folded, start, first)
    leads = start + len(lead) <= reach and _leads(cues, folded[:start], lead, folded[first:] if first else "")
    told = lead.strip().count("\n") >= _PARAGRAPHS or (
        not headings and len(set(cues.words.deeds.findall(lead))) >= _DEEDS
    )
    return start + len(lead) if leads and not told else start, Role.WORK


def _up_to_heading(outline: Outline, stop: int) -> int:
    """The first heading behind `stop` where it is near and no mark comes before it, else `stop`."""
    following = next((h.start for h in outline.headings if h.start >= stop), None)
    if following is None or following - stop > _BETWEEN:
        return stop
    return stop if any(stop <= m.start < following for m, _ in outline.items) else following


def _lead(cues: RoleCues, folded: str, start: int, first: int | None) -> str:
    """What stands before the `first` heading or mark, else the first paragraph."""
    if first is None:
        stop = folded.find("\n", start) + 1 or start
    elif first and not _OWN_PLACE.match(folded, first - 1):
        stop = max(folded.rfind(mark, start, first) + 1 for mark in "。\n")
    else:
        stop = first
    return _without_opener(cues, folded[start:stop])


def _leads(cues: RoleCues, title: str, lead: str, following: str) -> bool:
    """Whether a paragraph leads to what follows it; without any mark only a whole one below a title can."""
    heads = LABEL.fullmatch(lead.strip()) and cues.named_by(lead)  # a heading with a colon
    if not lead.strip() or heads or opens_problems(cues, opening(lead)) is not None:
        return False
    if following:
        return _FIRST_MARK.match(following) is not None
    return bool(title.strip() and _WHOLE.search(lead) and cues.words.intro_words.search(lead))


def _formula_end(cues: RoleCues, folded: str, start: int, end: int) -> int:
    """Where the first sentence of a report in one paragraph ends if it only says under whom one worked."""
    stop = folded.find("。", start, end) + 1
    formula = stop and cues.words.led.search(folded, start, stop)
    return stop if formula and not cues.words.deeds.search(folded, start, stop) else start


def _feedback(cues: RoleCues, folded: str, start: int, end: int) -> int:
    """Where an inspection's findings begin behind the paragraphs on how it was held, 0 where there are none.

    In a report without lines its sentences take the place of paragraphs.
    """
    at, mark = start, "\n" if "\n" in folded[start:end] else "。"
    while cues.words.feedback.search(folded, at, stop := folded.find(mark, at, end) + 1):
        at = stop
    return at if at > start else 0


def _announced(cues: RoleCues, words: str) -> Role:
    """The part that comes next: problems only where nothing else is announced before them."""
    problem = cues.words.problem_headings.search(words)
    before = cues.words.other_parts.search(words, 0, problem.start()) if problem else None
    return Role.PROBLEMS if cues.named_by(words) is Role.PROBLEMS and not before else Role.WORK


def _without_opener(cues: RoleCues, lead: str) -> str:
    """`lead` without a last line that already opens the problems (存在的主要问题是：)."""
    line = lead.rstrip("\n").rfind("\n") + 1
    return lead[:line] if line and opens_problems(cues, opening(lead[line:].rstrip("\n"))) is not None else lead


def _report_below(cues: RoleCues, folded: str, headings: Sequence[int], start: int, reach: int) -> int:
    """The end of the sentence that says the report follows, 0 where none does."""
    for hit in cues.words.intro_ends.finditer(folded, start, reach):
        begin = max(folded.rfind(mark, start, hit.start()) + 1 for mark in "。\n")
        led = cues.words.intro_lead.search(folded, max(begin, start), hit.start())
        if led or not any(h < hit.start() for h in headings):
            behind = _BEHIND.match(folded, hit.end())
            return behind.end() if behind else hit.end()
    return 0
