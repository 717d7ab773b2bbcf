"""Every table and column that the journal may show has a word of the field, and no word is left over."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from db.journal.audit import data_tables
from zgc_desktop.domain.field_words import COLUMNS, OF_TABLE, TABLES, column_word, table_word, value_word


def test_every_table_and_column_has_a_word() -> None:
    tables = {t.name for t in data_tables()}
    columns = {(t.name, c.name) for t in data_tables() for c in t.c}
    assert sorted(tables - TABLES.keys()) == []
    assert sorted(f"{t}.{c}" for t, c in columns if (t, c) not in OF_TABLE and c not in COLUMNS) == []


def test_no_word_is_left_over() -> None:
    columns = {(t.name, c.name) for t in data_tables() for c in t.c}
    assert sorted(TABLES.keys() - {t for t, _ in columns}) == []
    assert sorted(COLUMNS.keys() - {c for _, c in columns}) == []
    assert sorted(OF_TABLE.keys() - columns) == []


def test_two_columns_of_a_table_never_share_a_word() -> None:
    for table in data_tables():
        words = [column_word(table.name, c.name) for c in table.c]
        assert sorted({w for w in words if words.count(w) > 1}) == [], table.name


@pytest.mark.parametrize(
    ("column", "kept", "read"),
    [
        ("due_fen", "123456", "1,234.56 元"),
        ("due_fen", "-5", "-0.05 元"),
        ("month", "202610", "2026-10"),
        ("from_month", "202610", "2026-10"),
        ("note", "202610", "202610"),
        ("tax_fen", "", ""),
    ],
)
def test_values_read_as_the_office_writes_them(column: str, kept: str, read: str) -> None:
    assert value_word(column, kept) == read


def test_what_another_program_wrote_keeps_its_own_name() -> None:
    assert (table_word("later_table"), column_word("later_table", "later")) == ("later_table", "later")


def test_the_audit_knows_every_table_whatever_was_loaded_before(root: Path) -> None:
    """A table whose module no command had loaded would be proved by nobody."""
    sources = "\n".join(p.read_text(encoding="utf-8") for p in (root / "db").rglob("*tables.py"))
    declared = set(re.findall(r'__tablename__ = "(\w+)"', sources))
    ask = "from db.journal.audit import NOT_DATA, data_tables; print(*NOT_DATA, *(t.name for t in data_tables()))"
    alone = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=root)
    assert set(alone.stdout.split()) == declared
