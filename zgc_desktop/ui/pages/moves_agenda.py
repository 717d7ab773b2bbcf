"""协调会题单: the month's questions that only a meeting can decide, in order, each with its facts and what is proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import button, icon_button, label
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, Item, box, clear, col, lay, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.moves import case_in

if TYPE_CHECKING:
    from zgc_desktop.domain.monthly_sheets import Agenda, AgendaItem


class AgendaView(QFrame):
    """The ordered list, and the paper to print."""

    def __init__(
        self,
        on_print: Callable[[], object],
        on_case: Callable[[str], object],
        on_add: Callable[[], object],
        on_move: Callable[[int, int], object],
        on_take_off: Callable[[AgendaItem], object],
    ) -> None:
        super().__init__()
        set_role(self, "card")
        self._on_case, self._on_move, self._on_take_off = on_case, on_move, on_take_off
        self.note = label("", "note")
        self.print = button(tr("打印题单…"), on_print, role="primary", tip=tr("生成 PDF 并打开（Ctrl+P）"))
        self.print.setEnabled(False)
        self.add = button(tr("列入事项…"), on_add, icon_name="plus", tip=tr("案件与线索可在看板或列表的右键菜单中列入"))
        head = box(row(label(tr("协调会题单"), "h3"), self.note, None, self.add, self.print, margins=(16, 0, 12, 0)), height=48)
        self._items = QVBoxLayout()
        self._items.setContentsMargins(*FLAT)
        self._items.setSpacing(0)
        area = set_role(QScrollArea(), "drawer")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inner = box(self._items)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.setAccessibleName(tr("协调会题单"))
        self.setMinimumHeight(400)
        lay(self, col(head, rule(), (area, 1), gap=0, margins=INSIDE))
        self.agenda: Agenda | None = None

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the questions of a month."""
        self.agenda = agenda
        clear(self._items)
        month = agenda.head.month
        self.note.setText(tr("{month}，{n} 题", month=month, n=len(agenda.items)))
        self.print.setEnabled(bool(agenda.items))
        by_hand = [item.entry for item in agenda.items if item.entry]
        for n, item in enumerate(agenda.items, 1):
            if n > 1:
                self._items.addWidget(rule(soft=True))
            self._items.addWidget(self._line(n, item, by_hand))
        if not agenda.items:
            said = tr("双重主张、市级统筹的案件、超过 20 个工作日的案件和结算缺项会自动列入。")
            self._items.addWidget(empty_state(tr("本月没有须上会的事项"), said))
        self._items.addStretch(1)

    def _line(self, n: int, item: AgendaItem, by_hand: Sequence[int]) -> QFrame:
        number = label(str(n), "person", align=Qt.AlignmentFlag.AlignCenter)
        number.setFixedSize(28, 28)
        facts, proposal = label(item.facts, wrap=True), label(tr("建议：{what}", what=item.proposal), "sub", wrap=True)
        for text in (facts, proposal):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head: list[Item] = [Badge("tag", item.kind), label("、".join(item.parties), "note"), None]
        if case := case_in(item.facts):
            head.append(button(tr("打开 {case}", case=case), lambda: self._on_case(case), role="link"))
        if item.entry:
            head += self._tools(item, by_hand)
        words = col(row(*head), facts, proposal, gap=4)
        if item.person:
            proposal.setToolTip(tr("{who} 列入", who=item.person))
        made = box(row(col(number, None), (words, 1), gap=12, margins=(16, 12, 16, 12)))
        made.setAccessibleName(f"{n} {item.kind} {item.facts} {item.proposal}")
        return made

    def _tools(self, item: AgendaItem, by_hand: Sequence[int]) -> list[Item]:
        """What can be done with a question that was put there by hand: its place among them, and taking it off."""
        number, at = item.entry, by_hand.index(item.entry)
        up = icon_button("up", tr("上移一题"), lambda: self._on_move(number, -1))
        down = icon_button("down", tr("下移一题"), lambda: self._on_move(number, 1))
        up.setEnabled(at > 0)
        down.setEnabled(at + 1 < len(by_hand))
        return [up, down, button(tr("撤下…"), lambda: self._on_take_off(item), role="link", writing=True)]
