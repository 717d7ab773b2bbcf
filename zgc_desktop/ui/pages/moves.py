"""迁移协调: leads and cases on a board or in a list, and what each case still needs. Informs and settles; never vetoes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.moves import NATURES, BaseYear, CaseState, Lead, MoveCase
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import moves_dialogs as ask
from zgc_desktop.ui.pages import moves_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.moves_board import Board
from zgc_desktop.ui.pages.moves_detail import Acts, Detail
from zgc_desktop.ui.pages.moves_work import Seen
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import Tabs, button, label, page_head
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, row
from zgc_desktop.viewmodels import moves as vm

if TYPE_CHECKING:
    from zgc_desktop.services.case_record import History

ALL = "全部性质"
SUBJECTS = frozenset({"cases", "leads", "companies", "settlement", "reports"})


class MovesPage(Page):
    """Board and list of cases, the selected one below."""

    subjects = frozenset({"cases", "leads", "settlement", "submissions"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self.seen: Seen | None = None
        self.history: History | None = None
        self._key = ""
        self._pending: object = None
        self._busy = False
        names: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("新建迁移案件…"), self.ask_new),
            (tr("由线索立案…"), self.ask_lead),
            (tr("补充案情…"), self.ask_describe),
            (tr("登记基数…"), self.ask_base),
            (tr("记录意见…"), self.ask_say),
            (tr("推进案件"), self.advance),
            (tr("落地…"), self.ask_land),
            (tr("撤回案件…"), self.ask_withdraw),
            (tr("案件历史"), self.show_history),
        )
        self._actions = [self._action(text, do) for text, do in names]

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: do())
        return action

    # ---- what the window asks -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self.seen = False, None
            self.put(not_open(self._session, tr("迁移协调")))
            return
        if not self._built:
            self._build()
        month = self.shell.month
        self._session.read(
            self.shell.operations, tr("读取案件"), lambda ctx: work.look(ctx, month), self._show, self._cannot_read, owner=self
        )

    def show_target(self, target: object) -> None:
        """Open a case by its number."""
        if self.seen is None:
            self._pending = target
        elif isinstance(target, str) and any(c.id == target for c in self.seen.cases):
            self.select(target)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "refresh": self.refresh,
            "history": self.show_history,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
            "export": self.export_history,
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    # ---- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._built = True
        self.tabs = Tabs([tr("看板"), tr("列表")])
        self.tabs.chosen.connect(self._choose_tab)
        self.note = label("", "sub")
        self.nature = QComboBox()
        self.nature.addItems([ALL, *NATURES])
        self.nature.setAccessibleName(tr("性质"))
        self.nature.currentIndexChanged.connect(lambda _: self._lay_out())
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("案件、企业、分园"))
        self.search.setAccessibleName(tr("在案件中查找"))
        self.search.setFixedWidth(220)
        new = button(tr("新建案件…"), self.ask_new, icon_name="plus")
        head = page_head(tr("迁移协调"), tabs=self.tabs, tools=[self.note, self.search, self.nature, new])
        self.ribbon = Ribbon()
        self.board = Board()
        self.board.chosen.connect(self.select)
        self.board.menu_asked.connect(self._menu)
        self.board.rest_asked.connect(self._rest)
        self.table: DataTable[MoveCase] = DataTable(vm.COLUMNS, lambda c: c.id, name=tr("案件列表"))
        self.table.attach_search(self.search)
        self.table.opened.connect(self.select)
        self.table.current_changed.connect(lambda key: self.select(key) if isinstance(key, str) else None)
        self.table.menu_asked.connect(lambda menu, key: self._fill_menu(menu, str(key)) if key else None)
        nothing = empty_state(
            tr("没有案件"), tr("双重主张和疑似迁移会自动出现在“线索”。"), act=tr("新建案件…"), on_act=self.ask_new
        )
        self.list = box(col((TablePane(self.table, empty=nothing), 1), gap=0, margins=INSIDE), "card")
        self.list.setMinimumHeight(400)
        self.detail = Detail(
            Acts(
                say=self.ask_say, describe=self.ask_describe, base=self.ask_base, withdraw=self.ask_withdraw,
                advance=self.advance, land=self.ask_land, open_lead=self.ask_lead, history=self.show_history,
                company=self.open_company, shares=lambda: self.shell.go("sharing", self._key),
            )
        )  # fmt: skip
        self.put(page_body(head, self.ribbon, (self.board, 1), (self.list, 1), self.detail))
        self._choose_tab(0)

    def _choose_tab(self, n: int) -> None:
        self.board.setVisible(n == 0)
        self.list.setVisible(n == 1)
        self.search.setVisible(n == 1)

    # ---- showing --------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        if not self._built or seen.month != self.shell.month:
            return
        self.seen = seen
        self.note.setText(vm.count_note(seen.cases, seen.leads))
        self._lay_out()
        target, self._pending = self._pending, None
        if target is not None:
            self.show_target(target)
        elif self.case() is not None or self.lead() is not None:
            self.select(self._key)
        else:
            self._key, self.history = "", None
            self.detail.show_nothing()

    def _lay_out(self) -> None:
        if self.seen is None:
            return
        nature = self.nature.currentText() if self.nature.currentIndex() > 0 else ""
        self.board.show_lanes(vm.board(self.seen.leads, self.seen.cases, nature))
        self.table.set_rows([c for c in self.seen.cases if not nature or c.nature == nature])

    def select(self, key: str) -> None:
        """Show a case or a lead below the board."""
        if key == self._key and self.history is not None and self.history.case == self.case():
            return
        self._key, self.history = key, None
        self.board.select(key)
        lead, case = self.lead(), self.case()
        if lead is not None:
            self.detail.show_lead(lead)
        elif case is not None:
            self._session.read(
                self.shell.operations, tr("读取案卷"), work.history(case.id), self._show_case, self._not_done, owner=self
            )

    def select_lead(self, number: int) -> None:
        """Show a lead by its number."""
        self.select(f"lead:{number}")

    def _show_case(self, history: History) -> None:
        if self._built and history.case.id == self._key:
            self.history = history
            self.detail.show_case(history.case, history)

    def case(self) -> MoveCase | None:
        """The selected case."""
        cases = self.seen.cases if self.seen is not None else ()
        return next((c for c in cases if c.id == self._key), None)

    def lead(self) -> Lead | None:
        """The selected lead."""
        leads = self.seen.leads if self.seen is not None else ()
        return next((x for x in leads if vm.lead_key(x) == self._key), None)

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built, self.seen = False, None
            self.put(trouble(tr("迁移协调"), tr("案件没有读出来"), failure, self._session))

    def _rest(self, title: str) -> None:
        """The list, of one state only."""
        self.tabs.choose(1)
        self.search.setText("" if title == vm.LEADS else title)

    def _find(self) -> None:
        if self._built:
            self.tabs.choose(1)
            self.search.setFocus()
            self.search.selectAll()

    def _step(self, by: int) -> None:
        keys = [t.ticket.key for lane in self.board.columns for t in lane] if self._built else []
        if keys:
            at = keys.index(self._key) + by if self._key in keys else 0
            if 0 <= at < len(keys):
                self.select(keys[at])

    # ---- the menu of a ticket ---------------------------------------------------------------------------------------------

    def _menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self)
        self._fill_menu(menu, key)
        menu.popup(at)

    def _fill_menu(self, menu: QMenu, key: str) -> None:
        """Everything that can be done with a ticket, also where it may be moved to."""
        self.select(key)
        case, lead = self.case(), self.lead()
        if lead is not None:
            menu.addAction(tr("立案…"), self.ask_lead)
        elif case is not None:
            if case.state in vm.UNDER_WAY:
                move = menu.addMenu(tr("移动到…"))
                for state in vm.later_states(case):
                    move.addAction(state.value, lambda s=state: self.move_to(s))
                landing = move.addAction(tr("已落地…"), self.ask_land)
                landing.setEnabled(not vm.lacks(case))
                if vm.lacks(case):
                    landing.setText(tr("已落地（还缺{what}）", what="、".join(vm.lacks(case))))
                menu.addAction(tr("撤回…"), self.ask_withdraw)
            if case.state not in (CaseState.WITHDRAWN, CaseState.CLOSED):
                menu.addAction(tr("补充案情…"), self.ask_describe)
                menu.addAction(tr("登记基数…"), self.ask_base)
                menu.addAction(tr("记录意见…"), self.ask_say)
            menu.addAction(tr("历史（Ctrl+J）"), self.show_history)
        menu.addAction(tr("企业卡片"), self.open_company)

    def open_company(self) -> None:
        """The company's card in the ledger."""
        found = self.case() or self.lead()
        if found is not None:
            self.shell.go("companies", found.credit_code)

    def show_history(self) -> None:
        """The whole history of the case in the drawer."""
        if self.history is None:
            self.shell.say(tr("先选一件案件"))
            return
        lines = [
            box(col(
                row(label(m.at[:16].replace("T", " "), "note"), label(m.kind, "note"), None, label(m.who, "note"), gap=8),
                label(m.text, wrap=True),
                *([label(tr("理由：{why}", why=m.reason), "note", wrap=True)] if m.reason else []),
                gap=2, margins=(16, 6, 16, 6),
            ))
            for m in reversed(self.history.timeline)
        ]  # fmt: skip
        body = box(col(*lines, None, gap=0, margins=(0, 6, 0, 6)))
        case = self.history.case
        export = button(tr("导出案卷历史"), self.export_history)
        self.shell.show_drawer(tr("历史"), f"{case.id}　{case.name}", body, (export,))

    def export_history(self) -> None:
        """Write the case's history into the outbox and open it."""
        if self.history is None:
            self.shell.say(tr("先选一件案件"))
            return
        task = work.export_history(self.history.case.id)
        self._session.run(self.shell.operations, tr("导出案卷历史"), task, self._written, self._not_done, owner=self)

    def _written(self, path: Path) -> None:
        self.shell.say(tr("已导出：{name}", name=path.name))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)

    # ---- doing ----------------------------------------------------------------------------------------------------------

    def ask_new(self) -> None:
        """Open a case by hand."""
        if self.seen is not None:
            ask.new_case(self, self.seen.parks, self._new)

    def _new(self, code: str, out: str, into: str, day: date | None) -> None:
        self._start(tr("立案"), work.open_case(code, out, into, day), tr("已立案：{out} → {into}", out=out, into=into))

    def ask_lead(self) -> None:
        """Open a case from the selected lead."""
        lead = self.lead()
        if lead is None or lead.id is None or lead.case_id:
            self.shell.say(tr("先选一条未立案的线索"))
            return
        number, name = lead.id, lead.name
        ask.from_lead(
            self, lead, lambda out: self._start(tr("立案"), work.open_from_lead(number, out), tr("已立案：{name}", name=name))
        )

    def ask_describe(self) -> None:
        """Add what is known of the case."""
        case = self._open_case()
        if case is not None:
            ask.describe(self, case, lambda *told: self._describe(case, *told))

    def _describe(
        self, case: MoveCase, nature: str | None, kind: str | None, day: date | None, full: date | None, note: str | None
    ) -> None:
        task = work.describe(case.id, nature, kind, day, full, note)
        self._start(tr("补充案情"), task, tr("已补充 {case} 的案情", case=case.id))

    def ask_base(self) -> None:
        """Register the base years of the case."""
        case = self._open_case()
        if case is not None:
            ask.base(self, case, lambda years: self._base(case, years))

    def _base(self, case: MoveCase, years: tuple[BaseYear, ...]) -> None:
        said = tr("已登记 {case} 的 {n} 年基数", case=case.id, n=len(years))
        self._start(tr("登记基数"), work.record_base(case.id, years), said)

    def ask_say(self) -> None:
        """Record what a side says of the case."""
        case = self._open_case()
        if case is None or self.history is None or self.seen is None:
            return
        sides = {x.side: x.party for x in self.history.lanes}
        ask.say(self, case, sides, self.seen.person, lambda *told: self._said(case, *told))

    def _said(self, case: MoveCase, party: str, answer: str, person: str, reason: str) -> None:
        said = tr("已记录 {party}：{answer}", party=party, answer=answer)
        self._start(tr("记录意见"), work.say(case.id, party, answer, person, reason), said)

    def advance(self) -> None:
        """Move the case to the next state."""
        case = self.case()
        to = vm.next_state(case) if case is not None else None
        if to is None:
            self.shell.say(tr("没有可推进的案件；办理中的案件下一步是落地"))
        else:
            self.move_to(to)

    def move_to(self, to: CaseState) -> None:
        """Move the case forward to a state."""
        case = self.case()
        if case is not None:
            said = tr("{case} 已转{state}", case=case.id, state=to.value)
            self._start(tr("推进"), work.advance(case.id, to), said)

    def ask_land(self) -> None:
        """Say what landing does, and land."""
        case = self.case()
        if case is None or case.state not in vm.UNDER_WAY:
            self.shell.say(tr("先选一件在办案件"))
        elif vm.lacks(case):
            self.shell.say(tr("{case} 落地还缺{what}", case=case.id, what="、".join(vm.lacks(case))))
        else:
            said = tr("{case} 已落地，{name}归{park}", case=case.id, name=case.name, park=case.to_park)
            ask.land(self, case, lambda: self._start(tr("落地"), work.land(case.id), said))

    def ask_withdraw(self) -> None:
        """Withdraw the case, with a reason."""
        case = self.case()
        if case is None or case.state not in vm.UNDER_WAY:
            self.shell.say(tr("先选一件在办案件"))
            return
        said = tr("{case} 已撤回", case=case.id)
        ask.withdraw(self, case, lambda why: self._start(tr("撤回"), work.withdraw(case.id, why), said))

    def _open_case(self) -> MoveCase | None:
        case = self.case()
        if case is None or case.state in (CaseState.WITHDRAWN, CaseState.CLOSED):
            self.shell.say(tr("先选一件未办结的案件"))
            return None
        return case

    def _start(self, title: str, task: SessionWork[object], said: str) -> None:
        if not self._busy:
            self._busy = True
            self._session.run(self.shell.operations, title, task, lambda _: self._done(said), self._not_done, owner=self)

    def _done(self, said: str) -> None:
        self._busy = False
        self.history = None
        self.ribbon.hide()
        self.shell.announce(ChangeSummary(said, subjects=SUBJECTS, changed=1))
        self.shell.say(said)

    def _not_done(self, failure: Failure) -> None:
        self._busy = False
        if failure.kind != "cancelled":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)
