"""Accounts; the unit that the machine found in a report; views and baskets that belong to a person."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OWNED = (("views", "one_view"), ("baskets", "one_basket"))
FIRST_OWNER = "本机"
NAMING = {"uq": "%(table_name)s_%(column_0_name)s_key"}  # as PostgreSQL named what had no name


def upgrade() -> None:
    """Makes the table of accounts; what was saved so far belongs to whoever sat at the machine."""
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, unique=True, nullable=False),
        sa.Column("password", sa.String),
        sa.Column("password_at", sa.String, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("units", sa.JSON, nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("locked_until", sa.String),
    )
    op.add_column("reports", sa.Column("found_unit", sa.String))
    for table, one in OWNED:
        with op.batch_alter_table(table, naming_convention=NAMING) as batch:
            batch.add_column(sa.Column("owner", sa.String, nullable=False, server_default=FIRST_OWNER))
            batch.drop_constraint(f"{table}_name_key", type_="unique")
            batch.create_unique_constraint(one, ["owner", "name"])
