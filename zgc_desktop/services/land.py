"""Land and space (用地空间): registering plots and linked plots, the month's stock, running clocks, what clusters offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import entries as writes
from db.plain_rows import values_of
from db.queries import land as reads
from db.store import UnitOfWork
from zgc_desktop.domain.areas import UNIT_AREA, print_area
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.clocks import Clock, LandRules, clocks, read_land_rules
from zgc_desktop.domain.land.linked import LinkedBalance, LinkedPlot, balances, check_linked
from zgc_desktop.domain.land.plots import Plot, latest, overlaps, plain_key, refuse_wrong
from zgc_desktop.domain.land.stock import Offer, Stock, add_up, offers, stock_by
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import read_toml, rule_files

_SUBJECTS = ("land", "clusters")


@dataclass(frozen=True, slots=True)
class LandView:
    """A month's land: every plot as registered last, stock by cluster and park, running clocks, linked balances, overlaps."""

    month: Month
    plots: tuple[Plot, ...]
    by_cluster: tuple[Stock, ...]
    by_park: tuple[Stock, ...]
    total: Stock
    clocks: tuple[Clock, ...]
    linked: tuple[LinkedBalance, ...]
    findings: tuple[str, ...]
    missing_parks: tuple[str, ...]


def land_rules(ctx: AppContext) -> LandRules:
    """Terms and idle steps: shipped, or the office's own."""
    path = next(p for p in rule_files(ctx.resources, ctx.paths.rules, "land") if p.name == "terms.toml")
    return read_land_rules(read_toml(path), path.name)


def land_of(ctx: AppContext, month: Month) -> LandView:
    """The land of a month; parks that registered none are named, because no plot is not no land."""
    with ctx.store.read() as connection:
        plots, linked = reads.plots(connection, month), reads.linked(connection)
    day = min(month.last_day, ctx.today())
    return LandView(
        month,
        plots,
        stock_by(plots, lambda p: p.cluster, list(ctx.catalogue.clusters)),
        stock_by(plots, lambda p: p.park, list(ctx.catalogue.parks)),
        add_up("合计", plots),
        clocks(plots, land_rules(ctx), day),
        balances(linked),
        overlaps(plots),
        tuple(park for park in ctx.catalogue.parks if park not in {p.park for p in plots}),
    )


def offers_of(ctx: AppContext, month: Month) -> tuple[Offer, ...]:
    """What each cluster offers at the end of a month, for placement; empty where no plot is registered."""
    with ctx.store.read() as connection:
        return offers(reads.plots(connection, month), month.last_day)


def history_of(ctx: AppContext, number: str) -> tuple[tuple[int, Plot, str], ...]:
    """(id, record, when it was taken back or '') of everything registered of a plot; Refused for an unknown number."""
    with ctx.store.read() as connection:
        found = reads.plot_records(connection, number)
    if not found:
        raise Refused(f"没有登记过地块“{number}”", advice="编号见 zgc land stock 或用地空间页")
    return found


Records = dict[str, tuple[tuple[int, Plot, str], ...]]
"""(id, record, when it was taken back or '') by ``plain_key`` of the number, oldest first; id 0 = from an accepted file."""


def records_of(ctx: AppContext) -> Records:
    """Everything ever registered of every plot, what was taken back included."""
    with ctx.store.read() as connection:
        every = reads.every_record(connection)
    found: dict[str, list[tuple[int, Plot, str]]] = {}
    for item in every:
        found.setdefault(plain_key(item[1].number), []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def trend_of(ctx: AppContext, months: Sequence[Month]) -> dict[tuple[str, str], tuple[tuple[Month, Stock], ...]]:
    """The stock of some months by (全部 | 分园 | 组团, name), in the months' order; without months before the first plot."""
    with ctx.store.read() as connection:
        standing = [plot for _, plot, undone in reads.every_record(connection) if not undone]
    found: dict[tuple[str, str], list[tuple[Month, Stock]]] = {}
    for month in months:
        plots = latest(standing, month)
        if not plots:
            continue
        lines = [("全部", add_up("合计", plots))]
        lines += [("分园", s) for s in stock_by(plots, lambda p: p.park, list(ctx.catalogue.parks))]
        lines += [("组团", s) for s in stock_by(plots, lambda p: p.cluster, list(ctx.catalogue.clusters))]
        for kind, stock in lines:
            found.setdefault((kind, stock.name), []).append((month, stock))
    return {key: tuple(items) for key, items in found.items()}


@one_command("land-plot")
def register_plots(ctx: AppContext, plots: Sequence[Plot]) -> ChangeSummary:
    """Register plots for their months, all or none; Refused with the plot and what is wrong, overlaps included."""
    if not plots:
        raise Refused("没有要登记的地块")
    clusters = {name: cluster.park for name, cluster in ctx.catalogue.clusters.items()}
    for plot in plots:
        if plot.park not in ctx.catalogue.parks:
            raise Refused(f"没有叫“{plot.park}”的分园", where=f"地块 {plot.number}")
        refuse_wrong(plot, clusters)
    months = sorted({p.as_of for p in plots})
    with ctx.store.write("land-plot", ctx.who, ctx.now()) as unit:
        for plot in plots:
            values = values_of(plot, as_of="month")
            writes.add(unit, "plot", values, person=ctx.who, at=ctx.now())
        for month in months:
            found = overlaps(reads.plots(unit.connection, month))
            if found:
                raise Refused(found[0], why="本次登记没有写入", advice="请核对地块编号、所在地块和面积")
        area = print_area(sum(p.area for p in plots))
        names = plots[0].number if len(plots) == 1 else f"{plots[0].number} 等 {len(plots)} 宗"
        unit.say(f"登记用地 {names}，{area} 公顷", subjects=_SUBJECTS, months=months)
    return _summary(unit)


@one_command("land-plot")
def reserve_for(ctx: AppContext, number: str, month: Month, reason: str, source: str) -> ChangeSummary:
    """Put a plot onto the reserve list from a month on; Refused where it is not registered or nothing of it is free."""
    plot = next((p for p in land_of(ctx, month).plots if p.number == number), None)
    if plot is None:
        raise Refused(f"没有登记过地块“{number}”", advice="请先在用地空间登记该地块")
    if plot.free is not None and plot.free <= 0:
        raise Refused(f"地块 {number} 已全部在用，不能预留", advice="请核对已用面积，或换一宗")
    kept = replace(plot, as_of=month, state="储备", idle_since=None, reserve_reason=reason, source=source)
    return register_plots(ctx, [kept])


@one_command("land-plot-undo")
def take_back_plot(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back one record of a plot by its id; the record before it counts again."""
    return _take_back(ctx, "plot", number, reason, "地块登记")


@one_command("land-link")
def link_plot(ctx: AppContext, linked: LinkedPlot) -> ChangeSummary:
    """Register one plot's part in a linked group."""
    if linked.park not in ctx.catalogue.parks:
        raise Refused(f"没有叫“{linked.park}”的分园", where=f"挂钩组 {linked.group}")
    with ctx.store.write("land-link", ctx.who, ctx.now()) as unit:
        check_linked(linked, reads.linked(unit.connection))
        writes.add(unit, "linked-plot", values_of(linked, "id"), person=ctx.who, at=ctx.now())
        area = print_area(linked.area, places=4)
        unit.say(f"登记挂钩 {linked.group}：{linked.number} {linked.side} {area} 公顷", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("land-link-undo")
def unlink_plot(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back one linked plot by its id."""
    return _take_back(ctx, "linked-plot", number, reason, "挂钩登记")


def free_square_metres(offer: Offer) -> int:
    """What a cluster offers in whole ㎡, rounded down: placement may not promise what is not there."""
    return offer.free // UNIT_AREA["㎡"]


def _take_back(ctx: AppContext, kind: str, number: int, reason: str, what: str) -> ChangeSummary:
    if not reason.strip():
        raise Refused(f"撤回{what}须写明理由")
    with ctx.store.write(f"{kind}-undo", ctx.who, ctx.now()) as unit:
        if not writes.take_back(unit, kind, number, person=ctx.who, at=ctx.now(), reason=reason):
            raise Refused(f"没有生效的{what} {number}", advice="请在列表中核对编号")
        unit.say(f"撤回{what} {number}", reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
