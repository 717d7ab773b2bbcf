"""企业台账: every company once, with its whole life, and where each of its figures came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.companies import CompanyCard, CompanyItem
from zgc_desktop.domain.identity import IdentityDecision, Proposal
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.ledger_acts import NEW as NEW
from zgc_desktop.ui.pages.ledger_acts import LedgerActs
from zgc_desktop.ui.pages.ledger_card import CompanyPane
from zgc_desktop.ui.pages.ledger_identity import IdentityView, decide, read_proposals, take_back
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.filter_bar import FilterBar
from zgc_desktop.ui.table.memory import TableMemory
from zgc_desktop.ui.table.pane import FacetPanel, TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import Chip, Tabs, button, icon_button, label, page_head
from zgc_desktop.ui.widgets.late import Late, below
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, restyle, row, set_role
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels.columns import MISSING
from zgc_desktop.viewmodels.filtering import Filters
from zgc_desktop.viewmodels.ledger import COLUMNS, SPARE, WATCHED, columns_that_fit, prepared, short_park, without
from zgc_desktop.viewmodels.ledger_edit import editable
from zgc_desktop.viewmodels.pinyin import Initials, initials
from zgc_desktop.viewmodels.table import Prepared

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

FACETS_W = 206
SUBJECTS = frozenset({"companies", "settlement", "reports"})


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """The ledger as at a month, and the months it could be as at."""

    rows: Prepared[CompanyItem]
    months: tuple[Month, ...]


def read_ledger(ctx: AppContext, month: Month | None) -> LedgerRead:
    """The companies of a month, ready to be filtered; for a worker."""
    from zgc_desktop.services import look_up

    return LedgerRead(prepared_of(ctx, month), look_up.months(ctx))


def prepared_of(ctx: AppContext, month: Month | None) -> Prepared[CompanyItem]:
    """The companies of a month with what filtering them needs, made once a state; for a worker."""
    from zgc_desktop.services import look_up
    from zgc_desktop.services.kept import kept

    if month is None:
        return prepared(())
    return kept(ctx, ("ledger", month), lambda: prepared(look_up.companies(ctx, month), initials_of(ctx)))


def initials_of(ctx: AppContext) -> Initials | None:
    """The table of pinyin initials, or None where it is not shipped: then names are found by their characters only."""
    shipped = ctx.resources / "pinyin" / "initials.txt"
    return initials(shipped.read_text(encoding="utf-8")) if shipped.is_file() else None


def read_card(ctx: AppContext, company: int, month: Month) -> CompanyCard:
    """One company's card; for a worker."""
    from zgc_desktop.services import look_up

    return look_up.company_card(ctx, company, month)


class LedgerPage(LedgerActs):
    """Facets at left, the ledger, and below it the card of the company that was opened."""

    subjects = frozenset({"submissions", "companies", "cases", "tiers", "clusters", "leads"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session)
        self._wanted: int | None = None
        """The company whose card is asked for."""
        self._pending: object = None
        """Where another page pointed before the ledger was read."""
        self._fitting: frozenset[str] = frozenset()
        self._as_of: Month | None = None
        """The month chosen in 截至; None follows the window's."""
        self._month: Month | None = None
        """The window's month when 截至 was chosen."""

    @property
    def month(self) -> Month | None:
        """The month the ledger is as at; another month chosen for the window ends the look back."""
        if self._as_of is not None and self._month != self.shell.month:
            self._as_of = None
        return self._as_of or self.shell.month

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built = self._loaded = False
            self.put(not_open(self._session, tr("企业台账")))
            return
        if not self._built:
            self._build()
        month = self.month
        self._session.read(
            self.shell.operations,
            tr("读取台账"),
            lambda ctx: read_ledger(ctx, month),
            lambda read: self._take(read, month),
            self._cannot_read,
            owner=self,
        )
        if self.tabs.is_chosen(1):
            self._read_identity()

    def show_target(self, target: object) -> None:
        """Open the card of a company named by its key or its credit code, or show a park's companies, or those of filters."""
        if not self._loaded:
            self._pending = target
            return
        data = self.table.table
        if isinstance(target, Filters):
            self.tabs.choose(0)
            self.table.filter_by(target)
            return
        if target in {c.park for c in data.rows}:
            self.table.filter_by(Filters(ticked={"park": frozenset({short_park(str(target))})}))
            return
        found = next((c for c in data.rows if target in (c.id, c.credit_code)), None)
        if found is not None and data.find(found.id) is None:
            self.table.clear_filters()
        if found is not None:
            self.table.select_key(found.id)
        company = found.id if found is not None else target
        if isinstance(company, int):
            self.open_card(company)
        else:
            self.shell.say(tr("{month} 的台账中没有 {code}", month=self.month, code=target))

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "filter": self._toggle_filters,
            "export": self.export,
            "refresh": self.refresh,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
        }

    def export(self) -> None:
        """What the ledger shows now, as a workbook."""
        if self._built and self._loaded:
            export_rows(self, self._session, self.table, tr("企业台账 {month}", month=self.month))

    def open_card(self, company: int) -> None:
        """Read a company's card and show it."""
        month = self.month
        if month is None:
            return
        self._wanted = company
        self._session.read(
            self.shell.operations,
            tr("读取企业卡片"),
            lambda ctx: read_card(ctx, company, month),
            self._show_card,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._built and self.card.isVisible():
            self.card.close_it()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the table is narrow, columns the facets also tell give way, so that the last column is never cut off."""
        if isinstance(event, QResizeEvent) and self._built and watched is self.table.viewport():
            self._fit_columns(event.size().width())
        return False

    # ---- building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        known = self._session.need().catalogue
        self.clusters, self.industries = tuple(known.clusters), tuple(known.industries)
        columns = editable(self.clusters, self.industries)
        self.table = DataTable(columns, lambda c: c.id, name=tr("企业台账"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("名称、信用代码、拼音首字母"))
        self.search.setAccessibleName(tr("在台账中查找"))
        self.search.setFixedWidth(260)
        self.table.attach_search(self.search)
        self.note = label("", "sub")
        self._absent = ""
        self.card = CompanyPane(self._step)
        self.card.files_dropped.connect(self.ask_attach)
        self.card.watch.clicked.connect(self._watch_card)
        self.card.closed.connect(self._card_closed)
        self.facets = self._facet_card()
        memory = TableMemory(self.table, self.shell.settings, self._session.need().who, "companies")
        self.filter_bar = FilterBar(self.table, memory, self.shell.say)
        nothing = empty_state(
            tr("没有企业"),
            tr("接收并接受第一份报送后，企业会出现在这里。"),
            act=tr("去接收报送"),
            on_act=lambda: self.shell.go("receive"),
        )
        pane = TablePane(self.table, totals=True, empty=nothing)
        self.ledger = box(col((pane, 1), gap=0, margins=INSIDE), "card")
        self.ledger.setMinimumHeight(232)
        self._connect()
        self.fold = icon_button("filter", tr("收起或展开左侧筛选栏"), self._fold_facets)
        self.unplaced = Chip(tr("未分配组团"))
        self.unplaced.clicked.connect(self._show_unplaced)
        self.watched = Chip(tr("关注"))
        self.watched.clicked.connect(self._show_watched)
        self.change = button(tr("批量改…"), self.ask_bulk, tip=tr("改所选企业的一项；F2 改一格，Ctrl+D 向下填充"))
        self.as_of = QComboBox()
        self.as_of.setAccessibleName(tr("台账截至哪个月"))
        self.as_of.activated.connect(self._choose_as_of)
        self.as_of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.as_of.setMinimumWidth(120)
        self.tabs = Tabs([tr("台账"), tr("身份核对")])
        self.tabs.chosen.connect(self._choose_tab)
        pairs = col(gap=0)
        self._pairs = box(pairs)
        self._pairs.hide()
        self._identity = Late(lambda: IdentityView(self._decide), below(pairs))
        self._tools: tuple[QWidget, ...] = (self.watched, self.unplaced, self.as_of, self.fold, self.search, self.change)
        head = page_head(tr("企业台账"), tabs=self.tabs, tools=[self.note, *self._tools])
        right = col((self.ledger, 1), self.card, gap=12)
        self.ribbon = Ribbon()
        self.listing = box(col(self.ribbon, self.filter_bar, (row(self.facets, (right, 1), gap=12), 1), gap=12))
        self._built = True
        self.put(page_body(head, (self.listing, 1), (self._pairs, 1)))

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._follow)
        self.table.filtered.connect(self._filtered)
        self.table.summed.connect(self.shell.show_sum)
        self.table.menu_asked.connect(lambda menu, key: self.fill_menu(menu, key, self._open))
        self.table.changed.connect(self.change_cell)
        self.table.block_pasted.connect(self.ask_pasted)
        self.table.viewport().installEventFilter(self)

    def _facet_card(self) -> QFrame:
        """The facets, scrolling by themselves: they are longer than the table is high."""
        panel = FacetPanel(self.table)
        restyle(panel, "role", "")
        panel.setMinimumWidth(FACETS_W - 14)
        panel.setMaximumWidth(FACETS_W)
        area = set_role(QScrollArea(), "drawer")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel)
        panel.setAutoFillBackground(False)  # setWidget turns it on: grey on a white card
        made = box(col((area, 1), gap=0, margins=(1, 6, 1, 6)), "card")
        made.setFixedWidth(FACETS_W)
        return made

    # ---- rows ---------------------------------------------------------------------------------------------------------

    def _take(self, read: LedgerRead, month: Month | None) -> None:
        if not self._built or month != self.month:
            return
        rows = read.rows
        self.table.set_rows(rows)
        self._loaded = True
        self._show_months(read.months)
        unplaced = dict(self.table.table.facet("cluster")).get(MISSING, 0)
        self.unplaced.set_count(unplaced)
        self.unplaced.setVisible(bool(unplaced))
        watched = sum(1 for c in rows.rows if c.watched)
        self.watched.set_count(watched)
        self.watched.setVisible(bool(watched))
        known = self._session.context
        self._absent = without(rows.rows, known.catalogue.parks) if known else ""
        self._filtered()
        full = bool(rows.rows)
        self.facets.setVisible(full)
        self.search.setEnabled(full)
        if self._pending is not None:
            target, self._pending = self._pending, None
            self.show_target(target)
        elif self._wanted is not None and self.card.isVisible():
            self.open_card(self._wanted)

    # ---- as at another month ------------------------------------------------------------------------------------------

    def _show_months(self, months: tuple[Month, ...]) -> None:
        """截至: every month there is, newest first; the ledger then is as it was at that month's end."""
        self.as_of.clear()
        for month in reversed(months):
            self.as_of.addItem(tr("截至 {month}", month=month), month)
        self.as_of.setCurrentIndex(max(0, self.as_of.findText(tr("截至 {month}", month=self.month))))
        self.as_of.setEnabled(len(months) > 1)
        self.change.setEnabled(bool(months))
        self.as_of.setPlaceholderText(tr("尚无期间"))

    def _choose_as_of(self, n: int) -> None:
        chosen = self.as_of.itemData(n)
        self._month = self.shell.month
        self._as_of = chosen if isinstance(chosen, Month) and chosen != self.shell.month else None
        self.refresh()

    def _show_unplaced(self) -> None:
        on = self.table.table.ticked.get("cluster") == frozenset({MISSING})
        self.table.tick("cluster", () if on else (MISSING,))

    def _show_watched(self) -> None:
        on = self.table.table.ticked.get("watched") == frozenset({WATCHED})
        self.table.tick("watched", () if on else (WATCHED,))

    def _watch_card(self) -> None:
        card = self.card.card
        if card is not None:
            self.unwatch((card.item,)) if card.item.watched else self.ask_watch((card.item,))

    # ---- who is whom --------------------------------------------------------------------------------------------------

    @property
    def identity(self) -> IdentityView:
        """The pairs to be told apart, built when they are first looked at."""
        return self._identity()

    def _choose_tab(self, n: int) -> None:
        self.listing.setVisible(n == 0)
        self._pairs.setVisible(n == 1)
        for tool in self._tools:
            tool.setVisible(n == 0 and self._is_needed(tool))
        if n == 1:
            self.identity.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self._read_identity()

    def _is_needed(self, tool: QWidget) -> bool:
        """A chip of companies that there are none of is not shown."""
        chips = {self.unplaced: ("cluster", MISSING), self.watched: ("watched", WATCHED)}
        if not isinstance(tool, Chip):
            return True
        column, value = chips[tool]
        return bool(dict(self.table.table.facet(column)).get(value))

    def _read_identity(self) -> None:
        month = self.shell.month
        if month is not None:
            self._session.read(
                self.shell.operations, tr("读取身份核对"), read_proposals(month), self._show_identity, owner=self
            )

    def _show_identity(self, found: tuple[Proposal, ...]) -> None:
        if self._built:
            self.identity.show_proposals(found)
            self.tabs.set_title(1, tr("身份核对 {n}", n=len(found)) if found else tr("身份核对"))

    @writes
    def _decide(self, proposal: Proposal, decision: IdentityDecision, reason: str) -> None:
        month = self.shell.month
        if month is None:
            return
        left, right = proposal.resemblance.record, proposal.resemblance.other
        said = tr("{left}与{right}：{word}", left=left.name, right=right.name, word=decision.word)
        self._session.run(
            self.shell.operations,
            tr("身份核对"),
            decide(month, proposal.resemblance.pair, decision, reason),
            lambda number: self._decided(said, number),
            owner=self,
        )

    def _decided(self, said: str, number: int) -> None:
        self.shell.announce(ChangeSummary(said, subjects=SUBJECTS, changed=1))
        self.shell.say(said, partial(self._take_back, number))

    @writes
    def _take_back(self, number: int) -> None:
        said = tr("已撤销第 {n} 号判定", n=number)
        self._session.run(
            self.shell.operations,
            tr("撤销判定"),
            take_back(number),
            lambda _: self.shell.announce(ChangeSummary(said, subjects=SUBJECTS, changed=1)),
            owner=self,
        )

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = self._loaded = False
            self.put(trouble(tr("企业台账"), tr("台账没有读出来"), failure, self._session))

    # ---- filters ------------------------------------------------------------------------------------------------------

    def _filtered(self) -> None:
        data = self.table.table
        if self.search.text().strip() != data.words:
            with QSignalBlocker(self.search):
                self.search.setText(data.words)
        month = self.month
        self.watched.setChecked(data.ticked.get("watched") == frozenset({WATCHED}))
        self.unplaced.setChecked(data.ticked.get("cluster") == frozenset({MISSING}))
        if not data.rows:
            self.note.setText(str(month) if month else "")
        elif data.is_filtered:
            told = tr("{month}，{n} 家，共 {all} 家", month=month, n=f"{len(data):,}", all=f"{len(data.rows):,}")
            self.note.setText(told + self._absent)
        else:
            self.note.setText(tr("{month}，共 {n} 家", month=month, n=f"{len(data):,}") + self._absent)

    def _find(self) -> None:
        if self._built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _toggle_filters(self) -> None:
        """Ctrl+Shift+L, the habit of Excel and WPS: the fields under the titles."""
        if self._built and self._loaded:
            self.table.toggle_filter_row()

    def _fold_facets(self) -> None:
        self.facets.setVisible(not self.facets.isVisible())

    def _fit_columns(self, width: int) -> None:
        fitting = columns_that_fit(width)
        if fitting == self._fitting or self.table.is_arranged:
            return
        self._fitting = fitting
        for n, column in enumerate(COLUMNS):
            if column.key in SPARE:
                self.table.horizontalHeader().setSectionHidden(n, column.key in fitting)

    # ---- the card -----------------------------------------------------------------------------------------------------

    def _open(self, key: object) -> None:
        if isinstance(key, int):
            self.open_card(key)

    def _follow(self, key: object) -> None:
        """With a card open, the card follows the current row."""
        if isinstance(key, int) and self.card.isVisible() and key != self._wanted:
            self.open_card(key)

    def _step(self, by: int) -> None:
        if not self._built or not len(self.table.table):
            return
        data = self.table.table
        at = data.find(self.table.current_key()) if self.table.current_key() is not None else None
        to = 0 if at is None else max(0, min(len(data) - 1, at + by))
        self.table.select_key(data.key_at(to))

    def _show_card(self, card: CompanyCard) -> None:
        if self._built and card.item.id == self._wanted:
            self.card.show_card(card)
            self.table.scrollTo(self.table.currentIndex())

    def _card_closed(self) -> None:
        self._wanted = None
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
