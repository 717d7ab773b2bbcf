"""Rows, columns, boxes and the scrolling body of a page, with the spaces of the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

Item: TypeAlias = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | None
"""A widget, a layout, a fixed gap, None for a stretch, or (widget or layout, stretch factor)."""
Margins: TypeAlias = tuple[int, int, int, int]
FLAT: Margins = (0, 0, 0, 0)
INSIDE: Margins = (1, 1, 1, 1)
"""Keeps children off a card's rounded border."""
PAGE_MARGINS: Margins = (20, 14, 20, 16)

W = TypeVar("W", bound=QWidget)


def fill(layout: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    """Put items into a layout in order."""
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        thing, factor = item if isinstance(item, tuple) else (item, 0)
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, int):
            layout.addSpacing(thing)
        elif isinstance(thing, QLayout):
            layout.addLayout(thing, factor)
        else:
            layout.addWidget(thing, factor)


def row(*items: Item, gap: int = 8, margins: Margins = FLAT) -> QHBoxLayout:
    """Items side by side."""
    layout = QHBoxLayout()
    fill(layout, items, gap, margins)
    return layout


def col(*items: Item, gap: int = 8, margins: Margins = FLAT) -> QVBoxLayout:
    """Items below each other."""
    layout = QVBoxLayout()
    fill(layout, items, gap, margins)
    return layout


def box(layout: QLayout, role: str = "", *, width: int = 0, height: int = 0) -> QFrame:
    """A frame around a layout; ``role`` chooses its dress in the style sheet."""
    frame = QFrame()
    if role:
        set_role(frame, role)
    lay(frame, layout)
    if width:
        frame.setFixedWidth(width)
    if height:
        frame.setFixedHeight(height)
    return frame


_waiting: Final[list[list[tuple[QWidget, QLayout]]]] = []
"""Layouts held back by ``assembling``, innermost first."""


@contextmanager
def assembling() -> Iterator[None]:
    """Put a page together from the outside in, although its code makes it from the inside out.

    Qt dresses a whole subtree anew each time it gets another parent: a table eight frames deep was dressed eight times.
    Layouts are held back until the page has its body (``lay_all``), then each widget gets its parent once.
    """
    mine: list[tuple[QWidget, QLayout]] = []
    _waiting.append(mine)
    try:
        yield
    finally:
        if any(each is mine for each in _waiting):
            lay_all()


def lay(widget: QWidget, layout: QLayout) -> None:
    """Give a widget its layout; while a page is put together, when its body is there."""
    if _waiting:
        _waiting[-1].append((widget, layout))
    else:
        widget.setLayout(layout)


def lay_all() -> None:
    """Lay what was held back, the outermost first; from here on everything is laid at once."""
    for widget, layout in reversed(_waiting.pop() if _waiting else []):
        if isValid(widget) and isValid(layout):
            widget.setLayout(layout)


def set_role(widget: W, role: str) -> W:
    """Give a widget its role in the style sheet."""
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a plain QWidget ignores its ground without it
    return widget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property the style sheet looks at, and make it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def rule(*, vertical: bool = False, soft: bool = False) -> QFrame:
    """A hairline."""
    line = set_role(QFrame(), "hair" if soft else "rule")
    if vertical:
        line.setFixedSize(1, 20)
    else:
        line.setFixedHeight(1)
    return line


def page_body(*items: Item, gap: int = 12) -> QScrollArea:
    """The body of a page. On a low screen it scrolls as a whole instead of squeezing its cards."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(box(col(*items, gap=gap, margins=PAGE_MARGINS), "page"))
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()  # a layout shows what it was given a moment later: by then this would be a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
