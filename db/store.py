"""One database of one workspace, a file or on a server: reads see one moment, and every write is one journalled transaction."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeAlias

from sqlalchemy import Connection, select

import db.desk_tables
import db.exchange_tables
import db.journal.tables
import db.land_tables
import db.park_tables
import db.project_tables
import db.record_tables
import db.report_tables
import db.shelf_tables  # noqa: F401  # declared with the others, wherever a database is opened
import db.tables as t
from db.damage import telling
from db.encryption import Key
from db.engine import Address, backup_to, integrity_problems, opened, reading, writer
from db.errors import speaking, where_of
from db.journal.chain import chain_findings
from db.journal.touches import require_open
from db.journal.unit import GENESIS as GENESIS
from db.journal.unit import UnitOfWork as UnitOfWork
from db.journal.unit import entry_hash as entry_hash
from db.journal.unit import table_of as table_of
from db.schema import newest_revision, require_known, upgrade
from db.turns import Desk, Turns
from db.writer_lock import ReadOnly, WriterLock
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.months import Touch

MOVED_TO: Final = "moved-to"
"""The setting that says where a workspace was moved to."""
Reading: TypeAlias = Connection
"""What ``Store.read`` hands out and queries take; the services pass it on and never speak SQL through it."""


class Store:
    """The database and the two ways to it: ``read()`` and ``write()``."""

    def __init__(self, place: Address, key: Key | None = None, writer: WriterLock | Turns | None = None) -> None:
        """``key`` for an encrypted file.

        ``writer`` is the workspace's one right to write (None: a copy nobody shares), or this desk's place among the others.
        """
        self.place, self.key, self.writer = place, key, writer
        self._engine = opened(place, key)
        self._turns = _turns(writer) if isinstance(place, ServerAddress) else None
        if self._turns is not None:
            self._turns.join(self._engine)
            self.writer = self._turns
        self.where = where_of(self._engine)
        """The file or the address, without its password, as sentences name it."""
        weakref.finalize(self, self._engine.dispose)  # connections to a server are kept between uses, and end with the store

    @property
    def path(self) -> Path:
        """The database's file; a workspace on a server has none."""
        if isinstance(self.place, ServerAddress):
            raise TypeError(f"no file: {self.where}")
        return self.place

    @property
    def on_server(self) -> bool:
        """Whether the workspace stands on a server, which other desks use too."""
        return isinstance(self.place, ServerAddress)

    def prepare(self) -> bool:
        """Bring the schema up to date; returns whether it changed. Refuses a schema from a newer program.

        A journal whose older entries kept no rows gets a starting point for audits, by itself and once; a workspace of
        a program that kept no year ends (年末数) gets them likewise.
        """
        changed = upgrade(self._engine)
        if self._turns is not None:
            self._turns.prepare()
        from db import year_ends  # late: both read tables through modules that know the store
        from db.journal import baseline

        for command, is_needed, write in (
            (baseline.COMMAND, baseline.is_needed, baseline.write_baseline),
            (year_ends.COMMAND, year_ends.is_needed, year_ends.write_all),
        ):
            with self.read() as connection:
                needed = is_needed(connection)
            if needed:
                with self.write(command, "统筹台", datetime.now().astimezone().isoformat(timespec="seconds")) as unit:
                    write(unit)
        return changed

    def require_known(self) -> str | None:
        """The schema revision, or None when empty; EnvironmentProblem for one from a newer program."""
        return require_known(self._engine)

    def is_behind(self, revision: str) -> bool:
        """Whether the program knows a newer schema than ``revision``."""
        return revision != newest_revision()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose queries all see one moment; it is rolled back at the end. Refused where rows are damaged."""
        with telling(self._engine), speaking(self.where), reading(self._engine) as connection:
            if self._turns is not None:
                self._turns.looked(connection)
            yield connection

    def command(self, doing: str) -> AbstractContextManager[None]:
        """One command from its first look to its last write: on a server nobody else's comes between. ``doing`` is its word."""
        return self._turns.command(doing) if self._turns is not None else nullcontext()

    @contextmanager
    def write(self, command: str, who: str, at: str) -> Iterator[UnitOfWork]:
        """One transaction: committed with its journal entry, or not at all. Nothing written = nothing journalled."""
        with self.writing(), speaking(self.where), self._writer() as connection, connection.begin() as transaction:
            if self._turns is not None:
                self._turns.prove(connection)
                _require_here(connection, command)
            unit = UnitOfWork(connection, command, who, at)
            yield unit
            if unit.wrote:
                unit.close()
                if self._turns is not None:
                    self._turns.wrote(connection)
            else:
                transaction.rollback()

    @contextmanager
    def outside_journal(self, *, replaces: bool = False) -> Iterator[Connection]:
        """A transaction without an entry, for what proves itself: files by their hash, a workspace carried over whole.

        ``replaces``: the whole contents are put in the place of others, so what the command does next rests on them.
        """
        with self.writing(), speaking(self.where), self._writer() as connection, connection.begin():
            yield connection
            if replaces and self._turns is not None:
                self._turns.wrote(connection)

    def writing(self) -> AbstractContextManager[None]:
        """The workspace's right to write, for one command; ReadOnly says who has it."""
        return self.writer.writing() if self.writer else nullcontext()

    @property
    def read_only(self) -> str:
        """Why this session may only look, as a sentence; empty where it may write."""
        return self.writer.refused if self.writer else ""

    def _writer(self) -> Connection:
        return writer(self._engine)

    def require_open(self, touches: Iterable[Touch], *, who: str, day: date) -> None:
        """Refused where a write of this kind would be stopped by a closed or locked month: asked before long work."""
        with self.read() as connection:
            require_open(connection, touches, who=who, day=day)

    def close(self) -> None:
        """Give the right to write back and end every connection; used again, the store connects again."""
        if self.writer is not None:
            self.writer.release()
        self._engine.dispose()

    def writing_now(self) -> Desk | None:
        """Whose command another desk is writing just now; None on a desk's own file."""
        return self._turns.writing_now() if self._turns is not None else None

    def desks(self) -> tuple[Desk, ...]:
        """The windows that are open on a workspace on a server; none on a desk's own file."""
        return self._turns.present() if self._turns is not None else ()

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
        with self.read() as connection:
            return [finding.sentence for finding in chain_findings(connection)]

    def _overlap_problems(self) -> list[str]:
        a, b = table_of(t.ResidenceRow).alias(), table_of(t.ResidenceRow).alias()
        ends_before = (a.c.to_day != "") & (a.c.to_day < b.c.from_day)
        query = select(a.c.company_id, a.c.park, b.c.park).where(
            a.c.company_id == b.c.company_id, a.c.id != b.c.id, a.c.from_day <= b.c.from_day, ~ends_before
        )
        with self.read() as connection:
            return [f"企业 {row[0]} 同一天属于两个分园：{row[1]}、{row[2]}" for row in connection.execute(query)]


def _require_here(connection: Connection, command: str) -> None:
    """ReadOnly where another desk has moved the workspace away meanwhile: a window that is open cannot know it yet."""
    table = table_of(t.SettingRow)
    to = connection.execute(select(table.c.value).where(table.c.key == MOVED_TO)).scalar()
    if to and command != "relocate":
        raise ReadOnly(f"这个工作区已搬到 {to}，这里只能查看", advice="请打开新的位置")


def _turns(writer: WriterLock | Turns | None) -> Turns:
    """This desk's place at a server's database; whoever gave none (a copy being made) is the program itself."""
    if isinstance(writer, Turns):
        return writer
    return Turns("统筹台", lambda: datetime.now().astimezone().isoformat(timespec="seconds"))
