"""A table of the window as a workbook: title, what it is filtered by, rows and sums; codes stay text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from reports.book import LOOKS, TOTAL_LOOKS
from reports.sheets import HEADING, NOTE, TITLE, Look, Pen, Value, print_setup, save_workbook, set_widths
from zgc_desktop.domain.plain_table import PlainTable

HEAD_ROW = 3


def write_table_xlsx(table: PlainTable, out: Path, more: Mapping[str, PlainTable] | None = None) -> Path:
    """Return ``out`` once it holds the table, ``more`` by sheet name behind it. Row by row: 100,000 do not fill the memory."""
    workbook = Workbook(write_only=True)
    pen = Pen(workbook)
    for name, each in {"数据": table, **(more or {})}.items():
        _sheet(workbook.create_sheet(name), pen, each)
    workbook.properties.title = table.title
    workbook.properties.creator = "统筹台"
    return save_workbook(workbook, out)


def _sheet(page: Any, pen: Pen, table: PlainTable) -> None:
    set_widths(page, [c.width for c in table.columns])
    page.freeze_panes = f"A{HEAD_ROW + 1}"
    last = HEAD_ROW + len(table.rows)
    page.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(table.columns))}{last}"
    print_setup(page, landscape=True, header=table.title, repeat_rows=f"{HEAD_ROW}:{HEAD_ROW}")
    _append(page, pen, [table.title], [TITLE])
    _append(page, pen, [table.note], [NOTE])
    _append(page, pen, [c.title for c in table.columns], [HEADING] * len(table.columns))
    looks = [LOOKS[c.kind] for c in table.columns]
    for values in table.rows:
        _append(page, pen, values, looks)
    if table.totals:
        _append(page, pen, table.totals, [TOTAL_LOOKS[c.kind] for c in table.columns])


def _append(page: Any, pen: Pen, values: Sequence[Value], looks: Sequence[Look]) -> None:
    cells = []
    for value, look in zip(values, looks, strict=True):
        cell: Any = WriteOnlyCell(page)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
            cell.data_type = "s"
        else:
            cell.value = value
        pen.stamp(cell, look)
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True  # Excel would read it as a formula as soon as someone edits the cell
        cells.append(cell)
    page.append(cells)
