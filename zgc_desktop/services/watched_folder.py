"""A watched folder (监视文件夹): the workbooks and packages in it that have not come in yet. Reads only; registers nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from db.queries import exchange, submissions
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.submissions import FileState, ReceivedFile
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import file_bytes, submission_files
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.exchange_pack import looks_like_package


class Stamp(NamedTuple):
    """A file as it lay there: saved again it is another one."""

    path: str
    size: int
    changed_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where it has gone."""
    try:
        told = path.stat()
    except OSError:
        return None
    return Stamp(str(path), told.st_size, told.st_mtime_ns)


def waiting(ctx: AppContext, folder: Path, known: Collection[Stamp]) -> tuple[tuple[Stamp, ReceivedFile], ...]:
    """The files of a folder nobody has taken in, by name; those in ``known`` and what cannot be opened yet are left out.

    Refused where the folder is not there (any more).
    """
    if not folder.is_dir():
        raise Refused("监视的文件夹不在了", where=str(folder), advice="请另选文件夹，或取消监视")
    with ctx.store.read() as connection:
        came = {p.sha256 for p in exchange.packages(connection)}
    found = []
    for path in _files(folder):
        stamp = stamp_of(path)
        if stamp is None or stamp in known:
            continue
        try:
            digest = hashlib.sha256(file_bytes(path)).hexdigest()
        except CannotRead:
            continue  # still being written, or held by Excel: its folder tells again when it is let go
        with ctx.store.read() as connection:
            there = digest in came or submissions.by_content(connection, digest) is not None
        if not there:
            found.append((stamp, _offered(path)))
    return tuple(found)


def _files(folder: Path) -> list[Path]:
    packages = [p for p in folder.rglob("*") if p.suffix.lower() == ".zip" and looks_like_package(p)]
    return sorted([*submission_files([folder]), *packages])


def _offered(path: Path) -> ReceivedFile:
    return ReceivedFile(path.name, None, None, None, FileState.WAITING, 0, None, None, (), path=str(path))
