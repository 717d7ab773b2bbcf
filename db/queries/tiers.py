"""Reads of the tier review: opinions, decisions, whether a month is locked, who was in the ledger when."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Connection, select

import db.tables as t
import db.tier_tables as own
from db.bulk import rows_among
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
_FEW = 2_000
"""So many companies are asked for by id; more are taken out of the whole month."""


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


def newest_entry(connection: Connection, but: Collection[str]) -> tuple[int, str]:
    """Number and hash of the last entry of the journal whose command is none of some; (0, "") before the first."""
    entry = table_of(t.JournalRow)
    query = select(entry.c.seq, entry.c.hash).where(entry.c.command.not_in(sorted(but))).order_by(entry.c.seq.desc()).limit(1)
    last = connection.execute(query).first()
    return (int(last[0]), str(last[1])) if last else (0, "")


def standing_codes(connection: Connection, month: Month, codes: Mapping[int, str]) -> frozenset[str] | None:
    """Those of some companies (credit codes by id) that count in a month; None where the month has no ledger."""
    query = select(_M.c.company_id, _M.c.closed).where(_M.c.month == month.number)
    if connection.execute(query.limit(1)).first() is None:
        return None
    if len(codes) <= _FEW:  # the lines of a month are long: only theirs are read
        query = query.where(_M.c.company_id.in_(sorted(codes)))
    return frozenset(codes[r[0]] for r in connection.execute(query) if not r[1] and r[0] in codes)


def last_months_of_years(connection: Connection, until: Month) -> tuple[Month, ...]:
    """The last month with a ledger of every year up to a month, oldest first."""
    listed = connection.execute(select(_K.c.month).where(_K.c.month <= until.number).order_by(_K.c.month)).scalars()
    # Month by month: a list of the distinct months would go through every line of every month.
    there = (n for n in listed if connection.execute(select(_M.c.company_id).where(_M.c.month == n).limit(1)).first())
    by_year = {n // 100: n for n in there}
    return tuple(Month.from_number(n) for n in by_year.values())


def unknown_codes(connection: Connection, codes: frozenset[str]) -> frozenset[str]:
    """Those of some credit codes that are not in the ledger."""
    return codes - frozenset(connection.execute(select(_C.c.credit_code)).scalars())


def codes_by_id(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The credit codes of some companies."""
    return {r[0]: r[1] for r in rows_among(connection, _C, ("id", "credit_code"), "id", sorted(ids))}


def ids_by_code(connection: Connection, codes: Collection[str]) -> dict[str, int]:
    """The ids of some companies by credit code."""
    return {r[0]: r[1] for r in rows_among(connection, _C, ("credit_code", "id"), "credit_code", sorted(codes))}
