"""校验退回: every issue gets a decision, each park gets one file back, and what comes back is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import AcceptResult, SubmissionItem
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import checks_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.checks_frames import FilterTools, empty_states, facet_card, open_file
from zgc_desktop.ui.pages.checks_menu import fill_menu
from zgc_desktop.ui.pages.checks_pane import BesidePane
from zgc_desktop.ui.pages.checks_return import ParkStrip, ReturnDialog, compared_list
from zgc_desktop.ui.pages.intake_details import issue_card
from zgc_desktop.ui.pages.intake_dialogs import DespiteDialog
from zgc_desktop.ui.pages.intake_work import accept_work
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, page_head
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, row
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels import checks as vm
from zgc_desktop.viewmodels.intake import accepted_change

if TYPE_CHECKING:
    from zgc_desktop.domain.check_catalogue import RowBeside
    from zgc_desktop.services.compare import Comparison
    from zgc_desktop.services.send_back import SentBack

FACETS_FROM = 1040
"""A page narrower than this (the drawer is open) gives the facets' room to the table."""
FULL, NO_ISSUES, NO_FILES = range(3)


class ChecksPage(Page):
    """Facets at left, the issues, the row in question with the decision strip, and below them the park's file."""

    subjects = frozenset({"issues", "submissions", "leads"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self._read: work.MonthRead | None = None
        self._month: Month | None = None
        self._known: set[int] = set()
        """Versions whose last month's values have been read."""
        self._answers: dict[int, Comparison | None] = {}
        """By version: what a version made of the return before it never changes."""
        self._next: int | None = None
        """The issue to go to once the decision on the one before has been read back."""
        self._pointed_at = ""
        self._fitting: frozenset[str] = frozenset()
        self._with_facets = False
        self._facets_wanted = True
        self._actions = self._make_actions()

    # ---- what the window asks ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self._read = False, None
            self.put(not_open(self._session, tr("校验退回")))
            return
        if not self._built:
            self._build()
        month = self.shell.month
        if month != self._month:
            self._forget(month)
        if month is None:
            self._tables.setCurrentIndex(NO_FILES)
            self._show_parts(issues=False, files=False)
            return
        known, last = frozenset(self._known), dict(self._read.last) if self._read else {}
        self._session.read(
            self.shell.operations,
            tr("读取问题"),
            lambda ctx: work.read_month(ctx, month, known, last),
            lambda found: self._take(found, month),
            self._cannot_read,
            owner=self,
        )

    def show_target(self, target: object) -> None:
        """A park's name: its issues."""
        self._pointed_at = str(target)
        self._show_pointed_at()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "filter": self._toggle_facets,
            "refresh": self.refresh,
            "next_issue": lambda: self.step_open(1),
            "previous_issue": lambda: self.step_open(-1),
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
            "export": self.send_back,
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions if self._built else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the table is narrow, columns the pane below also tells give way."""
        if isinstance(event, QResizeEvent) and self._built and watched is self.table.viewport():
            fitting = vm.columns_that_fit(event.size().width())
            if fitting != self._fitting:
                self._fitting = fitting
                for n, column in enumerate(vm.COLUMNS):
                    if column.key in vm.SPARE:
                        self.table.horizontalHeader().setSectionHidden(n, column.key in fitting)
        return False

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _make_actions(self) -> list[QAction]:
        choose = enumerate(vm.KINDS)
        made = [self._action(tr(vm.KIND_WORDS[k]), partial(self._choose_kind, n), f"Alt+{n + 1}") for n, k in choose]
        made.append(self._action(tr("确定并看下一条"), self.decide_one, "Ctrl+Return", "Ctrl+Enter"))
        made.append(self._action(tr("应用于同规则"), self.decide_same))
        made.append(self._action(tr("生成退回件…"), self.send_back))
        made.append(self._action(tr("接收本园…"), self.accept))
        return made

    def _action(self, text: str, do: Callable[[], object], *keys: str) -> QAction:
        action = Command(text, self, do)
        action.setShortcuts([QKeySequence(k) for k in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _build(self) -> None:
        self.state = ElidedLabel("", "sub")
        self.ribbon = Ribbon()
        self._build_tables()
        self.pane = BesidePane()
        self.pane.strip.decided.connect(self.decide_one)
        self.pane.strip.applied.connect(self.decide_same)
        self.pane.copy_asked.connect(self.open_copy)
        self.strip = ParkStrip()
        self.strip.park_chosen.connect(self._show_park)
        self.strip.return_asked.connect(self.send_back)
        self.strip.accept_asked.connect(self.accept)
        self.strip.compared_asked.connect(self.show_compared)
        head = page_head(tr("校验退回"), note=self.state, tools=[self.tools])
        right = col((self._issues, 3), (self.pane, 2), gap=12)
        self._built = True
        self.put(page_body(head, self.ribbon, (row(self.facets, (right, 1), gap=12), 1), self.strip))
        self._show_parts(issues=False, files=False)

    def _build_tables(self) -> None:
        self.table = DataTable(vm.COLUMNS, lambda x: x.found.id, name=tr("问题"))
        self.tools = FilterTools(self.table)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._open_issue)
        self.table.menu_asked.connect(self._fill_menu)
        self.table.viewport().installEventFilter(self)
        self.facets = facet_card(self.table)
        self.remember(self._session.need().who, checks=self.table)
        frame = QFrame()
        self._tables = QStackedLayout(frame)
        for page in (TablePane(self.table), *empty_states(partial(self.shell.go, "receive"))):
            self._tables.addWidget(page)
        self._issues = box(col((frame, 1), gap=0, margins=INSIDE), "card")
        self._issues.setMinimumHeight(238)

    def _show_parts(self, *, issues: bool, files: bool) -> None:
        self._with_facets = issues
        for part in (self.pane, self.tools):
            part.setVisible(issues)
        self._fit_facets()
        self.strip.setVisible(files)

    # ---- the month --------------------------------------------------------------------------------------------------------

    def _forget(self, month: Month | None) -> None:
        self._month, self._read, self._next = month, None, None
        self._known.clear()
        self._answers.clear()
        self.state.setText(vm.month_sentence(month, ()))
        self.ribbon.hide()
        self.pane.show_nothing()

    def _take(self, found: work.MonthRead, month: Month) -> None:
        if not self._built or month != self.shell.month:
            return
        self._read = found
        self._known |= {i.id for i in found.desk.items}
        lines = found.lines.rows
        self.state.setText(vm.month_sentence(month, lines))
        self.tools.count(lines)
        self._tables.setCurrentIndex(FULL if lines else NO_ISSUES if found.desk.items else NO_FILES)
        self._show_parts(issues=bool(lines), files=bool(found.desk.items))
        self.strip.set_parks([i.park for i in found.desk.items])
        self.table.set_rows(found.lines)
        self._go_on()
        self._show_park(self.strip.park)
        self._show_pointed_at()

    def _go_on(self) -> None:
        """To the next issue after a decision; the first one when the page opens; else the one that was shown, read again."""
        data, wanted = self.table.table, self._next
        self._next = None
        if wanted is not None and self.table.select_key(wanted):
            return
        key = self.table.current_key()
        if key is None and len(data):
            first = next((n for n in range(len(data)) if data.row(n).is_open), 0)
            self.table.select_key(data.key_at(first))
        elif key is not None:
            self._chosen(key)

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("校验退回"), tr("问题没有读出来"), failure, self._session))

    def trouble(self, failure: Failure) -> None:
        """Say what could not be done, on the ribbon."""
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    # ---- filters ----------------------------------------------------------------------------------------------------------

    def _show_pointed_at(self) -> None:
        if self._pointed_at and self._read is not None:
            park, self._pointed_at = self._pointed_at, ""
            self.table.clear_filters()
            self.table.tick("park", [vm.short(park)] if any(x.found.park == park for x in self._lines) else ())
            if len(self.table.table):
                self.table.select_key(self.table.table.key_at(0))
            self._show_park(park)

    def _find(self) -> None:
        if self._built:
            self.tools.start_search()

    def _toggle_facets(self) -> None:
        if self._built and self._lines:
            self._facets_wanted = not self.facets.isVisible()
            self.facets.setVisible(self._facets_wanted)

    def _fit_facets(self) -> None:
        self.facets.setVisible(self._with_facets and self._facets_wanted and self.width() >= FACETS_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._fit_facets()
            self.strip.set_narrow(self.width() < FACETS_FROM)

    # ---- the issue that is shown -------------------------------------------------------------------------------------------

    @property
    def _lines(self) -> tuple[vm.IssueLine, ...]:
        return self._read.lines.rows if self._read else ()

    def _line(self, key: object) -> vm.IssueLine | None:
        return next((x for x in self._lines if x.found.id == key), None)

    @property
    def current(self) -> vm.IssueLine | None:
        """The issue decided on now."""
        return self._line(self.table.current_key()) if self._built else None

    def _chosen(self, key: object) -> None:
        line = self._line(key)
        if line is None or self._read is None:
            self.pane.show_nothing()
            return
        desk = self._read.desk
        lead = line.issue.credit_code in desk.leads
        self.pane.strip.set_line(line, len(vm.same_rule(self._lines, line)), lead, desk.parks)
        self.pane.show_issue(line)
        if line.found.park != self.strip.park:
            self._show_park(line.found.park)
        sheet, version = line.issue.sheet, line.found.submission_id
        number = vm.row_number(line.issue)
        self._session.read(
            self.shell.operations,
            tr("读取整行"),
            lambda ctx: work.read_row(ctx, version, sheet, number),
            lambda found: self._show_row(found, line),
            owner=self,
        )

    def _show_row(self, found: RowBeside | None, line: vm.IssueLine) -> None:
        now = self.current
        if now is not None and now.found.id == line.found.id:
            mine = [x.issue for x in self._lines if x.found.submission_id == line.found.submission_id and x.issue.cell]
            self.pane.show_row(found, line, mine)

    def _open_issue(self, key: object) -> None:
        line = self._line(key)
        if line is not None:
            self.shell.show_drawer(tr("问题"), line.issue.place, issue_card(line.issue))

    def step_open(self, step: int) -> None:
        """Go to the next (or previous) undecided issue of those shown, round the end."""
        found = self._next_open(step) if self._built else None
        if found is None:
            self.shell.say(tr("没有未处理的问题"))
        else:
            self.table.select_key(found)

    def _next_open(self, step: int, besides: Sequence[int] = ()) -> int | None:
        data = self.table.table
        at, count = self.table.currentIndex().row(), len(data)
        for n in range(1, count + 1):
            line = data.row((at + step * n) % count)
            if line.is_open and line.found.id not in besides and (at < 0 or n < count):
                return line.found.id
        return None

    def _step(self, by: int) -> None:
        n = self.table.currentIndex().row() + by if self._built else -1
        if 0 <= n < len(self.table.table):
            self.table.select_key(self.table.table.key_at(n))

    def _fill_menu(self, menu: QMenu, key: object) -> None:
        line = self._line(key)
        if line is not None:
            fill_menu(self, self._session, menu, line)

    def open_copy(self) -> None:
        """Open a copy of the original file in the program that opens workbooks."""
        line = self.current
        item = self._item(line.found.park) if line else None
        if item is None:
            return
        self._session.run(
            self.shell.operations,
            tr("打开副本"),
            work.copy_work(item.sha256, item.file_name),
            open_file,
            self.trouble,
            owner=self,
        )

    # ---- deciding -------------------------------------------------------------------------------------------------------

    def _choose_kind(self, n: int) -> None:
        if self._built and (why := self.pane.strip.choose(n)):
            self.shell.say(why)

    @writes
    def decide_one(self) -> None:
        """Record the decision on the shown issue, then go to the next undecided one."""
        line = self.current
        if line is not None and self.pane.strip.is_ready:
            self._decide((line.found.id,))

    @writes
    def decide_same(self) -> None:
        """Record the decision on every undecided issue of the same rule and park."""
        line = self.current
        if line is not None and self.pane.strip.apply.isEnabled():
            self._decide(vm.same_rule(self._lines, line))

    def _decide(self, ids: tuple[int, ...]) -> None:
        month, strip = self._month, self.pane.strip
        if month is None:
            return
        kind, reason = strip.kind, strip.reason.text().strip()
        going, fresh = self._next_open(1, ids), all(x.is_open for x in self._lines if x.found.id in ids)
        undo = partial(self._take_back, month, ids) if fresh and kind is not DecisionKind.CASE else None

        def done(change: ChangeSummary) -> None:
            self._next = going
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ribbon.hide()
            self.shell.announce(change)
            self.shell.say(change.sentence, undo)

        job = work.decide_work(month, ids, kind, reason, strip.other_park if kind is DecisionKind.CASE else "")
        self._session.run(self.shell.operations, tr("判定"), job, done, self.trouble, owner=self)

    def _take_back(self, month: Month, ids: tuple[int, ...]) -> None:
        def done(change: ChangeSummary) -> None:
            self._next = ids[0]
            self.shell.announce(change)
            self.shell.say(change.sentence)

        job = work.decide_work(month, ids, DecisionKind.REOPENED, "")
        self._session.run(self.shell.operations, tr("撤销判定"), job, done, self.trouble, owner=self)

    # ---- the park's file ------------------------------------------------------------------------------------------------

    def _item(self, park: str) -> SubmissionItem | None:
        items = self._read.desk.items if self._read else ()
        return next((i for i in items if i.park == park), None)

    def _show_park(self, park: str) -> None:
        item, month = self._item(park), self._month
        if item is None or month is None:
            return
        self.strip.show_state(vm.park_state(item, self._lines))
        if item.id in self._answers:
            self.strip.show_answer(self._answers[item.id])
            return
        self.strip.show_answer(None)
        if item.version == 1:
            return
        self._session.read(
            self.shell.operations,
            tr("与上次对比"),
            lambda ctx: work.read_answer(ctx, month, park),
            lambda found: self._take_answer(item, found),
            owner=self,
        )

    def _take_answer(self, item: SubmissionItem, found: Comparison | None) -> None:
        self._answers[item.id] = found
        if self._built and self.strip.park == item.park:
            self.strip.show_answer(found)

    def show_compared(self) -> None:
        """What became of every item of the return, in the drawer."""
        item = self._item(self.strip.park)
        found = self._answers.get(item.id) if item else None
        if item is None or found is None:
            return
        copy = button(tr("复制清单"), lambda: self._copy_compared(found), tip=tr("全部条目，可粘贴到 Excel"))
        subject = tr("{park} 第 {n} 版", park=item.park, n=item.version)
        self.shell.show_drawer(tr("与上次对比"), subject, compared_list(found), [copy])

    def _copy_compared(self, found: Comparison) -> None:
        QGuiApplication.clipboard().setText(vm.compared_table(found.lines))
        self.shell.say(tr("已复制 {n} 条", n=len(found.lines)))

    @writes
    def send_back(self) -> None:
        """Ask for deadline and reason, then write the return file of the park shown."""
        state, month, read = (self.strip.state, self._month, self._read) if self._built else (None, None, None)
        if state is None or month is None or read is None:
            return
        if state.cannot_return:
            self.shell.say(state.cannot_return)
            return
        folder = work.return_folder(self._session.paths.outbox, month)
        send = partial(self._send_back, month, state.park)
        ReturnDialog(self, state, read.desk.deadlines, str(folder), send).open()

    def _send_back(self, month: Month, park: str, reason: str, days: int) -> None:
        def done(sent: SentBack) -> None:
            self.shell.announce(sent.change)
            said = tr("已生成 {name}，在 {folder}", name=sent.path.name, folder=sent.path.parent)
            if sent.original is not None:
                said = tr("{said}；原件{why}，另附原件 {name}", said=said, why=sent.why_not_patched, name=sent.original.name)
            self.ribbon.locked(said, tr("打开文件夹"), lambda: open_file(sent.path.parent))
            self.shell.say(sent.change.sentence)

        job = work.return_work(month, park, reason, days)
        self._session.run(self.shell.operations, tr("生成退回件"), job, done, self.trouble, owner=self)

    @writes
    def accept(self) -> None:
        """Take the park's file into the month; with open errors only for a reason."""
        state = self.strip.state if self._built else None
        if state is None:
            return
        if state.cannot_accept:
            self.shell.say(state.cannot_accept)
        elif state.open_errors:
            DespiteDialog(self, [state.park], state.open_errors, partial(self._accept, state.park)).open()
        else:
            self._accept(state.park, "")

    def _accept(self, park: str, reason: str) -> None:
        month = self._month
        if month is None:
            return

        def done(result: AcceptResult) -> None:
            change = accepted_change(month, result)
            self.shell.announce(change)
            self.shell.say(change.sentence)

        job = accept_work(month, (park,), reason)
        self._session.run(self.shell.operations, tr("接受并入库"), job, done, self.trouble, owner=self)
