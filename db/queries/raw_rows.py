"""Reads of the rows of a submission as they were read, values and places."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

import db.tables as t
from db.store import table_of

_R = table_of(t.RawTableRow)


@dataclass(frozen=True, slots=True)
class RawRows:
    """One sheet kind of a version: sheet rows, column letters and values by field; days as ISO text, money in 分."""

    sheet_key: str
    rows: tuple[int, ...]
    letters: dict[str, str]
    values: dict[str, list[Any]]


def of_submission(connection: Connection, submission_id: int) -> tuple[RawRows, ...]:
    """Every sheet kind of a version."""
    found = []
    for key, content in connection.execute(select(_R.c.sheet_key, _R.c.content).where(_R.c.submission_id == submission_id)):
        data = json.loads(zlib.decompress(content))
        found.append(RawRows(key, tuple(data["rows"]), data["letters"], data["values"]))
    return tuple(found)
