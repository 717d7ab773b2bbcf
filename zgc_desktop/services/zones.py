"""Zones (片区) in use: the shipped groupings of parks, or the office's own file in their place."""

from __future__ import annotations

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.zone_sums import ZoneLine
from zgc_desktop.domain.zone_sums import zone_lines as sums_by_zone
from zgc_desktop.domain.zones import OUTSIDE, Grouping, read_groupings
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.kept import kept
from zgc_desktop.services.rules import read_toml


def groupings(ctx: AppContext) -> tuple[Grouping, ...]:
    """Every way the parks are grouped, in the order tables print them; RuleFileError for a file that is wrong."""
    own = ctx.paths.rules / "plan" / "zones.toml"
    path = own if own.exists() else ctx.resources / "plan" / "zones.toml"
    return read_groupings(read_toml(path), path.name, list(ctx.catalogue.parks))


def whole_grouping(ctx: AppContext) -> Grouping | None:
    """The first grouping that names every park, by which the window groups; None where a file of the office has none."""
    parks = list(ctx.catalogue.parks)
    return next((g for g in groupings(ctx) if all(g.zone_of(p) != OUTSIDE for p in parks)), None)


def parks_in(ctx: AppContext, zone: str) -> list[str]:
    """The parks of a zone in any grouping, every park where none is named; Refused for a zone nobody knows."""
    if not zone:
        return list(ctx.catalogue.parks)
    known = {z.name: z.parks for g in groupings(ctx) for z in g.zones}
    if zone not in known:
        raise Refused(f"没有叫“{zone}”的片区", advice=f"可用：{'、'.join(known)}")
    return [p for p in ctx.catalogue.parks if p in known[zone]]


def park_of(ctx: AppContext, text: str) -> str:
    """The park a text names; Refused where it names none."""
    found = ctx.catalogue.park_named(text)
    if found is None:
        raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    return found.name


def zone_lines(ctx: AppContext, month: Month) -> tuple[ZoneLine, ...]:
    """A month by zone, worked out once a state of the workspace; the figures are those of the month's draft report."""
    from zgc_desktop.services.monthly import document  # which asks for the groupings above

    return kept(ctx, ("zones", month), lambda: sums_by_zone(document(ctx, month)))


def zones_of_parties(ctx: AppContext) -> dict[str, str]:
    """Party to sharing -> the zones its parks lie in (several joined by 、)."""
    found: dict[str, list[str]] = {}
    for park, zone in zones_of(ctx).items():
        mine = found.setdefault(ctx.catalogue.parks[park].party, [])
        if zone not in mine:
            mine.append(zone)
    return {party: "、".join(zones) for party, zones in found.items()}


def zones_of(ctx: AppContext) -> dict[str, str]:
    """Park -> its zone in the grouping that names every park; empty where there is none."""
    found = whole_grouping(ctx)
    return {park: found.zone_of(park) for park in ctx.catalogue.parks} if found else {}
