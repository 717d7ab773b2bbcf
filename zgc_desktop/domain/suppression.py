"""Small-count suppression (小数隐去): a table of counts made safe to publish, so that totals do not reveal what is hidden.

A count from 1 to below the least is hidden as such (primary). Where the totals around it would still give it away, further
counts are hidden (secondary, 隐去) until every small count keeps at least two possible values for a reader who knows the
totals and the rule. The reader is taken to tighten bounds line by line, over and over; nothing stronger is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

SHOWN, SMALL, HIDDEN = "", "small", "hidden"
_FAR: Final = 10**9

Place = tuple[str, int, int]
"""Which table (or lone count), row and column."""
Line = tuple[tuple[Place, ...], Place]
"""The places of the parts, and the place of their total."""
Bounds = dict[Place, list[int]]


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
    (found,) = together({"": counts}, (), (), least)[0].values()
    return found


def together(
    tables: Mapping[str, Sequence[Sequence[int]]], lone: Sequence[tuple[str, int]], links: Sequence[Link], least: int
) -> tuple[dict[str, Published], dict[str, str]]:
    """Several tables and lone counts made safe as one publication: (tables with totals, mark of each lone count).

    A reader has all of them beside each other: what one hides no other may tell. ``links`` say how their counts hang
    together (see ``Link``). ``ValueError`` below a least of 3.
    """
    if least < 3:
        raise ValueError("a least below 3 tells what it hides")
    whole = {name: _with_totals(counts) for name, counts in tables.items()}
    counts: dict[Place, int] = {
        (name, r, c): n for name, rows in whole.items() for r, row in enumerate(rows) for c, n in enumerate(row)
    }
    counts |= {(name, 0, 0): n for name, n in lone}
    lines = [line for name, rows in whole.items() for line in _lines(name, len(rows), len(rows[0]))]
    unseen: set[Place] = set()
    for n, link in enumerate(links):
        lines += _joined(n, link, counts, unseen)
    marks = _hidden(counts, lines, least, unseen)
    found = {
        name: Published(
            least, rows, tuple(tuple(marks.get((name, r, c), SHOWN) for c in range(len(row))) for r, row in enumerate(rows))
        )
        for name, rows in whole.items()
    }
    return found, {name: marks.get((name, 0, 0), SHOWN) for name, _ in lone}


@dataclass(frozen=True, slots=True)
class Link:
    """``fewer`` together are at most ``more`` together: what a reader may conclude from one table about another."""

    fewer: tuple[Place, ...]
    more: tuple[Place, ...]


def _joined(n: int, link: Link, counts: dict[Place, int], unseen: set[Place]) -> Iterator[Line]:
    """A link as lines: both sides add up to one number nobody sees, the smaller side with what it lacks."""
    if any(place not in counts for place in (*link.fewer, *link.more)):
        return
    total, lack = (f"link{n}", 0, 0), (f"link{n}", 0, 1)
    counts[total] = sum(counts[p] for p in link.more)
    counts[lack] = counts[total] - sum(counts[p] for p in link.fewer)
    if counts[lack] < 0:
        return  # the two count something different after all: then nothing follows
    unseen.update((total, lack))
    yield link.more, total
    yield (*link.fewer, lack), total


def _with_totals(counts: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    rows = [(*row, sum(row)) for row in counts]
    return (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))


def _lines(name: str, rows: int, columns: int) -> Iterator[Line]:
    """Every row and column as its parts and their total, the totals' own row and column included."""
    for r in range(rows):
        yield tuple((name, r, c) for c in range(columns - 1)), (name, r, columns - 1)
    for c in range(columns):
        yield tuple((name, r, c) for r in range(rows - 1)), (name, rows - 1, c)


def _hidden(counts: Mapping[Place, int], lines: Sequence[Line], least: int, unseen: set[Place]) -> dict[Place, str]:
    """The mark of every place that may not be shown."""
    hidden = {p: SMALL for p, n in counts.items() if 0 < n < least and p not in unseen}
    while (open_place := _revealed(counts, hidden, lines, least, unseen)) is not None:
        hidden[_next(counts, hidden, lines, least, unseen, open_place)] = HIDDEN
    return hidden


def _bounds(
    counts: Mapping[Place, int], hidden: Mapping[Place, str], lines: Sequence[Line], least: int, unseen: set[Place]
) -> Bounds:
    """What a reader can narrow each place down to."""
    known: Bounds = {}
    for place, n in counts.items():
        mark = HIDDEN if place in unseen else hidden.get(place, SHOWN)
        known[place] = [n, n] if mark == SHOWN else [1, least - 1] if mark == SMALL else [0, _FAR]
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


def _revealed(
    counts: Mapping[Place, int], hidden: Mapping[Place, str], lines: Sequence[Line], least: int, unseen: set[Place]
) -> Place | None:
    """A small count that a reader could work out, or None."""
    known = _bounds(counts, hidden, lines, least, unseen)
    return next((p for p in hidden if 0 < counts[p] < least and known[p][0] == known[p][1]), None)


def _next(
    counts: Mapping[Place, int],
    hidden: Mapping[Place, str],
    lines: Sequence[Line],
    least: int,
    unseen: set[Place],
    place: Place,
) -> Place:
    """What to hide next: the smallest part above zero of a line that pins its hidden places, else a total, else a zero.

    Where every place of those lines is hidden, the words 不足N家 themselves give the count away, and become 隐去.
    """
    known = _bounds(counts, hidden, lines, least, unseen)
    gone = hidden.keys() | unseen

    def pins(line: tuple[Place, ...], total: Place) -> bool:
        mine = [p for p in (*line, total) if p in gone]
        return any(p in hidden for p in mine) and all(known[p][0] == known[p][1] for p in mine)

    tight = sorted(
        ((line, total) for line, total in lines if pins(line, total)),
        key=lambda found: sum(p in gone for p in (*found[0], found[1])),
    )
    for zero_too in (False, True):
        for line, total in tight:
            for some in (
                [p for p in line if p not in gone and (zero_too or counts[p])],
                [p for p in (total,) if p not in gone and (zero_too or counts[p])],
            ):
                if some:
                    return min(some, key=lambda p: (counts[p], p))
    small = [p for line, total in lines if place in (*line, total) for p in (total, *line) if hidden.get(p) == SMALL]
    rest = [p for line, total in lines for p in (total, *line) if hidden.get(p) != HIDDEN and p not in unseen]
    return (*small, *rest, place)[0]
