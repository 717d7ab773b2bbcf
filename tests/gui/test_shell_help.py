"""Help, job log and the number of a printed figure: F1, Ctrl+L, Ctrl+G."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import theme
from zgc_desktop.ui.commands import EVERY_PAGE
from zgc_desktop.ui.main_window import GUIDE, MainWindow
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.ledger import LedgerPage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.shell import about
from zgc_desktop.ui.shell.finders import code_in
from zgc_desktop.ui.shell.guide import GENERAL, Chapter, chapter_of, chapters
from zgc_desktop.ui.start import make_window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    made = MainWindow()
    qtbot.addWidget(made)
    made.go("checks")
    made.show()
    qtbot.waitActive(made)
    yield made
    made.operations.close()


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


# ---- F1 -------------------------------------------------------------------------------------------------------------------


def test_every_page_has_a_chapter_of_the_guide() -> None:
    """按 F1，每一页（分园的也一样）都打开讲它的一章，而不是泛泛的“窗口”。"""
    found = chapters(GUIDE)
    assert len(found) >= 15
    for entry in EVERY_PAGE.values():
        heading = chapter_of(entry.key, entry.title, found)
        assert heading != GENERAL, entry.title
        assert entry.title in heading + found[heading], entry.title
        assert len(found[heading]) > 150, heading


def test_a_long_command_line_of_the_guide_wraps(qtbot: QtBot) -> None:
    text = Chapter(GUIDE)
    qtbot.addWidget(text)
    text.resize(656, 400)  # what the dialog gives it at its first size
    text.show()
    for chapter in chapters(GUIDE).values():
        text.show_chapter(chapter)
        assert text.horizontalScrollBar().maximum() == 0, chapter[:20]


def test_a_program_without_its_guide_shows_the_keys_alone(tmp_path: Path) -> None:
    assert chapters(tmp_path / "没有") == {}


def test_help_opens_the_pages_chapter_without_network(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    text, contents = dialog.findChild(Chapter), dialog.findChild(QListWidget)
    assert text is not None
    assert contents is not None
    assert "警告" in text.toPlainText()
    first = contents.currentItem().text()
    contents.setCurrentRow((contents.currentRow() + 1) % contents.count())
    assert contents.currentItem().text() != first
    assert contents.currentItem().text() in text.toPlainText()
    dialog.close()


# ---- Ctrl+L ---------------------------------------------------------------------------------------------------------------


def test_the_job_log_tells_what_runs_and_how_the_rest_ended(qtbot: QtBot, window: MainWindow) -> None:
    gate = threading.Event()

    def slow(progress: Progress, cancelled: IsCancelled) -> str:
        progress(3, 17, "昌平园")
        while not (gate.is_set() or cancelled()):
            gate.wait(0.01)
        return "好"

    def refused(_progress: Progress, _cancelled: IsCancelled) -> str:
        raise Refused("文件打不开")

    window.operations.run("汇总", refused, on_failed=lambda _: None, database=False)
    qtbot.waitUntil(lambda: not window.operations.running)
    window.operations.run("接收", slow, database=False)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any("3 / 17　昌平园" in t for t in words(window.drawer)))
    assert {"接收", "汇总"} <= set(words(window.drawer))
    assert any("文件打不开" in t for t in words(window.drawer))
    assert any(b.text() == "取消" for b in window.drawer.findChildren(QPushButton))
    gate.set()
    qtbot.waitUntil(lambda: not window.operations.running)
    QApplication.processEvents()
    assert not any(b.text() == "取消" for b in window.drawer.findChildren(QPushButton))
    assert window.jobs.jobs[0].operation is None
    assert window.jobs.jobs[0].word == "完成"


# ---- Ctrl+G ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("〔表3-1·昌平·月末〕", "〔表3-1·昌平·月末〕"),
        ("表3-1 · 昌平园 · 月末", "〔表3-1·昌平·月末〕"),
        ("3-1.昌平.月末", "〔表3-1·昌平·月末〕"),
        ("附表1·金额单位·合计", "〔附表1·金额单位·合计〕"),
        ("规划目标·句1·数1", "〔规划目标·句1·数1〕"),
        ("昌平·月末·表", ""),
        ("衡岳", ""),
        ("表", ""),
    ],
)
def test_a_printed_number_is_told_from_other_words(typed: str, code: str) -> None:
    assert code_in(typed) == code


@pytest.fixture
def real(qtbot: QtBot, qapp: QApplication, office: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    session = Session(office, clock=lambda: datetime(2026, 11, 6, 9, 0))
    made = make_window(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.month is not None and not made.operations.running, timeout=30_000)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
    QApplication.processEvents()


def enter(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.topbar.search.setText(text)
    window.topbar.search.textEdited.emit(text)
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_a_printed_number_leads_to_its_explanation_and_its_rows(qtbot: QtBot, real: MainWindow) -> None:
    assert real.month == Month(2026, 10)
    qtbot.keyClick(real, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "数据编号" in real.topbar.search.placeholderText()
    enter(qtbot, real, "表3-1·昌平园·月末")
    assert real.drawer.isVisible()
    said = words(real.drawer)
    assert "〔表3-1·昌平·月末〕" in said
    assert any("月初" in t and "＝" in t for t in said)
    copy, rows = _acts(real.drawer)
    copy.click()
    assert "昌平" in QGuiApplication.clipboard().text()
    rows.click()
    settle(qtbot, real)
    page = real.page("companies")
    assert isinstance(page, LedgerPage)
    assert {c.park for c in page.table.table.shown_rows()} == {"昌平园"}


def _acts(drawer: QWidget) -> tuple[QPushButton, QPushButton]:
    by_text: dict[str, QPushButton] = {b.text(): b for b in drawer.findChildren(QPushButton)}
    return by_text["复制说明"], by_text["看明细"]


def test_a_number_the_report_lacks_is_told_with_its_neighbours(qtbot: QtBot, real: MainWindow) -> None:
    enter(qtbot, real, "表3-1·昌平园·月未")
    assert not real.drawer.isVisible()
    assert "相近的编号" in real.undo_bar.accessibleName()


def test_the_search_finds_companies_by_initials(real: MainWindow) -> None:
    titles: Callable[[str], list[str]] = lambda typed: [h.title for h in real.palette_list.hits(typed)]  # noqa: E731
    assert "北京衡岳智造科技有限公司" in titles("hyzz")
    assert "北京砚川机器人有限公司" in titles("bjyc")
    assert "企业台账" in titles("台账")


def test_the_about_box_names_versions_and_every_component_with_its_licence(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = about.show_about(window)
    assert dialog.isVisible()
    listed = dialog.findChild(QPlainTextEdit)
    assert listed is not None
    assert any(line.startswith("PySide6_Essentials 6.11.3") for line in listed.toPlainText().splitlines())
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "复制版本信息")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "PySide6 6.11.3" in QGuiApplication.clipboard().text()
    installed = tmp_path / "第三方组件.txt"
    installed.write_text("统筹台使用了下列组件\nQt 6  LGPL-3.0-only\n", encoding="utf-8-sig")
    assert about.components(installed) == ["统筹台使用了下列组件", "Qt 6  LGPL-3.0-only"]
    dialog.accept()
