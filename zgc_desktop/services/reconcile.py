"""Reconcile (比对): find double claims and silent moves in what the parks reported, and keep them as leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.journal.touches import states
from db.moves import add_lead, refresh_lead, set_lead_state
from db.queries import claims, identity, moves, submissions
from db.queries.tax import place
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.moves import CaseState, Lead
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.reconcile import Claim, find_leads, suspects
from zgc_desktop.services.context import AppContext, one_command


@one_command("reconcile")
def refresh(ctx: AppContext, month: Month) -> tuple[Lead, ...]:
    """Bring the month's leads up to date with the live submissions of it and of the month before; returns the open ones.

    New ones are added, those no longer seen are marked gone; those a case was opened from, or dismissed, stay.
    """
    with ctx.store.write("reconcile", ctx.who, ctx.now()) as unit:
        if states(unit.connection).get(month) is MonthState.LOCKED:
            return open_leads(ctx, month)  # what a locked month showed stays as it was
        added, gone = refresh_in(unit, month)
        unit.say(f"比对 {month}：新线索 {added} 条，消除 {gone} 条", subjects={"leads"}, months={month})
    return open_leads(ctx, month)


def refresh_in(unit: UnitOfWork, month: Month) -> tuple[int, int]:
    """``refresh`` within a write under way; returns how many leads came and went.

    What a lead is follows from what is reported and which cases stand, never from the order in which they came: so an
    undone case that comes back finds its leads as if it had never been away.
    """
    seen = {_identity(lead): lead for lead in _leads(unit, month)}
    kept = {_identity(lead): lead for lead in moves.leads(unit.connection, month)}
    homes = _Homes(unit.connection)
    came = gone = 0
    for key, lead in seen.items():
        old = kept.get(key)
        if old is None:
            case = homes.of(lead)
            add_lead(unit, replace(lead, state="case", case_id=case) if case else lead)
            came += 1
            continue
        if (old.first, old.second) != (lead.first, lead.second):
            refresh_lead(unit, Lead(lead.kind, month, lead.company_id, "", "", lead.first, lead.second, old.id))
        came += old.state == "gone"
        _put(unit, old, homes)
    for key, lead in kept.items():
        if key not in seen and lead.state != "gone" and homes.may_change(lead):
            set_lead_state(unit, lead.id or 0, "gone")
            gone += 1
    return came, gone


@one_command("reconcile")
def link(ctx: AppContext, company_id: int) -> None:
    """Put a company's leads of every month with the case that works on them, or open again where that was withdrawn."""
    with ctx.store.write("reconcile", ctx.who, ctx.now()) as unit:
        if months := link_in(unit, company_id):
            said = "、".join(str(month) for month in sorted(set(months)))
            unit.say(f"线索随案件更新：{said} 共 {len(months)} 条", subjects={"leads"}, months=set(months))


def link_in(unit: UnitOfWork, company_id: int | None = None) -> list[Month]:
    """``link`` within a write under way, for every company when None; returns the month of each lead that changed."""
    homes = _Homes(unit.connection)
    company = None if company_id is None else homes.counted(company_id)
    found = [lead for lead in moves.leads(unit.connection, company_id=company) if lead.state != "gone"]
    return [lead.month for lead in found if _put(unit, lead, homes)]


class _Homes:
    """Which case works on a lead's matter: the newest of its company between its two parks that was not withdrawn."""

    def __init__(self, connection: Reading) -> None:
        cases = moves.cases(connection)
        self._into = identity.merged(connection)
        self._opened = {c.lead_id for c in cases if c.lead_id is not None}
        self._cases = {
            (self.counted(c.company_id), frozenset((c.from_park, c.to_park))): c.id
            for c in cases
            if c.state is not CaseState.WITHDRAWN
        }

    def counted(self, company_id: int) -> int:
        """The company a company counts as (身份核对)."""
        return self._into.get(company_id, company_id)

    def of(self, lead: Lead) -> str:
        """The number of the case; empty = none: a move the desk already works on is no news."""
        return self._cases.get((lead.company_id, frozenset((lead.first.park, lead.second.park))), "")

    def may_change(self, lead: Lead) -> bool:
        """Whether a lead follows the cases: not one a person dismissed, nor one a case was opened from."""
        return lead.state != "dismissed" and lead.id not in self._opened


def _put(unit: UnitOfWork, lead: Lead, homes: _Homes) -> bool:
    """Put a lead that shows in the submissions where it belongs; returns whether that changed it."""
    case = homes.of(lead)
    wanted = ("case", case) if case else ("open", "")
    if not homes.may_change(lead) or (lead.state, lead.case_id) == wanted:
        return False
    set_lead_state(unit, lead.id or 0, *wanted)
    return True


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
