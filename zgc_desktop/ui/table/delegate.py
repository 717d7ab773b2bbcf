"""Paints cells: hairlines, selection, marks, badges, bars, missing values; a figure is never shortened."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zgc_desktop.ui import theme
from zgc_desktop.ui.table.model import ALIGN, TableModel
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.layout import set_role
from zgc_desktop.ui.widgets.marks import badge_width, paint_badge, paint_mark
from zgc_desktop.viewmodels.columns import FIGURES, MISSING, Cell

log = logging.getLogger(__name__)
TOO_NARROW = "###"
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
"""As whole numbers: enums cost more than the cell they are asked of."""


class CellDelegate(QStyledItemDelegate):
    """Everything a style sheet cannot do to a cell."""

    def __init__(self, view: QTableView, *, lines: bool = True, frame_current: bool = False) -> None:
        super().__init__(view)
        self._view, self.lines = view, lines
        self.frame_current = frame_current
        """Frame the current cell: the one the drawer explains."""
        self.many = False
        """More than one row or cell is selected: then only what is selected is tinted, not the whole current row."""
        self._padding: dict[int, tuple[int, int]] = {}
        """What ``side_padding`` said of each column, until a column is moved, hidden or resized."""
        head = view.horizontalHeader()
        for changed in (head.sectionMoved, head.sectionResized, head.sectionCountChanged):
            changed.connect(lambda *_: self._padding.clear())

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        p.save()
        try:
            self._paint(p, option, index)
        except Exception:  # an exception in a paint event would come out anywhere
            log.exception("a cell could not be painted")
        finally:
            p.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A list where there are choices, else a line of text."""
        model = index.model()
        edit = model.table.columns[index.column()].edit if isinstance(model, TableModel) else None
        editor: QWidget
        if edit is not None and edit.choices:
            editor = QComboBox(parent)
            for choice in edit.choices:
                editor.addItem(tr(choice), choice)
        else:
            editor = QLineEdit(parent)
        set_role(editor, "cell")
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(tr(model.table.columns[index.column()].title) if isinstance(model, TableModel) else "")
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """The choice the cell has: it is offered in the window's language and kept in the program's."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        """What was chosen, as the program writes it."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def _paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        row, column = index.row(), index.column()  # each question to Qt costs as much as a line of Python
        cell, frame, current = model.cell_at(row, column), QRectF(option.rect), self._view.currentIndex()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = self._ground(p, option.state.value, row, column, cell, frame, current.row() == row)
        if self.lines and row < len(model.table) - 1:
            p.fillRect(QRectF(frame.x(), frame.bottom() - 1, frame.width(), 1), theme.colour("hair"))
        left, right = self._sides(column)
        inner = frame.adjusted(left, 0, -right, -1)
        align = ALIGN[model.table.columns[column].align]
        if cell.kind == "badge" and (cell.mark or cell.text != MISSING):
            self._badge(p, cell, inner, align, selected)
        elif cell.kind == "bar" and cell.text != MISSING:
            self._bar(p, cell, inner)
        else:
            self._words(p, cell, inner, align)
        if self.frame_current and current.row() == row and current.column() == column:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(theme.colour("accent"), 1.5))
            p.drawRoundedRect(frame.adjusted(1.5, 2.5, -1.5, -3.5), theme.sizes().r_s, theme.sizes().r_s)

    def _sides(self, column: int) -> tuple[int, int]:
        if column not in self._padding:
            self._padding[column] = side_padding(self._view.horizontalHeader(), column)
        return self._padding[column]

    def _ground(self, p: QPainter, state: int, row: int, column: int, cell: Cell, frame: QRectF, is_current_row: bool) -> bool:
        """Paint what the cell stands on; whether that is the blue of a selected row."""
        current_row = is_current_row and self._view.selectionModel().hasSelection()
        selected = bool(state & _SELECTED)
        if selected or (current_row and not self.many):
            p.fillRect(frame, theme.colour("accent_soft"))
        elif cell.ground.startswith("heat"):
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(theme.colour(cell.ground))
            p.drawRoundedRect(frame.adjusted(1, 1, -1, -1), theme.sizes().r_s, theme.sizes().r_s)
        elif cell.ground:
            p.fillRect(frame, theme.colour(cell.ground))
        elif state & _HOVERED:
            p.fillRect(frame, theme.colour("hover"))
        if (current_row or selected) and self._view.horizontalHeader().visualIndex(column) == 0:
            p.fillRect(QRectF(frame.x(), frame.y(), 3, frame.height()), theme.colour("accent_fill"))
        return selected or (current_row and not self.many)

    def _badge(self, p: QPainter, cell: Cell, inner: QRectF, align: Qt.AlignmentFlag, selected: bool) -> None:
        width = badge_width(cell.mark, cell.text)
        x = inner.x()
        if align & Qt.AlignmentFlag.AlignRight:
            x = inner.right() - width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            x = inner.center().x() - width / 2
        p.setClipRect(inner.adjusted(0, 0, 2, 0))
        paint_badge(p, x, inner.center().y(), cell.mark, cell.text, on_selection=selected)

    def _words(self, p: QPainter, cell: Cell, inner: QRectF, align: Qt.AlignmentFlag) -> None:
        if cell.mark and (said := tr(cell.text)) != cell.text:  # a word of the window's own vocabulary, in its language
            cell = replace(cell, text=said)
        if cell.mark:
            centred = bool(align & Qt.AlignmentFlag.AlignHCenter)
            width = theme.width_of(cell.text) + (16 if cell.text else 0)
            x = inner.center().x() - (width / 2 - 5 if cell.text else 0) if centred else inner.x() + 5
            paint_mark(p, cell.mark, x, inner.center().y())
            inner = QRectF(x + 11, inner.y(), max(0.0, inner.right() - x - 11), inner.height())
            align = ALIGN["left"] if centred else align
        tone = "accent" if cell.kind == "link" and cell.text != MISSING else "text3" if cell.text == MISSING else cell.tone
        p.setPen(theme.colour(tone))
        p.setFont(theme.font("body", cell.bold))
        p.drawText(inner, align, fitting(cell, inner.width() + 1))

    def _bar(self, p: QPainter, cell: Cell, inner: QRectF) -> None:
        """A short bar at the left, its figure to the right: length is read first, then the figure."""
        text_w = max(44.0, theme.width_of(cell.text, "caption") + 8)
        track = QRectF(inner.x(), inner.center().y() - 2, max(12.0, inner.width() - text_w), 4)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour("none_soft"))
        p.drawRoundedRect(track, 2, 2)
        p.setBrush(theme.colour(f"{cell.mark}_mark" if cell.mark not in ("", "tag") else "chart1"))
        p.drawRoundedRect(QRectF(track.x(), track.y(), track.width() * cell.share, 4), 2, 2)
        p.setFont(theme.font("caption"))
        p.setPen(theme.colour("text2"))
        p.drawText(inner, ALIGN["right"], cell.text)


def side_padding(header: QHeaderView, section: int) -> tuple[int, int]:
    """Left and right padding of a column: 16 at the table's sides so that it lines up with the card's title, 8 inside."""
    s, at = theme.sizes(), header.visualIndex(section)
    return (s.s4 if at == _edge(header, 1) else s.s2), (s.s4 if at == _edge(header, -1) else s.s2)


def _edge(header: QHeaderView, step: int) -> int:
    """Visual place of the first (step 1) or last (-1) shown column."""
    at = 0 if step > 0 else header.count() - 1
    while 0 <= at < header.count() and header.isSectionHidden(header.logicalIndex(at)):
        at += step
    return at


def fitting(cell: Cell, room: float) -> str:
    """The text where it fits; too narrow, a name is cut at its end and a figure becomes ###: a shortened figure is wrong."""
    if theme.width_of(cell.text, "body", cell.bold) <= room:
        return cell.text
    if cell.kind in FIGURES:
        return TOO_NARROW
    return theme.metrics("body", cell.bold).elidedText(cell.text, Qt.TextElideMode.ElideRight, room)
