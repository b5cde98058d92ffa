"""Which part of the report each character belongs to."""

from analysis.evaluating.case import Case, Marks, Miss
from analysis.evaluating.figures import Share
from analysis.evaluating.gold import Passage

TOLERATED = 0.95  # below this share of a passage the difference is listed


def _roles(case: Case) -> list[str]:
    """The product's role of every character that is not white space."""
    roles = [""] * (max(case.own_ruler.length, case.gold_ruler.length) + 1)
    for row in case.rows["sections"]:
        start, end = case.found(row)
        roles[start:end] = [row["role"]] * (end - start)
    return roles


def _miss(case: Case, passage: Passage, share: Share) -> Miss:
    quote = case.text[passage.start : passage.end].split("\n", 1)[0][:20]
    return case.missed("role_characters", f"{passage.role} {quote}…：{share.right}/{share.cases} 字")


def score(case: Case) -> Marks:
    """Characters with the right role among those that have one in the gold."""
    roles = _roles(case)
    shares = []
    for passage in case.gold.roles:
        start, end = case.wanted(passage.start, passage.end)
        shares.append(Share(sum(role == passage.role for role in roles[start:end]), end - start))
    return Marks(
        {"role_characters": sum(shares, Share())},
        tuple(
            _miss(case, passage, share)
            for passage, share in zip(case.gold.roles, shares, strict=True)
            if share.right < TOLERATED * share.cases
        ),
    )
