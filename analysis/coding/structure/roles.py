"""Gives each passage its part: intro, work, problems, plan, closing.

The words decide, not the place: a heading that names a part opens it; a turn (但/虽然…但/同时也要看到) with an
admission opens the problems inside any paragraph; 下一步/今后 with an intention opens the plan; what comes under a
heading that names no part belongs to the part above it. A section headed 下一步 that admits deficiencies is problems.
Rules after the coding manual, part 2 (roles).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.coding.base import Role
from analysis.coding.structure.cues import RoleCues
from analysis.coding.structure.intro import find_intro
from analysis.coding.structure.openers import opening, opens_plan, opens_problems
from analysis.coding.structure.outline import Outline
from analysis.coding.structure.steps import INNER_LEVELS, Kind, Step, steps

MOOD = 400  # characters that tell whether a passage is about what was done or shall be done
_STOP = re.compile(r"[。!?;\n]|$")


class Cut(NamedTuple):
    """From `at` on the text belongs to `role`: `sure` where words say so, `lasting` where a heading does."""

    at: int
    role: Role
    sure: bool = True
    lasting: bool = False


class Reading(NamedTuple):
    """The first reading of a body: where a part opens, anew or again, and the steps behind the introduction."""

    cuts: Sequence[Cut]
    steps: Sequence[Step]


Above = tuple[tuple[int, Role, bool], ...]


class State(NamedTuple):
    """Where the reader stands: the part now, the parts of the headings above, and what opened the part.

    `above` holds the level and part of each heading, and whether its words name that part alone.
    `opened_by` is `heading`, `sentence` or `start`; `item` the level of the mark last passed, `opened_in` the one
    passed when the part opened, `opener_end` the end of the sentence that opened it, `last_mark` the mark last
    passed, `announced` what the introduction says comes next.
    """

    role: Role
    above: Above = ()
    opened_by: str = "start"
    item: int = 0
    opened_in: int = 0
    opener_end: int = -1
    last_mark: Step | None = None
    announced: Role = Role.WORK

    @property
    def heading_role(self) -> Role:
        """The part that the headings above give."""
        return self.above[-1][1] if self.above else self.announced


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a report from front to back and notes where its part changes."""

    folded: str
    cues: RoleCues
    cuts: list[Cut] = field(default_factory=list)

    def paragraph(self, step: Step) -> str:
        """The whole paragraph that begins with `step`."""
        end = self.folded.find("\n", step.start)
        return self.folded[step.start : end if end >= 0 else None]

    def read(self, state: State, step: Step) -> State:
        """The state after one more step."""
        match step.kind:
            case Kind.HEADING:
                return self.heading(state, step)
            case Kind.MARK:
                return self.mark(state, step)
        return self.sentence(state, step)

    def cut(self, state: State, cut: Cut, by: str) -> State:
        """The state after a part opened."""
        self.cuts.append(cut)
        return state._replace(role=cut.role, opened_by=by, opened_in=state.item)

    def heading(self, state: State, step: Step) -> State:
        """A heading opens the part it names, or falls back to the part above."""
        above = tuple(entry for entry in state.above if entry[0] < step.level)
        inherited, given = above[-1][1:] if above else (None, False)
        words = self.folded[step.start : step.end]
        named = self.cues.named_by(words)
        if named is None and above and state.opened_by == "sentence" and self.lists(state, step):
            return self.listed(state, step, above)
        sure = named is not None or given
        if named is None and inherited is None:
            named = self.field_below(step) or self.neutral(state, step)
        if named is Role.PROBLEMS and self.cues.put_right(self.folded[step.end : step.end + MOOD]):
            named = Role.WORK  # a finding of an inspection, and below it what was done about it
        if named is Role.PROBLEMS and inherited is Role.WORK and self.cues.cites(words):
            named = None  # 关于“……不到位”问题 heads what was done about it
        if inherited is Role.PROBLEMS and self.cues.lacking(words):
            named = None  # 整改措施不精准 is a problem, not a plan
        if named is Role.WORK and inherited in {Role.PROBLEMS, Role.PLAN}:
            named = None
        role = named or inherited or Role.WORK
        lasting = sure and not self.cues.joint(words)
        state = self.cut(state, Cut(self.with_mark(state, step.start), role, sure, lasting), "heading")
        return state._replace(above=(*above, (step.level, role, lasting)), item=step.level)

    def listed(self, state: State, step: Step, above: Above) -> State:
        """A heading of the list that belongs to a sentence which opened a part goes on with that part."""
        above = (*above, (step.level, state.role, False))
        return state._replace(above=above, item=step.level, opened_in=min(state.opened_in, step.level - 1))

    def lists(self, state: State, step: Step) -> bool:
        """Whether a heading is of the list of the sentence that opened the part: below it, or behind its colon."""
        announced = self.folded[state.opener_end - 2 : step.start].rstrip().endswith(":")
        return step.level > state.opened_in or announced

    def field_below(self, step: Step) -> Role | None:
        """The part of the field (问题：) that begins right below a heading, or with which it ends."""
        words = self.folded[step.start : step.end]
        return self.cues.field(words if ":" in words else self.folded[step.end : step.end + MOOD].lstrip())

    def neutral(self, state: State, step: Step) -> Role:
        """What a heading of the top level that names no part opens: work, or more plan after the plan.

        After problems, only the mood of the text tells a plan from a return to work.
        """
        if state.role is Role.PLAN and state.opened_by == "heading":
            return Role.PLAN
        if state.role is Role.PROBLEMS and state.opened_by != "start":
            return self.cues.mood(self.folded[step.start : step.end + MOOD])
        return state.announced

    def mark(self, state: State, step: Step) -> State:
        """A mark of the level in which a sentence opened a part, or above, closes that part again."""
        if step.start == state.opener_end:
            return state._replace(item=step.level, opened_in=step.level - 1, last_mark=step)
        back = state.opened_by == "sentence" and step.level <= state.opened_in
        if back and state.role is not state.heading_role:
            state = self.cut(state, Cut(step.start, state.heading_role, sure=False), "heading")
        return state._replace(item=step.level, last_mark=step)

    def open(self, state: State, step: Step, offset: int, role: Role) -> State:
        """A sentence opens a part from `offset` on, and takes its mark with it where it begins with the mark."""
        at = self.with_mark(state, step.start + offset)
        return self.cut(state, Cut(at, role), "sentence")._replace(opener_end=step.end)

    def with_mark(self, state: State, at: int) -> int:
        """Where what begins `at` starts together with its mark."""
        mark = state.last_mark
        return mark.start if mark and mark.end <= at and not self.folded[mark.end : at].strip() else at

    def sentence(self, state: State, step: Step) -> State:
        """A sentence may open problems or plan, or show that the problems are over."""
        said = opening(self.folded[step.start : step.end])
        if step.kind is Kind.PARAGRAPH and state.item >= INNER_LEVELS:
            state = state._replace(item=state.above[-1][0] if state.above else 0)
        if state.role is not Role.PLAN and opens_plan(self.cues, said, state.role):
            return self.open(state, step, 0, Role.PLAN)
        admitted = opens_problems(self.cues, said) if state.role is not Role.PROBLEMS else None
        if admitted is not None and not self.cues.put_right(self.folded[step.end : step.end + MOOD]):
            return self.open(state, step, admitted, Role.PROBLEMS)
        if state.role is Role.PROBLEMS and state.opened_by == "sentence" and step.kind is Kind.PARAGRAPH:
            listed = state.last_mark is not None and state.last_mark.start == step.start  # the list of problems goes on
            if not listed and not self.cues.deficient(self.paragraph(step)):
                return self.cut(state, Cut(step.start, state.heading_role, sure=False), "sentence")
        return state


def read_roles(folded: str, outline: Outline, cues: RoleCues, start: int, end: int) -> Reading:
    """Reads the body between `start` and `end` once; its first cut is at `start`, an empty body has none."""
    if end <= start:
        return Reading((), ())
    reader = Reader(folded, cues)
    intro_end, announced = find_intro(cues, folded, outline, start, end)
    first = Role.INTRO if intro_end > start else Role.WORK
    state = State(role=Role.NONE, announced=announced)
    state = reader.cut(state, Cut(start, first, sure=False), "start")
    if first is Role.INTRO:
        state = reader.cut(state, Cut(intro_end, announced, sure=announced is Role.PROBLEMS), "start")
    behind = steps(folded, outline, intro_end, end)
    for step in behind:
        state = reader.read(state, step)
    lists_problems = {cut.role for cut in reader.cuts} == {Role.WORK} and _only_lacks(folded, outline, cues, end)
    return Reading([Cut(start, Role.PROBLEMS)] if lists_problems else reader.cuts, behind)


def _only_lacks(folded: str, outline: Outline, cues: RoleCues, end: int) -> bool:
    """Whether every top item opens with a lack: an excerpt that is nothing but a list of problems."""
    highest = min((m.level for m, _ in outline.items), default=0)
    top = [m for m, _ in outline.items if m.level == highest]
    stops = ((m.end, _STOP.search(folded, m.end, end)) for m in top)
    return len(top) > 1 and all(stop and cues.lacking(folded[begin : stop.start()]) for begin, stop in stops)
