"""Text reuse on screen: found once for the same reports, shown side by side, explained."""

import pandas as pd
import streamlit as st

from analysis.comparing.reuse.aligned import SWAP, Difference, differences
from analysis.comparing.reuse.grams import FEWEST, GRAM, MOST, SHARE, WINDOW
from analysis.comparing.reuse.passages import ALIKE, OWN, SHORTEST
from analysis.comparing.reuse.sentences import KIND_NAMES
from analysis.lexicon.comparing import reuse_words
from pages.parts.evidence import forget
from pages.parts.paging import page_of
from pages.parts.text import as_html
from pages.parts.view import View

PAGE = 6
METHOD = f"""
- **怎样算雷同**：两处文字都不少于 {SHORTEST} 字，去掉标点后至少有 {OWN} 个字相同且不属于固定表述，
  较长的一处有 {ALIKE:.0%} 以上与另一处相同。三个限值按植入了抄改段落、口号和书名清单的报告定出（见测试与基准）。
- **换了也算**：比较之前，数字、日期、届次（二次全会、三次全会）、遮盖（\\*\\*）视为相同；《》内的文件名不算字数；
  “局党组”“我镇”等自称和“今年”“去年”视为相同。只有这些不同的标为“{KIND_NAMES["swapped"]}”。
- **不算的**：口号等固定表述（词表 data/lexicons/reuse.yaml）；报告份数的 {SHARE:.1%}
  （不少于 {FEWEST}、不多于 {MOST} 家）以上单位都有的话，人人照写，不作为两家雷同的依据。
- **方法**：规范后的文字按连续 {GRAM} 字取指纹，每 {WINDOW} 个留一个（winnowing，Schleimer 等，2003），
  倒排索引找共有的指纹，再连成段落、向两端延伸；段内句序调换也能认出。不逐对比较全文。
- **怎样看**：雷同只说明文字相同，是谁用了谁的、是否同出一个模板，要看原文和时间再判断。
  左侧“部分”“维度”“主题”的选择不影响本页。
"""


def method() -> None:
    """What counts as reuse, how it is found and what it does not say."""
    with st.expander("说明：怎样算雷同，怎样找到的"):
        st.markdown(METHOD)


def nothing_found(title: str) -> None:
    """Says in words that there is nothing to draw, and what was not counted."""
    note = "口号等固定表述、文件名和多家都有的话不算雷同；怎样判断见下方说明。"
    st.html(f"<div class='finding'><b>{as_html(title)}</b><p class='note'>{note}</p></div>")


def passage_panel(view: View, shown: pd.DataFrame) -> None:
    """Shows REUSE_PASSAGES side by side, differences marked, a page at a time."""
    names = dict(zip(view.loaded.labels["document_id"], view.loaded.labels["label"], strict=True))
    first = shown.iloc[0]
    heading = " 与 ".join(dict.fromkeys([names[first["document_id_a"]], names[first["document_id_b"]]]))
    with st.container(key="drawer", gap="xsmall"):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            st.html(f"<h2>并排原文：{as_html(heading)}（{len(shown)}段）</h2>", width="stretch")
            part = shown.iloc[page_of(len(shown), PAGE, f"reuse-{first['document_id_a']}-{first['document_id_b']}")]
            st.button("收起原文", on_click=forget, icon=":material/close:", type="tertiary")
        st.html("<p class='note'><mark class='edit'>改动</mark>　<mark class='swap'>只换数字、届次、名称</mark></p>")
        texts = dict(view.loaded.tables["documents"][["document_id", "text"]].itertuples(index=False, name=None))
        files = dict(view.loaded.tables["documents"][["document_id", "file"]].itertuples(index=False, name=None))
        st.html("".join(_aligned(row, texts, files, names) for row in part.itertuples()))


def _aligned(row: "pd.Series[object]", texts: dict[str, str], files: dict[str, str], names: dict[str, str]) -> str:
    left = texts[row.document_id_a][row.start_a : row.end_a]
    right = texts[row.document_id_b][row.start_b : row.end_b]
    found = differences(left, right, reuse_words())
    sides = (
        (row.document_id_a, row.start_a, left, [(d.left, d) for d in found]),
        (row.document_id_b, row.start_b, right, [(d.right, d) for d in found]),
    )
    cells = "".join(
        f"<div><div class='where'><b>{as_html(names[key])}</b>　{as_html(files[key])}　第{start + 1}字起</div>"
        f"{_coloured(text, marks)}</div>"
        for key, start, text, marks in sides
    )
    kind = f"{KIND_NAMES[row.kind]}，{row.characters}字，相同{row.share:.0%}"
    return f"<div class='evidence'><div class='where'>{kind}</div><div class='aligned'>{cells}</div></div>"


def _coloured(text: str, marks: list[tuple[tuple[int, int], Difference]]) -> str:
    out, at = [], 0
    for (start, end), difference in marks:
        name = "swap" if difference.kind == SWAP else "edit"
        gap = "<mark class='edit'>∅</mark>" if start == end else ""
        mark = f"<mark class='{name}'>{as_html(text[start:end])}</mark>" if start < end else gap
        out += [as_html(text[at:start]), mark]
        at = end
    return "".join([*out, as_html(text[at:])])
