"""One entry of the codebook: what it means, its cues with how often they hit, and ways to change it."""

import pandas as pd
import streamlit as st

from analysis.codebook import Entry, Indicator, ProblemCategory, Theme
from analysis.revising.difference import FIELDS
from analysis.revising.draft import Draft
from analysis.revising.edits import CATEGORY, INDICATOR, THEME, AddCue, DropCue, SetValue, entries, tidy
from analysis.revising.places import cue_counts, cue_places
from pages.parts.desk import say
from pages.parts.evidence import evidence_panel
from pages.parts.manualdraft import edit
from pages.parts.text import as_html
from pages.parts.view import View

WHAT = {THEME: "主题", CATEGORY: "问题类别", INDICATOR: "指标"}
USES = {
    THEME: {
        "cues": "各部分都算",
        "problem_cues": "只在问题部分算",
        "plan_cues": "只在计划部分算",
        "not_in": "排除：含它的不算",
    },
    CATEGORY: {
        "cues": "本身就是毛病",
        "objects": "欠缺的事项",
        "places": "提到就算的场合",
        "weak_cues": "弱线索",
        "hooks": "对应的措施",
        "not_in": "排除：含它的不算",
    },
    INDICATOR: {
        "cues": "数字旁边的词",
        "weak_cues": "弱线索",
        "context": "弱线索要同句有的词",
        "not_in": "排除：含它的不算",
        "not_with": "排除：数字旁有它不算",
        "kinds": "种类",
    },
}
HOW = (
    "写一个词或一种说法即可，例如：述责述廉。想表示“先有甲、后有乙”，写成 甲…乙（相隔20字以内）或 甲……乙（80字以内）；"
    "两个词任一个都行，写成 甲|乙。"
)
HEIGHT, OPEN = 330, "manual-open"


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
    whole = draft.written.whole
    entry = next(one for one in (*whole.themes, *whole.categories, *whole.indicators) if _is(one, kind, key))
    _meaning(written)
    _add(kind, draft, written)
    _cues(view, kind, draft, written, entry)
    _more(kind, draft, written)


def _is(entry: Entry, kind: str, key: str) -> bool:
    kinds = {THEME: Theme, CATEGORY: ProblemCategory, INDICATOR: Indicator}
    return entry.id == key and isinstance(entry, kinds[kind])


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


def _add(kind: str, draft: Draft, entry: Entry) -> None:
    with (
        st.form(f"cue-{entry.id}", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        cue = st.text_input("加一个线索词", max_chars=40, placeholder="例如：述责述廉", help=HOW)
        uses = USES[kind]
        name = st.selectbox("怎样用", list(uses), format_func=uses.get, width=190)
        added = st.form_submit_button("加入", type="primary")
    if added and tidy(cue):
        if edit(draft, AddCue(kind, entry.id, name, tidy(cue))):
            say("done", f"草稿里已加入“{tidy(cue)}”。右侧可预览影响，满意后保存。")
        st.rerun()


@st.cache_resource(max_entries=24, show_spinner="正在数线索词……")
def _places(digest: str, entry: str, _view: View, _entry: Entry) -> pd.DataFrame:  # noqa: ARG001 - the keys of the cache
    return cue_places(_view.loaded.tables, _entry)


def _cues(view: View, kind: str, draft: Draft, written: Entry, entry: Entry) -> None:
    """The cues with how often they hit; the sentences of the one that is chosen."""
    places = _places(view.loaded.digest, entry.model_dump_json(), view, entry)
    counts = cue_counts(places, written, entry)
    shown = pd.DataFrame(
        {
            "线索词": counts["cue"],
            "意思": counts["told"],
            "怎样用": [USES[kind].get(field, FIELDS.get(field, field)) for field in counts["field"]],
            "出现（句）": counts["sentences"],
            "计入（句）": counts["counted"],
        }
    )
    event = st.dataframe(
        shown,
        hide_index=True,
        height=HEIGHT,
        on_select="rerun",
        selection_mode="single-row",
        key=f"cues-{entry.id}-{len(draft.edits)}-{st.session_state.get('round', 0)}",
        column_config={"线索词": st.column_config.TextColumn(width="medium")},
        alt="线索词、意思、怎样用、在已载入的报告中出现几句、计入几句",
    )
    rows = event["selection"]["rows"]
    if not rows:
        st.html(
            f"<p class='note'>共{len(shown)}个线索词。“出现”是已载入的报告中有几句含它，“计入”是其中算作“{as_html(entry.name)}”的。"
            "点一行左端，看它的原文或去掉它。</p>"
        )
        return
    row = counts.iloc[rows[0]]
    spelled = _spelled(written, entry, row)
    if st.button(f"去掉“{row['cue']}”", icon=":material/delete:"):
        if edit(draft, DropCue(kind, entry.id, row["field"], row["cue"])):
            say("done", f"草稿里已去掉“{row['cue']}”。右侧可预览影响，也可撤销。")
        st.rerun()
    own = places[places["cue"].eq(spelled) & places["field"].eq(row["field"])]
    evidence_panel(view, own[["document_id", "start", "end"]], f"{entry.name}　{row['cue']}")


def _spelled(written: Entry, entry: Entry, row: pd.Series) -> str:
    """The cue of `row` with the words of its classes."""
    place = getattr(written, row["field"]).index(row["cue"])
    return str(getattr(entry, row["field"])[place])


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
    cues = "".join((*theme.cues, *theme.problem_cues, *theme.plan_cues, *theme.not_in))
    return {name: words for name, words in draft.written.themes.words.items() if f"<{name}>" in cues}
