"""The desk: one database, and the two ways to use it, reading and acting.

An action is one transaction: it changes something, leaves a row in the audit, and is acknowledged after the commit.
Writers wait for each other, so that the audit stands in the order in which things happened.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text
from sqlalchemy.orm import Session

from analysis.keeping.engine import WRITES
from analysis.keeping.errors import DeskError, explained
from analysis.keeping.schema import Action, now

LOCK = 0x6475697A  # of this product's writers in a PostgreSQL database
HERE = "本机"
"""Who acts where nobody has to log in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open database, in `file` if it is SQLite; with `trouble` (a Chinese sentence) only to be read."""

    engine: Engine
    trouble: str = ""
    file: Path | None = None
    actor: str = HERE

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the desk.

        Raises:
            DeskError: it cannot be read.
        """
        with explained(), Session(self.engine) as session:
            yield session

    @contextmanager
    def acting(self, action: str, subject: str = "", **details: Any) -> Iterator[Session]:  # noqa: ANN401 - JSON
        """A session whose changes are kept, with a row in the audit, when the block ends without an error.

        Raises:
            DeskError: nothing was changed.
        """
        with self.writing() as session:
            yield session
            audit(session, self.actor, action, subject, details)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """The same without a row in the audit: for what the machine keeps for itself."""
        if self.trouble:
            raise DeskError(self.trouble)
        engine = self.engine.execution_options(**{WRITES: True})
        with explained(), Session(engine) as session, session.begin():
            if engine.dialect.name == "postgresql":
                session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield session

    @property
    def state(self) -> str:
        """The token of the last action: as long as it is the same, so is everything that people put on the desk."""
        if self.trouble:
            return self.trouble  # nothing changes any more
        with self.reading() as session:
            return session.scalar(select(Action.token).order_by(Action.id.desc()).limit(1)) or ""


def audit(place: Session | Connection, actor: str, action: str, subject: str, details: dict[str, Any]) -> None:
    """Adds a row to the audit."""
    row = {"actor": actor, "action": action, "subject": subject, "details": details}
    place.execute(insert(Action).values(token=uuid.uuid4().hex, at=now(), **row))
