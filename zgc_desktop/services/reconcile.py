"""Reconcile (比对): find double claims and silent moves in what the parks reported, and keep them as leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.journal.touches import states
from db.moves import add_lead, refresh_lead, set_lead_state
from db.queries import claims, identity, moves, submissions
from db.queries.tax import place
from db.store import UnitOfWork
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.moves import Lead
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.reconcile import Claim, find_leads, suspects
from zgc_desktop.services.context import AppContext, one_command


@one_command("reconcile")
def refresh(ctx: AppContext, month: Month) -> tuple[Lead, ...]:
    """Bring the month's leads up to date with the live submissions of it and of the month before; returns the open ones.

    New ones are added, open ones no longer seen are marked gone; those already turned into a case or dismissed stay.
    """
    with ctx.store.write("reconcile", ctx.who, ctx.now()) as unit:
        if states(unit.connection).get(month) is MonthState.LOCKED:
            return open_leads(ctx, month)  # what a locked month showed stays as it was
        added, gone = refresh_in(unit, month)
        unit.say(f"比对 {month}：新线索 {added} 条，消除 {gone} 条", subjects={"leads"}, months={month})
    return open_leads(ctx, month)


def refresh_in(unit: UnitOfWork, month: Month) -> tuple[int, int]:
    """``refresh`` within a write under way; returns how many leads came and went."""
    seen = {_identity(lead): lead for lead in _leads(unit, month)}
    kept = {_identity(lead): lead for lead in moves.leads(unit.connection, month)}
    fresh = [lead for key, lead in seen.items() if key not in kept]
    back = [kept[key] for key in seen if key in kept and kept[key].state == "gone"]
    gone = [lead for key, lead in kept.items() if key not in seen and lead.state == "open"]
    cases = {(c.company_id, frozenset((c.from_park, c.to_park))): c.id for c in moves.cases(unit.connection)}
    for lead in fresh:
        # A move the desk already works on is no news: it is kept as part of its case.
        case = cases.get((lead.company_id, frozenset((lead.first.park, lead.second.park))), "")
        add_lead(unit, replace(lead, state="case", case_id=case) if case else lead)
    for key, lead in seen.items():
        old = kept.get(key)
        if old is not None and (old.first, old.second) != (lead.first, lead.second):
            refresh_lead(unit, Lead(lead.kind, month, lead.company_id, "", "", lead.first, lead.second, old.id))
    for lead in back:
        set_lead_state(unit, lead.id or 0, "open")
    for lead in gone:
        set_lead_state(unit, lead.id or 0, "gone")
    return len(fresh) + len(back), len(gone)


def open_leads(ctx: AppContext, month: Month) -> tuple[Lead, ...]:
    """The month's leads as kept, without those the submissions no longer show."""
    with ctx.store.read() as connection:
        return tuple(lead for lead in moves.leads(connection, month) if lead.state != "gone")


def _identity(lead: Lead) -> tuple[str, int, str, str]:
    return lead.kind.value, lead.company_id, lead.first.park, lead.second.park


def _leads(unit: UnitOfWork, month: Month) -> tuple[Lead, ...]:
    """What the live submissions of a month and of the one before show; only the lines of suspects are read in full.

    Companies merged into another (身份核对) are looked at as that one: a new code is neither a new company nor a lost one.
    """
    connection, previous = unit.connection, month.plus(-1)
    live = {when: submissions.live(connection, when) for when in (month, previous)}
    held = {when: claims.holders(connection, when, ids) for when, ids in live.items()}
    into = identity.merged(connection)
    parks = {
        when: [(into.get(company, company), live[when][submission][0]) for company, submission in lines]
        for when, lines in held.items()
    }
    codes = claims.codes_of(connection, {company for company, _ in held[month]})
    companies = set(suspects(parks[month], parks[previous], {code: into.get(c, c) for code, c in codes.items()}))
    companies |= {company for company, whole in into.items() if whole in companies}
    now, before = (_claims(unit, when, live[when], sorted(companies), into) for when in (month, previous))
    return find_leads(month, now, before, reported={park for _, park in parks[month]})


def _claims(
    unit: UnitOfWork,
    month: Month,
    live: Mapping[int, tuple[str, int, str]],
    companies: Sequence[int],
    into: Mapping[int, int],
) -> list[Claim]:
    return [
        Claim(
            company_id=into.get(row.company_id, row.company_id),
            credit_code=row.credit_code,
            name=row.name,
            park=row.park,
            month=month,
            place=place(row.park, row.version, live[row.submission_id][2], "enterprise", "credit_code", row.sheet_row),
            revenue_fen=row.revenue_fen,
            tax_fen=row.tax_fen,
        )
        for row in claims.of_submissions(unit.connection, month, live, companies)
    ]
