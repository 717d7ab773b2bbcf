"""The workspace the window works on: opened in the background, then handed to every piece of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from zgc_desktop.domain.errors import EnvironmentProblem, KnownError
from zgc_desktop.paths import Address, workspace_paths
from zgc_desktop.ui.operations import Failure, IsCancelled, Operation, Operations, Progress
from zgc_desktop.ui.pages.base import Page
from zgc_desktop.ui.texts import tr

if TYPE_CHECKING:  # the context knows the database: not before the window shows
    from zgc_desktop.services.context import AppContext

T = TypeVar("T")
SessionWork: TypeAlias = "Callable[[AppContext, Progress, IsCancelled], T]"


class Session(QObject):
    """An open workspace, or the reason why there is none."""

    ready = Signal()
    failed = Signal(str)

    def __init__(
        self, folder: Address | None = None, parent: QObject | None = None, *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.context: AppContext | None = None
        self.problem: Failure | None = None
        """Why the workspace could not be opened."""
        self.paths = workspace_paths(folder)
        self.wanted = self.paths.address
        """The workspace that was asked for last."""
        self.passphrases: dict[Address, str] = {}
        """What the user typed for encrypted workspaces and databases, as long as the window is open."""
        self._head = (0, "")
        self.asks_words = False
        """Whether the last opening failed for want of a passphrase, the workspace's or the database's."""
        self.reopen: Callable[[Address | None], object] = lambda folder: None
        """Open another workspace, or this one again for None; set by the start module."""
        self.ask_take_over: Callable[[str], object] = lambda by: None
        """Ask for the reason and take the right to write from whom it names; set by the start module."""

    @property
    def is_open(self) -> bool:
        return self.context is not None

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of the journal's last entry when a workspace on a server was opened."""
        return self._head

    @property
    def name(self) -> str:
        """The workspace as the status bar names it: the end of its path, or the database and its server."""
        return self.paths.name

    def open(self, operations: Operations, folder: Address | None = None) -> None:
        """Open the workspace in ``folder`` or on a server (this session's own when None), creating or upgrading it.

        Where another one cannot be opened, the one that is open stays.
        """
        wanted = folder or self.paths.address
        self.wanted = wanted
        words = self.passphrases.get(wanted, "")

        def work(_progress: Progress, _cancelled: IsCancelled) -> AppContext:
            from zgc_desktop import bootstrap  # SQL and the rules: heavy, so in the worker
            from zgc_desktop.services import desks

            self.asks_words = False
            try:
                ctx = bootstrap.open_workspace(wanted, clock=self._clock, passphrase=words, hold=True)
                self._head = desks.head(ctx) if ctx.store.on_server else (0, "")  # before any page has read
                return ctx
            except KnownError as problem:
                self.asks_words = bootstrap.asks_passphrase(problem)
                raise

        operations.run(tr("打开工作区"), work, self._opened, self._failed, owner=self, quiet=True)

    def run(
        self,
        operations: Operations,
        label: str,
        work: SessionWork[T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Failure], object] | None = None,
        *,
        owner: QObject | None = None,
        quiet: bool = False,
    ) -> Operation[T]:
        """Start work on the workspace and return at once; it runs in the one serial database worker."""

        def with_context(progress: Progress, cancelled: IsCancelled) -> T:
            return work(self.need(), progress, cancelled)

        operation = operations.run(label, with_context, on_done, on_failed, owner=owner, quiet=quiet)
        if quiet and isinstance(owner, Page):
            owner.follow_reading(operation)
        return operation

    def read(
        self,
        operations: Operations,
        label: str,
        look: Callable[[AppContext], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[Failure], object] | None = None,
        *,
        owner: QObject,
    ) -> Operation[T]:
        """Read something to be shown: quick, without a word in the status bar."""
        return self.run(operations, label, lambda ctx, _p, _c: look(ctx), on_done, on_failed, owner=owner, quiet=True)

    def need(self) -> AppContext:
        """The open workspace; EnvironmentProblem when there is none."""
        if self.context is None:
            why = self.problem.sentence if self.problem else ""
            raise EnvironmentProblem(tr("工作区没有打开"), where=self.paths.where, why=why)
        return self.context

    def adopt(self, ctx: AppContext) -> None:
        """Go on with the same workspace as a piece of work left it, e.g. under another key; for the worker, at its end."""
        self.context = replace(ctx, start_notes=())

    def take_over(self, operations: Operations, reason: str) -> None:
        """Take the right to write from a machine that left its note behind, by a person's word, then open again."""
        folder, words = self.wanted, self.passphrases.get(self.wanted, "")

        def work(_progress: Progress, _cancelled: IsCancelled) -> None:
            from zgc_desktop.bootstrap import workspace_as_it_lies
            from zgc_desktop.services import recovery

            recovery.take_over(workspace_as_it_lies(folder, clock=self._clock, passphrase=words), reason)

        operations.run(tr("接管写权"), work, lambda _: self.reopen(folder), owner=self)

    def close(self) -> None:
        """Give the right to write back: the session has ended as it should."""
        if self.context is not None:
            self.context.close()
            self.context = None

    def _opened(self, ctx: AppContext) -> None:
        if self.context is not None:
            self.context.close()
        self.context, self.paths, self.problem = ctx, ctx.paths, None
        self.ready.emit()

    def _failed(self, failure: Failure) -> None:
        if not self.is_open:
            self.problem = failure
        self.failed.emit(failure.sentence)
