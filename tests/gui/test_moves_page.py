"""迁移协调 on a real workspace: a double claim becomes a case, is described, moved forward, answered, landed or withdrawn."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop import bootstrap
from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, move_case, reconcile
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves import MovesPage
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.moves_board import TICKET, LaneFrame, TicketFrame
from zgc_desktop.ui.pages.moves_files import parts_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
ZHIYUAN, YANCHUAN = "91110114MA0J9HTM4L", "91110115MA053JJL2M"


def now() -> datetime:
    return datetime(2026, 11, 6, 9, 0)


@pytest.fixture(scope="session")
def _moves_office(_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October has a double claim of 海淀园 and 昌平园; one case is registered."""
    folder = Path(shutil.copytree(_office, tmp_path_factory.mktemp("moves") / "办公室"))
    ctx = bootstrap.open_workspace(folder, who="张", clock=now)
    accept.accept(ctx, OCTOBER, ["顺义园"], despite_errors="园方已说明")
    reconcile.refresh(ctx, OCTOBER)
    move_case.open_case(ctx, ZHIYUAN, "昌平园", "海淀园", opened_on=date(2026, 11, 2))
    return folder


@pytest.fixture
def session(_moves_office: Path, tmp_path: Path) -> Session:
    return Session(Path(shutil.copytree(_moves_office, tmp_path / "office" / "办公室")), clock=now)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    made = MainWindow({"moves": lambda shell: MovesPage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([SEPTEMBER, OCTOBER], OCTOBER)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.go("moves")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
    QApplication.processEvents()


def moves(window: MainWindow) -> MovesPage:
    page = window.page("moves")
    assert isinstance(page, MovesPage)
    return page


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


def tickets(page: MovesPage) -> dict[str, list[TicketFrame]]:
    assert page.seen is not None
    titles = ("线索", "迁出登记", "迁入确认", "市级统筹", "办理中", "已落地", "分享中")
    return dict(zip(titles, page.board.columns, strict=True))


def asked(page: MovesPage) -> Ask:
    (dialog,) = [d for d in page.findChildren(Ask) if d.isVisible()]
    return dialog


def fill(dialog: Ask, **answers: str) -> None:
    for key, said in answers.items():
        edit = dialog.edits[key]
        if isinstance(edit, QComboBox):
            assert edit.findText(said) >= 0, [edit.itemText(n) for n in range(edit.count())]
            edit.setCurrentText(said)
        else:
            assert isinstance(edit, QLineEdit)
            edit.setText(said)


def case(session: Session, number: str) -> MoveCase:
    return next(c for c in move_case.all_cases(session.need()) if c.id == number)


def choose(qtbot: QtBot, window: MainWindow, key: str) -> MovesPage:
    page = moves(window)
    page.select(key)
    settle(qtbot, window)
    return page


def test_a_double_claim_asks_who_moves_out_and_becomes_a_case(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = moves(window)
    lead = next(t for t in tickets(page)["线索"] if t.ticket.head == "双重主张")
    QTest.mouseClick(lead, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    said = words(page.detail)
    assert "海淀园" in said
    assert "昌平园" in said
    assert any("企业!A" in text for text in said)
    page.detail.buttons["open_lead"].click()
    dialog = asked(page)
    way = dialog.edits["way"]
    assert isinstance(way, QComboBox)
    assert {way.itemText(n) for n in range(way.count())} == {"海淀园 → 昌平园", "昌平园 → 海淀园"}
    fill(dialog, way="昌平园 → 海淀园")
    dialog.act.click()
    settle(qtbot, window)
    made = case(session, "MV-2026-002")
    assert (made.from_park, made.to_park) == ("昌平园", "海淀园")
    assert [t.ticket.key for t in tickets(page)["迁出登记"]] == ["MV-2026-001", "MV-2026-002"]
    assert all(t.ticket.head != "双重主张" for t in tickets(page)["线索"])


def test_a_case_is_described_moved_forward_and_landed(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = choose(qtbot, window, "MV-2026-001")
    buttons = page.detail.buttons
    assert not buttons["land"].isEnabled()
    assert "落地还缺性质、方式、变更登记日" in words(page.detail)
    assert any("不影响企业迁移" in text for text in words(page.detail))
    buttons["describe"].click()
    dialog = asked(page)
    fill(dialog, nature="政府主导", kind="整体", registered="十月")
    assert dialog.missing.text() == "变更登记日写作 2026-10-15"
    fill(dialog, registered="2026-10-08")
    dialog.act.click()
    settle(qtbot, window)
    page.detail.buttons["advance"].click()
    settle(qtbot, window)
    assert case(session, "MV-2026-001").state is CaseState.IN_CONFIRMED
    page.detail.buttons["land"].click()
    dialog = asked(page)
    assert any(text.startswith("自 2026-10-08 起") for text in words(dialog))
    dialog.act.click()
    settle(qtbot, window)
    assert case(session, "MV-2026-001").state is CaseState.LANDED
    assert [t.ticket.key for t in tickets(page)["已落地"]] == ["MV-2026-001"]
    assert "land" not in page.detail.buttons


def test_the_base_years_are_registered_with_their_source(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = choose(qtbot, window, "MV-2026-001")
    page.ask_base()
    dialog = asked(page)
    assert set(dialog.edits) == {"2023", "2024", "2025", "source"}
    fill(dialog, **{"2024": "两千", "2025": "2,050.5", "source": "税务证明第 2 页"})
    assert dialog.missing.text() == "2024 年的金额写作 1234.56"
    fill(dialog, **{"2024": "1900"})
    dialog.act.click()
    settle(qtbot, window)
    assert [(b.year, b.amount_fen) for b in case(session, "MV-2026-001").base] == [
        (2024, 1_900_000_000),
        (2025, 2_050_500_000),
    ]


def test_an_objection_is_recorded_in_its_own_lane_and_stops_nothing(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = choose(qtbot, window, "MV-2026-001")
    page.ask_say()
    dialog = asked(page)
    offered = dialog.edits["answer"]
    assert isinstance(offered, QComboBox)
    assert not any("不同意" in offered.itemText(n) for n in range(offered.count()))
    fill(dialog, side="迁出方 昌平区", answer="迁入方：可接收", person="王")
    assert dialog.missing.text().startswith("迁出方只能作")
    fill(dialog, answer="迁出方：对分享条款有异议")
    assert dialog.missing.text() == "还缺：理由"
    fill(dialog, reason="比例待商")
    dialog.act.click()
    settle(qtbot, window)
    assert any("对分享条款有异议：比例待商" in text for text in words(page.detail))
    page.advance()
    settle(qtbot, window)
    assert case(session, "MV-2026-001").state is CaseState.IN_CONFIRMED


def test_a_case_is_withdrawn_only_with_a_reason_that_is_kept(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = choose(qtbot, window, "MV-2026-001")
    page.detail.buttons["withdraw"].click()
    dialog = asked(page)
    assert not dialog.act.isEnabled()
    fill(dialog, reason="线索不实")
    dialog.act.click()
    settle(qtbot, window)
    gone = case(session, "MV-2026-001")
    assert (gone.state, gone.note) == (CaseState.WITHDRAWN, "撤回理由：线索不实")
    assert not any(t.ticket.key == gone.id for lane in page.board.columns for t in lane)
    assert gone.id in [c.id for c in page.table.table.rows]


def test_arrows_walk_between_tickets_and_m_opens_the_menu(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: opened.append(menu))
    page = moves(window)
    first = tickets(page)["线索"][0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Right)
    settle(qtbot, window)
    there = tickets(page)["迁出登记"][0]
    assert there.property("on") == "true"
    QTest.keyClick(there, Qt.Key.Key_M)
    (menu,) = opened
    texts = [a.text() for a in menu.actions()]
    assert texts[:2] == ["移动到…", "撤回…"]
    move = next(m for m in menu.findChildren(QMenu))
    assert [a.text() for a in move.actions()] == [
        "迁入确认", "市级统筹", "办理中", "已落地（还缺性质、方式、变更登记日）",
    ]  # fmt: skip
    move.actions()[1].trigger()
    menu.close()
    settle(qtbot, window)
    assert [t.ticket.key for t in tickets(page)["市级统筹"]] == ["MV-2026-001"]


def test_a_case_is_opened_by_hand_and_a_refusal_says_why(qtbot: QtBot, window: MainWindow) -> None:
    page = moves(window)
    page.ask_new()
    dialog = asked(page)
    fill(dialog, code="91110117MA02J1K619", out="平谷园", into="平谷园")
    assert dialog.missing.text() == "信用代码不符合校验规则"
    fill(dialog, code="91110117MA02J1K618")
    assert dialog.missing.text() == "迁出与迁入是同一个分园"
    fill(dialog, into="顺义园", day="2027-01-01")
    dialog.act.click()
    settle(qtbot, window)
    assert "在将来" in page.ribbon.accessibleName()


def test_the_history_of_a_case_is_shown_and_exported(
    qtbot: QtBot, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose(qtbot, window, "MV-2026-001")
    page.show_history()
    assert any("立案 MV-2026-001" in text for text in words(window))
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    page.export_history()
    settle(qtbot, window)
    assert [Path(p).name for p in opened] == ["案卷_MV-2026-001.xlsx"]
    assert Path(opened[0]).is_file()
    window.close_drawer()


def test_the_list_finds_cases_and_opens_them(qtbot: QtBot, window: MainWindow) -> None:
    page = moves(window)
    page.tabs.choose(1)
    page.search.setText("不存在")
    assert len(page.table.table) == 0
    page.search.setText("知远")
    assert page.table.select_key("MV-2026-001")
    settle(qtbot, window)
    assert page.detail.accessibleName().startswith("MV-2026-001 ")


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
    assert page_of["A2"].value == "筛选：企业 知远；1 行，共 1 行"
    assert page_of["A4"].value == "MV-2026-001"


def test_events_are_only_for_landed_cases_and_are_read_as_written() -> None:
    assert parts_of("9111A=0.6 9111B=0.4") == (("9111A", Fraction(3, 5)), ("9111B", Fraction(2, 5)))
    assert parts_of("9111A 9111B") == ()
    assert parts_of("9111A=1/0") == ()


@pytest.mark.parametrize(("mode", "size"), list(product(("light", "dark"), ((1440, 900), (1366, 768)))), ids=str)
def test_nothing_on_the_moves_page_is_cut(
    qapp: QApplication,
    qtbot: QtBot,
    window: MainWindow,
    cut_words: Callable[[QWidget], list[str]],
    tmp_path: Path,
    mode: theme.Mode,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, mode)
    window.resize(*size)
    page = moves(window)
    pictures = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    found = []
    for step in ("board", "lead", "case", "list", "agenda"):
        if step == "lead":
            page.select(tickets(page)["线索"][0].ticket.key)
        elif step == "case":
            page.select("MV-2026-001")
        elif step in ("list", "agenda"):
            page.tabs.choose(1 if step == "list" else 2)
        settle(qtbot, window)
        found += [f"{step}: {fault}" for fault in cut_words(window)]
        tables = [t for t in window.findChildren(DataTable) if t.isVisible()]
        found += [f"{step}: {t.accessibleName()} scrolls sideways" for t in tables if t.horizontalScrollBar().maximum()]
        window.grab().save(str(pictures / f"moves-{step}-{mode}-{size[0]}.png"))
    theme.apply(qapp, "light")
    assert found == []
