"""Which submission counts for a company in a month: rebuilt whole in the transaction that accepts a submission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import db.tables as t
from db.store import UnitOfWork
from zgc_desktop.domain.companies import Residence
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


def replace_month(unit: UnitOfWork, month: Month, standings: Iterable[Standing]) -> int:
    """Put the month's standings in place of the old ones; returns how many there are."""
    unit.delete(t.StandingRow, {"month": month.number}, derived=True)
    rows = (
        (month.number, s.company_id, s.submission_id, s.park, s.disputed_with, int(s.closed), s.cluster, s.cluster_how,
         s.cluster_reason, s.industry)
        for s in standings
    )  # fmt: skip
    return unit.insert_many(t.StandingRow, _COLUMNS, rows, f"standing {month}")


def add_first_residences(unit: UnitOfWork, month: Month, parks: Iterable[tuple[int, str]]) -> int:
    """Give companies without a park line one that starts with this month; returns how many."""
    first = month.first_day.isoformat()
    rows = [(company, park, first, "", "首次报送", "") for company, park in parks]
    return unit.insert_many(t.ResidenceRow, ("company_id", "park", "from_day", "to_day", "cause", "case_id"), rows, str(month))


def set_park_line(unit: UnitOfWork, company_id: int, line: Iterable[Residence]) -> None:
    """Write a company's whole park line: ended residences first, so that no two are ever open at once."""
    unit.delete(t.ResidenceRow, {"company_id": company_id})
    for r in line:
        end = r.days.end.isoformat() if r.days.end else ""
        unit.insert(
            t.ResidenceRow,
            {
                "company_id": company_id,
                "park": r.park,
                "from_day": r.days.start.isoformat(),
                "to_day": end,
                "cause": r.cause,
                "case_id": r.case_id,
            },
        )
