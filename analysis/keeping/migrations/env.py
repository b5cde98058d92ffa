"""Runs the steps on the connection that `upgrading` hands over, inside its transaction."""

from alembic import context

from analysis.keeping.schema import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
