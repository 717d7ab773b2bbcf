"""Positions and gaps of a month (产业定位、产业缺口): running totals of registered positions, what clusters still lack."""

from __future__ import annotations

from dataclasses import replace

from db.queries import coordination, ledger, submissions
from db.queries.year_totals import revenue_by_industry
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.positions import Gap, Position
from zgc_desktop.domain.positions import gaps as gaps_of
from zgc_desktop.domain.registers import in_force
from zgc_desktop.domain.submissions import SubmissionState
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.land import offers_of
from zgc_desktop.services.match import wishes


def positions(ctx: AppContext, month: Month) -> tuple[Position, ...]:
    """Every registered position with the revenue of the year so far of the park's companies in that industry.

    Industries are compared by the catalogue; a park that is not in has no total, which is not zero.
    """
    with ctx.store.read() as connection:
        entries = [e for e in in_force(coordination.entries(connection), month.last_day) if e.kind == "positions"]
        sums = revenue_by_industry(connection, month) if entries else ()
        accepted = {i.park for i in submissions.current(connection, month) if i.state is SubmissionState.ACCEPTED}
    found = []
    for entry in entries:
        industry = ctx.catalogue.industry_named(entry.value("industry"))
        name = industry.name if industry else entry.value("industry")
        total, companies, stated = None, 0, 0
        for park, text, n, said, fen in sums:
            known = ctx.catalogue.industry_named(text)
            if park == entry.subject and (known.name if known else text) == name:
                companies, stated = companies + n, stated + said
                total = fen if total is None else total + (fen or 0)
        if entry.subject in accepted and not companies:
            total = 0
        source = "，".join(t for t in (entry.value("document"), entry.source) if t)
        found.append(Position(entry.subject, name, entry.value("level"), total, companies, stated, source, entry.id))
    return tuple(found)


def gaps(ctx: AppContext, month: Month) -> tuple[Gap, ...]:
    """What the clusters of accepted parks lack of their planned industries, with free room and companies that look for it."""
    with ctx.store.read() as connection:
        members = ledger.stated_industries(connection, month)
        accepted = {i.park for i in submissions.current(connection, month) if i.state is SubmissionState.ACCEPTED}
    free = {offer.cluster: offer.free for offer in offers_of(ctx, month)}
    looking: dict[str, list[str]] = {}
    for wish in wishes(ctx, month):
        known = ctx.catalogue.industry_named(wish.wish.industry or "")
        if known is not None:
            looking.setdefault(known.name, []).append(wish.wish.name or wish.wish.credit_code)
    return tuple(
        replace(gap, free=free.get(gap.cluster), wishes=tuple(looking.get(gap.industry, ())))
        for gap in gaps_of(members.elements(), ctx.catalogue)
        if gap.park in accepted
    )
