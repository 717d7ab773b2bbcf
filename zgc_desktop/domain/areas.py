"""Areas as whole numbers of 1/300 ㎡: 公顷, 亩, ㎡ and 平方公里 convert into each other without a remainder.

1 公顷 = 15 亩 = 10,000 ㎡, 1 平方公里 = 100 公顷. A 亩 is 2000/3 ㎡, so no decimal of a ㎡ holds it; a 1/300 ㎡ holds
0.01 ㎡, 0.0001 亩 and 0.0001 公顷 alike.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, TypeAlias

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import half_up

Area: TypeAlias = int
"""An area in 1/300 ㎡."""

UNIT_AREA: Final[dict[str, int]] = {"㎡": 300, "亩": 200_000, "公顷": 3_000_000, "平方公里": 300_000_000}
"""How many 1/300 ㎡ one of each unit holds."""

_OTHER_NAMES: Final = {"平方米": "㎡", "m2": "㎡", "m²": "㎡", "平米": "㎡", "ha": "公顷", "km2": "平方公里", "km²": "平方公里"}


def unit_named(text: str) -> str:
    """The unit a word stands for; Refused for one that is none."""
    word = _OTHER_NAMES.get(text.strip().lower(), text.strip())
    if word not in UNIT_AREA:
        raise Refused(f"不认识的面积单位“{text}”", advice=f"可用：{'、'.join(UNIT_AREA)}")
    return word


def to_area(amount: Decimal | str | int, unit: str) -> Area:
    """The area of ``amount`` of ``unit``, exactly; Refused for text that is no number, a negative one, or too many places."""
    try:
        value = Decimal(str(amount).strip().replace(",", ""))
    except InvalidOperation:
        raise Refused(f"“{amount}”不是面积", advice="请填数字，单位另写") from None
    if not value.is_finite() or value < 0:
        raise Refused(f"面积不能为 {amount}", advice="请填不小于 0 的数字")
    parts = Fraction(value) * UNIT_AREA[unit_named(unit)]
    if parts.denominator != 1:
        raise Refused(f"面积 {amount} {unit} 的小数位太多", advice="公顷至多六位小数，亩至多五位，㎡至多两位")
    return int(parts)


def in_unit(area: Area, unit: str) -> Fraction:
    """The area in ``unit``, exactly."""
    return Fraction(area, UNIT_AREA[unit_named(unit)])


def print_area(area: Area, unit: str = "公顷", places: int = 2) -> str:
    """The area for a table cell, rounded half up once: ``3.20``; thousands commas from 1,000 upwards."""
    scaled = half_up(in_unit(area, unit) * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole:,}" + (f".{rest:0{places}d}" if places else "")


def plain(area: Area, unit: str) -> str | None:
    """The area in ``unit`` as the shortest exact decimal, None where no decimal of it is exact."""
    value = in_unit(area, unit)
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return None
    number = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
