"""Kept plans of 模拟: named, two of them side by side with the rule in force. They live in the window's own settings only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.pages.sharing_picture import ChangePicture
from zgc_desktop.ui.table.filter_bar import SavedChip
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, card, label
from zgc_desktop.ui.widgets.layout import clear, col, lay, row
from zgc_desktop.viewmodels import sharing_plans as vm
from zgc_desktop.viewmodels.sharing_what_if import cases_of

SHOWN = 4


class PlanMemory:
    """The plans of one person; without settings (tests, previews) they last as long as the page."""

    def __init__(self, settings: QSettings | None = None, person: str = "") -> None:
        self._settings, self._key = settings, f"what_if/{person or '_'}"
        self.plans = vm.plans_from(str(settings.value(self._key) or "")) if settings is not None else {}

    def keep(self, plan: vm.Plan) -> None:
        """Keep a plan; one of the same name is replaced."""
        self.plans[plan.name] = plan
        self._write()

    def forget(self, name: str) -> None:
        """Drop a plan."""
        self.plans.pop(name, None)
        self._write()

    def _write(self) -> None:
        if self._settings is not None:
            self._settings.setValue(self._key, vm.kept_as(self.plans))


class PlanBar(QFrame):
    """Kept plans as chips (a click fills the fields), which two are compared, and 比较. Hidden while nothing is kept."""

    def __init__(self, on_fill: Callable[[vm.Plan], object], on_compare: Callable[[tuple[vm.Plan, ...]], object]) -> None:
        super().__init__()
        self._on_fill, self._on_compare = on_fill, on_compare
        self._memory = PlanMemory()
        self._chips = row(gap=8)
        self.first, self.second = self._choice(tr("方案A")), self._choice(tr("方案B"))
        self.act = button(tr("比较方案"), self.compare)
        chosen = (label(tr("方案A"), "note"), self.first, label(tr("方案B"), "note"), self.second, self.act)
        lay(self, row(label(tr("已存方案"), "note"), (self._chips, 1), *chosen, gap=8))
        self.refresh()

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setFixedWidth(132)
        return made

    def remember(self, memory: PlanMemory) -> None:
        """Show this person's plans."""
        self._memory = memory
        self.refresh()

    def ask_name(self, given: dict[str, str]) -> None:
        """另存方案: ask what the values are to be called, and keep them."""

        def keep(name: str) -> None:
            self.keep(vm.Plan(name, {k: v for k, v in given.items() if v}))

        said = tr("只存所填的改动，供以后再看和比较；不入账，不改规则。同名的方案会被替换。")
        field = Field("name", tr("方案名称"), required=True, hint=tr("如 比例四成"))
        Ask(self, tr("另存方案"), said, (field,), lambda a: keep(a["name"]), check=lambda a: vm.name_fault(a["name"])).open()

    def keep(self, plan: vm.Plan) -> None:
        """Keep a plan and choose it: as 方案A where it is the only one, else as 方案B."""
        self._memory.keep(plan)
        self.refresh()
        (self.second if len(self._memory.plans) > 1 else self.first).setCurrentText(plan.name)

    def compare(self) -> None:
        """Hand on the chosen plans, 方案A first."""
        names = dict.fromkeys(n for n in (self.first.currentData(), self.second.currentData()) if n)
        if names:
            self._on_compare(tuple(self._memory.plans[n] for n in names))

    def refresh(self) -> None:
        """Chips and choices anew."""
        plans = self._memory.plans
        clear(self._chips)
        for plan in list(plans.values())[-SHOWN:]:
            chip = SavedChip(plan.name, False, self._forgetter(plan.name), tip=tr("填入这个方案；右键或 Delete 删除"),
                             act=tr("删除这个方案"))  # fmt: skip
            chip.setCheckable(False)
            chip.clicked.connect(self._filler(plan))
            self._chips.addWidget(chip)
        self._chips.addStretch(1)
        names = list(plans)
        for choice, start in ((self.first, 0), (self.second, 1)):
            before = choice.currentData()
            choice.clear()
            if choice is self.second:
                choice.addItem(tr("（不比）"), "")
            for name in names:
                choice.addItem(name, name)
            at = choice.findData(before) if before else -1
            choice.setCurrentIndex(at if at >= 0 else min(start, choice.count() - 1) if len(names) > start else 0)
        if self.parentWidget() is not None or not plans:
            self.setVisible(bool(plans))

    def _filler(self, plan: vm.Plan) -> Callable[[], object]:
        return lambda: self._on_fill(plan)

    def _forgetter(self, name: str) -> Callable[[], object]:
        def forget() -> None:
            self._memory.forget(name)
            self.refresh()

        return forget


class ComparedView(QWidget):
    """What the plans change, and what each district and case would get under them."""

    def __init__(self, on_case: Callable[[object], object]) -> None:
        super().__init__()
        self.values: DataTable[vm.ValueLine] = DataTable(vm.VALUE_COLUMNS, lambda v: v.key, name=tr("方案参数"))
        self.parties: DataTable[vm.Beside] = DataTable(vm.PARTY_COLUMNS, lambda x: x.key, name=tr("各区变化，按方案"))
        self.cases: DataTable[vm.Beside] = DataTable(vm.CASE_COLUMNS, lambda x: x.key, name=tr("案件变化，按方案"))
        self.cases.opened.connect(on_case)
        self.picture = ChangePicture()
        self.picture.chosen.connect(self._show_cases)
        left = card(tr("各区收付"), TablePane(self.parties, totals=True), note=tr("万元，应收减应付，累计"))
        below = card(tr("案件变化"), TablePane(self.cases, totals=True), note=tr("万元，迁出方累计应得"))
        below.setMinimumHeight(200)
        beside = row((self.picture, 1), (left, 1), gap=12)
        lay(self, col(card(tr("方案参数"), self.values), beside, (below, 1), gap=12))
        self._shown: vm.Compared | None = None

    def show_compared(self, both: vm.Compared) -> None:
        """Fill the three tables and the picture."""
        self._shown = both
        self.values.set_rows(vm.value_lines(both))
        self.values.fit()
        self.picture.show_plans(both.found, [f"方案{x}　{name}" for x, name in zip("AB", both.names, strict=False)])
        self.parties.set_rows(vm.party_lines(both))
        self.cases.set_rows(vm.case_lines(both))

    def _show_cases(self, party: str) -> None:
        """Only the cases of a district, or all."""
        if self._shown is not None:
            mine = cases_of(self._shown.found, party) if party else None
            self.cases.set_rows(x for x in vm.case_lines(self._shown) if mine is None or x.key in mine)
