"""A table of the window as plain values: what is exported is what is shown, exact and in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

PlainKind: TypeAlias = Literal["text", "count", "money", "percent", "date"]
PlainValue: TypeAlias = str | int | Decimal | date | None
"""Amounts as exact Decimals in 万元, shares as Decimals (0.48 = 48 %), a missing value None, never zero."""


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """One column: its header with the unit, what it holds, its width in half-width characters."""

    title: str
    kind: PlainKind
    width: float


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Title, what it is filtered by in words, columns, rows, and the sums (one value a column, None = not summed)."""

    title: str
    note: str
    columns: tuple[PlainColumn, ...]
    rows: tuple[tuple[PlainValue, ...], ...]
    totals: tuple[PlainValue, ...] = ()
