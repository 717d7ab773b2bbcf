"""The five marks ■ ▲ ● ✓ ○ and badges, drawn, because fonts disagree about their size; shape, word and colour together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.columns import Mark

BADGE_H = 20
LOST_ON_BLUE = ("none_soft", "info_soft", "pass_soft")


def mark_word(mark: Mark) -> str:
    """The word that goes with a mark."""
    words = {"error": tr("错误"), "warn": tr("警告"), "info": tr("提示"), "pass": tr("通过"), "none": tr("未到")}
    return words.get(mark, "")


def paint_mark(p: QPainter, mark: Mark, x: float, y: float, size: float = 8, tone: QColor | None = None) -> None:
    """Paint a mark centred on a point."""
    if mark in ("", "tag"):
        return
    ink, h = tone or theme.colour(f"{mark}_mark"), size / 2
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ink)
    if mark == "error":
        p.drawRoundedRect(QRectF(x - h, y - h, size, size), 1.5, 1.5)
    elif mark == "warn":
        p.drawPolygon(QPolygonF([QPointF(x, y - h - 0.5), QPointF(x + h + 1, y + h), QPointF(x - h - 1, y + h)]))
    elif mark == "info":
        p.drawEllipse(QPointF(x, y), h, h)
    elif mark == "pass":
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        p.drawPolyline(QPolygonF([QPointF(x - h, y + 0.3), QPointF(x - 1, y + h - 0.8), QPointF(x + h, y - h + 0.8)]))
    else:
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(ink, 1.5))
        p.drawEllipse(QPointF(x, y), h - 0.5, h - 0.5)
    p.restore()


def badge_width(mark: Mark, word: str) -> float:
    """How wide a badge paints."""
    return theme.width_of(tr(word), "caption") + (14 if mark in ("", "tag") else 27)


def paint_badge(p: QPainter, x: float, middle: float, mark: Mark, word: str, *, on_selection: bool = False) -> None:
    """Paint a tinted label; "tag" is a neutral fact without mark and hue.

    ``on_selection``: it stands on the blue of a selected row, in which the cool tints would be lost.
    """
    neutral, width = mark in ("", "tag"), badge_width(mark, word)
    frame = QRectF(x, middle - BADGE_H / 2, width, BADGE_H)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    soft = "none_soft" if neutral else f"{mark}_soft"
    p.setBrush(theme.colour("surface" if on_selection and soft in LOST_ON_BLUE else soft))
    r = theme.sizes().r_s
    p.drawRoundedRect(frame, r, r)
    paint_mark(p, mark, x + 11, middle)
    p.setFont(theme.font("caption"))
    p.setPen(theme.colour("text2" if neutral else mark))
    p.drawText(
        frame.adjusted(7 if neutral else 20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tr(word)
    )


class Badge(QWidget):
    """A state as mark and word on a tinted ground."""

    def __init__(self, mark: Mark, word: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(mark, word)

    def set(self, mark: Mark, word: str = "") -> None:
        """Show another state."""
        self.mark, self.word = mark, word or mark_word(mark)
        self.setAccessibleName(self.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(badge_width(self.mark, self.word)) + 1, BADGE_H + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint_badge(p, 0, self.height() / 2, self.mark, self.word)
        p.end()


class MarkSign(QWidget):
    """One mark alone, beside a text that says what it means."""

    def __init__(self, mark: Mark, size: float = 9) -> None:
        super().__init__()
        self.mark, self._size = mark, size
        self.setFixedSize(16, 16)
        self.setAccessibleName(mark_word(mark))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint_mark(p, self.mark, 8, 8, self._size)
        p.end()
