"""The board of 迁移协调: lanes by state with their tickets; drag moves, arrows walk, Enter opens, M moves, T = agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QVBoxLayout, QWidget

from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import Item, clear, col, lay, restyle, row, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.moves import Lane, Ticket

TICKET_H: Final = 100
GAP: Final = 8
AROUND: Final = 72
"""Head, margins and the line of the remaining tickets in a lane."""
LEAST: Final = 2
HEIGHT: Final = LEAST * (TICKET_H + GAP) + AROUND
TICKET: Final = "application/x-zgc-ticket"
"""What a dragged ticket carries: its key."""
BARRED: Final = 0.45
"""How much is left of a lane that a dragged ticket may not go to."""
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
    dragged = Signal(str)
    files_dropped = Signal(str, object)
    agenda_asked = Signal(str)

    def __init__(self, ticket: Ticket) -> None:
        super().__init__()
        self.ticket = ticket
        self._pressed_at: QPoint | None = None
        self.setAcceptDrops(True)
        set_role(self, "ticket")
        self.setFixedHeight(TICKET_H)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = ElidedLabel(ticket.name)
        badge = row(Badge(ticket.mark, ticket.word), None)
        items: tuple[Item, ...] = (label(ticket.head, "note"), name, ElidedLabel(ticket.route, "note"), badge)
        lay(self, col(*items, gap=2, margins=(10, 8, 8, 8)))
        self.setAccessibleName(f"{ticket.head} {ticket.name} {ticket.route} {ticket.word}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.ticket.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        began = self._pressed_at
        far = began is not None and (event.position().toPoint() - began).manhattanLength()
        if far and far >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit(self.ticket.key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files on a ticket become attachments of its case; a ticket on a ticket is meant for its lane."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            restyle(self, "target", "true")
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "target", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "target", "false")
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if files:
            event.acceptProposedAction()
            # After the drop is over: a dialog must not hold the Explorer that waits for its answer.
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(self.ticket.key, files))

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
        elif event.key() == Qt.Key.Key_T:
            self.chosen.emit(self.ticket.key)
            self.agenda_asked.emit(self.ticket.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit(self.ticket.key)
        self.menu_asked.emit(self.ticket.key, event.globalPos())


class LaneFrame(QFrame):
    """One column of the board; takes a ticket where the case may go there, else stands back while it is dragged."""

    dropped = Signal(str, str)

    def __init__(self, title: str, body: QVBoxLayout) -> None:
        super().__init__()
        self.title, self.bar = title, ""
        set_role(self, "lane")
        lay(self, body)
        self.setAcceptDrops(True)
        self.setMinimumWidth(120)

    def bar_for(self, why: str) -> None:
        """Grey out, with the reason as tooltip; "" takes tickets again."""
        self.bar = why
        self.setToolTip(worded(why))
        if why:
            effect = QGraphicsOpacityEffect(self)
            effect.setOpacity(BARRED)
            self.setGraphicsEffect(effect)
        else:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]  # None removes it; the stub does not know

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(TICKET) and not self.bar:
            event.acceptProposedAction()
            restyle(self, "target", "true")
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "target", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "target", "false")
        key = bytes(event.mimeData().data(TICKET).data()).decode()
        if key and not self.bar:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.dropped.emit(key, self.title))  # the drag ends first


class Board(QWidget):
    """Lanes side by side; one ticket of all is selected."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    rest_asked = Signal(str)
    """The title of a lane whose remaining tickets are wanted."""
    dropped = Signal(str, str)
    """(ticket, lane): a ticket was let go over a lane it may go to."""
    files_dropped = Signal(str, object)
    """(ticket, files)"""
    agenda_asked = Signal(str)
    """A ticket is wanted on the meeting's agenda."""

    def __init__(self, why_not: Callable[[str, str], str]) -> None:
        """``why_not`` says why a ticket may not go to a lane, "" where it may."""
        super().__init__()
        self._why_not = why_not
        self.setMinimumHeight(HEIGHT)
        self._lanes = row(gap=8)
        lay(self, self._lanes)
        self.columns: list[list[TicketFrame]] = []
        self.lanes: list[LaneFrame] = []
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
        self.columns, self.lanes = [], []
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

    def drag(self, key: str) -> None:
        """Drag a ticket: lanes it may not go to stand back until it is let go."""
        frame = next((t for lane in self.columns for t in lane if t.ticket.key == key), None)
        if frame is None or not self.show_ways(key):
            self.show_ways("")
            return
        mime = QMimeData()
        mime.setData(TICKET, key.encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(frame.grab())
        drag.setHotSpot(QPoint(20, 20))
        drag.exec(Qt.DropAction.MoveAction)
        self.show_ways("")

    def show_ways(self, key: str) -> bool:
        """Grey out the lanes a ticket may not go to, "" ends it; whether there is any it may go to."""
        for lane in self.lanes:
            lane.bar_for(self._why_not(key, lane.title) if key else "")
        return any(not lane.bar for lane in self.lanes)

    def _lane(self, lane: Lane) -> LaneFrame:
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
            frame.dragged.connect(self.drag)
            frame.files_dropped.connect(self.files_dropped)
            frame.agenda_asked.connect(self.agenda_asked)
            body.addWidget(frame)
            made.append(frame)
        self.columns.append(made)
        if rest := len(lane.tickets) - len(shown):
            more = button(tr("另有 {n} 件", n=rest), lambda: self.rest_asked.emit(lane.title), role="link")
            body.addLayout(row(more, None))
        elif not shown:
            body.addLayout(row(label(tr("无"), "note"), None))
        frame_of_lane = LaneFrame(lane.title, col(head, body, None, gap=8, margins=(8, 10, 8, 8)))
        frame_of_lane.setAccessibleName(f"{lane.title} {len(lane.tickets)}")
        frame_of_lane.dropped.connect(self.dropped)
        self.lanes.append(frame_of_lane)
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
