"""梯队评审: what the standards say of every company, the evidence in front; the office decides, nothing moves by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QMenu, QPushButton, QStackedLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages import tiers_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.tabbed import Part, TabbedPage, table_of, widget_of
from zgc_desktop.ui.pages.tiers_decide import DecideBar
from zgc_desktop.ui.pages.tiers_parts import EvidenceCard, LadderCard, StandardCard
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import button, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import box, col, page_body
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels import tiers as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

T = TypeVar("T")
PROPOSALS, WAITING, NEAR, LEAVING, HELD, STANDARDS, LADDER, ASKED = range(8)
WITH_EVIDENCE = frozenset({PROPOSALS, WAITING, NEAR, LEAVING, HELD, STANDARDS})
BOTTOM_H = 330


def titles() -> list[str]:
    """The tabs."""
    return [
        tr("建议"), tr("待市级"), tr("近达标"), tr("可能退出"), tr("认定在册"), tr("标准"), tr("阶梯图"), tr("补材料"),
    ]  # fmt: skip


class TiersPage(TabbedPage):
    """Lists above, the conditions behind the chosen line below; the ladder of cohorts as a picture.

    What needs no review is there at once; a review that was not worked out ahead follows, and near misses follow it.
    """

    subjects = frozenset({"submissions", "companies", "tiers", "rules"})
    proposals, waiting, near, leaving = table_of(PROPOSALS), table_of(WAITING), table_of(NEAR), table_of(LEAVING)
    held, standards, asked = table_of(HELD), table_of(STANDARDS), table_of(ASKED)
    ladder, steps = widget_of(LADDER), table_of(LADDER)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("梯队评审"), titles())
        self.view: vm.TiersView | None = None
        names: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("生成评审表"), self.write_sheet),
            (tr("市级要求补充的材料"), lambda: self.tabs.choose(ASKED) if self.built else None),
            (tr("导入认定名单…"), self.choose_list),
            (tr("缺上年收入的企业"), self.show_lacking),
        )
        self._actions = [self._action(text, do) for text, do in names]

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if self.session.is_open and self.shell.month is None:
            self.built, self.view = False, None
            self.put(self._nothing())
        else:
            super().refresh()

    def look(self, ctx: AppContext) -> vm.TiersView | None:
        """The month as far as it is known without a review; for a worker."""
        month = self.shell.month
        return work.read_first(ctx, month) if month is not None else None

    def offers(self) -> Mapping[str, Callable[[], object]]:
        mine = {key: do for key, do in super().offers().items() if key != "export"}  # the review sheet is what leaves
        return {**mine, "print": self.write_sheet}

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

    def build(self) -> None:
        """What the lists share: the conditions below, the acts above."""
        self.view = None
        below = QFrame()
        self._below = QStackedLayout(below)
        self.evidence, self.standard = EvidenceCard(), StandardCard()
        self.bar = DecideBar(self._decide, self._opine, self._take_back)
        self.evidence.foot.addWidget(self.bar, 1)
        self._below.addWidget(self.evidence)
        self._below.addWidget(self.standard)
        below.setMinimumHeight(BOTTOM_H)
        self._lower = below
        self.sheet = button(tr("评审表"), self._show_sheets, icon_name="report")
        self.sheet.setToolTip(tr("生成评审表：建议与逐条依据，PDF 与 Excel 各一份"))
        self.sheets = QMenu(self)
        self.listed = button(tr("导入认定名单…"), self.choose_list)
        names = ("proposals", "waiting", "near", "leaving", "held", "standards", "ladder", "asked")
        kept_as = [f"tiers_{name}" for name in names]
        self.lay_out(kept_as, tr("企业、园、梯队、标准"), below, tools=[self.listed, self.sheet])
        self._dress_tab()

    def make_part(self, n: int) -> Part:
        """One of the lists, or the picture."""
        columns: tuple[Any, Callable[[Any], Any]] = (
            (vm.PROPOSAL_COLUMNS, lambda p: p.key),
            (vm.PROPOSAL_COLUMNS, lambda p: p.key),
            (vm.NEAR_COLUMNS, lambda n: n.key),
            (vm.LEAVING_COLUMNS, lambda x: x.key),
            (vm.HELD_COLUMNS, lambda h: h.key),
            (vm.STANDARD_COLUMNS, lambda s: (s.standard.key, s.standard.version)),
            (vm.LADDER_COLUMNS, lambda x: (str(x.cohort), str(x.year))),
            (vm.ASKED_COLUMNS, lambda x: (x.credit_code, x.tier)),
        )[n]
        table: DataTable[Any] = DataTable(*columns, name=self.titles[n])
        if n == LADDER:
            return Part(LadderCard(table), table)
        table.selectionModel().selectionChanged.connect(lambda *_: self.follow() if self.tab == n else None)
        if n != STANDARDS:
            table.opened.connect(self._open_company)
            table.menu_asked.connect(self._fill_menu)
        return self.list_part(n, table, self._empty(n))

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
            tr("没有只差 1 项条件或 1 项证据的企业。"),
            tr("在册认定都在有效期内，按现有数据没有不再符合的条件。"),
            tr("认定以公布的文件为准，名单文件（.csv、.xlsx、.toml）由“导入认定名单”登记。"),
            tr("标准在资源目录的规则文件中登记，须有依据。"),
            "",
            tr("市级决定“请园方补材料”的，自下月起列在这里，并写入该园当月的报送模板。"),
        )[n]
        if n != PROPOSALS:
            return empty_state(missing, said)
        self._why = empty_state(
            missing,
            said,
            act=tr("去接收报送"),
            on_act=lambda: self.shell.go("receive"),
            link=tr("查看缺收入的企业"),
            on_link=self.show_lacking,
        )
        return self._why

    def show_lacking(self) -> None:
        """Whose revenue of the last year nobody reported, by park, in the drawer; Enter opens a company's card."""
        if self.view is None or not self.view.no_revenue:
            self.shell.say(tr("没有缺上年收入的企业"))
            return
        table: DataTable[vm.Company] = DataTable(vm.LACKING_COLUMNS, lambda c: c.credit_code, name=tr("缺上年收入的企业"))
        table.set_rows(self.view.no_revenue)
        table.opened.connect(lambda code: self.shell.go("companies", code))
        out = button(tr("导出名单…"), lambda: export_rows(self, self.session, table, tr("缺上年收入的企业")))
        body = col(label(vm.lacking_by_park(self.view), "sub", wrap=True), (table, 1), gap=8)
        self.shell.show_drawer(vm.lacking_words(self.view), str(self.view.month), box(body), (out,))

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: vm.TiersView | None) -> None:
        """Show what was read, and have worked out what is still missing."""
        if seen is None or seen.month != self.shell.month:
            return
        self.view = seen
        self._show_lists(seen)
        self.note.setText(vm.state_sentence(seen))
        if seen.locked:
            self.ribbon.locked(tr("{month} 已锁定，意见和决定不能再改", month=seen.month))
        else:
            self.ribbon.hide()
        if seen.examined is None:
            self._work_out(tr("测算梯队"), work.read_tiers, self.take)
        elif seen.near is None:
            self._work_out(tr("查找近达标"), work.read_near, self._take_near)

    def _work_out(self, title: str, look: Callable[[AppContext, Month], T], show: Callable[[T], object]) -> None:
        """Have something worked out beside the worker that answers the next click: a large ledger takes seconds."""
        ctx, asked, month = self.session.need(), self.view, self._month()

        def done(found: T) -> None:
            if self.built and self.view is asked:  # else something newer was read meanwhile
                show(found)

        self.shell.operations.run(
            title, lambda _p, _c: look(ctx, month), done, self._cannot_read, owner=self, database=False, quiet=True
        )

    def _take_near(self, rows: Sequence[vm.NearItem]) -> None:
        self.fill_one(NEAR, rows)

    def _show_lists(self, view: vm.TiersView) -> None:
        waiting = tuple(p for p in view.proposals if p.decision is None)
        reviewed = (view.proposals, waiting, view.near, view.leaving, view.held)
        first = reviewed if view.examined is not None else (None,) * len(reviewed)
        self.fill((*first, view.standards, view.ladder, view.asked))
        self.tabs.set_title(LADDER, self.titles[LADDER])

    def show_part(self, n: int) -> None:
        """Fill a tab that has just been made; the ladder is a picture too."""
        super().show_part(n)
        self._say_why(n)

    def _say_why(self, n: int) -> None:
        """What an empty list and the picture say of the month."""
        if self.view is None or not self.is_made(n):
            return
        if n == LADDER:
            self.ladder.show_steps(vm.ladder_steps(self.view.ladder), self.view.order)
        elif n == PROPOSALS:
            self._say(self._why, vm.why_nothing(self.view))
            step = {tr("去接收报送"): self.view.examined == 0, tr("查看缺收入的企业"): bool(self.view.no_revenue)}
            for each in self._why.findChildren(QPushButton):
                each.setVisible(step[each.text()])

    def _say(self, empty: QFrame, sentence: str) -> None:
        """The sentence of an empty list that depends on the month."""
        for each in empty.findChildren(QLabel):
            if each.wordWrap():
                each.setText(sentence)
        empty.setAccessibleName(sentence)

    def show_tab(self, n: int) -> None:
        """Show a tab with what belongs below it."""
        super().show_tab(n)
        for each in (PROPOSALS, LADDER):
            self._say_why(each)
        self._dress_tab()

    def _dress_tab(self) -> None:
        n, table = self.tab, self.shown_table()
        self._below.setCurrentIndex(1 if n == STANDARDS else 0)
        self.listed.setVisible(n == HELD)
        self._lower.setVisible(n in WITH_EVIDENCE and table is not None and bool(table.table.rows))
        self.evidence.foot_box.setVisible(n in (PROPOSALS, WAITING))

    def follow(self) -> None:
        """Show the conditions behind the current line."""
        item: object = self.current()
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

    def _ticked(self) -> tuple[vm.ProposalItem, ...]:
        """The selected proposals, else the current one."""
        table: DataTable[Any] = self.waiting if self.tab == WAITING else self.proposals
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

        self._write(tr("市级决定"), work, partial(self._undo, items))

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

        self.session.run(self.shell.operations, title, work, done, self.trouble, owner=self)

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
        if self.built and self.view is not None:
            job = work.write_sheet(self.view.month, park)
            self.session.run(self.shell.operations, tr("生成评审表"), job, self._written, self.trouble, owner=self)

    def _written(self, path: Path) -> None:
        self.shell.say(tr("已导出：{name}", name=path.name))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)

    @writes
    def choose_list(self) -> None:
        """导入认定名单: ask for the published list."""
        if self.built:
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
        self.session.run(self.shell.operations, tr("导入认定名单"), job, done, self.trouble, owner=self)

    # ---- moving about -------------------------------------------------------------------------------------------------------

    def _open_company(self, key: object) -> None:
        if isinstance(key, tuple) and key:
            self.shell.go("companies", key[0])

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        if isinstance(key, tuple):
            menu.addAction(tr("打开企业卡片"), lambda: self._open_company(key))
