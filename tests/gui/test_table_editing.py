"""Cells changed in place and pasted blocks: nothing changes before the desk has written it; a block is checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.ui import language, numbers, theme
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.table.grouping import Groups
from zgc_desktop.ui.table.menu import header_menu
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.viewmodels import moves as vm
from zgc_desktop.viewmodels.columns import Column, Edit
from zgc_desktop.viewmodels.table import Change, Pasted


@dataclass(frozen=True)
class Case:
    id: str
    nature: str
    day: str


NATURES = ("政府主导", "市场行为")
COLUMNS = (
    Column[Case]("id", "案件", lambda c: c.id, "link", 120),
    Column[Case](
        "nature", "性质", lambda c: c.nature or None, width=120,
        edit=Edit(lambda c: c.nature, lambda _, said: "" if said in NATURES else "可用：政府主导、市场行为", NATURES),
    ),
    Column[Case](
        "day", "变更登记日", lambda c: c.day or None, width=140,
        edit=Edit(lambda c: c.day, lambda _, said: "" if said.count("-") == 2 else "写作 2026-10-15"),
    ),
)  # fmt: skip
CASES = [Case(f"MV-{n}", "", "") for n in range(4)]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> DataTable[Case]:
    theme.apply(qapp, "light")
    view = DataTable(COLUMNS, lambda c: c.id, name="案件")
    qtbot.addWidget(view)
    view.set_rows(CASES)
    view.resize(500, 240)
    view.show()
    qtbot.waitExposed(view)
    return view


def told(table: DataTable[Case]) -> list[tuple[Change, str]]:
    changes: list[tuple[Change, str]] = []
    table.changed.connect(lambda change, fault: changes.append((change, fault)))
    return changes


def test_f2_edits_enter_hands_on_and_goes_down_and_nothing_changes_by_itself(qtbot: QtBot, table: DataTable[Case]) -> None:
    changes = told(table)
    table.setCurrentIndex(table.model().index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.accessibleName() == "变更登记日"
    qtbot.keyClicks(editor, "2026-10-15")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(changes))
    assert changes == [(Change("MV-0", "day", "2026-10-15"), "")]
    assert table.table.row(0).day == ""
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1)


def test_choices_are_a_list_and_a_refusal_says_why(qtbot: QtBot, table: DataTable[Case]) -> None:
    changes = told(table)
    opened: list[object] = []
    table.opened.connect(opened.append)
    place = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = table.findChild(QComboBox)
    assert editor is not None
    assert [editor.itemText(n) for n in range(editor.count())] == list(NATURES)
    assert opened == []
    table.model().setData(table.model().index(1, 1), "别的")
    assert changes[-1] == (Change("MV-1", "nature", "别的"), "可用：政府主导、市场行为")
    assert not table.model().setData(table.model().index(1, 0), "x")


def test_choices_are_offered_in_english_and_handed_on_as_the_program_writes_them(
    qtbot: QtBot, qapp: QApplication, table: DataTable[Case]
) -> None:
    changes = told(table)
    language.speak(qapp, "en")
    try:
        table.setCurrentIndex(table.model().index(0, 1))
        qtbot.keyClick(table, Qt.Key.Key_F2)
        editor = table.findChild(QComboBox)
        assert editor is not None
        assert [editor.itemText(n) for n in range(editor.count())] == [numbers.worded(n) for n in NATURES] != list(NATURES)
        editor.setCurrentIndex(1)
        table.itemDelegate().setModelData(editor, table.model(), table.model().index(0, 1))
    finally:
        language.speak(qapp, "zh_CN")
    assert changes == [(Change("MV-0", "nature", NATURES[1]), "")]


def test_a_pasted_block_is_checked_as_a_whole_before_anything_changes(qtbot: QtBot, table: DataTable[Case]) -> None:
    blocks: list[Pasted] = []
    table.block_pasted.connect(blocks.append)
    QGuiApplication.clipboard().setText("政府主导\t2026-10-15\r\n别的\t昨天\r\n市场行为\t2026-10-16\textra\r\n")
    table.setCurrentIndex(table.model().index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (block,) = blocks
    assert block.taken == (
        Change("MV-1", "nature", "政府主导"),
        Change("MV-1", "day", "2026-10-15"),
        Change("MV-3", "nature", "市场行为"),
        Change("MV-3", "day", "2026-10-16"),
    )
    assert block.refused == (
        "第 3 行性质“别的”：可用：政府主导、市场行为",
        "第 3 行变更登记日“昨天”：写作 2026-10-15",
        "第 4 行第 3 列超出表外：extra",
    )
    assert table.table.row(1).nature == ""


def test_ctrl_d_fills_down_through_the_check_of_a_pasted_block(qtbot: QtBot, table: DataTable[Case]) -> None:
    """What stands in the topmost chosen row goes down; one row alone takes it from above; a column nobody edits refuses."""
    blocks: list[Pasted] = []
    table.block_pasted.connect(blocks.append)
    table.set_rows([Case("MV-0", "政府主导", "昨天"), Case("MV-1", "", ""), Case("MV-2", "政府主导", ""), Case("MV-3", "", "")])

    def fill(rows: range, column: int) -> Pasted:
        flag = QItemSelectionModel.SelectionFlag  # not setCurrentIndex: Ctrl of the last key would make it toggle
        chosen = table.selectionModel()
        chosen.setCurrentIndex(table.model().index(rows[0], column), flag.ClearAndSelect | flag.Rows)
        for row in rows[1:]:
            chosen.select(table.model().index(row, column), flag.Select | flag.Rows)
        qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        return blocks[-1]

    down = fill(range(4), 1)
    assert down.taken == (Change("MV-1", "nature", "政府主导"), Change("MV-3", "nature", "政府主导"))
    assert (down.refused, down.act) == ((), "向下填充")
    assert fill(range(3, 4), 1).taken == (Change("MV-3", "nature", "政府主导"),)
    assert fill(range(1), 1).taken == ()
    assert fill(range(2), 2).refused == ("第 2 行变更登记日“昨天”：写作 2026-10-15",)
    assert fill(range(2), 0).refused == ("第 2 行案件“MV-0”：本列不可改",)
    assert table.table.row(1).nature == ""


def test_an_editable_model_keeps_qts_rules(qtmodeltester: ModelTester, table: DataTable[Case]) -> None:
    qtmodeltester.check(table.model())
    flags = table.model().flags(table.model().index(0, 1))
    assert flags & Qt.ItemFlag.ItemIsEditable
    assert not table.model().flags(table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_the_case_list_takes_what_the_service_takes() -> None:
    case = MoveCase("MV-2026-001", 1, "9111", "甲", "海淀园", "昌平园", CaseState.CITY, date(2026, 10, 1))
    edits = {c.key: c.edit for c in vm.COLUMNS if c.edit is not None}
    assert set(edits) == {"nature", "kind", "registered", "capacity"}
    assert edits["registered"].fault(case, "2026-10-15") == ""
    assert edits["registered"].fault(case, "10月15日") == "写作 2026-10-15"
    assert edits["nature"].fault(case, "") == "不能改为空"
    assert edits["nature"].fault(case, "别的").startswith("可用：")


def test_ctrl_h_replaces_in_the_chosen_column_and_checks_the_block_first(qtbot: QtBot, table: DataTable[Case]) -> None:
    blocks: list[Pasted] = []
    table.block_pasted.connect(blocks.append)
    table.set_rows([Case("MV-0", "政府主导", "2026-10-15"), Case("MV-1", "市场行为", "2026-10-16"), Case("MV-2", "", "")])
    table.setCurrentIndex(table.model().index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = next(d for d in table.window().findChildren(Ask) if d.isVisible())
    assert not dialog.act.isEnabled()
    (find, to, column) = (dialog.edits[k] for k in ("find", "to", "column"))
    assert isinstance(find, QLineEdit)
    assert isinstance(to, QLineEdit)
    assert isinstance(column, QComboBox)
    assert column.currentText() == "变更登记日"
    find.setText("2026-10-1")
    to.setText("2026-11-1")
    dialog.act.click()
    (block,) = blocks
    assert block.taken == (Change("MV-0", "day", "2026-11-15"), Change("MV-1", "day", "2026-11-16"))
    assert block.act == "替换"


def test_delete_clears_an_editable_cell_and_never_a_row(qtbot: QtBot, table: DataTable[Case]) -> None:
    changes = told(table)
    table.set_rows([Case("MV-0", "政府主导", "2026-10-15")])
    for column in (0, 1):
        table.setCurrentIndex(table.model().index(0, column))
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert changes == [(Change("MV-0", "nature", ""), "可用：政府主导、市场行为")]
    assert len(table.table.rows) == 1


def test_a_column_groups_the_shown_rows_and_a_group_opens_as_a_filter(qtbot: QtBot, table: DataTable[Case]) -> None:
    table.set_rows([Case("MV-0", "政府主导", "a"), Case("MV-1", "市场行为", "b"), Case("MV-2", "市场行为", "c")])
    menu = header_menu(table, 1)
    next(a for a in menu.actions() if a.text() == "按此列分组…").trigger()
    dialog = next(d for d in table.window().findChildren(Groups) if d.isVisible())
    shown = dialog.table.table
    assert [(g.value, g.count) for g in shown.rows] == [("市场行为", 2), ("政府主导", 1)]
    dialog.table.select_key("市场行为")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [c.id for c in table.table.shown_rows()] == ["MV-1", "MV-2"]
