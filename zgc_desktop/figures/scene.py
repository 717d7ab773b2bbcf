"""A picture as data: shapes in points with y downwards, laid out once, painted by the window and printed by the reports.

Colours are token names ("chart0", "heat3", "text2", "line"); whoever paints resolves them, so a scene survives a theme
change and a grey print. Text is placed by its baseline. A shape with a ``key`` can be pointed at: ``tip`` is what to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Final, Literal, TypeAlias

Anchor: TypeAlias = Literal["start", "middle", "end"]
Key: TypeAlias = tuple[str, ...]
"""What a shape stands for, e.g. ``("海淀园", "2026-10")``; empty = decoration."""

NO_KEY: Final[Key] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled or outlined box, corners rounded by ``radius``; ``dashed`` outlines mean "not reported"."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dashed: bool = False
    key: Key = NO_KEY
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight rule."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str = "line"
    stroke_width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through points."""

    points: tuple[tuple[float, float], ...]
    stroke: str = "chart1"
    stroke_width: float = 1.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle; ``reach`` widens what can be pointed at."""

    x: float
    y: float
    r: float
    fill: str = "chart1"
    reach: float = 0.0
    key: Key = NO_KEY
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text by its baseline. ``size`` in points; nobody wraps or shortens it later."""

    x: float
    y: float
    text: str
    size: float = 12.0
    bold: bool = False
    anchor: Anchor = "start"
    fill: str = "text"


Shape: TypeAlias = Rect | Line | Polyline | Dot | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished picture: its size, its shapes from back to front, and ``alt``, the same in a sentence for screen readers."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""

    def keyed(self) -> Iterable[Rect | Dot]:
        """The shapes that can be pointed at, back to front."""
        return (s for s in self.shapes if isinstance(s, Rect | Dot) and s.key)


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of one medium, in points: the window's defaults, or smaller ones for paper."""

    caption: float = 12.0
    body: float = 13.0
    row: float = 26.0
    bar: float = 10.0
    gap: float = 8.0
    pad: float = 4.0
    radius: float = 4.0


WINDOW: Final = Measures()
PRINT: Final = Measures(caption=8.0, body=9.0, row=16.0, bar=7.0, gap=6.0, pad=3.0, radius=1.5)

NOT_REPORTED: Final = "未报"


def hit(scene: Scene, x: float, y: float) -> Rect | Dot | None:
    """The topmost keyed shape at a point, or None."""
    for shape in reversed(list(scene.keyed())):
        if isinstance(shape, Rect):
            if shape.x <= x <= shape.x + shape.w and shape.y <= y <= shape.y + shape.h:
                return shape
        elif hypot(x - shape.x, y - shape.y) <= max(shape.r, shape.reach):
            return shape
    return None


def beside(scene: Scene, key: Key, step: tuple[int, int]) -> Rect | Dot | None:
    """The mark an arrow key leads to from the one with ``key``; the first where nothing is pointed at yet, None past an end.

    Left and right (``step`` = (∓1, 0)) go through the marks as they are read; up and down (0, ∓1) to the nearest one above
    or below it.
    """
    marks = list(scene.keyed())
    at = next((n for n, s in enumerate(marks) if s.key == key), None)
    if at is None:
        return marks[0] if marks else None
    across, down = step
    if across:
        return marks[at + across] if 0 <= at + across < len(marks) else None
    x, y = _middle(marks[at])
    over = [
        s
        for s in marks
        if (_middle(s)[1] - y) * down > 0.5 and (_reaches(s, x) or _reaches(marks[at], _middle(s)[0])) and s.key != key
    ]
    return min(over, key=lambda s: (abs(_middle(s)[1] - y), abs(_middle(s)[0] - x)), default=None)


def _middle(mark: Rect | Dot) -> tuple[float, float]:
    return (mark.x + mark.w / 2, mark.y + mark.h / 2) if isinstance(mark, Rect) else (mark.x, mark.y)


def _reaches(mark: Rect | Dot, x: float) -> bool:
    """Whether a mark lies above or below a place."""
    left, right = (mark.x, mark.x + mark.w) if isinstance(mark, Rect) else (mark.x - mark.r, mark.x + mark.r)
    return left <= x <= right


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line prints (points): full-width characters one em, Latin and digits by the metrics of Noto Sans SC."""
    ems = sum(_advance(c) for c in text)
    return size * ems * (1.03 if bold else 1.0)


def _advance(c: str) -> float:
    if unicodedata.east_asian_width(c) in "WFA":
        return 1.0
    if c in ".,:;'|!ilj ":
        return 0.30
    if c in "mwMW@%":
        return 0.92
    return 0.66 if c.isupper() else 0.56


def shortened(text: str, room: float, size: float) -> str:
    """The text, cut at its right end with … where it is wider than ``room``. For names only, never for figures."""
    if text_width(text, size) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end] + "…"
        if text_width(cut, size) <= room:
            return cut
    return "…"


def baseline(middle: float, size: float) -> float:
    """The baseline that centres a line of ``size`` on ``middle``."""
    return middle + size * 0.36
