"""A PostgreSQL of the tests' own: Debian's binaries, a folder of its own, no network, gone with the session."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHOSEN = os.environ.get("ZGC_TEST_DATABASE", "") == "postgresql"
"""Whether this run's workspaces stand on PostgreSQL: ``ZGC_TEST_DATABASE=postgresql``."""

_OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "40",
    "shared_buffers": "64MB",
    "autovacuum": "off",
    "log_min_messages": "fatal",
}


def binaries() -> Path | None:
    """The newest PostgreSQL's programs on this machine; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """A running server: makes databases, empty or copied from another, and tells their addresses."""

    def __init__(self, socket: Path, programs: Path, start: Callable[[], None], stop: Callable[[], None]) -> None:
        self.socket, self.programs, self.start, self.stop = socket, programs, start, stop
        self._numbers = itertools.count(1)

    def url(self, name: str) -> str:
        """The address of a database as ``--workspace`` takes it."""
        return f"postgresql+psycopg://zgc@/{name}?host={self.socket}"

    def dsn(self, name: str = "postgres") -> str:
        """The address of a database as the driver takes it."""
        return f"host={self.socket} user=zgc dbname={name}"

    def new(self, template: str = "template0") -> str:
        """The name of a new database that sorts as C, a copy of ``template``."""
        name = f"zgc_{os.getpid()}_{next(self._numbers)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8' LOCALE 'C' STRATEGY = FILE_COPY")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self._do(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _do(self, sql: str) -> None:
        import psycopg  # late: the domain's tests run where no library is

        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(sql)


@contextmanager
def running() -> Iterator[Server]:
    """A server in a new folder, as ``nobody`` where the tests run as root; skips with the reason where there is none."""
    programs = binaries()
    if programs is None:
        pytest.skip("本机没有 PostgreSQL / there is no PostgreSQL on this machine")
    folder = Path(tempfile.mkdtemp(prefix="zgc-pg-"))  # short: a socket's path has 107 bytes
    user = None
    if os.geteuid() == 0:
        import pwd  # late: Windows has none, and no server here

        user = pwd.getpwnam("nobody").pw_uid
        os.chown(folder, user, -1)
    said = {"user": user, "cwd": folder, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    data, log = folder / "data", folder / "log"
    options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in _OPTIONS.items()) + f" -k {folder}"
    control = [str(programs / "pg_ctl"), "-D", str(data), "-w"]
    try:
        make = [str(programs / "initdb"), "-D", str(data), "-U", "zgc", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(make, check=True, **said)  # type: ignore[call-overload]  # one set of options for the three calls

        def start() -> None:
            subprocess.run([*control, "-l", str(log), "-o", options, "start"], check=True, **said)  # type: ignore[call-overload]

        def stop() -> None:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, **said)  # type: ignore[call-overload]

        start()
        try:
            yield Server(folder, programs, start, stop)
        finally:
            stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
