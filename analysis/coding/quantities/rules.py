"""The word lists of quantities.yaml as compiled patterns, built once."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.coding.quantities.numerals import LATER_SIGNS, PERCENT, SIGNS, TOKEN
from analysis.coding.quantities.opened import Opened, opened
from analysis.lexicon.coding import QuantityWords
from analysis.phrases import fold, one_of

PRODUCT = r"[0-9]++\*[0-9]+"  # 7×24 and 3×5 are no masks
LONGEST_CLAIM = 40
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """Named as the lists they come from; patterns named `…_before` match at the end of their text.

    `after` is `never_after` and its kin as one pattern; its groups are `but`, `never` and `never_chinese`. `per` and
    `total` find words that `period` and `true_total` then look at closely, for these are slow.
    """

    words: QuantityWords
    stored: dict[str, str]
    candidate: Opened
    never_before: Pattern
    never_before_but: Pattern
    after: Pattern
    names_after_mask: Pattern
    counted_after_mask: Pattern
    bare_before: Pattern
    bare_after: Pattern
    one_verb_before: Pattern
    not_one_before: Pattern
    fixed: Pattern
    fixed_but: Pattern
    about_before: Pattern
    about_after: Pattern
    per: Pattern
    period: Pattern
    total: Pattern
    true_total: Pattern
    subset: Pattern
    new_count: Pattern
    claim: Opened
    aim: Pattern
    party: Pattern
    business: Pattern


def _any(words: tuple[str, ...]) -> str:
    """`one_of` as a part of a pattern; with words of one first sign together, one look tells which can match at all."""
    rests: dict[str, list[str]] = {}
    for word in map(fold, words):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(sign) + _rest(tuple(rest)) for sign, rest in rests.items()) or "(?!)"


def _rest(words: tuple[str, ...]) -> str:
    return f"(?:{one_of(words).pattern})" if any(words) else ""


def _ending(words: tuple[str, ...], tail: str = "") -> Pattern:
    return re.compile(rf"(?:{_any(words)}){tail}\Z")


def _candidate(words: QuantityWords) -> Opened:
    known = words.measure_words + words.digit_measure_words
    later = LATER_SIGNS + "".join(sorted({re.escape(fold(word)[0]) for word in known}))
    # no digit inside a number or a code opens one, and no sign before a word that goes on otherwise (统一, 五四)
    opening = rf"[{SIGNS}](?<![A-Za-z0-9*][0-9])(?=[{later}])"
    pattern = rf"{PRODUCT}|(?P<percent>{PERCENT})|(?P<number>{TOKEN})\s{{0,2}}(?P<measure>{_any(known)})"
    return Opened(re.compile(opening), re.compile(pattern))


def _after(words: QuantityWords) -> Pattern:
    but, never, chinese = map(_any, (words.never_after_but, words.never_after, words.never_after_chinese))
    return re.compile(rf"(?P<but>{but})|(?P<never>{never})|(?P<never_chinese>{chinese})")


def _stored(words: QuantityWords) -> dict[str, str]:
    """How a written measure word is stored: 个工作日 as 工作日, 大类 as 类."""
    known = set(words.measure_words + words.digit_measure_words)
    return {w: w[1:] if w[0] in "个大" and w[1:] in known else w for w in known}


def _period(words: QuantityWords) -> Pattern:
    """每季度, 每两个月; 一年, 一季度 only close before the number and not in 近一年."""
    every = _any(tuple(w for w in words.periods if w[0] != "一"))
    one = _any(tuple(w for w in words.periods if w[0] == "一"))
    return re.compile(rf"每[0-9两三四六半]{{1,2}}个(?:季度|月)|{every}|(?<![近这前后])(?:{one})(?=.{{0,6}}\Z)")


def _claim(words: QuantityWords) -> Opened:
    ends, stretch = _any(words.zero_ends), rf"[^,;:。!?\n]{{0,{LONGEST_CLAIM}}}"
    return opened(
        (*words.zero_openers, "没有", "无", "零"),
        rf"(?:{_any(words.zero_openers)})(?!的){stretch}(?:{ends})"
        rf"|(?<![有毫全绝])(?:没有|无)(?={_any(words.zero_starts)}){stretch}(?:{ends})"
        rf"|(?<![有毫全绝])(?:没有|无)(?!{_any(words.not_none)}){stretch}?(?:{_any(words.zero_last)})(?=[,;。]|发生|$)"
        rf"|(?<![归清化为降0-9])零(?:{_any(words.zero_nouns)})",
    )


@cache
def compile_rules(words: QuantityWords) -> Rules:
    """The patterns for `words`; call it once a report, for telling the lists apart takes time."""
    return Rules(
        words=words,
        stored=_stored(words),
        candidate=_candidate(words),
        never_before=_ending(words.never_before),
        never_before_but=_ending(words.never_before_but),
        after=_after(words),
        names_after_mask=one_of(words.names_after_mask),
        counted_after_mask=one_of(words.counted_after_mask),
        bare_before=_ending(words.bare_before),
        bare_after=one_of(words.bare_after),
        one_verb_before=_ending(words.one_verbs, tail="[了过]?"),
        not_one_before=_ending(words.not_one),
        fixed=one_of(words.fixed),
        fixed_but=one_of(words.fixed_but),
        about_before=re.compile(rf"(?:{_any(words.about_before)})\Z|{_any(words.at_least)}"),
        about_after=one_of(words.about_after),
        per=one_of(("每", *words.periods)),
        period=_period(words),
        total=one_of(words.totals),
        true_total=re.compile(rf"(?:{_any(words.not_totals)})|(?P<total>{_any(words.totals)})"),
        subset=one_of(words.subsets),
        new_count=one_of((*words.one_verbs, *words.totals, "。", "\n")),
        claim=_claim(words),
        aim=one_of(words.not_zero),
        party=one_of(words.party_words),
        business=one_of(words.business_words),
    )
