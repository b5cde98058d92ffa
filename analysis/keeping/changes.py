"""What people do to the reports on the desk: take in, correct, replace, delete and bring back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, undefer

from analysis.corrections import NOTHING, Correction
from analysis.keeping.decisions import follow, forget_gone
from analysis.keeping.desk import Desk
from analysis.keeping.errors import CONFLICT, GONE, ConflictError, RefusedError
from analysis.keeping.reports import Kept, deleted, kept_of, text_digest, words_digest
from analysis.keeping.schema import Original, Stored, now
from analysis.keeping.sight import Sight, in_sight, sight
from analysis.keeping.views import put_in_views
from analysis.reading.base import Report, Source
from analysis.rows import document_id

NOT_YOURS = "“{}”的单位不在您可看的范围内，没有保存：请核对“单位”一栏，或联系管理员。"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read, what a person corrected before it is kept, and the unit that the machine found."""

    source: Source
    report: Report
    correction: Correction = NOTHING
    unit: str | None = None


def add_reports(desk: Desk, incoming: Sequence[Incoming]) -> tuple[Kept, ...]:
    """Keeps the reports that are new, in one action; those whose bytes or words are there already are left out.

    Raises:
        RefusedError: one is of a unit that the person may not see.
        DeskError: none was kept.
    """
    names = [one.report.file for one in incoming]
    with desk.acting("add", f"{len(incoming)}", files=names) as session:
        added = _add(desk, session, incoming)
        session.flush()
        return tuple(map(kept_of, added))


def replace_report(desk: Desk, old: Kept, new: Incoming) -> Kept:
    """Puts `new` in the place of `old` with its corrections and decisions.

    The old one is deleted and can be brought back.

    Raises:
        ConflictError: `old` was changed meanwhile, or what `new` says is on the desk already.
    """
    with desk.acting("replace", old.name, by=new.report.file) as session:
        row = _row(desk, session, old)
        row.deleted_at = now()
        session.flush()
        added = _add(desk, session, [replace(new, correction=old.correction)])
        if not added:
            raise ConflictError("替换用的文件与报告库中另一份报告相同，没有替换。")
        follow(session, old.sha256, new.report.sha256)
        put_in_views(session, old.document_id, document_id(new.report.sha256))
        session.flush()
        return kept_of(added[0])


def correct_reports(desk: Desk, corrections: Iterable[tuple[Kept, Correction]]) -> None:
    """Keeps what a person knows better; all of it or, where one was changed meanwhile, nothing.

    Raises:
        ConflictError: somebody else changed one of them.
    """
    given = list(corrections)
    changes = {kept.name: asdict(correction) for kept, correction in given}
    with desk.acting("correct", f"{len(given)}", changes=changes) as session:
        own = sight(session, desk.person)
        for kept, correction in given:
            row = _row(desk, session, kept)
            for name, value in asdict(correction).items():
                setattr(row, name, value)
            _check(own, row)


def delete_reports(desk: Desk, given: Iterable[Kept]) -> None:
    """Takes reports off the desk; `bring_back` undoes it.

    Raises:
        ConflictError: somebody else changed one of them.
    """
    gone = list(given)
    with desk.acting("delete", f"{len(gone)}", files=[kept.name for kept in gone]) as session:
        for kept in gone:
            _row(desk, session, kept).deleted_at = now()


def bring_back(desk: Desk, ids: Iterable[int]) -> None:
    """Puts deleted reports back.

    Raises:
        ConflictError: the same report was added again meanwhile.
    """
    wanted = list(ids)
    with desk.acting("bring_back", f"{len(wanted)}", ids=wanted) as session:
        own = Stored.id.in_(wanted) & in_sight(session, desk.person)
        for row in session.scalars(select(Stored).where(own)):
            row.deleted_at = None


def empty_bin(desk: Desk) -> None:
    """Removes deleted reports for good: their bytes, and what was decided on them."""
    desk.permit("empty_bin")
    names = [kept.name for kept in deleted(desk)]
    with desk.acting("empty_bin", f"{len(names)}", files=names) as session:
        session.execute(delete(Stored).where(Stored.deleted_at.is_not(None)))
        session.execute(delete(Original).where(Original.sha256.not_in(select(Stored.sha256))))
        forget_gone(session)


def read_again(desk: Desk, texts: Mapping[int, Report]) -> int:
    """Keeps the texts that newer readers made of the same bytes, by the id of the report; how many are different."""
    with desk.acting("read_again", f"{len(texts)}") as session:
        own = Stored.id.in_(texts) & in_sight(session, desk.person)
        rows = session.scalars(select(Stored).where(own).options(undefer(Stored.text)))
        changed = [row for row in rows if row.text != texts[row.id].text]
        for row in changed:
            _write_text(row, texts[row.id])
        return len(changed)


def _add(desk: Desk, session: Session, incoming: Sequence[Incoming]) -> list[Stored]:
    """Adds those that are new, with their bytes where these are not left of a deleted report."""
    own = sight(session, desk.person)
    live = select(Stored.sha256, Stored.words_sha256).where(Stored.deleted_at.is_(None))
    seen = {digest for pair in session.execute(live) for digest in pair}
    files = set(session.scalars(select(Original.sha256)))
    rows = []
    for one in incoming:
        sha256, words = one.report.sha256, words_digest(one.report.text)
        if sha256 in seen or words in seen:
            continue
        seen |= {sha256, words}
        if sha256 not in files:
            session.add(Original(sha256=sha256, content=one.source.data))
        given = {"name": one.report.file, "sha256": sha256, "uploaded_at": now(), "uploaded_by": desk.actor}
        row = Stored(**given, **asdict(one.correction), found_unit=one.unit)
        _check(own, row)
        _write_text(row, one.report)
        session.add(row)
        rows.append(row)
    return rows


def _write_text(row: Stored, report: Report) -> None:
    row.text, row.repairs = report.text, [asdict(repair) for repair in report.repairs]
    row.text_sha256, row.words_sha256 = text_digest(report.text), words_digest(report.text)


def _check(own: Sight, row: Stored) -> None:
    """A person may neither give a report to others' units nor take one from them."""
    if not own.sees(row.unit or row.found_unit):
        raise RefusedError(NOT_YOURS.format(row.name))


def _row(desk: Desk, session: Session, kept: Kept) -> Stored:
    row = session.scalar(select(Stored).where(Stored.id == kept.id, in_sight(session, desk.person)))
    if row is None:
        raise RefusedError(GONE)
    if row.version != kept.version:
        raise ConflictError(CONFLICT)
    return row
