"""Only a unit of work writes: any other statement that would change a row or the schema is refused.

On SQLite its authoriser refuses; PostgreSQL refuses in every transaction that only reads; on both the statement itself is
looked at, also where the driver has prepared it before.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection

_KEY: Final = "zgc_write_guard"
_CHANGE: Final = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE)\b", re.IGNORECASE)
_READS: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_PRAGMA,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
        sqlite3.SQLITE_ATTACH,
        sqlite3.SQLITE_DETACH,
    }
)


class WriteGuard:
    """Whether statements of one connection may write just now."""

    __slots__ = ("open",)

    def __init__(self) -> None:
        self.open = False

    def authorise(self, action: int, *_details: object) -> int:
        """SQLite's question at preparing a statement."""
        return sqlite3.SQLITE_OK if self.open or action in _READS else sqlite3.SQLITE_DENY


def protect(connection: Any, record: Any) -> None:
    """Set the guard on a fresh driver connection; ``record`` is SQLAlchemy's record of it."""
    connection.set_authorizer(watch(record).authorise)


def watch(record: Any) -> WriteGuard:
    """Set the guard on SQLAlchemy's record of a connection whose driver asks nobody: statements are looked at (``check``)."""
    guard = record.info[_KEY] = WriteGuard()
    return guard


def check(connection: Connection, statement: str) -> None:
    """RuntimeError for a statement that writes outside a unit of work, also one the driver has prepared before."""
    guard = connection.info.get(_KEY)
    if guard is None or guard.open:
        return
    first = statement.lstrip(" \n(").split(None, 1)[0].upper() if statement.strip() else ""
    if first == "WITH" and _CHANGE.search(statement):
        raise RuntimeError(f"a write outside a unit of work: {statement[:80]}")
    if first in {"INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER", "TRUNCATE", "COPY"}:
        raise RuntimeError(f"a write outside a unit of work: {statement[:80]}")


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """Let the statements within write: for the unit of work and for migrations only."""
    guard = connection.info.get(_KEY)
    if guard is None:
        yield
        return
    before, guard.open = guard.open, True
    try:
        yield
    finally:
        guard.open = before
