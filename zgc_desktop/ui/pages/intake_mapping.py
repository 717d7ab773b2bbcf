"""列映射: every column of one file with what it fills, and the few things a person has to say before it can be registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QScrollArea, QWidget

from zgc_desktop.domain.mappings import Answers, MappingQuestions
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import Item, box, col, lay, row, rule
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import intake_mapping as vm

_WIDTHS = (76, 180, 170, 200, 180, 44, 96)
_TITLES = ("", "源列标题", "示例", "→ 字段", "方式", "得分", "单位")


class MappingDialog(QDialog):
    """Shows what was proposed and why, takes the answers, and says what is still missing beside the button."""

    def __init__(self, parent: QWidget, asked: MappingQuestions, on_answers: Callable[[Answers], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("列映射"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 620)
        self._asked, self._on_answers = asked, on_answers
        self.rows = vm.mapping_rows(asked)
        self.fields: dict[str, QComboBox] = {}
        self.units: dict[str, QComboBox] = {}
        self.missing = label("", "note")
        self.act = button(tr("记住并读取"), self._take, role="primary")
        self.act.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        said = tr("确认的对应按分园和表头记住，下月同样的表头不再问；“不导入”的列不进入数据。")
        items: list[Item] = [
            label(asked.file, "h2", wrap=True),
            label(f"{vm.count_sentence(self.rows)}。{said}", "sub", wrap=True),
        ]
        items += self._of_whom()
        items += [label(tr("须由园方改：{fault}", fault=fault), "fault", wrap=True) for fault in asked.other_faults]
        items += [(self._columns(), 1), row((self.missing, 1), cancel, self.act)]
        lay(self, col(*items, gap=8, margins=(20, 16, 20, 16)))
        self._follow()

    # ---- what is shown ----------------------------------------------------------------------------------------------------

    def _of_whom(self) -> list[Item]:
        """Whose file it is and of which month, asked only where the file does not say so."""
        park, month = vm.of_whom(self._asked)
        self.park, self.month = QComboBox(self), QLineEdit(self)
        self.park.setVisible(park is not None)
        self.month.setVisible(month is not None)
        asked: list[Item] = []
        if park:
            self.park.setAccessibleName(park.text)
            self.park.addItem(tr("请选择"), "")
            for value, word in park.choices:
                self.park.addItem(word, value)
            self.park.currentIndexChanged.connect(lambda _: self._follow())
            asked.append(col(label(park.text, "note"), self.park, gap=4))
        if month:
            self.month.setAccessibleName(month.text)
            self.month.setPlaceholderText("2026-10")
            self.month.setFixedWidth(140)
            self.month.textChanged.connect(lambda _: self._follow())
            asked.append(col(label(month.text, "note"), self.month, gap=4))
        return [row(*asked, None, gap=16)] if asked else []

    def _columns(self) -> QScrollArea:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for n, (title, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True)):
            grid.addWidget(label(tr(title) if title else "", "note"), 0, n)
            grid.setColumnMinimumWidth(n, width)
            grid.setColumnStretch(n, 1 if n in (1, 2) else 0)
        for at, line in enumerate(self.rows, start=1):
            self._line(grid, at, line)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(box(col(rule(soft=True), grid, None, gap=6, margins=(8, 0, 8, 8))))
        return area

    def _line(self, grid: QGridLayout, at: int, line: vm.MappingRow) -> None:
        mark, word = vm.state(line)
        cells: Sequence[QWidget] = (
            Badge(mark, word),
            ElidedLabel(f"{line.sheet} {line.place}"),
            ElidedLabel(line.examples or "—", "sub"),
            self._field(line),
            ElidedLabel(line.how or "—", "sub"),
            label("—" if line.score is None else str(line.score), "sub"),
            self._unit(line),
        )
        for n, widget in enumerate(cells):
            grid.addWidget(widget, at, n)

    def _field(self, line: vm.MappingRow) -> QWidget:
        if not line.choices:
            return ElidedLabel(line.field)
        combo = _combo(tr("{place} 对应的字段", place=line.place), line.choices)
        combo.setCurrentIndex(max(0, combo.findData(line.chosen)))
        combo.currentIndexChanged.connect(lambda _: self._follow())
        self.fields[line.key] = combo
        return combo

    def _unit(self, line: vm.MappingRow) -> QWidget:
        if not line.units:
            return label(line.unit or "—", "sub")
        combo = _combo(tr("{place} 的单位", place=line.place), (("", tr("请选择")), *((u, u) for u in line.units)))
        combo.currentIndexChanged.connect(lambda _: self._follow())
        self.units[line.key] = combo
        return combo

    # ---- what is answered -------------------------------------------------------------------------------------------------

    def _told(self) -> tuple[str, str, dict[str, str], dict[str, str]]:
        fields = {key: str(combo.currentData()) for key, combo in self.fields.items()}
        units = {key: str(combo.currentData()) for key, combo in self.units.items()}
        return str(self.park.currentData() or ""), self.month.text().strip(), fields, units

    def _follow(self) -> None:
        said = vm.lacking(self._asked, self.rows, *self._told())
        self.missing.setText(said)
        self.act.setEnabled(not said)

    def _take(self) -> None:
        answers = vm.answers(self.rows, *self._told())
        self.accept()
        self._on_answers(answers)


def _combo(name: str, choices: Sequence[vm.Choice]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for value, word in choices:
        combo.addItem(word, value)
    return combo
