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


def earlier_period(text: object, month: Month) -> Period | None:
    """The period where it ends before ``month`` begins: tax of it is late or a refund. None for the month's own tax."""
    period = tax_period(text)
    first = month.year * 12 + month.month - 1
    return period if period is not None and period.end <= first else None
