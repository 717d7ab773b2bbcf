"""The stages of a month: filled tick = done, ring with its share = running, empty ring = later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.marks import paint_mark

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its key, its name over one fact, how far it is (0 to 1)."""

    key: str
    name: str
    fact: str
    state: Literal["done", "now", "later"]
    share: float = 0.0


class StageBar(QWidget):
    """The whole step is the click target; arrow keys and Enter do the same."""

    chosen = Signal(str)

    def __init__(self, stages: Sequence[Stage] = ()) -> None:
        super().__init__()
        self.stages: tuple[Stage, ...] = tuple(stages)
        self._at = 0
        self.setFixedHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show other stages."""
        self.stages = tuple(stages)
        self.setAccessibleName("，".join(f"{s.name} {s.fact}" for s in self.stages))
        self.update()

    def minimumSizeHint(self) -> QSize:
        widest = max((self._text_width(s) for s in self.stages), default=0.0)
        return QSize(int((widest + 40) * len(self.stages)), 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, stage in enumerate(self.stages):
            self._paint_step(p, n, stage)
        if self.hasFocus() and self.stages:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(theme.colour("accent"), 2))
            r = QRectF(self._at * self._step() - 4, 5, self._text_width(self.stages[self._at]) + 44, self.height() - 10)
            p.drawRoundedRect(r.adjusted(1, 1, -1, -1), 6, 6)
        p.end()

    def _paint_step(self, p: QPainter, n: int, stage: Stage) -> None:
        step, y = self._step(), self.height() / 2
        x = n * step + 12
        self._paint_sign(p, stage, x, y)
        if n < len(self.stages) - 1:
            p.setPen(QPen(theme.colour("accent_fill" if stage.state == "done" else "field_line"), 1.5))
            start, end = x + 32 + self._text_width(stage), (n + 1) * step - 6
            if end > start:
                p.drawLine(QPointF(start, y), QPointF(end, y))
        p.setFont(theme.font("body", stage.state == "now"))
        p.setPen(theme.colour("text3" if stage.state == "later" else "text"))
        p.drawText(QRectF(x + 20, y - 19, step, 20), LEFT, tr(stage.name))
        p.setFont(theme.font("caption"))
        p.setPen(theme.colour("text3"))
        p.drawText(QRectF(x + 20, y + 1, step, 18), LEFT, stage.fact)

    def _paint_sign(self, p: QPainter, stage: Stage, x: float, y: float) -> None:
        if stage.state == "done":
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(theme.colour("accent_fill"))
            p.drawEllipse(QPointF(x, y), 9, 9)
            paint_mark(p, "pass", x, y, 8, theme.colour("on_accent"))
            return
        now = stage.state == "now"
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(theme.colour("control" if not now else "field_line"), 2.5 if now else 1.5))
        p.drawEllipse(QPointF(x, y), 8.2, 8.2)
        if now:
            p.setPen(QPen(theme.colour("accent_fill"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            p.drawArc(QRectF(x - 8.2, y - 8.2, 16.4, 16.4), 90 * 16, int(-360 * 16 * stage.share))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        n = int(event.position().x() // self._step()) if self.stages else -1
        if 0 <= n < len(self.stages):
            self._at = n
            self.chosen.emit(self.stages[n].key)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if move and self.stages:
            self._at = (self._at + move) % len(self.stages)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.stages:
            self.chosen.emit(self.stages[self._at].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _step(self) -> float:
        return self.width() / max(1, len(self.stages))

    def _text_width(self, stage: Stage) -> float:
        return max(theme.width_of(tr(stage.name), "body", True), theme.width_of(stage.fact, "caption"))
