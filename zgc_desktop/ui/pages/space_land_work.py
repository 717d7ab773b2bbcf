"""What 用地空间 asks of the services: one read of a month's land, and plots, linked plots and wishes as a form gives them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from zgc_desktop.domain.areas import Area, to_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.linked import LinkedPlot
from zgc_desktop.domain.land.plots import Plot, plain_key
from zgc_desktop.domain.money import UNIT_FEN, Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import space_land as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.changes import ChangeSummary
    from zgc_desktop.services.context import AppContext

Answers = Mapping[str, str]
TREND_MONTHS = 12


def look(ctx: AppContext, chosen: Month | None) -> vm.LandBook:
    """Everything 用地空间 shows of a month, of the running one where none is chosen; for a worker."""
    from zgc_desktop.services import land

    month = chosen or Month.of(ctx.today())
    seen, records = land.land_of(ctx, month), land.records_of(ctx)
    trend = land.trend_of(ctx, [month.plus(-n) for n in range(TREND_MONTHS)])
    plots = tuple(
        vm.PlotLine(p, tuple(c for c in seen.clocks if c.plot.number == p.number), records.get(plain_key(p.number), ()))
        for p in seen.plots
    )
    stock = [("全部", seen.total), *(("分园", s) for s in seen.by_park), *(("组团", s) for s in seen.by_cluster)]
    return vm.LandBook(
        month,
        plots,
        tuple(vm.StockLine(kind, s, trend.get((kind, s.name), ())) for kind, s in stock),
        seen.total,
        tuple(vm.LinkedLine(b) for b in seen.linked),
        _demand(ctx, month),
        seen.missing_parks,
        tuple(ctx.catalogue.parks),
        tuple((name, c.park) for name, c in ctx.catalogue.clusters.items()),
    )


def _demand(ctx: AppContext, month: Month) -> tuple[vm.DemandLine, ...]:
    """Every registered wish, with the proposal and each place's reason where there is room to match against."""
    from zgc_desktop.services import match

    wishes = match.wishes(ctx, month)
    if not wishes:
        return ()
    try:
        placed = match.propose(ctx, month)
    except Refused as why:
        return tuple(vm.DemandLine(w.id, w.wish, w.paper, None, (), why.sentence) for w in wishes)
    told = {p.wish.credit_code: p for p in placed.proposed}
    places = {w.credit_code: o for w, o in zip(placed.model.wishes, placed.model.options, strict=True)}
    return tuple(
        vm.DemandLine(w.id, w.wish, w.paper, told.get(w.wish.credit_code), places.get(w.wish.credit_code, ()), "")
        for w in wishes
    )


# ---- what a form gives ---------------------------------------------------------------------------------------------------


def day(text: str, what: str) -> date | None:
    """The day a field holds, None where it is empty; Refused where it is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{what}“{text}”不是日期", advice="请写成 2026-10-08 的样式") from None


def hundredths(text: str, what: str) -> int | None:
    """A figure with at most two decimals × 100, None where the field is empty; Refused for anything else."""
    if not text:
        return None
    try:
        value = Decimal(text.replace(",", "").rstrip("%％").strip()) * 100
    except InvalidOperation:
        raise Refused(f"{what}“{text}”不是数字") from None
    if not value.is_finite() or value != int(value):
        raise Refused(f"{what}“{text}”的小数位太多", advice="至多两位小数")
    return int(value)


def amount(text: str, what: str) -> Fen | None:
    """An amount in 万元 as 分, None where the field is empty; Refused for what is no amount or finer than a 分."""
    if not text:
        return None
    try:
        value = Decimal(text.replace(",", "")) * UNIT_FEN["万元"]
    except InvalidOperation:
        raise Refused(f"{what}“{text}”不是金额", advice="单位为万元") from None
    if not value.is_finite() or value < 0 or value != int(value):
        raise Refused(f"{what}“{text}”不能登记", advice="单位为万元，不小于 0，至多六位小数")
    return int(value)


def month_of(text: str) -> Month:
    """The month a field holds; Refused where it is none."""
    try:
        return Month.parse(text)
    except ValueError:
        raise Refused(f"“{text}”不是月份", advice="请写成 2026-10 的样式") from None


def area(text: str, unit: str) -> Area | None:
    """The area a field holds, None where it is empty; Refused for what is none."""
    return to_area(text, unit) if text else None


def plot_of(given: Answers) -> Plot:
    """The plot a form describes; what was left empty is 未报. Refused for what cannot be read."""
    own = area(given["area"], given["unit"])
    if own is None:
        raise Refused("没有填面积")
    return Plot(
        given["number"],
        given["park"],
        month_of(given["month"]),
        own,
        given["name"],
        given["kind"],
        given["cluster"],
        given["level"],
        given["use"],
        given["ownership"],
        given["conversion"],
        area(given["used"], given["unit"]),
        given["supply"],
        day(given["from"], "年期起始"),
        day(given["to"], "年期到期"),
        hundredths(given["ratio"], "容积率"),
        hundredths(given["held"], "自持比例"),
        given["state"],
        day(given["idle"], "闲置起始"),
        day(given["available"], "可供时间"),
        given["reserve"],
        given["parent"],
        amount(given["output"], "年产出"),
        given["note"],
        given["source"],
    )


def linked_of(given: Answers) -> LinkedPlot:
    """A plot's part in a linked group as a form describes it."""
    own = area(given["area"], given["unit"])
    if own is None:
        raise Refused("没有填面积")
    done, cost = day(given["done"], "落实日期"), amount(given["cost"], "成本")
    return LinkedPlot(given["group"], given["number"], given["park"], given["side"], own, done, cost, given["source"])


def register_plot(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a plot or a new state of it."""
    from zgc_desktop.services.land import register_plots

    return register_plots(ctx, [plot_of(given)])


def take_back_plot(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back one record of a plot."""
    from zgc_desktop.services.land import take_back_plot as service

    return service(ctx, number, reason)


def link(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a plot's part in a linked group."""
    from zgc_desktop.services.land import link_plot

    return link_plot(ctx, linked_of(given))


def unlink(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back a plot's part in a linked group."""
    from zgc_desktop.services.land import unlink_plot

    return unlink_plot(ctx, number, reason)


def register_wish(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a company's written wish to move; what it needs becomes whole ㎡, rounded up."""
    from zgc_desktop.services.match import register_wish as service

    need, on = area(given["need"], given["unit"]), day(given["on"], "落款日期")
    if on is None:
        raise Refused("没有填落款日期")
    square_metres = None if need is None else -(-need // vm.SQUARE_METRE)
    parks = names(given["parks"])
    return service(
        ctx, given["code"], written_on=on, paper=given["paper"], need_m2=square_metres, modes=names(given["modes"]),
        carriers=names(given["carriers"]), parks=parks, stay=given["stay"] == "可以", note=given["note"],
    )  # fmt: skip


def take_back_wish(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back a company's wish."""
    from zgc_desktop.services.match import take_back

    return take_back(ctx, "wish", number, reason)


def names(text: str) -> tuple[str, ...]:
    """Names written one after another."""
    return tuple(part.strip() for part in text.replace("，", "、").replace(",", "、").split("、") if part.strip())
