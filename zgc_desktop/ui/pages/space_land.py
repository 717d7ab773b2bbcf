"""用地空间 in 组团空间: plots, stock, clocks, reserve, linked plots and demand; registered, changed and taken back here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from zgc_desktop.domain.areas import plain
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.linked import SIDES
from zgc_desktop.domain.land.plots import (
    CONVERSIONS,
    KINDS,
    LEVELS,
    OWNERSHIPS,
    STATES,
    SUPPLIES,
    USES,
    Plot,
    check_plot,
)
from zgc_desktop.ui.pages import space_land_work as work
from zgc_desktop.ui.pages.moves_ask import Answers, Field
from zgc_desktop.ui.pages.space_lists import Act, Facts, Fields, Listed, ListsTab, Write
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Choice, label
from zgc_desktop.ui.widgets.layout import box, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import space_land as vm
from zgc_desktop.viewmodels.columns import exact_wan

PLOTS, STOCK, CLOCKS, RESERVE, LINKED, DEMAND = range(6)
DATE_W, SHORT_W = 116, 92
FACTS_W = 460


class LandTab(ListsTab):
    """What is registered of a month's land, in the unit one likes."""

    def __init__(self, write: Write, on_company: Callable[[object], object], on_solve: Callable[[], object]) -> None:
        self._on_company, self._on_solve = on_company, on_solve
        self.book = vm.LandBook(None)
        self.unit = Choice()
        self.unit.offer(vm.UNITS)
        self.unit.setAccessibleName(tr("面积单位"))
        self.unit.setFixedWidth(96)
        self.unit.currentTextChanged.connect(lambda _: self._show())
        super().__init__(write, [label(tr("面积单位"), "note"), self.unit])

    def listed(self) -> Sequence[Listed]:
        """Six lists."""
        self.plots: DataTable[vm.PlotLine] = DataTable(vm.PLOT_COLUMNS, lambda x: x.plot.number, name=tr("地块"))
        self.stock: DataTable[vm.StockLine] = DataTable(vm.STOCK_COLUMNS, lambda x: x.key, name=tr("存量"))
        self.clocks: DataTable[vm.ClockLine] = DataTable(vm.CLOCK_COLUMNS, lambda x: x.key, name=tr("时钟"))
        self.reserve: DataTable[vm.PlotLine] = DataTable(vm.RESERVE_COLUMNS, lambda x: x.plot.number, name=tr("储备"))
        self.linked: DataTable[vm.LinkedLine] = DataTable(vm.LINKED_COLUMNS, lambda x: x.balance.group, name=tr("挂钩"))
        self.demand: DataTable[vm.DemandLine] = DataTable(vm.DEMAND_COLUMNS, lambda x: x.id, name=tr("需求"))
        self.demand.opened.connect(lambda _: self._open_company())
        self.facts, self.clock_facts, self.reserve_facts = Facts(), Facts(), Facts()
        self.facts.setFixedWidth(FACTS_W)
        self.records = DataTable(vm.RECORD_COLUMNS, lambda r: (r[0], str(r[1].as_of), r[2]), name=tr("登记记录"))
        self.trend: DataTable[vm.TrendLine] = DataTable(vm.TREND_COLUMNS, lambda x: str(x.month), name=tr("近 12 个月"))
        self.parts: DataTable[vm.PartLine] = DataTable(vm.PART_COLUMNS, lambda x: x.part.id, name=tr("挂钩地块"))
        self.options: DataTable[vm.OptionLine] = DataTable(vm.OPTION_COLUMNS, lambda x: x.option.cluster, name=tr("去处"))
        new, link, wish = tr("登记地块…"), tr("登记挂钩…"), tr("登记意向…")
        none = tr("没有地块"), tr("按月登记面积、权属、年期和状态；存量、时钟和供需匹配都由此而来。")
        idle = tr("没有到期或闲置的地块"), tr("填了年期和闲置起始日的地块，在这里计时。")
        kept = tr("没有储备地块"), tr("状态为储备并写明理由的地块在这里。")
        bound = tr("没有增减挂钩"), tr("登记减少和新增的地块，自动算出尚可新增多少。")
        asked = tr("没有企业需求"), tr("有书面意向的企业在这里，每一处不合适都有原因。")
        behind_plots = box(row(self.facts, (self.records, 1), gap=0))
        return [
            Listed(tr("地块"), self.plots, empty_state(*none, act=new, on_act=self.new_plot), behind_plots),
            Listed(tr("存量"), self.stock, empty_state(*none), self.trend),
            Listed(tr("时钟"), self.clocks, empty_state(*idle), self.clock_facts),
            Listed(tr("储备"), self.reserve, empty_state(*kept), self.reserve_facts),
            Listed(tr("挂钩"), self.linked, empty_state(*bound, act=link, on_act=self.new_link), self.parts),
            Listed(tr("需求"), self.demand, empty_state(*asked, act=wish, on_act=self.new_wish), self.options),
        ]

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def show_book(self, book: vm.LandBook) -> None:
        """Show a month's land."""
        self.book = book
        self._show()

    def _show(self) -> None:
        book = self.book.in_unit(self.unit.chosen())
        self.note.setText(vm.summary(book, self.unit.chosen()))
        stock = book.stock if book.plots else ()
        self.fill((book.plots, stock, book.clocks, book.reserve, book.linked, book.demand))

    def explain(self, line: Any) -> tuple[str, str]:
        """Show what stands behind the chosen line."""
        if self.at in (PLOTS, RESERVE):
            facts = self.facts if self.at == PLOTS else self.reserve_facts
            facts.say(() if line is None else vm.plot_facts(line))
            if self.at == PLOTS:
                self.records.set_rows(() if line is None else reversed(line.records))
            return ("", "") if line is None else (f"{line.plot.number} {line.plot.name}".strip(), line.plot.source)
        if self.at == STOCK:
            self.trend.set_rows(() if line is None else vm.trend_lines(line))
            return ("", "") if line is None else (line.stock.name, tr("近 12 个月，按各月末的登记"))
        if self.at == CLOCKS:
            plot = None if line is None else next((p for p in self.book.plots if p.plot == line.clock.plot), None)
            self.clock_facts.say(() if plot is None else vm.plot_facts(plot))
            return ("", "") if line is None else (line.clock.plot.number, line.clock.sentence)
        if self.at == LINKED:
            self.parts.set_rows([] if line is None else [vm.PartLine(p, line.unit) for p in line.balance.plots])
            return ("", "") if line is None else (line.balance.group, line.balance.sentence)
        self.options.set_rows(() if line is None else vm.option_lines(line))
        return ("", "") if line is None else (line.wish.name or line.wish.credit_code, line.outcome[1])

    def acts_of(self, line: Any) -> list[Act]:
        """What can be done with the line and in the list."""
        if self.at == LINKED:
            found: list[Act] = [(tr("登记挂钩…"), self.new_link)]
            return [*found, (tr("撤回挂钩…"), self._unlink)] if line is not None else found
        if self.at == DEMAND:
            found = [(tr("登记意向…"), self.new_wish), (tr("看供需匹配"), self._on_solve)]
            if line is not None:
                found += [(tr("看企业卡片"), self._open_company), (tr("撤回意向…"), partial(self._withdraw, line))]
            return found
        plot = line.clock.plot if self.at == CLOCKS and line is not None else getattr(line, "plot", None)
        found = [(tr("登记地块…"), self.new_plot)]
        if plot is not None:
            found.insert(0, (tr("更新…"), partial(self.new_plot, plot)))
            if self.at == PLOTS and line.by_hand:
                found.append((tr("撤回记录…"), self._take_back))
        return found

    def _open_company(self) -> None:
        line = self.line()
        if isinstance(line, vm.DemandLine):
            self._on_company(line.wish.credit_code)

    # ---- acting ------------------------------------------------------------------------------------------------------------

    @writes
    def new_plot(self, plot: Plot | None = None) -> None:
        """Ask for a plot, or for what changed of one."""
        clusters = dict(self.book.clusters)

        def check(given: Answers) -> str:
            try:
                return next(iter(check_plot(work.plot_of(given), clusters)), "")
            except Refused as why:
                return why.sentence

        act = tr("登记地块") if plot is None else tr("更新 {number}", number=plot.number)
        said = tr("按月登记，旧记录保留。未知的留空：留空是未报，不是零。")
        self.ask(act, said, self._plot_fields(plot), work.register_plot, check)

    def _plot_fields(self, plot: Plot | None) -> Fields:
        p, month = plot, self.book.month
        unit = vm.exact_unit([a for a in (p.area, p.used) if a is not None] if p else [], self.unit.chosen())

        def own(area: int | None) -> str:
            return "" if area is None else plain(area, unit) or ""

        return (
            (Field("number", tr("地块编号"), p.number if p else "", required=True),
             Field("name", tr("名称"), p.name if p else ""),
             Field("kind", tr("种类"), p.kind if p else "", KINDS, width=84),
             Field("month", tr("月份"), str(month), required=True, width=SHORT_W)),
            (Field("park", tr("分园"), p.park if p else "", self.book.parks),
             Field("cluster", tr("组团"), p.cluster if p else "", ("", *(name for name, _ in self.book.clusters))),
             Field("level", tr("政策区"), p.level if p else "", ("", *LEVELS))),
            (Field("area", tr("面积"), own(p.area) if p else "", required=True),
             Field("used", tr("已用"), own(p.used) if p else "", hint=tr("未知则留空")),
             Field("unit", tr("单位"), unit, vm.UNITS, width=104)),
            (Field("use", tr("用途"), p.use if p else "", ("", *USES)),
             Field("ownership", tr("权属"), p.ownership if p else "", ("", *OWNERSHIPS)),
             Field("conversion", tr("集体用地转型"), p.conversion if p else "", CONVERSIONS),
             Field("state", tr("状态"), p.state if p else "", ("", *STATES))),
            (Field("supply", tr("供应方式"), p.supply if p else "", ("", *SUPPLIES)),
             _day("from", tr("年期起始"), p.term_from if p else None), _day("to", tr("年期到期"), p.term_to if p else None)),
            (Field("ratio", tr("容积率"), _two(p.ratio_percent if p else None)),
             Field("held", tr("自持比例（%）"), _two(p.self_held if p else None)),
             Field("output", tr("年产出（万元）"), _wan(p.output_fen if p else None)),
             Field("parent", tr("所在地块"), p.parent if p else "")),
            (_day("idle", tr("闲置起始"), p.idle_since if p else None),
             _day("available", tr("可供时间"), p.available_on if p else None),
             Field("reserve", tr("储备理由"), p.reserve_reason if p else "", hint=tr("轨道、机场、发展轴"))),
            (Field("note", tr("备注"), p.note if p else ""),
             Field("source", tr("来源"), "", required=True, hint=tr("文件或报送表"))),
        )  # fmt: skip

    @writes
    def _take_back(self) -> None:
        key, standing = self.records.current_key(), self.line().by_hand
        number = key[0] if isinstance(key, tuple) and key[0] in standing else standing[-1]
        said = tr("撤回第 {n} 号记录；记录保留，之前的一条重新算数。", n=number)
        fields = (Field("reason", tr("理由"), required=True),)
        self.ask(tr("撤回记录"), said, fields, lambda c, a: work.take_back_plot(c, number, a["reason"]))

    @writes
    def new_link(self) -> None:
        """Ask for a plot's part in a linked group."""
        line = self.line() if self.at == LINKED else None
        fields: Fields = (
            (Field("group", tr("挂钩组"), line.balance.group if line else "", required=True),
             Field("number", tr("地块编号"), required=True)),
            (Field("park", tr("分园"), choices=self.book.parks), Field("side", tr("一侧"), choices=SIDES, width=84),
             Field("done", tr("落实日期"), hint=tr("未落实则留空"), width=DATE_W)),
            (Field("area", tr("面积"), required=True), Field("unit", tr("单位"), self.unit.chosen(), vm.UNITS, width=104),
             Field("cost", tr("成本（万元）"), hint=tr("未知则留空"))),
            Field("source", tr("来源"), required=True, hint=tr("批复文件")),
        )  # fmt: skip
        said = tr("减少和新增同属一组，尚可新增多少由两侧相减；同一地块同一侧只登记一次。")
        self.ask(tr("登记挂钩"), said, fields, work.link, _readable(work.linked_of))

    @writes
    def _unlink(self) -> None:
        number = self.parts.current_key()
        line = self.line()
        if not isinstance(number, int):
            number = line.balance.plots[-1].id
        part = next(p for p in line.balance.plots if p.id == number)
        said = tr("撤回 {group} 的 {number} {side}。", group=part.group, number=part.number, side=part.side)
        fields = (Field("reason", tr("理由"), required=True),)
        self.ask(tr("撤回挂钩"), said, fields, lambda c, a: work.unlink(c, number, a["reason"]))

    @writes
    def new_wish(self) -> None:
        """Ask for a company's wish to move with all it asks for."""
        fields: Fields = (
            Field("code", tr("统一社会信用代码"), required=True, hint=tr("台账中已有的企业")),
            (Field("paper", tr("书面意向的文件"), required=True, hint=tr("文件名或文号")),
             Field("on", tr("落款日期"), required=True, hint="2026-10-15", width=DATE_W)),
            (Field("need", tr("需地"), hint=tr("未知则留空")),
             Field("unit", tr("单位"), self.unit.chosen(), vm.UNITS, width=104),
             Field("stay", tr("留在原址"), choices=(tr("可以"), tr("不可以")), width=104)),
            Field("parks", tr("意向分园"), hint=tr("不限则留空；多个用顿号隔开")),
            (Field("modes", tr("发展模式"), hint=tr("不限则留空")), Field("carriers", tr("载体"), hint=tr("不限则留空"))),
            Field("note", tr("备注")),
        )  # fmt: skip
        said = tr("只登记有书面意向的企业；再登记的替代前一份。")
        self.ask(tr("登记意向"), said, fields, work.register_wish)

    @writes
    def _withdraw(self, line: vm.DemandLine) -> None:
        fields = (Field("reason", tr("理由"), required=True),)
        said = tr("{name} 不再参加匹配；记录保留。", name=line.wish.name or line.wish.credit_code)
        self.ask(tr("撤回意向"), said, fields, lambda c, a: work.take_back_wish(c, line.id, a["reason"]))


def _day(key: str, title: str, value: object) -> Field:
    return Field(key, title, str(value or ""), hint="2026-10-15")


def _wan(fen: int | None) -> str:
    return "" if fen is None else exact_wan(fen)


def _two(value: int | None) -> str:
    return "" if value is None else f"{value // 100}.{value % 100:02d}"


def _readable(read: Callable[[Answers], object]) -> Callable[[Answers], str]:
    """What a form's answers lack to be read, in words."""

    def check(given: Answers) -> str:
        try:
            read(given)
        except Refused as why:
            return why.sentence
        return ""

    return check
