"""Companies tied across parks, of a month: circles, headquarters, graduates, and the older fields, each company once."""

from __future__ import annotations

from db.queries import coordination, ledger
from zgc_desktop.domain.company_ties import CompanyTies, asked_for, company_ties
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.registers import in_force
from zgc_desktop.services.context import AppContext


def ties_of(ctx: AppContext, month: Month) -> CompanyTies:
    """The ties in force on the month's last day over the companies that count in it."""
    with ctx.store.read() as connection:
        entries = in_force(coordination.entries(connection), month.last_day)
        named, groups = ledger.named(connection, month, asked_for(entries)), ledger.groups(connection, month)
    known = ctx.catalogue
    return company_ties(named, groups, entries, known.clusters, list(known.industries), known.older_industries)
