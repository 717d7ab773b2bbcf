"""The one way to an engine: SQLite with real transactions, foreign keys, durable commits; PostgreSQL in ``db.server``.

Journal and durability (measured, see DECISIONS.md): rollback journal (DELETE) so that a copy of an idle workspace is
whole, ``synchronous=FULL`` so that an acknowledged commit survives a power cut, ``BEGIN IMMEDIATE`` for every writer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from db.encryption import Key
from db.errors import speaking, where_of
from db.journal.guard import check, protect
from zgc_desktop.domain.addresses import ServerAddress

Address: TypeAlias = Path | ServerAddress
"""Where a database is: a file, or on a server."""
PRAGMAS: Final = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
    # A big page cache keeps a long receive from spilling, so that readers are shut out only while it commits.
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
)


WRITER_WAITS_MS: Final = 10_000


def driver(key: Key | None) -> Any:
    """The DB-API that reads a file: Python's own SQLite, or SQLCipher for an encrypted one."""
    if key is None:
        return sqlite3
    from sqlcipher3 import dbapi2  # a second SQLite of 5 MB: loaded only where a workspace is encrypted

    return dbapi2


def key_pragmas(key: Key | None, schema: str = "") -> tuple[str, ...]:
    """What a connection to an encrypted file says before anything else."""
    if key is None:
        return ()
    # The key is random, so no passphrase rounds; damage is told by our own sentence, not by the library on stderr.
    return ("PRAGMA cipher_log_level=NONE", f"PRAGMA {schema}key=\"x'{key.secret.hex()}'\"")


def connect(path: Path, key: Key | None = None) -> Any:
    """A bare driver's connection to one file, in autocommit: for copying whole databases."""
    connection = driver(key).connect(str(path), isolation_level=None, check_same_thread=False)
    for pragma in key_pragmas(key):
        connection.execute(pragma)
    return connection


def opened(place: Address, key: Key | None = None) -> Engine:
    """An engine on the database of a workspace, wherever it stands; nothing is connected yet."""
    if isinstance(place, ServerAddress):
        from db.server import open_server  # late, as everywhere below: its driver is loaded only where one is used

        return open_server(place)
    return open_engine(place, key)


def reading(engine: Engine) -> Connection:
    """A connection whose queries all see one moment."""
    if not is_file(engine):
        from db import server

        return server.reading(engine)
    return engine.connect()


def writer(engine: Engine) -> Connection:
    """A connection that may write."""
    if not is_file(engine):
        from db import server

        return server.writer(engine)
    return engine.connect().execution_options(writes=True)


def is_file(engine: Engine) -> bool:
    """Whether the database is a file of SQLite's."""
    return engine.dialect.name == "sqlite"


def open_engine(path: Path, key: Key | None = None) -> Engine:
    """An engine on one SQLite file. Writers ask with ``execution_options(writes=True)`` and get BEGIN IMMEDIATE.

    ``key`` opens an encrypted file (and makes a new one encrypted).
    """
    engine = create_engine(
        f"sqlite:///{path}",
        module=driver(key),
        poolclass=NullPool,  # each unit opens and closes its own connection: no handle outlives it (Windows)
        connect_args={"isolation_level": None, "check_same_thread": False},
        hide_parameters=True,  # no company's name in a log or a bug report
    )

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, record: object) -> None:
        cursor = connection.cursor()
        for pragma in (*key_pragmas(key), *PRAGMAS):
            cursor.execute(pragma)
        cursor.close()
        protect(connection, record)

    @event.listens_for(engine, "before_cursor_execute")
    def _only_units_write(connection: Connection, _cursor: Any, statement: str, *_rest: object) -> None:
        check(connection, statement)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # pysqlite would begin late and commit DDL by itself; we say BEGIN, so rollback really undoes everything.
        writes = connection.get_execution_options().get("writes", False)
        if writes:  # a page may be reading beside it for some seconds: its commit waits for that, it does not fail
            connection.exec_driver_sql(f"PRAGMA busy_timeout={WRITER_WAITS_MS}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def bulk_insert(connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Insert many tuples at the driver's speed; returns how many. Values are already plain (int, str, None)."""
    listed = list(rows)
    if not listed:
        return 0
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        names = ", ".join(map(connection.dialect.identifier_preparer.quote, columns))  # a column may be called "on"
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", [tuple(r) for r in listed])
    else:
        from db.server import copy_rows

        copy_rows(connection, table, columns, listed)
    return len(listed)


def integrity_problems(engine: Engine) -> list[str]:
    """What SQLite's own ``integrity_check`` and ``foreign_key_check`` find, or what a server tells; empty = sound."""
    if not is_file(engine):
        from db import server

        return server.problems(engine)
    with speaking(where_of(engine)), engine.connect() as connection:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"外键：{row[0]} 第 {row[1]} 行 → {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return found


def quick_problems(path: Path, key: Key | None = None) -> list[str]:
    """What SQLite's ``quick_check`` finds in a database file; empty = sound."""
    with speaking(str(path)), open_engine(path, key).connect() as connection:
        return [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]


def backup_to(engine: Engine, target: Path, key: Key | None = None) -> None:
    """Copy the whole database to ``target`` by SQLite's online backup in one step, under the same key."""
    with speaking(str(target)), engine.connect() as connection:
        source: Any = connection.connection.dbapi_connection
        copy = connect(target, key)
        try:
            source.backup(copy, pages=-1)  # small steps restart for ever while somebody writes
        except driver(key).Error as error:  # a bare driver's error: as SQLAlchemy would have wrapped it
            raise OperationalError("backup", None, error) from error
        finally:
            copy.close()
