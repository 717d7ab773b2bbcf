"""我的报送: take last month, fill in Excel, self-check, stamp and pack, then the receipts and return files of the city."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QFrame

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.audit_exchange import month_fault
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.pages.park_parts import ExchangePage, FactsCard
from zgc_desktop.ui.pages.tabbed import Act, Part, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import park as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

CHECK, SENT, RETURNED = range(3)
BOOKS = "Excel (*.xlsx *.xlsm *.xls *.csv *.ods)"


class ParkReportPage(ExchangePage):
    """The file in hand with what the city's checks find in it; what was sent and what the city said; files it sent back."""

    subjects = frozenset({"exchange", "submissions", "rules", "settings"})
    issues, editions, returned = table_of(CHECK), table_of(SENT), table_of(RETURNED)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("我的报送"), [tr("自检"), tr("报出与回执"), tr("退回件")])
        self.seen: work.ReportSeen | None = None
        self.file: vm.FileSeen | None = None

    def look(self, ctx: AppContext) -> work.ReportSeen:
        """What was sent and what came back; for a worker."""
        return work.report(ctx)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().offers(), "save": self.pack_file, "next_issue": lambda: self._step(1)}

    def receive_files(self, files: Sequence[Path]) -> None:
        """Packages are taken in; a workbook becomes the file in hand."""
        zips = [f for f in files if f.suffix.lower() == ".zip"]
        if zips:
            self.take_in(zips)
        elif files:
            self.check(files[0])

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Three lists and the card behind them."""
        self.facts = FactsCard()
        kept_as = ("park_issues", "park_editions", "park_returns")
        self.lay_out(kept_as, tr("企业、问题、文件"), self.card(self.facts.frame))

    def make_part(self, n: int) -> Part:
        """One of the lists."""
        columns: tuple[Any, Callable[[Any], Any]] = (
            (vm.ISSUE_COLUMNS, lambda x: x.number),
            (vm.EDITION_COLUMNS, lambda e: e.package),
            (vm.FILE_COLUMNS, lambda x: x.key),
        )[n]
        return self.list_part(n, DataTable(*columns, name=self.titles[n]), self._empty(n))

    def _empty(self, n: int) -> QFrame:
        if n == CHECK:
            said = tr("取上月生成模板，在 Excel 或 WPS 里填好，再选文件自检；与市级接收时同一套校验。")
            return empty_state(tr("还没有自检的文件，或没有问题"), said, act=tr("选择填好的文件…"), on_act=self.choose_file)
        if n == SENT:
            return empty_state(tr("还没有报出"), tr("自检后盖章打包，把 zip 发给市级；市级的回执包收进来后在这里对上。"))
        return empty_state(tr("没有退回件"), tr("市级退回时，回执退回包里带着标好问题的文件。"))

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: work.ReportSeen) -> None:
        """Show what was read."""
        self.seen = seen
        self.note.setText(tr("{park}　{month} 月报", park=seen.me, month=seen.month))
        issues = vm.issue_lines(self.file.issues) if self.file else ()
        self.fill((issues, seen.editions, seen.returns))

    def follow(self) -> None:
        """Show the file in hand, or what stands behind the chosen line."""
        line: Any = self.current()
        if self.tab == CHECK:
            self.facts.show(self.file.facts if self.file else ())
            self.say(self.file.name if self.file else tr("还没有选文件"), self.file.sentence if self.file else "")
        elif self.tab == SENT:
            self.facts.show(vm.edition_facts(line) if line else ())
            self.say(line.file_name if line else "", line.state if line else "")
        else:
            self.facts.show((("来自", line.package.file_name),) if line else ())
            self.say(line.name if line else "", "")
        self.offer()

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def acts_of(self) -> list[Act]:
        """What can be done in the tab, the most likely first."""
        line: Any = self.current()
        come: Act = (tr("收市级的包…"), self.choose_packages)
        if self.tab == CHECK:
            acts: list[Act] = []
            if self.file is not None and self.file.sendable:
                acts.append((tr("盖自检章并打包…"), self.pack_file))
            acts += [(tr("选择填好的文件…"), self.choose_file)]
            if self.file is not None:
                acts.append((tr("重新自检"), self.check_again))
            return [*acts, (tr("取上月生成模板…"), self.take_last_month), come]
        if self.tab == SENT and line is not None:
            return [come, (tr("原包再写一份…"), lambda: self.pack(tr("原包再写一份"), lambda f: work.again(line.package, f)))]
        if self.tab == RETURNED and line is not None:
            return [(tr("取出退回件…"), lambda: self.take_out(line.package.id, [line.part])), come]
        return [come]

    def take_last_month(self) -> None:
        """Ask for the month, then write its template with last month's companies in it."""
        assert self.seen is not None
        said = tr("模板里已有上次报出的企业，灰字为上次的数；在 Excel 或 WPS 里改好、存盘。")
        field = Field("month", tr("月份"), str(self.seen.month), required=True, hint="2026-10")
        Ask(self, tr("取上月生成模板"), said, (field,), self._write_template, check=month_fault).open()

    def _write_template(self, given: Mapping[str, str]) -> None:
        assert self.seen is not None
        month = Month.parse(given["month"])
        usual = f"中关村月报_{self.seen.me}_{month}.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, tr("模板写到"), usual, "Excel (*.xlsx)")
        if name:
            done = lambda path: self.shell.say(tr("模板已写到 {path}", path=path))  # noqa: E731
            self.start(tr("生成模板"), work.write_template(month, Path(name)), done)

    def choose_file(self) -> None:
        """Ask for the filled-in file and check it."""
        name, _ = QFileDialog.getOpenFileName(self, tr("填好的报送文件"), "", BOOKS)
        if name:
            self.check(Path(name))

    def check_again(self) -> None:
        """Check the file in hand as it is now."""
        if self.file is not None:
            self.check(Path(self.file.path))

    def check(self, path: Path) -> None:
        """Check a file with the very checks of the city's receiving; nothing is written."""

        def done(found: vm.FileSeen) -> None:
            self.file = found
            if self.built:
                self.ribbon.hide()
                self.tabs.choose(CHECK)
                self.refresh()

        self.start(tr("自检"), work.check_file(path), done)

    @writes
    def pack_file(self) -> None:
        """Stamp and pack the file in hand; with errors only with a reason."""
        if self.file is None or not self.file.sendable:
            return
        errors = self.file.counts[0]
        if not errors:
            self._pack("")
            return
        said = tr("自检还有 {n} 项错误。先报的，市级看得到“自检有错误”和这里写的理由。", n=errors)
        field = Field("reason", tr("为什么先报"), required=True)
        Ask(self, tr("有错误仍先报送"), said, (field,), lambda a: self._pack(a["reason"])).open()

    def _pack(self, reason: str) -> None:
        assert self.file is not None
        path = Path(self.file.path)
        self.pack(tr("盖自检章并打包"), lambda folder: work.pack_submission(path, folder, reason))

    def _packed(self, sent: Any) -> None:
        super()._packed(sent)
        self.check_again()
