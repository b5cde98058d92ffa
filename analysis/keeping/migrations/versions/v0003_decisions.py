"""What people decided about the machine's findings, and the reports that are coded blind."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ANCHOR = ("quote", "before", "after")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("decision_id", sa.String(32), unique=True, nullable=False),
        *_texts("by", "at"),
        sa.Column("sha256", sa.String(64), nullable=False),
        *_texts("action", "layer", "subject", "value", *ANCHOR),
        sa.Column("start", sa.Integer, nullable=False),
        *_texts(*(f"other_{name}" for name in ANCHOR)),
        sa.Column("other_start", sa.Integer, nullable=False),
        *_texts("names", "note"),
    )
    op.create_index("ix_decisions_sha256", "decisions", ["sha256"])
    op.create_table(
        "blind_tasks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String(64), unique=True, nullable=False),
        sa.Column("coders", sa.JSON, nullable=False),
        *_texts("by", "at"),
    )


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.String, nullable=False) for name in names)
