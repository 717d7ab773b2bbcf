"""The table view: sorting by header, copying, sums of a selection, context kept over every refresh."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QLineEdit, QMenu, QTableView

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.chooser import choose_columns
from zgc_desktop.ui.table.delegate import CellDelegate
from zgc_desktop.ui.table.header import Header
from zgc_desktop.ui.table.model import TableModel
from zgc_desktop.ui.table.selection import blocks, cells_of, columns_of, rows_of
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.table import Prepared, TableData, summarise

R = TypeVar("R")
MAX_SORT_KEYS = 3


class DataTable(QTableView, Generic[R]):
    """A table over declared columns.

    ``cells`` lets single cells be selected, as in a spreadsheet; otherwise whole rows. ``opened`` tells the key of a row on
    double click, Enter or a click on a link; ``current_changed`` the key of the current row or None; ``summed`` the sentence
    for the status bar or "".
    """

    opened = Signal(object)
    current_changed = Signal(object)
    summed = Signal(str)
    filtered = Signal()
    menu_asked = Signal(object, object)
    """(menu, row key): a page adds its own entries before the menu opens."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        name: str,
        row_height: int = 0,
        cells: bool = False,
        lines: bool = True,
        frame_current: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._data = TableData(columns, key)
        self._model: TableModel[R] = TableModel(self._data, self)
        self._search_field: QLineEdit | None = None
        self._set_up_look(row_height, lines, frame_current)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(self._model)
        self._set_up_columns()
        self._set_up_actions()
        self.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.selectionModel().currentChanged.connect(lambda now, _: self.current_changed.emit(self._key_of(now)))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._key_of(index)))
        self.clicked.connect(self._clicked)

    # ---- rows, order, filters -----------------------------------------------------------------------------------------

    @property
    def table(self) -> TableData[R]:
        """The data behind the view, for reading."""
        return self._data

    def set_rows(self, rows: Iterable[R] | Prepared[R]) -> None:
        """Show new rows; the current row, the scroll position, order and filters stay where they were."""
        self._keeping(lambda: self._model.set_rows(rows))

    def sort_by(self, *order: tuple[str, bool]) -> None:
        """Sort by (column key, descending) pairs."""
        self._keeping(lambda: self._model.sort_by(*order))
        head = self.horizontalHeader()
        if isinstance(head, Header):
            head.order = self._data.order
        head.viewport().update()

    def search(self, words: str) -> None:
        """Filter by words."""
        self._keeping(lambda: self._model.search(words))

    def tick(self, column: str, values: Iterable[str]) -> None:
        """Filter by the values of a facet; none = all."""
        self._keeping(lambda: self._model.tick(column, values))

    def clear_filters(self) -> None:
        """Show everything."""
        self._keeping(self._model.clear_filters)

    def current_key(self) -> Hashable:
        """The key of the current row, or None."""
        return self._key_of(self.currentIndex())

    def select_key(self, key: Hashable) -> bool:
        """Make a row current and scroll to it; False where it is not shown."""
        index = self._model.index_of(key, max(0, self.currentIndex().column()))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def selected_keys(self) -> list[Hashable]:
        """Keys of the selected rows in shown order."""
        return [self._data.key_at(n) for n in rows_of(blocks(self))]

    def attach_search(self, field: QLineEdit) -> None:
        """Filter as one types into the field; typing on the table goes there too."""
        self._search_field = field
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        field.textChanged.connect(self.search)

    def fit(self) -> DataTable[R]:
        """Take exactly the height of the rows (short lists inside cards)."""
        head = 0 if self.horizontalHeader().isHidden() else theme.sizes().head
        self.setFixedHeight(head + self.verticalHeader().defaultSectionSize() * len(self._data))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self

    # ---- layout the user changed --------------------------------------------------------------------------------------

    def layout_state(self) -> dict[str, list[object]]:
        """Width, place and visibility by column key, to be remembered."""
        head = self.horizontalHeader()
        return {
            c.key: [head.sectionSize(n), head.visualIndex(n), head.isSectionHidden(n)] for n, c in enumerate(self._data.columns)
        }

    def restore_layout(self, state: dict[str, list[object]]) -> None:
        """Take a remembered layout; columns that are new or gone do not disturb it."""
        head = self.horizontalHeader()
        order = [(int(str(state[c.key][1])), n) for n, c in enumerate(self._data.columns) if c.key in state]
        for place, n in sorted(order):
            head.moveSection(head.visualIndex(n), min(place, head.count() - 1))
        for n, c in enumerate(self._data.columns):
            if c.key in state:
                head.setSectionHidden(n, bool(state[c.key][2]))
                if c.width:
                    head.resizeSection(n, max(28, int(str(state[c.key][0]))))
        self._share_width()

    def reset_layout(self) -> None:
        """Widths, places and hidden columns as declared."""
        head = self.horizontalHeader()
        for n, c in enumerate(self._data.columns):
            head.moveSection(head.visualIndex(n), n)
            head.setSectionHidden(n, c.hidden)
            if c.width:
                head.resizeSection(n, c.width)
        self._share_width()

    def fit_columns(self) -> None:
        """Each column as wide as the rows on the screen need."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = range(max(0, first), (len(self._data) if last < 0 else last + 1))
        for n, c in enumerate(self._data.columns):
            texts = [self._data.cell(r, n).text for r in rows]
            widest = max([theme.width_of(c.header, "caption") + 12, *(theme.width_of(t, "body", c.bold) for t in texts)])
            self.setColumnWidth(n, int(widest) + 36)

    def visible_columns(self) -> list[int]:
        """Shown columns from left to right."""
        head = self.horizontalHeader()
        placed = [head.logicalIndex(n) for n in range(head.count())]
        return [n for n in placed if not head.isSectionHidden(n)]

    # ---- copying ------------------------------------------------------------------------------------------------------

    def copy(self, *, headers: bool = False) -> None:
        """Copy the selected cells, or whole rows: as text, and as a table in which codes stay text in Excel and WPS."""
        chosen = blocks(self)
        if not chosen:
            return
        wanted, rows = columns_of(chosen), rows_of(chosen)
        columns = [n for n in self.visible_columns() if n in wanted]
        mime = QMimeData()
        mime.setText(self._data.copy_text(rows, columns, headers=headers))
        mime.setHtml(self._data.copy_html(rows, columns, headers=headers))
        QGuiApplication.clipboard().setMimeData(mime)

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _set_up_look(self, row_height: int, lines: bool, frame_current: bool) -> None:
        self.setHorizontalHeader(Header(self))
        self._delegate = CellDelegate(self, lines=lines, frame_current=frame_current)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move inside
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(16)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(row_height or theme.sizes().row)

    def _set_up_columns(self) -> None:
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionClicked.connect(self._header_clicked)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._header_menu)
        for n, c in enumerate(self._data.columns):
            if c.width:
                self.setColumnWidth(n, c.width)
            head.setSectionHidden(n, c.hidden)

    def _set_up_actions(self) -> None:
        self.copy_action = self._action(tr("复制"), QKeySequence(QKeySequence.StandardKey.Copy), lambda: self.copy())
        self.copy_headers_action = self._action(
            tr("复制为 Excel（含表头）"), QKeySequence("Ctrl+Shift+C"), lambda: self.copy(headers=True)
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def _action(self, text: str, key: QKeySequence, do: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        self.addAction(action)
        return action

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.menu_asked.emit(menu, self._key_of(self.indexAt(at)))
        if menu.actions():
            menu.addSeparator()
        menu.addActions([self.copy_action, self.copy_headers_action])
        menu.popup(self.viewport().mapToGlobal(at))

    def _header_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("显示列…"), lambda: choose_columns(self))
        menu.addAction(tr("最合适列宽"), self.fit_columns)
        menu.addAction(tr("取消排序"), lambda: self.sort_by())
        menu.addAction(tr("恢复默认"), self.reset_layout)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _header_clicked(self, section: int) -> None:
        """Click: sort by this column, again: the other way. Shift+click: one more key."""
        key = self._data.columns[section].key
        before = dict(self._data.order)
        entry = (key, not before[key] if key in before else False)
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            order = [entry if k == key else (k, d) for k, d in self._data.order]
            if key not in before:
                order.append(entry)
            self.sort_by(*order[-MAX_SORT_KEYS:])
        else:
            self.sort_by(entry)

    def _clicked(self, index: QModelIndex) -> None:
        if self._data.columns[index.column()].kind == "link" and not QApplication.keyboardModifiers():
            self.opened.emit(self._key_of(index))

    def _key_of(self, index: QModelIndex) -> Hashable:
        return self._data.key_at(index.row()) if index.isValid() and index.row() < len(self._data) else None

    def _selection_changed(self) -> None:
        self.viewport().update()  # rows are tinted as a whole, not only the cells Qt repaints
        chosen = blocks(self)
        by_row = self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        several_rows = len(chosen) > 1 or any(b.bottom > b.top for b in chosen)
        self._delegate.many = several_rows or (not by_row and any(b.right > b.left for b in chosen))
        cells = cells_of(chosen, self.currentIndex().column() if by_row else -1)
        found = summarise(self._data, cells) if self._delegate.many else None
        self.summed.emit(found.sentence if found else "")

    def _keeping(self, change: Callable[[], None]) -> None:
        """Change rows, order or filter, and keep the current row and the place on the screen."""
        current, column = self.current_key(), self.currentIndex().column()
        top = self._key_of(self.indexAt(QPoint(1, 1)))
        offset = self.verticalScrollBar().value()
        was_seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        change()
        index = self._model.index_of(current, max(0, column)) if current is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        if top is not None:
            self.updateGeometries()  # the scroll bar learns its range only later otherwise
            self.verticalScrollBar().setValue(min(offset, self.verticalScrollBar().maximum()))
        if index.isValid() and was_seen:
            self.scrollTo(index)
        elif current is not None and not index.isValid():
            self.current_changed.emit(None)
        self._share_width()
        self.filtered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        self._type_into_search(search)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chinese typed over the table goes into the search field."""
        if event.commitString():
            self._type_into_search(event.commitString())
            event.accept()
            return
        super().inputMethodEvent(event)

    def _type_into_search(self, text: str) -> None:
        if self._search_field is not None and text.strip():
            self._search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search_field.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Columns without a width share what is left, each at least its least: QHeaderView knows no such minimum."""
        columns = self._data.columns
        loose = [n for n, c in enumerate(columns) if not c.width and not self.isColumnHidden(n)]
        fixed = sum(self.columnWidth(n) for n, c in enumerate(columns) if c.width and not self.isColumnHidden(n))
        if loose:
            room = self.viewport().width() - fixed
            spare = max(0, room - sum(columns[n].least for n in loose))
            each, rest = divmod(spare, len(loose))
            for n in loose:
                self.setColumnWidth(n, columns[n].least + each + (rest if n == loose[-1] else 0))
