"""Zones (片区) in use: the shipped groupings of parks, or the office's own file in their place."""

from __future__ import annotations

from zgc_desktop.domain.zones import Grouping, read_groupings
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import read_toml


def groupings(ctx: AppContext) -> tuple[Grouping, ...]:
    """Every way the parks are grouped, in the order tables print them; RuleFileError for a file that is wrong."""
    own = ctx.paths.rules / "plan" / "zones.toml"
    path = own if own.exists() else ctx.resources / "plan" / "zones.toml"
    return read_groupings(read_toml(path), path.name, list(ctx.catalogue.parks))
