"""Which submission counts for a company in a month: rebuilt whole in the transaction that accepts a submission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Connection, select

import db.tables as t
from db.bulk import plain_rows
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.companies import Residence
from zgc_desktop.domain.months import Subject
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Standing:
    """One company in one month: where it counts, from which version, in which cluster and why."""

    company_id: int
    submission_id: int
    park: str
    disputed_with: str
    closed: bool
    cluster: str
    cluster_how: str
    cluster_reason: str
    industry: str


_COLUMNS = (
    "month", "company_id", "submission_id", "park", "disputed_with", "closed", "cluster", "cluster_how", "cluster_reason",
    "industry",
)  # fmt: skip


def versions_that_count(connection: Connection, month: Month) -> dict[int, int]:
    """The submission that counts for each company of a month."""
    table = table_of(t.StandingRow)
    query = select(table.c.company_id, table.c.submission_id).where(table.c.month == month.number)
    return dict(cast("list[tuple[int, int]]", plain_rows(connection, query)))


def replace_month(unit: UnitOfWork, month: Month, standings: Iterable[Standing]) -> int:
    """Put the month's standings in place of the old ones, writing only what differs; returns how many there are."""
    rows = (
        (month.number, s.company_id, s.submission_id, s.park, s.disputed_with, int(s.closed), s.cluster, s.cluster_how,
         s.cluster_reason, s.industry)
        for s in standings
    )  # fmt: skip
    return unit.replace(t.StandingRow, {"month": month.number}, _COLUMNS, rows)


def add_first_residences(unit: UnitOfWork, month: Month, parks: Iterable[tuple[int, str]]) -> int:
    """Give companies without a park line one that starts with this month; returns how many."""
    first = month.first_day.isoformat()
    rows = [(company, park, first, "", "首次报送", "") for company, park in parks]
    return unit.insert_many(t.ResidenceRow, ("company_id", "park", "from_day", "to_day", "cause", "case_id"), rows, str(month))


def set_park_line(unit: UnitOfWork, company_id: int, line: Iterable[Residence]) -> None:
    """Write a company's park line: residences no longer part of it go first, so that no two overlap; months where it changes
    are touched.
    """
    columns = ("company_id", "park", "from_day", "to_day", "cause", "case_id")
    table = table_of(t.ResidenceRow)
    new = [
        (company_id, r.park, r.days.start.isoformat(), r.days.end.isoformat() if r.days.end else "", r.cause, r.case_id)
        for r in line
    ]
    known = unit.connection.execute(select(*(table.c[n] for n in columns)).where(table.c.company_id == company_id))
    old = {tuple(row) for row in known}
    starts_before, starts_now = {(r[1], r[2]) for r in old}, {(r[1], r[2]) for r in new}
    # A line nobody knew before begins long ago: only where the company is now concerns a month.
    changed = starts_before ^ starts_now if old else {(new[-1][1], new[-1][2])} if new else set()
    for park, day in changed:
        unit.touch(Month.of(date.fromisoformat(day)), Subject.STANDINGS, park)
    for row in sorted(old - set(new)):
        unit.delete(t.ResidenceRow, {"company_id": company_id, "from_day": row[2]})
    unit.insert_many(t.ResidenceRow, columns, (row for row in new if row not in old), f"park line {company_id}")
