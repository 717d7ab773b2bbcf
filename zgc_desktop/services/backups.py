"""Backups (备份): copies made before every risky command, verified, kept by a rota; and going back to one (恢复)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import db.tables as t
from db import backups as files
from db.schema import newest_revision
from db.store import Store
from reports.aside import write_aside
from zgc_desktop.domain.backup_rota import ROTA, BackupItem, surplus
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import KnownError, Refused
from zgc_desktop.services.context import AppContext, Progress, no_progress

__all__ = ["ROTA", "BackupItem", "Restored", "listing", "remark", "restore", "take", "undo_restore", "verify"]

_LAST_SAFETY = "restored.safety"


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
    for path in ctx.paths.backups.glob("*.db"):
        found.append(_read(path))
    return tuple(sorted(found, key=lambda c: (c.made_at, c.name), reverse=True))


def verify(ctx: AppContext, name: str) -> tuple[str, ...]:
    """What is wrong with a copy (empty = sound): its bytes, SQLite's own checks, the journal's chain and head."""
    path = _path(ctx, name)
    item = _read(path)
    found = []
    manifest = _manifest(path)
    if manifest and manifest.get("sha256") != _sha256(path):
        found.append("文件内容与备份时的校验值不符")
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
    the database's place. Refused where the copy is damaged or from a newer program. To undo, restore the safety copy.
    """
    path = _path(ctx, name)
    with ctx.store.writing():
        progress(0, 4, "检查备份")
        if problems := verify(ctx, name):
            raise Refused("这份备份不完整，没有恢复，数据未动", where=name, why=problems[0], advice="请换一份备份")
        source = _read(path)
        progress(1, 4, "保全现状")
        before, safety = _keep_present(ctx, f"恢复 {name} 之前")
        _pin(path)
        progress(2, 4, "写入新文件")
        live = ctx.paths.database
        part = files.aside(live)
        try:
            files.carried_over(path, files.key_for(path, ctx.store.key), part, ctx.store.key)
            new = Store(part, ctx.store.key)
            new.prepare()
            lost = max(0, before - source.journal_seq)
            summary = _tell(ctx, new, source, safety, reason, lost)
            files.require_sound(new, "恢复出的数据库没有通过检查，没有切换，数据未动")
            files.flush(part)
            progress(3, 4, "切换")
            files.switch_in(part, live, ctx.paths.backups / safety)
        finally:
            part.unlink(missing_ok=True)
        progress(4, 4, "完成")
    return Restored(replace(source, pinned=True), safety, lost, summary)


def undo_restore(ctx: AppContext, *, reason: str = "", progress: Progress = no_progress) -> Restored:
    """Undo the last restore: go back to the state before it (again: go forward). Refused where nothing was restored."""
    safety = next((c for c in listing(ctx) if c.why in ("restore", "damaged")), None)
    if safety is None:
        raise Refused("没有可撤销的恢复", advice="用 zgc backup list 查看现有备份")
    return restore(ctx, safety.name, reason=reason or "撤销上一次恢复", progress=progress)


def _tell(ctx: AppContext, new: Store, source: BackupItem, safety: str, reason: str, lost: int) -> ChangeSummary | None:
    said = f"恢复到备份 {source.name}（{source.made_at:%Y-%m-%d %H:%M}，{source.why_words}）；恢复前的状态保全为 {safety}"
    if lost:
        said += f"，其中有 {lost} 条后来的操作记录"
    with new.write("restore", ctx.who, ctx.now()) as unit:
        if not unit.update(t.SettingRow, {"key": _LAST_SAFETY}, {"value": safety}):
            unit.insert(t.SettingRow, {"key": _LAST_SAFETY, "value": safety})
        unit.say(said, reason=reason, subjects={"backup", "submissions", "reports", "companies", "issues"})
    return unit.summary


def _keep_present(ctx: AppContext, note: str) -> tuple[int, str]:
    """(journal entries, safety copy) of the present state; a database that cannot be read is kept byte for byte."""
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
    name = _free_name(ctx, why)
    target = ctx.paths.backups / name
    seq, head = files.copy_verified(ctx.store, target)
    item = BackupItem(
        name=name,
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


def _schema(ctx: AppContext) -> str:
    return ctx.store.require_known() or newest_revision()


def _free_name(ctx: AppContext, why: str) -> str:
    stem = f"{ctx.clock():%Y%m%d-%H%M%S}-{why}"
    taken = {p.name for p in ctx.paths.backups.glob(f"{stem}*.db")}
    return next(n for k in range(1, len(taken) + 2) if (n := f"{stem}.db" if k == 1 else f"{stem}-{k}.db") not in taken)


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
