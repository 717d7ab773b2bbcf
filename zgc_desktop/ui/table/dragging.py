"""Rows dragged from one table onto a row of another; what is dragged is only ever asked about, the page decides."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from zgc_desktop.ui.table.view import DataTable

ROWS: Final = "application/x-zgc-rows"
"""What dragged rows carry: their keys, as JSON."""


class RowDrag(QObject):
    """Lets the chosen rows of a table be dragged; a press on a chosen row keeps the choice until the mouse is let go."""

    def __init__(self, view: DataTable[Any], said: Callable[[int], str]) -> None:
        super().__init__(view)
        self._view, self._said = view, said
        self._pressed: QPoint | None = None
        self._held = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the mouse over the rows."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            index = self._view.indexAt(at)
            self._pressed = at if index.isValid() and not event.modifiers() else None
            self._held = self._pressed is not None and self._view.table.key_at(index.row()) in self._view.selected_keys()
            return self._held
        if kind == QEvent.Type.MouseMove and self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.start()
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            held, self._held = self._held, False
            pressed, self._pressed = self._pressed, None
            if held:  # a click after all: choose this row alone and do what a click does
                index = self._view.indexAt(pressed)
                self._view.setCurrentIndex(index)
                self._view.clicked.emit(index)
                return True
        return False

    def start(self) -> None:
        """Drag the chosen rows until they are let go."""
        keys = self._view.selected_keys()
        if keys:
            drag = QDrag(self._view)
            drag.setMimeData(rows_as_mime(keys))
            drag.setPixmap(_picture(self._said(len(keys))))
            drag.setHotSpot(QPoint(-8, -8))
            drag.exec(Qt.DropAction.MoveAction)


class RowDrop(QObject):
    """Lets rows be dropped on the rows of a table; the row under the mouse is chosen meanwhile, so one sees where it goes."""

    def __init__(self, view: DataTable[Any], on_drop: Callable[[Sequence[Hashable], Hashable], object]) -> None:
        super().__init__(view)
        self._view, self._on_drop = view, on_drop
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take rows and nothing else."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDropEvent | QDragMoveEvent)
        index = self._view.indexAt(event.position().toPoint())
        keys = rows_of_mime(event.mimeData())
        if not keys or (not index.isValid() and event.type() != QEvent.Type.DragEnter):
            event.ignore()
            return True
        event.acceptProposedAction()
        if index.isValid():
            self._view.setCurrentIndex(index)
        if event.type() == QEvent.Type.Drop:
            onto = self._view.table.key_at(index.row())
            QTimer.singleShot(0, self._view, lambda: self._on_drop(keys, onto))  # the drag ends first
        return True


def rows_as_mime(keys: Sequence[Hashable]) -> QMimeData:
    """Keys of rows as a drag carries them."""
    made = QMimeData()
    made.setData(ROWS, json.dumps([str(k) for k in keys], ensure_ascii=False).encode())
    return made


def rows_of_mime(mime: QMimeData) -> list[str]:
    """The keys a drag carries; none where it is another kind of drag."""
    if not mime.hasFormat(ROWS):
        return []
    found = json.loads(bytes(mime.data(ROWS).data()).decode())
    return [str(k) for k in found]


def _picture(text: str) -> QPixmap:
    """A small card that says how many rows are under way."""
    card = QLabel(text)
    card.setProperty("role", "tag")
    card.setContentsMargins(10, 4, 10, 4)
    card.adjustSize()
    return card.grab()
