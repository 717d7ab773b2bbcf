"""What is looked at when a workspace opens: an unfinished last time, half-written files, a place no database may live in."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

import db.tables as t
from db.engine import quick_problems
from db.location import Place, classify, this_machine
from db.writer_lock import Writer, read_note
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import WorkspacePaths
from zgc_desktop.services import workspace
from zgc_desktop.services.context import AppContext

A_DAY_S = 86_400.0
_PARTS = (".*.part", ".*.part-journal", "*.unfinished", "writer.part")
"""Names under which files are written until they are whole."""


def require_safe_place(paths: WorkspacePaths) -> str:
    """A sentence of warning for a removable disk, else ''. EnvironmentProblem for a network drive or a synchronised folder.

    Databases on such places are damaged sooner or later: file locks do not reach, and a synchroniser copies half a write.
    A workspace on a server has no database file.
    """
    if paths.server is not None:
        return ""
    location = classify(str(_resolved(paths.root)), this_machine())
    if location.place in (Place.NETWORK, Place.SYNCED):
        raise EnvironmentProblem(
            f"工作区不能放在{location.place.value}（{location.sign}）",
            where=str(paths.root),
            why="多台电脑或同步程序会同时改动数据库文件，造成损坏",
            advice="请把工作区放在本机磁盘；备份、导出件和报告可以放到这里。已有工作区用 zgc export-workspace 搬到本机",
        )
    if location.place is Place.REMOVABLE:
        return f"工作区在可移动磁盘（{location.sign}）上：写入时拔出会丢失未写完的一步，请先关闭程序再拔出，并常做备份。"
    return ""


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except OSError:
        return folder


def before_opening(ctx: AppContext, *, hold: bool) -> tuple[str, ...]:
    """Take the right to write (for the session with ``hold``, else for this look) and say how the last session ended.

    Left-over files of an unfinished write are removed. Nothing is looked at where somebody else writes: it is his. A server
    looks after its own database, and nobody holds the right to write there between two commands.
    """
    writer = ctx.store.writer
    if ctx.paths.server is not None:
        if hold and writer is not None:
            writer.hold()  # be seen by the other desks; it keeps nobody from anything
        return _of_this_machine(ctx.paths, older_than=A_DAY_S)
    assert writer is not None
    journal = ctx.paths.database.with_name(ctx.paths.database.name + "-journal")
    hot = journal.is_file() and journal.stat().st_size > 0
    if not (hold or hot or writer.noted()):
        return ()
    if not writer.hold():
        if not hold:  # one command: it may still read, and is refused only when it writes
            writer.refused = ""
        return ()
    found = [_ended(writer.died)] if writer.died else []
    if hot:
        found.append("有一步写到一半时中断，数据库已退回到那一步之前；那一步没有写入，请重做。")
    found += _of_this_machine(ctx.paths)
    if not hold:
        writer.release()
    return tuple(found)


def _of_this_machine(paths: WorkspacePaths, *, older_than: float = 0) -> tuple[str, ...]:
    """What the last session left in the workspace's folder: frames of a crash, half-written files.

    ``older_than`` (seconds) where a second program of this machine may be writing just now.
    """
    found = []
    if _crashed(paths):
        found.append(f"程序曾意外终止，终止处的记录在 {paths.logs}，请发给维护人员（其中没有企业数据）。")
    if swept := _sweep(paths, older_than):
        found.append(f"清理了 {swept} 个没有写完的临时文件，原有文件不受影响。")
    return tuple(found)


def after_opening(ctx: AppContext, notes: tuple[str, ...]) -> tuple[str, ...]:
    """After an unfinished last time: what SQLite's quick check says of the database, as a sentence."""
    if not notes or ctx.paths.server is not None:
        return ()
    if problems := quick_problems(ctx.paths.database, ctx.store.key):
        return (f"数据库快速检查发现问题：{problems[0]}；请在“审计备份”恢复最近的备份，或运行 zgc restore。",)
    return ("数据库快速检查通过，已确认的登记都在。",)


def left_by_another(paths: WorkspacePaths) -> str:
    """Who on another machine is noted as writing, in a clause; '' where nobody is: only such a note can be taken over."""
    noted = read_note(paths.root)
    return noted.sentence if noted is not None and noted.machine != platform.node() else ""


def take_over(ctx: AppContext, reason: str) -> str:
    """Take the right to write from the note another machine left, by a person's word; returns whom it named, in a clause.

    Refused without a reason, or where there is no such note. A living writer on this machine is never taken over.
    """
    writer = ctx.store.writer
    if not reason.strip():
        raise Refused("请写明理由", advice="--reason 写明如何确知对方已停用")
    before = writer.take_over() if writer else None
    if before is None:
        raise Refused("没有可接管的写入标记", where=str(ctx.paths.root), advice="同一台电脑上的程序结束后写权自动归还")
    workspace.open_store(ctx)  # it may be of an older schema, which waited for this
    with ctx.store.write("take-over", ctx.who, ctx.now()) as unit:
        value = before.sentence
        if not unit.update(t.SettingRow, {"key": "take-over"}, {"value": value}):
            unit.insert(t.SettingRow, {"key": "take-over", "value": value})
        unit.say(f"接管写权：此前{value}", reason=reason.strip(), subjects={"backup"})
    return before.sentence


def _ended(writer: Writer) -> str:
    since = writer.since[:16].replace("T", " ")
    return f"上次没有正常关闭（{writer.who}，{since} 打开，进程 {writer.pid} 已不在）。"


def _crashed(paths: WorkspacePaths) -> bool:
    """Whether the process itself died last time (``faulthandler`` wrote frames); what it wrote gets a name of its own."""
    crash = paths.logs / "crash.txt"
    try:
        if not crash.is_file() or not crash.stat().st_size:
            return False
        told = crash.read_text(encoding="utf-8", errors="replace")
        crash.with_name(f"bug-{int(crash.stat().st_mtime)}-crash.txt").write_text(told, encoding="utf-8")
        os.truncate(crash, 0)
    except OSError:
        return False
    return True


def _sweep(paths: WorkspacePaths, older_than: float) -> int:
    count, now = 0, time.time()
    folders = (paths.root, paths.backups, paths.outbox, paths.archive, *(p for p in paths.archive.glob("??") if p.is_dir()))
    for folder in folders:
        for pattern in _PARTS:
            for part in folder.glob(pattern):
                try:
                    if older_than and now - part.stat().st_mtime < older_than:
                        continue
                    part.unlink()
                    count += 1
                except OSError:
                    continue  # held open by another program: the next start tries again
    return count
