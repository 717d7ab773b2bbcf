"""Every page by keyboard: Tab goes to everything as one reads, each stop has a name, each dialog a default and an Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from tests.gui.every_page import Rest, tabs_of
from zgc_desktop.paths import resources_dir
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow

OpenPage = Callable[..., tuple[MainWindow, Any]]
MOST = 200
ICONS = frozenset(p.stem for p in (resources_dir() / "icons").rglob("*.svg"))


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions for files are answered by nobody, and nothing is opened outside the window."""
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda *_: True))


def takes_tab(w: QWidget) -> bool:
    return w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def name_of(w: QWidget) -> str:
    words = w.text() if isinstance(w, QAbstractButton) else ""
    return (w.accessibleName() or words).strip()


def nameless(part: QWidget) -> Iterator[str]:
    """Stops a screen reader would call nothing, or by the name of a picture."""
    for w in part.findChildren(QWidget):
        if takes_tab(w) and w.focusProxy() is None and (not name_of(w) or name_of(w) in ICONS):
            yield f"{type(w).__name__} {w.objectName()} in {type(w.parentWidget()).__name__} has the name {name_of(w)!r}"


def place_of(w: QWidget, window: QWidget) -> QRect:
    return QRect(w.mapTo(window, QPoint(0, 0)), w.size())


def walk(start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab goes from a widget until it comes back to it."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = list[QWidget]()
    for _ in range(MOST):
        now = QApplication.focusWidget()
        if now is None or (seen and now is seen[0]):
            return seen
        seen.append(now)
        QTest.keyClick(now, key)
    raise AssertionError(f"Tab does not come back: {[name_of(w) for w in seen[-5:]]}")


def against_reading(stops: list[QWidget], window: QWidget) -> Iterator[str]:
    """Steps to something that lies both above and left of where one stood."""
    for a, b in pairwise(stops):
        before, after = place_of(a, window), place_of(b, window)
        scrolled = any(isinstance(p, QAbstractScrollArea) and not isinstance(p, QAbstractItemView) for p in _around(b))
        if after.bottom() < before.top() and after.right() < before.left() and not scrolled:
            yield f"from {name_of(a)} back up to {name_of(b)}"


def _around(w: QWidget) -> Iterator[QWidget]:
    place = w.parentWidget()
    while place is not None and place.property("role") != "page":
        yield place
        place = place.parentWidget()


def dialog_faults(window: MainWindow, page: QWidget, rest: Rest, asked: set[str]) -> Iterator[str]:
    """What is wrong with the dialogs the buttons of a page open."""
    for press in [b for b in page.findChildren(QPushButton) if b.isVisible() and b.isEnabled() and b.text().endswith("…")]:
        if not press.isVisible() or not press.isEnabled() or press.text() in asked:
            continue
        asked.add(press.text())
        press.click()
        rest(window)
        for asking in window.findChildren(QFileDialog):
            asking.reject()
        for dialog in [d for d in window.findChildren(QDialog) if d.isVisible() and not isinstance(d, QFileDialog)]:
            yield from (f"{press.text()}: {fault}" for fault in nameless(dialog))
            buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
            if buttons and not any(b.isDefault() for b in buttons):
                yield f"{press.text()}: no button answers Enter"
            if not dialog.isAncestorOf(dialog.focusWidget()):
                yield f"{press.text()}: the focus is not in the dialog"
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            QApplication.processEvents()
            if isValid(dialog) and dialog.isVisible():
                yield f"{press.text()}: Esc does not close it"
                dialog.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tab_reaches_everything_as_one_reads_and_a_screen_reader_can_name_it(
    open_page: OpenPage, rest: Rest, full: Path
) -> None:
    window, _ = open_page(full, "desk")
    window.activateWindow()
    found: list[str] = []
    asked: set[str] = set()
    for entry in PAGES:
        window.go(entry.key)
        rest(window)
        page: Any = window.page(entry.key)
        for place in tabs_of(page, rest, window, entry.key):
            window.activateWindow()  # a desktop does so when a dialog is closed
            QApplication.processEvents()
            stops = walk(window.topbar.search)
            missed = [w for w in page.findChildren(QWidget) if takes_tab(w) and w.focusProxy() is None and w not in stops]
            found += [f"{place}: Tab passes over {type(w).__name__} {name_of(w)}" for w in missed]
            here = [w for w in stops if page.isAncestorOf(w)]
            found += [f"{place}: {said}" for said in against_reading(here, window)]
            found += [f"{place}: {said}" for said in nameless(window)]
            if place.endswith(("desk", "/0")):
                back = walk(window.topbar.search, Qt.Key.Key_Backtab)
                found += [f"{place}: Shift+Tab goes another way"] if back[1:] != stops[:0:-1] else []
            found += [f"{place}: {said}" for said in dialog_faults(window, page, rest, asked)]
    assert not found, "\n".join(dict.fromkeys(found))
    assert len(asked) > 20
