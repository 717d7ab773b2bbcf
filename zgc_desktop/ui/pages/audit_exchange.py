"""The exchange tab of 审计备份: every package sent and received, answers and rules for the parks, case slips, keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.exchange.listing import PackageItem, PartyKey
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.park_parts import Packing
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, empty_state
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import park as vm


class ExchangeTab(Packing, QWidget):
    """A list of packages with what can be sent from here; reads for itself whenever the page does."""

    def __init__(self, shell: Shell, session: Session, ribbon: Ribbon) -> None:
        super().__init__()
        self.shell, self.session, self.ribbon, self.built = shell, session, ribbon, True
        self.seen: work.ExchangeSeen | None = None
        self.table: DataTable[PackageItem] = DataTable(vm.PACKAGE_COLUMNS, lambda p: p.id, name=tr("交换包"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.note = ElidedLabel("", "note")
        self.out = button(tr("取出文件…"), self._take_out)
        self.again = button(tr("原包再写一份…"), self._again)
        self.answer = button(tr("打回执退回包…"), self.ask_answer)
        self.rules = button(tr("打规则包…"), self.ask_rules)
        cases = button(tr("案卷…"), lambda: shell.go("park_cases"))
        come = button(tr("收交换包…"), self.choose_packages, role="primary")
        tools: tuple[Button, ...] = (self.out, self.again, self.answer, self.rules, cases, come)
        head = box(row(label(tr("交换包"), "h3"), (self.note, 1), *tools, margins=(16, 0, 12, 0)), height=52)
        said = tr("分园发来的报送包、案卷包拖到窗口任一处即可收；回执、退回件、规则由这里打包发出。")
        nothing = empty_state(tr("还没有往来"), said, link=tr("收交换包…"), on_link=self.choose_packages)
        self.keys = label("", "note", wrap=True)
        foot = box(
            row((self.keys, 1), *self._key_buttons(), gap=8, margins=(16, 8, 16, 12)),
        )
        lay(self, col((box(col(head, (TablePane(self.table, empty=nothing), 1), foot, gap=0, margins=INSIDE), "card"), 1)))

    def _key_buttons(self) -> tuple[Button, ...]:
        return (
            button(tr("登记对方公钥…"), self._trust, role="small"),
            button(tr("导出本单位公钥…"), self._export_key, role="small"),
            button(tr("生成密钥…"), self._make_key, role="small"),
        )

    def read(self) -> None:
        """Read packages and keys again."""
        self.session.read(self.shell.operations, tr("读取交换包"), work.packages, self._take, self.trouble, owner=self)

    def _take(self, seen: work.ExchangeSeen) -> None:
        self.seen = seen
        self.table.set_rows(seen.packages)
        came = sum(1 for p in seen.packages if p.direction == "in")
        self.note.setText(tr("收到 {came}，发出 {sent}", came=came, sent=len(seen.packages) - came))
        self.keys.setText(_key_words(seen.keys))
        for each in (self.answer, self.rules):
            each.setVisible(seen.me == CITY)
        if self.table.current_key() is None and seen.packages:
            self.table.select_key(seen.packages[0].id)
        self._follow()

    def _follow(self) -> None:
        item = self._item()
        self.out.setEnabled(item is not None)
        self.again.setEnabled(item is not None and item.direction == "out")

    def _item(self) -> PackageItem | None:
        key = self.table.current_key()
        return next((p for p in self.table.table.rows if p.id == key), None)

    def trouble(self, failure: Failure) -> None:
        """Say above the page what was refused."""
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def _take_out(self) -> None:
        item = self._item()
        if item is not None:
            self.take_out(item.id, [p.name for p in item.manifest.parts])

    def _again(self) -> None:
        item = self._item()
        if item is not None:
            self.pack(tr("原包再写一份"), lambda folder: work.again(item.id, folder))

    @writes
    def ask_answer(self) -> None:
        """Ask for park and month, then pack receipts, return file and statement."""
        if self.seen is None:
            return
        month = self.shell.month or self.seen.month
        said = tr("每版一份回执、最近一次的退回件、已算出的对账单，打成一个包发给分园。")
        fields = (Field("park", tr("分园"), choices=self.seen.parks), Field("month", tr("月份"), str(month), required=True))

        def given(a: Answers) -> None:
            self.pack(tr("打回执退回包"), lambda folder: work.pack_answer(a["park"], Month.parse(a["month"]), folder))

        Ask(self, tr("打回执退回包"), said, (fields,), given, check=month_fault).open()

    @writes
    def ask_rules(self) -> None:
        """Ask for the park, then pack the rule set."""
        if self.seen is None:
            return
        said = tr("校验开关与参数、列的对应、本办名录。分园收下后，自检与市级接收时用同一套规则。")
        field = Field("park", tr("分园"), choices=self.seen.parks)
        act = tr("打规则包")
        Ask(self, act, said, (field,), lambda a: self.pack(act, lambda folder: work.pack_rules(a["park"], folder))).open()

    @writes
    def _make_key(self) -> None:
        said = tr("本单位以后打的包都用它签名；对方登记公钥后才收得下。此前的密钥停用，对方须重新登记。")
        Ask(self, tr("生成密钥"), said, (), lambda _: self.start(tr("生成密钥"), work.make_key, self._made)).open()

    def _made(self, key: PartyKey) -> None:
        self.shell.say(tr("已生成密钥，指纹 {print}", print=key.print))
        self.shell.announce(ChangeSummary("", subjects=frozenset({"exchange"})))

    def _export_key(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("导出本单位公钥"))
        if folder:
            told: Callable[[Path], None] = lambda path: self.shell.say(tr("公钥已写到 {path}", path=path))  # noqa: E731
            self.start(tr("导出公钥"), work.export_key(Path(folder)), told)

    @writes
    def _trust(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("登记对方公钥"), "", "JSON (*.json)")
        if name:
            self.start(tr("登记公钥"), work.trust_key(Path(name)), self._trusted)

    def _trusted(self, change: ChangeSummary) -> None:
        self.shell.announce(change)
        self.shell.say(change.sentence, lambda: self.shell.undo(change.journal_seq))


def _key_words(keys: tuple[PartyKey, ...]) -> str:
    """The keys in use in one line: our own print, and whose are noted."""
    own = next((k for k in keys if k.is_own and not k.ended_at), None)
    noted = "、".join(k.party for k in keys if not k.is_own and not k.ended_at)
    mine = tr("本单位密钥指纹 {print}", print=own.print) if own else tr("本单位没有密钥，包不签名")
    return f"{mine}；" + (tr("已登记公钥：{who}", who=noted) if noted else tr("没有登记对方的公钥"))


def month_fault(given: Answers) -> str:
    """Why a month is none; empty where it is one."""
    try:
        Month.parse(given["month"])
    except ValueError:
        return tr("月份写作 2026-10")
    return ""
