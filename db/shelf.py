"""The shelf of a workspace on a server: files by their own SHA-256, and the office's own rules, for every desk alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, exists, func, insert, select

from db.journal.guard import writing
from db.journal.unit import table_of
from db.shelf_tables import KeptFileRow, RuleFileRow
from db.store import Store, UnitOfWork


def put(store: Store, sha256: str, content: bytes) -> None:
    """Keep a file under its hash; the same again changes nothing.

    No journal entry answers for it: its name is its hash, and a file nobody refers to does no harm.
    """
    if holds(store, sha256):
        return
    with store.outside_journal() as connection:
        put_on(connection, sha256, content)


def put_on(connection: Connection, sha256: str, content: bytes) -> None:
    """``put`` on a connection that may write."""
    table = table_of(KeptFileRow)
    there = select(exists().where(table.c.sha256 == sha256))
    if not connection.execute(there).scalar_one():
        with writing(connection):
            connection.execute(insert(table).values(sha256=sha256, content=content))


def holds(store: Store, sha256: str) -> bool:
    """Whether a file is kept."""
    table = table_of(KeptFileRow)
    with store.read() as connection:
        return bool(connection.execute(select(exists().where(table.c.sha256 == sha256))).scalar_one())


def content_of(store: Store, sha256: str) -> bytes | None:
    """A kept file's bytes; None where there is none of this hash."""
    table = table_of(KeptFileRow)
    with store.read() as connection:
        found = connection.execute(select(table.c.content).where(table.c.sha256 == sha256)).scalar()
    return None if found is None else bytes(found)


def names(store: Store) -> tuple[str, ...]:
    """The hashes of all kept files, in order."""
    table = table_of(KeptFileRow)
    with store.read() as connection:
        return tuple(connection.execute(select(table.c.sha256).order_by(table.c.sha256)).scalars())


def size(store: Store) -> int:
    """Bytes of all kept files."""
    table = table_of(KeptFileRow)
    with store.read() as connection:
        return int(connection.execute(select(func.coalesce(func.sum(func.length(table.c.content)), 0))).scalar_one())


def contents(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Every kept file, one at a time, in the order of the hashes."""
    table = table_of(KeptFileRow)
    for sha256 in connection.execute(select(table.c.sha256).order_by(table.c.sha256)).scalars().all():
        content = connection.execute(select(table.c.content).where(table.c.sha256 == sha256)).scalar_one()
        yield sha256, bytes(content)


def rule_files(connection: Connection) -> dict[str, str]:
    """The office's own rule files as every desk uses them: text by path below ``rules``."""
    table = table_of(RuleFileRow)
    query = select(table.c.name, table.c.text).order_by(table.c.name)
    return {str(name): str(text) for name, text in connection.execute(query)}


def replace_rule_files(unit: UnitOfWork, texts: Mapping[str, str]) -> None:
    """Make the office's rule files be exactly these."""
    unit.replace(RuleFileRow, {}, ("name", "text"), sorted(texts.items()))
