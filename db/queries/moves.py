"""Reads about leads and move cases."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Row, select

import db.tables as t
from db.store import table_of
from zgc_desktop.domain.moves import BaseYear, CaseState, Lead, LeadKind, LeadSource, MoveCase
from zgc_desktop.domain.periods import Month

_L = table_of(t.LeadRow)
_K = table_of(t.CaseRow)
_B = table_of(t.CaseBaseRow)
_C = table_of(t.CompanyRow)


def _side(m: dict[str, object], side: str) -> LeadSource:
    month = m[f"{side}_month"]
    revenue, tax = m[f"{side}_revenue_fen"], m[f"{side}_tax_fen"]
    assert isinstance(month, int)
    return LeadSource(
        str(m[f"{side}_park"]),
        Month.from_number(month),
        str(m[f"{side}_place"]),
        revenue if isinstance(revenue, int) else None,
        tax if isinstance(tax, int) else None,
    )


def leads(
    connection: Connection, month: Month | None = None, lead_id: int | None = None, company_id: int | None = None
) -> tuple[Lead, ...]:
    """Leads of a month (every month when None), double claims first; ``lead_id`` for one, ``company_id`` for its own."""
    query = select(_L, _C.c.credit_code, _C.c.name).join(_C, _C.c.id == _L.c.company_id).order_by(_L.c.kind, _L.c.id)
    if month is not None:
        query = query.where(_L.c.month == month.number)
    if lead_id is not None:
        query = query.where(_L.c.id == lead_id)
    if company_id is not None:
        query = query.where(_L.c.company_id == company_id)
    found = []
    for row in connection.execute(query):
        m = dict(row._mapping)
        found.append(
            Lead(
                LeadKind(m["kind"]),
                Month.from_number(m["month"]),
                m["company_id"],
                m["credit_code"],
                m["name"],
                _side(m, "first"),
                _side(m, "second"),
                m["id"],
                m["state"],
                m["case_id"],
            )
        )
    return tuple(found)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _case(row: Row[tuple[object, ...]], base: tuple[BaseYear, ...]) -> MoveCase:
    m = row._mapping
    return MoveCase(
        id=m["id"],
        company_id=m["company_id"],
        credit_code=m["credit_code"],
        name=m["name"],
        from_park=m["from_park"],
        to_park=m["to_park"],
        state=CaseState(m["state"]),
        opened_on=date.fromisoformat(m["opened_on"]),
        nature=m["nature"],
        kind=m["kind"],
        registered_on=_day(m["registered_on"]),
        at_capacity_on=_day(m["at_capacity_on"]),
        first_tax_on=_day(m["first_tax_on"]),
        landed_on=_day(m["landed_on"]),
        lead_id=m["lead_id"],
        note=m["note"],
        base=base,
    )


def cases(connection: Connection, case_id: str | None = None) -> tuple[MoveCase, ...]:
    """Every case by number, or the one asked for."""
    base: dict[str, list[BaseYear]] = {}
    for row in connection.execute(select(_B).order_by(_B.c.case_id, _B.c.year)):
        base.setdefault(row.case_id, []).append(BaseYear(row.year, row.amount_fen, row.source))
    query = select(_K, _C.c.credit_code, _C.c.name).join(_C, _C.c.id == _K.c.company_id).order_by(_K.c.id)
    if case_id is not None:
        query = query.where(_K.c.id == case_id)
    return tuple(_case(row, tuple(base.get(row.id, ()))) for row in connection.execute(query))
