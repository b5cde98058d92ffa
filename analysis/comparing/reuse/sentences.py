"""What text reuse amounts to, in sentences: the title of the chart and the findings for the overview."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

MOST_OF_A_KIND = 3
BASIS = "雷同的原文"
KIND_NAMES = {"exact": "一字不差", "swapped": "只换了数字、日期、届次或名称", "edited": "改动了部分词句"}
NOTHING = {
    "units": "{total}份报告之间没有发现雷同段落",
    "period": "{total}份有往期的报告中没有发现照抄往期的段落",
    "inside": "{total}份报告内部没有发现重复段落",
}


def title_reuse(pairs: pd.DataFrame, relation: str, total: int) -> str:
    """Says how many pairs (or reports) share passages and which shares most (REUSE_PAIRS of `relation`).

    Args:
        pairs: most reused first.
        relation: `units`, `period` or `inside`.
        total: how many reports were looked at.
    """
    if relation == "period" and not total:
        return "所选报告中没有同一单位的两期报告，无从比较"
    if pairs.empty:
        return NOTHING[relation].format(total=total)
    first, passages = pairs.iloc[0], int(pairs["passages"].sum())
    if relation == "inside":
        most = f"，最多的是{first['label_a']}" if len(pairs) > 1 else f"：{first['label_a']}"
        return f"{total}份报告中{len(pairs)}份内部有重复段落，共{passages}段{most}"
    head = "单位之间" if relation == "units" else "与本单位往期"
    most = "，雷同最多的是" if len(pairs) > 1 else "："
    names = f"{first['label_a']}与{first['label_b']}"
    return f"{head}有{len(pairs)}对报告共{passages}段雷同{most}{names}（{first['passages']}段{first['characters']}字）"


def reuse_findings(pairs: pd.DataFrame, passages: pd.DataFrame, page: str = "reuse") -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of REUSE_PAIRS and their REUSE_PASSAGES; keys `findings` and `finding_spans`."""
    found, spans = [], []
    for relation in ("units", "period", "inside"):
        for row in pairs[pairs["relation"].eq(relation)].head(MOST_OF_A_KIND).to_dict("records"):
            key, a, b = f"reuse-{row['pair_id']}", row["document_id_a"], row["document_id_b"]
            weight = 0.6 + 0.35 * min(1.0, 4 * max(row["share_a"], row["share_b"]))
            found.append((key, page, weight, _sentence(row, relation), BASIS, ";".join(dict.fromkeys((a, b)))))
            spans += [(key, *span) for span in _both(passages, a, b)]
    found.sort(key=lambda entry: -entry[2])
    return {"findings": frame(FINDINGS, found), "finding_spans": frame(FINDING_SPANS, spans)}


def _sentence(row: Mapping[Any, Any], relation: str) -> str:
    size = f"{row['passages']}段（{row['characters']}字）"
    if relation == "inside":
        return f"{row['label_a']}：报告内部重复{size}"
    if relation == "period":
        return f"{row['label_b']}：与往期报告（{row['label_a']}）雷同{size}，占本报告{row['share_b']:.0%}"
    return f"{row['label_a']}与{row['label_b']}雷同{size}，其中{_how(row)}"


def _how(row: Mapping[Any, Any]) -> str:
    return "、".join(f"{name}{row[kind]}段" for kind, name in KIND_NAMES.items() if row[kind])


def _both(passages: pd.DataFrame, a: str, b: str) -> Iterator[tuple[str, int, int]]:
    """The two places of each passage between `a` and `b`, each place once."""
    own = passages[passages["document_id_a"].eq(a) & passages["document_id_b"].eq(b)]
    places = {(a, *span) for span in own[["start_a", "end_a"]].itertuples(index=False, name=None)}
    yield from sorted(places | {(b, *span) for span in own[["start_b", "end_b"]].itertuples(index=False, name=None)})
