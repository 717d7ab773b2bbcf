"""A tab of several lists in one card: chips choose the list; below stands what is behind the chosen line, with its acts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QStackedLayout, QVBoxLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.space_parts import ScrollingPart
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.basic import Chip, ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, clear, col, lay, row

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

TOP_H, BELOW_H = 260, 232
NAME_W = 72
Act: TypeAlias = tuple[str, Callable[[], object]]
Fields: TypeAlias = Sequence[Field | tuple[Field, ...]]
Write: TypeAlias = Callable[[str, Callable[["AppContext"], ChangeSummary]], None]


@dataclass(frozen=True, slots=True)
class Listed:
    """One list: its name, its table, what is said where it is empty, and what stands behind a line."""

    title: str
    table: DataTable[Any]
    empty: QFrame
    behind: QWidget


class Facts(QFrame):
    """Names and what is said of them, one below the other; scrolls by itself where it is longer than its place."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        lay(self, col((ScrollingPart(box(col(self._lines, None, margins=(16, 4, 16, 8)))), 1), gap=0))

    def say(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        clear(self._lines)
        for name, said in facts:
            left = label(name, "note")
            left.setFixedWidth(NAME_W)
            self._lines.addWidget(box(row(left, (label(said, wrap=True), 1), gap=8)))


class ListsTab(QWidget):
    """Lists above, the chosen line's ground and acts below."""

    list_chosen = Signal()

    def __init__(self, write: Write, tools: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._write = write
        self.lists = self.listed()
        self.at = 0
        self._group, self._chips = QButtonGroup(self), list[Chip]()
        above, below = QFrame(), QFrame()
        self._above, self._below = QStackedLayout(above), QStackedLayout(below)
        for n, each in enumerate(self.lists):
            chip = Chip(each.title, on=n == 0)
            self._group.addButton(chip, n)
            self._chips.append(chip)
            pane: TablePane[Any] = TablePane(each.table, empty=each.empty)
            self._above.addWidget(pane)
            self._below.addWidget(each.behind)
            each.table.current_changed.connect(lambda _, n=n: self.follow() if self.at == n else None)
            each.table.menu_asked.connect(self._fill_menu)
        self._group.idClicked.connect(self.choose)
        self.note = ElidedLabel("", "note")
        head = box(row(*self._chips, 8, (self.note, 1), *tools, margins=(16, 0, 12, 0)), height=44)
        upper = box(col(head, (above, 1), gap=0, margins=INSIDE), "card")
        upper.setMinimumHeight(TOP_H)
        self._title, self._said = label("", "h3"), ElidedLabel("", "note")
        top = box(row(self._title, (self._said, 1), margins=(16, 0, 16, 0)), height=40)
        self._acts = row(gap=8)
        foot = box(row((self._acts, 1), margins=(16, 0, 16, 0)), height=48)
        self._lower = box(col(top, (below, 1), foot, gap=0, margins=INSIDE), "card")
        self._lower.setMinimumHeight(BELOW_H)
        lay(self, col((upper, 5), (self._lower, 4), gap=12))

    # ---- what a tab of this kind brings ------------------------------------------------------------------------------------

    @abstractmethod
    def listed(self) -> Sequence[Listed]:
        """Make the lists."""

    @abstractmethod
    def explain(self, line: Any) -> tuple[str, str]:
        """Show what stands behind the chosen line (None = none); its title and its sentence."""

    @abstractmethod
    def acts_of(self, line: Any) -> list[Act]:
        """What can be done with the line and in the list, the most likely first."""

    # ---- showing ------------------------------------------------------------------------------------------------------------

    @property
    def table(self) -> DataTable[Any]:
        """The table that is shown."""
        return self.lists[self.at].table

    @property
    def tables(self) -> Mapping[str, DataTable[Any]]:
        """Every table by its place, for the layouts that are kept."""
        return {str(n): each.table for n, each in enumerate(self.lists)}

    def choose(self, n: int) -> None:
        """Show a list."""
        self.at = n
        self._chips[n].setChecked(True)
        self._above.setCurrentIndex(n)
        self._below.setCurrentIndex(n)
        self.list_chosen.emit()
        self.follow()

    def fill(self, rows: Sequence[Sequence[Any]]) -> None:
        """Put rows into the lists and their number into the chips."""
        for each, chip, lines in zip(self.lists, self._chips, rows, strict=True):
            each.table.set_rows(lines)
            chip.set_count(len(lines))
            if each.table.current_key() is None and lines:
                each.table.select_key(each.table.table.key_at(0))
        self.follow()

    def line(self) -> Any:
        """The chosen line, None where there is none."""
        data, key = self.table.table, self.table.current_key()
        at = data.find(key) if key is not None else None
        return data.row(at) if at is not None else None

    def follow(self) -> None:
        """Show what stands behind the chosen line, and what can be done with it."""
        line = self.line()
        self._lower.setVisible(bool(self.table.table.rows))
        title, said = self.explain(line)
        self._title.setText(title)
        self._said.setText(said)
        clear(self._acts)
        for n, (name, act) in enumerate(self.acts_of(line)):
            self._acts.addWidget(button(name, act, role="primary" if n == 0 else ""))
        self._acts.addStretch(1)

    def _fill_menu(self, menu: QMenu, _key: object = None) -> None:
        for title, act in self.acts_of(self.line()):
            menu.addAction(title, act)

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def ask(
        self,
        act: str,
        said: str,
        fields: Fields,
        write: Callable[[AppContext, Answers], ChangeSummary],
        check: Callable[[Answers], str] = lambda _: "",
    ) -> None:
        """Ask for an act's few facts and write it."""
        Ask(self, act, said, fields, lambda a: self._write(act, lambda ctx: write(ctx, a)), check=check).open()
