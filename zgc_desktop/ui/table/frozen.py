"""Frozen columns (冻结到此列): a second view over the same rows on the table's left edge, scrolling with its rows only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from zgc_desktop.ui.table.delegate import CellDelegate
from zgc_desktop.ui.table.filter_row import FilterRow
from zgc_desktop.ui.table.header import Header
from zgc_desktop.ui.widgets.layout import set_role

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable


class FrozenColumns(QTableView):
    """The leftmost columns again, above the table that scrolls under them; clicks and keys go to the table."""

    def __init__(self, table: DataTable[Any], lines: bool) -> None:
        super().__init__(table)
        self._table = table
        self.header = Header(self)
        self.setHorizontalHeader(self.header)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.delegate = CellDelegate(self, lines=lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(table.accessibleName())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.setSectionsMovable(False)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.filters = FilterRow(self.header, table.table, table.type_under)
        self._edge = set_role(QFrame(self), "rule")
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.viewport().installEventFilter(self)
        self.count = 0
        self.hide()

    def freeze(self, count: int) -> None:
        """Freeze so many columns from the left as they stand now; 0 frees all."""
        self.count = max(0, count)
        head = self._table.horizontalHeader()
        shown = [head.logicalIndex(n) for n in range(head.count())]
        frozen = [n for n in shown if not head.isSectionHidden(n)][: self.count]
        for place, n in enumerate(shown):
            self.header.moveSection(self.header.visualIndex(n), place)
            self.setColumnHidden(n, n not in frozen)
            self.setColumnWidth(n, head.sectionSize(n))
        self.setVisible(bool(frozen))
        self.place()

    def width_wanted(self) -> int:
        """Pixels the frozen columns cover."""
        return sum(self.columnWidth(n) for n in range(self.header.count()) if not self.isColumnHidden(n))

    def place(self) -> None:
        """Lie over the left edge of the table, header and rows."""
        if not self.isVisible() and not self.count:
            return
        table = self._table
        self.header.grow(table.header_growth())
        height = table.horizontalHeader().height() + table.viewport().height()
        width = min(self.width_wanted(), table.viewport().width() - 80)
        self.setGeometry(table.frameWidth(), table.frameWidth(), max(0, width), height)
        self._edge.setGeometry(self.width() - 1, 0, 1, height)
        self._edge.raise_()
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.count:
            self.place()
        return False
