"""未分配 in 组团空间: the companies nobody could place, a rule tried before it is registered, a company placed by hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QMenu, QWidget

from zgc_desktop.domain.cluster_rules import AssignmentRule, RuleKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.pages.space_parts import ReasonsCard
from zgc_desktop.ui.pages.space_work import RuleText
from zgc_desktop.ui.table.dragging import RowDrag, RowDrop
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Choice, button, card, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import space as vm
from zgc_desktop.viewmodels.space_match import PREVIEW_COLUMNS, RULE_COLUMNS, PreviewLine

BELOW = 250
TARGETS_W = 264


class UnplacedTab(QWidget):
    """Above: the unassigned and why. Below: a rule with its preview, and the rules that stand."""

    def __init__(
        self,
        on_open: Callable[[object], object],
        on_preview: Callable[[RuleText], object],
        on_apply: Callable[[RuleText, str], object],
        on_undo: Callable[[int, str], object],
        on_place: Callable[[Sequence[str], str, str], object],
        on_clusters: Callable[[], object],
    ) -> None:
        super().__init__()
        self._on_preview, self._on_apply, self._on_undo, self._on_place = on_preview, on_apply, on_undo, on_place
        self._on_open = on_open
        self.month: Month | None = None
        self.locked = False
        self._tried: RuleText | None = None
        self._clusters: tuple[str, ...] = ()
        self._items: tuple[vm.ClusterItem, ...] = ()
        self.table: DataTable[vm.Unplaced] = DataTable(vm.UNPLACED_COLUMNS, lambda u: u.credit_code, name=tr("未分配企业"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.table.opened.connect(on_open)
        self.table.menu_asked.connect(self._fill_menu)
        self.table.add_key(tr("调整归属…"), QKeySequence("Alt+G"), self._ask_place)
        nothing = empty_state(
            tr("没有未分配的企业"),
            tr("本月已入库的企业都已按填报、地名或本园唯一组团归属，或申报为园内组团外。"),
            link=tr("看组团"),
            on_link=on_clusters,
        )
        self.place = button(tr("调整归属…"), self._ask_place, role="small", tip=tr("调整归属（Alt+G）"))
        made = card(
            tr("未分配企业"),
            TablePane(self.table, empty=nothing),
            note=tr("按填报组团、地址地名、本园唯一组团依次判断后仍无归属"),
            tools=[self.place],
        )
        made.setMinimumHeight(230)
        RowDrag(self.table, lambda n: tr("{n} 家企业，拖到右侧组团", n=n))
        self.targets: DataTable[vm.ClusterItem] = DataTable(vm.TARGET_COLUMNS, lambda c: c.cluster.name, name=tr("拖到组团"))
        RowDrop(self.targets, self._dropped)
        self.targets.opened.connect(lambda key: self._ask_place(str(key)))
        self.whose = label("", "note")
        beside = card(tr("归入组团"), TablePane(self.targets), tools=[self.whose])
        beside.setFixedWidth(TARGETS_W)
        beside.setToolTip(tr("把左侧企业拖到组团上，或选中企业后在组团上按 Enter；先问理由再写入"))
        self.reasons = ReasonsCard(on_open)
        self.reasons.setFixedHeight(150)
        rule, rules = self._rule_card(), self._rules_card()
        for each in (rule, rules):
            each.setFixedHeight(BELOW)
        self._beside = beside
        above = row((made, 1), beside, gap=12)
        lay(self, col((above, 1), self.reasons, row((rule, 3), (rules, 2), gap=12), gap=12))

    def _rule_card(self) -> QFrame:
        self.kind, self.cluster, self.words = Choice(), QComboBox(), QLineEdit()
        self.kind.offer(k.value for k in RuleKind)
        self.kind.setAccessibleName(tr("规则种类"))
        self.cluster.setAccessibleName(tr("归入组团"))
        self.cluster.setFixedWidth(150)
        self.words.setPlaceholderText(tr("地址中的词，例如 永丰产业基地"))
        self.words.setAccessibleName(tr("地址中的词"))
        self.words.textChanged.connect(lambda _: self._changed())
        self.kind.currentIndexChanged.connect(lambda _: self._changed())
        self.cluster.currentIndexChanged.connect(lambda _: self._changed())
        self.try_out = button(tr("预览"), self._preview)
        self.apply = button(tr("登记规则…"), self._ask_apply, role="primary")
        self.said = label("", "note")
        self.preview: DataTable[PreviewLine] = DataTable(PREVIEW_COLUMNS, lambda p: p.credit_code, name=tr("规则预览"))
        fields = row(self.kind, (self.words, 1), label("→"), self.cluster, self.try_out, self.apply, margins=(16, 0, 12, 0))
        head = box(row(label(tr("按地址归属"), "h3"), self.said, None, margins=(16, 0, 12, 0)), height=40)
        nothing = empty_state(tr("先预览再登记"), tr("预览列出会改归属的企业，不写入。"))
        return box(col(head, fields, 6, (TablePane(self.preview, empty=nothing), 1), gap=0, margins=INSIDE), "card")

    def _rules_card(self) -> QFrame:
        self.rules: DataTable[AssignmentRule] = DataTable(RULE_COLUMNS, lambda r: r.id, name=tr("生效的归属规则"))
        self.rules.current_changed.connect(lambda _: self._follow())
        self.undo = button(tr("撤回规则…"), self._ask_undo, role="small")
        nothing = empty_state(tr("没有归属规则"), tr("登记的规则列在这里，可撤回；撤回后各月重算。"))
        return card(tr("生效的归属规则"), TablePane(self.rules, empty=nothing), tools=[self.undo])

    # ---- showing --------------------------------------------------------------------------------------------------------

    def show_view(self, view: vm.SpaceView) -> None:
        """Show the unassigned of a month."""
        self.month = view.month
        names = tuple(c.cluster.name for c in view.clusters)
        if names != self._clusters:
            self._clusters = names
            self.cluster.clear()
            self.cluster.addItems(list(names))
        self._items = view.clusters
        self.table.set_rows(view.unplaced)
        if self.table.current_key() is None and view.unplaced:
            self.table.select_key(view.unplaced[0].credit_code)
        self._follow()
        self._changed()

    def show_rules(self, found: Sequence[AssignmentRule]) -> None:
        """Show the rules that stand."""
        self.rules.set_rows(found)
        self._follow()

    def show_preview(self, given: RuleText, found: Sequence[PreviewLine]) -> None:
        """Show whom a rule would move."""
        self._tried = given
        self.preview.set_rows(found)
        self.said.setText(tr("会改 {n} 家的归属，未写入", n=len(found)))
        self.apply.setEnabled(bool(found))
        self.apply.setText(tr("登记规则，改 {n} 家…", n=len(found)))

    def given(self) -> RuleText | None:
        """The rule as it is filled in; None where something is missing."""
        words = self.words.text().strip()
        if self.month is None or not words or not self.cluster.currentText():
            return None
        return RuleText(self.kind.chosen(), words, self.cluster.currentText(), self.month)

    def _changed(self) -> None:
        self._tried = None
        self.preview.set_rows(())
        self.try_out.setEnabled(self.given() is not None)
        self.apply.setEnabled(False)
        self.apply.setText(tr("登记规则…"))
        self.said.setText(tr("还没有建立期间") if self.month is None else tr("自 {month} 起适用", month=self.month))

    def _follow(self) -> None:
        found = next((u for u in self.table.table.rows if u.credit_code == self.table.current_key()), None)
        self.reasons.show_company(found)
        self.place.setEnabled(found is not None)
        own = [c for c in self._items if found is not None and c.cluster.park == found.park]
        self.targets.set_rows(own)
        self.whose.setText(found.park if found is not None else "")
        if self._beside.parentWidget() is not None:
            self._beside.setVisible(bool(own))
        self.undo.setEnabled(self.rules.current_key() is not None)

    # ---- acting ---------------------------------------------------------------------------------------------------------

    def _preview(self) -> None:
        given = self.given()
        if given is not None:
            self._on_preview(given)

    @writes
    def _ask_apply(self) -> None:
        tried = self._tried
        if tried is None:
            return
        said = tr(
            "{kind}“{words}” → {cluster}组团，自 {month} 起；预览的 {n} 家改归属，可撤回。",
            kind=tried.kind, words=tried.words, cluster=tried.cluster, month=tried.month, n=len(self.preview.table),
        )  # fmt: skip
        Ask(
            self, self.apply.text().rstrip("…"), said, (Field("note", tr("依据"), required=True),),
            lambda a: self._on_apply(tried, a["note"]),
        ).open()  # fmt: skip

    @writes
    def _ask_undo(self) -> None:
        number = self.rules.current_key()
        if not isinstance(number, int):
            return
        said = tr("规则保留在记录中，自其起始月起各月重算归属。")
        Ask(
            self, tr("撤回规则 {n}", n=number), said, (Field("reason", tr("理由"), required=True),),
            lambda a: self._on_undo(number, a["reason"]),
        ).open()  # fmt: skip

    @writes
    def _dropped(self, keys: Sequence[Hashable], cluster: Hashable) -> None:
        self._ask_place(str(cluster), tuple(str(k) for k in keys))

    @writes
    def _ask_place(self, cluster: str = "", codes: Sequence[str] = ()) -> None:
        """Ask why the chosen companies go into a cluster, before anything is written; only those of the cluster's park go."""
        wanted = set(codes or self.table.selected_keys() or [self.table.current_key()])
        park = next((c.cluster.park for c in self._items if c.cluster.name == cluster), "")
        items = [u for u in self.table.table.rows if u.credit_code in wanted and park in ("", u.park)]
        if not items or self.month is None:
            return
        first = items[0].name or items[0].credit_code
        name = first if len(items) == 1 else tr("{name}等 {n} 家", name=first, n=len(items))
        said = tr("{name} 自 {month} 起归入所选组团，优先于规则；可撤回。", name=name, month=self.month)
        outside = tr("园内组团外")
        fields = (
            Field("cluster", tr("归入组团"), cluster, choices=(*self._clusters, outside)),
            Field("reason", tr("理由"), required=True),
        )
        found = tuple(u.credit_code for u in items)
        Ask(
            self, tr("调整归属 {n} 家", n=len(items)), said, fields,
            lambda a: self._on_place(found, "" if a["cluster"] == outside else a["cluster"], a["reason"]),
        ).open()  # fmt: skip

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        if isinstance(key, str):
            menu.addAction(tr("打开企业卡片"), lambda: self._on_open(key))
            menu.addAction(tr("调整归属…"), self._ask_place)
