"""The card of one company (企业卡片): who it is, its months with the cell behind every figure, park line, cases, issues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from zgc_desktop.domain.companies import CompanyCard, MonthFigures
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.figures.lines import sparkline
from zgc_desktop.figures.scene import Scene
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs, button, figure, icon_button, label
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, box, clear, col, lay, restyle, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.columns import MISSING, Column
from zgc_desktop.viewmodels.ledger import (
    MONTH_COLUMNS,
    RESIDENCE_COLUMNS,
    Pair,
    marks_of,
    overview,
    pair_columns,
    sources,
    sources_line,
    subject,
    tax_line,
)

HEIGHT = 292
TITLES = ("概况", "按月数据", "来源", "园线", "案件", "认定", "问题", "判定", "审计")


class CompanyPane(QFrame):
    """Below the ledger: one company. Alt+↑/↓ go to its neighbours, Esc closes."""

    closed = Signal()
    files_dropped = Signal(object, object)
    """(case numbers of the company, files): files let go over the card."""

    def __init__(self, on_step: Callable[[int], object]) -> None:
        super().__init__()
        set_role(self, "card")
        self.setFixedHeight(HEIGHT)
        self.card: CompanyCard | None = None
        self._name, self._badge, self._subject = ElidedLabel("", "h3"), Badge("tag", ""), label("", "note")
        self._name.setMinimumWidth(120)
        self.tabs = Tabs([tr(t) for t in TITLES])
        self.tabs.chosen.connect(self._show_tab)
        self._at = 0
        self._body = QVBoxLayout()
        self._body.setContentsMargins(*FLAT)
        self.setAcceptDrops(True)
        self.watch = button(tr("加关注…"), role="link")
        tools = (
            self.watch,
            icon_button("up", tr("上一家（Alt+↑）"), lambda: on_step(-1)),
            icon_button("down", tr("下一家（Alt+↓）"), lambda: on_step(1)),
            icon_button("close", tr("关闭（Esc）"), self.close_it),
        )
        head = box(row(self._name, self._badge, self._subject, None, *tools, margins=(16, 0, 8, 0)), height=44)
        tabs = box(row(self.tabs, margins=(16, 0, 16, 0)), height=32)
        lay(self, col(head, tabs, rule(), (self._body, 1), gap=0, margins=INSIDE))
        self.hide()

    def show_card(self, card: CompanyCard) -> None:
        """Show one company, on the tab that was open."""
        self.card = card
        item = card.item
        self._name.setText(item.name or item.credit_code)
        self._name.setFixedWidth(min(420, self._name.sizeHint().width() + 8))
        mark, word = marks_of(card)
        self._badge.set(mark, word)
        self._subject.setText(subject(card))
        self.watch.setText(tr("取消关注") if item.watched else tr("加关注…"))
        self.watch.setToolTip(item.watched)
        parts = (
            card.months,
            sources(card),
            card.residences,
            card.cases,
            card.recognitions,
            card.issues,
            card.decided,
            card.journal,
        )
        counts = (None, *(len(part) for part in parts))
        for n, count in enumerate(counts):
            self.tabs.set_title(n, tr(TITLES[n]) if count is None else f"{tr(TITLES[n])} {count}")
        self.setAccessibleName(tr("企业卡片 {name}", name=item.name))
        self._show_tab(self._at)
        self.show()

    def close_it(self) -> None:
        """Close."""
        if self.isVisible():
            self.hide()
            self.card = None
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files on a card become attachments of the company's case."""
        if event.mimeData().hasUrls() and self.card is not None:
            event.acceptProposedAction()
            restyle(self, "target", "true")
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "target", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "target", "false")
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if files and self.card is not None:
            event.acceptProposedAction()
            cases = [number for number, _ in self.card.cases]
            # After the drop is over: a dialog must not hold the Explorer that waits for its answer.
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(cases, files))

    # ---- tabs ---------------------------------------------------------------------------------------------------------

    def _show_tab(self, n: int) -> None:
        self._at = n
        card = self.card
        clear(self._body)
        if card is None:
            return
        makers = (_months, _sources, _residences, _cases, _recognitions, _issues, _decided, _journal)
        self._body.addWidget(_overview(card, self.show_month) if n == 0 else makers[n - 1](card))

    def show_month(self, month: Month) -> None:
        """The figures of one month, each with its cell."""
        self.tabs.choose(1)
        tables = self.findChildren(DataTable)
        found = next((m for m in self.card.months if m.month == month and m.counted), None) if self.card is not None else None
        if tables and found is not None:
            tables[-1].select_key(_month_key(found))
            tables[-1].setFocus()


def _overview(card: CompanyCard, on_month: Callable[[Month], object]) -> QWidget:
    """Who it is at left, in two columns; its tax of the month with its last months at right."""
    grid = QGridLayout()
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    pairs = overview(card)
    half = (len(pairs) + 1) // 2
    for n, (name, said) in enumerate(pairs):
        line, side = n % half, n // half * 2
        grid.addWidget(label(name, "note"), line, side)
        value = ElidedLabel(said)
        value.setFixedHeight(34)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        grid.addWidget(value, line, side + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    item = card.item
    points, said = tax_line(card)
    line_view: SceneView | None = None
    if points:
        values = [v for _, v in points]
        tips = [f"{month}　{MISSING if v is None else wan(v)} 万元" for month, v in points]

        def lay_out(width: float, height: float) -> Scene:
            return sparkline(values, width, height, alt=said, tips=tips)

        line_view = SceneView(lay_out, height=38)
        line_view.clicked.connect(lambda key: on_month(points[int(key[0])][0]))
    tax = MISSING if item.tax_fen is None else wan(item.tax_fen)
    big = figure(tr("本月地方税收"), tax, tr("万元"), said or tr("不足两个月，不画走势"), line_view)
    side_box = box(col(big, None, gap=0, margins=(16, 14, 20, 14)))
    side_box.setFixedWidth(272)
    return box(row((box(grid), 1), side_box, gap=0))


def _months(card: CompanyCard) -> QWidget:
    """Months, newest first, each figure with its cell; below, the sources of the chosen month in full."""
    rows = tuple(reversed(card.months))
    if not rows:
        return _nothing(tr("还没有入库的月份。"))
    table = DataTable(MONTH_COLUMNS, _month_key, name=tr("按月数据"), cells=True)
    table.set_rows(rows)
    line = ElidedLabel(sources_line(rows[0]), "note")
    by_key: dict[object, MonthFigures] = {_month_key(m): m for m in rows}
    table.current_changed.connect(lambda key: line.setText(sources_line(by_key[key])) if key in by_key else None)
    foot = box(row((line, 1), margins=(16, 0, 16, 0)), "sunken", height=30)
    return box(col((table, 1), foot, gap=0))


def _month_key(m: MonthFigures) -> tuple[int, str]:
    return m.month.number, m.park


def _residences(card: CompanyCard) -> QWidget:
    rows = tuple(reversed(card.residences))
    if not rows:
        return _nothing(tr("还没有归属记录。"))
    table = DataTable(RESIDENCE_COLUMNS, lambda r: r.days.start, name=tr("园线"))
    table.set_rows(rows)
    return table


def _sources(card: CompanyCard) -> QWidget:
    """Every figure of every month with the very cell it came from."""
    return _pairs(
        sources(card), pair_columns(tr("月份与数"), tr("文件、版本与单元格"), 260), tr("还没有金额数据。"), tr("来源")
    )


def _decided(card: CompanyCard) -> QWidget:
    return _pairs(
        card.decided, pair_columns(tr("日期"), tr("判定、依据与经办人"), 180), tr("没有对这家企业作过判定。"), tr("判定")
    )


def _journal(card: CompanyCard) -> QWidget:
    nothing = tr("操作记录中没有写明这家企业的条目。")
    return _pairs(card.journal, pair_columns(tr("时间"), tr("操作"), 160), nothing, tr("审计"))


def _cases(card: CompanyCard) -> QWidget:
    return _pairs(card.cases, pair_columns(tr("案件"), tr("案情"), 160), tr("没有迁移案件。"), tr("案件"))


def _recognitions(card: CompanyCard) -> QWidget:
    return _pairs(
        card.recognitions, pair_columns(tr("梯队"), tr("文件、批次与有效期"), 120), tr("没有登记的认定。"), tr("认定")
    )


def _issues(card: CompanyCard) -> QWidget:
    return _pairs(card.issues, pair_columns(tr("位置"), tr("问题"), 230), tr("本月报送中没有这家企业的问题。"), tr("问题"))


def _pairs(rows: Sequence[Pair], columns: Sequence[Column[Pair]], nothing: str, name: str) -> QWidget:
    if not rows:
        return _nothing(nothing)
    table = DataTable(columns, lambda p: p, name=name)
    table.set_rows(rows)
    return table


def _nothing(sentence: str) -> QWidget:
    return box(col(row(label(sentence, "sub"), None), None, margins=(16, 14, 16, 14)))
