"""Plain records as rows: a dataclass and a table whose columns carry the same names, converted by the declared types.

A day is ISO text ('' = none), a month its number, a yes 1, a list of names joined by 、; whole numbers keep NULL for None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Row

from zgc_desktop.domain.periods import Month

T = TypeVar("T")


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def values_of(item: Any, *leave_out: str, **renamed: str) -> dict[str, object]:
    """The column values of a record; ``renamed`` gives a field's column where it has another name."""
    found: dict[str, object] = {}
    for field in fields(item):
        if field.name not in leave_out:
            found[renamed.get(field.name, field.name)] = _stored(getattr(item, field.name))
            if getattr(item, field.name) is None and _hints(type(item))[field.name] == date | None:
                found[renamed.get(field.name, field.name)] = ""
    return found


def _stored(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month):
        return value.number
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return "、".join(value)
    return value


def record(kind: type[T], row: Row[Any], given: Mapping[str, object] | None = None, **renamed: str) -> T:
    """The record a row holds; ``given`` are fields that are not columns of their own."""
    known, hints = dict(given or {}), _hints(kind)
    for field in fields(kind):  # type: ignore[arg-type]  # callers pass dataclasses only
        column = renamed.get(field.name, field.name)
        if field.name not in known and column in row._mapping:
            known[field.name] = _read(hints[field.name], row._mapping[column])
    return kind(**known)


def _read(hint: object, value: Any) -> object:
    if hint == date or hint == date | None:
        return date.fromisoformat(value) if value else None
    if hint is Month:
        return Month.from_number(value)
    if hint is bool:
        return bool(value)
    if hint == tuple[str, ...]:
        return tuple(part for part in value.split("、") if part)
    return value
