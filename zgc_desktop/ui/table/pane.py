"""A table with its totals foot, and the facets beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from zgc_desktop.ui.table.header import TotalsFoot
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import Item, box, clear, col, lay, row
from zgc_desktop.viewmodels.columns import MISSING

R = TypeVar("R")
FACET_LINES = 6


class TablePane(QFrame, Generic[R]):
    """Table over totals; where a filter leaves nothing it says which filter to take away and how many rows that shows."""

    def __init__(self, table: DataTable[R], *, totals: bool = False, empty: QWidget | None = None) -> None:
        super().__init__()
        self.table = table
        self.foot = TotalsFoot(table) if totals else None
        self._empty, self._nothing = empty, QFrame()
        self._waiting: QWidget | None = None
        self._waits = False
        self._stack = QStackedLayout(self)  # of this frame from the start: else its pages would flash up as windows
        full: list[Item] = [(table, 1)]
        if self.foot is not None:
            full.append(self.foot)
        self._stack.addWidget(box(col(*full, gap=0)))
        self._stack.addWidget(self._nothing)
        if empty is not None:
            self._stack.addWidget(empty)
        self._nothing.setLayout(QVBoxLayout())
        table.filtered.connect(self._follow)
        self._follow()

    def wait(self, sentence: str) -> None:
        """Say that the rows are still being worked out; '' when they are there."""
        self._waits = bool(sentence)
        if self._waits and self._waiting is None:
            self._waiting = empty_state(sentence, "")
            self._stack.addWidget(self._waiting)
        self._follow()

    def _follow(self) -> None:
        data = self.table.table
        if self.foot is not None:
            self.foot.update()
        if self._waits and self._waiting is not None:
            self._stack.setCurrentWidget(self._waiting)
        elif len(data):
            self._stack.setCurrentIndex(0)
        elif data.rows:
            self._say_nothing_found()
            self._stack.setCurrentIndex(1)
        elif self._empty is not None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentIndex(0)

    def _say_nothing_found(self) -> None:
        layout = self._nothing.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        clear(layout)
        links: list[Item] = [None]
        for key, count in self.table.table.without_each_filter():
            links.append(button(self._without(key, count), self._remover(key), role="link"))
        links.append(None)
        everything = empty_state(
            tr("0 条"), tr("当前筛选没有符合的行。"), act=tr("清除全部筛选"), on_act=self.table.clear_filters
        )
        layout.addStretch(1)
        layout.addWidget(everything)
        layout.addLayout(row(*links))
        layout.addStretch(1)

    def _without(self, key: str, count: int) -> str:
        data = self.table.table
        what = "、".join(sorted(data.ticked[key])) if key else data.words
        return tr("去掉筛选“{what}”可见 {n} 条", what=what, n=count)

    def _remover(self, key: str) -> Callable[[], None]:
        return lambda: self.table.tick(key, ()) if key else self.table.search("")


class FacetPanel(QFrame):
    """Checkbox, name, count by column; nothing ticked = all, and it says so."""

    changed = Signal()

    def __init__(self, table: DataTable[R]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(204)
        self._table = table
        self._open: set[str] = set()
        self._groups = QVBoxLayout()
        self._groups.setSpacing(0)
        self._groups.setContentsMargins(0, 0, 0, 0)
        hint = box(row(label(tr("不勾选即为全部"), "note"), margins=(16, 0, 0, 8)))
        lay(self, col(self._groups, None, hint, gap=0, margins=(1, 8, 1, 1)))
        self.setAccessibleName(tr("筛选"))
        self._shape: object = None
        self._shown: dict[tuple[str, str], tuple[QCheckBox, QLabel]] = {}
        table.filtered.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count again. Lines are rebuilt only where others are shown, so that the focus stays."""
        data = self._table.table
        groups = [(c.key, c.title, self._lines_of(c.key)) for c in data.columns if c.facet]
        shape = tuple((key, tuple(v for v, _ in lines), rest) for key, _, (lines, rest) in groups)
        if shape != self._shape:
            self._shape = shape
            self._build(groups)
        for key, _, (lines, _) in groups:
            ticked = data.ticked.get(key, frozenset())
            for value, count in lines:
                tick, figure = self._shown[key, value]
                figure.setText(f"{count:,}")
                tick.setAccessibleName(f"{value} {count}")
                if tick.isChecked() != (value in ticked):
                    with QSignalBlocker(tick):
                        tick.setChecked(value in ticked)

    def _lines_of(self, key: str) -> tuple[list[tuple[str, int]], int]:
        """Values shown with their counts, and how many more there are."""
        data = self._table.table
        values, ticked = data.facet(key), data.ticked.get(key, frozenset())
        limit = len(values) if key in self._open else FACET_LINES
        lines = [v for n, v in enumerate(values) if n < limit or v[0] in ticked]
        return lines, len(values) - len(lines)

    def _build(self, groups: list[tuple[str, str, tuple[list[tuple[str, int]], int]]]) -> None:
        clear(self._groups)
        self._shown.clear()
        for key, title, (lines, rest) in groups:
            self._groups.addWidget(box(row(label(tr(title), "note"), margins=(16, 0, 8, 0)), height=26))
            for value, _ in lines:
                self._groups.addWidget(self._line(key, value))
            if rest:
                more = button(tr("其余 {n} 项", n=rest), self._opener(key), role="link")
                self._groups.addWidget(box(row(more, None, margins=(14, 0, 8, 0)), height=26))
            self._groups.addSpacing(6)

    def _line(self, key: str, value: str) -> QFrame:
        tick, figure = QCheckBox(), label("", "note")
        tick.setObjectName(f"{key}={value}")
        tick.toggled.connect(lambda on: self._toggle(key, value, on))
        word = ElidedLabel(tr("未填") if value == MISSING else value)
        word.mousePressEvent = lambda _: tick.toggle()  # type: ignore[method-assign]  # the word ticks as the box does
        self._shown[key, value] = (tick, figure)
        return box(row(tick, (word, 1), figure, gap=0, margins=(16, 0, 16, 0)), height=26)

    def _toggle(self, key: str, value: str, on: bool) -> None:
        now = set(self._table.table.ticked.get(key, frozenset()))
        (now.add if on else now.discard)(value)
        self._table.tick(key, now)
        self.changed.emit()

    def _opener(self, key: str) -> Callable[[], None]:
        def open_all() -> None:
            self._open.add(key)
            self.refresh()

        return open_all
