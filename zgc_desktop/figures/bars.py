"""Bars: horizontal bars, bars of differences from zero, and one stacked bar of a structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from zgc_desktop.figures.scene import (
    NO_KEY,
    NOT_REPORTED,
    WINDOW,
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

CHART_COLOURS = 5
OTHERS = "其他"
LABEL_SHARE = 0.34
"""No more of the width than this goes to the names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One named value. ``value`` None = not reported (未报), never zero. ``text`` is the value as it is to be read."""

    label: str
    value: int | Fraction | None
    text: str
    key: Key = NO_KEY
    tip: str = ""
    colour: str = ""


def horizontal_bars(bars: Sequence[Bar], width: float, *, m: Measures = WINDOW, alt: str = "") -> Scene:
    """Bars to the right from one line, name at left, figure behind the bar; the order is the caller's. No negative values."""
    if any(b.value is not None and b.value < 0 for b in bars):
        raise ValueError("horizontal_bars takes no negative values: use difference_bars")
    name_w = _names_width(bars, width, m)
    figure_w = max((text_width(b.text, m.caption) for b in bars), default=0.0) + m.gap
    left, room = name_w + m.gap, max(10.0, width - name_w - m.gap - figure_w - m.pad)
    top = max((b.value for b in bars if b.value is not None), default=0)
    shapes: list[Shape] = []
    for n, b in enumerate(bars):
        y = n * m.row
        mid = y + m.row / 2
        shapes += _named_row(b, y, width, name_w, m)
        if b.value is None:
            shapes += _missing(left, mid, m)
            continue
        length = _length(b.value, top, room)
        shapes.append(Rect(left, mid - m.bar / 2, length, m.bar, b.colour or "chart1", radius=_soft(length, m)))
        shapes.append(Text(left + length + m.pad + 2, baseline(mid, m.caption), b.text, m.caption, fill="text2"))
    height = max(m.row, len(bars) * m.row)
    return Scene(width, height, (*shapes, Line(left, 0, left, height, "line")), alt or _spoken(bars))


def difference_bars(bars: Sequence[Bar], width: float, *, m: Measures = WINDOW, alt: str = "") -> Scene:
    """Bars left (negative) and right (positive) of one zero line; sign, side and shade all say the same."""
    name_w = _names_width(bars, width, m)
    figure_w = max((text_width(b.text, m.caption) for b in bars), default=0.0) + m.gap
    left = name_w + m.gap
    known = [Fraction(b.value) for b in bars if b.value is not None]
    lowest, highest = min([Fraction(0), *known]), max([Fraction(0), *known])
    room = max(20.0, width - left - figure_w * (2 if lowest and highest else 1))
    span = highest - lowest
    zero = left + (figure_w if lowest else 0.0) + _length(-lowest, span, room)
    shapes: list[Shape] = []
    for n, b in enumerate(bars):
        y = n * m.row
        mid = y + m.row / 2
        shapes += _named_row(b, y, width, name_w, m)
        if b.value is None:
            shapes += _missing(zero, mid, m)
            continue
        negative = b.value < 0
        length = _length(-b.value if negative else b.value, span, room)
        x = zero - length if negative else zero
        colour = b.colour or ("chart3" if negative else "chart1")
        shapes.append(Rect(x, mid - m.bar / 2, length, m.bar, colour, radius=_soft(length, m)))
        y_text = baseline(mid, m.caption)
        if negative:
            shapes.append(Text(x - m.pad, y_text, b.text, m.caption, anchor="end", fill="error"))
        else:
            shapes.append(Text(x + length + m.pad, y_text, b.text, m.caption, fill="text2"))
    height = max(m.row, len(bars) * m.row)
    return Scene(width, height, (*shapes, Line(zero, 0, zero, height, "control")), alt or _spoken(bars))


def stacked_bar(parts: Sequence[Bar], width: float, *, m: Measures = WINDOW, alt: str = "") -> Scene:
    """One bar of a whole in at most five parts, the share written under each name; 其他 belongs last.

    Values must not be negative; a part that is None is left out of the bar and its label says 未报.
    """
    if len(parts) > CHART_COLOURS:
        raise ValueError(f"at most {CHART_COLOURS} parts: fold the small ones into 其他 first")
    total = sum((p.value for p in parts if p.value is not None), Fraction(0))
    thick, shapes = m.bar * 1.8, list[Shape]()
    x = 0.0
    for n, p in enumerate(parts):
        if p.value is None or not total:
            continue
        w = float(p.value / total) * width
        if w > 0:
            shapes.append(Rect(x, 0, max(w - 1.5, 0.75), thick, _part_colour(p, n), key=p.key, tip=p.tip))
        x += w
    step = width / max(1, len(parts))
    square, y1 = m.caption * 0.66, thick + m.gap + m.caption
    y2 = y1 + m.caption * 1.4
    for n, p in enumerate(parts):
        left = n * step
        text_x, room = left + square + m.pad, step - square - m.pad * 2
        shapes.append(Rect(left, y1 - square, square, square, _part_colour(p, n), radius=m.radius / 2))
        shapes.append(Text(text_x, y1, shortened(p.label, room, m.caption), m.caption, fill="text2"))
        shapes.append(Text(text_x, y2, NOT_REPORTED if p.value is None else p.text, m.caption, bold=True))
    return Scene(width, y2 + m.pad, tuple(shapes), alt or _spoken(parts))


def fold_small(parts: Sequence[Bar], text_of_rest: str, *, label: str = OTHERS) -> tuple[Bar, ...]:
    """At most five parts, largest first; the rest summed into one last part with ``text_of_rest`` as its figure."""
    known = sorted((p for p in parts if p.value), key=lambda p: -Fraction(p.value or 0))
    if len(known) <= CHART_COLOURS:
        return tuple(known)
    kept, rest = known[: CHART_COLOURS - 1], known[CHART_COLOURS - 1 :]
    value = sum((Fraction(p.value or 0) for p in rest), Fraction(0))
    tip = "、".join(p.label for p in rest)
    return (*kept, Bar(label, value, text_of_rest, key=(label,), tip=f"{label}：{tip}"))


def _part_colour(part: Bar, place: int) -> str:
    """Shades in order; 其他 always takes the palest."""
    return part.colour or f"chart{CHART_COLOURS - 1 if part.label == OTHERS else place}"


def _named_row(b: Bar, y: float, width: float, name_w: float, m: Measures) -> list[Shape]:
    """The name, and over the whole row an invisible box to point at."""
    name = Text(0, baseline(y + m.row / 2, m.caption), shortened(b.label, name_w, m.caption), m.caption)
    return [Rect(0, y, width, m.row, key=b.key, tip=b.tip or f"{b.label} {b.text}"), name] if b.key else [name]


def _missing(x: float, mid: float, m: Measures) -> list[Shape]:
    w = text_width(NOT_REPORTED, m.caption) + m.gap * 2
    h = min(m.row - 2, m.caption * 1.4)
    box = Rect(x + m.pad, mid - h / 2, w, h, stroke="control", stroke_width=0.8, dashed=True, radius=m.radius / 2)
    return [box, Text(x + m.pad + w / 2, baseline(mid, m.caption), NOT_REPORTED, m.caption, anchor="middle", fill="text3")]


def _names_width(bars: Sequence[Bar], width: float, m: Measures) -> float:
    return min(max((text_width(b.label, m.caption) for b in bars), default=0.0), width * LABEL_SHARE)


def _length(value: int | Fraction, whole: int | Fraction, room: float) -> float:
    return float(Fraction(value) / Fraction(whole)) * room if whole else 0.0


def _soft(length: float, m: Measures) -> float:
    return min(m.radius / 2, length / 2)


def _spoken(bars: Sequence[Bar]) -> str:
    return "，".join(f"{b.label} {NOT_REPORTED if b.value is None else b.text}" for b in bars)
