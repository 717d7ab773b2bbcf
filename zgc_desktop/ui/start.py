"""Opens the window on a workspace: the window shows first, the workspace is opened behind it, frame and search follow it."""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer

from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address, workspace_paths
from zgc_desktop.services.bug_report import frames
from zgc_desktop.ui import dialogs
from zgc_desktop.ui.ahead import REST, load_ahead, work_ahead
from zgc_desktop.ui.app import run
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.exchanging import Exchanging
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure, Operations
from zgc_desktop.ui.others import Others
from zgc_desktop.ui.pages.makers import pages_of
from zgc_desktop.ui.pages.moves_ask import Ask, Field
from zgc_desktop.ui.pages.opening import writer_elsewhere
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.shell.finders import Clauses, Codes, find_cases
from zgc_desktop.ui.shell.palette import Hit
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.undoing import Undoing

if TYPE_CHECKING:  # only for types: what a page or the search needs is loaded after the window has been painted
    from zgc_desktop.domain.desk import DeskView
    from zgc_desktop.domain.moves import MoveCase
    from zgc_desktop.domain.outside import OutsideCase
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.viewmodels.ledger import Found, Index

LOG_FILE: Final = "window.log"
CRASH_FILE: Final = "crash.txt"
KEY_OF: Final = {e.title: e.key for e in PAGES}
OF_THE_MONTH: Final = frozenset({"desk", "receive", "checks", "companies", "space", "reports"})
"""Pages above which it stands that the month is locked; 税收分享 and 梯队评审 say what that means for them."""
ALL: Final = ChangeSummary("")
"""Names no subject: every page reads again."""


def open_window(workspace: Address | None = None) -> int:
    """Open the window on a workspace (the usual one when None), stay until it is closed; the exit code."""
    session = Session(workspace)
    crashes = watch_crashes(session.paths.logs)
    log_file = LogFile(session.paths.logs / LOG_FILE)
    logging.getLogger().addHandler(log_file)
    try:
        return run(lambda settings: make_window(session, settings))
    finally:
        logging.getLogger().removeHandler(log_file)
        log_file.close()
        session.close()
        if crashes is not None:
            faulthandler.disable()
            crashes.close()


def watch_crashes(logs: Path) -> TextIO | None:
    """Have frames written when the process itself dies (a fault in C code); None where there is no folder for it yet."""
    if not logs.is_dir():
        return None
    try:
        file = (logs / CRASH_FILE).open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(file)
    return file


def make_window(session: Session, settings: QSettings | None = None, operations: Operations | None = None) -> MainWindow:
    """The window with its pages; the workspace is opened as soon as the window has been painted once."""
    pages = pages_of(session)
    log_path = str(session.paths.logs / LOG_FILE)
    window = MainWindow(pages, operations=operations, settings=settings, log_path=log_path)
    window.go("desk")
    Start(window, session)
    return window


class Discreet(logging.Formatter):
    """Log lines whose exceptions are told by type and frames only: a message may hold a company's name or figures."""

    def formatException(self, ei: Any) -> str:
        return "\n".join(frames(ei[1])) if ei and ei[1] else ""


class LogFile(RotatingFileHandler):
    """The window's log in the workspace; before the workspace has its folder, nothing is written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
        self.setLevel(logging.WARNING)
        self.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        if Path(self.baseFilename).parent.is_dir():
            super().emit(record)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the frame of the window says of a workspace."""

    ctx: AppContext
    view: DeskView
    now: datetime
    park: str = ""
    """The park whose workspace it is; empty in the city's."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What may come a moment later: the companies the search finds, and whether all this is invented."""

    index: Index
    is_demo: bool
    cases: tuple[MoveCase, ...] = ()
    over_border: tuple[OutsideCase, ...] = ()
    spelled: Callable[[str], str] = str
    """The pinyin initials of a command's name."""


def surroundings(ctx: AppContext, month: Month | None) -> Surroundings:
    """Read what the frame shows; for a worker."""
    from zgc_desktop.domain.exchange.manifest import CITY
    from zgc_desktop.services import desk, profile

    whose = profile.party(ctx)
    return Surroundings(ctx, desk.view(ctx, month), ctx.clock().astimezone(), "" if whose == CITY else whose)


def rest(ctx: AppContext, month: Month | None) -> Rest:
    """Read what the search needs, and with it the ledger, which opens with the same rows; for a worker."""
    from zgc_desktop.services import move_case, outside
    from zgc_desktop.ui.pages.ledger import initials_of, prepared_of
    from zgc_desktop.viewmodels.ledger import index_of

    companies = prepared_of(ctx, month).rows
    over_border = tuple(i.case for i in outside.cases(ctx))
    table = initials_of(ctx)
    index, spelled = index_of(companies, table), table.of if table is not None else str
    return Rest(index, ctx.paths.is_demo, move_case.all_cases(ctx), over_border, spelled)


class Start(QObject):
    """Keeps months, counts, status bar and search of a window in step with its workspace."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._home = session.paths.address
        self._view: DeskView | None = None
        self._told: AppContext | None = None
        self._is_demo = False
        self._index: Index | None = None
        self._cases: tuple[MoveCase, ...] = ()
        self._over_border: tuple[OutsideCase, ...] = ()
        self._asked = 0
        """How often the rest was asked for."""
        session.reopen = self.open
        session.ask_take_over = self._ask_take_over
        session.ready.connect(self._opened)
        session.failed.connect(self._not_opened)
        window.status.set_left([tr("工作区未打开")])
        Undoing(window, session)
        Exchanging(window)
        self._others = Others(window, session, self._say_state)
        window.add_finder(Codes(window, session, self).find)
        window.add_finder(self.find)
        self._clauses = Clauses(window, session, self, window.palette_list.refresh)
        window.add_finder(self._clauses.find)
        window.announced.connect(self._clauses.follow)
        window.announced.connect(self._follow)
        window.month_changed.connect(self._month_changed)
        window.page_shown.connect(lambda _: None if self._others.lost else self._say_state())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the workspace after the first painting: what is on the screen comes before what is on the disk."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self.open)
        return False

    def open(self, folder: Address | None = None) -> None:
        """Open a workspace, this one again when none is named; pages show what is under way and what came of it."""
        self._session.problem = None
        if not self._session.is_open:
            self._window.announce(ALL)
        self._session.open(self._window.operations, folder)

    def find(self, words: str) -> Iterator[Hit]:
        """Companies by name, credit code or pinyin initials, then cases, for the search of the window."""
        from zgc_desktop.viewmodels.ledger import found

        for each in found(self._index, words) if self._index is not None else ():
            yield Hit(each.name, f"{each.credit_code}　{each.park}", self._opener(each))
        yield from find_cases(self._cases, self._over_border, words, lambda case_id: self._window.go("moves", case_id))

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _opener(self, company: Found) -> Callable[[], None]:
        return lambda: self._window.go("companies", company.id)

    def _opened(self) -> None:
        self._view = None
        ctx = self._session.context
        self._window.only_look(ctx.store.read_only if ctx is not None else "")
        if self._session.paths.address == self._home or self._window.month is None:
            self._read()
        else:  # another workspace: its own newest month, not the one shown here
            self._read(newest=True)

    def _not_opened(self, sentence: str) -> None:
        wanted = self._session.wanted
        if self._session.asks_words or workspace_paths(wanted).key_file.is_file():
            self._ask_passphrase(wanted, sentence if self._session.passphrases.pop(wanted, "") else "")
        if self._session.is_open:  # another workspace could not be opened: this one stays
            self._window.say(sentence)
        else:
            self._window.announce(ALL)

    def _ask_passphrase(self, folder: Address, sentence: str) -> None:
        def given(words: str) -> None:
            self._session.passphrases[folder] = words
            self.open(folder)

        ask = dialogs.ask_database_password if isinstance(folder, ServerAddress) else dialogs.ask_passphrase
        ask(self._window, str(folder), sentence, given)

    def _follow(self, change: ChangeSummary) -> None:
        if change.subjects and self._session.is_open:
            self._read()

    def _month_changed(self, month: Month | None) -> None:
        if self._session.is_open and (self._view is None or self._view.month != month):
            self._read()

    def _read(self, *, newest: bool = False) -> None:
        month = None if newest else self._window.month
        look = partial(surroundings, month=month)
        self._session.read(self._window.operations, tr("读取期间"), look, self._take, self._cannot_read, owner=self)

    def _take(self, seen: Surroundings) -> None:
        first = self._view is None
        if not first and self._window.month not in (None, seen.view.month):
            return  # another month has been chosen meanwhile
        before = self._window.month
        self._show(seen)
        if first and self._window.month == before:
            self._window.announce(ALL)
        self._read_rest()

    def _read_rest(self) -> None:
        ctx, month, operations = self._session.need(), self._window.month, self._window.operations
        self._asked += 1
        number = self._asked

        def take(read: Rest) -> None:
            if number == self._asked:  # else something newer is being read beside it
                self._take_rest(read)

        def look() -> None:
            # A second for a large ledger: beside the worker, which loads the pages and answers the first click.
            operations.run(
                tr("读取名录"), lambda _p, _c: rest(ctx, month), take, self._cannot_read, owner=self, database=False, quiet=True
            )
            load_ahead(operations)

        # Loaded by the worker that loads everything: two threads loading one library find it half there.
        load_ahead(operations, REST, then=look)

    def _cannot_read(self, failure: Failure) -> None:
        self._window.status.say(failure.sentence)

    def _show(self, seen: Surroundings) -> None:
        from zgc_desktop.viewmodels.desk import moment_long

        window, view = self._window, seen.view
        self._view = view
        month = view.month if view.months else None
        window.use_for(seen.park)
        window.set_months(view.months, month, locked=view.locked)
        window.rail.set_counts({KEY_OF[title]: n for title, n in view.rail_counts})
        self._say_where()
        copy = moment_long(view.last_backup, seen.now) if view.last_backup else ""
        backup = tr("备份 {when}", when=copy) if copy else tr("还没有备份")
        window.status.set_right([backup, tr("版本 {version}", version=seen.ctx.program_version), seen.ctx.who])
        window.topbar.set_person(seen.ctx.who)

    def _take_rest(self, read: Rest) -> None:
        self._index, self._cases, self._over_border = read.index, read.cases, read.over_border
        self._window.palette_list.spelled = read.spelled
        operations, ctx = self._window.operations, self._session.context
        load_ahead(operations, then=lambda: work_ahead(operations, ctx, self._window.month))
        self._is_demo = read.is_demo
        self._say_where(tr("演示，全部虚构") if read.is_demo else "")
        self._say_state()

    def _say_state(self) -> None:
        """Above the page: the demo, that somebody else writes, what was found at opening, that the month is locked."""
        ribbon, ctx, month = self._window.ribbon, self._session.context, self._window.month
        if self._is_demo and self._session.paths.address != self._home:
            sentence = tr("正在看演示：企业、代码、金额、文号全部虚构，建在 {path}", path=self._session.paths.root.parent)
            ribbon.locked(sentence, tr("回到我的工作区"), lambda: self.open(self._home))
        elif ctx is not None and ctx.store.read_only:
            ribbon.read_only(ctx.store.read_only, tr("重新打开"), lambda: self.open(ctx.paths.address))
            if by := writer_elsewhere(ctx.paths):
                ribbon.offer_more(tr("接管写权…"), lambda: self._ask_take_over(by))
        elif ctx is not None and ctx.start_notes and self._told is not ctx:
            ribbon.trouble("".join(ctx.start_notes), tr("知道了"), lambda: self._acknowledge(ctx))
        elif self._is_locked(month) and self._window.current in OF_THE_MONTH:
            sentence = tr("{month} 已锁定，报送、判定和决定不再改动；确需改动的先登记例外", month=month)
            ribbon.locked(sentence, tr("例外登记…"), lambda: self._window.go("audit", month))
        else:
            ribbon.hide()

    def _is_locked(self, month: Month | None) -> bool:
        return self._view is not None and self._view.locked and self._view.month == month

    def _ask_take_over(self, by: str) -> None:
        """Ask for the reason, then take the right to write and open the workspace again."""
        said = tr(
            "{by}。只有确知那台电脑已停用、断电或程序已不在运行，才可接管；两边同时写入会损坏数据库。接管人、时间和理由记入操作记录。",
            by=by,
        )
        fields = (Field("reason", tr("如何确知对方已停用"), required=True),)
        take = self._session.take_over
        Ask(self._window, tr("接管写权"), said, fields, lambda a: take(self._window.operations, a["reason"])).open()

    def _acknowledge(self, ctx: AppContext) -> None:
        self._told = ctx
        self._say_state()

    def _say_where(self, demo: str = "") -> None:
        """The left of the status bar: workspace, month, lock."""
        month, locked = self._window.month, self._view is not None and self._view.locked
        state = tr("已锁定") if locked else tr("未锁定")
        when = f"{month} {state}" if month else tr("未建立期间")
        ctx = self._session.context
        looks = tr("只读") if ctx is not None and ctx.store.read_only else ""
        self._window.status.set_left([self._session.name, demo, looks, when])
        self._window.status.left.setToolTip(self._session.paths.where)
