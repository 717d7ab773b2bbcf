"""Moving a workspace: everything in one file (整体导出) with the hash of every part, and made into a workspace elsewhere."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from db import backups as files
from db.encryption import PassphraseNeeded, read_key_file, unlock
from db.store import Store
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import WorkspacePaths
from zgc_desktop.services import recovery, relocate
from zgc_desktop.services.context import AppContext, Progress, no_progress

MANIFEST: Final = "manifest.json"
FORMAT: Final = "zgc-workspace-1"
_DATABASE: Final = "tongchoutai.db"
_KEY: Final = "workspace.key"
_ROOMS: Final = ("archive", "rules")
_PART: Final = "w"
"""How a part of a zip is opened to be written: always bytes."""
_CHUNK: Final = 1 << 20
_MOST_PARTS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Transferred:
    """An export or import done: the file, the workspace, and what it holds."""

    file: Path
    workspace: Path
    files: int
    size: int
    """Bytes of all parts before packing."""
    journal_seq: int
    journal_hash: str
    encrypted: bool


def export_workspace(ctx: AppContext, out: Path, *, progress: Progress = no_progress) -> Transferred:
    """Write database, originals, the office's rules and, where encrypted, the wrapped key into one file ``out`` (zip).

    Whole or not at all; an encrypted workspace stays encrypted in it. Reading only: a read-only session may do it. One on a
    server is written as the folder it would be moved to.
    """
    if ctx.store.on_server:
        with tempfile.TemporaryDirectory(prefix="zgc-") as folder, ctx.store.command("整体导出"):
            paths = WorkspacePaths(Path(folder) / "workspace")
            relocate.copied(ctx, paths, progress)
            done = export_workspace(replace(ctx, paths=paths, store=Store(paths.database)), out, progress=progress)
        return replace(done, workspace=ctx.paths.root)
    if out.suffix.lower() != ".zip":
        out = out / f"统筹台工作区_{ctx.today():%Y%m%d}.zip" if out.is_dir() else out.with_name(out.name + ".zip")
    with files.told(out):
        out.parent.mkdir(parents=True, exist_ok=True)
    part, snapshot = files.aside(out), files.aside(out)
    try:
        seq, head = files.copy_verified(ctx.store, snapshot)
        listed = [(_DATABASE, snapshot), *_rooms(ctx.paths)]
        if ctx.paths.key_file.is_file():
            listed.append((_KEY, ctx.paths.key_file))
        told: list[dict[str, object]] = []
        with files.told(out), zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as pack:
            for n, (name, path) in enumerate(listed):
                progress(n, len(listed), "打包")
                told.append(_packed(pack, name, path))
            manifest = {
                "format": FORMAT, "made_at": ctx.now(), "program": ctx.program_version, "schema": ctx.store.require_known(),
                "journal_seq": seq, "journal_hash": head, "encrypted": ctx.store.key is not None, "files": told,
            }  # fmt: skip
            pack.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        with files.told(out):
            files.flush(part)
            part.replace(out)
    finally:
        part.unlink(missing_ok=True)
        snapshot.unlink(missing_ok=True)
    progress(1, 1, "完成")
    size = sum(int(str(f["size"])) for f in told)
    return Transferred(out, ctx.paths.root, len(told), size, seq, head, ctx.store.key is not None)


def import_workspace(file: Path, folder: Path, *, passphrase: str = "", progress: Progress = no_progress) -> Transferred:
    """Make a workspace in ``folder`` of an exported file: unpacked beside it, every hash and the database checked, then named.

    Refused where the folder holds anything already, or the file is not whole. PassphraseNeeded for an encrypted one.
    """
    folder = folder.expanduser().absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("这里已有文件，没有导入", where=str(folder), advice="请换一个空文件夹")
    recovery.require_safe_place(WorkspacePaths(folder))
    beside = folder.with_name(f".{folder.name}.importing")
    with files.told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(beside, ignore_errors=True)
    try:
        manifest = _unpack(file, beside, progress)
        made = WorkspacePaths(beside)
        made.make()
        kept = read_key_file(made.key_file)
        if kept is not None and not passphrase:
            raise PassphraseNeeded("导出件已加密", where=str(file), advice="请输入原工作区的口令或恢复码")
        store = Store(made.database, unlock(kept, passphrase, where=str(file)) if kept else None)
        store.require_known()
        files.require_sound(store, "导出件中的数据库没有通过检查，没有导入")
        if store.head() != (manifest["journal_seq"], manifest["journal_hash"]):
            raise _not_whole(file, "操作记录的末条与清单不符")
        with files.told(folder):
            if folder.is_dir():
                folder.rmdir()
            beside.replace(folder)
            files.flush_folder(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    sizes = [int(f["size"]) for f in manifest["files"]]
    return Transferred(
        file, folder, len(sizes), sum(sizes), int(manifest["journal_seq"]), str(manifest["journal_hash"]), kept is not None
    )


def _rooms(paths: WorkspacePaths) -> Iterator[tuple[str, Path]]:
    for room in _ROOMS:
        for path in sorted((paths.root / room).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(paths.root).as_posix(), path


def _packed(pack: zipfile.ZipFile, name: str, path: Path) -> dict[str, object]:
    sha256, size = hashlib.sha256(), 0
    # A fixed day: the file says when it was made in its manifest, once.
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    with path.open("rb") as source, pack.open(info, _PART, force_zip64=True) as target:
        while block := source.read(_CHUNK):
            sha256.update(block)
            size += len(block)
            target.write(block)
    return {"name": name, "size": size, "sha256": sha256.hexdigest()}


def _unpack(file: Path, beside: Path, progress: Progress) -> dict[str, Any]:
    """Unpack the parts the manifest names, each no longer than it says and with its hash; returns the manifest."""
    try:
        with zipfile.ZipFile(file) as pack:
            manifest = _manifest(pack, file)
            listed = manifest["files"]
            for n, told in enumerate(listed):
                progress(n, len(listed), "解包并核对")
                target = beside.joinpath(*PurePosixPath(told["name"]).parts)
                with files.told(target):
                    target.parent.mkdir(parents=True, exist_ok=True)
                _unpack_one(pack, told, target, file)
            return manifest
    except FileNotFoundError:
        raise Refused("没有这个文件", where=str(file)) from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError, RuntimeError) as error:
        raise _not_whole(file) from error
    except Exception as error:
        if type(error).__module__ == "zlib":  # zlib.error has no public base of its own
            raise _not_whole(file) from error
        raise


def _manifest(pack: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    if pack.getinfo(MANIFEST).file_size > 1 << 30:
        raise _not_whole(file)
    manifest = json.loads(pack.read(MANIFEST))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Refused("不是统筹台导出的工作区", where=str(file), advice="请选择 zgc export-workspace 写出的 zip 文件")
    names = [told["name"] for told in manifest["files"]]
    if len(names) > _MOST_PARTS or len(set(names)) != len(names) or _DATABASE not in names or not all(map(_is_ours, names)):
        raise _not_whole(file, "清单中有不该有的文件名")
    return manifest


def _is_ours(name: object) -> bool:
    """Whether a part's name stays inside the workspace and is one an export writes."""
    if not isinstance(name, str) or "\\" in name or ":" in name:
        return False
    parts = PurePosixPath(name).parts
    if name in (_DATABASE, _KEY):
        return True
    return len(parts) > 1 and parts[0] in _ROOMS and ".." not in parts and not name.startswith("/")


def _unpack_one(pack: zipfile.ZipFile, told: dict[str, Any], target: Path, file: Path) -> None:
    sha256, left = hashlib.sha256(), int(told["size"])
    with pack.open(told["name"]) as source, files.told(target), target.open("wb") as out:
        for block in _blocks(source):
            left -= len(block)
            if left < 0:
                break
            sha256.update(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    if left != 0 or sha256.hexdigest() != told["sha256"]:
        raise _not_whole(file, f"{told['name']} 与清单的校验值不符")


def _blocks(source: Any) -> Iterable[bytes]:
    while block := source.read(_CHUNK):
        yield block


def _not_whole(file: Path, why: str = "") -> EnvironmentProblem:
    return EnvironmentProblem("导出件不完整或被改动，没有导入", where=str(file), why=why, advice="请重新导出或重新拷贝")
