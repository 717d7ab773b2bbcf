"""The explanation of a figure in the drawer: the figure, one sentence, the tree with its own connectors, the clause."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.rulebook import CONFIDENCE
from zgc_desktop.domain.sharing.explain import Explanation, walk
from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import Item, box, col, lay, row, rule
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.columns import MISSING, Mark

STEP = 10
DEEPEST = 9
MOST = 240
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class TreeLine(QFrame):
    """One figure of the tree: words, the figure at the right, formula, clause or source below; thin connectors at the left."""

    def __init__(self, depth: int, node: Explanation, rails: tuple[bool, ...], on_source: Callable[[], object] | None) -> None:
        super().__init__()
        self._rails = rails[:DEEPEST]
        amount = MISSING if node.amount_fen is None else yuan(node.amount_fen)
        words = label(node.label, "h3" if not depth else "", wrap=True)
        figure = label(amount, "h3" if not depth else "", align=RIGHT)
        items: list[Item] = [row((words, 1), figure, gap=8)]
        if node.formula and len(node.formula) <= 120:
            items.append(label(said_formula(node.formula), "note", wrap=True))
        if node.source:
            items.append(self._source(node.source, on_source))
        left = 16 + STEP * min(depth, DEEPEST)
        lay(self, col(*items, gap=1, margins=(left, 3, 16, 3)))
        self.setAccessibleName(f"{node.label} {amount} {node.formula} {node.source}".strip())

    def _source(self, source: str, on_source: Callable[[], object] | None) -> Item:
        if on_source is None:
            return label(tr("来源：{source}", source=source), "note", wrap=True)
        words = label(source, "note", wrap=True)
        return row((words, 1), button(tr("来源"), on_source, role="link", tip=tr("打开这家企业的卡片")), gap=8)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rails:
            return
        p = QPainter(self)
        line = QColor(theme.colour("control"))
        line.setAlpha(120)
        for n, goes_on in enumerate(self._rails):
            x, last = 19 + STEP * n, n == len(self._rails) - 1
            if last:
                p.fillRect(x, 0, 1, self.height() if goes_on else 13, line)
                p.fillRect(x, 12, 5, 1, line)
            elif goes_on:
                p.fillRect(x, 0, 1, self.height(), line)
        p.end()


def said_formula(formula: str) -> str:
    """A formula in the words of the office."""
    return formula.replace("min(", tr("取小(")).replace("max(", tr("取大("))


def tree_widget(tree: Explanation, on_source: Callable[[], object] | None) -> QFrame:
    """The whole tree, parents first; a very long one is cut, and says so."""
    lines: list[Item] = []

    def add(node: Explanation, depth: int, rails: tuple[bool, ...]) -> None:
        if len(lines) < MOST:
            lines.append(TreeLine(depth, node, rails, on_source if "!" in node.source else None))
        for n, child in enumerate(node.children):
            add(child, depth + 1, (*rails, n < len(node.children) - 1))

    add(tree, 0, ())
    rest = sum(1 for _ in walk(tree)) - len(lines)
    if rest > 0:
        lines.append(box(row(label(tr("另有 {n} 行，导出一页可见全部", n=rest), "note"), margins=(16, 4, 16, 4))))
    return box(col(*lines, gap=0))


def clauses(tree: Explanation) -> tuple[str, ...]:
    """Every clause the tree stands on, once, with how surely it was checked."""
    found: dict[str, str] = {}
    for _, node in walk(tree):
        if node.clause and node.clause not in found:
            sure = CONFIDENCE[node.citation.confidence] if node.citation is not None else ""
            found[node.clause] = f"{node.clause}（{sure}）" if sure else node.clause
    return tuple(found.values())


def drawer_body(
    figure: tuple[str, str, str],
    badge: tuple[Mark, str] | None,
    sentence: str,
    tree: Explanation,
    on_source: Callable[[], object] | None,
) -> QWidget:
    """What the drawer shows of one figure."""
    name, value, unit = figure
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    number: list[Item] = [label(value, "figure")]
    if unit:
        number.append(label(unit, "note", align=bottom))
    number.append(None)
    if badge is not None:
        number.append(Badge(*badge))
    head: list[Item] = [label(name, "sub"), row(*number, gap=6)]
    if sentence:
        head.append(label(sentence, "sub", wrap=True))
    title = row(label(tr("计算过程"), "h3"), None, label(tr("单位：元"), "note"), margins=(16, 10, 16, 4))
    items: list[Item] = [box(col(*head, gap=4, margins=(16, 12, 16, 12))), rule(), title, tree_widget(tree, on_source)]
    if listed := clauses(tree):
        quoted: list[Item] = [label(tr("依据"), "note"), *(label(c, wrap=True) for c in listed)]
        items.append(box(col(box(col(*quoted, gap=3, margins=(12, 8, 12, 8)), "sunken"), margins=(16, 12, 16, 12))))
    return box(col(*items, None, gap=0))
