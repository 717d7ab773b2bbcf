"""The table's filter row, frozen columns, remembered layout, saved filters; and how little it asks of 100,000 rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.filter_bar import FilterBar, NameField, SavedChip
from zgc_desktop.ui.table.frozen import FrozenColumns
from zgc_desktop.ui.table.header import Header
from zgc_desktop.ui.table.memory import TableMemory
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.viewmodels.columns import Cell, Column
from zgc_desktop.viewmodels.filtering import Filters


class Firm(NamedTuple):
    code: str
    name: str
    park: str
    tax: int | None


ASKED: Counter[str] = Counter()


def _asked(row: Firm) -> Cell:
    ASKED["cell"] += 1
    return Cell(row.park)


COLUMNS = (
    Column[Firm]("name", "企业名称", lambda r: r.name, "link", least=260),
    Column[Firm]("code", "信用代码", lambda r: r.code, "code", 160),
    Column[Firm]("park", "园", lambda r: r.park, width=80, facet=True, cell=_asked),
    Column[Firm]("tax", "本月税收", lambda r: r.tax, "money", 110, unit="万元", total=True),
    Column[Firm]("more", "备注", lambda r: f"{r.name}的备注", width=320),
)


def firms(count: int) -> list[Firm]:
    parks = ("海淀园", "昌平园")
    return [Firm(f"{n:018d}", f"澄观{n}号", parks[n % 2], None if n == 3 else n * 1_000_000) for n in range(count)]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> DataTable[Firm]:
    theme.apply(qapp, "light")
    return made(qtbot, firms(200))


def made(qtbot: QtBot, rows: list[Firm]) -> DataTable[Firm]:
    view = DataTable(COLUMNS, lambda r: r.code, name="企业台账")
    qtbot.addWidget(view)
    view.set_rows(rows)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


# ---- the filter row -------------------------------------------------------------------------------------------------------


def test_the_filter_row_stands_under_its_titles_and_filters_as_one_types(qtbot: QtBot, table: DataTable[Firm]) -> None:
    head = table.horizontalHeader()
    before = head.height()
    table.toggle_filter_row()
    assert head.height() == before + 32
    field = table.filter_row.fields["tax"]
    assert field.isVisible()
    assert field.accessibleName() == "筛选本月税收"
    left = head.sectionViewportPosition(3)
    assert left <= field.x() <= field.geometry().right() <= left + head.sectionSize(3)
    assert field.y() >= before - 1
    table.filter_row.focus(3)
    qtbot.keyClicks(field, ">=198")
    assert [table.table.row(n).name for n in range(len(table.table))] == ["澄观198号", "澄观199号"]
    assert field.hasFocus() or not table.isActiveWindow()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(table.table) == 200


def test_hiding_the_row_filters_no_more_and_what_cannot_be_read_is_told(table: DataTable[Firm]) -> None:
    table.toggle_filter_row()
    table.filter_row.fields["tax"].setText(">很多")
    assert len(table.table) == 200
    assert table.filter_row.fields["tax"].property("fault") == "true"
    assert "看不懂" in table.filter_row.fields["tax"].toolTip()
    table.filter_row.fields["park"].setText("海淀")
    assert len(table.table) == 100
    table.toggle_filter_row()
    assert not table.filter_row.fields["park"].isVisible()
    assert len(table.table) == 200


def test_the_fields_follow_their_columns(table: DataTable[Firm]) -> None:
    table.toggle_filter_row()
    head, field = table.horizontalHeader(), table.filter_row.fields["code"]
    table.setColumnWidth(1, 222)
    assert field.width() == 214
    head.moveSection(head.visualIndex(1), 0)
    assert field.x() == head.sectionViewportPosition(1) + 4
    table.setColumnHidden(1, True)
    assert not field.isVisible()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    other = table.filter_row.fields["tax"]
    assert other.x() == head.sectionViewportPosition(3) + 4


# ---- frozen columns -------------------------------------------------------------------------------------------------------


def frozen(table: DataTable[Firm]) -> FrozenColumns:
    (view,) = table.findChildren(FrozenColumns)
    return view


def test_frozen_columns_stay_while_the_rest_scrolls(qtbot: QtBot, table: DataTable[Firm]) -> None:
    table.freeze(1)
    view = frozen(table)
    assert view.isVisible()
    assert [n for n in range(5) if not view.isColumnHidden(n)] == [0]
    assert view.width() == table.columnWidth(0)
    table.horizontalScrollBar().setValue(150)
    table.verticalScrollBar().setValue(640)
    assert view.geometry().x() == 0
    assert view.verticalScrollBar().value() == 640
    assert view.indexAt(QPoint(20, 40)).row() == table.indexAt(QPoint(view.width() + 20, 40)).row()
    place = view.visualRect(view.model().index(22, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.currentIndex().row() == 22
    table.freeze(0)
    assert not view.isVisible()


def test_a_cell_is_never_left_under_the_frozen_columns(table: DataTable[Firm]) -> None:
    table.freeze(1)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.setCurrentIndex(table.model().index(0, 1))
    table.scrollTo(table.currentIndex())
    assert table.visualRect(table.currentIndex()).left() >= frozen(table).width() - 1


def test_frozen_columns_sort_filter_and_grow_with_the_table(qtbot: QtBot, table: DataTable[Firm]) -> None:
    table.freeze(2)
    view = frozen(table)
    table.toggle_filter_row()
    assert view.filters.fields["name"].isVisible()
    qtbot.keyClicks(view.filters.fields["name"], "19")
    assert len(table.table) == 12
    assert table.filter_row.fields["name"].text() == "19"
    table.setColumnWidth(1, 200)
    assert view.columnWidth(1) == 200
    head = view.horizontalHeader()
    assert isinstance(head, Header)
    place = QPoint(head.sectionViewportPosition(1) + 20, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.table.order == (("code", False),)
    assert head.order == (("code", False),)


def test_the_menu_of_a_title_freezes_up_to_it(table: DataTable[Firm], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: opened.append(menu))
    head = table.horizontalHeader()
    head.customContextMenuRequested.emit(QPoint(head.sectionViewportPosition(1) + 10, 10))
    (menu,) = opened
    words = [a.text() for a in menu.actions()]
    assert words[:3] == ["显示列…", "冻结到此列", "按此列筛选（Ctrl+Shift+L）"]
    next(a for a in menu.actions() if a.text() == "冻结到此列").trigger()
    assert table.frozen == 2


# ---- what is remembered ---------------------------------------------------------------------------------------------------


def test_a_person_finds_the_table_as_it_was_left(
    qtbot: QtBot, qapp: QApplication, table: DataTable[Firm], tmp_path: Path
) -> None:
    kept = settings(tmp_path)
    TableMemory(table, kept, "张", "companies")
    table.setColumnWidth(1, 222)
    table.setColumnHidden(2, True)
    table.freeze(1)
    table.sort_by(("tax", True))
    table.touched()
    again = made(qtbot, firms(20))
    TableMemory(again, kept, "张", "companies")
    assert again.columnWidth(1) == 222
    assert again.isColumnHidden(2)
    assert again.frozen == 1
    assert again.table.order == (("tax", True),)
    other = made(qtbot, firms(20))
    TableMemory(other, kept, "李", "companies")
    assert other.columnWidth(1) == 160
    assert not other.is_arranged


@pytest.mark.parametrize(
    "note", ["{", "[]", '{"columns": {"code": [1]}}', '{"columns": {"code": ["x", "y", 0]}, "order": [3]}']
)
def test_a_damaged_note_leaves_the_table_as_declared(table: DataTable[Firm], tmp_path: Path, note: str) -> None:
    kept = settings(tmp_path)
    kept.setValue("tables/张/companies", note)
    TableMemory(table, kept, "张", "companies")
    assert table.columnWidth(1) == 160
    assert table.visible_columns() == [0, 1, 2, 3, 4]


# ---- saved filters --------------------------------------------------------------------------------------------------------


def bar_of(qtbot: QtBot, table: DataTable[Firm], kept: QSettings, said: list[str]) -> FilterBar:
    bar = FilterBar(table, TableMemory(table, kept, "张", "companies"), said.append)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def press(bar: FilterBar, word: str) -> None:
    next(b for b in bar.findChildren(QPushButton) if b.text() == word).click()


def test_a_filter_is_saved_under_a_name_and_comes_back_as_a_chip(qtbot: QtBot, table: DataTable[Firm], tmp_path: Path) -> None:
    kept, said = settings(tmp_path), list[str]()
    bar = bar_of(qtbot, table, kept, said)
    assert not bar.isVisible() or not bar.findChildren(QPushButton)
    table.tick("park", ["海淀园"])
    table.type_under("tax", ">100")
    assert {"园：海淀园  ×", "本月税收 >100  ×", "清除全部筛选"} <= {b.text() for b in bar.findChildren(QPushButton)}
    press(bar, "保存筛选…")
    name = bar.findChild(NameField)
    assert name is not None
    name.setText("海淀大户")
    name.returnPressed.emit()
    press(bar, "清除全部筛选")
    assert len(table.table) == 200
    again = made(qtbot, firms(200))
    other = bar_of(qtbot, again, kept, said)
    (chip,) = other.findChildren(SavedChip)
    assert not chip.isChecked()
    chip.click()
    assert again.table.filters() == Filters("", {"park": frozenset({"海淀园"})}, {"tax": ">100"})
    assert again.filter_row.fields["tax"].text() == ">100"
    (chip,) = other.findChildren(SavedChip)
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert not other.findChildren(SavedChip)


def test_filters_go_to_a_colleague_as_text(qtbot: QtBot, table: DataTable[Firm], tmp_path: Path) -> None:
    said = list[str]()
    bar = bar_of(qtbot, table, settings(tmp_path), said)
    table.tick("park", ["海淀园"])
    press(bar, "复制筛选")
    assert "海淀园" in QGuiApplication.clipboard().text()
    table.clear_filters()
    bar.paste_filters()
    assert len(table.table) == 100
    QGuiApplication.clipboard().setText("别的文字")
    bar.paste_filters()
    assert said[-1] == "剪贴板里没有筛选文本"
    assert len(table.table) == 100


# ---- 100,000 rows ---------------------------------------------------------------------------------------------------------


def test_scrolling_100000_rows_asks_only_for_what_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    """一次滚动只问看得见的单元格：不随行数增加。"""
    theme.apply(qapp, "light")
    counts = []
    for size in (1_000, 100_000):
        view = made(qtbot, firms(size))
        view.grab()
        seen = view.viewport().height() // theme.sizes().row + 2
        ASKED.clear()
        for place in range(1, 11):
            view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * place // 10)
            view.grab()
        counts.append(ASKED["cell"])
        # A page is painted once by the scroll and once by the picture; each cell asks once for its text and once to be painted.
        assert 10 * (seen - 3) <= ASKED["cell"] <= 10 * seen * 4
    assert counts[1] <= counts[0] * 1.2


def test_frozen_columns_keep_qts_rules(qtmodeltester: ModelTester, table: DataTable[Firm]) -> None:
    table.freeze(1)
    table.type_under("tax", ">10")
    qtmodeltester.check(table.model())
