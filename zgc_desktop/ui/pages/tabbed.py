"""A page of tabs, each built when it is first looked at; its table is searched and stepped through, written with a way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QStackedLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.matches import match_keys
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, Tabs, button, label, page_head
from zgc_desktop.ui.widgets.layout import INSIDE, assembling, box, clear, col, page_body, row

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

TOP_H = 230
Act = tuple[str, Callable[[], object]]
Rows = tuple[Sequence[Any] | None, ...]
"""The lines of every tab; None = they are still being worked out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One tab: its widget, its table where it has one, and what stands around the table of a plain list."""

    widget: QWidget
    table: DataTable[Any] | None = None
    pane: TablePane[Any] | None = None


def table_of(n: int) -> Any:
    """An attribute of a page that is the table of its tab ``n``: who asks for it has the tab built."""
    return property(lambda page: page.part(n).table)


def widget_of(n: int) -> Any:
    """An attribute of a page that is the widget of its tab ``n``: who asks for it has the tab built."""
    return property(lambda page: page.part(n).widget)


def _itself(view: DataTable[Any]) -> DataTable[Any]:
    return view


class Tables(Sequence[DataTable[Any]]):
    """The tables of a page's tabs in order, each built when it is asked for."""

    def __init__(self, page: TabbedPage) -> None:
        self._page = page

    def __len__(self) -> int:
        return len(self._page.titles)

    def __getitem__(self, n: Any) -> Any:
        return self._page.part(n).table


class TabbedPage(Page):
    """Lists above, a card with what stands behind the chosen line below; its acts are buttons at the card's foot.

    A tab is built when it is first shown or asked for: a page of six tables opens in the time of one.
    """

    def __init__(self, shell: Shell, session: Session, name: str, titles: Sequence[str]) -> None:
        super().__init__(shell)
        self.session, self.name, self.titles = session, name, list(titles)
        self.built = False
        self.tab = 0
        self.tables = Tables(self)
        self._parts: dict[int, Part] = {}
        self._rows: Rows = ()
        self._kept_as: Sequence[str] = ()
        self.buttons: list[Button] = []

    # ---- what a page of this kind brings ---------------------------------------------------------------------------------

    @abstractmethod
    def build(self) -> None:
        """Make what all tabs share, then ``lay_out`` the page."""

    @abstractmethod
    def make_part(self, n: int) -> Part:
        """Make one tab; ``list_part`` does it for a plain list."""

    @abstractmethod
    def look(self, ctx: AppContext) -> Any:
        """Read everything the page shows; for a worker."""

    @abstractmethod
    def take(self, seen: Any) -> None:
        """Show what was read, in the tabs that are there."""

    def show_part(self, n: int) -> None:
        """Show what was read in a tab that has just been made."""
        if n < len(self._rows):
            self._fill(n)

    def follow(self) -> None:
        """Show what stands behind the chosen line, where the page has a card for it."""

    def acts_of(self) -> list[Act]:
        """What can be done with the chosen line and in the tab, the most likely first."""
        return []

    def show_tab(self, n: int) -> None:
        """Show a tab."""
        self.tab = n
        self.part(n)
        self._show_part(n)
        if (table := self.shown_table()) is not None:
            table.search(self.search.text())
        self.follow()

    def part(self, n: int) -> Part:
        """A tab, made now if it never was."""
        if n not in self._parts:
            with assembling() if self.built else nullcontext():  # the first one is laid with its page
                self._put_part(n)
            self.show_part(n)
        return self._parts[n]

    def is_made(self, n: int) -> bool:
        """Whether a tab was ever looked at."""
        return n in self._parts

    def _put_part(self, n: int) -> None:
        made = self._parts[n] = self.make_part(n)
        holder = self._above.widget(n)
        assert holder is not None
        made.widget.setSizePolicy(holder.sizePolicy())
        self._above.insertWidget(n, made.widget)
        self._above.removeWidget(holder)
        holder.deleteLater()
        if made.table is not None:
            for view in {id(t): t for t in (made.table, *made.widget.findChildren(DataTable))}.values():
                match_keys(view, partial(_itself, view))
        if made.table is not None and n < len(self._kept_as):
            self.remember(self.session.need().who, **{self._kept_as[n]: made.table})

    def _show_part(self, n: int) -> None:
        """Show one tab's part; the others no longer ask for room, so that a low part fits a low screen without scrolling."""
        for at in range(self._above.count()):
            policy = QSizePolicy.Policy.Preferred if at == n else QSizePolicy.Policy.Ignored
            part = self._above.widget(at)
            assert part is not None
            part.setSizePolicy(policy, policy)
        self._above.setCurrentIndex(n)

    def shown_table(self) -> DataTable[Any] | None:
        """The table of the tab that is shown: what is searched and stepped through."""
        return self.part(self.tab).table

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self.session.is_open:
            self.built = False
            self.put(not_open(self.session, self.name))
            return
        if not self.built:
            self._parts.clear()
            self._rows = ()
            self.build()
            self.built = True
        self.read()

    def read(self) -> None:
        """Read what the page shows, and show it."""
        reading = tr("读取{name}", name=self.name)
        self.session.read(self.shell.operations, reading, self.look, self._taken, self._cannot_read, owner=self)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "export": self.export,
            "refresh": self.refresh,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
        }

    # ---- building ---------------------------------------------------------------------------------------------------------

    def lay_out(
        self,
        kept_as: Sequence[str],
        hint: str,
        below: QFrame | None = None,
        *,
        strip: QWidget | None = None,
        tools: Sequence[QWidget] = (),
    ) -> None:
        """Put the page together around the tab that is shown: the names the tables' layouts are kept under, the search's hint.

        ``below`` stays under all tabs, ``strip`` above them, ``tools`` beside the search.
        """
        self._kept_as = kept_as
        self.tabs = Tabs(self.titles, self.tab)
        self.tabs.chosen.connect(self.show_tab)
        self.note, self.ribbon = ElidedLabel("", "sub"), Ribbon()
        self.search = QLineEdit()
        self.search.setFixedWidth(200)
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(tr("在本页查找"))
        self.search.textChanged.connect(self._search)
        match_keys(self.search, self.shown_table)
        above = QFrame()
        self._above = QStackedLayout(above)
        for _ in self.titles:
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._above.addWidget(holder)
        self.part(self.tab)
        self._show_part(self.tab)
        head = page_head(self.name, tabs=self.tabs, tools=[self.note, self.search, *tools])
        said = [self.ribbon] if strip is None else [strip, self.ribbon]
        if below is None:
            self.put(page_body(head, *said, (above, 1)))
        else:
            above.setMinimumHeight(TOP_H)
            self.put(page_body(head, *said, (above, 5), (below, 4)))

    def list_part(self, n: int, table: DataTable[Any], empty: QFrame) -> Part:
        """A tab that is one list: its card, and what it says where the list is empty."""
        pane: TablePane[Any] = TablePane(table, empty=empty)
        table.current_changed.connect(lambda _: self.follow() if self.tab == n else None)
        table.summed.connect(self.shell.show_sum)
        return Part(box(col((pane, 1), gap=0, margins=INSIDE), "card"), table, pane)

    def card(self, inside: QFrame) -> QFrame:
        """The card below: title and sentence, what stands behind the line, the acts."""
        self.title, self.said = label("", "h3"), ElidedLabel("", "note")
        head = box(row(self.title, (self.said, 1), margins=(16, 0, 16, 0)), height=44)
        self._acts = row(gap=8)
        self._foot = box(row((self._acts, 1), margins=(16, 0, 16, 0)), height=48)
        return box(col(head, (inside, 1), self._foot, gap=0, margins=INSIDE), "card")

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _taken(self, seen: Any) -> None:
        if self.built:
            self.take(seen)

    def fill(self, rows: Sequence[Sequence[Any] | None]) -> None:
        """Put rows into the tables, their number into the tabs, and show the tab again."""
        self._rows = tuple(rows)
        for n in range(len(self._rows)):
            self._say_count(n)
            if self.is_made(n):
                self._fill(n)
        self.show_tab(self.tab)

    def fill_one(self, n: int, lines: Sequence[Any]) -> None:
        """Put the rows of one tab, which come later than the others."""
        self._rows = (*self._rows[:n], lines, *self._rows[n + 1 :])
        self._say_count(n)
        if self.is_made(n):
            self._fill(n)
        if self.tab == n:
            self.show_tab(n)

    def _say_count(self, n: int) -> None:
        lines = self._rows[n]
        self.tabs.set_title(n, self.titles[n] if lines is None else f"{self.titles[n]} {len(lines)}")

    def _fill(self, n: int) -> None:
        part, lines = self._parts[n], self._rows[n]
        if part.pane is not None:
            part.pane.wait(tr("正在测算…") if lines is None else "")
        if part.table is not None:
            part.table.set_rows(lines or ())
            if part.table.current_key() is None and lines:
                part.table.select_key(part.table.table.key_at(0))

    def current(self) -> Any:
        """The chosen line of the tab, None where there is none."""
        table = self.shown_table()
        key = table.current_key() if table is not None else None
        at = table.table.find(key) if table is not None and key is not None else None
        return table.table.row(at) if table is not None and at is not None else None

    def say(self, title: str, said: str) -> None:
        """Title and sentence of the card."""
        self.title.setText(title)
        self.said.setText(said)

    def offer(self) -> None:
        """Make the buttons of what can be done now."""
        clear(self._acts)
        self.buttons = []
        for n, (title, act) in enumerate(self.acts_of()):
            made = button(title, act, role="primary" if n == 0 else "")
            self._acts.addWidget(made)
            self.buttons.append(made)
        self._acts.addStretch(1)
        self._foot.setVisible(bool(self.buttons))

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self.built = False
            self.put(trouble(self.name, tr("{name}没有读出来", name=self.name), failure, self.session))

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def write(self, title: str, work: Callable[[AppContext], ChangeSummary]) -> None:
        """Write in the worker, say what was done with a way back, or say why not."""

        def done(change: ChangeSummary) -> None:
            self.ribbon.hide()
            self.shell.announce(change)
            self.shell.say(change.sentence, lambda: self.shell.undo(change.journal_seq))

        self.session.run(self.shell.operations, title, lambda ctx, _p, _c: work(ctx), done, self.trouble, owner=self)

    def trouble(self, failure: Failure) -> None:
        """Say above the page what was refused and why."""
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    def export(self) -> None:
        """Write what the tab shows as a workbook."""
        if self.built and (table := self.shown_table()) is not None:
            export_rows(self, self.session, table, f"{self.name}_{self.titles[self.tab]}")

    # ---- moving about -------------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self.built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _search(self, words: str) -> None:
        if (table := self.shown_table()) is not None:
            table.search(words)

    def _step(self, by: int) -> None:
        table = self.shown_table() if self.built else None
        if table is None:
            return
        at = table.currentIndex().row() + by
        if 0 <= at < len(table.table):
            table.select_key(table.table.key_at(at))
