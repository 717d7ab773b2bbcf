"""Files let go anywhere on the window: folders, other files, some while something runs; each time it says what came of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.every_page import Rest
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import IsCancelled, Progress

OpenPage = Callable[..., tuple[MainWindow, Any]]
NO_KEYS = Qt.KeyboardModifier.NoModifier


def let_go(window: MainWindow, paths: Sequence[Path], at: QPoint) -> bool:
    """Drag files from the Explorer to a place of the window and let go: first the widget there is asked, then what holds it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    target: QWidget = window.childAt(at) or window
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(target.mapFrom(window, at), Qt.DropAction.CopyAction, mime, left, NO_KEYS)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    while target is not window and not target.acceptDrops():
        target = target.parentWidget() or window
    where = QPointF(target.mapFrom(window, at))
    QApplication.sendEvent(target, QDropEvent(where, Qt.DropAction.CopyAction, mime, left, NO_KEYS))
    return True


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_files_let_go_on_any_page_are_received_and_it_says_what_came_of_them(
    qtbot: QtBot, open_page: OpenPage, rest: Rest, office: Path
) -> None:
    window, _ = open_page(office, "desk")
    sent = office.parent / "来件"
    sent.mkdir()
    paper = sent / "会议通知.docx"
    paper.write_bytes(b"PK not a workbook")
    for entry in PAGES:
        window.go(entry.key)
        rest(window)
        page: Any = window.page(entry.key)
        for place in (page.rect().center(), QPoint(page.width() // 2, 20), QPoint(40, page.height() - 30)):
            window.go(entry.key)
            with qtbot.waitSignal(window.files_dropped, timeout=5000):
                assert let_go(window, [paper], page.mapTo(window, place)), (entry.title, place)
            assert window.current == "receive", entry.title
        rest(window)
        said = window.page("receive").ribbon.accessibleName()  # type: ignore[union-attr]
        assert "无法读取" in said, entry.title


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_folder_is_looked_through_and_what_comes_while_something_runs_waits_for_its_turn(
    qtbot: QtBot, open_page: OpenPage, rest: Rest, office: Path, request: pytest.FixtureRequest
) -> None:
    window, _ = open_page(office, "moves")
    month = office.parent / "10 月" / "石景山"
    month.mkdir(parents=True)
    shutil.copy(next((request.getfixturevalue("_demo").parent / "报送" / "2026-10").glob("*石景山园*.xlsx")), month)
    middle = window.rect().center()
    let_go(window, [month], middle)
    QApplication.processEvents()
    rest(window)
    receive: Any = window.page("receive")
    assert receive.ribbon.accessibleName().startswith("本次接收 ")

    gate = threading.Event()

    def work(progress: Progress, cancelled: IsCancelled) -> str:
        gate.wait(20)
        return "done"

    done: list[str] = []
    window.operations.run("结算", work, done.append)
    window.go("desk")
    let_go(window, [month], middle)
    qtbot.waitUntil(lambda: window.current == "receive", timeout=5000)
    assert not done
    assert next(o.label for o in window.operations.running) == "结算"
    gate.set()
    rest(window)
    assert done == ["done"]
    assert receive.ribbon.accessibleName().startswith("本次接收 ")
