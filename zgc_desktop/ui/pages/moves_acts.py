"""What can be done with a lead or a case of 迁移协调: each act asks first where it needs a word, then writes, then says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit

from zgc_desktop.domain.case_events import CaseEvent
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.moves import BaseYear, CaseState, Lead, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import moves_dialogs as ask
from zgc_desktop.ui.pages import moves_files as files
from zgc_desktop.ui.pages import moves_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.moves_work import Seen
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import button
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import moves as vm
from zgc_desktop.viewmodels.table import Change, Pasted

if TYPE_CHECKING:
    from zgc_desktop.domain.monthly_sheets import AgendaItem
    from zgc_desktop.services.case_record import History

SUBJECTS = frozenset({"cases", "leads", "companies", "settlement", "reports"})
MOST_TOLD = 6
LANDED = (CaseState.LANDED, CaseState.SHARING)


class MoveActs(Page):
    """The acts, on whatever lead or case is selected."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self.seen: Seen | None = None
        self.history: History | None = None
        self.ribbon = Ribbon()
        self._key = ""
        self._busy = False

    def case(self, key: str = "") -> MoveCase | None:
        """The case of a ticket, of the selected one unless told which."""
        cases = self.seen.cases if self.seen is not None else ()
        return next((c for c in cases if c.id == (key or self._key)), None)

    def lead(self, key: str = "") -> Lead | None:
        """The lead of a ticket, of the selected one unless told which."""
        leads = self.seen.leads if self.seen is not None else ()
        return next((x for x in leads if vm.lead_key(x) == (key or self._key)), None)

    @writes
    def ask_new(self, code: str = "") -> None:
        """Open a case by hand, for a company where it is known."""
        if self.seen is not None:
            edit = ask.new_case(self, self.seen.parks, self._new).edits["code"]
            if isinstance(edit, QLineEdit):
                edit.setText(code)

    def _new(self, code: str, out: str, into: str, day: date | None) -> None:
        self._start(tr("立案"), work.open_case(code, out, into, day), tr("已立案：{out} → {into}", out=out, into=into))

    @writes
    def ask_lead(self) -> None:
        """Open a case from the selected lead."""
        lead = self.lead()
        if lead is None or lead.id is None or lead.case_id:
            self.shell.say(tr("先选一条未立案的线索"))
            return
        number, name = lead.id, lead.name
        ask.from_lead(
            self, lead, lambda out: self._start(tr("立案"), work.open_from_lead(number, out), tr("已立案：{name}", name=name))
        )

    @writes
    def ask_describe(self) -> None:
        """Add what is known of the case."""
        case = self._open_case()
        if case is not None:
            ask.describe(self, case, lambda *told: self._describe(case, *told))

    def _describe(
        self, case: MoveCase, nature: str | None, kind: str | None, day: date | None, full: date | None, note: str | None
    ) -> None:
        task = work.describe(case.id, nature, kind, day, full, note)
        self._start(tr("补充案情"), task, tr("已补充 {case} 的案情", case=case.id))

    @writes
    def ask_base(self) -> None:
        """Register the base years of the case."""
        case = self._open_case()
        if case is not None:
            ask.base(self, case, lambda years: self._base(case, years))

    def _base(self, case: MoveCase, years: tuple[BaseYear, ...]) -> None:
        said = tr("已登记 {case} 的 {n} 年基数", case=case.id, n=len(years))
        self._start(tr("登记基数"), work.record_base(case.id, years), said)

    @writes
    def ask_say(self) -> None:
        """Record what a side says of the case."""
        case = self._open_case()
        if case is None or self.history is None or self.seen is None:
            return
        sides = {x.side: x.party for x in self.history.lanes}
        ask.say(self, case, sides, self.seen.person, lambda *told: self._said(case, *told))

    def _said(self, case: MoveCase, party: str, answer: str, person: str, reason: str) -> None:
        said = tr("已记录 {party}：{answer}", party=party, answer=answer)
        self._start(tr("记录意见"), work.say(case.id, party, answer, person, reason), said)

    @writes
    def advance(self) -> None:
        """Move the case to the next state."""
        case = self.case()
        to = vm.next_state(case) if case is not None else None
        if to is None:
            self.shell.say(tr("没有可推进的案件；办理中的案件下一步是落地"))
        else:
            self.move_to(to)

    @writes
    def move_to(self, to: CaseState) -> None:
        """Move the case forward to a state."""
        case = self.case()
        if case is not None:
            said = tr("{case} 已转{state}", case=case.id, state=to.value)
            self._start(tr("推进"), work.advance(case.id, to), said)

    @writes
    def ask_land(self) -> None:
        """Say what landing does, and land."""
        case = self.case()
        if case is None or case.state not in vm.UNDER_WAY:
            self.shell.say(tr("先选一件在办案件"))
        elif vm.lacks(case):
            self.shell.say(tr("{case} 落地还缺{what}", case=case.id, what="、".join(vm.lacks(case))))
        else:
            said = tr("{case} 已落地，{name}归{park}", case=case.id, name=case.name, park=case.to_park)
            ask.land(self, case, lambda: self._start(tr("落地"), work.land(case.id), said))

    @writes
    def ask_withdraw(self) -> None:
        """Withdraw the case, with a reason."""
        case = self.case()
        if case is None or case.state not in vm.UNDER_WAY:
            self.shell.say(tr("先选一件在办案件"))
            return
        said = tr("{case} 已撤回", case=case.id)
        ask.withdraw(self, case, lambda why: self._start(tr("撤回"), work.withdraw(case.id, why), said))

    @writes
    def ask_event(self) -> None:
        """Record what happened to a landed case: returned, registered anew, split, closed."""
        case = self.case()
        if case is None or case.state not in LANDED:
            self.shell.say(tr("落地之后才有事件可登记"))
        else:
            files.event(self, case, self._event)

    def _event(self, told: CaseEvent) -> None:
        said = tr("已登记 {case} 的事件", case=told.case_id)
        self._start(tr("登记事件"), work.event(told), said)

    @writes
    def ask_attach(self, dropped: Sequence[Path] = ()) -> None:
        """Keep files with the case: those dropped on it, else those chosen now."""
        case = self.case()
        if case is None:
            self.shell.say(tr("先选一件案件；线索立案后才能附文件"))
            return
        chosen = [Path(f) for f in (dropped or QFileDialog.getOpenFileNames(self, tr("附到 {case}", case=case.id))[0])]
        if not chosen:
            return
        told: list[tuple[Path, str]] = []

        def take(file: Path, about: str) -> None:
            told.append((file, about))
            if len(told) == len(chosen):
                said = tr("已附 {n} 个文件到 {case}", n=len(told), case=case.id)
                self._start(tr("附文件"), work.attach(case.id, tuple(told)), said)

        files.attach(self, case.id, chosen, take)

    def show_files(self) -> None:
        """The attachments of the case in the drawer."""
        if self.history is None:
            self.shell.say(tr("先选一件案件"))
            return
        case = self.history.case
        body = files.files_body(self.history.events, lambda kept: self._write(tr("打开附件"), work.copy_of(case.id, kept)))
        self.shell.show_drawer(tr("附件"), f"{case.id}　{case.name}", body, (button(tr("加附件…"), self.ask_attach),))

    def export_history(self) -> None:
        """Write the case's history into the outbox and open it."""
        if self.history is None:
            self.shell.say(tr("先选一件案件"))
        else:
            self._write(tr("导出案卷历史"), work.export_history(self.history.case.id))

    @writes
    def change_cell(self, change: Change, fault: str) -> None:
        """A cell of the list edited in place."""
        if fault:
            self.shell.say(tr("没有改：{why}", why=fault))
        else:
            self._start(tr("补充案情"), work.change_cells((change,)), tr("已补充 {case} 的案情", case=change.key))

    @writes
    def ask_paste(self, block: Pasted) -> None:
        """A pasted or filled block: how many cells would change and which not, before any does."""
        if not block.taken:
            self.shell.say(tr("没有可改的格：{why}", why=block.refused[0] if block.refused else tr("内容相同")))
            return
        n, m = len(block.taken), len(block.refused)
        head = tr("可改 {n} 格，不改 {m} 格：", n=n, m=m) if m else tr("可改 {n} 格", n=n)
        rest = (tr("等 {n} 格", n=m),) if m > MOST_TOLD else ()
        said = "\n".join((head, *block.refused[:MOST_TOLD], *rest))
        task = work.change_cells(block.taken)
        act = tr(block.act)
        title = tr("{act} {n} 格", act=act, n=n)
        Ask(self, title, said, (), lambda _: self._start(act, task, tr("已改 {n} 格", n=n))).open()

    def write_slip(self) -> None:
        """生成案卷回执: the case's slip as PDF."""
        case, month = self.case(), self.shell.month
        if case is None or month is None:
            self.shell.say(tr("先选一件案件"))
        else:
            self._write(tr("生成案卷回执"), work.write_slip(month, case.id))

    @writes
    def ask_agenda(self) -> None:
        """列入题单: the selected case or lead, with what the meeting is asked to decide."""
        case, lead, month = self.case(), self.lead(), self.shell.month
        if month is None or (case is None and lead is None):
            self.shell.say(tr("先选一件案件或一条线索"))
            return
        self.ask_agenda_of(
            month, case.id if case is not None else self._key, case.name if case is not None else lead.name if lead else ""
        )

    @writes
    def ask_agenda_of(self, month: Month, about: str, name: str) -> None:
        """What the meeting is asked to decide of a case or lead, also of one over the city's border."""
        said = tr("{name} 列在 {month} 题单之末，可调整次序或撤下；事实取自案卷。", name=name, month=month)
        fields = (Field("proposal", tr("提请议定"), hint=tr("如 请议定是否进入分享"), required=True),)
        done = tr("已列入 {month} 题单", month=month)

        def put(a: Answers) -> None:
            self._on_agenda(work.put_on_agenda(month, about, a["proposal"], "", ()), done)

        Ask(self, tr("列入题单"), said, fields, put).open()

    @writes
    def ask_matter(self) -> None:
        """A matter of its own for the meeting, in words."""
        month = self.shell.month
        if month is None:
            return
        fields = (
            Field("facts", tr("事实"), required=True),
            Field("parties", tr("涉及各方（可不填，以、分隔）")),
            Field("proposal", tr("提请议定"), required=True),
        )

        def put(a: Answers) -> None:
            parties = tuple(p.strip() for p in a["parties"].replace("，", "、").split("、") if p.strip())
            task = work.put_on_agenda(month, "", a["proposal"], a["facts"], parties)
            self._on_agenda(task, tr("已列入 {month} 题单", month=month))

        Ask(self, tr("列入事项"), tr("列在 {month} 题单之末，可调整次序或撤下。", month=month), fields, put).open()

    @writes
    def ask_take_off(self, item: AgendaItem) -> None:
        """Take a question off that was put there by hand."""
        month = self.shell.month
        if month is not None:
            fields = (Field("reason", tr("理由（可不填）")),)
            Ask(
                self, tr("撤下这一题"), item.facts, fields,
                lambda a: self._on_agenda(work.take_off_agenda(month, item.entry, a["reason"]), tr("已撤下一题")),
            ).open()  # fmt: skip

    @writes
    def move_on_agenda(self, number: int, by: int) -> None:
        """Up or down among the questions by hand."""
        if self.shell.month is not None:
            self._on_agenda(work.move_on_agenda(self.shell.month, number, by), tr("已调整题单次序"))

    def _on_agenda(self, task: SessionWork[object], said: str) -> None:
        if not self._busy:
            self._busy = True
            summary = ChangeSummary(said, subjects=frozenset({"agenda"}), changed=1)
            self._session.run(
                self.shell.operations, tr("题单"), task, lambda _: self._agenda_done(summary), self._not_done, owner=self
            )

    def _agenda_done(self, change: ChangeSummary) -> None:
        self._busy = False
        self.ribbon.hide()
        self.shell.announce(change)
        self.shell.say(change.sentence)

    def write_agenda(self) -> None:
        """The month's agenda as PDF, opened to be printed."""
        if self.shell.month is not None:
            self._write(tr("生成题单"), work.write_agenda(self.shell.month))

    @writes
    def look_for_leads(self) -> None:
        """Compare the month's submissions anew: new leads appear, those no longer seen go."""
        if self.shell.month is not None:
            said = tr("已重新比对 {month}", month=self.shell.month)
            self._start(tr("比对"), work.reconcile_again(self.shell.month), said)

    def _write(self, title: str, task: SessionWork[Path]) -> None:
        self._session.run(self.shell.operations, title, task, self._written, self._not_done, owner=self)

    def _written(self, path: Path) -> None:
        self.shell.say(tr("已导出：{name}", name=path.name))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)

    def _open_case(self) -> MoveCase | None:
        case = self.case()
        if case is None or case.state in (CaseState.WITHDRAWN, CaseState.CLOSED):
            self.shell.say(tr("先选一件未办结的案件"))
            return None
        return case

    def _start(self, title: str, task: SessionWork[object], said: str) -> None:
        if not self._busy:
            self._busy = True
            self._session.run(self.shell.operations, title, task, lambda _: self._done(said), self._not_done, owner=self)

    def _done(self, said: str) -> None:
        self._busy = False
        self.history = None
        self.ribbon.hide()
        self.shell.announce(ChangeSummary(said, subjects=SUBJECTS, changed=1))
        self.shell.say(said)

    def _not_done(self, failure: Failure) -> None:
        self._busy = False
        if failure.kind != "cancelled":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)
