"""身份核对: doubtful pairs one by one, Alt+S same, Alt+D different, Alt+L later; every decision can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout

from zgc_desktop.domain.identity import IdentityDecision, Proposal
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, action_button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, row, rule, set_role
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels import identity as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

ROW_H = 40
Decide = Callable[[Proposal, IdentityDecision, str], object]


def read_proposals(month: Month) -> Callable[[AppContext], tuple[Proposal, ...]]:
    """The pairs to decide of a month; for a worker."""

    def read(ctx: AppContext) -> tuple[Proposal, ...]:
        from zgc_desktop.services import identity

        return identity.proposals(ctx, month)

    return read


def decide(month: Month, pair: str, decision: IdentityDecision, reason: str) -> SessionWork[int]:
    """Decide a pair; gives the number to take it back by."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> int:
        from zgc_desktop.services import identity

        identity.decide(ctx, month, pair, decision, reason)
        return next(d.id for d in identity.decided(ctx) if d.pair == pair and not d.undone)

    return work


def take_back(number: int) -> SessionWork[object]:
    """Take a decision back, and the merge that rests on it."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import identity

        return identity.undo(ctx, number)

    return work


class IdentityView(QFrame):
    """One pair at a time, both records side by side with what each field says."""

    stepped = Signal()

    def __init__(self, on_decide: Decide) -> None:
        super().__init__()
        set_role(self, "card")
        self._on_decide = on_decide
        self.proposals: tuple[Proposal, ...] = ()
        self.at = 0
        self.title, self.earlier = label("", "h3"), ElidedLabel("", "note")
        self.table: DataTable[vm.Line] = DataTable(vm.COLUMNS, lambda x: x.field, name=tr("两条记录逐项对照"), row_height=ROW_H)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("依据，如 已核对营业执照"))
        self.reason.setAccessibleName(tr("判定依据"))
        self.reason.textChanged.connect(lambda _: self._follow())
        self.missing = label("", "note")
        self.same = self._act(tr("同一企业"), "Alt+S", IdentityDecision.SAME)
        self.different = self._act(tr("不同企业"), "Alt+D", IdentityDecision.DIFFERENT)
        self.later = self._act(tr("以后再定"), "Alt+L", IdentityDecision.LATER)
        self.back = self._step_action(tr("上一组"), "Alt+Left", -1)
        self.forward = self._step_action(tr("下一组"), "Alt+Right", 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._pair())
        nothing = empty_state(tr("没有待核对的企业"), tr("无代码的行、校验位不符的代码和名称相近的新企业会自动列在这里。"))
        self._stack.addWidget(nothing)
        self.setMinimumHeight(400)

    def show_proposals(self, found: tuple[Proposal, ...]) -> None:
        """Show the pairs of a month; the place in the list stays."""
        pair = self.proposal.resemblance.pair if self.proposal is not None else ""
        self.proposals = found
        self.at = next((n for n, p in enumerate(found) if p.resemblance.pair == pair), min(self.at, max(0, len(found) - 1)))
        self._show()

    @property
    def proposal(self) -> Proposal | None:
        """The pair shown."""
        return self.proposals[self.at] if self.at < len(self.proposals) else None

    def step(self, by: int) -> None:
        """To a neighbouring pair."""
        if self.proposals:
            self.at = max(0, min(len(self.proposals) - 1, self.at + by))
            self._show()

    def _pair(self) -> QFrame:
        head = row(self.title, (self.earlier, 1), action_button(self.back), action_button(self.forward), gap=8)
        keys = row(
            label(tr("依据"), "note"), (self.reason, 1), self.missing,
            action_button(self.later), action_button(self.different), action_button(self.same, role="primary"), gap=8,
        )  # fmt: skip
        top = box(col(head, margins=(16, 10, 12, 10)))
        return box(col(top, rule(), (self.table, 1), rule(), box(col(keys, margins=(16, 10, 12, 12))), gap=0, margins=INSIDE))

    def _show(self) -> None:
        shown = self.proposal
        self._stack.setCurrentIndex(0 if shown is not None else 1)
        if shown is None:
            return
        self.title.setText(vm.heading(shown, self.at, len(self.proposals)))
        self.earlier.setText(vm.earlier(shown))
        self.table.set_rows(vm.lines(shown))
        self.reason.clear()
        merges = vm.merges(shown)
        self.same.setText(tr("同一企业·合并并保留全部记录") if merges else tr("同一企业"))
        self.back.setEnabled(self.at > 0)
        self.forward.setEnabled(self.at < len(self.proposals) - 1)
        self.setAccessibleName(self.title.text())
        self._follow()
        self.stepped.emit()

    def _follow(self) -> None:
        lacks = not self.reason.text().strip()
        self.missing.setText(tr("同一、不同须写依据") if lacks else "")

    def _act(self, text: str, key: str, decision: IdentityDecision) -> QAction:
        return self._action(text, key, partial(self._decide, decision))

    @writes
    def _decide(self, decision: IdentityDecision) -> None:
        shown, reason = self.proposal, self.reason.text().strip()
        if shown is None:
            return
        if not reason and decision is not IdentityDecision.LATER:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._on_decide(shown, decision, reason)
        if decision is IdentityDecision.LATER:
            self.step(1)

    def _step_action(self, text: str, key: str, by: int) -> QAction:
        return self._action(text, key, partial(self.step, by))

    def _action(self, text: str, key: str, do: Callable[[], object]) -> QAction:
        action = Command(text, self, do)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # only while this view is shown
        self.addAction(action)
        return action
