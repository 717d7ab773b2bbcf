"""The line above a table that says what it is filtered by: saved filters as chips, each filter with its ×, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from zgc_desktop.ui.table.memory import TableMemory
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Chip, button, label
from zgc_desktop.ui.widgets.layout import clear, lay, row
from zgc_desktop.viewmodels.filtering import as_text, from_text
from zgc_desktop.viewmodels.table import Filter, filters_in_words

MOST = 6


class SavedChip(Chip):
    """A saved filter (or what else has a name): a click applies it; Delete or its menu forgets it."""

    def __init__(self, name: str, on: bool, forget: Callable[[], object], *, tip: str = "", act: str = "") -> None:
        super().__init__(name, on=on)
        self._forget, self._act = forget, act or tr("删除这个筛选")
        self.setToolTip(tip or tr("保存的筛选“{name}”；右键或 Delete 删除", name=name))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self._act, lambda: self._forget())
        menu.popup(self.mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._forget()
        else:
            super().keyPressEvent(event)


class FilterBar(QFrame):
    """Hidden while nothing is filtered and nothing is saved."""

    def __init__(self, table: DataTable[Any], memory: TableMemory, say: Callable[[str], object]) -> None:
        super().__init__()
        self._table, self._memory, self._say = table, memory, say
        self._line = row(gap=8)
        self._shape: object = None
        """Which chips are there."""
        self._words: Chip | None = None
        lay(self, self._line)
        self.setFixedHeight(26)
        self.setAccessibleName(tr("筛选条件"))
        table.filtered.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is on now. While one types, the words alone change: then their chip does, and nothing is made anew."""
        now = self._table.table.filters()
        on = filters_in_words(self._table.table.columns, now)
        saved_on = tuple((name, filters == now) for name, filters in self._memory.saved.items())
        shape = saved_on, tuple((f.column, f.value, f.typed) if f.column else ("", "", False) for f in on)
        if shape == self._shape and self._words is not None:
            self._words.setText(_chip_text(on[0]))
            return
        self._shape, self._words = shape, None
        clear(self._line)
        items: list[QWidget] = []
        for name, filters in self._memory.saved.items():
            saved = SavedChip(name, filters == now, self._forgetter(name))
            saved.clicked.connect(self._applier(name))
            items.append(saved)
        for each in on[:MOST]:
            chip = Chip(_chip_text(each), on=True)
            self._words = chip if not each.column else self._words
            chip.setToolTip(tr("去掉这个筛选"))
            chip.clicked.connect(self._remover(each))
            items.append(chip)
        if len(on) > MOST:
            items.append(label(tr("另有 {n} 项", n=len(on) - MOST), "note"))
        if on:
            items.append(button(tr("清除全部筛选"), self._table.clear_filters, role="link"))
            if now not in self._memory.saved.values():
                items.append(button(tr("保存筛选…"), self.ask_name, role="link"))
            items.append(button(tr("复制筛选"), self.copy_filters, role="link", tip=tr("导出筛选为文本，可粘贴给同事")))
        for item in items:
            self._line.addWidget(item)
        self._line.addStretch(1)
        if self.parentWidget() is not None or not items:  # without a place it would be a window of its own
            self.setVisible(bool(items))

    def ask_name(self) -> None:
        """A field in the line takes the name; Enter saves, Esc leaves."""
        self._shape = None
        clear(self._line)
        field = NameField(self._save, self.refresh)
        field.setPlaceholderText(tr("筛选的名称"))
        field.setAccessibleName(tr("筛选的名称"))
        field.setFixedWidth(200)
        self._line.addWidget(field)
        self._line.addWidget(label(tr("Enter 保存，Esc 取消"), "note"))
        self._line.addStretch(1)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_filters(self) -> None:
        """导出筛选为文本: to the clipboard."""
        text = as_text(self._table.table.filters(), self._table.table.columns, self._table.accessibleName())
        QGuiApplication.clipboard().setText(text)
        self._say(tr("筛选已复制为文本"))

    def paste_filters(self) -> None:
        """粘贴筛选: from the clipboard; anything that is no filter of ours changes nothing and is said."""
        found = from_text(QGuiApplication.clipboard().text(), self._table.table.columns)
        if found is None:
            self._say(tr("剪贴板里没有筛选文本"))
        else:
            self._table.filter_by(found)

    def _save(self, name: str) -> None:
        if name:
            self._memory.save_filter(name, self._table.table.filters())
        self.refresh()

    def _applier(self, name: str) -> Callable[[], None]:
        def apply() -> None:
            wanted = self._memory.saved[name]
            if self._table.table.filters() == wanted:
                self._table.clear_filters()
            else:
                self._table.filter_by(wanted)

        return apply

    def _forgetter(self, name: str) -> Callable[[], None]:
        def forget() -> None:
            self._memory.forget_filter(name)
            self.refresh()

        return forget

    def _remover(self, given: Filter) -> Callable[[], None]:
        def remove() -> None:
            data = self._table.table
            if given.typed:
                self._table.type_under(given.column, "")
            elif given.column:
                self._table.tick(given.column, data.ticked.get(given.column, frozenset()) - {given.value})
            else:
                self._table.search("")

        return remove


def _chip_text(each: Filter) -> str:
    return f"{each.text}  ×"


class NameField(QLineEdit):
    """Takes one name."""

    def __init__(self, save: Callable[[str], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._save, self._leave = save, leave
        self.returnPressed.connect(lambda: self._save(self.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
