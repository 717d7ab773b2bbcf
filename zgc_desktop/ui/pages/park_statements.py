"""我的对账单: every line of the city's newest statements, confirmed or disputed by package; the papers themselves beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.exchange.replies import CONFIRMED, DISPUTED
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, days_fault
from zgc_desktop.ui.pages.park_parts import ExchangePage, FactsCard
from zgc_desktop.ui.pages.tabbed import Act, Part, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import park as vm
from zgc_desktop.viewmodels import statements as sv

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

LINES, FILES = range(2)


class ParkStatementsPage(ExchangePage):
    """Lines to answer and files to take out; an answer is packed at once, and the last package alone is enough."""

    subjects = frozenset({"exchange", "settings"})
    lines, files = table_of(LINES), table_of(FILES)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("我的对账单"), [tr("逐笔答复"), tr("对账单")])
        self.seen: work.StatementsSeen | None = None

    def look(self, ctx: AppContext) -> work.StatementsSeen:
        """The lines and the statements that came; for a worker."""
        return work.statements(ctx)

    def build(self) -> None:
        """Two lists and the card behind them."""
        self.facts = FactsCard()
        kept_as = ("park_statement_lines", "park_statements")
        self.lay_out(kept_as, tr("月份、企业、案件号"), self.card(self.facts.frame))

    def make_part(self, n: int) -> Part:
        """One of the lists."""
        columns: Any = (sv.STATEMENT_COLUMNS, vm.FILE_COLUMNS)[n]
        return self.list_part(n, DataTable(columns, lambda x: x.key, name=self.titles[n]), self._empty(n))

    def _empty(self, n: int) -> QFrame:
        said = tr("市级结算后，回执退回包里带着本区的对账单（PDF 与 Excel）。")
        title = tr("没有要答复的结算行") if n == LINES else tr("没有对账单")
        return empty_state(title, said, act=tr("收市级的包…"), on_act=self.choose_packages)

    def take(self, seen: work.StatementsSeen) -> None:
        """Show what was read."""
        self.seen = seen
        waiting = sum(1 for x in seen.lines if x.is_waiting)
        self.note.setText(tr("待答复 {n} 笔；每月以市级最后发来的为准", n=waiting))
        self.fill((seen.lines, seen.files))

    def follow(self) -> None:
        """Show what stands behind the chosen line, or where the chosen file came from."""
        found: Any = self.current()
        if self.tab == LINES:
            self.facts.show(sv.statement_facts(found) if found else ())
            self.say(found.company if found else "", f"{found.month}　{found.case_id}" if found else "")
        else:
            self.facts.show((("来自", found.package.file_name), ("市级打包", found.package.manifest.who)) if found else ())
            self.say(found.name if found else "", "")
        self.offer()

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def acts_of(self) -> list[Act]:
        """Answer lines, take papers out, or take in."""
        found: Any = self.current()
        come: Act = (tr("收市级的包…"), self.choose_packages)
        if found is None:
            return [come]
        if self.tab == FILES:
            return [(tr("取出对账单…"), lambda: self.take_out(found.package.id, [found.part])), come]
        acts: list[Act] = []
        if not found.is_locked:
            acts += [(tr("确认…"), partial(self._confirm, found.month, [found.line_key]))]
            if sum(1 for x in self._of_month(found.month)) > 1:
                acts += [(tr("全月确认…"), lambda: self._confirm(found.month, ()))]
        return [*acts, (tr("登记差异…"), partial(self._dispute, found)), come]

    def _of_month(self, month: Month) -> list[sv.StatementItem]:
        return [x for x in self.seen.lines if x.month == month] if self.seen else []

    @writes
    def _confirm(self, month: Month, keys: Sequence[str]) -> None:
        lines = [x for x in self._of_month(month) if not keys or x.line_key in keys]
        said = tr(
            "{month} 共 {n} 笔，本区收付净额 {net} 元。确认只对这些数有效，数变了要重新确认。",
            month=month,
            n=len(lines),
            net=sv.net_of(lines),
        )
        self._ask(tr("确认对账单"), said, month, CONFIRMED, keys, [])

    @writes
    def _dispute(self, line: sv.StatementItem) -> None:
        said = tr("{name}：市级算得 {due} 元。写明分歧与依据，市级在结算里看到并处理。", name=line.company, due=line.due)
        fields = [
            Field("reason", tr("分歧与依据"), required=True),
            Field("claimed", tr("本区认为应为（元）"), hint=tr("可不写，如 600000.00")),
        ]
        self._ask(tr("登记差异"), said, line.month, DISPUTED, [line.line_key], fields)

    def _ask(self, act: str, said: str, month: Month, word: str, keys: Sequence[str], more: Sequence[Field]) -> None:
        assert self.seen is not None
        day, who = tr("答复日期"), tr("经办人")
        people = (Field("on", day, str(self.seen.today), required=True), Field("person", who, self.seen.person, required=True))

        def given(a: Answers) -> None:
            self.pack(tr("打对账回复包"), lambda folder: work.pack_reply(month, word, keys, a, folder))

        def check(a: Answers) -> str:
            return days_fault(a, {"on": day}) or sv.amount_fault(a.get("claimed", ""))

        Ask(self, act, said, [*more, people], given, check=check).open()
