"""Undo and redo in the window: Ctrl+Z and Ctrl+Y, the way back in the bar after every write, and what rests on a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.rights import writes

if TYPE_CHECKING:
    from zgc_desktop.domain.journal import Possible, Step
    from zgc_desktop.services.context import AppContext

MOST_TOLD = 6


def newest_step(ctx: AppContext) -> Step | None:
    """The newest thing a person did, where it is this person's and can be undone; for a worker."""
    from zgc_desktop.services import undo

    found = undo.list_steps(ctx, 1)
    return found[0] if found and found[0].done and found[0].entry.who == ctx.who and not found[0].why_fixed else None


def _take_back(seq: int, together: bool) -> SessionWork[ChangeSummary]:
    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import undo

        return undo.undo(ctx, seq, together=together)

    return work


def _do_again(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
    from zgc_desktop.services import undo

    return undo.redo(ctx)


class Undoing(QObject):
    """Keeps the bar's 撤销 true, and undoes: one step alone, or after asking with everything that rests on it."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._seen = 0
        """The newest step that was there before: only what is newer is offered in the bar."""
        window.undoer = self.undo
        window.defaults |= {"undo": self.undo, "redo": self.redo}
        window.announced.connect(self._after_write)
        session.ready.connect(self._begin)

    @writes
    def undo(self, seq: int | None = None) -> None:
        """Undo a step, the last own one when None; where later steps rest on it they are named and asked about first."""

        def read(ctx: AppContext) -> Possible:
            from zgc_desktop.services import undo

            return undo.can_undo(ctx, seq)

        self._session.read(self._window.operations, tr("查撤销"), read, self._decide, owner=self)

    @writes
    def redo(self) -> None:
        """Do again what was undone last."""
        self._session.run(self._window.operations, tr("重做"), _do_again, self._done, self._not_done, owner=self)

    def _decide(self, possible: Possible) -> None:
        step = possible.step
        if step is None or possible.why_not:
            self._window.say(possible.why_not or tr("没有可撤销的操作"))
        elif possible.possible:
            self._run(step.seq, together=False)
        elif possible.together:
            self._ask(step, possible.rests)
        else:
            fixed = next(s for s in possible.rests if s.why_fixed)
            self._window.say(tr("其后的“{what}”不能撤销：{why}", what=fixed.entry.sentence, why=fixed.why_fixed))

    def _ask(self, step: Step, rests: tuple[Step, ...]) -> None:
        told = "\n".join(f"#{s.seq} {s.entry.sentence}" for s in rests[:MOST_TOLD])
        more = tr("\n等 {n} 步", n=len(rests)) if len(rests) > MOST_TOLD else ""
        said = tr("“{what}”之后的操作以它为依据，会一并撤销：\n{rests}{more}", what=step.entry.sentence, rests=told, more=more)
        act = tr("撤销 {n} 步", n=len(rests) + 1)
        from zgc_desktop.ui.pages.moves_ask import Ask

        Ask(self._window, act, said, (), lambda _: self._run(step.seq, together=True)).open()

    def _run(self, seq: int, *, together: bool) -> None:
        task = _take_back(seq, together)
        self._session.run(self._window.operations, tr("撤销"), task, self._done, self._not_done, owner=self)

    def _done(self, change: ChangeSummary) -> None:
        self._window.announce(change)
        self._window.say(change.sentence)

    def _not_done(self, failure: Failure) -> None:
        if failure.kind == "known":
            self._window.say(failure.sentence)

    # ---- the bar ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._seen = 0
        self._session.read(self._window.operations, tr("读取操作记录"), newest_step, self._remember, owner=self)

    def _remember(self, step: Step | None) -> None:
        self._seen = step.seq if step is not None else 0

    def _after_write(self, change: ChangeSummary) -> None:
        if change.subjects and self._session.is_open:
            self._session.read(self._window.operations, tr("读取操作记录"), newest_step, self._offer, owner=self)

    def _offer(self, step: Step | None) -> None:
        """A step newer than any before: the bar that tells of it gets its way back, unless the page gave it one."""
        if step is None or step.seq <= self._seen:
            return
        self._seen = step.seq
        bar = self._window.undo_bar
        if bar.isVisible() and not bar.undo.isVisible():
            bar.offer(lambda: self.undo(step.seq))
