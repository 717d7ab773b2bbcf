"""Shares as text: percent with so many decimals, halves up, exact."""

from __future__ import annotations

from fractions import Fraction

from zgc_desktop.domain.money import half_up


def percent(value: Fraction, places: int = 1) -> str:
    """``3.4%``: the share in percent, rounded half up to ``places`` decimals, thousands with commas."""
    scaled = half_up(value * 100 * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole:,}" + (f".{rest:0{places}d}%" if places else "%")


def ratio_text(value: Fraction) -> str:
    """A rule's ratio as short as it can be said exactly to two decimals: ``50%``, ``33.33%``."""
    return percent(value, 0 if (value * 100).denominator == 1 else 2)
