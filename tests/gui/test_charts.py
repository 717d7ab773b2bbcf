"""Every chart: pointing at a mark says its figure with the unit, a click opens exactly those rows; keys do both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.gui.every_page import Rest, tabs_of
from zgc_desktop.domain.periods import Month
from zgc_desktop.figures.scene import Dot, Key, Rect
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.numbers import shown
from zgc_desktop.ui.pages.desk_parts import FigureBox
from zgc_desktop.ui.scene_view import SceneView

OpenPage = Callable[..., tuple[MainWindow, Any]]
UNITS = re.compile(r"家|件|%|万元|未报|没有|未入库|至 ")
"""What a tip says its figure in; a timeline says from when to when."""
SEEN = ("desk", "moves/4", "sharing/2", "tiers/6", "space/0", "space/5", "rules/0")
"""Where charts stand on the demo."""


def middle(mark: Rect | Dot) -> QPoint:
    x, y = (mark.x + mark.w / 2, mark.y + mark.h / 2) if isinstance(mark, Rect) else (mark.x, mark.y)
    return QPoint(round(x), round(y))


def mark_of(view: SceneView, key: Key) -> Rect | Dot:
    return next(s for s in view.scene.keyed() if s.key == key)


def pictures(window: MainWindow, rest: Rest) -> Iterator[tuple[str, SceneView]]:
    """Every visible picture with something to point at, on every page and tab."""
    for entry in PAGES:
        window.go(entry.key)
        rest(window)
        page: Any = window.page(entry.key)
        for place in tabs_of(page, rest, window, entry.key):
            if place == "sharing/2":
                page.what_if.edits["ratios"].setText("0.4,0.4,0.4")
                page.what_if.run()
                rest(window)
            for view in page.findChildren(SceneView):
                if view.isVisible() and list(view.scene.keyed()):
                    yield place, view


def press(view: SceneView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_pointing_at_any_mark_of_any_chart_says_its_figure_by_mouse_and_by_keyboard(
    open_page: OpenPage, rest: Rest, full: Path
) -> None:
    window, _ = open_page(full, "desk")
    places, found = set[str](), list[str]()
    for place, view in pictures(window, rest):
        places.add(place)
        marks = list(view.scene.keyed())
        if not view.accessibleName():
            found.append(f"{place}: a picture without a name")
        for mark in (*marks[:3], marks[-1]):
            QTest.mouseMove(view, QPoint(0, 0))
            QTest.mouseMove(view, middle(mark))
            if QToolTip.text() != shown(mark.tip) or not UNITS.search(mark.tip):
                found.append(f"{place}: the mouse on {mark.key} says {QToolTip.text()!r} of {mark.tip!r}")
        view.setFocus(Qt.FocusReason.TabFocusReason)
        walked = [view.marked]
        for _ in marks[1:]:
            press(view, Qt.Key.Key_Right)
            walked.append(view.marked)
            if view.accessibleDescription() != shown(view.marked.tip if view.marked is not None else ""):
                found.append(f"{place}: a screen reader hears {view.accessibleDescription()!r}")
        if walked != marks:
            found.append(f"{place}: arrows reach {len(set(map(id, walked)))} of {len(marks)}")
        press(view, Qt.Key.Key_Home)
        assert view.marked is marks[0]
    assert not found, "\n".join(found)
    assert places == set(SEEN)


def by_mouse(view: SceneView, key: Key) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(mark_of(view, key)))


def by_keyboard(view: SceneView, key: Key) -> None:
    """Tab to the picture, arrows to the mark, Enter."""
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(view, Qt.Key.Key_Home)
    while view.marked is not None and view.marked.key != key:
        before = view.marked
        press(view, Qt.Key.Key_Right)
        assert view.marked is not before, f"{key} is not reached"
    press(view, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("click", [by_mouse, by_keyboard], ids=["mouse", "keyboard"])
def test_a_click_on_a_chart_opens_exactly_its_rows(
    open_page: OpenPage, rest: Rest, full: Path, click: Callable[[SceneView, Key], None]
) -> None:
    window, desk = open_page(full, "desk")

    # 工作台: the line of 在册企业, its second month: that month's ledger, as many rows as the tip says.
    line = desk.findChildren(FigureBox)[0].findChild(SceneView)
    told = mark_of(line, ("1",)).tip
    click(line, ("1",))
    rest(window)
    ledger: Any = window.page("companies")
    shown_then = f"2026-09　{len(ledger.table.table.shown_rows())} 家"
    assert (window.current, window.month, shown_then) == ("companies", Month(2026, 9), told)
    window.show_month(Month(2026, 10))

    # 报送格局 is a table: Enter or a double click goes to the park's file.
    # 迁移协调: a cell lists the cases of that direction.
    window.go("moves")
    rest(window)
    moves: Any = window.page("moves")
    moves.tabs.choose(4)
    rest(window)
    cell = next(iter(moves.flow.view.scene.keyed()))
    click(moves.flow.view, cell.key)
    listed = moves.table.table.shown_rows()
    assert {(c.from_park, c.to_park) for c in listed} == {cell.key}
    assert f"{len(listed)} 件" in cell.tip

    # 模拟: a bar shows the cases in which that district gets or pays anything.
    window.go("sharing")
    rest(window)
    sharing: Any = window.page("sharing")
    sharing.tabs.choose(2)
    rest(window)
    what_if = sharing.what_if
    what_if.edits["ratios"].setText("0.4,0.4,0.4")
    what_if.run()
    rest(window)
    bars = what_if.picture.view
    party = next(iter(bars.scene.keyed())).key
    click(bars, party)
    shares = [{p for o in (c.before, c.after) for p, v in o.by_party.items() if v} for c in what_if.cases.table.shown_rows()]
    assert shares
    assert all(party[0] in s for s in shares)
    assert len(shares) < len(what_if.found.cases)

    # 阶梯图: a bar finds the year of the cohort.
    window.go("tiers")
    rest(window)
    tiers: Any = window.page("tiers")
    tiers.tabs.choose(6)
    rest(window)
    click(tiers.ladder.view, ("2023", "2025"))
    assert tiers.steps.current_key() == ("2023", "2025")

    # 组团空间: a tile shows the clusters of its park, a part of the structure its companies, a little line its cluster.
    window.go("space")
    rest(window)
    space: Any = window.page("space")
    click(space.map, ("海淀园",))
    assert {c.cluster.park for c in space.table.table.shown_rows()} == {"海淀园"}
    space.tabs.choose(5)
    rest(window)
    click(space.trend.smalls, ("永丰",))
    assert space.trend.chosen == "永丰"
    click(space.trend.lines, ("companies", "26-09"))
    assert space.trend.table.current_key() == "2026-09"
    space.tabs.choose(0)
    rest(window)
    name, picture = space.table.current_key(), space.detail.structure
    for mark in list(picture.scene.keyed()):
        click(picture, mark.key)
        rest(window)
        rows = window.page("companies").table.table.shown_rows()  # type: ignore[union-attr]
        assert {(r.cluster, r.industry in mark.key) for r in rows} == {(name, True)}
        assert f"：{len(rows)} 家" in mark.tip
        window.go("space")
        rest(window)

    # 企业卡片: a month of the line shows the figures of that month with their cells.
    window.go("companies", ledger.table.table.rows[0].id)
    rest(window)
    card = ledger.card.findChild(SceneView)
    assert UNITS.search(next(iter(card.scene.keyed())).tip)
    click(card, ("1",))
    assert ledger.card.tabs.is_chosen(1)
    assert sources_month(ledger.card) == Month(2026, 9).number


def sources_month(card: Any) -> int:
    """The month that is chosen in 按月数据."""
    from zgc_desktop.ui.table.view import DataTable

    number, _ = card.findChildren(DataTable)[-1].current_key()
    return int(number)
