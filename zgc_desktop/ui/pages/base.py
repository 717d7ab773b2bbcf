"""What a page is, and what the window offers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Operation, Operations
from zgc_desktop.ui.table.memory import TableMemory
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.layout import FLAT, lay_all
from zgc_desktop.ui.widgets.reading import Reading


class Shell(Protocol):
    """The window as a page sees it."""

    operations: Operations
    stack: QStackedWidget
    """What pages stand in."""

    @property
    def month(self) -> Month | None:
        """The month chosen in the top bar."""

    @property
    def settings(self) -> QSettings | None:
        """The window's own settings; None where nothing is remembered."""

    def go(self, page: str, target: object = None) -> None:
        """Show another page; ``target`` is what it should show first (a company's code, a park …)."""

    def show_month(self, month: Month) -> None:
        """Choose another month in the top bar."""

    def say(self, sentence: str, on_undo: Callable[[], object] | None = None) -> None:
        """Say what was done, with 撤销 for ten seconds where there is a way back."""

    def undo(self, seq: int) -> None:
        """Undo a step of the journal, asking first where later steps rest on it."""

    def announce(self, change: ChangeSummary) -> None:
        """A write is done: pages that show its subjects refresh when they are visible."""

    def show_drawer(self, title: str, subject: str, body: QWidget, actions: Sequence[QWidget] = ()) -> None:
        """Open the drawer at the right; Esc closes it."""

    def close_drawer(self) -> None:
        """Close the drawer."""

    def show_sum(self, sentence: str) -> None:
        """Count, sum and average of a selection, in the status bar."""


class Page(QWidget):
    """One page. Built when first opened; ``refresh`` runs when it is shown and something it shows has changed."""

    subjects: frozenset[str] = frozenset()
    """Subjects of a ChangeSummary that make this page stale."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.stack)  # in its place from the start: a widget is dressed anew wherever it is moved
        self.shell = shell
        self.stale = True
        self.reading = Reading(self, shell.operations, self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*FLAT)
        layout.setSpacing(0)

    def put(self, body: QWidget) -> None:
        """Show the body of the page, in place of the one before."""
        layout = self.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        layout.addWidget(body)
        self.reading.raise_()
        lay_all()

    def follow_reading(self, operation: Operation[Any]) -> None:
        """Say that the page is being read until it is; before the first time it shows nothing else."""
        self.reading.follow(operation, self.windowTitle())

    def remember(self, person: str, **tables: DataTable[Any]) -> None:
        """Let tables stand as this person left them, now and at the next start; each under a name of its own.

        A table that remembers already goes on: a page that is built before its workspace is open may ask at every refresh.
        """
        for name, table in tables.items():
            if table.findChild(TableMemory) is None:
                TableMemory(table, self.shell.settings, person, name)

    def refresh(self) -> None:
        """Read again what is shown."""

    def show_target(self, target: object) -> None:
        """Show one thing first: where another page pointed."""

    def receive_files(self, files: Sequence[Path]) -> None:
        """Take files dropped anywhere on the window."""

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Which of the window's commands do something here (keys of ``commands.OFFERED``)."""
        return {}

    def page_actions(self) -> Sequence[QAction]:
        """The page's own commands, for the command palette."""
        return ()
