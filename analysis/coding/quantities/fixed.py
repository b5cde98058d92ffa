"""Tells a count from what only looks like one: ordinals, names behind a mask, slogans, titles, idioms.

Every rule is a word list of quantities.yaml or stands here with its reason; what is never counted is the
coding guide's §6.3 and §6.8.
"""

import re

from analysis.coding.base import Parsed
from analysis.coding.quantities.chinese import LOOK, PHRASE_END, counts_in_chinese
from analysis.coding.quantities.measure import PER_CENT
from analysis.coding.quantities.rules import Rules
from analysis.coding.quantities.spot import Spot

TITLE = 80  # the longest title or quotation that is looked through
LINE_START = re.compile(r"(?:^|\n)[ \t]*\Z")
ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百、和至及-]*\Z")
OPENING, CLOSING = "“「『‘〝", "”」』’〞"


def counts(spot: Spot, rules: Rules, per: str) -> bool:
    """Whether the number is a quantity; `per` is the period it is a frequency of, or empty."""
    found = spot.found
    return not (
        _is_enumerator(spot)
        or _is_ordinal(spot, rules)
        or _is_expression(spot, rules)
        or (found.number.masked and _is_name(spot, rules))
        or (found.chinese and not counts_in_chinese(spot, rules, per))
        or _is_fixed(spot, rules)
        or is_quoted(spot.parsed, found.start)
    )


def _is_enumerator(spot: Spot) -> bool:
    """“3 项目管理” at the start of a line is item 3 of a list."""
    spaced = spot.found.start + len(spot.found.token) < spot.found.measure_start
    return spaced and bool(LINE_START.search(spot.left(LOOK)))


def _is_ordinal(spot: Spot, rules: Rules) -> bool:
    left = spot.left(LOOK).rstrip()
    if ORDINAL.search(left):
        return True
    if left.endswith("近") and spot.found.measure_word in rules.words.time_units:
        return not left.endswith(tuple(f"{word}近" for word in rules.words.lasting))
    return bool(rules.never_before.search(left)) and not rules.never_before_but.search(left)


def _is_expression(spot: Spot, rules: Rules) -> bool:
    folded, place = spot.parsed.folded, spot.found.measure_start
    if spot.found.measure_word == PER_CENT or rules.never_after_but.match(folded, place):
        return False
    if spot.found.chinese and rules.never_after_chinese.match(folded, place):
        return True
    return bool(rules.never_after.match(folded, place))


def _is_name(spot: Spot, rules: Rules) -> bool:
    """A mask before 项目, 人员, 处 … hides a name."""
    folded, found = spot.parsed.folded, spot.found
    if rules.names_after_mask.match(folded, found.measure_start):
        return True
    doubtful = found.measure_word in rules.words.needs_end_after_mask
    counted = PHRASE_END.match(folded, found.end) or rules.counted_after_mask.match(folded, found.end)
    return doubtful and not counted


def _is_fixed(spot: Spot, rules: Rules) -> bool:
    """Whether a fixed expression covers the number."""
    start, end = spot.found.start, spot.found.end
    window = (spot.parsed.folded, max(0, start - 2 * LOOK), end + LOOK)

    def covers(pattern: re.Pattern[str]) -> bool:
        return any(hit.start() < end and hit.end() > start for hit in pattern.finditer(*window))

    return covers(rules.fixed) and not covers(rules.fixed_but)


def is_quoted(parsed: Parsed, start: int) -> bool:
    """Whether `start` lies in a title 《》 or in a quotation short enough to be a slogan."""
    folded = parsed.folded
    left = max(0, start - TITLE, folded.rfind("\n", 0, start) + 1)
    if folded.rfind("《", left, start) > folded.rfind("》", left, start):
        return "》" in folded[start : start + TITLE]
    mark, close = folded.rfind('"', left, start), folded.find('"', start, start + TITLE)
    if mark < 0 or close < 0 or "。" in folded[mark:close]:
        return False
    return _opens(parsed, mark, start)


def _opens(parsed: Parsed, mark: int, start: int) -> bool:
    """Whether the quotation mark at `mark` opens; straight marks are counted from the sentence's start."""
    sign = parsed.text[mark]
    if sign in OPENING + CLOSING:
        return sign in OPENING
    return parsed.folded.count('"', parsed.sentence_at(start).start, start) % 2 == 1
