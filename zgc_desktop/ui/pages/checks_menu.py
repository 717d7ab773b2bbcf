"""The menu of an issue in 校验退回: its text, file, company and rule; and stopping a rule for now, asked and logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.check_settings import SWITCHABLE
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import checks as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.ui.pages.checks import ChecksPage


def fill_menu(page: ChecksPage, session: Session, menu: QMenu, line: vm.IssueLine) -> None:
    """Everything that can be done with one issue."""
    issue = line.issue
    said = " ".join((line.found.park, issue.place, issue.column, issue.message))
    menu.addAction(tr("复制问题文字"), lambda: QGuiApplication.clipboard().setText(said))
    menu.addAction(tr("打开副本"), page.open_copy)
    company = menu.addAction(tr("看此企业"), lambda: page.shell.go("companies", issue.credit_code))
    company.setEnabled(bool(issue.credit_code))
    menu.addAction(tr("看此规则"), lambda: page.shell.go("rules", issue.code)).setEnabled(issue.code in CHECKS)
    menu.addAction(tr("只看此规则"), lambda: page.table.tick("rule", [_text("rule", line)]))
    menu.addAction(tr("只看此园"), lambda: page.table.tick("park", [_text("park", line)]))
    stop = menu.addAction(tr("停用此规则…"), lambda: ask_stop(page, session, issue.code))
    stop.setEnabled(issue.code in SWITCHABLE)


@writes
def ask_stop(page: ChecksPage, session: Session, code: str) -> None:
    """Ask for the reason, then switch a check off for the months from today's on; it is switched on again in 规则参数."""

    def done(change: ChangeSummary) -> None:
        page.shell.announce(change)
        page.shell.say(change.sentence)

    def stop(reason: str) -> None:
        session.run(page.shell.operations, tr("停用规则"), stop_work(code, reason), done, page.trouble, owner=page)

    name = CHECKS[code].name
    said = tr("今后的报送不再查“{name}”，已查出的问题不变；记入操作记录，可在规则参数的校验目录恢复。", name=name)
    field = Field("reason", tr("理由"), required=True)
    Ask(page, tr("停用 {code} {name}", code=code, name=name), said, (field,), lambda a: stop(a["reason"])).open()


def stop_work(code: str, reason: str) -> SessionWork[ChangeSummary]:
    """Switch a check off."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import checks

        return checks.switch(ctx, code, reason=reason, active=False)

    return work


def _text(key: str, line: vm.IssueLine) -> str:
    return next(c for c in vm.COLUMNS if c.key == key).text_of(line)
