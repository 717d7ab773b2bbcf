"""The shown rows of a table by the values of one column: how many each has, and the sums of the columns with totals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.table import TableData

UNGROUPED: Final = frozenset({"money", "number", "ratio", "bar"})
"""Kinds whose values are figures: every row would be a group of its own."""


@dataclass(frozen=True, slots=True)
class Group:
    """One value of the column: how many rows have it, and their sums by column key (None = none of them has a value)."""

    value: str
    count: int
    sums: dict[str, int | None]


def groups(data: TableData[Any], key: str) -> tuple[Group, ...]:
    """The groups of the shown rows, the largest first."""
    text_of = data.column(key).text_of
    summed = [c for c in data.columns if c.total]
    counts: dict[str, int] = {}
    sums: dict[str, dict[str, int | None]] = {}
    for row in data.shown_rows():
        value = text_of(row)
        counts[value] = counts.get(value, 0) + 1
        mine = sums.setdefault(value, {c.key: None for c in summed})
        for c in summed:
            amount = c.number_of(row)
            if amount is not None:
                mine[c.key] = (mine[c.key] or 0) + amount
    found = [Group(value, count, sums[value]) for value, count in counts.items()]
    return tuple(sorted(found, key=lambda g: (-g.count, g.value.encode("gb18030", "replace"))))


def group_columns(data: TableData[Any], key: str) -> tuple[Column[Group], ...]:
    """Columns of the groups: the value, how many rows, and each sum as its column prints it."""
    summed = [c for c in data.columns if c.total]
    return (
        Column[Group]("value", data.column(key).title, lambda g: g.value, "link", least=160),
        Column[Group]("count", "行数", lambda g: g.count, "number", 80, total=True),
        *(Column[Group](c.key, c.title, _sum_of(c.key), c.kind, max(c.width, 96), unit=c.unit, total=True) for c in summed),
    )


def _sum_of(key: str) -> Callable[[Group], int | None]:
    return lambda g: g.sums[key]
