"""Commands about who has sent what: the expected grid, declarations, reminders."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.expected import DeclarationKind, ExpectedMonth


def expected(
    month: MonthText,
    months: Annotated[int, typer.Option("--months", help="连同此前共几个月")] = 1,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """应报表：17 园 × 各表 × 月份的状态、到达时间、迟报与声明。"""
    from zgc_desktop.services.reminders import expected as service

    last = month_of(month)
    grids = service(context(workspace), [last.plus(n) for n in range(1 - max(months, 1), 1)])
    data = {
        "months": [
            {
                "month": str(g.month),
                "cutoff": g.cutoff.isoformat(),
                "missing": list(g.missing),
                "rows": [
                    {
                        "park": r.park,
                        "version": r.version,
                        "state": r.state.value if r.state else None,
                        "arrived": r.arrived.isoformat() if r.arrived else None,
                        "days_late": r.days_late,
                        "no_change": r.no_change,
                        "punctuality": r.punctuality,
                        "sheets": {c.sheet: {"state": c.state.value, "note": c.note} for c in r.cells},
                    }
                    for r in g.rows
                ],
            }
            for g in grids
        ]
    }

    def words(console: Console) -> None:
        for grid in grids:
            _words(console, grid)

    show(data, as_json, words)


def _words(console: Console, grid: ExpectedMonth) -> None:
    console.print(f"{grid.month.label}，截止 {grid.cutoff}")
    titles = [c.title for c in grid.rows[0].cells]
    rows = [(r.park, *(c.state.value for c in r.cells), r.punctuality) for r in grid.rows]
    table(console, ("分园", *titles, "报送"), rows)
    if grid.missing:
        console.print(f"未到 {len(grid.missing)} 园：{'、'.join(grid.missing)}")


def remind(
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="只要一个分园的")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """催报文本：每个还欠报的分园一段，写明欠什么、截止日、逾期几个工作日。"""
    from zgc_desktop.services.reminders import reminders

    found = reminders(context(workspace), month_of(month), park)
    data = {
        "reminders": [
            {"park": r.park, "month": str(r.month), "wanting": list(r.wanting), "days_late": r.days_late, "text": r.text}
            for r in found
        ]
    }

    def words(console: Console) -> None:
        for r in found:
            console.print(r.text)
        if not found:
            console.print("没有要催报的分园" if not park else f"{park}没有欠报")

    show(data, as_json, words)


def declare(
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="分园")],
    kind: Annotated[str, typer.Option("--kind", help="no-change 本月无变动，late 迟报，supplement 补报，correction 更正")],
    reason: Annotated[str, typer.Option("--reason", help="园方怎么说的")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记园方的声明：本月无变动，或迟报、补报、更正的理由。"""
    from zgc_desktop.services.reminders import declare as service

    try:
        chosen = DeclarationKind(kind.replace("-", "_"))
    except ValueError:
        raise Refused(f"没有“{kind}”这种声明", advice="可用：no-change、late、supplement、correction") from None
    summary = service(context(workspace), month_of(month), park, chosen, reason)
    show({"done": summary.sentence}, as_json, lambda c: c.print(summary.sentence))
