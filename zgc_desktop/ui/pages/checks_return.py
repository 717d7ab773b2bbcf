"""The bottom strip of 校验退回: how one park's file stands, what came back, and the dialog that sends it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from zgc_desktop.domain.comparison import Compared, Verdict
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.dialog import Dialog
from zgc_desktop.ui.widgets.layout import Item, box, col, lay, row, rule, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import checks as vm
from zgc_desktop.viewmodels.columns import Mark

if TYPE_CHECKING:
    from zgc_desktop.services.compare import Comparison

MOST_LINES = 40
"""Lines of one verdict in the drawer; all of them can be copied."""
USUAL_DAYS = 5
VERDICT_MARK: dict[Verdict, Mark] = {
    Verdict.MENDED: "pass",
    Verdict.UNCHANGED: "error",
    Verdict.WRONG: "error",
    Verdict.NEW: "warn",
    Verdict.UNASKED: "warn",
}


class ParkStrip(QFrame):
    """One park's version: counts, comparison with the round before, and its two ways on."""

    park_chosen = Signal(str)
    return_asked = Signal()
    accept_asked = Signal()
    compared_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.setFixedHeight(50)
        self.state: vm.ParkState | None = None
        self.parks = QComboBox()
        self.parks.setAccessibleName(tr("分园"))
        self.parks.setFixedWidth(104)
        self.parks.activated.connect(lambda n: self.park_chosen.emit(self.parks.itemText(n)))
        self.words = label("")
        self._bar = rule(vertical=True)
        self._round = label("", "note")
        self.compared = label("")
        self.unasked = Badge("warn", "")
        self.look = button(tr("查看"), self.compared_asked.emit, role="link", tip=tr("逐项看重报改了什么"))
        self._why = ElidedLabel("", "note")
        self._why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.accept = button(tr("带问题接收…"), self.accept_asked.emit, writing=True)
        self.send = button(tr("生成退回件…"), self.return_asked.emit, writing=True, tip=tr("写出带标注的退回件（Ctrl+E）"))
        answer: list[Item] = [self._bar, self._round, self.compared, self.unasked, self.look]
        line: list[Item] = [self.parks, self.words, *answer, (self._why, 1), self.accept, self.send]
        lay(self, row(*line, gap=10, margins=(16, 0, 12, 0)))
        self._found: Comparison | None = None
        self._narrow = False
        self.show_answer(None)

    def set_narrow(self, narrow: bool) -> None:
        """With the drawer open there is no room for the comparison's counts: only its button stays."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_answer(self._found)

    def set_parks(self, parks: Sequence[str]) -> None:
        """Which parks have reported."""
        chosen = self.parks.currentText()
        with QSignalBlocker(self.parks):
            self.parks.clear()
            self.parks.addItems(list(parks))
            if chosen in parks:
                self.parks.setCurrentText(chosen)

    @property
    def park(self) -> str:
        """The park shown."""
        return self.parks.currentText()

    def show_state(self, state: vm.ParkState) -> None:
        """Where the park stands and what can be done with its file."""
        self.state = state
        with QSignalBlocker(self.parks):
            self.parks.setCurrentText(state.park)
        self.words.setText(tr("{n} 项　{said}", n=state.total, said=state.sentence) if state.total else state.sentence)
        self.send.setEnabled(not state.cannot_return)
        self.accept.setEnabled(not state.cannot_accept)
        self.accept.setText(tr("带问题接收…") if state.open_errors else tr("接受并入库"))
        tip = tr("{n} 项错误未处理，须写明理由", n=state.open_errors) if state.open_errors else tr("计入本月合计")
        self.accept.setToolTip(tip)
        why = list(dict.fromkeys(t for t in (state.cannot_accept, state.cannot_return) if t))
        self._why.setText("，".join(why))
        self.setAccessibleName(f"{state.park} {self.words.text()}")

    def show_answer(self, found: Comparison | None) -> None:
        """What the resubmission made of the return before it; nothing where there is none."""
        self._found = found
        there, wide = found is not None, not self._narrow
        self.look.setVisible(there)
        for part in (self._bar, self._round, self.compared):
            part.setVisible(there and wide)
        unasked = found.counts[Verdict.UNASKED] if found is not None else 0
        self.unasked.setVisible(unasked > 0 and wide)
        if found is not None:
            self._round.setText(tr("对比第 {n} 版", n=found.round.version))
            self.compared.setText(vm.compared_sentence(found.counts))
            self.unasked.set("warn", tr("未要求的改动 {n}", n=unasked))


def compared_list(found: Comparison) -> QFrame:
    """Every line of a comparison by verdict, for the drawer: what is still wrong first."""
    parts: list[Item] = [label(found.sentence, "sub", wrap=True), 4]
    for verdict, lines in vm.compared_groups(found.lines):
        parts += [row(Badge(VERDICT_MARK[verdict], tr("{word} {n}", word=verdict.value, n=len(lines))), None), 2]
        parts += [_compared_block(line) for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES:
            parts.append(label(tr("另有 {n} 项，可复制清单查看", n=len(lines) - MOST_LINES), "note"))
        parts.append(8)
    return box(col(*parts, None, gap=4, margins=(16, 8, 16, 12)))


def _compared_block(line: Compared) -> QFrame:
    issue = line.item.issue if line.item else line.issue
    number = f"№{line.item.number} " if line.item else ""
    parts: list[Item] = [row(label(f"{number}{line.place}"), (ElidedLabel(line.column, "note"), 1))]
    if line.company:
        parts.append(ElidedLabel(line.company, "sub"))
    parts.append(label(vm.change_words(line), wrap=True))
    if issue is not None:
        parts.append(label(issue.message, "note", wrap=True))
    if line.remark:
        parts.append(label(tr("园方说明：{said}", said=line.remark), "note", wrap=True))
    return box(col(*parts, 4, rule(soft=True), gap=2, margins=(0, 4, 0, 0)))


class ReturnDialog(Dialog):
    """生成退回件: how many items for whom, until when, why; the act and its count on the button."""

    def __init__(
        self,
        parent: QWidget,
        state: vm.ParkState,
        deadlines: Sequence[date],
        folder: str,
        on_send: Callable[[str, int], object],
    ) -> None:
        super().__init__(parent)
        act = tr("退回 {n} 项给{park}", n=state.asked, park=state.park)
        self.setWindowTitle(worded(act))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._on_send = on_send
        self.days = QComboBox()
        self.days.setAccessibleName(tr("答复期限"))
        self.days.addItems([worded(w) for w in vm.deadline_words(deadlines)])
        self.days.setCurrentIndex(min(USUAL_DAYS, len(deadlines)) - 1)
        self.reason = QLineEdit(tr("校验发现问题 {n} 项，请核对更正", n=state.asked))
        self.reason.setAccessibleName(tr("理由（必填）"))
        self.missing = label(tr("填写理由后可退回"), "note")
        self.send = button(tr("退回 {n} 项", n=state.asked), self._send, role="primary")
        self.send.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        said = tr("在原文件上标出问题并附清单；第 {n} 版退出本月合计，等待重报。", n=state.version)
        if state.undecided:
            said += tr("其中 {n} 项错误和警告还未判定，一并退回。", n=state.undecided)
        head: list[Item] = [label(act, "h2"), label(said, "sub", wrap=True), 4]
        fields: list[Item] = [label(tr("答复期限"), "note"), self.days, label(tr("理由（必填）"), "note"), self.reason]
        where = label(tr("退回件写到：{folder}", folder=folder), "note", wrap=True)
        foot = row(self.missing, None, cancel, self.send)
        lay(self, col(*head, *fields, where, 6, foot, gap=6, margins=(20, 16, 20, 16)))
        self.reason.textChanged.connect(lambda _: self._follow())
        self._follow()

    def _follow(self) -> None:
        given = bool(self.reason.text().strip())
        self.send.setEnabled(given)
        self.missing.setVisible(not given)

    def _send(self) -> None:
        self._on_send(self.reason.text().strip(), self.days.currentIndex() + 1)
        self.accept()
