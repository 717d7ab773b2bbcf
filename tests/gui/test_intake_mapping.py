"""列映射 in the window: what a file leaves uncertain is asked once, remembered, and the file is read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.intake import IntakePage
from zgc_desktop.ui.pages.intake_mapping import MappingDialog
from zgc_desktop.ui.session import Session

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
CODE, NAME = "91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司"
HEADINGS: dict[str, str | None] = {"营业收入·本月(万元)": "营业收入本月数", "备注": "备注二", "单位：万元": None}


def odd_file(folder: Path, month: Month) -> Path:
    """大兴园's file with a heading that is nearly ours, a money column without its unit, and a column of its own."""
    row = {"credit_code": CODE, "name": NAME, "registered_address": "北京市海淀区知行街 1 号", "industry": "新材料",
           "revenue_fen": 100_000_000, "rd_fen": 5_000_000, "status": "在营", "note": "甲"}  # fmt: skip
    tax = {"credit_code": CODE, "name": NAME, "vat_fen": 100, "cit_fen": 200, "other_fen": 0, "total_fen": 300}
    path = write_template(
        folder / f"中关村月报_大兴园_{month}.xlsx", park="大兴园", month=month, clusters=[], industries=["新材料"],
        parks=["大兴园"], rows={"enterprise": [row], "tax": [tax]},
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    page = book["企业"]
    for cell in page[4]:
        cell.value = HEADINGS.get(str(cell.value), cell.value)
    page["A3"] = None
    page.delete_rows(5)
    book.save(path)
    return path


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, office: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    session = Session(office)
    made = MainWindow({"receive": lambda shell: IntakePage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([Month(2026, 10), NOVEMBER], NOVEMBER)
    made.resize(1440, 900)
    made.show()
    made.go("receive")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)


def intake(window: MainWindow) -> IntakePage:
    page = window.page("receive")
    assert isinstance(page, IntakePage)
    return page


def receive_and_ask(qtbot: QtBot, window: MainWindow, path: Path) -> MappingDialog:
    """Drop a file, choose its line, press 列映射."""
    page = intake(window)
    page.receive_files([path])
    settle(qtbot, window)
    page.run_table.select_key(len(page.run_table.table) - 1)
    settle(qtbot, window)
    page.pane.mapping.click()
    settle(qtbot, window)
    return dialog_of(window)


def dialog_of(window: MainWindow) -> MappingDialog:
    (dialog,) = (d for d in window.findChildren(MappingDialog) if d.isVisible())
    return dialog


def test_what_a_file_leaves_open_is_asked_once_and_the_file_is_read_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, cut_words: Callable[[QWidget], list[str]]
) -> None:
    page = intake(window)
    dialog = receive_and_ask(qtbot, window, odd_file(tmp_path, NOVEMBER))
    if folder := os.environ.get("ZGC_SHOTS"):
        dialog.grab().save(f"{folder}/intake-mapping.png")
    row = next(r for r in dialog.rows if r.heading == "营业收入本月数")
    assert (row.how, row.examples, row.letter) == ("近似列名“营业收入·本月”", "100", "L")
    assert cut_words(dialog) == []
    combo = dialog.fields[row.key]
    assert combo.currentText() == "企业·营业收入·本月"
    note = next(r for r in dialog.rows if r.heading == "备注二")
    dialog.fields[note.key].setCurrentIndex(dialog.fields[note.key].findData("enterprise.note"))
    assert not dialog.act.isEnabled()
    assert dialog.missing.text() == "还缺：L 列的单位"
    (unit,) = dialog.units.values()
    unit.setCurrentIndex(unit.findData("万元"))
    dialog.act.click()
    settle(qtbot, window)
    assert page.run_table.table.cell(0, 6).text == "已登记"
    assert (page.run_table.table.row(0).file.revenue_fen, window.undo_bar.accessibleName()) == (
        100_000_000,
        "本次接收 1 份：登记 1 份",
    )
    page.receive_files([odd_file(tmp_path, DECEMBER)])
    settle(qtbot, window)
    assert {r.file.state.value for r in page.run_table.table.rows} == {"registered"}


def test_leaving_the_dialog_writes_nothing_and_only_open_files_are_asked_about(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = intake(window)
    dialog = receive_and_ask(qtbot, window, odd_file(tmp_path, NOVEMBER))
    dialog.reject()
    assert page.run_table.table.row(0).file.state.value == "needs_mapping"
    page.pane.close_it()
    page.map_columns()
    settle(qtbot, window)
    assert [d for d in window.findChildren(MappingDialog) if d.isVisible()] == []
