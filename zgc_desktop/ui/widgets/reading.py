"""What a page shows while it is being read: nothing untrue before the first figures, a thin bar above the old ones after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.operations import Failure, Operation, Operations
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import HEAD_H, button, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import PAGE_MARGINS, Item, box, col, lay, page_body, row

SAID_MS = 300
"""Before this nothing moves: most reading is over by then."""
LONG_MS = 2_000
"""After this it stands in the status bar, with its seconds and 取消."""
BAR_H = 3
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Reading(QWidget):
    """Lies over a page while its first figures are read; later only a thin bar at the top, the old figures stay visible."""

    def __init__(self, page: QWidget, operations: Operations, on_again: Callable[[], object]) -> None:
        super().__init__(page)
        self._operations, self._on_again = operations, on_again
        self._current: Operation[Any] | None = None
        self.is_first = True
        """Whether the page has no figures yet."""
        self._cover: QWidget | None = None
        """Words in place of the page; before there are any, its ground and title are painted: most never need more."""
        self._title = ""
        self._is_stopped = False
        """Cancelled before the first figures: it says so, and offers to read again."""
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_H)
        self._body = col(gap=0)
        lay(self, col(self._bar, (self._body, 1), gap=0))
        self._soon, self._late, self._done = QTimer(self), QTimer(self), QTimer(self)
        then_do = ((self._soon, SAID_MS, self._say), (self._late, LONG_MS, self._tell), (self._done, 0, self._lift))
        for timer, ms, then in then_do:
            timer.setSingleShot(True)
            timer.setInterval(ms)
            timer.timeout.connect(then)
        page.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below is not painted to be covered again
        self.hide()

    @property
    def covers(self) -> bool:
        """Whether nothing of the page may be used yet."""
        return self.is_first and not self.isHidden()

    def follow(self, operation: Operation[Any], title: str) -> None:
        """Stay until this reading ends; what is read meanwhile besides is for a page that shows something already."""
        if self.is_first and (self._current is not None or self._done.isActive()):
            return
        self._current, self._title, self._is_stopped = operation, title, False
        operation.failed.connect(self._failed)
        operation.ended.connect(lambda: self._ended(operation))
        if self.is_first:
            self._uncover()
            self._bar.hide()
            self._show()
        self._soon.start()
        self._late.start()

    def cover(self, body: QWidget) -> None:
        """Show this in place of the page, until the page is read for the first time."""
        if not self.is_first:
            return
        self._uncover()
        self._cover = box(col(body, gap=0), "page")
        self._body.addWidget(self._cover, 1)
        self._bar.hide()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, title and card of a page whose figures are on their way."""
        if not self.is_first:
            return
        p, r = QPainter(self), theme.sizes().r_l
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), theme.colour("bg"))
        if self._cover is not None:
            return
        p.setFont(theme.font("h1", bold=True))
        p.setPen(theme.colour("text"))
        left, top, right, bottom = PAGE_MARGINS
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        p.drawText(QRectF(left, top, self.width() - left - right, HEAD_H), middle, self._title)
        p.setPen(theme.colour("line"))
        p.setBrush(theme.colour("surface"))
        below = top + HEAD_H + 12
        p.drawRoundedRect(
            QRectF(left + 0.5, below + 0.5, self.width() - left - right - 1, self.height() - below - bottom - 1), r, r
        )

    def _say_over(self, words: str, *, again: bool = False) -> None:
        """Words in the middle of the page to come."""
        inner: list[Item] = [None, label(words, "sub", align=CENTRE)]
        if again:
            inner.append(row(None, button(tr("再读一次"), self._on_again, role="primary"), None))
        self.cover(page_body(page_head(self._title), (plain_card(col(*inner, None, gap=12)), 1)))

    def _uncover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _show(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(0, 0, page.width(), page.height() if self.is_first else BAR_H)

    def _say(self) -> None:
        if self.is_first:
            self._say_over(tr("正在读取…"))
        self._bar.show()
        self._show()

    def _tell(self) -> None:
        if self._current is not None:
            self._operations.started.emit(self._current)

    def _failed(self, failure: Failure) -> None:
        if self.is_first and failure.kind == "cancelled":
            self._is_stopped = True
            self._say_over(tr("已取消读取，没有改动任何数据"), again=True)

    def _ended(self, operation: Operation[Any]) -> None:
        if operation is not self._current:
            return
        self._current = None
        self._soon.stop()
        self._late.stop()
        self._bar.hide()
        if self._is_stopped:
            return
        if self.is_first:
            self._done.start()  # what was read is laid out now and painted in a turn of its own: together they are a hitch
        else:
            self.hide()

    def _lift(self) -> None:
        self.is_first = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self._uncover()
        self.hide()
