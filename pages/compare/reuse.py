"""雷同: which passages stand in two reports, in two years of one unit, or twice in one report."""

from analysis.briefing.units import one_name_a_unit
from analysis.comparing.reuse.pairs import chosen, in_matrix, looked_at, of_pair, reuse_matrix, reuse_pairs
from analysis.comparing.reuse.sentences import title_reuse
from analysis.drawing import reuse as drawing
from analysis.tables.comparing.reuse import RELATIONS, REUSE_MATRIX, REUSE_PAIRS
from pages.parts.card import chart_card
from pages.parts.comparisons import reused
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.paging import page_of
from pages.parts.reuse import method, nothing_found, passage_panel
from pages.parts.view import current

CHARTS = {"matrix": "矩阵", "pairs": "排序"}
MATRIX = BARS = 40

view = current()
with headline("雷同"):
    relation = pick("比什么", "relation", RELATIONS)
    chart = pick("图", "reuse", CHARTS) if relation == "units" else "pairs"
unfiltered("本页", "part", "dimension", "theme")
found = chosen(reused(view.loaded), view.choice.documents, relation)
pairs = reuse_pairs(found, view.labels, view.documents)
title = title_reuse(pairs, relation, looked_at(one_name_a_unit(view.documents), relation))

clicked = None
if pairs.empty:
    nothing_found(title)
elif chart == "matrix":
    table = reuse_matrix(pairs, in_matrix(pairs, view.labels, MATRIX))
    row = chart_card(drawing.reuse_matrix(table, title), table, REUSE_MATRIX, "雷同矩阵", title)
    clicked = None if row is None else (table["document_id"][row], table["other_id"][row])
else:
    pairs = pairs.iloc[page_of(len(pairs), BARS, "pairs")].reset_index(drop=True)
    row = chart_card(drawing.pair_bars(pairs, title), pairs, REUSE_PAIRS, f"雷同{RELATIONS[relation]}", title)
    clicked = None if row is None else (pairs["document_id_a"][row], pairs["document_id_b"][row])

if clicked is not None and not (shown := of_pair(found, *clicked)).empty:
    passage_panel(view, shown)
method()
