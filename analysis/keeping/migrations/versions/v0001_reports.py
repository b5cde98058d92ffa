"""Reports with their bytes, the audit, and what the machine made of the reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DIGEST = sa.String(64)
LIVE = sa.text("deleted_at IS NULL")
KEEP = ("UPDATE", "DELETE")


def upgrade() -> None:
    """Makes the tables; the audit refuses to be changed or shortened."""
    op.create_table(
        "originals",
        sa.Column("sha256", DIGEST, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", DIGEST, sa.ForeignKey("originals.sha256"), nullable=False, index=True),
        sa.Column("text_sha256", DIGEST, nullable=False),
        sa.Column("words_sha256", DIGEST, nullable=False),
        sa.Column("unit", sa.String),
        sa.Column("year", sa.Integer),
        sa.Column("period_kind", sa.String),
        sa.Column("quarter", sa.Integer),
        sa.Column("uploaded_at", sa.String, nullable=False),
        sa.Column("uploaded_by", sa.String, nullable=False),
        sa.Column("deleted_at", sa.String),
        sa.Column("repairs", sa.JSON, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    for name, column in (("one_live_report", "words_sha256"), ("one_live_file", "sha256")):
        op.create_index(name, "reports", [column], unique=True, sqlite_where=LIVE, postgresql_where=LIVE)
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.String(32), unique=True, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("digest", DIGEST),
    )
    op.create_table(
        "derived",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("source", DIGEST, primary_key=True),
        sa.Column("manual", DIGEST, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    _only_ever_added("audit")


def _only_ever_added(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in KEEP:
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is only ever added to'; END $$"
    )
    for change in (*KEEP, "TRUNCATE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()"
        )
