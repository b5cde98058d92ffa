"""What should be looked at first, one at a time, each decided on by a single key."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.comparing.base import ROLE_NAMES
from analysis.reviewing.applying.wording import told as told_decision
from analysis.reviewing.decisions import Decision, Layer
from analysis.reviewing.findings import Finding, find, still_there, told
from analysis.reviewing.queue import review_queue
from analysis.reviewing.record import cue_record
from pages.parts.changing import change_form
from pages.parts.deciding import keep, made, note_key, noted, own_last, take_back
from pages.parts.filters import unfiltered
from pages.parts.text import as_html, marked
from pages.parts.view import View

LAYERS = {
    Layer.CODING: "主题",
    Layer.QUANTITY: "数量",
    Layer.PROBLEM: "问题",
    Layer.ANSWER: "回应",
    Layer.DOCUMENT: "单位和期间",
}
LISTED, SKIPPED, CHANGING, LAST = "review-listed", "review-skipped", "review-changing", "review-last"
AGAIN = 25
"""After so many decisions the order is made anew: rejected cues then count."""


def queue_panel(view: View) -> None:
    """Shows the first finding in doubt of the chosen reports, and what can be decided on it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        layers = st.pills(
            "对象",
            list(LAYERS),
            selection_mode="multi",
            format_func=LAYERS.get,
            key="review_layer",
            label_visibility="collapsed",
            persist_state="session",
        )
        head = st.container(width="content")
    unfiltered("这里的条目", "part")
    left = _left(view, layers or list(LAYERS))
    finding = find(view.loaded.tables, Layer(left["layer"].iloc[0]), left["item_id"].iloc[0]) if len(left) else None
    if finding is None:
        st.info("这里没有待复核的条目了。可以换一个对象，或放宽左侧的筛选。", icon=":material/task_alt:")
        _undo_button(view)
        return
    _item(view, finding, left["why"].iloc[0])
    head.html(f"<p class='note'>还有<b>{len(left)}</b>条待复核；左侧可按单位筛选，主题一类还可按主题筛选。</p>")


def _left(view: View, layers: list[Layer]) -> pd.DataFrame:
    """The part of the queue that is chosen, not decided on and not put off."""
    queue, chosen = _queue(view), view.choice
    stored = view.loaded.stored
    reviewed = stored.laid.applied.reviewed if stored else queue.iloc[:0]
    seen = {*(reviewed["layer"] + reviewed["item_id"]), *st.session_state.get(SKIPPED, ())}
    wanted = queue["layer"].isin([str(layer) for layer in layers]) & queue["document_id"].isin(chosen.documents)
    wanted &= queue["layer"].ne("coding") | queue["subject"].isin(chosen.codes)
    wanted &= queue["item_id"].isin(still_there(view.loaded.tables))
    return queue[wanted & ~(queue["layer"] + queue["item_id"]).isin(seen)]


def _queue(view: View) -> pd.DataFrame:
    """REVIEW_QUEUE, which keeps its order while a person works through it."""
    stored, count = view.loaded.stored, len(made(view))
    key, at, queue = st.session_state.get(LISTED, ("", 0, None))
    own = f"{stored.held.found}{sorted(stored.held.blind)}{view.loaded.codebook.model_dump_json()}" if stored else ""
    if queue is None or key != own or abs(count - at) >= AGAIN:
        reviewed = stored.laid.applied.reviewed
        record = cue_record(stored.laid.machine["codings"], reviewed)
        queue = review_queue(view.loaded.tables, reviewed, record)
        st.session_state[LISTED] = (own, count, queue)
    return queue


def _item(view: View, finding: Finding, why: str) -> None:
    """Shows `finding` after its keys are there: a key then never means what stood there before."""
    card = st.container(border=True, gap="xsmall", key="review-item")
    with st.container(horizontal=True, vertical_alignment="center", key="review-keys"):
        if finding.layer is not Layer.DOCUMENT:
            _key("确认", "Y", _decide, finding, finding.confirm, primary=True)
            _key("驳回", "N", _decide, finding, finding.reject)
            _key("改判", "G", _toggle, finding.item_id)
        _key("下一条", "X", _skip, finding)
        _undo_button(view)
    if finding.layer is Layer.DOCUMENT or st.session_state.get(CHANGING) == finding.item_id:
        change_form(finding, view.loaded.codebook, lambda: None, keys=True)
    st.text_input("备注（可不填，随这一条的决定保存）", key=note_key(), max_chars=200, width=520)
    who = "机器认出" if finding.layer is Layer.DOCUMENT else "机器认为"
    said = f"<b>{as_html(told(finding, view.loaded.codebook))}</b>　<span class='note'>{as_html(why)}</span>"
    card.html(f"<div class='asked'>{who}　{said}</div>{in_context(view, finding)}")


def _key(label: str, key: str, action: Callable[..., None], *about: object, primary: bool = False) -> None:
    kind = "primary" if primary else "secondary"
    st.button(label, key=f"review-{key}", on_click=action, args=about, shortcut=key, type=kind)


def _decide(finding: Finding, make: Callable[[str], Decision]) -> None:
    """Keeps a decision, but only one on what is asked: a second press may come before the next is there."""
    if st.session_state.get(LAST) != finding.item_id and keep(lambda: make(noted())):
        st.session_state[LAST] = finding.item_id


def _toggle(item_id: str) -> None:
    st.session_state[CHANGING] = None if st.session_state.get(CHANGING) == item_id else item_id


def _skip(finding: Finding) -> None:
    st.session_state[SKIPPED] = {*st.session_state.get(SKIPPED, ()), finding.layer + finding.item_id}


def _undo_button(view: View) -> None:
    last = own_last(view)
    if last is not None:
        _key("撤销上一个", "Z", _undo, last)
        quote = last.anchor.quote[:24]
        said = told_decision(last, view.loaded.codebook) + (f"“{quote}”" if quote else "")
        st.html(f"<p class='note'>上一个：{as_html(said)}</p>", width="content")


def _undo(last: Decision) -> None:
    take_back([last])
    st.session_state.pop(LAST, None)


def in_context(view: View, finding: Finding) -> str:
    """The sentences of `finding`, what counts marked, with those before and after, as HTML."""
    label = view.labels.set_index("document_id")["label"].get(finding.document["document_id"], "")
    if finding.span is None:
        text = finding.document["text"][:160]
        return f"<div class='evidence'><div class='where'><b>{as_html(label)}</b></div>{as_html(text)}……</div>"
    spans = [span for span in (finding.span, finding.other) if span]
    return "".join(_passage(view, finding, span, str(label)) for span in spans)


def _passage(view: View, finding: Finding, span: tuple[int, int], label: str) -> str:
    sentences = view.loaded.tables["sentences"]
    own = sentences[sentences["document_id"].eq(finding.document["document_id"])].reset_index(drop=True)
    hit = own.index[own["start"].lt(span[1]) & own["end"].gt(span[0])]
    if hit.empty:
        return f"<div class='evidence'>{as_html(finding.document['text'][slice(*span)])}</div>"
    lines = []
    for place in range(max(0, hit[0] - 1), min(len(own), hit[-1] + 2)):
        row = own.iloc[place]
        start = int(row["start"])
        if place in hit:
            mark = (max(0, span[0] - start), min(int(row["end"]), span[1]) - start)
            lines.append(f"<p>{marked(row['text'], [mark])}</p>")
        else:
            lines.append(f"<p class='beside'>{as_html(row['text'])}</p>")
    part = ROLE_NAMES[own["role"].iloc[hit[0]]]
    where = f"<div class='where'><b>{as_html(label)}</b>　{part}部分　{as_html(finding.document['file'])}</div>"
    return f"<div class='evidence'>{where}{''.join(lines)}</div>"
