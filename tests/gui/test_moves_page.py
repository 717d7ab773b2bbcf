"""迁移协调 on a real workspace: a double claim becomes a case, is described, moved forward, answered, landed or withdrawn."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.moves_story import (  # noqa: F401  # fixtures
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
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable


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


def test_the_cases_are_narrowed_to_the_plan_s_direction_between_zones(window: MainWindow) -> None:
    """由中心城区向平原新城：看板和列表都只留这个方向的案件，反方向的不在；另选性质即换成性质。"""
    page = moves(window)
    page.nature.setCurrentText("中心城区 → 平原新城")
    assert page.seen is not None
    assert [c.id for c in page.seen.cases] == ["MV-2026-001"]  # 昌平园 → 海淀园: the other way
    assert list(page.table.table.rows) == []
    assert tickets(page)["迁出登记"] == []
    page.nature.setCurrentText("政府主导")
    assert {c.nature for c in page.table.table.rows} <= {"政府主导"}
    page.nature.setCurrentIndex(0)
    assert len(page.table.table.rows) == len(page.seen.cases)


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


def test_flows_between_parks_say_how_many_and_list_them_at_a_click(qtbot: QtBot, window: MainWindow) -> None:
    """A cell a direction: hovering names the companies, a click lists their cases and nothing else."""
    page = moves(window)
    page.tabs.choose(4)
    QApplication.processEvents()
    view = page.flow.view
    assert page.flow.said.text().startswith("共 ")
    assert not page.detail.isVisible()
    cell = next(s for s in view.scene.keyed())
    out, into = cell.key
    asked = [c for c in page.seen.cases if (c.from_park, c.to_park) == (out, into)]
    assert asked
    assert asked[0].name in cell.tip
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(cell.x + cell.w / 2), int(cell.y + cell.h / 2)))
    assert page.list.isVisible()
    assert [c.id for c in page.table.table.rows] == [c.id for c in asked]


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
