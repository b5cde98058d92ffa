"""The units of the roster as values, and as they stand in the database."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

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
        aliases = {folded(alias): unit.name for unit in self.units for alias in unit.aliases}
        return aliases | {folded(unit.name): unit.name for unit in self.units}

    @property
    def groups(self) -> Mapping[str, str]:
        """The name of each unit that is in a group to the group."""
        return {unit.name: unit.group for unit in self.units if unit.group}


def folded(name: str) -> str:
    """A name without white space."""
    return "".join(name.split())


def whole_roster(session: Session) -> Roster:
    """The roster with all its units, whoever may see them."""
    rows = session.scalars(select(Unit).order_by(Unit.group, Unit.name))
    return Roster(tuple(RosterUnit(row.name, row.group, tuple(row.aliases), row.id, row.version) for row in rows))
