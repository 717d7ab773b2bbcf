"""The card 多台电脑 of 设置: where the workspace stands, who is at it, an address tried or opened, moving there and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from zgc_desktop.domain.addresses import EXAMPLE, ServerAddress
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import KnownError
from zgc_desktop.paths import Address, address_of
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress
from zgc_desktop.ui.pages import settings_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.basic import button, card, label
from zgc_desktop.ui.widgets.layout import clear, col, lay, row
from zgc_desktop.ui.widgets.rights import writes

if TYPE_CHECKING:
    from zgc_desktop.services.desks import Desk, Tried
    from zgc_desktop.services.relocate import Moved

CHANGED = ChangeSummary("", subjects=frozenset({"settings", "backup"}))
MOST_NAMED = 8


class Desks(QWidget):
    """What the state is, and the acts that fit it."""

    def __init__(self, shell: Shell, session: Session, on_trouble: Callable[[Failure], object]) -> None:
        super().__init__()
        self._shell, self._session, self._trouble = shell, session, on_trouble
        self._state, self._note = label("", wrap=True), label("", "note", wrap=True)
        self._present = QVBoxLayout()
        self._present.setSpacing(2)
        self.address, self.password = QLineEdit(), QLineEdit()
        self.address.setAccessibleName(tr("服务器上的数据库"))
        self.address.setPlaceholderText(EXAMPLE)
        self.address.textChanged.connect(lambda _: self._follow())
        self.password.setAccessibleName(tr("数据库口令"))
        self.password.setPlaceholderText(tr("口令，可空"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFixedWidth(120)
        self.found = label("", "note", wrap=True)
        self.test = button(tr("测试地址"), self._try, role="small")
        self.open = button(tr("打开"), self._open, role="small")
        self.move_there = button(tr("搬到这里…"), self._ask_there, role="small")
        self.move_back = button(tr("搬回文件夹…"), self._ask_back, role="small")
        self.share = button(tr("规则交给全办…"), self._ask_share, role="small")
        self.stay = button(tr("继续使用这一份…"), self._ask_stay, role="small")
        self.strip = ProgressStrip()
        self.strip.cancel.hide()  # a move is one transaction: it is whole, or nothing of it stands
        entry = row((self.address, 1), self.password, gap=8)
        here = row(self.move_back, self.share, self.stay, None)
        acts = row(self.test, self.open, self.move_there, None)
        head = label(tr("服务器上的数据库"), "note")
        body = col(self._state, self._present, self._note, here, head, entry, acts, self.found, self.strip, gap=8)
        lay(self, body)

    def framed(self) -> QFrame:
        """The card as it stands on the page."""
        return card(tr("多台电脑"), self, note=tr("随工作区"), body_margins=(16, 0, 16, 16))

    def show_seen(self, seen: work.Seen) -> None:
        """Show where the workspace stands and who is at it."""
        on_server = seen.on_server
        self._state.setText(
            tr("在服务器上，多台电脑可以同时使用") if on_server else tr("在本机文件夹里，同一时间只有一台电脑写入")
        )
        clear(self._present)
        for each in seen.desks[:MOST_NAMED]:
            self._present.addWidget(label(_desk_words(each), "note"))
        if len(seen.desks) > MOST_NAMED:
            self._present.addWidget(label(tr("另有 {n} 台", n=len(seen.desks) - MOST_NAMED), "note"))
        said = [
            tr("每一步轮流写入，别人写的几秒内显示在这里；断线时只能查看。")
            if on_server
            else tr("几个人要同时用，先请管理员在 PostgreSQL 上建一个空库，再把工作区搬过去；随时可以搬回来。")
        ]
        if seen.left_for:
            said = [tr("已搬到 {to}，这里只能查看。", to=seen.left_for)]
        if seen.unshared:
            said.append(tr("本机改过的规则还没有交给全办：{names}。", names="、".join(seen.unshared)))
        self._note.setText("".join(said))
        self.move_back.setVisible(on_server and not seen.left_for)
        self.share.setVisible(bool(seen.unshared))
        self.stay.setVisible(bool(seen.left_for))
        self._movable = not on_server and not seen.read_only
        self._why_not = seen.read_only or (tr("已在服务器上；要换一台，先搬回文件夹") if on_server else "")
        self.move_back.setEnabled(not seen.read_only)
        self.move_back.setToolTip(seen.read_only)
        self._follow()

    # ---- inside -------------------------------------------------------------------------------------------------------

    _movable, _why_not = False, ""

    def _follow(self) -> None:
        typed = bool(self.address.text().strip())
        for each in (self.test, self.open):
            each.setEnabled(typed)
        self.move_there.setEnabled(typed and self._movable)
        self.move_there.setToolTip(self._why_not)
        self._say("")

    def _say(self, sentence: str) -> None:
        self.found.setText(sentence)
        self.found.setVisible(bool(sentence))

    def _typed(self) -> ServerAddress | None:
        """The address that is typed; None, and why, where it is none."""
        try:
            found = address_of(self.address.text())
        except KnownError as problem:
            self._say(problem.sentence)
            return None
        if isinstance(found, ServerAddress):
            return found
        self._say(tr("这是一个文件夹；服务器上的数据库写成 {example}", example=EXAMPLE))
        return None

    def _try(self) -> None:
        address, words = self._typed(), self.password.text()
        if address is None:
            return

        def look(_progress: Progress, _cancelled: IsCancelled) -> Tried:
            from zgc_desktop.services import desks

            return desks.try_address(address, words)

        self._say(tr("正在连接…"))
        run = self._shell.operations.run
        run(tr("测试地址"), look, lambda t: self._say(t.sentence), self._not_reached, owner=self, database=False)

    def _not_reached(self, failure: Failure) -> None:
        self._say(failure.sentence)

    def _open(self) -> None:
        address = self._typed()
        if address is not None:
            self._remember(address)
            self._session.reopen(address)

    def _remember(self, address: Address) -> None:
        if self.password.text():
            self._session.passphrases[address] = self.password.text()

    @writes
    def _ask_there(self) -> None:
        address = self._typed()
        if address is None:
            return
        said = tr(
            "全部数据、原件和操作记录搬到 {to}，逐表逐件核对，一致才算搬成；搬成后窗口转到那里，这里的一份只供查看。",
            to=address.url,
        )
        Ask(self, tr("搬到服务器"), said, (), lambda _: self._move(address)).open()

    @writes
    def _ask_back(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("搬到哪个空文件夹"), "")
        if not folder:
            return
        said = tr("全部数据、原件和操作记录搬到 {to}，核对一致才算搬成；其他电脑此后只能查看服务器上的一份。", to=folder)
        Ask(self, tr("搬回文件夹"), said, (), lambda _: self._move(address_of(folder))).open()

    def _move(self, to: Address) -> None:
        words = self.password.text()

        def done(moved: Moved) -> None:
            self._remember(moved.target)
            self._session.reopen(moved.target)
            rows, files = moved.rows, moved.files
            self._shell.say(tr("已搬到 {to}：{rows} 行、{files} 份原件没有差别", to=moved.target, rows=rows, files=files))

        self.strip.start(tr("搬迁"))
        job = work.move(to, words)
        operation = self._session.run(self._shell.operations, tr("搬迁工作区"), job, done, self._failed, owner=self)
        operation.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
        operation.ended.connect(self.strip.finish)

    def _failed(self, failure: Failure) -> None:
        self._say(failure.sentence)
        self._trouble(failure)

    @writes
    def _ask_share(self) -> None:
        said = tr("本机 rules 文件夹里的规则交给全办，各台电脑随即按它计算；记入操作记录，可以撤销。")
        fields = (Field("reason", tr("理由")),)
        Ask(self, tr("规则交给全办"), said, fields, lambda a: self._write(work.share_rules(a["reason"]))).open()

    def _ask_stay(self) -> None:
        said = tr("搬走以后继续用这一份，两份各写各的，不会合到一起。")
        fields = (Field("reason", tr("理由"), required=True),)
        Ask(self, tr("继续使用这一份"), said, fields, lambda a: self._write(work.stay(a["reason"]), anew=True)).open()

    def _write(self, job: work.Written, *, anew: bool = False) -> None:
        def done(change: ChangeSummary) -> None:
            self._shell.announce(change if change.subjects else CHANGED)
            self._shell.say(change.sentence)
            if anew:
                self._session.reopen(None)

        self._session.run(self._shell.operations, tr("多台电脑"), job, done, self._trouble, owner=self)


def _desk_words(desk: Desk) -> str:
    """Who, where, since when, and what is being written."""
    since = desk.since[:16].replace("T", " ")
    said = tr("{who}　电脑 {machine}　自 {since}", who=desk.who, machine=desk.machine, since=since)
    return said + (tr("　正在写入：{doing}", doing=desk.doing) if desk.doing else "")
