"""A person's baskets of meetings, kept with every row that was put aside.

A basket may outlive a right: what rests on reports that its owner may no longer see is left out of it.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.basket import Basket, Item
from analysis.keeping.desk import Desk
from analysis.keeping.errors import CONFLICT, ConflictError
from analysis.keeping.schema import KeptBasket, Stored, now
from analysis.keeping.sight import in_sight
from analysis.tables.declared import declared

ITEMS = TypeAdapter(Item)
CURRENT = "会议材料"
"""The basket that a person fills; others are kept under names of their own."""


def basket_names(desk: Desk) -> tuple[str, ...]:
    """The names of the baskets that are kept beside the current one."""
    with desk.reading() as session:
        own = (KeptBasket.owner == desk.actor) & (KeptBasket.name != CURRENT)
        return tuple(session.scalars(select(KeptBasket.name).where(own).order_by(KeptBasket.name)))


def load_basket(desk: Desk, name: str = CURRENT) -> tuple[Basket, int]:
    """The basket `name` and which state of it this is; an empty one and 0 where there is none."""
    with desk.reading() as session:
        row = _named(desk, session, name)
        if row is None:
            return Basket(), 0
        hidden = set(session.scalars(select(Stored.name).where(~in_sight(session, desk.person))))
        items = [item for item in map(_item, row.items) if hidden.isdisjoint(_files(item))]
        return Basket(tuple(items)), row.version


def save_basket(desk: Desk, basket: Basket, state: int | None, name: str = CURRENT) -> int:
    """Keeps `basket`, which was made from `state` of it (None: whatever is there is replaced); gives the new state.

    Raises:
        ConflictError: somebody else changed it meanwhile.
    """
    with desk.acting("save_basket", name, titles=[item.title for item in basket.items]) as session:
        row = _named(desk, session, name)
        if state is not None and (row.version if row else 0) != state:
            raise ConflictError(CONFLICT)
        row = row or KeptBasket(owner=desk.actor, name=name)
        row.items, row.saved_at = [_plain(item) for item in basket.items], now()
        session.add(row)
        session.flush()
        return row.version


def delete_basket(desk: Desk, name: str) -> None:
    """Deletes the basket `name`, if it is there."""
    with desk.acting("delete_basket", name) as session:
        if row := _named(desk, session, name):
            session.delete(row)


def _named(desk: Desk, session: Session, name: str) -> KeptBasket | None:
    return session.scalar(select(KeptBasket).where(KeptBasket.owner == desk.actor, KeptBasket.name == name))


def _files(item: Item) -> set[str]:
    """The files of the reports that an item was computed from or quotes."""
    return {report.file for report in item.origin.reports} | {quote.file for quote in item.evidence}


def _plain(item: Item) -> dict[str, Any]:
    """An item in values that JSON has; its table goes by its name."""
    values: dict[str, Any] = ITEMS.dump_python(item, mode="json", exclude={"table"})
    return values | {"table": item.table.name}


def _item(plain: Mapping[str, Any]) -> Item:
    """The item of these values; what a newer version added is left out."""
    return ITEMS.validate_python({**plain, "table": declared()[plain["table"]]})
