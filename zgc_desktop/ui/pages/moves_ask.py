"""A dialog for one decision: its title is the act, its body the consequence, then the few things that must be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.dialog import Dialog
from zgc_desktop.ui.widgets.layout import Item, col, lay, row

Answers: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked: a line of text, or one of some choices. ``required`` names it where it is missing.

    ``secret``: what is typed is not shown, and kept to the letter, blanks included.
    """

    key: str
    title: str
    value: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""
    required: bool = False
    width: int = 0
    secret: bool = False


class Ask(Dialog):
    """Asks, says beside the disabled button what is missing, and hands the answers on. Opens without blocking the window."""

    def __init__(
        self,
        parent: QWidget,
        act: str,
        consequence: str,
        fields: Sequence[Field | tuple[Field, ...]],
        on_answer: Callable[[Answers], object],
        *,
        check: Callable[[Answers], str] = lambda answers: "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(worded(act))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._on_answer, self._check = on_answer, check
        self._asked: list[Field] = []
        self.edits: dict[str, QLineEdit | QComboBox] = {}
        self.missing = label("", "note", wrap=True)
        self.act = button(act, self._take, role="primary")
        self.act.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        items: list[Item] = [label(act, "h2", wrap=True), label(consequence, "sub", wrap=True), 4]
        for line in fields:
            together = line if isinstance(line, tuple) else (line,)
            made: list[Item] = [(self._field(f), 0 if f.width else 1) for f in together]
            items.append(row(*made, *([None] if all(f.width for f in together) else []), gap=12))
        foot = row((self.missing, 1), cancel, self.act)
        lay(self, col(*items, 6, foot, gap=8, margins=(20, 16, 20, 16)))
        self._follow()
        if self.edits:
            next(iter(self.edits.values())).setFocus()

    def answers(self) -> dict[str, str]:
        """What is filled in, by key."""
        return {k: _given(e) for k, e in self.edits.items()}

    def _field(self, field: Field) -> QWidget:
        edit: QLineEdit | QComboBox
        if field.choices:
            edit = QComboBox()
            for choice in field.choices:
                edit.addItem(worded(choice), choice)
            edit.setCurrentIndex(max(0, edit.findData(field.value)))
            edit.currentIndexChanged.connect(lambda _: self._follow())
        else:
            edit = QLineEdit(field.value)
            if self.edits:
                edit.setCursorPosition(0)  # what does not fit is read from its beginning; typing starts in the first field
            edit.setPlaceholderText(field.hint)
            if field.secret:
                edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(lambda _: self._follow())
        edit.setAccessibleName(field.title)
        if field.width:
            edit.setFixedWidth(field.width)
        self.edits[field.key] = edit
        self._asked.append(field)
        holder = QWidget()
        holder.setLayout(col(label(field.title, "note"), edit, gap=4))
        return holder

    def _follow(self) -> None:
        given = self.answers()
        empty = [f.title for f in self._asked if f.required and not given.get(f.key)]
        said = tr("还缺：{what}", what="、".join(empty)) if empty else self._check(given)
        self.missing.setText(said)
        self.act.setEnabled(not said)

    def _take(self) -> None:
        self.accept()
        self._on_answer(self.answers())


def _given(edit: QLineEdit | QComboBox) -> str:
    if isinstance(edit, QComboBox):
        return str(edit.currentData() or "").strip()
    return edit.text() if edit.echoMode() is QLineEdit.EchoMode.Password else edit.text().strip()


def day_of(text: str) -> date | None:
    """A day written 2026-10-15, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def days_fault(answers: Answers, titles: Mapping[str, str]) -> str:
    """Which of the days is not written as a day; empty where all are (or are left empty)."""
    bad = [title for key, title in titles.items() if answers.get(key) and day_of(answers[key]) is None]
    return tr("{what}写作 2026-10-15", what="、".join(bad)) if bad else ""
