"""The table of the window: model, sorting by header, filtering as one types, copying, sums, context, figures never cut."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.chooser import ColumnChooser
from zgc_desktop.ui.table.delegate import TOO_NARROW, fitting
from zgc_desktop.ui.table.model import TableModel
from zgc_desktop.ui.table.pane import FacetPanel, TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.viewmodels.columns import Cell, Column
from zgc_desktop.viewmodels.table import TableData


class Firm(NamedTuple):
    code: str
    name: str
    park: str
    tax: int | None


COLUMNS = (
    Column[Firm]("name", "企业名称", lambda r: r.name, "link"),
    Column[Firm]("code", "信用代码", lambda r: r.code, "code", 160),
    Column[Firm]("park", "园", lambda r: r.park, width=80, facet=True),
    Column[Firm]("tax", "本月税收", lambda r: r.tax, "money", 110, unit="万元", total=True),
)
FIRMS = [Firm(f"{n:018d}", f"澄观{n}号", ("海淀园", "昌平园")[n % 2], None if n == 3 else n * 1_000_000) for n in range(200)]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> DataTable[Firm]:
    theme.apply(qapp, "light")
    view = DataTable(COLUMNS, lambda r: r.code, name="企业台账", cells=True)
    qtbot.addWidget(view)
    view.set_rows(FIRMS)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def pane(qtbot: QtBot, table: DataTable[Firm]) -> TablePane[Firm]:
    made = TablePane(table, totals=True)
    qtbot.addWidget(made)
    return made


def shown(table: DataTable[Firm], count: int = 3) -> list[str]:
    return [table.table.row(n).name for n in range(min(count, len(table.table)))]


def header_point(table: DataTable[Firm], column: int) -> QPoint:
    head = table.horizontalHeader()
    return QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)


def click_header(qtbot: QtBot, table: DataTable[Firm], column: int, *, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    viewport = table.horizontalHeader().viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, keys, header_point(table, column))


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = TableModel(TableData(COLUMNS, lambda r: r.code, FIRMS))
    qtmodeltester.check(model)
    strict = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort_by(("tax", True))
    model.search("海淀")
    model.set_rows(FIRMS[:5])
    assert strict.model() is model
    assert model.rowCount() == 3


def test_a_declaration_that_fails_marks_its_cells_and_closes_nothing(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    broken = Column[Firm]("x", "坏列", lambda r: 1 // 0)
    view = DataTable((COLUMNS[0], broken), lambda r: r.code, name="坏表")
    qtbot.addWidget(view)
    view.set_rows(FIRMS[:3])
    view.resize(400, 200)
    view.grab()
    assert view.model().index(1, 1).data() == "!"
    assert view.model().index(1, 0).data() == "澄观1号"
    assert len([r for r in caplog.records if "column x" in r.message]) == 1
    caplog.clear()


def test_clicking_a_title_sorts_and_clicking_again_turns_round(qtbot: QtBot, table: DataTable[Firm]) -> None:
    click_header(qtbot, table, 3)
    assert shown(table) == ["澄观0号", "澄观1号", "澄观2号"]
    click_header(qtbot, table, 3)
    assert shown(table) == ["澄观199号", "澄观198号", "澄观197号"]


def test_shift_click_adds_a_second_key(qtbot: QtBot, table: DataTable[Firm]) -> None:
    click_header(qtbot, table, 2)
    click_header(qtbot, table, 3, shift=True)
    assert table.table.order == (("park", False), ("tax", False))
    assert shown(table)[0] == "澄观1号"


def test_typing_on_the_table_filters_it_also_in_chinese(qtbot: QtBot, table: DataTable[Firm]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    table.attach_search(field)
    qtbot.keyClicks(table, "1")
    assert field.text() == "1"
    typed = QInputMethodEvent()
    typed.setCommitString("海淀")
    QApplication.sendEvent(table, typed)
    assert field.text() == "海淀"
    assert len(table.table) == 100


def test_the_same_row_stays_current_after_refresh_sort_and_filter(table: DataTable[Firm]) -> None:
    key = FIRMS[40].code
    assert table.select_key(key)
    table.set_rows(reversed(FIRMS))
    assert table.current_key() == key
    table.sort_by(("tax", True))
    assert table.current_key() == key
    table.search("海淀")
    assert table.current_key() == key
    gone: list[object] = []
    table.current_changed.connect(gone.append)
    table.search("昌平")
    assert table.current_key() is None
    assert gone[-1] is None


def test_refreshing_does_not_move_the_page_under_the_reader(table: DataTable[Firm]) -> None:
    table.verticalScrollBar().setValue(900)
    table.set_rows(FIRMS)
    assert table.verticalScrollBar().value() == 900


def test_copied_codes_stay_text_and_amounts_exact(table: DataTable[Firm]) -> None:
    model = table.model()
    table.setCurrentIndex(model.index(1, 1))
    table.selectionModel().select(model.index(1, 3), table.selectionModel().SelectionFlag.Select)
    table.copy_headers_action.trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "信用代码\t本月税收（万元）\n000000000000000001\t1.00"
    assert "mso-number-format:'\\@'\">000000000000000001</td>" in mime.html()


def test_two_selected_figures_are_summed_for_the_status_bar(table: DataTable[Firm]) -> None:
    said: list[str] = []
    table.summed.connect(said.append)
    model = table.model()
    table.setCurrentIndex(model.index(2, 3))
    table.selectionModel().select(model.index(4, 3), table.selectionModel().SelectionFlag.Select)
    assert said[-1] == "计数 2　求和 6.00　平均 3.00"
    table.clearSelection()
    assert said[-1] == ""


def test_enter_and_a_link_open_the_row(qtbot: QtBot, table: DataTable[Firm]) -> None:
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.select_key(FIRMS[5].code)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [FIRMS[5].code, FIRMS[2].code]


def test_a_figure_too_wide_becomes_hashes_and_a_name_is_cut(qtbot: QtBot) -> None:
    assert fitting(Cell("1,283,550.00", "money"), 40) == TOO_NARROW
    assert fitting(Cell("911101080000000001", "code"), 60) == TOO_NARROW
    assert fitting(Cell("北京澄观数据技术有限公司"), 60).endswith("…")
    assert fitting(Cell("海淀园"), 200) == "海淀园"


def test_the_totals_say_whether_a_filter_is_on(table: DataTable[Firm], pane: TablePane[Firm]) -> None:
    assert pane.foot is not None
    assert pane.foot.sentence() == "全部合计　200　19,897.00"
    table.search("昌平")
    assert pane.foot.sentence().startswith("筛选合计　100")
    pane.resize(700, 300)
    assert not pane.grab().isNull()


def test_an_empty_result_offers_to_take_each_filter_away(table: DataTable[Firm], pane: TablePane[Firm]) -> None:
    table.tick("park", ["海淀园"])
    table.search("澄观1号")
    links = {b.text(): b for b in pane.findChildren(QPushButton) if b.text()}
    assert "去掉筛选“海淀园”可见 1 条" in links
    assert "去掉筛选“澄观1号”可见 100 条" in links
    links["去掉筛选“海淀园”可见 1 条"].click()
    assert shown(table) == ["澄观1号"]


def test_ticking_a_facet_filters_and_keeps_the_focus(qtbot: QtBot, table: DataTable[Firm]) -> None:
    panel = FacetPanel(table)
    qtbot.addWidget(panel)
    panel.show()
    tick = panel.findChild(QCheckBox, "park=昌平园")
    assert tick is not None
    assert tick.accessibleName() == "昌平园 100"
    tick.click()
    assert len(table.table) == 100
    again = panel.findChild(QCheckBox, "park=昌平园")
    assert again is not None
    assert again.isChecked()


def test_the_chooser_hides_columns_finds_them_and_keeps_the_last(qtbot: QtBot, table: DataTable[Firm]) -> None:
    chooser = ColumnChooser(table)
    qtbot.addWidget(chooser)
    chooser.search.setText("税")
    assert [chooser.list.item(n).isHidden() for n in range(4)] == [True, True, True, False]
    for n in range(4):
        chooser.list.item(n).setCheckState(Qt.CheckState.Unchecked)
    assert table.visible_columns() == [3]


def test_a_remembered_layout_comes_back_and_can_be_reset(table: DataTable[Firm]) -> None:
    table.setColumnWidth(1, 222)
    table.setColumnHidden(2, True)
    table.horizontalHeader().moveSection(3, 0)
    state = table.layout_state()
    table.reset_layout()
    assert table.visible_columns() == [0, 1, 2, 3]
    assert table.columnWidth(1) == 160
    table.restore_layout(state)
    assert table.visible_columns() == [3, 0, 1]
    assert table.columnWidth(1) == 222


def test_tab_leaves_the_table(qtbot: QtBot, table: DataTable[Firm]) -> None:
    assert not table.tabKeyNavigation()
    QApplication.sendEvent(table, QEvent(QEvent.Type.StyleChange))
    assert table.accessibleName() == "企业台账"


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> DataTable[Firm]:
    theme.apply(qapp, "light")
    view = DataTable(COLUMNS, lambda r: r.code, name="企业台账")
    qtbot.addWidget(view)
    view.set_rows(FIRMS)
    view.resize(700, 400)
    view.show()
    qtbot.waitActive(view)
    view.setFocus()
    return view


def test_f3_goes_from_match_to_match_and_over_the_end(qtbot: QtBot, table: DataTable[Firm]) -> None:
    """查到 11 家，F3 逐个看，到头回到第一个；在查找框里也行。"""
    field = QLineEdit()
    qtbot.addWidget(field)
    table.attach_search(field)
    field.setText("澄观19")
    names = [table.table.row(n).name for n in range(len(table.table))]
    assert len(names) == 11
    seen = []
    for action in [a for a in table.actions() if a.shortcut().toString() == "F3"] * 12:
        action.trigger()
        seen.append(table.table.row(table.currentIndex().row()).name)
        assert table.currentIndex().column() == 0
    assert seen in ([*names, names[0]], [*names[1:], *names[:2]])
    next(a for a in field.actions() if a.shortcut().toString() == "Shift+F3").trigger()
    assert table.table.row(table.currentIndex().row()).name == seen[-2]
    field.setText("没有这家")
    next(a for a in field.actions() if a.shortcut().toString() == "F3").trigger()
    assert len(table.table) == 0


def test_space_ticks_rows_and_leaves_the_others(qtbot: QtBot, rows: DataTable[Firm]) -> None:
    rows.setCurrentIndex(rows.model().index(1, 0))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(rows, Qt.Key.Key_Down, control)
    qtbot.keyClick(rows, Qt.Key.Key_Down, control)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.selected_keys() == [FIRMS[1].code, FIRMS[3].code]
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.selected_keys() == [FIRMS[1].code]


def test_several_selected_rows_stay_selected_over_a_refresh_and_a_sort(rows: DataTable[Firm]) -> None:
    """选了三家，别处入库刷新以后还是这三家；其中一家不在了就剩两家。"""
    rows.setCurrentIndex(rows.model().index(2, 0))
    for n in (2, 5, 9):
        index = rows.model().index(n, 0)
        rows.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows)
    chosen = {FIRMS[n].code for n in (2, 5, 9)}
    rows.set_rows([FIRMS[150], *FIRMS[:20]])
    assert set(rows.selected_keys()) == chosen
    rows.sort_by(("tax", True))
    assert set(rows.selected_keys()) == chosen
    rows.set_rows([f for f in FIRMS[:20] if f.code != FIRMS[5].code])
    assert set(rows.selected_keys()) == chosen - {FIRMS[5].code}
    assert rows.current_key() == FIRMS[2].code
