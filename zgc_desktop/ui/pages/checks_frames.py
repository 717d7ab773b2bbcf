"""Frames of 校验退回 that know nothing of its work: the facets, what it says when there is nothing, opening a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QScrollArea

from zgc_desktop.ui.table.pane import FacetPanel
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Chip
from zgc_desktop.ui.widgets.layout import box, col, lay, restyle, row, rule, set_role
from zgc_desktop.viewmodels.checks import OPEN_WORDS, IssueLine, severity_counts
from zgc_desktop.viewmodels.intake import SEVERITIES, SEVERITY_MARK

FACETS_W = 206


class FilterTools(QFrame):
    """Severity chips with counts, 只看未处理 and the search: they say what the table is filtered by, whoever changed it."""

    def __init__(self, table: DataTable[IssueLine]) -> None:
        super().__init__()
        self._table = table
        self.chips = {s: Chip("", SEVERITY_MARK[s], 0) for s in SEVERITIES}
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self._narrow())
        self.only_open = QCheckBox(tr("只看未处理"))
        self.only_open.toggled.connect(lambda on: table.tick("state", OPEN_WORDS if on else ()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("企业、代码、问题"))
        self.search.setAccessibleName(tr("在问题中查找"))
        self.search.setFixedWidth(180)
        table.attach_search(self.search)
        table.filtered.connect(self._follow)
        lay(self, row(*self.chips.values(), rule(vertical=True), self.only_open, self.search, gap=12))

    def count(self, lines: Sequence[IssueLine]) -> None:
        """Write how many issues of each severity there are."""
        for severity, count in severity_counts(lines).items():
            self.chips[severity].set_count(count)
            self.chips[severity].setEnabled(count > 0)

    def start_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus():
            self._table.search("")
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _narrow(self) -> None:
        self._table.tick("severity", [s.word for s, chip in self.chips.items() if chip.isChecked()])

    def _follow(self) -> None:
        data = self._table.table
        ticked = data.ticked.get("severity", frozenset())
        for severity, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(severity.word in ticked)
        with QSignalBlocker(self.only_open):
            self.only_open.setChecked(data.ticked.get("state") == frozenset(OPEN_WORDS))
        if self.search.text().strip() != data.words:
            with QSignalBlocker(self.search):
                self.search.setText(data.words)


def facet_card(table: DataTable[IssueLine]) -> QFrame:
    """The facets, scrolling by themselves: seventeen parks and as many rules are longer than the page is high."""
    panel = FacetPanel(table)
    restyle(panel, "role", "")
    panel.setMinimumWidth(FACETS_W - 14)
    panel.setMaximumWidth(FACETS_W)
    area = set_role(QScrollArea(), "drawer")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    panel.setAutoFillBackground(False)  # setWidget turns it on: grey on a white card
    made = box(col((area, 1), gap=0, margins=(1, 6, 1, 6)), "card")
    made.setFixedWidth(FACETS_W)
    return made


def empty_states(on_receive: Callable[[], object]) -> tuple[QFrame, QFrame]:
    """What is said where there are files without issues, and where there are no files."""
    clean = empty_state(tr("没有问题"), tr("可以合并入库。"), act=tr("去接受入库"), on_act=on_receive)
    said = tr("收到分园的文件后，校验出的问题会列在这里。")
    nothing = empty_state(tr("本月还没有报送"), said, act=tr("去接收报送"), on_act=on_receive)
    return clean, nothing


def open_file(path: Path) -> None:
    """Open a file or a folder in the program the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
