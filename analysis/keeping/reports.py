"""The reports on the desk: which there are, their bytes and their texts."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import undefer

from analysis.corrections import Correction
from analysis.keeping.desk import Desk
from analysis.keeping.errors import GONE, DeskError, RefusedError
from analysis.keeping.schema import Original, Stored
from analysis.keeping.sight import in_sight
from analysis.reading.base import Repair, Report
from analysis.rows import document_id

UNSEEN = "报告库中的另一份报告"
"""What a report is called whose name the person may not know."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report on the desk without its text; `version` says which state of it this is."""

    id: int
    version: int
    name: str
    sha256: str
    text_sha256: str
    words_sha256: str
    correction: Correction
    uploaded_at: str
    deleted_at: str | None

    @property
    def document_id(self) -> str:
        """Its id in the tables."""
        return document_id(self.sha256)


def text_digest(text: str) -> str:
    """SHA-256 of a text as it is coded."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_digest(text: str) -> str:
    """SHA-256 of a text without white space, widths and forms folded (NFKC): the same in .docx and .txt."""
    return text_digest("".join(unicodedata.normalize("NFKC", text).split()))


def reports(desk: Desk) -> tuple[Kept, ...]:
    """The reports on the desk, by name."""
    return _listed(desk, Stored.deleted_at.is_(None))


def deleted(desk: Desk) -> tuple[Kept, ...]:
    """The deleted ones that can be brought back."""
    return _listed(desk, Stored.deleted_at.is_not(None))


def known(desk: Desk, reports_read: Iterable[Report]) -> dict[str, str]:
    """The sha256 of those whose bytes or words are on the desk already, to the name they have there.

    A report that the person may not see goes by UNSEEN.
    """
    seen = {report.id: report.name for report in reports(desk)}
    live = select(Stored.id, Stored.sha256, Stored.words_sha256).where(Stored.deleted_at.is_(None))
    with desk.reading() as session:
        names = {digest: seen.get(key, UNSEEN) for key, *pair in session.execute(live) for digest in pair}
    digests = {report.sha256: words_digest(report.text) for report in reports_read}
    return {
        sha256: names.get(sha256) or names[words]
        for sha256, words in digests.items()
        if sha256 in names or words in names
    }


def original(desk: Desk, kept: Kept) -> bytes:
    """The bytes of the file as it was given.

    Raises:
        RefusedError: it is no longer there, or not for this person to see; that is in the audit.
    """
    with desk.watched("original", kept.name), desk.reading() as session:
        own = select(Stored.sha256).where(Stored.id == kept.id, in_sight(session, desk.person))
        content = session.scalar(select(Original.content).where(Original.sha256.in_(own)))
        if content is None:
            raise RefusedError(GONE)
        return content


def take_original(desk: Desk, kept: Kept) -> bytes:
    """The same for a person who takes it away, which the audit notes."""
    content = original(desk, kept)
    desk.note("original", kept.name, sha256=kept.sha256)
    return content


def full_reports(desk: Desk, ids: Iterable[int]) -> dict[int, Report]:
    """Those of the reports that the person may see, with their texts, by id."""
    with desk.reading() as session:
        own = Stored.id.in_(list(ids)) & in_sight(session, desk.person)
        wanted = select(Stored).where(own).options(undefer(Stored.text))
        return {row.id: _report(row) for row in session.scalars(wanted)}


def _listed(desk: Desk, condition: ColumnElement[bool]) -> tuple[Kept, ...]:
    wanted = select(Stored).where(condition).order_by(Stored.name)
    if desk.trouble:
        return tuple(sorted(_readable(desk, wanted), key=lambda kept: kept.name))
    with desk.reading() as session:
        return tuple(map(kept_of, session.scalars(wanted.where(in_sight(session, desk.person)))))


def _readable(desk: Desk, wanted: Select[Stored]) -> Iterator[Kept]:
    """Of a damaged database the reports that can still be read, each looked for by itself."""
    with desk.reading() as session:
        wanted = wanted.where(in_sight(session, desk.person))
        last = session.scalar(select(func.max(Stored.id))) or 0
    for number in range(1, last + 1):
        with suppress(DeskError), desk.reading() as session:
            own = session.scalar(wanted.where(Stored.id == number).options(undefer(Stored.text)))
            if own is not None:
                yield kept_of(own)


def kept_of(row: Stored) -> Kept:
    """The row of a report without its text."""
    correction = Correction(row.unit, row.year, row.period_kind, row.quarter)
    digests = (row.sha256, row.text_sha256, row.words_sha256)
    return Kept(row.id, row.version, row.name, *digests, correction, row.uploaded_at, row.deleted_at)


def _report(row: Stored) -> Report:
    return Report(row.name, row.sha256, row.text, tuple(Repair(**repair) for repair in row.repairs))
