"""校验退回 on a real workspace: decide by key, for a whole rule, send back, compare what came back; the usual sizes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from zgc_desktop.bootstrap import load_catalogue, open_workspace
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionState
from zgc_desktop.paths import resources_dir
from zgc_desktop.services.accept import accept
from zgc_desktop.services.look_up import month_submissions
from zgc_desktop.services.receive import receive
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.checks import ChecksPage
from zgc_desktop.ui.pages.checks_return import ReturnDialog
from zgc_desktop.ui.pages.intake_dialogs import DespiteDialog
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
FIRMS = (
    ("91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司"),
    ("91110114MA0J9HTM4L", "北京知远数联技术有限公司"),
    ("91110113MA09D4H3XP", "北京槿蘅新材科技有限公司"),
    ("91110115MA053JJL2M", "北京砚川机器人有限公司"),
    ("91110117MA02J1K618", "北京岑原生物科技有限公司"),
)
"""Valid and fictitious, from the field's rules."""
Row = dict[str, object]
Opened = tuple[MainWindow, ChecksPage, Session]
MODES: tuple[theme.Mode, ...] = ("light", "dark")


def company(n: int, **changes: object) -> Row:
    code, name = FIRMS[n]
    line: Row = {
        "credit_code": code,
        "name": name,
        "registered_address": "北京市海淀区知行街 1 号",
        "industry": "新一代信息技术",
        "founded_on": date(2019, 3, 1),
        "employees": 30 + n,
        "revenue_fen": 100_000_000 * (n + 1),
        "rd_fen": 5_000_000,
        "status": "在营",
    }
    return line | changes


def tax(n: int, **changes: object) -> Row:
    code, name = FIRMS[n]
    parts: Row = {"vat_fen": 123_456_700, "cit_fen": 76_543_300, "other_fen": 10_000}
    return {"credit_code": code, "name": name, **parts, "total_fen": 200_010_000, "source": "税务"} | changes


def send(folder: Path, park: str, month: Month, roster: list[Row], taxes: list[Row]) -> Path:
    """A park's filled-in template."""
    catalogue = load_catalogue(resources_dir())
    return write_template(
        folder / f"中关村月报_{park}_{month}.xlsx",
        park=park,
        month=month,
        clusters=[c.name for c in catalogue.clusters_of(park)],
        industries=list(catalogue.industries),
        parks=list(catalogue.parks),
        rows={"enterprise": roster, "tax": taxes},
    )


WRONG = [tax(0, total_fen=5_000_000), tax(1, total_fen=6_000_000), tax(2, total_fen=7_000_000), tax(3)]


@pytest.fixture(scope="session")
def _checks_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October: 海淀园 has three tax lines that do not add up and a future date, 昌平园 a missing name, 顺义园 nothing."""
    base = tmp_path_factory.mktemp("checks")
    ctx = open_workspace(base / "办公室", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    whole = [company(n) for n in range(4)]
    receive(ctx, [send(base / "9", "海淀园", SEPTEMBER, whole, [tax(n) for n in range(4)])])
    accept(ctx, SEPTEMBER)
    late = [*whole[:3], company(3, founded_on=date(2027, 3, 1))]
    send(base / "10", "海淀园", OCTOBER, late, WRONG)
    send(base / "10", "昌平园", OCTOBER, [company(4, name=None)], [tax(4)])
    receive(ctx, [base / "10"])
    return ctx.paths.root


@pytest.fixture
def desk(_checks_desk: Path, tmp_path: Path) -> Path:
    """A workspace of the test's own."""
    return Path(shutil.copytree(_checks_desk, tmp_path / "办公室"))


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Opened]]:
    """Open 校验退回 on a folder."""
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_on(folder: Path, month: Month | None = OCTOBER) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 6, 9, 0))
        window = MainWindow({"checks": lambda shell: ChecksPage(shell, session)})
        made.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(session.ready, timeout=10_000):
            session.open(window.operations)
        window.set_months([SEPTEMBER, OCTOBER] if month else [], month)
        window.show()
        qtbot.waitActive(window)
        window.go("checks")
        settle(qtbot, window)
        page = window.page("checks")
        assert isinstance(page, ChecksPage)
        return window, page, session

    yield open_on
    for window in made:
        window.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way, and nothing follows from it."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
        QApplication.processEvents()


def body_of(page: ChecksPage) -> list[QScrollArea]:
    return page.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)


def states(page: ChecksPage, rule: str = "R-TAX-SUM") -> list[str]:
    column = page.table.table.column("state")
    return [column.text_of(x) for x in page.table.table.rows if x.issue.code == rule]


def words(widget: QWidget) -> list[str]:
    return [w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible()]


def beside(page: ChecksPage) -> dict[str, tuple[str, str, str, str]]:
    data = page.pane.table.table
    return {x.title: (x.before, x.now, x.advice, x.basis) for x in data.rows}


def choose_tax_error(qtbot: QtBot, window: MainWindow, page: ChecksPage) -> None:
    first = next(x for x in page.table.table.rows if x.issue.code == "R-TAX-SUM")
    page.table.select_key(first.found.id)
    settle(qtbot, window)


def answer(session: Session, folder: Path) -> None:
    """海淀园 mends one line, leaves one, gets one wrong in another way, and changes what nobody asked for."""
    assert session.context is not None
    roster = [company(0, employees=99), *(company(n) for n in range(1, 4))]
    taxes = [tax(0), WRONG[1], tax(2, total_fen=8_000_000), tax(3)]
    receive(session.context, [send(folder, "海淀园", OCTOBER, roster, taxes)])


# ---- the list and the row -----------------------------------------------------------------------------------------


def test_every_issue_of_the_month_stands_with_its_place_and_last_months_value(
    qtbot: QtBot, start: Callable[..., Opened], desk: Path
) -> None:
    _, page, _ = start(desk)
    rows = page.table.table.rows
    assert page.state.text() == f"2026-10，共 {len(rows)} 项，已处理 0 项"
    wrong = next(x for x in rows if x.issue.code == "R-TAX-SUM")
    assert (wrong.found.park, wrong.last) == ("海淀园", "2,000,100.00")
    assert [c.text_of(wrong) for c in page.table.table.columns[:2]] == ["错误", "海淀"]
    assert page.tools.chips[wrong.issue.severity].text().split()[-1] == str(sum(x.issue.severity == "error" for x in rows))
    assert page.current is not None
    QAbstractItemModelTester(page.table.model())
    QAbstractItemModelTester(page.pane.table.model())


def test_the_whole_row_is_shown_with_last_month_beside_it(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    shown = beside(page)
    total = shown["地方合计（元）"]
    assert total[:2] == ("2,000,100.00", "50,000.00")
    assert "分项相加" in total[3]
    assert shown["企业名称"] == (FIRMS[0][1], FIRMS[0][1], "", "一致")


def test_facets_chips_and_the_open_box_narrow_the_list(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    _, page, _ = start(desk)
    assert [c.key for c in page.table.table.columns if c.facet] == ["park", "rule", "state", "version"]
    page.table.tick("park", ["昌平"])
    assert {x.found.park for x in (page.table.table.row(n) for n in range(len(page.table.table)))} == {"昌平园"}
    page.table.clear_filters()
    page.tools.only_open.setChecked(True)
    assert len(page.table.table) == len(page.table.table.rows)
    page.table.clear_filters()
    assert not page.tools.only_open.isChecked()


# ---- deciding -----------------------------------------------------------------------------------------


def test_an_issue_is_decided_by_key_and_the_next_one_comes(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    first = page.current
    assert first is not None
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.pane.strip.kind is DecisionKind.ACCEPTED
    assert not page.pane.strip.confirm.isEnabled()
    assert "须写明理由" in page.pane.strip.said.text()
    page.pane.strip.reason.setText("经核实属实")
    qtbot.keyClick(page.pane.strip.reason, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert states(page) == ["接受", "未处理", "未处理"]
    assert page.current is not None
    assert page.current.found.id != first.found.id
    assert page.current.is_open
    assert "已处理 1 项" in page.state.text()
    assert "接受 海淀园" in window.undo_bar.accessibleName()


def test_a_decision_is_taken_back_from_the_bar(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.pane.strip.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert states(page)[0] == "退回"
    (undo,) = (b for b in window.undo_bar.findChildren(QPushButton) if b.text() == "撤销")
    undo.click()
    settle(qtbot, window)
    assert states(page) == ["未处理"] * 3


def test_one_decision_for_every_issue_of_the_rule_says_how_many_first(
    qtbot: QtBot, start: Callable[..., Opened], desk: Path
) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    assert page.pane.strip.apply.text() == "应用于同规则 3 项"
    page.pane.strip.apply.click()
    settle(qtbot, window)
    assert states(page) == ["退回"] * 3
    choose_tax_error(qtbot, window, page)
    assert "退回 3" in page.strip.words.text()


def test_an_error_cannot_be_ignored_and_the_key_says_so(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    assert not page.pane.strip.kinds[DecisionKind.IGNORED].isEnabled()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.undo_bar.accessibleName() == "错误不能忽略：请退回，属实的说明后接受"
    assert page.pane.strip.kind is DecisionKind.RETURNED


def test_a_case_needs_the_other_park_where_there_is_no_lead(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert not page.pane.strip.confirm.isEnabled()
    page.pane.strip.other.setCurrentText("昌平园")
    page.pane.strip.confirm.click()
    settle(qtbot, window)
    assert states(page)[0] == "案件"


def test_f8_goes_from_open_issue_to_open_issue(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    page.pane.strip.apply.click()
    settle(qtbot, window)
    seen = []
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        settle(qtbot, window)
        assert page.current is not None
        assert page.current.is_open
        seen.append(page.current.found.id)
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert page.current.found.id == seen[0]


# ---- sending back and comparing -----------------------------------------------------------------------------------------


def send_it_back(qtbot: QtBot, window: MainWindow, page: ChecksPage) -> None:
    choose_tax_error(qtbot, window, page)
    assert page.strip.send.isEnabled()
    page.strip.send.click()
    (ask,) = page.findChildren(ReturnDialog)
    assert ask.windowTitle().startswith("退回 ")
    assert ask.days.currentText() == "5 个工作日，11-13（周五）前"
    ask.reason.clear()
    assert not ask.send.isEnabled()
    ask.reason.setText("分项与合计不等")
    ask.send.click()
    settle(qtbot, window)


def test_a_return_file_is_written_into_the_outbox_and_named(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, session = start(desk)
    send_it_back(qtbot, window, page)
    (written,) = (desk / "outbox" / "退回件" / "2026-10").iterdir()
    assert written.name.startswith("退回_海淀园_2026-10_v1_第1次_")
    said = page.ribbon.accessibleName()
    assert written.name in said
    assert str(written.parent) in said
    assert load_workbook(written).sheetnames[0] == "00 退回清单"
    assert session.context is not None
    returned = [i.state for i in month_submissions(session.context, OCTOBER) if i.park == "海淀园"]
    assert returned == [SubmissionState.RETURNED]
    assert not page.strip.send.isEnabled()
    assert "第 1 版已退回，等待重报" in words(page.strip)


def test_a_resubmission_is_compared_with_what_was_asked(
    qtbot: QtBot, start: Callable[..., Opened], desk: Path, tmp_path: Path
) -> None:
    window, page, session = start(desk)
    send_it_back(qtbot, window, page)
    answer(session, tmp_path / "重报")
    window.announce(ChangeSummary("", subjects=frozenset({"submissions"})))
    settle(qtbot, window)
    assert page.strip.park == "海淀园"
    assert page.strip.compared.text() == "已改 2，未改 1，改错 1，新增 0"
    assert page.strip.unasked.word == "未要求的改动 1"
    page.strip.look.click()
    assert window.drawer.isVisible()
    said = words(window.drawer)
    assert "50,000.00 元 → 2,000,100.00 元" in said
    assert any(t.endswith("30 → 99") for t in said)
    (copy,) = (b for b in window.drawer.findChildren(QPushButton) if b.text() == "复制清单")
    copy.click()
    assert QGuiApplication.clipboard().text().count("\n") == 5
    assert dict(page.table.table.facet("version")) == {"第 2 版": 4, "第 1 版": 1}


def test_a_file_is_taken_with_its_problems_only_for_a_reason(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, session = start(desk)
    choose_tax_error(qtbot, window, page)
    assert page.strip.accept.text() == "带问题接收…"
    page.strip.accept.click()
    (ask,) = page.findChildren(DespiteDialog)
    ask.reason.setText("园方已说明，下月更正")
    ask.accept_button.click()
    settle(qtbot, window)
    assert session.context is not None
    accepted = [i.park for i in month_submissions(session.context, OCTOBER) if i.state is SubmissionState.ACCEPTED]
    assert accepted == ["海淀园"]
    assert "第 1 版已入库" in words(page.strip)


def test_the_original_opens_as_a_copy(
    qtbot: QtBot, start: Callable[..., Opened], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(opened.append))
    window, page, _ = start(desk)
    choose_tax_error(qtbot, window, page)
    page.pane.copy.click()
    settle(qtbot, window)
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "副本_中关村月报_海淀园_2026-10.xlsx"
    assert copy.is_file()
    shutil.rmtree(copy.parent)


# ---- nothing there -----------------------------------------------------------------------------------------


def test_an_empty_month_says_so_with_the_next_step(qtbot: QtBot, start: Callable[..., Opened], tmp_path: Path) -> None:
    window, page, _ = start(open_workspace(tmp_path / "空").paths.root, None)
    assert "本月还没有报送" in words(page)
    assert not page.strip.isVisible()
    assert not page.pane.isVisible()
    (go,) = (b for b in page.findChildren(QPushButton) if b.text() == "去接收报送" and b.isVisible())
    go.click()
    assert window.current == "receive"


def test_a_month_without_issues_says_that_it_can_be_taken(qtbot: QtBot, start: Callable[..., Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    window.set_months([SEPTEMBER, OCTOBER], SEPTEMBER)
    settle(qtbot, window)
    assert "没有问题" in words(page)
    assert page.strip.isVisible()


# ---- the look -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mode", "size"), list(product(MODES, ((1440, 900), (1366, 768)))), ids=lambda v: str(v))
def test_nothing_on_the_page_is_cut(
    qapp: QApplication,
    qtbot: QtBot,
    start: Callable[..., Opened],
    desk: Path,
    cut_words: Callable[[QWidget], list[str]],
    tmp_path: Path,
    mode: theme.Mode,
    size: tuple[int, int],
) -> None:
    window, page, session = start(desk)
    theme.apply(qapp, mode)
    window.resize(*size)
    pictures = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    found = []
    for step in ("open", "decided", "compared"):
        if step == "open":
            choose_tax_error(qtbot, window, page)
        elif step == "decided":
            send_it_back(qtbot, window, page)
        else:
            answer(session, tmp_path / "重报")
            window.announce(ChangeSummary("", subjects=frozenset({"submissions"})))
            settle(qtbot, window)
            page.show_compared()
        settle(qtbot, window)
        found += [f"{step}: {fault}" for fault in cut_words(window)]
        tables = [t for t in window.findChildren(DataTable) if t.isVisible()]
        found += [f"{step}: {t.accessibleName()} scrolls sideways" for t in tables if t.horizontalScrollBar().maximum()]
        found += [f"{step}: the page scrolls sideways" for a in body_of(page) if a.horizontalScrollBar().maximum()]
        window.grab().save(str(pictures / f"checks-{step}-{mode}-{size[0]}.png"))
    theme.apply(qapp, "light")
    assert found == []
