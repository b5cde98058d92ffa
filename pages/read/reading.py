"""对读: the words of several reports side by side, or one report with its parts and themes in the margin."""

from analysis.comparing.evidence import cue_spans, select_codings
from analysis.comparing.reading import (
    by_category,
    by_part,
    by_theme,
    category_spans,
    most_shared,
    passage_marks,
    whole_report,
)
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.reader import pick_report, pick_reports, pick_theme, report_text, side_by_side
from pages.parts.view import current

MODES = {"theme": "按主题", "category": "按问题类别", "part": "按部分", "whole": "通读一份"}
ALL = ("part", "dimension", "theme")
UNFILTERED = {"theme": (), "category": ALL, "part": ALL[1:], "whole": ALL}

view = current()
tables, manual, choice = view.loaded.tables, view.loaded.codebook, view.choice
with headline("对读"):
    mode = pick("怎么读", "read", MODES)
    documents = [pick_report(view)] if mode == "whole" else pick_reports(view)
    codes = choice.codes
    if mode == "theme":
        codes = pick_theme(view, most_shared(tables["codings"], documents, codes))
unfiltered("所列句子", *UNFILTERED[mode])

if mode == "theme":
    passages = by_theme(tables, manual, documents, codes, choice.roles)
elif mode == "category":
    passages = by_category(tables, manual, documents)
elif mode == "part":
    passages = by_part(tables, manual, documents, choice.roles)
else:
    passages = whole_report(tables, manual, documents[0])

codings = select_codings(tables["codings"], documents, codes, choice.roles)
cues = category_spans(tables, documents) if mode == "category" else cue_spans(codings)
if mode == "theme":
    cues = cues.assign(group_id=codings["code_id"].to_numpy())
marks = passage_marks(tables, passages, cues)
if mode == "whole":
    report_text(view, passages, marks)
else:
    roles = ("problems",) if mode == "category" else choice.roles
    side_by_side(view, roles, passages, marks)
