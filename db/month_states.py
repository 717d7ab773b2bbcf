"""Writing the state of a month and the exceptions to it."""

from __future__ import annotations

from datetime import date

import db.tables as t
from db.journal.tables import MonthExceptionRow
from db.store import UnitOfWork
from zgc_desktop.domain.months import MonthState, Subject
from zgc_desktop.domain.periods import Month


def put_state(unit: UnitOfWork, month: Month, state: MonthState, *, at: str, by: str, reason: str) -> None:
    """Put a month into a state, opening it first where the desk does not have it yet."""
    values = {"state": state.value, "state_at": at, "state_by": by, "state_reason": reason}
    if not unit.update(t.MonthRow, {"month": month.number}, values):
        unit.insert(t.MonthRow, {"month": month.number, "opened_at": at, **values})


def add_exception(
    unit: UnitOfWork,
    month: Month,
    *,
    park: str,
    subject: Subject | None,
    person: str,
    reason: str,
    by: str,
    at: str,
    expires_on: date,
) -> int:
    """Write an exception; returns its number."""
    return unit.insert(
        MonthExceptionRow,
        {
            "month": month.number,
            "park": park,
            "subject": subject.value if subject else "",
            "person": person,
            "reason": reason,
            "granted_by": by,
            "granted_at": at,
            "expires_on": expires_on.isoformat(),
            "ended_at": "",
            "ended_by": "",
        },
    )


def end_exception(unit: UnitOfWork, number: int, *, at: str, by: str) -> int:
    """End an exception that has not been ended; returns how many that were (0 or 1)."""
    return unit.update(MonthExceptionRow, {"id": number, "ended_at": ""}, {"ended_at": at, "ended_by": by})
