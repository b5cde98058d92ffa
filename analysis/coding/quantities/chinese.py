"""When a number in Chinese numerals counts, and when it belongs to an expression.

一 is mostly an article (打造一支队伍), two and more are mostly counts (选派两名干部); 百, 千 and 万 alone
are slogans.
"""

import re

from analysis.coding.quantities.rules import Rules
from analysis.coding.quantities.spot import LOOK, PER_CENT, Spot

PHRASE_END = re.compile(r"\s*(?:[,;:.。!?、)》\"]|\Z|和|及|以及|并)")
VAGUE = ("一两", "一二", "两三")
BARE = ("百", "千", "万", "亿", "万亿")
OCCASIONS = ("次", "期", "场", "回")
NO_HALF = tuple("每上下前后这")
ANSWERS = tuple("当作顶抵变化分成赛")
CASE = re.compile("案|问题|事|违|信访")  # without one of these behind it 一起 means "together"


def counts_in_chinese(spot: Spot, rules: Rules, per: str) -> bool:
    """Whether a Chinese numeral with its measure word is a count; `per` is the period of a frequency."""
    words = rules.words
    if spot.measure_word in words.digit_measure_words and spot.measure_word != PER_CENT:
        return False
    if spot.token in ("一", "二"):
        return _one_counts(spot, rules, per)
    if spot.token == "半":  # noqa: S105 - a numeral
        return spot.measure_word in words.time_units and not spot.parsed.folded.endswith(NO_HALF, 0, spot.start)
    if spot.token in BARE:
        behind = rules.bare_after.match(spot.parsed.folded, spot.end)
        return bool(rules.bare_before.search(spot.left[-LOOK:]) or behind)
    return spot.token not in VAGUE and not _answers_one(spot)


def _measured(spot: Spot) -> str:
    return spot.parsed.folded[spot.measure_start : spot.end]


def _answers_one(spot: Spot) -> bool:
    """一天当作两天干, 一个顶三个; but not 大会一次、专题会三次."""
    left = spot.left[-LOOK:]
    return left.endswith(ANSWERS) and bool(re.search(rf"一{re.escape(_measured(spot))}[{''.join(ANSWERS)}]+\Z", left))


def _one_counts(spot: Spot, rules: Rules, per: str) -> bool:
    """一 counts in a frequency, behind a counting verb, or last in its phrase behind what is counted."""
    if spot.measure_word not in rules.words.one_measure_words:
        return False
    if per:
        return spot.measure_word in OCCASIONS
    if _is_article(spot, rules):
        return False
    left = spot.left[-LOOK:]
    ends_phrase = PHRASE_END.match(spot.right(LOOK))
    return bool(rules.one_verb_before.search(left) or (len(left) > 1 and ends_phrase))


def _is_article(spot: Spot, rules: Rules) -> bool:
    """每3名党员联系一户; 不落一人; 一项一项过; 发现一起、查处一起; 一起部署."""
    left, right = spot.left[-LOOK:], spot.right()
    return bool(
        "每" in spot.left
        or "一" in right[:4]
        or rules.not_one_before.search(left)
        or rules.not_one_before.search(left[-3:-1])
        or (spot.measure_word == "起" and right and not CASE.search(right))
        or spot.parsed.text.count("一" + _measured(spot), spot.clause.start, spot.clause.end) > 1
    )
