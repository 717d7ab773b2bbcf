"""Whether a fault met while reading lies in the data: a damaged database is told as such, a bug of ours stays a bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from db.engine import integrity_problems
from db.errors import where_of
from db.journal.chain import chain_findings
from zgc_desktop.domain.errors import Cancelled, KnownError, Refused


@contextmanager
def telling(engine: Engine) -> Iterator[None]:
    """Run a block of reading; what breaks in it because rows were damaged leaves it as Refused.

    SQLite finds a page that does not fit, not a changed letter; the journal's chain and its digests of rows find that too.
    They are asked only when something broke.
    """
    try:
        yield
    except (KnownError, Cancelled):
        raise
    except Exception as error:
        if not is_damaged(engine):
            raise
        where, advice = where_of(engine), "请从 backups 文件夹恢复最近的备份（zgc restore）"
        raise Refused("数据库里的内容已损坏，读不出来", where=where, advice=advice) from error


def is_damaged(engine: Engine) -> bool:
    """Whether SQLite's checks, the journal's chain or its digests of rows find anything, or cannot even be read."""
    return any(_finds(look, engine) for look in (_own_checks, _chain, _rows))


def _finds(look: Callable[[Engine], bool], engine: Engine) -> bool:
    try:
        return look(engine)
    except (KnownError, DBAPIError, sqlite3.Error, ValueError, TypeError, KeyError, IndexError):
        return True


def _own_checks(engine: Engine) -> bool:
    return bool(integrity_problems(engine))


def _chain(engine: Engine) -> bool:
    with engine.connect() as connection:
        return next(iter(chain_findings(connection)), None) is not None


def _rows(engine: Engine) -> bool:
    from db.journal.audit import row_findings  # late: it reads tables through modules that know the store

    with engine.connect() as connection:
        return bool(row_findings(connection)[0])
