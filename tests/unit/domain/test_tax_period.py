"""The period a tax belongs to, as parks write it."""

from __future__ import annotations

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tax_period import earlier_period, tax_period


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-08", "2026-08"),
        ("202608", "2026-08"), ("2026年8月", "2026-08"), ("2026.8", "2026-08"), ("2026-08-01", "2026-08"),
        ("2026-08-01 00:00:00", "2026-08"), ("2026Q3", "2026-Q3"), ("2026年第3季度", "2026-Q3"), ("2025年度", "2025"),
        ("2025", "2025"), ("2026-13", None), ("上月", None), ("", None), (None, None), ("1899", None),
    ],
)  # fmt: skip
def test_a_period_is_read_however_it_is_written(text: str | None, meant: str | None) -> None:
    found = tax_period(text)
    assert (found.text if found else None) == meant


def test_tax_of_the_period_that_ended_last_month_is_regular_and_older_tax_is_late() -> None:
    october = Month(2026, 10)
    for text in ("2026-08", "2026Q2", "2025", "2025-12"):
        assert earlier_period(text, october) is not None
    for text in ("2026-09", "2026Q3", "2026-10", "2026-11", "2026Q4", "2026"):
        assert earlier_period(text, october) is None
    assert earlier_period("2025Q4", Month(2026, 1)) is None


def test_a_refund_names_any_period_that_has_ended() -> None:
    october = Month(2026, 10)
    for text in ("2026-09", "2026Q3", "2026-08"):
        assert earlier_period(text, october, refund=True) is not None
    for text in ("2026-10", "2026Q4"):
        assert earlier_period(text, october, refund=True) is None
