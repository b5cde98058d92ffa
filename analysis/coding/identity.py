"""Who reports, about which period, under which title, to whom.

The unit is the name as written. It is looked for in the title, behind 现将, in the signature and at the head of the
first sentences, in that order; a self-name (我局, 局党组) gives way to a fuller name that ends with it. 党组 and 党委
behind a name are dropped where a name remains. Rules after the coding manual, parts 2.8 and 7.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from analysis.coding.base import Parsed, Role
from analysis.lexicon.coding import NameWords
from analysis.phrases import one_of

LEAD = 700  # where a report names itself, in characters
MASK = re.compile(r"\*+|[xX]+|〔[.…]*〕|某+")
_NAME = re.compile(r"[\u4e00-\u9fff*xX〔〕.…()]{1,30}")
_DIGITS = r"(?:20\d\d|20\d?[xX*]{1,2}|[xX*]{4})"
_YEAR = rf"{_DIGITS}年度?(?:第?[一二三四]季度|上半年|下半年)?(?:以来)?,?"
_SINCE = rf"{_YEAR}|今年以来,|一年来,"
_FOREWORD = re.compile(rf"^(?:{_DIGITS}年度?|关于)+")
_PARTY_NAME = re.compile(r"^中共(.+?)(?:(?<!支部)委员会)?$")
_MASKED_PLACE = re.compile(r"^(?:\*+|[xX]+|〔[.…]*〕|某+)(?:省|市|县|区|州|旗)(?!委)")
_BRANCH = re.compile(r"(?:党总支|总支部|党支部|支部)?(?:委员会)?$")
# 某银行某县支行 and 某县委巡察办 do not end at their first 银行 and 县委.
_GOES_ON = rf"(?:{MASK.pattern})(?:省|市|县|区|州|旗|镇|乡|分行|支行|分公司)|巡察(?:办|机构|工作)"
_FEEDBACK = r"巡[察视](?:组|办)?向|(?<=\n)向"  # the unit inspected is whom the report is about
_LED = re.compile(r"在[^。\n]{2,60}?(?:领导|指导|支持|关心|帮助)下")
_LEAST_SAID = 2  # how often a text must use a name before it counts as its own


@dataclass(frozen=True, slots=True)
class Names:
    """`unit` empty where the report names none; `masked` where part of its name is."""

    title: str
    addressee: str
    unit: str
    masked: bool


@dataclass(frozen=True, slots=True)
class _Finder:
    words: NameWords

    def names(self, before: str, text: str) -> Iterator[str]:
        """Names in `text` behind `before`; the first end that makes a name of a unit and not of its superior counts."""
        suffix, follower = one_of(self.words.suffixes).pattern, one_of(self.words.followers).pattern
        end = re.compile(rf"(?:{suffix})(?!{_GOES_ON})(?=(?:{follower})|20\d\d|[\"《,(*\n]|$)")
        not_first = one_of(self.words.not_first)
        for hit in re.finditer(before, text):
            window = _NAME.match(text, hit.end())
            if window and not not_first.match(text, hit.end()):
                near = text[hit.end() : window.end() + 4]
                ends = (near[: found.end()] for found in end.finditer(near) if found.end() <= len(window[0]))
                yield from islice((name for name in map(_bare, ends) if self.unit_like(name)), 1)

    def unit_like(self, name: str) -> bool:
        """Whether `name` can be a reporting unit and not a superior or nothing but masks."""
        if name in self.words.superiors or one_of(self.words.not_inside).search(name):
            return False
        return len(MASK.sub("", name)) >= 1

    def generic(self, name: str) -> bool:
        """Whether a unit calls itself so (我局, 局党组) and others would not."""
        return name in self.words.generic or name[0] in "我本"

    def short(self, name: str) -> str:
        """`name` without the party body behind it, where more than a mask and a class word remains."""
        body = next((b for b in self.words.bodies if name.endswith(b)), "")
        rest = name.removesuffix(body)
        return rest if len(MASK.sub("", rest)) > 1 else name


def _bare(name: str) -> str:
    """`name` without a year before it, and 某县 for 中共某县委员会."""
    return _PARTY_NAME.sub(r"\1", _FOREWORD.sub("", name))


def _several(finder: _Finder, folded: str) -> bool:
    """Whether the text speaks of the problems of two units or more (feedback of an inspection)."""
    named = re.finditer(r"(?:^|\n)([^\n,。:]{2,15}?)存在的(?:主要|突出)?问题", folded)
    return len({hit[1] for hit in named if one_of(finder.words.suffixes).search(hit[1])}) > 1


def _author_lines(finder: _Finder, title: str) -> Iterator[str]:
    """Lines below the title that are nothing but a name."""
    for line in title.strip().split("\n")[1:]:
        yield from (name for name in finder.names(r"^", line.strip()) if name == _bare(line.strip()))


def _candidates(finder: _Finder, parsed: Parsed, title: str, tail: str) -> Iterator[str]:
    """Names where a report names itself, the surest place first."""
    body = next((s.start for s in parsed.sections if s.role is not Role.NONE), 0)
    lead = _LED.sub("", parsed.folded[body : body + LEAD])  # those who lead it are not the unit
    yield from _author_lines(finder, title)
    if "反馈" in title:
        yield from finder.names(_FEEDBACK, title)
    yield from finder.names(rf"(?:^|\n)(?:关于)?(?:{_YEAR})?", title)
    yield from finder.names(r"现将|现就", lead)
    yield from finder.names(r"^|\n", tail)
    yield from finder.names(rf"^\s*(?:{_SINCE})?|(?<=[,。;\n])(?:{_SINCE})?|[,。]对|查找", lead)


def _mentions(finder: _Finder, parsed: Parsed) -> list[str]:
    """Names at the head of clauses all over the report, the most frequent first."""
    return [name for name, _ in Counter(finder.names(rf"(?<=[,。;\n])(?:{_YEAR})?", parsed.folded)).most_common()]


def _fullest(name: str, names: Iterable[str]) -> str:
    """The first of `names` that ends with `name` and says more; `name` where none does."""
    return next((longer for longer in names if longer.endswith(name) and longer != name), name)


def _without_masked_place(name: str, folded: str) -> str:
    """`name` without a masked place before it (某县城北中学), where the text itself leaves the place out."""
    rest = _MASKED_PLACE.sub("", name)
    stem = _BRANCH.sub("", rest)
    said = len(re.findall(rf"(?<![省市县区州旗]){re.escape(stem)}", folded))  # 区政协 is still named by its place
    alone = len(stem) > 1 and not MASK.search(stem) and said >= _LEAST_SAID
    return rest if alone else name


def _self_name(finder: _Finder, folded: str) -> str:
    """What the text calls its unit, where it gives no other name: the most frequent of 镇党委, 局党组, ….

    Only names of a party body count, for 公司 and 机关 may be anybody's.
    """
    own = tuple(name for name in finder.words.generic if name.endswith(finder.words.bodies) and len(name) > 2)  # noqa: PLR2004
    said = Counter(re.findall(rf"(?<=[,。;:\n])(?:{one_of(own).pattern})", folded))
    name, times = said.most_common(1)[0] if said else ("", 0)
    return name if times >= _LEAST_SAID else ""


def _plain_self_name(finder: _Finder, name: str) -> str:
    """街道党工委 for 街道党工委领导班子, so that a fuller name can take its place; any other `name` as it is."""
    rest = finder.short(name)
    return rest if finder.generic(rest) else name


def find_unit(parsed: Parsed, title: str, tail: str, words: NameWords) -> str:
    """The reporting unit's name as written, empty where the text names none or several.

    Args:
        parsed: the report.
        title: its title, folded.
        tail: what stands behind the body (signature and date), folded.
        words: names.yaml.
    """
    finder = _Finder(words)
    if _several(finder, parsed.folded):
        return ""
    found = list(_candidates(finder, parsed, title, tail))
    full = [name for name in found if not finder.generic(name)]
    name = _plain_self_name(finder, found[0]) if found else ""
    if name and finder.generic(name):
        fuller = _fullest(name, [*full, *_mentions(finder, parsed)])
        name = fuller if fuller != name or not full else full[0]
    if not name:
        return _self_name(finder, parsed.folded)
    return finder.short(_without_masked_place(_fullest(name, full), parsed.folded))


def find_names(parsed: Parsed, words: NameWords) -> Names:
    """Title, salutation and unit of a report, quoted from its text."""
    spans = [s for s in parsed.sections if s.role is Role.NONE]
    head = spans[0] if spans and spans[0].start == 0 else None
    tail = spans[-1] if spans and spans[-1].end == len(parsed.text) and spans[-1] is not head else None
    lines = parsed.text[: head.end].strip().split("\n") if head else []
    addressee = lines.pop().rstrip(":：") if lines and lines[-1].endswith((":", "：")) else ""
    title = "".join(line for line in lines if not re.fullmatch(r"[（(]?[\d*xX]{2,4}年.{1,6}月.*", line))
    front = parsed.folded[: head.end] if head else ""
    name = find_unit(parsed, front, parsed.folded[tail.start :] if tail else "", words)
    return Names(title, addressee, name, MASK.search(name) is not None)
