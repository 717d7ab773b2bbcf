"""The main window: rail, top bar, the pages built when first opened, drawer, status bar; files dropped anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QStackedWidget, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import resources_dir
from zgc_desktop.services import bug_report
from zgc_desktop.ui import dialogs, theme
from zgc_desktop.ui.commands import EVERY_PAGE, GROUPS, OFFERED, PAGES, PARK_GROUPS, PARK_PAGES, Entry, make_action
from zgc_desktop.ui.operations import Failure, Operation, Operations
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.shell.drawer import Drawer
from zgc_desktop.ui.shell.jobs import JobLog, Jobs
from zgc_desktop.ui.shell.palette import Finder, Hit, Palette
from zgc_desktop.ui.shell.rail import Rail
from zgc_desktop.ui.shell.statusbar import StatusBar
from zgc_desktop.ui.shell.topbar import TopBar
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon, UndoBar
from zgc_desktop.ui.widgets.basic import Button
from zgc_desktop.ui.widgets.layout import assembling, box, col, row, set_role
from zgc_desktop.ui.widgets.rights import REASON, Command, is_writing, why_not
from zgc_desktop.viewmodels.columns import searchable

LOW = 1400
GUIDE = resources_dir().parent / "docs" / "guide"
"""Shipped beside the resources; where an installer leaves it out, help shows the keys alone."""
PageFactory = Callable[[Shell], Page]


class MainWindow(QMainWindow):
    """Knows no service: pages bring their own. ``pages`` makes a page by its key; one without a maker is empty."""

    files_dropped = Signal(object)
    """list[Path] of files and folders dropped anywhere."""
    month_changed = Signal(object)
    page_shown = Signal(str)
    """Key of the page that is shown now."""
    announced = Signal(object)
    """A ChangeSummary, after the pages were told."""

    def __init__(
        self,
        pages: Mapping[str, PageFactory] | None = None,
        *,
        operations: Operations | None = None,
        settings: QSettings | None = None,
        log_path: str = "",
    ) -> None:
        super().__init__()
        self.operations = operations or Operations(self)
        self._makers, self._settings, self._log_path = dict(pages or {}), settings, log_path
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._month: Month | None = None
        self.jobs = Jobs(self.operations)
        self.defaults: dict[str, Callable[[], object]] = {}
        """Commands every page has that does not bring its own (keys of ``commands.OFFERED``)."""
        self.undoer: Callable[[int], object] | None = None
        self.taker: Callable[[list[Path]], list[Path]] = list
        """Takes those of the dropped files that are exchange packages; gives the others back."""
        self.pages_offered: tuple[Entry, ...] = PAGES
        """The pages of the rail: the city's, or a park's."""
        self.setWindowTitle(tr("统筹台"))
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self.resize(1440, 900)
        self._build()
        self._make_commands()
        self.defaults |= {"filter": self._filter_table, "save": lambda: self.say(tr("已自动保存"))}
        self._connect()
        self._restore()

    # ---- what pages use (Shell) ----------------------------------------------------------------------------------------

    @property
    def month(self) -> Month | None:
        return self._month

    @property
    def settings(self) -> QSettings | None:
        return self._settings

    def go(self, page: str, target: object = None) -> None:
        """Show a page, built now if it never was."""
        entry = EVERY_PAGE[page]
        if page != self._current:
            self.drawer.close_it()
            self.show_sum("")
        if page not in self._pages:
            with assembling():
                made = self._make(entry)
            made.setWindowTitle(tr(entry.title))
            self._pages[page] = made
            self.stack.addWidget(made)
        before, self._current = self._current, page
        shown = self._pages[page]
        self.stack.setCurrentWidget(shown)
        self.rail.set_active(page)
        self._offer(shown)
        if shown.stale:
            shown.stale = False
            with assembling():  # many a page is built when its workspace is there
                shown.refresh()
        if target is not None:
            shown.show_target(target)
        if page != before:
            self.page_shown.emit(page)

    def show_month(self, month: Month) -> None:
        self.set_months(self.topbar.months, month)

    def say(self, sentence: str, on_undo: Callable[[], object] | None = None) -> None:
        self.undo_bar.say(sentence, on_undo)

    def undo(self, seq: int) -> None:
        if self.undoer is not None:
            self.undoer(seq)

    def announce(self, change: ChangeSummary) -> None:
        for key, page in self._pages.items():
            if not change.subjects or page.subjects & change.subjects:
                page.stale = True
                if key == self._current:
                    page.stale = False
                    page.refresh()
        self.announced.emit(change)

    def show_drawer(self, title: str, subject: str, body: QWidget, actions: Sequence[QWidget] = ()) -> None:
        self.drawer.show_body(title, subject, body, actions)

    def close_drawer(self) -> None:
        self.drawer.close_it()

    def show_sum(self, sentence: str) -> None:
        self.status.show_sum(sentence)

    # ---- what the start module uses --------------------------------------------------------------------------------------

    def set_months(self, months: Sequence[Month], month: Month | None, *, locked: bool = False) -> None:
        """Which months the workspace has, which one is shown, whether it is locked."""
        changed = month != self._month
        self._month = month
        self.topbar.set_months(months, month, locked=locked)
        if changed:
            for page in self._pages.values():
                page.stale = True
            self.month_changed.emit(month)
            if self._current:
                self.go(self._current)

    def add_finder(self, finder: Finder) -> None:
        """Let the search of the window find more: companies, cases, clauses."""
        self.palette_list.finders.append(finder)

    def page(self, key: str) -> Page | None:
        """A page if it was ever opened."""
        return self._pages.get(key)

    @property
    def current(self) -> str:
        """Key of the page shown."""
        return self._current

    def use_for(self, park: str) -> None:
        """Show the rail, the keys and the pages of a park's workspace; the city's where ``park`` is empty."""
        entries = PARK_PAGES if park else PAGES
        self.rail.show_pages(PARK_GROUPS if park else GROUPS, park or tr("市级"))
        if entries is not self.pages_offered:
            self.pages_offered = entries
            shown = {e.key: e for e in entries}
            for key, action in self.page_actions.items():
                entry = shown.get(key)
                action.setEnabled(entry is not None)
                action.setShortcut(QKeySequence(entry.shortcut) if entry is not None else QKeySequence())
                action.setText(tr((entry or EVERY_PAGE[key]).title))
            if self._current not in shown:
                self.go(entries[0].key)
        self.rail.set_active(self._current)

    def only_look(self, reason: str) -> None:
        """Turn everything off that writes, and say why; '' turns it on again."""
        if reason != why_not(self):
            self.setProperty(REASON, reason)
            for each in self.findChildren(Button):
                each.follow_rights()
            for command in self.findChildren(Command):
                command.follow_rights()
            if self._current in self._pages:
                self._offer(self._pages[self._current])

    # ---- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.rail = Rail()
        self.topbar = TopBar(on_code=self._ask_code, on_theme=self.switch_theme, on_help=self._help)
        self.status = StatusBar()
        self.ribbon = Ribbon((20, 12, 20, 0))
        self.stack = QStackedWidget()
        self.drawer = Drawer()
        area = box(col(self.ribbon, (self.stack, 1), gap=0), "page")
        middle = row((area, 1), self.drawer, gap=0)
        main = box(col(self.topbar, (middle, 1), self.status, gap=0))
        whole = set_role(QFrame(), "window")
        whole.setLayout(row(self.rail, (main, 1), gap=0))
        self.setCentralWidget(whole)
        self.undo_bar = UndoBar(area)
        self.palette_list = Palette(whole, self.topbar.search)
        self.palette_list.finders.append(self._find_pages)
        self.palette_list.set_actions(self._palette_actions, self._offered_here)
        self.palette_list.said.connect(self.say)
        self.topbar.show_mode(theme.current().mode)

    def _make_commands(self) -> None:
        self.page_actions: dict[str, QAction] = {}
        for entry in (*PAGES, *(e for e in PARK_PAGES if e not in PAGES)):
            if entry.key not in self.page_actions:
                action = make_action(self, entry.title, "", self._opener(entry.key), tip=entry.purpose)
                action.setEnabled(entry in PAGES)
                action.setShortcut(QKeySequence(entry.shortcut if entry in PAGES else ""))
                self.page_actions[entry.key] = action
        self.offered: dict[str, QAction] = {}
        for key, name, shortcut in OFFERED:
            self.offered[key] = make_action(self, name, shortcut, self._caller(key))
        self.window_actions = [
            make_action(self, "搜索与命令", "Ctrl+K", self._ask),
            make_action(self, "编号直达", "Ctrl+G", self._ask_code),
            make_action(self, "本页帮助", "F1", self._help),
            make_action(self, "关于统筹台", "", self._about),
            make_action(self, "切换深浅色", "", self.switch_theme),
            make_action(self, "收起或展开左栏", "", self.rail.toggle),
            make_action(self, "作业记录", "Ctrl+L", self.show_jobs),
            make_action(self, "取消进行中的工作", "", self.operations.cancel_all),
        ]

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.topbar.month_chosen.connect(self.show_month)
        self.operations.started.connect(self._follow)
        self.operations.failed.connect(self._failed)
        self.operations.idle.connect(lambda: self.status.say(""))

    def _make(self, entry: Entry) -> Page:
        return self._makers.get(entry.key, Page)(self)

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self.go(key)

    def _caller(self, key: str) -> Callable[[], object]:
        def call() -> object:
            page = self._pages.get(self._current)
            do = page.offers().get(key) if page is not None and not page.reading.covers else None
            do = do or self.defaults.get(key)
            return do() if do is not None else None

        return call

    def _offer(self, page: Page) -> None:
        """Commands the page has, and those every page has."""
        offers, reason = {**self.defaults, **page.offers()}, why_not(self)
        for key, action in self.offered.items():
            stopped = reason if is_writing(offers.get(key)) else ""
            action.setEnabled(key in offers and not stopped)
            action.setToolTip(stopped or action.text())

    def _filter_table(self) -> None:
        """The filter row of the table with the focus, else of the first one the page shows."""
        page = self._pages.get(self._current)
        tables = [t for t in page.findChildren(DataTable) if t.isVisible()] if page is not None else []
        if not tables:
            self.say(tr("本页没有可筛选的表"))
            return
        next((t for t in tables if t.hasFocus() or t.isAncestorOf(self.focusWidget())), tables[0]).toggle_filter_row()

    def _palette_actions(self) -> list[QAction]:
        page = self._pages.get(self._current)
        own = list(page.page_actions()) if page is not None and not page.reading.covers else []
        return [*own, *self._page_commands(), *self.offered.values(), *self.window_actions]

    def _offered_here(self) -> list[Hit]:
        """The buttons of the page and the drawer that can be seen, and the menus of the rows that are chosen."""
        from zgc_desktop.ui.shell.offered import buttons_of, menus_of

        page = self._pages.get(self._current)
        parts = [p for p in (page, self.drawer, self.ribbon, self.topbar) if p is not None and p.isVisible()]
        return [*(h for p in parts for h in buttons_of(p)), *(h for p in parts for h in menus_of(p))]

    def _page_commands(self) -> list[QAction]:
        """The pages that can be opened here; 审计备份 also where the rail of a park does not list it."""
        keys = [e.key for e in self.pages_offered]
        return [self.page_actions[k] for k in (*keys, *(k for k in ("audit",) if k not in keys))]

    def _find_pages(self, words: str) -> list[Hit]:
        """Pages by their number and months by their name."""
        wanted = searchable(words).strip()
        hits = [
            Hit(tr("{n} 号页 {title}", n=n, title=tr(e.title)), "", self._opener(e.key))
            for n, e in enumerate(self.pages_offered, 1)
            if wanted == str(n)
        ]
        months = [m for m in self.topbar.months if wanted in (str(m), str(m.number), m.label)]
        return hits + [Hit(m.label, tr("期间"), self._month_opener(m)) for m in months]

    def _month_opener(self, month: Month) -> Callable[[], None]:
        return lambda: self.show_month(month)

    # ---- commands ---------------------------------------------------------------------------------------------------------

    def switch_theme(self) -> None:
        """The other mode, remembered."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            mode: theme.Mode = "light" if theme.current().mode == "dark" else "dark"
            theme.apply(app, mode)
            self.topbar.show_mode(mode)
            if self._settings is not None:
                self._settings.setValue("theme", mode)

    def _ask(self, placeholder: str = "") -> None:
        self.topbar.search.setPlaceholderText(placeholder or tr("搜索企业、案件、条款"))
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()
        self.palette_list.unfold()

    def _ask_code(self) -> None:
        self._ask(tr("输入数据编号、信用代码、案件号、期间或页号"))

    def _help(self) -> None:
        entry = EVERY_PAGE.get(self._current, PAGES[0])
        actions = [*self._page_commands(), *self.window_actions, *(a for a in self.offered.values() if a.isEnabled())]
        from zgc_desktop.ui.shell.guide import show_help

        show_help(self, entry.key, tr(entry.title), tr(entry.purpose), actions, GUIDE)

    def _about(self) -> None:
        from zgc_desktop.ui.shell.about import show_about

        show_about(self)

    def show_jobs(self) -> None:
        """What runs and what ran, in the drawer."""
        self.show_drawer(tr("作业记录"), tr("本次打开以来，最近的在上"), JobLog(self.jobs, self.operations))

    def _follow(self, operation: Operation[object]) -> None:
        self.status.follow(operation)

    def _failed(self, failure: Failure) -> None:
        self.status.say(failure.sentence)
        if failure.kind == "cancelled":
            self.say(failure.sentence)
        else:
            dialogs.show_failure(self, failure, log_path=self._log_path, report_path=self._reported(failure))

    def _reported(self, failure: Failure) -> str:
        """Where the report of a fault of ours was written; '' for anything else, or where it could not be."""
        if failure.kind != "bug" or not self._log_path:
            return ""
        before = "、".join(bug_report.command(name) for name in self.operations.done)
        path = bug_report.write(Path(self._log_path).parent, f"{failure.details}\n\n{before}", datetime.now())
        return str(path) if path else ""

    # ---- files dropped anywhere -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.status.say(why_not(self) or tr("松开后送到“报送接收”"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.status.say("")

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        self.status.say("")
        if files:
            event.acceptProposedAction()
            # After the drop is over: a slow page must not hold the Explorer that waits for its answer.
            QTimer.singleShot(0, self, lambda: self._take_files(files))

    def _take_files(self, files: list[Path]) -> None:
        self.files_dropped.emit(files)
        left, page = self.taker(files), "receive" if self.pages_offered is PAGES else "park_report"
        if left and page in self._makers:
            self.go(page)
            self._pages[page].receive_files(left)

    # ---- window ------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_low(self.width() < LOW)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads; Qt would go in the order in which widgets were made."""
        from zgc_desktop.ui.shell.tabbing import step

        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drawer.isVisible():
            self.drawer.close_it()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        running = [o.label for o in self.operations.running if not o.quiet]  # reading what is shown can just end
        if running and not dialogs.ask_to_leave(self, running):
            event.ignore()
            return
        self.operations.close()
        if self._settings is not None:
            self._settings.setValue("geometry", self.saveGeometry())
        event.accept()

    def _restore(self) -> None:
        geometry = self._settings.value("geometry") if self._settings is not None else None
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)


def local_files(mime: QMimeData) -> list[Path]:
    """Files and folders of a drag that lie on this machine, Excel's lock files (~$…) left out."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [p for p in paths if p.name and not p.name.startswith("~$")]
