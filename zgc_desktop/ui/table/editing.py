"""Changing cells of a table: paste, fill down, replace and clear. A block is checked as a whole before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from zgc_desktop.ui.table.selection import blocks, columns_of, rows_of
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.table import Change, filled_down, pasted, replaced

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable


def edit_actions(view: DataTable[Any]) -> None:
    """The keys of a table with cells that can be changed: paste, fill down (Ctrl+D), replace (Ctrl+H), as in Excel and WPS."""
    view.add_key(tr("粘贴"), QKeySequence(QKeySequence.StandardKey.Paste), lambda: paste(view))
    view.add_key(tr("向下填充"), QKeySequence("Ctrl+D"), lambda: fill_down(view))
    view.add_key(tr("替换…"), QKeySequence("Ctrl+H"), lambda: ask_replace(view))
    view.add_key(tr("清空单元格"), QKeySequence("Del"), lambda: clear_cell(view))


def paste(view: DataTable[Any]) -> None:
    """Check the block in the clipboard against the cells from the current one on, and tell what it would change."""
    text, here = QGuiApplication.clipboard().text(), view.currentIndex()
    if text and here.isValid() and any(c.edit is not None for c in view.table.columns):
        columns = view.visible_columns()
        start = columns.index(here.column()) if here.column() in columns else 0
        view.block_pasted.emit(pasted(view.table, text, here.row(), columns[start:]))


def fill_down(view: DataTable[Any]) -> None:
    """Check the topmost selected row's value of the current column against the rows below it, as a block that is pasted."""
    here, rows = view.currentIndex(), rows_of(blocks(view))
    if here.isValid() and rows:
        columns = [here.column()]
        if view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems:
            columns = [n for n in view.visible_columns() if n in columns_of(blocks(view))]
        view.block_pasted.emit(filled_down(view.table, rows, columns))


def clear_cell(view: DataTable[Any]) -> None:
    """Delete clears an editable cell and never a row; where it may not be empty, that is said."""
    here = view.currentIndex()
    if not here.isValid():
        return
    column, row = view.table.columns[here.column()], view.table.row(here.row())
    if column.edit is not None and column.edit.text(row):
        view.changed.emit(Change(view.table.key_at(here.row()), column.key, ""), column.edit.fault(row, ""))


def ask_replace(view: DataTable[Any]) -> None:
    """Ctrl+H: replace words in an editable column, in the selected rows where there are several, else in all that are shown."""
    from zgc_desktop.ui.pages.moves_ask import Ask, Field

    data = view.table
    editable = [n for n in view.visible_columns() if data.columns[n].edit is not None]
    if not editable or not len(data):
        return
    chosen = rows_of(blocks(view))
    rows = chosen if len(chosen) > 1 else list(range(len(data)))
    titles = {tr(data.columns[n].title): n for n in editable}
    here = view.currentIndex().column()
    first = next((title for title, n in titles.items() if n == here), next(iter(titles)))
    fields = (
        Field("column", tr("列"), first, tuple(titles), width=160),
        (Field("find", tr("查找内容"), required=True), Field("to", tr("替换为"))),
    )
    where = tr("所选 {n} 行", n=len(rows)) if len(chosen) > 1 else tr("当前显示的 {n} 行", n=f"{len(rows):,}")
    said = tr("在{where}中替换；改动先整块核对，再写入。", where=where)
    Ask(
        view.window(), tr("替换"), said, fields,
        lambda a: view.block_pasted.emit(replaced(data, rows, titles[a["column"]], a["find"], a["to"])),
    ).open()  # fmt: skip
