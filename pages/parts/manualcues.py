"""The cues of an entry: what each means, how often it hits, in which sentences; one more, one less."""

import pandas as pd
import streamlit as st

from analysis.codebook import Entry
from analysis.codebookfiles import parse_written
from analysis.revising.checking import cues_of
from analysis.revising.difference import FIELDS
from analysis.revising.draft import Draft
from analysis.revising.edits import CATEGORY, INDICATOR, THEME, AddCue, DropCue, entries, tidy
from analysis.revising.places import cue_counts, cue_places
from analysis.revising.telling import is_plain
from pages.parts.desk import say
from pages.parts.evidence import evidence_panel
from pages.parts.manualdraft import edit
from pages.parts.rowpicker import picked_row
from pages.parts.text import as_html, as_markdown
from pages.parts.view import View

USES = {
    THEME: {
        "cues": "各部分都算",
        "problem_cues": "只在问题部分算",
        "problem_hints": "只在问题部分、同处没有别的线索时算",
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
HEIGHT, FEW = 330, 8
WIDTHS = {"线索词": 150, "怎样用": 120, "出现（句）": 78, "计入（句）": 78}  # pixels; what it means takes the rest


def add_cue(kind: str, draft: Draft, entry: Entry) -> None:
    """A line to type one more cue in."""
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
            say("done", f"草稿里已加入“{as_markdown(tidy(cue))}”。右侧可预览影响，满意后保存。")
        st.rerun()


@st.cache_resource(max_entries=24, show_spinner="正在数线索词……")
def _places(digest: str, entry: str, _view: View, _entry: Entry) -> pd.DataFrame:  # noqa: ARG001 - the keys of the cache
    return cue_places(_view.loaded.tables, _entry)


def cue_list(view: View, kind: str, draft: Draft, written: Entry, entry: Entry) -> None:
    """The cues with how often they hit; the sentences of the one that is chosen."""
    places = _places(view.loaded.digest, entry.model_dump_json(), view, entry)
    every = cue_counts(places, written, entry)
    counts = _listed(draft, kind, entry.id, every)
    place = _grid(kind, counts, f"cues-{entry.id}-{len(draft.edits)}-{len(counts)}-{st.session_state.get('round', 0)}")
    if place is None:
        st.html(
            f"<p class='note'>“出现”是已载入的报告中有几句含它，“计入”是其中算作“{as_html(entry.name)}”的。"
            "点一行左端的方框，看它的原文，或去掉它。</p>"
        )
        return
    row = counts.iloc[place]
    if st.button(f"去掉“{as_markdown(row['cue'])}”", icon=":material/delete:"):
        if edit(draft, DropCue(kind, entry.id, row["field"], row["cue"])):
            say("done", f"草稿里已去掉“{as_markdown(row['cue'])}”。右侧可预览影响，也可撤销。")
        st.rerun()
    own = places[places["cue"].eq(_spelled(written, entry, row)) & places["field"].eq(row["field"])]
    evidence_panel(view, own[["document_id", "start", "end"]], f"{entry.name}　{row['cue']}")


def _listed(draft: Draft, kind: str, key: str, counts: pd.DataFrame) -> pd.DataFrame:
    """The cues to show, new ones first; those that take an explanation only where a reader wants them."""
    old = (entry for entry in entries(parse_written(draft.base.texts), kind) if entry.id == key)
    before = {(field, cue) for entry in old for field, _, cue in cues_of(entry)}
    marked = counts.assign(new=[pair not in before for pair in zip(counts["field"], counts["cue"], strict=True)])
    plain = marked["cue"].map(is_plain) | marked["new"]
    label = f"高级：也列出组合的写法（{int((~plain).sum())}个）"
    if not plain.all() and not st.toggle(label, key="manual-advanced", persist_state="session", value=not plain.any()):
        marked = marked[plain]
    return marked.sort_values("new", ascending=False, kind="stable").reset_index(drop=True)


def _grid(kind: str, counts: pd.DataFrame, key: str) -> int | None:
    """Draws the list of cues; the row that is chosen, if any."""
    shown = pd.DataFrame(
        {
            "线索词": counts["cue"],
            "怎样用": [USES[kind].get(field, FIELDS.get(field, field)) for field in counts["field"]],
            "出现（句）": counts["sentences"],
            "计入（句）": counts["counted"],
            "草稿": ["新加" if new else "" for new in counts["new"]],
            "意思": counts["told"],
        }
    )
    hidden = [name for name in ("草稿", "意思") if not shown[name].any()]
    return picked_row(
        shown.drop(columns=hidden),
        key,
        "线索词、怎样用、在已载入的报告中出现几句、计入几句、意思",
        height=HEIGHT if len(shown) > FEW else "content",
        column_config={name: st.column_config.Column(width=pixels) for name, pixels in WIDTHS.items()},
        placeholder="",
    )


def _spelled(written: Entry, entry: Entry, row: pd.Series) -> str:
    """The cue of `row` with the words of its classes."""
    place = getattr(written, row["field"]).index(row["cue"])
    return str(getattr(entry, row["field"])[place])
