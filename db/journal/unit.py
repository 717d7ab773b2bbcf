"""The unit of work: one command's rows in one transaction, every change noted so that it can be proved and taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Insert, Integer, Table, bindparam, delete, func, insert, select, update
from sqlmodel import SQLModel

import db.tables as t
from db.engine import bulk_insert
from db.journal import tables as j
from db.journal.guard import writing
from db.journal.rows import BY_DIGEST, INLINE, Change, digest, key_names, packed, sorted_by_key, written
from db.journal.touches import Touches, require_open
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.periods import Month

GENESIS: Final = "0" * 64


def table_of(row_type: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a row class."""
    table = row_type.__table__  # type: ignore[attr-defined]  # SQLModel adds it at class creation
    assert isinstance(table, Table)
    return table


def entry_hash(previous: str, fields: Sequence[str]) -> str:
    """SHA-256 over the entry before and this entry's fields: any later change breaks the chain."""
    return hashlib.sha256("\x1f".join((previous, *fields)).encode()).hexdigest()


class UnitOfWork:
    """One command's write. ``say`` is required; what is inserted, updated or deleted is journalled with it."""

    def __init__(self, connection: Connection, command: str, who: str, at: str) -> None:
        self.connection = connection
        self._command, self._who, self._at = command, who, at
        self._sentence = self._reason = ""
        self._changes: list[Change] = []
        self._images: list[bytes] = []
        self._undoes: tuple[int, ...] = ()
        self._months: set[str] = set()
        self._subjects: set[str] = set()
        self._touches = Touches(connection)
        self._counts = {"insert": 0, "update": 0, "delete": 0}
        self.summary: ChangeSummary | None = None

    def say(
        self,
        sentence: str,
        *,
        reason: str = "",
        subjects: Iterable[str] = (),
        months: Iterable[object] = (),
        undoes: Iterable[int] = (),
    ) -> None:
        """Set the journal's sentence (Chinese, one line), what the write touches, and which entries it takes back."""
        self._sentence, self._reason = sentence, reason
        self._subjects |= set(subjects)
        self._months |= {str(m) for m in months}
        self._undoes = tuple(sorted({*self._undoes, *undoes}))

    def touch(self, month: Month, subject: Subject, park: str = "") -> None:
        """Say that the write concerns a month although none of its rows carries it: a closed month then stops it too."""
        self._touches.found.add(Touch(month, subject, park))

    def require_open(self, month: Month, subject: Subject, park: str = "") -> None:
        """Refused now, before any work, where the month's state would stop the write at its end."""
        require_open(self.connection, {Touch(month, subject, park)}, who=self._who, day=self._day)

    @property
    def _day(self) -> date:
        return date.fromisoformat(self._at[:10]) if self._at else date.max

    def insert(self, row_type: type[SQLModel], values: Mapping[str, object]) -> int:
        """Insert one row, journalled in full; returns its integer key (0 where the key is not an integer)."""
        table = table_of(row_type)
        names = [c.name for c in table.c]
        with writing(self.connection):
            row = tuple(self.connection.execute(_inserting(table, values).returning(*table.c)).one())
        own = key_names(table)
        alone = tuple(BY_DIGEST.get(table.name, ())) == own  # a row that is a batch of its own
        self._inserted(table, names, [row], scope={k: row[names.index(k)] for k in own} if alone else None)
        key = row[names.index(own[0])]
        return key if isinstance(key, int) else 0

    def insert_blob(self, row_type: type[SQLModel], values: Mapping[str, object], blobs: Mapping[str, bytes]) -> int:
        """Insert one row with bulky bytes, which are journalled by their SHA-256 only; returns its key."""
        return self.insert(row_type, {**values, **blobs})

    def insert_many(
        self, row_type: type[SQLModel], columns: Sequence[str], rows: Iterable[Sequence[object]], origin: str
    ) -> int:
        """Insert many plain tuples; facts are journalled by count, digest and ``origin``, other rows one by one."""
        return self.insert_rows(table_of(row_type), columns, rows, origin)

    def insert_rows(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]], origin: str = "") -> int:
        """``insert_many`` for a table: rows without their whole-number key are numbered on from the last."""
        listed: list[Sequence[Any]] = list(rows)
        if not listed:
            return 0
        keys = key_names(table)
        if len(keys) == 1 and keys[0] not in columns:
            with_key = (keys[0], *columns)
            first = 1 + (self.connection.execute(select(func.max(table.c[keys[0]]))).scalar() or 0)
            columns, listed = with_key, [(first + n, *row) for n, row in enumerate(listed)]
        listed = list(sorted_by_key(table, columns, listed))
        apart = self._batches(table, columns, listed)
        with writing(self.connection):
            bulk_insert(self.connection, table, columns, listed)
        for scope, rows in apart:
            self._inserted(table, columns, rows, origin, scope)
        return len(listed)

    def note_as_inserted(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Note rows that are there already, without writing them: the starting point of an audit."""
        for scope, mine in self._batches(table, columns, list(sorted_by_key(table, columns, rows)), there=True):
            self._inserted(table, columns, mine, scope=scope)
        self._touches.found.clear()

    def _batches(
        self, table: Table, columns: Sequence[str], rows: list[Sequence[Any]], *, there: bool = False
    ) -> list[tuple[dict[str, Any] | None, list[Sequence[Any]]]]:
        """Rows by the batch they begin, which is proved as a whole; None for rows that are kept one by one."""
        names = BY_DIGEST.get(table.name)
        if names is None:
            return [(None, rows)]
        places = [columns.index(name) for name in names]
        of = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
        groups: dict[tuple[Any, ...], list[Sequence[Any]]] = {key: [] for key in map(of, rows)}
        if len(groups) == 1:  # a file's thousands of lines are one batch
            groups = dict.fromkeys(groups, rows)
        else:
            for row in rows:
                groups[of(row)].append(row)
        found: list[tuple[dict[str, Any] | None, list[Sequence[Any]]]] = []
        for key, mine in groups.items():
            scope = dict(zip(names, key, strict=True))
            query = select(*(table.c[k] for k in key_names(table))).where(*(table.c[n] == v for n, v in scope.items()))
            begun = not there and self.connection.execute(query.limit(1)).first() is not None
            found.append((None if begun else scope, mine))
        return found

    def update(self, row_type: type[SQLModel], where: Mapping[str, object], values: Mapping[str, object]) -> int:
        """Update the rows that match, journalled with their old values; returns how many match."""
        table = table_of(row_type)
        matches = [table.c[name] == value for name, value in where.items()]
        keys, needed = key_names(table), self._touches.needed(table)
        names = tuple(values)
        found = self.connection.execute(select(*(table.c[n] for n in (*keys, *names, *needed))).where(*matches)).all()
        new, end = list(values.values()), len(keys) + len(names)
        differing = [r for r in found if list(r[len(keys) : end]) != new]
        if differing:
            with writing(self.connection):
                self.connection.execute(update(table).where(*matches).values(**values))
            self._touches.add(table, needed, [r[end:] for r in differing])
            self._note("update", table, names, [(tuple(r[: len(keys)]), tuple(r[len(keys) : end]), new) for r in differing])
        return len(found)

    def set_rows(self, table: Table, names: Sequence[str], rows: Sequence[tuple[Sequence[Any], Sequence[Any], Sequence[Any]]],
                 known: Sequence[str] = (), context: Iterable[Sequence[Any]] = ()) -> None:  # fmt: skip
        """Update rows one by one: (key, old values, new values); ``known`` and ``context`` tell their months."""
        if not rows:
            return
        keys = key_names(table)
        statement = (
            update(table)
            .where(*(table.c[k] == bindparam(f"k_{k}") for k in keys))
            .values({n: bindparam(f"v_{n}") for n in names})
        )
        with writing(self.connection):
            self.connection.execute(
                statement,
                [
                    {f"k_{k}": v for k, v in zip(keys, key, strict=True)}
                    | {f"v_{n}": v for n, v in zip(names, new, strict=True)}
                    for key, _, new in rows
                ],
            )
        self._touches.add(table, known, context)
        self._note("update", table, names, rows)

    def delete(self, row_type: type[SQLModel], where: Mapping[str, object]) -> int:
        """Delete the rows that match, journalled in full; returns how many."""
        return self.delete_rows(table_of(row_type), where)

    def delete_rows(self, table: Table, where: Mapping[str, object]) -> int:
        """``delete`` for a table."""
        matches = [table.c[name] == value for name, value in where.items()]
        rows = [tuple(r) for r in self.connection.execute(select(table).where(*matches))]
        if rows:
            with writing(self.connection):
                self.connection.execute(delete(table).where(*matches))
            self._deleted(table, [c.name for c in table.c], rows)
        return len(rows)

    def take_out(self, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Delete whole rows that were read just now; ``columns`` are the table's own."""
        if not rows:
            return
        keys = key_names(table)
        places = [columns.index(k) for k in keys]
        statement = delete(table).where(*(table.c[k] == bindparam(f"k_{k}") for k in keys))
        with writing(self.connection):
            self.connection.execute(statement, [{f"k_{k}": row[p] for k, p in zip(keys, places, strict=True)} for row in rows])
        self._deleted(table, columns, rows)

    def replace(
        self, row_type: type[SQLModel], where: Mapping[str, object], columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> int:
        """Make the matching rows be exactly ``rows`` and touch no other; returns how many there are now.

        ``columns`` are all of the table's. Only rows that differ are written and journalled.
        """
        table = table_of(row_type)
        keys = [columns.index(k) for k in key_names(table)]
        matches = [table.c[name] == value for name, value in where.items()]
        found = self.connection.execute(select(*(table.c[n] for n in columns)).where(*matches))
        old = {tuple(r[p] for p in keys): tuple(r) for r in found}
        new = {tuple(r[p] for p in keys): tuple(r) for r in rows}
        self.take_out(table, columns, [row for key, row in old.items() if key not in new])
        others = [n for n in range(len(columns)) if n not in keys]
        changed = [(key, old[key], row) for key, row in new.items() if key in old and old[key] != row]
        self.set_rows(
            table,
            [columns[n] for n in others],
            [(key, [a[n] for n in others], [b[n] for n in others]) for key, a, b in changed],
            columns,
            [row for _, a, b in changed for row in (a, b)],
        )
        self.insert_rows(table, columns, [row for key, row in new.items() if key not in old])
        return len(new)

    def _inserted(
        self,
        table: Table,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        origin: str = "",
        scope: Mapping[str, Any] | None = None,
    ) -> None:
        self._touches.add(table, columns, rows if table.name not in BY_DIGEST else rows[:1])
        if scope is None:
            self._note("insert", table, columns, rows, origin=origin)
            return
        self._counts["insert"] += len(rows)
        self._changes.append(
            {"op": "insert", "table": table.name, "count": len(rows), "columns": list(columns), "origin": origin,
             "scope": dict(scope), "hash": digest(rows)}
        )  # fmt: skip

    def _deleted(self, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        self._touches.add(table, columns, rows if table.name not in BY_DIGEST else rows[:1])
        self._note("delete", table, columns, rows)

    def _note(self, op: str, table: Table, columns: Sequence[str], rows: Sequence[Any], origin: str = "") -> None:
        self._counts[op] += len(rows)
        change: Change = {"op": op, "table": table.name, "count": len(rows), "columns": list(columns)}
        if origin:
            change["origin"] = origin
        text = written(rows)
        if len(text) <= INLINE:
            change["rows"] = json.loads(text)
        else:
            content = packed(text)
            change |= {"image": len(self._images), "hash": hashlib.sha256(content).hexdigest()}
            self._images.append(content)
        self._changes.append(change)

    @property
    def wrote(self) -> bool:
        """Whether anything has changed so far."""
        return bool(self._changes)

    def close(self) -> None:
        """Ask the month guard and write the journal entry; called by ``Store.write`` as the last act before commit."""
        if not self._sentence:
            raise RuntimeError(f"command {self._command!r} wrote without saying what")
        used = require_open(self.connection, self._touches.found, who=self._who, day=self._day)
        with writing(self.connection):
            seq = self._write_entry(used)
            if self._images:
                rows = [(seq, n, content) for n, content in enumerate(self._images)]
                bulk_insert(self.connection, table_of(j.JournalImageRow), ("seq", "number", "content"), rows)
        self.summary = ChangeSummary(
            self._sentence,
            seq,
            frozenset(self._months),
            frozenset(self._subjects),
            self._counts["insert"],
            self._counts["update"],
            self._counts["delete"],
        )

    def _write_entry(self, exceptions: frozenset[int]) -> int:
        table = table_of(t.JournalRow)
        last = self.connection.execute(select(table.c.hash).order_by(table.c.seq.desc()).limit(1)).scalar()
        previous = last or GENESIS
        months = self._months | {str(touch.month) for touch in self._touches.found}
        about = {
            "months": sorted(months), "subjects": sorted(self._subjects), "undoes": list(self._undoes),
            "exceptions": sorted(exceptions),
        }  # fmt: skip
        changes = json.dumps(self._changes, ensure_ascii=False, sort_keys=True)
        said = json.dumps({k: v for k, v in about.items() if v}, ensure_ascii=False, sort_keys=True)
        fields = (self._at, self._who, self._command, self._sentence, self._reason, changes, said)
        names = ("at", "who", "command", "sentence", "reason", "changes", "about")
        values = dict(zip(names, fields, strict=True)) | {"previous_hash": previous, "hash": entry_hash(previous, fields)}
        return int(self.connection.execute(_inserting(table, values).returning(table.c.seq)).scalar_one())


def _inserting(table: Table, values: Mapping[str, object]) -> Insert:
    """One row's insertion. A whole-number key that is not given is one more than the highest, as SQLite numbers rows.

    Written out, because elsewhere it would be a sequence, which knows nothing of keys that an undo puts back.
    """
    keys = list(table.primary_key.columns)
    if len(keys) == 1 and keys[0].name not in values and isinstance(keys[0].type, Integer):
        values = {**values, keys[0].name: select(func.coalesce(func.max(keys[0]), 0) + 1).scalar_subquery()}
    return insert(table).values(**values)
