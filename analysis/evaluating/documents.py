"""Who reports about which period."""

import re
import unicodedata

from analysis.evaluating.case import Case, Marks, Miss
from analysis.evaluating.figures import Share

KINDS = ("annual", "quarter", "half", "month")
_SIGNS = re.compile(r"[\s*＊×xX〔〕.…（）()“”\"']")


def plain(name: str) -> str:
    """A unit's name without mask signs, brackets, quotation marks and white space."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", name))


def _kind(name: str) -> str:
    return name if name in KINDS else "other"


def _unit(case: Case) -> bool:
    found = case.document.get("unit", "")
    names = {plain(name) for name in (case.gold.unit, *case.gold.unit_aliases) if name}
    return plain(found) in names or not (case.gold.unit or found.strip())


def _other_text(case: Case) -> tuple[Miss, ...]:
    """A complaint where the two copies of the text differ in more than white space."""
    own, gold = case.own_ruler.length, case.gold_ruler.length
    what = f"去掉空白后 {own} 字，人工编码的原文 {gold} 字" if case.document else "没有读到这份报告"
    return () if own == gold else (case.wrong("text", what),)


def score(case: Case) -> Marks:
    """The unit (or another of its names), whether it is masked, the year and the kind of period."""
    gold, own = case.gold, case.document
    checks = {
        "unit": (_unit(case), own.get("unit"), gold.unit),
        "unit_masked": (
            bool(own.get("unit_masked")) == gold.unit_masked,
            own.get("unit_masked"),
            gold.unit_masked,
        ),
        "year": ((own.get("year") or None) == (gold.period.year or None), own.get("year"), gold.period.year),
        "period_kind": (
            _kind(own.get("period_kind", "")) == _kind(gold.period.kind),
            own.get("period_kind"),
            gold.period.kind,
        ),
    }
    return Marks(
        {name: Share(int(right), 1) for name, (right, _, _) in checks.items()},
        (
            *_other_text(case),
            *(
                case.wrong(name, f"{found or '（空）'}，应为 {wanted or '（空）'}")
                for name, (right, found, wanted) in checks.items()
                if not right
            ),
        ),
    )
