"""Encryption at rest (加密): put a workspace under a passphrase, change it, change the key, take it off again.

Every file says itself whether and with which key it is sealed, and ``workspace.key`` says what is under way, so a pulled plug
leaves a workspace that opens as before, and the next opening with the passphrase finishes the work.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import db.tables as t
from db import backups as files
from db import encryption as sealing
from db.encryption import Key, KeyFile
from db.store import Store
from reports.aside import write_aside
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.services import backups
from zgc_desktop.services.context import AppContext, Progress, no_progress

SHORTEST = sealing.SHORTEST
"""So many characters a passphrase has at least."""
_SETTING = "encrypted"


def is_encrypted(ctx: AppContext) -> bool:
    """Whether the workspace is under a passphrase."""
    return ctx.store.key is not None


def require_words(ctx: AppContext, words: str) -> None:
    """WrongPassphrase where ``words`` are neither the workspace's passphrase nor its recovery code.

    Asked again before the key is touched: an open window says who sits there only as long as nobody else sits down.
    """
    kept, _key = _need(ctx)
    sealing.unlock(kept, words, where=str(ctx.paths.root))


def encrypt(ctx: AppContext, passphrase: str, *, progress: Progress = no_progress) -> tuple[AppContext, str]:
    """Put database, archive and backups under a new key; returns the workspace as it is now and the recovery code (恢复码).

    The code is shown once and kept nowhere: without it and the passphrase nothing can be read any more. Refused for a short
    passphrase or an encrypted workspace. What lay on the disk in the open before may still be found there by forensics.
    """
    if ctx.store.on_server:
        advice = "谁能进入由数据库的用户和口令决定；磁盘和连接的加密请服务器管理员配置"
        raise Refused("服务器上的工作区不用口令加密", where=ctx.paths.where, advice=advice)
    if is_encrypted(ctx):
        raise Refused("工作区已经加密", advice="更换口令用 zgc rekey")
    sealing.require_strong(passphrase)
    with ctx.store.writing():
        backups.take(ctx, "encrypt")
        key, code = sealing.new_key(), sealing.new_recovery_code()
        _keep(ctx, sealing.new_key_file(key, passphrase, code, "sealing"))
        now = _finish(ctx, key, progress)
        _tell(now, "加密工作区：数据库、原件存档与备份")
    return now, code


def change_passphrase(ctx: AppContext, passphrase: str) -> None:
    """Another passphrase for the same key; the recovery code stays. Refused for a short one or a workspace in the open."""
    kept, key = _need(ctx)
    with ctx.store.writing():
        _keep(ctx, sealing.with_passphrase(kept, key, passphrase))
        _tell(ctx, "更换工作区口令")


def change_key(ctx: AppContext, passphrase: str, *, progress: Progress = no_progress) -> tuple[AppContext, str]:
    """A new key, passphrase and recovery code; every file is sealed anew. Returns the workspace and the new code.

    For when somebody who knew the passphrase or the code leaves: copies he took still open with the old ones, this one not.
    """
    _kept, before = _need(ctx)
    sealing.require_strong(passphrase)
    with ctx.store.writing():
        backups.take(ctx, "encrypt")
        key, code = sealing.new_key(), sealing.new_recovery_code()
        made = sealing.new_key_file(key, passphrase, code, "rekeying")
        _keep(ctx, sealing.with_previous(made, key, before))
        now = _finish(ctx, replace(key, previous=before.secret), progress)
        _tell(now, "更换工作区密钥：数据库、原件存档与备份全部重新加密")
    return now, code


def decrypt(ctx: AppContext, *, progress: Progress = no_progress) -> AppContext:
    """Take the encryption off again; returns the workspace as it is now."""
    kept, key = _need(ctx)
    with ctx.store.writing():
        backups.take(ctx, "encrypt")
        _keep(ctx, KeyFile("unsealing", kept.wrapped))
        now = _finish(ctx, key, progress)
        _tell(now, "解除工作区加密")
    return now


def finish(ctx: AppContext, *, progress: Progress = no_progress) -> AppContext:
    """Finish what a pulled plug left half done; the workspace as it is then. Nothing happens where all is done.

    ReadOnly where somebody else writes.
    """
    kept = sealing.read_key_file(ctx.paths.key_file)
    if kept is None or kept.state == "sealed" or ctx.store.key is None:
        return ctx
    with ctx.store.writing():
        return _finish(ctx, ctx.store.key, progress)


# ---- inside ---------------------------------------------------------------------------------------------------------


def _need(ctx: AppContext) -> tuple[KeyFile, Key]:
    kept = sealing.read_key_file(ctx.paths.key_file)
    if kept is None or ctx.store.key is None:
        raise Refused("工作区没有加密", advice="先用 zgc encrypt 加密")
    return kept, ctx.store.key


def _keep(ctx: AppContext, kept: KeyFile) -> None:
    write_aside(ctx.paths.key_file, sealing.key_file_bytes(kept))


def _tell(ctx: AppContext, said: str) -> None:
    with ctx.store.write("encrypt", ctx.who, ctx.now()) as unit:
        value = f"{ctx.now()} {said}，密钥文件 {_print(ctx)}"  # differs every time: an equal row would leave no entry
        if not unit.update(t.SettingRow, {"key": _SETTING}, {"value": value}):
            unit.insert(t.SettingRow, {"key": _SETTING, "value": value})
        unit.say(said, subjects={"backup"})


def _print(ctx: AppContext) -> str:
    """The beginning of the key file's SHA-256, 无 where there is none: every wrapping has its own salt."""
    file = ctx.paths.key_file
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else "无"


def _finish(ctx: AppContext, key: Key, progress: Progress) -> AppContext:
    """Bring every file to where the key file's state says it goes, then settle the state. Any step may be done twice."""
    kept = sealing.read_key_file(ctx.paths.key_file)
    assert kept is not None
    goal = None if kept.state == "unsealing" else Key(key.secret)
    archived = [p for p in sorted(ctx.paths.archive.glob("??/*")) if not p.name.startswith(".")]
    copies = sorted(ctx.paths.backups.glob("*.db"))
    steps = 1 + len(archived) + len(copies)
    for n, path in enumerate(archived):
        progress(n, steps, "原件存档")
        _reseal(path, key, goal)
    for n, path in enumerate(copies):
        progress(len(archived) + n, steps, f"备份 {path.name}")
        if _carry(path, key, goal):
            backups.remark(path)
    progress(steps - 1, steps, "数据库")
    _carry(ctx.paths.database, key, goal)
    if goal is None:
        ctx.paths.key_file.unlink()
        files.flush_folder(ctx.paths.root)
    else:
        _keep(ctx, sealing.settled(kept))
    progress(steps, steps, "完成")
    return replace(ctx, store=Store(ctx.paths.database, goal, ctx.store.writer))


def _reseal(path: Path, key: Key, goal: Key | None) -> None:
    content = path.read_bytes()
    if sealing.is_sealed(content) if goal is None else not sealing.is_sealed_with(content, goal):
        write_aside(path, sealing.sealed(sealing.unsealed(content, key, where=path.name), goal))


def _carry(path: Path, key: Key, goal: Key | None) -> bool:
    """Bring one database file under ``goal``; returns whether it was not there already."""
    source = next((k for k in _candidates(path, key) if _opens(path, k)), None)
    if source is None and not sealing.is_plain_database(path):
        if not path.exists():
            return False
        raise EnvironmentProblem("这份数据库用现在的密钥打不开，没有改动", where=path.name, advice="请把它移到别处后重试")
    if source == goal:
        return False
    part = files.aside(path)
    try:
        files.carried_over(path, source, part, goal)
        copy, old = Store(part, goal), Store(path, source)
        if copy.head() != old.head():
            raise EnvironmentProblem("转换后的数据库与原库不一致，没有切换", where=path.name, advice="请检查磁盘后重试")
        files.require_sound(copy, "转换后的数据库没有通过检查，没有切换")
        files.switch_in(part, path, path.with_name(f"{path.stem}-before.bak"))
    finally:
        part.unlink(missing_ok=True)
    return True


def _candidates(path: Path, key: Key) -> Iterator[Key]:
    if not sealing.is_plain_database(path) and path.exists():
        yield Key(key.secret)
        if key.previous is not None:
            yield Key(key.previous)


def _opens(path: Path, key: Key) -> bool:
    try:
        Store(path, key).head()
    except Refused:
        return False
    return True
