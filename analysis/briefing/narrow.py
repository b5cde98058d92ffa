"""Narrows what is chosen by words that a person types: part of a unit's name, a theme, a period."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.briefing.choice import Chosen


class UnknownError(ValueError):
    """A word fits nothing; the text says in Chinese which, and what there is."""


def narrowed(choice: Chosen, units: Sequence[str], themes: Sequence[str], periods: Sequence[str]) -> Chosen:
    """`choice` with the units, themes (or dimensions) and periods that hold one of the words; none given means all.

    Raises:
        UnknownError: a word fits nothing, or no report is left.
    """
    named = choice.labels
    wanted = _fitting(named["document_id"], named["label"], units, "单位")
    wanted &= _fitting(named["document_id"], named["period"], periods, "报告期")
    dimensions = {dimension.id: dimension.name for dimension in choice.codebook.dimensions}
    known = [theme for theme in choice.codebook.themes if theme.id in choice.codes]
    names = [f"{theme.name} {dimensions[theme.dimension]}" for theme in known]
    codes = _fitting([theme.id for theme in known], names, themes, "主题")
    documents = tuple(key for key in choice.documents if key in wanted)
    if choice.documents and not documents:
        raise UnknownError("没有报告同时符合所写的单位和报告期，请减少条件。")
    return replace(choice, documents=documents, codes=tuple(code for code in choice.codes if code in codes))


def _fitting(keys: Iterable[str], names: Iterable[str], words: Sequence[str], what: str) -> set[str]:
    """The keys whose name holds one of `words`."""
    pairs = list(zip(keys, names, strict=True))
    if not words:
        return {key for key, _ in pairs}
    found = {word: {key for key, name in pairs if word in name} for word in words}
    if unknown := [word for word, hits in found.items() if not hits]:
        some = "、".join(list(dict.fromkeys(name.split(" ")[0] for _, name in pairs))[:8])
        raise UnknownError(f"没有{what}符合“{'”“'.join(unknown)}”。现有的{what}有：{some}等。")
    return set().union(*found.values())
