"""Paints a neutral scene: hovering shows what a shape says, clicking tells its key, and the keyboard does both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaMethod, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from zgc_desktop.figures.scene import NO_KEY, Dot, Key, Line, Polyline, Rect, Scene, Shape, Text, beside, hit
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
    """A picture that follows its place: laid out anew whenever its size changes.

    Tab reaches a picture that has something to point at; arrows go from mark to mark and say each, Enter or Space clicks.
    """

    clicked = Signal(object)
    """The key of the shape that was clicked."""

    def __init__(self, layout: Layout | None = None, *, height: int = 0) -> None:
        super().__init__()
        self._lay_out = layout
        self.scene = Scene(0, 0, ())
        self._hovered: Rect | Dot | None = None
        self._pressed: Key = NO_KEY
        self._marked: Key = NO_KEY
        """What the keyboard stands on; it outlives a new layout of the same picture."""
        self.setMouseTracking(True)
        if height:
            self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Preferred)
        self._arrange()

    def show_layout(self, layout: Layout) -> None:
        """Show another picture."""
        self._lay_out = layout
        self._arrange()

    @property
    def opens(self) -> bool:
        """Whether a click does something."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.clicked))

    @property
    def marked(self) -> Rect | Dot | None:
        """The mark the keyboard stands on."""
        return next((s for s in self.scene.keyed() if s.key == self._marked), None)

    def sizeHint(self) -> QSize:
        return QSize(int(self.scene.width) or 200, int(self.scene.height) or 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint_scene(p, self.scene, self._hovered)
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(theme.colour("accent"), 1))
            p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            _paint_mark_frame(p, self.marked)
        p.end()

    # ---- pointing with the mouse ---------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = hit(self.scene, event.position().x(), event.position().y())
        if found is not self._hovered:
            self._hovered = found
            hand = found is not None and self.opens
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            if found is not None and found.tip:
                QToolTip.showText(event.globalPosition().toPoint(), shown(found.tip), self)
            else:
                QToolTip.hideText()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = hit(self.scene, event.position().x(), event.position().y())
        self._pressed = found.key if found is not None and event.button() == Qt.MouseButton.LeftButton else NO_KEY
        if not self._pressed or not self.opens:
            super().mousePressEvent(event)  # a picture that opens nothing leaves the click to what it stands in

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = hit(self.scene, event.position().x(), event.position().y())
        if found is not None and found.key == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._marked = found.key
            self.clicked.emit(found.key)
        else:
            super().mouseReleaseEvent(event)

    # ---- pointing with the keyboard ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks, key = list(self.scene.keyed()), Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not marks or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.opens and self.marked is not None:
            self.clicked.emit(self._marked)
        elif key in _STEPS:
            self._point(beside(self.scene, self._marked, _STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point(marks[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._point(self.marked or next(iter(self.scene.keyed()), None))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def _point(self, mark: Rect | Dot | None) -> None:
        """Stand on a mark and say it: on the screen where the mouse would, and to a screen reader."""
        if mark is None:
            return
        self._marked = mark.key
        x, y = (mark.x + mark.w / 2, mark.y + mark.h) if isinstance(mark, Rect) else (mark.x, mark.y + max(mark.r, 4.0))
        if mark.tip:
            QToolTip.showText(self.mapToGlobal(QPointF(x, y).toPoint()), shown(mark.tip), self)
        self.setAccessibleDescription(shown(mark.tip))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        _bring_into_view(self, mark)
        self.update()

    def _arrange(self) -> None:
        if self._lay_out is None:
            return
        self.scene = self._lay_out(float(max(1, self.width())), float(max(1, self.height())))
        self._hovered = None
        self.setAccessibleName(self.scene.alt)
        # By Tab alone, as buttons: a click leaves the focus in the table the picture serves.
        pointed = any(True for _ in self.scene.keyed())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if pointed else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()


_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _paint_mark_frame(p: QPainter, mark: Rect | Dot | None) -> None:
    """The frame around what the keyboard stands on: heavier than the one under the mouse, seen on pale and deep shades."""
    for colour, inset in (("text", 1.0), ("surface", 2.5)):
        p.setPen(QPen(theme.colour(colour), 2 if colour == "text" else 1))
        if isinstance(mark, Rect):
            wide, high = max(4.0, mark.w - 2 * inset), max(4.0, mark.h - 2 * inset)
            p.drawRoundedRect(QRectF(mark.x + inset, mark.y + inset, wide, high), 4, 4)
        elif isinstance(mark, Dot):
            reach = max(4.0, mark.r + 2.5) + 1 - inset
            p.drawEllipse(QPointF(mark.x, mark.y), reach, reach)


def _bring_into_view(view: QWidget, mark: Rect | Dot) -> None:
    """Scroll what the picture stands in, so that the mark is seen."""
    parent = view.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    inside = parent.widget() if isinstance(parent, QScrollArea) else None
    if isinstance(parent, QScrollArea) and inside is not None:
        at = view.mapTo(inside, QPointF(mark.x, mark.y + (mark.h / 2 if isinstance(mark, Rect) else 0)).toPoint())
        parent.ensureVisible(at.x(), at.y(), 0, 50)
