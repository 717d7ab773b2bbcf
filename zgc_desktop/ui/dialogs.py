"""Dialogs of the window: a failure with its details, the keys of the window, and leaving while work runs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QPlainTextEdit, QWidget

from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import Item, col, row


def show_failure(parent: QWidget, failure: Failure, *, log_path: str = "") -> QDialog:
    """Say what failed and what to do; details can be copied. Opens without blocking the window's work."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(failure.label)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(460)
    items: list[Item] = [label(failure.label, "h2"), label(failure.sentence, wrap=True)]
    if failure.details:
        details = QPlainTextEdit(failure.details)
        details.setReadOnly(True)
        details.setAccessibleName(tr("详情"))
        details.setMinimumHeight(160)
        items.append(details)
    if log_path:
        items.append(label(tr("日志：{path}", path=log_path), "note", wrap=True))
    text = "\n".join(t for t in (failure.label, failure.sentence, failure.details) if t)
    copy = button(tr("复制详情"), lambda: QGuiApplication.clipboard().setText(text), icon_name="copy")
    items += [4, row(None, copy, button(tr("关闭"), dialog.accept, role="primary"))]
    dialog.setLayout(col(*items, gap=10, margins=(20, 16, 20, 16)))
    dialog.open()
    return dialog


def ask_to_leave(parent: QWidget, running: Iterable[str]) -> bool:
    """Whether to leave although work runs; leaving cancels it first and waits for what must end."""
    what = "、".join(running)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("还有工作在进行"))
    box.setText(tr("正在进行：{what}", what=what))
    box.setInformativeText(tr("退出会先取消它，已完成的登记保留，未完成的不写入。"))
    leave = box.addButton(tr("取消工作并退出"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("继续等待"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave
