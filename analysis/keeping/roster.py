"""The roster: which units there are, by what other names their reports call them, and in which group they stand."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from analysis.keeping.desk import Desk
from analysis.keeping.errors import CONFLICT, ConflictError, DeskError
from analysis.keeping.schema import Unit
from analysis.keeping.sight import sight
from analysis.keeping.units import Roster, RosterUnit, folded, whole_roster


def roster(desk: Desk) -> Roster:
    """The units of the roster that the person may see."""
    with desk.reading() as session:
        own = sight(session, desk.person)
        return Roster(tuple(unit for unit in whole_roster(session).units if own.sees(unit.name)))


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
        for name in {folded(unit.name), *map(folded, unit.aliases)}:
            if name in seen:
                raise DeskError(f"“{name}”在名录里出现两次（{seen[name]}、{unit.name}），没有保存：请只留一处。")
            seen[name] = unit.name
