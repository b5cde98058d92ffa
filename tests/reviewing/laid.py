"""Decisions laid over the coded reports, and what is read off the tables then."""

import pandas as pd
from decided import corpus, manual, own

from analysis.reviewing.applying.apply import apply
from analysis.tables.coding import CONTRACT, broken_references
from analysis.tables.reviewing import CONFLICTS, REVIEWED, UNPLACED

WARNING = "开展警示教育3次"


def lay(people, tables=None):
    applied = apply(tables or corpus(), people.made, manual())
    assert not broken_references(applied.tables)
    for table, made in ((REVIEWED, applied.reviewed), (UNPLACED, applied.unplaced), (CONFLICTS, applied.conflicts)):
        assert list(made.columns) == list(table.names)
    return applied


def same(one, other):
    for table in CONTRACT:
        pd.testing.assert_frame_equal(one[table.name], other[table.name])


def feature(tables, code, role="work"):
    rows = own(tables, "features")
    return rows[rows["code_id"].eq(code) & rows["role"].eq(role)].iloc[0]


def indicator(tables, name):
    rows = own(tables, "indicators")
    row = rows[rows["indicator_id"].eq(name)].iloc[0]
    return row["status"], None if pd.isna(row["value"]) else row["value"]
