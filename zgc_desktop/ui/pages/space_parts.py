"""Cards of 组团空间: a cluster's figures and structure, what the plan says of it, why a company is unassigned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from zgc_desktop.figures.bars import stacked_bar
from zgc_desktop.figures.scene import Scene
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, Item, box, clear, col, lay, row, set_role
from zgc_desktop.ui.widgets.marks import MarkSign
from zgc_desktop.viewmodels import space as vm

BAR_H = 66
INNER = (16, 0, 16, 14)
TOP = Qt.AlignmentFlag.AlignTop


class TitledCard(QFrame):
    """A card whose title line follows what it shows; its body is filled anew each time."""

    def __init__(self, *, framed: bool = True) -> None:
        super().__init__()
        set_role(self, "card" if framed else "")
        self._title, self._note = label("", "h3"), ElidedLabel("", "note")
        self._tools = row(gap=8)
        head = box(row(self._title, (self._note, 1), self._tools, margins=(16, 0, 12, 0)), height=44)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*INNER)
        self.body.setSpacing(6)
        inside = box(self.body)
        lay(self, col(head, (ScrollingPart(inside), 1), gap=0, margins=INSIDE if framed else FLAT))

    def say(self, title: str, note: str) -> None:
        """Write the title line."""
        self._title.setText(title)
        self._note.setText(note)
        self.setAccessibleName(f"{title} {note}".strip())

    def fill(self, *items: Item) -> None:
        """Put other things into the body."""
        clear(self.body)
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif item is None:
                self.body.addStretch(1)
            elif not isinstance(item, tuple):
                self.body.addLayout(item)


class ScrollingPart(QScrollArea):
    """A part of a card that scrolls by itself where it is longer than its place: wrapped lines get the height they need."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        set_role(self, "drawer")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget turns it on: grey on a white card
        inside.installEventFilter(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.ChildPolished):
            self._fit()
            self._later.start()  # and once more when all is shown: what was put in just now has no height yet
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # A scroll area asks for the least height, and a wrapped label's least is less than its lines need.
        inside = self.widget()
        laid = inside.layout() if inside is not None else None
        if inside is not None and laid is not None and laid.hasHeightForWidth():
            inside.setMinimumHeight(laid.totalHeightForWidth(self.viewport().width()))


class ClusterCard(TitledCard):
    """A cluster's month: four figures, and its structure by industry as one bar; a part of it opens its companies."""

    def __init__(self, on_part: Callable[[str, tuple[str, ...]], object]) -> None:
        super().__init__()
        self._on_part = on_part

    def show_cluster(self, item: vm.ClusterItem) -> None:
        """Show one cluster."""
        self.say(tr("{name}组团", name=item.cluster.name.removesuffix("组团")), vm.headline(item))
        pairs = [col(label(name, "note"), label(value, "h2"), gap=2) for name, value in vm.figures(item)]
        figures = [row((pairs[n], 1), (pairs[n + 1], 1), gap=16) for n in (0, 2)]
        found = vm.structure(item)
        if found is None:
            said = tr("本月没有归入该组团的企业") if item.known else tr("园区本月未入库")
            self.fill(*figures, 10, label(said, "sub"), None)
            return
        bars = found.bars

        def lay_out(width: float, height: float) -> Scene:
            return stacked_bar(bars, width)

        self.structure = SceneView(lay_out, height=BAR_H)
        self.structure.clicked.connect(lambda key: self._on_part(item.cluster.name, key))
        self.fill(*figures, 10, label(tr(found.title), "note"), self.structure, None)


class BasisCard(TitledCard):
    """What the plan says of a cluster, in its own words, and where it disagrees with itself."""

    def show_cluster(self, item: vm.ClusterItem) -> None:
        """Show one cluster."""
        cluster = item.cluster
        self.say(tr("规划依据"), f"{cluster.name}　{cluster.citation.short}")
        self._note.setToolTip(f"{cluster.citation.title} {cluster.citation.clause}")
        quote = label(f"“{cluster.focus}”　“{cluster.positioning}”", "sub", wrap=True)
        items: list[Item] = [box(col(quote, margins=(12, 8, 12, 8)), "sunken"), 4]
        items += [_line(name, said) for name, said in vm.basis(item)]
        items.append(4)
        if not item.contradictions:
            items.append(_line(tr("口径差异"), tr("没有登记")))
        for title, said in vm.contradiction_lines(item):
            words = label(said, "sub", wrap=True)
            items.append(row(MarkSign("warn"), label(title), None, gap=6))
            items.append(row(22, (words, 1), gap=0))
        self.fill(*items, None)


def _line(name: str, said: str) -> QFrame:
    """Name at left, words at right, wrapping."""
    left = label(name, "note")
    left.setFixedWidth(124)
    left.setAlignment(TOP)
    left.setContentsMargins(0, 2, 0, 0)
    return box(row(left, (label(said, wrap=True), 1), gap=8))


class ReasonsCard(TitledCard):
    """Why one company could not be placed."""

    def __init__(self, on_open: Callable[[object], object]) -> None:
        super().__init__()
        self.setFixedHeight(196)
        self._code = ""
        self._open = button(tr("看企业卡片"), lambda: on_open(self._code), role="link")
        self._tools.addWidget(self._open)

    def show_company(self, company: vm.Unplaced | None) -> None:
        """Show one company; hidden where there is none."""
        self.setVisible(company is not None)
        if company is None:
            return
        self._code = company.credit_code
        self.say(company.name or company.credit_code, f"{company.credit_code}　{company.park}")
        reasons = [label(f"{n}. {said}", wrap=True) for n, said in enumerate(company.reasons, start=1)]
        self.fill(*reasons, label(tr("园方下月在“组团”栏填报也可归属。"), "note", wrap=True), None)
