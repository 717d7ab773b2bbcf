"""Ctrl+E of every table: what is shown now, filtered and in its order, as a workbook in the outbox."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.base import Page
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.exporting import plain_table


def export_rows(page: Page, session: Session, table: DataTable[Any], title: str) -> None:
    """Write the shown rows and columns and open the file; nothing is shown, nothing is written."""
    data, columns = table.table, table.visible_columns()
    if not len(data):
        page.shell.say(tr("没有可导出的行"))
        return
    shown = data.copy()  # the user goes on filtering while the workbook is written

    def work(_progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services.export_table import export_table

        return export_table(session.need(), plain_table(shown, columns, title))

    def done(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        page.shell.say(tr("已导出 {n} 行：{name}", n=f"{len(shown):,}", name=path.name))

    page.shell.operations.run(tr("导出"), work, done, owner=page, database=False)
