"""报送接收 on a real workspace: files dropped, the month by park, issues at their cells, accepting, cancelling."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.intake_story import (  # noqa: F401  # fixtures
    CODES,
    Watcher,
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
    tax,
    texts,
)
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.intake_details import ABSENT
from zgc_desktop.ui.pages.intake_dialogs import DespiteDialog, TemplateDialog
from zgc_desktop.ui.pages.intake_run import MONTH, RUN
from zgc_desktop.ui.table.view import DataTable

# ---- files in -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("onto", ["window", "strip"])
def test_files_dropped_anywhere_stand_in_the_months_table(
    qtbot: QtBot, window: MainWindow, park_file: WriteFile, onto: str
) -> None:
    page = intake(window)
    files = [park_file("海淀园", company(0)), park_file("昌平园", company(1), company(2))]
    drop(qtbot, window, window if onto == "window" else page.strip, *files)
    row = park_row(page, "昌平园")
    assert (row["companies"], row["tax"], row["revenue"]) == ("2", "4.00", "500.00")
    assert (row["version"], row["state"], row["basis"]) == ("第 1 版", "可接受", "模板标记")
    assert len(page.table.table) == 17
    assert page.state.text() == ("2026-10，已到 2 / 17 园，已接受 0 园，待接受 2 份，未到：东城园、西城园、朝阳园 等 15 园")
    assert window.undo_bar.accessibleName() == "本次接收 2 份：登记 2 份"


def test_a_park_without_a_file_is_a_line_too_and_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    page = intake(window)
    row = park_row(page, "通州园")
    assert row["state"] == "未到"
    assert {row[k] for k in ("file", "companies", "tax", "errors")} == {"—"}
    select(qtbot, window, "通州园")
    assert page.pane._stack.currentIndex() == ABSENT
    assert page.pane.isVisible()


def test_progress_names_the_file_and_counts_the_files(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    seen: list[tuple[int, int, str]] = []
    page.receive_files([park_file("海淀园", company(0)), park_file("昌平园", company(1))])
    assert page._receiving is not None
    page._receiving.progressed.connect(lambda step: seen.append((step.n, step.of, step.text)))
    assert page.strip.is_busy
    assert page.strip.progress.cancel.isVisible()
    settle(qtbot, window)
    assert not page.strip.is_busy
    assert seen[0] == (1, 2, "读取 中关村月报_海淀园_2026-10.xlsx")
    assert all(n <= of == 2 for n, of, _ in seen)


def test_cancelling_writes_nothing_and_says_so(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    page.receive_files([park_file("海淀园", company(0)), park_file("昌平园", company(1))])
    page.strip.progress.cancel.click()
    settle(qtbot, window)
    assert page.ribbon.accessibleName() == "已取消，未写入任何数据"
    page.refresh()
    settle(qtbot, window)
    assert park_row(page, "海淀园")["state"] == "未到"
    assert not page.strip.is_busy


def test_files_dropped_while_others_are_received_follow_them(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    page.receive_files([park_file("海淀园", company(0))])
    page.receive_files([park_file("昌平园", company(1))])
    settle(qtbot, window)
    assert [park_row(page, p)["state"] for p in ("海淀园", "昌平园")] == ["可接受", "可接受"]


def test_files_that_are_not_registered_stay_listed_with_the_reason_until_dismissed(
    qtbot: QtBot, window: MainWindow, park_file: WriteFile, tmp_path: Path
) -> None:
    page = intake(window)
    good = park_file("海淀园", company(0))
    broken, unknown = tmp_path / "坏文件.xlsx", tmp_path / "说明.csv"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    unknown.write_text("信用代码,企业名称\n91110108MA01TJ3Y5P,北京衡岳智造科技有限公司\n", encoding="utf-8")
    drop(qtbot, window, window, good, broken, unknown)
    drop(qtbot, window, window, good)
    assert page.ribbon.accessibleName() == "本次接收 1 份：内容相同 1 份"
    assert page._tables.currentIndex() == RUN
    lines = [texts(page.run_table, n) for n in range(len(page.run_table.table))]  # type: ignore[arg-type]
    assert [line["state"] for line in lines] == ["无法读取", "需确认", "内容相同", "已登记"]
    assert "另存为 .xlsx" in lines[0]["reason"]
    assert "无法确定是哪个分园" in lines[1]["reason"]
    assert "第1版" in lines[2]["reason"]
    page.run_table.select_key(page.run_table.table.key_at(0))
    assert texts(page.pane.issues, 0)["severity"] == "错误"  # type: ignore[arg-type]
    page.dismiss_run()
    assert (page._tables.currentIndex(), page.tabs.isVisible(), page.ribbon.isVisible()) == (MONTH, False, False)


def test_a_file_of_another_month_is_said_so(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    drop(qtbot, window, window, park_file("海淀园", company(0), month=Month(2026, 9)))
    assert page.ribbon.accessibleName() == "本次接收 1 份：登记 1 份；其中 1 份属于 2026-09"
    assert park_row(page, "海淀园")["state"] == "未到"


def test_a_folder_without_workbooks_is_said_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    empty = tmp_path / "空文件夹"
    empty.mkdir()
    drop(qtbot, window, window, empty)
    assert "没有找到可接收的文件" in intake(window).ribbon.accessibleName()


# ---- what is wrong, and where ---------------------------------------------------------------------------------------------


def test_an_issue_stands_at_its_cell(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    sheet = openpyxl.load_workbook(faulty)["企业"]
    (code,) = [c for line in sheet.iter_rows() for c in line if c.value == CODES[1]]
    select(qtbot, window, "海淀园")
    issue = texts(page.pane.issues, 0)  # type: ignore[arg-type]
    assert (issue["severity"], issue["place"]) == ("错误", f"企业!B{code.row}")
    assert issue["problem"] == "没有填写企业名称"
    assert issue["advice"].startswith("请按营业执照补填")
    assert sheet[f"B{code.row}"].value is None
    page.pane.issues.opened.emit(0)
    assert window.drawer.isVisible()
    assert "月报填报说明" in [w.text() for w in window.drawer.findChildren(QLabel)]


def test_severity_chips_count_and_narrow(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    select(qtbot, window, "海淀园")
    chips = {s.word: chip for s, chip in page.pane.chips.items()}
    everything = len(page.pane.issues.table)
    assert chips["错误"].accessibleName() == "错误 1"
    assert not chips["警告"].isEnabled() or everything > 1
    chips["错误"].click()
    assert len(page.pane.issues.table) == 1
    chips["错误"].click()
    assert len(page.pane.issues.table) == everything


def test_columns_and_basis_say_where_the_values_came_from(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    select(qtbot, window, "昌平园")
    assert page.pane.issues.table.rows == ()
    page.pane.tabs.choose(1)
    match = texts(page.pane.matches, 0)  # type: ignore[arg-type]
    assert (match["sheet"], match["letter"], match["field"]) == ("企业", "A", "→ 统一社会信用代码")
    assert match["example"] == CODES[2]
    page.pane.tabs.choose(2)
    park = texts(page.pane.facts, 0)  # type: ignore[arg-type]
    assert (park["what"], park["value"], park["basis"]) == ("分园", "昌平园", "模板标记：昌平园")


def test_f8_goes_from_issue_to_issue_and_on_to_the_next_file(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    files = [park_file("海淀园", company(0, name=None)), park_file("昌平园", company(1, name=None), company(2, name=None))]
    drop(qtbot, window, window, *files)
    seen = [stepped(qtbot, window) for _ in range(3)]
    assert seen == [("海淀园", 0), ("昌平园", 0), ("昌平园", 1)]
    assert stepped(qtbot, window, Qt.KeyboardModifier.ShiftModifier) == ("昌平园", 0)
    assert stepped(qtbot, window, Qt.KeyboardModifier.ShiftModifier) == ("海淀园", 0)
    stepped(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert window.undo_bar.accessibleName() == "没有更多问题"


def stepped(qtbot: QtBot, window: MainWindow, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> tuple[object, int]:
    """The park and the issue F8 goes to."""
    qtbot.keyClick(window, Qt.Key.Key_F8, keys)
    settle(qtbot, window)
    page = intake(window)
    return page.table.current_key(), page.pane.issues.currentIndex().row()


def test_issues_copy_with_their_headers(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    select(qtbot, window, "海淀园")
    page.pane.issues.select_key(0)
    page.pane.issues.copy(headers=True)
    head, line = QGuiApplication.clipboard().text().split("\n")[:2]
    assert head.startswith("级别\t位置\t列\t企业")
    assert line.split("\t")[0] == "错误"


def test_older_versions_are_reached_by_the_drawer(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    drop(qtbot, window, window, park_file("海淀园", company(0, name=None)))
    drop(qtbot, window, window, park_file("海淀园", company(0), company(1), name="海淀园更正.xlsx"))
    row = park_row(page, "海淀园")
    assert (row["version"], row["added"], row["state"]) == ("第 2 版", "1", "可接受")
    select(qtbot, window, "海淀园")
    page.pane.history.click()
    (first,) = [b for b in window.drawer.findChildren(QPushButton) if b.text() == "第 1 版"]
    first.click()
    settle(qtbot, window)
    assert page.pane.accessibleName() == "海淀园 第 1 版"
    assert texts(page.pane.issues, 0)["problem"] == "没有填写企业名称"  # type: ignore[arg-type]


def test_escape_closes_the_pane(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    select(qtbot, window, "海淀园")
    qtbot.keyClick(page.pane.issues, Qt.Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.table.current_key() is None


# ---- accepting ------------------------------------------------------------------------------------------------------------


def test_what_has_no_errors_is_accepted_and_the_rest_is_held(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    assert (page.accept.text(), page.accept.isEnabled()) == ("接受全部可接受的 1 份", True)
    assert (page.despite.isEnabled(), page.missing.text()) == (False, "另有 1 份有错误，选中后可带问题接收")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert park_row(page, "昌平园")["state"] == "已接受"
    assert park_row(page, "海淀园")["state"] == "有错误"
    assert window.undo_bar.accessibleName() == "已接受 2026-10 昌平园"
    assert not page.accept.isEnabled()


def test_with_problems_only_with_a_reason(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    select(qtbot, window, "海淀园")
    page.despite.click()
    (dialog,) = page.findChildren(DespiteDialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.text() == "带问题接收 1 份"
    assert any("不计入合计" in w.text() for w in dialog.findChildren(QLabel))
    dialog.reason.setText("园方已说明，下月更正")
    dialog.accept_button.click()
    settle(qtbot, window)
    n = page.table.table.find("海淀园")
    assert n is not None
    cell = page.table.table.cell(n, [c.key for c in page.table.table.columns].index("state"))
    assert (cell.text, cell.tip) == ("带问题接收", "带问题接收，理由：园方已说明，下月更正")


def test_other_pages_read_again_after_receiving_and_after_accepting(
    qtbot: QtBot, faulty: Path, window: MainWindow, park_file: WriteFile
) -> None:
    watcher = window.page("desk")
    assert isinstance(watcher, Watcher)
    assert watcher.read == 1
    drop(qtbot, window, window, park_file("顺义园", company(0)))
    window.go("desk")
    assert watcher.read == 2
    window.go("receive")
    intake(window).accept_clean()
    settle(qtbot, window)
    window.go("desk")
    assert watcher.read == 3


# ---- dialogs, empty states, models ------------------------------------------------------------------------------------------


def test_files_are_chosen_in_a_dialog_too(qtbot: QtBot, window: MainWindow, park_file: WriteFile) -> None:
    page = intake(window)
    file = park_file("海淀园", company(0))
    page.strip.files.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    settle(qtbot, window)
    assert park_row(page, "海淀园")["state"] == "可接受"


def test_templates_are_written_and_nothing_is_overwritten(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    page = intake(window)
    out = tmp_path / "模板"
    out.mkdir()
    for expected in ("已导出 1 份模板", "1 份已存在，未覆盖"):
        select(qtbot, window, "通州园")
        page.export_template()
        ask = page.findChildren(TemplateDialog)[-1]
        assert (ask.park.currentText(), ask.month.text()) == ("通州园", "2026-10")
        ask.act.click()
        folder = page.findChildren(QFileDialog)[-1]
        folder.filesSelected.emit([str(out)])
        folder.close()
        settle(qtbot, window)
        assert expected in window.undo_bar.accessibleName()
    assert [f.name for f in out.iterdir()] == ["中关村月报_通州园_2026-10.xlsx"]


def test_without_a_month_the_page_says_how_to_begin(qtbot: QtBot, window: MainWindow) -> None:
    page = intake(window)
    window.set_months([], None)
    settle(qtbot, window)
    assert page.state.text() == "还没有期间，收到第一份报送即建立"
    shown = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    assert "还没有报送" in shown
    assert page.missing.text() == "没有待接受的报送"


def test_models_hold_what_qt_expects_of_them(qtbot: QtBot, window: MainWindow, faulty: Path) -> None:
    page = intake(window)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tables: tuple[DataTable[Any], ...] = (page.table, page.run_table, page.pane.issues, page.pane.matches, page.pane.facts)
    testers = [QAbstractItemModelTester(t.model(), mode) for t in tables]
    select(qtbot, window, "海淀园")
    page.refresh()
    settle(qtbot, window)
    assert len(testers) == 5
