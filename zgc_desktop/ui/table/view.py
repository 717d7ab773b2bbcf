"""The table view: sorting by header, copying, sums of a selection, context kept over every refresh."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.delegate import CellDelegate
from zgc_desktop.ui.table.editing import edit_actions
from zgc_desktop.ui.table.filter_row import FilterRow
from zgc_desktop.ui.table.frozen import FrozenColumns
from zgc_desktop.ui.table.header import Header
from zgc_desktop.ui.table.matches import match_keys
from zgc_desktop.ui.table.menu import header_menu
from zgc_desktop.ui.table.model import TableModel
from zgc_desktop.ui.table.selection import (
    blocks,
    cells_of,
    choose_again,
    chosen_rows,
    columns_of,
    rows_of,
    toggle_current,
)
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.rights import Menu
from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.filtering import Filters
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
    changed = Signal(object, str)
    """(Change, why it is refused or ""): a cell was edited in place."""
    block_pasted = Signal(object)
    """A Pasted, from pasting, filling down or replacing: a block checked as a whole, nothing changed yet."""
    arranged = Signal()
    """The user changed widths, places, hidden or frozen columns, or the order: worth remembering."""

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
        self._frozen: FrozenColumns | None = None
        self._before: dict[str, list[object]] = {}
        """The layout when the mouse was pressed in the header."""
        self.is_arranged = False
        """The columns stand as the user put them: no page moves them any more."""
        self._set_up_look(row_height, lines, frame_current)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(self._model)
        self._set_up_columns()
        self._set_up_actions()
        self.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.selectionModel().currentChanged.connect(lambda now, _: self.current_changed.emit(self._key_of(now)))
        self.doubleClicked.connect(self._double_clicked)
        self.clicked.connect(self._clicked)
        self._model.changed.connect(self.changed)

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
        for head in self._headers():
            head.order = self._data.order
            head.viewport().update()

    def search(self, words: str) -> None:
        """Filter by words."""
        self._keeping(lambda: self._model.search(words))

    def tick(self, column: str, values: Iterable[str]) -> None:
        """Filter by the values of a facet; none = all."""
        self._keeping(lambda: self._model.tick(column, values))

    def type_under(self, column: str, text: str) -> None:
        """Filter by what is typed under a title; "" = all."""
        if text.strip() != self._data.typed.get(column, ""):
            self._keeping(lambda: self._model.type_under(column, text))

    def filter_by(self, filters: Filters) -> None:
        """Filter by this and by nothing else; conditions typed under titles are shown there."""
        self._keeping(lambda: self._model.filter_by(filters))
        if self._data.typed and not self.filter_row.is_on:
            self.show_filter_row(True)

    def clear_filters(self) -> None:
        """Show everything."""
        self.filter_by(Filters())

    def show_filter_row(self, on: bool) -> None:
        """The fields under the titles; hidden, they filter no more: nothing filters that cannot be seen."""
        if not on and self._data.typed:
            self.filter_by(Filters(self._data.words, dict(self._data.ticked)))
        self.filter_row.show(on)
        if self._frozen is not None:
            self._frozen.filters.show(on)
            self._frozen.place()
        self.updateGeometries()

    def toggle_filter_row(self) -> None:
        """Ctrl+Shift+L: show the fields and go to the one of the current column, or hide them."""
        self.show_filter_row(not self.filter_row.is_on)
        if self.filter_row.is_on:
            at = self.currentIndex().column()
            shown = self.visible_columns()
            self.filter_row.focus(at if at in shown else shown[0])

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
        for widget in (self, field):
            match_keys(widget, lambda: self)

    def fit(self) -> DataTable[R]:
        """Take exactly the height of the rows (short lists inside cards)."""
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
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
        self.is_arranged = True
        self._share_width()

    def freeze(self, count: int) -> None:
        """Freeze so many columns from the left (冻结到此列); 0 frees all."""
        if count and self._frozen is None:
            self._frozen = self._make_frozen()
        if self._frozen is not None:
            self._frozen.freeze(count)

    @property
    def frozen(self) -> int:
        """How many columns are frozen."""
        return self._frozen.count if self._frozen is not None else 0

    def header_growth(self) -> int:
        """Pixels the filter row takes below the titles."""
        head = self.horizontalHeader()
        return head.growth if isinstance(head, Header) else 0

    def touched(self) -> None:
        """The user changed the layout."""
        self.is_arranged = True
        if self._frozen is not None and self._frozen.count:
            self._frozen.freeze(self._frozen.count)
        self.arranged.emit()

    def reset_layout(self) -> None:
        """Widths, places and hidden columns as declared, nothing frozen."""
        self.freeze(0)
        head = self.horizontalHeader()
        for n, c in enumerate(self._data.columns):
            head.moveSection(head.visualIndex(n), n)
            head.setSectionHidden(n, c.hidden)
            if c.width:
                head.resizeSection(n, c.width)
        self._share_width()

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
        assert isinstance(head, Header)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionClicked.connect(self._header_clicked)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self._header_menu(head, at))
        head.taken.connect(lambda: self._before.update(self.layout_state()))
        head.left.connect(self._let_go)
        self.filter_row = FilterRow(head, self._data, self.type_under)
        self.horizontalScrollBar().valueChanged.connect(self.filter_row.place)
        for n, c in enumerate(self._data.columns):
            if c.width:
                self.setColumnWidth(n, c.width)
            head.setSectionHidden(n, c.hidden)

    def _set_up_actions(self) -> None:
        self.copy_action = self.add_key(tr("复制"), QKeySequence(QKeySequence.StandardKey.Copy), lambda: self.copy())
        self.copy_headers_action = self.add_key(
            tr("复制为 Excel（含表头）"), QKeySequence("Ctrl+Shift+C"), lambda: self.copy(headers=True)
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)  # F2; a double click decides for itself
        if any(c.edit is not None for c in self._data.columns):
            edit_actions(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def add_key(self, text: str, key: QKeySequence, do: Callable[[], None]) -> QAction:
        """A key of the table's own: it works while the table has the focus."""
        action = QAction(text, self)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        self.addAction(action)
        return action

    def _menu(self, at: QPoint) -> None:
        menu = Menu(self)
        self.menu_asked.emit(menu, self._key_of(self.indexAt(at)))
        if menu.actions():
            menu.addSeparator()
        menu.addActions([self.copy_action, self.copy_headers_action])
        menu.popup(self.viewport().mapToGlobal(at))

    def _make_frozen(self) -> FrozenColumns:
        made = FrozenColumns(self, self._delegate.lines)
        made.header.order = self._data.order
        made.header.sectionClicked.connect(self._header_clicked)
        made.header.customContextMenuRequested.connect(lambda at: self._header_menu(made.header, at))
        made.customContextMenuRequested.connect(self._menu)
        made.doubleClicked.connect(lambda index: self.opened.emit(self._key_of(index)))
        made.clicked.connect(self._clicked)
        made.pressed.connect(lambda _: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self.horizontalHeader().sectionResized.connect(lambda n, _old, new: self._follow_width(made, n, new))
        made.filters.show(self.filter_row.is_on)
        return made

    def _follow_width(self, frozen: FrozenColumns, column: int, width: int) -> None:
        if frozen.count:
            frozen.setColumnWidth(column, width)
            frozen.place()

    def _headers(self) -> list[Header]:
        heads = [self.horizontalHeader(), *([self._frozen.header] if self._frozen is not None else [])]
        return [head for head in heads if isinstance(head, Header)]

    def _header_menu(self, head: Header, at: QPoint) -> None:
        """What can be done with columns; 冻结到此列 and 按此列筛选 are about the one that was clicked."""
        header_menu(self, head.logicalIndexAt(at)).popup(head.mapToGlobal(at))

    def _let_go(self) -> None:
        """After a drag in the header the columns are the user's; after a click only the order is."""
        if self.layout_state() != self._before:
            self.touched()
        else:
            self.arranged.emit()

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

    def _double_clicked(self, index: QModelIndex) -> None:
        """A cell that can be changed is edited, any other opens its row."""
        if self._data.columns[index.column()].edit is None:
            self.opened.emit(self._key_of(index))
        else:
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter commits and goes down, as in Excel and WPS."""
        super().closeEditor(editor, hint)
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)

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
        """Change rows, order or filter, and keep the current row, the selected ones and the place on the screen."""
        chosen = chosen_rows(self)
        current, column = self.current_key(), self.currentIndex().column()
        top = self._key_of(self.indexAt(QPoint(1, 1)))
        offset = self.verticalScrollBar().value()
        was_seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        change()
        index = self._model.index_of(current, max(0, column)) if current is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        if chosen is not None:
            choose_again(self, chosen)
        if top is not None:
            self.updateGeometries()  # the scroll bar learns its range only later otherwise
            self.verticalScrollBar().setValue(min(offset, self.verticalScrollBar().maximum()))
        if index.isValid() and was_seen and not self._is_typed_under():
            self.scrollTo(index)
        elif current is not None and not index.isValid():
            self.current_changed.emit(None)
        self._share_width()
        self.filter_row.follow()
        if self._frozen is not None:
            self._frozen.filters.follow()
        self.filtered.emit()

    def _is_typed_under(self) -> bool:
        """Whether somebody is typing under a title: the table does not jump sideways meanwhile."""
        return any(f.hasFocus() for f in self.filter_row.fields.values())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a cell; one that would lie under the frozen columns is brought out from there."""
        super().scrollTo(index, hint)
        if self._frozen is not None and self._frozen.count and self._frozen.isColumnHidden(index.column()):
            under = self._frozen.width() - self.visualRect(index).left()
            if under > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - under)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current_key())
            return
        if (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and self.currentIndex().isValid()
        ):
            toggle_current(self)  # with no modifier: Ctrl+Space and Shift+Space belong to input methods
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
