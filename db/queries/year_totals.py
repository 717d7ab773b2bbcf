"""Reads of a year's running totals (累计) of the companies that count in a month: revenue, research, how many are large."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

_R = table_of(t.RosterFactRow)
_M = table_of(t.StandingRow)
_COUNTS = (_R.c.month == _M.c.month) & (_R.c.submission_id == _M.c.submission_id) & (_R.c.company_id == _M.c.company_id)


@dataclass(frozen=True, slots=True)
class YearTotals:
    """Running totals in 分 up to a month, each None where nobody stated it, and how many companies each rests on."""

    companies: int
    revenue: Fen | None
    revenue_stated: int
    both_revenue: Fen | None
    both_research: Fen | None
    both_stated: int
    large: int | None
    clusters: int
    """Clusters that have a company."""


def year_totals(connection: Connection, month: Month, large: Fen) -> YearTotals:
    """The totals of the companies that count in a month; ``large`` is the revenue in 分 a large company passes."""
    revenue, research = _R.c.revenue_ytd_fen, _R.c.rd_ytd_fen
    both = revenue.is_not(None) & research.is_not(None)
    query = (
        select(
            func.count(),
            func.sum(revenue),
            func.count(revenue),
            func.sum(revenue).filter(both),
            func.sum(research).filter(both),
            func.count().filter(both),
            func.count().filter(revenue > large),
            func.count(func.distinct(_M.c.cluster)).filter(_M.c.cluster != ""),
        )
        .select_from(_M)
        .join(_R, _COUNTS)
        .where(_M.c.month == month.number, _M.c.closed == 0)
    )
    r = connection.execute(query).one()
    return YearTotals(r[0], r[1], r[2], r[3], r[4], r[5], r[6] if r[2] else None, r[7])


def revenue_by_industry(connection: Connection, month: Month) -> tuple[tuple[str, str, int, int, Fen | None], ...]:
    """(park, industry as stated, companies, how many stated it, revenue of the year so far in 分) of what counts in a month."""
    revenue = _R.c.revenue_ytd_fen
    query = (
        select(_M.c.park, _M.c.industry, func.count(), func.count(revenue), func.sum(revenue))
        .select_from(_M)
        .join(_R, _COUNTS)
        .where(_M.c.month == month.number, _M.c.closed == 0)
        .group_by(_M.c.park, _M.c.industry)
        .order_by(_M.c.park, _M.c.industry)
    )
    return tuple((r[0], r[1], r[2], r[3], r[4]) for r in connection.execute(query))
