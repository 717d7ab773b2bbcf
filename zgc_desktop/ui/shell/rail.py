"""The left rail: the pages of the city or of a park in groups, settings at the foot; narrow or on request it folds to icons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame

from zgc_desktop.ui import theme
from zgc_desktop.ui.commands import GROUPS, SETTINGS, Entry
from zgc_desktop.ui.icons import paint_icon
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.ui.widgets.layout import Item, box, clear, col, row, set_role

NARROW = 56


class RailItem(QAbstractButton):
    """Icon and word; active = a pill with an accent bar and a bold word; a count at the right."""

    def __init__(self, title: str, icon: str, tip: str, *, checkable: bool = True) -> None:
        super().__init__()
        self.setText(title)
        self.setToolTip(tip)
        self.setAccessibleName(title)
        self.setCheckable(checkable)
        self.setFixedHeight(36)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.icon_name, self.count = icon, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._by_key = False

    def set_count(self, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        self.count = count
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, on = QPainter(self), self.isChecked()
        frame, radius = QRectF(self.rect()).adjusted(8, 2, -8, -2), theme.sizes().r_m
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        if on or self.underMouse():
            p.setBrush(theme.colour("surface" if on else "hover"))
            p.drawRoundedRect(frame, radius, radius)
        if on:
            p.setBrush(theme.colour("accent_fill"))
            p.drawRoundedRect(QRectF(frame.x(), frame.y() + 8, 3, frame.height() - 16), 1.5, 1.5)
        if self.hasFocus() and self._by_key:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(theme.colour("accent"), 2))
            p.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius)
        narrow, tone = self.width() < 80, "accent" if on else "text2"
        x = frame.center().x() - 9 if narrow else frame.x() + 12
        paint_icon(p, self.icon_name, tone, x, frame.center().y() - 9)
        if narrow:
            if self.count:
                p.setPen(Qt.PenStyle.NoPen)
                p.setBrush(theme.colour("accent_fill"))
                p.drawEllipse(QRectF(frame.right() - 9, frame.y() + 4, 6, 6))
        else:
            self._paint_words(p, frame, on)
        p.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keyboard, it shows a ring; the focus a window gives on opening does not."""
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._by_key = event.reason() in keys
        super().focusInEvent(event)

    def _paint_words(self, p: QPainter, frame: QRectF, on: bool) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        p.setFont(theme.font("body", on))
        p.setPen(theme.colour("text" if on else "text2"))
        p.drawText(frame.adjusted(40, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.count:
            p.setFont(theme.font("caption"))
            p.setPen(theme.colour("text2"))
            p.drawText(frame.adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, f"{self.count:,}")


class Rail(QFrame):
    """Chooses pages."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "rail")
        self._folded_by_user = self._low = False
        self.items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._whose = label(tr("市级"), "note")
        self._brand = box(row(label(tr("统筹台"), "h3"), self._whose, None, margins=(20, 0, 8, 0)))
        self._list = col(gap=0)
        rows: list[Item] = [box(row(self._brand), height=theme.sizes().top_h), self._list]
        self._fill(GROUPS)
        self._fold = RailItem(tr("收起"), "left", tr("收起或展开左栏"), checkable=False)
        self._fold.clicked.connect(self.toggle)
        self.setLayout(col(*rows, None, self._add(SETTINGS), self._fold, 6, gap=0))
        self._apply()

    def show_pages(self, groups: Sequence[Sequence[Entry]], whose: str) -> None:
        """Show the pages of another use of the program: the city's, or a park's."""
        self._whose.setText(whose)
        for entry in (e for group in groups for e in group):
            old = self.items.get(entry.key)
            if old is not None and old.text() == tr(entry.title):
                continue
            self._fill(groups)
            return
        if len(self.items) != 1 + sum(len(group) for group in groups):
            self._fill(groups)

    def _fill(self, groups: Sequence[Sequence[Entry]]) -> None:
        foot = self.items.get(SETTINGS.key)
        for item in self.items.values():
            if item is not foot:
                self._group.removeButton(item)
        clear(self._list)
        self.items = {SETTINGS.key: foot} if foot is not None else {}
        for n, group in enumerate(groups):
            if n:
                self._list.addSpacing(12)
            for entry in group:
                self._list.addWidget(self._add(entry))

    def _add(self, entry: Entry) -> RailItem:
        key = f"（{entry.shortcut}）" if entry.shortcut else ""
        item = RailItem(tr(entry.title), entry.icon, f"{tr(entry.title)}{key}　{tr(entry.purpose)}")
        item.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(item)
        self.items[entry.key] = item
        return item

    def set_active(self, key: str) -> None:
        """Mark the page that is shown; one the rail does not list (found by the search) leaves no mark."""
        if key in self.items:
            self.items[key].setChecked(True)
        elif (marked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            marked.setChecked(False)
            self._group.setExclusive(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many things wait on which page."""
        for key, item in self.items.items():
            item.set_count(counts.get(key, 0))

    def set_low(self, low: bool) -> None:
        """The window is narrow: tables need the width more than names do."""
        if low != self._low:
            self._low = low
            self._apply()

    def toggle(self) -> None:
        """Fold or unfold."""
        self._folded_by_user = not self._folded_by_user
        self._apply()

    @property
    def is_folded(self) -> bool:
        return self._low != self._folded_by_user  # on a narrow window the button unfolds

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def _apply(self) -> None:
        folded = self.is_folded
        self.setFixedWidth(NARROW if folded else theme.sizes().rail_w)
        self._brand.setVisible(not folded)
        self._fold.icon_name = "right" if folded else "left"
        self._fold.setText(tr("展开") if folded else tr("收起"))
        self._fold.update()
