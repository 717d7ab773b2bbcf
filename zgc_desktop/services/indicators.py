"""Indicators of a month: location quotients and shift-share of clusters, similarity of parks, gaps, the limits' findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import ledger
from db.queries.ledger import Assigned, StandingFigures
from zgc_desktop.domain.indicators import (
    Finding,
    Limits,
    Quotient,
    ShiftShare,
    Similarity,
    leading_findings,
    quotients,
    read_limits,
    shift_share,
    similarities,
)
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import FocusFit, Group, focus_fit_of
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.place import placed
from zgc_desktop.services.rules import read_toml, rule_files


@dataclass(frozen=True, slots=True)
class Indicators:
    """A month's indicators; ``since`` is the month the shift-share starts from."""

    month: Month
    since: Month
    limits: Limits
    quotients: tuple[Quotient, ...]
    shifts: tuple[ShiftShare, ...]
    similarities: tuple[Similarity, ...]
    gaps: tuple[tuple[str, tuple[str, ...]], ...]
    findings: tuple[Finding, ...]


def limits_in_use(ctx: AppContext) -> Limits:
    """The floor and the limits: shipped, or the office's own."""
    path = next(p for p in rule_files(ctx.resources, ctx.paths.rules, "placement") if p.name == "limits.toml")
    return read_limits(read_toml(path), path.name)


@dataclass(frozen=True, slots=True)
class Overview:
    """A month as 组团空间 shows it: companies by park, cluster and industry, the fit, LQs, and whom no cluster took."""

    groups: tuple[Group, ...]
    fit: tuple[FocusFit, ...]
    quotients: tuple[Quotient, ...]
    unassigned: tuple[Assigned, ...]


def overview(ctx: AppContext, month: Month) -> Overview:
    """The clusters of a month, counted in the database: what is shown is a few hundred sums, not 30,000 companies."""
    with ctx.store.read() as connection:
        groups, left = ledger.groups(connection, month), ledger.unassigned(connection, month)
    known = [g for g in groups if g.cluster and g.industry in ctx.catalogue.industries]
    pairs = Counter[tuple[str, str]]()
    for g in known:
        pairs[g.cluster, g.industry] += g.companies
    fit = focus_fit_of((g for g in groups if g.cluster), ctx.catalogue)
    return Overview(groups, fit, quotients(pairs.elements(), limits_in_use(ctx).floor), left)


def indicators(ctx: AppContext, month: Month, since: Month | None = None) -> Indicators:
    """The month's indicators, counted in companies; shift-share since the same month of the year before unless said."""
    limits, start = limits_in_use(ctx), since or month.plus(-12)
    with ctx.store.read() as connection:
        now, before = _known(ctx, ledger.figures(connection, month)), _known(ctx, ledger.figures(connection, start))
    clusters = [(f.cluster, f.industry) for f in now if f.cluster]
    sizes = Counter(cluster for cluster, _ in clusters)
    earlier = Counter((f.cluster, f.industry) for f in before if f.cluster)
    gaps = tuple((fit.cluster, fit.gaps) for fit in placed(ctx, month).fit if fit.gaps)
    return Indicators(
        month, start, limits, quotients(clusters, limits.floor),
        shift_share(earlier, Counter(clusters), sizes, limits.floor),
        similarities([(f.park, f.industry) for f in now], list(ctx.catalogue.parks), limits.floor),
        gaps, leading_findings(ctx.catalogue, limits),
    )  # fmt: skip


def _known(ctx: AppContext, figures: Sequence[StandingFigures]) -> list[StandingFigures]:
    """Those that count and whose industry the plan knows."""
    return [f for f in figures if not f.closed and f.industry in ctx.catalogue.industries]
