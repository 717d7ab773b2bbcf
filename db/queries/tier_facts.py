"""Reads a tier review needs: who counts in a month, the newest tier figures, the ledger's own yearly revenue and people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, case, func, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

_F = table_of(t.TierFactRow)
_R = table_of(t.RosterFactRow)
_S = table_of(t.SubmissionRow)
_M = table_of(t.StandingRow)
_C = table_of(t.CompanyRow)
_SAME_R = and_(_R.c.month == _M.c.month, _R.c.submission_id == _M.c.submission_id, _R.c.company_id == _M.c.company_id)
_YEARLY = re.compile(r"_y\d|_[235]y(_|$)")
"""Figures bound to a year (上年, 前一年 …): in another year they would speak of the wrong one."""

_AT_A_TIME = 500
"""How many keys one query names: SQLite takes a limited number of parameters."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A company that counts in a month."""

    company_id: int
    credit_code: str
    name: str
    park: str
    industry: str
    founded_on: date | None


@dataclass(frozen=True, slots=True)
class YearEnd:
    """A company's revenue of one year and its people at the end of it, as the ledger has them; None = not reported."""

    revenue_fen: Fen | None
    employees: int | None


def examined(connection: Connection, month: Month) -> tuple[Examined, ...]:
    """Every company that counts in a month and is not closed, by park and name."""
    query = (
        select(_M.c.company_id, _C.c.credit_code, _C.c.name, _M.c.park, _M.c.industry, _C.c.founded_on)
        .join(_C, _C.c.id == _M.c.company_id)
        .where(_M.c.month == month.number, _M.c.closed == 0)
        .order_by(_M.c.park, _C.c.name)
    )
    days: dict[str, date | None] = {"": None}
    found = []
    for r in connection.execute(query).all():
        if r[5] not in days:
            days[r[5]] = date.fromisoformat(r[5])
        found.append(Examined(r[0], r[1], r[2], r[3], r[4], days[r[5]]))
    return tuple(found)


def sheet_figures(connection: Connection, month: Month) -> dict[int, dict[str, object]]:
    """The newest accepted tier figures of every company up to a month; of an earlier year only what is bound to no year."""
    newest = (
        select(_F.c.company_id, func.max(_F.c.month).label("month"))
        .join(_S, _S.c.id == _F.c.submission_id)
        .where(_F.c.month <= month.number, _S.c.state == "accepted")
        .group_by(_F.c.company_id)
        .subquery()
    )
    query = (
        select(_F.c.company_id, _F.c.figures, _F.c.month)
        .join(newest, and_(newest.c.company_id == _F.c.company_id, newest.c.month == _F.c.month))
        .join(_S, _S.c.id == _F.c.submission_id)
        .where(_S.c.state == "accepted")
    )
    found: dict[int, dict[str, object]] = {}
    for company, text, number in connection.execute(query):
        figures = json.loads(text)
        if number // 100 != month.year:
            figures = {k: v for k, v in figures.items() if not _YEARLY.search(k)}
        found[company] = figures
    return found


def year_ends(connection: Connection, year: int) -> dict[int, YearEnd]:
    """Revenue of a year and people at its end: December's total of the year, else twelve reported months added up.

    A year with a month missing has no revenue: a part is never taken for the whole.
    """
    december = year * 100 + 12
    query = (
        select(_M.c.company_id, _R.c.revenue_ytd_fen, _R.c.employees)
        .select_from(_M)
        .join(_R, _SAME_R)
        .where(_M.c.month == december)
    )
    rows = connection.execute(query).all()
    found = {r[0]: YearEnd(r[1], r[2]) for r in rows}
    if any(r[1] is None for r in rows):
        for company, revenue in _added_up(connection, year).items():
            held = found.get(company)
            if held is None or held.revenue_fen is None:
                found[company] = YearEnd(revenue, held.employees if held else None)
    return found


def _added_up(connection: Connection, year: int) -> dict[int, Fen]:
    """Twelve months of revenue added up, where all twelve are there."""
    months = _R.c.month.between(year * 100 + 1, year * 100 + 12)
    sums = (func.sum(_R.c.revenue_fen), func.count(_R.c.revenue_fen), func.count())
    accepted = select(_S.c.id).where(_S.c.month.between(year * 100 + 1, year * 100 + 12), _S.c.state == "accepted")
    query = select(_R.c.company_id, *sums).where(months, _R.c.submission_id.in_(accepted)).group_by(_R.c.company_id)
    found, disputed = {}, []
    for company, revenue, reported, lines in connection.execute(query):
        if lines > 12:
            disputed.append(company)
        elif reported == 12:
            found[company] = revenue
    # A company two parks claim has a line too many: only the lines that count may be added up.
    for start in range(0, len(disputed), _AT_A_TIME):
        some = disputed[start : start + _AT_A_TIME]
        exact = (
            select(_M.c.company_id, *sums).select_from(_M).join(_R, _SAME_R).where(months, _M.c.company_id.in_(some))
            .group_by(_M.c.company_id)
        )  # fmt: skip
        found |= {r[0]: r[1] for r in connection.execute(exact) if r[2] == 12}
    return found


def growth_by_window(connection: Connection, years: Iterable[int]) -> list[tuple[int, int | None, int | None]]:
    """(company, revenue of the last year, of the base year) by one window query over the months: what benches compare with."""
    listed = sorted(years)
    year = (_M.c.month - _M.c.month % 100) / 100
    whole = case((func.count(_R.c.revenue_fen) == 12, func.sum(_R.c.revenue_fen)), else_=None)
    yearly = (
        select(_M.c.company_id, year.label("year"), whole.label("revenue"))
        .select_from(_M)
        .join(_R, _SAME_R)
        .where(_M.c.month.between(listed[0] * 100 + 1, listed[-1] * 100 + 12))
        .group_by(_M.c.company_id, year)
        .subquery()
    )
    earlier = func.lag(yearly.c.revenue, len(listed) - 1)
    base = earlier.over(partition_by=yearly.c.company_id, order_by=yearly.c.year)
    rows = select(yearly.c.company_id, yearly.c.year, yearly.c.revenue, base)
    return [(r[0], r[2], r[3]) for r in connection.execute(rows) if int(r[1]) == listed[-1]]
