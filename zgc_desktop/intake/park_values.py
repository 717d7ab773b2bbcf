"""Cells of the sheets about the park to values: areas in 1/300 ㎡, shares in 1/10000, ratios in 1/100, exact figures."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.money import UNIT_FEN, half_up
from zgc_desktop.intake.raw import Cell
from zgc_desktop.intake.values import ERROR_WORDS, as_text, blank, decimal_of

Fault = tuple[int, str, Mapping[str, str]]
"""(index in the column, issue code, the words of its sentence)."""

_OWN_AREA: Final = re.compile(r"(公顷|市?亩|平方公里|平方?米|㎡|m2|m²|km2|ha)$", re.IGNORECASE)
_AREA_NAMES: Final = {"市亩": "亩", "平方米": "㎡", "平米": "㎡", "m2": "㎡", "m²": "㎡", "km2": "平方公里", "ha": "公顷"}
_OWN_COUNT: Final = re.compile(r"(?<=\d)\s*(?:%|％|件|人|家|项|个|名|万元/公顷|万元/人|元/人)$")
_MOST: Final = Decimal(10) ** 12
_NEAR: Final = 1e-12
_HELD: Final = 2**62
"""What a database column of 64 bits holds, far beyond any area."""


def number_of(cell: Cell) -> tuple[Decimal, str] | None:
    """Return the exact number of a cell and the money unit it names itself; None if it is none. Blank cells are no number."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float):
        return (Decimal(repr(cell)), "") if math.isfinite(cell) and abs(cell) < _MOST else None
    if isinstance(cell, int):
        return (Decimal(cell), "") if abs(cell) < _MOST else None
    if not isinstance(cell, str):
        return None
    read = decimal_of(cell)
    return read if read is not None and abs(read[0]) < _MOST else None


def _column(cells: Sequence[Cell], read: Callable[[int, Cell], object]) -> list[object]:
    values: list[object] = []
    for index, cell in enumerate(cells):
        empty = cell is None or (isinstance(cell, str) and blank(cell))
        values.append(None if empty else read(index, cell))
    return values


def _no_number(index: int, cell: Cell) -> Fault:
    wrong = isinstance(cell, str) and cell.strip().upper() in ERROR_WORDS
    return index, "R-CELL-ERROR" if wrong else "R-NUMBER", {}


def area_column(cells: Sequence[Cell], unit: str) -> tuple[list[object], list[Fault]]:
    """Return areas in 1/300 ㎡ (None = missing) and the faults. A cell may name its own unit (``30 亩``)."""
    faults: list[Fault] = []

    def read(index: int, cell: Cell) -> object:
        own, rest = unit, cell
        if isinstance(cell, str):
            text = unicodedata.normalize("NFKC", cell).strip()
            if found := _OWN_AREA.search(text):
                own = _AREA_NAMES.get(found[1].lower(), found[1].lower())
                rest = text[: found.start()]
        number = number_of(rest)
        if number is None or number[1] or own not in UNIT_AREA or abs(number[0]) * UNIT_AREA[own] >= _HELD:
            faults.append(_no_number(index, cell))
            return None
        parts = Fraction(number[0]) * UNIT_AREA[own]
        whole = half_up(parts)
        # What a formula left behind the 15th digit is no decimal place.
        if parts != whole and not (isinstance(cell, float) and abs(parts - whole) <= abs(parts) * Fraction(_NEAR)):
            faults.append((index, "P-FINE", {"unit": own}))
            return None
        return whole

    return _column(cells, read), faults


def share_column(cells: Sequence[Cell]) -> tuple[list[object], list[Fault]]:
    """Return shares in 1/10000 (35 or 35% = 3500, None = missing) and the faults; shares beyond 100 % are told elsewhere."""
    faults: list[Fault] = []

    def read(index: int, cell: Cell) -> object:
        text = isinstance(cell, str) and _OWN_COUNT.sub("", unicodedata.normalize("NFKC", cell).strip())
        number = number_of(text if isinstance(text, str) else cell)
        if number is None or number[1]:
            faults.append(_no_number(index, cell))
            return None
        if not isinstance(cell, str) and 0 < number[0] < 1:
            as_percent = f"{(number[0] * 100).normalize():f}"
            faults.append((index, "P-SHARE-SMALL", {"found": f"{number[0]:f}", "expected": as_percent}))
        return _whole(index, number[0] * 100, 100, faults)

    return _column(cells, read), faults


def ratio_column(cells: Sequence[Cell]) -> tuple[list[object], list[Fault]]:
    """Return ratios in 1/100 (2.5 = 250, None = missing) and the faults."""
    faults: list[Fault] = []

    def read(index: int, cell: Cell) -> object:
        number = number_of(cell)
        if number is None or number[1]:
            faults.append(_no_number(index, cell))
            return None
        return _whole(index, number[0] * 100, 100, faults)

    return _column(cells, read), faults


def _whole(index: int, parts: Decimal, scale: int, faults: list[Fault]) -> int:
    whole = half_up(Fraction(parts))
    if parts != whole and abs(Fraction(parts) - whole) > Fraction(1, 10**9):
        faults.append((index, "P-ROUNDED", {"expected": f"{Decimal(whole) / scale:.2f}"}))
    return whole


_SCALES: Final = {"百": 100, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_SAME: Final = {"％": "%", "百分比": "%", "百分点": "%", "个百分点": "%", "人次": "人", "个": "家", "户": "家"}


def factor(said: str, wanted: str) -> Decimal | None:
    """What a figure in one unit is multiplied with to stand in another (万元 to 亿元, 万人 to 人); None if it cannot be."""
    if not said or not wanted or said == wanted or _SAME.get(said) == wanted:
        return Decimal(1)
    if said in UNIT_FEN and wanted in UNIT_FEN:
        return Decimal(UNIT_FEN[said]) / UNIT_FEN[wanted]
    scale = _SCALES.get(said.removesuffix(wanted)) if said.endswith(wanted) else None
    return Decimal(scale) if scale else None


def figure_column(cells: Sequence[Cell], said: Sequence[str], wanted: Sequence[str]) -> tuple[list[object], list[Fault]]:
    """Return figures as exact decimal text (None = missing) and the faults.

    ``said[i]`` is the unit a row is written in, ``wanted[i]`` the one it is kept in; a cell may name its own (``3 亿元``).
    """
    faults: list[Fault] = []

    def read(index: int, cell: Cell) -> object:
        text = isinstance(cell, str) and _OWN_COUNT.sub("", unicodedata.normalize("NFKC", cell).strip())
        number = number_of(text if isinstance(text, str) else cell)
        if number is None:
            faults.append(_no_number(index, cell))
            return None
        times = factor(number[1] or said[index], wanted[index])
        if times is None:
            faults.append((index, "P-INDICATOR-UNIT", {"expected": wanted[index]}))
            return None
        return plain(number[0] * times)

    return _column(cells, read), faults


def plain(amount: Decimal) -> str:
    """An exact amount as the shortest decimal text."""
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def choice_column(
    cells: Sequence[Cell], choices: Sequence[str], also: Sequence[tuple[str, str]]
) -> tuple[list[object], list[Fault]]:
    """Return the chosen words (None = missing) and those outside the choices, which count as not reported."""
    faults: list[Fault] = []
    known = {**{c: c for c in choices}, **dict(also)}
    expected = "、".join(choices)
    values: list[object] = []
    for index, cell in enumerate(cells):
        text = "".join(unicodedata.normalize("NFKC", as_text(cell)).split())
        if not text or (text not in known and blank(text)):
            values.append(None)
            continue
        if text not in known:
            faults.append((index, "P-CHOICE", {"expected": expected}))
        values.append(known.get(text))
    return values, faults
