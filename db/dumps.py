"""Copies of a workspace on a server, by the server's own tools: ``pg_dump`` writes one, ``pg_restore`` reads it back.

A copy holds every row but the shelf's: files there are kept under their hash and never deleted, as in a folder's ``archive``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from db.all_tables import all_tables
from db.backups import aside, flush, told
from db.carrying import KEPT_FILES, row_counts
from db.journal.chain import findings_among
from db.journal.unit import GENESIS
from db.store import Store
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.field_words import table_word

SUFFIX: Final = ".dump"
_NOT_IN_IT: Final = (KEPT_FILES, "zgc_desk")
"""The shelf, and who is at work just now."""
_COPY: Final = re.compile(r"^COPY (?:\w+\.)?\"?(\w+)\"? \((.*)\) FROM stdin;$")
_OF_THE_SESSION: Final = re.compile(r"^(SET \w+ = .*;|SELECT pg_catalog\.set_config\(.*\);)$")
"""What a script sets for a session of its own; ours keeps its ways."""
_ESCAPED: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class NoTools(EnvironmentProblem):
    """This machine has no ``pg_dump``, or an older one than the server."""


@dataclass
class Held:
    """What a copy holds: rows by table, and its journal's entries as its chain is proved from."""

    rows: dict[str, int] = field(default_factory=dict)
    entries: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of its last journal entry."""
        return (self.entries[-1][0], self.entries[-1][1]) if self.entries else (0, GENESIS)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's tools on this machine; None where there are none."""
    if named := os.environ.get("ZGC_PG_BIN"):
        return Path(named)
    if sys.platform == "win32":
        root, pattern = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "PostgreSQL", "*/bin/pg_dump.exe"
    else:
        root, pattern = Path("/usr/lib/postgresql"), "*/bin/pg_dump"
    found = sorted(root.glob(pattern), key=lambda p: [int(n) for n in re.findall(r"\d+", p.parts[-3])])
    on_path = shutil.which("pg_dump")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def dump(address: ServerAddress, target: Path) -> None:
    """Write a copy of one moment to ``target``; NoTools where this machine cannot."""
    part = aside(target)
    leave_out = [f"--exclude-table={name}" for name in _NOT_IN_IT]
    options = ["--format=custom", "--compress=1", "--no-owner", "--no-privileges", *leave_out]
    try:
        with told(target):
            done = subprocess.run(
                [*_tool("pg_dump"), *options, f"--file={part}", f"--dbname={_uri(address)}"],
                capture_output=True, env=_environment(address), stdin=subprocess.DEVNULL, check=False, **_QUIET,
            )  # fmt: skip
        if done.returncode:
            raise _failed("备份没有写成", address.url, done.stderr)
        with told(target):
            flush(part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def read_through(path: Path) -> Held:
    """Read a copy from end to end, every block unpacked; EnvironmentProblem where it is damaged or cut short."""
    held = Held()
    with _script(path) as lines:
        rows: Iterator[bytes] | None
        for text, rows in _parts(lines, path):
            if rows is None:
                continue
            copied = _COPY.match(text)
            assert copied is not None
            if copied[1] == "journal":
                columns = [c.strip().strip('"') for c in copied[2].split(",")]
                held.entries = sorted(_entry(line, columns) for line in rows)
                held.rows["journal"] = len(held.entries)
            else:
                held.rows[copied[1]] = sum(1 for _ in rows)
    return held


def copy_verified(store: Store, target: Path) -> tuple[int, str]:
    """Write a copy, read it back from end to end and count its rows against the database's; returns its journal head.

    To be called with the right to write, so that nothing changes meanwhile. NoTools where this machine cannot.
    """
    assert isinstance(store.place, ServerAddress)
    dump(store.place, target)
    try:
        held = read_through(target)
        with store.read() as connection:
            there = {name: n for name, n in row_counts(connection).items() if name not in _NOT_IN_IT}
        wrong = [name for name, n in there.items() if held.rows.get(name, 0) != n]
        if wrong or held.head != store.head():
            why = f"“{table_word(wrong[0])}”的行数不符" if wrong else "操作记录的末条不符"
            raise EnvironmentProblem("备份没有通过核对", where=target.name, why=why, advice="请重试；仍不行请与维护人员联系")
    except EnvironmentProblem:
        target.unlink(missing_ok=True)
        raise
    return held.head


def problems_of(path: Path, head: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with a copy: whether it can be read to its end, its journal's chain and ``head``; empty = sound."""
    try:
        held = read_through(path)
    except EnvironmentProblem as problem:
        return [problem.sentence]
    found = [finding.sentence for finding in findings_among(held.entries)]
    if head is not None and held.head != head:
        found.append("操作记录的末条与备份时不符")
    return found


def pour(connection: Connection, path: Path) -> None:
    """Put a copy in the place of everything but the shelf, on a connection that may write; committed by the caller.

    Nobody else sees any of it before that; a copy that turns out to be damaged leaves all as it was.
    """
    from psycopg import Error  # late: its driver is loaded only where a server is used

    driver: Any = connection.connection.dbapi_connection
    try:
        _pour(driver, path)
    except Error as error:  # a bare driver's error: as SQLAlchemy would have wrapped it
        raise DatabaseError("restore", None, error) from error


def _pour(driver: Any, path: Path) -> None:
    with driver.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '30s'")  # somebody may be reading for some seconds
        _clear(cursor)
        with _script(path) as lines:
            for text, rows in _parts(lines, path):
                if rows is None:
                    cursor.execute(text)
                    continue
                with cursor.copy(text.removesuffix(";")) as copy:
                    for line in rows:
                        copy.write(line)


# ---- inside -----------------------------------------------------------------------------------------------------------

_QUIET: Final[dict[str, Any]] = {"creationflags": 0x08000000} if sys.platform == "win32" else {}  # no console window


def _clear(cursor: Any) -> None:
    """Drop our tables and the functions of their triggers, and nothing of anybody else's."""
    names = [*(t.name for t in all_tables() if t.name not in _NOT_IN_IT), "alembic_version"]
    cursor.execute(f"DROP TABLE IF EXISTS {', '.join(names)} CASCADE")
    cursor.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner "
        "WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype "
        "AND r.rolname = current_user AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgfoid = p.oid)"
    )
    for (function,) in cursor.fetchall():
        cursor.execute(f"DROP FUNCTION {function}")


def _tool(name: str) -> list[str]:
    folder = programs()
    found = shutil.which(name, path=str(folder)) if folder else None
    if found is None:
        advice = "请在这台电脑装上 PostgreSQL 的客户端工具（版本不低于服务器）"
        raise NoTools(f"本机没有 {name}", advice=advice)
    return [found]


def _uri(address: ServerAddress) -> str:
    """The address as libpq writes it; the password goes by the environment, where no list of processes shows it."""
    return "postgresql" + address.url.removeprefix("postgresql+psycopg")


def _environment(address: ServerAddress) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if name != "PGDATABASE"} | {"LC_MESSAGES": "C"}
    return found | ({"PGPASSWORD": address.password} if address.password else {})


def _failed(what: str, where: str, stderr: bytes) -> EnvironmentProblem:
    said = stderr.decode(errors="replace").strip()
    if "server version mismatch" in said:
        return NoTools("本机的 pg_dump 比服务器旧", where=where, advice="请装上与服务器同版本的客户端工具")
    last = said.splitlines()[0][:200] if said else ""
    return EnvironmentProblem(what, where=where, why=last, advice="请检查磁盘与连接后重试")


@contextmanager
def _script(path: Path) -> Iterator[IO[bytes]]:
    """The copy as an SQL script, line by line; EnvironmentProblem at the end where ``pg_restore`` could not read it all."""
    command = [*_tool("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(path)]
    environment = dict(os.environ) | {"LC_MESSAGES": "C"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **_QUIET) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        try:
            yield reading.stdout
            while reading.stdout.read(1 << 16):
                continue
            said = reading.stderr.read()
        finally:
            reading.stdout.close()
            if reading.poll() is None:
                reading.kill()
            reading.wait()
    if reading.returncode:
        raise _failed("这份备份读不完整", path.name, said)


def _parts(lines: IO[bytes], path: Path) -> Iterator[tuple[str, Iterator[bytes] | None]]:
    """The script's parts: statements to be said at once (None), and each ``COPY`` with its lines, to be used up in turn."""
    waiting: list[str] = []
    for line in lines:
        text = line.decode()
        if copied := _COPY.match(text.rstrip("\n")):
            if waiting:
                yield "".join(waiting), None
                waiting = []
            rows = _rows(lines, path)
            yield copied[0], rows
            for _ in rows:  # whoever did not want them: on to the next statement
                continue
        elif not (text.startswith(("\\", "--")) or not text.strip() or _OF_THE_SESSION.match(text.rstrip("\n"))):
            waiting.append(text)
    if waiting:
        yield "".join(waiting), None


def _rows(lines: IO[bytes], path: Path) -> Iterator[bytes]:
    for line in lines:
        if line == b"\\.\n":
            return
        yield line
    raise EnvironmentProblem("这份备份读不完整", where=path.name, why="在一张表的中间断了", advice="请换一份备份")


def _entry(line: bytes, columns: Sequence[str]) -> tuple[Any, ...]:
    """A journal entry of a copy, as the chain is proved from it."""
    values = dict(zip(columns, (_plain(v) for v in line.decode().rstrip("\n").split("\t")), strict=True))
    named = ("hash", "previous_hash", "at", "who", "command", "sentence", "reason", "changes", "about")
    return (int(values["seq"]), *(values[name] for name in named))


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: _ESCAPED.get(m[1], m[1]), value)
