"""审计备份: what was done by whom and taking it back, whether the record holds, copies, months, and one-file transfer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QFileDialog

from zgc_desktop.domain.backup_rota import BackupItem
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.journal import Audit
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Operation
from zgc_desktop.ui.pages import audit_work as work
from zgc_desktop.ui.pages.audit_exchange import ExchangeTab
from zgc_desktop.ui.pages.audit_parts import BackupsTab, HistoryTab, MonthsTab, TransferTab
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.tabbed import Part, TabbedPage, widget_of
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import audit as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.transfer import Transferred

HISTORY, BACKUPS, MONTHS, EXCHANGE, TRANSFER = range(5)
PACKAGES = "exchange"
"""What another page points at for the list of packages."""
ALL = ChangeSummary("")
"""Names no subject: every page reads again."""
T = TypeVar("T")


class AuditPage(TabbedPage):
    """Five tabs; every write anywhere makes the history stale."""

    subjects = frozenset(
        {
            "submissions", "companies", "leads", "cases", "settlement", "tiers", "clusters", "rules", "reports", "issues",
            "settings", "backup", "months", "exchange",
        }
    )  # fmt: skip

    history, backups, months = widget_of(HISTORY), widget_of(BACKUPS), widget_of(MONTHS)
    exchange, transfer = widget_of(EXCHANGE), widget_of(TRANSFER)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("审计备份"), titles())
        self.seen: work.Seen | None = None

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def look(self, ctx: AppContext) -> work.Seen:
        """History, copies and months; for a worker."""
        return work.look(ctx)

    def read(self) -> None:
        """Read the page, and the packages where their tab was looked at."""
        super().read()
        if self.is_made(EXCHANGE):
            self.exchange.read()

    @writes
    def receive_files(self, files: Sequence[Path]) -> None:
        """Take exchange packages in."""
        if self.built:
            self.exchange.take_in(files)

    def show_target(self, target: object) -> None:
        """Show a step by its number, a month with its exceptions, or the list of packages."""
        if self.built and target == PACKAGES:
            self.tabs.choose(EXCHANGE)
        if self.built and isinstance(target, Month):
            self.tabs.choose(MONTHS)
            self.months.show_month(target)
        if self.built and isinstance(target, int):
            self.tabs.choose(HISTORY)
            self.history.table.select_key(target)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        mine = {key: do for key, do in super().offers().items() if key != "export"}  # the record leaves with its workspace
        return {**mine, "history": lambda: self.tabs.choose(HISTORY) if self.built else None}

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """What the five tabs share."""
        self.seen = None
        self.strip = ProgressStrip()
        self.strip.cancelled.connect(self.shell.operations.cancel_all)
        kept_as = ("audit", "audit_backups", "audit_months", "audit_exchange")
        self.lay_out(kept_as, tr("内容、理由、谁"), strip=self.strip)

    def make_part(self, n: int) -> Part:
        """One of the tabs."""
        if n == TRANSFER:
            return Part(TransferTab(self._export, self._import))
        made: Any
        if n == HISTORY:
            made = HistoryTab(self._read_step, self._undo, self._redo, self._verify)
        elif n == BACKUPS:
            made = BackupsTab(self._take_backup, self._check_backup, self._restore)
        elif n == MONTHS:
            made = MonthsTab(self._put_month, self._grant, self._end_exception)
        else:
            made = ExchangeTab(self.shell, self.session, self.ribbon)
        return Part(made, made.table)

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: work.Seen) -> None:
        """Show what was read."""
        self.seen = seen
        for n in (HISTORY, BACKUPS, MONTHS):
            if self.is_made(n):
                self.show_part(n)
        mine = tr("各台电脑轮流写入") if seen.on_server else tr("写入权在本窗口：{who}", who=seen.who)
        self.note.setText(seen.read_only or mine)

    def show_part(self, n: int) -> None:
        """Show what was read in one tab; the packages are read when their tab is looked at."""
        tab: Any = self.part(n).widget
        if n == EXCHANGE:
            tab.read()
        elif n != TRANSFER and self.seen is not None:
            tab.show_seen(self.seen)

    def show_tab(self, n: int) -> None:
        """Show a tab; the last one has nothing to search in."""
        super().show_tab(n)
        self.search.setVisible(n != TRANSFER)

    def _read_step(self, seq: int) -> None:
        def show(detail: work.Detail) -> None:
            if self.history.table.current_key() == detail.step.seq:
                self.history.show_detail(detail)

        self.session.read(
            self.shell.operations, tr("读取一步"), lambda ctx: work.detail(ctx, seq), show, self.trouble, owner=self
        )

    # ---- acting ------------------------------------------------------------------------------------------------------------

    @writes
    def _undo(self, seq: int, together: bool, reason: str) -> None:
        self._run(tr("撤销"), work.undo_step(seq, together, reason), self._tell)

    def _redo(self, seq: int) -> None:
        self._run(tr("恢复操作"), work.redo_step(seq), self._tell)

    def _verify(self, anchor: str) -> None:
        def done(found: Audit) -> None:
            said = vm.audit_sentence(found)
            if found.sound:
                self.ribbon.locked(f"✓ {said}", tr("收起"), self.ribbon.hide)
            else:
                self.ribbon.trouble(said, tr("收起"), self.ribbon.hide)

        self._run(tr("完整性检查"), work.verify(anchor), done, strip=True)

    @writes
    def _take_backup(self) -> None:
        def done(made: tuple[BackupItem, Path | None]) -> None:
            item, copy = made
            said = tr("已备份 {name}", name=item.name)
            self.shell.announce(ChangeSummary(said, subjects=frozenset({"backup"})))
            self.shell.say(said + (tr("，另存于 {path}", path=copy.parent) if copy is not None else ""))

        self._run(tr("备份"), work.take_backup, done)

    def _check_backup(self, name: str) -> None:
        def done(problems: tuple[str, ...]) -> None:
            if problems:
                self.ribbon.trouble(tr("{name} 不完整：{why}", name=name, why=problems[0]), tr("收起"), self.ribbon.hide)
            else:
                self.ribbon.locked(tr("✓ {name} 完整，可以恢复", name=name), tr("收起"), self.ribbon.hide)

        self._run(tr("校验备份"), work.verify_backup(name), done)

    def _restore(self, name: str, reason: str) -> None:
        def done(_: object) -> None:
            self.shell.announce(ALL)
            self.shell.say(tr("已恢复到 {name}；恢复前的状态另有备份", name=name))

        self._run(tr("恢复备份"), work.restore(name, reason), done, strip=True)

    def _put_month(self, month: Month, state: MonthState, reason: str) -> None:
        self._run(tr("改月份状态"), work.put_month(month, state, reason), self._tell)

    def _grant(self, month: Month, person: str, park: str, reason: str, until: date) -> None:
        self._run(tr("登记例外"), work.grant(month, person, park, reason, until), self._tell)

    def _end_exception(self, number: int) -> None:
        self._run(tr("结束例外"), work.end_exception(number), self._tell)

    def _export(self) -> None:
        assert self.seen is not None
        usual = f"统筹台工作区_{self.seen.now:%Y%m%d}.zip"
        file, _ = QFileDialog.getSaveFileName(self, tr("导出工作区"), usual, "zip (*.zip)")
        if file:
            self._run(tr("导出工作区"), work.export_to(Path(file)), self._exported, strip=True)

    def _exported(self, made: Transferred) -> None:
        self.shell.say(tr("已导出 {n} 个文件到 {path}", n=made.files, path=made.file))

    def _import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("导入工作区"), "", "zip (*.zip)")
        folder = QFileDialog.getExistingDirectory(self, tr("解到哪个空文件夹")) if file else ""
        if file and folder:
            job = work.import_from(Path(file), Path(folder))
            self._run(tr("导入工作区"), job, lambda made: self.session.reopen(made.workspace), strip=True)

    def _run(self, title: str, job: SessionWork[T], done: Callable[[T], object], *, strip: bool = False) -> None:
        operation: Operation[T] = self.session.run(self.shell.operations, title, job, done, self.trouble, owner=self)
        if strip:
            self.strip.start(title)
            operation.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
            operation.ended.connect(self.strip.finish)

    def _tell(self, change: ChangeSummary) -> None:
        self.shell.announce(ALL)
        self.shell.say(change.sentence)


def titles() -> list[str]:
    """The tabs."""
    return [tr("操作记录"), tr("备份"), tr("月份"), tr("交换"), tr("整体导出导入")]
