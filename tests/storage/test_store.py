"""The store: whole transactions, a journal that shows tampering, and refusals in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

import db.tables as t
from db import engine
from db.store import Store
from tests.postgres import CHOSEN
from tests.storage.conftest import NewPlace
from tests.storage.raw import REFUSED, raw
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.paths import Address


@pytest.fixture
def place(tmp_path: Path, new_place: NewPlace) -> Address:
    return new_place("工作 区") if CHOSEN else tmp_path / "工作 区.db"


@pytest.fixture
def store(place: Address) -> Store:
    made = Store(place)
    made.prepare()
    return made


COMPANY = {"credit_code": "91110108MA01TJ3Y5P", "name": "北京衡岳智造科技有限公司", "first_month": 202610}


def count(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_a_write_is_journalled_in_the_same_transaction(store: Store) -> None:
    with store.write("试", "张", "2026-11-06T09:00:00+08:00") as unit:
        unit.insert(t.CompanyRow, COMPANY)
        unit.say("登记一家", reason="试验", subjects={"companies"})
    assert count(store, "company") == 1
    assert count(store, "journal") == 1
    assert unit.summary is not None
    assert (unit.summary.added, unit.summary.journal_seq) == (1, 1)


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write("试", "张", "") as unit:
            unit.insert(t.CompanyRow, COMPANY)
            unit.say("登记一家")
            _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (count(store, "company"), count(store, "journal")) == (0, 0)


def test_a_write_without_a_sentence_is_refused_and_undone(store: Store) -> None:
    with pytest.raises(RuntimeError, match="without saying"), store.write("试", "张", "") as unit:
        unit.insert(t.CompanyRow, COMPANY)
    assert count(store, "company") == 0


def test_a_command_that_changes_nothing_leaves_no_journal_entry(store: Store) -> None:
    with store.write("试", "张", "") as unit:
        unit.say("什么也没做")
    assert count(store, "journal") == 0
    assert unit.summary is None


def test_old_values_of_an_update_are_kept_in_the_journal(store: Store) -> None:
    with store.write("试", "张", "") as unit:
        unit.insert(t.CompanyRow, COMPANY)
        unit.say("登记")
    with store.write("试", "王", "") as unit:
        unit.update(t.CompanyRow, {"credit_code": COMPANY["credit_code"]}, {"name": "北京衡岳智能科技有限公司"})
        unit.say("更名")
    with store.read() as connection:
        changes = connection.exec_driver_sql("SELECT changes FROM journal WHERE seq = 2").scalar_one()
    assert "北京衡岳智造科技有限公司" in changes
    assert "北京衡岳智能科技有限公司" in changes


def test_no_day_ever_has_a_company_in_two_parks_even_past_the_domain(store: Store) -> None:
    def live_twice() -> None:
        with store.write("试", "张", "") as unit:
            company = unit.insert(t.CompanyRow, COMPANY)
            for park, day in (("海淀园", "2026-01-01"), ("昌平园", "2026-06-01")):
                unit.insert(t.ResidenceRow, {"company_id": company, "park": park, "from_day": day, "cause": "首次报送"})

    with pytest.raises(IntegrityError, match="overlaps"):
        live_twice()
    assert count(store, "residence") == 0


def test_the_journal_only_grows(store: Store) -> None:
    with store.write("试", "张", "") as unit:
        unit.insert(t.CompanyRow, COMPANY)
        unit.say("登记")
    for sql in ("UPDATE journal SET who = '李'", "DELETE FROM journal"):
        with raw(store) as connection, pytest.raises(REFUSED, match="only grows"):
            connection.execute(sql)


def test_tampering_with_the_journal_is_named(store: Store) -> None:
    for who in ("张", "王"):
        with store.write("试", who, "") as unit:
            unit.insert(t.SettingRow, {"key": who, "value": "1"})
            unit.say(f"{who}写入")
    assert store.problems() == []
    with raw(store) as connection:
        connection.silence()
        connection.execute("UPDATE journal SET who = '李' WHERE seq = 1")
    assert any("第 1 条" in problem and "张写入" in problem for problem in store.problems())


def test_a_schema_from_a_newer_program_is_refused_with_a_sentence(store: Store) -> None:
    with raw(store) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(EnvironmentProblem, match="更新版本的统筹台"):
        Store(store.place).prepare()


@pytest.mark.file_only
def test_a_second_writer_is_told_and_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", tuple(p.replace("5000", "50") for p in engine.PRAGMAS))
    other = Store(store.path)
    with store.write("试", "张", "") as unit:
        unit.insert(t.CompanyRow, COMPANY)
        unit.say("登记")
        with pytest.raises(EnvironmentProblem, match="正被另一个程序写入"), other.write("试", "李", ""):
            pass
    assert count(store, "company") == 1


@pytest.mark.file_only
def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.db"
    path.write_bytes(b"not a database at all " * 100)
    with pytest.raises(Refused, match="不是统筹台的数据库"):
        Store(path).prepare()


@pytest.mark.file_only
def test_a_backup_is_the_whole_database(store: Store, tmp_path: Path) -> None:
    with store.write("试", "张", "") as unit:
        unit.insert(t.CompanyRow, COMPANY)
        unit.say("登记")
    store.backup(tmp_path / "备份.db")
    copy = Store(tmp_path / "备份.db")
    assert copy.problems() == []
    assert count(copy, "company") == 1


@pytest.mark.file_only
def test_commits_are_durable_and_foreign_keys_are_on(store: Store) -> None:
    with store.read() as connection:
        values = {
            p: connection.exec_driver_sql(f"PRAGMA {p}").scalar_one() for p in ("synchronous", "foreign_keys", "journal_mode")
        }
    assert values == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "delete"}
