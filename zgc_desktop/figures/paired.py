"""Paired bars: for each name one or two thin bars left and right of one zero line, so that two plans are seen side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zgc_desktop.figures.scene import (
    NO_KEY,
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

SERIES = ("chart1", "chart3")
"""The shades of the first and the second bar; they stay apart on a grey print."""
LEGEND = 2.0
"""Height of the line that names the series, in captions."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One name with a value for each series; ``texts`` are the values as they are to be read."""

    label: str
    values: tuple[int, ...]
    texts: tuple[str, ...]
    key: Key = NO_KEY
    tip: str = ""


def paired_bars(
    pairs: Sequence[Pair], series: Sequence[str], width: float, *, unit: str = "", m: Measures = WINDOW, alt: str = ""
) -> Scene:
    """Bars from zero for at most two ``series``; where there are two a line above names them. Order is the caller's."""
    if len(series) > len(SERIES):
        raise ValueError(f"at most {len(SERIES)} series")
    head = m.caption * LEGEND if len(series) > 1 else 0.0
    step = m.caption * 1.35
    row = max(m.row, step * len(series) + m.pad * 2)
    name_w = min(max((text_width(p.label, m.caption) for p in pairs), default=0.0), width * 0.3)
    figures = max((text_width(t, m.caption) for p in pairs for t in p.texts), default=0.0) + m.gap
    every = [v for p in pairs for v in p.values]
    lowest, highest = min([0, *every]), max([0, *every])
    left, span = name_w + m.gap, (highest - lowest) or 1
    room = max(20.0, width - left - figures * (2 if lowest and highest else 1))
    zero = left + (figures if lowest else 0.0) + room * -lowest / span
    shapes: list[Shape] = _legend(series, left, m) if head else []
    for n, pair in enumerate(pairs):
        y = head + n * row
        mid = y + row / 2
        if pair.key:
            shapes.append(Rect(0, y, width, row, key=pair.key, tip=pair.tip or _said(pair, series, unit)))
        shapes.append(Text(0, baseline(mid, m.caption), shortened(pair.label, name_w, m.caption), m.caption))
        top = mid - step * len(pair.values) / 2
        for k, (value, text) in enumerate(zip(pair.values, pair.texts, strict=True)):
            shapes += _bar(value, text, zero, top + step * (k + 0.5), room * abs(value) / span, SERIES[k], m)
    height = head + max(1, len(pairs)) * row
    shapes.append(Line(zero, head, zero, height, "control"))
    return Scene(width, height, tuple(shapes), alt or "；".join(_said(p, series, unit) for p in pairs))


def _bar(value: int, text: str, zero: float, mid: float, length: float, colour: str, m: Measures) -> list[Shape]:
    x = zero - length if value < 0 else zero
    thick = m.bar * 0.9
    bar = Rect(x, mid - thick / 2, length, thick, colour, radius=min(m.radius / 2, length / 2))
    y = baseline(mid, m.caption)
    if value < 0:
        return [bar, Text(x - m.pad, y, text, m.caption, anchor="end", fill="error")]
    return [bar, Text(x + length + m.pad, y, text, m.caption, fill="text2")]


def _legend(series: Sequence[str], left: float, m: Measures) -> list[Shape]:
    shapes: list[Shape] = []
    x, square = left, m.caption * 0.66
    for colour, name in zip(SERIES, series, strict=False):
        shapes.append(Rect(x, m.caption * 0.45, square, square, colour, radius=m.radius / 2))
        shapes.append(Text(x + square + m.pad, m.caption * 1.05, name, m.caption, fill="text2"))
        x += square + m.pad + text_width(name, m.caption) + m.gap * 2
    return shapes


def _said(pair: Pair, series: Sequence[str], unit: str) -> str:
    told = "，".join(f"{name} {text}".strip() for name, text in zip(series, pair.texts, strict=True))
    return f"{pair.label} {told} {unit}".rstrip()
