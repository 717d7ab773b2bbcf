"""The filter row under a table's titles (Ctrl+Shift+L, as in Excel and WPS): one field a column."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.layout import restyle, set_role
from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.filtering import FIGURE_KINDS, condition
from zgc_desktop.viewmodels.table import TableData

if TYPE_CHECKING:
    from zgc_desktop.ui.table.header import Header

FIELD_H = 24
ROW_H = 32
"""What the header grows by."""
LEAST_HINTED = 92
"""A narrower field shows no hint: half a hint is none."""


class FilterRow(QObject):
    """Fields as children of a header, kept under their titles; what is typed filters at once."""

    def __init__(self, header: Header, data: TableData[Any], apply: Callable[[str, str], object]) -> None:
        super().__init__(header)
        self._header, self._data, self._apply = header, data, apply
        self.fields: dict[str, QLineEdit] = {}
        self.is_on = False
        header.sectionResized.connect(self.place)
        header.sectionMoved.connect(self.place)
        header.geometriesChanged.connect(self.place)

    def show(self, on: bool) -> None:
        """Show or hide the row; what is typed goes on filtering only while it can be seen."""
        if on and not self.fields:
            for n, column in enumerate(self._data.columns):
                self.fields[column.key] = self._field(n, column)
        self.is_on = on
        self._header.grow(ROW_H if on else 0)
        self.follow()
        self.place()

    def follow(self) -> None:
        """Show what the data is filtered by, also where that changed elsewhere; a condition that cannot be read is red."""
        for key, field in self.fields.items():
            text = self._data.typed.get(key, "")
            if field.text().strip() != text:
                with QSignalBlocker(field):
                    field.setText(text)
            unread = bool(text) and condition(text, self._data.column(key).kind) is None
            restyle(field, "fault", "true" if unread else "false")
            field.setToolTip(
                tr("看不懂这个条件，未筛选。写作 >100、<=5、10..20") if unread else _hint_of(self._data.column(key))
            )

    def focus(self, column: int) -> None:
        """Put the cursor into a column's field."""
        if not self.fields:
            return
        field = self.fields[self._data.columns[max(0, column)].key]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def place(self, *_: object) -> None:
        """Put every field under its title."""
        head = self._header
        for n, column in enumerate(self._data.columns):
            field = self.fields.get(column.key)
            if field is None:
                continue
            # While a column is being hidden its width is 0 and it is not yet called hidden.
            field.setVisible(self.is_on and not head.isSectionHidden(n) and head.sectionSize(n) > 0)
            width = head.sectionSize(n) - 8
            left = head.sectionViewportPosition(n) + head.viewport().x() + 4
            field.setGeometry(left, head.height() - ROW_H + 3, max(20, width), FIELD_H)
            field.setPlaceholderText(_sign_of(column) if width >= LEAST_HINTED else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go to the rows, Esc empties the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                view = self._header.parentWidget()
                if view is not None:
                    view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and watched.text():
                watched.clear()
                return True
        return False

    def _field(self, n: int, column: Column[Any]) -> QLineEdit:
        field = set_role(QLineEdit(self._header), "filter")
        field.setAccessibleName(tr("筛选{title}", title=tr(column.title)))
        field.setAlignment(Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft)
        field.textChanged.connect(lambda text: self._apply(column.key, text))
        field.installEventFilter(self)
        return field


def _sign_of(column: Column[Any]) -> str:
    return ">100" if column.kind in FIGURE_KINDS else tr("筛选")


def _hint_of(column: Column[Any]) -> str:
    if column.kind in FIGURE_KINDS:
        return tr("按表头单位写 >100、<=5、10..20、空值、非空")
    if column.kind == "date":
        return tr("写日期的一部分，或 >=2026-10、空值、非空")
    return tr("含有所写的词；=全文、空值、非空")
