"""The one table of every printed document: titled, ruled by three lines, headed again on each page, never split in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.styles import (
    CELL_PAD,
    CELL_SIZE,
    ROW_HEIGHT,
    ROW_NUMBER,
    TABLE_NOTE,
    TABLE_TITLE,
    TABLE_UNIT,
    Align,
    TextStyle,
)
from reports.text import Line, break_lines, draw_line, draw_text, ink, measure
from zgc_desktop.domain.errors import Refused

NUMBERS: Final[Align] = "right"
FEW: Final = 3
"""No part of a table has fewer rows than this, unless the whole table has."""
SMALL: Final = 200.0
"""A table lower than this goes to the next page whole rather than being split."""
_FIGURE: Final = re.compile(r"[+-]?[0-9][0-9,]*((?:\.[0-9]+)?%?)")
"""A figure and what follows its decimal place."""
_SMALLEST: Final = 5.5
"""No figure is shrunk below this to keep it on one line."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, width (relative: the table fills the type area), alignment, and a heading shared with others.

    Figures (right-aligned) and ``unbroken`` texts such as case numbers stay on one line, smaller if need be. ``point``:
    counts and amounts stand in one column, aligned on the decimal point.
    """

    title: str
    width: float
    align: Align = "left"
    group: str = ""
    unbroken: bool = False
    point: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of texts; ``total`` prints it bold under a line."""

    cells: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as data: number (表5-1), title, columns, rows, unit above at right, note below."""

    number: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    note: str = ""
    size: float = CELL_SIZE
    row_height: float = ROW_HEIGHT
    numbered: bool = False
    """Whether rows carry their number in the margin, by which a figure is asked for (〔5-2·R7C8〕)."""


@dataclass(frozen=True, slots=True)
class _LaidRow:
    cells: tuple[tuple[Line, ...], ...]
    height: float
    total: bool


@dataclass(slots=True)
class _Layout:
    """The table broken into lines for one width: done once, shared by all parts of the table."""

    width: float
    edges: tuple[float, ...]
    head: _LaidRow
    groups: tuple[tuple[str, int, int], ...]
    rows: tuple[_LaidRow, ...]
    note: tuple[Line, ...] = field(default=())

    @property
    def group_height(self) -> float:
        return 15.0 if self.groups else 0.0


class TableBlock(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A table on the page, or the part of it from row ``start`` up to ``stop``; later parts are headed 续表."""

    def __init__(
        self, fonts: Fonts, table: Table, start: int = 0, stop: int | None = None, layout: _Layout | None = None
    ) -> None:
        super().__init__()
        self.fonts, self.table, self.start, self.layout = fonts, table, start, layout
        self.stop = len(table.rows) if stop is None else stop

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self.layout is None or abs(self.layout.width - width) > 0.01:
            self.layout = self._lay_out(width)
        rows = self.layout.rows[self.start : self.stop]
        self.width = width
        self.height = self._head_height() + sum(r.height for r in rows) + (self._note_height() if self._ends else 0)
        return width, self.height

    def getSpaceBefore(self) -> float:
        return 8.0

    def getSpaceAfter(self) -> float:
        return 12.0

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        layout = self._laid
        if self.height < SMALL and self.start == 0:
            return []
        room, fit = height - self._head_height() - 2, 0
        for row in layout.rows[self.start : self.stop]:
            if row.height > room:
                break
            room -= row.height
            fit += 1
        count = self.stop - self.start
        # A few rows stay with the heading, and a few go with the 合计 row: it never stands alone on the next page.
        fit = min(fit, count - FEW)
        if fit < min(FEW, count):
            return []
        cut = self.start + fit
        return [TableBlock(self.fonts, self.table, a, b, layout) for a, b in ((self.start, cut), (cut, self.stop))]

    def _lay_out(self, width: float) -> _Layout:
        try:
            return _lay_out(self.fonts, self.table, width)
        except Refused as error:
            where = f"{self.table.number} {self.table.title}"
            raise Refused(error.what, where=where, why=error.why, advice=error.advice) from error

    @property
    def _laid(self) -> _Layout:
        assert self.layout is not None, "wrap comes before split and draw"
        return self.layout

    @property
    def _ends(self) -> bool:
        return self.stop == len(self.table.rows)

    @property
    def _titles(self) -> list[Line]:
        again = "续" if self.start else ""
        if not self.table.number and not self.table.title:
            return []  # the paper's own heading stands above it
        return break_lines(self.fonts, f"{again}{self.table.number}　{self.table.title}", TABLE_TITLE, self._laid.width)

    def _head_height(self) -> float:
        unit = TABLE_UNIT.leading if self.table.unit else 3.0
        head = self._laid.head.height if self._headed else 0.0
        return len(self._titles) * TABLE_TITLE.leading + unit + self._laid.group_height + head

    @property
    def _headed(self) -> bool:
        return any(column.title for column in self.table.columns)

    def _note_height(self) -> float:
        return len(self._laid.note) * TABLE_NOTE.leading + (4 if self._laid.note else 0)

    def draw(self) -> None:
        layout, c, y = self._laid, self.canv, self.height
        for line in self._titles:
            draw_line(c, self.fonts, line, 0, y - 12, self.width, TABLE_TITLE)
            y -= TABLE_TITLE.leading
        if self.table.unit:
            unit = Line(self.table.unit, measure(self.fonts, self.table.unit, TABLE_UNIT), True)
            draw_line(c, self.fonts, unit, 0, y - 8, self.width, TABLE_UNIT)
            y -= TABLE_UNIT.leading
        else:
            y -= 3
        _rule(c, 0, self.width, y, 1.2)
        y = self._draw_heads(y)
        for place, row in enumerate(layout.rows[self.start : self.stop]):
            if row.total:
                _rule(c, 0, self.width, y, 0.6)
            elif place:
                _rule(c, 0, self.width, y, 0.25, "hair_rule")
            self._draw_row(row, y, [column.align for column in self.table.columns], bold=row.total)
            if self.table.numbered:
                self._draw_number(self.start + place + 1, y - row.height / 2)
            y -= row.height
        _rule(c, 0, self.width, y, 1.2 if self._ends else 0.6)
        if self._ends:
            y -= 4
            for line in layout.note:
                draw_line(c, self.fonts, line, 0, y - 8.5, self.width, TABLE_NOTE)
                y -= TABLE_NOTE.leading

    def _draw_number(self, number: int, middle: float) -> None:
        text = f"R{number}"
        x = -measure(self.fonts, text, ROW_NUMBER) - 4
        draw_text(self.canv, self.fonts, text, x, middle - ROW_NUMBER.size * 0.36, ROW_NUMBER)

    def _draw_heads(self, y: float) -> float:
        if not self._headed:
            return y
        layout, style = self._laid, _cell_style(self.table, True, "center")
        if layout.groups:
            for title, first, after in layout.groups:
                left, right = layout.edges[first], layout.edges[after]
                line = Line(title, measure(self.fonts, title, style), True)
                draw_line(self.canv, self.fonts, line, left, y - 11, right - left, style)
                if title:
                    _rule(self.canv, left + 2, right - 2, y - layout.group_height, 0.4)
            y -= layout.group_height
        self._draw_row(layout.head, y, ["center"] * len(self.table.columns), bold=True)
        y -= layout.head.height
        _rule(self.canv, 0, self.width, y, 0.6)
        return y

    def _draw_row(self, row: _LaidRow, top: float, aligns: Sequence[Align], *, bold: bool) -> None:
        for n, lines in enumerate(row.cells):
            left, right = self._laid.edges[n] + _left_pad(self.table, n), self._laid.edges[n + 1] - CELL_PAD
            style = _cell_style(self.table, bold, aligns[n])
            if any(line.width > right - left for line in lines):
                style, lines = self._shrunk(style, lines, right - left)
            y = top - (row.height - len(lines) * style.leading) / 2 - style.leading / 2 - style.size * 0.36
            for line in lines:
                draw_line(self.canv, self.fonts, line, left, y, right - left, style)
                y -= style.leading

    def _shrunk(self, style: TextStyle, lines: Sequence[Line], room: float) -> tuple[TextStyle, tuple[Line, ...]]:
        size = max(_SMALLEST, style.size * room / max(line.width for line in lines))
        small = replace(style, size=size)
        return small, tuple(replace(line, width=measure(self.fonts, line.text, small)) for line in lines)


def _left_pad(table: Table, n: int) -> float:
    """A text that follows a column of figures keeps clear of them."""
    after_figures = n > 0 and table.columns[n].align == "left" and table.columns[n - 1].align == NUMBERS
    return CELL_PAD * (3 if after_figures else 1)


def _cell_style(table: Table, bold: bool, align: Align = "left") -> TextStyle:
    return _style_of(table.size, bold, align)


@lru_cache(maxsize=256)
def _style_of(size: float, bold: bool, align: Align) -> TextStyle:
    return TextStyle("hei", size, size * 1.28, bold=bold, align=align)


def _lay_out(fonts: Fonts, table: Table, width: float) -> _Layout:
    whole = sum(c.width for c in table.columns)
    edges = [0.0]
    for column in table.columns:
        edges.append(edges[-1] + column.width / whole * width)
    head = _lay_row(fonts, table, Row(tuple(c.title for c in table.columns)), edges, head=True)
    rows = tuple(_lay_row(fonts, table, row, edges) for row in table.rows)
    for n in (n for n, column in enumerate(table.columns) if column.point):
        rows = _on_the_point(fonts, table, rows, n)
    note = tuple(break_lines(fonts, table.note, TABLE_NOTE, width)) if table.note else ()
    return _Layout(width, tuple(edges), head, _groups(table), rows, note)


def _on_the_point(fonts: Fonts, table: Table, rows: tuple[_LaidRow, ...], column: int) -> tuple[_LaidRow, ...]:
    """The rows with the figures of one column moved left until their decimal points stand one above the other."""
    style = _cell_style(table, bold=False)

    def tail(text: str) -> float:
        found = _FIGURE.fullmatch(text)
        return measure(fonts, found[1], style) if found else -1.0

    most = max((tail(line.text) for row in rows for line in row.cells[column]), default=-1.0)

    def moved(line: Line) -> Line:
        own = tail(line.text)
        return line if own < 0 else replace(line, width=line.width + most - own)

    return tuple(
        replace(row, cells=(*row.cells[:column], tuple(map(moved, row.cells[column])), *row.cells[column + 1 :]))
        for row in rows
    )


def _groups(table: Table) -> tuple[tuple[str, int, int], ...]:
    if not any(c.group for c in table.columns):
        return ()
    spans, at = [], 0
    for title, columns in groupby(table.columns, lambda c: c.group):
        count = len(list(columns))
        spans.append((title, at, at + count))
        at += count
    return tuple(spans)


def _lay_row(fonts: Fonts, table: Table, row: Row, edges: Sequence[float], *, head: bool = False) -> _LaidRow:
    if len(row.cells) != len(table.columns):
        raise ValueError(f"{table.number}: {len(row.cells)} cells for {len(table.columns)} columns: {row.cells}")
    style = _cell_style(table, row.total or head)
    cells: list[tuple[Line, ...]] = []
    for n, (text, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        room = edges[n + 1] - edges[n] - _left_pad(table, n) - CELL_PAD
        if (column.align == NUMBERS or column.unbroken) and not head:
            cells.append(tuple(Line(part, measure(fonts, part, style), True) for part in text.split("\n")))
        else:
            cells.append(tuple(line for part in text.split("\n") for line in break_lines(fonts, part, style, room)))
    most = max((len(lines) for lines in cells), default=1)
    return _LaidRow(tuple(cells), max(table.row_height, most * style.leading + 5), row.total)


def _rule(canvas: Any, left: float, right: float, y: float, width: float, colour: str = "rule") -> None:
    canvas.setStrokeColor(ink(colour))
    canvas.setLineWidth(width)
    canvas.line(left, y, right, y)
