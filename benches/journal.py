"""Benchmark: what journal and undo cost a receive, and how long proving, undoing and redoing take.

``python benches/journal.py [companies] [runs]`` receives the same files of 17 parks with and without the journal in turn,
accepts and undoes, and proves a journal of 100,000 entries; it writes its section of ``docs/benchmarks.md``.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Table, delete, update
from sqlmodel import SQLModel

from benches.receive import MONTHS, busy, make_files
from benches.sections import write_section
from db.journal.guard import writing
from db.journal.unit import UnitOfWork, table_of
from db.store import Store
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import _Batch, receive

ENTRIES = 100_000


class Unjournalled(UnitOfWork):
    """The same writes without a journal: nothing read before, nothing noted, no entry."""

    def update(self, row_type: type[SQLModel], where: Mapping[str, object], values: Mapping[str, object]) -> int:
        table = table_of(row_type)
        matches = [table.c[name] == value for name, value in where.items()]
        with writing(self.connection):
            return self.connection.execute(update(table).where(*matches).values(**values)).rowcount

    def delete_rows(self, table: Table, where: Mapping[str, object]) -> int:
        matches = [table.c[name] == value for name, value in where.items()]
        with writing(self.connection):
            return self.connection.execute(delete(table).where(*matches)).rowcount

    def _batches(self, table: Table, columns: Sequence[str], rows: list[Sequence[Any]], *, there: bool = False) -> list[Any]:
        return []

    def _inserted(self, *_details: Any, **_more: Any) -> None:
        pass

    def _note(self, *_details: Any, **_more: Any) -> None:
        pass

    @property
    def wrote(self) -> bool:
        return True

    def close(self) -> None:
        pass


def workspace(folder: Path) -> AppContext:
    """A new workspace on 6 November 2026."""
    return bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 11, 6, 9, 0))


def received(folder: Path, files: dict[str, list[Path]], how: AbstractContextManager[object]) -> dict[str, float]:
    """Seconds and MiB of receiving both months into a new workspace; ``write`` is the part that registers."""
    ctx = workspace(folder)
    spent = {"write": 0.0}
    write = _Batch.write

    def watched(self: _Batch, *args: Any) -> Any:
        start = time.perf_counter()
        done = write(self, *args)
        spent["write"] += time.perf_counter() - start
        return done

    wall, processor = time.perf_counter(), busy()
    with how, mock.patch.object(_Batch, "write", watched):
        for month in MONTHS:
            receive(ctx, files[month])
    spent["whole"], spent["processor"] = time.perf_counter() - wall, busy() - processor
    spent["size"] = ctx.store.path.stat().st_size / 2**20
    return spent


def entries_proved(folder: Path) -> Spent:
    """Seconds to prove the chain of a journal of 100,000 entries of an ordinary size."""
    store = Store(folder / "long.db")
    store.prepare()
    connection = sqlite3.connect(store.path)
    changes = '[{"columns": ["id", "state"], "count": 1, "op": "update", "rows": [[[1], ["registered"], ["accepted"]]]}]' * 4
    previous, rows = "0" * 64, []
    for n in range(ENTRIES):
        fields = (
            "2026-11-06T09:00:00+08:00",
            "张",
            "accept",
            f"接受 2026-10 第 {n} 步",
            "",
            changes,
            '{"months": ["2026-10"]}',
        )
        own = hashlib.sha256("\x1f".join((previous, *fields)).encode()).hexdigest()
        rows.append((*fields, previous, own))
        previous = own
    columns = "at, who, command, sentence, reason, changes, about, previous_hash, hash"
    connection.executemany(f"INSERT INTO journal ({columns}) VALUES ({', '.join('?' * 9)})", rows)
    connection.commit()
    connection.close()
    took, found = timed(store._chain_problems)
    assert found == []
    return took


Spent = tuple[float, float]
"""Seconds on the clock and of the processor."""


def timed(act: Callable[[], Any]) -> tuple[Spent, Any]:
    """(seconds, what came of it)."""
    start, used = time.perf_counter(), time.process_time()
    result = act()
    return (time.perf_counter() - start, time.process_time() - used), result


def steps(ctx: AppContext) -> dict[str, Spent]:
    """Seconds of accepting 17 parks, taking that back, bringing it again, taking the last file back, and of a whole audit."""
    ctx.store.prepare()
    month = Month.parse(MONTHS[1])
    made = {"accept 17 parks": timed(lambda: accept(ctx, month, despite_errors="bench"))[0]}
    made["undo it"] = timed(lambda: undo.undo(ctx))[0]
    made["redo it"] = timed(lambda: undo.redo(ctx))[0]
    undo.undo(ctx)
    made["undo the last file received"] = timed(lambda: undo.undo(ctx))[0]
    made["redo it "] = timed(lambda: undo.redo(ctx))[0]
    took, found = timed(lambda: audit.verify(ctx))
    assert found.sound, found.findings[:3]
    made[f"audit of {found.rows:,} rows"] = took
    return made


def main() -> None:
    """Measure and write the section."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    taken: dict[str, list[dict[str, float]]] = {"with journal and undo": [], "without": []}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = make_files(folder, companies)
        received(folder / "warm", {month: paths[:1] for month, paths in files.items()}, nullcontext())
        for n in range(runs):
            # In turn, and each first in every other run: the machine's caches are as warm for one as for the other.
            for name in sorted(taken, reverse=bool(n % 2)):
                how = nullcontext() if name.startswith("with ") else mock.patch("db.store.UnitOfWork", Unjournalled)
                taken[name].append(received(folder / f"{name.replace(' ', '-')}-{n}", files, how))
        made = steps(workspace(folder / f"with-journal-and-undo-{n}"))
        proved = entries_proved(folder)
    write_section("Journal", section(companies, runs, taken, made, proved))


def section(companies: int, runs: int, taken: dict[str, list[dict[str, float]]], made: dict[str, Spent], proved: Spent) -> str:
    """The section as Markdown."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    lines = [
        f"`python benches/journal.py {companies} {runs}`: 17 files, {companies:,} companies × 30 columns, two months into",
        f"a new workspace, with and without journal in turn. Medians of {runs} runs, seconds; {os.cpu_count()} cores{load}.",
        "",
        "| Receive | Whole | Processor | Registering alone | Database, MiB |",
        "|---|---|---|---|---|",
    ]
    median = {name: {k: statistics.median(run[k] for run in found) for k in found[0]} for name, found in taken.items()}
    for name, m in median.items():
        lines.append(f"| {name} | {m['whole']:.2f} | {m['processor']:.2f} | {m['write']:.2f} | {m['size']:.1f} |")
    first, second = median.values()
    ratios = [f"{first[k] / second[k]:.2f}" for k in ("whole", "processor", "write", "size")]
    lines += [f"| × | {' | '.join(ratios)} |", "", "| Then | Seconds | Processor |", "|---|---|---|"]
    made |= {f"proof of the chain of {ENTRIES:,} entries": proved}
    lines += [f"| {name.strip()} | {wall:.2f} | {processor:.2f} |" for name, (wall, processor) in made.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
