"""What every page starts from: the loaded corpus and what the sidebar chose."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.comparing.base import ROLES, Cube
from analysis.comparing.labels import counted_as
from analysis.rulefile import RuleFileError
from pages.parts.corpora import Loaded, load
from pages.parts.desk import desk_banner
from pages.parts.failures import failure_list
from pages.parts.filters import Choice, choose
from pages.parts.manuals import manual_banner
from pages.parts.names import theme_names
from pages.parts.origins import chosen_reports, origin_panel
from pages.parts.text import as_markdown
from pages.parts.uploads import upload_panel

STYLE = Path(__file__).with_name("screen.css")


@dataclass(frozen=True, slots=True)
class View:
    """The corpus and the choice."""

    loaded: Loaded
    choice: Choice

    @property
    def digest(self) -> str:
        """What the corpus and the choice of reports and themes are made of, for caches."""
        parts = (self.loaded.digest, *self.choice.documents, "/", *self.choice.codes)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    @property
    def is_whole(self) -> bool:
        """Whether all reports and themes are chosen."""
        reports, themes = len(self.loaded.labels), len(self.loaded.codebook.themes)
        return (len(self.choice.documents), len(self.choice.codes)) == (reports, themes)

    @property
    def block(self) -> Cube:
        """The counts of the chosen reports, themes and parts."""
        return self.loaded.cube.of(self.choice.documents, self.choice.codes, self.choice.roles)

    @property
    def whole(self) -> Cube:
        """The counts of the chosen reports and themes in all parts."""
        return self.loaded.cube.of(self.choice.documents, self.choice.codes, ROLES)

    @property
    def labels(self) -> pd.DataFrame:
        """LABELS of the chosen reports."""
        return self.loaded.labels[self.loaded.labels["document_id"].isin(self.choice.documents)]

    @property
    def documents(self) -> pd.DataFrame:
        """DOCUMENTS of the chosen reports."""
        documents = self.loaded.tables["documents"]
        return documents[documents["document_id"].isin(self.choice.documents)]

    def own(self, rows: pd.DataFrame, column: str = "document_id") -> pd.DataFrame:
        """The rows that are about the chosen reports."""
        return rows[rows[column].isin(self.choice.documents)]

    @property
    def subject(self) -> str:
        """What a sentence calls the chosen themes: the name of the one, or how many of them."""
        names = theme_names(self.loaded.codebook)
        return names[self.choice.codes[0]] if len(self.choice.codes) == 1 else f"所选{len(self.choice.codes)}个主题"

    def heading(self, document: str | None, code: str | None) -> str:
        """The unit and the theme, as far as one of each is meant."""
        known = self.loaded.labels.set_index("document_id")["label"]
        unit = "所选各份报告" if document is None else str(known[document])
        return f"{unit}　{self.subject if code is None else theme_names(self.loaded.codebook)[code]}"

    @property
    def counted(self) -> str:
        """What a sentence about the chosen reports counts."""
        return counted_as(self.documents)


def prepare() -> None:
    """Draws the sidebar, loads the reports and leaves the view for the page; else stops with a sentence."""
    st.html(STYLE)
    with st.sidebar:
        st.html("<div class='brand'><b>对照</b>　报告并排看，数字有出处</div>")
        filters, uploads = st.container(), st.container()
    desk_banner()
    with uploads:
        origin_panel()
        upload_panel()
    loaded = _load()
    manual_banner()
    with filters:
        st.session_state["view"] = View(loaded, choose(loaded.labels, loaded.codebook, loaded.groups))


def prepared() -> View:
    """The view of this run, whatever it shows."""
    view: View = st.session_state["view"]
    return view


def current() -> View:
    """The view of this run; stops with a hint where there is nothing to show."""
    view = prepared()
    if not view.choice.documents:
        empty = view.loaded.labels.empty
        failure_list(view.loaded.tables["failures"])
        st.info(
            "还没有可以比较的报告。请在左侧“上传报告”处拖入报告文件或 zip 压缩包。"
            if empty
            else "没有报告符合左侧的筛选条件。请减少“单位”或“报告期”的选择。",
            icon=":material/info:",
        )
        st.stop()
    return view


def _load() -> Loaded:
    given = chosen_reports()
    bar = st.empty()
    done: list[str] = []

    def show(name: str) -> None:
        done.append(name)
        share = min(1.0, len(done) / max(1, given.count))
        bar.progress(share, text=f"正在分析第 {len(done)} / {given.count} 份：{as_markdown(name)}")

    try:
        return load(given, show)
    except RuleFileError as error:
        st.error(f"编码手册有误，请改正后重新启动：{as_markdown(str(error))}", icon=":material/error:")
        st.stop()
    finally:
        bar.empty()
