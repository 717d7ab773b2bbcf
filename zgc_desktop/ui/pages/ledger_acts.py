"""What can be done with companies of 企业台账: correct, place, watch, begin a case, attach; asked first where words are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.domain.corrections import CLUSTER, Correction, CorrectionPreview
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import ledger_work as work
from zgc_desktop.ui.pages import moves_files, moves_work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.ledger_bulk import BulkEdit
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.rights import Command, writes
from zgc_desktop.viewmodels.ledger_edit import corrections_of, title_for
from zgc_desktop.viewmodels.table import Change, Pasted

NEW = "new:"
"""What 迁移协调 is asked to open a case for: this and the credit code."""
MOST_TOLD = 1


class LedgerActs(Page):
    """The acts, on the selected companies of the ledger."""

    table: DataTable[CompanyItem]
    ribbon: Ribbon

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = self._loaded = False
        self.clusters: tuple[str, ...] = ()
        self.industries: tuple[str, ...] = ()
        names: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("批量改所选企业…"), self.ask_bulk),
            (tr("调整所选企业的组团…"), partial(self.ask_bulk, CLUSTER)),
            (tr("关注所选企业…"), self.ask_watch),
            (tr("取消关注"), self.unwatch),
            (tr("发起迁移案件"), self.new_case),
        )
        self._actions = [self._act(text, do) for text, do in names]

    def _act(self, text: str, do: Callable[[], object]) -> QAction:
        return Command(text, self, do)

    @property
    def month(self) -> Month | None:
        """The month the ledger is as at."""
        return self.shell.month

    def page_actions(self) -> Sequence[QAction]:
        return self._actions if self._built and self._loaded else ()

    def chosen(self) -> tuple[CompanyItem, ...]:
        """The selected companies in shown order; else the current one."""
        if not self._built:
            return ()
        keys = self.table.selected_keys() or [self.table.current_key()]
        by_id = {c.id: c for c in self.table.table.shown_rows()}
        return tuple(by_id[k] for k in keys if isinstance(k, int) and k in by_id)

    # ---- correcting -----------------------------------------------------------------------------------------------------

    @writes
    def ask_bulk(self, field: str = "") -> None:
        """批量改: one field of the selected companies."""
        found = self.chosen()
        if not found:
            self.shell.say(tr("先在台账中选一家或几家企业"))
            return
        act = tr("调整组团") if field == CLUSTER else tr("批量改")
        title = (
            tr("{act} {name}", act=act, name=found[0].name) if len(found) == 1 else tr("{act} {n} 家", act=act, n=len(found))
        )
        self._ask(title, [c.id for c in found], (), field)

    @writes
    def change_cell(self, change: Change, fault: str) -> None:
        """F2: a cell of the ledger edited in place; the reason is asked before anything is written."""
        if fault:
            self.shell.say(tr("没有改：{why}", why=fault))
        else:
            self._ask_given(corrections_of((change,)))

    @writes
    def ask_pasted(self, block: Pasted) -> None:
        """A pasted, filled or replaced block: shown as old and new with what is refused, before any cell changes."""
        if not block.taken:
            self.shell.say(tr("没有可改的格：{why}", why=block.refused[0] if block.refused else tr("内容相同")))
            return
        self._ask_given(corrections_of(block.taken))
        if block.refused:
            told = "；".join(block.refused[:MOST_TOLD])
            self.shell.say(tr("另有 {m} 格不能改：{what}", m=len(block.refused), what=told))

    def _ask_given(self, given: tuple[Correction, ...]) -> None:
        names = {c.id: c.name or c.credit_code for c in self.table.table.rows}
        self._ask(title_for(given, names), [c.company_id for c in given], given)

    def _ask(self, title: str, companies: Sequence[int], given: tuple[Correction, ...], field: str = "") -> None:
        if self.month is not None:
            BulkEdit(
                self, title, companies, self._preview, self._correct,
                clusters=self.clusters, industries=self.industries, given=given, field=field,
            ).open()  # fmt: skip

    def _preview(
        self, given: tuple[Correction, ...], then: Callable[[CorrectionPreview], None], failed: Callable[[str], None]
    ) -> None:
        month = self.month
        if month is None:
            return

        def not_read(failure: Failure) -> None:
            failed(failure.sentence)

        self._session.run(self.shell.operations, tr("核对改动"), work.preview(month, given), then, not_read, owner=self)

    def _correct(self, given: tuple[Correction, ...], reason: str) -> None:
        month = self.month
        if month is not None:
            self._write(tr("更正"), work.correct(month, given, reason))

    # ---- watching, cases, files -----------------------------------------------------------------------------------------

    @writes
    def ask_watch(self, companies: Sequence[CompanyItem] = ()) -> None:
        """加关注: why, and the selected companies are on the office's list; it is everybody's and stands in the journal."""
        found = [c for c in companies or self.chosen() if not c.watched]
        if not found:
            self.shell.say(tr("先选还未关注的企业"))
            return
        who = found[0].name if len(found) == 1 else tr("{n} 家", n=len(found))
        said = tr("关注名单由办公室共用，列在台账的“关注”中；写明缘由便于他人知道看什么。")
        keys = tuple(c.id for c in found)
        fields = (Field("note", tr("缘由"), hint=tr("如 拟迁出、税收骤降")),)
        Ask(
            self, tr("关注 {who}", who=who), said, fields, lambda a: self._write(tr("关注"), work.watch(keys, a["note"]))
        ).open()  # fmt: skip

    @writes
    def unwatch(self, companies: Sequence[CompanyItem] = ()) -> None:
        """取消关注 of the selected companies; undone by 撤销."""
        keys = tuple(c.id for c in companies or self.chosen() if c.watched)
        if keys:
            self._write(tr("取消关注"), work.unwatch(keys))
        else:
            self.shell.say(tr("先选已关注的企业"))

    @writes
    def new_case(self) -> None:
        """发起迁移案件 for the first selected company."""
        found = self.chosen()
        if found:
            self.shell.go("moves", f"{NEW}{found[0].credit_code}")
        else:
            self.shell.say(tr("先在台账中选一家企业"))

    @writes
    def ask_attach(self, case_ids: Sequence[str], files: Sequence[Path]) -> None:
        """Files dropped on a company's card: kept with its newest case, each with what it is."""
        if not case_ids:
            self.shell.say(tr("这家企业没有迁移案件；文件附在案件上，请先发起案件"))
            return
        number, told = case_ids[-1], list[tuple[Path, str]]()

        def take(file: Path, about: str) -> None:
            told.append((file, about))
            if len(told) == len(files):
                said = tr("已附 {n} 个文件到 {case}", n=len(told), case=number)
                summary = ChangeSummary(said, subjects=frozenset({"cases"}), changed=1)
                self._session.run(
                    self.shell.operations, tr("附文件"), moves_work.attach(number, tuple(told)),
                    lambda _: self._done(summary), self._not_done, owner=self,
                )  # fmt: skip

        moves_files.attach(self, number, files, take)

    # ---- writing --------------------------------------------------------------------------------------------------------

    def _write(self, title: str, task: work.Write) -> None:
        self._session.run(self.shell.operations, title, task, self._done, self._not_done, owner=self)

    def _done(self, change: ChangeSummary) -> None:
        if self._built:
            self.ribbon.hide()
        self.shell.announce(change)
        self.shell.say(change.sentence)

    def _not_done(self, failure: Failure) -> None:
        if failure.kind != "cancelled" and self._built:
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    # ---- the menu of a row ----------------------------------------------------------------------------------------------

    def fill_menu(self, menu: QMenu, key: object, on_open: Callable[[object], object]) -> None:
        """Everything that can be done with the row that was clicked, or with all that are selected."""
        if not isinstance(key, int):
            return
        found = self.chosen()
        menu.addAction(tr("打开卡片（Enter）"), lambda: on_open(key))
        menu.addAction(tr("改值（F2）"), lambda: self.table.edit(self.table.currentIndex()))
        several = tr("批量改 {n} 家…", n=len(found)) if len(found) > 1 else tr("更正…")
        menu.addAction(several, self.ask_bulk)
        menu.addAction(tr("调整组团…"), partial(self.ask_bulk, CLUSTER))
        menu.addAction(tr("加关注…"), self.ask_watch).setEnabled(any(not c.watched for c in found))
        menu.addAction(tr("取消关注"), self.unwatch).setEnabled(any(c.watched for c in found))
        menu.addAction(tr("发起迁移案件…"), self.new_case)
