"""Admitted problems on screen: as cards, and beside the measures that answer them."""

import pandas as pd
import streamlit as st

from analysis.comparing.problems.cards import (
    ANSWERED,
    NO_PLAN,
    RESPONSES,
    SPAN,
    problem_links,
)
from analysis.comparing.problems.titles import title_links
from analysis.comparing.problems.wording import CONCRETE, STOCK
from analysis.tables.comparing.problems import PROBLEM_CARDS, PROBLEM_LINKS
from pages.parts.basket import list_card
from pages.parts.comparisons import carded
from pages.parts.evidence import evidence_panel, forget
from pages.parts.paging import page_of
from pages.parts.text import as_html, as_markdown
from pages.parts.view import View

PAGE = 12
METHOD = f"""
- **条数**：一条是报告写到的一个问题，检查、巡察报告里是对被查单位指出的。
  概括下文的总括句不计入条数；报告只有总括句的，照计。一条可有几个类别，在各类别下各计一次，合计只计一次。
- **有无回应**：{ANSWERED}＝报告的计划里有措施直接对着这个问题；只同主题＝有措施涉及同一主题，没有说到问题本身；
  未见回应＝写了计划，没有一条涉及；{NO_PLAN}＝没有写计划部分。由词表和位置判断，依据逐条列出，请对照原文。
- **{STOCK}与{CONCRETE}**：问题里有数字、时间、《》文件、引用的谁说的话（固定套语除外）、点名的地方或项目、
  看得见的事项或做法（词表 data/lexicons/wording.yaml），有一样就算{CONCRETE}；一样都没有的算{STOCK}，
  换到哪家单位都说得通。
- 左侧“部分”“维度”“主题”的选择不影响本页。
"""


def found_cards(view: View) -> pd.DataFrame:
    """PROBLEM_CARDS that count, of the chosen reports; made once for the same reports."""
    cards = carded(view.loaded)
    return cards[cards["document_id"].isin(view.choice.documents)].reset_index(drop=True)


def method() -> None:
    """What is counted and how it is judged."""
    with st.expander("说明：怎样算一条问题、算回应、算套话"):
        st.markdown(METHOD)


def pick_report(view: View, cards: pd.DataFrame) -> str | None:
    """One of the chosen reports that admit problems; none where none does."""
    names = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    options = list(dict.fromkeys(cards["document_id"]))
    chosen: str | None = st.selectbox(
        "哪一份报告", options, format_func=names.get, key="problem_unit", bind="query-params", width=420
    )
    return chosen


def card_list(view: View, cards: pd.DataFrame, title: str) -> None:
    """Shows PROBLEM_CARDS with filters, a page at a time, and the sentences of the one that was opened."""
    st.subheader(as_markdown(title), anchor=False)
    shown = _filtered(cards)
    part = shown.iloc[page_of(len(shown), PAGE, "problem-page")]
    if shown.empty:
        st.html("<p class='note'>没有这样的问题。可以换一个条件，或放宽左侧的筛选。</p>")
    with st.container(key="problem-cards", gap="xsmall"):
        for row in part.to_dict("records"):
            _card(row)
    list_card(shown, PROBLEM_CARDS, "自述问题", title)
    _opened(view, cards.assign(key=cards["problem_id"]))


def _filtered(cards: pd.DataFrame) -> pd.DataFrame:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        responses = st.pills("有无回应", list(RESPONSES), selection_mode="multi", key="problem_response")
        wordings = st.pills("写法", [CONCRETE, STOCK], selection_mode="multi", key="problem_wording")
        kinds = list(dict.fromkeys(name for entry in cards["categories"] for name in entry.split("、")))
        chosen = st.multiselect("类别", kinds, key="problem_kind", placeholder="全部类别", width=320)
    shown = cards[cards["response"].isin(responses)] if responses else cards
    shown = shown[shown["wording"].isin(wordings)] if wordings else shown
    return shown[[not chosen or bool({*entry.split("、")} & {*chosen}) for entry in shown["categories"]]]


def _card(row: dict[str, str]) -> None:
    tone = "calm" if row["response"] == ANSWERED else "loud"
    words = f"具体写到：{as_html(row['objects'])}" if row["objects"] else "没有写到具体的事"
    _line(
        f"<b>{as_html(row['label'])}</b>　第{row['number']}条　{_tags(row['categories'])}"
        f"<b class='{tone}'>{row['response']}</b>　{row['wording']}<br>{as_html(row['quote'])}"
        f"<br><small>欠缺词：{as_html(row['cue'] or '无')}　{words}</small>",
        row["problem_id"],
    )


def _tags(names: str) -> str:
    return "".join(f"<span class='kind'>{as_html(name)}</span>　" for name in names.split("、"))


def _line(body: str, key: str) -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.html(f"<div class='check'>{body}</div>", width="stretch")
        st.button("看原文", key=f"open-{key}", type="tertiary", on_click=_open, args=(key,))


def _open(key: str) -> None:
    forget()
    st.session_state["finding"] = key


def _opened(view: View, entries: pd.DataFrame) -> None:
    """The sentences of the one of `entries` (key, label, document_id, start, end) that was opened."""
    own = entries[entries["key"].eq(st.session_state.get("finding"))]
    if len(own):
        evidence_panel(view, own[SPAN], f"{own['label'].iloc[0]}　第{own['number'].iloc[0]}条")


def problem_map(view: View, cards: pd.DataFrame, document: str) -> None:
    """Shows the problems of `document` on the left, its plans on the right, linked by numbers and reasons."""
    own = cards[cards["document_id"].eq(document)]
    label = own["label"].iloc[0]
    links = problem_links(view.loaded.tables, own, document)
    title = title_links(own, label)
    st.subheader(as_markdown(title), anchor=False)
    plans = links.dropna(subset="plan_id").sort_values("plan_number", kind="stable")
    left, right = st.columns(2, gap="medium")
    with left, st.container(key="problem-cards", gap="xsmall"):
        st.html("<div class='group'>问题</div>")
        for row in own.to_dict("records"):
            _problem(row, links[links["problem_id"].eq(row["problem_id"])].dropna(subset="plan_id"))
    with right, st.container(key="plan-cards", gap="xsmall"):
        st.html("<div class='group'>计划</div>")
        if plans.empty:
            st.html("<p class='note'>这份报告没有写计划，或计划里没有认出措施。</p>")
        for key, found in plans.groupby("plan_id", sort=False):
            _plan(str(key), found)
    list_card(links, PROBLEM_LINKS, f"问题与计划{label}", title)
    planned = view.loaded.tables["plans"].merge(plans[["plan_id", "plan_number"]].drop_duplicates(), on="plan_id")
    planned = planned.assign(key=planned["plan_id"], number=planned["plan_number"], label=f"{label}　计划")
    _opened(view, pd.concat([own.assign(key=own["problem_id"], label=f"{label}　问题"), planned]))


def _problem(row: dict[str, str], links: pd.DataFrame) -> None:
    tone = "calm" if row["response"] == ANSWERED else "loud"
    reasons = "".join(
        f"<br><small>→ <i class='badge'>计划{number}</i>{how}：{as_html(why)}</small>"
        for number, how, why in links[["plan_number", "strength", "why"]].itertuples(index=False, name=None)
    )
    _line(
        f"<i class='badge own'>问题{row['number']}</i>{_tags(row['categories'])}<b class='{tone}'>{row['response']}</b>"
        f"<br>{as_html(row['quote'])}{reasons}",
        row["problem_id"],
    )


def _plan(key: str, found: pd.DataFrame) -> None:
    first = found.iloc[0]
    told = found.dropna(subset="problem_id")[["problem_number", "strength"]].itertuples(index=False, name=None)
    badges = "　".join(f"<i class='badge'>问题{number}</i>{how}" for number, how in told)
    _line(
        f"<i class='badge own'>计划{first['plan_number']}</i>{as_html(first['plan'])}"
        f"<br><small>{f'← {badges}' if badges else '没有对着哪条问题'}</small>",
        key,
    )
