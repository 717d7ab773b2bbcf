"""Parts of 梯队评审: the conditions behind a line, what a standard leaves open, and the dialog of a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import LadderLine
from zgc_desktop.figures.ladder import Step, ladder_chart
from zgc_desktop.figures.scene import Scene
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.pages.space_parts import ScrollingPart, TitledCard
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, card, label
from zgc_desktop.ui.widgets.dialog import Dialog
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, restyle, row, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import tiers as vm
from zgc_desktop.viewmodels.columns import Mark

OnDecided = Callable[[str, Month | None, date | None], object]
"""Takes the reason, and for an agreement the first month and the last day."""
FACTS_W = 400


class EvidenceCard(QFrame):
    """The conditions of the standards one line rests on: threshold, what is there, result, what is missing, where written."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self._title, self._note = label("", "h3"), ElidedLabel("", "note")
        self._badge = Badge("tag", "")
        head = box(row(self._title, self._badge, (self._note, 1), margins=(16, 0, 16, 0)), height=44)
        self.table = DataTable(vm.CRITERION_COLUMNS, lambda c: c.number, name=tr("逐条依据"))
        self.foot = row(gap=8)
        self.foot_box = box(row((self.foot, 1), margins=(16, 0, 16, 0)), height=48)
        self.foot_box.hide()
        lay(self, col(head, (self.table, 1), self.foot_box, gap=0, margins=INSIDE))

    def show_lines(self, title: str, badge: tuple[Mark, str], note: str, lines: tuple[vm.CriterionLine, ...]) -> None:
        """Show the conditions of one line of the page."""
        self._title.setText(title)
        self._badge.set(*badge)
        self._badge.setVisible(bool(badge[1]))
        self._note.setText(note)
        self.setAccessibleName(tr("依据 {title}", title=title))
        self.table.set_rows(lines)


class StandardCard(QFrame):
    """One standard: what it leaves open at left, its conditions at right."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.facts = TitledCard(framed=False)
        self.facts.setFixedWidth(FACTS_W)
        self.table = DataTable(vm.RULE_COLUMNS, lambda c: c.number, name=tr("标准的条件"))
        lay(self, row(self.facts, (self.table, 1), gap=0, margins=(1, 1, 1, 8)))

    def show_standard(self, item: vm.StandardItem) -> None:
        """Show one standard."""
        s = item.standard
        self.setAccessibleName(s.title)
        self.facts.say(s.title, s.tier)
        items: list[Item] = [_fact(name, said) for name, said in vm.standard_facts(item)]
        items += [4, label(tr("未定 {n} 点", n=len(s.open_points)), "note")]
        items += [label(f"{n}. {said}", wrap=True) for n, said in enumerate(s.open_points, start=1)]
        self.facts.fill(*items, None)
        self.table.set_rows(vm.standard_lines(s))


def _fact(name: str, said: str) -> QFrame:
    left = label(name, "note")
    left.setFixedWidth(72)
    left.setAlignment(Qt.AlignmentFlag.AlignTop)
    left.setContentsMargins(0, 2, 0, 0)
    return box(row(left, (label(said, wrap=True), 1), gap=8))


class LadderCard(QFrame):
    """The ladder: cohorts as a picture at left, the same as figures at right; a click on a bar finds its line."""

    def __init__(self, table: DataTable[LadderLine]) -> None:
        super().__init__()
        self._table = table
        self.view = SceneView()
        self.view.clicked.connect(lambda key: self._table.select_key(key))
        self._order = ElidedLabel("", "note")
        holder = box(col(self.view, None, margins=(16, 0, 16, 12)))
        head = box(row(label(tr("阶梯图"), "h3"), (self._order, 1), margins=(16, 0, 12, 0)), height=44)
        left = box(col(head, (ScrollingPart(holder), 1), gap=0, margins=INSIDE), "card")
        nothing = empty_state(tr("还没有可比的年份"), tr("入列的企业过了一个年末才看得出升降；认定与决定登记后逐年累积。"))
        right = card(tr("逐年"), TablePane(table, empty=nothing), note=tr("家"))
        right.setFixedWidth(540)
        self._left = left
        lay(self, row((left, 1), right, gap=12))

    def show_steps(self, steps: tuple[Step, ...], order: str) -> None:
        """Show the cohorts, and where the order of tiers is from."""
        self._order.setText(tr("按入列年份分组；升降按{order}", order=order))
        self._left.setVisible(bool(steps))

        def lay_out(width: float, _height: float) -> Scene:
            return ladder_chart(steps, width)

        self.view.setFixedHeight(int(ladder_chart(steps, 400).height) + 2)
        self.view.show_layout(lay_out)


class DecideDialog(Dialog):
    """One act on some proposals: its name and count, what follows from it, and the reason without which it is not done."""

    def __init__(
        self, parent: QWidget, act: str, names: str, consequence: str, on_decided: OnDecided, *, starts: Month | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(worded(act))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self._on_decided = on_decided
        self.reason = _field(tr("理由（必填）"), tr("例如：园方材料已核"))
        self.starts = _field(tr("生效月"), "2026-10") if starts else None
        self.ends = _field(tr("有效至（可空）"), "2028-12-31") if starts else None
        self.fault = label("", "fault")
        self.act = button(act, self._accept, role="primary")
        self.act.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        items: list[Item] = [label(act, "h2"), label(names, wrap=True), label(consequence, "sub", wrap=True), 4]
        if self.starts is not None and self.ends is not None:
            self.starts.setText(str(starts))
            self.starts.setFixedWidth(120)
            self.ends.setFixedWidth(160)
            first = col(label(tr("生效月"), "note"), self.starts, gap=4)
            items.append(row(first, col(label(tr("有效至（可空）"), "note"), self.ends, gap=4), None, gap=12))
        items += [label(tr("理由（必填）"), "note"), self.reason, self.fault, 4]
        lay(self, col(*items, row(None, cancel, self.act), gap=6, margins=(20, 16, 20, 16)))
        for field in (self.reason, self.starts, self.ends):
            if field is not None:
                field.textChanged.connect(lambda _: self._follow())
        self._follow()
        self.reason.setFocus()

    def _read(self) -> tuple[str, Month | None, date | None]:
        """What is filled in; Refused with what is wrong."""
        reason = self.reason.text().strip()
        if not reason:
            raise Refused(tr("填写理由后可提交"))
        if self.starts is None or self.ends is None:
            return reason, None, None
        try:
            start = Month.parse(self.starts.text().strip())
        except ValueError:
            raise Refused(tr("生效月写作 2026-10")) from None
        text = self.ends.text().strip()
        try:
            end = date.fromisoformat(text) if text else None
        except ValueError:
            raise Refused(tr("有效至写作 2028-12-31")) from None
        if end is not None and end < start.first_day:
            raise Refused(tr("有效至早于生效月"))
        return reason, start, end

    def _follow(self) -> None:
        try:
            self._read()
        except Refused as why:
            given = bool(self.reason.text().strip())  # before that nothing is wrong, only not yet there
            restyle(self.fault, "role", "fault" if given else "note")
            self.fault.setText(f"■ {why.what}" if given else why.what)
            self.act.setEnabled(False)
        else:
            self.fault.setText("")
            self.act.setEnabled(True)

    def _accept(self) -> None:
        self._on_decided(*self._read())
        self.accept()


def _field(name: str, hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    return field
