"""Working days (工作日): the month's cut-off and how long something has waited, by the State Council's holiday notices."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import CUTOFF_DAY


def is_working_day(day: date) -> bool:
    """Whether offices work that day; beyond the published holiday notices weekends alone are known to be free."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def cutoff(month: Month, day_of_next_month: int = CUTOFF_DAY) -> date:
    """The last day on which a month's submission is on time."""
    day = month.plus(1).first_day.replace(day=day_of_next_month)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days(start: date, end: date) -> int:
    """How many working days lie after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
    if end < start:
        return -working_days(end, start)
    return sum(1 for n in range(1, (end - start).days + 1) if is_working_day(start + timedelta(days=n)))
