"""Carrying a whole workspace from one database into another, row for row, and proving that nothing differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, exists, func, inspect, select
from sqlalchemy.exc import DataError, IntegrityError

from db.all_tables import all_tables
from db.engine import bulk_insert
from db.journal.guard import writing
from db.journal.rows import key_names
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.field_words import table_word

KEPT_FILES: Final = "kept_file"
"""Carried by the shelf: in a folder its rows are files."""
_OUR_OTHERS: Final = frozenset({"alembic_version", "zgc_desk"})
"""The schema's own number; and who is at work on a server just now."""
_AT_ONCE: Final = 2_000
Told = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class TablePrint:
    """A table's rows in the order of their key: how many, and the SHA-256 over them."""

    rows: int
    sha256: str


def carried_tables(*, files: bool = False) -> tuple[Table, ...]:
    """The tables whose rows are carried, parents before children; ``files``: those of the shelf too."""
    return tuple(t for t in all_tables() if files or t.name != KEPT_FILES)


def first_filled(connection: Connection) -> str:
    """The first table that holds a row, in the field's words; '' where the database is empty."""
    for table in all_tables():
        if connection.execute(select(exists(select(1).select_from(table)))).scalar_one():
            return table_word(table.name)
    return ""


def foreign_tables(connection: Connection) -> tuple[str, ...]:
    """Tables that are none of this program's: a database somebody else uses."""
    own = {t.name for t in all_tables()} | _OUR_OTHERS
    return tuple(sorted(set(inspect(connection).get_table_names()) - own))


def carry(source: Connection, target: Connection, *, files: bool = False, told: Told = lambda *_: None) -> None:
    """Insert every row of ``source`` into ``target``, whose tables are empty; committed by the caller, or not at all.

    The tables' own triggers are about single steps of work and rest meanwhile; foreign keys are looked at in the end.
    Refused where a row of an old file is none that the other database takes.
    """
    tables = carried_tables(files=files)
    with writing(target), _triggers_at_rest(target, tables):
        for n, table in enumerate(tables):
            told(n, len(tables), table_word(table.name))
            names = [c.name for c in table.c]
            try:
                for rows in _chunks(source, table):
                    bulk_insert(target, table, names, rows)
            except (DataError, IntegrityError, ValueError, TypeError) as error:
                raise Refused(f"“{table_word(table.name)}”有一行搬不过去，没有搬", why=_reason(error)) from error


def emptied(target: Connection, *, files: bool = False) -> None:
    """Delete every row, children before parents; the schema stays."""
    tables = carried_tables(files=files)
    with writing(target), _triggers_at_rest(target, tables):
        for table in reversed(tables):
            target.execute(delete(table))


def prints(connection: Connection, *, files: bool = False) -> dict[str, TablePrint]:
    """What every table holds, as a print that is the same on both kinds of database."""
    return {table.name: _print_of(connection, table) for table in carried_tables(files=files)}


def unlike(here: Mapping[str, TablePrint], there: Mapping[str, TablePrint]) -> list[str]:
    """How the second differs from the first, a sentence a table; empty = not at all."""
    found = []
    for name in sorted(here.keys() | there.keys()):
        a, b = here.get(name), there.get(name)
        if a != b:
            rows = tuple(p.rows if p else 0 for p in (a, b))
            found.append(
                f"{table_word(name)}：{rows[0]} 行与 {rows[1]} 行" if rows[0] != rows[1] else f"{table_word(name)}：内容不同"
            )
    return found


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows every table holds."""
    return {t.name: int(connection.execute(select(func.count()).select_from(t)).scalar_one()) for t in all_tables()}


# ---- inside -----------------------------------------------------------------------------------------------------------


def _chunks(connection: Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    """A table's rows in the order of their key, some thousands at a time; files one by one."""
    at_once = 1 if table.name == KEPT_FILES else _AT_ONCE
    query = select(table).order_by(*(table.c[k] for k in key_names(table)))
    result = connection.execute(query, execution_options={"yield_per": at_once})
    for rows in result.partitions(at_once):
        yield [tuple(row) for row in rows]


def _print_of(connection: Connection, table: Table) -> TablePrint:
    sha256, count = hashlib.sha256(), 0
    for rows in _chunks(connection, table):
        count += len(rows)
        for row in rows:
            sha256.update(json.dumps(row, default=_bytes, separators=(",", ":")).encode())
    return TablePrint(count, sha256.hexdigest())


def _bytes(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return f"sha256:{hashlib.sha256(bytes(value)).hexdigest()}"
    raise TypeError(f"not a value of a row: {value!r}")


@contextmanager
def _triggers_at_rest(connection: Connection, tables: tuple[Table, ...]) -> Iterator[None]:
    """Rows of a locked month or a published report come as they are: the refusals that guard them are for later writes."""
    rest = _dropped_triggers if connection.dialect.name == "sqlite" else _disabled_triggers
    with rest(connection, tables):
        yield


@contextmanager
def _dropped_triggers(connection: Connection, _tables: tuple[Table, ...]) -> Iterator[None]:
    """SQLite knows no rest for a trigger: its text is kept, dropped and written again, within the transaction."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    known = [(str(name), str(text)) for name, text in connection.exec_driver_sql(query)]
    for name, _ in known:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    yield
    for _, text in known:
        connection.exec_driver_sql(text)


@contextmanager
def _disabled_triggers(connection: Connection, tables: tuple[Table, ...]) -> Iterator[None]:
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    for table in tables:
        connection.exec_driver_sql(f"ALTER TABLE {table.name} DISABLE TRIGGER USER")
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")  # what points nowhere is told here, and nothing is kept
    for table in tables:
        connection.exec_driver_sql(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")


def _reason(error: Exception) -> str:
    """The driver's own words without the row in them."""
    told = str(getattr(error, "orig", error)).strip().splitlines()
    return told[0][:160] if told else type(error).__name__
