"""How every workbook that leaves the office looks: cell looks, safe texts, print set-up, and saving."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.aside import write_aside

FACE: Final = "微软雅黑"
"""Present wherever Chinese Excel or WPS is; others fall back to their own Chinese font."""
INK, GREY, PALE, HEAD, TOTAL, INPUT, REQUIRED = "1A2230", "606B7B", "98A2B0", "E8ECF3", "F3F5F8", "FFFBEF", "B0231B"

Value = str | int | Decimal | date | None
"""What a cell may hold. No float: an amount is an exact Decimal, a missing one None."""

_THIN = Side(style="thin", color="C3CAD5")
_TOP = Side(style="thin", color="475263")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

TEXT, MONEY, COUNT, DATE, PERCENT = "@", "#,##0.00", "#,##0", "yyyy-mm-dd", "0.00%"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: number format, alignment, weight, colour, fill, frame, lock."""

    number: str = "General"
    align: str = "left"
    bold: bool = False
    size: float = 10
    colour: str = INK
    fill: str = ""
    frame: bool = False
    wrap: bool = False
    top_line: bool = False
    locked: bool = True


TITLE = Look(bold=True, size=14)
NOTE = Look(colour=GREY, size=9)
NOTE_WRAPPED = Look(colour=GREY, size=9, wrap=True)
HEADING = Look(bold=True, align="center", fill=HEAD, frame=True, wrap=True)
KEY = Look(colour=PALE, size=7, align="center", frame=True)
PLAIN = Look()
WRAPPED = Look(wrap=True)


@dataclass(slots=True)
class Pen:
    """Writes cells of one workbook; a look is built once and stamped, which is several times faster than styling cells."""

    workbook: Workbook
    stamps: dict[Look, Any] = field(default_factory=dict)

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, look: Look = PLAIN) -> Cell:
        """Write one cell. Texts stay texts, whatever they begin with (``=1+1`` in a park's file is no formula of ours)."""
        cell: Cell = sheet.cell(row=row, column=column)
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
            cell.value = value
            cell.data_type = "s"
        else:
            cell.value = value
        self.stamp(cell, look)
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
            # Excel would read it as a formula as soon as someone edits the cell.
            cell.quotePrefix = True
        return cell

    def formula(self, sheet: Worksheet, row: int, column: int, formula: str, look: Look = PLAIN) -> Cell:
        """Write one formula of our own (beginning with ``=``)."""
        cell: Cell = sheet.cell(row=row, column=column)
        cell.value = formula
        self.stamp(cell, look)
        return cell

    def stamp(self, cell: Any, look: Look) -> None:
        """Give a cell (or a column) its look."""
        if look not in self.stamps:
            self.stamps[look] = _styled(self.workbook, look)
        cell._style = copy(self.stamps[look])


def _styled(workbook: Workbook, look: Look) -> Any:
    probe = Cell(workbook.worksheets[0], row=1, column=1)
    probe.font = Font(name=FACE, size=look.size, bold=look.bold, color=look.colour)
    probe.alignment = Alignment(horizontal=look.align, vertical="center", wrap_text=look.wrap)
    probe.number_format = look.number
    if look.fill:
        probe.fill = PatternFill("solid", start_color=look.fill)
    if look.frame:
        probe.border = Border(left=_THIN, right=_THIN, top=_TOP, bottom=_THIN) if look.top_line else _GRID
    probe.protection = Protection(locked=look.locked)
    return probe._style


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the width of each column, in half-width characters (a Chinese character takes two)."""
    for n, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = width


def print_setup(sheet: Worksheet, *, landscape: bool, header: str, repeat_rows: str = "") -> None:
    """A4, one page wide, header text at the right above, page numbers below, heading rows on every page."""
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.right.text = header.replace("&", "&&")
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    if repeat_rows:
        sheet.print_title_rows = repeat_rows


def workbook_bytes(workbook: Workbook) -> bytes:
    """The whole workbook; it recalculates when opened."""
    workbook.calculation.fullCalcOnLoad = True
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def save_workbook(workbook: Workbook, out: Path) -> Path:
    """Return ``out`` once the whole workbook stands there; it recalculates when opened."""
    return write_aside(out, workbook_bytes(workbook))
