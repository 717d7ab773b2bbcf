"""The board of 迁移协调: lanes by state with their tickets; arrows walk between tickets, Enter opens, M moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import Item, box, clear, col, restyle, row, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.moves import Lane, Ticket

TICKET_H: Final = 100
GAP: Final = 8
AROUND: Final = 72
"""Head, margins and the line of the remaining tickets in a lane."""
LEAST: Final = 2
HEIGHT: Final = LEAST * (TICKET_H + GAP) + AROUND
STEPS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class TicketFrame(QFrame):
    """One ticket: number, company, route, one badge."""

    chosen = Signal(str)
    stepped = Signal(int, int)
    menu_asked = Signal(str, QPoint)

    def __init__(self, ticket: Ticket) -> None:
        super().__init__()
        self.ticket = ticket
        set_role(self, "ticket")
        self.setFixedHeight(TICKET_H)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = ElidedLabel(ticket.name)
        badge = row(Badge(ticket.mark, ticket.word), None)
        items: tuple[Item, ...] = (label(ticket.head, "note"), name, ElidedLabel(ticket.route, "note"), badge)
        self.setLayout(col(*items, gap=2, margins=(10, 8, 8, 8)))
        self.setAccessibleName(f"{ticket.head} {ticket.name} {ticket.route} {ticket.word}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.ticket.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit(self.ticket.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.ticket.key)
        elif event.key() == Qt.Key.Key_M:
            self.menu_asked.emit(self.ticket.key, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit(self.ticket.key)
        self.menu_asked.emit(self.ticket.key, event.globalPos())


class Board(QWidget):
    """Lanes side by side; one ticket of all is selected."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    rest_asked = Signal(str)
    """The title of a lane whose remaining tickets are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(HEIGHT)
        self._lanes = row(gap=8)
        self.setLayout(self._lanes)
        self.columns: list[list[TicketFrame]] = []
        self._shown: Sequence[Lane] = ()
        self._most = LEAST
        self._key = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tickets in a lane as there is room for; the others are behind 另有 n 件."""
        super().resizeEvent(event)
        most = max(LEAST, (event.size().height() - AROUND) // (TICKET_H + GAP))
        if most != self._most:
            self._most = most
            QTimer.singleShot(0, self, lambda: self.show_lanes(self._shown))

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show the lanes; the selection stays where its ticket still is."""
        self._shown = lanes
        had_focus = any(t.hasFocus() for lane in self.columns for t in lane)
        clear(self._lanes)
        self.columns = []
        for lane in lanes:
            self._lanes.addWidget(self._lane(lane), 1)
        self.select(self._key, focus=had_focus)

    def select(self, key: str, *, focus: bool = False) -> None:
        """Mark a ticket as the selected one."""
        self._key = key
        for lane in self.columns:
            for ticket in lane:
                restyle(ticket, "on", "true" if ticket.ticket.key == key else "false")
                if focus and ticket.ticket.key == key:
                    ticket.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lane(self, lane: Lane) -> QFrame:
        head = row(label(lane.title, "h3"), label(str(len(lane.tickets)), "note"), None, gap=6)
        body = QVBoxLayout()
        body.setSpacing(GAP)
        made: list[TicketFrame] = []
        shown = lane.tickets[: self._most]
        for ticket in shown:
            frame = TicketFrame(ticket)
            frame.chosen.connect(self._choose)
            frame.stepped.connect(lambda x, y, f=frame: self._step(f, x, y))
            frame.menu_asked.connect(self.menu_asked)
            body.addWidget(frame)
            made.append(frame)
        self.columns.append(made)
        if rest := len(lane.tickets) - len(shown):
            more = button(tr("另有 {n} 件", n=rest), lambda: self.rest_asked.emit(lane.title), role="link")
            body.addLayout(row(more, None))
        elif not shown:
            body.addLayout(row(label(tr("无"), "note"), None))
        frame_of_lane = box(col(head, body, None, gap=8, margins=(8, 10, 8, 8)), "lane")
        frame_of_lane.setAccessibleName(f"{lane.title} {len(lane.tickets)}")
        frame_of_lane.setMinimumWidth(120)
        return frame_of_lane

    def _choose(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def _step(self, frame: TicketFrame, x: int, y: int) -> None:
        """To the neighbour: up and down in the lane, left and right to the next lane that has tickets."""
        at = next((n for n, lane in enumerate(self.columns) if frame in lane), 0)
        line = self.columns[at].index(frame)
        if y:
            line = max(0, min(len(self.columns[at]) - 1, line + y))
        else:
            at += x
            while 0 <= at < len(self.columns) and not self.columns[at]:
                at += x
            if not 0 <= at < len(self.columns):
                return
            line = min(line, len(self.columns[at]) - 1)
        to = self.columns[at][line]
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(to.ticket.key)
