"""When a number in Chinese numerals counts, and when it belongs to an expression.

一 is mostly an article (打造一支队伍), two and more are mostly counts (选派两名干部); 百, 千 and 万 alone
are slogans.
"""

import re

from analysis.coding.quantities.measure import PER_CENT
from analysis.coding.quantities.rules import Rules
from analysis.coding.quantities.spot import Spot

LOOK = 8  # characters that a rule on the left or right reads
PHRASE_END = re.compile(r"\s*(?:[,;:.。!?、)》\"]|\Z|和|及|以及|并)")
VAGUE = ("一两", "一二", "两三")
BARE = ("百", "千", "万", "亿", "万亿")
OCCASIONS = ("次", "期", "场", "回")
CASE = re.compile("案|问题|事|违|信访")  # without one of these behind it 一起 means "together"


def counts_in_chinese(spot: Spot, rules: Rules, per: str) -> bool:
    """Whether a Chinese numeral with its measure word is a count; `per` is the period of a frequency."""
    found, words = spot.found, rules.words
    if found.measure_word in words.digit_measure_words and found.measure_word != PER_CENT:
        return False
    if found.token in ("一", "二"):
        return _one_counts(spot, rules, per)
    if found.token == "半":  # noqa: S105 - a numeral
        return found.measure_word in words.time_units and not spot.left(1).endswith(tuple("每上下前后这"))
    if found.token in BARE:
        left, behind = spot.left_in_clause(LOOK), rules.bare_after.match(spot.parsed.folded, found.end)
        return bool(rules.bare_before.search(left) or behind)
    return found.token not in VAGUE and not _answers_one(spot)


def _measured(spot: Spot) -> str:
    return spot.parsed.folded[spot.found.measure_start : spot.found.end]


def _answers_one(spot: Spot) -> bool:
    """一天当作两天干, 一个顶三个; but not 大会一次、专题会三次."""
    return re.search(rf"一{re.escape(_measured(spot))}[当作顶抵变化分成赛]+\Z", spot.left_in_clause(LOOK)) is not None


def _one_counts(spot: Spot, rules: Rules, per: str) -> bool:
    """一 counts in a frequency, behind a counting verb, or last in its phrase behind what is counted."""
    if spot.found.measure_word not in rules.words.one_measure_words:
        return False
    if per:
        return spot.found.measure_word in OCCASIONS
    if _is_article(spot, rules):
        return False
    left = spot.left_in_clause(LOOK)
    ends_phrase = PHRASE_END.match(spot.right_in_clause(LOOK))
    return bool(rules.one_verb_before.search(left) or (len(left) > 1 and ends_phrase))


def _is_article(spot: Spot, rules: Rules) -> bool:
    """每3名党员联系一户; 不落一人; 一项一项过; 发现一起、查处一起; 一起部署."""
    left, right = spot.left_in_clause(LOOK), spot.right_in_clause()
    said = spot.parsed.text[spot.clause.start : spot.clause.end].count("一" + _measured(spot))
    together = spot.found.measure_word == "起" and right and not CASE.search(right)
    barred = rules.not_one_before.search(left) or rules.not_one_before.search(left[-3:-1])
    return bool("每" in spot.left_in_clause() or said > 1 or "一" in right[:4] or together or barred)
