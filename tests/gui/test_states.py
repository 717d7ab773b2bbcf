"""Every page through its states: read for the first time, only looked at, cancelled before its first figures."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.asking import Rest, press, words
from tests.gui.every_page import tabs_of
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import months
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.widgets.basic import Button
from zgc_desktop.ui.widgets.reading import LONG_MS

OpenPage = Callable[..., tuple[MainWindow, Any]]
ELSEWHERE = {"who": "赵", "machine": "另一台", "pid": 1, "since": "2026-11-06T08:00:00+08:00", "program": ""}
REASON = "赵（电脑 另一台，进程 1）"
LOOKING = {"完整性检查…", "导出模板…", "试算…"}
"""What asks first and then only reads."""


@pytest.fixture
def held(open_page: OpenPage) -> Iterator[Callable[[MainWindow], threading.Event]]:
    """Keep the database's worker busy until the event is set: whatever is read waits."""
    gates: list[threading.Event] = []

    def hold(window: MainWindow) -> threading.Event:
        gate = threading.Event()
        gates.append(gate)
        window.operations.run("等", lambda _p, _c: gate.wait(60), quiet=True)
        return gate

    yield hold
    for gate in gates:
        gate.set()


def test_a_page_says_nothing_before_it_is_read(open_page: OpenPage, rest: Rest, office: Path, held: Any) -> None:
    """数据没读出来之前，不说“还没有…”，也没有按得下去的按钮。"""
    window, _ = open_page(office, "desk")
    for key in [e.key for e in PAGES if e.key != "desk"]:
        gate = held(window)
        window.go(key)
        QApplication.processEvents()
        page = window.page(key)
        assert page is not None
        assert page.reading.covers, key
        assert page.reading.geometry() == page.rect(), key
        above = page.childAt(page.rect().center())
        assert above is not None, key
        assert above is page.reading or page.reading.isAncestorOf(above), key
        gate.set()
        rest(window)
        assert not page.reading.isVisible(), key


def test_a_long_reading_can_be_cancelled_and_asked_for_again(
    qtbot: QtBot, open_page: OpenPage, rest: Rest, office: Path, held: Any
) -> None:
    window, _ = open_page(office, "desk")
    gate = held(window)
    window.go("companies")
    page: Any = window.page("companies")
    qtbot.waitUntil(window.status.strip.isVisible, timeout=LONG_MS + 3_000)
    assert "正在读取…" in words(page)
    window.status.strip.cancel.click()
    gate.set()
    rest(window)
    assert page.reading.covers
    assert "已取消读取，没有改动任何数据" in words(page)
    press(page, "再读一次")
    rest(window)
    assert not page.reading.isVisible()
    assert page.table.table.rows


def test_old_figures_stay_while_others_are_read(qtbot: QtBot, open_page: OpenPage, rest: Rest, office: Path, held: Any) -> None:
    window, page = open_page(office, "companies")
    shown = list(page.table.table.rows)
    gate = held(window)
    page.refresh()
    qtbot.waitUntil(page.reading.isVisible, timeout=3_000)
    assert not page.reading.covers
    assert page.reading.height() <= 4
    assert list(page.table.table.rows) == shown
    gate.set()
    rest(window)
    assert not page.reading.isVisible()


def test_a_window_that_may_only_look_offers_nothing_that_writes(
    open_page: OpenPage, rest: Rest, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """别人正在写时：每页每个能写的按钮都不可用并说明原因，能按的都按一遍，没有一个去写。"""
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda *_: True))
    (full / "writer.json").write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    window, _ = open_page(full, "desk")
    failures: list[Failure] = []
    window.operations.failed.connect(failures.append)
    off, wrong = 0, list[str]()
    for key in [e.key for e in PAGES]:
        window.go(key)
        rest(window)
        page = window.page(key)
        assert page is not None
        wrong += [f"{key}: {a.text()}" for a in page.page_actions() if getattr(a, "writing", False) and a.isEnabled()]
        for place in tabs_of(page, rest, window, key):
            if key == "settings":
                continue
            for one in [b for b in page.findChildren(QPushButton) if b.isVisible()]:
                if isinstance(one, Button) and one.writing:
                    off += 1
                    wrong += [f"{place}: {one.text()} does not say why"] if REASON not in one.toolTip() else []
                elif one.isVisible() and one.isEnabled() and one.text().endswith("…") and one.text() not in LOOKING:
                    one.click()
                    rest(window)
                    wrong += [f"{place}: {one.text()} asks" for d in window.findChildren(QDialog) if d.isVisible()]
    assert wrong == []
    assert off > 40
    assert [f.sentence for f in failures] == []
    assert not window.offered["undo"].isEnabled()
    assert REASON in window.offered["undo"].toolTip()


def test_files_dropped_where_nothing_can_be_written_are_told_why(open_page: OpenPage, rest: Rest, office: Path) -> None:
    (office / "writer.json").write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    window, _ = open_page(office, "desk")
    file = office.parent / "报送.xlsx"
    file.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    rest(window)
    assert window.undo_bar.isVisible()
    assert REASON in window.undo_bar.accessibleName()


def test_writing_is_offered_again_once_nobody_else_writes(open_page: OpenPage, rest: Rest, office: Path) -> None:
    note = office / "writer.json"
    note.write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    window, page = open_page(office, "moves")
    assert not page.new.isEnabled()
    note.unlink()
    press(window, "重新打开")
    rest(window)
    assert page.new.isEnabled()
    assert REASON not in page.new.toolTip()


def test_a_locked_month_is_said_above_its_pages_with_the_way_to_an_exception(
    open_page: OpenPage, rest: Rest, office: Path
) -> None:
    ctx = bootstrap.open_workspace(office, who="张")
    months.lock_month(ctx, Month(2026, 9), reason="会审后锁定")
    ctx.close()
    window, _ = open_page(office, "receive")
    assert not window.ribbon.isVisible()
    window.set_months(window.topbar.months, Month(2026, 9))
    rest(window)
    assert "2026-09 已锁定" in window.ribbon.accessibleName()
    window.go("rules")
    rest(window)
    assert not window.ribbon.isVisible()
    window.go("checks")
    rest(window)
    press(window, "例外登记…")
    rest(window)
    page: Any = window.page("audit")
    assert page.months.table.current_key() == "2026-09"
    assert page.months.grant.isEnabled()
