"""按此列分组: the shown rows of a table by the values of one column, counted and summed; opening a group filters by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog

from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.viewmodels.grouping import Group, group_columns, groups

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable


class Groups(QDialog):
    """The groups of a column, largest first; Enter or a click on a value shows its rows."""

    def __init__(self, view: DataTable[Any], key: str) -> None:
        super().__init__(view.window())
        from zgc_desktop.ui.table.pane import TablePane
        from zgc_desktop.ui.table.view import DataTable

        self._view, self._key = view, key
        data = view.table
        title = tr("按{column}分组", column=tr(data.column(key).title))
        self.setWindowTitle(worded(title))
        self.table: DataTable[Group] = DataTable(group_columns(data, key), lambda g: g.value, name=title)
        self.table.set_rows(groups(data, key))
        self.table.opened.connect(self._open)
        note = tr("当前显示的 {n} 行，{m} 组；打开一组即按它筛选。", n=f"{len(data):,}", m=f"{len(self.table.table):,}")
        done = button(tr("关闭"), self.accept)
        pane = box(col((TablePane(self.table, totals=True), 1), gap=0, margins=INSIDE), "card")
        lay(self, col(label(title, "h2"), label(note, "sub"), (pane, 1), row(None, done), gap=8, margins=(20, 16, 20, 16)))
        self.resize(760, 560)

    def _open(self, value: object) -> None:
        self.accept()
        self._view.tick(self._key, (str(value),))


def show_groups(view: DataTable[Any], section: int) -> None:
    """Open the groups of a column beside the table."""
    from PySide6.QtCore import Qt

    dialog = Groups(view, view.table.columns[section].key)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
