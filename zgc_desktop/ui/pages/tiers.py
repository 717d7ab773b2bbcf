"""梯队评审: what the standards say of every company, the evidence in front; the office decides, nothing moves by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QMenu, QStackedLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress
from zgc_desktop.ui.pages import tiers_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.pages.tiers_decide import DecideBar
from zgc_desktop.ui.pages.tiers_parts import EvidenceCard, LadderCard, StandardCard
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs, button, page_head, plain_card
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body
from zgc_desktop.viewmodels import tiers as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

PROPOSALS, WAITING, NEAR, LEAVING, HELD, STANDARDS, LADDER, ASKED = range(8)
WITH_EVIDENCE = frozenset({PROPOSALS, WAITING, NEAR, LEAVING, HELD, STANDARDS})
TOP_H, BOTTOM_H = 230, 330


def titles() -> list[str]:
    """The tabs."""
    return [
        tr("建议"), tr("待市级"), tr("近达标"), tr("可能退出"), tr("认定在册"), tr("标准"), tr("阶梯图"), tr("补材料"),
    ]  # fmt: skip


class TiersPage(Page):
    """Lists above, the conditions behind the chosen line below; the ladder of cohorts as a picture."""

    subjects = frozenset({"submissions", "companies", "tiers", "rules"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self.tab = PROPOSALS
        self.tables: tuple[DataTable[Any], ...] = ()
        self.view: vm.TiersView | None = None
        names: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("生成评审表"), self.write_sheet),
            (tr("市级要求补充的材料"), lambda: self.tabs.choose(ASKED) if self._built else None),
            (tr("导入认定名单…"), self.choose_list),
        )
        self._actions = [self._action(text, do) for text, do in names]

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: do())
        return action

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self.view = False, None
            self.put(not_open(self._session, tr("梯队评审")))
            return
        month = self.shell.month
        if month is None:
            self._built, self.view = False, None
            self.put(self._nothing())
            return
        if not self._built:
            self._build()
        self._session.read(
            self.shell.operations,
            tr("测算梯队"),
            lambda ctx: work.read_tiers(ctx, month),
            self._take,
            self._cannot_read,
            owner=self,
        )

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "refresh": self.refresh,
            "print": self.write_sheet,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    def _nothing(self) -> QWidget:
        empty = empty_state(
            tr("还没有建立期间"),
            tr("接收并接受第一份报送后，按生效标准测算梯队。"),
            act=tr("去接收报送"),
            on_act=lambda: self.shell.go("receive"),
        )
        return page_body(page_head(tr("梯队评审")), (plain_card(col(empty)), 1))

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.tabs = Tabs(titles())
        self.tabs.chosen.connect(self._show_tab)
        self.note = ElidedLabel("", "sub")
        self.search = QLineEdit()
        self.search.setFixedWidth(200)
        self.search.setPlaceholderText(tr("企业、园、梯队、标准"))
        self.search.setAccessibleName(tr("在本页查找"))
        self.search.textChanged.connect(lambda words: self.tables[self.tab].search(words))
        self.ribbon = Ribbon()
        self.proposals = DataTable(vm.PROPOSAL_COLUMNS, lambda p: p.key, name=tr("建议"))
        self.waiting = DataTable(vm.PROPOSAL_COLUMNS, lambda p: p.key, name=tr("待市级"))
        self.leaving = DataTable(vm.LEAVING_COLUMNS, lambda x: x.key, name=tr("可能退出"))
        self.asked = DataTable(vm.ASKED_COLUMNS, lambda x: (x.credit_code, x.tier), name=tr("市级要求补充的材料"))
        self.steps = DataTable(vm.LADDER_COLUMNS, lambda x: (str(x.cohort), str(x.year)), name=tr("阶梯"))
        self.near = DataTable(vm.NEAR_COLUMNS, lambda n: n.key, name=tr("近达标"))
        self.held = DataTable(vm.HELD_COLUMNS, lambda h: h.key, name=tr("认定在册"))
        self.standards = DataTable(vm.STANDARD_COLUMNS, lambda s: (s.standard.key, s.standard.version), name=tr("标准"))
        self.tables = (
            self.proposals, self.waiting, self.near, self.leaving, self.held, self.standards, self.steps,
            self.asked,
        )  # fmt: skip
        above, below = QFrame(), QFrame()
        self._above, self._below = QStackedLayout(above), QStackedLayout(below)
        every: list[DataTable[Any]] = list(self.tables)
        names = ("proposals", "waiting", "near", "leaving", "held", "standards", "ladder", "asked")
        self.remember(self._session.need().who, **{f"tiers_{n}": t for n, t in zip(names, every, strict=True)})
        self.ladder = LadderCard(self.steps)
        for n, table in enumerate(every):
            if n == LADDER:
                self._above.addWidget(self.ladder)
                continue
            pane: TablePane[Any] = TablePane(table, empty=self._empty(n))
            self._above.addWidget(box(col((pane, 1), gap=0, margins=INSIDE), "card"))
            self._connect(n, table)
        self.evidence, self.standard = EvidenceCard(), StandardCard()
        self.bar = DecideBar(self._decide, self._opine, self._take_back)
        self.evidence.foot.addWidget(self.bar, 1)
        self._below.addWidget(self.evidence)
        self._below.addWidget(self.standard)
        above.setMinimumHeight(TOP_H)
        below.setMinimumHeight(BOTTOM_H)
        self._lower = below
        self.sheet = button(tr("评审表"), self._show_sheets, icon_name="report")
        self.sheet.setToolTip(tr("生成评审表：建议与逐条依据，PDF 与 Excel 各一份"))
        self.sheets = QMenu(self)
        self.listed = button(tr("导入认定名单…"), self.choose_list)
        head = page_head(tr("梯队评审"), tabs=self.tabs, tools=[self.note, self.search, self.listed, self.sheet])
        self._built = True
        self.put(page_body(head, self.ribbon, (above, 5), (below, 4)))

    def _empty(self, n: int) -> QFrame:
        missing = (
            tr("没有建议"),
            tr("没有待市级决定的建议"),
            tr("没有近达标企业"),
            tr("没有可能退出的企业"),
            tr("没有登记的认定"),
            tr("没有生效的标准"),
            "",
            tr("没有待园方补的材料"),
        )[n]
        said = (
            "",
            tr("本月的建议都已决定，或本月没有建议。"),
            "",
            tr("在册认定都在有效期内，按现有数据没有不再符合的条件。"),
            tr("认定以公布的文件为准，名单文件（.csv、.xlsx、.toml）由“导入认定名单”登记。"),
            tr("标准在资源目录的规则文件中登记，须有依据。"),
            "",
            tr("市级决定“请园方补材料”的，自下月起列在这里，并写入该园当月的报送模板。"),
        )[n]
        made = empty_state(missing, said or tr("正在测算…"))
        if n == PROPOSALS:
            self._why = made
        if n == NEAR:
            self._none_near = made
        return made

    def _connect(self, n: int, table: DataTable[Any]) -> None:
        table.current_changed.connect(lambda _: self._follow() if self.tab == n else None)
        table.selectionModel().selectionChanged.connect(lambda *_: self._follow() if self.tab == n else None)
        table.summed.connect(self.shell.show_sum)
        if n not in (STANDARDS, LADDER):
            table.opened.connect(self._open_company)
            table.menu_asked.connect(self._fill_menu)

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _take(self, view: vm.TiersView) -> None:
        if not self._built or view.month != self.shell.month:
            return
        if self.view is not None and self.view.month != view.month:
            self.near.set_rows(())
        self.view = view
        waiting = tuple(p for p in view.proposals if p.decision is None)
        given: tuple[Sequence[Any] | None, ...] = (
            view.proposals, waiting, None, view.leaving, view.held, view.standards, view.ladder, view.asked,
        )  # fmt: skip
        for n, rows in enumerate(given):
            if rows is not None:
                self._fill(n, rows)
        self.ladder.show_steps(vm.ladder_steps(view.ladder), view.order)
        self.note.setText(vm.state_sentence(view))
        self._say(self._why, vm.why_nothing(view))
        if view.locked:
            self.ribbon.locked(tr("{month} 已锁定，意见和决定不能再改", month=view.month))
        else:
            self.ribbon.hide()
        self._show_tab(self.tab)
        month = view.month

        def take_near(rows: Sequence[vm.NearItem]) -> None:
            if self._built and self.view is not None and self.view.month == month:
                self._fill(NEAR, rows)
                self._say(self._none_near, tr("没有只差 1 项条件或 1 项证据的企业。"))
                if self.tab == NEAR:
                    self._show_tab(NEAR)

        ctx = self._session.need()
        # Company by company, so a second or two of a large ledger: beside the worker that answers the next click.
        self.shell.operations.run(
            tr("查找近达标"), lambda _p, _c: work.read_near(ctx, month), take_near, owner=self, database=False, quiet=True
        )

    def _fill(self, n: int, rows: Sequence[Any]) -> None:
        table = self.tables[n]
        table.set_rows(rows)
        if n != LADDER:
            self.tabs.set_title(n, f"{titles()[n]} {len(rows)}")
        if table.current_key() is None and rows:
            table.select_key(table.table.key_at(0))

    def _say(self, empty: QFrame, sentence: str) -> None:
        """The sentence of an empty list that depends on the month."""
        for each in empty.findChildren(QLabel):
            if each.wordWrap():
                each.setText(sentence)
        empty.setAccessibleName(sentence)

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("梯队评审"), tr("梯队没有测算出来"), failure, self._session))

    def _show_tab(self, n: int) -> None:
        self.tab = n
        self._above.setCurrentIndex(n)
        self._below.setCurrentIndex(1 if n == STANDARDS else 0)
        self.tables[n].search(self.search.text())
        self.listed.setVisible(n == HELD)
        self._lower.setVisible(n in WITH_EVIDENCE and bool(self.tables[n].table.rows))
        self.evidence.foot_box.setVisible(n in (PROPOSALS, WAITING))
        self._follow()

    def _follow(self) -> None:
        """Show the conditions behind the current line."""
        item = self._current()
        if isinstance(item, vm.ProposalItem):
            p = item.proposal
            badge = (vm.KIND_MARKS[p.kind], p.kind.value)
            self.evidence.show_lines(item.company.name, badge, p.why, vm.criterion_lines(p.results))
            assert self.view is not None
            self.bar.follow(self._ticked(), self.view.month, locked=self.view.locked)
        elif isinstance(item, vm.NearItem):
            lines = vm.criterion_lines([item.near.result])
            self.evidence.show_lines(item.company.name, ("warn", tr("差 1 项")), item.near.sentence, lines)
        elif isinstance(item, vm.LeavingLine):
            self.evidence.show_lines(item.company.name, ("warn", item.kind), item.why, vm.criterion_lines(item.results))
        elif isinstance(item, vm.HeldItem):
            lines = vm.criterion_lines(item.results)
            note = item.recognition.words if lines else tr("{words}；没有对应的现行标准", words=item.recognition.words)
            self.evidence.show_lines(item.company.name, item.state, note, lines)
        elif isinstance(item, vm.StandardItem):
            self.standard.show_standard(item)

    def _current(self) -> object:
        data, key = self.tables[self.tab].table, self.tables[self.tab].current_key()
        at = data.find(key) if key is not None else None
        return data.row(at) if at is not None else None

    def _ticked(self) -> tuple[vm.ProposalItem, ...]:
        """The selected proposals, else the current one."""
        table = self.waiting if self.tab == WAITING else self.proposals
        data = table.table
        keys: Sequence[Hashable] = table.selected_keys() or [table.current_key()]
        places = [data.find(k) for k in keys if k is not None]
        return tuple(data.row(n) for n in places if n is not None)

    # ---- deciding -----------------------------------------------------------------------------------------------------------

    def _decide(self, items: Sequence[vm.ProposalItem], decision: str, reason: str, start: Any, end: Any) -> None:
        keys, month = [i.key for i in items], self._month()

        def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
            from zgc_desktop.domain.tier_decisions import Decision
            from zgc_desktop.services import decide_tiers as service

            ticked = [service.Ticked(*k) for k in keys]
            return service.decide(ctx, month, ticked, Decision(decision), reason, from_month=start, to_day=end)

        self._write(tr("市级决定"), work, lambda: self._undo(items))

    def _opine(self, items: Sequence[vm.ProposalItem], opinion: str, reason: str) -> None:
        keys, month = [i.key for i in items], self._month()

        def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
            from zgc_desktop.domain.tier_decisions import Opinion
            from zgc_desktop.services import decide_tiers as service

            return service.opine(ctx, month, [service.Ticked(*k) for k in keys], Opinion(opinion), reason)

        self._write(tr("园方意见"), work)

    def _take_back(self, items: Sequence[vm.ProposalItem], reason: str) -> None:
        keys, month = [i.key for i in items], self._month()

        def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
            from zgc_desktop.services import decide_tiers as service

            return service.take_back(ctx, month, [service.Ticked(*k) for k in keys], reason)

        self._write(tr("撤回决定"), work)

    def _undo(self, items: Sequence[vm.ProposalItem]) -> None:
        self._take_back(items, tr("作出后即时撤销"))

    def _month(self) -> Month:
        assert self.view is not None  # only what is shown can be decided on
        return self.view.month

    def _write(
        self,
        title: str,
        work: Callable[[AppContext, Progress, IsCancelled], ChangeSummary],
        on_undo: Callable[[], object] | None = None,
    ) -> None:
        def done(change: ChangeSummary) -> None:
            self.shell.announce(change)
            self.shell.say(change.sentence, on_undo)

        self._session.run(self.shell.operations, title, work, done, self._trouble, owner=self)

    def _trouble(self, failure: Failure) -> None:
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    # ---- papers and lists ---------------------------------------------------------------------------------------------------

    def _show_sheets(self) -> None:
        self.list_sheets()
        self.sheets.popup(self.sheet.mapToGlobal(self.sheet.rect().bottomLeft()))

    def list_sheets(self) -> None:
        """What the review sheet can be written of: every park, or one that has proposals."""
        self.sheets.clear()
        self.sheets.addAction(tr("全部分园"), self.write_sheet)
        parks = dict.fromkeys(p.company.park for p in self.view.proposals) if self.view else ()
        for park in parks:
            self.sheets.addAction(park, partial(self.write_sheet, park))

    def write_sheet(self, park: str = "") -> None:
        """生成评审表: the month's proposals with every condition, as PDF and workbook; the PDF is opened."""
        if self._built and self.view is not None:
            job = work.write_sheet(self.view.month, park)
            self._session.run(self.shell.operations, tr("生成评审表"), job, self._written, self._trouble, owner=self)

    def _written(self, path: Path) -> None:
        self.shell.say(tr("已导出：{name}", name=path.name))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)

    def choose_list(self) -> None:
        """导入认定名单: ask for the published list."""
        if self._built:
            kinds = f"{tr('名单')} (*.xlsx *.xls *.csv *.toml)"
            file, _ = QFileDialog.getOpenFileName(self, tr("导入认定名单"), "", kinds)
            if file:
                self.import_list(Path(file))

    def import_list(self, file: Path) -> None:
        """Register a published list; what is wrong with it is said, row by row, and then nothing is registered."""

        def done(change: ChangeSummary) -> None:
            self.ribbon.hide()
            self.shell.announce(change)
            self.shell.say(change.sentence)

        job = work.import_recognised(file)
        self._session.run(self.shell.operations, tr("导入认定名单"), job, done, self._trouble, owner=self)

    # ---- moving about -------------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self._built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self._built:
            return
        table = self.tables[self.tab]
        data, key = table.table, table.current_key()
        if len(data):
            at = data.find(key) if key is not None else None
            table.select_key(data.key_at(0 if at is None else max(0, min(len(data) - 1, at + by))))

    def _open_company(self, key: object) -> None:
        if isinstance(key, tuple) and key:
            self.shell.go("companies", key[0])

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        if isinstance(key, tuple):
            menu.addAction(tr("打开企业卡片"), lambda: self._open_company(key))
