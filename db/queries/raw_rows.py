"""Reads of the rows of a submission as they were read, values and places."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.periods import Month

_R = table_of(t.RawTableRow)
_S = table_of(t.SubmissionRow)


@dataclass(frozen=True, slots=True)
class RawRows:
    """One sheet kind of a version: sheet rows, column letters and values by field; days as ISO text, money in 分."""

    sheet_key: str
    rows: tuple[int, ...]
    letters: dict[str, str]
    values: dict[str, list[Any]]


def tier_answers(connection: Connection, month: Month) -> dict[str, str]:
    """What the parks answered to requests for evidence (园方答复) in a month's accepted files, by credit code."""
    wanted = select(_R.c.content).join(_S, _S.c.id == _R.c.submission_id)
    found: dict[str, str] = {}
    for (content,) in connection.execute(
        wanted.where(_S.c.month == month.number, _S.c.state == "accepted", _R.c.sheet_key == "tier").order_by(_S.c.id)
    ):
        values = json.loads(zlib.decompress(content))["values"]
        for code, answer in zip(values.get("credit_code", ()), values.get("park_answer", ()), strict=False):
            if code and answer:
                found[code] = answer
    return found


def of_submission(connection: Connection, submission_id: int) -> tuple[RawRows, ...]:
    """Every sheet kind of a version."""
    found = []
    query = select(_R.c.sheet_key, _R.c.content).where(_R.c.submission_id == submission_id).order_by(_R.c.sheet_key)
    for key, content in connection.execute(query):
        data = json.loads(zlib.decompress(content))
        found.append(RawRows(key, tuple(data["rows"]), data["letters"], data["values"]))
    return tuple(found)
