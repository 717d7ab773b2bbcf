"""Runs every long piece of work off the window's thread: database work one at a time, the rest in a small pool.

Results, progress and failures come back on the main thread. An expected failure is a sentence, an unexpected one a report;
neither ends the window.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from zgc_desktop.domain.errors import Cancelled, KnownError
from zgc_desktop.services import bug_report as report
from zgc_desktop.ui.texts import tr

log = logging.getLogger(__name__)
T = TypeVar("T")
THROTTLE_S = 0.05
POOL_THREADS = 2
BREATH_MS = 120
"""So long the window has to paint what it was given before work beside the database's begins."""


class Progress(Protocol):
    """Told by the work: step n of so many (0 = not known), and what it is at."""

    def __call__(self, n: int, of: int, text: str = "") -> None: ...


IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], T]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why work ended without a result. ``details`` is for a report; ``sentence`` is for the user."""

    kind: Literal["known", "cancelled", "bug"]
    label: str
    sentence: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One progress message."""

    n: int
    of: int
    text: str


class Operation(QObject, Generic[T]):
    """One piece of work under way. Its signals arrive on the main thread and carry objects: Signal(int) is 32 bits."""

    progressed = Signal(object)
    """A Step."""
    done = Signal(object)
    failed = Signal(object)
    """A Failure."""
    ended = Signal()
    _stepped = Signal(object)
    _landed = Signal(object, object)

    def __init__(self, label: str, work: Work[T], *, quiet: bool = False, database: bool = True) -> None:
        super().__init__()
        self.label, self.quiet, self.database = label, quiet, database
        self._work = work
        self._cancel = threading.Event()
        self._told = 0.0
        # Bound methods of an object of the main thread, queued: whatever the worker emits is handled there.
        self._stepped.connect(self._take_step, Qt.ConnectionType.QueuedConnection)
        self._landed.connect(self._take_outcome, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; it says so itself by raising Cancelled, having written nothing."""
        self._cancel.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancel.is_set()

    def execute(self) -> None:
        """Do the work; called in a worker thread."""
        result: T | None = None
        failure: Failure | None = None
        try:
            if self._cancel.is_set():
                raise Cancelled
            result = self._work(self._progress, self._cancel.is_set)
        except Cancelled as stop:
            said = tr("已取消：已写出 {n} 份，其余 {left} 份未写。", n=stop.written, left=stop.left)
            failure = Failure("cancelled", self.label, said if stop.written else tr("已取消，未写入任何数据。"))
        except KnownError as problem:
            failure = Failure("known", self.label, problem.sentence)
        except BaseException as problem:  # whatever it is, the window stays and says so
            log.exception("%s failed", self.label)
            failure = Failure("bug", self.label, unexpected(self.label), bug_report(self.label, problem))
        self._landed.emit(result, failure)

    def _progress(self, n: int, of: int, text: str = "") -> None:
        """Pass a step on, not more than twenty a second: the queue of the main thread is for the user."""
        now = time.monotonic()
        if now - self._told >= THROTTLE_S or (of and n >= of):
            self._told = now
            self._stepped.emit(Step(n, of, text))

    def _take_step(self, step: Step) -> None:
        self.progressed.emit(step)

    def _take_outcome(self, result: object, failure: Failure | None) -> None:
        if failure is None:
            self.done.emit(result)
        else:
            self.failed.emit(failure)
        self.ended.emit()


class Operations(QObject):
    """The one runner of the window."""

    started = Signal(object)
    """An Operation."""
    failed = Signal(object)
    """A Failure nobody took: the window shows it."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "database")
        self._pool = ThreadPoolExecutor(POOL_THREADS, "pool")
        self._running: list[Operation[object]] = []
        self.done: deque[str] = deque(maxlen=8)
        """Names of the last commands, for a bug report."""
        self._is_closed = False

    @property
    def running(self) -> tuple[Operation[object], ...]:
        """Work under way or waiting, oldest first."""
        return tuple(self._running)

    def run(
        self,
        label: str,
        work: Work[T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Failure], object] | None = None,
        *,
        owner: QObject | None = None,
        database: bool = True,
        quiet: bool = False,
    ) -> Operation[T]:
        """Start work and return at once.

        ``owner``: if this widget is gone when the work ends, nobody is called. ``database`` work runs in the one serial
        worker; other work begins when what was just shown is painted, because both want Python at once. ``quiet`` work
        (refreshing what is shown) is not announced in the status bar.
        """
        operation = Operation(label, work, quiet=quiet, database=database)
        self._running.append(operation)  # type: ignore[arg-type]  # kept for its label and for cancelling only
        operation.done.connect(lambda result: self._deliver(operation, on_done, result, owner))
        operation.failed.connect(lambda failure: self._fail(on_failed, failure, owner))
        operation.ended.connect(lambda: self._forget(operation))
        if not quiet:
            self.done.append(label)
            self.started.emit(operation)
        if database:
            self._database.submit(operation.execute)
        else:
            QTimer.singleShot(BREATH_MS, self, lambda: self._begin_beside(operation))
        return operation

    def _begin_beside(self, operation: Operation[T]) -> None:
        if not self._is_closed:
            self._pool.submit(operation.execute)

    def cancel_all(self) -> None:
        """Ask everything to stop."""
        for operation in self._running:
            operation.cancel()

    def close(self) -> None:
        """Stop what can stop and wait for the rest: a transaction ends by itself, never by force. Then nobody is called."""
        self._is_closed = True
        self.cancel_all()
        for worker in (self._database, self._pool):
            worker.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _deliver(
        self, operation: Operation[T], on_done: Callable[[T], object] | None, result: T, owner: QObject | None
    ) -> None:
        if on_done is None or self._is_closed or (owner is not None and not isValid(owner)):
            return  # closed: what is shown next would ask for work that nobody does any more
        try:
            on_done(result)
        except KnownError as problem:
            self.failed.emit(Failure("known", operation.label, problem.sentence))
        except Exception as problem:
            log.exception("showing the result of %s failed", operation.label)
            self.failed.emit(Failure("bug", operation.label, unexpected(operation.label), bug_report(operation.label, problem)))

    def _fail(
        self,
        on_failed: Callable[[Failure], object] | None,
        failure: Failure,
        owner: QObject | None,
    ) -> None:
        if on_failed is None or failure.kind == "bug":
            self.failed.emit(failure)
        if on_failed is not None and (owner is None or isValid(owner)):
            on_failed(failure)

    def _forget(self, operation: Operation[T]) -> None:
        self._running = [o for o in self._running if o is not operation]
        if not self._running:
            self.idle.emit()


def unexpected(label: str) -> str:
    """The sentence for a failure that is the program's fault."""
    return tr("“{label}”没有完成：程序内部出错。数据没有改动，可以继续工作；请把错误报告发给维护人员。", label=label)


def bug_report(label: str, problem: BaseException) -> str:
    """What a maintainer needs: where it happened, with which versions. No data of the office: types and frames only."""
    return report.text(label, problem, versions=(f"PySide6 {pyside_version}",))
