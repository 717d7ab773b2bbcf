"""税收分享: a month computed, every figure explained, agreed by both districts, and locked for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from zgc_desktop.domain.money import wan
from zgc_desktop.domain.sharing.explain import Explanation, explanation_lines
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import sharing_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.pages.sharing_acts import SharingActs
from zgc_desktop.ui.pages.sharing_parts import Between, Figures, OutOfScopeCard, RuleTab, StatementsTab
from zgc_desktop.ui.pages.sharing_plans import PlanMemory
from zgc_desktop.ui.pages.sharing_tree import drawer_body
from zgc_desktop.ui.pages.sharing_what_if import WhatIfTab
from zgc_desktop.ui.pages.sharing_work import Seen
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs, button, label, page_head
from zgc_desktop.ui.widgets.late import Late, below
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, restyle, row
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.ui.widgets.rights import Command
from zgc_desktop.viewmodels import sharing as vm
from zgc_desktop.viewmodels.ledger import lacking

TITLES = ("结算", "对账单", "模拟", "规则")
LINES_SHOWN = 10


class SharingPage(SharingActs):
    """Figures of the month, its lines, who owes whom; statements; the rule."""

    subjects = frozenset({"submissions", "cases", "settlement", "rules"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session)
        self._lines: dict[object, vm.Line] = {}
        self._tree: Explanation | None = None
        self._narrow: frozenset[str] = frozenset()
        self._actions = [
            self._action(tr("试算本月分享"), self.settle),
            self._action(tr("登记双方确认…"), self.ask_confirm),
            self._action(tr("登记差异…"), self.ask_difference),
            self._action(tr("处理差异…"), self.ask_resolve),
            self._action(tr("裁定未报…"), self.ask_ruling),
            self._action(tr("登记调整分录…"), self.ask_adjust),
            self._action(tr("撤回调整分录…"), self.ask_take_back),
            self._action(tr("锁定本月结算…"), self.ask_lock),
            self._action(tr("生成对账单"), self.write_statements),
            self._action(tr("解释所选数字"), self.explain),
        ]

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

    # ---- what the window asks -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open or self.shell.month is None:
            self._built, self.seen = False, None
            self.put(not_open(self._session, tr("税收分享")) if not self._session.is_open else self._no_month())
            return
        if not self._built:
            self._build()
        month = self.shell.month
        self._session.read(
            self.shell.operations,
            tr("读取税收分享"),
            lambda ctx: work.look(ctx, month),
            self._show,
            self._cannot_read,
            owner=self,
        )

    def _no_month(self) -> QWidget:
        nothing = empty_state(
            tr("还没有月份"),
            tr("接收并接受报送后，可试算当月分享。"),
            act=tr("去接收报送"),
            on_act=lambda: self.shell.go("receive"),
        )
        return page_body(page_head(tr("税收分享")), (box(col(nothing), "card"), 1))

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "refresh": self.settle,
            "explain": self.explain,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
            "export": self.write_statements,
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    def show_target(self, target: object) -> None:
        """Select the line of a case."""
        found = next((k for k, x in self._lines.items() if x.line.case_id == target), None)
        if found is not None:
            self.tabs.choose(0)
            self.table.select_key(found)

    # ---- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._built = True
        self.tabs = Tabs([tr(t) for t in TITLES])
        self.state = Badge("none", vm.NO_RUN)
        self.compute = button(tr("试算"), self.settle, icon_name="refresh", tip=tr("试算（F5）"))
        self.differ = button(tr("登记差异…"), self.ask_difference)
        self.confirm = button(tr("登记确认…"), self.ask_confirm)
        self.lock = button(tr("锁定…"), self.ask_lock, icon_name="lock")
        head = page_head(tr("税收分享"), tabs=self.tabs, tools=[self.state, self.compute, self.differ, self.confirm, self.lock])
        self.ribbon, self.strip = Ribbon(), ProgressStrip()
        self.strip.cancelled.connect(self._cancel)
        self._month_tab = self._settle_tab()
        tabs = col((self._month_tab, 1), gap=12)
        self._statements_tab = Late(self._make_statements, below(tabs, 1))
        self._what_if_tab = Late(self._make_what_if, below(tabs, 1))
        self._rule_tab = Late(RuleTab, below(tabs, 1))
        self.tabs.chosen.connect(self._choose)
        self.put(page_body(head, self.ribbon, self.strip, (box(tabs), 1)))
        self._choose(0)
        self._buttons()

    @property
    def statements(self) -> StatementsTab:
        """对账单, built when it is first looked at, as the two below are."""
        return self._statements_tab()

    @property
    def what_if(self) -> WhatIfTab:
        """模拟."""
        return self._what_if_tab()

    @property
    def rule(self) -> RuleTab:
        """规则."""
        return self._rule_tab()

    def _make_statements(self) -> StatementsTab:
        return StatementsTab(self.write_statements, lambda: self._open(self._session.paths.outbox))

    def _make_what_if(self) -> WhatIfTab:
        made = WhatIfTab(self.simulate, self.export_simulation, lambda key: self.shell.go("moves", key), self.compare_plans)
        made.plans.remember(PlanMemory(self.shell.settings, self._session.need().who))
        return made

    def _settle_tab(self) -> QWidget:
        self.figures = Figures()
        self.table: DataTable[vm.Line] = DataTable(
            vm.COLUMNS, lambda r: r.key, name=tr("结算明细"), cells=True, frame_current=True
        )
        self.remember(self._session.need().who, sharing=self.table)
        nothing = empty_state(
            tr("本月没有进入分享的案件"),
            tr("原因见下方“不在范围”。"),
            link=tr("去迁移协调"),
            on_link=lambda: self.shell.go("moves"),
        )
        self.pane = TablePane(self.table, totals=True, empty=nothing)
        self.note, self.missing = label("", "note"), ElidedLabel("", "note")
        self.rule_out = button(tr("裁定未报…"), self.ask_ruling, tip=tr("由市级裁定：税收未报的案件不妨碍本月锁定，仍列未报"))
        self.blocks = box(row((self.missing, 1), self.rule_out, gap=12))
        self.notes = label("", "note", wrap=True)
        self.adjust = button(tr("调整分录…"), self.ask_adjust, role="small")
        self.adjust.setToolTip(tr("在本月更正以前月份的分享，写明理由与依据；原结算不改写"))
        top = box(row(label(tr("结算明细"), "h3"), self.note, None, self.adjust, margins=(16, 0, 12, 0)), height=44)
        self.outside_link = button("", self._toggle_outside, role="link")
        self.outside_words = ElidedLabel("", "note")
        foot = box(row(self.outside_link, (self.outside_words, 1), margins=(16, 0, 16, 0)), height=38)
        self.lines_card = box(col(top, (self.pane, 1), foot, gap=0, margins=INSIDE), "card")
        self.outside = OutOfScopeCard(lambda key: self.shell.go("moves", key))
        self.between = Between(self.explain_pair)
        self.table.opened.connect(self._opened)
        self.table.summed.connect(self.shell.show_sum)
        self.table.menu_asked.connect(self._fill_menu)
        self.table.viewport().installEventFilter(self)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.figures, self.blocks, self.lines_card, self.outside, self.between, self.notes):
            layout.addWidget(part)
        layout.addStretch(1)
        return body

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Beside the drawer two columns give way, so that no figure is cut."""
        if isinstance(event, QResizeEvent) and self._built and watched is self.table.viewport():
            narrow = vm.columns_that_give_way(event.size().width())
            if narrow != self._narrow:
                self._narrow = narrow
                for n, column in enumerate(vm.COLUMNS):
                    self.table.horizontalHeader().setSectionHidden(n, column.key in narrow)
        return False

    def _choose(self, n: int) -> None:
        """Show a tab; the acts on the month stand on its own tab only."""
        late: tuple[Late[Any], ...] = (self._statements_tab, self._what_if_tab, self._rule_tab)
        if n > 0:
            late[n - 1]()
            self._show_other_tabs()
        self._month_tab.setVisible(n == 0)
        for at, tab in enumerate(late, start=1):
            if tab.made is not None:
                tab.made.setVisible(at == n)
        for each in (self.compute, self.differ, self.confirm, self.lock):
            each.setVisible(n == 0)

    # ---- showing --------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        if not self._built or seen.month != self.shell.month:
            return
        self.seen = seen
        section = seen.view.section if seen.view is not None else seen.settlement.section
        rows = vm.lines_of(section, seen.view.lines if seen.view is not None else ())
        self._lines = {r.key: r for r in rows}
        self.table.set_rows(rows)
        shown = min(LINES_SHOWN, max(1, len(rows)))
        self.pane.setFixedHeight(32 * (shown + 1) + 33 + 2 if rows else 150)
        agreed = seen.view.agreed if seen.view is not None else 0
        self.note.setText(vm.note_of(seen.month, section, seen.state, agreed) + lacking(seen.absent))
        self.note.setToolTip(tr("未入库：{parks}", parks="、".join(seen.absent)) if seen.absent else "")
        self.figures.show_section(section, agreed if seen.view is not None else None)
        self.outside_link.setText(tr("不在范围 {n} 案", n=len(section.out_of_scope)))
        self.outside_link.setEnabled(bool(section.out_of_scope))
        self.outside_words.setText(vm.out_summary(section.out_of_scope))
        self.outside.show_rows(section.out_of_scope)
        if not section.out_of_scope:
            self.outside.hide()
        self.between.show_matrix(seen.matrix)
        self._show_other_tabs()
        self.state.set(vm.STATE_MARKS.get(seen.state, "tag"), seen.state)
        self._say_state(seen)
        self._buttons()

    def _show_other_tabs(self) -> None:
        """Show what was read in the other tabs that are there."""
        seen = self.seen
        if seen is None:
            return
        if self._statements_tab.made is not None:
            rows = vm.party_rows(seen.matrix, tuple(self._lines.values()), seen.zones)
            self.statements.show_rows(rows, has_run=seen.view is not None)
        if self._rule_tab.made is not None:
            section = seen.view.section if seen.view is not None else seen.settlement.section
            self.rule.show_rule(seen.settlement.rule, section.rule_note)
        if self._what_if_tab.made is not None and self.what_if.month not in (None, seen.month):
            self.what_if.show_result(None)

    def _say_state(self, seen: Seen) -> None:
        blocks = [] if seen.view is None else [*seen.view.blocks, *seen.settlement.faults]
        self.missing.setText(vm.blocks_sentence(blocks))
        self.missing.setToolTip("\n".join(blocks))
        self.rule_out.setVisible(bool(self.unruled()) and not seen.locked)
        self.blocks.setVisible(bool(blocks))
        self.notes.setText("\n".join(seen.settlement.notes))
        self.notes.setVisible(bool(seen.settlement.notes) and not seen.locked)
        if seen.stale:
            self.ribbon.stale(tr("报送、案情或规则在试算之后有变动，下面是变动前的结果"), self.settle)
        elif seen.locked and seen.view is not None:
            run = seen.view.run
            self.ribbon.locked(
                tr("{month} 已于 {day} 由 {who} 锁定，后来的变化在其后月份列为调账",
                   month=seen.month, day=run.locked_at[:10], who=run.locked_by)
            )  # fmt: skip
        elif seen.view is None:
            self.ribbon.locked(tr("按现有数据预演，尚未保存；试算后可送双方核对"), tr("试算"), self.settle)
        else:
            self.ribbon.hide()

    def _buttons(self) -> None:
        """One primary button: the next step. The others say in their tooltip why they wait."""
        seen, busy = self.seen, self._writing is not None
        open_run = seen is not None and seen.view is not None and not seen.locked
        lines = bool(seen and seen.view and seen.view.lines)
        ready = bool(open_run and not seen.stale and not seen.view.blocks) if seen and seen.view else False
        self.compute.setEnabled(seen is not None and not seen.locked and not busy)
        self.differ.setEnabled(open_run and lines and not busy)
        self.confirm.setEnabled(open_run and lines and not busy)
        self.lock.setEnabled(ready and not busy)
        self.adjust.setEnabled(seen is not None and not seen.locked and bool(seen.adjustable) and not busy)
        first_run = tr("先试算") if seen is not None and seen.view is None else ""
        self.rule_out.setEnabled(not busy)
        for each in (self.differ, self.confirm):
            each.setToolTip(first_run)
        blocks = list(seen.view.blocks) if seen is not None and seen.view is not None else []
        self.lock.setToolTip(first_run or "\n".join(blocks))
        waiting = bool(seen and seen.view and any(x.waiting_for for x in seen.view.lines))
        step = None
        if seen is not None and not seen.locked:
            step = self.compute if seen.view is None or seen.stale else self.confirm if waiting else self.lock
        for each in (self.compute, self.differ, self.confirm, self.lock):
            restyle(each, "role", "primary" if each is step and each.isEnabled() else "")
        self.compute.set_icon("refresh")  # icons take the colour of the role
        self.lock.set_icon("lock")

    def _toggle_outside(self) -> None:
        self.outside.setVisible(not self.outside.isVisible())

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built, self.seen = False, None
            self.put(trouble(tr("税收分享"), tr("分享没有算出来"), failure, self._session))

    # ---- explaining -----------------------------------------------------------------------------------------------------

    def _opened(self, key: object) -> None:
        row = self._lines.get(key)
        if row is None:
            return
        if vm.COLUMNS[self.table.currentIndex().column()].key == "case":
            self.shell.go("moves", row.line.case_id)
        else:
            self.explain()

    def explain(self) -> None:
        """Open the tree behind the current figure in the drawer."""
        if self.seen is None:
            return
        if self.between.table is not None and self.between.table.hasFocus():
            self.between.open_current()
            return
        if self.table.current_key() is None and self._lines:
            self.table.select_key(next(iter(self._lines)))
        row = self._lines.get(self.table.current_key())
        if row is None:
            self.shell.say(tr("本月没有进入分享的案件"))
            return
        column = vm.COLUMNS[max(0, self.table.currentIndex().column())].key
        if column not in vm.EXPLAINED:
            column = "due"
            at = next(n for n, c in enumerate(vm.COLUMNS) if c.key == column)
            self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(at))
        month, line = self.seen.month, row.line

        def show(found: tuple[Explanation, str]) -> None:
            body = drawer_body(
                vm.figure_of(line, column), vm.badge_of(row), vm.sentence_of(line), found[0],
                lambda: self.shell.go("companies", line.credit_code),
            )  # fmt: skip
            self._open_drawer(f"{line.case_id}　{line.company}", body, *found)

        look = work.tree_of_line(month, line)
        self._session.read(self.shell.operations, tr("解释"), look, show, self._not_done, owner=self)

    def explain_pair(self, payer: str, receiver: str, net: bool) -> None:
        """Open the tree behind what one district owes another."""
        if self.seen is None:
            return
        month, amount = self.seen.month, (self.seen.matrix.net if net else self.seen.matrix.gross).get((payer, receiver))

        def show(found: tuple[Explanation, str]) -> None:
            name = tr("应付净额") if net else tr("应付毛额")
            body = drawer_body((name, wan(amount or 0), "万元"), None, "", found[0], None)
            self._open_drawer(f"{payer} → {receiver}", body, *found)

        look = work.tree_of_pair(month, payer, receiver, net=net)
        self._session.read(self.shell.operations, tr("解释"), look, show, self._not_done, owner=self)

    def _open_drawer(self, subject: str, body: QWidget, tree: Explanation, note: str) -> None:
        self._tree = tree
        copy = button(tr("复制说明"), self.copy_explanation, icon_name="copy")
        page = button(tr("导出一页"), lambda: self.export_explanation(tree, note))
        see = button(tr("看条款"), lambda: self.tabs.choose(3), role="link")
        self.shell.show_drawer(tr("解释"), subject, body, (copy, page, see))

    def copy_explanation(self) -> None:
        """Put the tree on the clipboard as indented lines."""
        if self._tree is not None:
            QGuiApplication.clipboard().setText("\n".join(explanation_lines(self._tree)))
            self.shell.say(tr("已复制说明"))

    def export_explanation(self, tree: Explanation, note: str) -> None:
        """Write the tree as one PDF page into the outbox and show it."""

        export = work.export(tree, note)
        self._session.run(self.shell.operations, tr("导出算据"), export, self._written, self._not_done, owner=self)

    def _written(self, path: Path) -> None:
        self.shell.say(tr("已导出：{name}", name=path.name))
        self._open(path)

    def _step(self, by: int) -> None:
        data = self.table.table if self._built else None
        if data is None or not len(data):
            return
        at = data.find(self.table.current_key()) if self.table.current_key() is not None else None
        to = 0 if at is None else at + by
        if 0 <= to < len(data):
            self.table.select_key(data.key_at(to))
            self.explain()

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        row = self._lines.get(key)
        if row is not None:
            menu.addAction(tr("解释（Ctrl+Enter）"), self.explain)
            menu.addAction(tr("登记确认…"), self.ask_confirm).setEnabled(self.confirm.isEnabled())
            menu.addAction(tr("登记差异…"), self.ask_difference).setEnabled(self.differ.isEnabled())
            menu.addAction(tr("登记调整分录…"), partial(self.ask_adjust, row.line.case_id)).setEnabled(self.adjust.isEnabled())
            menu.addAction(tr("打开案件"), lambda: self.shell.go("moves", row.line.case_id))
            menu.addAction(tr("打开企业卡片"), lambda: self.shell.go("companies", row.line.credit_code))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)
