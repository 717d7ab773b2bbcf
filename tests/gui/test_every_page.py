"""Nothing is cut, every word reads, every table fits its card: all pages, tabs, dialogs, full and empty, both modes, 150 %."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.every_page import Rest, cut_words, faint_words, faults, off_the_card
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.viewmodels.columns import Column

OpenPage = Callable[..., tuple[MainWindow, Any]]
SIZES = ((1440, 900), (1366, 768))
AT_150 = ((1280, 720),)
"""Points of a screen of 1920 × 1080 pixels at 150 %."""
NOW = datetime(2026, 11, 6, 9, 0)


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions for files are answered by nobody, and no folder is opened outside the window."""
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda *_: True))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_is_cut_or_faint_on_a_full_workspace_and_in_its_dialogs(
    qapp: QApplication, open_page: OpenPage, rest: Rest, full: Path
) -> None:
    window, _ = open_page(full, "desk", now=NOW)
    seen: list[str] = []
    assert faults(window, rest, SIZES, seen=seen) == []
    assert len(seen) > 9, seen  # so many dialogs were looked at
    theme.apply(qapp, "dark")
    assert faults(window, rest, SIZES[1:], dialogs=False) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_is_cut_or_faint_on_an_empty_workspace(
    qapp: QApplication, open_page: OpenPage, rest: Rest, tmp_path: Path
) -> None:
    window, _ = open_page(tmp_path / "新", "desk", now=NOW)
    for mode in ("light", "dark"):
        theme.apply(qapp, mode)
        assert faults(window, rest, SIZES[1:], dialogs=False) == [], mode


@pytest.mark.skipif(os.environ.get("QT_SCALE_FACTOR") is not None, reason="this is the run at 150 % already")
def test_nothing_is_cut_or_faint_at_150_percent_in_the_dark(full: Path, root: Path) -> None:
    """The scale is settled before the application starts, so this window has a process of its own; dialogs included."""
    call = [sys.executable, "-c", f"from tests.gui.every_page import main; main({str(full)!r}, {AT_150!r})"]
    env = dict(os.environ, QT_SCALE_FACTOR="1.5", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(root))
    done = subprocess.run(call, capture_output=True, text=True, cwd=root, env=env, check=False)
    assert (done.returncode, done.stdout) == (0, "pixels a point: 1.5\n"), done.stdout + done.stderr[-2000:]


def test_the_walk_sees_what_is_cut_or_faint(qtbot: QtBot, qapp: QApplication) -> None:
    """A detector that finds nothing must be able to find something."""
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    narrow, faint, low = label("这一句比它的位置长得多"), label("看不清"), label("这一段要分成几行才放得下", wrap=True)
    for n, (each, width) in enumerate(((narrow, 40), (faint, 200), (low, 60))):
        each.setParent(window)
        each.setGeometry(10, 10 + 50 * n, width, 24)
    faint.setStyleSheet("color: #DDDDDD;")
    choice = QComboBox(window)
    choice.addItem("比它的框宽")
    choice.setGeometry(300, 10, 60, 30)
    window.show()
    qtbot.waitExposed(window)
    assert cut_words(window) == ["label 这一句比它的位置长得多", "lines of 这一段要分成几行才放得下", "choice 比它的框宽"]
    (found,) = faint_words(window)
    assert "看不清" in found


def test_the_walk_sees_columns_that_leave_or_overrun_their_card(qtbot: QtBot, qapp: QApplication) -> None:
    """A line that ends before the card, a badge without its right end, and a scroll bar nobody needs are told."""
    theme.apply(qapp, "light")
    name = Column[str]("name", "名称", lambda r: r, width=100)
    state = Column[str]("state", "状态", lambda r: r, "badge", 60, mark=lambda _: "warn")
    holder = QWidget()
    qtbot.addWidget(holder)
    table = DataTable((name, state), lambda r: r, name="表")
    table.set_rows(["逾期未反馈"])
    table.setParent(holder)
    table.resize(300, 100)
    holder.resize(400, 200)
    holder.show()
    qtbot.waitExposed(holder)
    assert off_the_card(holder) == ["columns of 表 leave 140 px"]
    assert "badge 逾期未反馈" in cut_words(holder)
    table.resize(120, 100)
    qapp.processEvents()
    assert off_the_card(holder) == ["columns of 表 need 40 px"]
