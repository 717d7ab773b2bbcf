"""Reads of tax by company and month, with the cell every figure came from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, func, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

_S = table_of(t.SubmissionRow)
_T = table_of(t.TaxFactRow)
_M = table_of(t.StandingRow)


@dataclass(frozen=True, slots=True)
class TaxRow:
    """A company's tax of one month as accepted: by kind, and where it is written (``昌平园 第1版 · 税收!D1187``)."""

    month: Month
    company_id: int
    park: str
    vat_fen: Fen | None
    cit_fen: Fen | None
    other_fen: Fen | None
    total_fen: Fen | None
    vat_source: str
    cit_source: str
    total_source: str


@lru_cache(maxsize=256)
def _sheets(text: str) -> dict[str, Any]:
    """The sheets of a version: the same text for each of its thousands of rows."""
    return dict(json.loads(text))


def place(park: str, version: int, sheets: str, sheet_key: str, field: str, sheet_row: int) -> str:
    """``昌平园 第1版 · 税收!D1187``: where a figure was written; without the cell where its column was not reported."""
    sheet = _sheets(sheets).get(sheet_key, {})
    letter = sheet.get("letters", {}).get(field, "")
    cell = f"!{letter}{sheet_row}" if letter else f" 第{sheet_row}行"
    return f"{park} 第{version}版 · {sheet.get('name', '')}{cell}"


def of_companies(connection: Connection, company_ids: Iterable[int], until: Month) -> tuple[TaxRow, ...]:
    """Accepted tax of some companies in every month up to ``until``, counted once a month, oldest first."""
    same = (_T.c.month == _M.c.month) & (_T.c.submission_id == _M.c.submission_id) & (_T.c.company_id == _M.c.company_id)
    query = (
        select(_T, _M.c.park, _S.c.version, _S.c.sheets)
        .select_from(_M)
        .join(_T, same)
        .join(_S, _S.c.id == _M.c.submission_id)
        .where(_M.c.company_id.in_(list(company_ids)), _M.c.month <= until.number)
        .order_by(_M.c.month)
    )
    found = []
    for r in connection.execute(query):
        where = [place(r.park, r.version, r.sheets, "tax", f, r.sheet_row) for f in ("vat_fen", "cit_fen", "total_fen")]
        month = Month.from_number(r.month)
        found.append(TaxRow(month, r.company_id, r.park, r.vat_fen, r.cit_fen, r.other_fen, r.total_fen, *where))
    return tuple(found)


def totals_by_month(
    connection: Connection, months: Iterable[Month], parks: Iterable[str] | None = None
) -> dict[Month, Fen | None]:
    """Accepted local tax by month, of all parks or of some (同口径); None where nothing was accepted."""
    same = (_T.c.month == _M.c.month) & (_T.c.submission_id == _M.c.submission_id) & (_T.c.company_id == _M.c.company_id)
    query = (
        select(_M.c.month, func.sum(_T.c.total_fen))
        .select_from(_M)
        .join(_T, same)
        .where(_M.c.month.in_([m.number for m in months]))
        .group_by(_M.c.month)
    )
    if parks is not None:
        query = query.where(_M.c.park.in_(list(parks)))
    return {Month.from_number(row[0]): row[1] for row in connection.execute(query)}
