"""A workspace (工作区): create or open it, keep originals and backups, check that it is whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from db.queries import settlements, submissions
from db.store import Store
from reports.aside import write_aside
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import WorkspacePaths
from zgc_desktop.services.context import AppContext

KEPT_BACKUPS = 30
"""How many automatic backups stay; a restore's safety copy is not one of them."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What ``zgc check`` finds: problems as sentences (empty = sound) and what was looked at."""

    problems: tuple[str, ...]
    submissions: int
    originals: int


def open_store(paths: WorkspacePaths) -> Store:
    """The workspace's database, created or brought up to date; a copy is kept before a schema changes."""
    if paths.root.exists() and not paths.root.is_dir():
        raise Refused("工作区应是一个文件夹", where=str(paths.root))
    paths.make()
    store = Store(paths.database)
    revision = store.require_known()
    if revision is not None and store.is_behind(revision):
        _copy(store, paths, f"upgrade-from-{revision}")
    store.prepare()
    return store


def keep_original(ctx: AppContext, content: bytes) -> str:
    """Archive the bytes of a received file under their SHA-256; returns the hash. The same bytes twice are kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = ctx.paths.archived(sha256)
    if not target.exists():
        write_aside(target, content)
    return sha256


def backup(ctx: AppContext, why: str) -> Path:
    """Write a dated copy of the database into ``backups`` and drop the oldest beyond ``KEPT_BACKUPS``; returns it."""
    target = _copy(ctx.store, ctx.paths, f"{ctx.clock():%Y%m%d-%H%M%S}-{why}")
    automatic = sorted(ctx.paths.backups.glob("2*.db"))
    for old in automatic[:-KEPT_BACKUPS]:
        old.unlink(missing_ok=True)
    return target


def _copy(store: Store, paths: WorkspacePaths, name: str) -> Path:
    target = paths.backups / f"{name}.db"
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    store.backup(unfinished)
    if problems := Store(unfinished).problems():
        raise EnvironmentProblem("备份没有通过完整性检查", where=str(unfinished), why=problems[0], advice="请检查磁盘")
    unfinished.replace(target)
    return target


def check(ctx: AppContext) -> CheckResult:
    """Check the database, the journal's chain, the park lines, and that every original is there and unchanged."""
    problems = list(ctx.store.problems())
    with ctx.store.read() as connection:
        problems += settlements.ledger_problems(connection)
        registered = [v for month in submissions.months(connection) for v in submissions.versions(connection, month)]
    originals = {item.sha256: item for item in registered}
    for sha256, item in originals.items():
        path = ctx.paths.archived(sha256)
        label = f"{item.month} {item.park} 第{item.version}版的原件 {item.file_name}"
        if not path.is_file():
            problems.append(f"{label}不在存档中")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            problems.append(f"{label}被改动过")
    return CheckResult(tuple(problems), len(registered), len(originals))
