"""The Chinese words for what the pages let people choose."""

from collections.abc import Mapping

import streamlit as st

from analysis.codebook import Codebook
from analysis.comparing.base import ROLE_NAMES, ROLES

PARTS: Mapping[str, str] = {role: ROLE_NAMES[role] for role in ROLES}
MEASURES: Mapping[str, str] = {"codings": "分句数", "per_thousand": "每千字", "covered": "是否提及"}
MEASURE_WORDS: Mapping[str, str] = {"codings": "个分句", "per_thousand": "个分句/千字", "covered": "个主题"}

PAGES: Mapping[str, tuple[str, str]] = {
    "overview": ("pages/overview/overview.py", "总览"),
    "themes": ("pages/compare/themes.py", "主题对比"),
    "indicators": ("pages/compare/indicators.py", "数量指标"),
    "problems": ("pages/compare/problems.py", "存在问题"),
    "reading": ("pages/read/reading.py", "对读"),
    "reuse": ("pages/compare/reuse.py", "雷同"),
    "keywords": ("pages/compare/keywords.py", "特征词"),
    "checks": ("pages/check/checks.py", "核查"),
    "trends": ("pages/compare/trends.py", "趋势"),
    "review": ("pages/review/review.py", "复核"),
    "agreement": ("pages/review/agreement.py", "一致性"),
    "manual": ("pages/manual/manual.py", "编码手册"),
    "desk": ("pages/desk/reports.py", "报告管理"),
    "meeting": ("pages/meeting/basket.py", "会议材料"),
    "admin": ("pages/admin/accounts.py", "管理"),
}


def theme_names(codebook: Codebook) -> dict[str, str]:
    """Theme id to name."""
    return {theme.id: theme.name for theme in codebook.themes}


def dimension_names(codebook: Codebook) -> dict[str, str]:
    """Dimension id to name."""
    return {dimension.id: dimension.name for dimension in codebook.dimensions}


def pick(label: str, key: str, names: Mapping[str, str]) -> str:
    """One of `names`, chosen by buttons side by side and kept in the address."""
    chosen: str = st.segmented_control(
        label,
        list(names),
        default=next(iter(names)),
        format_func=names.get,
        key=key,
        required=True,
        bind="query-params",
    )
    return chosen
