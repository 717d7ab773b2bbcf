"""版本比较 in 规则参数: choose two editions of rules of one kind; what differs stands first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Chip, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.viewmodels import rules_compare as vm

CHOICE_W = 380


class CompareTab(QWidget):
    """Two choices above the values they state."""

    def __init__(self) -> None:
        super().__init__()
        self._editions: tuple[vm.Edition, ...] = ()
        self.first, self.second = self._choice(tr("甲")), self._choice(tr("乙"))
        self.first.activated.connect(lambda _: self._offer_second())
        self.second.activated.connect(lambda _: self._show())
        self.only = Chip(tr("只看不同"), on=True)
        self.only.clicked.connect(lambda: self._show())
        self.said = label("", "note")
        self.table: DataTable[vm.ComparedValue] = DataTable(vm.COLUMNS, lambda x: x.name, name=tr("版本比较"))
        same = empty_state(tr("两版没有不同"), tr("所选两版的各项参数相同；去掉“只看不同”可看全部。"))
        names = (label(tr("甲"), "h3"), self.first, label(tr("乙"), "h3"), self.second)
        head = box(row(*names, self.said, None, self.only, gap=8, margins=(16, 0, 12, 0)), height=52)
        lay(self, col(box(col(head, (TablePane(self.table, empty=same), 1), gap=0, margins=INSIDE), "card"), gap=0))

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setMaximumWidth(CHOICE_W)
        return made

    def show_editions(self, found: Sequence[vm.Edition]) -> None:
        """Offer what can be compared; the choice stays where it still can be made."""
        before = self._chosen(self.first), self._chosen(self.second)
        self._editions = tuple(found)
        if not self._editions:
            return
        start, other = vm.worth_comparing(self._editions)
        places = {e.key: n for n, e in enumerate(self._editions)}
        if before[0] is not None and before[0].key in places:
            start = places[before[0].key]
            other = places.get(before[1].key, other) if before[1] is not None else other
        self.first.clear()
        for n, edition in enumerate(self._editions):
            self.first.addItem(edition.label, n)
        self.first.setCurrentIndex(start)
        self._offer_second(other)

    def _offer_second(self, wanted: int = -1) -> None:
        """The other editions of the same kind."""
        one = self._chosen(self.first)
        if one is None:
            return
        kept = self.second.currentData() if wanted < 0 else wanted
        self.second.clear()
        for n, edition in enumerate(self._editions):
            if edition.family == one.family and edition.key != one.key:
                self.second.addItem(edition.label, n)
        self.second.setCurrentIndex(max(0, self.second.findData(kept)))
        self._show()

    def _show(self) -> None:
        one, other = self._chosen(self.first), self._chosen(self.second)
        if one is None or other is None:
            self.table.set_rows(())
            self.said.setText(tr("这一类只有一版，没有可比的"))
            return
        lines = vm.compared(one, other)
        self.said.setText(vm.sentence(lines))
        self.table.set_rows(x for x in lines if x.change != "相同" or not self.only.isChecked())

    def _chosen(self, choice: QComboBox) -> vm.Edition | None:
        n = choice.currentData()
        return self._editions[n] if isinstance(n, int) and n < len(self._editions) else None
