"""迁移协调 with a party outside the city: opened, answered by its paper, moved on, landed or withdrawn in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.moves_story import (  # noqa: F401  # fixtures
    YANCHUAN,
    asked,
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
from zgc_desktop.domain.outside import OutsideItem
from zgc_desktop.services import outside
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves import MovesPage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.shell.finders import find_cases

NUMBER = "WS-2026-001"


def item(session: Session) -> OutsideItem:
    (found,) = outside.cases(session.need())
    return found


@pytest.fixture(name="page")
def opened(qtbot: QtBot, window: MainWindow) -> MovesPage:
    """A case 海淀园 → 天津宝坻 opened in the window."""
    page = moves(window)
    page.tabs.choose(3)
    page.new_outside.click()
    dialog = asked(page)
    assert not dialog.act.isEnabled()
    fill(dialog, direction="迁出本市", park="海淀园", place="天津宝坻", region="天津", code=YANCHUAN, paper="企业函")
    fill(dialog, nature="疏解", kind="部分", day="2026-10-12")
    dialog.act.click()
    settle(qtbot, window)
    return page


def test_a_case_over_the_border_goes_its_way_in_the_window_paper_by_paper(
    qtbot: QtBot, window: MainWindow, session: Session, page: MovesPage
) -> None:
    page.tabs.choose(0)
    (ticket,) = [t for t in tickets(page)["迁出登记"] if t.ticket.key == NUMBER]
    assert (ticket.ticket.route, ticket.ticket.word) == ("海淀园 → 天津宝坻", "缺 1 项")
    choose(qtbot, window, NUMBER)
    page.detail.buttons["answer"].click()
    fill(asked(page), answer="有条件", day="2026-10-15", paper="宝坻函")
    assert not asked(page).act.isEnabled()
    fill(asked(page), reason="先办环评")
    asked(page).act.click()
    settle(qtbot, window)
    assert (item(session).case.state.value, item(session).answer) == ("对方已答复", "有条件：先办环评")
    assert [t.ticket.key for t in tickets(page)["迁入确认"]] == [NUMBER]
    page.ask_outside_step()
    fill(asked(page), to="办理中", day="2026-10-20", paper="受理单")
    asked(page).act.click()
    settle(qtbot, window)
    page.detail.buttons["describe"].click()
    fill(asked(page), registered="2026-10-26")
    asked(page).act.click()
    settle(qtbot, window)
    page.detail.buttons["step"].click()
    fill(asked(page), day="2026-10-28", paper="变更登记通知书")
    asked(page).act.click()
    settle(qtbot, window)
    assert item(session).case.landed_on is not None
    assert [t.ticket.key for t in tickets(page)["已落地"]] == [NUMBER]
    assert "没有依据的分享办法，不计算分享" in words(page.detail)


def test_a_ticket_over_the_border_says_why_a_lane_is_barred_and_asks_for_its_paper(
    qtbot: QtBot, window: MainWindow, session: Session, page: MovesPage
) -> None:
    page.tabs.choose(0)
    barred = {lane.title: page._why_not(NUMBER, lane.title) for lane in page.board.lanes}
    assert barred == {
        "线索": "案件不回到线索",
        "迁出登记": "已在此栏",
        "迁入确认": "对方答复由其来文登记",
        "市级统筹": "",
        "办理中": "",
        "已落地": "先转办理中再落地",
        "分享中": "外省市案件不进区际分享",
    }
    page.board.dropped.emit(NUMBER, "办理中")
    settle(qtbot, window)
    assert item(session).case.state.value == "已登记"
    fill(asked(page), paper="受理单", day="2026-10-20")
    asked(page).act.click()
    settle(qtbot, window)
    assert item(session).case.state.value == "办理中"


def test_the_list_over_the_border_withdraws_with_a_reason_and_keeps_files(
    qtbot: QtBot, window: MainWindow, session: Session, page: MovesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.tabs.choose(3)
    assert [i.case.number for i in page.outside_table.table.shown_rows()] == [NUMBER]
    paper = tmp_path / "协议.pdf"
    paper.write_bytes(b"%PDF")
    choose(qtbot, window, NUMBER)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    page.detail.buttons["attach"].click()
    asked(page).act.click()
    settle(qtbot, window)
    assert [s.paper for s in item(session).case.steps] == ["企业函", "协议"]
    menu = QMenu()
    page._fill_menu(menu, NUMBER)
    next(a for a in menu.actions() if a.text() == "撤回…").trigger()
    fill(asked(page), paper="企业函", day="2026-11-05")
    assert not asked(page).act.isEnabled()
    fill(asked(page), reason="企业放弃")
    asked(page).act.click()
    settle(qtbot, window)
    assert item(session).case.state.value == "撤回"
    page.tabs.choose(0)
    assert NUMBER not in [t.ticket.key for lane in page.board.columns for t in lane]


def test_the_search_of_the_window_finds_a_case_over_the_border(session: Session, page: MovesPage) -> None:
    """按编号、企业、分园或外省市一方都找得到，打开即是这一件。"""
    found: list[str] = []
    cases = (item(session).case,)
    for said in (NUMBER, "宝坻", "海淀园 宝坻"):
        (hit,) = find_cases((), cases, said, found.append)
        hit.run()
    assert found == [NUMBER] * 3
    page.show_target(NUMBER)
    assert page.outside() is not None
