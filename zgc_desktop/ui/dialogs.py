"""Dialogs of the window: a failure with its details, the keys of the window, and leaving while work runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import Item, col, row


def show_failure(parent: QWidget, failure: Failure, *, log_path: str = "", report_path: str = "") -> QDialog:
    """Say what failed and what to do; details can be copied. Opens without blocking the window's work.

    ``report_path``: where the report of a fault of ours was written.
    """
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
    if report_path:
        items.append(label(tr("错误报告（不含企业名称、代码、金额）：{path}", path=report_path), "note", wrap=True))
    elif log_path:
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


def ask_passphrase(parent: QWidget, where: str, sentence: str, on_given: Callable[[str], object]) -> QDialog:
    """Ask for the passphrase (or recovery code) of an encrypted workspace; ``sentence`` says why again. Does not block."""
    asked = (tr("工作区已加密"), tr("请输入口令"), tr("口令或恢复码"), tr("忘记口令时，输入加密时打印的恢复码。"))
    return _ask_words(parent, asked, where, sentence, on_given)


def ask_database_password(parent: QWidget, where: str, sentence: str, on_given: Callable[[str], object]) -> QDialog:
    """Ask for the password of a database on a server; it is kept as long as the window is open. Does not block."""
    note = tr("口令由数据库管理员给出；只在窗口打开期间记住。长期使用可请管理员配置 pgpass 文件。")
    asked = (tr("数据库要口令"), tr("请输入数据库的口令"), tr("数据库口令"), note)
    return _ask_words(parent, asked, where, sentence, on_given)


def _ask_words(
    parent: QWidget, asked: tuple[str, str, str, str], where: str, sentence: str, on_given: Callable[[str], object]
) -> QDialog:
    """A dialog for one secret; ``asked``: title, heading, name of the field, note."""
    title, heading, name, note = asked
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(420)
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(name)

    def give() -> None:
        if line.text():
            dialog.accept()
            on_given(line.text())

    line.returnPressed.connect(give)
    items: list[Item] = [label(heading, "h2"), label(where, "sub", wrap=True)]
    if sentence:
        items.append(label(sentence, wrap=True))
    items += [line, label(note, "note", wrap=True), 4]
    items.append(row(None, button(tr("取消"), dialog.reject), button(tr("打开"), give, role="primary")))
    dialog.setLayout(col(*items, gap=10, margins=(20, 16, 20, 16)))
    dialog.open()
    line.setFocus()
    return dialog
