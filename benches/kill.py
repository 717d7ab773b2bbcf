"""Proof: ``kill -9`` and a full disk at random moments of receive, settle, publish, undo and restore.

``nice python benches/kill.py [kills] [full]`` prints a Markdown table and writes its section of ``docs/benchmarks.md``. Each
command runs in a process of its own on a copy of the demo workspace and is killed at a random moment: half of the time at
any moment of the command, half of the time some milliseconds after SQLite began its journal. Then the workspace is opened
again and must hold exactly a state that stood at the end of a transaction of an undisturbed run; where the command had been
acknowledged, the last of them. Linux only (fork).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from db.store import Store, UnitOfWork
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import KnownError
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import backups, workspace
from zgc_desktop.services.context import AppContext

NOW = datetime(2026, 11, 20, 9, 0)
Command = Callable[[AppContext], object]
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(slots=True)
class Outcome:
    """What one kind of command came through."""

    runs: int = 0
    before: int = 0
    """Ended in the state before the command."""
    between: int = 0
    """Ended after some of its transactions: whole submissions of a receive of many files."""
    after: int = 0
    acknowledged: int = 0
    sentences: int = 0
    """Full disk: ended with a sentence."""
    half: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """integrity_check, the journal's chain or the archive found something, or a traceback."""

    @property
    def faults(self) -> list[str]:
        return [*self.half, *self.lost, *self.broken]


class Watched(Store):
    """A store that notes the state of its database after every transaction."""

    states: list[str]

    @contextlib.contextmanager
    def write(self, command: str, who: str, at: str) -> Iterator[UnitOfWork]:
        with super().write(command, who, at) as unit:
            yield unit
        self.states.append(state_of(self.path))


def state_of(database: Path) -> str:
    """A hash of everything in a database, row by row; hashes in it left out, because no two workbooks have the same bytes.

    Whether journal and archive agree with their hashes is checked by ``workspace.check``.
    """
    digest = hashlib.sha256()
    with contextlib.closing(sqlite3.connect(database)) as connection:
        for line in connection.iterdump():
            digest.update(_HASH.sub("hash", line).encode())
    return digest.hexdigest()


def opened(folder: Path) -> AppContext:
    """The workspace as the window opens it."""
    return bootstrap.open_workspace(folder, who="试", clock=lambda: NOW, hold=True)


def undisturbed(template: Path, folder: Path, command: Command) -> tuple[list[str], float]:
    """(states at every end of a transaction, first the one before; seconds) of a run nobody disturbs."""
    shutil.copytree(template, folder)
    started = time.monotonic()
    ctx = opened(folder)
    store = Watched(ctx.store.path, ctx.store.key, ctx.store.writer)
    store.states = [state_of(ctx.paths.database)]
    command(replace(ctx, store=store))
    seconds = time.monotonic() - started
    ctx.close()
    store.states.append(state_of(folder / "tongchoutai.db"))
    return store.states, seconds


def in_child(folder: Path, command: Command, *, most_bytes: int | None = None) -> tuple[int, int]:
    """Fork a process that opens the workspace, runs the command and acknowledges it; (its id, where it acknowledges)."""
    reads, writes = os.pipe()
    child = os.fork()
    if child:
        os.close(writes)
        return child, reads
    os.close(reads)
    code = 1
    try:
        if most_bytes is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        command(opened(folder))
        os.write(writes, b"done")
        code = 0
    except KnownError as problem:
        os.write(writes, b"said " + problem.sentence.encode())
        code = 0
    except BaseException:
        os.write(writes, b"bug " + traceback.format_exc().encode()[-3000:])
    finally:
        os._exit(code)


def killed_at_random(child: int, folder: Path, seconds: float, chance: Random, *, journals: bool) -> None:
    """Kill a process at a random moment: of the whole command, or just after the database's journal appeared."""
    if not journals or chance.random() < 0.5:
        time.sleep(chance.uniform(0, seconds * 1.1))
    else:
        journal, until = folder / "tongchoutai.db-journal", time.monotonic() + seconds * 1.5
        skip = chance.choice((0, 0, 1, 2))  # a receive has several transactions
        there = False
        while time.monotonic() < until and skip >= 0:
            now = journal.exists()
            if now and not there:
                skip -= 1
            there = now
        time.sleep(chance.uniform(0, 0.02))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def told(child: int, reads: int) -> str:
    """What a child said before it ended."""
    os.waitpid(child, 0)
    said = b""
    while block := os.read(reads, 65536):
        said += block
    os.close(reads)
    return said.decode(errors="replace")


def judge(outcome: Outcome, folder: Path, states: list[str], said: str, label: str) -> None:
    """Open what is left and hold it against the undisturbed run."""
    outcome.runs += 1
    if said.startswith("bug "):
        outcome.broken.append(f"{label}: {said[4:]}")
    try:
        ctx = opened(folder)
        state = state_of(ctx.paths.database)
        problems = workspace.check(ctx).problems
        ctx.close()
    except Exception as problem:
        outcome.broken.append(f"{label}: opening again: {problem!r}")
        return
    if problems:
        outcome.broken.append(f"{label}: {problems[0]}")
    if left := [p.name for p in folder.rglob("*.part")]:
        outcome.broken.append(f"{label}: left over {left[0]}")
    acknowledged = said.startswith("done")
    outcome.acknowledged += acknowledged
    outcome.sentences += said.startswith("said ")
    if state not in states:
        outcome.half.append(f"{label}: a state no transaction ended in")
    elif acknowledged and state != states[-1]:
        outcome.lost.append(f"{label}: acknowledged and not there")
    elif state == states[-1]:
        outcome.after += 1
    elif state == states[0]:
        outcome.before += 1
    else:
        outcome.between += 1


def disturb(
    template: Path,
    scratch: Path,
    commands: dict[str, Command],
    runs: int,
    *,
    full: bool = False,
    seed: int = 8,
    again: Callable[[AppContext], object] | None = None,
) -> dict[str, Outcome]:
    """Kill (or let the disk fill) ``runs`` times, the commands in turn; what each came through.

    ``again``: what a workspace comes to in the end. Where it is given, every command is given once more after its kill, and
    must then have come to what an undisturbed run came to.
    """
    chance = Random(seed)
    calm = {}
    for name, command in commands.items():
        calm[name] = undisturbed(template, scratch / f"calm-{name}", command)
    outcomes = {name: Outcome() for name in commands}
    for n in range(runs):
        name = list(commands)[n % len(commands)]
        folder = scratch / f"run-{n}"
        shutil.copytree(template, folder)
        states, seconds = calm[name]
        size = (template / "tongchoutai.db").stat().st_size
        most = int(chance.choice((chance.uniform(0, 60_000), chance.uniform(0, size * 1.2)))) if full else None
        child, reads = in_child(folder, commands[name], most_bytes=most)
        if not full:
            # A restore writes a new file and switches: no journal appears beside the database.
            killed_at_random(child, folder, seconds, chance, journals=name != "restore")
        judge(outcomes[name], folder, states, told(child, reads), f"{name} {n}")
        if again is not None and not outcomes[name].broken:
            wanted, found = come_to(scratch / f"calm-{name}", None, again), come_to(folder, commands[name], again)
            if found != wanted:
                outcomes[name].half.append(f"{name} {n}: given again it came to {found}, not to {wanted}")
        shutil.rmtree(folder)
    return outcomes


def come_to(folder: Path, command: Command | None, meaning: Callable[[AppContext], object]) -> object:
    """What a workspace means, after giving it a command where one is named."""
    ctx = opened(folder)
    try:
        if command is not None:
            command(ctx)
        return meaning(ctx)
    finally:
        ctx.close()


def demo_commands(out: Path) -> tuple[Path, dict[str, Command]]:
    """The demo workspace in ``out`` and the commands that are disturbed on it."""
    from openpyxl import load_workbook

    from zgc_desktop.services import demo, publish, receive, settle

    made = demo.build(out, lambda folder, clock: bootstrap.open_workspace(folder, who="试", clock=clock))
    ctx = bootstrap.open_workspace(made.workspace, who="试", clock=lambda: NOW)
    with ctx.store.read() as connection:
        from db.queries import submissions

        month: Month = submissions.months(connection)[-1]
    copy = backups.take(ctx, "manual", always=True)
    settle.settle(ctx, month, rule_key="ningde-2017")  # so that settling by the usual rule has something to write
    again = []
    for path in sorted((out / "报送" / str(month)).glob("*.xlsx"))[:3]:
        book = load_workbook(path)
        book.properties.title = "again"
        target = out / "again" / path.name
        target.parent.mkdir(exist_ok=True)
        book.save(target)
        again.append(target)

    def undo_last(at: AppContext) -> object:
        from zgc_desktop.services import undo

        return undo.undo(at)

    commands: dict[str, Command] = {
        "receive": lambda at: receive.receive(at, again),
        "settle": lambda at: settle.settle(at, month),
        "publish": lambda at: publish.publish(at, month, at.paths.outbox, despite="试"),
        "restore": lambda at: backups.restore(at, copy.name),
    }
    with contextlib.suppress(ImportError):
        import zgc_desktop.services.undo  # noqa: F401

        commands["undo"] = undo_last
    return made.workspace, commands


def _table(title: str, outcomes: dict[str, Outcome], seconds: float) -> list[str]:
    lines = [
        f"{title}（{sum(o.runs for o in outcomes.values())} 次，{seconds:.0f} 秒）", "",
        "| 命令 | 次数 | 停在之前 | 停在整份之间 | 已完成 | 已确认 | 说明一句 | 半途 | 丢失 | 损坏或报错 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    for name, o in outcomes.items():
        figures = (o.runs, o.before, o.between, o.after, o.acknowledged, o.sentences, len(o.half), len(o.lost), len(o.broken))
        lines.append(f"| {name} | {' | '.join(map(str, figures))} |")
    return [*lines, ""]


def main(kills: int = 300, full: int = 300) -> int:
    """Print the figures; 1 where anything was half applied, lost or broken."""
    from sections import write_section

    with tempfile.TemporaryDirectory(prefix="zgc-kill-") as scratch:
        folder = Path(scratch)
        template, commands = demo_commands(folder / "demo")
        lines, faults = [], []
        for title, runs, is_full in (("随机时刻 kill -9", kills, False), ("磁盘在随机处写满", full, True)):
            started = time.monotonic()
            (folder / title).mkdir()
            outcomes = disturb(template, folder / title, commands, runs, full=is_full)
            lines += _table(title, outcomes, time.monotonic() - started)
            faults += [fault for o in outcomes.values() for fault in o.faults]
    print("\n".join(lines))
    print("\n".join(faults[:20]))
    write_section("断电与磁盘写满", "\n".join(lines))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(*(int(a) for a in sys.argv[1:3])))
