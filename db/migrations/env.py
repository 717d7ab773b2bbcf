"""Alembic's entry: runs on the connection that ``db.schema`` hands over, inside its transaction."""

from alembic import context
from sqlmodel import SQLModel

import db.tables  # noqa: F401  # fills the metadata
from db.journal.guard import writing

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
with writing(connection):
    context.run_migrations()
