"""Two desks at one workspace on a server: turns, who waits for whom, a lost turn, and random kills."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

import db.tables as t
from db.errors import ConnectionLost
from db.store import Store
from db.turns import Desk, Overtaken, Turns, Waiting
from db.writer_lock import ReadOnly
from tests.postgres import Server
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.paths import address_of

BENCHES = Path(__file__).resolve().parents[2] / "benches"
NOW = "2026-11-06T09:00:00+08:00"
Sit = Callable[[str], Store]


@pytest.fixture
def database(postgres: Server, empty_database: str) -> Iterator[str]:
    name = postgres.new(empty_database)
    yield name
    postgres.drop(name)


@pytest.fixture
def sit(postgres: Server, database: str) -> Sit:
    """``sit("张")``: somebody at a desk of the one workspace, who waits half a second for a turn."""
    address = address_of(postgres.url(database))
    return lambda who: Store(address, writer=Turns(who, lambda: NOW, "0.1", patience=0.5))


def put(store: Store, key: str) -> int:
    with store.write("settings", key, NOW) as unit:
        unit.insert(t.SettingRow, {"key": key, "value": "1"})
        unit.say(f"写入 {key}")
    assert unit.summary is not None
    return unit.summary.journal_seq


def test_a_command_is_not_interrupted_and_the_other_is_told_who_writes_what(sit: Sit) -> None:
    zhang, li = sit("张"), sit("李")
    with zhang.command("接收"):
        with zhang.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 0
        with pytest.raises(Waiting, match=r"张（电脑 .*）自 2026-11-06 09:00 起正在写入：接收.*没有写入任何数据"):
            put(li, "李一")
        assert put(zhang, "张一") == 1
        with li.read() as connection:  # looking is nobody's turn
            assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 1
    assert put(li, "李一") == 2


def test_a_waiting_command_goes_on_when_its_turn_comes(sit: Sit) -> None:
    zhang, li = sit("张"), sit("李")
    assert isinstance(li.writer, Turns)
    li.writer.patience = 30
    done: list[int] = []
    waiting = threading.Thread(target=lambda: done.append(put(li, "李一")))
    with zhang.command("接收"):
        waiting.start()
        waiting.join(0.2)
        assert done == []
        put(zhang, "张一")
    waiting.join(30)
    assert done == [2]


def test_who_forgets_to_take_a_turn_before_looking_is_refused_when_somebody_wrote_since(sit: Sit) -> None:
    zhang, li = sit("张"), sit("李")
    with zhang.read():
        pass
    put(li, "李一")
    with pytest.raises(Overtaken, match=r"李一于 2026-11-06 09:00 写入了第 1 条：写入 李一.*重试"):
        put(zhang, "张一")
    assert put(zhang, "张一") == 2


def test_a_turn_that_was_lost_with_its_connection_writes_nothing_over_others(sit: Sit, postgres: Server, database: str) -> None:
    zhang, li = sit("张"), sit("李")
    with zhang.command("接收"):
        put(zhang, "张一")
        with psycopg.connect(postgres.dsn(database), autocommit=True) as raw:
            raw.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1")
        put(li, "李一")
        with pytest.raises(Overtaken, match="李一"):
            put(zhang, "张二")
    assert put(zhang, "张二") == 3


def test_a_write_whose_connection_breaks_leaves_nothing_and_says_so(sit: Sit, postgres: Server, database: str) -> None:
    zhang = sit("张")

    def cut_off() -> None:
        with zhang.write("settings", "张", NOW) as unit:
            unit.insert(t.SettingRow, {"key": "半", "value": "1"})
            unit.say("半")
            with psycopg.connect(postgres.dsn(database), autocommit=True) as raw:
                others = "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                raw.execute(f"SELECT pg_terminate_backend(pid) FROM {others}")

    with pytest.raises(ConnectionLost, match=r"连接不通.*没有提交的操作一律没有写入"):
        cut_off()
    assert zhang.head()[0] == 0
    assert put(zhang, "张一") == 1


def test_a_server_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    nobody = Store(ServerAddress("office", str(tmp_path)))
    with pytest.raises(ConnectionLost, match="连接不通"):
        nobody.head()


def test_open_windows_see_each_other_and_what_was_left_behind_is_not_believed(
    sit: Sit, postgres: Server, database: str
) -> None:
    zhang, li = sit("张"), sit("李")
    assert zhang.writer is not None
    assert zhang.writer.hold()
    assert [(d.who, d.doing) for d in li.desks()] == [("张", "")]
    with psycopg.connect(postgres.dsn(database), autocommit=True) as raw:  # of a machine that was switched off
        raw.execute("INSERT INTO zgc_desk VALUES (1, '赵', '另一台', 1, '', '', '接收')")
    assert [d.who for d in li.desks()] == ["张"]
    assert li.writing_now() is None
    with zhang.command("结算"):
        now = li.writing_now()
        assert isinstance(now, Desk)
        assert (now.who, now.doing) == ("张", "结算")
    zhang.close()
    assert li.desks() == ()


def test_a_workspace_that_is_only_looked_at_writes_nothing_and_may_try_things_out(sit: Sit) -> None:
    zhang = sit("张")
    assert zhang.writer is not None
    zhang.writer.refused = "这个工作区已搬走。"
    with zhang.command("试算"), zhang.read():
        pass
    with pytest.raises(ReadOnly, match="已搬走"):
        put(zhang, "张一")


def test_desks_killed_at_random_leave_whole_commands_one_chain_and_no_lost_step(
    postgres: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small here; ``benches/two_desks.py`` does it a hundred times."""
    monkeypatch.syspath_prepend(str(BENCHES))
    import two_desks

    url = postgres.url(database)
    two_desks.prepare(url)
    outcome = two_desks.disturb(url, tmp_path, kills=2, at_most_s=0.5)
    assert outcome.wrong == []
    assert outcome.kills == 2
    assert outcome.acknowledged["count"] > 0
