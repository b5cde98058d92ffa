"""The audit as a chain: the digest of each row is of the row before and of what the row says.

A row that is changed, left out, moved or put in between no longer fits the digests behind it (Schneier and Kelsey,
Secure Audit Logs, 1999, without its keys). Whoever can write the whole table could make the chain anew, or cut off its
end; against that the last digest is noted elsewhere. Rows older than the chain have no digest, but the first one is of
them too.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from analysis.keeping.schema import Action, now

SAID = ("token", "at", "actor", "action", "subject", "details")
ROW = tuple(getattr(Action, name) for name in ("id", *SAID, "digest"))
ROWS = 500  # at a time


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many rows there are, the id and time of the first that does not fit, and the digest of the last."""

    rows: int
    broken: int | None = None
    moment: str = ""
    last: str = ""


def link(before: str, row: Mapping[str, Any]) -> str:
    """The digest of `row` behind the row whose digest is `before`: SHA-256 over both, the row as sorted ASCII JSON."""
    said = json.dumps([row[name] for name in SAID], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{said}".encode()).hexdigest()


def record(place: Session | Connection, actor: str, action: str, subject: str, details: Mapping[str, Any]) -> None:
    """Adds a row to the audit; `place` must hold the lock that writers wait for."""
    plain = json.loads(json.dumps(details))  # as the database gives it back: lists for tuples, text for keys
    given = {"actor": actor, "action": action, "subject": subject, "details": plain}
    append(place, {"token": uuid.uuid4().hex, "at": now(), **given})


def append(place: Session | Connection, row: Mapping[str, Any]) -> None:
    """Adds `row`, which has all that a row says, at the end of the chain."""
    said = {name: row[name] for name in SAID}
    place.execute(insert(Action).values(**said, digest=link(_last(place), said)))


def _last(place: Session | Connection) -> str:
    """The digest of the last row; of a table that has none yet, the digest that its last row would have."""
    last = place.execute(select(Action.digest).order_by(Action.id.desc()).limit(1)).first()
    if last is None:
        return ""
    return last[0] or verify(place).last


def verify(place: Session | Connection) -> Verdict:
    """Goes through the whole audit from its first row."""
    wanted = select(*ROW).order_by(Action.id).execution_options(yield_per=ROWS)
    with place.execute(wanted) as rows:  # which is left where the chain breaks
        return verified(map(dict, rows.mappings()))


def verified(rows: Iterable[Mapping[str, Any]]) -> Verdict:
    """Whether `rows`, in their order, are a chain; it begins at the first that has a digest."""
    count, digest, begun = 0, "", False
    for row in rows:
        count, digest = count + 1, link(digest, row)
        begun = begun or row["digest"] is not None
        if begun and row["digest"] != digest:
            return Verdict(count, row["id"], row["at"], digest)
    return Verdict(count, last=digest)
