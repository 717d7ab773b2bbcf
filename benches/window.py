"""Benchmark: how long a page takes to open on 30,000 companies and 36 months, and a keystroke in its search.

``python benches/window.py [companies] [runs]`` writes the section "Window at work". A page counts as open when its data
are read and painted; a keystroke, when the table shows what is left. Beside it, QSortFilterProxyModel over the same names.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
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

TITLES = ("What", "Median", "Least", "Processor", "Longest stop of the window")
FIRST, MONTHS = Month(2023, 1), 36
TYPED = ("企", "企业", "企业1", "企业12", "企业123")
Taken = tuple[float, float, float]
"""Seconds on the clock, of the processor, and of the longest time the event loop stood."""


def fill(folder: Path, companies: int) -> None:
    """A workspace of 36 months: the ledger of the tiers' benchmark."""
    ledger.FIRST, ledger.MONTHS, ledger.REVIEWED = FIRST, MONTHS - 1, FIRST.plus(MONTHS - 1)
    ctx = bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 1, 12, 9, 0))
    ledger.fill(ctx, companies, totals=True)


def until(ready: Callable[[], bool]) -> float:
    """Let the window work until it is ready; the longest time one round of its event loop took."""
    longest = 0.0
    while True:
        began = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
        if ready():
            return longest
        time.sleep(0.001)


def timed(work: Callable[[], object], ready: Callable[[], bool]) -> Taken:
    """What a step of the user takes until the window is ready again."""
    clock, busy = time.perf_counter(), time.process_time()
    work()
    first = time.perf_counter() - clock
    longest = until(ready)
    QApplication.processEvents()  # what was put into a page is painted a moment later
    return time.perf_counter() - clock, time.process_time() - busy, max(first, longest)


def pages(folder: Path, runs: int) -> dict[str, list[Taken]]:
    """Every page opened anew in windows of its own."""
    taken: dict[str, list[Taken]] = {}
    for _ in range(runs):
        window = opened(folder)
        for entry in PAGES[1:]:
            taken.setdefault(f"page {entry.title}", []).append(gone(window, entry.key))
        for text in TYPED:
            taken.setdefault(f"search “{text}” in {PAGES[3].title}", []).append(typed(window, text))
        window.operations.close()
        window.close()
        window.deleteLater()
    return taken


def gone(window: MainWindow, key: str) -> Taken:
    """A page opened."""
    return timed(lambda: window.go(key), lambda: not window.operations.running)


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
    walls = [t[0] for t in taken]
    return (
        f"| {name} | {statistics.median(walls):.3f} | {min(walls):.3f} | {statistics.median(t[1] for t in taken):.3f} | "
        f"{statistics.median(t[2] for t in taken):.3f} |"
    )


def main() -> None:
    """Measure and write the section."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "工作区"
        fill(folder, companies)
        make_application(["bench"], QSettings(str(folder.parent / "app.ini"), QSettings.Format.IniFormat))
        lines = [line(name, taken) for name, taken in pages(folder, runs).items()]
        lines.append(line("peer: QSortFilterProxyModel, one keystroke", proxy(companies)))
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    body = (
        f"`python benches/window.py {companies} {runs}`: {companies:,} companies × {MONTHS} months, {runs} windows, offscreen, "
        f"seconds; {os.cpu_count()} cores{load}. Wanted: a page in 0.3 s, a keystroke in 0.05 s.\n\n"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n" + "\n".join(lines)
    )
    write_section("Window at work", body)
    print(body)


if __name__ == "__main__":
    main()
