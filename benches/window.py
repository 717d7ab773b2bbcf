"""Benchmark: how long a page takes to open on 30,000 companies and 36 months, and a keystroke in its search.

``python benches/window.py [companies] [runs] [--in FOLDER]`` writes the section "Window at work". A page counts as open when
its first content is read and painted; a keystroke, when the table shows what is left. What a page works out afterwards has
a line of its own. Beside it, QSortFilterProxyModel over the same names. ``--in`` keeps the workspace in a folder and uses it
again: building it takes longer than measuring.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSortFilterProxyModel, QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit

import benches.tiers as ledger
from benches.sections import write_section
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.app import make_application
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

TITLES = ("What", "Median", "Least", "Processor", "of it the window's", "Longest stop", "of it processor")
FIRST, MONTHS = Month(2023, 1), 36
AFTERWARDS = 0.2
TYPED = ("企", "企业", "企业1", "企业12", "企业123")
QUIET = 0.8
"""So long without work, and a page has done what it does after its first content."""


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
        window.operations.close()
        window.close()
        window.deleteLater()
    return taken


def gone(window: MainWindow, key: str) -> Taken:
    """A page opened."""
    return timed(lambda: window.go(key), lambda: not any(o.database for o in window.operations.running))


def typed(window: MainWindow, text: str) -> Taken:
    """One keystroke in the search of the companies' page."""
    window.go("companies")
    page = window.page("companies")
    assert page is not None
    search: QLineEdit = page.search  # type: ignore[attr-defined]
    QApplication.processEvents()
    return timed(lambda: search.setText(text), lambda: not window.operations.running)


def opened(folder: Path) -> MainWindow:
    """The window on the workspace, at rest."""
    session = Session(folder, clock=lambda: datetime(2026, 1, 12, 9, 0))
    window = make_window(session, QSettings(str(folder.parent / "window.ini"), QSettings.Format.IniFormat))
    window.show()
    until(lambda: session.is_open and not window.operations.running)
    until(lambda: not window.operations.running)
    return window


def proxy(companies: int) -> list[Taken]:
    """The peer: Qt's own proxy filtering the same names as they are typed."""
    model = QSortFilterProxyModel()
    names = QStringListModel([f"企业{n:05d}" for n in range(1, companies + 1)])
    model.setSourceModel(names)
    return [timed(partial(model.setFilterFixedString, text), lambda: True) for text in TYPED]


def line(name: str, taken: list[Taken]) -> str:
    """One line of the table."""
    middle = statistics.median
    figures = (
        middle(t.clock for t in taken), min(t.clock for t in taken), middle(t.processor for t in taken),
        middle(t.window for t in taken), middle(t.stop for t in taken), middle(t.stop_processor for t in taken),
    )  # fmt: skip
    return f"| {name} | {' | '.join(f'{f:.3f}' for f in figures)} |"


def main() -> None:
    """Measure and write the section."""
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("companies", nargs="?", type=int, default=30_000)
    asks.add_argument("runs", nargs="?", type=int, default=3)
    asks.add_argument("--in", dest="kept", type=Path, help="keep the workspace in this folder and use it again")
    asked = asks.parse_args()
    companies, runs = asked.companies, asked.runs
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.kept or Path(temporary)).absolute() / f"工作区{companies}"
        if not folder.is_dir():
            fill(folder, companies)
        make_application(["bench"], QSettings(str(folder.parent / "app.ini"), QSettings.Format.IniFormat))
        lines = [line(name, taken) for name, taken in pages(folder, runs).items()]
        lines.append(line("peer: QSortFilterProxyModel, one keystroke", proxy(companies)))
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    body = (
        f"`python benches/window.py {companies} {runs}`: {companies:,} companies × {MONTHS} months, {runs} windows, offscreen, "
        f"seconds; {os.cpu_count()} cores{load}. Wanted: a page in 0.3 s, a keystroke in 0.05 s, no stop of the window above "
        f"0.05 s of its processor. A page is open when its first content is painted; what it works out after that stands "
        f"beside it as afterwards.\n\n"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n" + "\n".join(lines)
    )
    write_section("Window at work", body)
    print(body)


if __name__ == "__main__":
    main()
