"""报告中心: the month's report as a draft, its words and matters, published, verified and signed before it leaves."""

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
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.operations import Failure, IsCancelled, Operation, Progress
from zgc_desktop.ui.pages import report_asks
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.report_editor import ReportEditor
from zgc_desktop.ui.pages.report_preview import Opened, PdfPreview, opened
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, Tabs, button, card, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import box, clear, col, page_body, row
from zgc_desktop.ui.widgets.marks import MarkSign
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels import reports as vm
from zgc_desktop.viewmodels.columns import Mark

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.publish import Judged, ReportStanding
    from zgc_desktop.services.verify import Verified

SIDE = 340


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: where the report stands, and the PDF as it was published or lies in the outbox; None = none."""

    standing: ReportStanding
    pdf: Opened | None
    files: tuple[vm.ReportFile, ...]


def look(ctx: AppContext, month: Month) -> Seen:
    """Read where a month's report stands, without working the month out; for the worker."""
    from zgc_desktop.services.publish import kept_pdf, standing

    found = standing(ctx, month, ctx.paths.outbox)
    files = [p for p in (found.pdf, found.xlsx) if p is not None]
    facts = [(p.name, p.stat()) for p in files]
    listed = tuple(vm.ReportFile(name, s.st_size, datetime.fromtimestamp(s.st_mtime)) for name, s in facts)
    content = kept_pdf(ctx, month) or (found.pdf.read_bytes() if found.pdf else b"")
    return Seen(found, opened(content) if content else None, listed)


def judged(ctx: AppContext, month: Month) -> Judged:
    """Work out what the facts of a month say of its report; for a worker beside the database's, because it takes seconds."""
    from zgc_desktop.services.publish import judge

    return judge(ctx, month)


class ReportsPage(Page):
    """One month's report: drafted into the outbox and shown; its words, matters and errata; published, verified, signed.

    What is written is shown at once; whether it still fits the figures, and what stands against publishing, follows.
    """

    subjects = frozenset({"submissions", "companies", "leads", "cases", "settlement", "tiers", "clusters", "rules", "reports"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._seen: Seen | None = None
        self._judged: Judged | None = None
        """Of the month that is shown; None while it is worked out."""
        self._judging: Operation[Judged] | None = None
        self._judge_again = False
        self._fingerprint = ""
        """Of the PDF that is shown; the command line may have written another one elsewhere."""
        self._writing: Operation[object] | None = None
        self.state = ElidedLabel("", "sub")
        self.open_pdf = button(tr("打开 PDF"), lambda: self._open(self._path("pdf")))
        self.open_xlsx = button(tr("打开工作簿"), lambda: self._open(self._path("xlsx")))
        self.open_folder = button(tr("打开文件夹"), lambda: self._open(self._session.paths.outbox), icon_name="folder")
        self.write = button(tr("生成草稿"), self.write_draft, role="primary")
        tools = [self.open_folder, self.open_xlsx, self.open_pdf, self.write]
        self.tabs = Tabs([tr(t) for t in vm.TABS])
        self.tabs.chosen.connect(self._choose)
        head = page_head(tr("报告中心"), note=self.state, tabs=self.tabs, tools=tools)
        self.ribbon = Ribbon()
        self.strip = ProgressStrip()
        self.strip.cancelled.connect(self._cancel)
        self.preview = PdfPreview()
        self.editor = ReportEditor(shell, session, self._trouble)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self._tab = 0
        facts = card(tr("本月月报"), self._facts, body_margins=(16, 0, 16, 14))
        side = box(col(facts, self._issue_card(), self._others_card(), None, gap=12), width=SIDE)
        self._right = QFrame()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._nothing())
        for shown in self.editor.lists:
            self._stack.addWidget(shown)
        self.put(page_body(head, self.strip, self.ribbon, (row(side, (self._right, 1), gap=12), 1)))
        self._actions = [
            self._action(tr("生成月报草稿"), self.write_draft),
            self._action(tr("发布月报…"), self.ask_publish),
            self._action(tr("复核已发布的月报"), self.verify),
            self._action(tr("签名月报…"), self.ask_sign),
            self._action(tr("复制指纹"), self.copy_fingerprint),
        ]
        self._show(None)

    def _issue_card(self) -> QFrame:
        """Publish, verify, sign: what makes a draft an issue."""
        self.publish = button(tr("发布…"), self.ask_publish)
        self.check = button(tr("复核"), self.verify)
        self.sign = button(tr("签名…"), self.ask_sign)
        self.issue = label("", "note", wrap=True)
        return card(
            tr("发布与复核"), col(self.issue, row(self.publish, self.check, self.sign, None), gap=8, margins=(16, 0, 16, 14))
        )

    def _others_card(self) -> QFrame:
        """The papers beside the report, written into the outbox."""
        self.others = [
            button(tr("对账单"), self.write_statements),
            button(tr("分园反馈单"), lambda: self._papers(tr("分园反馈单"), _feedback)),
            button(tr("协调会题单"), lambda: self._papers(tr("协调会题单"), _agenda)),
        ]
        note = label(tr("写入发件文件夹，与月报同一份数据。"), "note", wrap=True)
        return card(tr("其他文件"), col(note, row(*self.others, None), gap=8, margins=(16, 0, 16, 14)))

    def _nothing(self) -> QFrame:
        empty = empty_state(
            tr("还没有生成月报"),
            tr("草稿按已接受的报送汇总，PDF 与工作簿数字相同；未到的分园点名列出，不按零计算。"),
            act=tr("生成草稿"),
            on_act=self.write_draft,
        )
        first = empty_state(
            tr("还没有建立期间"),
            tr("接收并接受报送后，可生成当月月报。"),
            act=tr("去接收报送"),
            on_act=lambda: self.shell.go("receive"),
        )
        holder = QFrame()
        self._none = QStackedLayout(holder)
        self._none.addWidget(empty)
        self._none.addWidget(first)
        return plain_card(col(holder))

    def _action(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

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
        self._seen, self._judged = seen, None
        if seen is not None and seen.pdf is not None:
            self.preview.show_pdf(seen.pdf)
        self._show_now()
        if seen is not None:
            self._start_judging()

    def _show_now(self) -> None:
        """Show what is known: at first what was written, then what the figures say of it."""
        seen = self._seen
        standing = seen.standing if seen else None
        there = seen is not None and seen.pdf is not None
        written = standing.written if standing else ""
        published = standing.published_at if standing else ""
        self._fingerprint = (self.preview.shown.keywords or written) if there else ""
        now = self._judged.now if self._judged else None
        stale = None if now is None else there and not published and self._fingerprint != now
        self.state.setText(vm.state_sentence(self.shell.month, written, stale=stale, there=there, published=published))
        self.open_pdf.setEnabled(bool(standing and standing.pdf))
        self.open_xlsx.setEnabled(bool(standing and standing.xlsx))
        self.open_folder.setEnabled(there)
        self._follow()
        self.write.setText(tr("再印一份") if published else tr("重新生成草稿") if there else tr("生成草稿"))
        self.write.setVisible(there or standing is None)
        if there and self.preview.shown.is_broken:
            said = tr("发件箱里的月报 PDF 已损坏，打不开：请重新生成；数据没有受影响")
            self.ribbon.trouble(said, self.write.text(), self.write_draft)
        elif stale:
            self.ribbon.stale(tr("报送、迁移或结算已有变动，预览是变动前的草稿"), self.write_draft)
        else:
            self.ribbon.hide()
        self._list_facts(seen)
        self._tell_issue(standing)
        if self._judged is None:
            self.editor.show_month(self.shell.month if seen else None, published=bool(published), tab=self._tab)
            self._choose(self._tab)

    def _start_judging(self) -> None:
        """Have the month worked out beside the database's worker; asked again meanwhile, once more after that."""
        if self._judging is not None:
            self._judge_again = True
            return
        month = self._month()

        def done(found: Judged) -> None:
            if ended() and self._seen is not None and found.month == self._seen.standing.month:
                self._judged = found
                self._show_now()

        def failed(failure: Failure) -> None:
            if ended():
                self.issue.setText(tr("没有核对出来：{why}", why=failure.sentence))

        def ended() -> bool:
            """Whether the outcome is of what is shown; else it is worked out once more."""
            again, self._judging, self._judge_again = self._judge_again, None, False
            if again and self._seen is not None:
                self._start_judging()
            return not again

        def work(_progress: Progress, _cancelled: IsCancelled) -> Judged:
            return judged(self._session.need(), month)

        operations = self.shell.operations
        self._judging = operations.run(tr("核对月报"), work, done, failed, owner=self, database=False, quiet=True)

    def _follow(self) -> None:
        """What can be done now; nothing while something is being written."""
        standing = self._seen.standing if self._seen else None
        free = standing is not None and self._writing is None
        published = bool(standing and standing.published_at)
        self.write.setEnabled(free)
        self.publish.setEnabled(free and not published and self._judged is not None)
        self.check.setEnabled(free and published)
        self.sign.setEnabled(free and published)
        for other in self.others:
            other.setEnabled(free)

    def _tell_issue(self, standing: ReportStanding | None) -> None:
        found = self._judged
        if standing is None:
            said = tr("选定期间后可发布。")
        elif standing.published_at:
            said = tr("已发布第 {n} 期，不再改写；更正列入下一期勘误。", n=standing.issue_number)
        elif found is None:
            said = tr("正在核对有没有缺项…")
        elif found.lacking:
            said = tr("还有缺项：{what}。", what="；".join(found.lacking))
        else:
            said = tr("没有缺项，可以发布。")
        if found and found.edited:
            said += tr("改写 {n} 句，其中 {m} 句的数已变。", n=found.edited, m=found.stale)
        self.issue.setText(said)

    def _choose(self, tab: int) -> None:
        """Show one of the tabs; its list is read when it is first looked at."""
        self._tab = tab
        there = self._seen is not None and self._seen.pdf is not None
        self._none.setCurrentIndex(1 if self.shell.month is None else 0)
        self._stack.setCurrentIndex(tab + 1 if tab else (0 if there else 1))
        self.editor.look(tab)

    def _list_facts(self, seen: Seen | None) -> None:
        clear(self._facts)
        if seen is None:
            self._facts.addWidget(label(tr("选定期间后可生成"), "sub"))
            return
        standing = seen.standing
        self._fact(tr("期间"), str(standing.month))
        state = tr("已发布，第 {n} 期", n=standing.issue_number) if standing.published_at else tr("草稿，未核定、未发布")
        self._fact(tr("状态"), state if seen.pdf is not None else tr("未生成"))
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
            text.setToolTip(worded(f"{value}\n{tip}"))
        self._facts.addLayout(col(label(name, "note"), text, gap=0))

    # ---- doing --------------------------------------------------------------------------------------------------------------

    @writes
    def write_draft(self) -> None:
        """Write PDF and workbook of the month into the outbox; a published month is handed out as it was kept."""
        if self._seen is None or self._writing is not None:
            return
        month = self._month()

        def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
            from zgc_desktop.services.publish import report

            return report(ctx, month, ctx.paths.outbox, progress=progress, cancelled=cancelled)

        published = bool(self._seen.standing.published_at)
        said = tr("已再印 {month} 月报") if published else tr("已生成 {month} 月报草稿")
        self._write(tr("生成月报"), work, lambda _: said.format(month=self.shell.month))

    @writes
    def ask_publish(self) -> None:
        """Ask for what publishing needs, then publish."""
        if self.publish.isEnabled() and self._judged is not None:
            report_asks.publish(self, self._month(), self._judged.lacking, self._publish)

    def _publish(self, despite: str) -> None:
        if self._seen is None or self._writing is not None:
            return
        month = self._month()

        def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
            from zgc_desktop.services.publish import publish

            return publish(ctx, month, ctx.paths.outbox, despite=despite, progress=progress, cancelled=cancelled)

        self._write(tr("发布月报"), work, lambda _: tr("已发布 {month} 月报，快照已锁定", month=self.shell.month))

    def verify(self) -> None:
        """Print a published month again, work it out again, and show every difference."""
        if not self.check.isEnabled():
            return
        month = self._month()

        def work(ctx: AppContext, progress: Progress, _cancelled: IsCancelled) -> Verified:
            from zgc_desktop.services.verify import verify

            return verify(ctx, month, progress=progress)

        self._run(tr("复核月报"), work, self._verified)

    def _verified(self, found: Verified) -> None:
        self._end()
        lines = [*found.kept, *(d.sentence for d in found.moved), *found.changed, *(s.sentence for s in found.signatures)]
        if found.same:
            lines.insert(0, tr("快照、PDF 逐字节、工作簿逐单元格、数据库重算均与发布时相同。"))
        body = box(col(*(label(line, wrap=True) for line in lines), None, gap=8, margins=(16, 12, 16, 12)))
        said = tr("复核一致") if found.same else tr("复核发现 {n} 处不同", n=len(found.kept) + len(found.moved))
        self.shell.show_drawer(said, tr("{month} 月报，指纹 {mark}", month=found.month, mark=vm.short(found.fingerprint)), body)
        self.shell.say(tr("{month} 月报{said}", month=found.month, said=said))

    @writes
    def ask_sign(self) -> None:
        """Ask for the certificate, then sign the published paper."""
        if self.sign.isEnabled():
            report_asks.sign(self, self._month(), self._sign)

    def _sign(self, certificate: Path, password: str) -> None:
        if self._seen is None or self._writing is not None:
            return
        month = self._month()

        def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
            from zgc_desktop.services.sign import sign

            return sign(ctx, month, certificate, password, ctx.paths.outbox)

        self._write(tr("签名月报"), work, lambda _: tr("已签名 {month} 月报，签名件另存在发件文件夹", month=self.shell.month))

    def write_statements(self) -> None:
        """Write every district's statement and the matrix into the outbox."""
        if self._seen is None or self._writing is not None:
            return
        month = self._month()

        def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
            from zgc_desktop.services.statements import write

            return write(ctx, month, ctx.paths.outbox, progress=progress, cancelled=cancelled)

        self._write(tr("写对账单"), work, lambda _: tr("已写出 {month} 对账单", month=self.shell.month))

    def _papers(self, name: str, write: Callable[[AppContext, Month], object]) -> None:
        if self._seen is None:
            return
        month = self._month()
        self._write(name, lambda ctx, _p, _c: write(ctx, month), lambda _: tr("已写出{name}", name=name))

    def _month(self) -> Month:
        """The month that is shown; whoever asks has made sure that one is."""
        assert self._seen is not None, "nothing can be asked before the month was read"
        return self._seen.standing.month

    def _write(self, name: str, work: SessionWork[object], said: Callable[[object], str]) -> None:
        """Write something that changes what the page shows, with progress and 取消."""
        month = self.shell.month
        if month is not None and self._writing is None and self._seen is not None:
            self._run(name, work, lambda result: self._written(month, said(result)))

    def _run(self, name: str, work: SessionWork[object], done: Callable[..., object]) -> None:
        self.strip.start(name)
        self._writing = self._session.run(self.shell.operations, name, work, done, self._not_written, owner=self)
        self._follow()
        self._writing.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))

    def _written(self, month: Month, said: str) -> None:
        self._end()
        self.shell.announce(ChangeSummary(said, months=frozenset({str(month)}), subjects=frozenset({"reports"}), added=1))
        self.shell.say(said)

    def _not_written(self, failure: Failure) -> None:
        self._end()
        self._show(self._seen)
        self._trouble(failure)
        if failure.kind == "cancelled":
            self.ribbon.locked(failure.sentence, tr("收起"), self.ribbon.hide)

    def _cancel(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _end(self) -> None:
        self._writing = None
        self.strip.finish()
        self._follow()

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


def _feedback(ctx: AppContext, month: Month) -> object:
    from zgc_desktop.services.sheets import write_feedback

    return write_feedback(ctx, month, ctx.paths.outbox)


def _agenda(ctx: AppContext, month: Month) -> object:
    from zgc_desktop.services.sheets import write_agenda

    return write_agenda(ctx, month, ctx.paths.outbox)
