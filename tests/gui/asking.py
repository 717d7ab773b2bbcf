"""What tests of pages with dialogs share: press a button, answer the dialog that is open, read words and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask

Rest = Callable[[MainWindow], None]


def answer(window: MainWindow, given: dict[str, str], rest: Rest) -> None:
    """Fill in the dialog that is open, do its act, and wait for what follows."""
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    for key, text in given.items():
        edit = dialog.edits[key]
        if isinstance(edit, QComboBox):
            assert edit.findText(text) >= 0, text
            edit.setCurrentText(text)
        else:
            edit.setText(text)
    assert dialog.act.isEnabled(), dialog.missing.text()
    dialog.act.click()
    rest(window)


def press(page: QWidget, text: str) -> None:
    QApplication.processEvents()
    next(b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == text).click()


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible())


def column(table: Any, key: str) -> list[str]:
    data = table.table
    return [data.column(key).text_of(data.row(n)) for n in range(len(data))]
