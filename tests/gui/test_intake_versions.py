"""Versions set aside with a reason, and the watched folder that offers what is new."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.asking import answer
from tests.gui.intake_story import (  # noqa: F401  # fixtures
    WriteFile,
    _empty_desk,
    _faulty_desk,
    company,
    drop,
    intake,
    intake_faulty,
    intake_file,
    intake_window,
    intake_workspace,
    park_row,
    select,
    settle,
    texts,
    write_file,
)
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.intake import IntakePage
from zgc_desktop.ui.pages.intake_run import MONTH
from zgc_desktop.ui.session import Session


def test_a_version_sent_by_mistake_is_set_aside_with_a_reason(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    """作废版本: asked for a reason, then the park has not reported; the drawer still lists the void version."""
    drop(qtbot, window, window, park_file("海淀园", company(0)))
    page = intake(window)
    page.tabs.choose(MONTH)
    select(qtbot, window, "海淀园")
    next(a for a in page.page_actions() if a.text() == "作废版本…").trigger()
    answer(window, {"reason": "误发"}, lambda w: settle(qtbot, w))
    assert park_row(page, "海淀园")["state"] == "未到"
    line = page.line_of("海淀园")
    assert line is not None
    assert [v.state.word for v in line.older] == ["已作废"]
    page.show_history()
    QApplication.processEvents()
    assert any("误发" in w.text() for w in window.drawer.findChildren(QLabel))


def test_a_watched_folder_offers_what_is_new_and_registers_nothing_by_itself(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page, folder = intake(window), tmp_path / "邮件附件"
    folder.mkdir()
    assert not page.watch.box.isChecked()
    write_file(folder, "海淀园", company(0))
    page.watch.box.click()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.filesSelected.emit([str(folder)])
    dialog.hide()
    qtbot.waitUntil(lambda: len(page.watch.files) == 1, timeout=10_000)
    assert texts(page.run_table, 0)["state"] == "待接收"
    assert park_row(page, "海淀园")["state"] == "未到"
    write_file(folder, "昌平园", company(2))
    (folder / "说明.txt").write_text("不是报送", encoding="utf-8")
    qtbot.waitUntil(lambda: len(page.watch.files) == 2, timeout=10_000)
    assert page.watch.take_all.text() == "接收新来的 2 份"
    haidian = next(f for f in page.watch.files if "海淀园" in f.file)
    page.watch.pass_over([haidian])
    page.watch.take_all.click()
    settle(qtbot, window)
    assert park_row(page, "昌平园")["state"] == "可接受"
    assert park_row(page, "海淀园")["state"] == "未到"
    page.watch.look()
    settle(qtbot, window)
    assert page.watch.files == ()
    page.watch.box.click()
    assert page.watch.folder is None


def test_the_watched_folder_is_remembered_by_the_person(qtbot: QtBot, workspace: Path, tmp_path: Path) -> None:
    kept, folder = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), tmp_path / "邮件"
    folder.mkdir()
    who = Session(workspace)
    made = MainWindow({"receive": lambda shell: IntakePage(shell, who)}, settings=kept)
    qtbot.addWidget(made)
    with qtbot.waitSignal(who.ready, timeout=10_000):
        who.open(made.operations)
    kept.setValue(f"watch_folder/{who.need().who}", str(folder))
    made.go("receive")
    settle(qtbot, made)
    page = intake(made)
    assert page.watch.folder == folder
    assert page.watch.box.isChecked()
    page.watch.box.setChecked(False)
    assert kept.value(f"watch_folder/{who.need().who}") == ""
    made.operations.close()
