"""The migrations' triggers, written once in SQLite's words, said in PostgreSQL's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

_SHAPE: Final = re.compile(
    r"^\s*CREATE TRIGGER (?P<name>\w+) BEFORE (?P<event>INSERT|UPDATE|DELETE) ON (?P<table>\w+)\s+"
    r"(?:WHEN (?P<when>.+?)\s+)?"
    r"BEGIN SELECT RAISE\(ABORT, '(?P<said>(?:[^'%]|'')*)'\); END\s*$",
    re.DOTALL,
)
LET_GO: Final = "zgc.let_go"
"""The transaction's own list of triggers that do not speak: an undo, which keeps every row it removes, names them."""


def translated(statement: str) -> str:
    """A statement as PostgreSQL takes it: a trigger of the one shape the migrations use, anything else unchanged.

    ValueError for a trigger of another shape: it needs PostgreSQL's words beside SQLite's.
    """
    if not statement.lstrip().startswith("CREATE TRIGGER"):
        return statement
    found = _SHAPE.match(statement)
    if found is None:
        raise ValueError(f"a trigger PostgreSQL has no words for: {statement[:200]}")
    name, event, table = found["name"], found["event"], found["table"]
    when = f"({_condition(found['when'])}) AND " if found["when"] else ""
    row = "OLD" if event == "DELETE" else "NEW"
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $says$
BEGIN
  IF {when}position(' ' || TG_NAME || ' ' IN coalesce(current_setting('{LET_GO}', true), '')) = 0 THEN
    RAISE EXCEPTION '{found["said"]}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN {row};
END $says$;
CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
"""


@contextmanager
def let_go(connection: Connection, names: Iterable[str]) -> Iterator[None]:
    """Let some triggers be silent and rows point nowhere for a while, in this transaction only; at the end all is whole."""
    _set(connection, " ".join(["", *sorted(set(names)), ""]))
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    _set(connection, "")


def _set(connection: Connection, names: str) -> None:
    connection.exec_driver_sql("SELECT set_config(%s, %s, true)", (LET_GO, names))


def _condition(text: str) -> str:
    """A condition in PostgreSQL's words: SQLite's IS and IS NOT compare values too."""
    return re.sub(r"\bIS NOT (?!NULL)", "IS DISTINCT FROM ", text)
