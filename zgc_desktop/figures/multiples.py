"""Small multiples: one little line an area over the same months, each on its own scale, its last figure beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from zgc_desktop.figures.lines import sparkline
from zgc_desktop.figures.scene import (
    NOT_REPORTED,
    WINDOW,
    Dot,
    Line,
    Measures,
    Polyline,
    Rect,
    Scene,
    Shape,
    Text,
    shortened,
    text_width,
)

Value = int | Fraction
CELL_W, CELL_H = 148.0, 74.0


@dataclass(frozen=True, slots=True)
class Small:
    """One area's months: values (None = not reported), the last one as it is to be read, what hovering says."""

    name: str
    values: tuple[Value | None, ...]
    last: str
    tip: str = ""
    nothing: str = NOT_REPORTED
    """What stands where there is no line."""


def small_multiples(cells: Sequence[Small], width: float, *, chosen: str = "", m: Measures = WINDOW, alt: str = "") -> Scene:
    """The areas in rows, as many beside each other as fit; keys are (name,). The chosen one is framed."""
    across = max(1, int(width // CELL_W))
    wide = width / across
    shapes: list[Shape] = []
    for n, cell in enumerate(cells):
        x, y = n % across * wide, n // across * CELL_H
        shapes += _cell(cell, x, y, wide - m.gap, chosen == cell.name, m)
    rows = -(-len(cells) // across)
    said = alt or "；".join(f"{c.name} {c.last}" for c in cells)
    return Scene(width, max(1, rows) * CELL_H, tuple(shapes), said)


def _cell(cell: Small, x: float, y: float, wide: float, chosen: bool, m: Measures) -> list[Shape]:
    high = CELL_H - m.gap
    frame = "accent" if chosen else "hair"
    figure_w = text_width(cell.last, m.caption, bold=True) + m.pad
    shapes: list[Shape] = [
        Rect(x, y, wide, high, "accent_soft" if chosen else "", frame, radius=m.radius, key=(cell.name,), tip=cell.tip),
        Text(x + m.pad * 2, y + m.caption * 1.4, shortened(cell.name, wide - figure_w - m.pad * 4, m.caption), m.caption),
        Text(x + wide - m.pad * 2, y + m.caption * 1.4, cell.last, m.caption, bold=True, anchor="end"),
    ]
    if not any(v is not None for v in cell.values):
        shapes.append(Text(x + wide / 2, y + high * 0.75, cell.nothing, m.caption, anchor="middle", fill="text3"))
        return shapes
    top, room = y + m.caption * 1.9, high - m.caption * 2.1
    inner = sparkline(cell.values, wide - m.pad * 2, room, m=m)
    for shape in inner.shapes:
        if isinstance(shape, Polyline):
            moved = tuple((px + x + m.pad, py + top) for px, py in shape.points)
            shapes.append(Polyline(moved, shape.stroke, shape.stroke_width, shape.dashed))
        elif isinstance(shape, Dot):
            shapes.append(Dot(shape.x + x + m.pad, shape.y + top, shape.r, shape.fill))
        elif isinstance(shape, Line):
            shapes.append(shape)
    return shapes
