"""A driver's own connection to a workspace's database, past the program's guard: what somebody with other tools could do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import psycopg

from db.store import Store
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.services.context import AppContext

REFUSED = (sqlite3.IntegrityError, psycopg.IntegrityError)
"""What the database itself raises where a trigger or a key forbids a change."""


class Raw:
    """Statements with ``?`` for values, each committed by itself."""

    def __init__(self, connection: Any, on_server: bool) -> None:
        self._connection, self._on_server = connection, on_server

    def execute(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run one statement; returns the driver's cursor."""
        if self._on_server:
            sql = sql.replace("?", "%s").replace("x'00'", r"'\x00'::bytea")
        return self._connection.execute(sql, values)

    def silence(self) -> None:
        """Take every trigger out of the way, for this connection or for good."""
        if self._on_server:
            self.execute("SET session_replication_role = replica")
            return
        for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            self.execute(f"DROP TRIGGER {name}")


@contextmanager
def raw(store: Store) -> Iterator[Raw]:
    """A bare connection to a store's database."""
    if isinstance(store.place, ServerAddress):
        with psycopg.connect(store.place.full_url.replace("+psycopg", ""), autocommit=True) as connection:
            yield Raw(connection, True)
        return
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        yield Raw(connection, False)


def triggers(store: Store) -> set[str]:
    """The names of the database's triggers."""
    on_file = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    on_server = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with raw(store) as connection:
        return {row[0] for row in connection.execute(on_server if store.on_server else on_file).fetchall()}


def spoil(ctx: AppContext, sha256: str, content: bytes | None = None) -> None:
    """Put other bytes in the place of an archived file, or take it away: in the folder, or in the server's table."""
    if not ctx.store.on_server:
        path = ctx.paths.archived(sha256)
        path.unlink() if content is None else path.write_bytes(content)
        return
    with raw(ctx.store) as connection:
        if content is None:
            connection.execute("DELETE FROM kept_file WHERE sha256 = ?", (sha256,))
        else:
            connection.execute("UPDATE kept_file SET content = ? WHERE sha256 = ?", (content, sha256))
