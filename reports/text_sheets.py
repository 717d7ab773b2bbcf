"""Plain sheets of text in a workbook: a title, one line of headings, rows; frozen and set up for printing."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.book import LOOKS
from reports.sheets import HEADING, TITLE, Pen, print_setup, set_widths


def text_sheet(
    pen: Pen, workbook: Workbook, name: str, title: str, heads: Sequence[str], widths: Sequence[float],
    rows: Sequence[Sequence[str]],
) -> None:  # fmt: skip
    """Add one sheet with ``rows`` under ``heads``; widths in characters."""
    page: Worksheet = workbook.create_sheet(name)
    pen.put(page, 1, 1, title, TITLE)
    for n, head in enumerate(heads, start=1):
        pen.put(page, 2, n, head, HEADING)
    for at, row in enumerate(rows, start=3):
        for n, value in enumerate(row, start=1):
            pen.put(page, at, n, value, LOOKS["text"])
    page.freeze_panes = "A3"
    set_widths(page, widths)
    print_setup(page, landscape=True, header=title, repeat_rows="2:2")
