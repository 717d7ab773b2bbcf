"""Reads for the window: the ledger, a company's card, the month's submissions and their issues."""

from __future__ import annotations

from dataclasses import replace

from db.queries import company_trail, desk_lists, ledger, submissions
from zgc_desktop.domain.companies import CompanyCard, CompanyItem
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.kept import kept
from zgc_desktop.services.zones import zones_of


def months(ctx: AppContext) -> tuple[Month, ...]:
    """Months the desk has opened, oldest first."""
    with ctx.store.read() as connection:
        return submissions.months(connection)


def companies(ctx: AppContext, month: Month) -> tuple[CompanyItem, ...]:
    """The ledger (企业台账) as at a month: every company that counts, in the plan's order of parks. Read once a state."""
    return kept(ctx, ("companies", month), lambda: _companies(ctx, month))


def _companies(ctx: AppContext, month: Month) -> tuple[CompanyItem, ...]:
    with ctx.store.read() as connection:
        found = ledger.companies(connection, month, zones_of(ctx))
        watched = desk_lists.watched(connection)
    if watched:
        found = tuple(replace(c, watched=watched[c.id]) if c.id in watched else c for c in found)
    order = {park: n for n, park in enumerate(ctx.catalogue.parks)}
    return tuple(sorted(found, key=lambda c: (order.get(c.park, len(order)), c.name)))


def company_card(ctx: AppContext, company_id: int, month: Month) -> CompanyCard:
    """One company's card; Refused when the ledger has no such company."""
    with ctx.store.read() as connection:
        card = ledger.card(connection, company_id, month)
        if card is None:
            raise Refused("台账中没有这家企业", advice="请刷新后再试")
        if why := desk_lists.watched(connection).get(card.item.id):
            card = replace(card, item=replace(card.item, watched=why))
        told = company_trail.decided(connection, card.item.credit_code)
        return replace(card, decided=told, journal=company_trail.journal(connection, company_id))


def month_submissions(ctx: AppContext, month: Month, *, set_aside: bool = False) -> tuple[SubmissionItem, ...]:
    """Every version received for a month, parks in the plan's order, the newest version first; void ones if asked for."""
    with ctx.store.read() as connection:
        found = (submissions.every_version if set_aside else submissions.versions)(connection, month)
    order = {park: n for n, park in enumerate(ctx.catalogue.parks)}
    return tuple(sorted(found, key=lambda s: (order.get(s.park, len(order)), -s.version)))


def issues_of(ctx: AppContext, submission_id: int) -> tuple[Issue, ...]:
    """The issues of one version, errors first."""
    with ctx.store.read() as connection:
        return tuple(issue for _, issue in submissions.issues_of(connection, (submission_id,)))
