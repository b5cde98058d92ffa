"""A text as if all of it told of work done, so that language rules are tested without headings and roles."""

from analysis.coding.base import Parsed, Role, Section
from analysis.coding.structure.sentences import cut_clauses, cut_sentences
from analysis.phrases import fold


def as_role(text: str, role: Role = Role.WORK) -> Parsed:
    """`text` as one section of `role`."""
    folded = fold(text)
    sections = (Section(0, 0, "", "", role, 0, len(text), 0),)
    sentences = cut_sentences(folded, sections, [])
    return Parsed(text, folded, sections, (), sentences, cut_clauses(folded, sentences))
