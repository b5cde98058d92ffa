"""The desk: one database, and the two ways to use it, reading and acting.

An action is one transaction: it changes something, leaves a row in the audit, and is acknowledged after the commit.
Writers wait for each other, so that the audit stands in the order in which things happened. Whoever reads or acts has
a right to it by the account as it is at that moment; who has none leaves a row in the audit too.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from analysis.keeping.admission import present, require
from analysis.keeping.chain import record
from analysis.keeping.engine import WRITES
from analysis.keeping.errors import DeskError, RefusedError, explained
from analysis.keeping.rights import HERE, QUIET, Person
from analysis.keeping.schema import Action

LOCK = 0x6475697A  # of this product's writers in a PostgreSQL database


@dataclass(frozen=True, slots=True)
class Desk:
    """An open database, in `file` if it is SQLite, as `person` may use it.

    With `trouble` (a Chinese sentence) it can only be read.
    """

    engine: Engine
    trouble: str = ""
    file: Path | None = None
    person: Person = HERE

    @property
    def actor(self) -> str:
        """Under which name the audit holds what is done."""
        return self.person.name

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the desk; what of it the person may see, `sight.in_sight` says.

        Raises:
            RefusedError: the person may not come in.
            DeskError: it cannot be read.
        """
        with self.looking() as session:
            present(session, self.person)
            yield session

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """The same for the machine itself, which asks who may come in."""
        with explained(), Session(self.engine) as session:
            yield session

    def permit(self, action: str, subject: str = "") -> None:
        """Returns where the person may do `action`, one of ACTIONS that reads.

        Raises:
            RefusedError: the person may not; that is in the audit.
        """
        with self.watched(action, subject), self.reading() as session:
            require(present(session, self.person), action)

    def note(self, action: str, subject: str = "", **details: Any) -> None:  # noqa: ANN401 - JSON
        """Leaves a row in the audit that the person does `action`, which changes nothing; a desk in trouble keeps none.

        Raises:
            RefusedError: the person may not; that is in the audit.
            DeskError: the row cannot be kept.
        """
        if self.trouble:
            return self.permit(action, subject)
        with self.acting(action, subject, **details):
            return None

    @contextmanager
    def acting(self, action: str, subject: str = "", **details: Any) -> Iterator[Session]:  # noqa: ANN401 - JSON
        """A session whose changes are kept, with a row in the audit, when the block ends without an error.

        `action` is one of ACTIONS.

        Raises:
            RefusedError: the person may not, or not with what the block asks for; that is in the audit.
            DeskError: nothing was changed.
        """
        with self.watched(action, subject), self.writing() as session:
            require(present(session, self.person), action)
            yield session
            record(session, self.actor, action, subject, details)

    @contextmanager
    def watched(self, action: str, subject: str) -> Iterator[None]:
        """Leaves a row in the audit where the block is refused."""
        try:
            yield
        except RefusedError:
            with suppress(DeskError), self.writing() as session:
                record(session, self.actor, "refused", subject, {"action": action})
            raise

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
        """The token of the last change: as long as it is the same, so is everything that people put on the desk."""
        if self.trouble:
            return self.trouble  # nothing changes any more
        with self.reading() as session:
            changes = select(Action.token).where(Action.action.not_in(QUIET))
            return session.scalar(changes.order_by(Action.id.desc()).limit(1)) or ""
