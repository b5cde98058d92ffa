"""What the machine made, kept to save time: bytes under a kind, what they were made of, and what with.

Losing them, or not being able to keep them, costs time and never anything else; so nothing here fails.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import delete, select

from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.schema import Derived

PACKAGE = Path(__file__).resolve().parents[1]
DATA = PACKAGE.parent / "data"


def digest_of(files: Iterable[Path]) -> str:
    """A digest of what stands in `files`."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()


def fetch(desk: Desk, kind: str, sources: Sequence[str], made_with: str) -> dict[str, bytes]:
    """What is kept of `sources`; a damaged part of the database is as good as nothing kept."""
    wanted = select(Derived.source, Derived.content).where(Derived.kind == kind, Derived.manual == made_with)
    try:
        with desk.reading() as session:
            rows = session.execute(wanted.where(Derived.source.in_(sources))).all()
    except DeskError:
        return {}
    return {source: content for source, content in rows}  # noqa: C416 - rows are no pairs to the type checker


def put(desk: Desk, kind: str, fresh: Mapping[str, bytes], made_with: str, *, alone: bool) -> None:
    """Keeps `fresh`; of its kind nothing that was made with something else and, if `alone`, nothing else at all."""
    of_kind = Derived.kind == kind
    old = of_kind if alone else of_kind & ((Derived.manual != made_with) | Derived.source.in_(list(fresh)))
    with suppress(DeskError), desk.writing() as session:
        session.execute(delete(Derived).where(old))
        session.add_all(Derived(kind=kind, source=key, manual=made_with, content=fresh[key]) for key in fresh)


def forget(desk: Desk) -> None:
    """Drops all of it; it is made again when it is next asked for.

    Raises:
        RefusedError: the person may not have reports read again.
        DeskError: the desk cannot be written.
    """
    desk.permit("read_again")
    with desk.writing() as session:
        session.execute(delete(Derived))
