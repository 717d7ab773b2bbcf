"""Writing leads, move cases and what they change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

import db.tables as t
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.case_events import CaseEvent, Position
from zgc_desktop.domain.moves import BaseYear, Lead, MoveCase


def add_lead(unit: UnitOfWork, lead: Lead) -> int:
    """Write a new lead; returns its id."""
    return unit.insert(
        t.LeadRow,
        {
            "month": lead.month.number,
            "kind": lead.kind.value,
            "company_id": lead.company_id,
            "first_park": lead.first.park,
            "first_month": lead.first.month.number,
            "first_place": lead.first.place,
            "first_revenue_fen": lead.first.revenue_fen,
            "first_tax_fen": lead.first.tax_fen,
            "second_park": lead.second.park,
            "second_month": lead.second.month.number,
            "second_place": lead.second.place,
            "second_revenue_fen": lead.second.revenue_fen,
            "second_tax_fen": lead.second.tax_fen,
            "state": lead.state,
            "case_id": lead.case_id,
        },
    )


def refresh_lead(unit: UnitOfWork, lead: Lead) -> None:
    """Bring an open lead's places and figures up to date (a park sent a new version)."""
    unit.update(
        t.LeadRow,
        {"id": lead.id},
        {
            "first_place": lead.first.place,
            "first_revenue_fen": lead.first.revenue_fen,
            "first_tax_fen": lead.first.tax_fen,
            "second_place": lead.second.place,
            "second_revenue_fen": lead.second.revenue_fen,
            "second_tax_fen": lead.second.tax_fen,
        },
    )


def set_lead_state(unit: UnitOfWork, lead_id: int, state: str, case_id: str = "") -> None:
    """Move a lead to ``open``, ``case``, ``dismissed`` or ``gone`` (the submissions no longer show it)."""
    unit.update(t.LeadRow, {"id": lead_id}, {"state": state, "case_id": case_id})


def next_case_id(unit: UnitOfWork, year: int) -> str:
    """The next free case number of a year: MV-2026-001."""
    table = table_of(t.CaseRow)
    prefix = f"MV-{year}-"
    last = unit.connection.execute(select(func.max(table.c.id)).where(table.c.id.like(f"{prefix}%"))).scalar()
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:03d}"


def add_case(unit: UnitOfWork, case: MoveCase) -> None:
    """Write a new case with its base years."""
    unit.insert(t.CaseRow, {"id": case.id, "company_id": case.company_id, **_values(case)})
    for base in case.base:
        set_base(unit, case.id, base)


def update_case(unit: UnitOfWork, case: MoveCase) -> None:
    """Bring a case's row up to date."""
    unit.update(t.CaseRow, {"id": case.id}, _values(case))


def set_base(unit: UnitOfWork, case_id: str, base: BaseYear) -> None:
    """Record one base year's tax, replacing an earlier figure for that year."""
    where: Mapping[str, object] = {"case_id": case_id, "year": base.year}
    if not unit.update(t.CaseBaseRow, where, {"amount_fen": base.amount_fen, "source": base.source}):
        unit.insert(t.CaseBaseRow, {**where, "amount_fen": base.amount_fen, "source": base.source})


def add_position(unit: UnitOfWork, position: Position) -> int:
    """Write what one side said of a case; returns its number. Nothing said is ever changed."""
    return unit.insert(
        t.CasePositionRow,
        {
            "case_id": position.case_id,
            "side": position.side,
            "party": position.party,
            "answer": position.answer,
            "reason": position.reason,
            "person": position.person,
            "day": position.day.isoformat(),
            "due": _day(position.due),
            "recorded_at": position.recorded_at,
        },
    )


def add_event(unit: UnitOfWork, event: CaseEvent) -> int:
    """Write an event of a case; returns its number. Events are never changed, only followed by others."""
    content = {
        "parts": [[code, str(ratio)] for code, ratio in event.parts],
        "new_company": event.new_company,
        "to_party": event.to_party,
        "note": event.note,
        "grounds": list(event.grounds),
    }
    return unit.insert(
        t.CaseEventRow,
        {
            "case_id": event.case_id,
            "day": event.on.isoformat(),
            "kind": event.kind,
            "company": event.company,
            "content": json.dumps({k: v for k, v in content.items() if v}, ensure_ascii=False),
            "source": event.source,
            "recorded_by": event.recorded_by,
            "recorded_at": event.recorded_at,
        },
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _values(case: MoveCase) -> dict[str, object]:
    return {
        "from_park": case.from_park,
        "to_park": case.to_park,
        "state": case.state.value,
        "opened_on": case.opened_on.isoformat(),
        "nature": case.nature,
        "kind": case.kind,
        "registered_on": _day(case.registered_on),
        "at_capacity_on": _day(case.at_capacity_on),
        "first_tax_on": _day(case.first_tax_on),
        "landed_on": _day(case.landed_on),
        "lead_id": case.lead_id,
        "note": case.note,
    }
