"""Commands about clusters: assignment and focus fit."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, month_of, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.percent import percent

clusters_app = typer.Typer(help="组团归属", invoke_without_command=True)


@clusters_app.callback()
def clusters(
    called: typer.Context,
    month: Annotated[str, typer.Option("--month", help="月份，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出组团归属与理由，以及各组团的定位契合。"""
    if called.invoked_subcommand is None:
        if not month:
            raise Refused("没有写明月份", advice="请加 --month 2026-10")
        _placed(month, workspace, as_json)


def _placed(month: str, workspace: Path | None, as_json: bool) -> None:
    from zgc_desktop.domain.placement import HOW_LABELS
    from zgc_desktop.services.place import placed

    found = placed(context(workspace), month_of(month))
    data: dict[str, Any] = {
        "month": month,
        "assignments": [
            {
                "credit_code": a.credit_code,
                "name": a.name,
                "park": a.park,
                "cluster": a.cluster or None,
                "how": a.how,
                "reasons": a.reason.split("；"),
            }
            for a in found.assignments
        ],
        "unassigned": sum(1 for a in found.assignments if a.how == "unassigned"),
        "clusters": [
            {
                "name": f.cluster,
                "park": f.park,
                "companies": f.companies,
                "planned": list(f.planned),
                "fit_companies": _text(f.share_companies),
                "fit_revenue": _text(f.share_revenue),
                "fit_tax": _text(f.share_tax),
                "revenue_fen": f.revenue_fen,
                "tax_fen": f.tax_fen,
                "gaps": list(f.gaps),
            }
            for f in found.fit
        ],
    }

    def words(console: Console) -> None:
        rows = [
            (f.cluster, f.park, f.companies, "—" if f.share_companies is None else percent(f.share_companies),
             "未报" if f.tax_fen is None else wan(f.tax_fen), "、".join(f.gaps) or "无")
            for f in found.fit
        ]  # fmt: skip
        table(console, ("组团", "分园", "企业", "定位内占比", "税收（万元）", "空缺产业"), rows)
        for a in found.assignments:
            if a.how == "unassigned":
                console.print(f"{HOW_LABELS['unassigned']} {a.park} {a.name}：{a.reason}")

    show(data, as_json, words)


def _text(share: Fraction | None) -> str | None:
    """A share as an exact fraction, so that no reader loses a digit."""
    return None if share is None else str(share)
