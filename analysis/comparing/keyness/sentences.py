"""What the words amount to, in a sentence, and as findings for the overview."""

from collections.abc import Mapping

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

MOST_NAMED, MOST_FOUND = 3, 3
BASIS = "用到这些词的句子"


def title_keyness(found: pd.DataFrame, label: str, compared: str) -> str:
    """Names the words at the top of KEYNESS, with the counts of the first.

    Args:
        found: KEYNESS of one report.
        label: what the report is called.
        compared: what it was compared with: `其他16份报告` or `上期报告`.
    """
    if found.empty:
        return f"{label}没有比{compared}明显多用的词"
    first = found.iloc[0]
    there = f"合计{first['other_count']}次" if first["other_count"] else "没有用过"
    return f"{label}比{compared}明显多用{_named(found)}（“{first['word']}”{first['count']}次，对照{there}）"


def _named(found: pd.DataFrame) -> str:
    return "".join(f"“{word}”" for word in found["word"].head(MOST_NAMED))


def keyness_findings(
    found: Mapping[str, pd.DataFrame], words: pd.DataFrame, labels: pd.DataFrame, page: str = "keywords"
) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of the reports whose words differ most; keys `findings` and `finding_spans`.

    Args:
        found: KEYNESS by report, against the other units.
        words: WORDS.
        labels: LABELS.
        page: the page that shows more.
    """
    names = dict(zip(labels["document_id"], labels["label"], strict=True))
    told = sorted((key for key in found if len(found[key])), key=lambda key: (-float(found[key]["g2"].iloc[0]), key))
    rows, spans = [], []
    for place, key in enumerate(told[:MOST_FOUND]):
        sentence = f"{names[key]}比其他单位明显多用{_named(found[key])}，请看是否偏重业务"
        rows.append((f"keyness-{key}", page, 0.45 - 0.02 * place, sentence, BASIS, key))
        shown = words["document_id"].eq(key) & words["word"].isin(found[key]["word"].head(MOST_NAMED))
        columns = ["document_id", "start", "end"]
        spans += [(f"keyness-{key}", *span) for span in words[shown][columns].itertuples(index=False, name=None)]
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, spans)}
