"""The order in which Tab goes through a part of the window: as one reads it, whenever and in whatever order it was built."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QWidget


def stops(part: QWidget) -> Iterator[QWidget]:
    """Every widget Tab stops at, as laid out: a layout's items in their order, what lies in no layout by its place."""
    if not part.isVisible() or not part.isEnabled():
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    inside = list(_laid(part.layout()))
    known = {id(w) for w in inside}
    loose = [w for w in part.children() if isinstance(w, QWidget) and id(w) not in known and not w.isWindow()]
    for each in (*inside, *sorted(loose, key=lambda w: (w.y(), w.x()))):
        yield from stops(each)


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    places = range(layout.count())
    if isinstance(layout, QGridLayout):  # its items stand in the order they were put in
        places = sorted(places, key=lambda n: layout.getItemPosition(n)[:2])  # type: ignore[assignment, index]
    for n in places:
        item = layout.itemAt(n)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def step(window: QWidget, *, forward: bool) -> bool:
    """Go to the next stop of a window, or to the one before; False where there is none."""
    order = list(stops(window))
    if not order:
        return False
    now = QApplication.focusWidget()
    at = order.index(now) if now in order else _nearest(order, now)
    target = order[(at + 1 if forward else at - 1) % len(order)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    place = target.parentWidget()
    while place is not None and place is not window:
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(target)
        place = place.parentWidget()
    return True


def _nearest(order: list[QWidget], now: QWidget | None) -> int:
    """Where a widget stands that Tab does not stop at (a click put the focus there): just before what it holds."""
    if now is None:
        return -1
    held = next((n for n, w in enumerate(order) if now.isAncestorOf(w)), None)
    if held is not None:
        return held - 1
    holding = next((n for n, w in enumerate(order) if w.isAncestorOf(now)), None)
    return -1 if holding is None else holding
