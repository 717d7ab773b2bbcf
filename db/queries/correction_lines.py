"""Reads for corrections: which version and which rows of it stand behind a company's line in a month."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.periods import Month

_M = table_of(t.StandingRow)
_C = table_of(t.CompanyRow)
_R = table_of(t.RosterFactRow)
_T = table_of(t.TaxFactRow)
_P = table_of(t.TaxPartRow)


@dataclass(frozen=True, slots=True)
class StandingLine:
    """Where a company's line of a month comes from: version, and its row on each sheet (0 = it has none there)."""

    company_id: int
    credit_code: str
    name: str
    park: str
    submission_id: int
    rows: dict[str, int]
    tax_lines: int
    """How many lines of the tax sheet make up its tax."""
    cluster: str = ""


def standing_lines(connection: Connection, month: Month, companies: Collection[int]) -> dict[int, StandingLine]:
    """The lines behind some companies of a month, by company; those that do not count in the month are left out."""
    same_r = (_R.c.month == _M.c.month) & (_R.c.submission_id == _M.c.submission_id) & (_R.c.company_id == _M.c.company_id)
    same_t = (_T.c.month == _M.c.month) & (_T.c.submission_id == _M.c.submission_id) & (_T.c.company_id == _M.c.company_id)
    parts = (
        select(func.count())
        .where(_P.c.month == _M.c.month, _P.c.submission_id == _M.c.submission_id, _P.c.company_id == _M.c.company_id)
        .scalar_subquery()
    )
    query = (
        select(
            _M.c.company_id, _C.c.credit_code, _C.c.name, _M.c.park, _M.c.submission_id, _R.c.sheet_row, _T.c.sheet_row,
            parts, _M.c.cluster,
        )
        .join(_C, _C.c.id == _M.c.company_id)
        .outerjoin(_R, same_r)
        .outerjoin(_T, same_t)
        .where(_M.c.month == month.number, _M.c.company_id.in_(list(companies)))
    )  # fmt: skip
    return {
        r[0]: StandingLine(
            r[0], r[1], r[2], r[3], r[4], {"enterprise": r[5] or 0, "tax": r[6] or 0}, 1 + r[7] if r[6] else 0, r[8]
        )
        for r in connection.execute(query)
    }
