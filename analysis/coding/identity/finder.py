"""Finds names of units in a text, and tells a full name from what a unit calls itself (我局, 镇党委)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from analysis.lexicon.coding import NameWords
from analysis.phrases import guarded, one_of, places

MASK = re.compile(r"\*+|[xX]+|〔[.…]*〕|某+")
DIGITS = r"(?:20\d\d|20\d?[xX*]{1,2}|[xX*]{4})"
HOLDS = r"(?:作为|担任|履行|我是|本人是|本人系|现任|本人任|我任|调任|转任|出任|当选(?:为)?|就任)"
"""A person names the unit by the post held."""
_HELD = re.compile(rf"{HOLDS}$")
_NAME = re.compile(r"[\u4e00-\u9fff*xX〔〕.…()]{1,34}")
_FOREWORD = re.compile(rf"^(?:{DIGITS}年度?|关于)+")
# 某银行某县支行, 某县委巡察办 and 驻某局纪检监察组 do not end at their first 银行, 县委 and 局, nor 党组织 at 党组.
_GOES_ON = (
    rf"(?:{MASK.pattern})(?:省|市|县|区|州|旗|镇|乡|分行|支行|分公司)|巡察(?:办|机构|工作)|织"
    r"|(?:机关)?第.{1,2}党支部|纪检监察组|纪律检查"
)
_BEHIND = 4  # how far past a name what follows it is read
_OWN = "[我本全该]"


@dataclass(frozen=True)
class Finder:
    """The words of names.yaml, asked as questions; `text` is folded throughout."""

    words: NameWords

    @cached_property
    def _end(self) -> re.Pattern[str]:
        """Where a name ends: at a suffix with one of the followers behind it, at a sure one whatever follows."""
        suffix, sure = guarded(self.words.suffixes), guarded(self.words.sure_suffixes)
        body = one_of(self.words.bodies).pattern
        behind = rf"(?=(?:{one_of(self.words.followers).pattern})|20\d\d|[\"《,()*\n ]|$)"
        return re.compile(rf"(?:{sure}(?!{body}|委员会)|{suffix}{behind})(?!{_GOES_ON})")

    @cached_property
    def _no_name(self) -> re.Pattern[str]:
        """What a name does not begin with, but for places that do (和平县)."""
        return re.compile(f"(?!{one_of(self.words.place_openings).pattern}){guarded(self.words.not_first)}")

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

    @cached_property
    def author(self) -> re.Pattern[str]:
        """What may stand behind the name in a line that says who reports: a post, and a person's name."""
        return re.compile(rf"\s*|\s+\S{{1,4}}|.{{0,12}}?(?:{self._posts})\W*(?:\s.*|\S{{0,4}})")

    @cached_property
    def post(self) -> re.Pattern[str]:
        """A post right behind a name."""
        return re.compile(rf".{{0,10}}?(?:{self._posts})")

    @cached_property
    def _post_in(self) -> re.Pattern[str]:
        """A post in the same clause behind a name."""
        return re.compile(rf"[^,。;\n]{{0,20}}?(?:{self._posts})")

    @cached_property
    def two_posts(self) -> re.Pattern[str]:
        """A post in the party body behind whose name it stands, and one in the unit itself."""
        return re.compile(rf"(?:副?书记|委员|成员)[、,](?:副?(?:{self._posts})|总)")

    @cached_property
    def body(self) -> re.Pattern[str]:
        """A party body right behind a name."""
        return one_of((*self.words.bodies, "委员会"))

    @property
    def _posts(self) -> str:
        return one_of(self.words.posts).pattern

    def names(self, before: re.Pattern[str], text: str) -> Iterator[str]:
        """Names in `text` behind `before`."""
        for hit in before.finditer(text):
            window = _NAME.match(text, hit.end())
            if window and not self._no_name.match(text, hit.end()):
                yield from self._name(text, *window.span())

    def _name(self, text: str, start: int, end: int) -> Iterator[str]:
        """The name that begins at `start`: its first end makes a name of a unit and not of its superior."""
        for hit in self._end.finditer(text, start, end + _BEHIND):
            name = _bare(text[start : hit.end()])
            if hit.end() <= end and self.unit_like(name):
                yield name
                return

    def unit_like(self, name: str) -> bool:
        """Whether `name` can be a reporting unit and not a superior or nothing but masks."""
        if name in self.words.superiors or self._not_inside.search(name):
            return False
        whole = name.count("(") == name.count(")") and name[0] != "(" and "我" not in name[1:]
        return whole and len(MASK.sub("", name)) >= 1

    @cached_property
    def _not_inside(self) -> re.Pattern[str]:
        return one_of(self.words.not_inside)

    def holds_post(self, name: str, text: str) -> bool:
        """Whether who writes `text` holds a post in what is called `name` (作为市文旅局分管市场的副局长)."""
        return any(self._post_in.match(text, end) for end in held(name, text))

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


@lru_cache(maxsize=4)
def finder_of(words: NameWords) -> Finder:
    """The finder that asks after `words`, made once."""
    return Finder(words)


def held(name: str, text: str) -> Iterator[int]:
    """Where `name` ends in `text` behind words that one says of a post in it."""
    return (place + len(name) for place in places(name, text) if _HELD.search(text, 0, place))


def _bare(name: str) -> str:
    """`name` without a year before it."""
    return _FOREWORD.sub("", name)
