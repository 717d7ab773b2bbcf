"""组团空间: parks as tiles, the 31 clusters beside their plan, companies nobody could place, policy areas, land, matching."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame

from zgc_desktop.domain.matching import PinKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.figures.grids import HEAT_STEPS, tile_map
from zgc_desktop.figures.scene import Rect, Scene
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.pages import space_land_work as land_work
from zgc_desktop.ui.pages import space_policy as policy
from zgc_desktop.ui.pages import space_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.papers import write_paper
from zgc_desktop.ui.pages.space_land import LandTab
from zgc_desktop.ui.pages.space_match import MatchTab
from zgc_desktop.ui.pages.space_parts import BasisCard, ClusterCard
from zgc_desktop.ui.pages.space_policy import PolicyTab
from zgc_desktop.ui.pages.space_rules import UnplacedTab
from zgc_desktop.ui.pages.space_trend import TrendTab
from zgc_desktop.ui.pages.tabbed import Part, TabbedPage, table_of, widget_of
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Chip, card, label
from zgc_desktop.ui.widgets.layout import box, col, row
from zgc_desktop.ui.widgets.rights import Command
from zgc_desktop.viewmodels import space as vm
from zgc_desktop.viewmodels.filtering import Filters
from zgc_desktop.viewmodels.ledger import short_park
from zgc_desktop.viewmodels.space_match import MatchView

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

T = TypeVar("T")
CLUSTERS, UNPLACED, POLICY, LAND, MATCH, TREND = range(6)
LEFT_W = 416
TOP_H, BOTTOM_H = 400, 290


class SpacePage(TabbedPage):
    """Tabs: 组团, 未分配, 政策区, 用地空间, 供需匹配 and 走势; what one alone shows is read when it is looked at."""

    subjects = frozenset({"submissions", "companies", "clusters", "land", "assessment"})
    table, unplaced = table_of(CLUSTERS), table_of(UNPLACED)
    unplaced_tab, policy, land = widget_of(UNPLACED), widget_of(POLICY), widget_of(LAND)
    match, trend = widget_of(MATCH), widget_of(TREND)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("组团空间"), titles())
        self._read: set[int] = set()
        self._wanted = ""
        self.view: vm.SpaceView | None = None
        self._actions = [Command(tr("评估卡（所选组团）"), self, self.write_card)]

    def look(self, ctx: AppContext) -> vm.SpaceView:
        """The clusters of the month; for a worker."""
        return work.read_space(ctx, self.shell.month)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().offers(), "print": self.write_card}

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    def show_target(self, target: object) -> None:
        """Show a cluster by its name."""
        if self.built and isinstance(target, str):
            self._wanted = target
            self.tabs.choose(CLUSTERS)
            self._show_park("")
            self._show_wanted()

    def _show_wanted(self) -> None:
        """Choose the cluster somebody pointed at, as soon as the clusters are read."""
        if self._wanted and self.table.select_key(self._wanted):
            self._wanted = ""

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """One widget a tab."""
        self.view = None
        self.lay_out(("space", "space_unplaced", "space_policy", "space_land", "space_match", "space_trend"), "")
        self._hint()

    def make_part(self, n: int) -> Part:
        """One of the tabs."""
        if n == CLUSTERS:
            return self._clusters()
        if n == LAND:
            return self._land()
        made = self._tab(n)
        return Part(made, made.table)

    def _tab(self, n: int) -> UnplacedTab | PolicyTab | MatchTab | TrendTab:
        if n == UNPLACED:
            return UnplacedTab(
                self._open_company, self._preview_rule, self._apply_rule, self._undo_rule, self._place_by_hand,
                lambda: self.tabs.choose(CLUSTERS),
            )  # fmt: skip
        if n == POLICY:
            return PolicyTab(self.write)
        if n == MATCH:
            return MatchTab(self._open_company, self._solve, self._pin, self._leads, self._wish, self._room)
        return TrendTab()

    def _land(self) -> Part:
        made = LandTab(self.write, self._open_company, lambda: self.tabs.choose(MATCH))
        made.list_chosen.connect(lambda: made.table.search(self.search.text()))
        self.remember(self.session.need().who, **{f"space_land_{n}": t for n, t in made.tables.items() if n != "0"})
        return Part(made, made.table)

    def _clusters(self) -> Part:
        clusters: DataTable[Any] = DataTable(vm.COLUMNS, lambda c: c.cluster.name, name=tr("组团"))
        clusters.current_changed.connect(self._follow)
        clusters.opened.connect(self._follow)
        clusters.summed.connect(self.shell.show_sum)
        self.park_chip = Chip("", on=True)
        self.park_chip.setToolTip(tr("去掉这个筛选"))
        self.park_chip.clicked.connect(lambda: self._show_park(""))
        self.park_chip.hide()
        clusters.menu_asked.connect(lambda menu, _: menu.addAction(tr("评估卡"), self.write_card))
        table = card(tr("组团"), TablePane(clusters, totals=True), tools=[self.park_chip])
        self.detail, self.basis = ClusterCard(self._open_part), BasisCard()
        map_card = self._map_card()
        for made, low in ((map_card, TOP_H), (table, TOP_H), (self.detail, BOTTOM_H), (self.basis, BOTTOM_H)):
            made.setMinimumHeight(low)
        map_card.setFixedWidth(LEFT_W)
        self.detail.setFixedWidth(LEFT_W)
        self.detail.setMaximumHeight(BOTTOM_H + 20)
        self.basis.setMaximumHeight(BOTTOM_H + 20)
        above = row(map_card, (table, 1), gap=12)
        below = row(self.detail, (self.basis, 1), gap=12)
        return Part(box(col((above, 3), (below, 2), gap=12)), clusters)

    def _map_card(self) -> QFrame:
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("地图指标"))
        self.measure.setFixedWidth(132)
        for _, title in vm.METRICS:
            self.measure.addItem(worded(title), title)
        self.measure.currentIndexChanged.connect(lambda _: self._draw_map())
        self.map = SceneView()
        self.map.clicked.connect(self._tile_clicked)
        ramp = row(label(tr("低"), "note"), _ramp(), label(tr("高"), "note"), gap=4)
        tools = [box(ramp), self.measure]
        return card(tr("分园示意"), self.map, tools=tools, body_margins=(16, 4, 16, 14))

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: vm.SpaceView) -> None:
        """Show what was read."""
        if seen.month != self.shell.month:
            return
        self.view = seen
        self.table.set_rows(seen.clusters)
        self.tabs.set_title(CLUSTERS, tr("组团 {n}", n=len(seen.clusters)))
        self.tabs.set_title(UNPLACED, tr("未分配 {n}", n=len(seen.unplaced)))
        for n, title in enumerate(vm.metric_titles(seen.parks)):
            self.measure.setItemText(n, worded(title))
        if seen.is_empty:
            said = tr("还没有入库的报送：只有规划内容，没有企业和金额")
            self.ribbon.locked(said, tr("去接收报送"), lambda: self.shell.go("receive"))
        else:
            self.ribbon.hide()
        self._draw_map()
        self._show_wanted()
        if self.table.current_key() is None:
            self.table.select_key(seen.clusters[0].cluster.name)
        self._follow(self.table.current_key())
        if self.is_made(UNPLACED):
            self.show_part(UNPLACED)
        self._read.clear()
        self._read_open_tab()

    def show_part(self, n: int) -> None:
        """Show the unassigned in their tab; what other tabs show is read when they are looked at."""
        if n == UNPLACED and self.view is not None:
            self.unplaced_tab.show_view(self.view)
            self._ask_for(tr("读取归属规则"), work.read_rules, self.unplaced_tab.show_rules)

    def show_tab(self, n: int) -> None:
        """Show a tab."""
        super().show_tab(n)
        self._hint()
        self._read_open_tab()

    def _hint(self) -> None:
        """What can be searched for in the tab."""
        self.search.setVisible(self.tab != TREND)
        hints = {CLUSTERS: tr("组团、园、定位"), POLICY: tr("对象、层次、依据"), LAND: tr("编号、组团、来源")}
        self.search.setPlaceholderText(hints.get(self.tab, tr("名称、信用代码、原因")))

    # ---- the map -------------------------------------------------------------------------------------------------------

    def _draw_map(self) -> None:
        if self.view is None:
            return
        parks, metric = self.view.parks, vm.METRICS[max(0, self.measure.currentIndex())][0]
        cells, alt = vm.tiles(parks, metric), vm.map_alt(parks, metric)

        def lay_out(width: float, height: float) -> Scene:
            return tile_map(cells, width, max(height, 300.0), alt=alt)

        self.map.show_layout(lay_out)

    def _tile_clicked(self, key: object) -> None:
        if isinstance(key, tuple) and key:
            park = short_park(str(key[0]))
            on = self.table.table.ticked.get("park", frozenset())
            self._show_park("" if on == {park} else park)

    def _show_park(self, park: str) -> None:
        """Show the clusters of one park, "" = all."""
        self.table.tick("park", [park] if park else ())
        self.park_chip.setText(tr("园：{park}  ×", park=park))
        self.park_chip.setAccessibleName(self.park_chip.text())
        self.park_chip.setChecked(True)
        self.park_chip.setVisible(bool(park))
        if park and len(self.table.table):
            self.table.select_key(self.table.table.key_at(0))

    # ---- details ----------------------------------------------------------------------------------------------------------

    def _follow(self, key: object) -> None:
        found = next((c for c in self.view.clusters if c.cluster.name == key), None) if self.view else None
        if found is not None:
            self.detail.show_cluster(found)
            self.basis.show_cluster(found)

    def _open_part(self, cluster: str, industries: tuple[str, ...]) -> None:
        """The companies of a cluster in some industries, in the ledger."""
        self.shell.go("companies", Filters(ticked={"cluster": frozenset({cluster}), "industry": frozenset(industries)}))

    def _open_company(self, key: object) -> None:
        if isinstance(key, str):
            self.shell.go("companies", key)

    def shown_table(self) -> DataTable[Any] | None:
        """The table of the tab, in 用地空间 that of the chosen list."""
        if self.tab != LAND:
            return super().shown_table()
        chosen: DataTable[Any] = self.land.table
        return chosen

    # ---- what one tab alone shows ------------------------------------------------------------------------------------------

    def _read_open_tab(self) -> None:
        """Work out what only one tab shows, when it is looked at."""
        if self.view is None or self.tab in self._read:
            return
        self._read.add(self.tab)
        month = self.view.month
        if self.tab == POLICY:
            today = str(self.session.need().today())
            self._ask_for(tr("读取政策区"), lambda ctx: policy.look(ctx, month), lambda x: self.policy.show_lines(x, today))
        elif self.tab == LAND:
            self._ask_for(tr("读取用地"), lambda ctx: land_work.look(ctx, month), self.land.show_book)
        elif self.tab == MATCH:
            self._solve()
        elif self.tab == TREND:
            self._ask_for(tr("读取走势"), lambda ctx: work.read_trend(ctx, month), self.trend.show_trend)

    def _ask_for(self, title: str, look: Callable[[AppContext], T], show: Callable[[T], object]) -> None:
        self.session.read(self.shell.operations, title, look, show, self.trouble, owner=self)

    def _solve(self) -> None:
        month = self.view.month if self.view is not None else None
        clusters = [c.cluster.name for c in self.view.clusters] if self.view is not None else []

        def show(found: MatchView) -> None:
            self.match.show_match(found, month, clusters)

        self._ask_for(tr("求解匹配"), lambda ctx: work.read_match(ctx, month), show)

    # ---- assigning and matching ------------------------------------------------------------------------------------------

    def _preview_rule(self, given: work.RuleText) -> None:
        self._ask_for(
            tr("预览归属规则"),
            lambda ctx: work.preview(ctx, given),
            lambda found: self.unplaced_tab.show_preview(given, found),
        )

    def _apply_rule(self, given: work.RuleText, note: str) -> None:
        self.write(tr("登记归属规则"), lambda ctx: work.apply(ctx, given, note))

    def _undo_rule(self, number: int, reason: str) -> None:
        self.write(tr("撤回归属规则"), lambda ctx: work.undo_rule(ctx, number, reason))

    def _place_by_hand(self, codes: Sequence[str], cluster: str, reason: str) -> None:
        month = self._month()
        self.write(tr("调整归属"), lambda ctx: work.choose(ctx, codes, cluster, month, reason))

    def _pin(self, code: str, cluster: str, kind: PinKind, reason: str) -> None:
        self.write(tr("固定或禁止"), lambda ctx: work.pin(ctx, code, cluster, kind, reason))

    def _leads(self, codes: tuple[str, ...]) -> None:
        month = self._month()
        self.write(tr("转线索"), lambda ctx: work.make_leads(ctx, month, codes))

    def _wish(self, code: str, day: date, paper: str, need_m2: int | None) -> None:
        self.write(tr("登记意向"), lambda ctx: work.register_wish(ctx, code, day, paper, need_m2))

    def _room(self, cluster: str, free_m2: int, source: str) -> None:
        month = self._month()
        self.write(tr("登记空间"), lambda ctx: work.register_room(ctx, cluster, month, free_m2, source))

    def write_card(self) -> None:
        """评估卡: one page about the chosen cluster, into the outbox; it opens."""
        name, month = self.table.current_key(), self.view.month if self.view is not None else None
        if not isinstance(name, str) or month is None:
            self.shell.say(tr("先选中一个组团") if month is not None else tr("还没有建立期间"))
            return

        write_paper(self, self.session, tr("生成评估卡"), lambda ctx: work.cluster_card(ctx, month, name))

    def _month(self) -> Month:
        assert self.view is not None
        assert self.view.month is not None
        return self.view.month


def titles() -> list[str]:
    """The tabs."""
    return [tr("组团"), tr("未分配"), tr("政策区"), tr("用地空间"), tr("供需匹配"), tr("走势")]


def _ramp() -> SceneView:
    """The five shades, pale to deep."""
    shapes = tuple(Rect(n * 16, 3, 14, 9, f"heat{n}", radius=2) for n in range(HEAT_STEPS))
    scene = Scene(78, 15, shapes, tr("由低到高五级颜色"))
    made = SceneView(lambda _w, _h: scene, height=15)
    made.setFixedWidth(78)
    return made
