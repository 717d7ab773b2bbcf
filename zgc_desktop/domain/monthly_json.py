"""The monthly document as JSON and back again, exact in every type: what a published month is kept as."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.periods import Month

_DAMAGED = "请用 zgc check 检查工作区，或从备份恢复"


def as_json(doc: MonthlyDocument) -> str:
    """The document as canonical JSON: the same document gives the same text, and nothing in it is lost."""
    return _canonical(plain(doc))


def from_json(text: str) -> MonthlyDocument:
    """The document a JSON text holds. Refused where a key is unknown or a value is not of its type."""
    try:
        doc = _value(MonthlyDocument, json.loads(text), "月报")
    except json.JSONDecodeError as error:
        raise Refused("月报快照不是完整的 JSON", why=f"第 {error.pos} 个字符处断开", advice=_DAMAGED) from None
    assert isinstance(doc, MonthlyDocument)
    return doc


def fingerprint(doc: MonthlyDocument) -> str:
    """SHA-256 of the document's content, whatever day it is printed on."""
    return _fingerprint(plain(doc))


def fingerprint_of(text: str) -> str:
    """The fingerprint of a kept document from its own text: parts this program has come to know since do not enter it."""
    from_json(text)  # a text that is no document has no fingerprint
    return _fingerprint(json.loads(text))


def parts_of(text: str) -> frozenset[str]:
    """The parts a kept document has: what a later program added is not among them."""
    return frozenset(json.loads(text))


def _fingerprint(told: dict[str, Any]) -> str:
    bare = told | {"fingerprint": "", "prepared_on": Month.parse(told["month"]).last_day.isoformat()}
    return hashlib.sha256(_canonical(bare).encode()).hexdigest()


def _canonical(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: object) -> Any:
    """A value as JSON knows it: dates and months as ISO text, fractions as ``3/7``, tuples as lists."""
    if isinstance(value, Month | Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(f"no place in a document for {type(value).__name__}")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(kind: Any, told: Any, where: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if told is None else _value(next(a for a in get_args(kind) if a is not NoneType), told, where)
    if origin is tuple:
        return _tuple(get_args(kind), told, where)
    if origin is not None:  # Mapping[str, …]
        _need(isinstance(told, dict), where)
        return {k: _value(get_args(kind)[1], v, f"{where}.{k}") for k, v in told.items()}
    if is_dataclass(kind) and kind is not Month:
        return _record(kind, told, where)
    return _single(kind, told, where)


def _tuple(kinds: tuple[Any, ...], told: Any, where: str) -> tuple[Any, ...]:
    _need(isinstance(told, list), where)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(kinds[0], v, f"{where}[{n}]") for n, v in enumerate(told))
    _need(len(told) == len(kinds), where)
    return tuple(_value(k, v, f"{where}[{n}]") for n, (k, v) in enumerate(zip(kinds, told, strict=True)))


def _record(kind: Any, told: Any, where: str) -> Any:
    _need(isinstance(told, dict), where)
    known = {f.name: f for f in fields(kind)}
    if strange := sorted(set(told) - set(known)):
        raise Refused(
            "月报快照里有本程序不认识的内容", where=f"{where}.{strange[0]}", advice="请用发布该期的程序版本或更新的版本打开"
        )
    for name, f in known.items():  # a field added by a newer program has its default in an older snapshot
        _need(name in told or f.default is not MISSING, f"{where}.{name}")
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], v, f"{where}.{name}") for name, v in told.items()})


def _single(kind: Any, told: Any, where: str) -> Any:
    if kind in (str, int, bool):
        _need(type(told) is kind, where)
        return told
    _need(isinstance(told, str), where)
    readers = {date: date.fromisoformat, Month: Month.parse, Fraction: Fraction}
    try:
        return readers[kind](told)
    except ValueError:
        raise Refused("月报快照里有读不出的值", where=where, why=repr(told), advice=_DAMAGED) from None


def _need(holds: bool, where: str) -> None:
    if not holds:
        raise Refused("月报快照与本程序的结构不符", where=where, advice=_DAMAGED)
