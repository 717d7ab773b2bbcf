"""Ctrl+E of every table: what is shown now, filtered and in its order, as a workbook in the outbox."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zgc_desktop.domain.plain_table import PlainTable
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.base import Page
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.exporting import plain_table

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

Write: TypeAlias = "Callable[[AppContext, PlainTable], Path]"


def _alone(ctx: AppContext, table: PlainTable) -> Path:
    from zgc_desktop.services.export_table import export_table

    return export_table(ctx, table)


def export_rows(page: Page, session: Session, table: DataTable[Any], title: str, write: Write = _alone) -> None:
    """Write the shown rows and columns (with ``write``, which may add sheets) and open the file.

    Nothing is shown, nothing is written.
    """
    data, columns = table.table, table.visible_columns()
    if not len(data):
        page.shell.say(tr("没有可导出的行"))
        return
    shown = data.copy()  # the user goes on filtering while the workbook is written

    def work(_progress: Progress, _cancelled: IsCancelled) -> Path:
        return write(session.need(), plain_table(shown, columns, title))

    def done(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        page.shell.say(tr("已导出 {n} 行：{name}", n=f"{len(shown):,}", name=path.name))

    page.shell.operations.run(tr("导出"), work, done, owner=page, database=False)
