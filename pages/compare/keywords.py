"""特征词: which words a report uses more than the other units, or than the unit's own last report."""

import streamlit as st

from analysis.briefing.units import one_name_a_unit
from analysis.comparing.keyness.against import last_period, other_units
from analysis.comparing.keyness.keyness import keyness, word_spans
from analysis.comparing.keyness.sentences import title_keyness
from analysis.drawing.keyness import keyness_bars
from analysis.tables.comparing.keyness import KEYNESS
from pages.parts.card import chart_card
from pages.parts.evidence import evidence_panel
from pages.parts.filters import unfiltered
from pages.parts.headline import headline
from pages.parts.keyness import all_words, method, pick_report
from pages.parts.names import pick
from pages.parts.text import as_html
from pages.parts.view import current

AGAINST = {"units": "其他单位", "period": "本单位上期"}
NOBODY = {
    "units": "所选报告中没有其他单位的报告，无从比较。请在左侧减少“单位”的选择，或上传其他单位的报告。",
    "period": "所选报告中没有本单位同类报告的上一期，无从比较。请上传上一期报告，或改为与其他单位比较。",
}
MOST = 25

view = current()
with headline("特征词"):
    document = pick_report(view)
    against = pick("和谁比", "against", AGAINST)
unfiltered("本页", "dimension", "theme")
label = view.heading(document, None).split("　")[0]
others = (other_units if against == "units" else last_period)(one_name_a_unit(view.documents), document)
if not others:
    st.info(NOBODY[against], icon=":material/info:")
    method()
    st.stop()
words = all_words(view)
found = keyness(words, document, others).head(MOST)
title = title_keyness(found, label, f"其他{len(others)}份报告" if against == "units" else "上期报告")

if found.empty:
    st.html(f"<div class='finding'><b>{as_html(title)}</b></div>")
else:
    row = chart_card(keyness_bars(found, title), found, KEYNESS, f"特征词{label}", title, measure=document)
    if row is not None:
        word = found["word"][row]
        evidence_panel(view, word_spans(words, document, word), f"{label}　{word}")
method()
