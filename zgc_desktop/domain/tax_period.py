"""The period a tax belongs to (税款所属期) as parks write it: a month, a quarter or a year."""

from __future__ import annotations

import re

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.schedule import Period, period_of

_MONTH = re.compile(r"(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?(?:[-./]\d{1,2}(?: 00:00:00)?)?")
_QUARTER = re.compile(r"(\d{4})\s*年?\s*-?(?:[Qq]|第)\s*([1-4])(?:\s*季度)?")
_YEAR = re.compile(r"(\d{4})\s*年?(?:度)?")


def tax_period(text: object) -> Period | None:
    """``2026-08``, ``202608``, ``2026年8月``, ``2026Q3``, ``2025年``: the period meant; None where it names none."""
    said = str(text or "").strip()
    try:
        if found := _YEAR.fullmatch(said):
            return period_of(found[1])
        if found := _QUARTER.fullmatch(said):
            return period_of(f"{found[1]}-Q{found[2]}")
        if found := _MONTH.fullmatch(said):
            return period_of(f"{found[1]}-{int(found[2]):02d}")
    except ValueError:
        return None
    return None


def earlier_period(text: object, month: Month, *, refund: bool = False) -> Period | None:
    """The period where tax of it, collected in ``month``, is late (补缴); a refund is one for every period that has ended.

    None for the month's regular tax: a month's or a quarter's tax is declared and paid in the month after it, so a period
    that ended with the month before is regular.
    """
    period = tax_period(text)
    first = month.year * 12 + month.month - 1
    if period is None or period.end > first:
        return None
    return None if period.end == first and not refund else period
