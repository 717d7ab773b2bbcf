"""A Qt model over TableData: it only asks and tells; sorting and filtering happen in the data, without a proxy."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zgc_desktop.ui.numbers import shown_cell
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.columns import Cell
from zgc_desktop.viewmodels.filtering import Filters
from zgc_desktop.viewmodels.table import Change, Prepared, TableData

log = logging.getLogger(__name__)
R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ALIGN = {
    "left": Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignCenter,
}
NOWHERE = QModelIndex()
BROKEN = Cell("!", tone="error")
"""Painted where a declaration fails, so that one bad value neither hides nor closes anything."""


class TableModel(QAbstractTableModel, Generic[R]):
    """The shown rows of a TableData. ``data()`` never raises: an exception there would end in whoever paints."""

    changed = Signal(object, str)
    """(Change, why it is refused or "")."""

    def __init__(self, data: TableData[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = data
        self._failed: set[str] = set()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def cell(self, index: Index) -> Cell:
        """What an index paints."""
        return self.cell_at(index.row(), index.column())

    def cell_at(self, row: int, column: int) -> Cell:
        """What is painted in a shown row and a column; a marked cell where the declaration fails."""
        try:
            return shown_cell(self.table.cell(row, column))
        except Exception as problem:
            self._report(column, problem)
            return BROKEN

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.table):
            return None
        if role == Role.TextAlignmentRole:
            return ALIGN[self.table.columns[index.column()].align]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.cell(index).text
        if role == Role.EditRole:
            edit = self.table.columns[index.column()].edit
            return edit.text(self.table.row(index.row())) if edit is not None else self.cell(index).text
        if role == Role.ToolTipRole:
            cell = self.cell(index)
            return cell.tip or cell.text or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        editable = index.isValid() and self.table.columns[index.column()].edit is not None
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand a change on; what is shown changes when the desk has written it, never before."""
        if role != Role.EditRole or not index.isValid() or index.row() >= len(self.table):
            return False
        column, row, said = self.table.columns[index.column()], self.table.row(index.row()), str(value).strip()
        if column.edit is None or said == column.edit.text(row):
            return False
        self.changed.emit(Change(self.table.key_at(index.row()), column.key, said), column.edit.fault(row, said))
        return False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.table.columns):
            return None
        column = self.table.columns[section]
        if role == Role.DisplayRole:
            return tr(column.header)
        if role == Role.TextAlignmentRole:
            return ALIGN[column.align]
        return None

    # ---- changes: one reset each; the view keeps its context by row keys ----------------------------------------------

    def set_rows(self, rows: Iterable[R] | Prepared[R]) -> None:
        """Take new rows."""
        self.beginResetModel()
        self._failed.clear()
        self.table.set_rows(rows)
        self.endResetModel()

    def sort_by(self, *order: tuple[str, bool]) -> None:
        """Sort by (column key, descending) pairs."""
        self.beginResetModel()
        self.table.sort_by(*order)
        self.endResetModel()

    def search(self, words: str) -> None:
        """Filter by words."""
        if words.strip() != self.table.words:
            self.beginResetModel()
            self.table.search(words)
            self.endResetModel()

    def tick(self, column: str, values: Iterable[str]) -> None:
        """Filter by the values of a facet."""
        self.beginResetModel()
        self.table.tick(column, values)
        self.endResetModel()

    def type_under(self, column: str, text: str) -> None:
        """Filter by what is typed under a title."""
        self.beginResetModel()
        self.table.type_under(column, text)
        self.endResetModel()

    def filter_by(self, filters: Filters) -> None:
        """Filter by this and by nothing else."""
        self.beginResetModel()
        self.table.filter_by(filters)
        self.endResetModel()

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """Where a row is shown; an invalid index if it is not."""
        place = self.table.find(key)
        return QModelIndex() if place is None else self.index(place, column)

    def _report(self, column: int, problem: Exception) -> None:
        name = self.table.columns[column].key
        if name not in self._failed:  # once a column, not once a painted cell
            self._failed.add(name)
            log.error("column %s cannot be shown: %r", name, problem)
