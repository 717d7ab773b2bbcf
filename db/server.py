"""The engine on PostgreSQL, and everything in which it differs from SQLite: the same tables, statements and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from psycopg import sql
from psycopg.adapt import Loader
from sqlalchemy import Column, Connection, Engine, ForeignKeyConstraint, Table, create_engine, event
from sqlalchemy.dialects.postgresql.base import PGDDLCompiler, PGTypeCompiler

from db.errors import speaking, where_of
from db.journal.guard import check, watch
from db.server_triggers import translated
from zgc_desktop.domain.addresses import ServerAddress

CONNECT_SECONDS: Final = 10
"""How long a server may take to answer: a switched-off machine is told, not waited for."""

_SESSION: Final = (
    # A desk whose cable is pulled or whose lid is closed has lost its turn within half a minute, not after two hours.
    "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
    # Its words are told in ours, whatever language the server speaks; days and numbers are text as we write them.
    " -c client_encoding=UTF8 -c standard_conforming_strings=on"
)


def open_server(address: ServerAddress) -> Engine:
    """An engine on one database of a server. ``reading`` and ``writer`` are the two ways to a connection."""
    engine = create_engine(
        address.full_url,
        pool_size=4,
        max_overflow=16,
        pool_pre_ping=True,  # the server may have been restarted, the cable pulled and put back
        hide_parameters=True,  # no company's name in a log or a bug report
        connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "zgc", "options": _SESSION},
    )
    engine.dialect.ddl_compiler = _Tables
    engine.dialect.type_compiler_instance = _Types(engine.dialect)

    @event.listens_for(engine, "connect")
    def _whole_sums(connection: Any, record: Any) -> None:
        connection.adapters.register_loader("numeric", _Number)
        watch(record)

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _only_units_write(
        connection: Connection, _cursor: Any, statement: str, parameters: Any, *_rest: object
    ) -> tuple[str, Any]:
        check(connection, statement)
        return translated(statement), parameters

    return engine


def reading(engine: Engine) -> Connection:
    """A connection whose queries all see one moment, and which the server lets change nothing."""
    return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writer(engine: Engine) -> Connection:
    """A connection that may write. Each statement sees what is committed: under the command's lock that is one moment too."""
    return engine.connect().execution_options(isolation_level="READ COMMITTED", writes=True)


def copy_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert many tuples by COPY, the server's own way for bulk."""
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    driver: Any = connection.connection.dbapi_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


_POINTS_NOWHERE: Final = """
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,
  (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k(num, n)
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num),
  (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY AS k(num, n)
     JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num)
FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2, 3
"""


def problems(engine: Engine) -> list[str]:
    """Rows that point nowhere and indexes the server calls invalid; empty = sound. Pages are the server's to prove."""
    found: list[str] = []
    with speaking(where_of(engine)), reading(engine) as connection:
        for table, target, own, theirs in connection.exec_driver_sql(_POINTS_NOWHERE).all():
            query = (
                f"SELECT count(*) FROM {table} WHERE ({own}) IS NOT NULL"
                f" AND NOT EXISTS (SELECT 1 FROM {target} AS parent WHERE (parent.{theirs}) = ({table}.{own}))"
            )
            if count := connection.exec_driver_sql(query).scalar():
                found.append(f"外键：{table} 有 {count} 行 → {target}")
        query = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
        found += [f"索引失效：{row[0]}" for row in connection.exec_driver_sql(query)]
    return found


class _Number(Loader):
    """Sums of whole numbers are whole numbers, as SQLite says them: PostgreSQL widens a sum of bigint to numeric."""

    def load(self, data: Any) -> int | Decimal:
        text = bytes(data).decode()
        return int(text) if text.lstrip("-").isdecimal() else Decimal(text)


class _Types(PGTypeCompiler):
    """SQLite's INTEGER holds 64 bits."""

    def visit_INTEGER(self, type_: Any, **kw: Any) -> str:
        return "BIGINT"


class _Tables(PGDDLCompiler):
    """The tables as SQLite has them: keys without a sequence, text that sorts by its characters' numbers."""

    def get_column_specification(self, column: Column[Any], **kw: Any) -> str:
        # Keys are numbered by the unit of work: an undo puts a key back, and a sequence would not know.
        told: str = super().get_column_specification(column, **kw)  # type: ignore[no-untyped-call]
        told = told.replace(" BIGSERIAL", " BIGINT").replace(" SERIAL", " BIGINT")
        return re.sub(r"( VARCHAR(\(\d+\))?)", r'\1 COLLATE "C"', told, count=1)

    def visit_foreign_key_constraint(self, constraint: ForeignKeyConstraint, **kw: Any) -> str:
        # An undo moves parents and children in any order and is looked at when all is done.
        told = super().visit_foreign_key_constraint(constraint, **kw)  # type: ignore[no-untyped-call]
        return f"{told} DEFERRABLE INITIALLY IMMEDIATE"
