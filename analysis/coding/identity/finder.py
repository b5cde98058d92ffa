"""Finds names of units in a text, and tells a full name from what a unit calls itself (我局, 镇党委)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from analysis.lexicon.coding import NameWords
from analysis.phrases import one_of

MASK = re.compile(r"\*+|[xX]+|〔[.…]*〕|某+")
DIGITS = r"(?:20\d\d|20\d?[xX*]{1,2}|[xX*]{4})"
_NAME = re.compile(r"[\u4e00-\u9fff*xX〔〕.…()]{1,34}")
_FOREWORD = re.compile(rf"^(?:{DIGITS}年度?|关于)+")
# 某银行某县支行, 某县委巡察办 and 驻某局纪检监察组 do not end at their first 银行, 县委 and 局, nor 党组织 at 党组.
_GOES_ON = (
    rf"(?:{MASK.pattern})(?:省|市|县|区|州|旗|镇|乡|分行|支行|分公司)|巡察(?:办|机构|工作)|织"
    r"|(?:机关)?第.{1,2}党支部|纪检监察组|纪律检查"
)
_OWN = "[我本全该]"


@dataclass(frozen=True)
class Finder:
    """The words of names.yaml, asked as questions; `text` is folded throughout."""

    words: NameWords

    @cached_property
    def _end(self) -> re.Pattern[str]:
        """Where a name ends: at a suffix with one of the followers behind it, at a sure one whatever follows."""
        suffix, sure = one_of(self.words.suffixes).pattern, one_of(self.words.sure_suffixes).pattern
        body = one_of(self.words.bodies).pattern
        behind = rf"(?=(?:{one_of(self.words.followers).pattern})|20\d\d|[\"《,()*\n ]|$)"
        return re.compile(rf"(?:(?P<sure>(?:{sure})(?!{body}|委员会))|(?:{suffix}){behind})(?!{_GOES_ON})")

    @cached_property
    def _self_name(self) -> re.Pattern[str]:
        """A class word, a party body, or both, with or without 我 before them."""
        kind, body = one_of(self.words.kinds).pattern, one_of(self.words.bodies).pattern
        led = "(?:领导)?班子"
        return re.compile(rf"{_OWN}?(?P<kind>{kind})?(?:机关)?(?P<body>{body})?(?:{led})?")

    @cached_property
    def called_itself(self) -> re.Pattern[str]:
        """What a unit calls itself in its sentences: 我 and a class word, or a party body behind a class word."""
        kind, body = one_of(self.words.kinds).pattern, one_of(self.words.bodies).pattern
        return re.compile(rf"(?:(?<=[,。;:\n ])|^)(?:我(?:{kind})(?:{body})?|(?:{kind})(?:{body}))")

    def names(self, before: str, text: str, *, strict: bool = False) -> Iterator[str]:
        """Names in `text` behind `before`; the first end that makes a name of a unit and not of its superior counts.

        With `strict` a name must have one of the followers behind it, as in the middle of a report.
        """
        not_first = re.compile(
            f"(?!{one_of(self.words.place_openings).pattern})(?:{one_of(self.words.not_first).pattern})"
        )
        for hit in re.finditer(before, text):
            window = _NAME.match(text, hit.end())
            if window and not not_first.match(text, hit.end()):
                near = text[hit.end() : window.end() + 4]
                ends = (end for end in self._end.finditer(near) if end.end() <= len(window[0]))
                names = (_bare(near[: end.end()]) for end in ends if not (strict and end["sure"]))
                yield from islice((name for name in names if self.unit_like(name)), 1)

    def unit_like(self, name: str) -> bool:
        """Whether `name` can be a reporting unit and not a superior or nothing but masks."""
        if name in self.words.superiors or one_of(self.words.not_inside).search(name):
            return False
        whole = name.count("(") == name.count(")") and name[0] != "(" and "我" not in name[1:]
        return whole and len(MASK.sub("", name)) >= 1

    def generic(self, name: str) -> bool:
        """Whether a unit calls itself so (我局, 局党组) and others would not."""
        return self._self_name.fullmatch(name) is not None

    def kin(self, own: str, name: str) -> bool:
        """Whether the unit called `name` may call itself `own`: 我局 is a 水务局, 我单位 and 党组 may be anything."""
        hit = self._self_name.fullmatch(own)
        kind = hit["kind"] if hit else None
        return not kind or kind in self.words.any_kind or kind in name

    def unit_of(self, name: str) -> str:
        """`name` without the party body that acts for the unit, where more than a mask and a class word remains."""
        body = next((b for b in self.words.acting if name.endswith(b)), "")
        rest = name.removesuffix(body)
        return rest if len(MASK.sub("", rest)) > 1 else name


def _bare(name: str) -> str:
    """`name` without a year before it."""
    return _FOREWORD.sub("", name)
