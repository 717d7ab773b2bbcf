"""税收分享 on a real workspace: computed, explained to the cell, confirmed by both districts, locked; statements and rule."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.journal.reads import entries
from zgc_desktop import bootstrap
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.moves import BaseYear, CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, move_case
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.sharing import SharingPage
from zgc_desktop.ui.pages.sharing_plans import PlanMemory
from zgc_desktop.ui.pages.sharing_tree import TreeLine
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.filter_bar import SavedChip
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.sharing_plans import Plan

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
HENGYUE = "91110108MA01TJ3Y5P"
SOURCE = "税务证明（虚构）"


def share_one_case(ctx: AppContext) -> None:
    """海淀园's company moved to 昌平园 in September and shares from October; another one's case is only registered."""
    accept.accept(ctx, OCTOBER, ["顺义园"], despite_errors="园方已说明")
    case = move_case.open_case(ctx, HENGYUE, "海淀园", "昌平园", opened_on=date(2026, 8, 3))
    move_case.describe(
        ctx, case.id, nature="政府主导", kind="整体", registered_on=date(2026, 9, 2), at_capacity_on=date(2026, 9, 20)
    )
    base = tuple(BaseYear(year, 2_500_000_000, SOURCE) for year in (2023, 2024, 2025))
    move_case.record_base(ctx, case.id, base)
    move_case.land(ctx, case.id)
    move_case.open_case(ctx, "91110114MA0J9HTM4L", "昌平园", "海淀园", opened_on=date(2026, 10, 20))


@pytest.fixture(scope="session")
def _sharing_office(_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(_office, tmp_path_factory.mktemp("sharing") / "办公室"))
    share_one_case(bootstrap.open_workspace(folder, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0)))
    return folder


@pytest.fixture
def session(_sharing_office: Path, tmp_path: Path) -> Session:
    folder = Path(shutil.copytree(_sharing_office, tmp_path / "office" / "办公室"))
    return Session(folder, clock=lambda: datetime(2026, 11, 6, 9, 0))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    """The window on an office with one case that shares and one that does not."""
    theme.apply(qapp, "light")
    made = MainWindow({"sharing": lambda shell: SharingPage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([SEPTEMBER, OCTOBER], OCTOBER)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.go("sharing")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
    QApplication.processEvents()


def sharing(window: MainWindow) -> SharingPage:
    page = window.page("sharing")
    assert isinstance(page, SharingPage)
    return page


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


def line(page: SharingPage) -> dict[str, str]:
    data = page.table.table
    return {c.key: c.cell_of(data.row(0)).text for c in data.columns}


def fill(dialog: Ask, **answers: str) -> None:
    for key, said in answers.items():
        edit = dialog.edits[key]
        if isinstance(edit, QComboBox):
            assert edit.findText(said) >= 0, [edit.itemText(n) for n in range(edit.count())]
            edit.setCurrentText(said)
        else:
            assert isinstance(edit, QLineEdit)
            edit.setText(said)


def asked(page: SharingPage) -> Ask:
    (dialog,) = [d for d in page.findChildren(Ask) if d.isVisible()]
    return dialog


def test_before_a_trial_run_the_figures_are_a_preview_and_f5_keeps_them(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    assert page.state.word == "未试算"
    assert "预演" in page.ribbon.accessibleName()
    assert not page.confirm.isEnabled()
    assert page.confirm.toolTip() == "先试算"
    before = line(page)
    assert (before["case"], before["route"], before["ratio"]) == ("MV-2026-001", "海淀 → 昌平", "50 %")
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle(qtbot, window)
    assert page.state.word == "试算"
    assert line(page)["due"] == before["due"]
    assert line(page)["state"] == "待核对"
    assert not page.ribbon.isVisible()
    texts = words(page)
    assert "0.00" in texts
    assert page.figures.even.word == "平"
    case = next(c for c in move_case.all_cases(page._session.need()) if c.id == "MV-2026-001")
    assert case.state is CaseState.SHARING


def test_a_case_that_shares_nothing_is_listed_with_its_reason(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    assert page.outside_link.text() == "不在范围 1 案"
    assert page.outside_words.text() == "尚未落地 1"
    page.outside_link.click()
    assert page.outside.isVisible()
    (row,) = page.outside.table.table.rows
    assert (row.case_id, row.why) == ("MV-2026-002", "案件迁出登记，尚未落地")


def test_ctrl_enter_explains_the_result_down_to_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    page.settle()
    settle(qtbot, window)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    said = [t.accessibleName() for t in window.findChildren(TreeLine) if t.isVisible()]
    assert said[0].startswith("海淀区 2026-10 应得 ")
    assert any("昌平园 第1版 · 税收!" in s for s in said)
    assert any(SOURCE in s for s in said)
    due = line(page)["due"]
    assert due in words(window)
    page.copy_explanation()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0].startswith("海淀区 2026-10 应得 = ")
    window.close_drawer()


def test_what_one_district_owes_another_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    table = page.between.table
    assert table is not None
    column = next(n for n, c in enumerate(table.table.columns) if c.key == "海淀区")
    table.setCurrentIndex(table.model().index(0, column))
    page.between.open_current()
    settle(qtbot, window)
    said = [t.accessibleName() for t in window.findChildren(TreeLine) if t.isVisible()]
    assert said[0].startswith("2026-10 昌平区应付海淀区净额 ")
    page.between.gross.click()
    assert page.between.table is not None
    assert not page.between.is_net
    window.close_drawer()


def test_both_districts_confirm_and_the_month_locks_for_good(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    page.settle()
    settle(qtbot, window)
    assert not page.lock.isEnabled()
    assert "待昌平区、海淀区确认" in page.missing.text()
    for party in ("昌平区", "海淀区"):
        page.ask_confirm()
        dialog = asked(page)
        assert not dialog.act.isEnabled()
        assert dialog.missing.text() == "还缺：该方经办人"
        fill(dialog, party=party, person="李")
        dialog.act.click()
        settle(qtbot, window)
    assert page.state.word == "双方确认"
    assert line(page)["state"] == "双方已认"
    assert page.lock.isEnabled()
    page.ask_lock()
    dialog = asked(page)
    assert any("不再改写" in text for text in words(dialog))
    fill(dialog, person="张")
    dialog.act.click()
    settle(qtbot, window)
    assert page.state.word == "已锁定"
    assert "张" in page.ribbon.accessibleName()
    assert not page.compute.isEnabled()
    assert not page.lock.isEnabled()
    page.explain()
    settle(qtbot, window)
    assert any(t.isVisible() for t in window.findChildren(TreeLine))
    window.close_drawer()


def test_a_difference_blocks_locking_until_it_is_settled(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    page.settle()
    settle(qtbot, window)
    page.ask_difference()
    dialog = asked(page)
    fill(dialog, party="昌平区", person="王", reason="达产日应为 11 月", claimed="一万")
    assert dialog.missing.text() == "金额写作 1234.56"
    fill(dialog, claimed="12.34")
    dialog.act.click()
    settle(qtbot, window)
    assert line(page)["state"] == "有差异"
    assert "差异第 1 号未了" in page.missing.text()
    page.ask_resolve()
    dialog = asked(page)
    fill(dialog, outcome="维持原数", note="已核对材料")
    dialog.act.click()
    settle(qtbot, window)
    assert line(page)["state"] == "待核对"


def test_facts_that_change_after_the_run_are_said(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = sharing(window)
    page.settle()
    settle(qtbot, window)
    move_case.record_base(session.need(), "MV-2026-001", (BaseYear(2025, 1_900_000_000, SOURCE),))
    window.announce(ChangeSummary("登记", subjects=frozenset({"cases"})))
    settle(qtbot, window)
    assert "变动" in page.ribbon.accessibleName()
    page.settle()
    settle(qtbot, window)
    assert not page.ribbon.isVisible()


def test_statements_are_written_for_every_district(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = sharing(window)
    page.tabs.choose(1)
    assert not page.statements.write.isEnabled()
    page.settle()
    settle(qtbot, window)
    assert page.statements.write.isEnabled()
    page.write_statements()
    page.strip.cancel.click()
    settle(qtbot, window)
    assert page.ribbon.accessibleName() == "已取消，未写入任何数据。"
    names = [r.party for r in page.statements.table.table.rows]
    assert len(names) == 17
    assert names[-1] == "延庆区"


def test_the_rule_is_shown_with_its_clauses_and_what_is_open(window: MainWindow) -> None:
    page = sharing(window)
    page.tabs.choose(3)
    said = words(page)
    assert any("财预〔2015〕92号" in text for text in said)
    assert any(text.startswith("未定事项 ") for text in said)
    assert any("北京市区际分享办法未公开" in text for text in said)


def test_a_changed_ratio_is_simulated_and_nothing_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    page.tabs.choose(2)
    tab = page.what_if
    assert not tab.act.isEnabled()
    tab.edits["ratios"].setText("0.4,0.4,0.4")
    tab.act.click()
    settle(qtbot, window)
    assert "模拟·非结算" in [b.accessibleName() for b in tab.findChildren(Badge)]
    shown = next(c for c in tab.cases.table.rows if c.case_id == "MV-2026-001")
    assert shown.after.due_fen * 5 == pytest.approx(shown.before.due_fen * 4, abs=5)
    assert sum(p.change_fen for p in tab.parties.table.rows) == 0
    assert page.state.word == "未试算"
    tab.edits["ratios"].setText("四成")
    tab.act.click()
    settle(qtbot, window)
    assert page.ribbon.isVisible()
    assert "ratios" in page.ribbon.accessibleName()


def entry_count(session: Session) -> int:
    with session.need().store.read() as connection:
        return len(entries(connection))


def test_two_kept_plans_stand_beside_the_rule_in_force(
    qtbot: QtBot, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """方案A and 方案B beside 现行; what is kept are the words of the fields, and the ledger has no new entry."""
    page = sharing(window)
    page.tabs.choose(2)
    tab = page.what_if
    assert not tab.plans.isVisible()
    for name, ratios in (("四成", "0.4,0.4,0.4"), ("三成", "0.3,0.3,0.3")):
        tab.edits["ratios"].setText(ratios)
        tab.save.click()
        asked = next(d for d in window.findChildren(Ask) if d.isVisible())
        edit = asked.edits["name"]
        assert isinstance(edit, QLineEdit)
        edit.setText(name)
        asked.act.click()
        QApplication.processEvents()
    assert (tab.plans.first.currentText(), tab.plans.second.currentText()) == ("四成", "三成")
    before = entry_count(session)
    tab.plans.act.click()
    settle(qtbot, window)
    assert tab.compared is not None
    shown = next(c for c in tab.beside.cases.table.rows if c.key == "MV-2026-001")
    assert shown.now_fen
    assert shown.a_fen is not None
    assert shown.b_fen is not None
    assert shown.a_fen * 3 == pytest.approx(shown.b_fen * 4, abs=10)
    assert sum(p.a_change or 0 for p in tab.beside.parties.table.rows) == 0
    (line,) = tab.beside.values.table.rows
    assert line.a != line.b != line.now
    every = len(tab.beside.cases.table.rows)
    bar = next(s for s in tab.beside.picture.view.scene.keyed() if s.key == ("昌平区",))
    at = QPoint(int(bar.x) + 5, int(bar.y) + 5)
    QTest.mouseClick(tab.beside.picture.view, Qt.MouseButton.LeftButton, pos=at)
    assert [c.key for c in tab.beside.cases.table.rows] == ["MV-2026-001"]
    tab.beside.picture.every.click()
    assert len(tab.beside.cases.table.rows) == every
    monkeypatch.setattr(page, "_open", lambda path: None)
    tab.page.click()
    settle(qtbot, window)
    (paper,) = session.paths.outbox.glob("分享方案比较_非结算_2026-10_四成_三成.pdf")
    document = QPdfDocument()
    document.load(str(paper))
    text = document.getAllText(0).text()
    assert document.pageCount() == 1
    assert all(word in text for word in ("模拟·非结算", "方案A", "方案B", "MV-2026-001"))
    document.close()
    assert page.state.word == "未试算"
    chip = next(c for c in tab.plans.findChildren(SavedChip) if c.text() == "四成")
    chip.click()
    assert tab.edits["ratios"].text() == "0.4,0.4,0.4"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert tab.plans.second.count() == 2
    assert entry_count(session) == before


def test_plans_are_remembered_by_the_person_and_a_damaged_note_is_none(tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory = PlanMemory(kept, "张")
    memory.keep(Plan("四成", {"ratios": "0.4,0.4,0.4", "months": "12"}))
    assert PlanMemory(kept, "张").plans == memory.plans
    assert PlanMemory(kept, "李").plans == {}
    kept.setValue("what_if/李", '{"坏": {"months": "x", "ratios": "1"}, "空": {"months": "3"}, "错": 5}')
    assert PlanMemory(kept, "李").plans == {}
    kept.setValue("what_if/李", "{")
    assert PlanMemory(kept, "李").plans == {}


def test_a_month_without_sharing_cases_says_where_to_look(qtbot: QtBot, window: MainWindow) -> None:
    page = sharing(window)
    window.set_months([SEPTEMBER, OCTOBER], SEPTEMBER)
    settle(qtbot, window)
    assert page.seen is not None
    assert page.seen.month == SEPTEMBER
    assert "本月没有进入分享的案件" in words(page)


@pytest.mark.parametrize(("mode", "size"), list(product(("light", "dark"), ((1440, 900), (1366, 768)))), ids=str)
def test_nothing_on_the_sharing_page_is_cut(
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
    page = sharing(window)
    page.settle()
    settle(qtbot, window)
    pictures = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    found = []
    for step in ("lines", "outside", "drawer", "statements", "what_if", "plans", "rule"):
        if step == "outside":
            page.outside_link.click()
        elif step == "drawer":
            page.explain()
            settle(qtbot, window)
        elif step == "statements":
            window.close_drawer()
            page.tabs.choose(1)
        elif step == "what_if":
            page.tabs.choose(2)
            page.simulate(("ratios=0.4,0.4,0.4",), 0)
            settle(qtbot, window)
        elif step == "plans":
            for name in ("比例四成", "比例三成"):
                page.what_if.plans.keep(Plan(name, {"ratios": "0.4,0.4,0.4" if name[2] == "四" else "0.3,0.3,0.3"}))
            page.what_if.plans.compare()
            settle(qtbot, window)
        elif step == "rule":
            page.tabs.choose(3)
        qapp.processEvents()
        found += [f"{step}: {fault}" for fault in cut_words(window)]
        tables = [t for t in window.findChildren(DataTable) if t.isVisible()]
        found += [f"{step}: {t.accessibleName()} scrolls sideways" for t in tables if t.horizontalScrollBar().maximum()]
        window.grab().save(str(pictures / f"sharing-{step}-{mode}-{size[0]}.png"))
    theme.apply(qapp, "light")
    assert found == []
