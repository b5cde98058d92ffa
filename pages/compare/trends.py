"""趋势: what one unit wrote last period, and what it writes now."""

import streamlit as st

from analysis.comparing.trends.series import indicator_series, problem_series, series_spans, theme_series
from analysis.comparing.trends.titles import title_follow_ups, title_series
from analysis.drawing.trend import trend_matrix
from analysis.tables.comparing.trends import TREND
from pages.parts.card import chart_card
from pages.parts.comparisons import followed
from pages.parts.evidence import evidence_panel
from pages.parts.filters import unfiltered
from pages.parts.followups import follow_list, no_periods, pick_unit
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.text import as_markdown
from pages.parts.view import current

CHARTS = {"follow": "问题与计划", "themes": "主题", "indicators": "指标", "problems": "问题类别"}

view = current()
loaded, choice = view.loaded, view.choice
made = followed(loaded)
periods = made["unit_periods"]
periods = periods[periods["document_id"].isin(choice.documents)]
periods = periods[periods.groupby("unit_id")["order"].transform("size").gt(1)]
with headline("趋势"):
    chart = pick("看什么", "trend", CHARTS)
    own = pick_unit(periods, made["follow_ups"]) if len(periods) else periods
if chart != "themes":
    unfiltered("这里", "part", "dimension", "theme")
if own.empty:
    no_periods(view)
elif chart == "follow":
    found = made["follow_ups"]
    found = found[found["later_id"].isin(own["document_id"]) & found["earlier_id"].isin(own["document_id"])]
    st.subheader(as_markdown(f"{own['unit'].iloc[0]}：{title_follow_ups(found)}"), anchor=False)
    follow_list(view, own, found, made["follow_up_spans"])
else:
    unit = own["unit"].iloc[0]
    if chart == "themes":
        block = loaded.cube.of(own["document_id"].to_list(), choice.codes, choice.roles)
        table = theme_series(block, loaded.codebook, own)
    else:
        series = indicator_series if chart == "indicators" else problem_series
        table = series(loaded.tables, loaded.codebook, own)
    title = f"{unit}：{title_series(table, CHARTS[chart])}"
    row = chart_card(trend_matrix(table, title), table, TREND, f"趋势{CHARTS[chart]}{unit}", title)
    if row is not None:
        cell = table.iloc[row]
        spans = series_spans(loaded.tables, chart, cell["item_id"], cell["document_id"], choice.roles)
        evidence_panel(view, spans, f"{unit}　{cell['period']}　{cell['item']}")
