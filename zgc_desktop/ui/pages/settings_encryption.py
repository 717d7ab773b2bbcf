"""The card 加密 of 设置: a passphrase for the workspace, another one, another key, none; the recovery code shown once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import settings_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.basic import Button, button, card, label
from zgc_desktop.ui.widgets.layout import col, lay, row
from zgc_desktop.ui.widgets.rights import writes

CLIPBOARD_MS = 30_000
"""So long the recovery code stays in the clipboard."""
CHANGED = ChangeSummary("", subjects=frozenset({"settings", "backup"}))


class Encryption(QWidget):
    """What the state is, and the acts that fit it."""

    def __init__(self, shell: Shell, session: Session, on_trouble: Callable[[Failure], object]) -> None:
        super().__init__()
        self._shell, self._session, self._trouble = shell, session, on_trouble
        self._state, self._note = label(""), label("", "note", wrap=True)
        self.encrypt = button(tr("加密工作区…"), self.ask, role="small", icon_name="lock")
        self.passphrase = button(tr("更换口令…"), self._ask_passphrase, role="small")
        self.key = button(tr("更换密钥…"), self._ask_key, role="small")
        self.decrypt = button(tr("解除加密…"), self._ask_off, role="small")
        self.strip = ProgressStrip()
        self.strip.cancel.hide()  # half a conversion is finished at the next opening, never taken back half-way
        lay(self, col(row(self._state, None), self._note, row(*self._acts(), None), self.strip, gap=10))

    def framed(self) -> QFrame:
        """The card as it stands on the page."""
        return card(tr("加密"), self, note=tr("随工作区"), body_margins=(16, 0, 16, 16))

    def show_seen(self, seen: work.Seen) -> None:
        """Show whether the workspace is encrypted, and what can be done about it."""
        if seen.on_server:
            self._state.setText(tr("服务器上的数据库不用工作区口令"))
            self._note.setText(tr("谁能进入，由数据库的用户和口令决定；磁盘、连接和备份的加密由服务器管理员负责。"))
            for each in self._acts():
                each.hide()
            return
        self._state.setText(tr("已加密，打开工作区须输入口令") if seen.encrypted else tr("未加密，能进入这台电脑的人都能读取"))
        self._note.setText(
            tr("口令有人知道而不该再知道时换口令；怀疑有人拿走过副本时换密钥，恢复码随之更换。")
            if seen.encrypted
            else tr("加密后，数据库、收到的原件和备份都须凭口令打开；输出的月报、对账单等文件不加密。")
        )
        self.encrypt.setVisible(not seen.encrypted)
        for each in (self.passphrase, self.key, self.decrypt):
            each.setVisible(seen.encrypted)
        for each in self._acts():
            each.setEnabled(not seen.read_only)
            each.setToolTip(seen.read_only)

    # ---- asking -----------------------------------------------------------------------------------------------------------

    @writes
    def ask(self) -> None:
        """Ask for the passphrase the workspace shall have."""
        if self.encrypt.isHidden() or not self.encrypt.isEnabled():
            return
        said = tr(
            "数据库、收到的原件和备份逐个加密，之前先备份。完成后显示恢复码，只显示这一次；口令和恢复码都没有，数据无法取回。"
        )
        self._ask(tr("加密工作区"), said, _new_words(), lambda a: self._with_code(work.encrypt, a["new"], tr("加密工作区")))

    @writes
    def _ask_passphrase(self) -> None:
        said = tr("数据不动，只换打开它的口令；恢复码不变。忘记口令的，现口令处输入恢复码。")

        def taken(a: Answers) -> None:
            def done(_: None) -> None:
                self._changed(a["new"], tr("口令已更换，恢复码不变"))

            job = work.change_passphrase(a["old"], a["new"])
            self._session.run(self._shell.operations, tr("更换口令"), job, done, self._trouble, owner=self)

        self._ask(tr("更换口令"), said, (_old(), *_new_words()), taken)

    @writes
    def _ask_key(self) -> None:
        said = tr("换一把新密钥，数据库、原件和备份全部重新加密；以前的口令和恢复码打不开换过的工作区。完成后显示新的恢复码。")

        def taken(a: Answers) -> None:
            self._with_code(work.change_key(a["old"]), a["new"], tr("更换密钥"))

        self._ask(tr("更换密钥"), said, (_old(), *_new_words()), taken)

    @writes
    def _ask_off(self) -> None:
        said = tr("数据库、原件和备份恢复为不加密，能进入这台电脑的人都能读取。")

        def taken(a: Answers) -> None:
            self._run(
                tr("解除加密"), work.decrypt(a["old"], self._session.adopt), lambda _: self._changed("", tr("已解除加密"))
            )

        Ask(self, tr("解除加密"), said, (_old(),), taken).open()

    def _ask(self, act: str, said: str, fields: tuple[Field, ...], taken: Callable[[Answers], object]) -> None:
        Ask(self, act, said, fields, taken, check=_words_fault).open()

    # ---- doing ------------------------------------------------------------------------------------------------------------

    def _with_code(self, make: work.Sealing, words: str, title: str) -> None:
        def done(code: str) -> None:
            self._changed(words, tr("{act}已完成", act=title))
            RecoveryCode(self.window(), code).open()

        def failed(failure: Failure) -> None:
            # The key may stand already: what was begun is finished by opening the workspace again with these words.
            self._session.passphrases[self._session.paths.address] = words
            self._trouble(failure)

        self._run(title, make(words, self._session.adopt), done, failed)

    def _run(
        self,
        title: str,
        job: work.Job,
        done: Callable[[str], object],
        failed: Callable[[Failure], object] | None = None,
    ) -> None:
        self.strip.start(title)
        operation = self._session.run(self._shell.operations, title, job, done, failed or self._trouble, owner=self)
        operation.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
        operation.ended.connect(self.strip.finish)

    def _changed(self, words: str, said: str) -> None:
        root = self._session.paths.address
        self._session.passphrases.pop(root, None)
        if words:
            self._session.passphrases[root] = words
        self._shell.announce(CHANGED)
        self._shell.say(said)

    def _acts(self) -> tuple[Button, ...]:
        return self.encrypt, self.passphrase, self.key, self.decrypt


def _old() -> Field:
    return Field("old", tr("现在的口令或恢复码"), required=True, secret=True)


def _new_words() -> tuple[Field, ...]:
    return (
        Field("new", tr("新口令"), required=True, secret=True, hint=tr("至少 8 个字符，可用几个词连写")),
        Field("again", tr("再输入一次"), required=True, secret=True),
    )


def _words_fault(answers: Answers) -> str:
    from zgc_desktop.services.encrypt import SHORTEST

    if len(answers["new"]) < SHORTEST:
        return tr("口令至少 {n} 个字符", n=SHORTEST)
    return "" if answers["new"] == answers["again"] else tr("两次输入不同")


class RecoveryCode(QDialog):
    """Shows the recovery code once; it closes only when somebody says that it was written down."""

    def __init__(self, parent: QWidget, code: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("恢复码"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setMinimumWidth(520)
        shown = label(code, "figure", align=Qt.AlignmentFlag.AlignHCenter)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(tr("恢复码"))
        self._kept = QCheckBox(tr("已抄下，与电脑分开保管"))
        close = button(tr("关闭"), self.accept, role="primary")
        close.setEnabled(False)
        self._kept.toggled.connect(close.setEnabled)
        copy = button(tr("复制（30 秒后清除）"), lambda: copy_for_a_while(code), icon_name="copy")
        said = tr("恢复码只显示这一次。忘记口令时用它打开工作区；口令和恢复码都没有，数据无法取回。")
        items = (label(tr("工作区已加密，请抄下恢复码"), "h2"), label(said, "sub", wrap=True), 8, shown, 8)
        lay(self, col(*items, row(self._kept, None, copy, close), gap=10, margins=(20, 16, 20, 16)))

    def reject(self) -> None:
        """Esc is no answer: the code would be gone."""
        if self._kept.isChecked():
            super().reject()


def copy_for_a_while(code: str) -> None:
    """Put a secret into the clipboard, and take it out again unless something else has been copied since."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(code)
    QTimer.singleShot(CLIPBOARD_MS, clipboard, lambda: clipboard.clear() if clipboard.text() == code else None)
