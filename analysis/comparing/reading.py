"""Sentences of several reports side by side, by theme, kind of problem or part; and one report as a whole."""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import ROLE_NAMES, ROLES, Tables
from analysis.tables.base import frame
from analysis.tables.comparing.themes import PASSAGE_MARKS, PASSAGES

CUE, NUMBER = "cue", "number"
SENTENCE = ["document_id", "sentence_id", "section_id", "role", "start", "end", "text"]


def by_theme(
    tables: Tables, codebook: Codebook, documents: Sequence[str], codes: Sequence[str], roles: Iterable[str]
) -> pd.DataFrame:
    """PASSAGES: for each of the themes `codes` the sentences of `documents` that hold one of its clauses."""
    codings = tables["codings"]
    codings = codings[codings["document_id"].isin(list(documents)) & codings["role"].isin(list(roles))]
    groups = [
        (theme.id, theme.name, codings[codings["code_id"].eq(theme.id)]["sentence_id"])
        for theme in codebook.themes
        if theme.id in codes
    ]
    return _passages(tables, codebook, documents, groups)


def by_category(tables: Tables, codebook: Codebook, documents: Sequence[str]) -> pd.DataFrame:
    """PASSAGES: for each kind of problem the sentences of `documents` that admit one."""
    problems = category_spans(tables, documents)
    inside = _sentences(tables, documents).merge(problems, on="document_id", suffixes=("", "_problem"))
    inside = inside[(inside["start"] < inside["end_problem"]) & (inside["end"] > inside["start_problem"])]
    groups = []
    for category in codebook.categories:
        own = inside[inside["group_id"].eq(category.id)]
        if len(own):
            groups.append((category.id, category.name, own["sentence_id"]))
    return _passages(tables, codebook, documents, groups)


def category_spans(tables: Tables, documents: Sequence[str]) -> pd.DataFrame:
    """The problems of `documents` as spans: document_id, start, end, and `group_id`, each of its categories."""
    problems = tables["problems"]
    own = problems[problems["document_id"].isin(list(documents))]
    own = own.assign(group_id=own["categories"].str.split(";")).explode("group_id")
    return own[["document_id", "start", "end", "group_id"]]


def by_part(tables: Tables, codebook: Codebook, documents: Sequence[str], roles: Iterable[str]) -> pd.DataFrame:
    """PASSAGES: for each part of `roles` all its sentences in `documents`."""
    wanted = set(roles)
    sentences = _sentences(tables, documents)
    groups = [
        (role, f"{ROLE_NAMES[role]}部分", sentences[sentences["role"].eq(role)]["sentence_id"])
        for role in ROLES
        if role in wanted
    ]
    return _passages(tables, codebook, documents, groups)


def whole_report(tables: Tables, codebook: Codebook, document: str) -> pd.DataFrame:
    """PASSAGES of one report from its title to its end: a group is a paragraph, named by the heading it opens.

    `group_id` is the section's id and the number of the paragraph in the report.
    """
    own = _sentences(tables, [document])
    documents = tables["documents"]
    text = documents.loc[documents["document_id"].eq(document), "text"].iloc[0]
    headings = dict(zip(tables["sections"]["section_id"], tables["sections"]["heading"], strict=True))
    rows, paragraph, last, section = [], 0, 0, ""
    themes = _themes(tables, codebook, own["sentence_id"])
    paths = _paths(tables)
    for key, sentence, home, role, start, end, said in own.itertuples(index=False, name=None):
        opens = home != section
        paragraph += bool("\n" in text[last:start] or said.startswith("\n") or opens)
        heading = headings.get(home) if opens else ""
        group = heading if isinstance(heading, str) else ""
        name = f"{home}#{paragraph}"
        rows.append((name, group, key, sentence, role, paths.get(home, ""), said, themes.get(sentence, "")))
        last, section = end, home
    return frame(PASSAGES, rows)


def passage_marks(tables: Tables, passages: pd.DataFrame, cues: pd.DataFrame) -> pd.DataFrame:
    """PASSAGE_MARKS: what is marked in the sentences of `passages` (PASSAGES), counted from their start.

    Args:
        tables: sentences and quantities.
        passages: what is shown.
        cues: document_id, start, end of the cues, and `group_id` where a cue counts in one group only.
    """
    places = passages[["group_id", "sentence_id", "document_id"]].merge(
        tables["sentences"][["sentence_id", "start", "end"]], on="sentence_id"
    )
    numbers = _numbers(tables["quantities"])
    made = [_inside(places, cues, CUE), _inside(places, numbers, NUMBER)]
    return frame(PASSAGE_MARKS, [row for own in made for row in own.itertuples(index=False, name=None)])


def _numbers(quantities: pd.DataFrame) -> pd.DataFrame:
    """Where each number stands with its measure word; a claim of none is marked as a whole."""
    start = quantities["number_start"].where(quantities["number_end"].gt(0), quantities["start"])
    return quantities[["document_id", "end"]].assign(start=start)


def _inside(places: pd.DataFrame, spans: pd.DataFrame, mark: str) -> pd.DataFrame:
    on = ["document_id", "group_id"] if "group_id" in spans else ["document_id"]
    pairs = places.merge(spans, on=on, suffixes=("", "_mark"))
    pairs = pairs[(pairs["start_mark"] < pairs["end"]) & (pairs["end_mark"] > pairs["start"])]
    pairs = pairs.assign(
        mark=mark,
        mark_start=(pairs["start_mark"] - pairs["start"]).clip(lower=0),
        mark_end=pairs[["end_mark", "end"]].min(axis=1) - pairs["start"],
    )
    return pairs[list(PASSAGE_MARKS.names)]


def _sentences(tables: Tables, documents: Sequence[str]) -> pd.DataFrame:
    sentences = tables["sentences"]
    return sentences[sentences["document_id"].isin(list(documents))][SENTENCE]


def _passages(
    tables: Tables,
    codebook: Codebook,
    documents: Sequence[str],
    groups: Iterable[tuple[str, str, "pd.Series[str]"]],
) -> pd.DataFrame:
    sentences, paths = _sentences(tables, documents), _paths(tables)
    themes = _themes(tables, codebook, sentences["sentence_id"])
    rows = []
    for group, name, wanted in groups:
        own = sentences[sentences["sentence_id"].isin(set(wanted))]
        for key, sentence, home, role, _, _, said in own.itertuples(index=False, name=None):
            rows.append((group, name, key, sentence, role, paths.get(home, ""), said, themes.get(sentence, "")))
    return frame(PASSAGES, rows)


def _paths(tables: Tables) -> dict[str, str]:
    sections = tables["sections"]
    known = sections[sections["path"].notna()]
    return dict(zip(known["section_id"], known["path"], strict=True))


def _themes(tables: Tables, codebook: Codebook, sentences: "pd.Series[str]") -> dict[str, str]:
    """The names of the themes of each of `sentences`."""
    names = {theme.id: theme.name for theme in codebook.themes}
    codings = tables["codings"]
    own = codings[codings["sentence_id"].isin(set(sentences))].drop_duplicates(["sentence_id", "code_id"])
    named = own["code_id"].map(names).groupby(own["sentence_id"], sort=False).agg("、".join)
    return {str(sentence): found for sentence, found in named.items()}


def most_shared(codings: pd.DataFrame, documents: Sequence[str], codes: Sequence[str]) -> list[str]:
    """`codes`, those first that most of `documents` take up, then those with the most clauses."""
    own = codings[codings["document_id"].isin(list(documents)) & codings["code_id"].isin(list(codes))]
    told, many = own.groupby("code_id")["document_id"].nunique(), own["code_id"].value_counts()
    return sorted(codes, key=lambda code: (-told.get(code, 0), -many.get(code, 0)))
