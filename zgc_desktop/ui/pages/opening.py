"""What a page shows while the workspace is not there: it is being opened, or why it could not be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from zgc_desktop.paths import WorkspacePaths, workspace_paths
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label, page_head, plain_card
from zgc_desktop.ui.widgets.layout import col, page_body, row

CENTRE = Qt.AlignmentFlag.AlignHCenter


def not_open(session: Session, title: str) -> QWidget:
    """The body of a page whose workspace is not open (yet)."""
    if session.problem is None:
        words = label(tr("正在打开工作区…"), "sub", align=CENTRE)
        return page_body(page_head(title), (plain_card(col(None, words, None)), 1))
    return trouble(title, tr("工作区没有打开"), session.problem, session)


def trouble(title: str, what: str, failure: Failure, session: Session) -> QWidget:
    """A page that could not be read: what failed, where, what to do; try again, open another, copy the details."""
    sentence = label(failure.sentence, "sub", wrap=True, align=CENTRE)
    sentence.setMinimumWidth(560)
    sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    details = "\n".join(t for t in (what, failure.sentence, failure.details) if t)
    by = writer_elsewhere(workspace_paths(session.wanted))
    take = (button(tr("接管写权…"), lambda: session.ask_take_over(by)),) if by else ()
    acts = row(
        None,
        button(tr("再试一次"), lambda: session.reopen(None), role="primary"),
        *take,
        button(tr("打开另一个工作区…"), lambda: choose_other(session)),
        button(tr("复制详情"), lambda: QGuiApplication.clipboard().setText(details), role="link"),
        None,
    )
    middle = row(None, sentence, None)
    inner = col(None, label(what, "h3", align=CENTRE), middle, 8, acts, None, gap=8)
    body = page_body(page_head(title), (plain_card(inner), 1))
    body.setAccessibleName(f"{what}。{failure.sentence}")
    return body


def writer_elsewhere(paths: WorkspacePaths) -> str:
    """Who on another machine is noted as writing in a workspace, in a clause; '' where there is nobody to take over from."""
    from zgc_desktop.services.recovery import left_by_another

    return left_by_another(paths)


def choose_other(session: Session) -> None:
    """Ask for the folder of another workspace and open it."""
    folder = QFileDialog.getExistingDirectory(None, tr("打开工作区文件夹"), str(session.paths.root.parent))
    if folder:
        session.reopen(Path(folder))
