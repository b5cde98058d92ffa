"""The Chinese words for what the pages let people choose."""

from collections.abc import Mapping

import streamlit as st

from analysis.codebook import Codebook
from analysis.comparing.base import ROLE_NAMES, ROLES

PARTS: Mapping[str, str] = {role: ROLE_NAMES[role] for role in ROLES}
MEASURES: Mapping[str, str] = {"codings": "分句数", "per_thousand": "每千字", "covered": "是否提及"}
MEASURE_WORDS: Mapping[str, str] = {"codings": "个分句", "per_thousand": "个分句/千字", "covered": "个主题"}


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
