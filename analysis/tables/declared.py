"""Every declared table by its name, for what is kept with no more than the name of its table."""

from collections.abc import Mapping

from analysis.tables import agreement, briefing, coding, keeping, reviewing, revising
from analysis.tables.base import Table
from analysis.tables.comparing import checks, indicators, keyness, problems, reuse, shared, themes, trends

COMPARING = (shared, themes, indicators, problems, reuse, keyness, checks, trends)
MODULES = (coding, reviewing, agreement, revising, keeping, *COMPARING, briefing)


def declared() -> Mapping[str, Table]:
    """Every declared table by its name."""
    found = (table for module in MODULES for table in vars(module).values() if isinstance(table, Table))
    return {table.name: table for table in found}
