"""The roster: which units there are, by what other names their reports call them, and in which group they stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from analysis.keeping.desk import Desk
from analysis.keeping.errors import CONFLICT, ConflictError, DeskError
from analysis.keeping.schema import Unit


@dataclass(frozen=True, slots=True)
class RosterUnit:
    """A unit; `id` and `version` are None where it is new."""

    name: str
    group: str = ""
    aliases: tuple[str, ...] = ()
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """All units by name."""

    units: tuple[RosterUnit, ...] = ()

    @property
    def names(self) -> Mapping[str, str]:
        """Every name and alias, without white space, to the name to show."""
        aliases = {_folded(alias): unit.name for unit in self.units for alias in unit.aliases}
        return aliases | {_folded(unit.name): unit.name for unit in self.units}

    @property
    def groups(self) -> Mapping[str, str]:
        """The name of each unit that is in a group to the group."""
        return {unit.name: unit.group for unit in self.units if unit.group}


def _folded(name: str) -> str:
    return "".join(name.split())


def roster(desk: Desk) -> Roster:
    """The roster."""
    with desk.reading() as session:
        rows = session.scalars(select(Unit).order_by(Unit.group, Unit.name))
        return Roster(tuple(RosterUnit(row.name, row.group, tuple(row.aliases), row.id, row.version) for row in rows))


def save_roster(desk: Desk, before: Roster, after: Sequence[RosterUnit]) -> None:
    """Makes the roster `after`, which a person made of `before`; units that are in `before` alone are removed.

    Raises:
        ConflictError: somebody else changed one of the units meanwhile.
        DeskError: a name is missing or stands for two units.
    """
    _check(after)
    kept = {unit.id for unit in after}
    gone = [unit for unit in before.units if unit.id not in kept]
    with desk.acting("roster", f"{len(after)}", removed=[unit.name for unit in gone]) as session:
        rows = {row.id: row for row in session.scalars(select(Unit))}
        for unit in gone:
            session.delete(_same(rows, unit))
        session.flush()
        changed = [unit for unit in after if unit not in before.units]
        for unit in changed:
            row = Unit() if unit.id is None else _same(rows, unit)
            row.name, row.group, row.aliases = unit.name, unit.group, list(unit.aliases)
            session.add(row)


def _same(rows: Mapping[int, Unit], unit: RosterUnit) -> Unit:
    row = rows.get(unit.id or 0)
    if row is None or row.version != unit.version:
        raise ConflictError(CONFLICT)
    return row


def _check(units: Iterable[RosterUnit]) -> None:
    seen: dict[str, str] = {}
    for unit in units:
        if not unit.name:
            raise DeskError("名录里有一行没有单位名称，没有保存：请补上名称，或删去这一行。")
        for name in {_folded(unit.name), *map(_folded, unit.aliases)}:
            if name in seen:
                raise DeskError(f"“{name}”在名录里出现两次（{seen[name]}、{unit.name}），没有保存：请只留一处。")
            seen[name] = unit.name
