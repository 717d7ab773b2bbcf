"""协调会题单: the month's questions that only a meeting can decide, in order, each with its facts and what is proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, Item, box, clear, col, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.moves import case_in

if TYPE_CHECKING:
    from zgc_desktop.domain.monthly_sheets import Agenda, AgendaItem


class AgendaView(QFrame):
    """The ordered list, and the paper to print."""

    def __init__(self, on_print: Callable[[], object], on_case: Callable[[str], object]) -> None:
        super().__init__()
        set_role(self, "card")
        self._on_case = on_case
        self.note = label("", "note")
        self.print = button(tr("打印题单…"), on_print, role="primary", tip=tr("生成 PDF 并打开（Ctrl+P）"))
        self.print.setEnabled(False)
        head = box(row(label(tr("协调会题单"), "h3"), self.note, None, self.print, margins=(16, 0, 12, 0)), height=48)
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
        self.setLayout(col(head, rule(), (area, 1), gap=0, margins=INSIDE))
        self.agenda: Agenda | None = None

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the questions of a month."""
        self.agenda = agenda
        clear(self._items)
        month = agenda.head.month
        self.note.setText(tr("{month}，{n} 题", month=month, n=len(agenda.items)))
        self.print.setEnabled(bool(agenda.items))
        for n, item in enumerate(agenda.items, 1):
            if n > 1:
                self._items.addWidget(rule(soft=True))
            self._items.addWidget(self._line(n, item))
        if not agenda.items:
            said = tr("双重主张、市级统筹的案件、超过 20 个工作日的案件和结算缺项会自动列入。")
            self._items.addWidget(empty_state(tr("本月没有须上会的事项"), said))
        self._items.addStretch(1)

    def _line(self, n: int, item: AgendaItem) -> QFrame:
        number = label(str(n), "person", align=Qt.AlignmentFlag.AlignCenter)
        number.setFixedSize(28, 28)
        facts, proposal = label(item.facts, wrap=True), label(tr("建议：{what}", what=item.proposal), "sub", wrap=True)
        for text in (facts, proposal):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head: list[Item] = [Badge("tag", item.kind), label("、".join(item.parties), "note"), None]
        if case := case_in(item.facts):
            head.append(button(tr("打开 {case}", case=case), lambda: self._on_case(case), role="link"))
        words = col(row(*head), facts, proposal, gap=4)
        made = box(row(col(number, None), (words, 1), gap=12, margins=(16, 12, 16, 12)))
        made.setAccessibleName(f"{n} {item.kind} {item.facts} {item.proposal}")
        return made
