"""Leads a database of any age to the present form."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from analysis.keeping.desk import LOCK
from analysis.keeping.engine import WRITES
from analysis.keeping.errors import DeskError

NEWER = "这个数据库是更新版本的软件建立的，本版打不开：请先升级软件。"
FOREIGN = "这个数据库属于别的程序，没有改动它：请换一个数据库。"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def revisions() -> tuple[str, ...]:
    """All forms the database ever had, the oldest first."""
    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(step.revision for step in steps)[::-1]


def present(connection: Connection) -> str | None:
    """The form of the database; None where there is none yet.

    Raises:
        DeskError: it was made by a newer version, or by another program.
    """
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None and inspect(connection).get_table_names():
        raise DeskError(FOREIGN)
    if found is not None and found not in revisions():
        raise DeskError(NEWER)
    return found


def upgrade(engine: Engine, target: str = "head") -> None:
    """Brings the database to `target` in one transaction; of two that try at once, the second finds it done.

    Raises:
        DeskError: it was made by a newer version, or by another program.
    """
    config = _config()
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        present(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, target)
