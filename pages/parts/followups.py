"""What a unit wrote last period beside what it writes now."""

import pandas as pd
import streamlit as st

from analysis.comparing.evidence import evidence_by
from analysis.comparing.trends.follow import AGAIN, ANSWERED, PLAN, PROBLEM, most_to_tell
from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.comparing.trends import FOLLOW_UPS
from pages.parts.download import download
from pages.parts.text import as_html, marked
from pages.parts.view import View

KINDS = {PLAN: "上期计划", PROBLEM: "上期问题"}
CALM = (ANSWERED, AGAIN)


def pick_unit(periods: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The periods of the unit that is chosen among UNIT_PERIODS; first comes the one of which FOLLOW_UPS tell most."""
    weight = periods["document_id"].map(most_to_tell(found)).fillna(0)
    names = periods.assign(weight=weight).groupby("unit_id", sort=False)
    names = names.agg(unit=("unit", "first"), told=("period", "、".join), weight=("weight", "sum"))
    names = names.sort_values("weight", ascending=False, kind="stable")
    chosen = st.selectbox(
        "哪家单位",
        names.index.to_list(),
        format_func=lambda key: f"{names.loc[key, 'unit']}（{names.loc[key, 'told']}）",
        key="trend_unit",
        bind="query-params",
        width=420,
    )
    return periods[periods["unit_id"].eq(chosen)].reset_index(drop=True)


def no_periods(view: View) -> None:
    """Says what is needed for this page."""
    masked = int(view.documents["unit_masked"].fillna(value=False).sum())
    hidden = f"现有报告中{masked}份的单位名被遮盖，不能据以认定是同一单位。" if masked else ""
    st.info(
        "趋势要比较同一单位的两期或多期报告，所选报告里没有这样的单位。请在左侧一并上传上一年（或上一季度）的报告；"
        f"两期报告的标题要写明同一个单位名称和年度，年度报告只与年度报告比，季度报告只与季度报告比。{hidden}",
        icon=":material/info:",
    )


def follow_list(view: View, periods: pd.DataFrame, found: pd.DataFrame, spans: pd.DataFrame) -> None:
    """Shows FOLLOW_UPS, last period's words on the left and this period's sentences on the right."""
    names = dict(zip(periods["document_id"], periods["period"], strict=True))
    own = spans[spans["follow_up_id"].isin(found["follow_up_id"])]
    sentences = evidence_by("follow_up_id", view.loaded.tables, view.loaded.labels, own)
    for kind, heading in KINDS.items():
        own = found[found["kind"].eq(kind)]
        if len(own):
            pairs = "".join(_pair(row, names, sentences.get(row["follow_up_id"])) for row in own.to_dict("records"))
            st.html(f"<div class='group'>{heading}，本期怎么说</div>{pairs}")
    download(
        "下载这张对照表（CSV）",
        lambda: csv_in_words(FOLLOW_UPS, found, names),
        "上期与本期对照.csv",
        "text/csv",
    )


def _pair(row: dict[str, str], names: dict[str, str], sentences: pd.DataFrame | None) -> str:
    """One of FOLLOW_UPS as HTML; `sentences` is the EVIDENCE of this period, if there is any."""
    tone = "calm" if row["state"] in CALM else "loud"
    if row["kind"] == PROBLEM:
        tone = "calm" if sentences is None else "loud"
    left = f"<small>{as_html(names[row['earlier_id']])}</small><br>{as_html(row['quote'])}"
    right = f"<small>{as_html(names[row['later_id']])}　<b class='{tone}'>{row['state']}</b></small><br>"
    right += f"{'' if sentences is None else _marked(sentences)}<small>{as_html(row['why'])}</small>"
    return f"<div class='pair'><div>{left}</div><div>{right}</div></div>"


def _marked(rows: pd.DataFrame) -> str:
    lines = []
    for _, one in rows.groupby("sentence_id", sort=False):
        marks = zip(one["mark_start"].astype(int), one["mark_end"].astype(int), strict=True)
        lines.append(f"<div>{marked(one['text'].iloc[0], marks)}</div>")
    return "".join(lines)
