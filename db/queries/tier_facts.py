"""Reads a tier review needs: who counts in a month, the newest tier figures, the ledger's own yearly revenue and people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Connection, and_, case, func, select

import db.tables as t
from db.bulk import plain_rows
from db.store import table_of
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

_F = table_of(t.TierFactRow)
_R = table_of(t.RosterFactRow)
_S = table_of(t.SubmissionRow)
_M = table_of(t.StandingRow)
_C = table_of(t.CompanyRow)
_Y = table_of(t.YearEndRow)
_SAME_R = and_(_R.c.month == _M.c.month, _R.c.submission_id == _M.c.submission_id, _R.c.company_id == _M.c.company_id)
_YEARLY = re.compile(r"_y\d|_[235]y(_|$)")
"""Figures bound to a year (上年, 前一年 …): in another year they would speak of the wrong one."""


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
    """Revenue of one year and people at the end of it by company, as the ledger has them; absent or None = not reported."""

    revenue_fen: Mapping[int, Fen | None]
    employees: Mapping[int, int | None]


def examined(connection: Connection, month: Month) -> tuple[Examined, ...]:
    """Every company that counts in a month and is not closed, by park and name."""
    query = (
        select(_M.c.company_id, _C.c.credit_code, _C.c.name, _M.c.park, _M.c.industry, _C.c.founded_on)
        .join(_C, _C.c.id == _M.c.company_id)
        .where(_M.c.month == month.number, _M.c.closed == 0)
        .order_by(_M.c.park, _C.c.name, _C.c.id)
    )
    days: dict[str, date | None] = {"": None}
    rows = plain_rows(connection, query)
    for text in {r[5] for r in rows} - {""}:
        days[text] = date.fromisoformat(text)
    return tuple(Examined(r[0], r[1], r[2], r[3], r[4], days[r[5]]) for r in rows)


def sheet_figures(connection: Connection, month: Month) -> dict[int, dict[str, object]]:
    """The newest accepted tier figures of every company up to a month; of an earlier year only what is bound to no year."""
    accepted = select(_S.c.id).where(_S.c.month <= month.number, _S.c.state == "accepted")
    said = (_F.c.month <= month.number) & _F.c.submission_id.in_(accepted)
    last = plain_rows(connection, select(_F.c.company_id, func.max(_F.c.month)).where(said).group_by(_F.c.company_id))
    newest = dict(cast("list[tuple[int, int]]", last))
    found: dict[int, dict[str, object]] = {}
    # A month at a time, as the lines are kept: joined line by line, each company would go through its whole month.
    for number in sorted(set(newest.values())):
        lines = select(_F.c.company_id, _F.c.figures).where(_F.c.month == number, _F.c.submission_id.in_(accepted))
        for company, text in plain_rows(connection, lines.order_by(_F.c.submission_id, _F.c.company_id)):
            if newest[company] == number:
                figures = json.loads(text)
                if number // 100 != month.year:
                    figures = {k: v for k, v in figures.items() if not _YEARLY.search(k)}
                found[company] = figures
    return found


def year_ends(connection: Connection, years: Iterable[int]) -> dict[int, YearEnd]:
    """The kept figures of some years (年末数); ``db.year_ends`` says what they are worked out from."""
    found: dict[int, YearEnd] = {}
    for year in years:
        query = select(_Y.c.company_id, _Y.c.revenue_fen, _Y.c.employees).where(_Y.c.year == year)
        rows = plain_rows(connection, query)
        found[year] = YearEnd({r[0]: r[1] for r in rows}, {r[0]: r[2] for r in rows})
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
    return [(r[0], r[2], r[3]) for r in plain_rows(connection, rows) if int(r[1]) == listed[-1]]
