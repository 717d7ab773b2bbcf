"""Dialogs of 报告中心: publish, sign, rewrite a sentence, keep or add a matter, say why a figure was put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels import reports as vm


def publish(parent: QWidget, month: Month, lacking: Sequence[str], on: Callable[[str], object]) -> Ask:
    """Publish a month; ``on`` takes the reason, which must be given where something is lacking."""
    field = Field(
        "why", tr("发布理由") if lacking else tr("发布说明（可空）"), required=bool(lacking), hint=tr("印在编制信息里")
    )
    said = vm.publish_sentence(lacking)
    return _open(Ask(parent, tr("发布 {month} 月报", month=month), said, (field,), lambda a: on(a["why"])))


def sign(parent: QWidget, month: Month, on: Callable[[Path, str], object]) -> Ask | None:
    """Which certificate and its password; None where no file was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("选择本单位的证书"), "", tr("证书 (*.p12 *.pfx)"))
    if not chosen:
        return None
    said = tr("证书：{name}。签名附在发布原件之后另存一份；逐字节复核的仍是未签名的原件。口令不保存。", name=Path(chosen).name)
    field = Field("password", tr("证书口令"), required=True)
    dialog = Ask(parent, tr("签名 {month} 月报", month=month), said, (field,), lambda a: on(Path(chosen), a["password"]))
    edit = dialog.edits["password"]
    if isinstance(edit, QLineEdit):
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return _open(dialog)


def sentence(parent: QWidget, item: vm.ListItem, on: Callable[[str], object]) -> Ask:
    """Write a sentence in place of the generated one."""
    said = tr("{where}。改写后重算时保留；句中的数以后变了会标出，发布前须改正或说明。", where=item.head)
    dialog = Ask(parent, tr("改写"), said, (Field("text", tr("文字"), item.text, required=True),), lambda a: on(a["text"]))
    dialog.setMinimumWidth(680)
    return _open(dialog)


def matter(parent: QWidget, title: str, text: str, owner: str, due: str, on: Callable[[str, str, date | None], object]) -> Ask:
    """A matter's words, owner and day."""

    def taken(a: Answers) -> None:
        on(a["text"], a["owner"], day_of(a["due"]))

    fields = (
        Field("text", tr("事项"), text, required=True),
        (
            Field("owner", tr("责任单位"), owner, required=True),
            Field("due", tr("时限（可空）"), due, hint="2026-12-08", width=140),
        ),
    )
    said = tr("保留的事项列入月报第十节，下月带着落实情况再列一次。")
    dialog = Ask(parent, title, said, fields, taken, check=lambda a: days_fault(a, {"due": tr("时限")}))
    dialog.setMinimumWidth(640)
    return _open(dialog)


def follow_up(parent: QWidget, item: vm.ListItem, on: Callable[[str], object]) -> Ask:
    """What came of a matter of last month."""
    field = Field("text", tr("落实情况"), required=True)
    return _open(Ask(parent, tr("登记落实情况"), item.text, (field,), lambda a: on(a["text"])))


def reason(parent: QWidget, item: vm.ListItem, on: Callable[[str], object]) -> Ask:
    """Why a figure was put right."""
    said = tr("{where}：{what}。原因印在下一期勘误里；对结算的影响由程序算出。", where=item.head, what=item.text)
    field = Field("text", tr("更正原因"), required=True, hint=tr("如“海淀园补报一家新设企业”"))
    return _open(Ask(parent, tr("登记更正原因"), said, (field,), lambda a: on(a["text"])))


def _open(dialog: Ask) -> Ask:
    dialog.open()
    return dialog
