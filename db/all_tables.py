"""Every table of the workspace: whoever asks for all of them gets all, whatever modules were loaded before."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from sqlalchemy import Table
from sqlmodel import SQLModel

import db
import db.journal.tables


@cache
def all_tables() -> tuple[Table, ...]:
    """The tables, parents before children. A module of ``db`` that declares some is named ``…tables``."""
    for module in pkgutil.iter_modules(db.__path__):
        if module.name.endswith("tables") and module.name != "all_tables":
            import_module(f"db.{module.name}")
    assert db.journal.tables.JournalImageRow.__tablename__ in SQLModel.metadata.tables
    return tuple(SQLModel.metadata.sorted_tables)
