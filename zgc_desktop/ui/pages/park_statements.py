"""我的对账单: the statements of our district the city sent, newest of each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame

from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.park_parts import ExchangePage, FactsCard
from zgc_desktop.ui.pages.tabbed import Act, Part, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.viewmodels import park as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext


class ParkStatementsPage(ExchangePage):
    """One list of files; each is taken out to be read, printed and answered."""

    subjects = frozenset({"exchange", "settings"})
    files = table_of(0)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("我的对账单"), [tr("对账单")])

    def look(self, ctx: AppContext) -> tuple[vm.FileLine, ...]:
        """The statements that came; for a worker."""
        return work.statements(ctx)

    def build(self) -> None:
        """The list and the card behind it."""
        self.facts = FactsCard()
        self.lay_out(("park_statements",), tr("月份、文件"), self.card(self.facts.frame))

    def make_part(self, n: int) -> Part:
        """The list."""
        return self.list_part(n, DataTable(vm.FILE_COLUMNS, lambda x: x.key, name=tr("对账单")), self._empty(n))

    def _empty(self, _n: int) -> QFrame:
        said = tr("市级结算后，回执退回包里带着本区的对账单（PDF 与 Excel）。")
        return empty_state(tr("没有对账单"), said, act=tr("收市级的包…"), on_act=self.choose_packages)

    def take(self, seen: tuple[vm.FileLine, ...]) -> None:
        """Show what was read."""
        self.note.setText(tr("每月以市级最后发来的为准"))
        self.fill((seen,))

    def follow(self) -> None:
        """Show where the chosen file came from."""
        line: Any = self.current()
        facts = (("来自", line.package.file_name), ("市级打包", line.package.manifest.who)) if line else ()
        self.facts.show(facts)
        self.say(line.name if line else "", "")
        self.offer()

    def acts_of(self) -> list[Act]:
        """Take out, or take in."""
        line: Any = self.current()
        come: Act = (tr("收市级的包…"), self.choose_packages)
        if line is None:
            return [come]
        return [(tr("取出对账单…"), lambda: self.take_out(line.package.id, [line.part])), come]
