"""One report: the order in which its text is coded, and everything that comes of it."""

from dataclasses import dataclass
from functools import cached_property

from analysis.codebook import Codebook
from analysis.coding.base import Answer, Coding, Parsed, Plan, Problem, Quantity
from analysis.coding.identity.names import Names, find_names
from analysis.coding.indicators.linking import link_indicators
from analysis.coding.indicators.states import IndicatorState, indicator_states
from analysis.coding.period import Period, find_period
from analysis.coding.problems.answers import match_answers
from analysis.coding.problems.categories import categorise
from analysis.coding.problems.finding import find_problems
from analysis.coding.problems.plans import find_plans
from analysis.coding.problems.remedies import Remedies
from analysis.coding.quantities.finding import find_quantities
from analysis.coding.quantities.phrases import with_phrases
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.coding.themes.cues import CueMatcher
from analysis.lexicon.coding import Lexicon
from analysis.reading.base import Report


@dataclass(frozen=True)
class Manual:
    """What coding needs besides the text; the matcher is built once and serves every report."""

    codebook: Codebook
    lexicon: Lexicon

    @cached_property
    def matcher(self) -> CueMatcher:
        """The codebook's cues as one automaton."""
        return CueMatcher(self.codebook, self.lexicon.clauses)


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report with all its evidence; plans and problems are tied by their positions."""

    report: Report
    parsed: Parsed
    names: Names
    period: Period
    codings: tuple[Coding, ...]
    problems: tuple[Problem, ...]
    plans: tuple[Plan, ...]
    answers: tuple[Answer, ...]
    quantities: tuple[Quantity, ...]
    states: tuple[IndicatorState, ...]


def identify(report: Report, manual: Manual) -> tuple[Names, Period]:
    """Who wrote the report and for which period, without coding the rest."""
    parsed = parse(report.text, manual.lexicon.roles)
    names = find_names(parsed, manual.lexicon.names)
    return names, find_period(parsed, names.title, manual.lexicon.names)


def code_report(report: Report, manual: Manual) -> CodedReport:
    """Codes one report."""
    return code_parsed(report, parse(report.text, manual.lexicon.roles), manual)


def code_parsed(report: Report, parsed: Parsed, manual: Manual) -> CodedReport:
    """Codes one report that is cut up already: its parts need not be those that the machine would find."""
    codebook, lexicon = manual.codebook, manual.lexicon
    names = find_names(parsed, lexicon.names)
    codings = code_themes(parsed, manual.matcher, lexicon.clauses)
    problems = categorise(parsed, find_problems(parsed, lexicon.problems), codebook.categories, lexicon.problems)
    plans = find_plans(parsed, lexicon.answers)
    counted = find_quantities(parsed, lexicon.quantities)
    quantities = with_phrases(parsed, link_indicators(parsed, counted, codebook))
    return CodedReport(
        report=report,
        parsed=parsed,
        names=names,
        period=find_period(parsed, names.title, lexicon.names),
        codings=codings,
        problems=problems,
        plans=plans,
        answers=match_answers(parsed, problems, plans, Remedies(codebook, codings), lexicon.answers),
        quantities=quantities,
        states=indicator_states(quantities, codebook),
    )
