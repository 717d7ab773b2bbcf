"""Lists beside the preview of 报告中心: sentences, matters, corrections, each line with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, clear, col, lay, row, rule, set_role
from zgc_desktop.ui.widgets.marks import MarkSign
from zgc_desktop.viewmodels.reports import ListItem


class ItemList(QFrame):
    """A card with a title line and lines below it, scrolling; ``on_act`` is told which line and which of its acts."""

    def __init__(
        self, title: str, empty: str, on_act: Callable[[ListItem, str], object], *, tools: Sequence[Button] = ()
    ) -> None:
        super().__init__()
        set_role(self, "card")
        self._empty, self._on_act = empty, on_act
        self.items: tuple[ListItem, ...] = ()
        self.buttons: dict[tuple[str, str], Button] = {}
        self.count = label("", "note")
        top = box(row(label(title, "h3"), self.count, None, *tools, gap=8, margins=(16, 0, 12, 0)), height=44)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)  # arrows scroll it
        set_role(area, "drawer")  # the card's own ground, without a frame inside the frame
        inner = box(col(self._lines, None, gap=0))
        area.setWidget(inner)  # which would fill its ground from here on
        inner.setAutoFillBackground(False)
        lay(self, col(top, rule(), (area, 1), gap=0, margins=INSIDE))
        self.setAccessibleName(title)

    def show_items(self, items: Sequence[ListItem]) -> None:
        """Show other lines."""
        clear(self._lines)
        self.buttons.clear()
        self.items = tuple(items)
        self.count.setText(tr("{n} 条", n=len(items)) if items else "")
        if not items:
            self._lines.addWidget(box(col(label(self._empty, "sub", wrap=True), margins=(16, 14, 16, 14))))
        for item in items:
            self._lines.addWidget(self._line(item))
            self._lines.addWidget(rule(soft=True))

    def _line(self, item: ListItem) -> QFrame:
        acts: list[Item] = []
        for act in item.acts:
            made = self.buttons[item.key, act] = button(tr(act), partial(self._on_act, item, act), role="small")
            made.setAccessibleName(f"{act} {item.head}")
            acts.append(made)
        sign: list[Item] = [MarkSign(item.mark)] if item.mark else []
        head = row(*sign, label(item.head, "note"), None, *acts, gap=6)
        said: list[Item] = [head, label(item.text, wrap=True)]
        if item.note:
            said.append(label(item.note, "note", wrap=True))
        return box(col(*said, gap=4, margins=(16, 10, 12, 10)))
