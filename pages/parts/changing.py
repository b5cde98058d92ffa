"""What a finding should be instead: the right theme, kind, number, unit or period."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import streamlit as st

from analysis.codebook import Codebook
from analysis.comparing.labels import KINDS
from analysis.reviewing.decisions import STATUSES, STRENGTHS, Action, Decision, Layer
from analysis.reviewing.findings import Finding
from pages.parts.deciding import keep, noted
from pages.parts.names import theme_names

STATES = {"reported": "写明数字", "masked": "数字遮盖（**）", "zero_claim": "说没有"}
ANSWERS = {"direct": "直接回应", "theme": "只是同一主题"}
NEAR = 9
NO_INDICATOR = "不属于任何指标"
Done = Callable[[], None]


def change_form(finding: Finding, codebook: Codebook, done: Done, *, keys: bool = False) -> None:
    """Asks what `finding` should be; `done` is called once that is kept. With `keys` the likeliest have keys 1 to 9."""
    forms = {
        Layer.CODING: partial(_theme, keys=keys),
        Layer.PROBLEM: _kinds,
        Layer.QUANTITY: _quantity,
        Layer.ANSWER: _answer,
        Layer.DOCUMENT: _document,
    }
    if finding.layer not in forms:
        st.html("<p class='note'>计划措施只能确认或驳回。</p>")
    else:
        forms[finding.layer](finding, codebook, done)


def _save(make: Callable[[], Decision | Iterable[Decision]], done: Done) -> None:
    if keep(make):
        done()


def near_themes(codebook: Codebook, code: str) -> list[str]:
    """The themes that are most easily taken for `code`: those of the same dimension, at most nine."""
    dimensions = {theme.id: theme.dimension for theme in codebook.themes}
    return [key for key in dimensions if key != code and dimensions[key] == dimensions.get(code)][:NEAR]


def _theme(finding: Finding, codebook: Codebook, done: Done, *, keys: bool = False) -> None:
    names = theme_names(codebook)

    def recode(value: str) -> None:
        _save(lambda: finding.decision(Action.RECODE, finding.subject, value, noted()), done)

    with st.container(horizontal=True, gap="xsmall"):
        for place, code in enumerate(near_themes(codebook, finding.subject), start=1):
            shortcut = f"{place}" if keys else None
            key = f"recode-{finding.item_id}-{code}"
            st.button(names[code], key=key, on_click=recode, args=(code,), shortcut=shortcut)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        others = [code for code in names if code != finding.subject]
        chosen = st.selectbox(
            "其他主题",
            others,
            index=None,
            format_func=names.get,
            key=f"theme-{finding.item_id}",
            placeholder="打几个字查找",
            width=320,
        )
        st.button("改为它", key=f"to-{finding.item_id}", on_click=recode, args=(chosen,), disabled=chosen is None)


def _kinds(finding: Finding, codebook: Codebook, done: Done) -> None:
    names = {category.id: category.name for category in codebook.categories}
    now = [kind for kind in finding.row["categories"].split(";") if kind in names]
    with st.form(f"kinds-{finding.item_id}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect("问题类别（第一个是主要的）", list(names), now, format_func=names.get, width=520)
        if st.form_submit_button("改为这些"):
            _save(lambda: finding.decision(Action.RECODE, value=";".join(chosen), note=noted()), done)
            st.rerun()


def _quantity(finding: Finding, codebook: Codebook, done: Done) -> None:
    row = finding.row
    fitting = {one.id: one.name for one in codebook.indicators if row["measure_word"] in one.measure_words}
    names = {"": NO_INDICATOR, **fitting}
    now = {
        "value": "" if row["value"] is None else f"{row['value']:.15g}",
        "status": row["status"],
        "indicator_id": row["indicator_id"] if row["indicator_id"] in names else "",
    }
    with st.form(f"number-{finding.item_id}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        asked = {
            "value": st.text_input("数值（全数，如 71320）", now["value"], width=180),
            "status": st.selectbox("状态", STATUSES, STATUSES.index(now["status"]), format_func=STATES.get, width=180),
            "indicator_id": st.selectbox(
                "指标", list(names), list(names).index(now["indicator_id"]), format_func=names.get, width=300
            ),
        }
        if st.form_submit_button("保存"):
            changed = [(name, value.strip()) for name, value in asked.items() if value.strip() != now[name]]
            note = noted()
            _save(lambda: [finding.decision(Action.SET, name, value, note) for name, value in changed], done)
            st.rerun()


def _answer(finding: Finding, _: Codebook, done: Done) -> None:
    def link(value: str) -> None:
        _save(lambda: finding.decision(Action.LINK, value=value, note=noted()), done)

    with st.container(horizontal=True):
        for strength in STRENGTHS:
            st.button(ANSWERS[strength], key=f"{strength}-{finding.item_id}", on_click=link, args=(strength,))


def _document(finding: Finding, _: Codebook, done: Done) -> None:
    row = finding.row
    kinds: Sequence[str] = [kind for kind in KINDS if kind]
    now = {name: "" if row[name] is None else f"{row[name]}" for name in ("unit", "year", "period_kind", "quarter")}
    with (
        st.form(f"report-{finding.item_id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        asked = {
            "unit": st.text_input("单位", now["unit"], max_chars=60, width=280),
            "year": st.text_input("年度", now["year"], max_chars=4, width=100),
            "period_kind": st.selectbox(
                "报告期",
                kinds,
                kinds.index(now["period_kind"]) if now["period_kind"] in kinds else None,
                format_func=KINDS.get,
                placeholder="请选择",
                width=140,
            ),
            "quarter": st.selectbox(
                "季度（只有季度报告才填）",
                "1234",
                int(now["quarter"]) - 1 if now["quarter"] else None,
                placeholder="–",
                width=190,
            ),
        }
        if st.form_submit_button("保存"):
            values = {name: (value or "").strip() for name, value in asked.items()}
            changed = [(name, value) for name, value in values.items() if value and value != now[name]]
            note = noted()
            _save(lambda: [finding.decision(Action.SET, name, value, note) for name, value in changed], done)
            st.rerun()
