"""Money as whole 分 (int): reading, exact division, printing. No float ever holds an amount."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

Fen: TypeAlias = int
"""An amount in 分, the hundredth of a 元."""

UNIT_FEN: Final[dict[str, int]] = {
    "分": 1,
    "元": 100,
    "百元": 10_000,
    "千元": 100_000,
    "万元": 1_000_000,
    "十万元": 10_000_000,
    "百万元": 100_000_000,
    "千万元": 1_000_000_000,
    "亿元": 10_000_000_000,
}
"""How many 分 one of each money unit holds."""


def to_fen(amount: Decimal, unit: str = "元") -> Fen:
    """Return ``amount`` of ``unit`` in whole 分, rounded half up once."""
    return int((amount * UNIT_FEN[unit]).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def half_up(value: Fraction) -> int:
    """Round to the nearest whole number, halves away from zero (四舍五入)."""
    sign = -1 if value < 0 else 1
    twice = 2 * abs(value)
    return sign * int((twice.numerator + twice.denominator) // (2 * twice.denominator))


def share_half_up(amount: Fen, ratio: Fraction) -> tuple[Fen, Fen]:
    """Split ``amount``: half up for the first party, the remainder (尾差) to the second. The two add up exactly."""
    first = half_up(amount * ratio)
    return first, amount - first


def largest_remainder(amount: Fen, weights: Sequence[int]) -> list[Fen]:
    """Divide ``amount`` in proportion to ``weights`` (whole, not all zero); the parts add up exactly.

    Left-over 分 go to the largest remainders; ties to the larger weight, then to the earlier place.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must be non-negative and not all zero")
    sign, size = (-1, -amount) if amount < 0 else (1, amount)
    parts = [size * w // total for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(size * weights[i] % total), -weights[i], i))
    for i in order[: size - sum(parts)]:
        parts[i] += 1
    return [sign * p for p in parts]


def in_unit(amount: Fen, unit: str) -> Decimal:
    """Return the amount as an exact Decimal of ``unit``."""
    return Decimal(amount) / UNIT_FEN[unit]


def _two_places(amount: Fen, unit: str) -> str:
    """Half up like ``half_up``, in whole numbers throughout: a table prints hundreds of amounts each time it is painted."""
    fen = UNIT_FEN[unit]
    cents = (abs(amount) * 200 + fen) // (2 * fen)
    sign = "-" if amount < 0 and cents else ""
    return f"{sign}{cents // 100:,}.{cents % 100:02d}"


def wan(amount: Fen) -> str:
    """Print in 万元 with two decimals and thousands commas: ``1,283.55``."""
    return _two_places(amount, "万元")


def yuan(amount: Fen) -> str:
    """Print in 元 with two decimals and thousands commas, exact."""
    return _two_places(amount, "元")


def yuan_plain(amount: Fen) -> str:
    """Print in 元 with two decimals, no commas: the form of scenario files and JSON."""
    return yuan(amount).replace(",", "")


def spoken(amount: Fen) -> str:
    """Print for running text: 亿元 from one 亿 upwards, else 万元."""
    return f"{_two_places(amount, '亿元')}亿元" if abs(amount) >= UNIT_FEN["亿元"] else f"{wan(amount)}万元"
