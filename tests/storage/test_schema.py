"""The schema: one line of migrations that ends where the tables are declared, from the very first workspace on."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import db.cluster_tables
import db.decision_tables
import db.intake_tables
import db.tables as t
import db.tier_tables
from db import schema
from db.engine import open_engine
from db.journal.guard import writing
from db.store import Store


def test_there_is_one_line_of_migrations() -> None:
    script = ScriptDirectory.from_config(schema._config())
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1
    assert all(not isinstance(s.down_revision, tuple) for s in script.walk_revisions())


def test_the_migrations_end_where_the_tables_are_declared(tmp_path: Path) -> None:
    """A column declared but never migrated would only fail in an office's old workspace."""
    store = Store(tmp_path / "新.db")
    store.prepare()
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


@pytest.mark.file_only
def test_a_workspace_of_the_first_release_opens_with_its_data(tmp_path: Path) -> None:
    path = tmp_path / "旧.db"
    engine = open_engine(path)
    config = schema._config()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        with writing(connection):
            connection.exec_driver_sql(
                "INSERT INTO company (credit_code, name, founded_on, address, first_month) "
                "VALUES ('91110108MA01TJ3Y5P', '旧', '', '', 202609)"
            )
    store = Store(path)
    store.prepare()
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM company").scalar_one() == "旧"
    assert t.CompanyRow.__tablename__ == "company"
    assert db.intake_tables.ColumnMappingRow.__tablename__ == "column_mapping"
    assert db.decision_tables.ReturnRow.__tablename__ == "return_round"
    assert db.cluster_tables.WishRow.__tablename__ == "wish"
    assert db.tier_tables.TierDecisionRow.__tablename__ == "tier_decision"
    assert store.problems() == []
