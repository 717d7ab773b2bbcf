"""Cluster assignment (组团归属) of a month as decided on acceptance, with reasons, and how the clusters fit their plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import claims, ledger, submissions
from db.queries.ledger import Assigned
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import FocusFit, focus_fit_of
from zgc_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class Placed:
    """A month's assignments, and the focus fit (定位契合) of every cluster."""

    assignments: tuple[Assigned, ...]
    fit: tuple[FocusFit, ...]


def placed(ctx: AppContext, month: Month) -> Placed:
    """Where every company that counts in a month is placed and why, and what the clusters look like for it."""
    with ctx.store.read() as connection:
        assignments = ledger.assigned(connection, month)
        groups = ledger.groups(connection, month)
    return Placed(assignments, focus_fit_of((g for g in groups if g.cluster), ctx.catalogue.on(month.last_day)))


def fits(ctx: AppContext, months: Sequence[Month]) -> dict[Month, tuple[tuple[FocusFit, ...], frozenset[str]]]:
    """The focus fit of every cluster by month, and which parks are in; months without a ledger are left out."""
    found = {}
    with ctx.store.read() as connection:
        known = set(claims.standing_months(connection))
        for month in months:
            if month in known:
                groups = (g for g in ledger.groups(connection, month) if g.cluster)
                parks = frozenset(i.park for i in submissions.accepted(connection, month))
                found[month] = (focus_fit_of(groups, ctx.catalogue.on(month.last_day)), parks)
    return found
