"""The point the audit starts from in a workspace whose older entries did not keep their rows."""

from __future__ import annotations

from sqlalchemy import Connection, select

import db.tables as t
from db.journal.audit import data_tables
from db.journal.unit import UnitOfWork, table_of

COMMAND = "baseline"


def is_needed(connection: Connection) -> bool:
    """Whether the first entry is of a program that kept no rows, and no starting point was written since."""
    journal = table_of(t.JournalRow)
    first = connection.execute(select(journal.c.about).order_by(journal.c.seq).limit(1)).scalar()
    if first is None or first:
        return False
    return connection.execute(select(journal.c.seq).where(journal.c.command == COMMAND).limit(1)).first() is None


def write_baseline(unit: UnitOfWork) -> None:
    """Note every row as it stands as if it were inserted now; nothing is changed."""
    for table in data_tables():
        names = [c.name for c in table.c]
        rows = [tuple(r) for r in unit.connection.execute(select(table))]
        if rows:
            unit.note_as_inserted(table, names, rows)
    unit.say("升级：把现有数据逐行记入操作记录，作为以后核对的起点")
