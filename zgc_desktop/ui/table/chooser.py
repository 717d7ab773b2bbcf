"""Dialog that shows and hides columns, with type-to-find."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QTableView

from zgc_desktop.ui.table.model import TableModel
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import col, lay, row
from zgc_desktop.viewmodels.columns import searchable


class ColumnChooser(QDialog):
    """Ticks show, unticked columns hide, at once; the last visible column cannot be hidden."""

    changed = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.setWindowTitle(tr("显示列"))
        self.resize(300, 420)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("查找列"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        model = view.model()
        if isinstance(model, TableModel):
            for n, c in enumerate(model.table.columns):
                item = QListWidgetItem(tr(c.header))
                item.setData(Qt.ItemDataRole.UserRole, n)
                item.setCheckState(Qt.CheckState.Unchecked if view.isColumnHidden(n) else Qt.CheckState.Checked)
                self.list.addItem(item)
        self.list.itemChanged.connect(self._toggled)
        done = button(tr("关闭"), self.accept)
        lay(
            self,
            col(
                label(tr("勾选的列显示在表中"), "note"), self.search, (self.list, 1), row(None, done), margins=(16, 12, 16, 12)
            ),
        )

    def _narrow(self, words: str) -> None:
        for n in range(self.list.count()):
            item = self.list.item(n)
            item.setHidden(searchable(words) not in searchable(item.text()))

    def _toggled(self, item: QListWidgetItem) -> None:
        shown = item.checkState() == Qt.CheckState.Checked
        column = int(item.data(Qt.ItemDataRole.UserRole))
        visible = [n for n in range(self._view.horizontalHeader().count()) if not self._view.isColumnHidden(n)]
        if not shown and visible == [column]:
            item.setCheckState(Qt.CheckState.Checked)
            return
        self._view.setColumnHidden(column, not shown)
        self.changed.emit()


def choose_columns(view: QTableView, on_change: Callable[[], object]) -> None:
    """Open the chooser beside the table; the table stays usable. ``on_change`` is called after every tick."""
    dialog = ColumnChooser(view)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.changed.connect(lambda: on_change())
    dialog.open()
