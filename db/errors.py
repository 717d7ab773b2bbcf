"""Database failures turned into sentences a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from zgc_desktop.domain.errors import EnvironmentProblem, Refused


def translated(error: DatabaseError, where: str) -> Exception:
    """The KnownError for a driver's failure, or the failure itself when it is a bug of ours."""
    text = str(error.orig).lower()
    if "locked" in text or "busy" in text:
        return EnvironmentProblem("工作区正被另一个程序写入", where=where, advice="请等对方完成后再试")
    if "disk is full" in text or "disk i/o" in text or "full" in text:
        return EnvironmentProblem("磁盘空间不足或读写失败，这一步没有写入任何数据", where=where, advice="请清理磁盘后重试")
    if "readonly" in text or "unable to open" in text or "permission" in text:
        return EnvironmentProblem("数据库不可写", where=where, advice="请检查文件夹权限")
    damaged = ("not a database", "malformed", "could not decode", "no such table", "no such column", "corrupt")
    if any(sign in text for sign in damaged):  # the schema is known by its revision: a table that is gone is damage
        return _damaged(where)
    return error


def _damaged(where: str) -> Refused:
    return Refused("不是统筹台的数据库，或文件已损坏", where=where, advice="请从 backups 文件夹恢复最近的备份")


@contextmanager
def speaking(where: str) -> Iterator[None]:
    """Run a block of SQL; a lock, a full disk or a damaged file leaves it as a KnownError."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's own message about a damaged schema, with the damaged name in it
        raise _damaged(where) from error
    except (OperationalError, DatabaseError) as error:
        known = translated(error, where)
        if known is error:
            raise
        raise known from error
