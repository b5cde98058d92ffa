"""Decisions as rows of the database."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from analysis.keeping.schema import Decided
from analysis.reviewing.decisions import Decision, read_decision
from analysis.tables.reviewing import DECISIONS

COLUMNS = [Decided.__table__.c[name] for name in DECISIONS.names]


def read_decisions(session: Session, wanted: Select[Any]) -> tuple[Decision, ...]:
    """The decisions that `wanted` (a choice of COLUMNS) chooses, in the order in which they were made."""
    rows = session.execute(wanted.order_by(Decided.id))
    return tuple(read_decision(dict(zip(DECISIONS.names, row, strict=True))) for row in rows)
