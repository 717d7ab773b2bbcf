"""Benchmark: a million companies in the engine of today beside the existing engines a larger office could go on to.

``python benches/engines.py [companies]`` writes the section "Engines": the same rows and the same questions to SQLite, to
PostgreSQL (a server of its own, from the machine's binaries) and to DuckDB; one that cannot be had is left out.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benches.scale_files import code_of, name_of
from benches.sections import write_section
from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.viewmodels.ledger import found, index_of

MONTHS: Final = (202512, 202601)
PARKS: Final = 17
ASKED: Final = 20
"""Questions about one company are asked of so many, and the mean is told."""

SCHEMA: Final = (
    "CREATE TABLE company (id INTEGER PRIMARY KEY, credit_code VARCHAR UNIQUE, name VARCHAR)",
    """CREATE TABLE fact (month INTEGER, submission_id INTEGER, company_id INTEGER, park VARCHAR, revenue_fen BIGINT,
    tax_fen BIGINT, PRIMARY KEY (month, submission_id, company_id))""",
)
SUMS: Final = "SELECT month, park, count(*), sum(revenue_fen), sum(tax_fen) FROM fact GROUP BY month, park"
GROWTH: Final = """SELECT count(*) FROM fact a JOIN fact b ON b.month = 202512 AND b.submission_id = a.submission_id - 17
AND b.company_id = a.company_id WHERE a.month = 202601 AND a.revenue_fen > b.revenue_fen"""
ONE: Final = "SELECT * FROM fact WHERE month = 202601 AND submission_id = {} AND company_id = {}"
LIKE: Final = "SELECT id FROM company WHERE name LIKE '%{}%'"


@dataclass
class Engine:
    """One engine: how to ask it, how many seconds of processor it has used, and how its names get an index."""

    title: str
    ask: Callable[[str], Sequence[Any]]
    put: Callable[[str, Iterator[tuple[Any, ...]]], None]
    busy: Callable[[], float]
    size: Callable[[], int]
    index: Sequence[str] = ()
    match: str = ""


def companies(count: int) -> Iterator[tuple[Any, ...]]:
    """The companies' rows."""
    return ((n, code_of(n), name_of(n)) for n in range(1, count + 1))


def facts(count: int) -> Iterator[tuple[Any, ...]]:
    """Two months of figures, a version a park and month."""
    for at, month in enumerate(MONTHS):
        for n in range(1, count + 1):
            yield month, at * PARKS + n % PARKS + 1, n, f"第{n % PARKS}园", n * 7_919 % 99_991 + at * 500, n % 90_001


def of(number: int) -> int:
    """The version of the second month a company stands in."""
    return PARKS + number % PARKS + 1


def sqlite(folder: Path) -> Engine:
    """Python's own SQLite as the program opens it; names by FTS5's trigrams."""
    path = folder / "sqlite.db"
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")

    def put(table: str, rows: Iterator[tuple[Any, ...]]) -> None:
        first = next(rows)
        marks = ", ".join("?" * len(first))
        with connection:
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", first)
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    return Engine(
        f"SQLite {sqlite3.sqlite_version}", lambda sql: connection.execute(sql).fetchall(), put, time.process_time,
        lambda: path.stat().st_size,
        ("CREATE VIRTUAL TABLE named USING fts5(name, content='company', content_rowid='id', tokenize='trigram')",
         "INSERT INTO named(named) VALUES ('rebuild')", "COMMIT"),
        "SELECT rowid FROM named WHERE name MATCH '\"{}\"'",
    )  # fmt: skip


def duckdb(folder: Path) -> Engine:
    """DuckDB with two threads at most; it reads what SQLite holds by way of Python."""
    import duckdb as library  # late: no part of the program

    connection = library.connect(str(folder / "duck.db"), config={"threads": 2})

    def put(table: str, rows: Iterator[tuple[Any, ...]]) -> None:
        text = folder / f"{table}.csv"
        text.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
        connection.execute(f"COPY {table} FROM '{text}' (HEADER false)")
        connection.execute("CHECKPOINT")

    return Engine(
        f"DuckDB {library.__version__}", lambda sql: connection.execute(sql).fetchall(), put, time.process_time,
        lambda: (folder / "duck.db").stat().st_size,
    )  # fmt: skip


def postgresql(_folder: Path, stack: ExitStack) -> Engine:
    """A PostgreSQL of its own; names by pg_trgm. Its processor time is this program's and its backend's."""
    import psycopg  # late: only where there is a server

    from tests.postgres import running

    server = stack.enter_context(running())
    with psycopg.connect(server.dsn(), autocommit=True) as first:
        # Letters as UTF-8 has them: in a database whose ctype is C too, pg_trgm takes Chinese characters for blanks.
        first.execute("CREATE DATABASE scale TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'")
    connection = stack.enter_context(psycopg.connect(server.dsn("scale"), autocommit=True))
    backend = Path(f"/proc/{connection.info.backend_pid}/stat")

    def busy() -> float:
        user, system = backend.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def put(table: str, rows: Iterator[tuple[Any, ...]]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def ask(sql: str) -> Sequence[Any]:
        found = connection.execute(sql)
        return found.fetchall() if found.description else ()

    version = connection.info.server_version // 10_000
    return Engine(
        f"PostgreSQL {version}", ask, put, busy,
        lambda: int(ask("SELECT pg_database_size(current_database())")[0][0]),
        ("CREATE EXTENSION pg_trgm", "CREATE INDEX named ON company USING gin (name gin_trgm_ops)", "ANALYZE"), LIKE,
    )  # fmt: skip


def measure(engine: Engine, count: int) -> dict[str, str]:
    """What each question took, as texts."""
    told: dict[str, str] = {}

    def timed(what: str, work: Callable[[], object], times: int = 1) -> None:
        clock, busy = time.perf_counter(), engine.busy()
        work()
        wall, used = (time.perf_counter() - clock) / times, (engine.busy() - busy) / times
        told[what] = f"{used:.2f} s ({wall:.2f})" if times == 1 else f"{used * 1000:.1f} ms ({wall * 1000:.1f})"

    some = [count * n // (ASKED + 1) + 1 for n in range(1, ASKED + 1)]
    words = [name_of(n)[2:5] for n in some]
    for sql in SCHEMA:
        engine.ask(sql)
    timed("companies put in", lambda: engine.put("company", companies(count)))
    timed("two months of facts put in", lambda: engine.put("fact", facts(count)))
    told["MiB"] = f"{engine.size() / 2**20:.0f}"
    timed("sums by park of two months", lambda: engine.ask(SUMS))
    timed("growth against the month before", lambda: engine.ask(GROWTH))
    timed("one company's line by its key", lambda: [engine.ask(ONE.format(of(n), n)) for n in some], ASKED)
    timed("three characters of a name, LIKE", lambda: [engine.ask(LIKE.format(w)) for w in words[:5]], 5)
    if engine.index:
        before = engine.size()
        timed("index of three characters made", lambda: [engine.ask(sql) for sql in engine.index])
        told["its MiB"] = f"{(engine.size() - before) / 2**20:.0f}"
        timed("three characters of a name by it", lambda: [engine.ask(engine.match.format(w)) for w in words], ASKED)
    return told


def in_memory(count: int) -> dict[str, str]:
    """The window's own search over the same names: one text in memory."""
    listed = [CompanyItem(n, code, name, "", "", "", "", "", None, None, None) for n, code, name in companies(count)]
    busy = time.process_time()
    index = index_of(listed)
    made = time.process_time() - busy
    words = [name_of(count * n // (ASKED + 1) + 1)[2:5] for n in range(1, ASKED + 1)]
    busy = time.process_time()
    for word in words:
        list(found(index, word))
    took = (time.process_time() - busy) / ASKED
    text = len(index.text.encode()) / 2**20
    return {
        "index of three characters made": f"{made:.2f} s",
        "its MiB": f"{text:.0f} of text",
        "three characters of a name by it": f"{took * 1000:.1f} ms",
    }


def main() -> None:
    """Measure every engine there is and write the section."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    told: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        folder = Path(temporary)
        makers = (lambda: sqlite(folder), lambda: postgresql(folder, stack), lambda: duckdb(folder))
        for make in makers:
            try:
                engine = make()
            except ImportError as missing:
                print(f"left out: {missing}", file=sys.stderr)
                continue
            told[engine.title] = measure(engine, count)
            print(engine.title, told[engine.title], file=sys.stderr, flush=True)
    told["in memory (today's search)"] = in_memory(count)
    what = list(dict.fromkeys(name for one in told.values() for name in one))
    lines = [f"| {name} | {' | '.join(one.get(name, '') for one in told.values())} |" for name in what]
    body = (
        f"`python benches/engines.py {count}`: {count:,} invented companies, two months of six columns. Seconds of processor "
        f"(on the clock), {os.cpu_count()} cores shared with other work; PostgreSQL's are its backend's and the program's "
        f"together, without waiting for the disk (fsync off) and without its parallel workers, which only the clock sees.\n\n"
        f"| Work | {' | '.join(told)} |\n{'|---' * (len(told) + 1)}|\n" + "\n".join(lines)
    )
    write_section("Engines", body)
    print(body)


if __name__ == "__main__":
    main()
