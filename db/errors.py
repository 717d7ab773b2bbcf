"""Database failures turned into sentences a user can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, DataError, InterfaceError, OperationalError

from zgc_desktop.domain.errors import EnvironmentProblem, Refused


class ConnectionLost(EnvironmentProblem):
    """The database server does not answer, or no longer: nothing was half written, and nothing can be read until it is back."""


class NotLetIn(EnvironmentProblem):
    """The server knows no such user, or wants a password, or another one."""


_SERVER: Final = {
    "28": ("数据库服务器不让这个用户进入", "请核对地址里的用户和口令"),
    "3D": ("数据库服务器上没有这个数据库", "请核对地址，或请管理员建库"),
    "53": ("数据库服务器空间或资源不足，这一步没有写入任何数据", "请与服务器管理员联系"),
    "55P03": ("工作区正被另一台电脑写入", "请等对方完成后再试"),
    "57014": ("数据库服务器中止了这次操作，没有写入任何数据", "请重试"),
    "42501": ("这个用户在数据库服务器上没有所需的权限", "请与服务器管理员联系"),
    "42P01": ("不是统筹台的数据库，或内容已损坏", "请从备份恢复"),
    "42703": ("不是统筹台的数据库，或内容已损坏", "请从备份恢复"),
    "XX": ("数据库服务器报告数据已损坏", "请与服务器管理员联系，或从备份恢复"),
    "22021": ("文字中有不能保存的字符（NUL）", "请删去后再试"),
}
"""What a state (SQLSTATE) of PostgreSQL, or its class, means to the office, and what to do."""


_AT_THE_DOOR: Final = (
    (
        "28000",
        re.compile(r'password|pg_hba\.conf|role ".*" (does not exist|is not permitted)|authentication|口令|密码|认证|角色'),
    ),
    ("3D000", re.compile(r'database ".*" does not exist|数据库 ".*" 不存在')),
    ("53300", re.compile(r"too many clients|remaining connection slots|连接太多|连接过多")),
)
"""What servers say, in English or Chinese, when they let nobody in."""


def where_of(engine: Engine) -> str:
    """The file, or the address without its password, as sentences name it."""
    url = engine.url
    return str(url.database) if engine.dialect.name == "sqlite" else url.render_as_string(hide_password=True)


def translated(error: DatabaseError | InterfaceError, where: str) -> Exception:
    """The KnownError for a driver's failure, or the failure itself when it is a bug of ours."""
    if type(error.orig).__module__.startswith("psycopg"):
        return _of_server(error, where)
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


def _of_server(error: DatabaseError | InterfaceError, where: str) -> Exception:
    state = getattr(error.orig, "sqlstate", None) or _state_at_the_door(error.orig)
    if state[:2] == "28":
        return NotLetIn(_SERVER["28"][0], where=where, advice=_SERVER["28"][1])
    if not state and isinstance(error, DataError):  # the driver's own refusal, before the server sees it
        state = "22021"
    told = _SERVER.get(state) or _SERVER.get(state[:2])
    if told is not None:
        return EnvironmentProblem(told[0], where=where, advice=told[1])
    gone = error.connection_invalidated or state[:2] == "08" or state.startswith("57P")
    if gone or (not state and isinstance(error, OperationalError | InterfaceError)):
        advice = "请检查网络和服务器；没有提交的操作一律没有写入，恢复后请重试"
        return ConnectionLost("与数据库服务器的连接不通", where=where, advice=advice)
    if state.startswith("25006"):
        return EnvironmentProblem("数据库不可写", where=where, advice="请与服务器管理员联系")
    return error


def _state_at_the_door(error: object) -> str:
    """The state of a failed connection, for which libpq gives words only; '' where the server could not be reached."""
    if getattr(getattr(error, "pgconn", None), "needs_password", False):
        return "28P01"
    words = str(error)
    return next((state for state, found in _AT_THE_DOOR if found.search(words)), "")


def _damaged(where: str) -> Refused:
    return Refused("不是统筹台的数据库，或文件已损坏", where=where, advice="请从 backups 文件夹恢复最近的备份")


@contextmanager
def speaking(where: str) -> Iterator[None]:
    """Run a block of SQL; a lock, a full disk or a damaged file leaves it as a KnownError."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's own message about a damaged schema, with the damaged name in it
        raise _damaged(where) from error
    except (DatabaseError, InterfaceError) as error:
        known = translated(error, where)
        if known is error:
            raise
        raise known from error
