"""核查: what a reviewer should look into, duty by duty and line by line."""

import pandas as pd

from analysis.comparing.checks.checking import decided
from analysis.comparing.checks.titles import title_checks, title_duties, title_quality
from analysis.drawing.duties import duty_matrix, quality_matrix
from analysis.tables.comparing.checks import DUTY_STATES, QUALITY
from pages.parts.card import chart_card
from pages.parts.checklist import checklist, decisions
from pages.parts.comparisons import checked
from pages.parts.evidence import evidence_panel
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.paging import UNITS, chunk
from pages.parts.view import current

CHARTS = {"lines": "核查事项", "duties": "职责清单", "quality": "写得实不实"}

view = current()
made = checked(view.loaded)
documents = view.choice.documents
with headline("核查"):
    chart = pick("看什么", "checks", CHARTS)
    shown = documents if chart == "lines" else chunk(documents, UNITS, "check-units")
unfiltered("本页", "part", "dimension", "theme")


def own(name: str) -> pd.DataFrame:
    """The rows of the chosen reports."""
    return made[name][made[name]["document_id"].isin(shown)].reset_index(drop=True)


if chart == "lines":
    checks = decided(own("checks"), decisions())
    checklist(view, checks, made["check_spans"], title_checks(checks))
else:
    duties = chart == "duties"
    table = own("duty_states" if duties else "quality")
    title = title_duties(table, view.counted) if duties else title_quality(table)
    figure = duty_matrix(table, title) if duties else quality_matrix(table, title)
    row = chart_card(figure, table, DUTY_STATES if duties else QUALITY, CHARTS[chart], title)
    if row is not None:
        cell = table.iloc[row]
        key, name = ("duty_id", cell["duty"]) if duties else ("measure_id", cell["measure"])
        spans = own("duty_spans" if duties else "quality_spans")
        evidence_panel(
            view,
            spans[spans["document_id"].eq(cell["document_id"]) & spans[key].eq(cell[key])],
            f"{cell['label']}　{name}",
        )
