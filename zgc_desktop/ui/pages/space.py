"""组团空间: the parks as tiles, the 31 clusters beside their plan, one cluster in detail, companies nobody could place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QStackedLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.matching import PinKind
from zgc_desktop.figures.grids import HEAT_STEPS, tile_map
from zgc_desktop.figures.scene import Rect, Scene
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import space_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.pages.space_match import MatchTab
from zgc_desktop.ui.pages.space_parts import BasisCard, ClusterCard
from zgc_desktop.ui.pages.space_rules import UnplacedTab
from zgc_desktop.ui.pages.space_trend import TrendTab
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import Chip, Tabs, card, label, page_head
from zgc_desktop.ui.widgets.layout import box, col, page_body, row
from zgc_desktop.viewmodels import space as vm
from zgc_desktop.viewmodels.ledger import short_park
from zgc_desktop.viewmodels.space_match import MatchView

T = TypeVar("T")
MATCH, TREND = 2, 3
LEFT_W = 416
TOP_H, BOTTOM_H = 400, 290


class SpacePage(Page):
    """Tabs: 组团, 未分配 and 供需匹配."""

    subjects = frozenset({"submissions", "companies", "clusters"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = self._matched = False
        self._trend_of: object = None
        self.view: vm.SpaceView | None = None

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self.view = False, None
            self.put(not_open(self._session, tr("组团空间")))
            return
        if not self._built:
            self._build()
        month = self.shell.month
        self._session.read(
            self.shell.operations,
            tr("读取组团"),
            lambda ctx: work.read_space(ctx, month),
            self._take,
            self._cannot_read,
            owner=self,
        )

    def show_target(self, target: object) -> None:
        """Show a cluster by its name."""
        if self._built and isinstance(target, str):
            self.tabs.choose(0)
            self._show_park("")
            self.table.select_key(target)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "refresh": self.refresh,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
        }

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.tabs = Tabs([tr("组团"), tr("未分配"), tr("供需匹配"), tr("走势")])
        self.tabs.chosen.connect(self._show_tab)
        self.ribbon = Ribbon()
        self.search = QLineEdit()
        self.search.setFixedWidth(220)
        head = page_head(tr("组团空间"), tabs=self.tabs, tools=[self.search])
        pages = QFrame()
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(self._clusters())
        self.unplaced_tab = self._unplaced()
        self.unplaced, self.reasons = self.unplaced_tab.table, self.unplaced_tab.reasons
        self._stack.addWidget(self.unplaced_tab)
        self.match = MatchTab(
            self._open_company, self._solve, self._pin, self._leads, self._wish, self._room
        )  # fmt: skip
        self._stack.addWidget(self.match)
        self.trend = TrendTab()
        self._stack.addWidget(self.trend)
        self.remember(
            self._session.need().who,
            space=self.table, space_unplaced=self.unplaced, space_match=self.match.table, space_trend=self.trend.table,
        )  # fmt: skip
        self.search.textChanged.connect(self._search)
        self._built = True
        self.put(page_body(head, self.ribbon, (pages, 1)))
        self._show_tab(0)

    def _clusters(self) -> QFrame:
        self.table = DataTable(vm.COLUMNS, lambda c: c.cluster.name, name=tr("组团"))
        self.table.current_changed.connect(self._follow)
        self.table.opened.connect(self._follow)
        self.table.summed.connect(self.shell.show_sum)
        self.park_chip = Chip("", on=True)
        self.park_chip.setToolTip(tr("去掉这个筛选"))
        self.park_chip.clicked.connect(lambda: self._show_park(""))
        self.park_chip.hide()
        table = card(tr("组团"), TablePane(self.table, totals=True), tools=[self.park_chip])
        self.detail, self.basis = ClusterCard(), BasisCard()
        map_card = self._map_card()
        for made, low in ((map_card, TOP_H), (table, TOP_H), (self.detail, BOTTOM_H), (self.basis, BOTTOM_H)):
            made.setMinimumHeight(low)
        map_card.setFixedWidth(LEFT_W)
        self.detail.setFixedWidth(LEFT_W)
        self.detail.setMaximumHeight(BOTTOM_H + 20)
        self.basis.setMaximumHeight(BOTTOM_H + 20)
        above = row(map_card, (table, 1), gap=12)
        below = row(self.detail, (self.basis, 1), gap=12)
        return box(col((above, 3), (below, 2), gap=12))

    def _map_card(self) -> QFrame:
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("地图指标"))
        self.measure.setFixedWidth(132)
        for _, title in vm.METRICS:
            self.measure.addItem(title)
        self.measure.currentIndexChanged.connect(lambda _: self._draw_map())
        self.map = SceneView()
        self.map.clicked.connect(self._tile_clicked)
        ramp = row(label(tr("低"), "note"), _ramp(), label(tr("高"), "note"), gap=4)
        tools = [box(ramp), self.measure]
        return card(tr("分园示意"), self.map, tools=tools, body_margins=(16, 4, 16, 14))

    def _unplaced(self) -> UnplacedTab:
        return UnplacedTab(
            self._open_company, self._preview_rule, self._apply_rule, self._undo_rule, self._place_by_hand,
            lambda: self.tabs.choose(0),
        )  # fmt: skip

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _take(self, view: vm.SpaceView) -> None:
        if not self._built or view.month != self.shell.month:
            return
        self.view = view
        self.table.set_rows(view.clusters)
        self.unplaced_tab.show_view(view)
        self.tabs.set_title(0, tr("组团 {n}", n=len(view.clusters)))
        self.tabs.set_title(1, tr("未分配 {n}", n=len(view.unplaced)))
        for n, title in enumerate(vm.metric_titles(view.parks)):
            self.measure.setItemText(n, title)
        if view.is_empty:
            said = tr("还没有入库的报送：只有规划内容，没有企业和金额")
            self.ribbon.locked(said, tr("去接收报送"), lambda: self.shell.go("receive"))
        else:
            self.ribbon.hide()
        self._draw_map()
        if self.table.current_key() is None:
            self.table.select_key(view.clusters[0].cluster.name)
        self._follow(self.table.current_key())
        self._session.read(
            self.shell.operations, tr("读取归属规则"), work.read_rules, self.unplaced_tab.show_rules, self._trouble, owner=self
        )
        self._matched = False
        self._read_open_tab(self._stack.currentIndex())

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("组团空间"), tr("组团没有读出来"), failure, self._session))

    def _show_tab(self, n: int) -> None:
        self._stack.setCurrentIndex(n)
        self._read_open_tab(n)
        self.search.setVisible(n != TREND)
        self.search.setPlaceholderText(tr("组团、园、定位") if n == 0 else tr("名称、信用代码、原因"))
        self.search.setAccessibleName(tr("在本页查找"))
        self._search(self.search.text())

    def _search(self, words: str) -> None:
        tables: tuple[DataTable[Any], ...] = (self.table, self.unplaced, self.match.table, self.trend.table)
        if self._stack.currentIndex() != TREND:
            tables[self._stack.currentIndex()].search(words)

    def _find(self) -> None:
        if self._built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self._built:
            return
        tables: tuple[DataTable[Any], ...] = (self.table, self.unplaced, self.match.table, self.trend.table)
        _move(tables[self._stack.currentIndex()], by)

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

    def _open_company(self, key: object) -> None:
        if isinstance(key, str):
            self.shell.go("companies", key)

    # ---- assigning and matching ------------------------------------------------------------------------------------------

    def _preview_rule(self, given: work.RuleText) -> None:
        self._run(tr("预览归属规则"), work.preview(given), lambda found: self.unplaced_tab.show_preview(given, found))

    def _apply_rule(self, given: work.RuleText, note: str) -> None:
        def done(made: tuple[int, ChangeSummary]) -> None:
            number, change = made
            self._tell(change, lambda: self._undo_rule(number, tr("登记后即时撤销")))

        self._run(tr("登记归属规则"), work.apply(given, note), done)

    def _undo_rule(self, number: int, reason: str) -> None:
        self._run(tr("撤回归属规则"), work.undo_rule(number, reason), self._tell)

    def _place_by_hand(self, code: str, cluster: str, reason: str) -> None:
        assert self.view is not None
        assert self.view.month is not None
        self._run(tr("调整归属"), work.choose(code, cluster, self.view.month, reason), self._tell)

    def _read_open_tab(self, n: int) -> None:
        """Work out what only one tab shows, when it is looked at."""
        if self.view is None:
            return
        if n == MATCH and not self._matched:
            self._solve()
        elif n == TREND and (self.trend.trend is None or self._trend_of is not self.view):
            month, self._trend_of = self.view.month, self.view
            self._session.read(
                self.shell.operations,
                tr("读取走势"),
                lambda ctx: work.read_trend(ctx, month),
                self.trend.show_trend,
                self._trouble,
                owner=self,
            )

    def _solve(self) -> None:
        self._matched = True
        month = self.view.month if self.view is not None else None
        clusters = [c.cluster.name for c in self.view.clusters] if self.view is not None else []

        def show(found: MatchView) -> None:
            self.match.show_match(found, month, clusters)

        self._session.read(
            self.shell.operations, tr("求解匹配"), lambda ctx: work.read_match(ctx, month), show, self._trouble, owner=self
        )

    def _pin(self, code: str, cluster: str, kind: PinKind, reason: str) -> None:
        self._run(tr("固定或禁止"), work.pin(code, cluster, kind, reason), self._tell)

    def _leads(self, codes: tuple[str, ...]) -> None:
        assert self.view is not None
        assert self.view.month is not None
        self._run(tr("转线索"), work.make_leads(self.view.month, codes), self._tell)

    def _wish(self, code: str, day: date, paper: str, need_m2: int | None) -> None:
        self._run(tr("登记意向"), work.register_wish(code, day, paper, need_m2), self._tell)

    def _room(self, cluster: str, free_m2: int, source: str) -> None:
        assert self.view is not None
        assert self.view.month is not None
        self._run(tr("登记空间"), work.register_room(cluster, self.view.month, free_m2, source), self._tell)

    def _run(self, title: str, job: SessionWork[T], done: Callable[[T], object]) -> None:
        self._session.run(self.shell.operations, title, job, done, self._trouble, owner=self)

    def _tell(self, change: ChangeSummary, on_undo: Callable[[], object] | None = None) -> None:
        self.shell.announce(change)
        self.shell.say(change.sentence, on_undo)

    def _trouble(self, failure: Failure) -> None:
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)


def _move(table: DataTable[Any], by: int) -> None:
    data, key = table.table, table.current_key()
    if len(data):
        at = data.find(key) if key is not None else None
        table.select_key(data.key_at(0 if at is None else max(0, min(len(data) - 1, at + by))))


def _ramp() -> SceneView:
    """The five shades, pale to deep."""
    shapes = tuple(Rect(n * 16, 3, 14, 9, f"heat{n}", radius=2) for n in range(HEAT_STEPS))
    scene = Scene(78, 15, shapes, tr("由低到高五级颜色"))
    made = SceneView(lambda _w, _h: scene, height=15)
    made.setFixedWidth(78)
    return made
