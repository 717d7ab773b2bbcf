"""Table header and totals foot: both painted, so that title, figures and sums end on the same line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.numbers import shown
from zgc_desktop.ui.table.delegate import TOO_NARROW, side_padding
from zgc_desktop.ui.table.model import ALIGN, TableModel
from zgc_desktop.ui.texts import tr


class Header(QHeaderView):
    """12 px titles; a closing ） of a right-aligned title hangs half an em; sorted columns carry an arrow."""

    taken, left = Signal(), Signal()
    """The mouse was pressed here, and let go: between them a column may have been made wider or moved."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.order: tuple[tuple[str, bool], ...] = ()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setFixedHeight(theme.sizes().head)
        self.setSectionsMovable(True)
        self.growth = 0
        """Pixels below the titles: the filter row."""

    def grow(self, by: int) -> None:
        """Make room below the titles, or take it back."""
        if by != self.growth:
            self.growth = by
            self.setFixedHeight(theme.sizes().head + by)
            self.geometriesChanged.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.taken.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.left.emit()

    def paintSection(self, p: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, TableModel):
            return
        column, frame = model.table.columns[section], QRectF(rect)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(frame, theme.colour("surface"))
        p.fillRect(QRectF(frame.x(), frame.bottom() - 1, frame.width(), 1), theme.colour("line"))
        frame.setHeight(frame.height() - self.growth)
        left, right = side_padding(self, section)
        right_aligned = column.align == "right"
        title = tr(column.header)
        hang = theme.sizes().caption * 0.5 if right_aligned and title.endswith("）") else 0.0
        rank = next((n for n, (key, _) in enumerate(self.order) if key == column.key), -1)
        sorted_room = 12.0 if rank >= 0 else 0.0
        inner = frame.adjusted(left, 0, hang - right, -1)
        inner = inner.adjusted(sorted_room, 0, 0, 0) if right_aligned else inner.adjusted(0, 0, -sorted_room, 0)
        p.setFont(theme.font("caption"))
        p.setPen(theme.colour("text3" if rank < 0 else "accent"))
        shown = theme.metrics("caption").elidedText(title, Qt.TextElideMode.ElideRight, inner.width() + 2)
        p.drawText(inner, ALIGN[column.align], shown)
        if rank >= 0:
            width = theme.width_of(shown, "caption")
            x = inner.right() - width - 8 if right_aligned else inner.x() + width + 8
            if column.align == "center":
                x = inner.center().x() + width / 2 + 8
            self._arrow(p, x, frame.center().y(), self.order[rank][1], rank)
        p.restore()

    def _arrow(self, p: QPainter, x: float, y: float, descending: bool, rank: int) -> None:
        tip, base = (3.0, -2.0) if descending else (-3.0, 2.0)
        p.setPen(QPen(theme.colour("accent"), 1.5))
        p.drawPolyline(QPolygonF([QPointF(x - 3, y + base), QPointF(x, y + tip), QPointF(x + 3, y + base)]))
        if len(self.order) > 1 and rank > 0:
            p.drawLine(QPointF(x - 1, y + 6), QPointF(x + 1, y + 6))  # second and later keys: a dash below


class TotalsFoot(QWidget):
    """The sums of the shown rows under their columns; its first cell says whether a filter is on."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self._view = view
        self.setFixedHeight(theme.sizes().row + 1)
        view.horizontalHeader().sectionResized.connect(self.update)
        view.horizontalHeader().sectionMoved.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)

    def sentence(self) -> str:
        """What the foot says, as one line."""
        return "　".join(text for _, text, _ in self._texts())

    def _texts(self) -> list[tuple[int, str, str]]:
        """(column, text, tooltip) of every filled cell."""
        model = self._view.model()
        if not isinstance(model, TableModel):
            return []
        data, head = model.table, self._view.horizontalHeader()
        visible = [head.logicalIndex(n) for n in range(head.count()) if not head.isSectionHidden(head.logicalIndex(n))]
        if not visible:
            return []
        word = tr("筛选合计") if data.is_filtered else tr("全部合计")
        texts = [(visible[0], shown(f"{word}　{len(data):,}"), "")]
        totals = data.totals()
        for n in visible[1:]:
            total = totals.get(data.columns[n].key)
            if total is not None:
                tip = tr("{n} 行无数据，未计入", n=total.missing) if total.missing else ""
                texts.append((n, shown(total.text), tip))
        return texts

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), theme.colour("sunken"))
        p.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        head, model = self._view.horizontalHeader(), self._view.model()
        p.setFont(theme.font("body", True))
        p.setPen(theme.colour("text"))
        for n, text, _ in self._texts():
            frame = QRectF(head.sectionViewportPosition(n), 0, head.sectionSize(n), self.height())
            left, right = side_padding(head, n)
            inner = frame.adjusted(left, 1, -right, 0)
            first = n == head.logicalIndex(0)
            wide = theme.width_of(text, "body", True)
            if not first and wide > inner.width() + 1:
                text = TOO_NARROW
            align = "left" if first or not isinstance(model, TableModel) else model.table.columns[n].align
            p.drawText(inner.adjusted(0, 0, max(0.0, wide - inner.width()) if first else 0.0, 0), ALIGN[align], text)
        p.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._view.horizontalHeader().logicalIndexAt(event.pos().x())
            said = next((f"{text}　{tip}".strip() for n, text, tip in self._texts() if n == at), "")
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)
