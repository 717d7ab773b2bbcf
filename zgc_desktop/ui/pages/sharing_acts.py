"""What can be done with a month of 税收分享: computed, confirmed, differed about, ruled on, locked, written out, simulated."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure, Operation
from zgc_desktop.ui.pages import sharing_dialogs as ask
from zgc_desktop.ui.pages import sharing_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.sharing_what_if import WhatIfTab
from zgc_desktop.ui.pages.sharing_work import Seen
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon
from zgc_desktop.ui.widgets.basic import Button
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels.sharing_plans import Plan

SUBJECTS = frozenset({"settlement", "reports", "cases"})


class SharingActs(Page):
    """The acts; each asks first where it needs a word, then writes, then says so."""

    ribbon: Ribbon
    strip: ProgressStrip
    confirm: Button
    differ: Button
    lock: Button

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self.seen: Seen | None = None
        self._writing: Operation[object] | None = None

    @property
    @abstractmethod
    def what_if(self) -> WhatIfTab:
        """模拟."""

    @abstractmethod
    def _buttons(self) -> None:
        """Set the buttons by what can be done now."""

    @abstractmethod
    def _written(self, path: Path) -> None:
        """Say where a paper was written, and open it."""

    @writes
    def settle(self) -> None:
        """Compute the month and keep it as its trial run."""
        seen = self.seen
        if seen is None or seen.locked or self._writing is not None:
            if seen is not None and seen.locked:
                self.shell.say(tr("{month} 已锁定，不再试算", month=seen.month))
            return
        month = seen.month

        self._start(tr("试算"), work.settle(month), tr("已试算 {month} 税收分享", month=month))

    @writes
    def ask_confirm(self) -> None:
        """Ask which district confirms, and who."""
        if self.seen is not None and self.seen.view is not None and self.confirm.isEnabled():
            ask.confirm(self, self.seen.view.lines, self.seen.month, self._confirm)

    def _confirm(self, party: str, case_id: str, person: str, note: str) -> None:
        month = self._month()

        said = tr("{party} {person} 已确认 {month} 结算", party=party, person=person, month=month)
        self._start(tr("登记确认"), work.confirm(month, party, case_id, person, note), said)

    @writes
    def ask_difference(self) -> None:
        """Ask which district differs on which case, and why."""
        if self.seen is not None and self.seen.view is not None and self.differ.isEnabled():
            ask.difference(self, self.seen.view.lines, self._difference)

    def _difference(self, party: str, case_id: str, person: str, reason: str, claimed_fen: int | None) -> None:
        told = work.difference(self._month(), party, case_id, person, reason, claimed_fen)
        self._start(tr("登记差异"), told, tr("已登记 {party}对 {case} 的差异", party=party, case=case_id))

    @writes
    def ask_resolve(self) -> None:
        """Ask what came of an open difference."""
        seen = self.seen
        open_ones = [d for x in seen.view.lines for d in x.open_differences] if seen is not None and seen.view else []
        if seen is None or not open_ones:
            self.shell.say(tr("本月没有未了的差异"))
            return
        ask.resolve(self, open_ones, seen.person, self._resolve)

    def _resolve(self, number: int, outcome: str, person: str, note: str) -> None:
        self._start(
            tr("处理差异"),
            work.resolve(number, outcome, person, note),
            tr("差异第 {n} 号：{outcome}", n=number, outcome=outcome),
        )

    def unruled(self) -> tuple[str, ...]:
        """Cases (number and company) whose tax is 未报 in the kept run and that nobody has ruled on."""
        if self.seen is None or self.seen.view is None:
            return ()
        ruled = {r.case_id for r in self.seen.view.rulings}
        return tuple(m for m in self.seen.view.section.missing if m.split(" ", 1)[0] not in ruled)

    @writes
    def ask_ruling(self) -> None:
        """裁定未报: who rules that the month may lock although a case's tax is not reported, and why; it stays 未报."""
        waiting = self.unruled()
        if self.seen is None or not waiting or self.seen.locked:
            self.shell.say(tr("本月试算中没有未报而待裁定的案件"))
            return
        ask.ruling(self, waiting, self.seen.month, self._rule)

    def _rule(self, case_id: str, person: str, reason: str) -> None:
        said = tr("已裁定 {case}：未报不妨碍锁定，次月跟进", case=case_id)
        self._start(tr("裁定未报"), work.rule_missing(self._month(), case_id, person, reason), said)

    @writes
    def ask_adjust(self, case_id: str = "") -> None:
        """登记调整分录: correct an earlier month's sharing of a case in this one, with reason and evidence."""
        seen = self.seen
        if seen is None:
            return
        if seen.locked:
            self.shell.say(tr("{month} 已锁定，调整分录请登记在其后的月份", month=seen.month))
        elif not seen.adjustable:
            self.shell.say(tr("没有已落地的案件，不用调整分录"))
        else:
            ask.adjust(self, seen.adjustable, seen.month, seen.person, self._adjust, chosen=case_id)

    def _adjust(self, case_id: str, about: Month, amounts: tuple[int, int], person: str, reason: str, evidence: str) -> None:
        told = work.adjust(self._month(), case_id, about, amounts, person, reason, evidence)
        said = tr("已登记 {case} 的调整分录，更正 {about}；请重新试算", case=case_id, about=about)
        self._start(tr("登记调整分录"), told, said)

    @writes
    def ask_take_back(self) -> None:
        """撤回调整分录 of this month, while it is open."""
        seen = self.seen
        if seen is None or seen.locked or not seen.postings:
            self.shell.say(tr("本月没有可撤回的调整分录"))
            return
        ask.take_back(self, seen.postings, self._take_back)

    def _take_back(self, number: int, reason: str) -> None:
        self._start(tr("撤回调整分录"), work.take_back(number, reason), tr("已撤回调整分录第{n}号；请重新试算", n=number))

    @writes
    def ask_lock(self) -> None:
        """Say what locking means, and ask who locks."""
        if self.seen is not None and self.seen.view is not None and self.lock.isEnabled():
            ask.lock(self, self.seen.view.section, self.seen.month, self.seen.person, self._lock)

    def _lock(self, person: str) -> None:
        month = self._month()

        self._start(tr("锁定"), work.lock(month, person), tr("已锁定 {month} 税收分享", month=month))

    def write_statements(self) -> None:
        """Write every district's statement and the matrix into the outbox."""
        if self.seen is None or self.seen.view is None or self._writing is not None:
            if self.seen is not None and self.seen.view is None:
                self.shell.say(tr("还没有试算，不能生成对账单"))
            return
        month = self.seen.month

        self._start(tr("生成对账单"), work.statements(month), tr("已生成 {month} 对账单与矩阵，在发出文件夹", month=month))

    def simulate(self, settings: tuple[str, ...], months: int) -> None:
        """Run every case under a changed rule."""
        if self.seen is not None:
            task = work.simulate(self.seen.month, settings, months)
            show = self.what_if.show_result
            self._session.run(self.shell.operations, tr("模拟"), task, show, self._not_done, owner=self)

    def compare_plans(self, plans: tuple[Plan, ...]) -> None:
        """Run kept plans beside the rule in force."""
        if self.seen is not None:
            task = work.compare(self.seen.month, plans)
            show = self.what_if.show_compared
            self._session.run(self.shell.operations, tr("比较方案"), task, show, self._not_done, owner=self)

    def export_simulation(self) -> None:
        """一页纸: write the simulation, or the compared plans, as one marked page and open it."""
        shown, both = self.what_if.found, self.what_if.compared
        task = work.simulation_page(shown) if shown is not None else work.plans_page(both) if both is not None else None
        if task is not None:
            self._session.run(self.shell.operations, tr("导出模拟"), task, self._written, self._not_done, owner=self)

    def _start(self, title: str, task: SessionWork[object], said: str) -> None:
        month = self._month()
        self.strip.start(title)
        self._writing = self._session.run(
            self.shell.operations, title, task, lambda _: self._done(said, month), self._not_written, owner=self
        )
        self._writing.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
        self._buttons()

    def _done(self, said: str, month: Month) -> None:
        self._end()
        self.shell.announce(ChangeSummary(said, months=frozenset({str(month)}), subjects=SUBJECTS, changed=1))
        self.shell.say(said)

    def _not_written(self, failure: Failure) -> None:
        self._end()
        self._not_done(failure)

    def _not_done(self, failure: Failure) -> None:
        if failure.kind == "cancelled":
            self.ribbon.locked(failure.sentence, tr("收起"), self.ribbon.hide)
        else:
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    def _end(self) -> None:
        self._writing = None
        self.strip.finish()
        self._buttons()

    def _cancel(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _month(self) -> Month:
        assert self.seen is not None
        return self.seen.month
