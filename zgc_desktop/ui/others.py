"""Other desks of a workspace on a server: what they write is shown here too; a lost connection is said and awaited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure, IsCancelled, Progress
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr

if TYPE_CHECKING:
    from zgc_desktop.services.desks import News

POLL_MS: Final = 3_000
"""So often the journal's head is asked for: one small query, in the pool, beside whatever the window is at."""
_ANEW: Final = frozenset({"restore", "relocate"})
"""After these the workspace is opened anew: its contents are others, or it has gone to another place."""
ALL: Final = ChangeSummary("")


class Others(QObject):
    """Looks at the journal every few seconds while a workspace on a server is open."""

    def __init__(self, window: MainWindow, session: Session, say_state: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._session, self._say_state = window, session, say_state
        self._seen = (0, "")
        self._own: set[int] = set()
        self._looking = False
        self.lost = False
        """Whether the server could not be reached when it was asked last."""
        self.timer = QTimer(self)
        self.timer.setInterval(POLL_MS)
        self.timer.timeout.connect(self.look)
        session.ready.connect(self._opened)
        window.announced.connect(self._done_here)

    def look(self) -> None:
        """Ask once what is new; nothing while the last question is still under way."""
        ctx = self._session.context
        if ctx is None or not ctx.store.on_server or self._looking:
            return
        self._looking = True
        since = self._seen

        def work(_progress: Progress, _cancelled: IsCancelled) -> News:
            from zgc_desktop.services import desks

            return desks.news(ctx, since)

        run = self._window.operations.run
        run(tr("看其他电脑的写入"), work, self._told, self._cannot, owner=self, database=False, quiet=True)

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        ctx = self._session.context
        self._seen, self.lost, self._looking = self._session.head, False, False
        self._own.clear()
        if ctx is not None and ctx.store.on_server:
            self.timer.start()
        else:
            self.timer.stop()

    def _done_here(self, change: ChangeSummary) -> None:
        if change.journal_seq:
            self._own.add(change.journal_seq)

    def _told(self, news: News) -> None:
        self._looking = False
        self._seen = news.head
        ctx = self._session.context
        if ctx is None:
            return
        if self.lost:
            self.lost = False
            self._say_state()
            self._window.say(tr("与服务器的连接已恢复"))
            self._window.announce(ALL)
        others = [e for e in news.entries if e.seq not in self._own]
        if news.replaced or news.rules or any(e.command in _ANEW for e in others):
            self._session.reopen(ctx.paths.address)
            self._window.say(tr("工作区的规则或内容换了，已重新打开"))
        elif others:
            self._window.announce(news.change)
            last = others[-1]
            if last.who != ctx.who:
                more = tr("，另有 {n} 条", n=len(others) - 1) if len(others) > 1 else ""
                self._window.say(tr("{who}刚刚：{what}", who=last.who, what=last.sentence) + more)

    def _cannot(self, failure: Failure) -> None:
        self._looking = False
        if failure.kind != "known" or self.lost:
            return
        self.lost = True
        self._window.ribbon.trouble(tr("{why}现在只能查看已打开的内容", why=failure.sentence), tr("再试一次"), self.look)
