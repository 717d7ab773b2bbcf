"""The command palette under the search field: every command by its name, pages by number, and what finders bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.ui.widgets.layout import INSIDE, col, row, set_role
from zgc_desktop.viewmodels.columns import searchable

MOST = 12
WIDTH = 460


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette: what it is, a note (its key, its park), and what choosing it does."""

    title: str
    note: str
    run: Callable[[], object]
    off: bool = False
    """It cannot be done now; the note says why, and choosing it says so again."""


Finder = Callable[[str], Iterable[Hit]]
"""Brings hits for what is typed; must answer within a keystroke (50 ms)."""


class HitDelegate(QStyledItemDelegate):
    """Title at left, note at right."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        frame = QRectF(option.rect)
        p.save()
        if option.state & QStyle.StateFlag.State_Selected and isinstance(hit, Hit):
            p.fillRect(frame, theme.colour("accent_soft"))
        inner = frame.adjusted(16, 0, -16, 0)
        note = hit.note if isinstance(hit, Hit) else ""
        room = inner.width() - theme.width_of(note, "caption") - 12
        title = theme.metrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        p.setFont(theme.font())
        p.setPen(theme.colour("text" if isinstance(hit, Hit) and not hit.off else "text3"))
        p.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        p.setFont(theme.font("caption"))
        p.setPen(theme.colour("text3"))
        p.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        p.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.sizes().row)


def hit_of(action: QAction) -> Hit:
    """A command as a line: its key, or why it cannot be done now."""
    words = action.text().replace("&", "")
    if action.isEnabled():
        return Hit(words, action.shortcut().toString(), action.trigger)
    reason = action.toolTip()
    return Hit(words, tr("现在不能用") if reason in ("", words, bare(words)) else reason, action.trigger, off=True)


def bare(words: str) -> str:
    """A command's name without the dots of a question and the key written behind it."""
    return words.partition("（")[0].rstrip("…")


def once(hits: Iterable[Hit]) -> list[Hit]:
    """Each name once: the page's command and its button are the same; one that can be done goes before one that cannot."""
    found: dict[str, Hit] = {}
    for hit in hits:
        name = bare(hit.title)
        if name not in found or (found[name].off and not hit.off):
            found[name] = hit
    return list(found.values())


class Palette(QFrame):
    """A part of the window, not a popup: the field keeps the focus, so Chinese input goes on undisturbed."""

    closed = Signal()
    said = Signal(str)
    """Why what was chosen cannot be done now."""

    def __init__(self, host: QWidget, field: QLineEdit) -> None:
        super().__init__(host)
        set_role(self, "ticket")
        self._field, self._host = field, host
        self._actions: Callable[[], Iterable[QAction]] = list
        self._offered: Callable[[], Sequence[Hit]] = tuple
        self._here: Sequence[Hit] | None = None
        """What the page offers besides, looked up once while the palette is open."""
        self.spelled: Callable[[str], str] = str
        """The pinyin initials of a command's name, once they are known."""
        self.finders: list[Finder] = []
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setAccessibleName(tr("命令与结果"))
        self.list.itemClicked.connect(self._run)
        self._hint = label(tr("↑↓ 选择，Enter 执行，Esc 关闭"), "note")
        self.setLayout(col((self.list, 1), row(self._hint, None, margins=(12, 2, 12, 6)), gap=0, margins=INSIDE))
        field.textEdited.connect(self.unfold)
        field.returnPressed.connect(self._run_current)
        field.installEventFilter(self)
        host.installEventFilter(self)
        self.hide()

    def set_actions(self, actions: Callable[[], Iterable[QAction]], offered: Callable[[], Sequence[Hit]]) -> None:
        """Where the commands of the moment come from, and what the page offers besides: its buttons, its row's menu."""
        self._actions, self._offered = actions, offered

    def unfold(self) -> None:
        """Show what fits the words in the field."""
        self.list.clear()
        for hit in self.hits(self._field.text())[:MOST]:
            item = QListWidgetItem(hit.title)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(tr("没有符合的命令或结果"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def refresh(self) -> None:
        """Look again: a finder has read what it searches."""
        if self.isVisible():
            self.unfold()

    def hits(self, words: str) -> Sequence[Hit]:
        """Commands whose name or initials hold all the words, then what the finders bring; what cannot be done now last."""
        parts = searchable(words).split()
        known = [hit_of(action) for action in self._actions() if action.text()]
        if parts:
            if self._here is None:
                self._here = self._offered()
            known += self._here
        found = [h for h in once(known) if all(p in searchable(f"{h.title} {self.spelled(h.title)}") for p in parts)]
        found = sorted(found, key=lambda h: h.off) if parts else [h for h in found if not h.off]
        brought = [hit for finder in self.finders for hit in finder(words)] if words.strip() else []
        return [*found[: MOST - min(len(brought), 8)], *brought]

    def close_it(self) -> None:
        """Close and empty the field."""
        self._here = None
        if self.isVisible():
            self.hide()
            self._field.clear()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is not self._field:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._here = None
            self.hide()
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_it()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.isVisible():
            self.unfold()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return True
        return False

    def _run_current(self) -> None:
        item = self.list.currentItem()
        if self.isVisible() and item is not None:
            self._run(item)

    def _run(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.close_it()
            self.said.emit(hit.note) if hit.off else hit.run()

    def _place(self) -> None:
        corner = self._field.mapTo(self._host, QPoint(0, self._field.height() + 4))
        height = min(self.list.sizeHintForRow(0) * max(1, self.list.count()) + 40, self._host.height() - corner.y() - 20)
        self.setGeometry(corner.x(), corner.y(), min(WIDTH, self._host.width() - corner.x() - 8), height)
