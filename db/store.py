"""One database of one workspace: reads see one moment, and every write is one journalled transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlmodel import SQLModel

import db.report_tables  # noqa: F401  # declared with the others, wherever a database is opened
import db.tables as t
from db.encryption import Key
from db.engine import backup_to, bulk_insert, integrity_problems, open_engine
from db.errors import speaking
from db.schema import newest_revision, require_known, upgrade
from db.writer_lock import WriterLock
from zgc_desktop.domain.changes import ChangeSummary

GENESIS: Final = "0" * 64

Reading: TypeAlias = Connection
"""What ``Store.read`` hands out and queries take; the services pass it on and never speak SQL through it."""


def table_of(row_type: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a row class."""
    table = row_type.__table__  # type: ignore[attr-defined]  # SQLModel adds it at class creation
    assert isinstance(table, Table)
    return table


def entry_hash(previous: str, fields: Sequence[str]) -> str:
    """SHA-256 over the entry before and this entry's fields: any later change breaks the chain."""
    return hashlib.sha256("\x1f".join((previous, *fields)).encode()).hexdigest()


class UnitOfWork:
    """One command's write. ``say`` is required; what is inserted, updated or deleted is journalled with it."""

    def __init__(self, connection: Connection, command: str, who: str, at: str) -> None:
        self.connection = connection
        self._command, self._who, self._at = command, who, at
        self._sentence = self._reason = ""
        self._changes: list[dict[str, object]] = []
        self._months: set[str] = set()
        self._subjects: set[str] = set()
        self._counts = {"insert": 0, "update": 0, "delete": 0}
        self.summary: ChangeSummary | None = None

    def say(self, sentence: str, *, reason: str = "", subjects: Iterable[str] = (), months: Iterable[object] = ()) -> None:
        """Set the journal's sentence (Chinese, one line) and what the write touches."""
        self._sentence, self._reason = sentence, reason
        self._subjects |= set(subjects)
        self._months |= {str(m) for m in months}

    def insert(self, row_type: type[SQLModel], values: Mapping[str, object]) -> int:
        """Insert one row, journalled in full; returns its integer key (0 where the key is not an integer)."""
        table = table_of(row_type)
        result = self.connection.execute(insert(table).values(**values))
        key = result.inserted_primary_key
        number = key[0] if key and isinstance(key[0], int) else 0
        self._note("insert", table.name, 1, key=number or None, new=dict(values))
        return number

    def insert_blob(self, row_type: type[SQLModel], values: Mapping[str, object], blobs: Mapping[str, bytes]) -> int:
        """Insert one row with bulky bytes beside it, which are journalled by their SHA-256 only; returns its key."""
        result = self.connection.execute(insert(table_of(row_type)).values(**values, **blobs))
        key = result.inserted_primary_key
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in blobs.items()}
        self._note("insert", table_of(row_type).name, 1, new=dict(values) | hashes)
        return int(key[0]) if key else 0

    def insert_many(
        self, row_type: type[SQLModel], columns: Sequence[str], rows: Iterable[Sequence[object]], origin: str
    ) -> int:
        """Insert many plain tuples, journalled by count and ``origin`` (the archived file holds them word for word)."""
        table = table_of(row_type)
        count = bulk_insert(self.connection, table, columns, rows)
        if count:
            self._note("insert", table.name, count, origin=origin)
        return count

    def update(self, row_type: type[SQLModel], where: Mapping[str, object], values: Mapping[str, object]) -> int:
        """Update the rows that match, journalled with their old values; returns how many."""
        table = table_of(row_type)
        matches = [table.c[name] == value for name, value in where.items()]
        old = [dict(r._mapping) for r in self.connection.execute(select(*(table.c[n] for n in values)).where(*matches))]
        count = self.connection.execute(update(table).where(*matches).values(**values)).rowcount
        if count:
            self._note("update", table.name, count, where=dict(where), old=old, new=dict(values))
        return count

    def delete(self, row_type: type[SQLModel], where: Mapping[str, object], *, derived: bool = False) -> int:
        """Delete the rows that match. ``derived`` rows can be computed again and are journalled by count only."""
        table = table_of(row_type)
        matches = [table.c[name] == value for name, value in where.items()]
        old = [] if derived else [dict(r._mapping) for r in self.connection.execute(select(table).where(*matches))]
        count = self.connection.execute(delete(table).where(*matches)).rowcount
        if count:
            self._note("delete", table.name, count, where=dict(where), **({} if derived else {"old": old}))
        return count

    def _note(self, op: str, table: str, count: int, **details: object) -> None:
        self._counts[op] += count
        self._changes.append({"op": op, "table": table, "count": count} | {k: v for k, v in details.items() if v is not None})

    @property
    def wrote(self) -> bool:
        """Whether anything has changed so far."""
        return bool(self._changes)

    def close(self) -> None:
        """Write the journal entry; called by ``Store.write`` as the last act before commit."""
        if not self._sentence:
            raise RuntimeError(f"command {self._command!r} wrote without saying what")
        table = table_of(t.JournalRow)
        last = self.connection.execute(select(table.c.hash).order_by(table.c.seq.desc()).limit(1)).scalar()
        previous = last or GENESIS
        changes = json.dumps(self._changes, ensure_ascii=False, sort_keys=True, default=str)
        fields = (self._at, self._who, self._command, self._sentence, self._reason, changes)
        names = ("at", "who", "command", "sentence", "reason", "changes")
        values = dict(zip(names, fields, strict=True)) | {"previous_hash": previous, "hash": entry_hash(previous, fields)}
        key = self.connection.execute(insert(table).values(**values)).inserted_primary_key
        self.summary = ChangeSummary(
            self._sentence,
            key[0] if key else 0,
            frozenset(self._months),
            frozenset(self._subjects),
            self._counts["insert"],
            self._counts["update"],
            self._counts["delete"],
        )


class Store:
    """The database file and the two ways to it: ``read()`` and ``write()``."""

    def __init__(self, path: Path, key: Key | None = None, writer: WriterLock | None = None) -> None:
        """``key`` for an encrypted file; ``writer`` is the workspace's one right to write (None: a copy nobody shares)."""
        self.path, self.key, self.writer = path, key, writer
        self._engine = open_engine(path, key)

    def prepare(self) -> bool:
        """Bring the schema up to date; returns whether it changed. Refuses a schema from a newer program."""
        return upgrade(self._engine)

    def require_known(self) -> str | None:
        """The schema revision, or None when empty; EnvironmentProblem for one from a newer program."""
        return require_known(self._engine)

    def is_behind(self, revision: str) -> bool:
        """Whether the program knows a newer schema than ``revision``."""
        return revision != newest_revision()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose queries all see one moment; it is rolled back at the end."""
        with speaking(str(self.path)), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, command: str, who: str, at: str) -> Iterator[UnitOfWork]:
        """One transaction: committed with its journal entry, or not at all. Nothing written = nothing journalled."""
        with self.writing(), speaking(str(self.path)), self._writer() as connection, connection.begin() as transaction:
            unit = UnitOfWork(connection, command, who, at)
            yield unit
            if unit.wrote:
                unit.close()
            else:
                transaction.rollback()

    def writing(self) -> AbstractContextManager[None]:
        """The workspace's right to write, for one command; ReadOnly says who has it."""
        return self.writer.writing() if self.writer else nullcontext()

    @property
    def read_only(self) -> str:
        """Why this session may only look, as a sentence; empty where it may write."""
        return self.writer.refused if self.writer else ""

    def _writer(self) -> Connection:
        return self._engine.connect().execution_options(writes=True)

    def backup(self, target: Path) -> None:
        """Write a whole copy to ``target``, encrypted as this one is."""
        backup_to(self._engine, target, self.key)

    def head(self) -> tuple[int, str]:
        """Number and hash of the last journal entry: the mark of a state. (0, sixty-four noughts) before the first."""
        table = table_of(t.JournalRow)
        with self.read() as connection:
            last = connection.execute(select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)).first()
        return (int(last[0]), str(last[1])) if last else (0, GENESIS)

    def integrity(self) -> list[str]:
        """What SQLite's own checks find wrong, whatever the schema; empty = sound."""
        return integrity_problems(self._engine)

    def problems(self) -> list[str]:
        """What the database's own checks and the journal's chain find wrong; empty = sound."""
        return integrity_problems(self._engine) + self._chain_problems() + self._overlap_problems()

    def _chain_problems(self) -> list[str]:
        table = table_of(t.JournalRow)
        previous, found = GENESIS, []
        with self.read() as connection:
            for row in connection.execute(select(table).order_by(table.c.seq)):
                fields = (row.at, row.who, row.command, row.sentence, row.reason, row.changes)
                if row.previous_hash != previous or row.hash != entry_hash(row.previous_hash, fields):
                    found.append(f"操作记录第 {row.seq} 条与前后不符，可能被改动：{row.sentence}")
                previous = row.hash
        return found

    def _overlap_problems(self) -> list[str]:
        a, b = table_of(t.ResidenceRow).alias(), table_of(t.ResidenceRow).alias()
        ends_before = (a.c.to_day != "") & (a.c.to_day < b.c.from_day)
        query = select(a.c.company_id, a.c.park, b.c.park).where(
            a.c.company_id == b.c.company_id, a.c.id != b.c.id, a.c.from_day <= b.c.from_day, ~ends_before
        )
        with self.read() as connection:
            return [f"企业 {row[0]} 同一天属于两个分园：{row[1]}、{row[2]}" for row in connection.execute(query)]
