"""A whole workday walked through widgets: files in, issues decided, a return answered, a case landed, shared, published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.asking import press
from tests.gui.firms import FIRMS, roster_line, tax_line
from tests.gui.workday_story import (
    OCTOBER,
    SEPTEMBER,
    TWIN,
    TYPED,
    Day,
    cell,
    growing,
    park_file,
)
from zgc_desktop import bootstrap
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.tier_decisions import Decision
from zgc_desktop.services import exchange_cases, exchange_send, move_case, profile
from zgc_desktop.ui import theme
from zgc_desktop.ui.pages.admission import PROJECTS, STANDARDS
from zgc_desktop.ui.pages.checks_return import ReturnDialog
from zgc_desktop.ui.pages.desk_parts import TodoRow
from zgc_desktop.ui.pages.ledger_bulk import BulkEdit
from zgc_desktop.ui.pages.space import MATCH
from zgc_desktop.ui.pages.tiers_parts import DecideDialog
from zgc_desktop.ui.table.dragging import rows_as_mime
from zgc_desktop.viewmodels.desk import REMIND


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    monkeypatch.setenv("ZGC_USER", "张")
    (tmp_path / "往来").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "往来"))
    theme.apply(qapp, "light")
    made = Day(qtbot, tmp_path / "办公室")
    yield made
    made.window.operations.close()


def test_a_month_goes_from_mail_to_print_through_the_window_alone(day: Day, tmp_path: Path) -> None:
    """08:45 开机，下班前发布：每一步都在窗口里点出来，没有一次直接调用服务。"""
    first = day.window.page("desk")
    assert first is not None
    assert "还没有建立期间" in day.words() or "导出" in day.words(first)

    last_month(day, tmp_path / "9月")
    files_in(day, tmp_path / "10月")
    reminded(day)
    sent_back_and_answered(day, tmp_path / "重报")
    told_apart(day)
    case_landed(day)
    asked_of_the_meeting(day)
    corrected(day)
    shared_and_locked(day)
    tiers_decided(day)
    placed_and_matched(day)
    admitted(day)
    published(day)
    exchanged(day, tmp_path)
    kept(day)


def last_month(day: Day, folder: Path) -> None:
    """September stands in the ledger."""
    for park, n in (("海淀园", (0, 3)), ("昌平园", (1,)), ("顺义园", (2,))):
        park_file(folder, park, SEPTEMBER, [roster_line(i) for i in n], [tax_line(i) for i in n])
    day.drop(folder)
    page = day.window.page("receive")
    day.press(page.accept)  # type: ignore[union-attr]
    day.rest()
    assert day.window.month == SEPTEMBER


def files_in(day: Day, folder: Path) -> None:
    """08:46 the folder of October is dragged in: 海淀园's tax does not add up, two parks name the same company."""
    park_file(folder, "海淀园", OCTOBER, [roster_line(0), roster_line(3)], [tax_line(0, total_fen=5_000_000), tax_line(3)])
    park_file(folder, "昌平园", OCTOBER, [roster_line(1), roster_line(0)], [tax_line(1), tax_line(0)])
    park_file(folder, "顺义园", OCTOBER, [roster_line(2)], [tax_line(2)], [growing(2)])
    twin = {"credit_code": TWIN, "name": TYPED}
    park_file(folder, "大兴园", OCTOBER, [roster_line(2, **twin)], [tax_line(2, **twin)])
    day.drop(folder)
    if day.window.month != OCTOBER:
        day.window.topbar.forward.click()
        day.rest()
    page = day.go("receive")
    assert cell(page.table, "海淀园", "state") == "有错误"
    assert cell(page.table, "通州园", "state") == "未到"
    day.press(page.accept)
    day.rest()
    assert cell(page.table, "顺义园", "state") == "已接受"


def reminded(day: Day) -> None:
    """08:55 the text that asks the parks that have not reported is copied: park, month, cut-off."""
    page = day.go("desk")
    late = next(row for row in page.findChildren(TodoRow) if row.task.action == REMIND)
    (remind,) = [b for b in late.findChildren(QPushButton) if b.text() == REMIND]
    day.press(remind)
    text = QGuiApplication.clipboard().text()
    assert "通州园：\n2026年10月月度报送应于 2026-11-09（周一）前报送" in text
    assert "海淀园" not in text


def sent_back_and_answered(day: Day, folder: Path) -> None:
    """09:00 the issue is decided by key and sent back; 13:00 the park's second version is compared and accepted."""
    page = day.go("checks")
    wrong = next(i for i in page.table.table.rows if i.found.issue.code == "R-TAX-SUM")
    page.table.select_key(wrong.found.id)
    day.rest()
    page.table.setFocus()
    day.qtbot.keyClick(page.table, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    day.qtbot.keyClick(page.pane.strip.reason, Qt.Key.Key_Return)
    day.rest()
    page.strip.send.click()
    (ask,) = page.findChildren(ReturnDialog)
    ask.reason.setText("分项与合计不等")
    day.press(ask.send)
    day.rest()
    (written,) = (day.folder / "outbox" / "退回件" / "2026-10").iterdir()
    assert "海淀园" in written.name

    corrected = park_file(folder, "海淀园", OCTOBER, [roster_line(0), roster_line(3)], [tax_line(0), tax_line(3)])
    day.drop(corrected)
    page = day.go("receive")
    assert cell(page.table, "海淀园", "version") == "第 2 版"
    day.press(page.accept)
    day.rest()
    assert cell(page.table, "海淀园", "state") == "已接受"


def told_apart(day: Day) -> None:
    """10:00 a doubtful pair: put off by key, gone back to, and told apart with a reason; nothing is deleted."""
    page = day.go("companies")
    page.tabs.choose(1)
    day.rest()
    view = page.identity
    assert view.proposal is not None
    lines = {line.field: line for line in view.table.table.rows}
    assert {lines["名称"].left, lines["名称"].right} == {TYPED, FIRMS[2][1]}
    day.window.activateWindow()
    view.table.setFocus()
    QApplication.processEvents()
    day.qtbot.keyClick(view.table, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    day.rest()
    assert "以后再定" in view.earlier.text()
    day.qtbot.keyClick(view.table, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    day.rest()
    assert "须写依据" in view.missing.text()
    view.reason.setText("两张执照，法定代表人不同")
    day.qtbot.keyClick(view.reason, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    day.rest()
    assert view.proposal is None
    page.tabs.choose(0)
    assert {FIRMS[2][1], TYPED} <= {c.name for c in page.table.table.rows}


def case_landed(day: Day) -> None:
    """10:20 two parks named one company: the lead becomes a case, is described, answered for and lands."""
    page = day.go("moves")
    lead = next(t for column in page.board.columns for t in column if t.ticket.head == "双重主张")
    day.qtbot.mouseClick(lead, Qt.MouseButton.LeftButton)
    day.rest()
    day.press(page.detail.buttons["open_lead"])
    day.answer(way="海淀园 → 昌平园")
    day.rest()
    page.select("MV-2026-001")
    day.rest()
    day.press(page.detail.buttons["describe"])
    day.answer(nature="政府主导", kind="整体", registered="2026-09-02", capacity="2026-09-20")
    day.rest()
    page.ask_base()
    day.answer(**{"2023": "2500", "2024": "2500", "2025": "2500", "source": "税务证明第 2 页"})
    day.rest()
    day.press(page.detail.buttons["advance"])
    day.rest()
    day.press(page.detail.buttons["land"])
    day.answer()
    day.rest()
    (case,) = [c for c in move_case.all_cases(day.session.need()) if c.id == "MV-2026-001"]
    assert case.state is CaseState.LANDED


def asked_of_the_meeting(day: Day) -> None:
    """10:35 the case is put on the agenda by key, and stands there with what is to be decided."""
    page = day.go("moves")
    ticket = next(t for column in page.board.columns for t in column if t.ticket.key == "MV-2026-001")
    ticket.setFocus()
    day.qtbot.keyClick(ticket, Qt.Key.Key_T)
    day.answer(proposal="请议定适用规则")
    day.rest()
    page.tabs.choose(2)
    day.rest()
    assert "建议：请议定适用规则" in day.words(page.agenda)
    page.tabs.choose(0)


def corrected(day: Day) -> None:
    """16:30 the reviewer finds a wrong figure: F2, a reason; undone with Ctrl+Z, done again with Ctrl+Y."""
    page = day.go("companies")
    code = FIRMS[2][0]
    revenue = next(n for n, c in enumerate(page.table.table.columns) if c.key == "revenue")

    def figure() -> Any:
        return next(c.revenue_fen for c in page.table.table.rows if c.credit_code == code)

    company = next(c.id for c in page.table.table.rows if c.credit_code == code)
    page.table.setCurrentIndex(page.table.model().index(page.table.table.find(company), revenue))
    page.table.setFocus()
    day.qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("305.5")
    day.qtbot.keyClick(editor, Qt.Key.Key_Return)
    day.rest()
    (asked,) = [d for d in day.window.findChildren(BulkEdit) if d.isVisible()]
    assert asked.said.text() == "可改 1 处，未写入"
    asked.reason.setText("王复核，园方来函")
    day.press(asked.act)
    day.rest()
    assert figure() == 305_500_000
    day.window.offered["undo"].trigger()
    day.rest()
    assert figure() == 300_000_000
    day.window.offered["redo"].trigger()
    day.rest()
    assert figure() == 305_500_000


def asked_what_if(day: Day, page: Any) -> None:
    """14:00 the deputy head asks what 40 % would do; nothing of it touches the settlement."""
    before = [x.line.due_fen for x in page.table.table.rows]
    page.tabs.choose(2)
    tab = page.what_if
    assert not tab.act.isEnabled()
    tab.edits["ratios"].setText("0.4,0.4,0.4")
    tab.edits["months"].setText("12")
    day.press(tab.act)
    day.rest()
    assert {p.party for p in tab.parties.table.rows} == {"海淀区", "昌平区"}
    assert "逐年比例" in tab.said.text()
    page.tabs.choose(0)
    assert [x.line.due_fen for x in page.table.table.rows] == before


def refunded(day: Day, page: Any) -> None:
    """14:20 a refund of September: a posting in October with its evidence; September stays, the foot stays nought."""
    (before,) = [x.line.due_fen for x in page.table.table.rows]
    day.press(page.adjust)
    amounts = {"about": "2026-09", "due": "-0.50", "counted": "-1"}
    day.answer(reason="九月退库", evidence="税务更正函〔2026〕7号", person="张", **amounts)
    day.rest()
    day.press(page.compute)
    day.rest()
    posted = next(x for x in page.table.table.rows if x.line.posting)
    assert (posted.line.due_fen, posted.line.corrects) == (-500_000, "2026-09")
    assert sum(x.line.due_fen for x in page.table.table.rows) == before - 500_000
    page.table.select_key(posted.key)
    page.explain()
    day.rest()
    assert "税务更正函〔2026〕7号" in day.words(day.window.drawer)
    day.qtbot.keyClick(day.window, Qt.Key.Key_Escape)


def shared_and_locked(day: Day) -> None:
    """13:45 a trial run, one figure explained down to its cell; both districts confirm and the month locks."""
    page = day.go("sharing")
    day.press(page.compute)
    day.rest()
    (line,) = page.table.table.rows
    assert line.line.due_fen > 0
    page.table.select_key(page.table.table.key_at(0))
    page.explain()
    day.rest()
    assert day.window.drawer.isVisible()
    assert "税收!" in day.words(day.window.drawer)
    day.qtbot.keyClick(day.window, Qt.Key.Key_Escape)
    asked_what_if(day, page)
    refunded(day, page)
    for party, person in (("海淀区", "李"), ("昌平区", "赵")):
        page.ask_confirm()
        day.answer(party=party, person=person)
        day.rest()
    assert page.state.word == "双方确认"
    page.ask_lock()
    day.answer(person="张")
    day.rest()
    assert page.state.word == "已锁定"


def tiers_decided(day: Day) -> None:
    """14:30 a company that grows is proposed with its evidence; the park is asked, the city decides with a reason."""
    page = day.go("tiers")
    assert page.view is not None
    assert page.view.examined == 5
    item = next(p for p in page.proposals.table.rows if p.company.credit_code == FIRMS[2][0])
    page.proposals.select_key(item.key)
    day.rest()
    assert len(page.evidence.table.table.rows) > 0
    day.press(page.bar.decisions[Decision.AGREE])
    (asked,) = [d for d in page.findChildren(DecideDialog) if d.isVisible()]
    asked.reason.setText("材料已核")
    day.press(asked.act)
    day.rest()
    page.proposals.select_key(item.key)
    assert cell(page.proposals, item.key, "decision") == "同意入列"


def placed_and_matched(day: Day) -> None:
    """15:00 a company without a cluster is dragged onto one; 15:20 one with a written wish is matched, pinned, solved again."""
    page = day.go("space")
    page.tabs.choose(1)
    day.rest()
    page.unplaced.select_key(FIRMS[3][0])
    day.rest()
    targets = page.unplaced_tab.targets
    place = targets.visualRect(targets.model().index(targets.table.find("永丰"), 0)).center()
    move, left, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = rows_as_mime([FIRMS[3][0]])
    QApplication.sendEvent(targets.viewport(), QDragEnterEvent(place, move, mime, left, keys))
    QApplication.sendEvent(targets.viewport(), QDropEvent(QPointF(place), move, mime, left, keys))
    QApplication.processEvents()
    day.answer(reason="实地核实")
    day.rest()
    assert FIRMS[3][0] not in [u.credit_code for u in page.unplaced.table.rows]
    page.tabs.choose(MATCH)
    day.rest()
    day.press(page.match.wish)
    day.answer(code=FIRMS[3][0], paper="意向书", day="2026-10-20", need="1000")
    day.rest()
    for cluster in ("永丰", "昌平新城"):
        day.press(page.match.room)
        day.answer(cluster=cluster, free="5000", source="园方台账")
        day.rest()
    assert len(page.match.table.table.rows) == 1
    day.press(page.match.pin)
    day.answer(cluster="昌平新城", reason="企业选定")
    day.rest()
    day.press(page.match.solve)
    day.rest()
    (proposed,) = page.match.table.table.rows
    assert proposed.option is not None
    assert proposed.option.cluster == "昌平新城"


def admitted(day: Day) -> None:
    """15:35 a project against the standard in force: it fails on 投资强度 alone, and opinions are asked for."""
    page = day.go("admission")
    press(page, "项目申报…")
    given = {"name": "智能装备一期", "park": "昌平园", "industry": "先进制造", "on": "2026-10-12", "fixed": "3000", "area": "2"}
    day.answer(**given, output="6000", people="60", research="5", energy="有", source="申报书")
    day.rest()
    page.tabs.choose(STANDARDS)
    press(page, "登记标准…")
    least = {"investment": "2000", "land_output": "3000", "head_output": "100", "research": "5"}
    day.answer(park="昌平园", industry="先进制造", title="示例标准", **{"from": "2026-01-01"}, **least)
    day.rest()
    page.tabs.choose(PROJECTS)
    day.rest()
    (project,) = page.projects.table.rows
    assert cell(page.projects, page.projects.table.key_at(0), "admission") == "不符合"
    criteria = page.criteria.table
    assert [c.title for c in criteria.rows if c.state != "达到"] == ["投资强度"], project
    for state, on in (("形式审查", "2026-10-13"), ("并联意见", "2026-10-14")):
        press(page, "推进…")
        day.answer(state=state, on=on)
        day.rest()
    press(page, "征求意见…")
    day.answer(bodies="区规自分局、区生态局", on="2026-10-14", due="2026-11-14")
    day.rest()
    assert any("区规自分局" in f"{line.who}{line.text}" for line in page.history.table.rows)


def published(day: Day) -> None:
    """15:45 a draft, looked at; 16:50 published and proved."""
    page = day.go("reports")
    day.press(page.write)
    day.rest()
    assert page.preview.shown.document.pageCount() > 5
    day.press(page.publish)
    day.answer()
    day.rest()
    assert "已发布" in page.state.text()
    day.press(page.check)
    day.rest()
    assert "均与发布时相同" in day.words()
    day.window.close_drawer()


def exchanged(day: Day, folder: Path) -> None:
    """10:45 a park's case slip is dropped on the window; the answer for the park is packed from the list of packages."""
    park = bootstrap.open_workspace(folder / "昌平园", who="李", clock=lambda: day.now)
    profile.choose(park, "昌平园")
    exchange_cases.open_slip(park, FIRMS[1][0], FIRMS[1][1], "海淀园", "昌平园")
    slip = exchange_send.pack_cases(park, CITY, folder / "往来").path
    park.close()
    day.drop(slip)
    page = day.go("audit")
    page.tabs.choose(3)
    day.rest()
    kinds = [
        cell(page.exchange.table, page.exchange.table.table.key_at(n), "kind") for n in range(len(page.exchange.table.table))
    ]
    assert kinds == ["案卷包"]
    press(page, "打回执退回包…")
    day.answer(park="昌平园", month="2026-10")
    day.rest()
    assert len(page.exchange.table.table) == 2
    assert list((folder / "往来").glob("回执退回包*.zip"))


def kept(day: Day) -> None:
    """17:05 the record is whole; 17:15 a copy, and the window closes."""
    page = day.go("audit")
    said = [s.entry.sentence for s in page.history.table.table.rows]
    for word in ("接收", "退回", "立案", "列入题单", "更正", "试算", "锁定", "同意入列", "固定", "发布"):
        assert any(word in sentence for sentence in said), (word, said)
    day.press(page.history.check)
    day.answer()
    day.rest()
    assert "首尾相接" in page.ribbon.accessibleName()
    page.tabs.choose(1)
    day.press(page.backups.take)
    day.rest()
    assert page.backups.table.table.rows[0].why_words == "手工"
    assert not [d for d in day.window.findChildren(QDialog) if d.isVisible()]
