"""Benchmark: from starting the program to its first painted window, beside a bare PySide6 window with one table.

``python benches/startup.py [runs]`` writes the section "Start of the window". Both sides are started in turn, each in a
process of its own that ends once its window has been painted; compiled modules are cached as they are for a user.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TITLES = ("Start", "Median", "Least", "Processor", "× bare", "least ×", "× of processor")
WORDS = {"bare": "bare PySide6 window with one table", "ours": "our window, first page painted"}


def watched(window: Any) -> Any:
    """The window, so that the process ends as soon as it has been painted once."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                QTimer.singleShot(0, lambda: os._exit(0))
            return False

    window.installEventFilter(Painted(window))
    return window


def bare(_folder: Path) -> None:
    """The least a Python program with a window and a table can do."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    Index = QModelIndex | QPersistentModelIndex

    class Rows(QAbstractTableModel):
        def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
            return 0 if parent.isValid() else 30

        def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
            return 0 if parent.isValid() else 8

        def data(self, index: Index, role: int = 0) -> object:
            return f"企业{index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    app = QApplication([])
    window, table = QMainWindow(), QTableView()
    table.setModel(Rows(table))
    window.setCentralWidget(table)
    window.resize(1440, 900)
    watched(window).show()
    app.exec()


def ours(folder: Path) -> None:
    """What the program does without arguments, on an empty workspace."""
    from zgc_desktop.ui import start

    make = start.make_window
    start.make_window = lambda *args: watched(make(*args))
    start.open_window(folder)


SIDES: dict[str, Callable[[Path], None]] = {"bare": bare, "ours": ours}


def started(side: str, folder: Path) -> tuple[float, float]:
    """(seconds, seconds of processor) of one start until the first painting."""
    wanted = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    before, clock = os.times(), time.perf_counter()
    subprocess.run([sys.executable, __file__, side, str(folder / "工作区")], check=True, env={**os.environ, **wanted})
    taken, after = time.perf_counter() - clock, os.times()
    return taken, after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Measure and write the section, or be one of the two sides."""
    if len(sys.argv) == 3:
        SIDES[sys.argv[1]](Path(sys.argv[2]))
        return
    from benches.sections import write_section

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[tuple[float, float]]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as temporary:
        for side in SIDES:
            started(side, Path(temporary))  # compiles what is imported
        for _ in range(runs):
            for side in SIDES:
                taken[side].append(started(side, Path(temporary)))
    lines = []
    pairs = list(zip(taken["ours"], taken["bare"], strict=True))
    for side, times in taken.items():
        walls, busy = [t[0] for t in times], [t[1] for t in times]
        ratio = "| | "
        if side == "ours":
            wall = statistics.median(o[0] / b[0] for o, b in pairs)
            least = min(o[0] for o, _ in pairs) / min(b[0] for _, b in pairs)
            ratio = f"{wall:.2f} | {least:.2f} | {statistics.median(busy) / statistics.median(b[1] for _, b in pairs):.2f}"
        seconds = f"{statistics.median(walls):.3f} | {min(walls):.3f} | {statistics.median(busy):.3f}"
        lines.append(f"| {WORDS[side]} | {seconds} | {ratio} |")
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    body = (
        f"`python benches/startup.py {runs}`: {runs} starts of each in turn, warm cache, offscreen, seconds from the start of "
        f"the process to the first painting; {os.cpu_count()} cores{load}.\n\n"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n" + "\n".join(lines)
    )
    write_section("Start of the window", body)
    print(body)


if __name__ == "__main__":
    main()
