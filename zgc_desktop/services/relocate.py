"""Moving a workspace between a folder and a server (搬迁): every row and file carried, proved equal, then left where it was."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace

from db import backups as files
from db import shelf
from db.carrying import carry, first_filled, foreign_tables, prints, unlike
from db.journal import reads
from db.journal.chain import chain_findings
from db.settings import put_setting
from db.store import MOVED_TO, Reading, Store, UnitOfWork
from reports.aside import write_aside
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import DEMO_MARK, Address, WorkspacePaths, workspace_paths
from zgc_desktop.services import office_rules, recovery, workspace
from zgc_desktop.services.context import AppContext, Progress, no_progress, one_command


@dataclass(frozen=True, slots=True)
class Moved:
    """A move done and proved: from where, to where, and what was held against each other."""

    source: str
    target: Address
    tables: int
    rows: int
    files: int
    rules: int
    journal_seq: int
    journal_hash: str
    was_encrypted: bool
    """The old place was under a passphrase, the new one is not."""


def move(ctx: AppContext, to: Address, *, passphrase: str = "", progress: Progress = no_progress) -> Moved:
    """Carry the workspace to an empty database or folder; proved table by table and file by file before it counts as done.

    Until then nothing stands in the new place. Afterwards the old one says where the workspace is and is only looked at.
    Refused where the target holds anything, or the workspace does not pass its own checks. ``passphrase`` is the database's.
    """
    target = workspace_paths(to)
    if target.address == ctx.paths.address:
        raise Refused("工作区已经在那里", where=target.where)
    with ctx.store.command("搬迁"), ctx.store.writing():
        progress(0, 4, "检查现在的工作区")
        if problems := workspace.check(ctx).problems:
            advice = "请先恢复备份"
            raise EnvironmentProblem("工作区没有通过检查，没有搬", where=ctx.paths.where, why=problems[0], advice=advice)
        to_it = _to_server if target.server is not None else _to_folder
        done = to_it(ctx, target, passphrase, progress)
        _leave(ctx, target)
    progress(4, 4, "完成")
    return done


@one_command("relocate")
def stay(ctx: AppContext, reason: str) -> ChangeSummary | None:
    """Go on with a workspace that was left for another place, by a person's word; None where it was not left.

    From then on there are two, and what is done in one is not in the other.
    """
    if not reason.strip():
        raise Refused("请写明理由", advice="--reason 写明为什么继续用旧的这一份")
    to = workspace.left_for(ctx)
    if not to:
        return None
    if ctx.store.writer is not None:
        ctx.store.writer.refused = ""
    with ctx.store.write("relocate", ctx.who, ctx.now()) as unit:
        put_setting(unit, MOVED_TO, "")
        unit.say(f"继续使用搬走前的工作区（曾搬到 {to}）", reason=reason.strip(), subjects={"backup", "settings"})
    return unit.summary


# ---- inside -----------------------------------------------------------------------------------------------------------


def _to_server(ctx: AppContext, target: WorkspacePaths, passphrase: str, progress: Progress) -> Moved:
    store = workspace.connect(target, who=ctx.who, now=ctx.now, program=ctx.program_version, passphrase=passphrase)
    try:
        return _into_database(ctx, replace(ctx, paths=target, store=store), progress)
    finally:
        store.close()


def _into_database(ctx: AppContext, there: AppContext, progress: Progress) -> Moved:
    target = there.paths
    if done := _carried_before(ctx, there):
        return done
    _require_empty(there.store)
    there.store.prepare()

    def take_files(connection: Reading, told: Callable[[int, int], None]) -> int:
        names = workspace.kept_files(ctx)
        for n, sha256 in enumerate(names):
            told(n, len(names))
            shelf.put_on(connection, sha256, workspace.original(ctx, sha256))
        found = [sha256 for sha256, content in shelf.contents(connection) if hashlib.sha256(content).hexdigest() == sha256]
        if tuple(found) != names:
            raise _differs("原件存档", target)
        return len(names)

    done = _carried(ctx, there, take_files, progress)
    office_rules.bring(there)
    if ctx.paths.is_demo:
        shutil.copyfile(ctx.paths.root / DEMO_MARK, target.root / DEMO_MARK)
    return done


def _to_folder(ctx: AppContext, target: WorkspacePaths, _passphrase: str, progress: Progress) -> Moved:
    root = target.root
    if target.database.is_file() and (done := _carried_before(ctx, _looked_at(ctx, target))):
        return done
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise Refused("这里已有文件，没有搬", where=str(root), advice="请换一个空文件夹")
    recovery.require_safe_place(target)
    beside = WorkspacePaths(root.with_name(f".{root.name}.moving"))
    with files.told(root):
        root.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(beside.root, ignore_errors=True)
    try:
        done = copied(ctx, beside, progress)
        with files.told(root):
            files.flush(beside.database)
            if root.is_dir():
                root.rmdir()
            beside.root.replace(root)
            files.flush_folder(root.parent)
    finally:
        shutil.rmtree(beside.root, ignore_errors=True)
    return replace(done, target=target.address)


def copied(ctx: AppContext, beside: WorkspacePaths, progress: Progress = no_progress) -> Moved:
    """Write the workspace whole into a new folder, proved equal; nothing is said of it anywhere."""
    beside.make()
    store = Store(beside.database)
    there = replace(ctx, paths=beside, store=store)
    store.prepare()

    def take_files(_connection: Reading, told: Callable[[int, int], None]) -> int:
        names = workspace.kept_files(ctx)
        for n, sha256 in enumerate(names):
            told(n, len(names))
            write_aside(beside.archived(sha256), workspace.original(ctx, sha256))
            if hashlib.sha256(workspace.original(there, sha256)).hexdigest() != sha256:
                raise _differs("原件存档", beside)
        return len(names)

    done = _carried(ctx, there, take_files, progress)
    rules = office_rules.laid_out(ctx, beside.rules)
    if ctx.paths.is_demo:
        shutil.copyfile(ctx.paths.root / DEMO_MARK, beside.root / DEMO_MARK)
    return replace(done, rules=rules)


def _carried(
    ctx: AppContext, there: AppContext, take_files: Callable[[Reading, Callable[[int, int], None]], int], progress: Progress
) -> Moved:
    """Carry rows and files in one transaction of the target, committed only when nothing differs."""
    with ExitStack() as stack:
        here = stack.enter_context(ctx.store.read())
        new = stack.enter_context(there.store.outside_journal())
        carry(here, new, told=lambda n, of, what: progress(1, 4, f"{what}（{n + 1}/{of}）"))
        kept = take_files(new, lambda n, of: progress(2, 4, f"原件（{n + 1}/{of}）"))
        progress(3, 4, "逐表核对")
        before, after = prints(here), prints(new)
        if found := unlike(before, after):
            raise _differs(found[0], there.paths)
        if wrong := next(chain_findings(new), None):
            raise _differs(wrong.sentence, there.paths)
        seq, head = reads.head(new)
        rules = 0
        if there.store.on_server:  # in the same transaction: nobody ever opens it without the office's own rules
            rules = office_rules.take_in(UnitOfWork(new, "rules-share", ctx.who, ctx.now()), ctx.paths.rules)
    rows = sum(p.rows for p in after.values())
    encrypted = ctx.store.key is not None
    return Moved(ctx.paths.where, there.paths.address, len(after), rows, kept, rules, seq, head, encrypted)


def _carried_before(ctx: AppContext, there: AppContext) -> Moved | None:
    """A move that was stopped after the new place stood and before the old one could say so: proved again, and finished.

    None where the target is anything else than this very workspace, with the office's rules on top at most.
    """
    store, (seq, head) = there.store, ctx.store.head()
    revision = store.require_known()
    if not seq or revision is None or store.is_behind(revision):
        return None
    with ctx.store.read() as here, store.read() as new:
        found = reads.entries(new, since=seq)
        if not found or (found[-1].seq, found[-1].hash) != (seq, head) or any(e.command != "rules-share" for e in found[:-1]):
            return None
        own = {"journal", "rule_file"} if len(found) > 1 else set()
        before, after = prints(here), prints(new)
        if unlike({n: p for n, p in before.items() if n not in own}, {n: p for n, p in after.items() if n not in own}):
            return None
    names = workspace.kept_files(there)
    if names != workspace.kept_files(ctx):
        return None
    rows, rules = sum(p.rows for p in after.values()), after["rule_file"].rows
    encrypted = ctx.store.key is not None
    return Moved(ctx.paths.where, there.paths.address, len(after), rows, len(names), rules, seq, head, encrypted)


def _looked_at(ctx: AppContext, target: WorkspacePaths) -> AppContext:
    return replace(ctx, paths=target, store=Store(target.database))


def _require_empty(store: Store) -> None:
    advice = "请换一个空的数据库"
    if store.require_known() is None:
        with store.read() as connection:
            if others := foreign_tables(connection):
                raise Refused("目标数据库不是空的，没有搬", where=store.where, why=f"已有表 {others[0]}", advice=advice)
        return
    with store.read() as connection:
        if filled := first_filled(connection):
            raise Refused("目标数据库已有一个工作区，没有搬", where=store.where, why=f"已有“{filled}”", advice=advice)


def _leave(ctx: AppContext, target: WorkspacePaths) -> None:
    """Say in the old place where the workspace is; its rows stay as they were carried, with this one entry more."""
    with ctx.store.write("relocate", ctx.who, ctx.now()) as unit:
        put_setting(unit, MOVED_TO, target.where)
        unit.say(f"工作区搬到 {target.where}，已逐表逐件核对；这里此后只供查看", subjects={"backup", "settings"})
    workspace.say_left(ctx, target.where)


def _differs(what: str, target: WorkspacePaths) -> EnvironmentProblem:
    return EnvironmentProblem("搬过去的内容与原来不同，没有搬", where=target.where, why=what, advice="旧的一份未动，请重试")
