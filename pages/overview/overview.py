"""总览: what is loaded, what stands out, and who writes about what."""

import streamlit as st

from analysis.comparing.coverage import coverage
from analysis.comparing.evidence import cue_spans, select_codings
from analysis.comparing.keyfigures import key_figures
from analysis.comparing.titles import title_coverage
from analysis.drawing.coverage import by_unit, coverage_matrix
from analysis.tables.comparing.themes import COVERAGE
from pages.parts.card import chart_card
from pages.parts.evidence import evidence_panel
from pages.parts.failures import failure_list
from pages.parts.filters import unfiltered
from pages.parts.findings import finding_evidence, finding_list, found_in
from pages.parts.lists import document_list, figure_row, notice
from pages.parts.paging import UNITS, chunk
from pages.parts.view import current

view = current()
tables, counts, manual = view.loaded.tables, view.whole, view.loaded.codebook
notice(view)
figure_row(key_figures(tables, view.labels, counts))
failure_list(tables["failures"])

found = found_in(view)
left, right = st.columns([2, 3], gap="medium")
with left:
    st.subheader("值得注意", anchor=False)
    unfiltered("“值得注意”和上方数字", "part")
    unfiltered("问题、核查、雷同、趋势和披露率方面的发现", "dimension", "theme")
    finding_list(found["findings"], found["finding_spans"])
with right:
    data = by_unit(coverage(view.block, view.labels, manual))
    title = title_coverage(data, view.counted, view.choice.roles)
    data = data[data["document_id"].isin(chunk(view.choice.documents, UNITS, "overview-units"))]
    row = chart_card(coverage_matrix(data, title), data, COVERAGE, "单位与维度覆盖", title)

finding_evidence(view, found["findings"], found["finding_spans"])
if row is not None:
    cell = data.iloc[row]
    codes = [t.id for t in manual.themes if t.dimension == cell["dimension_id"] and t.id in counts.codes]
    codings = select_codings(tables["codings"], [cell["document_id"]], codes, view.choice.roles)
    evidence_panel(view, cue_spans(codings), f"{cell['label']}　{cell['dimension']}")
document_list(view)
