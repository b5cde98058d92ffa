"""The tables of the database, as they are now; `migrations` leads every older form here.

Points in time are text, UTC in ISO 8601 (`now`): SQLite has no type for them, and text sorts as time does.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DIGEST = String(64)  # SHA-256 in hex
LIVE = text("deleted_at IS NULL")


def now() -> str:
    """This moment as it is written into the database."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Base(DeclarativeBase):
    """All tables; a column of a JSON kind holds lists and mappings of text and numbers."""

    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - SQLAlchemy reads it so


class Original(Base):
    """The bytes of a file as it was given; two reports never share one unless one of them was deleted."""

    __tablename__ = "originals"
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    content: Mapped[bytes]


class Stored(Base):
    """A report: where it came from, its text, and what a person corrected (empty: as the machine found it).

    `text_sha256` is the digest of the text as it is coded, `words_sha256` of the text without white space and widths,
    by which the same report in another file is recognised. `unit` is what a person corrected, `found_unit` what the
    machine found when it last looked; rights rest on both (`sight`).
    """

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("originals.sha256"), index=True)
    text_sha256: Mapped[str] = mapped_column(DIGEST)
    words_sha256: Mapped[str] = mapped_column(DIGEST)
    unit: Mapped[str | None]
    found_unit: Mapped[str | None]
    year: Mapped[int | None]
    period_kind: Mapped[str | None]
    quarter: Mapped[int | None]
    uploaded_at: Mapped[str]
    uploaded_by: Mapped[str]
    deleted_at: Mapped[str | None]
    repairs: Mapped[list[Any]]
    text: Mapped[str] = mapped_column(deferred=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it so
    __table_args__ = (
        Index("one_live_report", "words_sha256", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        Index("one_live_file", "sha256", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class Action(Base):
    """The audit: who did what to what; rows are only ever added. `token` names the state of the desk after it.

    `digest` makes a chain of them (`chain`); the oldest rows may have none.
    """

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    at: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]]
    digest: Mapped[str | None] = mapped_column(DIGEST)


class Derived(Base):
    """What the machine made of `source` (a report or all of them) with `manual`; never the only copy of anything."""

    __tablename__ = "derived"
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    source: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    manual: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    content: Mapped[bytes]


class Unit(Base):
    """A unit of the roster: the name to show, the group it belongs to, and the other names its reports use."""

    __tablename__ = "units"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(unique=True)
    group: Mapped[str]
    aliases: Mapped[list[Any]]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it so


class Account(Base):
    """Who may log in: `password` is an argon2 hash (None: only by the identity provider), no `units` mean all.

    `failed` counts wrong passwords since the last right one, `locked_until` is when the account may be tried again.
    """

    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str | None]
    password_at: Mapped[str]
    role: Mapped[str] = mapped_column(String(16))
    units: Mapped[list[Any]]
    disabled: Mapped[bool]
    failed: Mapped[int]
    locked_until: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it so


class SavedView(Base):
    """A person's page with its filters as explicit values: key of the filter to the chosen values."""

    __tablename__ = "views"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    owner: Mapped[str]
    name: Mapped[str]
    page: Mapped[str]
    filters: Mapped[dict[str, Any]]
    saved_at: Mapped[str]

    __table_args__ = (UniqueConstraint("owner", "name", name="one_view"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it so


class KeptBasket(Base):
    """A person's basket of a meeting: its items in order."""

    __tablename__ = "baskets"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    owner: Mapped[str]
    name: Mapped[str]
    items: Mapped[list[Any]]
    saved_at: Mapped[str]

    __table_args__ = (UniqueConstraint("owner", "name", name="one_basket"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it so


class Decided(Base):
    """A decision as DECISIONS tells it; rows are only ever added, and their order is that of time."""

    __tablename__ = "decisions"
    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[str] = mapped_column(String(32), unique=True)
    by: Mapped[str]
    at: Mapped[str]
    sha256: Mapped[str] = mapped_column(DIGEST, index=True)
    action: Mapped[str]
    layer: Mapped[str]
    subject: Mapped[str]
    value: Mapped[str]
    quote: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    start: Mapped[int]
    other_quote: Mapped[str]
    other_before: Mapped[str]
    other_after: Mapped[str]
    other_start: Mapped[int]
    names: Mapped[str]
    note: Mapped[str]


class Blind(Base):
    """A report, by the digest of its file, that several people code without seeing each other."""

    __tablename__ = "blind_tasks"
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(DIGEST, unique=True)
    coders: Mapped[list[Any]]
    by: Mapped[str]
    at: Mapped[str]


class CodebookVersion(Base):
    """A version of the codebook: the texts of its files by name; rows are only ever added, the last is in force.

    No two versions follow the same one (`parent`: the digest of the one that it was made from).
    """

    __tablename__ = "codebooks"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(DIGEST, unique=True)
    parent: Mapped[str] = mapped_column(DIGEST, unique=True)
    texts: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    at: Mapped[str]
    by: Mapped[str]
    reason: Mapped[str]
