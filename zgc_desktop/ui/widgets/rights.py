"""What writes is marked where it is made: while the window may only look, its buttons and commands are off and say why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

F = TypeVar("F", bound=Callable[..., Any])
REASON: Final = "why_not_write"
"""Property of a window: why nothing can be written from it, as a sentence; '' or none where it can."""
MARK: Final = "writes"


def why_not(place: QObject | None) -> str:
    """Why nothing can be written from where a widget (or a part of one) stands; '' where it can."""
    while place is not None:
        if reason := place.property(REASON):
            return str(reason)
        place = place.parent()
    return ""


def writes(do: F) -> F:
    """The same act, known to write: what offers it is off while the window may only look, and so is the act itself."""

    @wraps(do)
    def act(*arguments: Any, **named: Any) -> Any:
        place = arguments[0] if arguments and isinstance(arguments[0], QObject) else None
        if not (reason := why_not(place)):
            return do(*arguments, **named)
        _say(place, reason)
        return None

    setattr(act, MARK, True)
    return act  # type: ignore[return-value]  # the same arguments; without the right to write nothing is given back


def is_writing(do: object) -> bool:
    """Whether an act is known to write; a partial is what it calls."""
    while not getattr(do, MARK, False) and isinstance(do, partial):
        do = do.func
    return bool(getattr(do, MARK, False))


def _say(place: QObject | None, reason: str) -> None:
    while place is not None:
        say = getattr(place, "say", None)
        if place.property(REASON) and callable(say):
            say(reason)
            return
        place = place.parent()


class Command(QAction):
    """A command that is off, and says why, while the window may not do it."""

    def __init__(self, text: str, parent: QObject, do: Callable[[], object], *, writing: bool = False) -> None:
        super().__init__(text, parent)
        self.writing = writing or is_writing(do)
        self._wanted, self._tip = True, ""
        self.triggered.connect(lambda: do())
        self.follow_rights()

    def setEnabled(self, on: bool) -> None:
        self._wanted = on
        self.follow_rights()

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self.follow_rights()

    def follow_rights(self) -> None:
        """Be off where nothing can be written."""
        reason = why_not(self.parent()) if self.writing else ""
        super().setEnabled(self._wanted and not reason)
        super().setToolTip(reason or self._tip)


class Menu(QMenu):
    """A menu whose entries that write are off, and say why, while the window may only look."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)

    def addAction(self, *given: Any) -> Any:
        """An entry of its words and what it does; anything else as Qt has it."""
        if len(given) != 2 or not isinstance(given[0], str) or not callable(given[1]):
            return super().addAction(*given)
        entry = Command(given[0], self, given[1])
        super().addAction(entry)
        return entry
