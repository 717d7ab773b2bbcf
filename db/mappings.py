"""Writing what a person answered about the columns of a park's files."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select

import db.intake_tables as it
from db.store import UnitOfWork, table_of


def remember(
    unit: UnitOfWork, park: str, signature: str, columns: Mapping[str, str], units: Mapping[str, str], *, at: str, who: str
) -> None:
    """Keep the answers about one table of a park, over those given before."""
    values: dict[str, object] = {
        "columns": json.dumps(dict(columns), ensure_ascii=False, sort_keys=True),
        "units": json.dumps(dict(units), ensure_ascii=False, sort_keys=True),
        "answered_at": at,
        "answered_by": who,
    }
    if not unit.update(it.ColumnMappingRow, {"park": park, "signature": signature}, values):
        unit.insert(it.ColumnMappingRow, {"park": park, "signature": signature, **values})


def remember_file(unit: UnitOfWork, sha256: str, park: str, month: str, *, at: str, who: str) -> None:
    """Keep whose file these bytes are and of which month; an empty text leaves the earlier answer."""
    table = table_of(it.FileAnswerRow)
    old = unit.connection.execute(select(table.c.park, table.c.month).where(table.c.sha256 == sha256)).first()
    values: dict[str, object] = {
        "park": park or (old.park if old else ""),
        "month": month or (old.month if old else ""),
        "answered_at": at,
        "answered_by": who,
    }
    if old is None:
        unit.insert(it.FileAnswerRow, {"sha256": sha256, **values})
    else:
        unit.update(it.FileAnswerRow, {"sha256": sha256}, values)
