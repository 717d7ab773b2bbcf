"""One writer a workspace: an operating system's lock that dies with its process, and a note of who writes since when."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from zgc_desktop.domain.errors import EnvironmentProblem

LOCK_FILE: Final = "writer.lock"
NOTE_FILE: Final = "writer.json"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes (or wrote last) in a workspace: person, machine, process, since when (ISO text)."""

    who: str
    machine: str
    pid: int
    since: str
    program: str = ""

    @property
    def sentence(self) -> str:
        """Who writes since when, in a clause."""
        since = self.since[:16].replace("T", " ")
        return f"{self.who}（电脑 {self.machine}，进程 {self.pid}）自 {since} 起正在写入"


def read_note(folder: Path) -> Writer | None:
    """Whom the note in a workspace names as its writer; None where there is none or it cannot be read."""
    try:
        raw = json.loads((folder / NOTE_FILE).read_text(encoding="utf-8"))
        return Writer(str(raw["who"]), str(raw["machine"]), int(raw["pid"]), str(raw["since"]), str(raw.get("program", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


class ReadOnly(EnvironmentProblem):
    """Somebody else writes in this workspace, or nobody may: what was asked would have written."""


class WriterLock:
    """The right to write in one workspace: taken for one write, or held for a window's whole session.

    The lock itself is the system's (flock, LockFileEx): a killed process loses it at once, so there is nothing stale to ask
    about. The note beside it only says who. A note of another machine is believed even where the lock could be taken, because
    over a network the system's lock may not reach; ``take_over`` is a person's word that nobody writes there.
    """

    def __init__(self, folder: Path, who: str, now: Callable[[], str], program: str = "") -> None:
        self._folder, self._who, self._now, self._program = folder, who, now, program
        self._note = folder / NOTE_FILE
        self._guard = threading.RLock()
        self._held = 0
        # One lock object a process and path: two contexts of one process are one writer.
        self._lock = FileLock(
            folder / LOCK_FILE,
            timeout=0,
            thread_local=False,
            is_singleton=True,
            fallback_to_soft=False,
            preserve_lock_file=True,
        )
        self.died: Writer | None = None
        """A writer of this machine that ended without closing, found when the lock was taken."""
        self.refused = ""
        """Why this session is read-only; empty where it may write."""

    @property
    def is_held(self) -> bool:
        return self._held > 0

    def hold(self) -> bool:
        """Take the right to write until ``release``; False (and ``refused`` says why) where somebody else has it."""
        with self._guard:
            if self._held:
                self._held += 1
                return True
            try:
                self._take()
            except ReadOnly as problem:
                self.refused = problem.sentence
                return False
            self._held, self.refused = 1, ""
            return True

    def release(self) -> None:
        """Give one hold back; the last takes the note away: the session ended as it should."""
        with self._guard:
            if not self._held:
                return
            self._held -= 1
            if not self._held:
                self._give_back()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The right to write for one transaction; ReadOnly says who has it."""
        if self.refused:  # a window that opened read-only stays so until it asks again: it shows yesterday's figures
            raise ReadOnly(self.refused.rstrip("。"))
        if not self.hold():
            problem, self.refused = self.refused, ""
            raise ReadOnly(problem.rstrip("。"))
        try:
            yield
        finally:
            self.release()

    def take_over(self) -> Writer | None:
        """Forget the note of a writer on another machine, by a person's word; returns whom it named."""
        with self._guard:
            found = self.noted()
            if found is not None and found.machine != platform.node():
                self._note.unlink(missing_ok=True)
                self.refused = ""
                return found
            return None

    def noted(self) -> Writer | None:
        """Whom the note names; None where there is none or it cannot be read."""
        return read_note(self._folder)

    # ---- inside -------------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise self._taken(self.noted()) from None
        except (OSError, NotImplementedError) as error:
            why = "文件夹只读或没有写权限" if isinstance(error, PermissionError) else "所在磁盘不支持文件锁"
            raise ReadOnly("工作区以只读方式打开", why=why, advice="请把工作区放到本机可写的磁盘") from error
        if self._lock.lock_counter > 1:  # this very process writes already
            return
        before = self.noted()
        if before is not None and before.machine != platform.node():
            self._lock.release()
            raise self._taken(before, elsewhere=True)
        self.died = before
        me = Writer(self._who, platform.node(), os.getpid(), self._now(), self._program)
        part = self._note.with_suffix(".part")
        try:
            part.write_text(json.dumps(asdict(me), ensure_ascii=False), encoding="utf-8")
            part.replace(self._note)
        except OSError:  # a full disk: the lock is ours all the same, only the note is lacking
            part.unlink(missing_ok=True)

    def _give_back(self) -> None:
        if self._lock.lock_counter == 1:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
        self._lock.release()

    @staticmethod
    def _taken(by: Writer | None, *, elsewhere: bool = False) -> ReadOnly:
        why = by.sentence if by else "另一个统筹台正在写入"
        advice = "这里可以查看，不能改动；对方关闭后重新打开即可写入"
        if elsewhere:
            advice += "；如确知对方已停用，用 zgc take-over 接管"
        return ReadOnly("工作区以只读方式打开", why=why, advice=advice)
