"""The workspace the window works on: opened in the background, then handed to every piece of work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.ui.operations import Failure, IsCancelled, Operation, Operations, Progress
from zgc_desktop.ui.texts import tr

if TYPE_CHECKING:  # the context knows the database: not before the window shows
    from zgc_desktop.services.context import AppContext

T = TypeVar("T")
SessionWork: TypeAlias = "Callable[[AppContext, Progress, IsCancelled], T]"


class Session(QObject):
    """An open workspace, or the reason why there is none."""

    ready = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context: AppContext | None = None
        self._problem = ""

    def open(self, operations: Operations, folder: Path | None = None) -> None:
        """Open the workspace in ``folder`` (the platform's own when None), creating or upgrading it."""

        def work(_progress: Progress, _cancelled: IsCancelled) -> None:
            from zgc_desktop.bootstrap import open_workspace  # SQL and the rules: heavy, so in the worker

            self.context = None
            self.context = open_workspace(folder)

        operations.run(tr("打开工作区"), work, lambda _: self._opened(), self._failed, owner=self)

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
        """Start work on the workspace and return at once.

        It runs in the serial database worker, so it waits there until a workspace that is being opened is open.
        """

        def with_context(progress: Progress, cancelled: IsCancelled) -> T:
            if self.context is None:
                raise EnvironmentProblem(self._problem or tr("工作区还没有打开"))
            return work(self.context, progress, cancelled)

        return operations.run(label, with_context, on_done, on_failed, owner=owner, quiet=quiet)

    def _opened(self) -> None:
        self._problem = ""
        self.ready.emit()

    def _failed(self, failure: Failure) -> None:
        self._problem = failure.sentence
        self.failed.emit(failure.sentence)
