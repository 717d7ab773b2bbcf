"""组团空间: the parks as tiles, the 31 clusters beside their plan, one cluster in detail, companies nobody could place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QMenu, QStackedLayout

from zgc_desktop.domain.periods import Month
from zgc_desktop.figures.grids import HEAT_STEPS, tile_map
from zgc_desktop.figures.scene import Rect, Scene
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.pages.space_parts import BasisCard, ClusterCard, ReasonsCard
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import Chip, Tabs, card, label, page_head
from zgc_desktop.ui.widgets.layout import box, col, page_body, row
from zgc_desktop.viewmodels import space as vm
from zgc_desktop.viewmodels.ledger import short_park

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

LEFT_W = 416
TOP_H, BOTTOM_H = 400, 290


def read_space(ctx: AppContext, month: Month | None) -> vm.SpaceView:
    """The clusters of a month; for a worker."""
    from zgc_desktop.domain.placement import focus_fit
    from zgc_desktop.services import look_up, place

    if month is None:
        return vm.space_view(ctx.catalogue, None, focus_fit((), ctx.catalogue), (), (), ())
    placed = place.placed(ctx, month)
    unplaced = (
        vm.Unplaced(a.credit_code, a.name, a.park, a.industry, tuple(a.reason.split("；")))
        for a in placed.assignments
        if a.how == "unassigned"
    )
    companies, submissions = look_up.companies(ctx, month), look_up.month_submissions(ctx, month)
    return vm.space_view(ctx.catalogue, month, placed.fit, companies, submissions, unplaced)


class SpacePage(Page):
    """Two tabs: 组团 and 未分配."""

    subjects = frozenset({"submissions", "companies", "clusters"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
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
            self.shell.operations, tr("读取组团"), lambda ctx: read_space(ctx, month), self._take, self._cannot_read, owner=self
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
        self.tabs = Tabs([tr("组团"), tr("未分配")])
        self.tabs.chosen.connect(self._show_tab)
        self.ribbon = Ribbon()
        note = label(tr("政策区、用地空间、供需匹配在后续版本提供"), "note")
        self.search = QLineEdit()
        self.search.setFixedWidth(220)
        head = page_head(tr("组团空间"), tabs=self.tabs, tools=[note, self.search])
        pages = QFrame()
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(self._clusters())
        self._stack.addWidget(self._unplaced())
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

    def _unplaced(self) -> QFrame:
        self.unplaced = DataTable(vm.UNPLACED_COLUMNS, lambda u: u.credit_code, name=tr("未分配企业"))
        self.unplaced.current_changed.connect(self._follow_unplaced)
        self.unplaced.opened.connect(self._open_company)
        self.unplaced.menu_asked.connect(self._fill_menu)
        nothing = empty_state(
            tr("没有未分配的企业"),
            tr("本月已入库的企业都已按填报、地名或本园唯一组团归属，或申报为园内组团外。"),
            link=tr("看组团"),
            on_link=lambda: self.tabs.choose(0),
        )
        pane = TablePane(self.unplaced, empty=nothing)
        self.reasons = ReasonsCard(self._open_company)
        made = card(tr("未分配企业"), pane, note=tr("按填报组团、地址地名、本园唯一组团依次判断后仍无归属"))
        made.setMinimumHeight(260)
        return box(col((made, 1), self.reasons, gap=12))

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _take(self, view: vm.SpaceView) -> None:
        if not self._built or view.month != self.shell.month:
            return
        self.view = view
        self.table.set_rows(view.clusters)
        self.unplaced.set_rows(view.unplaced)
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
        if self.unplaced.current_key() is None and view.unplaced:
            self.unplaced.select_key(view.unplaced[0].credit_code)
        self._follow_unplaced(self.unplaced.current_key())

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("组团空间"), tr("组团没有读出来"), failure, self._session))

    def _show_tab(self, n: int) -> None:
        self._stack.setCurrentIndex(n)
        self.search.setPlaceholderText(tr("组团、园、定位") if n == 0 else tr("名称、信用代码、原因"))
        self.search.setAccessibleName(tr("在本页查找"))
        self._search(self.search.text())

    def _search(self, words: str) -> None:
        (self.table if self._stack.currentIndex() == 0 else self.unplaced).search(words)

    def _find(self) -> None:
        if self._built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self._built:
            return
        if self._stack.currentIndex() == 0:
            _move(self.table, by)
        else:
            _move(self.unplaced, by)

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

    def _follow_unplaced(self, key: object) -> None:
        found = next((u for u in self.view.unplaced if u.credit_code == key), None) if self.view else None
        self.reasons.show_company(found)

    def _open_company(self, key: object) -> None:
        if isinstance(key, str):
            self.shell.go("companies", key)

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        if isinstance(key, str):
            menu.addAction(tr("打开企业卡片"), lambda: self._open_company(key))


def _move(table: DataTable[vm.ClusterItem] | DataTable[vm.Unplaced], by: int) -> None:
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
