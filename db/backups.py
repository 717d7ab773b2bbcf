"""Whole copies of a database: written aside and verified, carried over to another key, and switched in for the live one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from db.carrying import carry, emptied, prints, unlike
from db.encryption import Key, is_plain_database
from db.engine import driver, key_pragmas
from db.errors import speaking
from db.store import Store
from zgc_desktop.domain.errors import EnvironmentProblem

SIDECARS: Final = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside a database; replayed over another file they would ruin it in silence."""


def key_for(path: Path, key: Key | None) -> Key | None:
    """The key a database file needs: none where anybody can read it (a copy from before the workspace was encrypted)."""
    return None if is_plain_database(path) else key


def copy_verified(store: Store, target: Path) -> tuple[int, str]:
    """Write a whole copy of a database to ``target``, opened and checked before it gets its name; returns its journal head."""
    part = aside(target)
    try:
        with told(target), speaking(str(target)), wrapped(store.key):
            store.backup(part)
        copy = Store(part, store.key)
        require_sound(copy, "备份没有通过完整性检查", quick=True)
        head = copy.head()
        with told(target):
            flush(part)
            part.replace(target)
    finally:
        _remove(part)
    return head


def copied_to_file(store: Store, target: Path) -> tuple[int, str]:
    """Write a workspace on a server to one SQLite file, row for row and proved equal; returns its journal head.

    For a machine without the server's tools, and for exports. The shelf's files are not in it.
    """
    part = aside(target)
    try:
        copy = Store(part)
        with told(target):
            copy.prepare()
        with store.read() as here, copy.outside_journal() as there:
            carry(here, there)
            if found := unlike(prints(here), prints(there)):
                raise EnvironmentProblem("备份没有通过核对", where=target.name, why=found[0], advice="请重试")
        require_sound(copy, "备份没有通过完整性检查", quick=True)
        head = copy.head()
        with told(target):
            flush(part)
            part.replace(target)
    finally:
        _remove(part)
    return head


def pour_file(connection: Connection, path: Path) -> None:
    """Put such a file in the place of everything but the shelf, on a server's connection; committed by the caller."""
    part = aside(path)
    try:
        with told(path):
            shutil.copyfile(path, part)
        copy = Store(part)
        copy.prepare()  # the copy itself stays as it is: an older one is brought to today's schema beside it
        with copy.read() as here:
            emptied(connection)
            carry(here, connection)
    finally:
        _remove(part)


def problems_of(copy: Store) -> list[str]:
    """What is wrong with a database: its own checks, and the journal's chain where its schema is today's; empty = sound."""
    revision = copy.require_known()
    return copy.integrity() if revision is None or copy.is_behind(revision) else copy.problems()


def require_sound(copy: Store, what: str, *, quick: bool = False) -> None:
    """EnvironmentProblem where a database does not pass its checks; ``quick``: SQLite's own only."""
    if problems := copy.integrity() if quick else problems_of(copy):
        raise EnvironmentProblem(what, where=copy.path.name, why=problems[0], advice="请检查磁盘，或换一份备份")


def carried_over(source: Path, source_key: Key | None, target: Path, target_key: Key | None) -> None:
    """Write the database ``source`` to the new file ``target`` under another key (None: readable by anybody)."""
    module = driver(target_key or source_key)
    with speaking(str(source)), told(target):
        if target_key is None and source_key is None:
            shutil.copyfile(source, target)
            flush(target)
            return
        with wrapped(target_key or source_key):
            connection = module.connect(str(source), isolation_level=None)
            try:
                for pragma in (*key_pragmas(source_key), "PRAGMA temp_store=MEMORY"):
                    connection.execute(pragma)
                words = f"x'{target_key.secret.hex()}'" if target_key else ""
                connection.execute("ATTACH DATABASE ? AS carried KEY ?", (str(target), words))
                connection.execute("SELECT sqlcipher_export('carried')")
                connection.execute("DETACH DATABASE carried")
            finally:
                connection.close()
        flush(target)


def switch_in(new: Path, live: Path, keep_old_as: Path) -> None:
    """Put ``new`` in the place of ``live`` in one step; whatever SQLite left beside the old one is never replayed.

    A journal that is still there belongs to a database that cannot be opened any more: the old file goes to ``keep_old_as``
    together with it.
    """
    with told(live):
        left = [live.with_name(live.name + s) for s in SIDECARS if live.with_name(live.name + s).exists()]
        if left:
            for path in left:
                path.replace(keep_old_as.with_name(keep_old_as.name + path.name.removeprefix(live.name)))
            if live.exists() and not keep_old_as.exists():
                shutil.copyfile(live, keep_old_as)
        new.replace(live)
        flush_folder(live.parent)


def aside(target: Path) -> Path:
    """A name beside ``target`` for what is not finished; left-overs of such names are swept at the next start."""
    return target.with_name(f".{secrets.token_hex(6)}.part")


def flush(path: Path) -> None:
    """See to it that a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """See to it that a rename is on the disk; Windows has no such call and needs none."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def told(where: Path) -> Iterator[None]:
    """Run file work; a full disk, a read-only folder or a file held open leaves it as a sentence."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        why = "磁盘空间不足" if full else "文件夹只读，或文件正被另一个程序打开" if isinstance(error, PermissionError) else ""
        raise EnvironmentProblem(
            "没有写成，原有数据未动", where=str(where), why=why or error.strerror or "", advice="请处理后重试"
        ) from error


@contextmanager
def wrapped(key: Key | None) -> Iterator[None]:
    """Run a copy on the bare driver: its failure becomes the one that ``speaking`` knows how to say."""
    try:
        yield
    except driver(key).Error as error:
        raise DatabaseError("copy", None, error) from error


def _remove(part: Path) -> None:
    for suffix in ("", *SIDECARS):
        try:
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        except OSError:
            continue  # swept at the next start
