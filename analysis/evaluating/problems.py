"""Which problems the unit admits, of which kind, and which of them a plan answers."""

from collections.abc import Sequence

from analysis.evaluating.case import Case, Marks
from analysis.evaluating.figures import Share, Tally
from analysis.evaluating.ruler import pair

LEAST_COVER = 0.5  # of the shorter span, for two items to be the same
Pairs = Sequence[tuple[int, int]]


def _pairs(case: Case) -> Pairs:
    wanted = [case.wanted(p.start, p.start + len(p.quote)) for p in case.gold.problems]
    return pair([case.found(row) for row in case.rows["problems"]], wanted, LEAST_COVER)


def _items(case: Case, pairs: Pairs) -> Marks:
    rows, gold = case.rows["problems"], case.gold
    wrong = sorted(set(range(len(rows))) - {i for i, _ in pairs})
    missed = sorted(set(range(len(gold.problems))) - {j for _, j in pairs})
    return Marks(
        {"problem_items": Tally(len(pairs), len(wrong), len(missed))},
        (
            *(case.wrong("problem_items", rows[i]["quote"]) for i in wrong),
            *(case.missed("problem_items", gold.problems[j].quote) for j in missed),
        ),
    )


def _categories(case: Case, pairs: Pairs) -> Marks:
    rows, gold = case.rows["problems"], case.gold
    found = {category for row in rows for category in row["categories"].split(";") if category}
    wanted = {category for problem in gold.problems for category in problem.categories}
    other = [(i, j) for i, j in pairs if (rows[i]["primary"] or None) != gold.problems[j].primary]
    return Marks(
        {
            "problem_categories": Tally.of(found, wanted),
            "problem_primary": Share(len(pairs) - len(other), len(pairs)),
        },
        (
            *(case.wrong("problem_categories", category) for category in sorted(found - wanted)),
            *(case.missed("problem_categories", category) for category in sorted(wanted - found)),
            *(
                case.wrong("problem_primary", f"{rows[i]['primary']}，应为 {gold.problems[j].primary}")
                for i, j in other
            ),
        ),
    )


def _answers(case: Case, pairs: Pairs) -> Marks:
    """Problems that a plan answers directly; where the gold says only by theme, either is right."""
    gold = case.gold
    direct = {i for plan in gold.plans for i in plan.answered("direct")}
    open_to_both = {i for plan in gold.plans for i in plan.answered("theme")} - direct
    rows = [row for row in case.rows["answers"] if row["strength"] == "direct"]
    answered = {row["problem_id"] for row in rows}
    found = {j for i, j in pairs if case.rows["problems"][i]["problem_id"] in answered} - open_to_both
    wanted = direct & {j for _, j in pairs}
    misses = (
        *(case.wrong("answered_problems", gold.problems[j].quote) for j in sorted(found - wanted)),
        *(case.missed("answered_problems", gold.problems[j].quote) for j in sorted(wanted - found)),
    )
    return Marks({"answered_problems": Tally.of(found, wanted)}, misses)


def score(case: Case) -> Marks:
    """Items, the categories in the text, the main category of matched items, and answers to them."""
    pairs = _pairs(case)
    parts = (_items(case, pairs), _categories(case, pairs), _answers(case, pairs))
    return Marks(
        {name: figure for part in parts for name, figure in part.figures.items()},
        tuple(miss for part in parts for miss in part.misses),
    )
