"""数量指标: the numbers that units report, hide or leave out, and the claims of none."""

from analysis.comparing.indicators.cells import comparable_rates, mentioned
from analysis.comparing.indicators.disclosure import disclosure, lowest_first, masked_spans
from analysis.comparing.indicators.numbers import number_spans
from analysis.comparing.indicators.ranking import rank_cells, usual_family
from analysis.comparing.indicators.titles import DOMAINS, title_disclosure, title_indicators, title_rank
from analysis.drawing.disclosure import disclosure_bars
from analysis.drawing.indicators import indicator_bars, indicator_matrix
from analysis.tables.comparing.indicators import DISCLOSURE, INDICATOR_CELLS
from pages.parts.card import chart_card
from pages.parts.evidence import evidence_panel
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.numbers import (
    CHARTS,
    MEASURES,
    SCOPES,
    UNFILTERED,
    found_cells,
    free_list,
    no_indicators,
    pick_indicator,
    zero_list,
)
from pages.parts.paging import UNITS, chunk, rows_of
from pages.parts.view import current

view = current()
tables, documents = view.loaded.tables, view.choice.documents
with headline("数量指标"):
    chart = pick("看什么", "numbers", CHARTS)
    measure = pick("数值", "amount", MEASURES) if chart in ("table", "rank") else "value"
    scope = pick("指标", "indicators", SCOPES) if chart == "table" else "mentioned"
    domain = pick("党务还是业务", "domain", DOMAINS) if chart in ("disclosure", "free") else "party"
    if chart == "table":
        documents = chunk(documents, UNITS, "number-units")
unfiltered("这里的数字", *UNFILTERED[chart])

if chart in ("table", "rank"):
    cells = found_cells(view)
    cells = comparable_rates(cells) if measure == "per_thousand" else cells
    title = title_indicators(cells, view.counted)
    cells = mentioned(cells) if scope == "mentioned" else cells
    if cells.empty:
        no_indicators()
row = None
if chart == "table":
    cells = cells[cells["document_id"].isin(documents)].reset_index(drop=True)
    rates = disclosure(tables, view.labels, documents, "party")
    figure = indicator_matrix(cells, rates, measure, title)
    row = chart_card(figure, cells, INDICATOR_CELLS, "数量指标", title, measure=measure)
elif chart == "rank":
    cells = rank_cells(cells, pick_indicator(cells), measure)
    title, family = title_rank(cells, view.counted, measure), usual_family(cells)
    cells = rows_of(cells, UNITS, "number-units")
    name = f"数量指标{cells['indicator'].iloc[0]}"
    figure = indicator_bars(cells, measure, title, family)
    row = chart_card(figure, cells, INDICATOR_CELLS, name, title, measure=measure)
elif chart == "disclosure":
    rates = lowest_first(disclosure(tables, view.labels, documents, domain))
    title = title_disclosure(rates, domain, view.counted)
    rates = rows_of(rates, UNITS, "number-units")
    figure = disclosure_bars(rates, title)
    row = chart_card(figure, rates, DISCLOSURE, f"披露率{DOMAINS[domain]}", title, measure=domain)
elif chart == "zero":
    zero_list(view)
else:
    free_list(view, domain)

if row is not None and chart == "disclosure":
    evidence_panel(view, masked_spans(tables, rates["document_id"][row], domain), f"{rates['label'][row]}　披露率")
elif row is not None:
    spans = number_spans(tables, cells["quantity_ids"][row].split(";"))
    evidence_panel(view, spans, f"{cells['label'][row]}　{cells['indicator'][row]}")
