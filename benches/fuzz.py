"""Proof: damaged workbooks and damaged databases end in data or in a sentence, never in a traceback or a hang.

``nice python benches/fuzz.py [workbooks] [databases]`` prints a Markdown table and writes its section of
``docs/benchmarks.md``. A workbook is changed in its bytes or inside one part of its zip and read by the program's own reader
and checks; a database is changed in its bytes, cut, or given pages of another place, then opened, checked and shown.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import KnownError
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import Reader
from zgc_desktop.intake.submission import check_workbook
from zgc_desktop.services import desk, workspace
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import history_of

NOW = datetime(2026, 11, 20, 9, 0)
SLOW_S = 5.0


@dataclass(slots=True)
class Told:
    """What the damaged files of one kind led to."""

    data: int = 0
    sentence: int = 0
    slowest_s: float = 0.0
    by_processor: bool = False
    """Whether seconds are the processor's, for work done wholly in this process."""
    slow: list[str] = field(default_factory=list)
    tracebacks: Counter[str] = field(default_factory=Counter)

    @property
    def runs(self) -> int:
        return self.data + self.sentence + sum(self.tracebacks.values())

    def run(self, label: str, work: Callable[[], object]) -> None:
        """Do one piece of work and keep what it led to."""
        # The work's own time: on a busy machine the clock on the wall says how long others were served.
        started, worked = time.monotonic(), time.process_time()
        try:
            work()
            self.data += 1
        except (KnownError, CannotRead):
            self.sentence += 1
        except Exception as problem:
            frames = traceback.extract_tb(problem.__traceback__)
            place = next((f for f in reversed(frames) if "site-packages" not in f.filename), frames[-1])
            self.tracebacks[f"{type(problem).__name__} {Path(place.filename).name}:{place.lineno} {problem}"[:200]] += 1
        seconds = time.process_time() - worked if self.by_processor else time.monotonic() - started
        self.slowest_s = max(self.slowest_s, seconds)
        if seconds > SLOW_S:
            self.slow.append(f"{label}: {seconds:.1f} s")


def flipped(data: bytes, chance: Random) -> bytes:
    """Some bytes changed, removed, doubled or put in another place; or the end cut off."""
    out = bytearray(data)
    kind = chance.randrange(6)
    if kind == 0:
        for _ in range(chance.choice((1, 2, 8, 64))):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del out[chance.randrange(len(out)) :]
    elif kind == 2:
        at = chance.randrange(len(out))
        del out[at : at + chance.choice((1, 16, 512))]
    elif kind == 3:
        at, size = chance.randrange(len(out)), chance.choice((16, 512, 4096))
        out[at : at + size] = bytes(min(size, len(out) - at))
    elif kind == 4:
        at, to, size = chance.randrange(len(out)), chance.randrange(len(out)), chance.choice((16, 512, 4096))
        block = bytes(out[at : at + size])
        out[to : to + len(block)] = block
    else:
        at = chance.randrange(len(out))
        out[at:at] = chance.randbytes(chance.choice((1, 16, 512)))
    return bytes(out)


def mutated_workbook(data: bytes, chance: Random) -> bytes:
    """A workbook changed in its bytes, or in the text of one part with the zip left whole."""
    if chance.random() < 0.3:
        return flipped(data, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == victim:
                if chance.random() < 0.1:
                    continue
                part = _edited(part, chance) if chance.random() < 0.6 else flipped(part, chance) if part else part
            new.writestr(name, part)
    return out.getvalue()


_WORDS = (
    b"1048576", b"-1", b"999999999999999999999", b"1e400", b"NaN", b"XFD1048576", b"&#0;", b"s", b"#REF!", b"", b"\xff\xfe",
    b"]]>",
)  # fmt: skip


def _edited(part: bytes, chance: Random) -> bytes:
    """XML with some attributes or texts put in place of others."""
    for _ in range(chance.choice((1, 3, 20))):
        marks = [n for n, c in enumerate(part) if c in b'"<>']
        if len(marks) < 3:
            break
        at = chance.randrange(len(marks) - 1)
        if marks[at + 1] - marks[at] < 4000:
            part = part[: marks[at] + 1] + chance.choice(_WORDS) + part[marks[at + 1] :]
    return part


def workbooks(ctx: AppContext, samples: list[Path], runs: int, *, seed: int = 8) -> Told:
    """Read and check ``runs`` damaged workbooks."""
    chance, told = Random(seed), Told()
    with Reader() as reader:
        for n in range(runs):
            sample = samples[n % len(samples)]
            data = mutated_workbook(sample.read_bytes(), chance)

            def read(data: bytes = data, name: str = sample.name) -> None:
                raw = reader.read(data, name)
                check_workbook(raw, catalogue=ctx.catalogue, history_for=lambda park, month: history_of(ctx, park, month))

            told.run(f"workbook {n}", read)
    return told


def databases(template: Path, scratch: Path, runs: int, *, seed: int = 8) -> Told:
    """Open, check and show ``runs`` workspaces whose database is damaged."""
    chance, told = Random(seed), Told(by_processor=True)
    whole = (template / "tongchoutai.db").read_bytes()
    folder = scratch / "damaged"
    shutil.copytree(template, folder)
    for n in range(runs):
        data = flipped(whole, chance)
        if chance.random() < 0.3:  # many pages at once
            for _ in range(5):
                data = flipped(data, chance) if data else data
        (folder / "tongchoutai.db").write_bytes(data)
        for left in folder.glob("tongchoutai.db-*"):
            left.unlink()

        def look() -> None:
            ctx = bootstrap.open_workspace(folder, who="试", clock=lambda: NOW)
            workspace.check(ctx)
            desk.view(ctx, None)

        told.run(f"database {n}", look)
    return told


def _table(rows: dict[str, Told]) -> list[str]:
    lines = [
        "| 文件 | 次数 | 读出数据 | 说明一句 | 报错 | 超过 5 秒 | 最长（数据库为处理器时间） |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, t in rows.items():
        bugs = sum(t.tracebacks.values())
        lines.append(f"| {name} | {t.runs} | {t.data} | {t.sentence} | {bugs} | {len(t.slow)} | {t.slowest_s:.2f} 秒 |")
    return lines


def main(books: int = 1000, bases: int = 1000) -> int:
    """Print the figures; 1 where there was a traceback or a hang."""
    from kill import demo_commands
    from sections import write_section

    with tempfile.TemporaryDirectory(prefix="zgc-fuzz-") as scratch:
        folder = Path(scratch)
        template, _commands = demo_commands(folder / "demo")
        samples = sorted((folder / "demo" / "报送").rglob("*.xlsx"))[:12]
        ctx = bootstrap.open_workspace(template, who="试", clock=lambda: NOW)
        rows = {"损坏的工作簿": workbooks(ctx, samples, books), "损坏的数据库": databases(template, folder, bases)}
    print("\n".join(_table(rows)))
    for told in rows.values():
        print("\n".join([*(f"{count} × {what}" for what, count in told.tracebacks.most_common(40)), *told.slow[:20]]))
    write_section("损坏的工作簿与数据库", "\n".join(_table(rows)))
    return 1 if any(t.tracebacks or t.slow for t in rows.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(*(int(a) for a in sys.argv[1:3])))
