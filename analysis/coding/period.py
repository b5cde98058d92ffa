"""Which year and which kind of period a report is about.

The title decides; then the first sentences; then what the body says most (2022年以来); last the date below the
signature and the notice that calls for the report (《关于开展…年…的通知》, 〔…〕号). Years inside other 《》 belong to
documents, those in the problems and the plan to what did or shall happen. A date with a month tells when something
happened, not what is reported on, so that a later signature outdoes it. What has neither a title nor a sentence that
hands the report over (现将……报告如下) is an excerpt: only a year at its very beginning makes it annual. A report on
what was put right after an inspection is of the year in which its findings came, the last that the lead names.
"""

import re
from collections import Counter
from dataclasses import dataclass

from analysis.coding.base import Parsed, Role
from analysis.lexicon.coding import NameWords
from analysis.phrases import fold, one_of

LEAD = 400
SIGNED_AFTER = 3  # a paper signed up to March reports on the year before, unless it says 今年
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(20\d\d|二[〇○零0][〇○零0一二三四五六七八九]{2})年(?!至今|来[,。])")
_MONTH_OF_YEAR = re.compile(r"\d{1,2}月")
_TELLS = r"度|以来(?!的)|第?[一二三四1-4]季度|上半年|下半年|,|全年|[^\d,。]{0,12}?(?:工作|坚持|在)"
_PERIOD = re.compile(rf"(20\d\d)年(?={_TELLS})")
_THREE_QUARTERS = re.compile(r"前[三3]季度|三个季度")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_HALF = re.compile(r"上半年|下半年|半年度?(?=工作|总结|报告)")
_SPAN = re.compile(r"1(?:月份?)?[-—~至到]([2-9]|1[01])月")  # from January on, but not the whole year
_SPAN_KINDS = {3: ("quarter", 1), 6: ("half", None)}
_MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份(?!以来|起|开始|至|到)")
_HANDED_OVER = re.compile(r"(?:现将|现就|现把)[^。;\n]*")
_INSPECTED = re.compile(r"20\d\d年\d+月[^。\n]{0,60}巡[察视]组[^。\n]{0,30}(?:巡[察视]|反馈)")
_PUT_RIGHT = re.compile(r"整改")
_FOUND = re.compile(r"(?:巡察|巡视|审计|督查)[^,]*整改")
_NUMBERED = re.compile(r"[\u4e00-\u9fff*xX][(〔\[](20\d\d)[)〕\]][\d*xX]*号")
_CALLED_FOR = re.compile(r"《[^》]{0,8}(?:开展|做好|开好|报送|进行|组织)[^》]{0,6}(20\d\d)年[^》]*(?:通知|函|方案)》")
_YEARLY, _THIS_YEAR = re.compile(r"述[职责]"), re.compile(r"今年以来|一年来|一年以来")  # also where no year is named
_DOCUMENT = re.compile(r"《[^》]*》")
_DATE = re.compile(r"(20\d\d|二[〇○零0].{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月")


@dataclass(frozen=True, slots=True)
class Period:
    """`kind` is annual, quarter, half, month or other; `year` and `quarter` None where the report does not say."""

    year: int | None
    kind: str
    quarter: int | None


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))


def _without_documents(text: str) -> str:
    return _DOCUMENT.sub("", text)


def _signed(tail: str, body: str) -> int | None:
    """The year that the date of a signature, or below the title, points to."""
    hit = _DATE.search(tail)
    if not hit:
        return None
    month = hit[2].translate(_DIGITS) if hit[2].isdigit() else "12"
    early = int(month) <= SIGNED_AFTER and "今年" not in body
    return _number(hit[1]) - early


def _inspected(title: str, lead: str) -> bool:
    """Whether a report hands on an inspection's findings or tells what was put right after one."""
    about = "反馈" in title or (not title and _PUT_RIGHT.search(lead) is not None)
    return about and _INSPECTED.search(lead) is not None


def _year(title: str, told: str, said: str, tail: str) -> int | None:
    """The year reported on; `told` is the lead, `said` the whole body with the titles of documents."""
    lead = _without_documents(told)
    if hit := _YEAR.search(title):
        return _number(hit[1])
    if (_PUT_RIGHT.search(title) or _inspected(title, lead)) and (named := _YEAR.findall(lead)):
        return max(map(_number, named))
    body = _without_documents(said)
    signed = _signed(tail, body)
    if hit := _PERIOD.search(lead) or _YEAR.search(lead):
        dated = _MONTH_OF_YEAR.match(lead, hit.end()) is not None
        return max(_number(hit[1]), signed or 0) if dated else _number(hit[1])
    if years := Counter(_PERIOD.findall(body)):
        return _number(years.most_common(1)[0][0])
    called = _CALLED_FOR.search(told) or _NUMBERED.search(told)
    return signed or (_number(called[1]) if called else None)


def _short_period(place: str) -> tuple[str, int | None] | None:
    """A part of a year that `place` names."""
    if _THREE_QUARTERS.search(place):
        return "other", None
    if hit := _QUARTER.search(place):
        return "quarter", "一二三四".find(hit[1]) + 1 or int(hit[1])
    if _HALF.search(place):
        return "half", None
    return ("month", None) if _MONTH.search(place) else None


def _first_months(place: str) -> tuple[str, int | None] | None:
    """The first months of a year that `place` names (1至6月)."""
    hit = _SPAN.search(place)
    return _SPAN_KINDS.get(int(hit[1]), ("other", None)) if hit else None


def _kind(title: str, lead: str, year: int | None, words: NameWords) -> tuple[str, int | None]:
    handed_over = _HANDED_OVER.search(lead)
    campaign = one_of(words.campaigns).search(title) is not None
    handed = handed_over[0] if handed_over else ""
    places = (title, handed) if campaign else (title, lead.split("。", maxsplit=1)[0], handed)
    ways = (_short_period,) if campaign else (_short_period, _first_months)
    if short := next(filter(None, (way(place) for way in ways for place in places)), None):
        return short
    return ("annual" if _is_annual(title, lead, year, words, excerpt=not (title or handed_over)) else "other"), None


def _is_annual(title: str, lead: str, year: int | None, words: NameWords, *, excerpt: bool) -> bool:
    if "年度" in title:
        return True
    if one_of(words.campaigns).search(title) or _FOUND.search(title) or _inspected(title, lead):
        return False
    if excerpt:
        return _PERIOD.match(lead.lstrip()) is not None
    told = year is not None and (_YEAR.search(title) or _PERIOD.search(lead))
    given = _HANDED_OVER.search(lead)  # an account of one's duties is given once a year
    return bool(told or _YEARLY.search(title) or (given and _YEARLY.search(given[0])) or _THIS_YEAR.search(lead))


def find_period(parsed: Parsed, title: str, words: NameWords) -> Period:
    """The period of a report; `title` is its title as written."""
    folded = parsed.folded
    body = [s for s in parsed.sections if s.role is not Role.NONE]
    start, end = (body[0].start, body[-1].end) if body else (0, 0)
    told = [s for s in body if s.role not in {Role.PROBLEMS, Role.PLAN}]
    said = "".join(folded[s.start : s.end] for s in told)
    clean_title = _without_documents(fold(title))
    opening = "".join(folded[s.start : min(s.end, start + LEAD)] for s in told)
    lead = _without_documents(opening)
    year = _year(clean_title, opening, said, f"{folded[end:]}\n{folded[:start]}")
    kind, quarter = _kind(clean_title, lead, year, words)
    return Period(year, kind, quarter)
