"""What a table is filtered by: words, ticked values and a condition a column, as data that can be kept, pasted and compared."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from zgc_desktop.viewmodels.columns import MISSING, Column, Kind, searchable

MARK: Final = "统筹台筛选"
"""First key of a filter written as text: a paste of anything else is refused."""
NOTHING, SOMETHING = ("空值", "未填"), ("非空", "已填")
SCALES: Final[Mapping[str, Fraction]] = {"money": Fraction(1_000_000), "ratio": Fraction(1, 100), "bar": Fraction(1, 100)}
"""What one unit of a typed figure is in the column's own: 万元 in 分, percent in shares."""
FIGURE_KINDS: Final[frozenset[Kind]] = frozenset({"number", "money", "ratio", "bar"})
FIGURE_TYPES: Final = (int, Fraction, Decimal)
_ONE = re.compile(r"(>=|<=|>|<|=|≥|≤)\s*(-?[\d,]+(?:\.\d+)?)\s*%?")
_RANGE = re.compile(r"(-?[\d,]+(?:\.\d+)?)\s*(?:\.\.|~|～|至)\s*(-?[\d,]+(?:\.\d+)?)\s*%?")
_PLAIN = re.compile(r"-?[\d,]*\.?\d*\s*%?")
_SIGNS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "≥": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "≤": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}
Condition = Callable[[str, object], bool]
"""Whether a cell passes, given its searched text and its raw value."""


@dataclass(frozen=True)
class Filters:
    """Everything a table is filtered by; keys are those of its columns."""

    words: str = ""
    ticked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.words or self.ticked or self.typed)

    def plain(self) -> dict[str, object]:
        """The filters as JSON knows them, to be kept."""
        return {
            "words": self.words,
            "ticked": {key: sorted(values) for key, values in self.ticked.items()},
            "typed": dict(self.typed),
        }


def from_plain(given: object) -> Filters:
    """Filters from what ``plain`` made; whatever does not fit is left out."""
    if not isinstance(given, dict):
        return Filters()
    ticked, typed = given.get("ticked"), given.get("typed")
    return Filters(
        str(given.get("words") or ""),
        {str(k): frozenset(map(str, v)) for k, v in ticked.items() if isinstance(v, list)} if isinstance(ticked, dict) else {},
        {str(k): str(v) for k, v in typed.items()} if isinstance(typed, dict) else {},
    )


def as_text(filters: Filters, columns: Sequence[Column[Any]], table: str) -> str:
    """The filters as text a colleague can paste, columns by their titles (导出筛选为文本)."""
    title = {c.key: c.title for c in columns}
    told: dict[str, object] = {MARK: table}
    if filters.words:
        told["查找"] = filters.words
    if filters.ticked:
        told["勾选"] = {title[key]: sorted(values) for key, values in filters.ticked.items() if key in title}
    if filters.typed:
        told["条件"] = {title[key]: text for key, text in filters.typed.items() if key in title}
    return json.dumps(told, ensure_ascii=False)


def from_text(text: str, columns: Sequence[Column[Any]]) -> Filters | None:
    """Filters from pasted text; None where the text is no filter of ours. Columns this table lacks are left out."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    if not isinstance(told, dict) or MARK not in told:
        return None
    key = {c.title: c.key for c in columns}
    ticked, typed = told.get("勾选"), told.get("条件")
    return Filters(
        str(told.get("查找") or ""),
        {key[t]: frozenset(map(str, v)) for t, v in ticked.items() if t in key and isinstance(v, list)}
        if isinstance(ticked, dict)
        else {},
        {key[t]: str(v) for t, v in typed.items() if t in key} if isinstance(typed, dict) else {},
    )


def condition(text: str, kind: Kind) -> Condition | None:
    """What is typed under a title as a condition; None where it cannot be read (then nothing is left out).

    Words must all occur; 空值 and 非空 ask whether there is a value; a figure takes >100, <=5, 10..20 in the unit of the
    header, a day takes >2026-10-01; a figure alone is looked for as it is printed.
    """
    said = text.strip()
    if said in NOTHING:
        return lambda _, value: value is None or value in ("", MISSING)
    if said in SOMETHING:
        return lambda _, value: value is not None and value not in ("", MISSING)
    if kind in FIGURE_KINDS:
        return _figures(said, SCALES.get(kind, Fraction(1)))
    if kind == "date" and said[:1] in _SIGNS:
        return _days(said)
    if said[:1] == "=" and len(said) > 1:
        whole = searchable(said[1:].strip())
        return lambda shown, _: shown == whole
    words = searchable(said).split()
    return lambda shown, _: all(w in shown for w in words)


def _figures(said: str, scale: Fraction) -> Condition | None:
    if one := _ONE.fullmatch(said):
        holds, limit = _SIGNS[one[1]], _plain(_number(one[2]) * scale)
        return lambda _, value: isinstance(value, FIGURE_TYPES) and holds(value, limit)
    if both := _RANGE.fullmatch(said):
        low, high = map(_plain, sorted((_number(both[1]) * scale, _number(both[2]) * scale)))
        return lambda _, value: isinstance(value, FIGURE_TYPES) and low <= value <= high
    if _PLAIN.fullmatch(said) and any(c.isdigit() for c in said):
        wanted = said.replace(",", "").replace(" ", "").rstrip("%")
        return lambda shown, _: wanted in shown.replace(",", "")
    return None


def _days(said: str) -> Condition | None:
    sign = said[:2] if said[:2] in _SIGNS else said[:1]
    limit, holds = said[len(sign) :].strip(), _SIGNS[sign]
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", limit):
        return None
    # A month stands for all its days: >=2026-10 takes the first, <=2026-10 the last.
    return lambda shown, _: shown != MISSING and holds(shown[: len(limit)], limit)


def _plain(limit: Fraction) -> Any:
    """A whole number as int: 100,000 amounts are compared with it several times faster than with a fraction."""
    return limit.numerator if limit.denominator == 1 else limit


def _number(text: str) -> Fraction:
    return Fraction(Decimal(text.replace(",", "")))
