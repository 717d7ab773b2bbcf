"""Revenue of a year and people at its end (年末数), kept by company: rebuilt with the standings and facts they come from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, and_, func, select

import db.tables as t
from db.bulk import plain_rows
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.money import Fen

COMMAND: Final = "year-ends"
_FEW: Final = 500
"""So many companies are asked for by name; more are taken out of the whole year."""

_Y = table_of(t.YearEndRow)
_M = table_of(t.StandingRow)
_R = table_of(t.RosterFactRow)
_COLUMNS = ("year", "company_id", "revenue_fen", "employees")
_COUNTS = and_(_R.c.month == _M.c.month, _R.c.submission_id == _M.c.submission_id, _R.c.company_id == _M.c.company_id)


def worked_out(
    connection: Connection, year: int, companies: Collection[int] | None = None
) -> dict[int, tuple[Fen | None, int | None]]:
    """(revenue of a year, people at its end) of every company that counts in its December, as the months say.

    Revenue is December's total of the year, else twelve reported months added up, else None: a part is never taken for
    the whole, and what nobody reported is not zero. ``companies`` limits whom it is asked of.
    """
    december = year * 100 + 12
    query = (
        select(_M.c.company_id, _R.c.revenue_ytd_fen, _R.c.employees)
        .select_from(_M)
        .outerjoin(_R, _COUNTS)
        .where(_M.c.month == december)
    )
    rows = [r for r in plain_rows(connection, query) if companies is None or r[0] in companies]
    open_ones = {company for company, revenue, _ in rows if revenue is None}
    sums = _added_up(connection, year, open_ones) if open_ones else {}
    return {company: (sums.get(company) if told is None else told, heads) for company, told, heads in rows}


def _added_up(connection: Connection, year: int, companies: Collection[int]) -> dict[int, Fen]:
    """Twelve months of revenue added up, where all twelve are there."""
    months = _M.c.month.between(year * 100 + 1, year * 100 + 12)
    opened = table_of(t.MonthRow).c.month
    kept = select(func.count(opened)).where(opened.between(year * 100 + 1, year * 100 + 12))
    if (connection.execute(kept).scalar() or 0) < 12:
        return {}
    query = (
        select(_M.c.company_id, func.sum(_R.c.revenue_fen))
        .select_from(_M)
        .join(_R, _COUNTS)
        .group_by(_M.c.company_id)
        .having(func.count(_R.c.revenue_fen) == 12)
    )
    if len(companies) > _FEW:
        return {r[0]: int(r[1]) for r in plain_rows(connection, query.where(months)) if r[0] in companies}
    # A key the planner can search by: month and company together, month by month.
    listed = [year * 100 + n for n in range(1, 13)]
    some = query.where(_M.c.month.in_(listed), _M.c.company_id.in_(sorted(companies)))
    return {r[0]: int(r[1]) for r in connection.execute(some)}


def refresh(unit: UnitOfWork, year: int, companies: Collection[int] | None = None) -> None:
    """Bring the kept figures of a year to what its months now say, writing only what differs (None = of every company)."""
    if companies is not None and not companies:
        return
    known = plain_rows(unit.connection, select(*(_Y.c[n] for n in _COLUMNS)).where(_Y.c.year == year))
    stay = [] if companies is None else [row for row in known if row[1] not in companies]
    now = [(year, company, *told) for company, told in worked_out(unit.connection, year, companies).items()]
    unit.replace(t.YearEndRow, {"year": year}, _COLUMNS, [*stay, *now])


def is_needed(connection: Connection) -> bool:
    """Whether a December counts companies and nothing is kept yet: a workspace of a program that kept no year ends."""
    if connection.execute(select(_Y.c.year).limit(1)).first() is not None:
        return False
    return bool(_years(connection))


def write_all(unit: UnitOfWork) -> None:
    """Work out the year ends of every year that has one."""
    for year in _years(unit.connection):
        refresh(unit, year)
    unit.say("升级：算出各年年末的营业收入与从业人员，此后随报送更新")


def _years(connection: Connection) -> list[int]:
    """The years whose December counts companies."""
    months = connection.execute(select(table_of(t.MonthRow).c.month).order_by(table_of(t.MonthRow).c.month)).scalars()
    return [
        month // 100
        for month in months
        if month % 100 == 12 and connection.execute(select(_M.c.company_id).where(_M.c.month == month).limit(1)).first()
    ]
