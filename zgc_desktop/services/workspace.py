"""A workspace (工作区): create or open it, keep originals and backups, check that it is whole."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from db import shelf
from db.encryption import PassphraseNeeded, read_key_file, sealed, unlock, unsealed
from db.queries import settlements
from db.queries.settings import setting
from db.store import MOVED_TO, Store
from db.turns import Turns
from db.writer_lock import ReadOnly, Writer, WriterLock
from reports.aside import write_aside
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import WorkspacePaths
from zgc_desktop.services import backups
from zgc_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What ``zgc check`` finds: problems as sentences (empty = sound) and what was looked at."""

    problems: tuple[str, ...]
    submissions: int
    originals: int


def connect(paths: WorkspacePaths, *, who: str, now: Callable[[], str], program: str, passphrase: str = "") -> Store:
    """The workspace's database with its key and its one right to write; nothing is opened yet.

    PassphraseNeeded where it is encrypted and ``passphrase`` is empty, WrongPassphrase where it does not fit.
    """
    if paths.root.exists() and not paths.root.is_dir():
        raise Refused("工作区应是一个文件夹", where=str(paths.root))
    paths.make()
    if paths.server is not None:
        address = paths.server if paths.server.password else replace(paths.server, password=passphrase)
        return Store(address, writer=Turns(who, now, program))
    key = None
    if (kept := read_key_file(paths.key_file)) is not None:
        if not passphrase:
            advice = "请输入口令（命令行可用环境变量 ZGC_PASSPHRASE）"
            raise PassphraseNeeded("工作区已加密", where=str(paths.root), advice=advice)
        key = unlock(kept, passphrase, where=str(paths.root))
    return Store(paths.database, key, WriterLock(paths.root, who, now, program))


def open_store(ctx: AppContext) -> None:
    """Bring the workspace's database up to date, making it where there is none; a copy is kept before a schema changes.

    EnvironmentProblem for a schema from a newer program, and for an older one while somebody else writes.
    """
    store = ctx.store
    revision = store.require_known()
    if revision is None or store.is_behind(revision):
        _bring_up_to_date(ctx, revision)
    with contextlib.suppress(Refused):  # rows that cannot be read are told by whoever reads them
        if to := left_for(ctx):
            say_left(ctx, to)


def left_for(ctx: AppContext) -> str:
    """Where the workspace was moved to from here; '' where it was not."""
    with ctx.store.read() as connection:
        return setting(connection, MOVED_TO)


def say_left(ctx: AppContext, to: str) -> None:
    """Let a workspace that was left for another place only be looked at: two that go on would grow apart."""
    if ctx.store.writer is not None and not ctx.store.writer.refused:
        advice = "请打开新的位置；确要继续用这一份，用 zgc move --stay 并写明理由"
        ctx.store.writer.refused = f"这个工作区已搬到 {to}，这里只能查看；{advice}。"


def _bring_up_to_date(ctx: AppContext, revision: str | None) -> None:
    store = ctx.store
    try:
        with store.writing():
            if revision is not None:
                backups.take(ctx, "upgrade", always=True, note=f"由结构 {revision} 升级之前")
            store.prepare()
    except ReadOnly as problem:
        by = (store.writer.noted() if store.writer else None) or problem
        why = by.sentence.rstrip("。") if isinstance(by, Writer) else by.why
        advice = "请等对方关闭后再打开；如确知对方已停用，用 zgc take-over 接管"
        raise EnvironmentProblem("工作区要先升级才能打开", where=ctx.paths.where, why=why, advice=advice) from problem


def keep_original(ctx: AppContext, content: bytes) -> str:
    """Archive the bytes of a received or issued file under their SHA-256; returns the hash. The same bytes twice are kept once.

    In a folder they lie in ``archive``, sealed on disk where the workspace is encrypted; on a server they stand in the
    database, so that every desk has them. The hash is that of the file as it came.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if ctx.store.on_server:
        shelf.put(ctx.store, sha256, content)
        return sha256
    target = ctx.paths.archived(sha256)
    if not target.exists():
        with ctx.store.writing():
            write_aside(target, sealed(content, ctx.store.key))
    return sha256


def original(ctx: AppContext, sha256: str) -> bytes:
    """The bytes of an archived file as it came; EnvironmentProblem where it is missing or cannot be opened."""
    if ctx.store.on_server:
        if (found := shelf.content_of(ctx.store, sha256)) is None:
            raise _unreadable(sha256)
        return found
    path = ctx.paths.archived(sha256)
    try:
        return unsealed(path.read_bytes(), ctx.store.key, where=sha256[:12])
    except OSError as error:
        raise _unreadable(sha256) from error


def is_kept(ctx: AppContext, sha256: str) -> bool:
    """Whether a file is in the archive."""
    return shelf.holds(ctx.store, sha256) if ctx.store.on_server else ctx.paths.archived(sha256).is_file()


def kept_files(ctx: AppContext) -> tuple[str, ...]:
    """The SHA-256 of every file in the archive, in order."""
    if ctx.store.on_server:
        return shelf.names(ctx.store)
    return tuple(sorted(p.name for p in ctx.paths.archive.glob("??/*") if not p.name.startswith(".")))


def _unreadable(sha256: str) -> EnvironmentProblem:
    return EnvironmentProblem("存档中的原件读不出来", where=sha256[:12], advice="请先运行 zgc check")


def check(ctx: AppContext) -> CheckResult:
    """Check the database, the journal's chain, the park lines, and everything in the archive: there and unchanged."""
    from zgc_desktop.services import archive_check  # which opens the archive through this module

    problems = list(ctx.store.problems())
    with ctx.store.read() as connection:
        problems += settlements.ledger_problems(connection)
    archive = archive_check.check(ctx)
    return CheckResult((*problems, *archive.problems), archive.submissions, archive.originals)
