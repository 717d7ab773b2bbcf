"""A workbook in the making: its pages, its tables, and where each table landed for the formulas that compare them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets import (
    COUNT,
    DATE,
    HEADING,
    MONEY,
    NOTE,
    PERCENT,
    TEXT,
    TITLE,
    TOTAL,
    Look,
    Pen,
    Value,
    print_setup,
    set_widths,
)
from zgc_desktop.domain.monthly import MonthlyDocument

Kind = Literal["text", "count", "money", "tenth", "date", "percent", "middle", "area", "year"]

HEAD_ROW: Final = 3
FIRST: Final = 4

LOOKS: Final[dict[Kind, Look]] = {
    "text": Look(number=TEXT, frame=True, wrap=True),
    "middle": Look(number=TEXT, align="center", frame=True),
    "count": Look(number=COUNT, align="right", frame=True),
    "money": Look(number=MONEY, align="right", frame=True),
    "tenth": Look(number="#,##0.0", align="right", frame=True),
    "date": Look(number=DATE, align="center", frame=True),
    "percent": Look(number=PERCENT, align="right", frame=True),
    "area": Look(number="#,##0.00####", align="right", frame=True),
    "year": Look(number="0", align="center", frame=True),
}
TOTAL_LOOKS: Final[dict[Kind, Look]] = {
    kind: Look(look.number, look.align, bold=True, fill=TOTAL, frame=True, top_line=True) for kind, look in LOOKS.items()
}


@dataclass(frozen=True, slots=True)
class Col:
    """One column of a sheet: heading, width in half-width characters, what it holds, and whether the foot sums it."""

    title: str
    width: float
    kind: Kind = "text"
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Where a table's data stands: sheet, first and last row; empty tables have ``last < first``."""

    sheet: str
    first: int
    last: int

    def column(self, letter: str) -> str:
        """The data of one column as a formula names it."""
        return f"'{self.sheet}'!${letter}${self.first}:${letter}${max(self.first, self.last)}"

    def cell(self, letter: str, row: int) -> str:
        """One cell as a formula names it."""
        return f"'{self.sheet}'!${letter}${row}"


@dataclass(slots=True)
class Book:
    """The workbook being written: its pen, its document, and where each table landed."""

    workbook: Workbook
    pen: Pen
    doc: MonthlyDocument
    areas: dict[str, Area] = field(default_factory=dict)

    def page(self, name: str, title: str, note: str, columns: Sequence[Col], *, landscape: bool = True) -> Worksheet:
        """A new sheet with title, note and heading row, set up for printing."""
        page: Worksheet = self.workbook.create_sheet(name)
        self.pen.put(page, 1, 1, title, TITLE)
        self.pen.put(page, 2, 1, note, NOTE)
        for n, column in enumerate(columns, start=1):
            self.pen.put(page, HEAD_ROW, n, column.title, HEADING)
        page.row_dimensions[1].height, page.row_dimensions[HEAD_ROW].height = 24, 30
        set_widths(page, [c.width for c in columns])
        header = f"{self.doc.month.label} {self.doc.state}"
        print_setup(page, landscape=landscape, header=header, repeat_rows=f"{HEAD_ROW}:{HEAD_ROW}")
        return page

    def table(
        self,
        name: str,
        title: str,
        columns: Sequence[Col],
        rows: Iterable[Sequence[Value]],
        *,
        note: str = "",
        freeze: str = f"C{FIRST}",
        filtered: bool = False,
        landscape: bool = True,
    ) -> Worksheet:
        """A sheet with one table, summed at the foot where columns ask for it; its place is kept under the sheet's name."""
        page = self.page(name, title, note, columns, landscape=landscape)
        last = HEAD_ROW
        for last, row in enumerate(rows, start=FIRST):
            for n, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
                missing = isinstance(value, str) and column.kind not in ("text", "middle")
                look = Look(number=TEXT, align="right", frame=True) if missing else LOOKS[column.kind]
                self.pen.put(page, last, n, value, look)
        area = self.areas[name] = Area(name, FIRST, last)
        if any(c.summed for c in columns) and last >= FIRST:
            self._foot(page, columns, area)
        page.freeze_panes = freeze
        right = get_column_letter(len(columns))
        if filtered and last >= FIRST:
            page.auto_filter.ref = f"A{HEAD_ROW}:{right}{last}"
        place = f"'{name}'!$A${HEAD_ROW}:${right}${max(last, HEAD_ROW)}"
        key = "表_" + name.split(" ", 1)[-1]
        self.workbook.defined_names[key] = DefinedName(key, attr_text=place)
        return page

    def _foot(self, page: Worksheet, columns: Sequence[Col], area: Area) -> None:
        row = area.last + 1
        for n, column in enumerate(columns, start=1):
            letter = get_column_letter(n)
            if column.summed:
                self.pen.formula(page, row, n, f"=SUM({letter}{area.first}:{letter}{area.last})", TOTAL_LOOKS[column.kind])
            else:
                self.pen.put(page, row, n, "合计" if n == 1 else None, TOTAL_LOOKS[column.kind])
