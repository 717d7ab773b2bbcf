"""The clock of sharing (起算与窗口): periods, when the clock starts, and which clock year and ratio a period falls in."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from zgc_desktop.domain.periods import Month

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")


class Period(NamedTuple):
    """A year, quarter or month as whole months: from month number ``first`` up to, not including, ``end``."""

    first: int
    end: int
    text: str

    @property
    def months(self) -> int:
        return self.end - self.first

    @property
    def first_day(self) -> date:
        return date(self.first // 12, self.first % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        return Month((self.end - 1) // 12, (self.end - 1) % 12 + 1).last_day

    @property
    def following(self) -> Period:
        """The next period of the same length."""
        return span_period(self.end, self.months)


class ClockYear(NamedTuple):
    """One year of the clock: the k-th, its months, the move-out side's ratio as num/den, and whether it is an extension."""

    k: int
    start: int
    end: int
    num: int
    den: int
    extended: bool
    ratio: Fraction


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period:
    """Read ``2022``, ``2022-Q3`` or ``2022-07``; ValueError for anything else."""
    found = _PERIOD.fullmatch(text)
    if not found or not 1900 <= int(found[1]) <= 2200:
        raise ValueError(f"not a period: {text!r}")
    january = int(found[1]) * 12
    if found[2]:
        first = january + 3 * (int(found[2]) - 1)
        return Period(first, first + 3, text)
    if found[3]:
        first = january + int(found[3]) - 1
        return Period(first, first + 1, text)
    return Period(january, january + 12, text)


def span_period(first: int, months: int) -> Period:
    """The year, quarter or month that starts with month number ``first``."""
    year, zero_based = divmod(first, 12)
    if months == 12:
        return period_of(f"{year:04d}")
    return period_of(f"{year:04d}-Q{zero_based // 3 + 1}" if months == 3 else f"{year:04d}-{zero_based + 1:02d}")


def month_number(day: date) -> int:
    """Months since year 0 of the month a day lies in."""
    return day.year * 12 + day.month - 1


def month_at(number: int) -> Month:
    """The calendar month of a month number."""
    return Month(number // 12, number % 12 + 1)


def clock_month(day: date) -> int:
    """The month a clock starts in: the day's own month if it is the first, else the next one."""
    return month_number(day) + (day.day != 1)


def closed_month(day: date) -> int:
    """Periods ending at or before this month number lie wholly before the change of ``day`` (the day itself still counts)."""
    return month_number(day) + (day == month_at(month_number(day)).last_day)


def last_base_year(registered_on: date) -> int:
    """The last whole year before the registration date; 31 December closes its own year."""
    return closed_month(registered_on) // 12 - 1


@lru_cache(maxsize=4096)
def clock_years(
    start: int, window: str, ratios: tuple[Fraction, ...], extension_years: int, extension_ratio: Fraction
) -> tuple[ClockYear, ...]:
    """The years of a clock that starts in month ``start``, the extension's after them.

    ``rolling_12`` cuts the window every twelve months; ``calendar_year`` at each 1 January, the first and the last piece
    being shorter. Either way the window is as many times twelve months long as there are ratios; a calendar piece
    beyond the last ratio keeps the last ratio.
    """
    close = start + 12 * len(ratios)
    years = _pieces(start, close, window, 0, ratios, extended=False)
    years += _pieces(close, close + 12 * extension_years, window, len(years), (extension_ratio,), extended=True)
    return tuple(years)


def _pieces(
    start: int, close: int, window: str, before: int, ratios: tuple[Fraction, ...], *, extended: bool
) -> list[ClockYear]:
    years: list[ClockYear] = []
    at = start
    while at < close:
        end = min(close, at + 12 if window == "rolling_12" else (at // 12 + 1) * 12)
        ratio = ratios[min(len(years), len(ratios) - 1)]
        years.append(ClockYear(before + len(years) + 1, at, end, ratio.numerator, ratio.denominator, extended, ratio))
        at = end
    return years
