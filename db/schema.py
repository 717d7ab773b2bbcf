"""Bring a database to the schema this program knows; refuse one from the future."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.engine import writer
from db.errors import speaking, where_of
from zgc_desktop.domain.errors import EnvironmentProblem


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def revision_of(engine: Engine) -> str | None:
    """The schema revision a database is at; None for an empty one."""
    with speaking(where_of(engine)), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str:
    """The newest revision this program knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def require_known(engine: Engine) -> str | None:
    """The revision of a database; EnvironmentProblem when a newer program wrote it."""
    current = revision_of(engine)
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if current is not None and current not in known:
        raise EnvironmentProblem(
            f"工作区由更新版本的统筹台建立（结构 {current}），本程序不认识",
            where=where_of(engine),
            advice="请安装新版程序后再打开；数据未被改动",
        )
    return current


def upgrade(engine: Engine) -> bool:
    """Bring the schema up to date in one transaction; returns whether anything changed."""
    current = require_known(engine)
    if current == newest_revision():
        return False
    with speaking(where_of(engine)), writer(engine) as connection, connection.begin():
        upgrade_on(connection)
    return True


def upgrade_on(connection: Connection) -> None:
    """Bring the schema up to date on a connection that may write; committed by the caller."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
