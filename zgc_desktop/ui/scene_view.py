"""Paints a neutral scene: hovering shows what a shape says, clicking tells its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zgc_desktop.figures.scene import Dot, Line, Polyline, Rect, Scene, Shape, Text, hit
from zgc_desktop.ui import theme
from zgc_desktop.ui.numbers import shown

Layout = Callable[[float, float], Scene]
"""Lays the picture out for a width and a height in logical pixels."""


def paint_scene(p: QPainter, scene: Scene, hovered: Rect | Dot | None = None) -> None:
    """Paint a scene with the colours of the theme; the hovered shape stands out by an outline, not by colour alone."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in scene.shapes:
        _paint(p, shape)
    if isinstance(hovered, Rect):
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(theme.colour("text"), 1.2))
        p.drawRoundedRect(QRectF(hovered.x + 0.5, hovered.y + 0.5, hovered.w - 1, hovered.h - 1), 4, 4)
    elif isinstance(hovered, Dot):
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(theme.colour("text"), 1.2))
        p.drawEllipse(QPointF(hovered.x, hovered.y), hovered.r + 2.5, hovered.r + 2.5)


def _paint(p: QPainter, shape: Shape) -> None:
    if isinstance(shape, Rect):
        p.setBrush(theme.colour(shape.fill) if shape.fill else QColor(0, 0, 0, 0))
        p.setPen(_pen(shape.stroke, shape.stroke_width, shape.dashed) if shape.stroke else QPen(Qt.PenStyle.NoPen))
        if shape.fill or shape.stroke:
            p.drawRoundedRect(QRectF(shape.x, shape.y, shape.w, shape.h), shape.radius, shape.radius)
    elif isinstance(shape, Line):
        p.setPen(_pen(shape.stroke, shape.stroke_width, shape.dashed))
        p.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
    elif isinstance(shape, Polyline):
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(_pen(shape.stroke, shape.stroke_width, shape.dashed))
        p.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
    elif isinstance(shape, Dot):
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour(shape.fill))
        p.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
    else:
        _paint_text(p, shape)


def _paint_text(p: QPainter, shape: Text) -> None:
    font = theme.font("caption", shape.bold)
    if shape.size != theme.sizes().caption:
        font = theme.font("body", shape.bold) if shape.size == theme.sizes().body else font
    p.setFont(font)
    p.setPen(theme.colour(shape.fill))
    text = shown(shape.text)
    width = p.fontMetrics().horizontalAdvance(text)
    x = shape.x - {"start": 0.0, "middle": width / 2, "end": float(width)}[shape.anchor]
    p.drawText(QPointF(x, shape.y), text)


def _pen(stroke: str, width: float, dashed: bool) -> QPen:
    pen = QPen(theme.colour(stroke), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([3.0, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class SceneView(QWidget):
    """A picture that follows its place: laid out anew whenever its size changes."""

    clicked = Signal(object)
    """The key of the shape that was clicked."""

    def __init__(self, layout: Layout | None = None, *, height: int = 0) -> None:
        super().__init__()
        self._lay_out = layout
        self.scene = Scene(0, 0, ())
        self._hovered: Rect | Dot | None = None
        self.setMouseTracking(True)
        if height:
            self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Preferred)
        self._arrange()

    def show_layout(self, layout: Layout) -> None:
        """Show another picture."""
        self._lay_out = layout
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(int(self.scene.width) or 200, int(self.scene.height) or 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint_scene(p, self.scene, self._hovered)
        p.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = hit(self.scene, event.position().x(), event.position().y())
        if found is not self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.ArrowCursor)
            if found is not None and found.tip:
                QToolTip.showText(event.globalPosition().toPoint(), shown(found.tip), self)
            else:
                QToolTip.hideText()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = hit(self.scene, event.position().x(), event.position().y())
        if found is not None:
            self.clicked.emit(found.key)

    def _arrange(self) -> None:
        if self._lay_out is None:
            return
        self.scene = self._lay_out(float(max(1, self.width())), float(max(1, self.height())))
        self._hovered = None
        self.setAccessibleName(self.scene.alt)
        self.updateGeometry()
        self.update()
