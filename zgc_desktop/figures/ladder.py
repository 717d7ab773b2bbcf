"""The ladder of cohorts: a bar a year for every cohort, split into who rose, stayed, fell, dropped out and left the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zgc_desktop.figures.scene import NOT_REPORTED, WINDOW, Measures, Rect, Scene, Shape, Text, baseline, text_width

FATES = ("上升", "持平", "下降", "退出", "离开")
"""In the order of the shades; 离开 (left the area) is the last and palest."""


@dataclass(frozen=True, slots=True)
class Step:
    """One cohort in one year: how many met each of ``FATES``; None = no ledger of that year says it."""

    cohort: int
    year: int
    counts: tuple[int | None, ...]

    @property
    def size(self) -> int:
        """Everybody of the cohort."""
        return sum(n or 0 for n in self.counts)


def ladder_chart(steps: Sequence[Step], width: float, *, m: Measures = WINDOW) -> Scene:
    """A row a cohort and year, its bar in five shades with the counts in words behind it; keys are (cohort, year)."""
    shapes, y = _legend(width, m), m.row * 1.2
    name_w = text_width("2026 入列", m.caption) + m.gap
    year_w = text_width("2026", m.caption) + m.gap
    words_w = max((text_width(_words(s), m.caption) for s in steps), default=0.0) + m.gap
    left, room = name_w + year_w, max(40.0, width - name_w - year_w - words_w - m.gap)
    most = max((s.size for s in steps), default=1) or 1
    before = None
    for s in steps:
        if s.cohort != before:
            y += m.gap if before is not None else 0
            shapes.append(Text(0, baseline(y + m.row / 2, m.caption), f"{s.cohort} 入列", m.caption, bold=True))
            before = s.cohort
        shapes += _row(s, y, name_w, left, room * s.size / most, m)
        y += m.row
    said = "；".join(f"{s.cohort} 年入列的在 {s.year} 年：{_words(s)}" for s in steps)
    return Scene(width, y + m.pad, tuple(shapes), said)


def _legend(width: float, m: Measures) -> list[Shape]:
    shapes: list[Shape] = []
    x = 0.0
    for n, fate in enumerate(FATES):
        shapes.append(Rect(x, m.caption * 0.35, m.caption * 0.8, m.caption * 0.8, f"chart{n}", radius=2))
        shapes.append(Text(x + m.caption * 1.2, m.caption * 1.1, fate, m.caption, fill="text2"))
        x += m.caption * 1.2 + text_width(fate, m.caption) + m.gap * 2
    return shapes


def _row(s: Step, y: float, at_year: float, left: float, long: float, m: Measures) -> list[Shape]:
    middle = y + m.row / 2
    shapes: list[Shape] = [Text(at_year, baseline(middle, m.caption), str(s.year), m.caption, fill="text2")]
    x = left
    for n, count in enumerate(s.counts):
        wide = long * (count or 0) / (s.size or 1)
        if wide > 0:
            shapes.append(Rect(x, middle - m.bar * 0.7, max(1.5, wide - 1), m.bar * 1.4, f"chart{n}", radius=2))
        x += wide
    tip = f"{s.cohort} 年入列，{s.year} 年（家）：{_words(s)}"
    shapes.append(Text(x + m.pad, baseline(middle, m.caption), _words(s), m.caption, fill="text2"))
    shapes.append(Rect(left, y + 1, max(24.0, x - left), m.row - 2, key=(str(s.cohort), str(s.year)), tip=tip))
    return shapes


def _words(s: Step) -> str:
    """共 12：上升 3 持平 7 下降 1 退出 1 离开 未报."""
    parts = (f"{fate} {NOT_REPORTED if n is None else n}" for fate, n in zip(FATES, s.counts, strict=True))
    return f"共 {s.size}：{' '.join(p for p in parts if not p.endswith(' 0'))}"
