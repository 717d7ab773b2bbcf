"""What a part of the window offers the palette besides its commands: the buttons seen there, the menus of chosen rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QWidget
from shiboken6 import isValid

from zgc_desktop.ui.shell.palette import Hit, hit_of
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Tabs
from zgc_desktop.ui.widgets.rights import Menu

OURS: Final = "palette"
"""Name of the menus made here."""


def buttons_of(part: QWidget) -> Iterator[Hit]:
    """Every button that can be seen, by its words or what a screen reader says; choosing it is a click on it."""
    for press in part.findChildren(QAbstractButton):
        words = (press.text() or press.accessibleName()).replace("&", "").strip()
        if not press.isVisible() or not words or press.property("role") == "chip":
            continue  # chips filter what stands beside them; they are found by what they filter
        if isinstance(press, QPushButton) and press.menu() is not None:
            yield from (hit_of(a) for a in press.menu().actions() if a.text())
        elif press.isEnabled():
            yield Hit(words, tr("标签") if isinstance(press.parentWidget(), Tabs) else tr("按钮"), partial(_click, press))
        else:
            yield Hit(words, why_off(press), press.click, off=True)


def _click(press: QAbstractButton) -> None:
    """Click, unless the page has been filled anew since the palette was opened."""
    if isValid(press) and press.isVisible():
        press.click()


def why_off(press: QAbstractButton) -> str:
    """Why a button cannot be used now: its tooltip says so, else the one note that stands beside it."""
    if press.toolTip() not in ("", press.text()):
        return press.toolTip()
    place, direct = press.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
    beside = place.findChildren(QLabel, options=direct) if place is not None else []
    notes = [x.text() for x in beside if x.isVisible() and x.text() and x.property("role") in ("note", "fault")]
    return notes[0] if len(notes) == 1 else tr("现在不能用")


def menus_of(part: QWidget) -> Iterator[Hit]:
    """What the rows that are chosen offer by right click, of every table that can be seen."""
    for table in part.findChildren(DataTable):
        key = table.current_key()
        if not table.isVisible() or key is None:
            continue
        for before in table.findChildren(QMenu, OURS):
            before.deleteLater()
        menu = Menu(table)  # its entries must outlive the palette: what was chosen is done when it is closed
        menu.setObjectName(OURS)
        table.menu_asked.emit(menu, key)
        for action in _entries(menu):
            yield hit_of(action)
        yield from (hit_of(a) for a in (table.copy_action, table.copy_headers_action))


def _entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _entries(inner)
        elif action.text():
            yield action
