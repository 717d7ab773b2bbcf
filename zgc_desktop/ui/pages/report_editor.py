"""What an editor does to a draft in 报告中心: rewrite sentences, keep or drop matters, say why figures were put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress
from zgc_desktop.ui.pages import report_asks
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.report_lists import ItemList
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import reports as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

WORDS, MATTERS, ERRATA = 1, 2, 3
"""The tabs, in the order of ``viewmodels.reports.TABS``."""


class ReportEditor(QObject):
    """The three lists beside the preview, read when looked at, and what their buttons do."""

    def __init__(self, shell: Shell, session: Session, on_trouble: Callable[[Failure], object]) -> None:
        super().__init__()
        self._shell, self._session, self._on_trouble = shell, session, on_trouble
        self._month: Month | None = None
        self._published = False
        self._known: set[int] = set()
        self._matters: dict[str, vm.Matter] = {}
        self.add = button(tr("自拟一项…"), self._ask_own, role="small")
        self.words = ItemList(tr("月报文字"), tr("选定期间后列出。"), self._on_sentence)
        self.matters = ItemList(
            tr("问题与建议"), tr("本月数据没有生成候选，上月也没有保留的事项。"), self._on_matter, tools=[self.add]
        )
        self.errata = ItemList(tr("勘误"), tr("没有对已发布月报的更正。"), self._on_erratum)
        self.lists = (self.words, self.matters, self.errata)

    def show_month(self, month: Month | None, *, published: bool, tab: int) -> None:
        """Another month, or the same after something changed: what is shown is read again."""
        self._month, self._published = month, published
        self._known.clear()
        self.add.setEnabled(month is not None and not published)
        self.look(tab)

    def look(self, tab: int) -> None:
        """Read the list of a tab, once."""
        month, published = self._month, self._published
        if tab == 0 or month is None or tab in self._known:
            return
        self._known.add(tab)

        def read(ctx: AppContext) -> tuple[vm.ListItem, ...]:
            return self._read(ctx, tab, month, published)

        def show(items: tuple[vm.ListItem, ...]) -> None:
            if month == self._month:
                self.lists[tab - 1].show_items(items)

        self._session.read(
            self._shell.operations, tr("读取{what}", what=vm.TABS[tab]), read, show, self._on_trouble, owner=self
        )

    def _read(self, ctx: AppContext, tab: int, month: Month, published: bool) -> tuple[vm.ListItem, ...]:
        from zgc_desktop.services import errata, matters, month_report, words

        if tab == WORDS:
            return vm.sentence_items(words.listed(ctx, month), published=published)
        if tab == MATTERS:
            found = matters.listed(ctx, month)
            self._matters = {m.key: m for m in found}
            return vm.matter_items(found, published=published)
        issued = month_report.document(ctx, month).errata if published else errata.for_issue(ctx, month)
        return vm.erratum_items(issued or ())

    # ---- doing --------------------------------------------------------------------------------------------------------------

    def _do(self, name: str, work: Callable[[AppContext], ChangeSummary | None]) -> None:
        def done(change: ChangeSummary | None) -> None:
            if change is not None:
                self._shell.announce(change)
                self._shell.say(change.sentence)

        def run(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary | None:
            return work(ctx)

        self._session.run(self._shell.operations, name, run, done, self._on_trouble, owner=self)

    def _need(self) -> Month:
        assert self._month is not None, "a line is only shown for a month"
        return self._month

    @writes
    def _on_sentence(self, item: vm.ListItem, act: str) -> None:
        month, (section, place) = self._need(), item.key.split("/")

        def rewrite(text: str) -> None:
            from zgc_desktop.services import words

            self._do(tr("改写月报文字"), lambda ctx: words.edit(ctx, month, section, int(place), text))

        if act == "改写":
            report_asks.sentence(self.words, item, rewrite)
            return
        from zgc_desktop.services import words

        self._do(tr("恢复原句"), lambda ctx: words.reset(ctx, month, section, int(place)))

    @writes
    def _on_matter(self, item: vm.ListItem, act: str) -> None:
        from zgc_desktop.services import matters

        month = self._need()
        if act == "不列":
            self._do(tr("不列一项"), lambda ctx: matters.drop(ctx, month, item.key))
        elif act == "落实情况":
            report_asks.follow_up(
                self.matters, item, lambda text: self._do(act, lambda ctx: matters.follow(ctx, month, item.key, text))
            )
        else:
            m = self._matters[item.key]

            def keep(text: str, owner: str, due: date | None) -> None:
                self._do(tr("保留一项"), lambda ctx: matters.keep(ctx, month, item.key, text=text, owner=owner, due=due))

            report_asks.matter(self.matters, tr("保留"), m.text, m.owner, m.due.isoformat() if m.due else "", keep)

    @writes
    def _ask_own(self) -> None:
        from zgc_desktop.services import matters

        month = self._need()

        def add(text: str, owner: str, due: date | None) -> None:
            self._do(tr("自拟一项"), lambda ctx: matters.add(ctx, month, text, owner, due))

        report_asks.matter(self.matters, tr("自拟一项"), "", "", "", add)

    @writes
    def _on_erratum(self, item: vm.ListItem, _act: str) -> None:
        from zgc_desktop.services import errata

        month, code = item.key.split("/", 1)

        def give(text: str) -> None:
            self._do(tr("登记更正原因"), lambda ctx: errata.give_reason(ctx, Month.parse(month), code, text))

        report_asks.reason(self.errata, item, give)
