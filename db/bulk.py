"""Reading tens of thousands of rows as the driver's own tuples, without an object for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from sqlalchemy import Connection, Executable, Table, select

_AT_ONCE: Final = 5_000
"""Values in one IN list, far below what SQLite and PostgreSQL bear."""


def plain_rows(connection: Connection, query: Executable) -> list[tuple[Any, ...]]:
    """The rows of a query over columns of plain kinds (int, str, None), as tuples."""
    result = connection.execute(query)
    assert result.cursor is not None
    rows = cast("list[tuple[Any, ...]]", result.cursor.fetchall())
    result.close()
    return rows


def rows_among(
    connection: Connection, table: Table, columns: Sequence[str], key: str, wanted: Sequence[object]
) -> list[tuple[Any, ...]]:
    """Some columns of the rows whose ``key`` is among some values: a park's companies, not the whole ledger for every file."""
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        part = tuple(wanted[start : start + _AT_ONCE])
        if connection.dialect.name == "sqlite":
            # The marks written out here: SQLAlchemy expands an IN list value by value, which takes longer than the query.
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {', '.join(columns)} FROM {table.name} WHERE {key} IN ({marks})"
            result = connection.exec_driver_sql(sql, part)
            assert result.cursor is not None
            rows += result.cursor.fetchall()
            result.close()
        else:
            rows += plain_rows(connection, select(*(table.c[name] for name in columns)).where(table.c[key].in_(part)))
    return rows
