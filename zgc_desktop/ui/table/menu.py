"""The menu of a table's titles: which columns are shown, frozen, filtered and how wide; each change is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.chooser import choose_columns
from zgc_desktop.ui.table.grouping import show_groups
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.grouping import UNGROUPED

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable


def header_menu(view: DataTable[Any], section: int) -> QMenu:
    """What can be done with columns; 冻结到此列 and 按此列筛选 are about the one that was clicked."""
    visible = view.visible_columns()
    place = visible.index(section) + 1 if section in visible else 0
    menu = QMenu(view)
    menu.addAction(tr("显示列…"), lambda: choose_columns(view, view.touched))
    if place:
        menu.addAction(tr("冻结到此列"), lambda: _by_hand(view, lambda: view.freeze(place)))
    if view.frozen:
        menu.addAction(tr("取消冻结"), lambda: _by_hand(view, lambda: view.freeze(0)))
    menu.addAction(tr("按此列筛选（Ctrl+Shift+L）"), lambda: _filter_under(view, section))
    if section >= 0 and view.table.columns[section].kind not in UNGROUPED and len(view.table):
        menu.addAction(tr("按此列分组…"), lambda: show_groups(view, section))
    menu.addAction(tr("最合适列宽"), lambda: _by_hand(view, lambda: fit_columns(view)))
    menu.addAction(tr("取消排序"), lambda: _by_hand(view, lambda: view.sort_by()))
    menu.addAction(tr("恢复默认"), lambda: _back_to_declared(view))
    return menu


def fit_columns(view: DataTable[Any]) -> None:
    """Each column as wide as the rows on the screen need."""
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    rows = range(max(0, first), (len(view.table) if last < 0 else last + 1))
    for n, c in enumerate(view.table.columns):
        texts = [view.table.cell(r, n).text for r in rows]
        widest = max([theme.width_of(c.header, "caption") + 12, *(theme.width_of(t, "body", c.bold) for t in texts)])
        view.setColumnWidth(n, int(widest) + 36)


def _filter_under(view: DataTable[Any], section: int) -> None:
    view.show_filter_row(True)
    view.filter_row.focus(section)


def _by_hand(view: DataTable[Any], change: Callable[[], object]) -> None:
    change()
    view.touched()


def _back_to_declared(view: DataTable[Any]) -> None:
    view.sort_by()
    view.reset_layout()
    view.is_arranged = False
    view.arranged.emit()
