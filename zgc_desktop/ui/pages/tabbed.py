"""A page of tabs, each with a table that is searched and stepped through: read all at once, written with a way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QStackedLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, Tabs, button, label, page_head
from zgc_desktop.ui.widgets.layout import INSIDE, box, clear, col, page_body, row

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

TOP_H = 230
Act = tuple[str, Callable[[], object]]


class TabbedPage(Page):
    """Lists above, a card with what stands behind the chosen line below; its acts are buttons at the card's foot."""

    def __init__(self, shell: Shell, session: Session, name: str, titles: Sequence[str]) -> None:
        super().__init__(shell)
        self.session, self.name, self.titles = session, name, list(titles)
        self.built = False
        self.tab = 0
        self.tables: tuple[DataTable[Any], ...] = ()
        self.buttons: list[Button] = []

    # ---- what a page of this kind brings ---------------------------------------------------------------------------------

    @abstractmethod
    def build(self) -> None:
        """Make the tables and the card, then ``lay_out`` them."""

    @abstractmethod
    def look(self, ctx: AppContext) -> Any:
        """Read everything the page shows; for a worker."""

    @abstractmethod
    def take(self, seen: Any) -> None:
        """Show what was read."""

    def follow(self) -> None:
        """Show what stands behind the chosen line, where the page has a card for it."""

    def acts_of(self) -> list[Act]:
        """What can be done with the chosen line and in the tab, the most likely first."""
        return []

    def show_tab(self, n: int) -> None:
        """Show a tab."""
        self.tab = n
        self._show_part(n)
        self.shown_table().search(self.search.text())
        self.follow()

    def _show_part(self, n: int) -> None:
        """Show one tab's part; the others no longer ask for room, so that a low part fits a low screen without scrolling."""
        for at in range(self._above.count()):
            policy = QSizePolicy.Policy.Preferred if at == n else QSizePolicy.Policy.Ignored
            part = self._above.widget(at)
            assert part is not None
            part.setSizePolicy(policy, policy)
        self._above.setCurrentIndex(n)

    def shown_table(self) -> DataTable[Any]:
        """The table of the tab that is shown: what is searched and stepped through."""
        return self.tables[self.tab]

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self.session.is_open:
            self.built = False
            self.put(not_open(self.session, self.name))
            return
        if not self.built:
            self.build()
            self.built = True
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

    def lay_out(self, tables: Mapping[str, DataTable[Any]], empty: Callable[[int], QFrame], below: QFrame, hint: str) -> None:
        """Put the page together: tables by the name of their kept layout, why each tab may be empty, the search's hint."""
        parts = []
        for n, table in enumerate(tables.values()):
            pane: TablePane[Any] = TablePane(table, empty=empty(n))
            parts.append(box(col((pane, 1), gap=0, margins=INSIDE), "card"))
            table.current_changed.connect(lambda _, n=n: self.follow() if self.tab == n else None)
            table.summed.connect(self.shell.show_sum)
        self.lay_out_parts(tables, parts, hint, below)

    def lay_out_parts(
        self, tables: Mapping[str, DataTable[Any]], parts: Sequence[QWidget], hint: str, below: QFrame | None = None
    ) -> None:
        """Put the page together of one widget a tab, with the table of each; ``below`` stays under all of them."""
        self.tables = tuple(tables.values())
        self.tabs = Tabs(self.titles)
        self.tabs.chosen.connect(self.show_tab)
        self.note, self.ribbon = ElidedLabel("", "sub"), Ribbon()
        self.search = QLineEdit()
        self.search.setFixedWidth(200)
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(tr("在本页查找"))
        self.search.textChanged.connect(lambda words: self.shown_table().search(words))
        above = QFrame()
        self._above = QStackedLayout(above)
        for part in parts:
            self._above.addWidget(part)
        head = page_head(self.name, tabs=self.tabs, tools=[self.note, self.search])
        if below is None:
            self.put(page_body(head, self.ribbon, (above, 1)))
        else:
            above.setMinimumHeight(TOP_H)
            self.put(page_body(head, self.ribbon, (above, 5), (below, 4)))
        self.remember(self.session.need().who, **tables)

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

    def fill(self, rows: Sequence[Sequence[Any]]) -> None:
        """Put rows into the tables, their number into the tabs, and show the tab again."""
        for n, (table, lines) in enumerate(zip(self.tables, rows, strict=True)):
            table.set_rows(lines)
            self.tabs.set_title(n, f"{self.titles[n]} {len(lines)}")
            if table.current_key() is None and lines:
                table.select_key(table.table.key_at(0))
        self.show_tab(self.tab)

    def current(self) -> Any:
        """The chosen line of the tab, None where there is none."""
        data, key = self.shown_table().table, self.shown_table().current_key()
        at = data.find(key) if key is not None else None
        return data.row(at) if at is not None else None

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
        if self.built:
            export_rows(self, self.session, self.shown_table(), f"{self.name}_{self.titles[self.tab]}")

    # ---- moving about -------------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self.built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self.built:
            return
        table = self.shown_table()
        at = table.currentIndex().row() + by
        if 0 <= at < len(table.table.rows):
            table.select_key(table.table.key_at(at))
