"""Reads of the journal: entries, the rows they changed, and the newest ones for the history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

import db.tables as t
from db.journal import tables as j
from db.journal.rows import Change, first_unpacked, plain, unpacked
from db.journal.unit import table_of
from zgc_desktop.domain.journal import Entry
from zgc_desktop.domain.periods import Month

_J = table_of(t.JournalRow)
_I = table_of(j.JournalImageRow)
_HEAD = (_J.c.seq, _J.c.at, _J.c.who, _J.c.command, _J.c.sentence, _J.c.reason, _J.c.about, _J.c.hash)


def entries(connection: Connection, *, since: int = 0, last: int | None = None) -> tuple[Entry, ...]:
    """The entries from ``since`` on (at most the ``last`` newest), newest first, without their rows."""
    query = select(*_HEAD).where(_J.c.seq >= since).order_by(_J.c.seq.desc())
    rows = connection.execute(query.limit(last) if last is not None else query)
    return tuple(_entry(r) for r in rows)


def _entry(row: Any) -> Entry:
    about = json.loads(row.about) if row.about else {}
    return Entry(
        seq=row.seq,
        at=row.at,
        who=row.who,
        command=row.command,
        sentence=row.sentence,
        reason=row.reason,
        months=tuple(Month.parse(m) for m in about.get("months", ())),
        subjects=tuple(about.get("subjects", ())),
        undoes=tuple(about.get("undoes", ())),
        exceptions=tuple(about.get("exceptions", ())),
        hash=row.hash,
        kept=bool(row.about),
    )


def by_exception(connection: Connection) -> tuple[Entry, ...]:
    """The entries that went through an exception of a closed or locked month, oldest first."""
    query = select(*_HEAD).where(_J.c.about.contains('"exceptions"')).order_by(_J.c.seq)
    return tuple(_entry(r) for r in connection.execute(query))


def states_of_months(connection: Connection) -> tuple[tuple[int, str, str, str, str, str], ...]:
    """(month, state, opened at, since, by, reason) of every month, newest first."""
    m = table_of(t.MonthRow).c
    query = select(m.month, m.state, m.opened_at, m.state_at, m.state_by, m.state_reason).order_by(m.month.desc())
    return tuple((r[0], r[1], r[2], r[3], r[4], r[5]) for r in connection.execute(query))


def head(connection: Connection, *, but: Iterable[str] = ()) -> tuple[int, str]:
    """Number and hash of the newest entry, of commands other than some; (0, "") before the first."""
    query = select(_J.c.seq, _J.c.hash).order_by(_J.c.seq.desc()).limit(1)
    if left_out := tuple(but):
        query = query.where(_J.c.command.not_in(left_out))
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else (0, "")


def changes_of(connection: Connection, seq: int) -> list[Change] | None:
    """The changes of an entry with their rows; None for an entry of a program that did not keep them."""
    row = connection.execute(select(_J.c.changes, _J.c.about).where(_J.c.seq == seq)).first()
    if row is None or not row.about:
        return None
    return [with_rows(connection, seq, change) for change in json.loads(row.changes)]


def heads_of(connection: Connection, seq: int) -> list[Change]:
    """The changes of an entry as they are noted, long rows not unpacked: op, table, count, columns."""
    return json.loads(connection.execute(select(_J.c.changes).where(_J.c.seq == seq)).scalar() or "[]")  # type: ignore[no-any-return]


def first_changes(connection: Connection, seq: int, limit: int) -> list[Change]:
    """The changes of an entry with its first rows, ``limit`` of all: what is shown of an entry of a million rows."""
    found, left = [], limit
    for change in heads_of(connection, seq):
        told = with_rows(connection, seq, change, left) if left else change
        left -= len(told.get("rows", ())) if told is not change else 0
        found.append(told)
    return found


def all_changes(connection: Connection) -> Iterator[tuple[int, str, list[Change] | None]]:
    """(number, command, changes as ``changes_of``) of every entry, oldest first."""
    for seq, command in connection.execute(select(_J.c.seq, _J.c.command).order_by(_J.c.seq)).all():
        yield seq, command, changes_of(connection, seq)


def with_rows(connection: Connection, seq: int, change: Change, limit: int | None = None) -> Change:
    """A change with ``rows`` (the first ``limit`` of them) in place of a reference to its image."""
    if "image" in change:
        query = select(_I.c.content).where((_I.c.seq == seq) & (_I.c.number == change["image"]))
        content = connection.execute(query).scalar()
        where = f"操作记录第 {seq} 条"
        if limit is None:
            return {**change, "rows": unpacked(content or b"", change["hash"], where)}
        return {**change, "rows": first_unpacked(content or b"", change["hash"], where, limit)}
    return {**change, "rows": plain(change["rows"][:limit])} if "rows" in change else change


def count(connection: Connection) -> int:
    """How many entries there are."""
    return connection.execute(select(func.count()).select_from(_J)).scalar() or 0


def exist(connection: Connection, numbers: Iterable[int]) -> bool:
    """Whether entries with these numbers exist."""
    wanted = set(numbers)
    return len(connection.execute(select(_J.c.seq).where(_J.c.seq.in_(wanted))).all()) == len(wanted)
