"""Grids: figures on a heat ramp by row and column, and the schematic tile map of the 17 parks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.figures.scene import (
    NO_KEY,
    NOT_REPORTED,
    WINDOW,
    Dot,
    Key,
    Line,
    Measures,
    Rect,
    Scene,
    Shape,
    Text,
    baseline,
    shortened,
    text_width,
)

HEAT_STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One figure of a grid. ``value`` None with ``reported`` = nothing there (a small dot); not reported = dashed and 未报."""

    value: int | Fraction | None
    text: str = ""
    reported: bool = True
    key: Key = NO_KEY
    tip: str = ""


TILES: Final[Mapping[str, tuple[int, int]]] = {
    "延庆园": (1, 0),
    "怀柔园": (3, 0),
    "密云园": (4, 0),
    "昌平园": (2, 1),
    "顺义园": (4, 1),
    "平谷园": (5, 1),
    "门头沟园": (0, 2),
    "海淀园": (1, 2),
    "西城园": (2, 2),
    "东城园": (3, 2),
    "朝阳园": (4, 2),
    "通州园": (5, 2),
    "房山园": (0, 3),
    "石景山园": (1, 3),
    "丰台园": (2, 3),
    "大兴园": (3, 3),
    "亦庄园": (4, 3),
}
"""Column and row of each park's tile: neighbours kept, nothing to scale (方位示意)."""


def heat_step(value: int | Fraction, bounds: Sequence[int | Fraction]) -> int:
    """Which of the five shades a value takes: the number of ``bounds`` (four, ascending) it reaches."""
    return sum(1 for b in bounds if value >= b)


def even_bounds(values: Sequence[int | Fraction]) -> tuple[Fraction, ...]:
    """Bounds that put about a fifth of the distinct values into each shade; a single value takes the middle shade."""
    ranked = sorted({Fraction(v) for v in values})
    if not ranked:
        return ()
    if len(ranked) == 1:
        return (ranked[0], ranked[0])
    return tuple(ranked[min(len(ranked) - 1, len(ranked) * n // HEAT_STEPS)] for n in range(1, HEAT_STEPS))


def heat_grid(
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[HeatCell]]],
    width: float,
    *,
    corner: str = "",
    m: Measures = WINDOW,
    alt: str = "",
) -> Scene:
    """A table of figures on a ramp of one hue, the figure in each cell; negative figures in red with a minus."""
    name_w = max([text_width(corner, m.caption), *(text_width(name, m.caption) for name, _ in rows)]) + m.gap * 2
    step, head = (width - name_w) / max(1, len(columns)), m.row
    known = [c.value for _, cells in rows for c in cells if c.value is not None and c.value > 0]
    bounds = even_bounds(known)
    shapes: list[Shape] = [Text(0, baseline(head / 2, m.caption), corner, m.caption, fill="text3")]
    for n, title in enumerate(columns):
        right = name_w + (n + 1) * step - m.gap
        shown = shortened(title, step - m.gap, m.caption)
        shapes.append(Text(right, baseline(head / 2, m.caption), shown, m.caption, anchor="end", fill="text3"))
    shapes.append(Line(0, head - 0.5, width, head - 0.5, "line"))
    for r, (name, cells) in enumerate(rows):
        y = head + r * m.row
        shapes.append(Text(0, baseline(y + m.row / 2, m.caption), name, m.caption, fill="text"))
        for n, cell in enumerate(cells):
            shapes += _heat_cell(cell, name_w + n * step, y, step, bounds, m)
    return Scene(width, head + len(rows) * m.row, tuple(shapes), alt)


def _heat_cell(cell: HeatCell, x: float, y: float, w: float, bounds: Sequence[Fraction], m: Measures) -> list[Shape]:
    mid, right = y + m.row / 2, x + w - m.gap
    if not cell.reported:
        box = Rect(
            x + 1.5,
            y + 1.5,
            w - 3,
            m.row - 3,
            stroke="control",
            stroke_width=0.8,
            radius=m.radius,
            dashed=True,
            key=cell.key,
            tip=cell.tip,
        )
        return [box, Text(right, baseline(mid, m.caption), NOT_REPORTED, m.caption, anchor="end", fill="text3")]
    if cell.value is None:
        return [Dot(x + w / 2, mid, 1.2, "field_line", reach=m.row / 2, key=cell.key, tip=cell.tip)]
    step = heat_step(cell.value, bounds)
    colour = "error" if cell.value < 0 else f"heat_text{step}"
    back = Rect(x + 1, y + 1, w - 2, m.row - 2, f"heat{step}", radius=m.radius, key=cell.key, tip=cell.tip)
    return [back, Text(right, baseline(mid, m.caption), cell.text, m.caption, step >= 3, "end", colour)]


def tile_map(cells: Mapping[str, HeatCell], width: float, height: float, *, m: Measures = WINDOW, alt: str = "") -> Scene:
    """17 equal tiles, one per park, neighbours kept; colour, figure and name. It says itself that it is no map."""
    gap, across, down = m.pad, 6, 4
    w, h = (width - gap * (across - 1)) / across, (height - gap * (down - 1)) / down
    bounds = even_bounds([c.value for c in cells.values() if c.value is not None])
    shapes: list[Shape] = [
        Text(0, m.caption * 1.2, "方位示意", m.caption, fill="text3"),
        Text(0, m.caption * 2.6, "非地图", m.caption, fill="text3"),
    ]
    for park, (col, row) in TILES.items():
        cell = cells.get(park, HeatCell(None, reported=False, key=(park,)))
        x, y = col * (w + gap), row * (h + gap)
        missing = cell.value is None
        step = 0 if cell.value is None else heat_step(cell.value, bounds)
        ink = "text2" if missing else f"heat_text{step}"
        figure = (NOT_REPORTED if not cell.reported else "—") if missing else cell.text
        if missing:
            shapes.append(Rect(x + 1, y + 1, w - 2, h - 2, "", "control", 1, m.radius * 1.5, True, cell.key, cell.tip))
        else:
            shapes.append(Rect(x, y, w, h, f"heat{step}", radius=m.radius * 1.5, key=cell.key, tip=cell.tip))
        shapes.append(Text(x + m.gap, y + m.caption * 1.5, park.removesuffix("园"), m.caption, fill=ink))
        shapes.append(Text(x + w - m.gap, y + h - m.gap, figure, m.body, True, "end", ink))
    return Scene(width, height, tuple(shapes), alt)
