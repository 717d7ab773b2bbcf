"""Lines over months: the sparkline beside a figure, and the line chart of up to three series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from zgc_desktop.figures.scene import NO_KEY, WINDOW, Dot, Key, Line, Measures, Polyline, Scene, Shape, Text, text_width

Value = int | Fraction
MAX_SERIES = 3


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value per column, None where nothing was reported (the line breaks there), and its texts for reading."""

    name: str
    values: tuple[Value | None, ...]
    texts: tuple[str, ...] = ()
    key: Key = NO_KEY


def sparkline(
    values: Sequence[Value | None],
    width: float,
    height: float,
    *,
    m: Measures = WINDOW,
    alt: str = "",
    tips: Sequence[str] = (),
) -> Scene:
    """A 1.5 point line without axis, a dot on its last point; gaps stay gaps. First and last are said in words beside it.

    ``tips``: what hovering over each point says; its key is then the point's number.
    """
    inset = 4.0
    known = [v for v in values if v is not None]
    if not known:
        return Scene(width, height, (), alt)
    place = _placer(len(values), min(known), max(known), inset, inset, width - 2 * inset, height - 2 * inset)
    shapes: list[Shape] = list(_runs(values, place, "chart1", 1.5, False))
    for n, v in enumerate(values):
        alone = (n == 0 or values[n - 1] is None) and (n == len(values) - 1 or values[n + 1] is None)
        if v is not None and alone:  # a month between two gaps has no line to be seen by
            shapes.append(Dot(*place(n, v), 1.2, "chart1"))
    last = max(n for n, v in enumerate(values) if v is not None)
    x, y = place(last, values[last] or 0)
    shapes.append(Dot(x, y, 2.5, "chart1"))
    reach = max(6.0, width / max(1, len(values)) / 2)
    for n, (v, tip) in enumerate(zip(values, tips, strict=False)):
        if v is not None:
            shapes.append(Dot(*place(n, v), 0.0, "chart1", reach=reach, key=(str(n),), tip=tip))
    return Scene(width, height, tuple(shapes), alt)


def line_chart(
    columns: Sequence[str],
    series: Sequence[Series],
    width: float,
    height: float,
    *,
    ticks: Sequence[tuple[Value, str]] = (),
    m: Measures = WINDOW,
    alt: str = "",
) -> Scene:
    """Up to three lines over named columns (months), told apart by shade, dash and name at their last point.

    ``ticks`` are (value, text) of the horizontal rules; without them only the lowest and highest value bound the picture.
    """
    if len(series) > MAX_SERIES:
        raise ValueError(f"at most {MAX_SERIES} lines in one chart")
    known = [v for s in series for v in s.values if v is not None] + [v for v, _ in ticks]
    low, high = (min(known), max(known)) if known else (0, 1)
    left = max((text_width(t, m.caption) for _, t in ticks), default=0.0) + m.gap
    right = max((text_width(s.name, m.caption) for s in series), default=0.0) + m.gap * 1.5
    bottom = height - m.caption * 1.8
    place = _placer(len(columns), low, high, left, m.caption, width - left - right, bottom - m.caption)
    shapes: list[Shape] = []
    for value, text in ticks:
        y = place(0, value)[1]
        shapes.append(Line(left, y, width - right, y, "hair" if value else "line"))
        shapes.append(Text(left - m.pad, y + m.caption * 0.36, text, m.caption, anchor="end", fill="text3"))
    shapes += _column_names(columns, place, height - m.caption * 0.4, (width - left - right), m)
    for n, s in enumerate(series):
        colour, dashed = f"chart{n}", n == 2
        shapes += _runs(s.values, place, colour, 1.5, dashed)
        shapes += _dots(s, columns, place, colour)
    shapes += _end_names(series, place, m)
    return Scene(width, height, tuple(shapes), alt or "；".join(f"{s.name} {'，'.join(s.texts)}" for s in series))


def _column_names(
    columns: Sequence[str], place: Callable[[int, Value], tuple[float, float]], y: float, room: float, m: Measures
) -> list[Shape]:
    """Every name where there is room, else every second, third …; the last always shows."""
    widest = max((text_width(c, m.caption) for c in columns), default=0.0) + m.gap
    each = max(1, -(-int(widest * len(columns)) // max(1, int(room))))
    names: list[Shape] = []
    for n, c in enumerate(columns):
        if (len(columns) - 1 - n) % each == 0:
            names.append(Text(place(n, 0)[0], y, c, m.caption, anchor="middle", fill="text3"))
    return names


def _dots(s: Series, columns: Sequence[str], place: Callable[[int, Value], tuple[float, float]], colour: str) -> list[Shape]:
    dots: list[Shape] = []
    last = max((n for n, v in enumerate(s.values) if v is not None), default=-1)
    for n, v in enumerate(s.values):
        if v is None:
            continue
        x, y = place(n, v)
        said = s.texts[n] if n < len(s.texts) else str(v)
        key = (*s.key, columns[n]) if s.key else NO_KEY
        dots.append(Dot(x, y, 3.0 if n == last else 1.8, colour, reach=9.0, key=key, tip=f"{columns[n]} {s.name} {said}"))
    return dots


def _end_names(series: Sequence[Series], place: Callable[[int, Value], tuple[float, float]], m: Measures) -> list[Shape]:
    """Each line's name behind its last point, pushed apart so that names never lie on each other."""
    ends: list[tuple[float, float, str]] = []
    for s in series:
        last = max((n for n, v in enumerate(s.values) if v is not None), default=-1)
        if last >= 0:
            x, y = place(last, s.values[last] or 0)
            ends.append((y, x, s.name))
    ends.sort()
    step, names, above = m.caption * 1.3, list[Shape](), -1e9
    for y, x, name in ends:
        above = max(y, above + step)
        names.append(Text(x + m.gap, above + m.caption * 0.36, name, m.caption, fill="text2"))
    return names


def _placer(
    count: int, low: Value, high: Value, x: float, y: float, w: float, h: float
) -> Callable[[int, Value], tuple[float, float]]:
    span = high - low

    def place(n: int, value: Value) -> tuple[float, float]:
        across = n / (count - 1) if count > 1 else 0.5
        up = float(Fraction(value - low) / Fraction(span)) if span else 0.5
        return x + w * across, y + h * (1 - up)

    return place


def _runs(
    values: Sequence[Value | None],
    place: Callable[[int, Value], tuple[float, float]],
    colour: str,
    stroke: float,
    dashed: bool,
) -> list[Polyline]:
    """The unbroken stretches: a month without a report is a gap, not a straight line across."""
    runs: list[list[tuple[float, float]]] = []
    for before, now in pairwise([None, *enumerate(values)]):
        n, value = now if now is not None else (0, None)
        if value is None:
            continue
        if before is None or before[1] is None:
            runs.append([])
        runs[-1].append(place(n, value))
    return [Polyline(tuple(r), colour, stroke, dashed) for r in runs if len(r) > 1]
