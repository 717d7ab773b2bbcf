"""Reads about who claims which company in a month, and where companies live."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Connection, select

import db.tables as t
from db.bulk import plain_rows, rows_among
from db.store import table_of
from zgc_desktop.domain.companies import Residence
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import DateRange, Month

_S = table_of(t.SubmissionRow)
_R = table_of(t.RosterFactRow)
_T = table_of(t.TaxFactRow)
_C = table_of(t.CompanyRow)
_H = table_of(t.ResidenceRow)
_M = table_of(t.StandingRow)
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One roster line: a park's claim on a company, with what placing it needs."""

    company_id: int
    credit_code: str
    name: str
    park: str
    submission_id: int
    version: int
    sheet_row: int
    cluster: str
    industry: str
    address: str
    status: str
    revenue_fen: Fen | None
    tax_fen: Fen | None


def holders(connection: Connection, month: Month, submission_ids: Iterable[int]) -> list[tuple[int, int]]:
    """(company id, submission id) of the roster lines of some versions of a month."""
    query = select(_R.c.company_id, _R.c.submission_id).where(
        _R.c.month == month.number, _R.c.submission_id.in_(list(submission_ids))
    )
    return cast("list[tuple[int, int]]", plain_rows(connection, query))


def codes_of(connection: Connection, company_ids: Iterable[int]) -> dict[str, int]:
    """Some companies' ids by credit code."""
    return dict(rows_among(connection, _C, ("credit_code", "id"), "id", list(company_ids)))


def of_submissions(
    connection: Connection, month: Month, submission_ids: Iterable[int], company_ids: Sequence[int] | None = None
) -> tuple[ClaimRow, ...]:
    """The roster lines of some versions of a month, by company and park; of some companies only where those are given."""
    if company_ids is not None:
        parts = (company_ids[n : n + _AT_ONCE] for n in range(0, len(company_ids), _AT_ONCE))
        listed = list(submission_ids)
        return tuple(row for part in parts for row in _claims(connection, month, listed, part))
    return _claims(connection, month, submission_ids, None)


def _claims(
    connection: Connection, month: Month, submission_ids: Iterable[int], company_ids: Sequence[int] | None
) -> tuple[ClaimRow, ...]:
    same = (_T.c.month == _R.c.month) & (_T.c.submission_id == _R.c.submission_id) & (_T.c.company_id == _R.c.company_id)
    query = (
        select(_R.c.company_id, _C.c.credit_code, _C.c.name, _S.c.park, _R.c.submission_id, _S.c.version, _R.c.sheet_row,
               _R.c.cluster, _R.c.industry, _R.c.registered_address, _R.c.status, _R.c.revenue_fen, _T.c.total_fen)
        .select_from(_R)
        .join(_S, _S.c.id == _R.c.submission_id)
        .join(_C, _C.c.id == _R.c.company_id)
        .outerjoin(_T, same)
        .where(_R.c.month == month.number, _R.c.submission_id.in_(list(submission_ids)))
        .order_by(_R.c.company_id, _S.c.park)
    )  # fmt: skip
    if company_ids is not None:
        query = query.where(_R.c.company_id.in_(company_ids))
    return tuple(
        ClaimRow(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7] or "", r[8] or "", r[9] or "", r[10] or "", r[11], r[12])
        for r in plain_rows(connection, query)
    )


def parks_on(connection: Connection, day: date) -> dict[int, str]:
    """The park of every company on a day."""
    text = day.isoformat()
    query = select(_H.c.company_id, _H.c.park).where(_H.c.from_day <= text, (_H.c.to_day == "") | (_H.c.to_day >= text))
    return dict(cast("list[tuple[int, str]]", plain_rows(connection, query)))


def park_line(connection: Connection, company_id: int) -> tuple[Residence, ...]:
    """A company's residences, oldest first."""
    query = select(_H).where(_H.c.company_id == company_id).order_by(_H.c.from_day)
    return tuple(
        Residence(
            r.park,
            DateRange(date.fromisoformat(r.from_day), date.fromisoformat(r.to_day) if r.to_day else None),
            r.cause,
            r.case_id,
        )
        for r in connection.execute(query)
    )


def with_residence(connection: Connection) -> frozenset[int]:
    """Companies that have a park line."""
    return frozenset(connection.execute(select(_H.c.company_id).distinct()).scalars())


def standing_parks(connection: Connection, month: Month) -> dict[int, tuple[str, bool]]:
    """(park, closed) by company of a month's standings."""
    query = select(_M.c.company_id, _M.c.park, _M.c.closed).where(_M.c.month == month.number)
    return {r[0]: (r[1], bool(r[2])) for r in plain_rows(connection, query)}


def ever_stood(connection: Connection, before: Month) -> frozenset[int]:
    """Companies that counted in any month before."""
    return frozenset(connection.execute(select(_M.c.company_id).where(_M.c.month < before.number).distinct()).scalars())


def standing_months(connection: Connection) -> tuple[Month, ...]:
    """Months that have standings, oldest first."""
    return tuple(Month.from_number(n) for n in connection.execute(select(_M.c.month).distinct().order_by(_M.c.month)).scalars())
