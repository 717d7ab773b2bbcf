"""谁能进服务器：口令不对、没有口令、没有这个库、连不上，各说各的话；口令不留在任何地方。"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from db.errors import ConnectionLost, NotLetIn
from tests.postgres import Server
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import address_of
from zgc_desktop.services import backups, desks, months
from zgc_desktop.services.context import AppContext

WORDS = "一句 s3cret/口令"


def opened(address: ServerAddress, passphrase: str = "") -> AppContext:
    return bootstrap.open_workspace(address, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0), passphrase=passphrase)


@pytest.fixture(scope="module")
def _guarded(postgres: Server) -> Iterator[None]:
    """A user of the server who needs a password."""
    rules = postgres.socket / "data" / "pg_hba.conf"
    before = rules.read_text(encoding="utf-8")
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE guarded LOGIN PASSWORD '{WORDS}'")
        rules.write_text(f"local all guarded scram-sha-256\n{before}", encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        yield
        rules.write_text(before, encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("DROP OWNED BY guarded; DROP ROLE guarded")


@pytest.fixture
def door(postgres: Server, _guarded: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerAddress]:
    """The address of an empty database that belongs to this user, without the password."""
    for name in ("PGPASSWORD", "ZGC_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    name = postgres.new()
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} OWNER TO guarded")
    found = address_of(postgres.url(name))
    assert isinstance(found, ServerAddress)
    yield replace(found, user="guarded")
    postgres.drop(name)


def test_without_the_right_password_nobody_comes_in(door: ServerAddress) -> None:
    """没有口令、口令不对，都说明白，并知道该问口令。"""
    for words in ("", "不是这一句"):
        with pytest.raises(NotLetIn, match="不让这个用户进入") as refused:
            opened(door, words)
        assert bootstrap.asks_passphrase(refused.value)
        assert "不是这一句" not in refused.value.sentence
    assert "连接正常；数据库是空的" in desks.try_address(door, WORDS).sentence


def test_the_password_may_come_by_any_of_the_usual_ways_and_stays_nowhere(
    door: ServerAddress, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """口令由提示、环境变量或地址给出都行；工作区的记录、备份清单、所示的地址里都没有它。"""
    ctx = opened(door, WORDS)
    months.open_month(ctx, Month(2026, 10))
    made = backups.take(ctx, "manual")
    assert backups.verify(ctx, made.name) == ()
    ctx.store.close()
    with monkeypatch.context() as patch:
        patch.setenv("PGPASSWORD", WORDS)
        assert opened(door).store.head()[0] == 1
    with monkeypatch.context() as patch:
        patch.setenv("ZGC_PASSPHRASE", WORDS)
        assert run(["desks", "--workspace", door.url, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["where"] == door.url
    typed = replace(door, password=WORDS)
    assert run(["month", "list", "--workspace", typed.full_url, "--json"]) == 0
    assert run(["desks", "--workspace", typed.full_url]) == 0
    told = capsys.readouterr()
    folder = ctx.paths.root
    written = "".join(p.read_text(encoding="utf-8", errors="replace") for p in folder.rglob("*") if p.is_file())
    for text in (told.out, told.err, written, ctx.paths.where):
        assert "s3cret" not in text
    assert opened(typed).paths.root == folder


def test_each_reason_not_to_come_in_has_its_own_sentence(postgres: Server, door: ServerAddress, tmp_path: Path) -> None:
    """没有这个库、服务器连不上、用户没有权限，各说各的。"""
    with pytest.raises(EnvironmentProblem, match="没有这个数据库"):
        opened(replace(door, database="nowhere"), WORDS)
    with pytest.raises(ConnectionLost, match="连接不通"):
        opened(replace(door, host=str(tmp_path)), WORDS)
    with pytest.raises(NotLetIn, match="不让这个用户进入"):
        opened(replace(door, user="nobody_here"))
    name = postgres.new()
    with pytest.raises(EnvironmentProblem, match="没有所需的权限"):
        opened(replace(door, database=name), WORDS)
    postgres.drop(name)


def test_a_wrong_address_on_the_command_line_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """地址写错了，命令行说明怎样写。"""
    assert run(["check", "--workspace", "mysql://a:s3cret@b/c"]) == 2
    said = capsys.readouterr().err
    assert "不认识“mysql”" in said
    assert "s3cret" not in said
