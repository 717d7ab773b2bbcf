"""Ctrl+Z and Ctrl+Y in the window, the bar's way back, and steps that others rest on: over a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop import bootstrap
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.services import move_case
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves import MovesPage
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

ZHIYUAN, MV = "91110114MA0J9HTM4L", "MV-2026-001"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, office: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    ctx = bootstrap.open_workspace(office, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    move_case.open_case(ctx, ZHIYUAN, "昌平园", "海淀园")
    session = Session(office, clock=lambda: datetime(2026, 11, 6, 9, 0))
    made = make_window(session)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.month is not None and not made.operations.running, timeout=30_000)
    made.go("moves")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):  # a write is followed by reads, and these by what they show
        qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
        QApplication.processEvents()


def moves(window: MainWindow) -> MovesPage:
    page = window.page("moves")
    assert isinstance(page, MovesPage)
    return page


def state(window: MainWindow) -> CaseState:
    seen = moves(window).seen
    assert seen is not None
    return next(c for c in seen.cases if c.id == MV).state


def move(qtbot: QtBot, window: MainWindow, to: CaseState) -> None:
    page = moves(window)
    page.select(MV)
    settle(qtbot, window)
    page.move_to(to)
    settle(qtbot, window)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


def test_the_bar_offers_the_way_back_after_a_write(qtbot: QtBot, window: MainWindow) -> None:
    move(qtbot, window, CaseState.CITY)
    assert state(window) is CaseState.CITY
    assert window.undo_bar.isVisible()
    assert window.undo_bar.undo.isVisible()
    window.undo_bar.undo.click()
    settle(qtbot, window)
    assert state(window) is CaseState.OUT_REGISTERED
    assert window.undo_bar.accessibleName().startswith("撤销 #")
    assert not window.undo_bar.undo.isVisible()


def test_ctrl_z_and_ctrl_y_go_back_and_forth(qtbot: QtBot, window: MainWindow) -> None:
    move(qtbot, window, CaseState.IN_CONFIRMED)
    move(qtbot, window, CaseState.CITY)
    press(qtbot, window, Qt.Key.Key_Z)
    assert state(window) is CaseState.IN_CONFIRMED
    press(qtbot, window, Qt.Key.Key_Z)
    assert state(window) is CaseState.OUT_REGISTERED
    press(qtbot, window, Qt.Key.Key_Y)
    assert state(window) is CaseState.IN_CONFIRMED
    press(qtbot, window, Qt.Key.Key_Y)
    assert state(window) is CaseState.CITY
    press(qtbot, window, Qt.Key.Key_Y)
    assert "没有可重做" in window.undo_bar.accessibleName()


def test_what_others_rest_on_is_named_and_asked_about(qtbot: QtBot, window: MainWindow) -> None:
    move(qtbot, window, CaseState.IN_CONFIRMED)
    first = window.page("desk")
    assert first is not None
    move(qtbot, window, CaseState.CITY)
    window.go("desk")
    settle(qtbot, window)
    links = [b for b in first.findChildren(QPushButton) if b.text() == "撤销"]
    assert [b.accessibleName().split("：")[-1] for b in links][:2] == ["迁入确认 → 市级统筹", "迁出登记 → 迁入确认"]
    links[1].click()
    settle(qtbot, window)
    (dialog,) = window.findChildren(Ask)
    assert dialog.act.text() == "撤销 2 步"
    assert any("迁入确认 → 市级统筹" in text for text in words(dialog))
    dialog.act.click()
    settle(qtbot, window)
    window.go("moves")
    settle(qtbot, window)
    assert state(window) is CaseState.OUT_REGISTERED


def test_in_a_field_ctrl_z_is_the_fields(qtbot: QtBot, window: MainWindow) -> None:
    move(qtbot, window, CaseState.CITY)
    window.topbar.search.setFocus()
    qtbot.keyClicks(window.topbar.search, "abc")
    press_in = window.topbar.search
    qtbot.keyClick(press_in, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert state(window) is CaseState.CITY
    window.palette_list.close_it()
