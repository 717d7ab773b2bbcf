"""Benchmark: companies by the million: received, accepted, searched, tiered, settled, at several sizes side by side.

``python benches/scale.py [companies ...] [--in FOLDER]`` (30000 100000 300000 1000000) writes the section "Scale". The
program's 17 parks report, each its share of the companies. Every stage runs in a process of its own, whose peak memory is the
stage's. ``--in`` keeps what was measured in a folder, so that sizes can be measured one after another.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import db.tables as t
from benches.receive import HEAD, Seconds, peak_mib, watch
from benches.scale_files import FIRST, SECOND, TIER_HEAD, make_files, name_of
from benches.sections import write_section
from benches.settle import BASE
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, backups, look_up, month_report
from zgc_desktop.services.accept import accept
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.review_tiers import review
from zgc_desktop.services.settle import settle
from zgc_desktop.viewmodels.ledger import COLUMNS, found, index_of, prepared
from zgc_desktop.viewmodels.pinyin import initials
from zgc_desktop.viewmodels.table import TableData

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (30_000, 100_000, 300_000, 1_000_000)
CASES: Final = 100
"""One company in so many has moved between parks."""
KEYSTROKES: Final = 9


@dataclass(frozen=True, slots=True)
class Step:
    """One act at one size: seconds on the clock and of the processor, and the peak memory of its process."""

    what: str
    wall: float
    busy: float
    peak_mib: float = 0.0


def _open(folder: Path) -> AppContext:
    return bootstrap.open_workspace(folder / "工作区", who="bench", clock=lambda: datetime(2026, 2, 6, 9, 0))


def _newest(ctx: AppContext) -> Month:
    return look_up.months(ctx)[-1]


def _step(what: str, work: Callable[[], object]) -> Step:
    with watch() as taken:
        work()
    return Step(what, taken.wall, taken.busy, peak_mib())


def files(folder: Path, companies: int) -> Iterator[Step]:
    """The workbooks written; no part of what is measured."""
    made = make_files(folder / "files", companies, bootstrap.load_catalogue(ROOT / "resources"))
    size = max(path.stat().st_size for path in made[SECOND]) / 2**20
    yield Step(f"largest workbook, {size:.1f} MiB", 0, 0)


def _sent(folder: Path, month: Month) -> list[Path]:
    return sorted((folder / "files" / str(month)).glob("*.xlsx"))


def _receive(folder: Path, month: Month, which: str) -> Iterator[Step]:
    ctx = _open(folder)
    lines = []
    yield _step(f"receive, {which} month", lambda: lines.extend(receive(ctx, _sent(folder, month))))
    if any(line.submission_id is None for line in lines):
        raise SystemExit(f"not received: {[(x.file, x.state, x.issues[:2]) for x in lines if x.submission_id is None][:3]}")


def receive_first(folder: Path, _companies: int) -> Iterator[Step]:
    """Into an empty workspace."""
    yield from _receive(folder, FIRST, "first")


def receive_second(folder: Path, _companies: int) -> Iterator[Step]:
    """Checked against the month before."""
    yield from _receive(folder, SECOND, "second")


def accept_first(folder: Path, companies: int) -> Iterator[Step]:
    """December: the year's end is worked out with it."""
    yield from _accept(folder, FIRST, companies, "first")


def accept_second(folder: Path, companies: int) -> Iterator[Step]:
    """January."""
    yield from _accept(folder, SECOND, companies, "second")


def _accept(folder: Path, month: Month, companies: int, which: str) -> Iterator[Step]:
    ctx = _open(folder)
    yield _step(f"accept 17 parks, {which} month", lambda: accept(ctx, month, despite_errors="测速"))
    counted = len(look_up.companies(ctx, month)) if companies <= SIZES[0] else companies
    if counted != companies:
        raise SystemExit(f"{counted} companies count, not {companies}")


def fill(folder: Path, companies: int) -> Iterator[Step]:
    """Earlier year ends and landed cases, put straight in as their services would leave them; not measured."""
    ctx = _open(folder)
    month, parks = _newest(ctx), list(ctx.catalogue.parks)
    with ctx.store.read() as connection:
        query = "SELECT company_id, park FROM standing WHERE month = ? AND company_id % ? = 0 ORDER BY company_id"
        moved = connection.exec_driver_sql(query, (month.number, CASES)).fetchall()
        ids = connection.exec_driver_sql("SELECT id FROM company ORDER BY id").scalars().all()
    with ctx.store.write("bench", "bench", ctx.now()) as unit:
        ends = ((year, n, 10**9 + n % 997 * year * 10**4, 20 + n % 300) for year in (2021, 2022, 2023, 2024) for n in ids)
        unit.insert_many(t.YearEndRow, ("year", "company_id", "revenue_fen", "employees"), ends, "bench")
        columns = ("id", "company_id", "from_park", "to_park", "state", "opened_on", "nature", "kind", "registered_on",
                   "at_capacity_on", "first_tax_on", "landed_on", "note")  # fmt: skip
        cases = [(f"MV-2025-{n:06d}", n, parks[(parks.index(park) + 5) % len(parks)], park, "分享中", "2025-10-01", "政府主导",
                  "整体", "2025-11-30", "2025-12-01", "", "2025-11-30", "") for n, park in moved]  # fmt: skip
        unit.insert_many(t.CaseRow, columns, cases, "bench")
        bases = [(case[0], year, BASE, "税务证明") for case in cases for year in (2022, 2023, 2024)]
        unit.insert_many(t.CaseBaseRow, ("case_id", "year", "amount_fen", "source"), bases, "bench")
        unit.say("测速数据")
    yield Step(f"{len(cases):,} cases", 0, 0)


def search(folder: Path, companies: int) -> Iterator[Step]:
    """What the ledger's page and the window's search do."""
    ctx = _open(folder)
    month = _newest(ctx)
    with watch() as taken:
        listed = look_up.companies(ctx, month)
    yield Step("search: the ledger read", taken.wall, taken.busy, peak_mib())
    table = initials((ROOT / "resources/pinyin/initials.txt").read_text(encoding="utf-8"))
    with watch() as taken, without_cycle_search():  # as the window holds it
        ready = prepared(listed, table)
    yield Step("search: prepared for the table", taken.wall, taken.busy, peak_mib())
    with watch() as taken, without_cycle_search():
        index = index_of(listed, table)
    yield Step("search: index of the window's search", taken.wall, taken.busy, peak_mib())
    data = TableData(COLUMNS, lambda c: c.id)
    data.set_rows(ready)
    wanted = [name_of(companies * n // (KEYSTROKES + 1))[:5] for n in range(1, KEYSTROKES + 1)]
    yield _middle("search: a keystroke in the ledger", [lambda w=w: data.search(w) for w in wanted])
    assert len(data)
    data.search("")
    yield _middle("search: a keystroke in the window's search", [lambda w=w: list(found(index, w)) for w in wanted])
    yield _step("search: sorted by an amount", lambda: data.sort_by(("tax", True)))
    cards = [data.row(n).id for n in range(0, companies, companies // KEYSTROKES)]
    yield _middle("search: a company's card", [lambda c=c: look_up.company_card(ctx, c, month) for c in cards])


def _middle(what: str, works: list[Callable[[], object]]) -> Step:
    """The middle one of some short acts, by the finer clock of this process alone."""
    taken: list[Seconds] = []
    for work in works:
        clock, busy = time.perf_counter(), time.process_time()
        work()
        taken.append(Seconds(time.perf_counter() - clock, time.process_time() - busy))
    return Step(what, statistics.median(x.wall for x in taken), statistics.median(x.busy for x in taken), peak_mib())


def tiers(folder: Path, companies: int) -> Iterator[Step]:
    """Every standard in force over every company."""
    ctx = _open(folder)
    made = []
    yield _step("review all tiers", lambda: made.append(review(ctx, _newest(ctx))))
    assert made[0].examined == companies
    yield _step("who is one short of a tier", lambda: made[0].near)


def copy(folder: Path, _companies: int) -> Iterator[Step]:
    """A copy of two months, as every risky command makes one first."""
    ctx = _open(folder)
    yield _step("back up, verified", lambda: backups.take(ctx, "settle", always=True))


def settled(folder: Path, companies: int) -> Iterator[Step]:
    """A trial run of the month, kept with its lines."""
    ctx = _open(folder)
    made = []
    yield _step("settle, kept as the month's trial", lambda: made.append(settle(ctx, _newest(ctx))))
    assert made[0].section.difference_fen == 0
    assert len(made[0].section.lines) >= companies // CASES // 2, len(made[0].section.lines)


def report(folder: Path, _companies: int) -> Iterator[Step]:
    """The month's document, before it is printed."""
    ctx = _open(folder)
    yield _step("monthly document", lambda: month_report.draft(ctx, _newest(ctx)))


def proof(folder: Path, _companies: int) -> Iterator[Step]:
    """The journal replayed against every table."""
    ctx = _open(folder)
    made = []
    yield _step("audit of every row", lambda: made.append(audit.verify(ctx)))
    assert not made[0].findings, made[0].findings[:3]


STAGES: Final = {
    "files": files, "receive_first": receive_first, "accept_first": accept_first, "fill": fill, "tiers": tiers,
    "settled": settled, "search": search, "proof": proof, "report": report, "receive_second": receive_second,
    "accept_second": accept_second, "copy": copy,
}  # fmt: skip


def measure(companies: int, folder: Path) -> dict[str, object]:
    """Every stage at one size, each in a process of its own; what they took and how large the workspace is."""
    steps: list[Step] = []
    sizes: dict[str, int] = {}
    for name in STAGES:
        command = [sys.executable, __file__, str(companies), "--stage", name, "--in", str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise SystemExit(f"{name} at {companies:,} failed")
        steps += [Step(**told) for told in json.loads(done.stdout.splitlines()[-1])]
        print(f"{companies:,} {name}: {done.stdout.splitlines()[-1]}", file=sys.stderr, flush=True)
        sizes[name] = _database(folder).stat().st_size if name != "files" else 0
    files_size = sum(p.stat().st_size for p in (folder / "files").rglob("*.xlsx"))
    return {"steps": [asdict(s) for s in steps], "database": sizes, "files": files_size}


def _database(folder: Path) -> Path:
    return max((folder / "工作区").glob("*.db"), key=lambda p: p.stat().st_size)


def section(told: dict[int, dict]) -> str:
    """The section as Markdown: processor time and peak memory a step, side by side."""
    sizes = sorted(told)
    by = {n: {s["what"]: Step(**s) for s in told[n]["steps"] if s["busy"]} for n in sizes}
    names = list(by[sizes[0]])
    heads = " | ".join(f"{n:,}" for n in sizes)
    ratios = " | ".join(f"{n:,} ×" for n in sizes[1:])
    lines = [
        f"`python benches/scale.py {' '.join(str(n) for n in sizes)}`: 17 parks share the companies evenly, two months of",
        f"{len(HEAD)} columns, in the second a tier sheet of {len(TIER_HEAD)} from every tenth; one company in {CASES} has",
        "moved and is settled. Tiers, settling, search, audit and document are of the first month. Each stage in a process",
        f"of its own; {os.cpu_count()} cores shared with other work, so the processor's time is what to go by.",
        f"× = per company against {sizes[0]:,}; empty = not measured.",
        "",
        "Seconds of processor (on the clock):",
        "",
        f"| Work | {heads} | {ratios} |",
        "|---" * (2 * len(sizes)) + "|",
    ]
    for name in names:
        steps = [by[n].get(name) for n in sizes]
        shown = " | ".join(f"{s.busy:.4g} ({s.wall:.4g})" if s else "" for s in steps)
        first = steps[0]
        against = " | ".join(
            f"{s.busy / n / (first.busy / sizes[0]):.2f}" if s and first else ""
            for n, s in zip(sizes[1:], steps[1:], strict=True)
        )
        lines.append(f"| {name} | {shown} | {against} |")
    lines += ["", "Peak memory in MiB (KiB per company):", "", f"| Process | {heads} |", "|---" * (len(sizes) + 1) + "|"]
    for name in names:
        if not name.startswith("search:") or name == names[-1] or "index" in name:
            cells = [by[n].get(name) for n in sizes]
            shown = " | ".join(
                f"{s.peak_mib:.0f} ({s.peak_mib * 1024 / n:.1f})" if s else "" for n, s in zip(sizes, cells, strict=True)
            )
            lines.append(f"| {name} | {shown} |")
    lines += ["", "On disk, MiB (bytes per company):", "", f"| What | {heads} |", "|---" * (len(sizes) + 1) + "|"]
    for title, stage in (("database, one month", "accept_first"), ("database, two months", "accept_second")):
        lines.append(f"| {title} | {_sized(told, sizes, lambda told, s=stage: told['database'].get(s, 0))} |")
    lines.append(f"| workbooks, two months | {_sized(told, sizes, lambda told: told['files'])} |")
    return "\n".join(lines)


def _sized(told: dict[int, dict], sizes: list[int], of: Callable[[dict], int]) -> str:
    return " | ".join(f"{of(told[n]) / 2**20:.0f} ({of(told[n]) / n:.0f})" if of(told[n]) else "" for n in sizes)


def main() -> None:
    """Measure the sizes and write the section, or run one stage of one size."""
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("companies", nargs="*", type=int, default=list(SIZES))
    asks.add_argument("--in", dest="kept", type=Path, help="keep what was measured in this folder")
    asks.add_argument("--kept-only", action="store_true", help="measure nothing, write the section of what is kept")
    asks.add_argument("--stage", choices=STAGES, help="one stage of one size, in a folder of its own")
    asked = asks.parse_args()
    if asked.stage:
        steps = list(STAGES[asked.stage](asked.kept, asked.companies[0]))
        print(json.dumps([asdict(s) for s in steps]))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.kept or Path(temporary)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        for companies in () if asked.kept_only else asked.companies:
            place = folder / f"{companies}"
            shutil.rmtree(place, ignore_errors=True)
            told = measure(companies, place)
            (folder / f"{companies}.json").write_text(json.dumps(told), encoding="utf-8")
            shutil.rmtree(place)
        measured = {int(p.stem): json.loads(p.read_text(encoding="utf-8")) for p in folder.glob("*.json")}
    body = section(measured)
    write_section("Scale", body)
    print(body)


if __name__ == "__main__":
    main()
