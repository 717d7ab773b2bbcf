"""Scenes printed on paper: the same picture the window paints, as vectors with embedded text."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.styles import COLOURS, TABLE_NOTE, TABLE_TITLE, TABLE_UNIT, TextStyle
from reports.text import Line as TextLine
from reports.text import break_lines, draw_line, draw_text, measure
from zgc_desktop.figures.scene import Dot, Line, Polyline, Rect, Scene, Text


class ChartBlock(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A scene with its unit above at right, its caption (图3-1 …) and a note below; never split."""

    def __init__(self, fonts: Fonts, caption: str, scene: Scene, *, unit: str = "", note: str = "") -> None:
        super().__init__()
        self.fonts, self.caption, self.scene, self.unit, self.note = fonts, caption, scene, unit, note
        self.notes: list[TextLine] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.notes = break_lines(self.fonts, self.note, TABLE_NOTE, width) if self.note else []
        self.width = width
        self.height = self._unit_height() + self.scene.height + 6 + TABLE_TITLE.leading
        self.height += len(self.notes) * TABLE_NOTE.leading
        return width, self.height

    def getSpaceBefore(self) -> float:
        return 8.0

    def getSpaceAfter(self) -> float:
        return 12.0

    def _unit_height(self) -> float:
        return TABLE_UNIT.leading + 2 if self.unit else 0.0

    def draw(self) -> None:
        c, top = self.canv, self.height
        if self.unit:
            unit = TextLine(self.unit, measure(self.fonts, self.unit, TABLE_UNIT), True)
            draw_line(c, self.fonts, unit, 0, top - 9, self.width, TABLE_UNIT)
            top -= self._unit_height()
        c.saveState()
        c.translate((self.width - self.scene.width) / 2, top)
        draw_scene(c, self.fonts, self.scene)
        c.restoreState()
        y = top - self.scene.height - 6
        caption = TextLine(self.caption, measure(self.fonts, self.caption, TABLE_TITLE), True)
        draw_line(c, self.fonts, caption, 0, y - 11, self.width, TABLE_TITLE)
        y -= TABLE_TITLE.leading
        for line in self.notes:
            draw_line(c, self.fonts, line, 0, y - 8.5, self.width, TABLE_NOTE)
            y -= TABLE_NOTE.leading


def draw_scene(canvas: Any, fonts: Fonts, scene: Scene) -> None:
    """Print a scene with its top left corner at the canvas's origin (scenes count y downwards, paper upwards)."""
    for shape in scene.shapes:
        if isinstance(shape, Rect):
            _rect(canvas, shape)
        elif isinstance(shape, Line):
            _pen(canvas, shape.stroke, shape.stroke_width, shape.dashed)
            canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
        elif isinstance(shape, Polyline):
            _pen(canvas, shape.stroke, shape.stroke_width, shape.dashed)
            path = canvas.beginPath()
            for n, (x, y) in enumerate(shape.points):
                (path.lineTo if n else path.moveTo)(x, -y)
            canvas.drawPath(path)
        elif isinstance(shape, Dot):
            canvas.setFillColor(HexColor(COLOURS[shape.fill]))
            canvas.circle(shape.x, -shape.y, shape.r, stroke=0, fill=1)
        else:
            _text(canvas, fonts, shape)


def _rect(canvas: Any, shape: Rect) -> None:
    if not shape.fill and not shape.stroke:
        return
    if shape.w <= 0 or shape.h <= 0:
        return
    if shape.fill:
        canvas.setFillColor(HexColor(COLOURS[shape.fill]))
    if shape.stroke:
        _pen(canvas, shape.stroke, shape.stroke_width, shape.dashed)
    box = (shape.x, -shape.y - shape.h, shape.w, shape.h)
    stroke, fill = int(bool(shape.stroke)), int(bool(shape.fill))
    if shape.radius > 0:
        canvas.roundRect(*box, shape.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(*box, stroke=stroke, fill=fill)


def _pen(canvas: Any, colour: str, width: float, dashed: bool) -> None:
    canvas.setStrokeColor(HexColor(COLOURS[colour]))
    canvas.setLineWidth(width)
    canvas.setDash((2, 2) if dashed else ())


def _text(canvas: Any, fonts: Fonts, shape: Text) -> None:
    style = TextStyle("hei", shape.size, shape.size, bold=shape.bold, colour=shape.fill)
    wide = measure(fonts, shape.text, style)
    x = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
    draw_text(canvas, fonts, shape.text, x, -shape.y, style)
