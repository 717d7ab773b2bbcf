"""The status bar: database, month and lock at left; the running work in the middle; sums, backup, rules and person right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from zgc_desktop.ui import theme
from zgc_desktop.ui.operations import Operation, Step
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.basic import ElidedLabel, label
from zgc_desktop.ui.widgets.layout import row, set_role

DOT = "　·　"


class StatusBar(QFrame):
    """28 pixels that are always true."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "statusbar")
        self.setFixedHeight(theme.sizes().status_h)
        self.left, self.middle = label(""), ElidedLabel(tr("就绪"))
        self.sum, self.right = label(""), label("")
        self.strip = ProgressStrip(compact=True)
        self._operation: Operation[object] | None = None
        self.strip.cancelled.connect(self._cancel)
        self.setLayout(row(self.left, None, self.middle, (self.strip, 2), None, self.sum, self.right, margins=(16, 0, 16, 0)))

    def set_left(self, facts: Sequence[str]) -> None:
        """Database, month, lock."""
        self.left.setText(DOT.join(f for f in facts if f))

    def set_right(self, facts: Sequence[str]) -> None:
        """Last backup, version of the rules, person."""
        self.right.setText(DOT.join(f for f in facts if f))

    def say(self, sentence: str) -> None:
        """A sentence in the middle; "" says 就绪."""
        self.middle.setText(sentence or tr("就绪"))

    def show_sum(self, sentence: str) -> None:
        """Count, sum and average of the selected figures."""
        self.sum.setText(sentence + (DOT if sentence else ""))

    def follow(self, operation: Operation[object]) -> None:
        """Show the progress of a piece of work until it ends."""
        self._operation = operation
        self.middle.hide()
        self.strip.start(operation.label)
        operation.progressed.connect(lambda step: self._advance(operation, step))
        operation.ended.connect(lambda: self._finish(operation))

    def _advance(self, operation: Operation[object], step: Step) -> None:
        if operation is self._operation:
            self.strip.advance(step.n, step.of, step.text)

    def _finish(self, operation: Operation[object]) -> None:
        if operation is self._operation:
            self._operation = None
            self.strip.finish()
            self.middle.show()

    def _cancel(self) -> None:
        if self._operation is not None:
            self._operation.cancel()
