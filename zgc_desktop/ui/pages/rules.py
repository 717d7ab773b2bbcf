"""规则参数: every dated value with its source, the checks, where the plan disagrees, and the office's own rule files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.pages import rules_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.rules_checks import ChecksTab
from zgc_desktop.ui.pages.rules_compare import CompareTab
from zgc_desktop.ui.pages.rules_office import OfficeTab
from zgc_desktop.ui.pages.rules_parts import ContradictionsTab, RulesTab
from zgc_desktop.ui.pages.tabbed import Part, TabbedPage, widget_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels.rules_compare import editions

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

RULES, CHECKS, CONTRADICTIONS, OFFICE, COMPARE = range(5)


class RulesPage(TabbedPage):
    """Five tabs over what the program computes with; nothing is invented, what is open says 未定."""

    subjects = frozenset({"rules"})
    rules, checks = widget_of(RULES), widget_of(CHECKS)
    contradictions, office, compare = widget_of(CONTRADICTIONS), widget_of(OFFICE), widget_of(COMPARE)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("规则参数"), titles())
        self.seen: work.Seen | None = None
        self._wanted: object = None

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def look(self, ctx: AppContext) -> work.Seen:
        """Rules, checks, contradictions and the office's own files; for a worker."""
        return work.look(ctx, self.shell.month)

    def show_target(self, target: object) -> None:
        """Show a check by its code (X-JUMP), a contradiction (K01), a rule by its key, or (rule's key, name of a value).

        A page that is still being read shows it as soon as it is.
        """
        self._wanted = target if self.seen is None else None
        if self.seen is None or not self.built:
            return
        key, value = target if isinstance(target, tuple) else (target, "")
        for tab in (RULES, CHECKS, CONTRADICTIONS):
            if self.tables[tab].table.find(key) is not None:
                self.tabs.choose(tab)
                self.tables[tab].select_key(key)
                if value:
                    self.rules.values.select_key(value)
                return

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {key: do for key, do in super().offers().items() if key != "export"}  # rules leave as the files they are

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """What the tabs share."""
        self.seen = None
        self.strip = ProgressStrip()
        self.strip.cancelled.connect(self.shell.operations.cancel_all)
        kept_as = ("rules", "rules_checks", "rules_contradictions", "rules_office", "rules_compare")
        self.lay_out(kept_as, tr("名称、编号、依据"), strip=self.strip)

    def make_part(self, n: int) -> Part:
        """One of the tabs."""
        made: Part
        if n == RULES:
            rules = RulesTab(self._ask_copy, self._open_file)
            self.remember(self.session.need().who, rules_values=rules.values)
            rules.values.summed.connect(self.shell.show_sum)
            made = Part(rules, rules.rules)
        elif n == CHECKS:
            checks = ChecksTab(self._try_check, self._switch)
            made = Part(checks, checks.table)
        elif n == CONTRADICTIONS:
            contradictions = ContradictionsTab(self._ask_copy)
            made = Part(contradictions, contradictions.table)
        elif n == COMPARE:
            compare = CompareTab()
            made = Part(compare, compare.table)
        else:
            office = OfficeTab(self._open_folder, self.refresh, self._try_months, lambda: self.tabs.choose(RULES))
            office.tried.summed.connect(self.shell.show_sum)
            made = Part(office, office.files)
        assert made.table is not None
        made.table.summed.connect(self.shell.show_sum)
        return made

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: work.Seen) -> None:
        """Show what was read."""
        self.seen = seen
        counts = (len(seen.items), len(seen.checks), len(seen.contradictions), len(seen.files))
        for n, (title, count) in enumerate(zip(self.titles, counts, strict=False)):
            self.tabs.set_title(n, f"{title} {count}")
        for n in range(len(self.titles)):
            if self.is_made(n):
                self.show_part(n)
        self.note.setText(tr("按 {day}；未定 {n} 项", day=seen.day, n=seen.undetermined))
        if seen.fault:
            said = tr("本办规则有误，现按随程序的规则显示：{why}", why=seen.fault)
            self.ribbon.trouble(said, tr("看本办规则"), lambda: self.tabs.choose(OFFICE))
        else:
            self.ribbon.hide()
        if self._wanted is not None:
            self.show_target(self._wanted)

    def show_part(self, n: int) -> None:
        """Show what was read in one tab."""
        if self.seen is None:
            return
        tab: Any = self.part(n).widget
        if n == RULES:
            tab.show_rules(self.seen.items, self.seen.day)
        elif n == OFFICE:
            tab.show_seen(self.seen)
        elif n == COMPARE:
            tab.show_editions(editions(self.seen.items, self.seen.shipped))
        else:
            tab.show_rows(self.seen.checks if n == CHECKS else self.seen.contradictions)

    # ---- acting ------------------------------------------------------------------------------------------------------------

    @writes
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

        self.session.run(
            self.shell.operations,
            tr("复制规则文件"),
            lambda ctx, _p, _c: work.take_over(ctx, name),
            done,
            self.trouble,
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
        self.session.run(
            self.shell.operations,
            tr("试算规则"),
            lambda ctx, _p, _c: work.try_months(ctx),
            self.office.show_tried,
            self.trouble,
            owner=self,
        )

    def _try_check(self, code: str, numbers: Mapping[str, int], months: int) -> None:
        title = tr("试运行 {code}", code=code)
        self.strip.start(title)
        operation = self.session.run(
            self.shell.operations,
            title,
            work.trial(code, numbers, months),
            self.checks.show_trial,
            self.trouble,
            owner=self,
        )
        operation.progressed.connect(lambda step: self.strip.advance(step.n, step.of, step.text))
        operation.ended.connect(self.strip.finish)

    def _switch(self, code: str, active: bool, day: date | None, reason: str, numbers: Mapping[str, int]) -> None:
        def done(change: ChangeSummary) -> None:
            self.shell.announce(change)
            self.shell.say(change.sentence)

        self.session.run(
            self.shell.operations,
            tr("改动校验"),
            work.switch(code, active, day, reason, numbers),
            done,
            self.trouble,
            owner=self,
        )


def titles() -> list[str]:
    """The tabs."""
    return [tr("规则"), tr("校验目录"), tr("口径差异"), tr("本办规则"), tr("版本比较")]
