"""The archive (存档) against what the desk knows: originals, returns, attachments, published files there and unchanged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from db.queries import case_history, decisions, exchange, submissions
from zgc_desktop.domain.case_events import ATTACHED
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.services import outside, published_files, workspace
from zgc_desktop.services.context import AppContext, Progress, no_progress


@dataclass(frozen=True, slots=True)
class ArchiveCheck:
    """What is wrong with the archive as sentences (empty = whole), and what was looked at."""

    problems: tuple[str, ...]
    submissions: int
    originals: int
    files: int
    """Files in the archive, each held against the SHA-256 it is kept under."""


def check(ctx: AppContext, *, progress: Progress = no_progress) -> ArchiveCheck:
    """Hold every archived file against its SHA-256, and name those that are missing.

    A file is kept under its own SHA-256, so one nobody knows any more (of an undone step) is proved as well.
    """
    known, versions = _known(ctx)
    there = workspace.kept_files(ctx)
    present, published = set(there), set(published_files.kept(ctx))
    problems = [f"{what}不在存档中" for sha256, what in known.items() if sha256 not in present]
    for n, sha256 in enumerate(there):
        progress(n, len(there), "核对存档")
        if sha256 not in published and _differs(ctx, sha256):  # a published file is named by its month below
            problems.append(f"{known.get(sha256, f'存档文件 {sha256[:12]}')}被改动过")
    found = (*problems, *published_files.problems(ctx))
    return ArchiveCheck(found, len(versions), len(set(versions)), len(there))


def _known(ctx: AppContext) -> tuple[dict[str, str], list[str]]:
    """(what each archived file is, by its SHA-256; the SHA-256 of every submission's original)."""
    with ctx.store.read() as connection:
        months = submissions.months(connection)
        versions = [v for month in months for v in submissions.every_version(connection, month)]
        rounds = [r for month in months for r in decisions.returns(connection, month)]
        events = case_history.events(connection)
        packages = exchange.packages(connection)
    known = {e.note: f"案件 {e.case_id} 的附件 {e.source}" for e in events if e.kind == ATTACHED}
    known |= outside.files(ctx)
    known |= {p.sha256: f"交换包 {p.file_name}" for p in packages}
    known |= {r.sha256: f"{r.month} {r.park} 第{r.round}次退回 {r.file_name}" for r in rounds}
    known |= {v.sha256: f"{v.month} {v.park} 第{v.version}版的原件 {v.file_name}" for v in versions}
    return known, [v.sha256 for v in versions]


def _differs(ctx: AppContext, sha256: str) -> bool:
    try:
        return hashlib.sha256(workspace.original(ctx, sha256)).hexdigest() != sha256
    except EnvironmentProblem:  # unreadable, or sealed bytes that were changed
        return True
