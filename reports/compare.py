"""Workbooks compared cell by cell: their bytes differ on every saving, what they say must not."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile

from openpyxl import load_workbook

from zgc_desktop.domain.errors import Refused

Cells: TypeAlias = dict[tuple[str, str], str]
"""What stands in every filled cell, by sheet and address: values as exact text, formulas as written."""


def cells(workbook: bytes) -> Cells:
    """Every filled cell of a workbook. Refused when the bytes are no workbook."""
    try:
        book = load_workbook(BytesIO(workbook))
    except (BadZipFile, KeyError, ValueError) as error:
        raise Refused("不是完整的工作簿", why="文件被截断或改动过") from error
    return {
        (page.title, cell.coordinate): _text(cell.value)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def differing(published: Cells, now: Cells) -> tuple[tuple[str, str, str, str], ...]:
    """(sheet, address, then, now) of every cell that differs; — where one side has none."""
    return tuple(
        (sheet, address, published.get((sheet, address), "—"), now.get((sheet, address), "—"))
        for sheet, address in dict.fromkeys((*published, *now))
        if published.get((sheet, address)) != now.get((sheet, address))
    )


def _text(value: object) -> str:
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
