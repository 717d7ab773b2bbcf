"""A widget that is built when it is first needed, in a place kept for it: a page opens without what it does not show yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from zgc_desktop.ui.widgets.layout import assembling

W = TypeVar("W", bound=QWidget)


class Late(Generic[W]):
    """Calling it gives the widget, built now if it never was; ``put`` places it."""

    def __init__(self, make: Callable[[], W], put: Callable[[W], object]) -> None:
        self._make, self._put = make, put
        self.made: W | None = None
        """The widget, None before it was needed."""

    def __call__(self) -> W:
        if self.made is None:
            with assembling():  # dressed once: it gets its parent before its own parts get theirs
                self.made = self._make()
                self._put(self.made)
        return self.made


def below(layout: QBoxLayout, stretch: int = 0) -> Callable[[QWidget], object]:
    """Puts a widget at the end of a layout."""
    return lambda widget: layout.addWidget(widget, stretch)


def page_of(stack: QStackedLayout) -> Callable[[QWidget], object]:
    """Puts a widget behind the others of a stack."""
    return lambda widget: stack.addWidget(widget)
