"""Parts of 税收分享: the strip of figures, cases out of scope, the matrix, the list of statements, the rule in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from zgc_desktop.domain.money import wan
from zgc_desktop.domain.monthly import OutOfScope, SharingSection
from zgc_desktop.domain.settlement import Matrix
from zgc_desktop.domain.sharing.rule import SharingRule
from zgc_desktop.ui.table.header import TotalsFoot
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Chip, button, card, label
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, Item, box, clear, col, lay, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import sharing as vm
from zgc_desktop.viewmodels.columns import MISSING


class Figures(QFrame):
    """应分享税收, 应得, 留存, 合计差, 双方已认: the sums of the month in one line."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.setFixedHeight(66)
        self._values = [label("", "figure") for _ in range(5)]
        self.even = Badge("pass", tr("平"))
        titles = (
            tr("应分享税收（万元）"),
            tr("迁出方应得（万元）"),
            tr("迁入方留存（万元）"),
            tr("合计差（万元）"),
            tr("双方已认"),
        )
        items: list[Item] = []
        for n, title in enumerate(titles):
            if n:
                items.append(rule(vertical=True))
            value: list[Item] = [self._values[n], *([self.even] if n == 3 else []), None]
            items.append((box(col(label(title, "note"), row(*value, gap=8), gap=0)), 1))
        lay(self, row(*items, gap=12, margins=(16, 8, 16, 8)))

    def show_section(self, section: SharingSection, agreed: int | None) -> None:
        """Show the sums; ``agreed`` None = nothing was sent to be confirmed yet."""
        texts = [wan(section.counted_fen), wan(section.due_fen), wan(section.kept_fen), wan(section.difference_fen)]
        texts.append(MISSING if agreed is None else tr("{n} / {of} 笔", n=agreed, of=len(section.lines)))
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)
        even = section.difference_fen == 0
        self.even.set("pass" if even else "error", tr("平") if even else tr("不平"))
        self.setAccessibleName("　".join(texts))


class OutOfScopeCard(QFrame):
    """不在范围: every case that shares nothing this month, with its reason and clause."""

    def __init__(self, on_case: Callable[[object], object]) -> None:
        super().__init__()
        set_role(self, "card")
        self.table: DataTable[OutOfScope] = DataTable(vm.OUT_COLUMNS, lambda r: r.case_id, name=tr("不在范围"))
        self.table.opened.connect(on_case)
        self._note = label("", "note")
        head = row(
            label(tr("不在范围"), "h3"), self._note, None, button(tr("收起"), self.hide, role="link"), margins=(16, 0, 12, 0)
        )
        lay(self, col(box(head, height=44), self.table, gap=0, margins=INSIDE))
        self.hide()

    def show_rows(self, outside: Sequence[OutOfScope]) -> None:
        """Show the cases."""
        self.table.set_rows(outside)
        self.table.setFixedHeight(32 * (min(12, len(outside)) + 1) + 2)
        self._note.setText(tr("{n} 案，逐案写明原因与条款", n=len(outside)))


class Between(QFrame):
    """区际净额: who owes whom, net or gross; Enter or a double click explains a cell."""

    def __init__(self, on_pair: Callable[[str, str, bool], object]) -> None:
        super().__init__()
        set_role(self, "card")
        self._on_pair = on_pair
        self._matrix: Matrix | None = None
        self.table: DataTable[vm.Owing] | None = None
        self.net, self.gross = Chip(tr("净额"), on=True), Chip(tr("毛额"))
        self.net.clicked.connect(lambda: self._choose(net=True))
        self.gross.clicked.connect(lambda: self._choose(net=False))
        self._title = label(tr("区际净额"), "h3")
        note = label(tr("万元，行应付、列应收"), "note")
        head = row(self._title, note, None, self.gross, self.net, margins=(16, 0, 12, 0))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(*FLAT)
        self._body.setSpacing(0)
        lay(self, col(box(head, height=44), self._body, gap=0, margins=INSIDE))

    @property
    def is_net(self) -> bool:
        return self.net.isChecked()

    def show_matrix(self, found: Matrix) -> None:
        """Show who owes whom."""
        self._matrix = found
        clear(self._body)
        self.table = None
        rows = vm.owing_rows(found, net=self.is_net)
        if not rows:
            self._body.addWidget(box(row(label(tr("本月区际之间没有应付款"), "sub"), None, margins=(16, 4, 16, 14))))
            return
        columns = vm.matrix_columns(found, net=self.is_net)
        table: DataTable[vm.Owing] = DataTable(
            columns, lambda r: r.payer, name=tr("区际净额"), row_height=28, cells=True, lines=False, frame_current=True
        )
        table.set_rows(rows)
        table.setFixedHeight(32 + 28 * len(rows) + 2)
        table.opened.connect(lambda _: self.open_current())
        self.table = table
        self._body.addWidget(table)
        self._body.addWidget(TotalsFoot(table))

    def open_current(self) -> None:
        """Explain the current cell, where one district owes another there."""
        if self.table is None or self._matrix is None:
            return
        key, column = self.table.current_key(), self.table.table.columns[max(0, self.table.currentIndex().column())].key
        pairs = self._matrix.net if self.is_net else self._matrix.gross
        if isinstance(key, str) and (key, column) in pairs:
            self._on_pair(key, column, self.is_net)

    def _choose(self, *, net: bool) -> None:
        self.net.setChecked(net)
        self.gross.setChecked(not net)
        self._title.setText(tr("区际净额") if net else tr("区际毛额"))
        if self._matrix is not None:
            self.show_matrix(self._matrix)


class StatementsTab(QWidget):
    """对账单: every district with what it receives and pays, and the files made of it."""

    def __init__(self, on_write: Callable[[], object], on_folder: Callable[[], object]) -> None:
        super().__init__()
        self.table: DataTable[vm.PartyRow] = DataTable(vm.PARTY_COLUMNS, lambda r: r.party, name=tr("各主体对账"))
        self.write = button(tr("生成全部对账单"), on_write, role="primary")
        self.why = label("", "note")
        folder = button(tr("打开文件夹"), on_folder, icon_name="folder")
        head = row(
            label(tr("各主体对账"), "h3"),
            label(tr("每个主体一份 PDF 与工作簿，另有区际矩阵"), "note"),
            None,
            self.why,
            folder,
            self.write,
            margins=(16, 0, 12, 0),
        )
        pane = TablePane(self.table, totals=True)
        self._pane = pane
        made = box(col(box(head, height=48), pane, gap=0, margins=INSIDE), "card")
        lay(self, col(made, None, gap=0))

    def show_rows(self, rows: Sequence[vm.PartyRow], *, has_run: bool) -> None:
        """Show the districts; without a trial run there is nothing to write."""
        self.table.set_rows(rows)
        self._pane.setFixedHeight(32 * (len(rows) + 1) + 35)
        self.write.setEnabled(has_run)
        self.why.setText("" if has_run else tr("先试算"))


class RuleTab(QWidget):
    """规则: the rule in force, each value with where it is written, and what is not settled."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*FLAT)
        self._layout.setSpacing(12)
        self._shown: SharingRule | None = None

    def show_rule(self, shown: SharingRule, note: str) -> None:
        """Show a rule."""
        if shown is self._shown:
            return
        self._shown = shown
        clear(self._layout)
        facts: list[Item] = [label(shown.title, "h3"), label(vm.rule_head(shown), "sub")]
        if shown.document is not None:
            d = shown.document
            told = "，".join(t for t in (f"《{d.title}》", d.issuer, d.number, str(d.date or "")) if t)
            facts.append(label(told, "sub", wrap=True))
            facts.append(label(d.note, "note", wrap=True))
        facts.append(label(note, "sub", wrap=True))
        self._layout.addWidget(box(col(*facts, gap=4, margins=(16, 12, 16, 14)), "card"))
        table: DataTable[vm.RuleLine] = DataTable(vm.RULE_COLUMNS, lambda r: r.key, name=tr("规则参数"))
        table.set_rows(vm.rule_lines(shown))
        table.fit()
        note_text = tr("数值来自规则文件，不在程序内；变更请修改规则文件并注明出处")
        self._layout.addWidget(card(tr("参数与出处"), table, note=note_text))
        if shown.open_points:
            grid = QGridLayout()
            grid.setContentsMargins(16, 0, 16, 14)
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(6)
            for n, point in enumerate(shown.open_points):
                grid.addWidget(label(str(n + 1), "note"), n, 0)
                grid.addWidget(label(point, wrap=True), n, 1)
            grid.setColumnStretch(1, 1)
            self._layout.addWidget(card(tr("未定事项 {n} 处", n=len(shown.open_points)), box(grid)))
        self._layout.addStretch(1)
