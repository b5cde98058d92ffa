"""The roster of units, saved views, and baskets."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "units",
        *_named(),
        sa.Column("group", sa.String, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
    )
    op.create_table(
        "views",
        *_named(),
        sa.Column("page", sa.String, nullable=False),
        sa.Column("filters", sa.JSON, nullable=False),
        sa.Column("saved_at", sa.String, nullable=False),
    )
    op.create_table(
        "baskets",
        *_named(),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("saved_at", sa.String, nullable=False),
    )


def _named() -> tuple[sa.Column[int], sa.Column[int], sa.Column[str]]:
    return (
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, unique=True, nullable=False),
    )
