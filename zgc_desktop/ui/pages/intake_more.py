"""What 报送接收 does besides receiving: receipts, what a park said of a later version, and the menus of its two tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QPushButton

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.expected import DeclarationKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.paths import safe_filename
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages import intake_dialogs as dialogs
from zgc_desktop.ui.pages.intake_work import template_work
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import intake_file as one

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.ui.pages.intake import IntakePage
    from zgc_desktop.ui.pages.intake_run import IntakeRun


def receipts_button(on_click: Callable[[], object]) -> QPushButton:
    """The button beside the month's submissions."""
    return button(tr("生成回执"), on_click, role="small", tip=tr("每园一份，写明版本、家数、校验值和待补事项"))


def receipts_work(month: Month, park: str) -> SessionWork[tuple[Path, ...]]:
    """Write the receipts of a month, of one park or of all, into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> tuple[Path, ...]:
        from zgc_desktop.services import receipt

        return receipt.write(ctx, month, ctx.paths.outbox / safe_filename(f"回执_{month}"), park)

    return work


def declare_work(month: Month, park: str, kind: DeclarationKind, reason: str) -> SessionWork[ChangeSummary]:
    """Keep what a park declared."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import reminders

        return reminders.declare(ctx, month, park, kind, reason)

    return work


def write_receipts(page: IntakePage, session: Session, park: str = "") -> None:
    """生成回执: of the park, or of every park that has reported; the folder opens."""
    month = page.shell.month
    if month is None:
        return

    def done(files: tuple[Path, ...]) -> None:
        papers = [f for f in files if f.suffix == ".pdf"]
        page.shell.say(tr("已生成 {n} 份回执，在发出文件夹", n=len(papers)))
        if papers:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(papers[0] if park else papers[0].parent)))

    session.run(page.shell.operations, tr("生成回执"), receipts_work(month, park), done, page.trouble, owner=page)


@writes
def ask_declare(page: IntakePage, session: Session, park: str, kind: DeclarationKind) -> None:
    """Why a version comes again or late, as the park said it; it stands in the report's table of submissions."""
    month = page.shell.month
    if month is None:
        return

    def done(change: ChangeSummary) -> None:
        page.shell.announce(change)
        page.shell.say(change.sentence)

    def given(reason: str) -> None:
        work = declare_work(month, park, kind, reason)
        session.run(page.shell.operations, tr("登记说明"), work, done, page.trouble, owner=page)

    act = tr("登记{park}{what}", park=park, what=tr(kind.word))
    said = tr("说明随 {month} 报送留存，列入月报的报送情况。", month=month)
    field = Field("reason", tr("理由，谁怎么说的"), required=True, hint=tr("如 税务补来数据，来电 李某"))
    Ask(page, act, said, (field,), lambda a: given(a["reason"])).open()


def void_work(month: Month, park: str, reason: str) -> SessionWork[ChangeSummary]:
    """Set a park's newest version aside."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import void_version

        return void_version.void(ctx, month, park, reason)

    return work


@writes
def ask_void(page: IntakePage, session: Session) -> None:
    """作废版本…: of the park of the current line, with a reason; 撤销 brings it back."""
    month, line = page.shell.month, page.line_of(page.table.current_key())
    if month is None or line is None or line.item is None or not line.is_waiting:
        page.shell.say(tr("先选中一个已登记、未入库的分园"))
        return
    park, version = line.park, line.item.version

    def done(change: ChangeSummary) -> None:
        page.shell.announce(change)
        page.shell.say(change.sentence)

    def given(reason: str) -> None:
        work = void_work(month, park, reason)
        session.run(page.shell.operations, tr("作废版本"), work, done, page.trouble, owner=page)

    act = tr("作废{park}第 {n} 版", park=park, n=version)
    said = tr("这一版不再计入任何地方，它替下的未入库版本恢复；原件、内容与理由都留存，可一步撤销。")
    field = Field("reason", tr("作废理由"), required=True, hint=tr("如 认错分园、误发"))
    Ask(page, act, said, (field,), lambda a: given(a["reason"])).open()


def ask_templates(page: IntakePage, session: Session, parks: tuple[str, ...], month: Month, park: str) -> None:
    """Ask for park, month and folder, and write the templates."""

    def choose(parks: tuple[str, ...], month: Month) -> None:
        def write(folders: list[Path]) -> None:
            work = template_work(parks, month, folders[0])
            session.run(page.shell.operations, tr("导出模板"), work, page.shell.say, page.trouble, owner=page)

        dialogs.choose_folder(page, tr("模板放在哪个文件夹"), write)

    dialogs.TemplateDialog(page, parks, month, choose, park).open()


def fill_menu(page: IntakePage, session: Session, menu: QMenu, park: object) -> None:
    """Everything that can be done with a park's submission of the month."""
    now = page.offer
    menu.addAction(tr(now.accept_words), page.accept_clean).setEnabled(bool(now.clean))
    menu.addAction(tr(now.despite_words), page.accept_despite_errors).setEnabled(bool(now.faulty))
    line = page.line_of(park)
    sent = line is not None and line.item is not None
    if isinstance(park, str):
        menu.addAction(tr("问题与退回"), lambda: page.shell.go("checks", park)).setEnabled(sent)
    menu.addAction(tr("历次版本"), page.show_history).setEnabled(sent or (line is not None and bool(line.older)))
    waiting = line is not None and line.is_waiting
    menu.addAction(tr("作废版本…"), partial(ask_void, page, session)).setEnabled(waiting)
    if isinstance(park, str):
        menu.addAction(tr("生成回执"), lambda: write_receipts(page, session, park)).setEnabled(sent)
        for kind in (DeclarationKind.CORRECTION, DeclarationKind.SUPPLEMENT):
            action = menu.addAction(tr("登记{what}说明…", what=tr(kind.word)), _declarer(page, session, park, kind))
            action.setEnabled(sent)
    menu.addAction(tr("导出模板…"), page.export_template)


def _declarer(page: IntakePage, session: Session, park: str, kind: DeclarationKind) -> Callable[[], object]:
    return partial(ask_declare, page, session, park, kind)


def fill_run_menu(page: IntakeRun, menu: QMenu, number: object) -> None:
    """What can be done with a file of this run."""
    line = page.run_line_of(number)
    if line is not None and line.file.state is FileState.WAITING:
        menu.addAction(tr("接收这一份"), page.watch.taker(line.file))
        menu.addAction(tr("不再提示这一份"), page.watch.passer(line.file))
        return
    menu.addAction(tr("列映射…"), page.map_columns).setEnabled(line is not None and one.can_be_mapped(line.file))
