"""Neither opening a page nor work keeps the window from its next event for long, and no tab is built that nobody looks at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from tests.gui.asking import Rest
from tests.gui.firms import roster_line, tax_line
from tests.gui.workday_story import park_file
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.tabbed import TabbedPage

OpenPage = Callable[..., tuple[MainWindow, Any]]
LONGEST_STOP_S = 0.050
"""Where painting the window takes no more than half of it; two paintings on a slower machine."""
PAINTINGS = 2


def test_no_page_stops_the_window_while_it_opens(open_page: OpenPage, rest: Rest, office: Path, watchdog: Any) -> None:
    """点开任何一页，窗口都不卡住。"""
    late = {e.key: 0.0 for e in PAGES[1:]}
    said = ""
    for _ in range(3):  # what a page does it does in every window; what the machine did meanwhile, only in one
        longest, worst = _stops(open_page, rest, office, watchdog, tuple(late))
        assert set(worst) >= set(late)
        late = {key: round(worst[key], 3) for key in late if worst[key] > longest}
        said += f"{late}, allowed {longest:.3f} s; "
        if not late:
            return
    raise AssertionError(said)


def _stops(
    open_page: OpenPage, rest: Rest, office: Path, watchdog: Any, pages: tuple[str, ...]
) -> tuple[float, dict[str, float]]:
    """(the longest stop allowed, the longest stop of each page) in a new window, both in seconds of the main thread."""
    window, _ = open_page(office, "desk")
    watchdog.worst.clear()
    painting = 0.0
    for key in pages:
        __import__(f"zgc_desktop.ui.pages.{MODULES.get(key, key)}")  # loaded ahead in the program
        with watchdog.watching(key):
            window.go(key)
            rest(window)
        before = time.thread_time()
        window.grab()
        painting = max(painting, time.thread_time() - before)
    return max(LONGEST_STOP_S, PAINTINGS * painting), dict(watchdog.worst)


def test_no_work_stops_the_window(open_page: OpenPage, rest: Rest, full: Path, tmp_path: Path, watchdog: Any) -> None:
    """接收、试算、出月报的时候，窗口一直跟手；从点下去看到新的数为止。"""
    acts: dict[str, Callable[[Any, Path], object]] = {
        "receive": lambda page, file: page.receive_files([file]),
        "sharing": lambda page, _: page.settle(),
        "reports": lambda page, _: page.write_draft(),
    }
    said = ""
    for n in range(3):  # as above: what only one of three windows did, the machine did
        file = _file(tmp_path / str(n), n)
        longest, worst = LONGEST_STOP_S, dict[str, float]()
        window, _ = open_page(full, "desk")
        for key, act in acts.items():
            window.go(key)
            rest(window)
            with watchdog.watching(key):
                act(window.page(key), file)
                rest(window)
            before = time.thread_time()
            window.grab()
            longest = max(longest, PAINTINGS * (time.thread_time() - before))
            worst[key] = watchdog.worst.pop(key)
            if key == "receive":
                assert [line.file.state for line in window.page(key).run_table.table.rows] == [FileState.REGISTERED]  # type: ignore[union-attr]
        late = {key: round(stop, 3) for key, stop in worst.items() if stop > longest}
        said += f"{late}, allowed {longest:.3f} s; "
        acts = {key: act for key, act in acts.items() if key in late}
        if not acts:
            return
    raise AssertionError(said)


def _file(folder: Path, n: int) -> Path:
    """A file of a park that differs from the demo's and from the one before."""
    folder.mkdir()
    lines = [roster_line(i, employees=40 + n) for i in range(4)]
    return park_file(folder, "平谷园", Month(2026, 10), lines, [tax_line(i) for i in range(4)])


MODULES = {"receive": "intake", "companies": "ledger", "reports": "reports_page"}


def test_a_tab_is_built_when_it_is_first_looked_at(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "plan")
    assert isinstance(page, TabbedPage)
    assert [n for n in range(len(page.titles)) if page.is_made(n)] == [0]
    page.tabs.choose(4)
    QApplication.processEvents()
    assert [n for n in range(len(page.titles)) if page.is_made(n)] == [0, 4]
    assert page.tables[4].table.rows == page.view.gaps
    page.refresh()
    rest(window)
    assert [n for n in range(len(page.titles)) if page.is_made(n)] == [0, 4]
