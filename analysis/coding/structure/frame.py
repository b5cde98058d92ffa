"""What stands around a report's body: title, salutation, signature, date, attachments.

None of these belongs to a part of the report. The title is the run of short lines at the top, none of which reads
like a sentence and one of which says what kind of paper this is; the salutation is a short line that ends with a
colon; the signature is the run of short lines at the bottom that are names of a unit or dates.
"""

import re
from dataclasses import dataclass

from analysis.lexicon.coding import RoleWords
from analysis.phrases import one_of

LONGEST_TITLE_LINE = 60
LONGEST_SALUTATION = 40
TITLE_LINES = 5
_NUMERAL = "[一二三四五六七八九十]"
_MARKED = re.compile(rf"{_NUMERAL}{{1,3}}、|\((?:{_NUMERAL}|\d){{1,3}}\)|\d{{1,2}}[.、]|[①-⑳]|[一二三]是|序号")
_OPENS = re.compile(r"\s*(?:为[^\n]|根据|按照|今年|近年|一年来|自|在|我).{10,}")
_SENTENCE_END = re.compile(r"[。;!?,]$")
_SIGNATURE = re.compile(  # a date, a page number, or a name that ends like a unit's
    r"\(?(?:二[〇○零0]..|\d{4}|\*{1,4}|[xX]{1,4})年.{1,6}月(?:.{1,4}日)?\)?|-?\d{1,3}-?|第\d{1,3}页.*"
    r"|[^,。;:!?、]{0,28}(?:局|委|委员会|部|办|办公室|厅|院|校|学|公司|会|组|处|室|站|所|队|镇|乡|街道|社区|支部|中心)"
)
_RUN_IN_TITLE = re.compile(
    rf"(?!{_NUMERAL}{{1,3}}、|\()[^,。;:!?\n]{{4,50}}?(?:"
    r"(?:报告|汇报|总结|材料)(?=(?:一、|根据|按照|今年|20\d\d年|为|在|自|我|近年|本人|现将))"
    r"|(?:报告|汇报|总结|材料|通报|措施|情况|打算)(?=(?:(?!的)[^,。;:\n]{2,14}:)?(?:根据|按照|现将|会前|受|接到|20\d\d年)))"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Spans of title and salutation (empty where there is none), and where the body starts and ends."""

    title: tuple[int, int]
    addressee: tuple[int, int]
    body_start: int
    body_end: int


def _lines(folded: str) -> list[tuple[int, int]]:
    return [(hit.start(), hit.end()) for hit in re.finditer(r"[^\n]*[^\s][^\n]*", folded)]


def _is_title_line(line: str) -> bool:
    return (
        len(line) <= LONGEST_TITLE_LINE
        and not _MARKED.match(line)
        and not _SENTENCE_END.search(line)
        and not line.endswith(":")
    )


def _title_lines(folded: str, lines: list[tuple[int, int]], titles: re.Pattern[str]) -> int:
    """How many lines at the top are the title; 0 where no line names the kind of paper."""
    count = 0
    while count < min(TITLE_LINES, len(lines) - 1) and _is_title_line(folded[slice(*lines[count])]):
        count += 1
    run = [folded[slice(*line)] for line in lines[:count]]
    kinds = [titles.search(line) is not None for line in run]
    if any(kinds) and any("," in line or _OPENS.match(line) for line in run):  # the first lines of a wrapped paragraph
        return 1 + next(i for i, kind in enumerate(kinds) if kind)
    return count if any(kinds) else 0


def _is_salutation(line: str, words: RoleWords) -> bool:
    if len(line) > LONGEST_SALUTATION or not line.endswith(":") or _MARKED.match(line):
        return False
    lists = words.intro_ends, words.intro_lead, words.problem_headings, words.work_headings
    return not any(one_of(leads).search(line) for leads in lists)


def _body_end(folded: str, lines: list[tuple[int, int]], first: int, attachments: re.Pattern[str]) -> int:
    """Where the body ends: before attachments, then before the last lines that end with no mark."""
    last = len(lines)
    for index in range(max(first + 1, len(lines) - 6), len(lines)):
        start, end = lines[index]
        if attachments.match(folded, start) and end - start <= LONGEST_TITLE_LINE:
            last = index
            break
    while last - 1 > first:
        line = folded[slice(*lines[last - 1])]
        if not _SIGNATURE.fullmatch(line):
            break
        last -= 1
    return lines[last - 1][1] if lines else 0


def find_frame(folded: str, words: RoleWords) -> Frame:
    """Finds what stands around the body of a report; a text without any of it is all body."""
    lines = _lines(folded)
    if not lines:
        return Frame((0, 0), (0, 0), 0, 0)
    count = _title_lines(folded, lines, one_of(words.titles))
    title = (lines[0][0], lines[count - 1][1]) if count else (0, 0)
    start, addressee = (lines[count][0] if count < len(lines) else title[1]), (0, 0)
    if not count and (run_in := _RUN_IN_TITLE.match(folded, lines[0][0])):
        title, start = run_in.span(), run_in.end()
    if count < len(lines) and start == lines[count][0] and _is_salutation(folded[slice(*lines[count])], words):
        addressee = lines[count]
        count += 1
        start = lines[count][0] if count < len(lines) else addressee[1]
    end = max(start, _body_end(folded, lines, count, one_of(words.attachments)))
    return Frame(title, addressee, start, end)
