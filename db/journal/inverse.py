"""Taking an entry back: every row as it was before, in the transaction of the entry that says so, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Table, select, tuple_
from sqlalchemy.exc import IntegrityError

from db.journal.guard import writing
from db.journal.links import pointers, tables
from db.journal.rows import REBUILT, Change, digest, key_names
from db.journal.unit import UnitOfWork
from db.server_triggers import let_go
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.field_words import table_word

_KEPT: Final = {
    "locked settlement": "结算已锁定，不再改写",
    "published month": "月报已发布，不再改写",
    "overlaps": "会使一家企业同一天属于两个分园",
    "sum to zero": "分录合计不为零",
}
_AT_ONCE: Final = 400


def invert(unit: UnitOfWork, changes: Sequence[Change], *, loosely: bool = False) -> None:
    """Put the rows of some changes back, the last change first. Refused where a row is no longer as the entry left it.

    ``loosely``: rows that somebody used since are left as they are; for what was found automatically and is found again.
    Rows that are worked out from others (``REBUILT``) are not put back but built anew by the caller.
    """
    known = tables()
    for change in reversed(changes):
        table = known.get(change["table"])
        if table is None:
            raise Refused(f"这一步涉及的表 {change['table']} 已不存在，不能撤销")
        if table.name in REBUILT:
            continue
        try:
            if "scope" in change:
                _take_batch(unit, table, change, loosely)
            elif change["op"] == "insert":
                _take_rows(unit, table, change, loosely)
            elif change["op"] == "update":
                _set_back(unit, table, change, loosely)
            else:
                _put_back(unit, table, change, loosely)
        except IntegrityError as error:
            text = str(error.orig)
            why = next((said for part, said in _KEPT.items() if part in text), "")
            raise Refused(
                "这一步不能撤销", why=why or f"{table_word(table.name)}的数据不允许这样改", advice="请登记更正"
            ) from error


def _take_batch(unit: UnitOfWork, table: Table, change: Change, loosely: bool) -> None:
    names = [c.name for c in table.c]
    where = [table.c[n] == v for n, v in change["scope"].items()]
    order = [table.c[k] for k in key_names(table)]
    rows = [tuple(r) for r in unit.connection.execute(select(table).where(*where).order_by(*order))]
    places = [names.index(n) for n in change["columns"]]
    if digest([[row[p] for p in places] for row in rows]) != change["hash"]:
        if loosely:
            return
        raise _changed(table, "，".join(f"{k}={v}" for k, v in change["scope"].items()))
    unit.take_out(table, names, rows)


def _take_rows(unit: UnitOfWork, table: Table, change: Change, loosely: bool) -> None:
    names, columns = [c.name for c in table.c], change["columns"]
    places = [names.index(n) for n in columns]
    now = _now(unit, table, [_key(table, columns, row) for row in change["rows"]])
    out = []
    for row in change["rows"]:
        key = _key(table, columns, row)
        current = now.get(key)
        if current is not None and [current[p] for p in places] == list(row):
            out.append(current)
        elif not loosely:
            raise _changed(table, _words(table, key))
    unit.take_out(table, names, out)


def _set_back(unit: UnitOfWork, table: Table, change: Change, loosely: bool) -> None:
    names, columns = [c.name for c in table.c], change["columns"]
    places = [names.index(n) for n in columns]
    now = _now(unit, table, [tuple(row[0]) for row in change["rows"]])
    back, whole = [], []
    for key, old, new in change["rows"]:
        current = now.get(tuple(key))
        if current is not None and [current[p] for p in places] == list(new):
            back.append((key, new, old))
            whole.append(current)
        elif not loosely:
            raise _changed(table, _words(table, key))
    unit.set_rows(table, columns, back, names, whole)


def _put_back(unit: UnitOfWork, table: Table, change: Change, loosely: bool) -> None:
    columns = change["columns"]
    now = _now(unit, table, [_key(table, columns, row) for row in change["rows"]])
    if now and not loosely:
        raise _changed(table, _words(table, next(iter(now))))
    unit.insert_rows(table, columns, [row for row in change["rows"] if _key(table, columns, row) not in now])


def _now(unit: UnitOfWork, table: Table, keys: Sequence[tuple[Any, ...]]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """The rows with some keys as they are now, by key."""
    own = [table.c[k] for k in key_names(table)]
    names = [c.name for c in table.c]
    places = [names.index(k) for k in key_names(table)]
    found = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        among = own[0].in_([k[0] for k in part]) if len(own) == 1 else tuple_(*own).in_(part)
        for row in unit.connection.execute(select(table).where(among)):
            found[tuple(row[p] for p in places)] = tuple(row)
    return found


def _key(table: Table, columns: Sequence[str], row: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(row[columns.index(k)] for k in key_names(table))


def _words(table: Table, key: Iterable[Any]) -> str:
    return "，".join(f"{k}={v}" for k, v in zip(key_names(table), key, strict=True))


def _changed(table: Table, place: str) -> Refused:
    why = f"{table_word(table.name)}（{place}）在这一步之后又变过"
    return Refused("这一步不能单独撤销", why=why, advice="请先撤销之后的操作，或登记更正")


@contextmanager
def reopened(unit: UnitOfWork, changes: Iterable[Change]) -> Iterator[None]:
    """Let the histories that only grow be taken back while an undo runs, which keeps every row it removes in the journal.

    What was locked, published or journalled keeps its triggers.
    """
    names = [f"{c['table']}_no_{event}" for c in changes for event in ("update", "delete") if c["table"] not in _NEVER]
    if unit.connection.dialect.name != "sqlite":
        with let_go(unit.connection, names):
            yield
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    found = [(r[0], r[1]) for r in unit.connection.exec_driver_sql(query) if r[0] in set(names)]
    with writing(unit.connection):
        for name, _ in found:
            unit.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        # Parents and children go in any order; nothing may be left pointing nowhere when all is done.
        unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    yield
    with writing(unit.connection):
        for _, sql in found:
            unit.connection.exec_driver_sql(sql)


_NEVER: Final = frozenset({"journal", "journal_image", "publication", "report_signature"})


def require_whole(unit: UnitOfWork, changes: Iterable[Change]) -> None:
    """Refused where something still points at a row that taking these changes back removed."""
    removed: dict[str, set[Any]] = {}
    known = tables()
    for change in changes:
        if change["op"] == "insert" and "scope" not in change and len(key_names(known[change["table"]])) == 1:
            place = change["columns"].index(key_names(known[change["table"]])[0])
            removed.setdefault(change["table"], set()).update(row[place] for row in change["rows"])
    for table in known.values():
        for column, target in pointers(table).items():
            if target not in removed or not table.c[column].foreign_keys:
                continue
            if (number := _left(unit, table, column, target, known[target], removed[target])) is not None:
                why = f"{table_word(table.name)}中还有数据引用{table_word(target)} {number}"
                raise Refused("这一步不能单独撤销", why=why, advice="请先撤销引用它的操作")


def require_grounds(unit: UnitOfWork, changes: Iterable[Change]) -> None:
    """Refused where a row that was put back points at one that is gone: what made that row was taken back meanwhile."""
    known = tables()
    for (name, column, target), values in _named(changes).items():
        if (number := _left(unit, known[name], column, target, known[target], values)) is not None:
            raise Refused("这一步现在不能重做", why=groundless(name, target, number), advice="请先重做写入它的那一步")


def groundless(name: str, target: str, number: Any) -> str:
    """That a row points at one that is gone, in words."""
    return f"{table_word(name)}所指的{table_word(target)}（{number}）已随别的操作撤销"


def missing_ground(connection: Connection, changes: Sequence[Change]) -> tuple[str, str, Any] | None:
    """What ``require_grounds`` would find if the changes were taken back now: (table, table it points at, missing key)."""
    known = tables()
    back: dict[str, set[Any]] = {}
    for change in changes:
        if change["op"] == "delete" and len(key_names(known[change["table"]])) == 1:
            place = change["columns"].index(key_names(known[change["table"]])[0])
            back.setdefault(change["table"], set()).update(row[place] for row in change["rows"])
    for (name, _, target), values in _named(changes).items():
        wanted = sorted(values - back.get(target, set()))
        own = known[target].c[key_names(known[target])[0]]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            there = set(connection.execute(select(own).where(own.in_(part))).scalars())
            if gone := [value for value in part if value not in there]:
                return name, target, gone[0]
    return None


def _named(changes: Iterable[Change]) -> dict[tuple[str, str, str], set[Any]]:
    """The keys that rows to be put back point at, by (table, column, table pointed at)."""
    known = tables()
    named: dict[tuple[str, str, str], set[Any]] = {}
    for change in changes:
        table = known[change["table"]]
        if change["op"] == "insert" or table.name in REBUILT:
            continue
        for column, target in pointers(table).items():
            if column in change["columns"] and table.c[column].foreign_keys:
                place = change["columns"].index(column)
                old = (row[1][place] if change["op"] == "update" else row[place] for row in change["rows"])
                named.setdefault((table.name, column, target), set()).update(value for value in old if value is not None)
    return named


def _left(unit: UnitOfWork, table: Table, column: str, target: str, parent: Table, gone: set[Any]) -> Any:
    """A key among ``gone`` that a row still points at and that is really gone; None = whole."""
    listed = sorted(gone)
    own = parent.c[key_names(parent)[0]]
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        still = set(unit.connection.execute(select(own).where(own.in_(part))).scalars())
        query = select(table.c[column]).where(table.c[column].in_([n for n in part if n not in still])).limit(1)
        if (found := unit.connection.execute(query).scalar()) is not None:
            return found
    return None
