"""The effect of the draft on the loaded reports: what appears and vanishes, with the sentences."""

import hashlib

import pandas as pd
import streamlit as st

from analysis.comparing.base import ROLE_NAMES
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual
from analysis.revising.draft import Draft
from analysis.revising.preview import preview, preview_counts
from analysis.tables.revising import CHANGES, PREVIEW_COUNTS
from analysis.tables.words import in_words
from pages.parts.manualsource import found_by_machine
from pages.parts.paging import page_of
from pages.parts.rowpicker import picked_row
from pages.parts.text import as_html, as_markdown, marked
from pages.parts.view import View

EFFECT = "manual-effect"
PAGE, HEIGHT, FEW = 20, 220, 5


def _key(view: View, draft: Draft) -> str:
    return hashlib.sha256("\0".join((view.loaded.digest, *draft.texts.values())).encode()).hexdigest()


def is_seen(view: View, draft: Draft) -> bool:
    """Whether the effect of just this draft on just these reports was looked at."""
    return bool(st.session_state.get(EFFECT, ("",))[0] == _key(view, draft))


def look(view: View, draft: Draft) -> None:
    """Codes the reports with the draft and keeps what changes for `effect_panel`."""
    bar, count = st.progress(0.0, text="正在预览……"), max(1, len(view.loaded.labels))
    done: list[str] = []

    def show(name: str) -> None:
        done.append(name)
        bar.progress(min(1.0, len(done) / count), text=f"正在预览第 {len(done)} / {count} 份：{as_markdown(name)}")

    after = Manual(draft.codebook, load_lexicon())
    effect = preview(found_by_machine(view.loaded), view.loaded.codebook, after, show)
    st.session_state[EFFECT] = (_key(view, draft), effect)
    bar.empty()


def effect_panel(view: View, draft: Draft) -> None:
    """The counts of each theme, category and indicator, and the sentences of the one that is chosen."""
    if not draft.edits or not is_seen(view, draft) or st.session_state[EFFECT][1] is None:
        return
    effect: pd.DataFrame = st.session_state[EFFECT][1]
    reports = len(view.loaded.labels)
    if effect.empty:
        st.info(f"预览：在已载入的 {reports} 份报告里，这些修改不增也不减。", icon=":material/info:")
        return
    counts = preview_counts(effect)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"预览：{_told(effect)}（已载入的 {reports} 份报告）", anchor=False, width="stretch")
        st.button("收起预览", on_click=_hide, icon=":material/close:", type="tertiary")
    shown = in_words(PREVIEW_COUNTS, counts)
    key = f"effect-{st.session_state[EFFECT][0][:12]}"
    height = HEIGHT if len(shown) > FEW else "content"
    row = picked_row(shown, key, "各主题、问题、指标增减几处", height=height)
    chosen = counts.iloc[row or 0]
    own = effect[effect["layer"].eq(chosen["layer"]) & effect["code_id"].eq(chosen["code_id"])]
    _sentences(view, own, str(chosen["name"]))


def _hide() -> None:
    st.session_state[EFFECT] = (st.session_state[EFFECT][0], None)


def _told(effect: pd.DataFrame) -> str:
    counts = effect["change"].value_counts()
    return "，".join(f"{word}{counts[change]}处" for change, word in CHANGES.items() if change in counts)


def _sentences(view: View, effect: pd.DataFrame, name: str) -> None:
    labels = dict(zip(view.loaded.labels["document_id"], view.loaded.labels["label"], strict=True))
    st.html(f"<p class='note'><b>{as_html(name)}</b>的原文（{len(effect)}处）；上表点一行左端，看别的一项。</p>")
    shown = effect.iloc[page_of(len(effect), PAGE, f"effect-page-{name}")]
    st.html("".join(_sentence(row, labels) for row in shown.to_dict("records")))


def _sentence(row: dict[str, object], labels: dict[str, str]) -> str:
    text, quote = str(row["sentence"]), str(row["quote"])
    at = text.find(quote)
    change = "；".join(filter(None, (_side("原来", row["before"]), _side("现在", row["after"]))))
    unit = as_html(labels.get(str(row["document_id"]), str(row["file"])))
    part = ROLE_NAMES.get(str(row["role"]), "")
    kind = f"<span class='{row['change']}'>{CHANGES[str(row['change'])]}</span>"
    where = f"<div class='where'>{kind}　<b>{unit}</b>　{part}部分　{as_html(change)}</div>"
    return f"<div class='evidence'>{where}{marked(text, [(at, at + len(quote))] if at >= 0 else [])}</div>"


def _side(when: str, told: object) -> str:
    return f"{when}：{told}" if told else ""
