"""Gives each passage its part: intro, work, problems, plan, closing.

The words decide, not the place: a heading that names a part opens it; a turn (但/虽然…但/同时也要看到) with an admission
opens the problems inside any paragraph; 下一步/今后 with an intention opens the plan; what comes under a heading that
names no part belongs to the part above it. A section headed 下一步 that admits deficiencies is problems. Rules after the
coding manual, part 2 (roles).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from analysis.coding.base import Role
from analysis.coding.structure.cues import RoleCues
from analysis.coding.structure.markers import Marker
from analysis.coding.structure.outline import Outline

_SENTENCE = re.compile(r"[^\n。!?]*(?:[。!?]+[\"')]*|\n|$)")
_STOPS = re.compile(r"[。!?;\n]")
MIN_SIBLINGS = 3  # fewer items show no habit of how many paragraphs an item has
ITEM_LEVELS = 5  # from here on marks number items inside a paragraph


@dataclass(frozen=True, slots=True)
class Step:
    """Something to read next: a heading (its words), a mark or a sentence, from `start`; `level` 0 for a sentence."""

    kind: str
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """Where the reader stands: the part now, the parts of the headings above, and what opened the part.

    `opened_by` is `heading`, `sentence` or `start`; `item` the level of the mark last passed, `opened_in` the one passed
    when the part opened, `opener_end` the end of the sentence that opened it, `announced` what the introduction says
    comes next.
    """

    role: Role
    above: tuple[tuple[int, Role], ...] = ()
    opened_by: str = "start"
    item: int = 0
    opened_in: int = 0
    opener_end: int = -1
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
    cuts: list[tuple[int, Role]] = field(default_factory=list)

    def cut(self, state: State, at: int, role: Role, by: str) -> State:
        """The state after the part became `role` at `at`."""
        if role is not state.role:
            self.cuts.append((at, role))
        return replace(state, role=role, opened_by=by, opened_in=state.item)

    def heading(self, state: State, step: Step) -> State:
        """A heading opens the part it names, or falls back to the part above."""
        above = tuple(entry for entry in state.above if entry[0] < step.level)
        inherited = above[-1][1] if above else None
        named = self.cues.named_by(self.folded[step.start : step.end])
        if named is None and inherited is None:
            named = self.neutral(state, step)
        words = self.folded[step.start : step.end]
        if inherited is Role.PROBLEMS and self.cues.lacking(words):
            named = None  # 整改措施不精准 is a problem, not a plan
        if named is Role.WORK and inherited in {Role.PROBLEMS, Role.PLAN}:
            named = None
        role = named or inherited or Role.WORK
        state = self.cut(state, step.start, role, "heading")
        return replace(state, above=(*above, (step.level, role)), item=step.level)

    def neutral(self, state: State, step: Step) -> Role:
        """What a heading of the top level that names no part opens: work, or more plan after the plan.

        After problems, only the mood of the text tells a plan from a return to work.
        """
        if state.role is Role.PLAN and state.opened_by == "heading":
            return Role.PLAN
        if state.role is Role.PROBLEMS and state.opened_by != "start":
            return self.cues.mood(self.folded[step.start : step.end + 400])
        return state.announced

    def mark(self, state: State, step: Step) -> State:
        """A mark of the level in which a sentence opened a part, or above, closes that part again."""
        if step.start == state.opener_end:
            return replace(state, item=step.level, opened_in=step.level - 1)
        back = state.opened_by == "sentence" and step.level <= state.opened_in
        if back and state.role is not state.heading_role:
            state = self.cut(state, step.start, state.heading_role, "heading")
        return replace(state, item=step.level)

    def sentence(self, state: State, step: Step) -> State:
        """A sentence may open problems or plan, or show that the problems are over."""
        text = self.folded[step.start : step.end]
        if step.kind == "paragraph" and state.item >= ITEM_LEVELS:
            state = replace(state, item=state.above[-1][0] if state.above else 0)
        if state.role is not Role.PLAN and self.cues.opens_plan(text):
            return replace(self.cut(state, step.start, Role.PLAN, "sentence"), opener_end=step.end)
        if state.role is not Role.PROBLEMS and (offset := self.cues.opens_problems(text)) is not None:
            state = self.cut(state, step.start + offset, Role.PROBLEMS, "sentence")
            return replace(state, opener_end=step.end)
        over = state.role is Role.PROBLEMS and state.opened_by == "sentence" and step.kind == "paragraph"
        if over and not self.cues.deficient(self.folded[step.start :].split("\n", 1)[0]):
            return self.cut(state, step.start, state.heading_role, "sentence")
        return state


def _steps(folded: str, outline: Outline, start: int, end: int) -> Iterator[Step]:
    """Headings, marks and sentences from `start` to `end`, in order."""
    headings = [Step("heading", h.start, h.end, h.level) for h in outline.headings if h.level < ITEM_LEVELS]
    heads = {h.start for h in headings}
    marks = [Step("mark", m.start, m.end, m.level) for m, _ in outline.items if m.start not in heads]
    borders = sorted(step.start for step in (*headings, *marks))
    skip = {h.start: h.end for h in headings}
    steps = [*headings, *marks]
    left = start
    for right in [*borders, end]:
        left = max(left, skip.get(left, left))
        steps += [s for s in _sentences(folded, left, right) if s.end > s.start]
        left = skip.get(right, right)
    return iter(sorted((s for s in steps if start <= s.start < end), key=lambda s: (s.start, s.kind == "sentence")))


def _sentences(folded: str, start: int, end: int) -> Iterator[Step]:
    for hit in _SENTENCE.finditer(folded, start, end):
        lead = len(hit[0]) - len(hit[0].lstrip())
        first = hit.start() + lead
        kind = "paragraph" if first == 0 or folded[first - 1] == "\n" else "sentence"
        yield Step(kind, first, hit.end())


def read_roles(folded: str, outline: Outline, cues: RoleCues, start: int, end: int) -> list[tuple[int, Role]]:
    """Where the part changes between `start` and `end`: (offset, new part) in order, the first at `start`."""
    reader = Reader(folded, cues)
    intro_end, announced = cues.intro(folded, [h.start for h in outline.headings], outline.items, start, end)
    first = Role.INTRO if intro_end > start else Role.WORK
    state = State(role=Role.NONE, announced=announced)
    state = reader.cut(state, start, first, "start")
    if first is Role.INTRO:
        state = reader.cut(state, intro_end, announced, "start")
    for step in _steps(folded, outline, intro_end, end):
        state = getattr(reader, {"paragraph": "sentence"}.get(step.kind, step.kind))(state, step)
    lists_problems = [role for _, role in reader.cuts] == [Role.WORK] and _only_lacks(folded, outline, cues, end)
    return [(start, Role.PROBLEMS)] if lists_problems else reader.cuts


def _only_lacks(folded: str, outline: Outline, cues: RoleCues, end: int) -> bool:
    """Whether every top item opens with a lack: an excerpt that is nothing but a list of problems."""
    marks = [m for m, _ in outline.items]
    top = [m for m in marks if m.level == min(other.level for other in marks)]
    heads = [_STOPS.split(folded[m.end : end], maxsplit=1)[0] for m in top]
    return len(heads) > 1 and all(cues.lacking(head) for head in heads)


def add_closing(
    folded: str, cuts: Sequence[tuple[int, Role]], outline: Outline, cues: RoleCues, end: int
) -> list[tuple[int, Role]]:
    """`cuts` with the closing: the last unnumbered paragraphs that only thank, promise or hand over.

    They say so in their words, or they come on top of an enumeration whose other items have fewer paragraphs.
    """
    marks = [m for m, _ in outline.items if m.start == 0 or folded[m.start - 1] == "\n"]
    last_mark = max((m.start for m in marks), default=end)
    start = _extra_paragraphs(folded, marks, end)
    if not cuts or cuts[-1][1] is not Role.PLAN or cuts[-1][0] >= start:
        start = end
    while (line := folded.rfind("\n", 0, start - 1) + 1) > last_mark and cues.closes(folded[line:start]):
        start = line
    before = [(at, role) for at, role in cuts if at < start]
    if start == end or not before or _only_heading(folded[before[-1][0] : start]):
        return list(cuts)
    return [*before, (start, Role.CLOSING)]


def _only_heading(passage: str) -> bool:
    return not re.search(r"[。;!?]", passage)


def _extra_paragraphs(folded: str, marks: Sequence[Marker], end: int) -> int:
    """Where the paragraphs begin that the last item has beyond each of its two or more even siblings; else `end`."""
    if not marks:
        return end
    above = max((i for i, m in enumerate(marks) if m.level < marks[-1].level), default=-1)
    siblings = [m.start for m in marks[above + 1 :] if m.level == marks[-1].level]
    counts = {folded.count("\n", a, b) for a, b in zip(siblings, siblings[1:], strict=False)}
    if len(siblings) < MIN_SIBLINGS or len(counts) != 1:
        return end
    at = siblings[-1]
    for _ in range(counts.pop()):
        at = folded.find("\n", at, end) + 1 or end
    return at

