"""Backups (备份): copies made before every risky command, verified, kept by a rota; and going back to one (恢复)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from db import backups as files
from db import dumps
from db.journal.chain import chain_findings
from db.schema import newest_revision, upgrade_on
from db.settings import put_setting
from db.store import Store, UnitOfWork
from reports.aside import write_aside
from zgc_desktop.domain.backup_rota import ROTA, BackupItem, surplus
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import EnvironmentProblem, KnownError, Refused
from zgc_desktop.services.context import AppContext, Progress, no_progress

__all__ = ["ROTA", "BackupItem", "Restored", "listing", "remark", "restore", "take", "undo_restore", "verify"]

_LAST_SAFETY = "restored.safety"
FILE_SUFFIX: Final = ".db"


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore done: from which copy, where the state before it is kept, and what the journal says of it."""

    source: BackupItem
    safety: str
    """The copy of the state before, to go back to; never removed by the rota."""
    lost_entries: int
    """So many journal entries the state before had beyond the restored one."""
    summary: ChangeSummary | None


def take(ctx: AppContext, why: str, *, always: bool = False, note: str = "") -> BackupItem:
    """A verified copy of the database as it stands, made now, then the rota thinned; returns the copy.

    ``why``: a word of ``backup_rota.WHY``. Where the newest copy holds this very state already it is returned instead,
    unless ``always``. ReadOnly where somebody else writes.
    """
    with ctx.store.writing():
        head = ctx.store.head()
        known = listing(ctx)
        if known and not always and (known[0].journal_seq, known[0].journal_hash) == head and _schema(ctx) == known[0].schema:
            return known[0]
        made = _copy(ctx, why, note=note)
        _thin(ctx)
    return made


def listing(ctx: AppContext) -> tuple[BackupItem, ...]:
    """Every copy in ``backups``, newest first. A copy without a manifest (of an earlier version) is named by its file."""
    found = []
    for path in copies(ctx):
        found.append(_read(path))
    return tuple(sorted(found, key=lambda c: (c.made_at, c.name), reverse=True))


def copies(ctx: AppContext) -> tuple[Path, ...]:
    """The files of every copy: SQLite's, and on a server the server's own."""
    return tuple(p for suffix in (FILE_SUFFIX, dumps.SUFFIX) for p in sorted(ctx.paths.backups.glob(f"*{suffix}")))


def verify(ctx: AppContext, name: str) -> tuple[str, ...]:
    """What is wrong with a copy (empty = sound): its bytes, the database's own checks, the journal's chain and head."""
    path = _path(ctx, name)
    item = _read(path)
    found = []
    manifest = _manifest(path)
    if manifest and manifest.get("sha256") != _sha256(path):
        found.append("文件内容与备份时的校验值不符")
    if path.suffix == dumps.SUFFIX:
        return (*found, *dumps.problems_of(path, (item.journal_seq, item.journal_hash) if manifest else None))
    copy = Store(path, files.key_for(path, ctx.store.key))
    try:
        found += files.problems_of(copy)
        if manifest and copy.head() != (item.journal_seq, item.journal_hash):
            found.append("操作记录的末条与备份时不符")
    except KnownError as problem:
        found.append(problem.sentence)
    return tuple(found)


def restore(ctx: AppContext, name: str, *, reason: str = "", progress: Progress = no_progress) -> Restored:
    """Go back to a copy: verified first, the present state kept as a safety copy, then switched in one step.

    The copy is written under a new name, brought to today's schema, told in its own journal, checked, and only then takes
    the database's place; on a server all that is one transaction. Refused where the copy is damaged or from a newer program.
    To undo, restore the safety copy.
    """
    path = _path(ctx, name)
    with ctx.store.command("恢复备份"), ctx.store.writing():
        progress(0, 4, "检查备份")
        if problems := verify(ctx, name):
            raise Refused("这份备份不完整，没有恢复，数据未动", where=name, why=problems[0], advice="请换一份备份")
        source = _read(path)
        progress(1, 4, "保全现状")
        before, safety = _keep_present(ctx, f"恢复 {name} 之前")
        _pin(path)
        lost = max(0, before - source.journal_seq)
        told = _Told(source, safety, reason, lost)
        progress(2, 4, "写入新文件")
        switch = _switch_on_server if ctx.store.on_server else _switch_file
        summary = switch(ctx, path, told, progress)
        progress(4, 4, "完成")
    return Restored(replace(source, pinned=True), safety, lost, summary)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the restored workspace's own journal is to say."""

    source: BackupItem
    safety: str
    reason: str
    lost: int

    def say(self, unit: UnitOfWork) -> None:
        at = f"{self.source.made_at:%Y-%m-%d %H:%M}"
        said = f"恢复到备份 {self.source.name}（{at}，{self.source.why_words}）；恢复前的状态保全为 {self.safety}"
        if self.lost:
            said += f"，其中有 {self.lost} 条后来的操作记录"
        put_setting(unit, _LAST_SAFETY, self.safety)
        unit.say(said, reason=self.reason, subjects={"backup", "submissions", "reports", "companies", "issues"})


def _switch_file(ctx: AppContext, path: Path, told: _Told, progress: Progress) -> ChangeSummary | None:
    live = ctx.paths.database
    part = files.aside(live)
    try:
        files.carried_over(path, files.key_for(path, ctx.store.key), part, ctx.store.key)
        new = Store(part, ctx.store.key)
        new.prepare()
        with new.write("restore", ctx.who, ctx.now()) as unit:
            told.say(unit)
        files.require_sound(new, "恢复出的数据库没有通过检查，没有切换，数据未动")
        files.flush(part)
        progress(3, 4, "切换")
        files.switch_in(part, live, ctx.paths.backups / told.safety)
    finally:
        part.unlink(missing_ok=True)
    return unit.summary


def _switch_on_server(ctx: AppContext, path: Path, told: _Told, progress: Progress) -> ChangeSummary | None:
    """One transaction: everything but the shelf replaced, brought to today's schema, told and checked, or nothing at all."""
    if told.source.schema > newest_revision():
        why = f"备份由更新版本的统筹台写成（结构 {told.source.schema}）"
        raise EnvironmentProblem("本程序不认识这份备份，没有恢复", where=path.name, why=why, advice="请安装新版程序")
    with ctx.store.outside_journal(replaces=True) as connection:
        if path.suffix == dumps.SUFFIX:
            dumps.pour(connection, path)
        else:
            files.pour_file(connection, path)
        upgrade_on(connection)
        unit = UnitOfWork(connection, "restore", ctx.who, ctx.now())
        told.say(unit)
        unit.close()
        if wrong := next(chain_findings(connection), None):
            raise EnvironmentProblem("恢复出的内容没有通过检查，没有切换，数据未动", where=path.name, why=wrong.sentence)
        progress(3, 4, "切换")
    ctx.store.prepare()  # what a program of today adds to an older workspace, in entries of its own
    return unit.summary


def undo_restore(ctx: AppContext, *, reason: str = "", progress: Progress = no_progress) -> Restored:
    """Undo the last restore: go back to the state before it (again: go forward). Refused where nothing was restored."""
    safety = next((c for c in listing(ctx) if c.why in ("restore", "damaged")), None)
    if safety is None:
        raise Refused("没有可撤销的恢复", advice="用 zgc backup list 查看现有备份")
    return restore(ctx, safety.name, reason=reason or "撤销上一次恢复", progress=progress)


def _keep_present(ctx: AppContext, note: str) -> tuple[int, str]:
    """(journal entries, safety copy) of the present state; a database that cannot be read is kept byte for byte."""
    if ctx.store.on_server:
        kept = _copy(ctx, "restore", note=note, pinned=True)
        return kept.journal_seq, kept.name
    if not ctx.paths.database.exists():
        return 0, ""
    try:
        kept = _copy(ctx, "restore", note=note, pinned=True)
    except KnownError:
        name = _free_name(ctx, "damaged")
        target = ctx.paths.backups / name
        with files.told(target):
            write_aside(target, ctx.paths.database.read_bytes())
        item = BackupItem(name, ctx.clock().astimezone(), "damaged", target.stat().st_size, 0, "", "", pinned=True, note=note)
        _write_manifest(target, item)
        return 0, name
    return kept.journal_seq, kept.name


def _copy(ctx: AppContext, why: str, *, note: str = "", pinned: bool = False) -> BackupItem:
    target, (seq, head), how = _written(ctx, why)
    note = "；".join(filter(None, (note, how)))
    item = BackupItem(
        name=target.name,
        made_at=ctx.clock().astimezone(),
        why=why,
        size=target.stat().st_size,
        journal_seq=seq,
        journal_hash=head,
        schema=_schema(ctx),
        program=ctx.program_version,
        pinned=pinned,
        note=note,
    )
    _write_manifest(target, item)
    return item


def _written(ctx: AppContext, why: str) -> tuple[Path, tuple[int, str], str]:
    """(the copy's file, its journal head, how it was made where that is out of the ordinary)."""
    target = ctx.paths.backups / _free_name(ctx, why)
    if not ctx.store.on_server:
        return target, files.copy_verified(ctx.store, target), ""
    own = target.with_suffix(dumps.SUFFIX)
    try:
        return own, dumps.copy_verified(ctx.store, own), ""
    except dumps.NoTools as lacking:
        return target, files.copied_to_file(ctx.store, target), f"{lacking.what}，写成单个数据库文件"


def _schema(ctx: AppContext) -> str:
    return ctx.store.require_known() or newest_revision()


def _free_name(ctx: AppContext, why: str) -> str:
    stem = f"{ctx.clock():%Y%m%d-%H%M%S}-{why}"
    taken = {p.stem for p in copies(ctx)}
    free = (n for k in range(1, len(taken) + 2) if (n := stem if k == 1 else f"{stem}-{k}") not in taken)
    return f"{next(free)}{FILE_SUFFIX}"


def _thin(ctx: AppContext) -> None:
    for item in surplus(listing(ctx)):
        path = ctx.paths.backups / item.name
        with files.told(path):
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)


def remark(path: Path) -> None:
    """Write a copy's manifest anew after its bytes changed with the key; its state is the same."""
    _write_manifest(path, replace(_read(path), size=path.stat().st_size))


def _pin(path: Path) -> None:
    _write_manifest(path, replace(_read(path), pinned=True))


def _path(ctx: AppContext, name: str) -> Path:
    path = ctx.paths.backups / Path(name).name
    if not path.is_file():
        raise Refused("没有这份备份", where=name, advice="用 zgc backup list 查看现有备份")
    if path.suffix == dumps.SUFFIX and not ctx.store.on_server:
        raise Refused("这是服务器上工作区的备份", where=name, advice="请打开服务器上的工作区再恢复，然后用 zgc move 搬回文件夹")
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_manifest(path: Path, item: BackupItem) -> None:
    told = asdict(item) | {"made_at": item.made_at.isoformat(timespec="seconds"), "sha256": _sha256(path)}
    write_aside(path.with_suffix(".json"), json.dumps(told, ensure_ascii=False, indent=1).encode())


def _manifest(path: Path) -> dict[str, object]:
    try:
        raw = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _read(path: Path) -> BackupItem:
    raw = _manifest(path)
    size = path.stat().st_size
    try:
        return BackupItem(
            path.name,
            datetime.fromisoformat(str(raw["made_at"])),
            str(raw["why"]),
            size,
            int(str(raw["journal_seq"])),
            str(raw["journal_hash"]),
            str(raw["schema"]),
            str(raw.get("program", "")),
            raw.get("pinned") is True,
            str(raw.get("note", "")),
        )
    except (KeyError, ValueError):  # no manifest: a copy from before there were manifests
        made_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return BackupItem(path.name, made_at, path.stem.split("-")[-1], size, 0, "", "")
