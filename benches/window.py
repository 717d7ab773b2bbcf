"""Benchmark: the window on 30,000 companies and 36 months, each figure with PASS or FAIL against its limit.

``python benches/window.py [companies] [runs] [--in FOLDER] [--quick]`` writes the section "Window at work". A page counts as
open when its first content is read and painted; a keystroke, when the table shows what is left; what a page works out
afterwards has a line of its own. Pages are opened in a window that has come to rest, and once more each as the first thing
after a start, in a process of its own (not with ``--quick``). Receive, settle and report run in a copy of the workspace, and
the start stands beside a bare PySide6 window with one table, started in turn with it. Beside a keystroke stands
QSortFilterProxyModel over the same names. ``--in`` keeps the workspace in a folder and uses it again.
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
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSortFilterProxyModel, QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit

import benches.tiers as ledger
from benches import startup
from benches.receive import park_file
from benches.sections import write_section
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.app import make_application, spare_the_window
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

TITLES = (
    "What", "Median", "Least", "Processor", "of it the window's", "Longest stop", "of it processor", "Limit",
    "by the clock", "by processor", "stops",
)  # fmt: skip
PAGE_S, KEY_S, STOP_S, START_RATIO = 0.3, 0.05, 0.05, 2.0
STARTS = 5
FIRST, MONTHS = Month(2023, 1), 36
AFTERWARDS = 0.2
TYPED = ("企", "企业", "企业1", "企业12", "企业123")
QUIET = 0.8
"""So long without work, and a page has done what it does after its first content."""
COMPANIES_OF_A_PARK = 1_765
AHEAD = "准备页面"
"""What loading ahead calls itself."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one step: on the clock, of the processor, of the window's own thread, and of its longest stop (both)."""

    clock: float
    processor: float
    window: float
    stop: float
    stop_processor: float


def fill(folder: Path, companies: int) -> None:
    """A workspace of 36 months: the ledger of the tiers' benchmark."""
    ledger.FIRST, ledger.MONTHS, ledger.REVIEWED = FIRST, MONTHS - 1, FIRST.plus(MONTHS - 1)
    ctx = bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 1, 12, 9, 0))
    ledger.fill(ctx, companies, totals=True)


def stop(work: Callable[[], object]) -> tuple[float, float]:
    """How long a piece of work holds the window: on the clock, and of the processor."""
    clock, busy = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - clock, time.thread_time() - busy


def until(ready: Callable[[], bool]) -> tuple[float, float]:
    """Let the window work until it is ready; the longest time one round of its event loop took."""
    longest, busiest = 0.0, 0.0
    while True:
        clock, busy = stop(QApplication.processEvents)
        longest, busiest = max(longest, clock), max(busiest, busy)
        if ready():
            return longest, busiest
        time.sleep(0.001)


def timed(work: Callable[[], object], ready: Callable[[], bool]) -> Taken:
    """What a step of the user takes until the window is ready again."""
    clock, busy, own = time.perf_counter(), time.process_time(), time.thread_time()
    # What was put into a page is painted a moment later.
    stops = [stop(work), until(ready), stop(QApplication.processEvents)]
    return Taken(
        time.perf_counter() - clock, time.process_time() - busy, time.thread_time() - own,
        max(s for s, _ in stops), max(s for _, s in stops),
    )  # fmt: skip


def quiet(window: MainWindow) -> Taken:
    """What the page does by itself after its first content."""
    last = time.perf_counter()

    def rested() -> bool:
        nonlocal last
        if window.operations.running:
            last = time.perf_counter()
        return time.perf_counter() - last > QUIET

    found = timed(lambda: None, rested)
    return replace(found, clock=found.clock - QUIET)


def pages(folder: Path, runs: int) -> dict[str, list[Taken]]:
    """Every page opened anew in windows of its own."""
    taken: dict[str, list[Taken]] = {}
    for _ in range(runs):
        window = opened(folder)
        quiet(window)
        for entry in PAGES[1:]:
            taken.setdefault(f"page {entry.title}", []).append(gone(window, entry.key))
            after = quiet(window)
            if after.clock > AFTERWARDS:
                taken.setdefault(f"{entry.title}, afterwards", []).append(after)
        for text in TYPED:
            taken.setdefault(f"search “{text}” in {PAGES[3].title}", []).append(typed(window, text))
        close(window)
    return taken


def at_once(folder: Path, runs: int) -> dict[str, list[Taken]]:
    """Every page opened as the first thing after the start, each in a process of its own."""
    taken: dict[str, list[Taken]] = {}
    for _ in range(runs):
        for entry in PAGES[1:]:
            told = subprocess.run(
                [sys.executable, __file__, "--first", entry.key, "--in", str(folder)],
                check=True,
                capture_output=True,
                text=True,
            )
            taken.setdefault(f"page {entry.title}, first after the start", []).append(
                Taken(*json.loads(told.stdout.splitlines()[-1]))
            )
    return taken


def work(folder: Path) -> dict[str, list[Taken]]:
    """A park's file received, a month settled and its report written, in a copy of the workspace: only their stops count."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        copy = Path(shutil.copytree(folder, Path(temporary) / folder.name, ignore=shutil.ignore_patterns("writer.*")))
        window = opened(copy)
        quiet(window)
        found = {}
        context = window.page("desk")._session.need()  # type: ignore[union-attr]
        park = next(iter(context.catalogue.parks))
        file = Path(temporary) / f"{park}2025-12.xlsx"
        clusters = [c.name for c in context.catalogue.clusters_of(park)] or ["园内组团外"]
        park_file(file, park, "2025-12", 0, COMPANIES_OF_A_PARK, clusters, next(iter(context.catalogue.industries)))
        acts: tuple[tuple[str, str, Callable[[Any], object]], ...] = (
            (f"receive a file of {COMPANIES_OF_A_PARK:,} companies", "receive", lambda page: page.receive_files([file])),
            ("settle the month", "sharing", lambda page: page.settle()),
            ("write the month's report", "reports", lambda page: page.write_draft()),
        )
        for name, key, act in acts:
            window.go(key)
            quiet(window)
            page = window.page(key)
            found[name] = [timed(partial(act, page), lambda: not window.operations.running)]
        close(window)
    return found


def close(window: MainWindow) -> None:
    """End a window as its user would."""
    window.operations.close()
    window.close()
    window.deleteLater()


def gone(window: MainWindow, key: str) -> Taken:
    """A page opened: what it asks the database for is there and painted. What is loaded ahead of it does not count."""
    before = set(window.operations.running)

    def is_there() -> bool:
        return not any(o.database and o not in before and o.label != AHEAD for o in window.operations.running)

    return timed(lambda: window.go(key), is_there)


def typed(window: MainWindow, text: str) -> Taken:
    """One keystroke in the search of the companies' page."""
    window.go("companies")
    page = window.page("companies")
    assert page is not None
    search: QLineEdit = page.search  # type: ignore[attr-defined]
    QApplication.processEvents()
    return timed(lambda: search.setText(text), lambda: not window.operations.running)


def opened(folder: Path, *, rest: bool = True) -> MainWindow:
    """The window on the workspace, at rest; or as soon as its first page is filled."""
    session = Session(folder, clock=lambda: datetime(2026, 1, 12, 9, 0))
    window = make_window(session, QSettings(str(folder.parent / "window.ini"), QSettings.Format.IniFormat))
    window.show()
    until(lambda: session.is_open and window.month is not None)
    desk = lambda: not any(o.database and o.label != AHEAD for o in window.operations.running)  # noqa: E731
    until(desk)
    if rest:
        until(lambda: not window.operations.running)
    return window


def first(folder: Path, key: str) -> None:
    """Open one page at once after the start and print what it took; for a process of its own."""
    window = opened(folder, rest=False)
    found = gone(window, key)
    print(json.dumps([found.clock, found.processor, found.window, found.stop, found.stop_processor]), flush=True)
    os._exit(0)


def proxy(companies: int) -> list[Taken]:
    """The peer: Qt's own proxy filtering the same names as they are typed."""
    model = QSortFilterProxyModel()
    names = QStringListModel([f"企业{n:05d}" for n in range(1, companies + 1)])
    model.setSourceModel(names)
    return [timed(partial(model.setFilterFixedString, text), lambda: True) for text in TYPED]


def line(name: str, taken: list[Taken], limit: float | None = None, *, stops: bool = True) -> str:
    """One line of the table; the limits are held against the least of the runs, which other programs disturbed least."""
    middle = statistics.median
    figures = (
        middle(t.clock for t in taken), min(t.clock for t in taken), middle(t.processor for t in taken),
        middle(t.window for t in taken), middle(t.stop for t in taken), middle(t.stop_processor for t in taken),
    )  # fmt: skip
    verdicts = [
        f"{limit:g} s" if limit is not None else "",
        verdict(min(t.clock for t in taken), limit),
        verdict(min(t.processor for t in taken), limit),
        verdict(min(t.stop_processor for t in taken), STOP_S if stops else None),
    ]
    return f"| {name} | {' | '.join(f'{f:.3f}' for f in figures)} | {' | '.join(verdicts)} |"


def verdict(figure: float, limit: float | None) -> str:
    """PASS or FAIL; nothing where there is no limit."""
    return "" if limit is None else "PASS" if figure <= limit else "FAIL"


def lines_of(taken: dict[str, list[Taken]]) -> list[str]:
    """The lines of some steps with the limit of each kind."""
    limits = {"page": PAGE_S, "search": KEY_S}
    return [line(name, found, limits.get(name.split(maxsplit=1)[0])) for name, found in taken.items()]


def start_ratio(runs: int) -> str:
    """The start of the window beside the bare one, in turn, in words with its verdict."""
    sides: dict[str, list[tuple[float, float]]] = {side: [] for side in startup.SIDES}
    with tempfile.TemporaryDirectory() as temporary:
        for _ in range(runs + 1):  # the first start compiles what is imported
            for side, found in sides.items():
                found.append(startup.started(side, Path(temporary)))
    least = {side: [min(t[n] for t in found[1:]) for n in range(2)] for side, found in sides.items()}
    clock, busy = (least["ours"][n] / least["bare"][n] for n in range(2))
    return (
        f"Start to the first painted window, {runs} of each in turn, least: {least['ours'][0]:.3f} s beside "
        f"{least['bare'][0]:.3f} s of a bare window with one table, {clock:.2f}× by the clock ({verdict(clock, START_RATIO)}), "
        f"{busy:.2f}× of processor ({verdict(busy, START_RATIO)}); limit {START_RATIO:g}×."
    )


def main() -> None:
    """Measure and write the section."""
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("companies", nargs="?", type=int, default=30_000)
    asks.add_argument("runs", nargs="?", type=int, default=3)
    asks.add_argument("--in", dest="kept", type=Path, help="keep the workspace in this folder and use it again")
    asks.add_argument("--quick", action="store_true", help="only pages and keystrokes in a window at rest")
    asks.add_argument("--first", help="open this page at once after the start and print what it took")
    asked = asks.parse_args()
    companies, runs = asked.companies, asked.runs
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.kept or Path(temporary)).absolute()
        if not asked.first:
            folder /= f"工作区{companies}"
        if not folder.is_dir():
            fill(folder, companies)
        app = make_application(["bench"], QSettings(str(folder.parent / "app.ini"), QSettings.Format.IniFormat))
        spare_the_window(app)
        if asked.first:
            first(folder, asked.first)
        lines = lines_of(pages(folder, runs))
        lines.append(line("peer: QSortFilterProxyModel, one keystroke", proxy(companies), stops=False))
        start = ""
        if not asked.quick:
            lines += lines_of(work(folder))
            lines += lines_of(at_once(folder, runs))
            start = start_ratio(max(STARTS, runs)) + "\n\n"
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    body = (
        f"`python benches/window.py {companies} {runs}`: {companies:,} companies × {MONTHS} months, {runs} windows, offscreen, "
        f"seconds; {os.cpu_count()} cores{load}. Limits: a page {PAGE_S:g} s, a keystroke {KEY_S:g} s, no stop of the window "
        f"above {STOP_S:g} s of its processor, each held against the least of the runs. A page is open when its first content "
        f"is painted; what it works out after that stands beside it as afterwards.\n\n{start}"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n" + "\n".join(lines)
    )
    write_section("Window at work", body)
    print(body)
    if "FAIL" in body:
        print("FAIL stands in the table above: a limit is not kept on this machine.")


if __name__ == "__main__":
    main()
