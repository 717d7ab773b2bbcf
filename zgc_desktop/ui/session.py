"""The workspace the window works on: opened in the database worker, known to the pages when it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from zgc_desktop.domain.errors import KnownError
from zgc_desktop.paths import WorkspacePaths, default_workspace
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress, Work

if TYPE_CHECKING:  # the context brings SQL with it; the window shows before that is loaded
    from zgc_desktop.services.context import AppContext

T = TypeVar("T")


class NotOpen(KnownError):
    """Work was asked for before the workspace was open."""


class Session:
    """Which workspace is open. Pages look at ``is_open`` in ``refresh`` and are refreshed again when that changes.

    ``problem`` is why the workspace could not be opened. ``context`` is for work in a worker only.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._ctx: AppContext | None = None
        self.problem: Failure | None = None
        self.paths = WorkspacePaths((folder or default_workspace()).expanduser().absolute())
        self.retry: Callable[[], object] = lambda: None
        """Try to open it again; set by the start module."""
        self.switch: Callable[[Path], object] = lambda folder: None
        """Close this workspace and work on another; set by the start module."""

    @property
    def is_open(self) -> bool:
        return self._ctx is not None

    @property
    def name(self) -> str:
        """The workspace as the status bar names it: the end of its path."""
        return "/".join(self.paths.root.parts[-2:])

    def open(self, folder: Path) -> AppContext:
        """Open the workspace in ``folder``; in a worker, for here SQL is first imported. KnownError when it cannot be."""
        from zgc_desktop.bootstrap import open_workspace

        return open_workspace(folder)

    def take(self, ctx: AppContext) -> None:
        """Work on this workspace from now on."""
        self._ctx, self.paths, self.problem = ctx, ctx.paths, None

    def context(self) -> AppContext:
        """The open workspace, for work in a worker."""
        if self._ctx is None:
            raise NotOpen("工作区还没有打开", where=str(self.paths.root), advice="请稍候再试")
        return self._ctx

    def work(self, do: Callable[[AppContext], T]) -> Work[T]:
        """Work for ``Operations.run`` that only needs the workspace: ``session.work(lambda ctx: desk.view(ctx, month))``."""

        def run(progress: Progress, cancelled: IsCancelled) -> T:
            return do(self.context())

        return run
