"""F3 and Shift+F3: from match to match of the words searched for, in the table and from its search field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.columns import searchable

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable


def match_keys(widget: QWidget, shown: Callable[[], DataTable[Any] | None]) -> None:
    """Give a table, or the field that searches it, the keys; they work while it has the focus, so no page hears them twice.

    ``shown`` tells the table that is searched now: one field may serve the tables of several tabs.
    """

    def step(by: int) -> None:
        if (view := shown()) is not None:
            step_match(view, by)

    for text, key, by in ((tr("下一处匹配"), "F3", 1), (tr("上一处匹配"), "Shift+F3", -1)):
        action = QAction(text, widget)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, by=by: step(by))
        widget.addAction(action)


def step_match(view: DataTable[Any], step: int) -> bool:
    """Make the next (previous) cell that shows one of the words current, over the end to the other; False where none is."""
    words = searchable(view.table.words).split()
    data, columns, here = view.table, view.visible_columns(), view.currentIndex()
    if not words or not len(data) or not columns:
        return False
    width = len(columns)
    at = here.row() * width + (columns.index(here.column()) if here.column() in columns else 0) if here.isValid() else -1
    at = at if at >= 0 or step > 0 else 0
    cells = len(data) * width
    by_cell = view.selectionBehavior() == view.SelectionBehavior.SelectItems
    for n in range(1, cells + 1):
        place = (at + step * n) % cells
        row, column = divmod(place, width)
        if not by_cell and row == here.row() and n < cells:
            continue  # whole rows are chosen: the next match is in another row
        shown = searchable(data.cell(row, columns[column]).text)
        if any(word in shown for word in words):
            index = view.model().index(row, columns[column])
            view.setCurrentIndex(index)
            view.scrollTo(index)
            return True
    return False
