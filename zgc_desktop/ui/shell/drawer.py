"""The drawer at the right: title, subject, body, actions; it pushes the page and Esc closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, icon_button, label
from zgc_desktop.ui.widgets.layout import FLAT, Item, box, clear, col, row, rule, set_role


class Drawer(QFrame):
    """One thing explained beside the page."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "drawer")
        self.setFixedWidth(theme.sizes().drawer_w)
        self._title, self._subject = label("", "h2"), ElidedLabel("", "note")
        head = row(self._title, None, icon_button("close", tr("关闭（Esc）"), self.close_it), gap=4, margins=(16, 12, 8, 0))
        self._area = QScrollArea()
        set_role(self._area, "drawer")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(*FLAT)
        subject = row((self._subject, 1), margins=(16, 0, 16, 8))
        self.setLayout(col(head, subject, rule(), (self._area, 1), self._foot, gap=0))
        self.hide()

    def show_body(self, title: str, subject: str, body: QWidget, actions: Sequence[QWidget]) -> None:
        """Show one thing."""
        self._title.setText(title)
        self._subject.setText(subject)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)  # the scroll area turns it on, and the page's ground would show
        clear(self._foot)
        if actions:
            items: list[Item] = [*actions]
            self._foot.addWidget(box(row(*items, None, gap=8, margins=(16, 10, 16, 12))))
        self.setAccessibleName(f"{title} {subject}")
        self.show()

    def close_it(self) -> None:
        """Close."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
