"""Agreement on screen: the coefficients, the places where two differ, blind tasks, and the gold that comes of it."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.agreement.agreeing import agreement
from analysis.agreement.blind import is_open
from analysis.agreement.disagreeing import case_spans, disagreements, of_reports
from analysis.agreement.ratings import ratings
from analysis.comparing.base import ROLE_NAMES
from analysis.evaluating.decided import gold_files
from analysis.exporting.tablefiles import csv_in_words
from analysis.keeping.blindtasks import end_blind, start_blind
from analysis.reviewing.applying.wording import names
from analysis.reviewing.cells import finished
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action
from analysis.tables.agreement import AGREEMENT, LAYERS
from analysis.tables.words import in_words
from analysis.zipped import zipped
from pages.parts.corpora import manual
from pages.parts.deciding import made
from pages.parts.desk import attempt, current_desk
from pages.parts.download import download
from pages.parts.evidence import evidence_panel, forget
from pages.parts.names import pick
from pages.parts.paging import page_of
from pages.parts.rowpicker import picked_row
from pages.parts.text import as_html
from pages.parts.view import View

LEVELS = {"all": "各层合计", "each": "逐项"}
SHOWN = ["layer", "group", "coder_a", "coder_b", "cases", "agreed", "percent", "kappa", "alpha", "note"]
VALUES = {"yes": "有", "no": "没有", "absent": "未提及", "conflict": "前后不一"}
OPENED, PAGE = "disagreement", 12
GOLD = "所选报告中有{}份有人从头看到尾，可以当作标准答案下载。交给维护软件的人，就能算出机器编码有多准。"
NO_GOLD = "所选报告还没有一份有人从头看到尾。看完一份并点“这份报告我已从头看到尾”，就可以在这里当作标准答案下载。"
METHOD = """
- **只算看完的报告**：一个人把一份报告从头看到尾、点了“看完”，他在这份报告上的判断才计入；只挑着改的不算，不然不公平。
- **单元**：主题按“报告×主题×部分”有没有提及，问题按“报告×类别”有没有，数量按“报告×指标”的状态和数值，部分按句。
- **一致率**＝一致的单元÷两人都判断的单元。**Cohen’s κ**（Cohen 1960）和 **Krippendorff’s α**（2011，名义尺度）扣除了
  碰巧一致的部分，1 为完全一致，0 相当于碰巧。几乎全是同一种判断时κ和α会失真，看一致率。
- 背靠背编码的报告，按各人都看完那一刻的判断计算；没有打开以前，谁也看不到。
"""


@st.cache_resource(max_entries=4, show_spinner="正在计算一致性……")
def _rated(digest: str, _view: View) -> pd.DataFrame:  # noqa: ARG001 - the digest is the key of the cache
    stored = _view.loaded.stored
    tables, held = of_reports(stored.laid.machine, _done(_view)), stored.held
    return ratings(tables, held.decisions, manual(), held.tasks)


def _done(view: View) -> frozenset[str]:
    """The reports that somebody has gone through, without those that this person codes blind just now."""
    held = view.loaded.stored.held
    return finished(view.loaded.tables["documents"], held.decisions) - held.blind


def agreement_panel(view: View) -> None:
    """Shows AGREEMENT; a row that is picked opens the places where the two differ."""
    rated = _rated(view.loaded.digest, view)
    table = agreement(rated, view.loaded.codebook)
    if table.empty:
        st.info(
            "还没有可以比较的判断。请在“复核”的“增补与改动”里把一份报告从头看到尾，点“这份报告我已从头看到尾”。",
            icon=":material/info:",
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = pick("看哪一层", "agree_level", LEVELS)
        kinds = st.pills("对象", list(LAYERS), selection_mode="multi", format_func=LAYERS.get, key="agree_layer")
    shown = table[table["group_id"].eq("") if level == "all" else table["group_id"].ne("")]
    shown = shown[shown["layer"].isin(kinds or list(LAYERS))].reset_index(drop=True)
    row = _grid(shown)
    st.html("<p class='note'>勾选一行，看两方判断不同的地方。</p>")
    download("下载这张表（CSV）", lambda: csv_in_words(AGREEMENT, table), "一致性.csv", "text/csv")
    if row is not None and shown["coder_b"].iloc[row]:
        _differences(view, rated, shown.iloc[row])


def _grid(shown: pd.DataFrame) -> int | None:
    number = st.column_config.NumberColumn
    labels = AGREEMENT.labels
    return picked_row(
        in_words(AGREEMENT, shown[SHOWN]),
        "agreement-grid",
        "各人之间、人与机器之间的一致率、κ、α和单元数",
        column_config={
            labels["percent"]: number(format="percent"),
            labels["kappa"]: number(format="%.2f"),
            labels["alpha"]: number(format="%.2f"),
        },
        placeholder="–",
    )


def _differences(view: View, rated: pd.DataFrame, row: Mapping[str, str]) -> None:
    """Lists where two coders differ, each with its sentences."""
    cases = disagreements(rated, row["layer"], row["group_id"], (row["coder_a"], row["coder_b"]))
    title = f"{LAYERS[row['layer']]}　{row['group']}：{row['coder_a']}与{row['coder_b']}有{len(cases)}处不同"
    st.subheader(title, anchor=False)
    labels = dict(zip(view.loaded.labels["document_id"], view.loaded.labels["label"], strict=True))
    known = names(view.loaded.codebook) | VALUES
    part = cases.iloc[page_of(len(cases), PAGE, "agree-page")]
    for case in part.to_dict("records"):
        key = f"{case['layer']}-{case['case_id']}"
        what = f"{known.get(case['group_id'], '')}　{ROLE_NAMES[case['role']] if case['role'] else ''}"
        sides = [f"{row[f'coder_{x}']}：{_value(case[f'value_{x}'], known)}" for x in "ab"]
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            st.html(
                f"<div class='check'><b>{as_html(labels[case['document_id']])}</b>　{as_html(what)}　"
                f"{as_html('；'.join(sides))}</div>",
                width="stretch",
            )
            st.button("看原文", key=f"differ-{key}", type="tertiary", on_click=_open, args=(key,))
        if st.session_state.get(OPENED) == key:
            spans = case_spans(case, [view.loaded.stored.laid.machine, view.loaded.tables])
            evidence_panel(view, spans, f"{labels[case['document_id']]}　{what}")


def _value(value: str, known: Mapping[str, str]) -> str:
    state, _, number = value.partition(" ")
    return f"{known.get(state, ROLE_NAMES.get(state, state))}{number}"


def _open(key: str) -> None:
    forget()
    st.session_state[OPENED] = key


def blind_panel(view: View) -> None:
    """Starts a blind task, and shows how far each is."""
    desk, held = current_desk(), view.loaded.stored.held
    st.html(
        "<p class='note'>两个人各用自己的账号给同一份报告编码，互相看不见，也看不见机器的结果；"
        "编码在“复核”的“增补与改动”里做。各人都点了“看完”，结果才打开。</p>"
    )
    labels = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    digests = dict(view.documents[["document_id", "sha256"]].itertuples(index=False, name=None))
    people = sorted({one.by for one in made(view)} | {desk.actor})
    with (
        st.form("blind-form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        report = st.selectbox("哪一份报告", list(labels), format_func=labels.get, width=360)
        coders = st.multiselect(
            "哪几个人", people, accept_new_options=True, placeholder="选择或写下账号", width=360, max_selections=5
        )
        if st.form_submit_button("开始背靠背编码", disabled=not desk.person.may("start_blind")):
            attempt(lambda: start_blind(desk, digests[report], [one.strip() for one in coders]), "背靠背编码已开始。")
            st.rerun()
    of_digest = {sha256: labels[key] for key, sha256 in digests.items()}
    for task in held.tasks:
        if task.sha256 in of_digest:
            done = {one.by for one in standing(held.decisions) if _finishes(one, task.sha256)}
            state = "已打开" if is_open(task, held.decisions) else "进行中"
            told = "、".join(f"{one}{'（看完）' if one in done else ''}" for one in sorted(task.coders))
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(f"{of_digest[task.sha256]}　{told}　{state}", width="stretch")
                end = (lambda sha256=task.sha256: end_blind(desk, sha256), "已停止，这份报告对所有人打开。")
                st.button(
                    "停止",
                    key=f"end-{task.sha256}",
                    on_click=attempt,
                    args=end,
                    disabled=not desk.person.may("end_blind"),
                )


def _finishes(one: object, sha256: str) -> bool:
    return (one.action, one.sha256) == (Action.FINISH, sha256)


def gold_panel(view: View) -> None:
    """Offers the reports that somebody has gone through as gold, which the command ``evaluate`` reads."""
    done = _done(view) & frozenset(view.choice.documents)
    st.html(f"<p class='note'>{GOLD.format(len(done)) if done else NO_GOLD}</p>")
    if done:
        download(f"下载标准答案（{len(done)}份，ZIP）", lambda: gold_zip(view), "标准答案.zip", "application/zip")


def gold_zip(view: View) -> bytes:
    """The chosen reports that somebody has gone through, as gold, in one zip."""
    return zipped(gold_files(view.loaded.tables, _done(view) & frozenset(view.choice.documents)).items())


def method() -> None:
    """What is counted and how."""
    with st.expander("说明：怎样算一致"):
        st.markdown(METHOD)
