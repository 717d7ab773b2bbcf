"""A walk over every page, tab and dialog of a window: words that are cut, and words too faint on the ground they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QDesktopServices, QFont, QFontDatabase, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from zgc_desktop.paths import resources_dir
from zgc_desktop.ui import theme
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.delegate import TOO_NARROW, fitting, side_padding
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.bands import UndoBar
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs
from zgc_desktop.ui.widgets.dialog import Dialog
from zgc_desktop.ui.widgets.marks import badge_width
from zgc_desktop.viewmodels.columns import FIGURES

LEAST, LEAST_LARGE = 4.5, 3.0
"""WCAG 2.2 AA: words, and large words (24 px, or 19 px bold)."""
Rest = Callable[[MainWindow], None]


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 black to 1 white (WCAG)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# ---- words that are cut -----------------------------------------------------------------------------------------------


def cut_words(window: QWidget) -> list[str]:
    """Words that do not fit: labels, buttons, titles and figures; names may be cut, they have a tooltip."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    found = [
        f"label {w.text()}"
        for w in shown
        if isinstance(w, QLabel) and not isinstance(w, ElidedLabel) and not w.wordWrap() and _too_wide(w)
    ]
    found += [f"lines of {w.text()}" for w in shown if isinstance(w, QLabel) and w.wordWrap() and _too_high(w)]
    found += [f"button {w.text()}" for w in shown if isinstance(w, QPushButton) and _too_wide(w)]
    found += [f"choice {w.currentText()}" for w in shown if isinstance(w, QComboBox) and _too_narrow(w)]
    return found + [fault for w in shown if isinstance(w, DataTable) for fault in _cut_in(w)]


def _too_wide(word: QLabel | QPushButton) -> bool:
    return bool(word.text()) and word.sizeHint().width() > word.width() + 1


def _too_narrow(choice: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice).width()
    return choice.fontMetrics().horizontalAdvance(choice.currentText()) > room + 1


def _too_high(words: QLabel) -> bool:
    return bool(words.text()) and words.height() + 1 < words.heightForWidth(words.width()) * 0.99


def _cut_in(table: DataTable[Any]) -> Iterator[str]:
    head, data = table.horizontalHeader(), table.table
    for n in table.visible_columns():
        left, right = side_padding(head, n)
        room = table.columnWidth(n) - left - right + 1
        if theme.width_of(data.columns[n].header, "caption") > room + 6:
            yield f"title {data.columns[n].header}"
        if data.columns[n].kind in FIGURES:
            cells = (data.cell(r, n) for r in range(min(40, len(data))))
            yield from (f"figure {c.text}" for c in cells if fitting(c, room) == TOO_NARROW)
        elif data.columns[n].kind == "badge":
            cells = (data.cell(r, n) for r in range(min(40, len(data))))
            yield from (f"badge {c.text}" for c in cells if c.mark and badge_width(c.mark, c.text) > room + 2)


def off_the_card(window: QWidget) -> list[str]:
    """Tables whose columns, as they are declared, end before their card does or need a scroll bar to be seen."""
    found = []
    for table in window.findChildren(DataTable):
        off = table.horizontalHeader().length() - table.viewport().width()
        if table.isVisible() and (off > 0 or off < -1):
            found.append(f"columns of {table.accessibleName()} {'need' if off > 0 else 'leave'} {abs(off)} px")
    return found


# ---- words too faint -----------------------------------------------------------------------------------------------------


def faint_words(window: QWidget) -> list[str]:
    """Words whose ink is too near the ground they are painted on: the ink by palette, the ground by the picture."""
    picture = window.grab().toImage()
    found = []
    for word in window.findChildren(QWidget):
        if not (word.isVisible() and word.isEnabled() and isinstance(word, QLabel | QAbstractButton | QLineEdit)):
            continue  # what cannot be used is exempt (WCAG 1.4.3)
        text = word.text()
        where = QRect(word.mapTo(window, QPoint(0, 0)), word.size()).intersected(window.rect())
        if not text or where.width() < 4 or where.height() < 4 or word.visibleRegion().isEmpty():
            continue
        ink, ground = word.palette().color(word.foregroundRole()).name(), _ground(picture, where)
        large = word.font().pixelSize() >= 24 or (word.font().pixelSize() >= 19 and word.font().bold())
        if contrast(ink, ground) < (LEAST_LARGE if large else LEAST):
            found.append(f"{type(word).__name__} {text[:24]!r}: {ink} on {ground} {contrast(ink, ground):.2f}")
    return found + [fault for w in window.findChildren(DataTable) if w.isVisible() for fault in _faint_in(w)]


def _ground(picture: QImage, where: QRect) -> str:
    """The colour most of a rectangle is painted in; ``picture`` may have more than one pixel a point."""
    ratio = picture.devicePixelRatio()
    left, top = int(where.left() * ratio), int(where.top() * ratio)
    right = min(int((where.right() + 1) * ratio), picture.width())
    bottom = min(int((where.bottom() + 1) * ratio), picture.height())
    across, down = range(left, right, max(1, (right - left) // 24)), range(top, bottom, max(1, (bottom - top) // 12))
    most = Counter(picture.pixel(x, y) for y in down for x in across).most_common(1)[0][0]  # some hundred pixels tell
    return QColor(most).name()


def _faint_in(table: DataTable[Any]) -> Iterator[str]:
    """Words of the first lines of a table: the tone of a cell on the ground it stands on."""
    picture = table.viewport().grab().toImage()
    data = table.table
    for n in table.visible_columns():
        for r in range(min(3, len(data))):
            cell, where = data.cell(r, n), table.visualRect(table.model().index(r, n)).intersected(table.viewport().rect())
            if not cell.text or data.columns[n].kind == "badge" or where.width() < 4 or where.height() < 4:
                continue
            tone = "accent" if cell.kind == "link" else cell.tone
            ink, ground = theme.current().hex(tone), _ground(picture, where)
            if contrast(ink, ground) < LEAST:
                yield f"cell {cell.text[:20]!r} of {data.columns[n].title}: {ink} on {ground} {contrast(ink, ground):.2f}"


# ---- the walk ---------------------------------------------------------------------------------------------------------------


def faults(
    window: MainWindow,
    rest: Rest,
    sizes: Sequence[tuple[int, int]],
    *,
    dialogs: bool = True,
    seen: list[str] | None = None,
) -> list[str]:
    """Everything cut or faint on every page, in every tab and in every dialog a button with … opens, at some sizes.

    ``seen`` is told which dialogs were looked at.
    """
    found: list[str] = []
    asked: list[str] = [] if seen is None else seen
    for key in [e.key for e in PAGES] + ["settings"]:
        window.resize(QSize(*sizes[0]))
        window.go(key)
        rest(window)
        page = window.page(key)
        assert page is not None
        for place in tabs_of(page, rest, window, key):
            for said in window.findChildren(UndoBar):
                said.hide()  # what a dialog before did is told above the page for ten seconds
            for size in sizes:
                window.resize(QSize(*size))
                QApplication.processEvents()
                found += [f"{place} {size[0]}: {fault}" for fault in (*cut_words(window), *off_the_card(window))]
            found += [f"{place}: {fault}" for fault in faint_words(window)]
            if dialogs:
                found += [f"{place}: {fault}" for fault in _dialog_faults(page, window, rest, asked)]
    return list(dict.fromkeys(found))


def tabs_of(page: QWidget, rest: Rest, window: MainWindow, key: str) -> Iterator[str]:
    """Every tab of a page chosen in turn, inner tabs within; yields a name for where the window stands."""
    rows = [t for t in page.findChildren(Tabs) if t.isVisible()]
    if not rows:
        yield key
        return
    outer = rows[0]
    for n in range(len(outer.findChildren(QPushButton))):
        outer.choose(n)
        rest(window)
        yield f"{key}/{n}"
        inner = [t for t in page.findChildren(Tabs) if t.isVisible() and t is not outer]
        for row in inner[:2]:
            for m in range(1, len(row.findChildren(QPushButton))):
                row.choose(m)
                rest(window)
                yield f"{key}/{n}/{m}"
            row.choose(0)
            rest(window)


def _dialog_faults(page: QWidget, window: MainWindow, rest: Rest, asked: list[str]) -> Iterator[str]:
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.isEnabled() and b.text().endswith("…")]
    for press in buttons:
        if not press.isVisible() or not press.isEnabled():
            continue
        name = press.text()
        press.click()
        rest(window)
        for dialog in [d for d in window.findChildren(QDialog) if d.isVisible()]:
            QApplication.processEvents()
            asked.append(dialog.windowTitle() or name)
            yield from (f"{name} {fault}" for fault in (*cut_words(dialog), *faint_words(dialog), *_torn(dialog)))
            dialog.close()
            QApplication.processEvents()


def _torn(dialog: QDialog) -> Iterator[str]:
    """A dialog higher than its lines need, which then stand apart unevenly."""
    layout = dialog.layout()
    if isinstance(dialog, Dialog) and layout is not None and layout.hasHeightForWidth():
        spare = dialog.height() - layout.totalHeightForWidth(dialog.width())
        if spare > 1:
            yield f"is {spare} px too high"


def main(folder: str, sizes: Sequence[tuple[int, int]]) -> None:
    """Walk a window of a process of its own and print what is wrong; for scales that are settled before the start."""
    app = QApplication([])
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / name))
    app.setStyle("Fusion")
    app.setFont(QFont("Noto Sans SC", 10))
    theme.apply(app, "dark")
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_, **__: "")  # type: ignore[method-assign]
    QDesktopServices.openUrl = staticmethod(lambda *_: True)  # type: ignore[method-assign]
    session = Session(Path(folder), clock=lambda: datetime(2026, 11, 6, 9, 0))
    window = make_window(session)
    window.show()

    def rest(shown: MainWindow) -> None:
        for _ in range(3):
            while shown.operations.running or not (session.is_open or session.problem):
                app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            app.processEvents()

    rest(window)
    print(f"pixels a point: {window.devicePixelRatioF()}")
    for fault in faults(window, rest, sizes):
        print(fault)
    window.operations.close()
    session.close()
