"""整行对照 with the decision strip below it: the row in question beside last month's, and what is decided on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLineEdit, QMenu, QRadioButton, QScrollArea, QStackedLayout

from zgc_desktop.domain.check_catalogue import RowBeside
from zgc_desktop.domain.decisions import USUAL_REASONS, DecisionKind
from zgc_desktop.domain.issues import Issue
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.pages.intake_details import issue_card
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, icon_button, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row, rule, set_role
from zgc_desktop.viewmodels import checks as vm

ROW, WORDS = range(2)
BESIDE_ROW = 30


class DecisionStrip(QFrame):
    """Four ways to decide, the reason, and for how many: nothing is decided before a button is pressed."""

    decided = Signal()
    applied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: vm.IssueLine | None = None
        self._has_lead = False
        self._same = 0
        self._group = QButtonGroup(self)
        self.kinds: dict[DecisionKind, QRadioButton] = {}
        for n, kind in enumerate(vm.KINDS):
            radio = QRadioButton(tr(vm.KIND_WORDS[kind]))
            radio.setToolTip(tr("{consequence}（Alt+{n}）", consequence=tr(vm.CONSEQUENCES[kind]), n=n + 1))
            self._group.addButton(radio, n)
            self.kinds[kind] = radio
        self.kinds[DecisionKind.RETURNED].setChecked(True)
        self._make_fields()
        said = tr("对本园同一规则下未处理的各项作同样判定")
        self.apply = button(tr("应用于同规则"), self.applied.emit, tip=said, writing=True)
        self.confirm = button(
            tr("确定并看下一条"),
            self.decided.emit,
            role="primary",
            tip=tr("记下判定，到下一条未处理（Ctrl+Enter）"),
            writing=True,
        )
        self.said = label("", "note")
        fields = row((self.reason, 1), self.usual, self.other, gap=2)
        line: list[Item] = [label(tr("处理"), "note"), *self.kinds.values(), label(tr("理由"), "note")]
        top = row(*line, (fields, 1), self.apply, self.confirm, gap=10)
        lay(self, col(top, self.said, gap=4, margins=(16, 8, 12, 8)))
        self._group.idToggled.connect(lambda *_: self._follow())
        self.reason.textChanged.connect(lambda _: self._follow())
        self.other.currentIndexChanged.connect(lambda _: self._follow())
        self._follow()

    def _make_fields(self) -> None:
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("理由"))
        self.reason.setMinimumWidth(80)
        self.reason.returnPressed.connect(self._enter)
        self.usual = icon_button("down", tr("常用理由"), self._offer_reasons)
        self.other = QComboBox()
        self.other.setAccessibleName(tr("另一方分园"))
        self.other.setFixedWidth(128)

    # ---- what is decided on -----------------------------------------------------------------------------------------------

    def set_line(self, line: vm.IssueLine | None, same: int = 0, has_lead: bool = False, parks: Sequence[str] = ()) -> None:
        """Offer the decisions for one issue; what was typed stays where it is still the same issue."""
        before, self._line = self._line, line
        self._same, self._has_lead = same, has_lead
        if line is not None and (before is None or before.found.id != line.found.id or before.found != line.found):
            self._start(line, parks)
        self._follow()

    def _start(self, line: vm.IssueLine, parks: Sequence[str]) -> None:
        held = line.found.decision
        kind = held.kind if held is not None and held.kind in self.kinds else DecisionKind.RETURNED
        with QSignalBlocker(self._group), QSignalBlocker(self.reason), QSignalBlocker(self.other):
            self.kinds[kind].setChecked(True)
            self.reason.setText(held.reason if held else line.found.lapsed.reason if line.found.lapsed else "")
            self.other.clear()
            self.other.addItem(tr("按迁移线索") if self._has_lead else tr("另一方分园…"), "")
            for park in parks:
                if park != line.found.park:
                    self.other.addItem(park, park)

    @property
    def kind(self) -> DecisionKind:
        """The decision chosen."""
        return vm.KINDS[max(0, self._group.checkedId())]

    @property
    def other_park(self) -> str:
        """The other party of a case, or "" for the lead's."""
        return str(self.other.currentData() or "")

    def choose(self, n: int) -> str:
        """Choose the n-th decision as its key does; returns why it cannot be chosen, or ""."""
        kind = vm.KINDS[n]
        why = vm.barred(kind, self._line.issue) if self._line else tr("先选中一项问题")
        if not why:
            self.kinds[kind].setChecked(True)
            (self.other if kind is DecisionKind.CASE and not self._has_lead else self.reason).setFocus()
        return why

    @property
    def is_ready(self) -> bool:
        """Whether the decision can be taken now."""
        return self._line is not None and not self._missing()

    # ---- inside -----------------------------------------------------------------------------------------------------------

    def _missing(self) -> str:
        return vm.missing(self.kind, self.reason.text(), self._has_lead, self.other_park)

    def _follow(self) -> None:
        line, kind = self._line, self.kind
        for each, radio in self.kinds.items():
            radio.setEnabled(line is not None and not vm.barred(each, line.issue))
        case = kind is DecisionKind.CASE
        self.other.setVisible(case)
        self.reason.setEnabled(line is not None)
        self.usual.setEnabled(line is not None)
        self.confirm.setEnabled(self.is_ready)
        self.apply.setText(tr("应用于同规则 {n} 项", n=self._same) if self._same > 1 else tr("应用于同规则"))
        self.apply.setEnabled(self.is_ready and self._same > 1 and not case)
        needs = kind in (DecisionKind.ACCEPTED, DecisionKind.IGNORED)
        self.reason.setPlaceholderText(tr("理由（必填）") if needs else tr("可不填"))
        self.said.setText(self._words(line))

    def _words(self, line: vm.IssueLine | None) -> str:
        if line is None:
            return tr("选中一项问题后判定")
        missing = self._missing()
        if missing:
            return tr("还缺：{what}", what=missing)
        return tr("{kind}：{consequence}", kind=vm.KIND_WORDS[self.kind], consequence=vm.CONSEQUENCES[self.kind])

    def _enter(self) -> None:
        if self.is_ready:
            self.decided.emit()

    def _offer_reasons(self) -> None:
        menu = QMenu(self)
        for text in USUAL_REASONS:
            menu.addAction(text, lambda text=text: self.reason.setText(text))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.reason.mapToGlobal(QPoint(0, self.reason.height())))


class BesidePane(QFrame):
    """One issue's row with last month's beside it, and the strip that decides on it."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self._place, self._rule = ElidedLabel("", "sub"), ElidedLabel("", "note")
        self.copy = button(tr("打开副本"), self.copy_asked.emit, role="link", tip=tr("用 Excel 或 WPS 打开原件的副本"))
        self.sentence = label("", "sub", wrap=True)
        """The problem and the advice in full: the tables cut long sentences."""
        self.sentence.setContentsMargins(16, 0, 12, 4)
        self.table = DataTable(vm.BESIDE_COLUMNS, lambda x: x.n, name=tr("整行对照"), row_height=BESIDE_ROW)
        self.strip = DecisionStrip()
        head: list[Item] = [label(tr("整行对照"), "h3"), (self._place, 3), (self._rule, 2), self.copy]
        top = box(row(*head, gap=10, margins=(16, 0, 12, 0)), height=40)
        middle = QFrame()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._words = set_role(QScrollArea(), "drawer")
        self._words.setWidgetResizable(True)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._words)
        lay(self, col(top, self.sentence, (middle, 1), rule(soft=True), self.strip, gap=0, margins=INSIDE))
        self.setMinimumHeight(286)
        self.setAccessibleName(tr("整行对照"))
        self.show_nothing()

    def show_issue(self, line: vm.IssueLine) -> None:
        """Name the issue; its row follows when it has been read."""
        self._place.setText(vm.place(line))
        self._rule.setText(vm.rule_words(line.issue))
        self.sentence.setText(line.issue.message)
        self.sentence.show()
        self.copy.setEnabled(True)

    def show_row(self, found: RowBeside | None, line: vm.IssueLine, on_row: Sequence[Issue]) -> None:
        """The row, or the issue in words where it is about no company's row."""
        if found is None:
            self._say(line.issue)
            return
        self.table.set_rows(vm.beside_lines(found, on_row, line.issue))
        self.table.verticalScrollBar().setValue(0)
        labels = [tr("本月 {label}", label=found.now_label)]
        labels += [tr("上月 {label}", label=found.before_label)] if found.before_label else [tr("没有更早的月份")]
        self._place.setText(vm.place(line))
        self.table.setToolTip(worded("，".join(labels)))
        self._stack.setCurrentIndex(ROW)

    def show_nothing(self) -> None:
        """No issue is selected."""
        self._place.setText(tr("选中一项问题看它的整行"))
        self._rule.setText("")
        self.sentence.hide()
        self.copy.setEnabled(False)
        self.table.set_rows(())
        self._stack.setCurrentIndex(ROW)
        self.strip.set_line(None)

    def _say(self, issue: Issue) -> None:
        self.sentence.hide()  # the card below says it
        said = row(label(tr("这一项不在某一家企业的行上，没有整行可对照。"), "note"), None, margins=(16, 4, 16, 0))
        body = box(col(said, (issue_card(issue), 1), gap=0))
        self._words.setWidget(body)
        body.setAutoFillBackground(False)  # the scroll area turns it on, and the page's ground would show
        self._stack.setCurrentIndex(WORDS)
