"""What 组团空间 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.cluster_rules import AssignmentRule
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import PinKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import space as vm
from zgc_desktop.viewmodels.space_match import MatchView, PreviewLine
from zgc_desktop.viewmodels.space_trend import MONTHS, Trend

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.indicators import Overview


@dataclass(frozen=True, slots=True)
class RuleText:
    """An assignment rule as it is filled in."""

    kind: str
    words: str
    cluster: str
    month: Month


def read_space(ctx: AppContext, month: Month | None) -> vm.SpaceView:
    """The clusters of a month; for a worker."""
    from zgc_desktop.domain.placement import focus_fit_of
    from zgc_desktop.services import look_up

    if month is None:
        return vm.space_view(ctx.catalogue, None, focus_fit_of((), ctx.catalogue), (), (), ())
    seen, submissions = overview(ctx, month), look_up.month_submissions(ctx, month)
    unplaced = (vm.Unplaced(a.credit_code, a.name, a.park, a.industry, tuple(a.reason.split("；"))) for a in seen.unassigned)
    return vm.space_view(ctx.catalogue, month, seen.fit, seen.groups, submissions, unplaced, seen.quotients)


def overview(ctx: AppContext, month: Month) -> Overview:
    """The clusters of a month, counted once a state of the workspace; for a worker."""
    from zgc_desktop.services import indicators
    from zgc_desktop.services.kept import kept

    return kept(ctx, ("overview", month), lambda: indicators.overview(ctx, month))


def read_rules(ctx: AppContext) -> tuple[AssignmentRule, ...]:
    """The assignment rules that stand; for a worker."""
    from zgc_desktop.services import cluster_rules

    return cluster_rules.standing(ctx)[0]


def read_match(ctx: AppContext, month: Month | None) -> MatchView:
    """The month's matching, or what it lacks; for a worker."""
    from zgc_desktop.services import match

    if month is None:
        return MatchView((), None, "还没有建立期间")
    try:
        found = match.propose(ctx, month)
    except Refused as why:
        return MatchView((), None, why.sentence)
    return MatchView(found.proposed, found.solution)


def read_trend(ctx: AppContext, month: Month | None) -> Trend:
    """The clusters of the twelve months up to a month; for a worker."""
    from zgc_desktop.services import place

    wanted = tuple(month.plus(n - MONTHS + 1) for n in range(MONTHS)) if month is not None else ()
    found = place.fits(ctx, wanted)
    first = next((n for n, m in enumerate(wanted) if m in found), len(wanted))  # before the first ledger there is nothing
    parks = {c.name: c.park for c in ctx.catalogue.clusters.values()}
    fits = {m: {f.cluster: f for f in every} for m, (every, _) in found.items()}
    return Trend(wanted[first:], fits, {m: parks_in for m, (_, parks_in) in found.items()}, parks)


def preview(ctx: AppContext, given: RuleText) -> tuple[PreviewLine, ...]:
    """Whom a rule would move; nothing is written."""
    from zgc_desktop.services import cluster_rules

    rule = cluster_rules.new_rule(given.kind, given.words, given.cluster, given.month)
    found = cluster_rules.preview(ctx, rule, given.month)
    return tuple(PreviewLine(f.credit_code, f.name, f.park, f.before, f.after, f.reasons) for f in found)


def apply(ctx: AppContext, given: RuleText, note: str) -> ChangeSummary:
    """Register a rule."""
    from zgc_desktop.services import cluster_rules

    rule = cluster_rules.new_rule(given.kind, given.words, given.cluster, given.month)
    return cluster_rules.apply(ctx, rule, note)[1]


def undo_rule(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take a rule back."""
    from zgc_desktop.services import cluster_rules

    return cluster_rules.undo(ctx, number, reason)


def choose(ctx: AppContext, codes: Sequence[str], cluster: str, month: Month, reason: str) -> ChangeSummary:
    """Put companies into a cluster by hand from a month on."""
    from zgc_desktop.services import cluster_rules

    if len(codes) == 1:
        return cluster_rules.choose(ctx, codes[0], cluster, reason, from_month=month)
    return cluster_rules.choose_all(ctx, codes, cluster, reason, from_month=month)


def pin(ctx: AppContext, code: str, cluster: str, kind: PinKind, reason: str) -> ChangeSummary:
    """Pin a company to a cluster or keep it from it."""
    from zgc_desktop.services import match

    return match.pin(ctx, code, cluster, kind, reason)


def make_leads(ctx: AppContext, month: Month, codes: tuple[str, ...]) -> ChangeSummary:
    """Hand proposals on as leads."""
    from zgc_desktop.services import match

    return match.make_leads(ctx, month, codes)


def register_wish(ctx: AppContext, code: str, day: date, paper: str, need_m2: int | None) -> ChangeSummary:
    """Register a written wish to move."""
    from zgc_desktop.services import match

    return match.register_wish(ctx, code, written_on=day, paper=paper, need_m2=need_m2)


def register_room(ctx: AppContext, cluster: str, month: Month, free_m2: int, source: str) -> ChangeSummary:
    """Register how much room a cluster has."""
    from zgc_desktop.services import match

    return match.register_room(ctx, cluster, month, free_m2, source=source)


def cluster_card(ctx: AppContext, month: Month, cluster: str) -> Path:
    """Write a cluster's card (评估卡) into the outbox."""
    from zgc_desktop.services import sheets

    return sheets.write_cluster_card(ctx, month, cluster, ctx.paths.outbox)
