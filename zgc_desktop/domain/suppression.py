"""Small-count suppression (小数隐去): a table of counts made safe to publish, so that totals do not reveal what is hidden.

A count from 1 to below the least is hidden as such (primary). Where the totals around it would still give it away, further
counts are hidden (secondary, 隐去) until every small count keeps at least two possible values for a reader who knows the
totals and the rule. The reader is taken to tighten bounds line by line, over and over; nothing stronger is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

SHOWN, SMALL, HIDDEN = "", "small", "hidden"
_FAR: Final = 10**9

Place = tuple[int, int]
_Line = tuple[tuple[Place, ...], Place]
"""The places of the parts, and the place of their total."""


@dataclass(frozen=True, slots=True)
class Published:
    """A table of counts with its totals (last row and column): what a reader may see of every place."""

    least: int
    counts: tuple[tuple[int, ...], ...]
    marks: tuple[tuple[str, ...], ...]

    def text(self, row: int, column: int) -> str:
        """The count as published: ``12``, ``不足3家``, or ``隐去``."""
        mark = self.marks[row][column]
        if mark == SMALL:
            return f"不足{self.least}家"
        return "隐去" if mark == HIDDEN else f"{self.counts[row][column]:,}"

    def shown(self, row: int, column: int) -> bool:
        """Whether the count, and so any amount of these companies, may be told."""
        return self.marks[row][column] == SHOWN


def suppressed(counts: Sequence[Sequence[int]], least: int) -> Published:
    """The table (rows by columns, without totals) with its totals and with what has to be hidden; ``least`` from 3.

    Below a least of 3 the mark itself would tell the count.
    """
    if least < 3:
        raise ValueError("a least below 3 tells what it hides")
    whole = _with_totals(counts)
    hidden: dict[Place, str] = {(r, c): SMALL for r, row in enumerate(whole) for c, n in enumerate(row) if 0 < n < least}
    lines = tuple(_lines(len(whole), len(whole[0])))
    while (open_place := _revealed(whole, hidden, lines, least)) is not None:
        hidden[_next(whole, hidden, lines, least, open_place)] = HIDDEN
    marks = tuple(tuple(hidden.get((r, c), SHOWN) for c in range(len(row))) for r, row in enumerate(whole))
    return Published(least, whole, marks)


def _with_totals(counts: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    rows = [(*row, sum(row)) for row in counts]
    return (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))


def _lines(rows: int, columns: int) -> Iterator[_Line]:
    """Every row and column as its parts and their total, the totals' own row and column included."""
    for r in range(rows):
        yield tuple((r, c) for c in range(columns - 1)), (r, columns - 1)
    for c in range(columns):
        yield tuple((r, c) for r in range(rows - 1)), (rows - 1, c)


def _bounds(
    whole: Sequence[Sequence[int]], hidden: dict[Place, str], lines: Sequence[_Line], least: int
) -> dict[Place, list[int]]:
    """What a reader can narrow each place down to."""
    known: dict[Place, list[int]] = {}
    for r, row in enumerate(whole):
        for c, n in enumerate(row):
            mark = hidden.get((r, c), SHOWN)
            known[r, c] = [n, n] if mark == SHOWN else [1, least - 1] if mark == SMALL else [0, _FAR]
    moved = True
    while moved:
        moved = False
        for parts, total in lines:
            low, high = sum(known[p][0] for p in parts), sum(known[p][1] for p in parts)
            moved |= _narrow(known[total], low, high)
            for p in parts:
                mine = known[p]
                others_low, others_high = low - mine[0], high - mine[1]
                if _narrow(mine, known[total][0] - others_high, known[total][1] - others_low):
                    moved = True
                    low, high = others_low + mine[0], others_high + mine[1]
    return known


def _narrow(bounds: list[int], low: int, high: int) -> bool:
    before = (bounds[0], bounds[1])
    bounds[0], bounds[1] = max(bounds[0], low), min(bounds[1], high)
    return before != (bounds[0], bounds[1])


def _revealed(whole: Sequence[Sequence[int]], hidden: dict[Place, str], lines: Sequence[_Line], least: int) -> Place | None:
    """A small count that a reader could work out, or None."""
    known = _bounds(whole, hidden, lines, least)
    return next((p for p in hidden if 0 < whole[p[0]][p[1]] < least and known[p][0] == known[p][1]), None)


def _next(whole: Sequence[Sequence[int]], hidden: dict[Place, str], lines: Sequence[_Line], least: int, place: Place) -> Place:
    """What to hide next: the smallest part above zero of a line that pins its hidden places, else a total, else a zero.

    Where every place of those lines is hidden, the words 不足N家 themselves give the count away, and become 隐去.
    """
    known = _bounds(whole, hidden, lines, least)

    def pins(line: tuple[Place, ...], total: Place) -> bool:
        mine = [p for p in (*line, total) if p in hidden]
        return bool(mine) and all(known[p][0] == known[p][1] for p in mine)

    tight = sorted(
        ((line, total) for line, total in lines if pins(line, total)),
        key=lambda found: sum(p in hidden for p in (*found[0], found[1])),
    )
    for wanted in (lambda p: whole[p[0]][p[1]] > 0, lambda p: True):
        for line, total in tight:
            for some in (
                [p for p in line if p not in hidden and wanted(p)],
                [p for p in (total,) if p not in hidden and wanted(p)],
            ):
                if some:
                    return min(some, key=lambda p: (whole[p[0]][p[1]], p))
    small = [p for line, total in lines if place in (*line, total) for p in (total, *line) if hidden.get(p) == SMALL]
    rest = [p for line, total in lines for p in (total, *line) if hidden.get(p) != HIDDEN]
    return (small or rest)[0]
