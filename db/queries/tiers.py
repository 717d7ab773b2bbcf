"""Reads of the tier review: opinions, decisions, whether a month is locked, who was in the ledger when."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, select

import db.tables as t
import db.tier_tables as own
from db.store import table_of
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision, Opinion, TierDecision, TierOpinion
from zgc_desktop.domain.tier_review import ProposalKind

_O = table_of(own.TierOpinionRow)
_D = table_of(own.TierDecisionRow)
_C = table_of(t.CompanyRow)
_M = table_of(t.StandingRow)
_K = table_of(t.MonthRow)


def opinions(connection: Connection, month: Month) -> tuple[TierOpinion, ...]:
    """Every opinion on a month's proposals, oldest first."""
    query = select(_O, _C.c.credit_code).join(_C, _C.c.id == _O.c.company_id).where(_O.c.month == month.number)
    return tuple(
        TierOpinion(month, r.credit_code, r.tier, r.park, Opinion(r.opinion), r.reason, r.person, date.fromisoformat(r.day))
        for r in connection.execute(query.order_by(_O.c.id))
    )


def decisions(connection: Connection, month: Month | None = None) -> tuple[TierDecision, ...]:
    """Every decision (of a month), oldest first, those taken back marked as such."""
    query = select(_D, _C.c.credit_code, _C.c.name).join(_C, _C.c.id == _D.c.company_id).order_by(_D.c.id)
    rows = connection.execute(query.where(_D.c.month == month.number) if month else query).all()
    reversed_ids = {r.reverses for r in rows if r.reverses}
    return tuple(
        TierDecision(
            id=r.id,
            month=Month.from_number(r.month),
            credit_code=r.credit_code,
            name=r.name,
            tier=r.tier,
            kind=ProposalKind(r.kind),
            decision=Decision(r.decision),
            reason=r.reason,
            person=r.person,
            day=date.fromisoformat(r.day),
            from_month=Month.from_number(r.from_month),
            to_day=date.fromisoformat(r.to_day) if r.to_day else None,
            evidence=tuple(json.loads(r.evidence)),
            taken_back=r.id in reversed_ids,
        )
        for r in rows
        if not r.reverses
    )


def is_locked(connection: Connection, month: Month) -> bool:
    """Whether the month is locked, so that its review no longer changes."""
    state = connection.execute(select(_K.c.state).where(_K.c.month == month.number)).scalar()
    return state == MonthState.LOCKED.value


def standing_codes(connection: Connection, month: Month) -> frozenset[str] | None:
    """Credit codes of the companies that count in a month; None where the month has no ledger."""
    query = select(_C.c.credit_code, _M.c.closed).join(_C, _C.c.id == _M.c.company_id).where(_M.c.month == month.number)
    rows = connection.execute(query).all()
    return frozenset(r[0] for r in rows if not r[1]) if rows else None


def last_months_of_years(connection: Connection, until: Month) -> tuple[Month, ...]:
    """The last month with a ledger of every year up to a month, oldest first."""
    query = select(_M.c.month).where(_M.c.month <= until.number).distinct().order_by(_M.c.month)
    by_year = {n // 100: n for n in connection.execute(query).scalars()}
    return tuple(Month.from_number(n) for n in by_year.values())


def unknown_codes(connection: Connection, codes: frozenset[str]) -> frozenset[str]:
    """Those of some credit codes that are not in the ledger."""
    return codes - frozenset(connection.execute(select(_C.c.credit_code)).scalars())


def codes_by_id(connection: Connection) -> dict[int, str]:
    """The credit code of every company."""
    return {r[0]: r[1] for r in connection.execute(select(_C.c.id, _C.c.credit_code))}
