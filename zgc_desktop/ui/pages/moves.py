"""迁移协调: leads and cases on a board or in a list, and what each case still needs. Informs and settles; never vetoes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from zgc_desktop.domain.moves import NATURES, CaseState, MoveCase
from zgc_desktop.domain.outside import OutsideItem
from zgc_desktop.domain.zones import Grouping
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import moves_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.moves_acts import LANDED
from zgc_desktop.ui.pages.moves_agenda import AgendaView
from zgc_desktop.ui.pages.moves_board import Board
from zgc_desktop.ui.pages.moves_detail import Acts, Detail
from zgc_desktop.ui.pages.moves_flow import FlowView
from zgc_desktop.ui.pages.moves_outside import OutsideActs
from zgc_desktop.ui.pages.moves_work import Seen
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.filter_bar import FilterBar
from zgc_desktop.ui.table.memory import TableMemory
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import Choice, Tabs, button, label, page_head
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, page_body, row
from zgc_desktop.ui.widgets.rights import Command, Menu, why_not, writes
from zgc_desktop.viewmodels import moves as vm
from zgc_desktop.viewmodels import moves_outside as vm_outside
from zgc_desktop.viewmodels.filtering import Filters
from zgc_desktop.viewmodels.moves_flow import route_words

if TYPE_CHECKING:
    from zgc_desktop.domain.monthly_sheets import Agenda
    from zgc_desktop.services.case_record import History

ALL = "全部性质"
FLOW = 4


class MovesPage(OutsideActs):
    """Board, list and agenda; the selected case or lead below."""

    subjects = frozenset({"cases", "leads", "settlement", "submissions", "agenda"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session)
        self._built = False
        self._pending: object = None
        names: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("新建迁移案件…"), self.ask_new),
            (tr("新建外省市案件…"), self.ask_outside),
            (tr("由线索立案…"), self.ask_lead),
            (tr("补充案情…"), self.ask_describe),
            (tr("登记基数…"), self.ask_base),
            (tr("记录意见…"), self.ask_say),
            (tr("推进案件"), self.advance),
            (tr("落地…"), self.ask_land),
            (tr("撤回案件…"), self.ask_withdraw),
            (tr("案件历史"), self.show_history),
            (tr("登记事件…"), self.ask_event),
            (tr("加附件…"), self.ask_attach),
            (tr("案件附件"), self.show_files),
            (tr("生成案卷回执"), self.write_slip),
            (tr("重新比对线索"), self.look_for_leads),
            (tr("列入题单…"), self.ask_agenda),
            (tr("列入事项…"), self.ask_matter),
            (tr("协调会题单"), lambda: self.tabs.choose(2) if self._built else None),
        )
        self._actions = [self._action(text, do) for text, do in names]

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

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
        """Open a case by its number, or ask for a new one of a company (``new:`` and its credit code)."""
        if self.seen is None:
            self._pending = target
        elif isinstance(target, str) and target.startswith("new:"):
            self.ask_new(target.removeprefix("new:"))
        elif isinstance(target, str) and (self.case(target) is not None or self.outside(target) is not None):
            self.select(target)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "refresh": self.refresh,
            "history": self.show_history,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
            "filter": self._filter,
            "export": self.export,
            "print": self.write_agenda,
        }

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    # ---- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._built = True
        self.tabs = Tabs([tr("看板"), tr("列表"), tr("协调会题单"), tr("外省市"), tr("流向")])
        self.tabs.chosen.connect(self._choose_tab)
        self.note = label("", "sub")
        self.nature = Choice()
        self.nature.offer([ALL, *NATURES])
        self.nature.setAccessibleName(tr("性质或片区方向"))
        self.nature.currentIndexChanged.connect(lambda _: self._lay_out())
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("案件、企业、分园"))
        self.search.setAccessibleName(tr("在案件中查找"))
        self.search.setFixedWidth(220)
        self.new = button(tr("新建案件…"), self.ask_new, icon_name="plus")
        self.new_outside = button(tr("新建外省市案件…"), self.ask_outside, icon_name="plus")
        tools = [self.note, self.search, self.nature, self.new, self.new_outside]
        head = page_head(tr("迁移协调"), tabs=self.tabs, tools=tools)
        self.ribbon = Ribbon()
        self.board = Board(self._why_not)
        self.board.dropped.connect(self._dropped)
        self.board.files_dropped.connect(self._files_dropped)
        self.board.chosen.connect(self.select)
        self.board.menu_asked.connect(self._menu)
        self.board.rest_asked.connect(self._rest)
        self.board.agenda_asked.connect(lambda _: self.ask_agenda())
        self.table: DataTable[MoveCase] = DataTable(vm.COLUMNS, lambda c: c.id, name=tr("案件列表"))
        self.table.attach_search(self.search)
        self.table.opened.connect(self.select)
        self.table.current_changed.connect(lambda key: self.select(key) if isinstance(key, str) else None)
        self.table.menu_asked.connect(lambda menu, key: self._fill_menu(menu, str(key)) if key else None)
        nothing = empty_state(
            tr("没有案件"), tr("双重主张和疑似迁移会自动出现在“线索”。"), act=tr("新建案件…"), on_act=self.ask_new
        )
        memory = TableMemory(self.table, self.shell.settings, self._session.need().who, "moves")
        filters = FilterBar(self.table, memory, self.shell.say)
        card = box(col((TablePane(self.table, empty=nothing), 1), gap=0, margins=INSIDE), "card")
        card.setMinimumHeight(360)
        self.list = box(col(filters, (card, 1), gap=8))
        self.over_border = self._outside_list()
        self.table.summed.connect(self.shell.show_sum)
        self.table.changed.connect(self.change_cell)
        self.table.block_pasted.connect(self.ask_paste)
        self.agenda = AgendaView(self.write_agenda, self._to_case, self.ask_matter, self.move_on_agenda, self.ask_take_off)
        self.detail = Detail(
            Acts(
                say=self.ask_say, describe=self.ask_describe, base=self.ask_base, withdraw=self.ask_withdraw,
                advance=self.advance, land=self.ask_land, open_lead=self.ask_lead, history=self.show_history,
                event=self.ask_event, attach=self.ask_attach, files=self.show_files, slip=self.write_slip,
                company=self.open_company, shares=lambda: self.shell.go("sharing", self._key), outside=self.outside_acts(),
            )
        )  # fmt: skip
        self.flow = FlowView(self._show_direction)
        parts = ((self.board, 1), (self.list, 1), (self.agenda, 1), (self.over_border, 1), (self.flow, 1))
        self.put(page_body(head, self.ribbon, *parts, self.detail))
        self._choose_tab(0)

    def _outside_list(self) -> QWidget:
        """The list of cases with a party outside the city, with its filters."""
        self.outside_table: DataTable[OutsideItem] = DataTable(
            vm_outside.COLUMNS, lambda i: i.case.number, name=tr("外省市案件列表")
        )
        table = self.outside_table
        table.opened.connect(self.select)
        table.current_changed.connect(lambda key: self.select(key) if isinstance(key, str) else None)
        table.menu_asked.connect(lambda menu, key: self._fill_menu(menu, str(key)) if key else None)
        table.summed.connect(self.shell.show_sum)
        nothing = empty_state(
            tr("没有外省市案件"),
            tr("迁出、迁入本市和在外设的基地在这里立案。"),
            act=tr("新建外省市案件…"),
            on_act=self.ask_outside,
        )
        memory = TableMemory(table, self.shell.settings, self._session.need().who, "moves_outside")
        card = box(col((TablePane(table, empty=nothing), 1), gap=0, margins=INSIDE), "card")
        card.setMinimumHeight(360)
        return box(col(FilterBar(table, memory, self.shell.say), (card, 1), gap=8))

    def _choose_tab(self, n: int) -> None:
        self.board.setVisible(n == 0)
        self.list.setVisible(n == 1)
        self.search.setVisible(n == 1)
        self.agenda.setVisible(n == 2)
        self.over_border.setVisible(n == 3)
        self.flow.setVisible(n == FLOW)
        self.nature.setVisible(n != 2)
        self.new.setVisible(n != 3)
        self.new_outside.setVisible(n == 3)
        self.detail.setVisible(n not in (2, FLOW))
        if n == 2:
            self._read_agenda()

    def _read_agenda(self) -> None:
        month = self.shell.month
        if month is not None:
            self._session.read(
                self.shell.operations, tr("读取题单"), work.agenda(month), self._show_agenda, self._not_done, owner=self
            )

    def _show_agenda(self, agenda: Agenda) -> None:
        if self._built and agenda.head.month == self.shell.month:
            self.agenda.show_agenda(agenda)

    def _to_case(self, case_id: str) -> None:
        self.tabs.choose(0)
        self.select(case_id)

    # ---- showing --------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        if not self._built or seen.month != self.shell.month:
            return
        self.seen = seen
        if self.agenda.isVisible():
            self._read_agenda()
        self.note.setText(vm.count_note(seen.cases, seen.leads) + vm_outside.count_note(seen.outside))
        self._offer_way(seen.zones)
        self._lay_out()
        target, self._pending = self._pending, None
        if target is not None:
            self.show_target(target)
        elif self.case() is not None or self.lead() is not None or self.outside() is not None:
            self.select(self._key)
        else:
            self._key, self.history = "", None
            nothing = not (seen.cases or seen.leads or seen.outside)
            self.detail.show_nothing(self.ask_new if nothing else None)

    def _lay_out(self) -> None:
        if self.seen is None:
            return
        chosen = self.nature.chosen() if self.nature.currentIndex() > 0 else ""
        cases = vm.filtered(self.seen.cases, chosen, self.seen.zones)
        nature = chosen if chosen in NATURES else ""
        lanes = vm.board(self.seen.leads, cases, nature)
        over = [i for i in self.seen.outside if not chosen or i.case.nature == chosen]
        self.board.show_lanes(vm_outside.beside(lanes, over))
        self.table.set_rows(cases)
        self.flow.show_cases(cases, self.seen.parks)
        self.outside_table.set_rows(over)

    def _offer_way(self, zones: Grouping | None) -> None:
        """The plan's direction as a choice below the natures, where the zones in use name one."""
        way = zones.direction if zones is not None else None
        wanted = [ALL, *NATURES, *([vm.way_words(way)] if way else [])]
        if wanted != [self.nature.itemData(n) for n in range(self.nature.count())]:
            with QSignalBlocker(self.nature):
                self.nature.clear()
                self.nature.offer(wanted)

    def select(self, key: str) -> None:
        """Show a case or a lead below the board."""
        if key == self._key and self.history is not None and self.history.case == self.case():
            return
        self._key, self.history = key, None
        self.board.select(key)
        lead, case, over = self.lead(), self.case(), self.outside()
        if lead is not None:
            self.detail.show_lead(lead)
        elif over is not None:
            self.detail.show_outside(over)
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

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built, self.seen = False, None
            self.put(trouble(tr("迁移协调"), tr("案件没有读出来"), failure, self._session))

    def _rest(self, title: str) -> None:
        """The list, of one state only."""
        self.tabs.choose(1)
        self.search.setText("" if title == vm.LEADS else title)

    def _show_direction(self, out: str, into: str) -> None:
        """The list, of one direction only."""
        self.tabs.choose(1)
        self.table.filter_by(Filters(typed={"route": route_words(out, into)}))

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

    def _filter(self) -> None:
        if self._built:
            self.tabs.choose(1)
            self.table.toggle_filter_row()

    def export(self) -> None:
        """The list as it is filtered, with the history of each of its cases; on the board that of the selected case."""
        if self._built and self.table.isVisible():
            ids = tuple(c.id for c in self.table.table.shown_rows())
            export_rows(self, self._session, self.table, tr("迁移案件"), work.with_histories(ids))
        else:
            self.export_history()

    # ---- dragging -------------------------------------------------------------------------------------------------------

    def _why_not(self, key: str, lane: str) -> str:
        """Why a ticket may not go to a lane; empty where it may."""
        if reason := why_not(self):
            return reason
        case, lead, over = self.case(key), self.lead(key), self.outside(key)
        if case is not None:
            return vm.drop_of_case(case, lane)
        if over is not None:
            return vm_outside.drop(over, lane)
        return vm.drop_of_lead(lead, lane) if lead is not None else tr("已不在看板上")

    def _dropped(self, key: str, lane: str) -> None:
        """A ticket let go over a lane: what needs a word asks first, and cancelled the ticket stays where it was."""
        self.select(key)
        if self._why_not(key, lane):
            return
        if self.lead() is not None:
            self.ask_lead()
        elif self.outside() is not None:
            self.ask_outside_step(vm_outside.STATE_OF[lane])
        elif lane == CaseState.LANDED.value:
            self.ask_land()
        else:
            self.move_to(CaseState(lane))

    @writes
    def _files_dropped(self, key: str, dropped: Sequence[Path]) -> None:
        self.select(key)
        if self.outside() is not None:
            self.attach_outside(dropped)
        else:
            self.ask_attach(dropped)

    # ---- the menu of a ticket ---------------------------------------------------------------------------------------------

    def _menu(self, key: str, at: QPoint) -> None:
        menu = Menu(self)
        self._fill_menu(menu, key)
        menu.popup(at)

    def _fill_menu(self, menu: QMenu, key: str) -> None:
        """Everything that can be done with a ticket, also where it may be moved to."""
        if key != self._key:
            self.select(key)
        case, lead, over = self.case(), self.lead(), self.outside()
        if over is not None:
            self.fill_outside_menu(menu, over)
            return
        if lead is not None:
            menu.addAction(tr("立案…"), self.ask_lead)
        elif case is not None:
            if case.state in vm.UNDER_WAY:
                move = menu.addMenu(tr("移动到…"))
                for state in vm.later_states(case):
                    move.addAction(tr(state.value), partial(self.move_to, state))
                landing = move.addAction(tr("已落地…"), self.ask_land)
                landing.setEnabled(not vm.lacks(case))
                if vm.lacks(case):
                    landing.setText(tr("已落地（还缺{what}）", what="、".join(vm.lacks(case))))
                menu.addAction(tr("撤回…"), self.ask_withdraw)
            if case.state not in (CaseState.WITHDRAWN, CaseState.CLOSED):
                menu.addAction(tr("补充案情…"), self.ask_describe)
                menu.addAction(tr("登记基数…"), self.ask_base)
                menu.addAction(tr("记录意见…"), self.ask_say)
            if case.state in LANDED:
                menu.addAction(tr("登记事件…"), self.ask_event)
            menu.addAction(tr("加附件…"), self.ask_attach)
            menu.addAction(tr("附件"), self.show_files)
            menu.addAction(tr("生成案卷回执"), self.write_slip)
            menu.addAction(tr("复制案情摘要"), lambda: self._copy(vm.summary(case)))
            menu.addAction(tr("历史（Ctrl+J）"), self.show_history)
        menu.addAction(tr("列入题单…（T）"), self.ask_agenda)
        self._fill_related(menu.addMenu(tr("关联企业")))

    def _fill_related(self, menu: QMenu) -> None:
        """The companies a case has to do with: its own, and those its events name (registered anew, split)."""
        case, lead = self.case(), self.lead()
        found = case or lead
        if found is None:
            return
        menu.addAction(tr("{name}（卡片）", name=found.name), self.open_company)
        for code in vm.related(self.history.events if self.history is not None and self.history.case == case else ()):
            menu.addAction(code, self._shower(code))

    def _shower(self, code: str) -> Callable[[], object]:
        return lambda: self.shell.go("companies", code)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.shell.say(tr("已复制案情摘要"))

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
