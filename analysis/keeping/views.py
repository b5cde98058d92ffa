"""A person's saved views: a page and its filters as explicit values, which stay what they were when defaults change."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.keeping.desk import Desk
from analysis.keeping.schema import SavedView, now

Filters = Mapping[str, tuple[str, ...]]
"""The key of a filter to the chosen values; none chosen means all."""


@dataclass(frozen=True, slots=True)
class View:
    """A view under its name."""

    name: str
    page: str
    filters: Filters


def views(desk: Desk) -> tuple[View, ...]:
    """The person's views, by name."""
    with desk.reading() as session:
        rows = session.scalars(select(SavedView).where(SavedView.owner == desk.actor).order_by(SavedView.name))
        return tuple(View(row.name, row.page, {k: tuple(v) for k, v in row.filters.items()}) for row in rows)


def save_view(desk: Desk, view: View) -> None:
    """Saves a view; one of the same name is replaced."""
    with desk.acting("save_view", view.name) as session:
        row = _named(desk, session, view.name) or SavedView(owner=desk.actor, name=view.name)
        row.page, row.saved_at = view.page, now()
        row.filters = {key: list(values) for key, values in view.filters.items()}
        session.add(row)


def delete_view(desk: Desk, name: str) -> None:
    """Deletes the view `name`, if it is there."""
    with desk.acting("delete_view", name) as session:
        if row := _named(desk, session, name):
            session.delete(row)


def put_in_views(session: Session, old: str, new: str) -> None:
    """Lets every view that chose the document `old` choose `new`, which replaces it."""
    for row in session.scalars(select(SavedView)):
        row.filters = {key: [new if value == old else value for value in row.filters[key]] for key in row.filters}


def _named(desk: Desk, session: Session, name: str) -> SavedView | None:
    return session.scalar(select(SavedView).where(SavedView.owner == desk.actor, SavedView.name == name))
