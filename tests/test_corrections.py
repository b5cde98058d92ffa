"""Corrections laid over the documents, and the names of a roster."""

import pandas as pd

from analysis.corrections import FIELDS, Correction, corrected
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS

ROWS = (
    {"document_id": "d0", "unit": "县甲局", "unit_masked": False, "year": 2023, "period_kind": "quarter", "quarter": 1},
    {"document_id": "d1", "unit": "*局", "unit_masked": True, "year": None, "period_kind": "", "quarter": None},
    {"document_id": "d2", "unit": None, "unit_masked": False, "year": 2023, "period_kind": "annual", "quarter": None},
)


def documents():
    return frame(DOCUMENTS, ROWS)


def row(table, place):
    return [None if pd.isna(value) else value for value in table.loc[place, list(FIELDS)]]


def test_without_corrections_nothing_changes():
    pd.testing.assert_frame_equal(corrected(documents(), {}, {}), documents())


def test_a_name_that_a_person_gave_is_not_masked():
    made = corrected(documents(), {"d1": Correction(unit="乙局", year=2022, period_kind="annual")}, {})
    assert row(made, 1) == ["乙局", False, 2022, "annual", None]
    assert row(made, 0) == row(documents(), 0)


def test_a_period_that_is_not_a_quarter_has_no_quarter():
    made = corrected(documents(), {"d0": Correction(period_kind="annual"), "d2": Correction(quarter=3)}, {})
    assert row(made, 0) == ["县甲局", False, 2023, "annual", None]
    assert row(made, 2) == [None, False, 2023, "annual", None]


def test_the_roster_names_units_found_and_given_whatever_their_white_space():
    names = {"县甲局": "甲局", "甲局": "甲局", "县乙局": "乙局"}
    made = corrected(documents(), {"d1": Correction(unit="县 乙局")}, names)
    assert [row(made, place)[0] for place in range(3)] == ["甲局", "乙局", None]


def test_a_masked_name_that_the_roster_knows_stays_masked():
    made = corrected(documents(), {}, {"*局": "*局"})
    assert row(made, 1)[:2] == ["*局", True]
