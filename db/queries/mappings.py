"""Reads of what was answered about columns and files."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

import db.intake_tables as it
from db.store import table_of
from zgc_desktop.domain.mappings import Answers, Remembered

_M = table_of(it.ColumnMappingRow)
_F = table_of(it.FileAnswerRow)


def remembered(connection: Connection, park: str, signature: str) -> Remembered | None:
    """What is remembered of a park's table with these headings."""
    row = connection.execute(select(_M).where(_M.c.park == park, _M.c.signature == signature)).first()
    if row is None:
        return None
    return Remembered(json.loads(row.columns), json.loads(row.units), row.answered_at, row.answered_by)


def all_of_park(connection: Connection, park: str) -> tuple[tuple[str, Remembered], ...]:
    """(signature, answers) of everything that is remembered of a park's tables."""
    rows = connection.execute(select(_M).where(_M.c.park == park).order_by(_M.c.signature))
    return tuple(
        (r.signature, Remembered(json.loads(r.columns), json.loads(r.units), r.answered_at, r.answered_by)) for r in rows
    )


def file_answer(connection: Connection, sha256: str) -> Answers | None:
    """Park and month a person gave for the file with these bytes."""
    row = connection.execute(select(_F).where(_F.c.sha256 == sha256)).first()
    return Answers(row.park, row.month) if row else None
