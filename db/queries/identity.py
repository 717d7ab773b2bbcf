"""Reads about who is whom: companies as records, decisions, merges."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

import db.intake_tables as it
import db.tables as t
from db.store import table_of
from zgc_desktop.domain.identity import Decided, IdentityDecision, Record
from zgc_desktop.domain.periods import Month

_C = table_of(t.CompanyRow)
_N = table_of(t.CompanyNameRow)
_R = table_of(t.RosterFactRow)
_S = table_of(t.SubmissionRow)
_D = table_of(it.IdentityDecisionRow)
_G = table_of(it.CompanyMergeRow)


def records(connection: Connection) -> tuple[tuple[Record, int], ...]:
    """(company, number of its first month) of every company on file."""
    names: dict[int, list[str]] = {}
    for company_id, name in connection.execute(select(_N.c.company_id, _N.c.name).order_by(_N.c.id)):
        names.setdefault(company_id, []).append(name)
    rows = connection.execute(select(_C).order_by(_C.c.id))
    return tuple(
        (
            Record(
                r.credit_code,
                r.credit_code,
                r.name,
                tuple(n for n in names.get(r.id, ()) if n != r.name),
                r.address,
                r.founded_on,
                r.id,
            ),
            r.first_month,
        )
        for r in rows
    )


def decisions(connection: Connection) -> tuple[Decided, ...]:
    """Every decision, in the order they were made."""
    return tuple(
        Decided(
            r.id,
            r.pair,
            IdentityDecision(r.decision),
            r.basis,
            r.reason,
            r.decided_by,
            datetime.fromisoformat(r.decided_at).date(),
            bool(r.undone_at),
        )
        for r in connection.execute(select(_D).order_by(_D.c.id))
    )


def merged(connection: Connection) -> dict[int, int]:
    """The company each merged company counts as, followed to the end of the chain."""
    rows = connection.execute(select(_G.c.company_id, _G.c.into_id).where(_G.c.undone_at == ""))
    into = {row[0]: row[1] for row in rows}
    return {company: _end(company, into) for company in into}


def counted_as(connection: Connection, company_id: int) -> tuple[int, tuple[int, ...]]:
    """(the company a company counts as, everyone counted as it, itself first)."""
    into = merged(connection)
    whole = into.get(company_id, company_id)
    return whole, (whole, *sorted(company for company, end in into.items() if end == whole))


def _end(company: int, into: dict[int, int]) -> int:
    seen = {company}
    while company in into and into[company] not in seen:
        company = into[company]
        seen.add(company)
    return company


def merge_of(connection: Connection, decision_id: int) -> tuple[int, int] | None:
    """(company, into) of the merge resting on a decision, unless taken back."""
    query = select(_G.c.company_id, _G.c.into_id).where(_G.c.decision_id == decision_id, _G.c.undone_at == "")
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def months_of(connection: Connection, company_ids: Iterable[int]) -> tuple[Month, ...]:
    """Months in which any roster names one of the companies."""
    query = select(_R.c.month).where(_R.c.company_id.in_(list(company_ids))).distinct().order_by(_R.c.month)
    return tuple(Month.from_number(n) for n in connection.execute(query).scalars())


def accepted_months(connection: Connection, company_ids: Iterable[int]) -> tuple[Month, ...]:
    """Months in which accepted rosters name one of the companies."""
    query = (
        select(_R.c.month)
        .join(_S, _S.c.id == _R.c.submission_id)
        .where(_R.c.company_id.in_(list(company_ids)), _S.c.state == "accepted")
        .distinct()
        .order_by(_R.c.month)
    )
    return tuple(Month.from_number(n) for n in connection.execute(query).scalars())
