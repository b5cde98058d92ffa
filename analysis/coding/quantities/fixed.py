"""Tells a count from what only looks like one: ordinals, names behind a mask, slogans, titles, idioms.

Every rule is a word list of quantities.yaml or stands here with its reason; what is never counted is the
coding guide's §6.3 and §6.8.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.coding.base import Parsed
from analysis.coding.quantities.chinese import PHRASE_END, counts_in_chinese
from analysis.coding.quantities.rules import Rules
from analysis.coding.quantities.spot import LOOK, PER_CENT, Spot

TITLE = 80  # the longest title or quotation that is looked through
LINE_START = re.compile(r"(?:^|\n)[ \t]*\Z")
ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百、和至及-]*\Z")
OPENING, CLOSING = "“「『‘〝", "”」』’〞"


def fixed_expressions(folded: str, rules: Rules) -> Iterator[tuple[int, int]]:
    """Where the fixed expressions of a text begin and end, overlapping ones too."""
    hit = rules.fixed.search(folded)
    while hit:
        yield hit.span()
        hit = rules.fixed.search(folded, hit.start() + 1)


def counts(spot: Spot, rules: Rules, per: str, expressions: Sequence[tuple[int, int]]) -> bool:
    """Whether the number is a quantity.

    `per` is the period it is a frequency of, or empty, `expressions` are the fixed ones of the whole text.
    """
    return not (
        _is_enumerator(spot)
        or _is_ordinal(spot, rules)
        or _is_expression(spot, rules)
        or (spot.number.masked and _is_name(spot, rules))
        or (spot.chinese and not counts_in_chinese(spot, rules, per))
        or _is_fixed(spot, rules, expressions)
        or is_quoted(spot.parsed, spot.start)
    )


def _is_enumerator(spot: Spot) -> bool:
    """“3 项目管理” at the start of a line is item 3 of a list."""
    spaced = spot.start + len(spot.token) < spot.measure_start
    return spaced and bool(LINE_START.search(spot.parsed.folded[max(0, spot.start - LOOK) : spot.start]))


def _is_ordinal(spot: Spot, rules: Rules) -> bool:
    left = spot.before
    if "第" in left and ORDINAL.search(left):
        return True
    if left.endswith("近") and spot.measure_word in rules.words.time_units:
        return not left.endswith(tuple(f"{word}近" for word in rules.words.lasting))
    return bool(rules.never_before.search(left)) and not rules.never_before_but.search(left)


def _is_expression(spot: Spot, rules: Rules) -> bool:
    after = rules.after.match(spot.parsed.folded, spot.measure_start)
    if not after or spot.measure_word == PER_CENT:
        return False
    return after.lastgroup == "never" or (after.lastgroup == "never_chinese" and spot.chinese)


def _is_name(spot: Spot, rules: Rules) -> bool:
    """A mask before 项目, 人员, 处 … hides a name."""
    folded = spot.parsed.folded
    if rules.names_after_mask.match(folded, spot.measure_start):
        return True
    doubtful = spot.measure_word in rules.words.needs_end_after_mask
    counted = PHRASE_END.match(folded, spot.end) or rules.counted_after_mask.match(folded, spot.end)
    return doubtful and not counted


def _is_fixed(spot: Spot, rules: Rules, expressions: Sequence[tuple[int, int]]) -> bool:
    """Whether a fixed expression covers the number and reaches not far beyond it."""
    start, end = spot.start, spot.end
    left, right = start - 2 * LOOK, end + LOOK
    for opens, closes in expressions:
        if left <= opens < end and start < closes <= right:
            but = rules.fixed_but.finditer(spot.parsed.folded, max(0, left), right)
            return not any(hit.start() < end and hit.end() > start for hit in but)
    return False


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
