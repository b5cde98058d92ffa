"""Tells headings from text.

The words behind a mark, up to the first 。！？： or the end of the line, are its heading where they are short, state
no result (no 了, no number) and have a text of their own behind them before the next mark of that level. On a line of
its own a heading may be longer. A short line without any mark is a heading too, where a longer text stands below it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.coding.structure.markers import ITEM_LEVEL, Marker
from analysis.phrases import one_of

LONGEST_OWN_LINE = 60
LONGEST_RUN_IN = 45
LONGEST_ITEM_RUN_IN = 30
LONGEST_PIECE = 22
LONGEST_BARE = 25
_AS_WIDE = 0.75
_RESULT = re.compile(r"了|\d|\*|[xX]{1,3}(?![a-zA-Z])|〔[.…]+〕")
_YEAR = re.compile(r"20\d\d年")  # names a part (2024年工作打算), states no result
_STOP = re.compile(r"[。!?:;\n]|$")
_BARE_LINE = re.compile(rf"^[^\n,。;:!?]{{2,{LONGEST_BARE}}}$", re.MULTILINE)
_BRACKETED = re.compile(r"^【[^】\n]{2,20}】", re.MULTILINE)
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_PARTS = 2  # the levels whose headings name parts
_LONGER = (
    *("整改", "情况", "原因", "剖析", "分析", "方面", "清单", "思路", "措施", "安排", "计划", "打算", "方向", "建议"),
    *("重点", "落实", "完成", "兑现", "执行", "进展", "[的和与及或]"),
)
_NUMBER_LIKE = re.compile(r"[(\d①-⑳]|.{1,2}、|.是")


class Heading(NamedTuple):
    """From `start` (its mark, if it has one) over the words from `words` to `end`."""

    level: int
    start: int
    words: int
    end: int


@lru_cache(maxsize=4)
def _glued(names: tuple[str, ...]) -> re.Pattern[str]:
    """The name of a part, and behind it neither a mark nor what makes it part of a longer name."""
    longer = "|".join(_LONGER)
    return re.compile(rf"(?:20\d\d年度?)?(?:{one_of(names).pattern})(?!{longer})(?=[\u4e00-\u9fff\d(])")


def _short_enough(words: str, level: int) -> bool:
    pieces = words.rstrip("。!?:").split(",")
    item = level >= ITEM_LEVEL - 1
    longest, most = (LONGEST_ITEM_RUN_IN, 2) if item else (LONGEST_RUN_IN, 4)
    short = len(words) <= longest and len(pieces) <= most and max(map(len, pieces)) <= LONGEST_PIECE
    return short and not _RESULT.search(_YEAR.sub("", words))


def heading_end(folded: str, marker: Marker, next_mark: int, limit: int, names: tuple[str, ...] = ()) -> int:
    """Where the heading behind `marker` ends; the mark's own end where it has none.

    Args:
        folded: the folded text.
        marker: the mark.
        next_mark: where the next mark of any level starts.
        limit: where the next mark of its level or above starts, or the body ends.
        names: parts that a heading names with the text right behind it (三、努力方向一要…).
    """
    runs_on = limit - marker.end > LONGEST_OWN_LINE and "\n" not in folded[marker.end : marker.end + LONGEST_OWN_LINE]
    if runs_on and marker.level <= _PARTS and (glued := _glued(names).match(folded, marker.end, limit)):
        return glued.end()
    hit = _STOP.search(folded, marker.end, min(next_mark, limit))
    stop, end = (hit.start(), hit.end()) if hit else (next_mark, next_mark)
    words = folded[marker.end : end].strip()
    if not words or folded[stop : stop + 1] == ";" or not folded[end:limit].strip():
        return marker.end
    own_line = folded[end - 1] == "\n" or folded[end : end + 1] in {"", "\n"} or end == next_mark
    if own_line and marker.level < ITEM_LEVEL and words[-1] not in "。!?,":
        return stop if len(words) <= LONGEST_OWN_LINE else marker.end
    return end if _short_enough(words, marker.level) else marker.end


def _is_wrapped(line: str, below: str) -> bool:
    """Whether the line is the first of a paragraph in lines of one length, as the next one goes on below itself."""
    return below[-1] not in "。!?;:" and len(below) <= LONGEST_OWN_LINE and len(line) >= _AS_WIDE * len(below)


def bare_headings(folded: str, start: int, end: int, level: int) -> list[Heading]:
    """Headings without a mark between `start` and `end`, all of the given level."""
    bracketed = _BRACKETED.finditer(folded, start, end)
    out = [Heading(level, hit.start(), hit.start(), hit.end()) for hit in bracketed]
    for hit in _BARE_LINE.finditer(folded, start, end):
        line_end = folded.find("\n", hit.end() + 1, end)
        below = folded[hit.end() + 1 : line_end if line_end >= 0 else end]
        if len(below) <= LONGEST_BARE or _is_wrapped(hit[0], below):
            continue
        if _WORDS.search(hit[0]) and not _NUMBER_LIKE.match(hit[0]) and not hit[0].startswith("【"):
            out.append(Heading(level, hit.start(), hit.start(), hit.end()))
    return out
