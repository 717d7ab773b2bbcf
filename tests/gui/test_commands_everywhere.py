"""Commands on every page: the palette finds whatever a button or a row's menu does, and no key means two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from tests.gui.every_page import Rest, tabs_of
from zgc_desktop.ui.commands import EVERY_PAGE, FORBIDDEN_KEYS, PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.shell.palette import bare
from zgc_desktop.ui.table.view import DataTable

OpenPage = Callable[..., tuple[MainWindow, Any]]
FORBIDDEN = {QKeySequence(k).toString() for k in FORBIDDEN_KEYS}


def places(window: MainWindow, rest: Rest) -> Iterator[tuple[str, Any]]:
    for entry in PAGES:
        window.go(entry.key)
        rest(window)
        page: Any = window.page(entry.key)
        for place in tabs_of(page, rest, window, entry.key):
            yield place, page


def words_of(press: QAbstractButton) -> str:
    return (press.text() or press.accessibleName()).strip()


def titles(window: MainWindow, words: str) -> dict[str, Any]:
    window.palette_list.close_it()
    return {bare(h.title): h for h in window.palette_list.hits(words)}


def row_menu(table: DataTable[Any]) -> list[QAction]:
    menu = QMenu(table)
    table.menu_asked.emit(menu, table.current_key())
    return [a for a in menu.actions() if a.text() and a.menu() is None]


def collisions(window: MainWindow, page: QWidget) -> Iterator[str]:
    """Keys that two commands answer to while one widget has the focus."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for action in window.findChildren(QAction):
        place = action.parent()
        here = place is window or (isinstance(place, QWidget) and place.isVisible())
        if not (here and action.isEnabled()) or action.shortcutContext() == Qt.ShortcutContext.WidgetShortcut:
            continue  # a table's own keys work in that table alone
        for key in action.shortcuts():
            meant[key.toString()].add(action.text())
    for table in page.findChildren(DataTable):
        keys = [k.toString() for a in table.actions() for k in a.shortcuts()]
        yield from (f"{k} in {table.accessibleName()}" for k in keys if k in meant or keys.count(k) > 1 or k in FORBIDDEN)
    yield from (f"{key}: {sorted(names)}" for key, names in meant.items() if key and len(names) > 1)
    yield from (f"{key} belongs to an input method" for key in meant if key in FORBIDDEN or "Meta" in key)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_whatever_a_button_or_a_menu_does_is_found_in_the_palette_by_its_name_and_its_initials(
    open_page: OpenPage, rest: Rest, full: Path
) -> None:
    window, _ = open_page(full, "desk")
    found: list[str] = []
    for place, page in places(window, rest):
        found += [f"{place}: {said}" for said in collisions(window, page)]
        for table in page.findChildren(DataTable):
            if table.isVisible() and len(table.table) and table.current_key() is None:
                table.select_key(table.table.key_at(0))
        rest(window)
        tables = [t for t in page.findChildren(DataTable) if t.isVisible() and t.current_key() is not None]
        wanted = {bare(a.text()): a.isEnabled() for t in tables for a in row_menu(t)}
        rest(window)
        for press in page.findChildren(QAbstractButton):
            if press.isVisible() and words_of(press) and press.property("role") != "chip":
                wanted[bare(words_of(press))] = wanted.get(bare(words_of(press)), False) or press.isEnabled()
        spelled = window.palette_list.spelled
        for name, on in wanted.items():
            for words in (name, spelled(name).partition("\n")[0]):
                hit = titles(window, words).get(name)
                if hit is None and len(titles(window, words)) < 12:
                    found.append(f"{place}: {name} is not found by {words!r}")
                elif hit is not None and hit.off and on:
                    found.append(f"{place}: {name} is said to be off: {hit.note}")
                elif hit is not None and hit.off and not hit.note:
                    found.append(f"{place}: {name} is off without a reason")
    assert not found, "\n".join(found)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_button_chosen_in_the_palette_does_what_a_click_does_and_one_that_is_off_says_why(
    open_page: OpenPage, rest: Rest, full: Path
) -> None:
    window, _ = open_page(full, "plan")
    window.go("sharing")
    rest(window)
    titles(window, "模拟")["模拟"].run()  # the tab
    assert window.page("sharing").tabs.is_chosen(2)  # type: ignore[union-attr]
    window.go("rules")
    rest(window)
    window.page("rules").tabs.choose(1)  # type: ignore[union-attr]
    rest(window)
    off = titles(window, "停用")["停用"]
    assert off.off
    assert off.note
    window.topbar.search.setText("停用")
    window.palette_list.unfold()
    window.palette_list._run_current()
    assert window.undo_bar.accessibleName() == off.note


def test_every_command_of_the_window_has_a_chinese_name(open_page: OpenPage, full: Path) -> None:
    window, _ = open_page(full, "desk")
    assert set(window.page_actions) == set(EVERY_PAGE)
    named = [*window.page_actions.values(), *window.offered.values(), *window.window_actions]
    assert all(any("一" <= c <= "鿿" for c in a.text()) for a in named)
