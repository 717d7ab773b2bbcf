"""Audit: the rows of every table against what the journal says they are; a row changed behind its back is named."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Table, select

import db.tables as t
from db.all_tables import all_tables
from db.journal.reads import all_changes
from db.journal.rows import BY_DIGEST, Change, digest, key_names
from db.journal.unit import table_of
from db.submissions import ROSTER_FIELDS, TAX_FIELDS
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.field_words import column_word, table_word, value_word
from zgc_desktop.domain.journal import Finding

NOT_DATA: Final = frozenset({"journal", "journal_image", "kept_file"})
"""The journal itself, and files that are proved by the hash they are kept under (``services.archive_check``)."""
_FACTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "roster_fact": ("enterprise", ROSTER_FIELDS),
    "tax_fact": ("tax", TAX_FIELDS),
}
_NAMED: Final = 20
"""So many wrong rows of a table are named one by one; the rest are counted."""

Key = tuple[Any, ...]
_UNSAID: Final = object()
"""In place of a value no entry told: of a column the table got later."""


@dataclass
class _Batch:
    """Rows written in bulk, proved together by count and digest."""

    seq: int
    columns: list[str]
    count: int
    digest: str


@dataclass
class _Told:
    """What the journal says a table holds: rows by key, or batches, and later changes of rows in them.

    A row is its values in the order of the table's columns: as a mapping each of millions would take three times the room.
    """

    rows: dict[Key, list[Any]] = field(default_factory=dict)
    seqs: dict[Key, int] = field(default_factory=dict)
    batches: dict[Key, _Batch] = field(default_factory=dict)
    first: dict[Key, dict[str, Any]] = field(default_factory=dict)
    last: dict[Key, dict[str, Any]] = field(default_factory=dict)


def data_tables() -> list[Table]:
    """Every table whose rows the journal answers for, parents before children."""
    return [table for table in all_tables() if table.name not in NOT_DATA]


def row_findings(connection: Connection) -> tuple[list[Finding], int, list[str]]:
    """(what is wrong, how many rows were looked at, what could not be proved) over every table."""
    told: dict[str, _Told] = {table.name: _Told() for table in data_tables()}
    tables = {table.name: table for table in data_tables()}
    findings: list[Finding] = []
    unproved = 0
    try:
        for seq, command, changes in all_changes(connection):
            if changes is None:
                unproved += 1
                continue
            if command == "baseline":
                told, unproved = {name: _Told() for name in tables}, 0
            for change in changes:
                if change["table"] in tables:
                    _replay(told[change["table"]], tables[change["table"]], seq, change)
    except EnvironmentProblem as problem:
        return [Finding(None, problem.sentence)], 0, []
    said = [f"有 {unproved} 条操作记录来自旧版程序，没有逐行记录，其数据无从核对"] if unproved else []
    if unproved:
        return findings, 0, said
    looked = 0
    for name, table in tables.items():
        check = _batches if name in BY_DIGEST else _rows
        found, count = check(connection, table, told.pop(name))  # let go of with it: a million rows are gigabytes
        findings += found
        looked += count
    return findings, looked, said


def _replay(told: _Told, table: Table, seq: int, change: Change) -> None:
    columns, keys = change["columns"], key_names(table)
    if "scope" in change:
        told.batches[_scope_key(table, change["scope"])] = _Batch(seq, columns, change["count"], change["hash"])
    elif change["op"] == "update":
        _replay_update(told, table, seq, change)
    else:
        names = [c.name for c in table.c]
        own = [columns.index(k) for k in keys]
        places = [columns.index(n) if n in columns else None for n in names]
        as_they_stand = places == list(range(len(columns)))
        for row in change["rows"]:
            key = tuple([row[p] for p in own])
            told.seqs[key] = seq
            if change["op"] == "insert":
                told.rows[key] = row if as_they_stand else [_UNSAID if p is None else row[p] for p in places]
            else:
                if table.name in BY_DIGEST:
                    told.batches.pop(_scope_key(table, dict(zip(columns, row, strict=True))), None)
                told.first.pop(key, None)
                told.last.pop(key, None)
                told.rows.pop(key, None)


def _replay_update(told: _Told, table: Table, seq: int, change: Change) -> None:
    columns, names = change["columns"], [c.name for c in table.c]
    places = [names.index(n) if n in names else None for n in columns]
    for key_values, old, new in change["rows"]:
        key = tuple(key_values)
        told.seqs[key] = seq
        if table.name in BY_DIGEST and key not in told.rows:
            first = told.first.setdefault(key, {})
            for name, value in zip(columns, old, strict=True):
                first.setdefault(name, value)
            told.last.setdefault(key, {}).update(zip(columns, new, strict=True))
            continue
        row = told.rows.setdefault(key, [_UNSAID] * len(names))
        for place, value in zip(places, new, strict=True):
            if place is not None:
                row[place] = value


def _scope_key(table: Table, values: Mapping[str, Any]) -> Key:
    return tuple(values[name] for name in BY_DIGEST[table.name])


def _rows(connection: Connection, table: Table, told: _Told, *, only_told: bool = False) -> tuple[list[Finding], int]:
    """Compare a table row by row; ``only_told`` leaves the rows of batches aside."""
    names, keys = [c.name for c in table.c], key_names(table)
    places = [names.index(k) for k in keys]
    findings, seen = [], 0
    left = dict(told.rows)
    for row in connection.execute(select(table)):
        key = tuple(row[p] for p in places)
        if only_told and key not in told.rows:
            continue
        seen += 1
        expected = left.pop(key, None)
        if expected is None:
            findings.append(_finding(told, table, key, "不是任何一条操作记录写入的"))
            continue
        if expected == list(row):
            continue
        pairs = zip(names, row, expected, strict=True)
        wrong = [(n, v, was) for n, v, was in pairs if was is not _UNSAID and was != v]
        findings += [_finding(told, table, key, _wrong(table, *each)) for each in wrong]
    findings += [_finding(told, table, key, "不见了") for key in left]
    return _few(findings, table), seen


def _finding(told: _Told, table: Table, key: Key, what: str) -> Finding:
    seq = told.seqs.get(key)
    place = _place(table, key_names(table), key)
    about = f"（操作记录第 {seq} 条）" if seq else ""
    return Finding(seq, f"数据行 {table_word(table.name)}（{place}）{what}{about}", table.name, place)


def _wrong(table: Table, column: str, value: Any, was: Any) -> str:
    now, before = (value_word(column, _short(v)) for v in (value, was))
    return f"的{column_word(table.name, column)}现为“{now}”，应为“{before}”"


def _short(value: object) -> str:
    return "空" if value is None else str(value)[:60]


def _few(findings: list[Finding], table: Table) -> list[Finding]:
    if len(findings) <= _NAMED:
        return findings
    more = Finding(None, f"{table_word(table.name)}另有 {len(findings) - _NAMED} 处与操作记录不符", table.name)
    return [*findings[:_NAMED], more]


def _batches(connection: Connection, table: Table, told: _Told) -> tuple[list[Finding], int]:
    """Compare a table batch by batch; a wrong batch of facts is looked through against the kept original table."""
    scope = BY_DIGEST[table.name]
    singles, seen = _rows(connection, table, told, only_told=True) if told.rows else ([], 0)
    places = [[c.name for c in table.c].index(n) for n in scope]
    known = told.batches.keys() | {tuple(row[p] for p in places) for row in told.rows.values()}
    actual = {tuple(r) for r in connection.execute(select(*(table.c[n] for n in scope)).distinct())}
    findings = [
        Finding(
            None,
            f"数据行 {table_word(table.name)}（{_place(table, scope, key)}）不是任何一条操作记录写入的",
            table.name,
            _place(table, scope, key),
        )
        for key in sorted(actual - known, key=str)
    ] + singles
    for key, batch in told.batches.items():
        rows = _read(connection, table, scope, key, batch.columns, told)
        seen += len(rows)
        if len(rows) == batch.count and digest(rows) == batch.digest:
            continue
        named = list(_against_original(connection, table, key, batch)) if table.name in _FACTS else []
        more = f"现有 {len(rows)} 行，应为 {batch.count} 行" if len(rows) != batch.count else "有行被改动"
        whole = Finding(
            batch.seq,
            f"{table_word(table.name)}（{_place(table, scope, key)}）与操作记录第 {batch.seq} 条不符：{more}",
            table.name,
            _place(table, scope, key),
        )
        findings += named or [whole]
        if named and len(rows) != batch.count:
            findings.append(whole)
    return _few(findings, table), seen


def _place(table: Table, names: tuple[str, ...], key: Key) -> str:
    return "，".join(f"{column_word(table.name, n)} {value_word(n, str(v))}" for n, v in zip(names, key, strict=True))


def _read(
    connection: Connection, table: Table, scope: tuple[str, ...], key: Key, columns: list[str], told: _Told
) -> list[tuple[Any, ...]]:
    """A batch's rows in the order of their key, as they were written: journalled later changes are taken off first."""
    keys = key_names(table)
    matches = [table.c[n] == v for n, v in zip(scope, key, strict=True)]
    query = select(*(table.c[n] for n in columns)).where(*matches).order_by(*(table.c[k] for k in keys))
    rows = [tuple(r) for r in connection.execute(query)]
    if not told.first and not told.rows:
        return rows
    places = [columns.index(k) for k in keys]
    rows = [row for row in rows if tuple(row[p] for p in places) not in told.rows]
    return [_as_written(row, columns, tuple(row[p] for p in places), told) for row in rows]


def _as_written(row: tuple[Any, ...], columns: list[str], key: Key, told: _Told) -> tuple[Any, ...]:
    first, last = told.first.get(key), told.last.get(key, {})
    if first is None:
        return row
    if any(row[columns.index(n)] != v for n, v in last.items()):
        return row  # changed again behind the journal's back: the digest will not fit
    return tuple(first.get(n, v) for n, v in zip(columns, row, strict=True))


def _against_original(connection: Connection, table: Table, key: Key, batch: _Batch) -> Iterator[Finding]:
    """The cells of a fact batch that differ from the raw table kept beside it."""
    sheet, fields = _FACTS[table.name]
    raw = table_of(t.RawTableRow)
    query = select(raw.c.content).where((raw.c.submission_id == key[1]) & (raw.c.sheet_key == sheet))
    content = connection.execute(query).scalar()
    if content is None:
        return
    kept = json.loads(zlib.decompress(content))
    at = {number: n for n, number in enumerate(kept["rows"])}
    s = table_of(t.SubmissionRow)
    about = connection.execute(select(s.c.park, s.c.month, s.c.version).where(s.c.id == key[1])).first()
    whose = f"{about[0]} {value_word('month', str(about[1]))} 第{about[2]}版" if about else f"报送 {key[1]}"
    for row in connection.execute(select(table).where(table.c.submission_id == key[1])):
        place = f"{column_word(table.name, 'company_id')} {row.company_id}"
        n = at.get(row.sheet_row)
        head = f"{whose} {table_word(table.name)}第 {row.sheet_row} 行"
        if n is None:
            yield Finding(batch.seq, f"{head}不在原表中（操作记录第 {batch.seq} 条）", table.name, place)
            continue
        doubtful = set(row.doubtful.split(","))
        for name in fields:
            values = kept["values"].get(name)
            was, now = (values[n] if values else None), row._mapping[name]
            if now != was and not (now is None and name in doubtful):
                told = _wrong(table, name, now, was).replace("应为", "原表为")
                yield Finding(batch.seq, f"{head}{told}（操作记录第 {batch.seq} 条）", table.name, place)
