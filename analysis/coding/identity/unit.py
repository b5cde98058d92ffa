"""Which unit a report is of.

The unit is the name as written. It is looked for in the author's line below the title, in the title, behind 现将, in
the signature and at the head of the first sentences, in that order; a self-name (我局, 局党组) gives way to a fuller
name that it may stand for. The party body (某局党组) stays in the
name where title, signature or inspection give it and the text never names the unit without it; in a sentence it acts
for its unit and is left out. Rules after the coding manual, parts 2.8 and 7.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analysis.coding.base import Parsed, Role
from analysis.coding.identity.finder import DIGITS, HOLDS, MASK, Finder, finder_of, held
from analysis.coding.identity.selfname import LEAST_SAID, PARTY_BODY, self_name
from analysis.lexicon.coding import NameWords
from analysis.phrases import one_of, places

# Where a report names itself, where once is enough, and where a title may stand without a line, in characters.
LEAD, FIRST, OPENING = 700, 160, 60
SHORT = 5  # how much of a name's end still names the unit (市委宣传部)
_YEAR = rf"{DIGITS}年度?(?:第?[一二三四]季度|上半年|下半年)?(?:以来)?,?"
_SINCE = rf"{_YEAR}|今年以来,|一年来,|近年来,|上半年,|今年上半年,"
_MASKED_PLACE = re.compile(r"^(?:中共)?(?:\*+|[xX]+|〔[.…]*〕|某+)(?:省|市|县|区|州|旗)(?!委)")
_BRANCH = re.compile(r"(?:党总支|总支部|党支部|支部)?(?:委员会)?$")
# Behind what a name stands: at the start, in lines, in a title, behind its end, where the report is handed over.
_START, _LINE = re.compile("^"), re.compile(r"^|\n")
_TITLE = re.compile(rf"(?:^|\n)(?:关于)?(?:对)?(?:{_YEAR})?")
_PAPER = re.compile(r"(?:报告|材料|发言|总结)[\s(]*")
_HANDED = re.compile("现将|现就")
_CLAUSE = re.compile(rf"(?<=[,。;\n])(?:{_YEAR})?")
_PROBLEMS_OF = re.compile(r"\n([^\n,。:]{2,15}?)存在的(?:主要|突出)?问题")
# The unit inspected is whom the report is about.
_FEEDBACK = re.compile(r"巡[察视](?:组|办)?(?:分别)?向|(?<=\n)向|关于(?:对)?巡[察视]|关于对")
_INSPECTED = re.compile(r"[巡督][察视查](?:组|办)[^,。;\n对向]{0,36},?(?:对|向)")
_INSPECTED_LIST = re.compile(
    rf"{_INSPECTED.pattern}[^,。;\n]+?(?:党[组委]|党工委|党支部)、[^,。;\n]+等(?:\d+|[二三四五六七八九十]+)[个家]"
)
_SAID = re.compile(rf"^\s*(?:{_SINCE})?|(?<=[,。;\n])(?:{_SINCE})?|[,。]对|查找|{HOLDS}")
_PARTY_NAME = re.compile(r"中共(?P<unit>.+?)(?P<committee>(?<!支部)(?<!工作)(?<!检查)委员会)?")
_PLACE = re.compile(r"[\u4e00-\u9fff*xX〕](?:镇|乡|街道|村|社区)$")
_LED = re.compile(r"在[^。\n]{2,60}?(?:领导|指导|支持|关心|帮助)下")
_LED_BODY = re.compile(r"(?:领导)?班子$")
_STOPS, _AREAS = tuple(",。;:\n"), tuple("省市县区州旗")
_LEAST_STEM = 2


def _several(finder: Finder, folded: str) -> bool:
    """Whether the text speaks of the problems of two units or more (feedback of an inspection)."""
    if _INSPECTED_LIST.search(folded, 0, LEAD):
        return True
    named = set(_PROBLEMS_OF.findall("\n" + folded))
    return sum(one_of(finder.words.suffixes).search(name) is not None for name in named) > 1


def _author_lines(finder: Finder, title: str) -> Iterator[str]:
    """Lines below the title that are nothing but a name, or a name with a post and a person's name."""
    for line in title.strip().split("\n")[1:]:
        words = line.strip().strip("()")
        for name in finder.names(_START, words):
            rest = words[words.find(name) + len(name) :]
            if finder.author.fullmatch(rest):
                yield name


def _run_in_author(finder: Finder, opening: str) -> Iterator[str]:
    """The name before a post right behind the title, where a report has no lines."""
    for name in finder.names(_PAPER, opening):
        if finder.post.match(opening, opening.find(name) + len(name)):
            yield name


def _formal(finder: Finder, parsed: Parsed, title: str, tail: str) -> Iterator[str]:
    """Names where a report is headed, signed or says whom it is about, the surest place first."""
    yield from _author_lines(finder, title)
    yield from _run_in_author(finder, parsed.folded[:OPENING])
    if "反馈" in title:
        yield from finder.names(_FEEDBACK, title)
    yield from finder.names(_TITLE, title)
    yield from finder.names(_INSPECTED, _lead(parsed))
    yield from finder.names(_LINE, tail)


def _told(finder: Finder, parsed: Parsed, formal: Sequence[str]) -> Iterator[str]:
    """Names in the first sentences; they are not asked where a formal name can not be part of a fuller one there."""
    lead = _LED.sub("", _lead(parsed))  # those who lead it are not the unit
    if formal and not finder.generic(formal[0]) and formal[0] not in lead:
        return
    yield from finder.names(_HANDED, lead)
    first = parsed.folded[: _body(parsed) + FIRST]
    for name in finder.names(_SAID, lead):
        sure = name in first or finder.generic(name) or finder.holds_post(name, lead)
        if sure or parsed.folded.count(name) >= LEAST_SAID:
            yield name


def _body(parsed: Parsed) -> int:
    return next((s.start for s in parsed.sections if s.role is not Role.NONE), 0)


def _lead(parsed: Parsed) -> str:
    return parsed.folded[_body(parsed) : _body(parsed) + LEAD]


def _mentions(finder: Finder, parsed: Parsed) -> list[str]:
    """Names at the head of clauses all over the report, the most frequent first."""
    return [name for name, _ in Counter(finder.names(_CLAUSE, parsed.folded)).most_common()]


def _fullest(name: str, names: Iterable[str]) -> str:
    """The first of `names` that ends with `name` and says more; `name` where none does."""
    return next((longer for longer in names if longer.endswith(name) and longer != name), name)


def _without_masked_place(name: str, folded: str) -> str:
    """`name` without a masked place before it (某县城北中学), where the text itself leaves the place out."""
    rest = _MASKED_PLACE.sub("", name)
    stem = _BRANCH.sub("", rest)
    if rest == name or len(stem) < _LEAST_STEM or MASK.search(stem):
        return name
    said = sum(not folded.endswith(_AREAS, 0, place) for place in places(stem, folded))  # 区政协 is named by its place
    return rest if said >= LEAST_SAID else name


def _as_known(finder: Finder, name: str, folded: str) -> str:
    """`name` without 中共…委员会, and without 党委 behind a place or where the text also names the unit without it."""
    party = _PARTY_NAME.fullmatch(name)
    if party and party["committee"]:
        return party["unit"]
    plain = finder.unit_of(party["unit"] if party else name)
    if _PLACE.search(plain) or any(finder.two_posts.match(folded, at + len(name)) for at in places(name, folded)):
        return plain
    return plain if plain != name and len(plain) > 1 and _is_named(finder, plain, folded) else name


def _is_named(finder: Finder, name: str, folded: str) -> bool:
    """Whether the text names the unit, or the end of its name after a stop, without a party body behind."""
    short = name[-SHORT:]
    ends = [at + len(name) for at in places(name, folded) if not folded.endswith("中共", 0, at)]
    ends += [at + len(short) for at in places(short, folded) if folded.endswith(_STOPS, 0, at)]
    return any(not finder.body.match(folded, end) for end in ends)


def _fuller(finder: Finder, own: str, full: list[str], mentions: list[str]) -> str:
    """The name for which the self-name `own` stands; `own` where the text gives none."""
    plain = finder.unit_of(own) if finder.generic(finder.unit_of(own)) else own
    longer = _fullest(plain, [*full, *mentions])
    if longer not in {plain, own}:
        return longer
    named = (name for name in mentions if not finder.generic(name))
    return next((name for name in [*full, *named] if finder.kin(own, name)), PARTY_BODY.sub("", own))


def _held_in(finder: Finder, name: str, folded: str, addressee: str) -> list[str]:
    """The unit addressed, where a person holds a post in what is called `name` alone (本人任集团副总经理)."""
    full = (full for full in finder.names(_START, addressee) if finder.kin(name, full))
    return list(full) if any(held(name, folded)) else []


def find_unit(parsed: Parsed, front: tuple[str, str], tail: str, words: NameWords) -> str:
    """The reporting unit's name as written, empty where the text names none or several.

    Args:
        parsed: the report.
        front: what stands above the body, and the salutation, folded.
        tail: what stands behind the body (signature and date), folded.
        words: names.yaml.
    """
    finder, (title, addressee) = finder_of(words), front
    if _several(finder, parsed.folded):
        return ""
    formal = list(_formal(finder, parsed, title, tail))
    found = [*formal, *_told(finder, parsed, formal)]
    if not found:
        return self_name(finder, parsed.folded)
    name, full = found[0], [name for name in found if not finder.generic(name)]
    if finder.generic(name):
        full += _held_in(finder, name, parsed.folded, addressee)
        name = _fuller(finder, name, full, _mentions(finder, parsed))
        if not formal and finder.generic(name):
            return self_name(finder, parsed.folded) or (name if name[0] == "我" or _LED_BODY.search(name) else "")
    else:
        name = _fullest(name, full)
    name = _without_masked_place(name, parsed.folded)
    return _as_known(finder, name, parsed.folded) if formal else finder.unit_of(name)
