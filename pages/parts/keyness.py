"""Words on screen: each report cut into words once, compared, explained."""

import jieba
import pandas as pd
import streamlit as st

from analysis.codebook import Codebook
from analysis.comparing.keyness.keyness import FEWEST, LEVEL, SENTENCES
from analysis.comparing.keyness.segmenting import tokenizer, words_of
from analysis.lexicon.comparing import keyness_words
from pages.parts.view import View

METHOD = f"""
- **怎样算特征词**：在本报告出现至少 {FEWEST} 次、至少在 {SENTENCES} 个句子里，每千词的次数是对照的两倍以上，
  而且差别不像是偶然（校正后 p < {LEVEL}）。
- **统计量**：对数似然值 G²（Rayson 与 Garside，2000），表示差别有多可靠；对数比（log₂）表示差别有多大；
  同时检验多个词，p 值按 Holm（1979）方法校正。
- **和谁比**：“其他单位”是左侧所选报告中其他单位的报告（不含本单位别的报告期）；
  “本单位上期”是所选报告中本单位同类报告的上一期。
- **怎样分词**：jieba 分词，编码手册的线索词作为整词；单字、数字、遮盖、虚词、这类报告人人都用的词和单位自称不算
  （词表 data/lexicons/keyness.yaml）。左侧“部分”的选择有效，“维度”“主题”不影响本页。
- **怎样看**：特征词只说明用得多，不说明写得好；业务词多的报告，可再看是否偏离主题。
"""


@st.cache_resource(max_entries=4, show_spinner=False)
def _tokenizer(version: str, _codebook: Codebook) -> jieba.Tokenizer:  # noqa: ARG001 - the version is the key of the cache
    return tokenizer(_codebook)


@st.cache_resource(max_entries=12_000, show_spinner=False)
def _words(document: str, version: str, unit: str, _tokens: jieba.Tokenizer, _sentences: pd.DataFrame) -> pd.DataFrame:  # noqa: ARG001 - as above
    return words_of(_tokens, _sentences, unit, keyness_words())


@st.cache_resource(max_entries=4, show_spinner=False)
def _chosen(digest: str, roles: tuple[str, ...], _view: View) -> pd.DataFrame:  # noqa: ARG001 - as above
    words = _all_words(_view)
    return words[words["role"].isin(roles)]


def all_words(view: View) -> pd.DataFrame:
    """WORDS of the chosen reports in the chosen parts, read-only; each report is cut once."""
    return _chosen(view.digest, view.choice.roles, view)


def _all_words(view: View) -> pd.DataFrame:
    version = view.loaded.codebook.model_dump_json()
    tokens = _tokenizer(version, view.loaded.codebook)
    sentences = dict(list(view.loaded.tables["sentences"].groupby("document_id", sort=False)))
    named = view.documents[["document_id", "unit"]].itertuples(index=False, name=None)
    with st.spinner("正在分词……"):
        parts = [
            _words(key, version, unit if isinstance(unit, str) else "", tokens, sentences[key])
            for key, unit in named
            if key in sentences
        ]
    return pd.concat(parts, ignore_index=True)


def pick_report(view: View) -> str:
    """The report whose words are looked at, kept in the address."""
    names = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    chosen: str = st.selectbox(
        "哪份报告", list(names), format_func=names.get, key="report", bind="query-params", width=420
    )
    return chosen


def method() -> None:
    """What counts as a characteristic word, and how it is computed."""
    with st.expander("说明：怎样算特征词，怎样算出来的"):
        st.markdown(METHOD)
