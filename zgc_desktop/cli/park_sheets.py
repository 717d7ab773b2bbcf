"""Where the figures of a plot, a project or a park's indicator are from (zgc explain --plot, --project, --indicator)."""

from __future__ import annotations

from zgc_desktop.cli.output import show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext


def explain_sheet(ctx: AppContext, month: Month, as_json: bool, *, plot: str, project: str, indicator: str, park: str) -> None:
    """Print field by field what a file or a person stated and in which cell; Refused for what nobody has stated."""
    from zgc_desktop.services import park_sheets as service

    if plot:
        lines = service.explain_plot(ctx, plot, month)
    elif project:
        lines = service.explain_project(ctx, project)
    else:
        found = ctx.catalogue.park_named(park) if park else None
        if found is None:
            raise Refused("请用 --park 写明是哪个分园的指标", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
        lines = service.explain_indicator(ctx, found.name, indicator, month)
    data = {
        "plot": plot or None,
        "project": project or None,
        "indicator": indicator or None,
        "month": str(month),
        "lines": [{"title": x.title, "value": x.value, "source": x.place} for x in lines],
    }
    rows = [(x.title, x.value, x.place) for x in lines]
    show(data, as_json, lambda c: table(c, ("项目", "数", "来源"), rows))
