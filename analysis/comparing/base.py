"""What the comparing modules share: the theme counts of all reports as one block, and the roles' names.

A crosstab of some units, themes and roles is then a slice and a sum, however many reports there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.codebook import Codebook
from analysis.tables.base import ROLE_WORDS, frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

ROLES = ("work", "problems", "plan")
ROLE_NAMES: Mapping[str, str] = ROLE_WORDS

Tables = Mapping[str, pd.DataFrame]


def told_parts(roles: Iterable[str]) -> str:
    """`工作部分`, `问题、计划部分`: the parts of a report in which is counted."""
    return "、".join(ROLE_NAMES[role] for role in ROLES if role in set(roles)) + "部分"


def part_name(roles: Iterable[str]) -> str:
    """As `told_parts`, but nothing where all parts are meant."""
    chosen = set(roles)
    return "" if chosen >= set(ROLES) else told_parts(chosen)


def having(able: int, total: int, counted: str, what: str) -> str:
    """`9份写了工作部分的报告` (`what` is 写了工作部分), or `12份报告` where that is true of all of them."""
    return f"{able}{counted[0]}{what}的{counted[1:]}" if able < total else f"{able}{counted}"


@dataclass(frozen=True, slots=True)
class Cube:
    """Theme counts of every report: axes document × theme × role (`ROLES`).

    `codings` counts clauses; `claimed` is true where a theme is only claimed in that role; `characters` and
    `part` have no theme axis: the length of the report's part, and whether it has that part at all.
    """

    documents: tuple[str, ...]
    codes: tuple[str, ...]
    codings: npt.NDArray[np.int32]
    claimed: npt.NDArray[np.bool_]
    characters: npt.NDArray[np.int32]
    part: npt.NDArray[np.bool_]

    def of(self, documents: Sequence[str], codes: Sequence[str], roles: Iterable[str]) -> "Cube":
        """The block of these documents, themes and roles, in this order (roles in the order of `ROLES`)."""
        rows = _places(self.documents, documents)
        columns = _places(self.codes, codes)
        depth = _places(ROLES, [role for role in ROLES if role in set(roles)])
        return Cube(
            tuple(documents),
            tuple(codes),
            self.codings[np.ix_(rows, columns, depth)],
            self.claimed[np.ix_(rows, columns, depth)],
            self.characters[np.ix_(rows, depth)],
            self.part[np.ix_(rows, depth)],
        )

    def counts(self) -> npt.NDArray[np.int32]:
        """Clauses a document and theme, all roles of the block together."""
        return np.asarray(self.codings.sum(axis=2), np.int32)

    def only_claimed(self) -> npt.NDArray[np.bool_]:
        """Document × theme: mentioned, and only claimed in every role that mentions it."""
        covered = self.codings > 0
        return np.asarray(covered.any(axis=2) & ~(covered & ~self.claimed).any(axis=2), np.bool_)

    def states(self) -> npt.NDArray[np.str_]:
        """Document × theme: `covered`, `claim_only`, `absent`, or `no_part` where it lacks every role."""
        found = np.where(self.counts() > 0, "covered", "absent").astype("U10")
        found[self.only_claimed()] = "claim_only"
        found[~self.part.any(axis=1), :] = "no_part"
        return found


def _places(known: Sequence[str], wanted: Iterable[str]) -> npt.NDArray[np.intp]:
    return pd.Index(list(known), dtype="str").get_indexer(pd.Index(list(wanted), dtype="str"))


def cube(tables: Tables, codebook: Codebook) -> Cube:
    """The theme counts of all documents in `tables` (documents, sections, features)."""
    documents = tuple(tables["documents"]["document_id"])
    codes = tuple(theme.id for theme in codebook.themes)
    shape = (len(documents), len(codes), len(ROLES))
    codings, claimed = np.zeros(shape, np.int32), np.zeros(shape, np.bool_)
    features = tables["features"]
    features = features[features["covered"].fillna(value=False) & features["role"].isin(ROLES)]
    place = (
        _places(documents, features["document_id"]),
        _places(codes, features["code_id"]),
        _places(ROLES, features["role"]),
    )
    codings[place] = features["codings"].to_numpy(np.int32)
    claimed[place] = features["claim_only"].fillna(value=False).to_numpy(np.bool_)
    characters = _characters(tables, documents)
    return Cube(documents, codes, codings, claimed, characters, characters > 0)


def _characters(tables: Tables, documents: Sequence[str]) -> npt.NDArray[np.int32]:
    """Document × role: how many characters, white space not counted, belong to that part."""
    texts = dict(zip(tables["documents"]["document_id"], tables["documents"]["text"], strict=True))
    place = {key: row for row, key in enumerate(documents)}
    sizes = np.zeros((len(documents), len(ROLES)), np.int32)
    sections = tables["sections"][tables["sections"]["role"].isin(ROLES)]
    columns = ["document_id", "role", "start", "end"]
    for key, role, start, end in sections[columns].itertuples(index=False, name=None):
        sizes[place[key], ROLES.index(role)] += len("".join(texts[key][start:end].split()))
    return sizes


def by_document(table: pd.DataFrame) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of `table` by its first column, the document, without it.

    One pass for all documents: to pick each one's rows by a mask would look at every row once a document.
    """
    found: dict[str, list[tuple[Any, ...]]] = {}
    for document, *rest in table.itertuples(index=False, name=None):
        found.setdefault(document, []).append(tuple(rest))
    return found


def join_findings(parts: Iterable[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of several comparisons as one pair of tables, the more telling first."""
    found = list(parts)
    findings = pd.concat([frame(FINDINGS, []), *(part["findings"] for part in found)], ignore_index=True)
    spans = pd.concat([frame(FINDING_SPANS, []), *(part["finding_spans"] for part in found)], ignore_index=True)
    ranked = findings.sort_values("weight", ascending=False, kind="stable", ignore_index=True)
    return {"findings": ranked, "finding_spans": spans}
