"""Which month, subject and park a changed row belongs to, and the guard that closed and locked months set on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, select

import db.tables as t
from db.journal import tables as j
from zgc_desktop.domain.months import MonthException, MonthState, Subject, Touch, let_through
from zgc_desktop.domain.periods import Month


class Place(NamedTuple):
    """How a table's row tells its month and park: a column of its own, or (``via``) the row it points at."""

    subject: Subject
    month: str = "month"
    park: str = ""
    via: str = ""


MONTHLY: Final = {
    "submission": Place(Subject.SUBMISSIONS, park="park"),
    "issue": Place(Subject.SUBMISSIONS, via="submission_id"),
    "roster_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "tax_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "tax_part": Place(Subject.SUBMISSIONS, via="submission_id"),
    "tier_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "space_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "project_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "indicator_fact": Place(Subject.SUBMISSIONS, via="submission_id"),
    "raw_table": Place(Subject.SUBMISSIONS, via="submission_id"),
    "issue_decision": Place(Subject.SUBMISSIONS, via="submission_id"),
    "return_round": Place(Subject.SUBMISSIONS, park="park"),
    "declaration": Place(Subject.SUBMISSIONS, park="park"),
    "standing": Place(Subject.STANDINGS, park="park"),
    "standing_secondary": Place(Subject.CLUSTERS, via="company_id"),
    "cluster_room": Place(Subject.CLUSTERS),
    "placement_lead": Place(Subject.CLUSTERS, park="from_park"),
    "settlement": Place(Subject.SETTLEMENT),
    "settlement_answer": Place(Subject.SETTLEMENT),
    "settlement_difference": Place(Subject.SETTLEMENT),
    "settlement_ruling": Place(Subject.SETTLEMENT),
    "settlement_adjustment": Place(Subject.SETTLEMENT),
    "tier_opinion": Place(Subject.TIERS, park="park"),
    "tier_decision": Place(Subject.TIERS),
    "report_words": Place(Subject.WORDS),
    "report_matter": Place(Subject.WORDS),
    "self_check": Place(Subject.SUBMISSIONS, via="submission_id"),
    "plot": Place(Subject.CLUSTERS, park="park"),
}
NOT_GUARDED: Final = {
    "month": "the state itself",
    "month_exception": "the exceptions themselves",
    "publication": "an output; it changes no figure and keeps itself",
    "report": "an output; it changes no figure",
    "report_signature": "a signature under an output",
    "erratum_reason": "said of a published month in a later issue",
    "lead": "work of the desk that goes on after a month is closed; a locked month is not compared again",
    "exchange_package": "what came and went; the rows it brought are guarded themselves",
    "agenda_entry": "a list of questions for a meeting; it changes no figure",
    "project": "an application under review; the lines of the file that brought it are guarded themselves",
    "file_answer": "what a person said of a file before it was received",
}
"""Tables with a month that the guard lets alone, and why; a table in neither list fails the tests."""


class Touches:
    """The touches of one write, collected while it goes on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._submissions: dict[int, tuple[int, str]] = {}
        self.found: set[Touch] = set()

    def add(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Note the months of some rows; ``columns`` names their values."""
        place = MONTHLY.get(table.name)
        if place is None:
            return
        where = {name: n for n, name in enumerate(columns)}
        if place.via == "submission_id":
            spots = {self._of_submission(row[where["submission_id"]]) for row in rows}
        elif place.via:
            spots = self._of_companies({(row[where["month"]], row[where["company_id"]]) for row in rows})
        else:
            park = where.get(place.park)
            spots = {(row[where[place.month]], "" if park is None else row[park]) for row in rows}
        self.found |= {Touch(Month.from_number(month), place.subject, park) for month, park in spots}

    def needed(self, table: Table) -> tuple[str, ...]:
        """The columns that tell a row's month and park."""
        place = MONTHLY.get(table.name)
        if place is None:
            return ()
        return (place.via,) if place.via == "submission_id" else tuple(c for c in (place.month, place.via, place.park) if c)

    def _of_submission(self, number: int) -> tuple[int, str]:
        if number not in self._submissions:
            s = t.SubmissionRow.__table__.c  # type: ignore[attr-defined]  # SQLModel adds it at class creation
            row = self._connection.execute(select(s.month, s.park).where(s.id == number)).one()
            self._submissions[number] = (row[0], row[1])
        return self._submissions[number]

    def _of_companies(self, keys: set[tuple[int, int]]) -> set[tuple[int, str]]:
        s = t.StandingRow.__table__.c  # type: ignore[attr-defined]
        spots = set()
        for month in {m for m, _ in keys}:
            parks = {r[0]: r[1] for r in self._connection.execute(select(s.company_id, s.park).where(s.month == month))}
            spots |= {(m, parks.get(company, "")) for m, company in keys if m == month}
        return spots


def states(connection: Connection) -> dict[Month, MonthState]:
    """The state of every month that is not open."""
    m = t.MonthRow.__table__.c  # type: ignore[attr-defined]
    query = select(m.month, m.state).where(m.state != MonthState.OPEN.value)
    return {Month.from_number(r[0]): MonthState(r[1]) for r in connection.execute(query)}


def exceptions(connection: Connection, month: Month | None = None) -> tuple[MonthException, ...]:
    """Every exception ever granted (for a month), oldest first."""
    table = j.MonthExceptionRow.__table__  # type: ignore[attr-defined]
    query = select(table).order_by(table.c.id)
    if month is not None:
        query = query.where(table.c.month == month.number)
    return tuple(
        MonthException(
            id=r.id,
            month=Month.from_number(r.month),
            park=r.park,
            subject=Subject(r.subject) if r.subject else None,
            person=r.person,
            reason=r.reason,
            granted_by=r.granted_by,
            granted_at=r.granted_at,
            expires_on=date.fromisoformat(r.expires_on),
            ended_at=r.ended_at,
            ended_by=r.ended_by,
        )
        for r in connection.execute(query)
    )


def require_open(connection: Connection, touches: Iterable[Touch], *, who: str, day: date) -> frozenset[int]:
    """The exceptions a write goes through; Refused where a closed or locked month stops it."""
    listed = set(touches)
    closed = states(connection) if listed else {}
    if not closed or not any(touch.month in closed for touch in listed):
        return frozenset()
    return let_through(listed, closed, exceptions(connection), who=who, day=day)
