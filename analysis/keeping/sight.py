"""What a person may see: all reports, or those of some units, by the names that the roster gives them.

The unit of a report is what people decided, else what a person corrected, else what the machine found when it last
looked. A report whose unit nobody knows is seen only by those who see all, one of which people decided different units
only by those who see all of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from analysis.keeping.admission import present
from analysis.keeping.decided import COLUMNS, read_decisions
from analysis.keeping.rights import Person
from analysis.keeping.schema import Decided, Stored
from analysis.keeping.units import folded, whole_roster
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision, Layer


@dataclass(frozen=True, slots=True)
class Sight:
    """The units that may be seen, under the names to show; None: all of them. `names` are the roster's."""

    units: frozenset[str] | None
    names: Mapping[str, str]

    def sees(self, unit: str | None) -> bool:
        """Whether what belongs to `unit`, by any of its names, may be seen."""
        return self.units is None or self._shown(unit or "") in self.units

    def _shown(self, unit: str) -> str:
        return self.names.get(folded(unit), folded(unit))


def sight(session: Session, person: Person) -> Sight:
    """What `person` may see now.

    Raises:
        RefusedError: nothing at all.
    """
    units = present(session, person).units
    if not units:
        return Sight(None, {})
    names = whole_roster(session).names
    return Sight(frozenset(names.get(folded(unit), folded(unit)) for unit in units), names)


def in_sight(session: Session, person: Person) -> ColumnElement[bool]:
    """The condition that a report (`Stored`) is one that `person` may see now.

    Raises:
        RefusedError: nothing at all.
    """
    own = sight(session, person)
    if own.units is None:
        return true()
    decided = _decided(session)
    rows = session.execute(select(Stored.id, Stored.sha256, Stored.unit, Stored.found_unit))
    named = {key: _units(decided.get(sha256, set()), given or found) for key, sha256, given, found in rows}
    return Stored.id.in_([key for key, units in named.items() if all(map(own.sees, units))])


def on_seen(session: Session, person: Person, sha256: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """The condition that the file with the digest `sha256` is of a report that `person` may see now."""
    if sight(session, person).units is None:
        return true()
    return sha256.in_(select(Stored.sha256).where(in_sight(session, person)))


def names_unit(decision: Decision) -> bool:
    """Whether a decision says of which unit a report is."""
    return (decision.layer, decision.subject, decision.action) == (Layer.DOCUMENT, "unit", Action.SET)


def _units(decided: set[str], else_: str | None) -> set[str | None]:
    """The names that have to be seen; where people disagree, what they decided on is shown too."""
    return {*decided} if len(decided) == 1 else {*decided, else_}


def _decided(session: Session) -> dict[str, set[str]]:
    """The units that people decided and did not take back, by the digest of the report's file."""
    about = (Decided.layer == Layer.DOCUMENT) | (Decided.action == Action.UNDO)
    units: dict[str, set[str]] = {}
    for one in standing(read_decisions(session, select(*COLUMNS).where(about))):
        if names_unit(one):
            units.setdefault(one.sha256, set()).add(one.value)
    return units
