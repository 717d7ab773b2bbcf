"""工作台: what is due, what is stuck, what is next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import dialogs
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.desk_first import TemplatesWritten, build_demo, first_steps, write_templates
from zgc_desktop.ui.pages.desk_parts import actions_card, actions_that_fit, figures_card, grid_card, todo_card
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import col, page_body, row
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.ui.widgets.stage_bar import Stage, StageBar
from zgc_desktop.viewmodels.desk import REMIND, Task, day_of, forward, opens, reminder, tasks

if TYPE_CHECKING:  # the first page: what it needs only once the workspace is open is loaded then
    from zgc_desktop.domain.desk import DeskView, Figure
    from zgc_desktop.domain.expected import DeclarationKind
    from zgc_desktop.services.context import AppContext

KEY_OF: Final[Mapping[str, str]] = {e.title: e.key for e in PAGES}
BACK_UP: Final = "立即备份"
TRIAL: Final = "结算"
"""The stage whose step is taken from here; those after it are taken on their pages."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The desk as it was read, and when: the day and how many working days the cut-off is past."""

    view: DeskView
    now: datetime
    late: int
    undoable: frozenset[int] = frozenset()
    """Journal numbers of the recent actions that can be taken back from here."""

    @property
    def today(self) -> date:
        return self.now.date()


def look(ctx: AppContext, month: Month | None) -> Seen:
    """Read the desk; for a worker."""
    from zgc_desktop.services import desk, undo
    from zgc_desktop.services.working_days import working_days

    view = desk.view(ctx, month)
    steps = undo.list_steps(ctx, len(view.actions)) if view.actions else ()
    undoable = frozenset(s.seq for s in steps if s.done and not s.why_fixed and s.entry.who == ctx.who)
    return Seen(view, ctx.clock().astimezone(), working_days(view.cutoff, ctx.today()), undoable)


def back_up(ctx: AppContext) -> Path:
    """Write a copy of the database now; for a worker."""
    from zgc_desktop.services import backups

    return ctx.paths.backups / backups.take(ctx, "manual", always=True).name


def declare(ctx: AppContext, month: Month, park: str, kind: DeclarationKind, reason: str) -> ChangeSummary:
    """Keep what a park declared; for a worker."""
    from zgc_desktop.services import reminders

    return reminders.declare(ctx, month, park, kind, reason)


def trial(ctx: AppContext, month: Month) -> str:
    """Run the month's sharing as a trial and say what came out; for a worker."""
    from zgc_desktop.services.settle import settle

    section = settle(ctx, month).section
    return f"{month} 税收分享已试算：{len(section.lines)} 笔，不在范围 {len(section.out_of_scope)} 件"


class DeskPage(Page):
    """One look tells what blocks the month."""

    subjects = frozenset({"submissions", "issues", "companies", "leads", "cases", "settlement", "tiers", "reports", "rules"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self.seen: Seen | None = None
        self.tasks: tuple[Task, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._commands = [
            self._command(tr("打开下一件"), self.open_next),
            self._command(tr("复制催报文本"), lambda: self.remind(self._late_parks())),
            self._command(tr("立即备份"), self.back_up),
            self._command(tr("推进到下一阶段"), self.advance),
        ]

    def refresh(self) -> None:
        if not self._session.is_open:
            self.seen, self.tasks = None, ()
            self.put(not_open(self._session, tr("工作台")))
            return
        month = self.shell.month
        self._session.read(
            self.shell.operations, tr("读取工作台"), lambda ctx: look(ctx, month), self._show, self._cannot_read, owner=self
        )

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"refresh": self.refresh}

    def page_actions(self) -> Sequence[QAction]:
        return self._commands if self.seen is not None and self.seen.view.months else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_next()
        else:
            super().keyPressEvent(event)

    # ---- what can be done ---------------------------------------------------------------------------------------------

    def do(self, task: Task) -> None:
        """Do what the button of a line says."""
        if task.action == REMIND:
            self.remind(task.parks)
        elif task.action == BACK_UP:
            self.back_up()
        else:
            self._open(task)

    def open_next(self) -> None:
        """Go to the page of the first thing to do."""
        if self.tasks:
            first = self.tasks[0]
            self.back_up() if first.action == BACK_UP else self._open(first)

    def remind(self, parks: Sequence[str]) -> None:
        """Copy the text that asks parks for their submission."""
        if self.seen is None or not parks:
            self.shell.say(tr("各园都已报送，不需要催报"))
            return
        seen = self.seen
        QGuiApplication.clipboard().setText(reminder(parks, seen.view.month, seen.view.cutoff, seen.today, seen.late))
        whom = parks[0] if len(parks) == 1 else tr("{n} 园", n=len(parks))
        self.shell.say(tr("已复制{whom}的催报文本，可粘贴到邮件或即时消息", whom=whom))

    @writes
    def back_up(self) -> None:
        """Write a backup now."""
        self._session.run(self.shell.operations, tr("备份"), lambda ctx, _p, _c: back_up(ctx), self._backed_up, owner=self)

    def advance(self) -> None:
        """Take the step to the next stage: the trial run at once, any other on the page where it is taken."""
        view = self.seen.view if self.seen is not None else None
        if view is None or not forward(view)[2]:
            self.shell.say(forward(view)[1] if view is not None else tr("还没有建立期间"))
        elif view.next_stage == TRIAL:
            self.settle()
        else:
            self.shell.go(KEY_OF[next(s.page for s in view.stages if s.name == view.next_stage)])

    @writes
    def settle(self) -> None:
        """Take the step to the settlement: a trial run of the month's sharing."""
        month = self.shell.month
        if month is not None:
            self._session.run(
                self.shell.operations, tr("试算"), lambda ctx, _p, _c: trial(ctx, month), self._settled, owner=self
            )

    def export_templates(self) -> None:
        """Ask for a folder and write the 17 templates into it."""
        seen = self.seen
        folder = QFileDialog.getExistingDirectory(self, tr("模板写到哪个文件夹"), str(self._session.paths.outbox))
        if folder and seen is not None:
            self._session.run(
                self.shell.operations,
                tr("导出模板"),
                lambda ctx, progress, cancelled: write_templates(ctx, seen.view.month, Path(folder), progress, cancelled),
                self._exported,
                owner=self,
            )

    def show_demo(self) -> None:
        """Build the demo beside the workspace and open it."""
        out = self.demo_folder
        self.shell.operations.run(
            tr("建立演示"),
            lambda progress, cancelled: build_demo(out, progress, cancelled),
            self._session.reopen,
            self._no_demo,
            owner=self,
            database=False,  # it is another workspace: ours stays free
        )

    @property
    def demo_folder(self) -> Path:
        """Where the demo is built: beside the workspace, never in it."""
        return self._session.paths.root.parent / "演示"

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        self.seen = seen
        self.tasks = tasks(seen.view.todo)
        self.put(self._first() if not seen.view.months else self._month())

    def _first(self) -> QWidget:
        assert self.seen is not None
        month = self.seen.view.month
        go, encrypt = self.shell.go, lambda: self.shell.go("settings", "encrypt")
        steps = first_steps(
            month, self.export_templates, lambda: go("receive"), self.show_demo, self.demo_folder, encrypt, self.ask_park
        )
        return page_body(page_head(tr("工作台")), (steps, 1))

    @writes
    def ask_park(self) -> None:
        """Ask which park this workspace is for; the window then shows the pages of a park."""
        from zgc_desktop.ui.pages.moves_ask import Ask, Field
        from zgc_desktop.ui.pages.park_work import choose_party

        def done(change: ChangeSummary) -> None:
            self.shell.announce(change)
            self.shell.say(change.sentence, lambda: self.shell.undo(change.journal_seq))

        def given(answers: Mapping[str, str]) -> None:
            park = answers["park"]
            work = lambda ctx, _p, _c: choose_party(ctx, park)  # noqa: E731
            self._session.run(self.shell.operations, tr("选分园"), work, done, owner=self)

        said = tr("本工作区改为分园用：左栏只有我的报送、我的企业、我的案件、我的对账单。有数据后不能再改。")
        field = Field("park", tr("分园"), choices=tuple(self._session.need().catalogue.parks))
        Ask(self, tr("设为分园工作区"), said, (field,), given).open()

    def _month(self) -> QWidget:
        assert self.seen is not None
        view = self.seen.view
        what, missing, can = forward(view)
        step = button(tr(what), self.advance)
        step.setEnabled(can)
        open_next = button(tr("打开下一件"), self.open_next, role="primary", tip=tr("打开下一件（Enter）"))
        open_next.setEnabled(bool(self.tasks))
        head = page_head(tr("工作台"), note=view.cutoff_note, tools=[label(missing, "note"), step, open_next])
        stages = StageBar()
        stages.set_stages([Stage(s.name, s.name, s.note, s.state, float(s.share)) for s in view.stages])
        stages.chosen.connect(self._go_to_stage)
        most = actions_that_fit(view, len(self.tasks))
        left = col(todo_card(self.tasks, self.do), (self._actions_card(most), 1), gap=12)
        grid = grid_card(
            view, lambda park: self.shell.go("receive", park), lambda park: self.remind([park]), self._fill_grid_menu
        )
        right = col(grid, figures_card(view.figures, view.month, self._open_rows), None, gap=12)
        return page_body(head, plain_card(row((stages, 1)), (16, 2, 8, 2)), row((left, 1), (right, 1), gap=12), None)

    def _fill_grid_menu(self, menu: QMenu, park: str) -> None:
        """What else can be done with a park of the grid."""
        from zgc_desktop.domain.expected import DeclarationKind

        menu.addAction(tr("{park}的历次版本", park=park), lambda: self.shell.go("receive", (park, "versions")))
        menu.addAction(tr("{park}的问题与退回", park=park), lambda: self.shell.go("checks", park))
        menu.addSeparator()
        for kind in (DeclarationKind.NO_CHANGE, DeclarationKind.LATE):
            menu.addAction(tr("登记{park}{what}…", park=park, what=tr(kind.word)), self._declarer(park, kind))

    def _declarer(self, park: str, kind: DeclarationKind) -> Callable[[], object]:
        return partial(self.ask_declare, park, kind)

    @writes
    def ask_declare(self, park: str, kind: DeclarationKind) -> None:
        """What a park said of its month, with who said it; kept as its declaration."""
        from zgc_desktop.ui.pages.moves_ask import Ask, Field

        month = self.shell.month
        if month is None:
            return
        said = tr("{month} {what}由园方说明，登记后催报不再包括它。", month=month.label, what=tr(kind.word))
        field = Field("reason", tr("谁怎么说的"), required=True, hint=tr("如 电话告知 李某"))
        act = tr("登记{park}{what}", park=park, what=tr(kind.word))
        Ask(self, act, said, (field,), lambda a: self._declare(month, park, kind, a["reason"])).open()

    def _declare(self, month: Month, park: str, kind: DeclarationKind, reason: str) -> None:
        said = tr("已登记 {park} {what}", park=park, what=tr(kind.word))
        self._session.run(
            self.shell.operations,
            tr("登记说明"),
            lambda ctx, _p, _c: declare(ctx, month, park, kind, reason),
            lambda change: self._declared(said, change),
            owner=self,
        )

    def _declared(self, said: str, change: ChangeSummary) -> None:
        self.shell.announce(change)
        self.shell.say(said)

    def _actions_card(self, most: int) -> QWidget:
        assert self.seen is not None
        seen = self.seen
        return actions_card(seen.view.actions, seen.now, most, seen.undoable, self.shell.undo, lambda: self.shell.go("audit"))

    def _go_to_stage(self, name: str) -> None:
        assert self.seen is not None
        view = self.seen.view
        page = next(s.page for s in view.stages if s.name == name)
        if KEY_OF[page] == "desk":
            opened = tr("{month}已开放，报送截止 {due}", month=view.month.label, due=day_of(view.cutoff))
            self.shell.say(opened if view.month in view.months else tr("{month}尚未开放", month=view.month.label))
        else:
            self.shell.go(KEY_OF[page])

    def _open(self, task: Task) -> None:
        self.shell.go(KEY_OF[task.item.page], task.parks[0] if task.parks else None)

    def _open_rows(self, figure: Figure, month: Month) -> None:
        """The rows a figure counts in a month."""
        parks = self._session.need().catalogue.parks
        if month != self.shell.month:
            self.shell.show_month(month)
        self.shell.go(*opens(figure, parks))

    def _late_parks(self) -> tuple[str, ...]:
        return tuple(p for t in self.tasks if t.action == REMIND for p in t.parks)

    def _command(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self.put(trouble(tr("工作台"), tr("工作台没有读出来"), failure, self._session))

    def _backed_up(self, copy: Path) -> None:
        self.shell.say(tr("已备份到 {path}", path=copy))
        self.shell.announce(ChangeSummary(f"备份 {copy.name}", subjects=frozenset({"backup"})))
        self.refresh()

    def _settled(self, sentence: str) -> None:
        self.shell.say(sentence)
        self.shell.announce(ChangeSummary(sentence, subjects=frozenset({"settlement", "reports", "cases"})))

    def _exported(self, made: TemplatesWritten) -> None:
        self.shell.say(made.sentence)

    def _no_demo(self, failure: Failure) -> None:
        if failure.kind == "cancelled":
            self.shell.say(tr("演示没有建完，已停止；再次点“看演示”会重新建立"))
        elif failure.kind == "known":
            dialogs.show_failure(self, failure)
