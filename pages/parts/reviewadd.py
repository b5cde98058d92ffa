"""What a person adds or moves: choose a report, a sentence and a stretch of it, then what it is."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.coding.base import Role
from analysis.comparing.base import ROLE_NAMES
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.findings import clauses, decide_on, find
from analysis.tables.base import records
from analysis.tables.coding import SENTENCES
from analysis.tables.words import in_words
from pages.parts.changing import ANSWERS, change_form
from pages.parts.deciding import keep, made, note_key, noted, say_done
from pages.parts.names import pick, theme_names
from pages.parts.rowpicker import picked_row
from pages.parts.view import View

WHAT = {"coding": "主题", "problem": "自述问题", "plan": "计划措施"}
SUBJECTS = {"add": "增补", "part": "改部分", "link": "问题与计划", "period": "单位和期间"}
PARTS = {role: name for role, name in ROLE_NAMES.items() if role}
HEIGHT = 250
Row = Mapping[str, Any]


def add_panel(view: View) -> None:
    """Lets a person pick a report and what to do in it."""
    labels = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        document_id = st.selectbox(
            "哪一份报告", list(labels), format_func=labels.get, key="add_unit", persist_state="session", width=380
        )
        subject = pick("做什么", "add_what", SUBJECTS)
    documents = view.documents
    (document,) = records(documents[documents["document_id"].eq(document_id)])
    {"add": _add, "part": _part, "link": _link, "period": _period}[subject](view, document)
    _finish(view, document)


def _sentence(view: View, document: Row) -> tuple[pd.DataFrame, Row | None]:
    """The sentences of the report, and the one that is picked."""
    sentences = view.loaded.tables["sentences"]
    own = sentences[sentences["document_id"].eq(document["document_id"])].reset_index(drop=True)
    row = picked_row(
        in_words(SENTENCES, own[["role", "text"]]),
        f"add-sentences-{document['document_id']}",
        "报告的句子，勾选一句",
        height=HEIGHT,
        column_config={
            SENTENCES.labels["role"]: st.column_config.TextColumn(width=70),
            SENTENCES.labels["text"]: st.column_config.TextColumn(width=930),
        },
    )
    if row is None:
        st.html("<p class='note'>先勾选一句。</p>")
        return own, None
    return own, records(own.iloc[[row]])[0]


def _add(view: View, document: Row) -> None:
    _, sentence = _sentence(view, document)
    if sentence is None:
        return
    cut = clauses(sentence["text"])
    texts = [sentence["text"][start:end] for start, end in cut]
    chosen = st.pills(
        "选中哪几个分句（不选就是整句）",
        range(len(cut)),
        format_func=lambda place: texts[place],
        selection_mode="multi",
        key=f"clauses-{sentence['sentence_id']}",
    )
    places = sorted(chosen) or range(len(cut))
    span = (sentence["start"] + cut[places[0]][0], sentence["start"] + cut[places[-1]][1])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        what = st.segmented_control(
            "记为", list(WHAT), default="coding", format_func=WHAT.get, key="add_kind", required=True
        )
        value = _value(view, what)
        note = st.text_input("备注（可不填）", key=note_key(), max_chars=200, width=260)
        st.button("增补", type="primary", on_click=_keep_added, args=(document, what, value, span, note))


def _value(view: View, what: str) -> str:
    book = view.loaded.codebook
    if what == "coding":
        names = theme_names(book)
        return (
            st.selectbox("主题", list(names), None, names.get, key="add_theme", placeholder="打几个字查找", width=260)
            or ""
        )
    if what == "problem":
        kinds = {category.id: category.name for category in book.categories}
        return ";".join(
            st.multiselect("类别（第一个是主要的）", list(kinds), format_func=kinds.get, key="add_kinds", width=320)
        )
    return ""


def _keep_added(document: Row, what: str, value: str, span: tuple[int, int], note: str) -> None:
    subject, value = (value, "") if what == "coding" else ("", value)

    def make() -> object:
        return decide_on(document, Action.ADD, Layer(what), span, subject=subject, value=value, note=note.strip())

    _told(make, f"已增补{WHAT[what]}。")


def _told(make: Any, text: str) -> None:  # noqa: ANN401 - what `keep` takes
    if keep(make):
        noted()
        say_done(text)


def _part(view: View, document: Row) -> None:
    own, sentence = _sentence(view, document)
    if sentence is None:
        return
    later = records(own[own["start"].ge(sentence["start"])])
    ends = {row["end"]: f"{ROLE_NAMES[row['role']]}　{row['text'][:40]}" for row in later}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        end = st.selectbox(
            "从这句到哪句为止",
            list(ends),
            None,
            ends.get,
            key=f"part-end-{sentence['sentence_id']}",
            placeholder="到这一部分结束",
            width=420,
        )
        part = st.selectbox("算作哪一部分", list(PARTS), format_func=PARTS.get, key="part-role", width=160)
        st.button("改部分", type="primary", on_click=_move, args=(document, sentence, end, part))
    st.html("<p class='note'>改了部分，这份报告会按新的部分重新编码，其他决定照样有效。</p>")


def _move(document: Row, sentence: Row, end: int | None, part: str) -> None:
    span = (sentence["start"], sentence["end"])
    last = None if end is None else (max(end - 1, span[0]), end)

    def make() -> object:
        return decide_on(document, Action.SET, Layer.ROLE, span, value=str(Role(part)), other=last)

    _told(make, f"已改为{PARTS[part]}部分。")


def _link(view: View, document: Row) -> None:
    tables, key = view.loaded.tables, document["document_id"]
    problems = records(tables["problems"][tables["problems"]["document_id"].eq(key)])
    plans = records(tables["plans"][tables["plans"]["document_id"].eq(key)])
    if not problems or not plans:
        st.info("这份报告里没有自述问题，或没有计划措施。请先在“增补”里补上。", icon=":material/info:")
        return
    problem = _one_of("问题", problems, "problem_id")
    plan = _one_of("计划措施", plans, "plan_id")
    answers = tables["answers"]
    same = answers[answers["problem_id"].eq(problem["problem_id"]) & answers["plan_id"].eq(plan["plan_id"])]
    now = ANSWERS[same["strength"].iloc[0]] if len(same) else "没有关联"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='note'>现在：<b>{now}</b></p>", width="content")
        for strength, name in ANSWERS.items():
            st.button(name, key=f"link-{strength}", on_click=_tie, args=(document, problem, plan, strength))
        if len(same):
            st.button("不是回应", key="unlink", on_click=_tie, args=(document, problem, plan, ""))


def _one_of(label: str, rows: Iterable[Row], key: str) -> Row:
    by_id = {row[key]: row for row in rows}
    names = {one: f"{row['order']}　{row['quote']}" for one, row in by_id.items()}
    return by_id[st.selectbox(label, list(by_id), format_func=names.get, key=f"link-{key}")]


def _tie(document: Row, problem: Row, plan: Row, strength: str) -> None:
    spans = [(row["start"], row["end"]) for row in (problem, plan)]
    action = Action.LINK if strength else Action.UNLINK

    def make() -> object:
        return decide_on(document, action, Layer.ANSWER, spans[0], value=strength, other=spans[1])

    _told(make, "已保存。")


def _period(view: View, document: Row) -> None:
    if finding := find(view.loaded.tables, Layer.DOCUMENT, document["document_id"]):
        change_form(finding, view.loaded.codebook, lambda: say_done("已保存，各页随之更新。"))


def _finish(view: View, document: Row) -> None:
    """Says whether this person has gone through the whole report, and lets them say so."""
    from_me = [one for one in standing(made(view)) if one.sha256 == document["sha256"] and one.action is Action.FINISH]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "这份报告我已从头看到尾",
            key="finish",
            on_click=_told,
            args=(lambda: decide_on(document, Action.FINISH, Layer.DOCUMENT), "已记下：全文看完。"),
        )
        told = f"已有{len({one.by for one in from_me})}人看完。" if from_me else "看完的报告才计入一致性和标准答案。"
        st.html(f"<p class='note'>{told}</p>", width="content")
