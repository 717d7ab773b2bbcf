"""报送接收: files in, the month park by park, what is wrong and where, and what enters the month's totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.submissions import AcceptResult, SubmissionItem
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import intake_dialogs as dialogs
from zgc_desktop.ui.pages import intake_more as more
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.intake_details import FilePane, issue_card, versions_list
from zgc_desktop.ui.pages.intake_drop import DropStrip
from zgc_desktop.ui.pages.intake_run import MONTH, IntakeRun
from zgc_desktop.ui.pages.intake_watch import FolderWatch
from zgc_desktop.ui.pages.intake_work import (
    accept_work,
    issues_work,
    month_work,
)
from zgc_desktop.ui.pages.opening import not_open
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs, button, label, page_head
from zgc_desktop.ui.widgets.late import Late, below
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, row
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels import intake as vm
from zgc_desktop.viewmodels import intake_file as one


class IntakePage(IntakeRun):
    """Knows its rows and what is selected; everything read or written goes through the session's worker."""

    subjects = frozenset({"submissions", "issues"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session)
        self._parks: tuple[str, ...] = ()
        self._lines: tuple[vm.ParkLine, ...] = ()
        self._pointed_at, self._with_versions = "", False
        self._step_when_shown = 0
        self._build()
        self._make_actions()
        self._follow_offer()

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.state = ElidedLabel("", "sub")
        self.missing = label("", "note")
        self.despite = button(tr("带问题接收…"), self.accept_despite_errors, tip=tr("有错误的报送，说明理由后接收"))
        self.accept = button(
            tr("接受并入库"), self.accept_clean, role="primary", tip=tr("没有错误的报送计入本月（Ctrl+Enter）")
        )
        head = page_head(tr("报送接收"), note=self.state, tools=[self.missing, self.despite, self.accept])
        self.watch = FolderWatch(self, self._session)
        self.watch.offered.connect(self._list_run)
        self.strip = DropStrip(
            on_files=self.choose_files, on_folder=self.choose_folder, on_template=self.export_template, watch=self.watch.box
        )
        self.strip.dropped.connect(self.receive_files)
        self.strip.cancelled.connect(self._cancel)
        self.ribbon = Ribbon()
        cards = col((self._upper_card(), 3), gap=12)
        self._pane = Late(self._make_pane, below(cards, 2))
        self.put(page_body(head, self.strip, self.ribbon, (box(cards), 1)))

    def _make_pane(self) -> FilePane:
        pane = FilePane()
        pane.closed.connect(self._pane_closed)
        pane.history_asked.connect(self.show_history)
        pane.template_asked.connect(self.export_template)
        pane.mapping_asked.connect(self.map_columns)
        pane.issue_opened.connect(self._show_issue)
        return pane

    @property
    def pane(self) -> FilePane:
        """One file below the month, built when the first one is looked at."""
        return self._pane()

    @property
    def _is_pane_open(self) -> bool:
        return self._pane.made is not None and self._pane.made.isVisible()

    def _upper_card(self) -> QFrame:
        self.table = DataTable(vm.MONTH_COLUMNS, lambda x: x.park, name=tr("本月报送"))
        self.table.current_changed.connect(self._month_line_chosen)
        self.table.opened.connect(lambda _: self.pane.issues.setFocus())
        self.table.summed.connect(self.shell.show_sum)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_offer())
        self.table.menu_asked.connect(lambda menu, park: more.fill_menu(self, self._session, menu, park))
        nothing = empty_state(
            tr("还没有报送"),
            tr("把 17 园的报送文件或整个文件夹拖到窗口里；分园和月份会自动识别。"),
            act=tr("选择文件夹…"),
            on_act=self.choose_folder,
            link=tr("先导出模板"),
            on_link=self.export_template,
        )
        self._tables.addWidget(TablePane(self.table, totals=True, empty=nothing))
        self._month_title = label(tr("本月报送"), "h3")
        self.tabs = Tabs([tr("本月报送"), tr("本次接收")])
        self.tabs.chosen.connect(self._choose_table)
        self.tabs.hide()
        self._hint = label(tr("选中一行看问题、列对应和识别依据，F8 逐条看问题"), "note")
        receipts = more.receipts_button(self.write_receipts)
        head = row(self._month_title, self.tabs, self._hint, None, self.watch.take_all, receipts, margins=(16, 0, 12, 0))
        made = box(col(box(head, height=44), (self._tables_box, 1), gap=0, margins=INSIDE), "card")
        made.setMinimumHeight(250)
        return made

    def _make_actions(self) -> None:
        self._actions = [
            self._action(tr("接受并入库"), self.accept_clean, "Ctrl+Return", "Ctrl+Enter"),
            self._action(tr("带问题接收…"), self.accept_despite_errors),
            self._action(tr("选择报送文件…"), self.choose_files),
            self._action(tr("选择报送文件夹…"), self.choose_folder),
            self._action(tr("导出模板…"), self.export_template),
            self._action(tr("列映射…"), self.map_columns),
            self._action(tr("历次版本"), self.show_history),
            self._action(tr("作废版本…"), partial(more.ask_void, self, self._session)),
            self._action(tr("生成各园回执"), self.write_receipts),
        ]

    def _action(self, text: str, do: Callable[[], object], *keys: str) -> QAction:
        action = Command(text, self, do)
        action.setShortcuts([QKeySequence(k) for k in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    # ---- what the window asks ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._say_not_open()
            return
        self.remember(self._session.need().who, receive=self.table)
        self.watch.recall(self._session.need().who)
        self._session.run(
            self.shell.operations,
            tr("读取报送"),
            month_work(self.shell.month),
            self._show_month,
            self.trouble,
            owner=self,
            quiet=True,
        )

    def _say_not_open(self) -> None:
        """The window shows before its workspace is open, and says so where it cannot be opened."""
        self.reading.cover(not_open(self._session, tr("报送接收")))
        problem = self._session.problem
        self.state.setText(tr("正在打开工作区…") if problem is None else tr("工作区没有打开"))
        if problem is not None:
            self.ribbon.trouble(problem.sentence, tr("再试一次"), lambda: self._session.reopen(None))

    def show_target(self, target: object) -> None:
        """A park's name: its file; the name with "versions": all its files of the month."""
        self._with_versions = isinstance(target, tuple)
        self._pointed_at = str(target[0] if isinstance(target, tuple) else target)
        self._show_pointed_at()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "refresh": self.refresh,
            "next_issue": lambda: self.step_issue(1),
            "previous_issue": lambda: self.step_issue(-1),
            "next_record": lambda: self._step_line(1),
            "previous_record": lambda: self._step_line(-1),
            "history": self.show_history,
            "export": self.export_template,
            "print": self.write_receipts,
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    # ---- the month --------------------------------------------------------------------------------------------------------

    def _show_month(self, found: tuple[tuple[str, ...], tuple[SubmissionItem, ...]]) -> None:
        if not self._parks:
            self.ribbon.hide()  # whatever it said of opening
        self._parks, items = found
        month = self.shell.month
        self._lines = vm.park_lines(self._parks, items) if month else ()
        self.state.setText(vm.month_sentence(month, self._lines))
        self.table.set_rows(self._lines)
        self._tell_news()
        self.tabs.set_title(MONTH, tr("本月报送 {n}", n=sum(1 for x in self._lines if x.item)))
        self._follow_offer()
        self._show_pointed_at()

    def _show_pointed_at(self) -> None:
        if self._pointed_at and self._lines:
            self.tabs.choose(MONTH)
            self.table.select_key(self._pointed_at)
            self._pointed_at = ""
            if self._with_versions:
                self.show_history()

    def line_of(self, park: object) -> vm.ParkLine | None:
        """A park's line of the month."""
        return next((x for x in self._lines if x.park == park), None)

    def _follow_offer(self) -> None:
        now = self.offer
        self.missing.setText(now.missing)
        self.missing.setVisible(bool(now.missing))
        self.accept.setText(now.accept_words)
        self.accept.setEnabled(bool(now.clean))
        self.despite.setText(now.despite_words)
        self.despite.setEnabled(bool(now.faulty))

    @property
    def offer(self) -> vm.Offer:
        """What the two buttons would do now."""
        return vm.offer(self._lines, self.table.selected_keys())

    # ---- the lower pane ---------------------------------------------------------------------------------------------------

    def _month_line_chosen(self, park: object) -> None:
        line = self.line_of(park)
        if line is None:
            return
        if line.item is None:
            self._shown = line.park
            self.pane.show_absent(line.park, str(self.shell.month))
            self._keep_in_sight()
        else:
            self._show_version(line.item, len(line.older))

    def _show_version(self, item: SubmissionItem, older: int) -> None:
        same = self._shown == item.id
        self._shown = item.id
        step, self._step_when_shown = self._step_when_shown, 0

        def show(issues: tuple[Issue, ...]) -> None:
            if self._shown == item.id:  # the user may have gone on meanwhile
                self.pane.show_file(one.view_of_version(item), issues, older, same=same)
                self._keep_in_sight()
                if step:
                    self.pane.step_issue(step)

        work = issues_work(item.id)
        self._session.run(self.shell.operations, tr("读取问题"), work, show, self.trouble, owner=self, quiet=True)

    def _show_issue(self, issue: Issue) -> None:
        self.shell.show_drawer(tr("问题"), issue.place, issue_card(issue))

    def _list(self) -> DataTable[Any]:
        """The list that is shown above the pane."""
        return self.table if self._tables.currentIndex() == MONTH else self.run_table

    def _lists(self) -> list[DataTable[Any]]:
        """The month's list, and that of the run where there was one."""
        return [self.table, *([self.run_table] if self._run_pane.made is not None else [])]

    def _keep_in_sight(self) -> None:
        """The pane takes room from the table above: what was selected there stays visible."""
        table = self._list()
        QTimer.singleShot(0, table, lambda: table.scrollTo(table.currentIndex()))

    def _pane_closed(self) -> None:
        self._shown = None
        for table in self._lists():
            table.clearSelection()
            table.setCurrentIndex(QModelIndex())

    def step_issue(self, step: int) -> None:
        """Go to the next issue, over the end of a file to the next file that has any."""
        if self._is_pane_open and self._shown is not None and self.pane.step_issue(step):
            return
        if self._tables.currentIndex() != MONTH:
            return
        data = self.table.table
        with_issues = [n for n in range(len(data)) if (i := data.row(n).item) and i.errors + i.warnings + i.notices]
        at = self.table.currentIndex().row()
        later = [n for n in with_issues if n > at] if step > 0 else [n for n in with_issues[::-1] if n < at or at < 0]
        if not later:
            self.shell.say(tr("没有更多问题") if with_issues else tr("本月没有问题"))
            return
        self._step_when_shown = step
        self.table.select_key(data.key_at(later[0]))

    def _step_line(self, step: int) -> None:
        table = self._list()
        n = table.currentIndex().row() + step
        if 0 <= n < len(table.table):
            table.select_key(table.table.key_at(n))

    def show_history(self) -> None:
        """Every version of the selected park in the drawer."""
        line = self.line_of(self.table.current_key())
        items = [*([line.item] if line.item else []), *line.older] if line is not None else []
        if line is None or not items:
            self.shell.say(tr("先选中一个已报送的分园"))
            return
        body = versions_list(items, lambda item: self._show_version(item, len(line.older)))
        self.shell.show_drawer(tr("历次版本"), f"{line.park} {self.shell.month}", body)

    # ---- accepting --------------------------------------------------------------------------------------------------------

    @writes
    def accept_clean(self) -> None:
        """Accept what has no errors: the selected files, else all of them."""
        if self.offer.clean:
            self._accept(self.offer.clean)

    @writes
    def accept_despite_errors(self) -> None:
        """Ask for the reason, then accept the selected files with their problems."""
        now = self.offer
        if now.faulty:
            dialogs.DespiteDialog(self, now.faulty, now.errors, lambda why: self._accept(now.faulty, why)).open()

    def _accept(self, parks: tuple[str, ...], reason: str = "") -> None:
        month = self.shell.month
        if month is None:
            return

        def done(result: AcceptResult) -> None:
            change = vm.accepted_change(month, result)
            self.shell.announce(change)
            self.shell.say(change.sentence)

        work = accept_work(month, parks, reason)
        self._session.run(self.shell.operations, tr("接受并入库"), work, done, self.trouble, owner=self)

    def write_receipts(self) -> None:
        """The receipts of every park that has reported."""
        more.write_receipts(self, self._session)

    # ---- templates and the rest -------------------------------------------------------------------------------------------

    def export_template(self) -> None:
        """Ask for park, month and folder, and write the templates."""
        if not self._parks:
            self.shell.say(tr("工作区还没有打开"))
            return
        line = self.line_of(self.table.current_key())
        month = self.shell.month or dialogs.month_before_today()
        more.ask_templates(self, self._session, self._parks, month, line.park if line else "")

    def trouble(self, failure: Failure) -> None:
        """Say what could not be done, on the ribbon."""
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self._close_ribbon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_pane_open:
            self.pane.close_it()
        else:
            super().keyPressEvent(event)
