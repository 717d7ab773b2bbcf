"""Desks of one workspace on a server take turns: one command at a time, and everybody can see whose turn it is.

The turn is a lock of the server's own (advisory, of a session), so a desk that is killed or cut off has lost it as soon as
its connection ends. Who has it stands in a table beside it, which says nothing where no living connection vouches for it.
"""

from __future__ import annotations

import os
import platform
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final, TypeAlias

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from db.errors import speaking, where_of
from db.journal import guard
from db.writer_lock import ReadOnly
from zgc_desktop.domain.errors import EnvironmentProblem

_SPACE: Final = 0x7A6763
"""The first number of all our locks; the second says which."""
_TURN, _WRITE, _DESK = 1, 2, 3
PATIENCE_S: Final = 60
"""How long a command waits for its turn: longer than a large file takes, shorter than a person waits without an answer."""

_TABLE: Final = """
CREATE UNLOGGED TABLE IF NOT EXISTS zgc_desk (
  pid bigint PRIMARY KEY, who text NOT NULL, machine text NOT NULL, process bigint NOT NULL, program text NOT NULL,
  since text NOT NULL, doing text NOT NULL
)
"""
_NOTE: Final = """
INSERT INTO zgc_desk VALUES (pg_backend_pid(), %s, %s, %s, %s, %s, %s) ON CONFLICT (pid) DO UPDATE
SET who = excluded.who, machine = excluded.machine, process = excluded.process, program = excluded.program,
    since = excluded.since, doing = excluded.doing
"""
_LIVING: Final = """
SELECT d.who, d.machine, d.process, d.program, d.since, d.doing FROM zgc_desk d
JOIN pg_locks l ON l.pid = d.pid AND l.locktype = 'advisory' AND l.classid = %s AND l.objid = %s AND l.granted
JOIN pg_database b ON b.oid = l.database AND b.datname = current_database() ORDER BY d.since, d.pid
"""


Head: TypeAlias = tuple[int, str]


class Waiting(EnvironmentProblem):
    """Another desk has had the turn for too long; nothing was written."""


class Overtaken(EnvironmentProblem):
    """Somebody wrote between a command's reading and its writing; nothing was written."""


class _Mine(threading.local):
    """What one thread of this desk is at: how deep in commands, and the state its reading rests on."""

    depth = 0
    seen: Head | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody at a workspace: person, machine, process, program, since when (ISO), what is being written ('' = nothing)."""

    who: str
    machine: str
    process: int
    program: str
    since: str
    doing: str = ""

    @property
    def sentence(self) -> str:
        """Who writes what since when, in a clause."""
        since = self.since[:16].replace("T", " ")
        what = f"：{self.doing}" if self.doing else ""
        return f"{self.who}（电脑 {self.machine}，进程 {self.process}）自 {since} 起正在写入{what}"


class Turns:
    """One desk's place among the others: its turns, and its presence while a window is open."""

    def __init__(self, who: str, now: Callable[[], str], program: str = "", patience: float = PATIENCE_S) -> None:
        self._who, self._now, self._program = who, now, program
        self.patience = patience
        """Seconds to wait for a turn."""
        self.refused = ""
        """Why this session is read-only; empty where it may write."""
        self._mine = _Mine()
        self._tables: set[str] = set()
        self._present: ExitStack | None = None

    def join(self, engine: Engine) -> None:
        """Sit down at a database; called once, by its store."""
        self._engine = engine

    @contextmanager
    def command(self, doing: str) -> Iterator[None]:
        """This thread's turn for a whole command, its reading included: nobody else writes from its first look to its end.

        ``Waiting`` says who has the turn where it does not come in time. Inside another command it is that one's turn.
        """
        if self._mine.depth or self.refused:  # who may not write may still look, or try something out
            with self._deeper():
                yield
            return
        with self._locked(_TURN, doing) as connection:
            self._mine.seen = self._head(connection)
            try:
                with self._deeper():
                    yield
            finally:
                self._mine.seen = None

    @contextmanager
    def writing(self, doing: str = "") -> Iterator[None]:
        """The right to write, for one transaction; ReadOnly where the workspace is only looked at."""
        if self.refused:
            raise ReadOnly(self.refused.rstrip("。"))
        if self._mine.depth:
            yield
            return
        with self._locked(_TURN, doing) as connection:
            self._mine.seen = self._mine.seen or self._head(connection)
            try:
                with self._deeper():
                    yield
            finally:
                self._mine.seen = None

    def looked(self, connection: Connection) -> None:
        """Remember what this thread read from, outside a command: what it writes next rests on it."""
        if not self._mine.depth and self._mine.seen is None:
            self._mine.seen = self._head(connection)

    def prove(self, connection: Connection) -> None:
        """Let nobody else write until this transaction ends, and refuse it where somebody wrote since the command looked.

        With the turn taken in time this cannot be; it is for a turn that was lost with its connection, or never asked for.
        """
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SPACE}, {_WRITE})")
        now = self._head(connection)
        if self._mine.seen is not None and now != self._mine.seen:
            query = "SELECT who, at, sentence FROM journal WHERE seq = %s"
            who, at, sentence = connection.exec_driver_sql(query, (now[0],)).one() if now[0] else ("", "", "")
            when = at[:16].replace("T", " ")
            raise Overtaken(
                "这一步依据的数据刚刚变了，没有写入",
                why=f"{who}于 {when} 写入了第 {now[0]} 条：{sentence}" if who else "",
                advice="请看过新的数据后重试",
            )

    def wrote(self, connection: Connection) -> None:
        """Remember the state this command itself made; called before the commit."""
        self._mine.seen = self._head(connection)

    def prepare(self) -> None:
        """Make the table of desks where there is none."""
        with speaking(where_of(self._engine)), self._connected() as connection:
            _say(connection, _TABLE)

    def hold(self) -> bool:
        """Be seen by the others until ``release``: a window is open here. Nobody is kept from anything by that."""
        if self._present is None:
            with ExitStack() as stack:
                stack.enter_context(self._locked(_DESK, "", shared=True))
                self._present = stack.pop_all()
        return not self.refused

    def release(self) -> None:
        """Be seen no longer."""
        present, self._present = self._present, None
        if present is not None:
            present.close()

    died: Final = None
    """A server's lock dies with its desk: there is never a note of somebody who ended without closing."""

    def noted(self) -> None:
        """Nobody: what a file's lock writes down, a server knows."""

    def take_over(self) -> None:
        """Nothing to take over: who is gone has lost the turn."""

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._mine.depth += 1
        try:
            yield
        finally:
            self._mine.depth -= 1

    def writing_now(self) -> Desk | None:
        """Who has the turn; None where nobody has, or nobody can say."""
        return next(iter(self._living(_TURN)), None)

    def present(self) -> tuple[Desk, ...]:
        """The windows that are open on the workspace, oldest first."""
        return self._living(_DESK)

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _living(self, which: int) -> tuple[Desk, ...]:
        with speaking(where_of(self._engine)), self._connected() as connection:
            if not self._is_there(connection, "zgc_desk"):
                return ()
            return tuple(Desk(*row) for row in connection.exec_driver_sql(_LIVING, (_SPACE, which)))

    def _connected(self) -> AbstractContextManager[Connection]:
        """A connection of its own, each statement by itself: the lock belongs to the connection, not to a transaction."""
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def _locked(self, which: int, doing: str, *, shared: bool = False) -> Iterator[Connection]:
        with ExitStack() as stack:
            with speaking(where_of(self._engine)):
                connection = stack.enter_context(self._connected())
                self._take(connection, which, shared)
                me = (self._who, platform.node(), os.getpid(), self._program, self._now(), doing)
                if noted := self._is_there(connection, "zgc_desk"):
                    _say(connection, _NOTE, me)
            try:
                yield connection
            finally:
                try:
                    if noted:
                        _say(connection, "DELETE FROM zgc_desk WHERE pid = pg_backend_pid()")
                    _say(connection, f"SELECT pg_advisory_unlock{'_shared' * shared}({_SPACE}, {which})")
                except DBAPIError:  # the connection is gone, and the lock with it
                    connection.invalidate()

    def _head(self, connection: Connection) -> Head:
        """Number and hash of the last journal entry; (0, "") before the first."""
        if not self._is_there(connection, "journal"):
            return (0, "")
        row = connection.exec_driver_sql("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").first()
        return (row[0], row[1]) if row else (0, "")

    def _is_there(self, connection: Connection, table: str) -> bool:
        """Whether the database has a table: a new one has none, and what was seen once need not be asked again."""
        if table not in self._tables and connection.exec_driver_sql(f"SELECT to_regclass('{table}')").scalar() is not None:
            self._tables.add(table)
        return table in self._tables

    def _take(self, connection: Connection, which: int, shared: bool) -> None:
        kind = "_shared" * shared
        if connection.exec_driver_sql(f"SELECT pg_try_advisory_lock{kind}({_SPACE}, {which})").scalar():
            return
        _say(connection, f"SET lock_timeout = {int(self.patience * 1000)}")
        try:
            _say(connection, f"SELECT pg_advisory_lock{kind}({_SPACE}, {which})")
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") != "55P03":
                raise
            by = self.writing_now()
            raise Waiting(
                "工作区正由另一台电脑写入", why=by.sentence if by else "", advice="这一步没有写入任何数据；请稍后再试"
            ) from error
        finally:
            if not connection.invalidated:
                _say(connection, "SET lock_timeout = 0")


def _say(connection: Connection, statement: str, parameters: tuple[object, ...] = ()) -> None:
    with guard.writing(connection):  # who is at work is no data of the office
        connection.exec_driver_sql(statement, parameters)
