"""What 梯队评审 asks the desk to do, each piece of it run by the worker: read a month, look for near misses, write, import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels import tiers as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.review_tiers import TierReview


def read_first(ctx: AppContext, month: Month) -> vm.TiersView:
    """A month as far as it is known: with its review where that is worked out already, else what stands without one."""
    from zgc_desktop.services import decide_tiers, review_tiers, tier_radar

    if review_tiers.ready(ctx, month):
        return read_tiers(ctx, month)
    ladder = tier_radar.ladder(ctx, month)
    standards = tuple(vm.StandardItem(s, None) for s in review_tiers.standards_of(ctx, month))
    asked = decide_tiers.evidence_requests(ctx, month)
    locked = decide_tiers.is_locked(ctx, month)
    return vm.TiersView(month, locked, None, (), (), standards, (), ladder.lines, ladder.citation.short, asked)


def read_tiers(ctx: AppContext, month: Month) -> vm.TiersView:
    """A month's review; its near misses only where somebody looked for them already."""
    from zgc_desktop.services import decide_tiers, review_tiers, tier_radar

    found = review_tiers.review(ctx, month)
    who = {
        c.credit_code: vm.Company(c.credit_code, c.name, c.park, tuple(r.tier for r in c.recognised)) for c in found.companies
    }
    open_ones = decide_tiers.proposals(ctx, month, found.companies)
    missing = dict(found.undecidable)
    held = (
        vm.HeldItem(who[c.credit_code], r, found.day, tuple(x for x in c.results if x.standard.tier == r.tier))
        for c in found.companies
        for r in c.recognised
    )
    leaving = (
        vm.LeavingLine(
            who[x.credit_code], x.tier, x.kind, x.why, x.missing, tuple(r for r in c.results if r.standard.tier == x.tier)
        )
        for c in found.companies
        for x in tier_radar.leaving_of(c)
    )
    ladder = tier_radar.ladder(ctx, month)
    return vm.TiersView(
        month,
        decide_tiers.is_locked(ctx, month),
        found.examined,
        tuple(vm.ProposalItem(who[p.credit_code], p.proposal, p.opinion, p.decision) for p in open_ones),
        tuple(held),
        tuple(vm.StandardItem(s, None if s.reference else missing.get(s.title)) for s in found.standards),
        tuple(leaving),
        ladder.lines,
        ladder.citation.short,
        decide_tiers.evidence_requests(ctx, month),
        _near_of(found) if found.looked_for_near else None,
        tuple(vm.Company(c.credit_code, c.name, c.park, ()) for c in found.no_revenue),
    )


def read_near(ctx: AppContext, month: Month) -> tuple[vm.NearItem, ...]:
    """The month's near misses: looked for company by company, so they follow the rest."""
    from zgc_desktop.services import review_tiers

    return _near_of(review_tiers.review(ctx, month))


def _near_of(found: TierReview) -> tuple[vm.NearItem, ...]:
    held = {c.credit_code: tuple(r.tier for r in c.recognised) for c in found.companies}
    return tuple(
        vm.NearItem(vm.Company(c.credit_code, c.name, c.park, held.get(c.credit_code, ())), c.near) for c in found.near
    )


def write_sheet(month: Month, park: str) -> SessionWork[Path]:
    """Write the review sheet (评审表) as PDF and workbook into the outbox; the PDF is what is shown."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import tier_sheets

        return tier_sheets.write(ctx, month, ctx.paths.outbox, park)[0]

    return work


def import_recognised(file: Path) -> SessionWork[ChangeSummary]:
    """Register a published list of recognitions."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services.recognised_lists import import_list

        made = import_list(ctx, file)
        said = made.sentence or tr("名单 {file} 的 {n} 家都已登记过", file=made.file, n=made.listed)
        return ChangeSummary(said, subjects=frozenset({"tiers", "companies"}), added=made.new)

    return work
