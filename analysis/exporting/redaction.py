"""Takes the names of units and of persons out of material, the same way everywhere it is written.

A unit becomes 单位甲, 单位乙 and so on, in the order of the reports; a person 某. It is done to finished material, so
titles, rows, sentences, file names, notes and the method all say the same. What the rules cannot know is told by
`WHAT_STAYS`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from analysis.basket import Item, Origin, Quote, Report
from analysis.exporting.material import Material, Portrait
from analysis.lexicon.exporting import RedactionWords, redaction_words
from analysis.tables.comparing.shared import MARK

HAN = "\u4e00-\u9fff"
STEMS = "甲乙丙丁戊己庚辛壬癸"
PERSON, SOME_UNIT = "某", "某单位"
WHAT_STAYS = (
    "单位名称按报告抬头和署名替换为“单位甲”等，同一单位在各处用同一代称；正文中以“我局”“该镇”等自称、只写地名、"
    "或用其他简称提到的单位不会替换。"
)
WHAT_STAYS_OF_PERSONS = "人名只替换写在“同志”或职务前后、姓在常见姓氏之内的；其他写法的人名不会替换，发出前请通读一遍。"
PLACES = "省市县区旗州盟"
SHORTEST = 3
"""A name of fewer signs than this would be found in other words."""
HEADS, TAILS = ("中共", "中国共产党"), ("委员会", "党组", "党委", "党工委", "党支部")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is replaced: `names` the words for each of them, the longest first; `persons` too or not."""

    names: tuple[tuple[str, str], ...]
    words: RedactionWords | None = None

    def apply(self, text: str) -> str:
        """`text` with every name replaced."""
        if self.names:
            text = _names(tuple(name for name, _ in self.names)).sub(lambda hit: dict(self.names)[hit[0]], text)
        return text if self.words is None else _without_persons(text, self.words)


def aliases() -> Iterator[str]:
    """单位甲 … 单位癸, 单位甲甲, 单位甲乙 and so on without end."""
    length = 1
    while True:
        for signs in product(STEMS, repeat=length):
            yield f"单位{''.join(signs)}"
        length += 1


def unit_names(reports: Iterable[Report]) -> tuple[tuple[str, str], ...]:
    """Every way in which the units of `reports` are written, with what stands for each; the longest first."""
    names, known, forms = aliases(), dict[str, str](), dict[str, str]()
    pairs: dict[str, str] = {}
    for report in reports:
        key = report.one_name or report.label
        if key not in known:
            known[key] = next(names)
        pairs[report.label] = _relabelled(report, known[key])
        pairs[report.file] = f"{known[key]}（{report.period}）"
        for form in _forms(report.unit) if report.one_name else ():
            forms[form] = known[key] if forms.get(form, known[key]) == known[key] else SOME_UNIT
    return tuple(sorted((forms | pairs).items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _relabelled(report: Report, alias: str) -> str:
    """The label with the alias: where it told the period, it still does, and the mark stays."""
    told = f"（{report.period}）" if report.period in report.label else ""
    return alias + told + MARK * report.label.endswith(MARK)


def _forms(unit: str) -> Iterator[str]:
    """The ways in which a unit's name is written: whole, without 中共…委员会, and without the place in front."""
    core = unit
    for head in HEADS:
        core = core.removeprefix(head)
    for tail in TAILS:
        core = core.removesuffix(tail)
    parted = re.match(f"^(.{{1,6}}?[{PLACES}])(.+)$", core)
    short = [parted[1][-1] + parted[2], parted[2]] if parted else []
    yield from (form for form in dict.fromkeys((unit, core, *short)) if len(form) >= SHORTEST)


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)))


@cache
def _persons(words: RedactionWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name before a title, and a name behind one; neither inside a longer word."""
    surnames, never, after, before, until = (
        "|".join(map(re.escape, sorted(some, key=len, reverse=True)))
        for some in (words.surnames, words.not_names, words.after, words.before, words.until)
    )
    given = f"(?:(?![{words.not_given}])[{HAN}]){{1,2}}?"
    name = f"(?!{never})(?:{surnames}){given}"
    return (
        re.compile(f"(?:(?<![{HAN}])|(?<=[{words.leading}])){name}(?={after})"),
        re.compile(f"({before}){name}(?={until}|$)"),
    )


def _without_persons(text: str, words: RedactionWords) -> str:
    before, behind = _persons(words)
    return behind.sub(lambda hit: f"{hit[1]}{PERSON}", before.sub(PERSON, text))


def redacted(material: Material, *, units: bool, persons: bool) -> Material:
    """`material` with the names of `units`, of `persons` or of both replaced in every text a reader can see."""
    if not (units or persons):
        return material
    names = unit_names(material.reports) if units else ()
    redaction = Redaction(names, redaction_words() if persons else None)
    apply = redaction.apply
    return replace(
        material,
        title=apply(material.title),
        items=tuple(_item(item, redaction) for item in material.items),
        method=(*material.method, *_told(redaction)),
        portraits=tuple(
            Portrait(apply(one.label), tuple(_item(item, redaction) for item in one.items))
            for one in material.portraits
        ),
    )


def _told(redaction: Redaction) -> Iterator[str]:
    if redaction.names:
        yield WHAT_STAYS
    if redaction.words is not None:
        yield WHAT_STAYS_OF_PERSONS


def _item(item: Item, redaction: Redaction) -> Item:
    apply = redaction.apply
    return replace(
        item,
        title=apply(item.title),
        name=apply(item.name),
        note=apply(item.note),
        rows=tuple(tuple(apply(value) if isinstance(value, str) else value for value in row) for row in item.rows),
        evidence=tuple(_quote(quote, apply) for quote in item.evidence),
        origin=Origin(apply(item.origin.source), tuple(map(apply, item.origin.scope))),
    )


def _quote(quote: Quote, apply: Callable[[str], str]) -> Quote:
    return Quote(*map(apply, (quote.label, quote.file, quote.place, quote.text, quote.words)))
