"""Writing what a park's file says of the park itself: the lines of 空间, 项目准入 and 园区指标."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from sqlmodel import SQLModel

import db.park_tables as own
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FactTable

PARK_FACTS: Final[Mapping[str, type[SQLModel]]] = {
    "space": own.SpaceFactRow,
    "project": own.ProjectFactRow,
    "indicator": own.IndicatorFactRow,
}
"""The table of each sheet about the park, by sheet key."""

_KEYS: Final = ("month", "submission_id", "sheet_row")


def add_park_facts(unit: UnitOfWork, table: FactTable, month: Month, submission_id: int, origin: str) -> None:
    """Write the lines of one sheet. Rows set aside are left out; a value in doubt is NULL and named."""
    row_type = PARK_FACTS[table.sheet_key]
    fields = tuple(c.name for c in table_of(row_type).c if c.name not in (*_KEYS, "doubtful"))
    rows = _rows(table, fields, month, submission_id)
    unit.insert_many(row_type, (*_KEYS, *fields, "doubtful"), rows, origin)


def _rows(table: FactTable, fields: tuple[str, ...], month: Month, submission_id: int) -> Iterable[tuple[object, ...]]:
    for index, sheet_row in enumerate(table.row_numbers):
        if index in table.set_aside:
            continue
        in_doubt = sorted({key for at, key in table.doubtful if at == index})
        values = (_value(table, index, f) if f not in in_doubt else None for f in fields)
        yield (month.number, submission_id, sheet_row, *values, ",".join(in_doubt))


def _value(table: FactTable, index: int, key: str) -> object:
    column = table.values.get(key)
    value = None if column is None else column[index]
    return value.isoformat() if isinstance(value, date) else value
