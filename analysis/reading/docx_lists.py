"""Reads the definitions of automatic numbering from a .docx: its lists, and how each level counts and looks.

A paragraph names a w:num; that names an abstract definition with nine levels and may override some of them
(ISO/IEC 29500-1, 17.9).
"""

import re
from collections.abc import Mapping

from analysis.reading.docx_package import W, value
from analysis.reading.markup import Element
from analysis.reading.numbering import LEVELS, Level, List

LONGEST_CHAIN = 20  # a chain of links longer than this runs in a ring
NO_LIST = "0"  # the w:numId that takes a paragraph out of every list
OFF = frozenset({"0", "false", "off"})


def read_lists(root: Element, styles: Mapping[str, Element]) -> dict[str, List]:
    """The lists of the numbering part `root` by w:numId; `styles` by their id."""
    abstract = {one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")}
    targets = {one.get(f"{W}numId", ""): value(one, "abstractNumId") for one in root.findall(f"{W}num")}
    links = {key: _linked(one, targets, styles) for key, one in abstract.items()}
    lists = {}
    for number in root.findall(f"{W}num"):
        number_id = number.get(f"{W}numId", "")
        key = _follow(targets[number_id], links)
        if key in abstract and number_id != NO_LIST:
            lists[number_id] = _read_list(number, key, abstract[key])
    return lists


def _linked(abstract: Element, targets: Mapping[str, str], styles: Mapping[str, Element]) -> str:
    """The definition that holds this one's levels: w:numStyleLink names a style, and that a w:num."""
    style = styles.get(value(abstract, "numStyleLink"))
    return targets.get(value(style, "pPr", "numPr", "numId"), "")


def _follow(key: str, links: Mapping[str, str]) -> str:
    for _ in range(LONGEST_CHAIN):
        if not links.get(key):
            return key
        key = links[key]
    return ""


def _read_list(number: Element, key: str, abstract: Element) -> List:
    levels = _read_levels(abstract)
    restarts = {}
    for override in number.findall(f"{W}lvlOverride"):
        levels |= _read_levels(override)
        start = value(override, "startOverride")
        if start:
            restarts[integer(override.get(f"{W}ilvl"), 0)] = integer(start, 1)
    return List(key, levels, restarts)


def _read_levels(parent: Element) -> dict[int, Level]:
    levels = {integer(level.get(f"{W}ilvl"), 0): _read_level(level) for level in parent.findall(f"{W}lvl")}
    return {depth: level for depth, level in sorted(levels.items()) if 0 <= depth < LEVELS}


def _read_level(level: Element) -> Level:
    legal = level.find(f"{W}isLgl")
    restart = value(level, "lvlRestart")
    return Level(
        start=integer(value(level, "start"), 0),
        number_format=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText"),
        restart=integer(restart, 0) if restart else None,
        legal=legal is not None and is_on(legal.get(f"{W}val", "1")),
        spaced=value(level, "suff") != "nothing",
        style=value(level, "pStyle"),
    )


def integer(written: str | None, default: int) -> int:
    """`written` as a number; `default` where it is missing or none."""
    return int(written) if written and re.fullmatch(r"-?[0-9]{1,9}", written) else default


def is_on(written: str | None) -> bool:
    """Whether a w:val that is there switches something on."""
    return written is not None and written not in OFF
