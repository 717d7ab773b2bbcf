"""One person at the desk for a day: a window on a workspace, hands and eyes, and the files that parks send."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from tests.gui.firms import FIRMS
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import resources_dir
from zgc_desktop.services.rules import catalogue_of
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.view import DataTable

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
TYPED = "北京槿蘅新材科技有限责任公司"
"""The third of them as another park's clerk types it, under a code of its own."""
TWIN = "91110115MA08KD2Q3" + check_character("91110115MA08KD2Q3")


class Day:
    """One person at the desk: a window on a workspace, hands and eyes, and a clock that goes on."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.now = datetime(2026, 11, 6, 8, 45)
        self.session = Session(folder, clock=lambda: self.now)
        self.window = make_window(self.session)
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show()
        qtbot.waitUntil(lambda: self.session.is_open, timeout=30_000)
        self.rest()

    def rest(self, minutes: int = 1) -> None:
        """Wait until nothing is under way; the clock goes on."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.window.operations.running, timeout=60_000)
            QApplication.processEvents()
        self.now += timedelta(minutes=minutes)

    def go(self, page: str) -> Any:
        """Open a page from the rail."""
        self.qtbot.mouseClick(self.window.rail.items[page], Qt.MouseButton.LeftButton)
        self.rest()
        assert self.window.current == page
        return self.window.page(page)

    def drop(self, *files: Path) -> None:
        """Drag files over the window and let them fall."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, mime, buttons, keys))
        fall = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, mime, buttons, keys)
        with self.qtbot.waitSignal(self.window.operations.started, timeout=10_000):
            QApplication.sendEvent(self.window, fall)
        self.rest()

    def press(self, button: QPushButton) -> None:
        """Click a button that can be clicked."""
        assert button.isEnabled(), button.text()
        button.click()

    def answer(self, **given: str) -> None:
        """Fill in the dialog that is open and do its act."""
        dialog = next(d for d in self.window.findChildren(Ask) if d.isVisible())
        for key, text in given.items():
            edit = dialog.edits[key]
            if isinstance(edit, QComboBox):
                assert edit.findText(text) >= 0, [edit.itemText(n) for n in range(edit.count())]
                edit.setCurrentText(text)
            else:
                assert isinstance(edit, QLineEdit)
                edit.setText(text)
        assert dialog.act.isEnabled(), dialog.missing.text()
        dialog.act.click()

    def words(self, widget: QWidget | None = None) -> str:
        """Everything that can be read."""
        QApplication.processEvents()
        within = widget or self.window
        return "\n".join(w.text() for kind in (QLabel, QPushButton) for w in within.findChildren(kind) if w.isVisible())


Rows = list[dict[str, object]]


def park_file(folder: Path, park: str, month: Month, roster: Rows, taxes: Rows, tiers: Rows | None = None) -> Path:
    catalogue = catalogue_of(resources_dir())
    return write_template(
        folder / f"中关村月报_{park}_{month}.xlsx",
        park=park,
        month=month,
        clusters=[c.name for c in catalogue.clusters_of(park)],
        industries=list(catalogue.industries),
        parks=list(catalogue.parks),
        rows={"enterprise": roster, "tax": taxes} | ({"tier": tiers} if tiers else {}),
    )


def growing(n: int) -> dict[str, object]:
    """A line of the tier sheet: revenue that grows by more than a fifth a year."""
    code, name = FIRMS[n]
    years = {"revenue_y3_fen": 1000, "revenue_y2_fen": 1250, "revenue_y1_fen": 1600, "revenue_y0_fen": 2000}
    return {"credit_code": code, "name": name} | {key: value * 1_000_000 for key, value in years.items()}


def cell(table: DataTable[Any], key: object, column: str) -> str:
    data = table.table
    n = data.find(key)  # type: ignore[arg-type]
    assert n is not None, key
    return data.column(column).text_of(data.row(n))
