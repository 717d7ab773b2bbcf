"""The lower pane of 报送接收: issues, columns and basis of the file that is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout

from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Chip, ElidedLabel, Tabs, button, icon_button, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import intake as vm
from zgc_desktop.viewmodels import intake_file as one
from zgc_desktop.viewmodels.columns import Mark

ISSUES, MATCHES, FACTS, ABSENT = range(4)


class FilePane(QFrame):
    """One file: what is wrong and where, which column went where, and what park and month rest on."""

    closed = Signal()
    history_asked = Signal()
    template_asked = Signal()
    mapping_asked = Signal()
    issue_opened = Signal(object)
    """An Issue to be shown in full."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self._title, self._note = label("", "h3"), ElidedLabel("", "note")
        self.tabs = Tabs([tr("问题"), tr("列对应"), tr("识别依据")])
        self.tabs.chosen.connect(self._choose)
        self.chips = {s: Chip("", vm.SEVERITY_MARK[s], 0) for s in vm.SEVERITIES}
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self._narrow())
        self.history = button(tr("历次版本"), self.history_asked.emit, role="link")
        self.mapping = button(tr("列映射…"), self.mapping_asked.emit, role="link", tip=tr("确认列的对应、单位、分园和月份"))
        self._chips = box(row(*self.chips.values(), 4))
        self._make_tables()
        close = icon_button("close", tr("收起（Esc）"), self.close_it)
        head: list[Item] = [self._title, self._note, 8, self.tabs, None, self._chips, self.mapping, self.history, close]
        top = box(row(*head, margins=(16, 0, 8, 0)), height=44)
        lay(self, col(top, rule(soft=True), (self._stack_box, 1), gap=0, margins=INSIDE))
        self.setMinimumHeight(228)
        self.hide()

    def _make_tables(self) -> None:
        self.issues = DataTable(one.ISSUE_COLUMNS, lambda x: x.number, name=tr("问题"))
        self.issues.opened.connect(self._open_issue)
        self.matches = DataTable(one.MATCH_COLUMNS, lambda x: (x.match.sheet, x.match.letter), name=tr("列对应"))
        self.facts = DataTable(one.FACT_COLUMNS, lambda x: x.what, name=tr("识别依据"))
        nothing_wrong = empty_state(tr("没有问题"), tr("这份文件通过了全部校验，可以接受并入库。"))
        no_columns = empty_state(tr("没有列对应"), tr("这份文件没有登记，所以没有保存它的列对应；原因见“问题”。"))
        self._absent = empty_state(
            tr("本月未到"),
            tr("还没有收到这个园的文件。可以先导出预填了上月名录的模板发给分园。"),
            act=tr("导出模板…"),
            on_act=self.template_asked.emit,
        )
        self._stack_box = QFrame()
        self._stack = QStackedLayout(self._stack_box)
        self._stack.addWidget(TablePane(self.issues, empty=nothing_wrong))
        self._stack.addWidget(TablePane(self.matches, empty=no_columns))
        self._stack.addWidget(TablePane(self.facts))
        self._stack.addWidget(self._absent)

    # ---- what is shown ----------------------------------------------------------------------------------------------------

    def show_file(self, view: one.FileView, issues: Sequence[Issue], older: int, *, same: bool = False) -> None:
        """Show one file; ``same`` keeps place and filter: it is the file already shown, read again."""
        lines = one.issue_lines(issues)
        if not same:
            self._start_anew()
        self._title.setText(view.title)
        self._note.setText(view.note)
        matches = one.match_lines(view)
        self.issues.set_rows(lines)
        self.matches.set_rows(matches)
        self.facts.set_rows(view.facts)
        for severity, count in one.severity_counts(lines).items():
            self.chips[severity].set_count(count)
            self.chips[severity].setEnabled(count > 0)
        self.tabs.set_title(ISSUES, tr("问题 {n}", n=len(lines)))
        self.tabs.set_title(MATCHES, tr("列对应 {n}", n=len(matches)))
        self.history.setText(tr("历次版本 {n}", n=older + 1))
        self.history.setVisible(older > 0)
        self.mapping.setVisible(view.asks)
        self.tabs.show()
        if self._stack.currentIndex() == ABSENT:
            self.tabs.choose(ISSUES)
        self._follow_tab()
        self.setAccessibleName(view.title)
        self.show()

    def show_absent(self, park: str, month: str) -> None:
        """A park that has not reported."""
        self._start_anew()
        self._title.setText(park)
        self._note.setText(month)
        self.tabs.hide()
        self.history.hide()
        self.mapping.hide()
        self._stack.setCurrentIndex(ABSENT)
        self._follow_tab()
        self.setAccessibleName(f"{park} {tr('未到')}")
        self.show()

    def close_it(self) -> None:
        """Close the pane."""
        self.hide()
        self.closed.emit()

    def step_issue(self, step: int) -> bool:
        """Go to the next (or previous) shown issue; False at the end."""
        self.tabs.choose(ISSUES)
        at = self.issues.currentIndex().row()
        n = (at + step) if at >= 0 else (0 if step > 0 else len(self.issues.table) - 1)
        if not 0 <= n < len(self.issues.table):
            return False
        self.issues.select_key(self.issues.table.key_at(n))
        return True

    # ---- inside -----------------------------------------------------------------------------------------------------------

    def _start_anew(self) -> None:
        for chip in self.chips.values():
            with QSignalBlocker(chip):
                chip.setChecked(False)
        for table in (self.issues, self.matches, self.facts):
            table.clearSelection()
            table.setCurrentIndex(QModelIndex())
            table.verticalScrollBar().setValue(0)
        self.issues.clear_filters()

    def _open_issue(self, number: object) -> None:
        line = next((x for x in self.issues.table.rows if x.number == number), None)
        if line is not None:
            self.issue_opened.emit(line.issue)

    def _choose(self, n: int) -> None:
        self._stack.setCurrentIndex(n)
        self._follow_tab()

    def _follow_tab(self) -> None:
        self._chips.setVisible(self._stack.currentIndex() == ISSUES and bool(self.issues.table.rows))

    def _narrow(self) -> None:
        self.issues.tick("severity", [s.word for s, chip in self.chips.items() if chip.isChecked()])


def issue_card(issue: Issue) -> QFrame:
    """One issue in full, for the drawer: the table cuts long sentences."""
    parts: list[Item] = [row(Badge(vm.SEVERITY_MARK[issue.severity], issue.severity.word), None), 4]
    for name, text in one.issue_facts(issue):
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts += [label(name, "note"), words, 6]
    return box(col(*parts, None, gap=2, margins=(16, 8, 16, 12)))


def versions_list(items: Sequence[SubmissionItem], on_open: Callable[[SubmissionItem], object]) -> QFrame:
    """Every version of a park's month, the newest first: for the drawer."""
    parts: list[Item] = []
    for item in items:
        mark, word, _ = vm.standing(vm.ParkLine(item.park, item))
        parts.append(_version_block(item, mark, word, on_open))
    return box(col(*parts, None, gap=0, margins=(16, 4, 16, 12)))


def _version_block(item: SubmissionItem, mark: Mark, word: str, on_open: Callable[[SubmissionItem], object]) -> QFrame:
    figures = tr("{n} 家，新增 {a}，变更 {c}，消失 {v}", n=item.companies, a=item.added, c=item.changed, v=item.vanished)
    faults = tr("错误 {e}，警告 {w}，提示 {n}", e=item.errors, w=item.warnings, n=item.notices)
    name = button(tr("第 {n} 版", n=item.version), lambda: on_open(item), role="link", tip=tr("看这一版的问题和列对应"))
    lines: list[Item] = [
        row(name, None, Badge(mark, word)),
        ElidedLabel(item.file_name),
        label(tr("{at} 收到", at=item.received_at.strftime("%Y-%m-%d %H:%M")), "note"),
        label(figures, "note"),
        label(faults, "note"),
    ]
    if item.accepted_note:
        lines.append(label(tr("理由：{why}", why=item.accepted_note), "note", wrap=True))
    return box(col(*lines, 6, rule(soft=True), gap=2, margins=(0, 8, 0, 0)))
