"""Bullet bars: how far each of several goals has come, all on one scale from nothing to the goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

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

LABEL_SHARE = 0.42
"""No more of the width than this goes to the names."""
OVER = Fraction(6, 5)
"""The scale ends at 120 %: what is beyond is drawn to the end and said in its text."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One goal: its name, the share of the way (None = nothing can be said), and that in words."""

    label: str
    share: Fraction | None
    text: str
    key: Key = NO_KEY
    tip: str = ""


def bullet_bars(bullets: Sequence[Bullet], width: float, *, m: Measures = WINDOW, alt: str = "") -> Scene:
    """A pale track from nothing to 120 %, a bar for the way done, a tick at the goal; words only where there is no share."""
    name_w = min(max((text_width(b.label, m.caption) for b in bullets), default=0.0), width * LABEL_SHARE)
    text_w = max((text_width(b.text, m.caption) for b in bullets), default=0.0) + m.gap
    left = name_w + m.gap
    room = max(30.0, width - left - text_w - m.pad)
    goal = left + room / float(OVER)
    shapes: list[Shape] = []
    for n, b in enumerate(bullets):
        mid = (n + 0.5) * m.row
        if b.key:
            shapes.append(Rect(0, n * m.row, width, m.row, key=b.key, tip=b.tip or f"{b.label} {b.text}"))
        shapes.append(Text(0, baseline(mid, m.caption), shortened(b.label, name_w, m.caption), m.caption))
        if b.share is not None:
            shapes.append(Rect(left, mid - m.bar / 2, room, m.bar, "chart4"))
            done = float(max(Fraction(0), min(b.share, OVER)) / OVER) * room
            if done:
                shapes.append(Rect(left, mid - m.bar * 0.28, done, m.bar * 0.56, "chart0"))
            shapes.append(Line(goal, mid - m.bar * 0.8, goal, mid + m.bar * 0.8, "text", 1.4))
        shapes.append(Text(left + room + m.pad + 2, baseline(mid, m.caption), b.text, m.caption, fill="text2"))
    spoken = "，".join(f"{b.label} {b.text}" for b in bullets)
    return Scene(width, max(m.row, len(bullets) * m.row), tuple(shapes), alt or spoken)
