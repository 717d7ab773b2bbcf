"""审计备份 on a real workspace: history with undo and redo, the chain proved, copies, months with exceptions, one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.services import months, settings
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask

OpenPage = Callable[..., tuple[MainWindow, Any]]
Rest = Callable[[MainWindow], None]
OCTOBER = Month(2026, 10)


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible())


def answer(window: MainWindow, given: dict[str, str]) -> None:
    """Fill in the dialog that is open and do its act."""
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    for key, text in given.items():
        dialog.edits[key].setText(text)  # type: ignore[union-attr]
    assert dialog.act.isEnabled(), dialog.missing.text()
    dialog.act.click()


def test_every_step_stands_with_who_when_and_what_it_changed(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "audit")
    tab = page.history
    steps = tab.table.table.rows
    assert steps[0].seq > steps[-1].seq
    assert {s.entry.who for s in steps} == {"张"}
    assert tab.table.select_key(next(s.seq for s in steps if s.entry.command == "receive"))
    rest(window)
    assert tab.detail is not None
    assert any("接收" in s.entry.sentence or "登记" in s.entry.sentence for s in steps)
    assert tab.rows.table.rows


def test_an_older_step_is_undone_and_brought_back(open_page: OpenPage, rest: Rest, office: Path) -> None:
    settings.change(open_workspace(office, who="张"), OfficeSettings(cutoff_day=10))
    window, page = open_page(office, "audit")
    tab = page.history
    step = tab.table.table.rows[0]
    assert step.entry.command == "settings"
    tab.table.select_key(step.seq)
    rest(window)
    assert tab.undo.isEnabled()
    tab.undo.click()
    answer(window, {"reason": "试一试"})
    rest(window)
    assert settings.current(open_workspace(office)).cutoff_day == 8
    tab.table.select_key(step.seq)
    rest(window)
    assert tab.redo.isVisible()
    tab.redo.click()
    rest(window)
    assert settings.current(open_workspace(office)).cutoff_day == 10


def test_the_record_is_proved_and_a_touched_row_is_found(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "audit")
    page.history.check.click()
    answer(window, {"anchor": ""})
    rest(window)
    assert "首尾相接" in page.ribbon.accessibleName()
    with sqlite3.connect(office / "tongchoutai.db") as raw:
        raw.execute("update company set name = '改过' where id = 1")
    page.history.check.click()
    answer(window, {"anchor": ""})
    rest(window)
    assert "发现" in page.ribbon.accessibleName()


def test_the_check_looks_at_the_archived_originals_too(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "audit")
    next(office.glob("archive/??/*")).unlink()
    page.history.check.click()
    answer(window, {"anchor": ""})
    rest(window)
    assert "不在存档中" in page.ribbon.accessibleName()


def test_a_copy_is_made_checked_kept_elsewhere_and_gone_back_to(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    settings.change(open_workspace(office, who="张"), OfficeSettings(backup_folder=str(stick)))
    window, page = open_page(office, "audit")
    page.tabs.choose(1)
    page.backups.take.click()
    rest(window)
    made = page.backups.table.table.rows[0]
    assert made.why_words == "手工"
    assert (stick / made.name).is_file()
    settings.change(open_workspace(office, who="张"), OfficeSettings(cutoff_day=12, backup_folder=str(stick)))
    page.backups.table.select_key(made.name)
    page.backups.check.click()
    rest(window)
    assert "完整，可以恢复" in page.ribbon.accessibleName()
    page.backups.restore.click()
    answer(window, {"reason": "改错了"})
    rest(window)
    assert settings.current(open_workspace(office)).cutoff_day == 8
    assert any(b.why == "restore" for b in page.backups.table.table.rows)


def test_a_month_is_closed_opened_by_exception_and_locked(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "audit")
    page.tabs.choose(2)
    tab = page.months
    assert tab.table.select_key("2026-10")
    assert not tab.grant.isEnabled()
    tab.close_.click()
    answer(window, {})
    rest(window)
    ctx = open_workspace(office)
    assert months.state_of(ctx, OCTOBER) is MonthState.CLOSED
    tab.table.select_key("2026-10")
    tab.grant.click()
    answer(window, {"person": "王", "reason": "更正", "until": "2026-12-01"})
    rest(window)
    (line,) = tab.exceptions.table.rows
    assert (line.item.person, line.state) == ("王", "有效")
    tab.exceptions.select_key(line.item.id)
    tab.end.click()
    rest(window)
    assert tab.exceptions.table.rows[0].state == "已结束"
    tab.table.select_key("2026-10")
    tab.lock.click()
    answer(window, {"reason": "已发布"})
    rest(window)
    assert months.state_of(ctx, OCTOBER) is MonthState.LOCKED


def test_the_workspace_leaves_as_one_file_and_comes_back(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = open_page(office, "audit")
    page.tabs.choose(3)
    target, folder = tmp_path / "出.zip", tmp_path / "新工作区"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(target), "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))
    page._export()
    rest(window)
    assert target.is_file()
    page._import()
    rest(window)
    assert page.session.paths.root == folder
    assert page.history.table.table.rows
