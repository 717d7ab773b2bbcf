"""The cards of 工作台: things to do, who has sent what, three figures, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, card, label, legend, plain_card
from zgc_desktop.ui.widgets.layout import Item, box, col, lay, row
from zgc_desktop.ui.widgets.marks import MarkSign
from zgc_desktop.viewmodels.desk import Task, action_lines, big_figure, grid_columns, rail_note

if TYPE_CHECKING:
    from zgc_desktop.domain.desk import Action, DeskView, Figure, GridRow
    from zgc_desktop.domain.periods import Month
    from zgc_desktop.figures.scene import Scene

TODO_H = 47
ACTION_H = 30
CARD_HEAD = 44
LINE_H = 34
RIGHT_FIXED = 126
"""Height of the card with the three figures."""

Do = Callable[[Task], object]


class TodoRow(QFrame):
    """One thing to do: mark, what, the fact behind it, its button. Arrow keys go to its neighbours, Enter does it."""

    moved = Signal(int)

    def __init__(self, task: Task, do: Do, *, last: bool) -> None:
        super().__init__()
        self.task, self._do, self._last = task, do, last
        self.setFixedHeight(TODO_H)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        item = task.item
        words = col(None, ElidedLabel(item.title), ElidedLabel(item.note, "note"), None, gap=0)
        self.act = button(tr(item.action), lambda: do(task), role="small", writing=item.action == "立即备份")
        self.act.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line itself takes the focus and the key
        lay(self, row(MarkSign(item.mark), (words, 1), self.act, gap=10, margins=(16, 0, 16, 0)))
        self.setAccessibleName(f"{item.title}，{item.note}，{item.action}")

    def paintEvent(self, event: QPaintEvent) -> None:
        p, frame = QPainter(self), QRectF(self.rect())
        if self.hasFocus():
            p.fillRect(frame, theme.colour("accent_soft"))
            p.fillRect(QRectF(0, 0, 3, frame.height()), theme.colour("accent_fill"))
        elif self.underMouse():
            p.fillRect(frame, theme.colour("hover"))
        if not self._last:
            p.fillRect(QRectF(42, frame.bottom() - 1, frame.width() - 42, 1), theme.colour("hair"))
        p.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._do(self.task)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._do(self.task)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def todo_card(tasks: Sequence[Task], do: Do) -> QFrame:
    """今天要办, the most pressing first."""
    rows = [TodoRow(task, do, last=n == len(tasks) - 1) for n, task in enumerate(tasks)]
    for n, line in enumerate(rows):
        line.moved.connect(lambda step, n=n: rows[max(0, min(len(rows) - 1, n + step))].setFocus())
    if not rows:
        words = label(tr("没有待办。本月的报送、线索和备份都已办妥。"), "sub")
        return card(tr("今天要办"), row(words, None, margins=(16, 0, 16, 12)))
    return card(tr("今天要办"), col(*rows, 4, gap=0), note=tr("{n} 件，按紧要排序", n=len(rows)))


def actions_card(
    actions: Sequence[Action],
    now: datetime,
    most: int,
    undoable: frozenset[int],
    undo: Callable[[int], object],
    show_all: Callable[[], object],
) -> QFrame:
    """最近操作: when and what, 撤销 where a step can be taken back; who did it stands in the tooltip."""
    lines: list[Item] = []
    shown = action_lines(actions, now, most)
    wide = max((theme.width_of(when, "caption") for when, _, _ in shown), default=0.0)
    for action, (when, sentence, tip) in zip(actions, shown, strict=False):
        stamp, words = label(when, "note"), ElidedLabel(sentence)
        stamp.setFixedWidth(int(wide) + 12)
        words.setToolTip(tip)
        back: list[Item] = [_undo_link(action, sentence, undo)] if action.seq in undoable else []
        lines.append(box(row(stamp, (words, 1), *back, gap=4, margins=(16, 0, 16, 0)), height=ACTION_H))
    if not lines:
        lines.append(row(label(tr("还没有操作。"), "sub"), None, margins=(16, 0, 16, 0)))
    return card(tr("最近操作"), col(*lines, None, gap=0), tools=[button(tr("全部历史"), show_all, role="link")])


def _undo_link(action: Action, sentence: str, undo: Callable[[int], object]) -> QWidget:
    link = button(tr("撤销"), lambda: undo(action.seq), role="link", writing=True)
    link.setAccessibleName(tr("撤销 {what}", what=sentence))
    return link


def grid_table(view: DeskView) -> DataTable[GridRow]:
    """报送格局 as a table: rows are parks, cells are sheets."""
    grid = DataTable(
        grid_columns(view.sheets), lambda r: r.park, name=tr("报送格局"), row_height=theme.sizes().row_s, cells=True
    )
    grid.set_rows(view.grid)
    grid.fit()
    grid.setMinimumWidth(grid.columnWidth(0) + 66 * len(view.sheets))
    return grid


def grid_card(
    view: DeskView,
    open_park: Callable[[str], object],
    remind: Callable[[str], object],
    more: Callable[[QMenu, str], object],
) -> QFrame:
    """报送格局: every park and sheet; Enter or a double click goes to that park's submission."""
    grid = grid_table(view)
    late = {r.park for r in view.grid if r.cells and r.cells[0].mark == "none"}
    grid.opened.connect(lambda park: open_park(str(park)))

    def fill_menu(menu: QMenu, park: object) -> None:
        if isinstance(park, str):
            menu.addAction(tr("打开{park}的报送", park=park), lambda: open_park(park))
            if park in late:
                menu.addAction(tr("复制{park}的催报文本", park=park), lambda: remind(park))
            more(menu, park)

    grid.menu_asked.connect(fill_menu)
    marks = legend([("pass", tr("通过")), ("error", tr("错误数")), ("warn", tr("警告数")), ("none", tr("未到"))])
    return card(tr("报送格局"), grid, note=rail_note(view), tools=[marks])


def figures_card(figures: Sequence[Figure], month: Month, go: Callable[[Figure, Month], object]) -> QFrame:
    """三个数, each with its last months where at least two are known; those with a line take more room.

    A click or Enter goes to the rows a figure counts, on a month of its line to those of that month.
    """
    made = plain_card(row(*((_figure(f, month, go), 5 if f.history else 3) for f in figures), gap=24), (16, 10, 16, 10))
    made.setFixedHeight(RIGHT_FIXED)
    made.setAccessibleName(tr("三个数"))
    return made


class FigureBox(QFrame):
    """One figure; a click on it, or Enter, goes to its rows."""

    def __init__(self, go: Callable[[], object]) -> None:
        super().__init__()
        self._go = go
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            p = QPainter(self)
            p.setPen(QPen(theme.colour("accent"), 2))
            p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            p.end()


def _figure(given: Figure, month: Month, go: Callable[[Figure, Month], object]) -> QFrame:
    """Name, figure with its unit, what it is compared with (in full in the tooltip), and the months as a line."""
    big = big_figure(given, month)
    below = QWidget()  # keeps a figure without a line level with its neighbours
    if big.line:
        from zgc_desktop.figures.lines import sparkline
        from zgc_desktop.ui.scene_view import SceneView

        def lay_out(width: float, height: float) -> Scene:
            return sparkline(big.line, width, height, alt=big.said, tips=big.tips)

        shown = SceneView(lay_out, height=LINE_H)
        shown.clicked.connect(lambda key: go(given, month.plus(int(key[0]) - len(big.line) + 1)))
        below = shown
    below.setFixedHeight(LINE_H)
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    number = row(label(big.value, "figure"), label(big.unit, "note", align=bottom), None, gap=4)
    made = FigureBox(lambda: go(given, month))
    lay(made, col(label(big.name, "sub"), number, ElidedLabel(big.note, "note"), None, below, gap=0))
    made.setToolTip(worded(big.said))
    made.setAccessibleName(f"{big.name} {big.value} {big.unit}，{big.note}")
    return made


def actions_that_fit(view: DeskView, tasks: int) -> int:
    """How many lines of 最近操作 make the left column as high as the right one; at least four."""
    right = CARD_HEAD + theme.sizes().head + theme.sizes().row_s * len(view.grid) + 12 + RIGHT_FIXED
    left = CARD_HEAD + max(1, tasks) * TODO_H + 4 + 12 + CARD_HEAD + 10
    return max(4, (right - left) // ACTION_H)
