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
from analysis.keeping.errors import GONE, DeskError
from analysis.keeping.schema import Original, Stored
from analysis.reading.base import Repair, Report
from analysis.rows import document_id


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
    """The sha256 of those whose bytes or words are on the desk already, to the name they have there."""
    kept = reports(desk)
    names = {report.sha256: report.name for report in kept} | {report.words_sha256: report.name for report in kept}
    digests = {report.sha256: words_digest(report.text) for report in reports_read}
    return {
        sha256: names.get(sha256) or names[words]
        for sha256, words in digests.items()
        if sha256 in names or words in names
    }


def original(desk: Desk, kept: Kept) -> bytes:
    """The bytes of the file as it was given."""
    with desk.reading() as session:
        return _there(session.scalar(select(Original.content).where(Original.sha256 == kept.sha256)))


def full_reports(desk: Desk, ids: Iterable[int]) -> dict[int, Report]:
    """The reports with their texts, by id."""
    with desk.reading() as session:
        wanted = select(Stored).where(Stored.id.in_(list(ids))).options(undefer(Stored.text))
        return {row.id: _report(row) for row in session.scalars(wanted)}


def _listed(desk: Desk, condition: ColumnElement[bool]) -> tuple[Kept, ...]:
    wanted = select(Stored).where(condition).order_by(Stored.name)
    if desk.trouble:
        return tuple(sorted(_readable(desk, wanted), key=lambda kept: kept.name))
    with desk.reading() as session:
        return tuple(map(kept_of, session.scalars(wanted)))


def _readable(desk: Desk, wanted: Select[Stored]) -> Iterator[Kept]:
    """Of a damaged database the reports that can still be read, each looked for by itself."""
    with desk.reading() as session:
        last = session.scalar(select(func.max(Stored.id))) or 0
    for number in range(1, last + 1):
        with suppress(DeskError), desk.reading() as session:
            own = session.scalar(wanted.where(Stored.id == number).options(undefer(Stored.text)))
            if own is not None:
                yield kept_of(own)


def _there(content: bytes | None) -> bytes:
    if content is None:
        raise DeskError(GONE)
    return content


def kept_of(row: Stored) -> Kept:
    """The row of a report without its text."""
    correction = Correction(row.unit, row.year, row.period_kind, row.quarter)
    digests = (row.sha256, row.text_sha256, row.words_sha256)
    return Kept(row.id, row.version, row.name, *digests, correction, row.uploaded_at, row.deleted_at)


def _report(row: Stored) -> Report:
    return Report(row.name, row.sha256, row.text, tuple(Repair(**repair) for repair in row.repairs))
