"""Tells a count from what only looks like one: ordinals, names behind a mask, slogans, titles, idioms.

Every rule is a word list of quantities.yaml or stands here with its reason; what is never counted is the coding guide's
§6.3 and §6.8.
"""

import re

from analysis.coding.base import Clause, Parsed
from analysis.coding.quantities.measure import PER_CENT, Candidate
from analysis.coding.quantities.rules import Rules

LOOK = 8  # characters that a rule on the left reads
TITLE = 80  # the longest title or quotation that is looked through
END = re.compile(r"\s*(?:[,;:。!?、)》\"]|$|和|及|以及|并)")
LINE_START = re.compile(r"(?:^|\n)[ \t]*\Z")
PERIOD_UNITS = ("个月", "天", "小时", "学期")
LASTING = ("历时", "用时", "为期", "长达", "持续", "耗时")
OPENING, CLOSING = "“「『‘〝", "”」』’〞"


def counts(parsed: Parsed, clause: Clause, found: Candidate, rules: Rules, per: str) -> bool:
    """Whether `found` is a quantity; `per` is the period it is a frequency of, or empty."""
    folded = parsed.folded
    return not (
        _is_enumerator(folded, found)
        or _is_ordinal(folded, found, rules)
        or _is_expression(folded, found, rules)
        or (found.number.masked and _is_name(folded, found, rules))
        or (found.chinese and not _chinese_counts(folded, clause, found, rules, per))
        or _is_fixed(folded, found, rules)
        or is_quoted(parsed, found.start)
    )


def _is_enumerator(folded: str, found: Candidate) -> bool:
    """“3 项目管理” at the start of a line is item 3 of a list."""
    spaced = found.start + len(found.token) < found.measure_start
    return spaced and bool(LINE_START.search(folded, max(0, found.start - LOOK), found.start))


def _is_ordinal(folded: str, found: Candidate, rules: Rules) -> bool:
    left = folded[max(0, found.start - LOOK) : found.start].rstrip()
    if re.search(r"第[0-9一二三四五六七八九十百、和至及-]*\Z", left):
        return True
    if left.endswith("近") and found.measure_word in PERIOD_UNITS:
        return not left.endswith(tuple(f"{w}近" for w in LASTING))
    return bool(rules.never_before.search(left)) and not rules.never_before_but.search(left)


def _is_expression(folded: str, found: Candidate, rules: Rules) -> bool:
    place = found.measure_start
    if found.measure_word == PER_CENT or rules.never_after_but.match(folded, place):
        return False
    if found.chinese and rules.never_after_chinese.match(folded, place):
        return True
    return bool(rules.never_after.match(folded, place))


def _is_name(folded: str, found: Candidate, rules: Rules) -> bool:
    """A mask before 项目, 人员, 处 … hides a name."""
    if rules.names_after_mask.match(folded, found.measure_start):
        return True
    doubtful = found.measure_word in rules.words.needs_end_after_mask
    return doubtful and not (END.match(folded, found.end) or rules.counted_after_mask.match(folded, found.end))


def _chinese_counts(folded: str, clause: Clause, found: Candidate, rules: Rules, per: str) -> bool:
    if found.measure_word in rules.words.digit_measure_words and found.measure_word != PER_CENT:
        return False
    token, left = found.token, folded[max(clause.start, found.start - LOOK) : found.start]
    if token != "一" and f"一{folded[found.measure_start : found.end]}" in left:  # 一天当作两天干, 一个顶三个
        return False
    if token == "半":
        return found.measure_word in PERIOD_UNITS and left[-1:] not in set("每上下前后这")
    if token in ("一", "二"):
        return _one_counts(folded, clause, found, rules, per)
    if token in ("两三", "一两") or (token[0] == "一" and len(token) == 2 and token[1] in "二两"):  # noqa: PLR2004
        return False
    if token in ("百", "千", "万", "亿", "万亿"):
        return bool(rules.bare_before.search(left) or rules.bare_after.match(folded, found.end))
    return True


def _one_counts(folded: str, clause: Clause, found: Candidate, rules: Rules, per: str) -> bool:
    """一 counts in a frequency, behind a counting verb, or last in its phrase behind what is counted."""
    if found.measure_word not in rules.words.one_measure_words:
        return False
    left = folded[max(clause.start, found.start - LOOK) : found.start]
    if "每" in folded[clause.start : found.start] and not per:  # 每3名党员联系一户
        return False
    if per and found.measure_word in ("次", "期", "场"):
        return True
    if rules.not_one_before.search(left) or rules.not_one_before.search(left[-3:-1]):
        return False
    right = folded[found.end : min(clause.end, found.end + LOOK)]
    if "一" in right[:4] or (found.measure_word == "起" and not re.search("案|问题|事|违|信访|$", folded[found.end : clause.end])):
        return False
    if rules.one_verb_before.search(left):
        return True
    return len(left) > 1 and bool(END.match(folded[: clause.end], found.end))


def _is_fixed(folded: str, found: Candidate, rules: Rules) -> bool:
    left, right = max(0, found.start - 2 * LOOK), found.end + LOOK
    if any(h.start() < found.end and h.end() > found.start for h in rules.fixed_but.finditer(folded, left, right)):
        return False
    return any(h.start() < found.end and h.end() > found.start for h in rules.fixed.finditer(folded, left, right))


def is_quoted(parsed: Parsed, start: int) -> bool:
    """Whether `start` lies in a title 《》 or in a quotation short enough to be a slogan."""
    folded, text = parsed.folded, parsed.text
    left = max(0, start - TITLE, folded.rfind("\n", 0, start) + 1)
    if folded.rfind("《", left, start) > folded.rfind("》", left, start):
        return "》" in folded[start : start + TITLE]
    mark = folded.rfind('"', left, start)
    if mark < 0:
        return False
    close = folded.find('"', start, start + TITLE)
    if close < 0 or "。" in folded[mark:close]:
        return False
    if text[mark] in OPENING or text[mark] in CLOSING:
        return text[mark] in OPENING
    return folded.count('"', parsed.sentence_at(start).start, start) % 2 == 1
