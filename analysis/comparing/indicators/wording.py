"""How a report itself writes a number that is only about so much: 3000余户, 95%以上, 不少于12期."""

import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from analysis.coding.quantities.numerals import PERCENT, TOKEN, read_numeral
from analysis.coding.quantities.rules import Rules, compile_rules
from analysis.coding.quantities.spot import LOOK
from analysis.lexicon.coding import quantity_words
from analysis.phrases import fold

NUMBER = re.compile(f"{PERCENT}|{TOKEN}")
PLACES = ["document_id", "value", "value_high", "number_start", "number_end"]


def with_wording(numbers: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """`numbers` (QUANTITIES) with `written`: the words of the report for an approximate one, empty for all others."""
    texts = dict(zip(documents["document_id"], documents["text"], strict=True))
    rules = compile_rules(quantity_words())
    about = numbers["approximate"].fillna(value=False) & numbers["status"].eq("reported")
    own = numbers[about & numbers["number_start"].notna() & numbers["number_end"].notna()]
    said = [_written(row, texts[row["document_id"]], rules) for row in own[PLACES].to_dict("records")]
    return numbers.assign(written=pd.Series(said, own.index, dtype="str").reindex(numbers.index, fill_value=""))


def _written(row: Mapping[Hashable, Any], text: str, rules: Rules) -> str:
    start, end = int(row["number_start"]), int(row["number_end"])
    if not _still_said(row, fold(text[start:end])):
        return ""
    before = rules.about_before.search(fold(text[max(0, start - LOOK) : start]).rstrip())
    after = rules.about_after.match(fold(text[end : end + LOOK]))
    words = (before[0] if before else "", text[start:end], after[0] if after else "")
    return "".join("".join(words).split())


def _still_said(row: Mapping[Hashable, Any], said: str) -> bool:
    """Whether these words give the one value of the number; what a person changed they do not, nor half a range."""
    hit = NUMBER.match(said)
    numeral = read_numeral(hit[0]) if hit else None
    return numeral is not None and numeral.value == row["value"] and bool(pd.isna(row["value_high"]))
