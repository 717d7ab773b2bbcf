"""What a window says in Chinese when it should speak English: every word that is seen or comes up under the pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from tests.gui.english_names import without
from zgc_desktop.figures.scene import Dot, Rect, Text
from zgc_desktop.ui.numbers import shown
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.menu import header_menu
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.marks import Badge

CHINESE = re.compile(r"[\u3400-\u9fff]")
ROWS = 25
CITED = re.compile(
    r"《[^》]*》?|“[^”]*”|(?:演示|Demo )[\w-]*|[\u3400-\u9fff]*〔[^〕]*〕(?: ?\d+ ?(?:号|No\.))?|统筹发展规划 第[^\n]*"
    r"|第[一二三四五六七八九十]+[章节][^\n]*|[\w.（）()〔〕—-]+\.(?:xlsx|zip|pdf|toml|xls|csv|txt|db|json|ttf|ttc|otf)|/[^\s，；。]*"
)
"""Titles, quotations, numbers of papers, chapters of a plan, files; the invented names of the demo begin with 演示."""


def said(window: QWidget) -> Iterator[tuple[str, str]]:
    """(kind, text) of everything a window or dialog shows, with tooltips and the items of lists."""
    yield "title", window.windowTitle()
    for w in window.findChildren(QWidget):
        if not w.isVisible():
            continue
        if w.toolTip():
            yield "tip", w.toolTip()
        if isinstance(w, QLabel | QAbstractButton):
            yield type(w).__name__, w.text()
        elif isinstance(w, QLineEdit):
            yield "hint", w.placeholderText()
        elif isinstance(w, QComboBox):
            # Qt's own dialog of files offers the folders of this machine.
            yield from (("choice", text) for n in range(w.count()) if not Path(text := w.itemText(n)).is_absolute())
        elif isinstance(w, QListWidget):
            yield from (("item", w.item(n).text()) for n in range(w.count()))
        elif isinstance(w, QTextEdit):
            yield "text", w.toPlainText()
        elif isinstance(w, Badge):
            yield "badge", tr(w.word)
        elif isinstance(w, SceneView):
            yield from (("picture", shown(s.text)) for s in w.scene.shapes if isinstance(s, Text))
            yield from (("picture tip", shown(s.tip)) for s in w.scene.shapes if isinstance(s, Rect | Dot) and s.tip)
        elif isinstance(w, DataTable):
            yield from _cells(w)


def _cells(table: DataTable[object]) -> Iterator[tuple[str, str]]:
    model = table.model()
    for n in table.visible_columns():
        yield "header", tr(table.table.columns[n].header)
        for r in range(min(ROWS, len(table.table))):
            cell = model.cell(model.index(r, n))  # type: ignore[attr-defined]
            text = tr(cell.text) if cell.kind == "badge" else cell.text
            yield f"cell {table.table.columns[n].key}", text
            yield f"cell tip {table.table.columns[n].key}", cell.tip
    yield from (("menu", text) for text in _offered(table))
    yield from (("choice", text) for text in _choices(table))


def _offered(table: DataTable[object]) -> Iterator[str]:
    """The menu of the first row and that of the first title, with what opens beside them."""
    row, shown_columns = QMenu(table), table.visible_columns()
    if len(table.table):
        table.menu_asked.emit(row, table.table.key_at(0))
    for menu in (row, *((header_menu(table, shown_columns[0]),) if shown_columns else ())):
        yield from (action.text() for each in (menu, *menu.findChildren(QMenu)) for action in each.actions())
        menu.deleteLater()


def _choices(table: DataTable[object]) -> Iterator[str]:
    """What a cell can be changed to, as its list says it."""
    for n in table.visible_columns() if len(table.table) else ():
        edit = table.table.columns[n].edit
        if edit is not None and edit.choices:
            editor = table.itemDelegate().createEditor(table.viewport(), QStyleOptionViewItem(), table.model().index(0, n))
            assert isinstance(editor, QComboBox)
            yield from (editor.itemText(k) for k in range(editor.count()))
            editor.deleteLater()


def left_in_chinese(window: QWidget, names: frozenset[str]) -> set[tuple[str, str]]:
    """(kind, text) of what still has Chinese characters in it that are no data."""
    longest = max(map(len, names), default=0)
    found = {(kind, text) for kind, text in said(window) if CHINESE.search(text)}
    return {(kind, text) for kind, text in found if _program(text, names, longest)}


def _program(text: str, names: frozenset[str], longest: int) -> bool:
    """Whether Chinese is left whichever of names and quotations is taken out first."""
    one = CITED.sub("", without(text, names, longest))
    return bool(CHINESE.search(one)) and bool(CHINESE.search(without(CITED.sub("", text), names, longest)))
