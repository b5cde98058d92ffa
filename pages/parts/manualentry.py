"""One entry of the codebook: chosen, explained, renamed, switched off."""

import streamlit as st

from analysis.codebook import THEME_CUES, Entry, Indicator, Theme
from analysis.revising.draft import Draft
from analysis.revising.edits import CATEGORY, INDICATOR, PLACES, THEME, SetValue, entries, tidy
from pages.parts.desk import say
from pages.parts.manualcues import add_cue, cue_list
from pages.parts.manualdraft import edit
from pages.parts.text import as_html
from pages.parts.view import View

WHAT = {THEME: "主题", CATEGORY: "问题类别", INDICATOR: "指标"}
OPEN = "manual-open"


def entry_panel(view: View, kind: str, draft: Draft) -> None:
    """Lets a reader choose an entry of `kind`, and shows it as the draft has it."""
    names = {entry.id: _name(draft, entry) for entry in _in_order(draft, kind)}
    if (new := st.session_state.pop(OPEN, None)) in names:
        st.session_state[f"manual-{kind}"] = new
    key = st.selectbox(
        f"选择{WHAT[kind]}（可输入名称查找）",
        list(names),
        format_func=lambda one: names.get(one, one),
        key=f"manual-{kind}",
        filter_mode="contains",
        persist_state="session",
    )
    if key is None:
        return
    written = next(entry for entry in entries(draft.written, kind) if entry.id == key)
    entry = next(entry for entry in getattr(draft.written.whole, PLACES[kind][1]) if entry.id == key)
    _meaning(written)
    add_cue(kind, draft, written)
    cue_list(view, kind, draft, written, entry)
    _more(kind, draft, written)


def _in_order(draft: Draft, kind: str) -> list[Entry]:
    """Themes and indicators by dimension."""
    order = [dimension.id for dimension in draft.written.themes.dimensions]
    return sorted(entries(draft.written, kind), key=lambda entry: order.index(_home(draft, entry) or order[0]))


def _home(draft: Draft, entry: Entry) -> str:
    """The dimension of a theme or of the theme of an indicator."""
    homes = {theme.id: theme.dimension for theme in draft.written.themes.themes}
    return homes.get(entry.theme if isinstance(entry, Indicator) else entry.id, "")


def _name(draft: Draft, entry: Entry) -> str:
    names = {dimension.id: dimension.name for dimension in draft.written.themes.dimensions}
    home = names.get(_home(draft, entry), "")
    return (f"{home}　" if home else "") + entry.name + ("（已停用）" if entry.disabled else "")


def _meaning(entry: Entry) -> None:
    definition, rule = getattr(entry, "definition", ""), getattr(entry, "rule", "")
    told = [f"<b>{label}</b>　{as_html(text)}" for label, text in (("定义", definition), ("边界", rule)) if text]
    st.html(f"<p class='note'>{'<br>'.join(told)}</p>")


def _more(kind: str, draft: Draft, entry: Entry) -> None:
    with st.expander("改名称、定义、边界，或停用"):
        with st.form(f"words-{entry.id}-{len(draft.edits)}", border=False):
            fields = {"name": "名称", "definition": "定义", "rule": "边界：哪些不算，归到哪里"}
            given = {
                name: tidy(st.text_input(label, getattr(entry, name), max_chars=300))
                for name, label in fields.items()
                if hasattr(entry, name)
            }
            changed = st.form_submit_button("改到草稿里")
        if changed:
            edits = [
                SetValue(kind, entry.id, name, value) for name, value in given.items() if value != getattr(entry, name)
            ]
            if not given["name"]:
                say("wrong", "名称不能为空。")
            else:
                edit(draft, *edits)
            st.rerun()
        _switch(kind, draft, entry)
    if isinstance(entry, Theme) and (named := _classes(draft, entry)):
        with st.expander("高级：词类（“……”一类的词是哪些）"):
            for name, words in named.items():
                st.html(f"<p class='note'><b>{as_html(name)}</b>　{as_html('、'.join(words))}</p>")


def _switch(kind: str, draft: Draft, entry: Entry) -> None:
    label = "重新启用" if entry.disabled else "停用"
    if st.button(f"{label}这个{WHAT[kind]}", disabled=entry.id == "other"):
        edit(draft, SetValue(kind, entry.id, "disabled", value=not entry.disabled))
        st.rerun()
    if kind == THEME and not entry.disabled:
        own = [one.name for one in draft.codebook.indicators if one.theme == entry.id]
        also = f"它的{len(own)}个指标（{'、'.join(own)}）也一并停用。" if own else ""
        st.html(f"<p class='note'>停用后，各页不再统计和显示它，随时可以重新启用。{as_html(also)}</p>")


def _classes(draft: Draft, theme: Theme) -> dict[str, tuple[str, ...]]:
    """The classes of words that the theme uses."""
    cues = "".join(cue for name in THEME_CUES for cue in getattr(theme, name))
    return {name: words for name, words in draft.written.themes.words.items() if f"<{name}>" in cues}
