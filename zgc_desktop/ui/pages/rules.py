"""规则参数: every dated value with its source, the checks, where the plan disagrees, and the office's own rule files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import rules_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.opening import not_open, trouble
from zgc_desktop.ui.pages.rules_checks import ChecksTab
from zgc_desktop.ui.pages.rules_office import OfficeTab
from zgc_desktop.ui.pages.rules_parts import ContradictionsTab, RulesTab
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon
from zgc_desktop.ui.widgets.basic import Tabs, label, page_head
from zgc_desktop.ui.widgets.layout import page_body
from zgc_desktop.viewmodels import rules as vm

RULES, CHECKS, CONTRADICTIONS, OFFICE = range(4)


class RulesPage(Page):
    """Four tabs over what the program computes with; nothing is invented, what is open says 未定."""

    subjects = frozenset({"rules"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self.tab = RULES
        self.seen: work.Seen | None = None
        self._wanted: object = None

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self.seen = False, None
            self.put(not_open(self._session, tr("规则参数")))
            return
        if not self._built:
            self._build()
        month = self.shell.month
        self._session.read(
            self.shell.operations, tr("读取规则"), lambda ctx: work.look(ctx, month), self._take, self._cannot_read, owner=self
        )

    def show_target(self, target: object) -> None:
        """Show a check by its code (X-JUMP), a contradiction (K01), a rule by its key, or (rule's key, name of a value).

        A page that is still being read shows it as soon as it is.
        """
        self._wanted = target if self.seen is None else None
        if self.seen is None or not self._built:
            return
        key, value = target if isinstance(target, tuple) else (target, "")
        for tab, table in enumerate(self._tables()[:3]):
            if table.table.find(key) is not None:
                self.tabs.choose(tab)
                table.select_key(key)
                if value:
                    self.rules.values.select_key(value)
                return

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._find,
            "refresh": self.refresh,
            "next_record": lambda: self._step(1),
            "previous_record": lambda: self._step(-1),
        }

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.tabs = Tabs([tr("规则"), tr("校验目录"), tr("口径差异"), tr("本办规则")])
        self.tabs.chosen.connect(self._show_tab)
        self.note = label("", "sub")
        self.search = QLineEdit()
        self.search.setFixedWidth(200)
        self.search.setPlaceholderText(tr("名称、编号、依据"))
        self.search.setAccessibleName(tr("在本页查找"))
        self.search.textChanged.connect(lambda words: self._tables()[self.tab].search(words))
        self.ribbon, self.strip = Ribbon(), ProgressStrip()
        self.strip.cancelled.connect(self.shell.operations.cancel_all)
        self.rules = RulesTab(self._ask_copy, self._open_file)
        self.checks = ChecksTab(self._try_check, self._switch)
        self.contradictions = ContradictionsTab(self._ask_copy)
        self.office = OfficeTab(self._open_folder, self.refresh, self._try_months, lambda: self.tabs.choose(RULES))
        inside = QFrame()
        self._stack = QStackedLayout(inside)
        for each in (self.rules, self.checks, self.contradictions, self.office):
            self._stack.addWidget(each)
        self._connect()
        self._built = True
        head = page_head(tr("规则参数"), tabs=self.tabs, tools=[self.note, self.search])
        self.put(page_body(head, self.strip, self.ribbon, (inside, 1)))

    def _connect(self) -> None:
        for table in (*self._tables(), self.rules.values, self.office.tried):
            table.summed.connect(self.shell.show_sum)
        names = ("rules", "rules_checks", "rules_contradictions", "rules_office")
        kept = dict(zip(names, self._tables(), strict=True))
        self.remember(self._session.need().who, rules_values=self.rules.values, **kept)

    def _tables(self) -> tuple[DataTable[Any], ...]:
        return self.rules.rules, self.checks.table, self.contradictions.table, self.office.files

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _take(self, seen: work.Seen) -> None:
        if not self._built:
            return
        self.seen = seen
        self.rules.show_rules(seen.items, seen.day)
        self.checks.show_rows(seen.checks)
        self.contradictions.show_rows(seen.contradictions)
        self.office.show_seen(seen)
        counts = (len(seen.items), len(seen.checks), len(seen.contradictions), len(seen.files))
        for n, (title, count) in enumerate(
            zip((tr("规则"), tr("校验目录"), tr("口径差异"), tr("本办规则")), counts, strict=True)
        ):
            self.tabs.set_title(n, f"{title} {count}")
        open_ = sum(line.state == "未定" for item in seen.items for line in vm.value_lines(item, seen.day))
        self.note.setText(tr("按 {day}；未定 {n} 项", day=seen.day, n=open_))
        if seen.fault:
            said = tr("本办规则有误，现按随程序的规则显示：{why}", why=seen.fault)
            self.ribbon.trouble(said, tr("看本办规则"), lambda: self.tabs.choose(OFFICE))
        else:
            self.ribbon.hide()
        if self._wanted is not None:
            self.show_target(self._wanted)

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("规则参数"), tr("规则没有读出来"), failure, self._session))

    def _show_tab(self, n: int) -> None:
        self.tab = n
        self._stack.setCurrentIndex(n)
        self._tables()[n].search(self.search.text())

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def _ask_copy(self, name: str) -> None:
        said = tr(
            "把随程序的 {name} 复制到本办规则文件夹，以后以本办文件为准。"
            "内容先与原文件相同；改动须写明依据，在“本办规则”中校验、比较、试算。",
            name=name,
        )
        Ask(self, tr("复制为本办规则"), said, (), lambda _: self._copy(name)).open()

    def _copy(self, name: str) -> None:
        def done(path: Path) -> None:
            self.shell.announce(ChangeSummary(tr("已复制 {name}", name=name), subjects=frozenset({"rules"})))
            self.shell.say(tr("已复制到 {path}", path=path))
            self.tabs.choose(OFFICE)

        self._session.run(
            self.shell.operations,
            tr("复制规则文件"),
            lambda ctx, _p, _c: work.take_over(ctx, name),
            done,
            self._trouble,
            owner=self,
        )

    def _open_file(self, name: str) -> None:
        assert self.seen is not None
        shipped = self.seen.resources / (name if name.startswith("catalogue/") else f"rules/{name}")
        own = self.seen.folder / name
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own if own.is_file() else shipped)))

    def _open_folder(self) -> None:
        assert self.seen is not None
        self.seen.folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.seen.folder)))

    def _try_months(self) -> None:
        self._session.run(
            self.shell.operations,
            tr("试算规则"),
            lambda ctx, _p, _c: work.try_months(ctx),
            self.office.show_tried,
            self._trouble,
            owner=self,
        )

    def _try_check(self, code: str, numbers: Mapping[str, int], months: int) -> None:
        title = tr("试运行 {code}", code=code)
        self.strip.start(title)
        operation = self._session.run(
            self.shell.operations,
            title,
            work.trial(code, numbers, months),
            self.checks.show_trial,
            self._trouble,
            owner=self,
        )
        operation.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
        operation.ended.connect(self.strip.finish)

    def _switch(self, code: str, active: bool, day: date | None, reason: str, numbers: Mapping[str, int]) -> None:
        def done(change: ChangeSummary) -> None:
            self.shell.announce(change)
            self.shell.say(change.sentence)

        self._session.run(
            self.shell.operations,
            tr("改动校验"),
            work.switch(code, active, day, reason, numbers),
            done,
            self._trouble,
            owner=self,
        )

    def _trouble(self, failure: Failure) -> None:
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    # ---- moving about -------------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self._built:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self._built:
            return
        table = self._tables()[self.tab]
        data, key = table.table, table.current_key()
        if len(data):
            at = data.find(key) if key is not None else None
            table.select_key(data.key_at(0 if at is None else max(0, min(len(data) - 1, at + by))))
