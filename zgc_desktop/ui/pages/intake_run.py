"""The run of 报送接收: files taken in one after another, what came of each, and the columns a person has to map."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame, QStackedLayout

from zgc_desktop.domain.mappings import Answers, MappingQuestions
from zgc_desktop.domain.submissions import ReceivedFile
from zgc_desktop.ui.operations import Failure, Operation
from zgc_desktop.ui.pages import intake_dialogs as dialogs
from zgc_desktop.ui.pages import intake_more as more
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.intake_details import FilePane
from zgc_desktop.ui.pages.intake_drop import DropStrip
from zgc_desktop.ui.pages.intake_mapping import MappingDialog
from zgc_desktop.ui.pages.intake_watch import FolderWatch
from zgc_desktop.ui.pages.intake_work import answer_work, questions_work, receive_work
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import Tabs
from zgc_desktop.ui.widgets.late import Late, page_of
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import intake as vm
from zgc_desktop.viewmodels import intake_file as one

MONTH, RUN = range(2)


class IntakeRun(Page):
    """Files taken in; the list of them stands behind the month's list and is built when there is something in it."""

    strip: DropStrip
    ribbon: Ribbon
    watch: FolderWatch
    tabs: Tabs
    _month_title: QFrame | Any
    _hint: QFrame | Any

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._run: list[ReceivedFile] = []
        self._queue: list[Path] = []
        self._receiving: Operation[tuple[ReceivedFile, ...]] | None = None
        self._sentence = ""
        """What the last run came to; said until it is dismissed."""
        self._is_news = False
        """Whether that is still to be said."""
        self._shown: object = None
        """What the lower pane shows: a version's id, a run line's key, or a park that has not reported."""
        self._tables_box = QFrame()
        self._tables = QStackedLayout(self._tables_box)
        self._run_pane = Late(self._make_run_pane, page_of(self._tables))

    @property
    @abstractmethod
    def pane(self) -> FilePane:
        """The lower pane."""

    @abstractmethod
    def _keep_in_sight(self) -> None:
        """Keep what is selected visible above the pane."""

    @abstractmethod
    def trouble(self, failure: Failure) -> None:
        """Say what could not be done."""

    def _make_run_pane(self) -> TablePane[vm.RunLine]:
        table = DataTable(vm.RUN_COLUMNS, lambda x: x.number, name=tr("本次接收"))
        table.current_changed.connect(self._run_line_chosen)
        table.opened.connect(lambda _: self.pane.issues.setFocus())
        table.menu_asked.connect(lambda menu, number: more.fill_run_menu(self, menu, number))
        self.remember(self._session.need().who, receive_run=table)
        return TablePane(table)

    @property
    def run_table(self) -> DataTable[vm.RunLine]:
        """The files of this run."""
        return self._run_pane().table

    @writes
    def receive_files(self, files: Sequence[Path]) -> None:
        self._queue += files
        if self._receiving is None:
            self._receive_next()
        else:
            self.shell.say(tr("正在接收，新拖入的 {n} 项排在后面", n=len(files)))

    def run_line_of(self, number: object) -> vm.RunLine | None:
        """A file's line of this run."""
        return next((x for x in self.run_table.table.rows if x.number == number), None)

    def _run_line_chosen(self, number: object) -> None:
        line = self.run_line_of(number)
        if line is not None:
            same = self._shown == ("run", number)
            self._shown = ("run", number)
            self.pane.show_file(one.view_of_file(line.file), line.file.issues, 0, same=same)
            self._keep_in_sight()

    # ---- receiving --------------------------------------------------------------------------------------------------------

    @writes
    def choose_files(self) -> None:
        """Ask for files."""
        dialogs.choose_files(self, self.receive_files)

    @writes
    def choose_folder(self) -> None:
        """Ask for a folder."""
        dialogs.choose_folder(self, tr("选择报送文件夹"), self.receive_files)

    def _receive_next(self) -> None:
        files, self._queue = self._queue, []
        self.ribbon.hide()
        self.strip.start(tr("接收"))
        self._receiving = self._session.run(
            self.shell.operations, tr("接收"), receive_work(files), self._received, self._not_received, owner=self
        )
        self._receiving.progressed.connect(self.strip.advance)
        self._run_pane()  # built while the worker reads: when it ends there is enough to lay out and paint

    def _cancel(self) -> None:
        self._queue.clear()
        if self._receiving is not None:
            self._receiving.cancel()

    def _received(self, files: tuple[ReceivedFile, ...]) -> None:
        too_late = self._receiving is not None and self._receiving.is_cancelled
        self._end_of_run()
        self._run += files
        self._list_run()
        sentence = vm.run_sentence(files, self.shell.month)
        if too_late:
            sentence = tr("取消时已在写入，全部写完：{said}", said=sentence)
        self._sentence = sentence
        if vm.needs_a_look(files):
            self.tabs.choose(RUN)
        change = vm.received_change(files)
        if change is not None:
            self._is_news = True  # said when the month's lines are read anew: both move and repaint the page
            self.shell.announce(change)
        else:
            self._close_ribbon()
        self.shell.say(sentence)
        if self._queue:
            self._receive_next()

    def _not_received(self, failure: Failure) -> None:
        self._end_of_run()
        if failure.kind == "cancelled":
            said = tr("已取消，未写入任何数据")
            self.ribbon.locked(said, tr("收起"), self._close_ribbon)
            self.shell.say(said)
        else:
            self.ribbon.trouble(failure.sentence, tr("收起"), self._close_ribbon)
        if self._queue:
            self._receive_next()

    def _tell_news(self) -> None:
        """Say what the run came to, now that the month shows it."""
        if self._is_news:
            self._is_news = False
            self._close_ribbon()

    def _close_ribbon(self) -> None:
        """Back to what the run came to, if that has not been dismissed."""
        self.ribbon.hide()
        if self._sentence:
            self.ribbon.locked(self._sentence, tr("收起"), self.dismiss_run)

    def _end_of_run(self) -> None:
        self._receiving = None
        self.strip.finish()

    def _list_run(self) -> None:
        """The files of the run, and after them what waits in the watched folder."""
        lines = vm.run_lines([*self._run, *self.watch.files])
        if lines or self._run_pane.made is not None:
            self.run_table.set_rows(lines)
        self.tabs.set_title(RUN, tr("本次接收 {n}", n=len(lines)))
        self._show_run(bool(lines))

    def _show_run(self, there: bool) -> None:
        self.tabs.setVisible(there)
        self._month_title.setVisible(not there)
        if not there:
            self.tabs.choose(MONTH)

    def _choose_table(self, n: int) -> None:
        if self._tables.currentIndex() != n:
            self.pane.close_it()
        if n == RUN:
            self._run_pane()
        self._tables.setCurrentIndex(n)
        self._hint.setVisible(n == MONTH)

    def dismiss_run(self) -> None:
        """The results of receiving have been seen."""
        self._run.clear()
        self._sentence = ""
        self._list_run()
        self.ribbon.hide()

    # ---- mapping columns --------------------------------------------------------------------------------------------------

    @writes
    def map_columns(self) -> None:
        """Ask what the selected file of this run leaves uncertain, and read it again with the answers."""
        line = self.run_line_of(self.run_table.current_key())
        if line is None or not one.can_be_mapped(line.file):
            self.shell.say(tr("先在“本次接收”中选中一个需确认的文件"))
            return
        number, path = line.number, Path(line.file.path)
        work = questions_work(path)

        def ask(asked: MappingQuestions) -> None:
            MappingDialog(self, asked, lambda told: self._answer(number, path, told)).open()

        self._session.run(self.shell.operations, tr("读取列"), work, ask, self.trouble, owner=self)

    def _answer(self, number: int, path: Path, told: Answers) -> None:
        def done(file: ReceivedFile) -> None:
            self._run[number] = file
            self._list_run()
            self._run_line_chosen(number)
            change = vm.received_change([file])
            if change is not None:
                self.shell.announce(change)
            self.shell.say(vm.run_sentence([file], self.shell.month))
            if one.can_be_mapped(file) and file.questions:
                self.map_columns()

        self._session.run(self.shell.operations, tr("列映射"), answer_work(path, told), done, self.trouble, owner=self)
