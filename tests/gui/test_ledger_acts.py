"""企业台账 as a place of work: values corrected with a reason, many at once, clusters, the watch list, cases and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.asking import Rest, answer, column
from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.ledger import LedgerPage
from zgc_desktop.ui.pages.ledger_bulk import BulkEdit
from zgc_desktop.ui.pages.moves import MovesPage

HENGYUE, ZHIYUAN, YANCHUAN = "北京衡岳智造科技有限公司", "北京知远数联技术有限公司", "北京砚川机器人有限公司"
Opened = tuple[MainWindow, LedgerPage]


@pytest.fixture
def ledger(open_page: Callable[..., tuple[MainWindow, LedgerPage]], office: Path) -> Opened:
    return open_page(office, "companies")


def line(page: LedgerPage, name: str) -> CompanyItem:
    return next(c for c in page.table.table.rows if c.name == name)


def choose(page: LedgerPage, *names: str) -> None:
    page.table.clearSelection()
    model = page.table.selectionModel()
    for name in names:
        at = page.table.table.find(line(page, name).id)
        assert at is not None
        index = page.table.model().index(at, 0)
        model.select(index, model.SelectionFlag.Select | model.SelectionFlag.Rows)
        model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)


def dialog(window: MainWindow) -> BulkEdit:
    QApplication.processEvents()
    return next(d for d in window.findChildren(BulkEdit) if d.isVisible())


def menu_of(page: LedgerPage) -> QMenu:
    menu = QMenu(page)
    page.table.menu_asked.emit(menu, page.table.current_key())
    return menu


def test_f2_changes_a_value_after_its_reason_and_ctrl_z_takes_it_back(qtbot: QtBot, ledger: Opened, rest: Rest) -> None:
    window, page = ledger
    at = page.table.table.find(line(page, HENGYUE).id)
    employees = next(n for n, c in enumerate(page.table.table.columns) if c.key == "employees")
    page.table.setCurrentIndex(page.table.model().index(at or 0, employees))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = next(e for e in page.table.viewport().findChildren(QLineEdit))
    editor.setText("77")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    rest(window)
    asked = dialog(window)
    assert asked.windowTitle() == f"改 {HENGYUE} 从业人员"
    assert column(asked.table, "old") == ["30"]
    assert column(asked.table, "new") == ["77"]
    assert not asked.act.isEnabled()
    assert asked.missing.text() == "还缺：理由"
    asked.reason.setText("园方来电")
    asked.act.click()
    rest(window)
    assert line(page, HENGYUE).employees == 77
    assert window.undo_bar.undo.isVisible()
    window.defaults["undo"]()
    rest(window)
    assert line(page, HENGYUE).employees == 30


def test_a_wrong_value_is_refused_with_a_sentence_and_nothing_is_asked(ledger: Opened) -> None:
    window, page = ledger
    at = page.table.table.find(line(page, HENGYUE).id) or 0
    employees = next(n for n, c in enumerate(page.table.table.columns) if c.key == "employees")
    page.table.model().setData(page.table.model().index(at, employees), "三十")
    assert "写成不小于 0 的整数" in window.undo_bar.accessibleName()
    assert not [d for d in window.findChildren(BulkEdit) if d.isVisible()]


def test_several_companies_get_one_value_after_a_preview_of_old_and_new(ledger: Opened, rest: Rest) -> None:
    window, page = ledger
    choose(page, HENGYUE, ZHIYUAN)
    next(a for a in menu_of(page).actions() if a.text() == "批量改 2 家…").trigger()
    asked = dialog(window)
    asked.field.setCurrentText("从业人员")
    asked.text.setText("31")
    asked.try_out.click()
    rest(window)
    assert asked.said.text() == "可改 1 处，不改 1 处，未写入"
    assert column(asked.table, "said") == ["可改", "与现值相同"]
    asked.text.setText("45")
    assert not asked.act.isEnabled()
    asked.try_out.click()
    rest(window)
    assert asked.act.text() == "更正 2 处"
    asked.reason.setText("统一核对")
    asked.act.click()
    rest(window)
    assert [line(page, n).employees for n in (HENGYUE, ZHIYUAN)] == [45, 45]
    assert "更正 2026-10 2 家 2 处（从业人员）" in window.undo_bar.accessibleName()


def test_a_cluster_is_chosen_for_several_and_a_locked_month_says_why(ledger: Opened, rest: Rest) -> None:
    window, page = ledger
    choose(page, HENGYUE, YANCHUAN)
    next(a for a in menu_of(page).actions() if a.text() == "调整组团…").trigger()
    asked = dialog(window)
    assert asked.field.currentText() == "组团"
    asked.choice.setCurrentText("永丰")
    asked.try_out.click()
    rest(window)
    assert asked.act.text() == "调整归属 2 家"
    asked.reason.setText("实地核查")
    asked.act.click()
    rest(window)
    assert [line(page, n).cluster for n in (HENGYUE, YANCHUAN)] == ["永丰", "永丰"]


def test_a_pasted_block_is_shown_as_a_whole_before_a_cell_changes(qtbot: QtBot, ledger: Opened, rest: Rest) -> None:
    window, page = ledger
    page.table.sort_by(("code", False))
    revenue = next(n for n, c in enumerate(page.table.table.columns) if c.key == "revenue")
    page.table.setCurrentIndex(page.table.model().index(0, revenue))
    page.table.setFocus()
    QGuiApplication.clipboard().setText("51\r\n好\r\n53\r\n")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    asked = dialog(window)
    assert [line.new for line in asked.table.table.rows] == ["51.00", "53.00"]
    assert "另有 1 格不能改" in window.undo_bar.accessibleName()
    asked.reject()
    assert {c.revenue_fen for c in page.table.table.rows}.isdisjoint({51_000_000, 53_000_000})


def test_watched_companies_have_a_chip_a_facet_and_a_word_on_their_card(ledger: Opened, rest: Rest) -> None:
    window, page = ledger
    assert not page.watched.isVisible()
    choose(page, HENGYUE)
    next(a for a in menu_of(page).actions() if a.text() == "加关注…").trigger()
    answer(window, {"note": "拟迁出"}, rest)
    assert page.watched.text().split() == ["关注", "1"]
    page.watched.click()
    assert [c.name for c in page.table.table.shown_rows()] == [HENGYUE]
    page.watched.click()
    assert len(page.table.table) == 3
    page.open_card(line(page, HENGYUE).id)
    rest(window)
    assert page.card.watch.text() == "取消关注"
    assert page.card.watch.toolTip() == "拟迁出（）" or page.card.watch.toolTip().startswith("拟迁出")
    page.card.watch.click()
    rest(window)
    assert not page.watched.isVisible()


def test_a_case_is_begun_from_the_menu_and_a_file_on_the_card_is_kept_with_it(
    qtbot: QtBot, ledger: Opened, rest: Rest, tmp_path: Path
) -> None:
    window, page = ledger
    page.open_card(line(page, ZHIYUAN).id)
    rest(window)
    paper = tmp_path / "营业执照.pdf"
    paper.write_bytes(b"%PDF-1.4 x")
    drop(page, paper)
    qtbot.waitUntil(lambda: "没有迁移案件" in window.undo_bar.accessibleName())
    choose(page, ZHIYUAN)
    next(a for a in menu_of(page).actions() if a.text() == "发起迁移案件…").trigger()
    rest(window)
    moves = window.page("moves")
    assert isinstance(moves, MovesPage)
    answer(window, {"out": "昌平园", "into": "海淀园"}, rest)
    window.go("companies")
    rest(window)
    page.open_card(line(page, ZHIYUAN).id)
    rest(window)
    drop(page, paper)
    qtbot.waitUntil(lambda: not window.operations.running)
    rest(window)
    answer(window, {}, rest)
    assert "已附 1 个文件到 MV-2026-001" in window.undo_bar.accessibleName()


def drop(page: LedgerPage, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, nothing)
    page.card.dropEvent(event)
    QApplication.processEvents()
