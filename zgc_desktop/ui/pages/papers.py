"""Papers written by a button: made in the outbox on a worker, then opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.base import Page
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext


def write_paper(page: Page, session: Session, name: str, make: Callable[[AppContext], Path]) -> None:
    """Make a paper and open it; what is wrong with it is said as everywhere."""

    def work(_progress: Progress, _cancelled: IsCancelled) -> Path:
        return make(session.need())

    def done(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        page.shell.say(tr("已写出{name}", name=path.name))

    page.shell.operations.run(name, work, done, owner=page)


def standard_sheet(number: int) -> Callable[[AppContext], Path]:
    """Writes the publication sheet of a standard."""

    def make(ctx: AppContext) -> Path:
        from zgc_desktop.services.review_papers import write_standard_sheet

        return write_standard_sheet(ctx, number, ctx.paths.outbox)

    return make


def minutes(body: str, on: date) -> Callable[[AppContext], Path]:
    """Writes the minutes of a body's meeting on a day."""

    def make(ctx: AppContext) -> Path:
        from zgc_desktop.services.review_papers import write_minutes

        return write_minutes(ctx, body, on, ctx.paths.outbox)

    return make


def yearbook(year: int, *, public: bool) -> Callable[[AppContext], Path]:
    """Writes the yearly book of both plans, or its public version."""

    def make(ctx: AppContext) -> Path:
        from zgc_desktop.services.yearbook import write_yearbook

        return write_yearbook(ctx, year, ctx.paths.outbox, public=public)

    return make
