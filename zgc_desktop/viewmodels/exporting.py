"""A shown table as plain values for a workbook: visible columns, filtered rows in their order, sums, filters in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.plain_table import PlainColumn, PlainKind, PlainTable, PlainValue
from zgc_desktop.viewmodels.columns import MISSING, Column, Kind
from zgc_desktop.viewmodels.table import TableData, filters_in_words

R = TypeVar("R")
KINDS: Final[dict[Kind, PlainKind]] = {
    "number": "count",
    "money": "money",
    "ratio": "percent",
    "bar": "percent",
    "date": "date",
}
PIXELS_A_SIGN: Final = 7.0
LEAST_WIDTH: Final = 8.0


def plain_table(data: TableData[R], columns: Sequence[int], title: str) -> PlainTable:
    """What a table shows, in the given columns from left to right. Pure; meant for a worker."""
    chosen = [data.columns[n] for n in columns]
    on = "；".join(f.text for f in filters_in_words(data.columns, data.filters()))
    note = f"筛选：{on}；{len(data):,} 行，共 {len(data.rows):,} 行" if on else f"全部 {len(data):,} 行"
    rows = tuple(tuple(plain_value(c, row) for c in chosen) for row in data.shown_rows())
    return PlainTable(title, note, tuple(_column(c) for c in chosen), rows, _totals(data, chosen))


def plain_value(column: Column[R], row: R) -> PlainValue:
    """One value as a workbook takes it; what is not a figure or a day is the text as it is read, missing ones None."""
    value = column.value(row)
    if value is None:
        return None
    if column.kind == "money" and isinstance(value, int):
        return in_unit(value, "万元")
    if column.kind == "number" and isinstance(value, int | Decimal):
        return value
    if column.kind in ("ratio", "bar") and isinstance(value, int | Fraction | Decimal):
        share = Fraction(value)
        return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.000001"))
    if column.kind == "date" and isinstance(value, date):
        return value
    text = column.text_of(row)
    return None if text == MISSING else text


def _column(column: Column[R]) -> PlainColumn:
    return PlainColumn(
        column.header, KINDS.get(column.kind, "text"), max(LEAST_WIDTH, (column.width or column.least * 2) / PIXELS_A_SIGN)
    )


def _totals(data: TableData[R], columns: Sequence[Column[R]]) -> tuple[PlainValue, ...]:
    sums = data.totals()
    if not any(c.key in sums for c in columns):
        return ()
    word = "筛选合计" if data.is_filtered else "全部合计"
    values: list[PlainValue] = []
    for n, c in enumerate(columns):
        total = sums.get(c.key)
        if n == 0:
            values.append(word)
        elif total is None or total.text == MISSING:
            values.append(None)
        else:
            values.append(in_unit(total.value, "万元") if c.kind == "money" else total.value)
    return tuple(values)
