"""PostgreSQL answers as SQLite does: the same schema, keys, order, sums and refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Connection, Integer, NullPool, create_engine, func, inspect, select
from sqlalchemy.exc import IntegrityError

import db.tables as t
from db.all_tables import all_tables
from db.server_triggers import translated
from db.store import Store, table_of
from tests.postgres import Server
from tests.storage.raw import raw, triggers
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.paths import address_of


@pytest.fixture
def store(postgres: Server, empty_database: str) -> Iterator[Store]:
    name = postgres.new(empty_database)
    made = Store(address_of(postgres.url(name)))
    yield made
    made.close()
    postgres.drop(name)


@pytest.fixture
def file(empty_workspace: Path) -> Store:
    return Store(next(empty_workspace.glob("*.db")))


def described(connection: Connection) -> dict[str, Any]:
    """Columns (kind, may be empty), keys, pointers, what is unique and indexes of every table."""
    seen, found = inspect(connection), {}
    for table in all_tables():
        columns = {
            c["name"]: ("whole" if isinstance(c["type"], Integer | BigInteger) else type(c["type"]).__name__, c["nullable"])
            for c in seen.get_columns(table.name)
        }
        key = seen.get_pk_constraint(table.name)["constrained_columns"]
        found[table.name] = (
            {n: (kind.replace("BLOB", "BYTEA"), null and n not in key) for n, (kind, null) in columns.items()},
            key,
            sorted((f["constrained_columns"], f["referred_table"]) for f in seen.get_foreign_keys(table.name)),
            sorted(u["column_names"] for u in seen.get_unique_constraints(table.name)),
            sorted(n for i in seen.get_indexes(table.name) if not i["unique"] and (n := i["name"])),
        )
    return found


def test_the_same_migrations_make_the_same_schema(store: Store, file: Store) -> None:
    # Looked at past our own engine, whose types are not the server's.
    looking = create_engine(str(store.place.full_url), poolclass=NullPool)  # type: ignore[union-attr]
    with looking.connect() as there, file.read() as here:
        ours, theirs = described(here), described(there)
    assert {n: (ours[n], theirs[n]) for n in ours if ours[n] != theirs[n]} == {}
    assert triggers(store) == triggers(file)


def test_text_sorts_by_its_characters_and_numbers_are_whole(store: Store) -> None:
    names = ["b", "B", "a", "中", "A", "é", "z", "1", "_"]
    with store.write("试", "张", "") as unit:
        rows = [(f"91110108MA01TJ3Y5{n}", name, 202610) for n, name in enumerate(names)]
        unit.insert_many(
            t.CompanyRow, ("credit_code", "name", "first_month", "founded_on", "address"), [(*r, "", "") for r in rows], "试"
        )
        unit.insert(t.SubmissionRow, _submission(tax_fen=9_000_000_000_000_000_000))
        unit.insert(t.SubmissionRow, _submission(version=2, tax_fen=9_000_000_000_000_000_000))
        unit.insert(t.SubmissionRow, _submission(version=3, tax_fen=None))
        unit.say("试")
    company, submission = table_of(t.CompanyRow), table_of(t.SubmissionRow)
    with store.read() as connection:
        assert list(connection.execute(select(company.c.name).order_by(company.c.name)).scalars()) == sorted(names)
        total = connection.execute(select(func.sum(submission.c.tax_fen))).scalar_one()
        nothing = connection.execute(select(func.sum(submission.c.tax_fen)).where(submission.c.version == 3)).scalar_one()
    assert (total, type(total), nothing) == (18_000_000_000_000_000_000, int, None)


def _submission(version: int = 1, **told: object) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(("companies", "errors", "warnings", "notices", "added", "changed", "vanished"), 0)
    words = ("file_name", "sha256", "received_at", "park_decided_by", "month_decided_by", "columns", "sheets")
    row |= dict.fromkeys(words, "") | {"month": 202610, "park": "海淀园", "version": version, "state": "accepted"}
    return row | told


def test_keys_are_one_more_than_the_highest_and_no_sequence_counts_beside_them(store: Store) -> None:
    def company(n: int) -> int:
        values = {"credit_code": str(n), "name": "企业", "first_month": 202610, "founded_on": "", "address": ""}
        with store.write("试", "张", "") as unit:
            key = unit.insert(t.CompanyRow, values)
            unit.say("试")
        return key

    assert [company(n) for n in range(3)] == [1, 2, 3]
    with store.write("试", "张", "") as unit:
        unit.delete(t.CompanyRow, {"id": 3})
        unit.say("去掉")
    assert company(4) == 3
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM pg_sequences").scalar_one() == 0


def test_a_row_that_points_nowhere_and_a_company_in_two_parks_are_refused(store: Store) -> None:
    values = {"park": "海淀园", "from_day": "2026-01-01", "cause": "试", "to_day": "", "case_id": ""}

    def live(company: int, **changes: object) -> None:
        with store.write("试", "张", "") as unit:
            unit.insert(t.ResidenceRow, values | {"company_id": company} | changes)
            unit.say("试")

    with pytest.raises(IntegrityError):
        live(1)
    with store.write("试", "张", "") as unit:
        told = {"credit_code": "1", "name": "企业", "first_month": 202610, "founded_on": "", "address": ""}
        unit.insert(t.CompanyRow, told)
        unit.say("试")
    live(1)
    with pytest.raises(IntegrityError, match="overlaps"):
        live(1, from_day="2026-02-01", park="昌平园")
    with pytest.raises(IntegrityError):  # the day before the first
        live(1, from_day="2025-02-01", to_day="2025-01-01")
    assert store.problems() == []


def test_a_character_the_server_cannot_keep_is_a_sentence(store: Store) -> None:
    with pytest.raises(EnvironmentProblem, match="NUL"), store.write("试", "张", "") as unit:
        unit.insert(t.SettingRow, {"key": "坏", "value": "a\0b"})
    assert store.head()[0] == 0


def test_a_schema_of_a_newer_program_is_refused(store: Store) -> None:
    with raw(store) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(EnvironmentProblem, match="更新版本的统筹台"):
        Store(store.place).prepare()


def test_a_trigger_of_another_shape_needs_words_of_its_own() -> None:
    assert "plpgsql" in translated(
        "CREATE TRIGGER a_no_delete BEFORE DELETE ON a WHEN OLD.id IS NOT 1 BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    assert translated("SELECT 1") == "SELECT 1"
    with pytest.raises(ValueError, match="no words for"):
        translated("CREATE TRIGGER a AFTER INSERT ON a BEGIN DELETE FROM b; END")
