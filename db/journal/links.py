"""What rests on what: whether a later entry uses rows that an earlier one wrote, by their keys and what points at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Final

from sqlalchemy import Connection, Table, UniqueConstraint, select

import db.tables as t
from db.all_tables import all_tables
from db.journal.rows import BY_DIGEST, REBUILT, Change, key_names
from db.journal.unit import table_of

Key = tuple[Any, ...]

NAMED: Final[Mapping[tuple[str, str], str]] = {
    ("move_case", "lead_id"): "lead",
    ("residence", "case_id"): "move_case",
    ("lead", "case_id"): "move_case",
    ("issue_decision", "case_id"): "move_case",
    ("settlement_ruling", "case_id"): "move_case",
    ("tier_decision", "reverses"): "tier_decision",
}
"""Columns that name a row of another table without a foreign key (empty = none)."""


def tables() -> dict[str, Table]:
    """Every declared table by its name."""
    return {table.name: table for table in all_tables()}


def pointers(table: Table) -> dict[str, str]:
    """The columns of a table that point at another table's one-column key, with that table's name."""
    found = {c.name: fk.column.table.name for c in table.c for fk in c.foreign_keys}
    return found | {column: target for (name, column), target in NAMED.items() if name == table.name}


class Footprint:
    """The rows some entries wrote: what a later entry must not have used if they are to be taken back alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables = tables()
        self.keys: set[tuple[str, Key]] = set()
        self.scopes: list[tuple[str, Mapping[str, Any]]] = []
        self.made: dict[str, set[Any]] = {}
        self.reported: set[tuple[int, str]] = set()
        """(month, park) of the submissions among the rows: leads rest on them."""

    def add(self, changes: Iterable[Change]) -> None:
        """Add an entry's changes."""
        for change in changes:
            table = self._tables.get(change["table"])
            if table is None or table.name in REBUILT:
                continue
            if "scope" in change:
                self.scopes.append((table.name, change["scope"]))
                continue
            keys = list(_keys(table, change))
            self.keys |= {(table.name, key) for key in keys} | set(_uniques(table, change))
            if change["op"] != "update" and len(key_names(table)) == 1:
                self.made.setdefault(table.name, set()).update(key[0] for key in keys)
            if table.name == "submission" and change["op"] != "update":
                m, p = change["columns"].index("month"), change["columns"].index("park")
                self.reported |= {(row[m], row[p]) for row in change["rows"]}

    def used_by(self, changes: Iterable[Change], *, leads: bool) -> bool:
        """Whether another entry's changes touch these rows or point at them. ``leads``: also through a lead it touched."""
        return any(self._used(change, leads) for change in changes)

    def _used(self, change: Change, leads: bool) -> bool:
        table = self._tables.get(change["table"])
        if table is None or table.name in REBUILT:
            return False
        if "scope" in change:
            return self._scope_used(table, change)
        keys = list(_keys(table, change))
        if any((table.name, key) in self.keys for key in keys) or self._in_scope(table, keys):
            return True
        if any(unique in self.keys for unique in _uniques(table, change)):
            return True
        if leads and table.name == "lead" and self.reported and self._leads_rest({key[0] for key in keys}):
            return True
        return any(value in self.made.get(target, ()) for target, value in _pointed(table, change))

    def _scope_used(self, table: Table, change: Change) -> bool:
        scope = change["scope"]
        if any(name == table.name and dict(mine) == dict(scope) for name, mine in self.scopes):
            return True
        for column, target in pointers(table).items():
            made = self.made.get(target)
            if not made:
                continue
            if column in scope:
                values = {scope[column]}
            else:
                where = [table.c[n] == v for n, v in scope.items()]
                values = set(self._connection.execute(select(table.c[column]).where(*where)).scalars())
            if values & made:
                return True
        return False

    def _in_scope(self, table: Table, keys: Sequence[Key]) -> bool:
        names = key_names(table)
        mine = [dict(scope) for name, scope in self.scopes if name == table.name]
        for scope in mine:
            if all(n in names for n in scope):
                places = {n: names.index(n) for n in scope}
                if any(all(key[places[n]] == v for n, v in scope.items()) for key in keys):
                    return True
        return False

    def _leads_rest(self, numbers: set[Any]) -> bool:
        lead = table_of(t.LeadRow).c
        query = select(lead.first_month, lead.first_park, lead.second_month, lead.second_park).where(lead.id.in_(numbers))
        return any({(r[0], r[1]), (r[2], r[3])} & self.reported for r in self._connection.execute(query))


def may_use(changes: Iterable[Change], written: Set[str]) -> bool:
    """Whether an entry's changes, judged by their tables alone, may use rows of the tables ``written`` at all."""
    known = tables()
    for name in {change["table"] for change in changes} - REBUILT:
        table = known.get(name)
        if table is None:
            continue
        through = set(pointers(table).values()) | ({"submission"} if name == "lead" else set())
        if name in written or through & written:
            return True
    return False


def _keys(table: Table, change: Change) -> Iterable[Key]:
    """The keys of the rows of a change."""
    if change["op"] == "update":
        return (tuple(row[0]) for row in change["rows"])
    places = [change["columns"].index(k) for k in key_names(table)]
    return (tuple(row[p] for p in places) for row in change["rows"])


def _uniques(table: Table, change: Change) -> Iterable[tuple[str, Key]]:
    """What whole rows of a change hold that no other row may hold too: bringing one back may clash with a later one."""
    if change["op"] == "update":
        return
    sets = [tuple(c.name for c in u.columns) for u in table.constraints if isinstance(u, UniqueConstraint)]
    sets += [(c.name,) for c in table.c if c.unique]
    for names in sets:
        if all(n in change["columns"] for n in names):
            places = [change["columns"].index(n) for n in names]
            yield from ((table.name, ("unique", *names, *(row[p] for p in places))) for row in change["rows"])


def _pointed(table: Table, change: Change) -> Iterable[tuple[str, Any]]:
    """(table, key) of everything the rows of a change point at, old and new."""
    columns = change["columns"]
    for column, target in pointers(table).items():
        if column not in columns:
            continue
        place = columns.index(column)
        for row in change["rows"]:
            values = (row[1][place], row[2][place]) if change["op"] == "update" else (row[place],)
            yield from ((target, value) for value in values if value not in (None, "", 0))


def wrote(changes: Iterable[Change], name: str, key: Any) -> bool:
    """Whether some changes made the row of a table with this one-column key."""
    table = tables()[name]
    made = (c for c in changes if c["table"] == name and c["op"] == "insert" and "scope" not in c)
    return any((key,) in set(_keys(table, change)) for change in made)


def rebuilt_months(changes: Iterable[Change]) -> set[int]:
    """The months whose worked-out rows some changes touched."""
    return {n for change in changes if change["table"] in REBUILT - {_YEARLY} for n in _first_keys(change, "month")}


def rebuilt_years(taken: Iterable[Change], others: Iterable[Change]) -> set[int]:
    """The years whose kept figures (年末数) may read otherwise once ``taken`` is taken back and ``others`` stay."""
    listed = list(taken)
    found = {n for change in (*listed, *others) if change["table"] == _YEARLY for n in _first_keys(change, "year")}
    facts = {n for change in listed if change["table"] == "roster_fact" for n in _first_keys(change, "month")}
    return found | {n // 100 for n in facts | rebuilt_months((*listed, *others))}


_YEARLY: Final = "year_end"


def _first_keys(change: Change, name: str) -> set[int]:
    """The values of a key's first column, ``name``, among a change's rows."""
    if "scope" in change:
        return {change["scope"][name]}
    if change["op"] == "update":
        return {row[0][0] for row in change["rows"]}
    place = change["columns"].index(name)
    return {row[place] for row in change["rows"]}


def touches_tables(changes: Iterable[Change], names: Iterable[str]) -> bool:
    """Whether some changes concern one of these tables."""
    wanted = set(names)
    return any(change["table"] in wanted for change in changes)


def batch_tables() -> frozenset[str]:
    """The tables kept by batch."""
    return frozenset(BY_DIGEST)
