"""How 用地空间 reads: plots, stock with its trend, clocks, linked groups, and demand with a reason for every place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeVar

from zgc_desktop.domain.areas import UNIT_AREA, Area, in_unit, plain, print_area
from zgc_desktop.domain.land.clocks import EXPIRED, EXPIRING, IDLE, Clock
from zgc_desktop.domain.land.linked import LinkedBalance, LinkedPlot
from zgc_desktop.domain.land.plots import LEVELS, Plot
from zgc_desktop.domain.land.stock import Stock
from zgc_desktop.domain.matching import Option, Proposed, Wish
from zgc_desktop.domain.money import half_up, wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import MISSING, Column, Mark
from zgc_desktop.viewmodels.ledger import short_park

R = TypeVar("R")
UNITS: Final = ("公顷", "亩", "㎡", "平方公里")
PLACES: Final = {"公顷": 4, "亩": 3, "㎡": 2, "平方公里": 6}
"""Digits shown; the tooltip gives the exact value in every unit."""
CLOCK_MARKS: Final[dict[str, Mark]] = {EXPIRED: "error", IDLE: "error", EXPIRING: "warn"}
SHORT_LEVELS: Final = dict(zip(LEVELS, ("重点", "预留", "小规模"), strict=True))
SQUARE_METRE: Final = UNIT_AREA["㎡"]


def shown_area(area: Area | None, unit: str) -> str:
    """An area in a unit as a cell shows it; — where it was not stated."""
    return MISSING if area is None else print_area(area, unit, PLACES[unit])


def exact_area(area: Area | None) -> str:
    """An area in every unit, exactly: as a decimal where there is one, else as a fraction."""
    if area is None:
        return "未报"
    return " = ".join(f"{_commas(plain(area, unit)) or _mixed(in_unit(area, unit))} {unit}" for unit in UNITS)


def exact_unit(areas: Sequence[Area], wanted: str) -> str:
    """The unit these areas can be written in exactly as decimals: the wanted one where it can, else 公顷, else 亩."""
    for unit in (wanted, "公顷", "亩"):
        if all(plain(area, unit) is not None for area in areas):
            return unit
    return wanted


def _commas(number: str | None) -> str:
    whole, point, rest = (number or "").partition(".")
    return f"{int(whole):,}{point}{rest}" if whole else ""


def _mixed(value: Fraction) -> str:
    whole, rest = divmod(value.numerator, value.denominator)
    return f"{whole:,} {rest}/{value.denominator}" if whole else f"{rest}/{value.denominator}"


@dataclass(frozen=True, slots=True)
class PlotLine:
    """One plot with its clocks, everything ever registered of it, and the unit areas are shown in."""

    plot: Plot
    clocks: tuple[Clock, ...]
    records: tuple[tuple[int, Plot, str], ...]
    unit: str = UNITS[0]

    @property
    def by_hand(self) -> tuple[int, ...]:
        """The records people registered here that stand, oldest first: these can be taken back, a file's cannot."""
        return tuple(number for number, _, undone in self.records if number and not undone)

    @property
    def clock(self) -> Clock | None:
        """The most pressing clock."""
        return self.clocks[0] if self.clocks else None


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One running clock."""

    clock: Clock

    @property
    def key(self) -> tuple[str, str]:
        """What it is found by: a plot may have more than one."""
        return self.clock.plot.number, self.clock.kind


@dataclass(frozen=True, slots=True)
class StockLine:
    """The stock of one group, with the months before it, newest first."""

    kind: str
    stock: Stock
    trend: tuple[tuple[Month, Stock], ...]
    unit: str = UNITS[0]

    @property
    def key(self) -> tuple[str, str]:
        """What it is found by: parks and clusters share names."""
        return self.kind, self.stock.name


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The stock of one group in one month."""

    month: Month
    stock: Stock
    unit: str


@dataclass(frozen=True, slots=True)
class LinkedLine:
    """One linked group."""

    balance: LinkedBalance
    unit: str = UNITS[0]


@dataclass(frozen=True, slots=True)
class PartLine:
    """One plot's part in a linked group."""

    part: LinkedPlot
    unit: str


@dataclass(frozen=True, slots=True)
class DemandLine:
    """One company that looks for room: its wish, its paper, what is proposed, and every place with its reason."""

    id: int
    wish: Wish
    paper: str
    proposed: Proposed | None
    options: tuple[Option, ...]
    why_not: str
    unit: str = UNITS[0]

    @property
    def need(self) -> Area | None:
        """What it needs; None where it did not say."""
        return None if self.wish.need_m2 is None else self.wish.need_m2 * SQUARE_METRE

    @property
    def outcome(self) -> tuple[Mark, str]:
        """建议 with the place, 未匹配, or 未求解 where there is nothing to match against."""
        if self.proposed is None:
            return "none", "未求解"
        if self.proposed.option is None:
            return "warn", "未匹配"
        return "pass", f"建议 {self.proposed.option.cluster or '留在原址'}"


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One place for one company: whether it can be had, and why not."""

    option: Option
    verdict: str
    reason: str

    @property
    def mark(self) -> Mark:
        """The proposal, another possible place, or none."""
        marks: dict[str, Mark] = {"建议": "pass", "可选": "info"}
        return marks.get(self.verdict, "warn")


@dataclass(frozen=True, slots=True)
class LandBook:
    """Everything 用地空间 shows of a month."""

    month: Month | None
    plots: tuple[PlotLine, ...] = ()
    stock: tuple[StockLine, ...] = ()
    total: Stock | None = None
    linked: tuple[LinkedLine, ...] = ()
    demand: tuple[DemandLine, ...] = ()
    missing_parks: tuple[str, ...] = ()
    parks: tuple[str, ...] = ()
    clusters: tuple[tuple[str, str], ...] = ()
    """Every cluster with its park."""

    @property
    def clocks(self) -> tuple[ClockLine, ...]:
        """Every running clock, the most pressing plot first."""
        order = {EXPIRED: 0, IDLE: 1, EXPIRING: 2}
        found = [ClockLine(c) for line in self.plots for c in line.clocks]
        return tuple(sorted(found, key=lambda x: (order.get(x.clock.kind, 3), x.clock.day, x.key)))

    @property
    def reserve(self) -> tuple[PlotLine, ...]:
        """The reserve list (空间储备)."""
        return tuple(line for line in self.plots if line.plot.state == "储备")

    def in_unit(self, unit: str) -> LandBook:
        """The same with its areas in another unit."""
        return replace(
            self,
            plots=tuple(replace(x, unit=unit) for x in self.plots),
            stock=tuple(replace(x, unit=unit) for x in self.stock),
            linked=tuple(replace(x, unit=unit) for x in self.linked),
            demand=tuple(replace(x, unit=unit) for x in self.demand),
        )


def summary(book: LandBook, unit: str) -> str:
    """A month's land in one line; parks that registered none are counted, because no plot is not no land."""
    if book.total is None or not book.plots:
        return "还没有登记地块；未登记不等于没有用地"
    t = book.total
    free = "可用未报" if t.free is None else f"可用 {shown_area(t.free, unit)}"
    said = f"{t.plots} 宗，面积 {shown_area(t.area, unit)}，{free}，闲置 {shown_area(t.idle, unit)}"
    unstated = f"，{t.unstated} 宗未报已用" if t.unstated else ""
    missing = f"；{len(book.missing_parks)} 园未登记" if book.missing_parks else ""
    return f"{said}，储备 {shown_area(t.reserve, unit)}（{unit}）{unstated}{missing}"


def _area(key: str, title: str, area: Callable[[R], Area | None], unit: Callable[[R], str], width: int = 104) -> Column[R]:
    """A column of areas: sorted exactly, shown in the row's unit, exact in every unit in the tooltip."""

    def value(x: R) -> Fraction | None:
        found = area(x)
        return None if found is None else in_unit(found, unit(x))

    def show(x: R) -> str:
        return shown_area(area(x), unit(x))

    return Column(key, title, value, "number", width, show=show, tip=lambda x: exact_area(area(x)))


def _hundredths(value: int | None, sign: str = "") -> str:
    return MISSING if value is None else f"{value // 100:,}.{value % 100:02d}{sign}"


def _share(value: Fraction | None) -> str:
    return MISSING if value is None else _hundredths(half_up(value * 10_000), " %")


def _clock_mark(clock: Clock | None) -> Mark:
    return "" if clock is None else CLOCK_MARKS.get(clock.kind, "info")


PLOT_COLUMNS: Final[tuple[Column[PlotLine], ...]] = (
    Column("number", "地块编号", lambda x: x.plot.number, "link", 98),
    Column("name", "名称", lambda x: x.plot.name or None, least=72),
    Column("kind", "种类", lambda x: x.plot.kind, width=56, facet=True, hidden=True),
    Column("park", "园", lambda x: x.plot.park, width=60, show=lambda x: short_park(x.plot.park), facet=True),
    Column("cluster", "组团", lambda x: x.plot.cluster or None, width=98, facet=True),
    Column(
        "level", "政策区", lambda x: x.plot.level or None, width=64, facet=True,
        show=lambda x: SHORT_LEVELS.get(x.plot.level, MISSING), tip=lambda x: x.plot.level,
    ),
    Column("use", "用途", lambda x: x.plot.use or None, width=56, facet=True),
    Column("ownership", "权属", lambda x: x.plot.ownership or None, width=56, facet=True),
    _area("area", "面积", lambda x: x.plot.area, lambda x: x.unit, 98),
    _area("free", "可用", lambda x: x.plot.free, lambda x: x.unit, 98),
    Column("supply", "供应方式", lambda x: x.plot.supply or None, width=76, facet=True),
    Column("term", "到期", lambda x: x.plot.term_to, "date", 92),
    Column("ratio", "容积率", lambda x: x.plot.ratio_percent, "number", 60, show=lambda x: _hundredths(x.plot.ratio_percent)),
    Column("held", "自持", lambda x: x.plot.self_held, "number", 78, show=lambda x: _hundredths(x.plot.self_held, " %")),
    Column("state", "状态", lambda x: x.plot.state or None, width=56, facet=True),
    Column(
        "clock", "时钟", lambda x: x.clock.kind if x.clock else None, "badge", 102, facet=True,
        mark=lambda x: _clock_mark(x.clock), tip=lambda x: "\n".join(c.sentence for c in x.clocks),
    ),
)  # fmt: skip

RECORD_COLUMNS: Final[tuple[Column[tuple[int, Plot, str]], ...]] = (
    Column("id", "记录号", lambda r: r[0], "number", 64, show=lambda r: str(r[0] or "文件")),
    Column("month", "月份", lambda r: str(r[1].as_of), "code", 76),
    Column("area", "面积（公顷）", lambda r: r[1].area, "number", 104, show=lambda r: print_area(r[1].area, places=4)),
    Column("state", "状态", lambda r: r[1].state or None, width=56),
    Column("source", "来源", lambda r: r[1].source, least=120),
    Column("undone", "撤回", lambda r: r[2][:10] or None, "date", 96),
)

STOCK_COLUMNS: Final[tuple[Column[StockLine], ...]] = (
    Column("kind", "范围", lambda x: x.kind, width=64, facet=True),
    Column("name", "名称", lambda x: x.stock.name, least=130),
    Column("plots", "宗数", lambda x: x.stock.plots, "number", 60),
    _area("area", "面积", lambda x: x.stock.area, lambda x: x.unit, 112),
    _area("free", "可用", lambda x: x.stock.free, lambda x: x.unit, 112),
    _area("largest", "最大单宗可用", lambda x: x.stock.largest_free, lambda x: x.unit, 112),
    _area("idle", "闲置", lambda x: x.stock.idle, lambda x: x.unit, 104),
    _area("reserve", "储备", lambda x: x.stock.reserve, lambda x: x.unit, 104),
    Column("held", "自持比例", lambda x: x.stock.self_held, "number", 88, show=lambda x: _share(x.stock.self_held)),
    Column(
        "output", "地均产出", lambda x: x.stock.output_per_hectare, "number", 152, unit="万元/公顷",
        show=lambda x: MISSING if (o := x.stock.output_per_hectare) is None else wan(half_up(o)),
        tip=lambda x: "各宗产出都已登记才有合计",
    ),
    Column("unstated", "未报已用", lambda x: x.stock.unstated, "number", 76, unit=""),
)  # fmt: skip

TREND_COLUMNS: Final[tuple[Column[TrendLine], ...]] = (
    Column("month", "月份", lambda x: str(x.month), "code", 80),
    Column("plots", "宗数", lambda x: x.stock.plots, "number", 64),
    _area("area", "面积", lambda x: x.stock.area, lambda x: x.unit),
    _area("free", "可用", lambda x: x.stock.free, lambda x: x.unit),
    _area("idle", "闲置", lambda x: x.stock.idle, lambda x: x.unit),
    Column("held", "自持比例", lambda x: x.stock.self_held, "number", 88, show=lambda x: _share(x.stock.self_held)),
)

CLOCK_COLUMNS: Final[tuple[Column[ClockLine], ...]] = (
    Column("kind", "时钟", lambda x: x.clock.kind, "badge", 96, facet=True, mark=lambda x: _clock_mark(x.clock)),
    Column("number", "地块编号", lambda x: x.clock.plot.number, width=120),
    Column("park", "园", lambda x: x.clock.plot.park, width=64, show=lambda x: short_park(x.clock.plot.park), facet=True),
    Column("day", "起算或到期", lambda x: x.clock.day, "date", 100),
    Column("months", "月数", lambda x: x.clock.months, "number", 64),
    Column("sentence", "情况", lambda x: x.clock.sentence, least=260),
    Column("cited", "依据", lambda x: x.clock.citation.short, width=260),
)

RESERVE_COLUMNS: Final[tuple[Column[PlotLine], ...]] = (
    Column("number", "地块编号", lambda x: x.plot.number, "link", 120),
    Column("park", "园", lambda x: x.plot.park, width=64, show=lambda x: short_park(x.plot.park), facet=True),
    Column("cluster", "组团", lambda x: x.plot.cluster or None, width=120, facet=True),
    _area("area", "面积", lambda x: x.plot.area, lambda x: x.unit),
    Column("ownership", "权属", lambda x: x.plot.ownership or None, width=64, facet=True),
    Column("available", "可供时间", lambda x: x.plot.available_on, "date", 100),
    Column("reason", "储备理由", lambda x: x.plot.reserve_reason, least=200),
    Column("source", "来源", lambda x: x.plot.source, width=200),
)

LINKED_COLUMNS: Final[tuple[Column[LinkedLine], ...]] = (
    Column("group", "挂钩组", lambda x: x.balance.group, "link", least=130),
    _area("reduced", "减少", lambda x: x.balance.reduced, lambda x: x.unit),
    _area("added", "新增", lambda x: x.balance.added, lambda x: x.unit),
    _area("reduced_done", "已减少", lambda x: x.balance.reduced_done, lambda x: x.unit),
    _area("added_done", "已新增", lambda x: x.balance.added_done, lambda x: x.unit),
    Column("cost", "成本", lambda x: x.balance.cost_fen, "money", 110, unit="万元"),
    Column(
        "sentence", "平衡", lambda x: x.balance.sentence, "badge", 300,
        mark=lambda x: "error" if x.balance.left < 0 else "warn" if x.balance.left_done < 0 else "pass",
    ),
)  # fmt: skip

PART_COLUMNS: Final[tuple[Column[PartLine], ...]] = (
    Column("number", "地块", lambda x: x.part.number, least=120),
    Column("park", "园", lambda x: x.part.park, width=64, show=lambda x: short_park(x.part.park)),
    Column("side", "一侧", lambda x: x.part.side, width=64, facet=True),
    _area("area", "面积", lambda x: x.part.area, lambda x: x.unit),
    Column("done", "落实", lambda x: x.part.done_on, "date", 100),
    Column("cost", "成本", lambda x: x.part.cost_fen, "money", 110, unit="万元"),
    Column("source", "来源", lambda x: x.part.source, least=120),
)

DEMAND_COLUMNS: Final[tuple[Column[DemandLine], ...]] = (
    Column("name", "企业", lambda x: x.wish.name or x.wish.credit_code, "link", least=190),
    Column("park", "现园", lambda x: x.wish.park, width=64, show=lambda x: short_park(x.wish.park), facet=True),
    Column("industry", "产业", lambda x: x.wish.industry, width=120, facet=True),
    _area("need", "需地", lambda x: x.need, lambda x: x.unit),
    Column("parks", "意向分园", lambda x: "、".join(short_park(p) for p in x.wish.parks) or None, width=120),
    Column("paper", "书面意向", lambda x: x.paper, width=170),
    Column("outcome", "匹配", lambda x: x.outcome[1], "badge", 150, facet=True, mark=lambda x: x.outcome[0]),
    Column("why", "理由", lambda x: _why(x), least=200, tip=lambda x: _why(x)),
)

OPTION_COLUMNS: Final[tuple[Column[OptionLine], ...]] = (
    Column("place", "去处", lambda x: x.option.label, width=130),
    Column("verdict", "结论", lambda x: x.verdict, "badge", 76, facet=True, mark=lambda x: x.mark),
    Column("score", "得分", lambda x: x.option.score, "number", 60),
    Column("reason", "原因", lambda x: x.reason, least=200, tip=lambda x: x.reason),
    Column("parts", "逐项", lambda x: "；".join(x.option.parts), least=200, tip=lambda x: "\n".join(x.option.parts)),
)


def _why(line: DemandLine) -> str:
    if line.proposed is None:
        return line.why_not
    return line.proposed.why if line.proposed.option is not None else "；".join(line.proposed.changes) or line.proposed.why


def option_lines(line: DemandLine) -> tuple[OptionLine, ...]:
    """Every place for a company: the proposal first, then what it could also have, then why each other one is none."""
    found = []
    chosen = line.proposed.option if line.proposed else None
    for option in line.options:
        if option is chosen and line.proposed is not None:
            found.append(OptionLine(option, "建议", line.proposed.why))
        elif option.blocked:
            found.append(OptionLine(option, "不可", option.blocked))
        elif line.proposed is not None and option is line.proposed.second:
            found.append(OptionLine(option, "可选", line.proposed.why_not_second))
        else:
            found.append(OptionLine(option, "可选", "能放下，得分不占优"))
    order = {"建议": 0, "可选": 1, "不可": 2}
    return tuple(sorted(found, key=lambda x: (order[x.verdict], -x.option.score)))


def plot_facts(line: PlotLine) -> tuple[tuple[str, str], ...]:
    """What is registered of a plot, beside what the table shows; what was not stated is said to be so."""
    p = line.plot
    term = f"{p.term_from or '未报'} — {p.term_to or '未报'}" if p.supply or p.term_from or p.term_to else "未报"
    state = p.state or "未报"
    if p.idle_since:
        state += f"，自 {p.idle_since}"
    if p.available_on:
        state += f"，{p.available_on} 起可供"
    output = "未报" if p.output_fen is None else f"{wan(p.output_fen)} 万元"
    facts = [
        ("面积", exact_area(p.area)),
        ("可用", exact_area(p.free)),
        ("权属", "，".join(t for t in (p.ownership or "未报", p.conversion) if t)),
        ("供应", f"{p.supply or '未报'}，年期 {term}"),
        ("状态", state),
        ("年产出", output),
    ]
    facts += [(name, said) for name, said in (("所在地块", p.parent), ("储备理由", p.reserve_reason), ("备注", p.note)) if said]
    facts += [(c.kind, f"{c.sentence}（{c.citation.short}）") for c in line.clocks]
    return (*facts, ("来源", f"{p.as_of} 登记，{p.source}"))


def trend_lines(line: StockLine) -> Sequence[TrendLine]:
    """The months of a group's stock, newest first."""
    return [TrendLine(month, stock, line.unit) for month, stock in line.trend]
