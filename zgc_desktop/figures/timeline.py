"""The timeline of one value: a bar a version, from its first day to its last, the present day as a rule across them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from zgc_desktop.figures.scene import WINDOW, Line, Measures, Rect, Scene, Shape, Text, baseline, shortened, text_width

_Place = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Span:
    """One version: its name, its value, first and last day (None = not said, still open), whether it holds on the day."""

    name: str
    value: str
    since: date | None
    until: date | None
    current: bool


def timeline(spans: Sequence[Span], day: date, width: float, *, m: Measures = WINDOW) -> Scene:
    """Bars below each other over a scale of years, oldest above; keys are (version, first day)."""
    if not spans:
        return Scene(width, m.row, (), "")
    first = min((s.since for s in spans if s.since), default=day)
    last = max([day, *(s.until for s in spans if s.until)])
    first, last = date(first.year, 1, 1), date(last.year + 1, 12, 31)
    left = min(width * 0.3, max(text_width(s.name, m.caption) for s in spans) + m.gap * 2)
    room = width - left - m.gap
    days = (last - first).days

    def x(of: date) -> float:
        return left + room * (of - first).days / days

    height = m.row * len(spans)
    shapes: list[Shape] = _scale(first, last, x, height, room, m)
    for n, s in enumerate(spans):
        shapes += _bar(s, x, n * m.row, first, last, left, m)
    shapes.append(Line(x(day), 0, x(day), height, "text2", 1.2, dashed=True))
    shapes.append(
        Text(min(x(day), width - m.gap * 3), height + m.caption * 2.5, str(day), m.caption, anchor="middle", fill="text2")
    )
    said = "；".join(f"{s.since or '未定'} 至 {s.until or '今'} {s.value}" for s in spans)
    return Scene(width, height + m.caption * 2.8, tuple(shapes), said)


def _bar(s: Span, x: _Place, top: float, first: date, last: date, left: float, m: Measures) -> list[Shape]:
    start, end = x(s.since or first), x(s.until or last)
    middle, high = top + m.row / 2, m.row - 8
    tip = f"{s.since or '未定'} 至 {s.until or '今'}：{s.value}"
    key = (s.name, str(s.since or ""))
    wide = max(3.0, end - start)
    fill, tone = ("accent_fill", "on_accent") if s.current else ("heat1", "heat_text1")
    bar = Rect(start, middle - high / 2, wide, high, fill, radius=m.radius, dashed=s.since is None, key=key, tip=tip)
    name = Text(0, baseline(middle, m.caption), shortened(s.name, left - m.gap, m.caption), m.caption, fill="text2")
    shapes: list[Shape] = [name, bar]
    if text_width(s.value, m.caption) <= wide - 2 * m.pad:
        shapes.append(Text(start + m.pad * 1.5, baseline(middle, m.caption), s.value, m.caption, fill=tone))
    elif wide > 60:
        cut = shortened(s.value, wide - 3 * m.pad, m.caption)
        shapes.append(Text(start + m.pad * 1.5, baseline(middle, m.caption), cut, m.caption, fill=tone))
    return shapes


def _scale(first: date, last: date, x: _Place, height: float, room: float, m: Measures) -> list[Shape]:
    """A hairline a year, named where there is room: every year, else every second, fifth, tenth."""
    years = range(first.year, last.year + 1)
    fits = max(1, int(room / (text_width("2026", m.caption) + m.gap * 2)))
    each = next(n for n in (1, 2, 5, 10, 20, 50, 100) if len(years) <= fits * n or n == 100)
    shapes: list[Shape] = []
    for year in years:
        if year % each == 0 or each == 1:
            at = x(date(year, 1, 1))
            shapes.append(Line(at, 0, at, height + 2, "hair"))
            shapes.append(Text(at, height + m.caption * 1.2, str(year), m.caption, anchor="middle", fill="text3"))
    return shapes
