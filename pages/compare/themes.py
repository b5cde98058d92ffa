"""主题对比: which unit writes about which theme, how much, and in which words."""

from analysis.comparing.base import part_name, told_parts
from analysis.comparing.crosstab import crosstab
from analysis.comparing.evidence import cue_spans, select_codings
from analysis.comparing.ranking import rank_themes, rank_units
from analysis.comparing.titles import title_crosstab, title_themes, title_units
from analysis.drawing.bars import bars
from analysis.drawing.heatmap import heatmap
from analysis.tables.comparing.shared import RANKING
from analysis.tables.comparing.themes import CROSSTAB
from pages.parts.card import chart_card
from pages.parts.evidence import evidence_panel
from pages.parts.headline import headline
from pages.parts.names import MEASURE_WORDS, MEASURES, pick
from pages.parts.paging import UNITS, chunk, rows_of
from pages.parts.view import current

CHARTS = {"heatmap": "热图", "units": "单位排序", "themes": "主题排序"}

view = current()
loaded, choice = view.loaded, view.choice
with headline("主题对比"):
    chart = pick("图", "chart", CHARTS)
    measure = pick("数什么", "measure", MEASURES) if chart != "themes" else "covered"
    documents = chunk(choice.documents, UNITS, "units") if chart == "heatmap" else choice.documents
table = crosstab(view.block, loaded.labels, loaded.codebook)
part = part_name(choice.roles)

if chart == "heatmap":
    title = title_crosstab(table, choice.roles, view.counted)
    table = table[table["document_id"].isin(documents)].reset_index(drop=True)
    row = chart_card(heatmap(table, measure, title), table, CROSSTAB, f"主题对比{part}", title, measure=measure)
    clicked = None if row is None else (table["document_id"][row], table["code_id"][row])
elif chart == "units":
    table = rank_units(table, measure)
    title = title_units(table, measure, f"{view.subject}（{told_parts(choice.roles)}）")
    table = rows_of(table, UNITS, "units")
    word = MEASURE_WORDS[measure]
    row = chart_card(bars(table, title, word), table, RANKING, f"单位排序{part}", title, measure=word)
    clicked = None if row is None else (table["item_id"][row], None)
else:
    table = rank_themes(table)
    title = title_themes(table, view.counted, choice.roles)
    figure = bars(table, title, view.counted)
    row = chart_card(figure, table, RANKING, f"主题排序{part}", title, measure=view.counted)
    clicked = None if row is None else (None, table["item_id"][row])

if clicked is not None:
    document, code = clicked
    codings = select_codings(
        loaded.tables["codings"],
        choice.documents if document is None else [document],
        choice.codes if code is None else [code],
        choice.roles,
    )
    evidence_panel(view, cue_spans(codings), view.heading(document, code))
