"""报告中心: the month's report as a draft, looked at before it leaves; what cannot be done yet is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure, IsCancelled, Operation, Progress
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.report_preview import PdfPreview
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, card, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import Item, box, clear, col, page_body, row
from zgc_desktop.ui.widgets.marks import MarkSign
from zgc_desktop.viewmodels import reports as vm
from zgc_desktop.viewmodels.columns import Mark

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.publish import ReportStanding

SIDE = 340


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: where the report stands, and the PDF as it lies in the outbox."""

    standing: ReportStanding
    pdf: bytes
    files: tuple[vm.ReportFile, ...]


def look(ctx: AppContext, month: Month) -> Seen:
    """Read where a month's report stands; for the worker."""
    from zgc_desktop.services.publish import standing

    found = standing(ctx, month, ctx.paths.outbox)
    files = [p for p in (found.pdf, found.xlsx) if p is not None]
    facts = [(p.name, p.stat()) for p in files]
    listed = tuple(vm.ReportFile(name, s.st_size, datetime.fromtimestamp(s.st_mtime)) for name, s in facts)
    return Seen(found, found.pdf.read_bytes() if found.pdf else b"", listed)


class ReportsPage(Page):
    """One month's report: written as a draft into the outbox, and shown."""

    subjects = frozenset({"submissions", "companies", "leads", "cases", "settlement", "tiers", "clusters", "rules", "reports"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._seen: Seen | None = None
        self._fingerprint = ""
        """Of the PDF that is shown; the command line may have written another one elsewhere."""
        self._writing: Operation[object] | None = None
        self.state = ElidedLabel("", "sub")
        self.open_pdf = button(tr("打开 PDF"), lambda: self._open(self._path("pdf")))
        self.open_xlsx = button(tr("打开工作簿"), lambda: self._open(self._path("xlsx")))
        self.open_folder = button(tr("打开文件夹"), lambda: self._open(self._session.paths.outbox), icon_name="folder")
        self.write = button(tr("生成草稿"), self.write_draft, role="primary")
        tools = [self.open_folder, self.open_xlsx, self.open_pdf, self.write]
        head = page_head(tr("报告中心"), note=self.state, tools=tools)
        self.ribbon = Ribbon()
        self.strip = ProgressStrip()
        self.strip.cancelled.connect(self._cancel)
        self.preview = PdfPreview()
        self.preview.failed.connect(lambda said: self.ribbon.trouble(said))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        side = box(col(card(tr("本月月报"), self._facts, body_margins=(16, 0, 16, 14)), _not_yet(), None, gap=12), width=SIDE)
        self._right = QFrame()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._nothing())
        self.put(page_body(head, self.strip, self.ribbon, (row(side, (self._right, 1), gap=12), 1)))
        self._actions = [
            self._action(tr("生成月报草稿"), self.write_draft),
            self._action(tr("复制指纹"), self.copy_fingerprint),
        ]
        self._show(None)

    def _nothing(self) -> QFrame:
        empty = empty_state(
            tr("还没有生成月报"),
            tr("草稿按已接受的报送汇总，PDF 与工作簿数字相同；未到的分园点名列出，不按零计算。"),
            act=tr("生成草稿"),
            on_act=self.write_draft,
        )
        return plain_card(col(empty))

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: do())
        return action

    # ---- what the window asks ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        month = self.shell.month
        if month is None or not self._session.is_open:
            self._show(None)
            return
        self._session.read(
            self.shell.operations, tr("读取月报"), lambda ctx: look(ctx, month), self._show, self._trouble, owner=self
        )

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"refresh": self.write_draft, "print": lambda: self._open(self._path("pdf"))}

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen | None) -> None:
        if seen is not None and seen.standing.month != self.shell.month:
            return  # another month has been chosen meanwhile
        self._seen = seen
        standing = seen.standing if seen else None
        there = bool(seen and seen.pdf)
        if seen and there:
            self.preview.show_pdf(seen.pdf)
        written = standing.written if standing else ""
        self._fingerprint = (self.preview.keywords or written) if there else ""
        stale = standing is not None and there and self._fingerprint != standing.now
        self.state.setText(vm.state_sentence(self.shell.month, written, stale=stale, there=there))
        self.open_pdf.setEnabled(there)
        self.open_xlsx.setEnabled(bool(standing and standing.xlsx))
        self.open_folder.setEnabled(there)
        self.write.setEnabled(standing is not None and self._writing is None)
        self.write.setText(tr("重新生成草稿") if there else tr("生成草稿"))
        self.write.setVisible(there or standing is None)
        if stale:
            self.ribbon.stale(tr("报送、迁移或结算已有变动，预览是变动前的草稿"), self.write_draft)
        else:
            self.ribbon.hide()
        self._list_facts(seen)
        self._stack.setCurrentIndex(0 if there else 1)

    def _list_facts(self, seen: Seen | None) -> None:
        clear(self._facts)
        if seen is None:
            self._facts.addWidget(label(tr("选定期间后可生成"), "sub"))
            return
        standing = seen.standing
        self._fact(tr("期间"), str(standing.month))
        self._fact(tr("状态"), tr("草稿，未核定、未发布") if seen.pdf else tr("未生成"))
        if self._fingerprint:
            self._fact(tr("指纹（PDF 与工作簿相同）"), vm.short(self._fingerprint), tip=self._fingerprint)
        self._facts.addWidget(label(tr("范围"), "note"))
        for park, why in standing.missing:
            mark: Mark = "none" if why == tr("未报") else "warn"
            self._facts.addLayout(row(MarkSign(mark), label(park), label(why, "note"), None, gap=6))
        self._facts.addWidget(label(vm.scope_sentence(standing.missing), "note", wrap=True))
        for file in seen.files:
            self._fact(
                f"{file.written_at:%Y-%m-%d %H:%M}，{vm.size_words(file.size)}", file.name, tip=str(self._session.paths.outbox)
            )

    def _fact(self, name: str, value: str, *, tip: str = "") -> None:
        text = ElidedLabel(value)
        if tip:
            text.setToolTip(f"{value}\n{tip}")
        self._facts.addLayout(col(label(name, "note"), text, gap=0))

    # ---- doing --------------------------------------------------------------------------------------------------------------

    def write_draft(self) -> None:
        """Write PDF and workbook of the month into the outbox."""
        month = self.shell.month
        if month is None or self._writing is not None or self._seen is None:
            return

        def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
            from zgc_desktop.services.publish import report

            return report(ctx, month, ctx.paths.outbox, progress=progress, cancelled=cancelled)

        self.strip.start(tr("生成月报"))
        self.write.setEnabled(False)
        self._writing = self._session.run(
            self.shell.operations, tr("生成月报"), work, lambda _: self._written(month), self._not_written, owner=self
        )
        self._writing.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))

    def _written(self, month: Month) -> None:
        self._end()
        said = tr("已生成 {month} 月报草稿", month=month)
        self.shell.announce(ChangeSummary(said, months=frozenset({str(month)}), subjects=frozenset({"reports"}), added=1))
        self.shell.say(said)

    def _not_written(self, failure: Failure) -> None:
        self._end()
        self._show(self._seen)
        self._trouble(failure)
        if failure.kind == "cancelled":
            self.ribbon.locked(tr("已取消，未写入任何数据"), tr("收起"), self.ribbon.hide)

    def _cancel(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _end(self) -> None:
        self._writing = None
        self.strip.finish()

    def copy_fingerprint(self) -> None:
        """Put the fingerprint on the clipboard."""
        if self._fingerprint:
            QGuiApplication.clipboard().setText(self._fingerprint)
            self.shell.say(tr("已复制指纹"))

    def _path(self, kind: str) -> Path | None:
        standing = self._seen.standing if self._seen else None
        return None if standing is None else standing.pdf if kind == "pdf" else standing.xlsx

    def _open(self, path: Path | None) -> None:
        """Hand a file or folder to the system."""
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.ribbon.trouble(tr("系统没有能打开它的程序：{path}", path=path), tr("收起"), self.ribbon.hide)

    def _trouble(self, failure: Failure) -> None:
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)


def _not_yet() -> QFrame:
    """What this page does not do yet, and the command that does."""
    items: list[Item] = [label(tr(text), "sub", wrap=True) for text in vm.NOT_YET]
    items.append(label(tr("草稿不作为正式月报外发。"), "note", wrap=True))
    return card(tr("目前用命令行"), col(*items, gap=6, margins=(16, 0, 16, 14)))
