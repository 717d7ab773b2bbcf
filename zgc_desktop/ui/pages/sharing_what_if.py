"""模拟: change a value of the rule and see who would get what; marked as no settlement, kept in no ledger."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.what_if import MARK, CaseChange, PartyChange, Simulation
from zgc_desktop.ui.pages.sharing_picture import ChangePicture
from zgc_desktop.ui.pages.sharing_plans import ComparedView, PlanBar
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import button, card, label
from zgc_desktop.ui.widgets.layout import Item, box, col, lay, row
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import sharing_what_if as vm
from zgc_desktop.viewmodels.sharing_plans import Compared, Plan
from zgc_desktop.viewmodels.sharing_plans import sentence as compared_sentence


class WhatIfTab(QWidget):
    """Fields of the rule, the sentence of what changes, districts at left and cases at right; kept plans side by side."""

    def __init__(
        self,
        on_run: Callable[[tuple[str, ...], int], object],
        on_page: Callable[[], object],
        on_case: Callable[[object], object],
        on_compare: Callable[[tuple[Plan, ...]], object],
    ) -> None:
        super().__init__()
        self._on_run = on_run
        self.found: Simulation | None = None
        self.compared: Compared | None = None
        self.edits: dict[str, QLineEdit] = {}
        fields: list[Item] = []
        for key, title, example in (*vm.SETTINGS, ("months", tr("向后预测月数"), "0")):
            edit = QLineEdit()
            edit.setPlaceholderText(tr("例如 {example}", example=example))
            edit.setAccessibleName(title)
            edit.setFixedWidth(120 if key == "months" else 210)
            edit.textChanged.connect(lambda _: self._follow())
            edit.returnPressed.connect(self.run)
            self.edits[key] = edit
            fields.append(col(label(title, "note"), edit, gap=4))
        self.missing = label("", "note")
        self.act = button(tr("模拟"), self.run, role="primary")
        self.page = button(tr("一页纸"), on_page, tip=tr("把模拟或方案比较写成一页 PDF，带“模拟·非结算”水印"))
        self.save = button(tr("另存方案…"), self.keep, tip=tr("把所填的改动存为方案，可两个并排与现行比较"))
        self.plans = PlanBar(self._fill, on_compare)
        self.said = label("", "sub", wrap=True)
        foot = row(Badge("warn", MARK), (self.said, 1), self.missing, self.page, self.save, self.act, gap=12)
        form = box(col(row(*fields, None, gap=16), foot, self.plans, gap=12, margins=(16, 12, 16, 12)), "card")
        self.parties: DataTable[PartyChange] = DataTable(vm.PARTY_COLUMNS, lambda p: p.party, name=tr("各区变化"))
        self.cases: DataTable[CaseChange] = DataTable(vm.CASE_COLUMNS, lambda c: c.case_id, name=tr("案件变化"))
        self.cases.opened.connect(on_case)
        self.picture = ChangePicture()
        self.picture.chosen.connect(self._show_cases)
        left = card(tr("各区收付"), TablePane(self.parties, totals=True), note=tr("万元，应收减应付，累计"))
        below = card(tr("案件变化"), TablePane(self.cases, totals=True), note=tr("万元，迁出方累计应得"))
        below.setMinimumHeight(220)
        self._tables = box(col(row((self.picture, 1), (left, 1), gap=12), (below, 1), gap=12))
        self.beside = ComparedView(on_case)
        nothing = empty_state(
            tr("还没有模拟"),
            tr("在上方改一项，看各区和各案会怎样，按现行规则并列；另存成方案后可两个方案一起比较。"),
            act=tr("按四成比例试一次"),
            on_act=self._try_one,
        )
        self.nothing = box(col(nothing), "card")
        lay(self, col(form, (self._tables, 1), (self.beside, 1), (self.nothing, 1), gap=12))
        self.show_result(None)

    @property
    def month(self) -> Month | None:
        """The month of what is shown, or None."""
        shown = self.found if self.compared is None else self.compared.found[0]
        return None if shown is None else shown.month

    def run(self) -> None:
        """Run the simulation with what is filled in."""
        if self.act.isEnabled():
            given = {key: edit.text().strip() for key, edit in self.edits.items()}
            self._on_run(vm.settings(given), int(given["months"] or 0))

    def _try_one(self) -> None:
        """Fill in the example beside the ratios and run it: the first step for whoever has not simulated before."""
        self.edits["ratios"].setText(vm.SETTINGS[0][2])
        self.run()

    def keep(self) -> None:
        """另存方案: keep what is filled in under a name."""
        if self.save.isEnabled():
            self.plans.ask_name({key: edit.text().strip() for key, edit in self.edits.items()})

    def _fill(self, plan: Plan) -> None:
        for key, edit in self.edits.items():
            edit.setText(plan.given.get(key, ""))

    def show_compared(self, both: Compared) -> None:
        """Show plans beside the rule in force, in place of a single result."""
        self.found, self.compared = None, both
        self.said.setText(compared_sentence(both))
        self.beside.show_compared(both)
        self._tables.hide()
        self.nothing.hide()
        self.beside.show()
        self._follow()

    def show_result(self, found: Simulation | None) -> None:
        """Show a result; None before the first."""
        self.found, self.compared = found, None
        self.beside.hide()
        self.said.setText(tr("空着的按现行规则。结果不入账，不改案件。") if found is None else vm.sentence(found))
        self.parties.set_rows(vm.parties_changed(found) if found is not None else ())
        self.cases.set_rows(found.cases if found is not None else ())
        if found is not None:
            self.picture.show_plans((found,), ("",))
        self._tables.setVisible(found is not None)
        if self.nothing.parentWidget() is not None:  # shown before the page is laid out it would be a window of its own
            self.nothing.setVisible(found is None)
        self._follow()

    def _show_cases(self, party: str) -> None:
        """Only the cases of a district, or all."""
        if self.found is not None:
            mine = vm.cases_of((self.found,), party) if party else None
            self.cases.set_rows(c for c in self.found.cases if mine is None or c.case_id in mine)

    def _follow(self) -> None:
        given = {key: edit.text().strip() for key, edit in self.edits.items()}
        months = given["months"]
        said = "" if vm.settings(given) else tr("先填一项改动")
        if months and not (months.isdecimal() and int(months) <= 240):
            said = tr("月数写作 0 到 240")
        self.missing.setText(said)
        self.act.setEnabled(not said)
        self.save.setEnabled(not said)
        self.page.setEnabled(self.month is not None)
