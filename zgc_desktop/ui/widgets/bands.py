"""Bands across a page: stale, locked, read-only and trouble ribbons, progress with cancel, the undo bar, the empty state."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import FLAT, Item, Margins, box, col, lay, restyle, row, set_role
from zgc_desktop.ui.widgets.marks import MarkSign

UNDO_MS = 10_000
WIDEST, SLACK = 464, 30
"""Pixels a sentence of an empty state takes at most, and what lines give up because none may begin with a comma."""
ABOVE_TOTALS = 56
"""Page margin, totals row and a little air: the bar never covers a sum."""


class Ribbon(QWidget):
    """36 pixels inside the page: what is wrong with what is shown, and the one thing to do about it."""

    def __init__(self, margins: Margins = FLAT) -> None:
        super().__init__()
        self._mark = MarkSign("warn")
        self._text = ElidedLabel()
        self._act = Button("", "small")
        self._do: Callable[[], object] | None = None
        self._act.clicked.connect(self._do_it)
        self._more = Button("", "small")
        self._do_more: Callable[[], object] | None = None
        self._more.clicked.connect(self._do_more_of_it)
        inner = row(self._mark, (self._text, 1), self._more, self._act, margins=(12, 0, 8, 0))
        self._band = box(inner, "stale", height=36)
        lay(self, row((self._band, 1), margins=margins))
        self.hide()

    def stale(self, sentence: str, on_recompute: Callable[[], object]) -> None:
        """Shown results rest on old parameters or old data."""
        self._show("stale", sentence, tr("重算"), on_recompute)

    def locked(self, sentence: str, act: str = "", on_act: Callable[[], object] | None = None) -> None:
        """The month is locked."""
        self._show("locked", sentence, act, on_act)

    def read_only(self, sentence: str, act: str = "", on_act: Callable[[], object] | None = None) -> None:
        """Someone else writes: who, where, since when."""
        self._show("readonly", sentence, act, on_act)

    def offer_more(self, act: str, on_act: Callable[[], object]) -> None:
        """A second thing to do about what is shown, before the usual one."""
        self._more.setText(act)
        self._do_more = on_act
        self._more.show()

    def trouble(self, sentence: str, act: str = "", on_act: Callable[[], object] | None = None) -> None:
        """Something failed: what, where, what to do."""
        self._show("trouble", sentence, act, on_act)

    def _show(self, kind: str, sentence: str, act: str = "", on_act: Callable[[], object] | None = None) -> None:
        restyle(self._band, "role", kind)
        self._mark.mark = "warn" if kind == "stale" else "error"
        self._mark.setVisible(kind in ("stale", "trouble"))
        self._text.setText(sentence)
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self._do = on_act
        self._more.hide()
        self.setAccessibleName(sentence)
        self.show()

    def _do_it(self) -> None:
        if self._do is not None:
            self._do()

    def _do_more_of_it(self) -> None:
        if self._do_more is not None:
            self._do_more()


class ProgressStrip(QWidget):
    """Running work: what, n of m, seconds and 取消; hidden when nothing runs."""

    cancelled = Signal()

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._label, self._text = label("", "note" if compact else ""), ElidedLabel("", "note" if compact else "")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._seconds = label("", "note")
        self.cancel = button(tr("取消"), self._cancel, role="small" if not compact else "link")
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._tick)
        self._bar.setMinimumWidth(120)
        items: tuple[Item, ...] = (self._label, (self._text, 1), (self._bar, 2), self._seconds, self.cancel)
        lay(self, row(*items, gap=10))
        self.hide()

    def start(self, title: str) -> None:
        """Show that work has begun; the number of steps is not known yet."""
        self._label.setText(title)
        self._text.setText("")
        self._bar.setRange(0, 0)
        self._seconds.setText("0.0 秒")
        self.cancel.setEnabled(True)
        self._clock.start()
        self._timer.start()
        self.setAccessibleName(title)
        self.show()

    def advance(self, n: int, of: int, text: str) -> None:
        """Show step n of so many."""
        title = self._label.text().split(" ", 1)[0]
        self._label.setText(f"{title} {n} / {of}" if of else title)
        self._text.setText(text)
        self._bar.setUpdatesEnabled(False)  # a new value paints at once whatever of the window waits for it
        self._bar.setRange(0, of)
        self._bar.setValue(n)
        self._bar.setUpdatesEnabled(True)

    def finish(self) -> None:
        """Work is over."""
        self._timer.stop()
        self.hide()

    def _tick(self) -> None:
        self._seconds.setText(f"{self._clock.elapsed() / 1000:.1f} 秒")

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._text.setText(tr("正在取消…"))
        self.cancelled.emit()


class UndoBar(QFrame):
    """Inverted strip at the bottom centre of a page for ten seconds: a sentence and 撤销. It never covers a totals row."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        set_role(self, "toast")
        self.setFixedHeight(36)
        self._text = label("")
        self.undo = button(tr("撤销"), self._do_undo, role="link")
        self._on_undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.hide)
        self._gap = QWidget()
        self._gap.setFixedWidth(12)
        lay(self, row(self._text, self._gap, self.undo, gap=0, margins=(16, 0, 16, 0)))
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, on_undo: Callable[[], object] | None = None) -> None:
        """Show what was done, with a way back where there is one."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.offer(on_undo)
        self.show()
        self.raise_()
        self._timer.start()

    def offer(self, on_undo: Callable[[], object] | None) -> None:
        """Put the way back into the bar that is shown, or take it out."""
        self._on_undo = on_undo
        self.undo.setVisible(on_undo is not None)
        self._gap.setVisible(on_undo is not None)
        self.adjustSize()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            width = min(self.sizeHint().width(), host.width() - 40)
            self.setGeometry((host.width() - width) // 2, host.height() - self.height() - ABOVE_TOTALS, width, self.height())

    def _do_undo(self) -> None:
        self.hide()
        if self._on_undo is not None:
            self._on_undo()


def empty_state(
    missing: str,
    sentence: str,
    *,
    act: str = "",
    on_act: Callable[[], object] | None = None,
    link: str = "",
    on_link: Callable[[], object] | None = None,
) -> QFrame:
    """Centre of a card: what is missing, one sentence, one button for the next step, one link."""
    centre = Qt.AlignmentFlag.AlignHCenter
    buttons: list[Item] = [None]
    if act:
        buttons.append(button(act, on_act, role="primary"))
    if link:
        buttons.append(button(link, on_link, role="link"))
    words = label(sentence, "sub", wrap=True, align=centre)
    words.setMinimumWidth(_even_width(sentence))
    middle = row(None, words, None)
    made = box(
        col(None, label(missing, "h3", align=centre), middle, 8, row(*buttons, None), None, gap=6, margins=(16, 24, 16, 24))
    )
    made.setAccessibleName(f"{missing}。{sentence}")
    return made


def _even_width(sentence: str) -> int:
    """How wide a sentence is set: on one line where it fits, else on lines of like length, so that no word stands alone."""
    whole = theme.width_of(worded(sentence))
    lines = max(1, ceil(whole / WIDEST))
    return min(WIDEST, ceil(whole / lines) + (SLACK if lines > 1 else 4))
