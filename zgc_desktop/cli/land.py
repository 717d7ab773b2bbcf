"""Commands about land (用地空间): plots, linked plots, stock, clocks."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, said, show, table
from zgc_desktop.domain.areas import Area, print_area, to_area

land_app = typer.Typer(help="用地空间", no_args_is_help=True)
Reason = Annotated[str, typer.Option("--reason", help="理由")]
Source = Annotated[str, typer.Option("--source", help="来源：文件或报送表")]
Unit = Annotated[str, typer.Option("--unit", help="面积单位：公顷、亩、㎡、平方公里")]


def _area(text: str | None, unit: str) -> Area | None:
    return None if text is None else to_area(text, unit)


def _percent(text: str | None) -> int | None:
    from decimal import Decimal, InvalidOperation

    from zgc_desktop.domain.errors import Refused

    if text is None:
        return None
    try:
        return int(Decimal(text.rstrip("%")) * 100)
    except (InvalidOperation, ValueError):
        raise Refused(f"“{text}”不是百分数", advice="如 37.5") from None


@land_app.command()
def add(
    number: Annotated[str, typer.Argument(help="地块编号")],
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="分园")],
    area: Annotated[str, typer.Option("--area", help="面积")],
    source: Source,
    unit: Unit = "公顷",
    name: Annotated[str, typer.Option("--name", help="名称")] = "",
    kind: Annotated[str, typer.Option("--kind", help="地块或楼宇")] = "地块",
    cluster: Annotated[str, typer.Option("--cluster", help="组团")] = "",
    level: Annotated[str, typer.Option("--level", help="政策区层次")] = "",
    use: Annotated[str, typer.Option("--use", help="用途：科研、工业、商务、集体、其他")] = "",
    ownership: Annotated[str, typer.Option("--ownership", help="权属：国有、集体")] = "",
    conversion: Annotated[str, typer.Option("--conversion", help="集体建设用地转型状态")] = "",
    used: Annotated[str | None, typer.Option("--used", help="已用面积；未知则不写")] = None,
    supply: Annotated[str, typer.Option("--supply", help="供应方式")] = "",
    term_from: Annotated[str, typer.Option("--from", help="年期起始")] = "",
    term_to: Annotated[str, typer.Option("--to", help="年期到期")] = "",
    ratio: Annotated[str | None, typer.Option("--ratio", help="容积率，如 2.5")] = None,
    self_held: Annotated[str | None, typer.Option("--self-held", help="自持比例，%")] = None,
    state: Annotated[str, typer.Option("--state", help="在用、闲置、储备、在建")] = "",
    idle_since: Annotated[str, typer.Option("--idle-since", help="闲置起始")] = "",
    available_on: Annotated[str, typer.Option("--available", help="可供时间")] = "",
    reserve_reason: Annotated[str, typer.Option("--reserve", help="储备理由")] = "",
    parent: Annotated[str, typer.Option("--parent", help="所在地块的编号")] = "",
    note: Annotated[str, typer.Option("--note", help="备注")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一宗地块或楼宇某月的情况；再登记即更新，旧记录保留。"""
    from zgc_desktop.domain.land.plots import Plot
    from zgc_desktop.services.land import register_plots

    plot = Plot(
        number, park, month_of(month), to_area(area, unit), name, kind, cluster, level, use, ownership, conversion,
        _area(used, unit), supply, day_of(term_from), day_of(term_to), _percent(ratio), _percent(self_held), state,
        day_of(idle_since), day_of(available_on), reserve_reason, parent, None, note, source,
    )  # fmt: skip
    said(register_plots(context(workspace), [plot]), as_json)


@land_app.command("take-back")
def take_back(
    number: Annotated[int, typer.Argument(help="记录号（见 zgc land history）")],
    reason: Reason,
    linked: Annotated[bool, typer.Option("--linked", help="是挂钩登记")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤回一条地块或挂钩登记；记录保留，之前的一条重新算数。"""
    from zgc_desktop.services import land

    act = land.unlink_plot if linked else land.take_back_plot
    said(act(context(workspace), number, reason), as_json)


@land_app.command()
def history(
    number: Annotated[str, typer.Argument(help="地块编号")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """一宗地块的全部登记记录。"""
    from zgc_desktop.services.land import history_of

    rows = history_of(context(workspace), number)
    data = [
        {"id": n, "month": str(p.as_of), "area": p.area, "state": p.state, "source": p.source, "undone_at": u}
        for n, p, u in rows
    ]

    def words(console: Console) -> None:
        lines = [(n, p.as_of, print_area(p.area, places=4), p.state, p.source, u) for n, p, u in rows]
        table(console, ("记录号", "月份", "面积(公顷)", "状态", "来源", "撤回于"), lines)

    show(data, as_json, words)


@land_app.command()
def link(
    group: Annotated[str, typer.Option("--group", help="挂钩组")],
    number: Annotated[str, typer.Option("--plot", help="地块编号")],
    park: Annotated[str, typer.Option("--park", help="分园")],
    side: Annotated[str, typer.Option("--side", help="减少或新增")],
    area: Annotated[str, typer.Option("--area", help="面积")],
    source: Source,
    unit: Unit = "公顷",
    done_on: Annotated[str, typer.Option("--done", help="落实日期；未落实则不写")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记增减挂钩的一侧。"""
    from zgc_desktop.domain.land.linked import LinkedPlot
    from zgc_desktop.services.land import link_plot

    linked = LinkedPlot(group, number, park, side, to_area(area, unit), day_of(done_on), None, source)
    said(link_plot(context(workspace), linked), as_json)


@land_app.command()
def stock(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """本月用地存量：按组团、按分园；不含未登记的分园。"""
    from zgc_desktop.services.land import land_of

    view = land_of(context(workspace), month_of(month))
    lines = [*view.by_cluster, *view.by_park, view.total]
    data = {
        "month": str(view.month),
        "missing_parks": list(view.missing_parks),
        "findings": list(view.findings),
        "stock": [
            {"name": s.name, "plots": s.plots, "area": s.area, "free": s.free, "unstated": s.unstated, "idle": s.idle}
            for s in lines
        ],
        "linked": [{"group": b.group, "left": b.left, "sentence": b.sentence} for b in view.linked],
    }

    def words(console: Console) -> None:
        rows = [
            (
                s.name,
                s.plots,
                print_area(s.area),
                None if s.free is None else print_area(s.free),
                print_area(s.idle),
                s.unstated,
            )
            for s in lines
        ]
        table(console, ("范围", "宗数", "面积(公顷)", "可用", "闲置", "未报已用"), rows)
        for balance in view.linked:
            console.print(f"挂钩 {balance.group}：{balance.sentence}")
        for finding in view.findings:
            console.print(f"▲ {finding}")
        if view.missing_parks:
            console.print(f"不含{'、'.join(view.missing_parks)}（未登记）")

    show(data, as_json, words)


@land_app.command("list")
def list_plots(
    month: MonthText,
    state: Annotated[str, typer.Option("--state", help="只列一种状态：在用、闲置、储备、在建")] = "",
    park: Annotated[str, typer.Option("--park", help="只列一个分园")] = "",
    zone: Annotated[str, typer.Option("--zone", help="只列一个片区，如 平原新城")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """地块登记簿：每宗的组团、政策区、用途、权属、年期、容积率、自持和状态；--state 储备 即储备清单。"""
    from zgc_desktop.domain.errors import Refused
    from zgc_desktop.domain.land.plots import STATES
    from zgc_desktop.services import zones
    from zgc_desktop.services.land import land_of

    if state and state not in STATES:
        raise Refused(f"没有“{state}”这种状态", advice=f"可用：{'、'.join(STATES)}")
    ctx = context(workspace)
    parks = [zones.park_of(ctx, park)] if park else zones.parks_in(ctx, zone)
    found = [p for p in land_of(ctx, month_of(month)).plots if p.park in parks and state in ("", p.state)]
    data = [
        {
            "number": p.number, "park": p.park, "cluster": p.cluster, "level": p.level, "use": p.use,
            "ownership": p.ownership, "area": p.area, "free": p.free, "supply": p.supply,
            "term_from": str(p.term_from or ""), "term_to": str(p.term_to or ""), "ratio_percent": p.ratio_percent,
            "self_held": p.self_held, "state": p.state, "idle_since": str(p.idle_since or ""),
            "reserve_reason": p.reserve_reason, "source": p.source,
        }
        for p in found
    ]  # fmt: skip

    def hundredth(value: int | None) -> str | None:
        return None if value is None else f"{value / 100:g}"

    rows: list[tuple[object, ...]] = [
        (
            p.number, p.park, p.cluster or "组团外", p.level, p.use, p.ownership, print_area(p.area),
            None if p.free is None else print_area(p.free), p.supply, f"{p.term_from or ''}—{p.term_to or ''}".strip("—"),
            hundredth(p.ratio_percent), hundredth(p.self_held), p.state, p.reserve_reason or p.idle_since or "", p.source,
        )
        for p in found
    ]  # fmt: skip
    titles = (
        "编号", "分园", "组团", "政策区", "用途", "权属", "面积(公顷)", "可用", "供应", "年期", "容积率", "自持(%)", "状态",
        "储备理由或闲置起始", "来源",
    )  # fmt: skip
    show(data, as_json, lambda c: table(c, titles, rows))


@land_app.command("clocks")
def clocks(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """到期、闲置和年期超限的地块，最急的在前。"""
    from zgc_desktop.services.land import land_of

    found = land_of(context(workspace), month_of(month)).clocks
    data = [
        {
            "plot": c.plot.number,
            "park": c.plot.park,
            "kind": c.kind,
            "day": str(c.day),
            "sentence": c.sentence,
            "cited": c.citation.short,
        }
        for c in found
    ]

    def words(console: Console) -> None:
        rows = [(c.kind, c.plot.park, c.plot.number, c.sentence, c.citation.short) for c in found]
        table(console, ("时钟", "园", "地块", "情况", "依据"), rows)

    show(data, as_json, words)
