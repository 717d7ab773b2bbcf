"""本办规则 in 规则参数: the office's own files, what is wrong with them, how they differ, and a trial over past months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import button, card, label, plain_card
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, row
from zgc_desktop.viewmodels import rules_office as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.rule_diff import Tried
    from zgc_desktop.ui.pages.rules_work import Seen

FILES_W = 420


class OfficeTab(QWidget):
    """Files at left, differences at right, the trial below; without a file, what such a folder is for."""

    def __init__(
        self,
        on_open: Callable[[], object],
        on_check: Callable[[], object],
        on_try: Callable[[], object],
        on_rules: Callable[[], object],
    ) -> None:
        super().__init__()
        self.files: DataTable[vm.FileLine] = DataTable(vm.FILE_COLUMNS, lambda f: f.file, name=tr("本办规则文件"))
        self.differences: DataTable[vm.DiffLine] = DataTable(
            vm.DIFF_COLUMNS, lambda d: (d.file, d.key), name=tr("与随程序规则的差异")
        )
        self.tried: DataTable[vm.TriedLine] = DataTable(vm.TRIED_COLUMNS, lambda t: (t.month, t.title), name=tr("试算"))
        self.files.current_changed.connect(self._follow)
        self._diffs: tuple[vm.DiffLine, ...] = ()
        open_ = button(tr("打开文件夹"), on_open, role="small", icon_name="folder")
        check = button(tr("重新校验"), on_check, role="small")
        files = card(tr("本办规则文件"), TablePane(self.files), tools=[check, open_])
        files.setFixedWidth(FILES_W)
        same = empty_state(tr("与随程序的规则相同"), tr("该文件尚未改动，或有问题读不出差异。"))
        differences = card(tr("差异"), TablePane(self.differences, empty=same), note=tr("随程序 → 本办，逐键比较"))
        for made in (files, differences):
            made.setMinimumHeight(220)
        self.try_out = button(tr("试算各月"), on_try, role="primary")
        self._note = label(tr("用本办梯队标准重算各月，只看谁进谁出，不写入"), "note")
        head = box(row(label(tr("试算"), "h3"), self._note, None, self.try_out, margins=(16, 0, 12, 0)), height=48)
        nothing = empty_state(tr("尚未试算"), tr("试算后逐月列出哪些企业会达到、哪些不再达到。"))
        tried = box(col(head, (TablePane(self.tried, empty=nothing), 1), gap=0, margins=INSIDE), "card")
        tried.setMinimumHeight(220)
        full = box(col((row(files, (differences, 1), gap=12), 1), (tried, 1), gap=12))
        empty = empty_state(
            tr("没有本办规则文件"),
            tr("全部使用随程序附带的规则。在“规则”中选一项复制为本办规则，改后在此校验、比较、试算。"),
            act=tr("去选规则"),
            on_act=on_rules,
            link=tr("打开文件夹"),
            on_link=on_open,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        nothing_here: QFrame = plain_card(col(empty))
        self._stack.addWidget(nothing_here)

    def show_seen(self, seen: Seen) -> None:
        """Show the office's files as they are now."""
        self._stack.setCurrentIndex(0 if seen.files else 1)
        lines = vm.file_lines([(f.file, f.replaces, f.problem) for f in seen.files])
        pairs = [(d.file, d.replaces, d.differences) for d in seen.diffs]
        self._diffs = vm.diff_lines(pairs)
        self.files.set_rows(lines)
        if self.files.current_key() is None and lines:
            self.files.select_key(lines[0].file)
        self._follow(self.files.current_key())
        faulty = sum(bool(f.problem) for f in seen.files)
        self.try_out.setEnabled(not faulty)
        if faulty:
            self._note.setText(tr("{n} 个文件有问题，改好后可试算", n=faulty))
        else:
            self._note.setText(tr("用本办梯队标准重算各月，只看谁进谁出，不写入"))

    def show_tried(self, found: Sequence[Tried]) -> None:
        """Show what the trial found."""
        self.tried.set_rows(
            tuple(vm.TriedLine(str(t.month), t.title, t.shipped, t.office, t.entering, t.leaving) for t in found)
        )
        self._note.setText(tr("{n} 项，未写入", n=len(found)) if found else tr("与随程序的梯队标准没有差别"))

    def _follow(self, key: object) -> None:
        self.differences.set_rows(tuple(d for d in self._diffs if d.file == key))
