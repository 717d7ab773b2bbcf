"""The foot of 梯队评审: what can be decided on the chosen proposals, what was decided, and why nothing can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QMenu

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision, Opinion
from zgc_desktop.ui.pages.tiers_parts import DecideDialog
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button
from zgc_desktop.ui.widgets.layout import lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import tiers as vm

Items = Sequence[vm.ProposalItem]
OnDecide = Callable[[Items, str, str, Month | None, date | None], object]


class DecideBar(QFrame):
    """Buttons of a decision; what cannot be done stays visible, disabled, with the reason in words beside it."""

    def __init__(
        self,
        on_decide: OnDecide,
        on_opinion: Callable[[Items, str, str], object],
        on_take_back: Callable[[Items, str], object],
    ) -> None:
        super().__init__()
        self._on_decide, self._on_opinion, self._on_take_back = on_decide, on_opinion, on_take_back
        self.items: tuple[vm.ProposalItem, ...] = ()
        self._month: Month | None = None
        self.said = ElidedLabel("", "sub")
        self.opinion = button(tr("登记园方意见…"), self._show_opinions)
        self.opinions = QMenu(self)
        for each in Opinion:
            self.opinions.addAction(tr(f"{each.value}…"), self._opinion_asker(each))
        self.take_back = button(tr("撤回决定…"), self._ask_take_back)
        self.decisions: dict[Decision, Button] = {
            d: button(f"{d.value}…", partial(self._ask, d), role="primary" if d is Decision.AGREE else "") for d in vm.DECISIONS
        }
        order = (Decision.EVIDENCE, Decision.REFUSE, Decision.DEFER, Decision.AGREE)
        lay(self, row((self.said, 1), self.opinion, self.take_back, *(self.decisions[d] for d in order)))

    def follow(self, items: Items, month: Month, *, locked: bool) -> None:
        """Follow the chosen proposals of a month."""
        self.items, self._month = tuple(items), month
        decided = [i for i in items if i.decision is not None]
        free = bool(items) and not decided and not locked
        for decision, made in self.decisions.items():
            made.setVisible(not decided)
            made.setEnabled(free)
            kinds = {decision.word(i.proposal.kind) for i in items}
            made.setText(f"{kinds.pop() if len(kinds) == 1 else decision.value}…")
        self.take_back.setVisible(bool(decided))
        self.take_back.setEnabled(len(decided) == len(items) and not locked)
        self.opinion.setVisible(not decided)
        self.opinion.setEnabled(free)
        self.said.setText(self._sentence(len(decided), locked))

    def _sentence(self, decided: int, locked: bool) -> str:
        if locked:
            return tr("本月已锁定，不能再改意见和决定")
        if not decided:
            return (
                tr("已选 {n} 项；决定不写入认定，认定另有文件", n=len(self.items)) if len(self.items) > 1 else self._opinion()
            )
        if decided < len(self.items):
            return tr("已选 {n} 项，其中 {m} 项已有决定", n=len(self.items), m=decided)
        first = self.items[0].decision
        return first.sentence if first is not None and decided == 1 else tr("已选 {n} 项均已决定", n=decided)

    def _opinion(self) -> str:
        said = self.items[0].opinion if self.items else None
        if said is None:
            return tr("园方没有登记意见；决定不写入认定，认定另有文件")
        return tr("园方意见：{what}（{why}）", what=said.opinion.value, why=said.reason)

    # ---- asking ---------------------------------------------------------------------------------------------------------

    @writes
    def _ask(self, decision: Decision) -> None:
        items = self.items
        if not items:
            return
        starts = self._month if decision is Decision.AGREE else None
        said = tr("决定连同当时的依据一并留存，锁定之前可以撤回；不写入认定名单。")

        def decided(reason: str, start: Month | None, end: date | None) -> None:
            self._on_decide(items, decision.value, reason, start, end)

        DecideDialog(self, vm.act_words(decision, items), vm.chosen_words(items), said, decided, starts=starts).open()

    @writes
    def _show_opinions(self) -> None:
        self.opinions.popup(self.opinion.mapToGlobal(self.opinion.rect().bottomLeft()))

    def _opinion_asker(self, opinion: Opinion) -> Callable[[], None]:
        def ask() -> None:
            items = self.items
            title = tr("园方意见 {what} {n} 项", what=opinion.value, n=len(items))
            said = tr("登记园方对建议的意见；以后再登记的替代前一次，两次都留存。")
            DecideDialog(
                self, title, vm.chosen_words(items), said, lambda reason, _s, _e: self._on_opinion(items, opinion.value, reason)
            ).open()

        return ask

    @writes
    def _ask_take_back(self) -> None:
        items = self.items
        title = tr("撤回决定 {n} 项", n=len(items))
        said = tr("撤回另作一条记录，原决定保留。")
        DecideDialog(self, title, vm.chosen_words(items), said, lambda reason, _s, _e: self._on_take_back(items, reason)).open()
