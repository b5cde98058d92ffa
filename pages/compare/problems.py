"""存在问题: what units admit, what they plan against it, and how concretely they say so."""

from analysis.comparing.problems.cards import spans_of
from analysis.comparing.problems.counts import by_category, by_response, by_wording, shared
from analysis.comparing.problems.titles import title_categories, title_responses, title_shared, title_wording
from analysis.drawing.bars import bars
from analysis.drawing.problems import problem_matrix
from analysis.tables.comparing.problems import PROBLEM_MATRIX
from analysis.tables.comparing.shared import RANKING
from pages.parts.card import chart_card
from pages.parts.evidence import evidence_panel
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.paging import UNITS, chunk
from pages.parts.problems import card_list, found_cards, method, pick_report, problem_map
from pages.parts.view import current

CHARTS = {
    "kinds": "类别",
    "responses": "有无回应",
    "shared": "共性问题",
    "wording": "套话与具体",
    "map": "问题与计划",
    "cards": "逐条",
}
COLUMNS = {"kinds": "category_ids", "shared": "category_ids", "responses": "response", "wording": "wording"}

view = current()
cards, counted, document = found_cards(view), view.counted, None
with headline("存在问题"):
    chart = pick("看什么", "problems", CHARTS)
    if chart == "map" and len(cards):
        document = pick_report(view, cards)
unfiltered("本页", "part", "dimension", "theme")

responses = by_response(cards, view.labels, view.documents)
if document:
    problem_map(view, cards, document)
elif chart in ("cards", "map"):
    card_list(view, cards, title_responses(responses, counted))
else:
    kinds = by_category(cards, view.labels, view.documents, view.loaded.codebook)
    wordings = by_wording(cards, view.labels, view.documents)
    table, title = {
        "kinds": (kinds, title_categories(kinds, counted)),
        "responses": (responses, title_responses(responses, counted)),
        "wording": (wordings, title_wording(wordings, counted)),
        "shared": (shared(kinds), title_shared(shared(kinds), counted)),
    }[chart]
    if chart == "shared":
        row = chart_card(bars(table, title, counted), table, RANKING, "共性问题", title, measure=counted)
    else:
        documents = chunk(view.choice.documents, UNITS, "problem-units")
        table = table[table["document_id"].isin(documents)].reset_index(drop=True)
        row = chart_card(problem_matrix(table, title), table, PROBLEM_MATRIX, f"存在问题{CHARTS[chart]}", title)
    if row is not None:
        cell = table.iloc[row]
        told, value = (view.choice.documents, "item") if chart == "shared" else ([cell["document_id"]], "group")
        spans = spans_of(cards, told, COLUMNS[chart], cell[f"{value}_id"])
        if len(spans):
            evidence_panel(view, spans, f"{cell.get('label', '所选各份报告')}　{cell[value]}")
method()
