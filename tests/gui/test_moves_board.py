"""迁移协调 by drag and in the list: tickets between lanes, files onto tickets, agenda, export, cells changed in place."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.moves_story import (  # noqa: F401  # fixtures
    YANCHUAN,
    asked,
    case,
    choose,
    fill,
    moves,
    moves_office,
    moves_session,
    moves_window,
    settle,
    tickets,
    words,
)
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.services import move_case
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves import MovesPage
from zgc_desktop.ui.pages.moves_board import TICKET, LaneFrame
from zgc_desktop.ui.pages.moves_files import parts_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.editing import paste

# ---- dragging -------------------------------------------------------------------------------------------------------------


def lane(page: MovesPage, title: str) -> LaneFrame:
    return next(x for x in page.board.lanes if x.title == title)


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drag over a widget and let go; whether it took it. Qt asks the next widget below where it did not."""
    place, every = QPoint(20, 20), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(place, every, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter.setAccepted(False)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(place), every, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, let_go)
    QTest.qWait(1)
    return True


def ticket_mime(key: str) -> QMimeData:
    mime = QMimeData()
    mime.setData(TICKET, key.encode())
    return mime


def test_while_a_ticket_is_dragged_forbidden_lanes_stand_back_and_say_why(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = moves(window)
    seen: list[dict[str, str]] = []

    def held(_drag: QDrag, *_: object) -> Qt.DropAction:
        seen.append({x.title: x.bar for x in page.board.lanes})
        window.grab()
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", held)
    (ticket,) = tickets(page)["迁出登记"]
    QTest.mousePress(ticket, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(60, 30), QPointF(60, 30), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(ticket, moved)
    (bars,) = seen
    assert [title for title, why in bars.items() if not why] == ["迁入确认", "市级统筹", "办理中"]
    assert bars["线索"] == "案件不倒退"
    assert bars["迁出登记"] == "已在此栏"
    assert bars["已落地"] == "落地还缺性质、方式、变更登记日"
    assert not any(x.bar or x.graphicsEffect() for x in page.board.lanes)


def test_a_ticket_let_go_over_a_lane_moves_the_case(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = moves(window)
    assert drop(lane(page, "市级统筹"), ticket_mime("MV-2026-001"))
    settle(qtbot, window)
    assert case(session, "MV-2026-001").state is CaseState.CITY
    page.board.show_ways("MV-2026-001")
    assert not drop(lane(page, "迁出登记"), ticket_mime("MV-2026-001"))
    page.board.show_ways("")


def test_a_lead_dragged_to_registration_asks_first_and_cancelled_stays_a_lead(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    page = moves(window)
    key = tickets(page)["线索"][0].ticket.key
    assert drop(lane(page, "迁出登记"), ticket_mime(key))
    settle(qtbot, window)
    asked(page).reject()
    settle(qtbot, window)
    assert [t.ticket.key for t in tickets(page)["线索"]] == [key]
    assert len(move_case.all_cases(session.need())) == 1
    assert drop(lane(page, "迁出登记"), ticket_mime(key))
    settle(qtbot, window)
    asked(page).act.click()
    settle(qtbot, window)
    assert len(move_case.all_cases(session.need())) == 2


def test_a_file_dropped_on_a_ticket_is_named_kept_listed_and_opened_as_a_copy(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = moves(window)
    file = tmp_path / "证明.pdf"
    file.write_bytes(b"%PDF-1.7 \xe4")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    (ticket,) = tickets(page)["迁出登记"]
    assert drop(ticket, mime)
    settle(qtbot, window)
    dialog = asked(page)
    fill(dialog, **{"0": ""})
    assert dialog.missing.text() == "还缺：证明.pdf 是什么"
    fill(dialog, **{"0": "前三年税收证明"})
    dialog.act.click()
    settle(qtbot, window)
    assert page.detail.buttons["files"].text() == "附件 1"
    page.detail.buttons["files"].click()
    assert "前三年税收证明（证明.pdf）" in words(window.drawer)
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    next(b for b in window.drawer.findChildren(QPushButton) if b.text() == "打开").click()
    settle(qtbot, window)
    (copy,) = opened
    assert Path(copy).name == "附件_MV-2026-001_证明.pdf"
    assert Path(copy).read_bytes() == file.read_bytes()
    window.close_drawer()


# ---- the agenda -----------------------------------------------------------------------------------------------------------


def test_the_agenda_lists_what_only_a_meeting_decides_and_is_printed(
    qtbot: QtBot, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = move_case.open_case(session.need(), YANCHUAN, "海淀园", "昌平园", opened_on=date(2026, 10, 12))
    move_case.advance(session.need(), made.id, CaseState.CITY)
    page = moves(window)
    page.refresh()
    page.tabs.choose(2)
    settle(qtbot, window)
    said = words(page.agenda)
    assert any("同月列报" in t for t in said)
    assert any(t.startswith(f"案件 {made.id}") for t in said)
    assert any(t.startswith("建议：请议定是否进入分享") for t in said)
    assert not page.detail.isVisible()
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    window.offered["print"].trigger()
    settle(qtbot, window)
    assert [Path(f).name for f in opened] == ["协调会题单_2026-10.pdf"]
    assert Path(opened[0]).read_bytes()[:5] == b"%PDF-"
    next(b for b in page.agenda.findChildren(QPushButton) if b.text() == f"打开 {made.id}").click()
    settle(qtbot, window)
    assert page.detail.accessibleName().startswith(f"{made.id} ")


def by_hand(page: MovesPage) -> list[str]:
    assert page.agenda.agenda is not None
    return [i.proposal for i in page.agenda.agenda.items if i.entry]


def press(widget: QWidget, text: str, nth: int = 0) -> None:
    QApplication.processEvents()
    [b for b in widget.findChildren(QPushButton) if text in (b.text(), b.accessibleName()) and b.isVisible()][nth].click()


def say(page: MovesPage, **answers: str) -> None:
    dialog = asked(page)
    fill(dialog, **answers)
    dialog.act.click()


def test_a_case_and_a_matter_are_put_on_the_agenda_by_hand_ordered_and_taken_off(qtbot: QtBot, window: MainWindow) -> None:
    page = moves(window)
    frame = next(t for lane in tickets(page).values() for t in lane if t.ticket.key == "MV-2026-001")
    frame.setFocus()
    qtbot.keyClick(frame, Qt.Key.Key_T)
    say(page, proposal="请议定迁入条件")
    settle(qtbot, window)
    page.tabs.choose(2)
    settle(qtbot, window)
    press(page.agenda, "列入事项…")
    say(page, facts="疏解腾退进度滞后。", parties="海淀园，昌平园", proposal="请通报进展")
    settle(qtbot, window)
    assert by_hand(page) == ["请议定迁入条件", "请通报进展"]
    press(page.agenda, "上移一题", 1)
    settle(qtbot, window)
    assert by_hand(page) == ["请通报进展", "请议定迁入条件"]
    press(page.agenda, "撤下…", 0)
    say(page, reason="已电话处理")
    settle(qtbot, window)
    assert by_hand(page) == ["请议定迁入条件"]
    assert any(t.startswith("案件 MV-2026-001，") for t in words(page.agenda))


def test_a_tickets_menu_leads_to_the_agenda_and_to_the_companies_of_the_case(qtbot: QtBot, window: MainWindow) -> None:
    page = moves(window)
    menu = QMenu(page)
    page._fill_menu(menu, "MV-2026-001")
    said = [a.text() for a in menu.actions()]
    assert "列入题单…（T）" in said
    assert "复制案情摘要" in said
    related = next(m for m in menu.findChildren(QMenu) if m.title() == "关联企业")
    assert [a.text() for a in related.actions()] == ["北京知远数联技术有限公司（卡片）"]
    settle(qtbot, window)


def test_the_list_is_exported_as_it_is_filtered(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = moves(window)
    page.tabs.choose(1)
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    window.offered["filter"].trigger()
    page.table.filter_row.fields["name"].setText("知远")
    window.offered["export"].trigger()
    settle(qtbot, window)
    (out,) = opened
    page_of = load_workbook(out)["数据"]
    assert str(page_of["A2"].value).startswith("筛选：企业 知远；1 行，共 1 行")
    assert page_of["A4"].value == "MV-2026-001"
    told = load_workbook(out)["案件经过"]
    assert [told.cell(3, n).value for n in (1, 3, 4, 6)] == ["案件", "时间", "谁", "内容"]
    assert told["A4"].value == "MV-2026-001"
    assert "立案" in str(told["F4"].value)


def test_a_cell_of_the_list_is_changed_in_place_and_a_block_is_asked_about(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    page = moves(window)
    page.tabs.choose(1)
    column = next(n for n, c in enumerate(page.table.table.columns) if c.key == "nature")
    page.table.model().setData(page.table.model().index(0, column), "政府主导")
    settle(qtbot, window)
    assert case(session, "MV-2026-001").nature == "政府主导"
    QApplication.clipboard().setText("市场行为\t整体\t昨天")
    page.table.setCurrentIndex(page.table.model().index(0, column))
    paste(page.table)
    dialog = asked(page)
    assert dialog.act.text() == "粘贴 2 格" or dialog.act.text() == "粘贴 1 格"
    dialog.act.click()
    settle(qtbot, window)
    assert case(session, "MV-2026-001").nature == "市场行为"


def test_events_are_only_for_landed_cases_and_are_read_as_written() -> None:
    assert parts_of("9111A=0.6 9111B=0.4") == (("9111A", Fraction(3, 5)), ("9111B", Fraction(2, 5)))
    assert parts_of("9111A 9111B") == ()
    assert parts_of("9111A=1/0") == ()


def test_another_page_can_ask_for_a_new_case_of_its_company(qtbot: QtBot, window: MainWindow) -> None:
    window.go("moves", f"new:{YANCHUAN}")
    dialog = asked(moves(window))
    edit = dialog.edits["code"]
    assert isinstance(edit, QLineEdit)
    assert edit.text() == YANCHUAN
    dialog.reject()
