"""Months, quarters and ranges of days. "Today" is always a parameter."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = re.compile(r"^\s*(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?\s*$")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month (期间). Ordered; prints as ``2026-10``."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 2200 and 1 <= self.month <= 12):
            raise ValueError(f"not a month: {self.year}-{self.month}")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2026-10``, ``202610``, ``2026.10`` or ``2026年10月``; ValueError for anything else."""
        found = _MONTH.match(text)
        if not found:
            raise ValueError(f"not a month: {text!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def from_number(cls, number: int) -> Month:
        """Read back ``number`` (202610)."""
        return cls(*divmod(number, 100))

    @property
    def number(self) -> int:
        """Sortable whole number, 202610: the form the database keys by."""
        return self.year * 100 + self.month

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def label(self) -> str:
        """Chinese form: ``2026年10月``."""
        return f"{self.year}年{self.month}月"

    def plus(self, months: int) -> Month:
        """The month so many months later (earlier if negative)."""
        years, zero_based = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, zero_based + 1)

    def minus(self, other: Month) -> int:
        """How many months ``other`` lies before this one."""
        return (self.year - other.year) * 12 + self.month - other.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from ``start`` to ``end``, both included; ``end`` None = still open. An empty range is a ValueError."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"range ends before it starts: {self.start} – {self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def overlaps(self, other: DateRange) -> bool:
        """Whether any day lies in both."""
        mine_before = self.end is not None and self.end < other.start
        other_before = other.end is not None and other.end < self.start
        return not (mine_before or other_before)


def day_before(day: date) -> date:
    """Yesterday of ``day``."""
    return day - timedelta(days=1)
