"""Tabs of 审计备份: the history with its rows and undo, the copies, the months, and the whole workspace as one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from zgc_desktop.domain.backup_rota import ROTA, BackupItem
from zgc_desktop.domain.journal import Step
from zgc_desktop.domain.months import MonthItem, MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.audit_work import Detail, Seen
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, card, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import audit as vm

BELOW_H = 270


class HistoryTab(QWidget):
    """Steps above; below, what the chosen one changed, and taking it back."""

    def __init__(
        self,
        on_step: Callable[[int], object],
        on_undo: Callable[[int, bool, str], object],
        on_redo: Callable[[int], object],
        on_verify: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._on_undo, self._on_redo, self._on_verify = on_undo, on_redo, on_verify
        self._head = ""
        self.detail: Detail | None = None
        self.table: DataTable[Step] = DataTable(vm.STEP_COLUMNS, lambda s: s.seq, name=tr("操作记录"))
        self.table.current_changed.connect(lambda key: on_step(key) if isinstance(key, int) else None)
        self.state = ElidedLabel("", "note")
        self.copy = button(tr("复制校验值"), self._copy, role="small", icon_name="copy")
        self.check = button(tr("完整性检查…"), self._ask_verify, role="small")
        head = box(row(label(tr("操作记录"), "h3"), (self.state, 1), self.copy, self.check, margins=(16, 0, 12, 0)), height=44)
        nothing = empty_state(tr("还没有操作"), tr("接收、处理、结算等每一步都会记在这里，可以撤销的写明。"))
        upper = box(col(head, (TablePane(self.table, empty=nothing), 1), gap=0, margins=INSIDE), "card")
        upper.setMinimumHeight(240)
        self.rows: DataTable[vm.RowLine] = DataTable(vm.ROW_COLUMNS, lambda r: r.number, name=tr("改动的行"))
        self._title, self.possible = label("", "h3"), ElidedLabel("", "note")
        self.undo = button(tr("撤销此步…"), self._ask_undo)
        self.redo = button(tr("恢复此步"), self._redo)
        top = box(row(self._title, (self.possible, 1), self.redo, self.undo, margins=(16, 0, 12, 0)), height=48)
        none = empty_state(tr("没有逐行记录"), tr("大批数据按份数记，原件逐字保存在存档中。"))
        self.below = box(col(top, (TablePane(self.rows, empty=none), 1), gap=0, margins=INSIDE), "card")
        self.below.setFixedHeight(BELOW_H)
        lay(self, col((upper, 1), self.below, gap=12))

    def show_seen(self, seen: Seen) -> None:
        """Show the history."""
        self._head = seen.head
        self.table.set_rows(seen.steps)
        self.state.setText(tr("{n} 步；校验值 {head}", n=len(seen.steps), head=seen.head) if seen.head else "")
        self.copy.setEnabled(bool(seen.head))
        self.below.setVisible(bool(seen.steps))
        if self.table.current_key() is None and seen.steps:
            self.table.select_key(seen.steps[0].seq)
        elif seen.steps:
            self.table.current_changed.emit(self.table.current_key())

    def show_detail(self, detail: Detail) -> None:
        """Show one step."""
        self.detail = detail
        step = detail.step
        self._title.setText(f"#{step.seq}")
        self.possible.setText(f"{step.entry.sentence}　{self._said(detail)}")
        self.rows.set_rows(detail.rows)
        can = detail.possible.possible or detail.possible.together
        self.undo.setVisible(step.done)
        self.redo.setVisible(not step.done)
        self.undo.setEnabled(can)
        self.redo.setEnabled(detail.possible.possible)

    def _said(self, detail: Detail) -> str:
        if not detail.step.done:
            return detail.possible.why_not or tr("已撤销，可以恢复")
        return vm.possible_sentence(detail.possible)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._head)

    @writes
    def _ask_undo(self) -> None:
        if self.detail is None:
            return
        detail, more = self.detail, len(self.detail.possible.rests)
        act = tr("撤销 {n} 步", n=more + 1) if more else tr("撤销 #{n}", n=detail.step.seq)
        said = f"{detail.step.entry.sentence}\n{vm.possible_sentence(detail.possible)}"
        fields = (Field("reason", tr("理由"), required=True),)
        Ask(self, act, said, fields, lambda a: self._on_undo(detail.step.seq, bool(more), a["reason"])).open()

    @writes
    def _redo(self) -> None:
        if self.detail is not None:
            self._on_redo(self.detail.step.seq)

    def _ask_verify(self) -> None:
        said = tr(
            "核对操作记录首尾相接、数据行与记录一致、存档的原件与发布件未改动。填上以前抄下的校验值，还能查出整段被删或重写。"
        )
        field = Field("anchor", tr("以前的校验值（可空）"), hint="128:9f3c2a1b0d4e5f60")
        Ask(self, tr("完整性检查"), said, (field,), lambda a: self._on_verify(a["anchor"])).open()


class BackupsTab(QWidget):
    """The copies: made now, checked, gone back to."""

    def __init__(
        self, on_take: Callable[[], object], on_check: Callable[[str], object], on_restore: Callable[[str, str], object]
    ) -> None:
        super().__init__()
        self._on_check, self._on_restore = on_check, on_restore
        self._folder = Path()
        self.table: DataTable[BackupItem] = DataTable(vm.BACKUP_COLUMNS, lambda b: b.name, name=tr("备份"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.note = ElidedLabel("", "note")
        folder = button(tr("打开文件夹"), self._open, icon_name="folder")
        self.check = button(tr("校验这份"), lambda: on_check(self._name()))
        self.restore = button(tr("恢复到这份…"), self._ask_restore)
        self.take = button(tr("立即备份"), on_take, role="primary")
        tools = (folder, self.check, self.restore, self.take)
        head = box(row(label(tr("备份"), "h3"), (self.note, 1), *tools, margins=(16, 0, 12, 0)), height=52)
        nothing = empty_state(tr("还没有备份"), tr("接收、结算、发布之前会自动备份；也可以现在备份一份。"))
        rota = box(row(label(ROTA, "note", wrap=True), margins=(16, 8, 16, 12)))
        lay(self, col((box(col(head, (TablePane(self.table, empty=nothing), 1), rota, gap=0, margins=INSIDE), "card"), 1)))

    def show_seen(self, seen: Seen) -> None:
        """Show the copies."""
        self._folder = seen.folder
        self.table.set_rows(seen.backups)
        self.note.setText(vm.newest_backup(seen.backups, seen.now))
        if self.table.current_key() is None and seen.backups:
            self.table.select_key(seen.backups[0].name)
        self._follow()

    def _name(self) -> str:
        key = self.table.current_key()
        return key if isinstance(key, str) else ""

    def _follow(self) -> None:
        for each in (self.check, self.restore):
            each.setEnabled(bool(self._name()))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @writes
    def _ask_restore(self) -> None:
        name = self._name()
        item = next(b for b in self.table.table.rows if b.name == name)
        said = tr(
            "数据库回到 {when} 的状态；现在的状态先保全成一份长期保留的备份，可以再恢复回来。收到的原件不动。",
            when=f"{item.made_at:%Y-%m-%d %H:%M}",
        )
        fields = (Field("reason", tr("理由"), required=True),)
        Ask(self, tr("恢复到这份备份"), said, fields, lambda a: self._on_restore(name, a["reason"])).open()


class MonthsTab(QWidget):
    """Months opened, closed, locked; exceptions granted and ended."""

    def __init__(
        self,
        on_put: Callable[[Month, MonthState, str], object],
        on_grant: Callable[[Month, str, str, str, date], object],
        on_end: Callable[[int], object],
    ) -> None:
        super().__init__()
        self._on_put, self._on_grant, self._on_end = on_put, on_grant, on_end
        self._parks: tuple[str, ...] = ()
        self._who = ""
        self._wanted = ""
        self.table: DataTable[MonthItem] = DataTable(vm.MONTH_COLUMNS, lambda m: str(m.month), name=tr("月份"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.open = button(tr("重新开放…"), partial(self._ask, MonthState.OPEN), role="small")
        self.close_ = button(tr("关闭…"), partial(self._ask, MonthState.CLOSED), role="small")
        self.lock = button(tr("锁定…"), partial(self._ask, MonthState.LOCKED), role="small", icon_name="lock")
        nothing = empty_state(tr("还没有建立期间"), tr("接收第一份报送后，月份列在这里。"))
        upper = card(
            tr("月份"),
            TablePane(self.table, empty=nothing),
            note=tr("关闭后报送不再变动；锁定后只能凭例外改动"),
            tools=[self.open, self.close_, self.lock],
        )
        upper.setMinimumHeight(220)
        self.exceptions: DataTable[vm.ExceptionLine] = DataTable(vm.EXCEPTION_COLUMNS, lambda e: e.item.id, name=tr("例外"))
        self.exceptions.current_changed.connect(lambda _: self._follow())
        self.grant = button(tr("登记例外…"), self._ask_grant, role="small")
        self.end = button(tr("结束例外"), self._end, role="small")
        none = empty_state(tr("没有例外"), tr("关闭或锁定的月份确需改动时，登记给谁、为什么、到哪一天。"))
        lower = card(tr("例外"), TablePane(self.exceptions, empty=none), tools=[self.end, self.grant])
        lower.setMinimumHeight(220)
        lay(self, col((upper, 1), (lower, 1), gap=12))

    def show_seen(self, seen: Seen) -> None:
        """Show months and exceptions."""
        self._parks, self._who = seen.parks, seen.who
        self.table.set_rows(seen.months)
        self.exceptions.set_rows(seen.exceptions)
        if (self._wanted or self.table.current_key() is None) and seen.months:
            self.table.select_key(self._wanted or str(seen.months[0].month))
            self._wanted = ""
        self._follow()

    def show_month(self, month: Month) -> None:
        """Choose a month, now or when the months have been read."""
        self._wanted = "" if any(m.month == month for m in self.table.table.rows) else str(month)
        self.table.select_key(str(month))

    def _chosen(self) -> MonthItem | None:
        return next((m for m in self.table.table.rows if str(m.month) == self.table.current_key()), None)

    def _exception(self) -> vm.ExceptionLine | None:
        return next((e for e in self.exceptions.table.rows if e.item.id == self.exceptions.current_key()), None)

    def _follow(self) -> None:
        chosen, item = self._chosen(), self._exception()
        state = chosen.state if chosen is not None else None
        self.open.setEnabled(state is MonthState.CLOSED)
        self.close_.setEnabled(state is MonthState.OPEN)
        self.lock.setEnabled(state in (MonthState.OPEN, MonthState.CLOSED))
        self.grant.setEnabled(state in (MonthState.CLOSED, MonthState.LOCKED))
        self.grant.setToolTip("" if self.grant.isEnabled() else tr("开放的月份不需要例外"))
        self.end.setEnabled(item is not None and item.state == "有效")

    @writes
    def _ask(self, state: MonthState) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        month = chosen.month
        words = {
            MonthState.OPEN: (tr("重新开放 {month}", month=month), tr("报送、归属又可改动；已发布的月报不变，差异列入勘误。")),
            MonthState.CLOSED: (tr("关闭 {month}", month=month), tr("报送、在册、组团不再变动；结算、梯队、文字照常进行。")),
            MonthState.LOCKED: (
                tr("锁定 {month}", month=month),
                tr("锁定不能撤销；以后确需改动须登记例外，写明给谁、为什么、到哪一天。"),
            ),
        }
        act, said = words[state]
        required = state is not MonthState.CLOSED
        fields = (Field("reason", tr("理由"), required=required),)
        Ask(self, act, said, fields, lambda a: self._on_put(month, state, a["reason"])).open()

    @writes
    def _ask_grant(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        month, every = chosen.month, tr("各园")
        fields: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("person", tr("准许谁"), value=self._who, required=True),
                Field("park", tr("分园"), choices=(every, *self._parks)),
            ),
            Field("reason", tr("理由"), required=True),
            Field("until", tr("有效至"), hint="2026-12-31", required=True, width=180),
        )

        def taken(a: Answers) -> None:
            until = day_of(a["until"])
            assert until is not None
            self._on_grant(month, a["person"], "" if a["park"] == every else a["park"], a["reason"], until)

        said = tr("{month} {state}。凭例外作的改动逐条记录，可在这里查到。", month=month, state=chosen.state.word)
        Ask(self, tr("登记例外 1 条"), said, fields, taken, check=lambda a: days_fault(a, {"until": tr("有效至")})).open()

    @writes
    def _end(self) -> None:
        item = self._exception()
        if item is not None:
            self._on_end(item.item.id)


class TransferTab(QWidget):
    """The whole workspace as one file, out and in."""

    def __init__(self, on_export: Callable[[], object], on_import: Callable[[], object]) -> None:
        super().__init__()
        out = self._card(
            tr("导出工作区"),
            tr("数据库、收到的原件和本办规则写成一个 zip 文件，附每个文件的校验值；可拷到另一台电脑或封存。"),
            button(tr("导出…"), on_export, role="primary", icon_name="download"),
        )
        into = self._card(
            tr("导入工作区"),
            tr("把导出的 zip 解到一个新文件夹，逐个核对校验值和数据库后打开；现在的工作区不动。"),
            button(tr("导入…"), on_import),
        )
        lay(self, col(row((out, 1), (into, 1), gap=12), None))

    def _card(self, title: str, said: str, act: QWidget) -> QFrame:
        return card(title, col(label(said, wrap=True), 8, row(act, None), gap=4), body_margins=(16, 0, 16, 16))
