"""Commands about positions of parks and gaps of clusters (产业定位、产业缺口), by park or zone."""

from __future__ import annotations

from typing import Annotated

import typer

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.money import wan, yuan_plain
from zgc_desktop.domain.percent import percent

Zone = Annotated[str, typer.Option("--zone", help="只列一个片区，如 平原新城")]


def add_to(app: typer.Typer) -> None:
    """Both are commands of their own."""
    app.command()(positions)
    app.command()(gaps)


def positions(month: MonthText, zone: Zone = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """分园产业定位：千亿级、百亿级各到哪一步；没有入库的园没有数，不当作零。"""
    from zgc_desktop.services import zones
    from zgc_desktop.services.positions import positions as service

    ctx = context(workspace)
    parks = zones.parks_in(ctx, zone)
    found = [p for p in service(ctx, month_of(month)) if p.park in parks]
    data = [
        {
            "park": p.park, "industry": p.industry, "level": p.level, "entry": p.entry, "companies": p.companies,
            "stated": p.stated, "total": None if p.total is None else yuan_plain(p.total),
            "share": None if p.share is None else str(p.share), "source": p.source,
        }
        for p in found
    ]  # fmt: skip
    rows: list[tuple[object, ...]] = [
        (
            p.entry, p.park, p.industry, p.level, None if p.total is None else wan(p.total),
            None if p.share is None else percent(p.share, 1), f"{p.stated}/{p.companies}", p.source,
        )
        for p in found
    ]  # fmt: skip
    titles = ("登记", "分园", "产业", "级别", "当年累计收入（万元）", "进度", "报了收入/企业", "依据")
    show(data, as_json, lambda c: table(c, titles, rows))


def gaps(
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="只列一个分园")] = "",
    zone: Zone = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """产业缺口：组团规划了而没有企业的产业（填空式）和没有企业的领域（补充式），有多少空间、谁在找。"""
    from zgc_desktop.services import zones
    from zgc_desktop.services.positions import gaps as service

    ctx = context(workspace)
    parks = zones.parks_in(ctx, zone)
    if park:
        parks = [p for p in parks if p == zones.park_of(ctx, park)]
    found = [g for g in service(ctx, month_of(month)) if g.park in parks]
    data = [
        {
            "cluster": g.cluster, "park": g.park, "industry": g.industry, "kind": g.kind, "companies": g.companies,
            "unnamed": g.unnamed, "fields": list(g.fields), "modes": list(g.modes), "carriers": list(g.carriers),
            "free": None if g.free is None else print_area(g.free), "wishes": list(g.wishes),
        }
        for g in found
    ]  # fmt: skip
    rows: list[tuple[object, ...]] = [
        (
            g.cluster, g.park, g.industry, g.kind, "、".join(g.fields), g.unnamed or "",
            "、".join(g.modes), None if g.free is None else print_area(g.free), "、".join(g.wishes),
        )
        for g in found
    ]  # fmt: skip
    titles = ("组团", "分园", "产业", "招引方式", "没有企业的领域", "未写领域", "引导模式", "可用（公顷）", "意向企业")
    show(data, as_json, lambda c: table(c, titles, rows))
