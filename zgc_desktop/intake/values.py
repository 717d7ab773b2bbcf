"""Cells to values, a column at a time: whole 分, days, counts, texts; and what is wrong with the cells that are none."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from operator import sub
from typing import Final, cast

from zgc_desktop.domain.money import UNIT_FEN, to_fen
from zgc_desktop.intake.raw import Cell

Fault = tuple[int, str, str]
"""(index in the column, issue code, expected value or "")."""

_BLANK_MARKS: Final = (
    "",
    "-",
    "--",
    "---",
    "—",
    "——",
    "―",
    "─",
    "–",
    "/",
    "//",
    "\\",
    "…",
    "...",
    "......",
    "#",
    "*",
    "×",
    "·",
)
_BLANK_WORDS: Final = ("无", "不适用", "暂无", "空", "未报", "无数据", "没有", "n/a", "na", "nan", "null", "none")
BLANKS: Final = frozenset((*_BLANK_MARKS, *_BLANK_WORDS))
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_MINUS: Final = str.maketrans({"－": "-", "−": "-", "—": "-", "–": "-", "﹣": "-", "‐": "-", "△": "-", "▲": "-", "负": "-"})
_OWN_UNIT: Final = re.compile(r"((?:十|百|千|百万|千万|十万|万|亿)?元|[万亿千])$")
_NEAR: Final = 1e-6
# A double holds every amount of whole 分 below 2^45 so closely that rounding finds it; the rest goes by Decimal.
_EXACT: Final = 3e13
# What a database column of 64 bits holds, far beyond any amount; with so many digits Decimal still rounds exactly.
_MOST: Final = 2**62
_DIGITS: Final = 19


ERROR_WORDS: Final = frozenset(("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))


def _fault_of(cell: Cell, otherwise: str) -> str:
    """The check a cell fails: text tables keep a formula's error value as its word."""
    return "R-CELL-ERROR" if isinstance(cell, str) and cell.strip().upper() in ERROR_WORDS else otherwise


def blank(text: str) -> bool:
    """Whether a text stands for "no data" (—, /, 无, 不适用 …). Zero is a figure, not a blank."""
    return text in BLANKS or unicodedata.normalize("NFKC", text).strip().lower() in BLANKS


def decimal_of(text: str) -> tuple[Decimal, str] | None:
    """Return the exact number a dirty text holds and the unit it names itself ("" = none); None if it is no number."""
    folded = "".join(unicodedata.normalize("NFKC", text).translate(_MINUS).split())
    folded = folded.lstrip("'‘`").removeprefix("¥").removeprefix("人民币").replace("，", ",")
    negative = False
    if folded.startswith("(") and folded.endswith(")"):
        folded, negative = folded[1:-1], True
    unit = ""
    if found := _OWN_UNIT.search(folded):
        unit = found[1] if found[1].endswith("元") else f"{found[1]}元"
        folded = folded[: found.start()]
    if folded.endswith("-") and len(folded) > 1:
        folded, negative = folded[:-1], not negative
    if folded.startswith("-"):
        folded, negative = folded[1:], not negative
    folded = folded.removeprefix("¥").removeprefix("+")
    if "," in folded:
        if not _GROUPED.fullmatch(folded):
            return None
        folded = folded.replace(",", "")
    if not folded or (not folded[0].isdigit() and folded[0] != "."):
        return None
    try:
        number = Decimal(folded)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return (-number if negative else number), unit


def money_column(cells: Sequence[Cell], unit: str) -> tuple[list[object], list[Fault]]:
    """Return the column in whole 分 (None = missing) and its faults. ``unit`` is the column's."""
    factor = UNIT_FEN[unit]
    if (whole := _plain_floats(cells, factor)) is not None:
        return whole, []
    digits = len(str(factor)) - 1
    values: list[object] = []
    faults: list[Fault] = []
    add = values.append
    for index, cell in enumerate(cells):
        if type(cell) is float:
            scaled = cell * factor
            if -_EXACT < scaled < _EXACT:
                fen = round(scaled)
                if -_NEAR < scaled - fen < _NEAR or abs(scaled - fen) < abs(scaled) * 1e-15:
                    add(fen)
                    continue
            add(_odd_number(index, cell, unit, faults))
        elif type(cell) is str:
            add(_plain_money(cell, digits) if cell.isascii() else None)
            if cell and values[-1] is None:
                values[-1] = _dirty_money(index, cell, unit, faults)
        elif type(cell) is int:
            add(cell * factor)
        else:
            faults.append((index, "R-NUMBER", ""))
            add(None)
    return values, faults


def _plain_floats(cells: Sequence[Cell], factor: int) -> list[object] | None:
    """A column of numbers that are all whole 分, as nearly every one is, at once; None where any cell needs a look."""
    if set(map(type, cells)) != {float}:
        return None
    scaled = [cell * factor for cell in cast("Sequence[float]", cells)]
    if not (min(scaled) > -_EXACT and max(scaled) < _EXACT):
        return None
    try:
        whole = list(map(round, scaled))
    except ValueError:  # a NaN, which min and max may miss
        return None
    off = list(map(sub, scaled, whole))
    return cast("list[object]", whole) if min(off) > -_NEAR and max(off) < _NEAR else None


def _plain_money(cell: str, digits: int) -> int | None:
    """The 分 of a clean text like 1,234.56, by its digits alone; None for anything else."""
    whole, _, part = cell.replace(",", "").partition(".")
    if not whole.isdigit() or len(whole) > 12 or len(part) > digits or (part and not part.isdigit()):
        return None
    if "," in cell and not _GROUPED.fullmatch(cell):
        return None
    return int(whole + part.ljust(digits, "0"))


def _odd_number(index: int, cell: float, unit: str, faults: list[Fault]) -> int | None:
    if not math.isfinite(cell) or abs(cell) > 1e16:
        faults.append((index, "R-NUMBER", ""))
        return None
    return _rounded(index, Decimal(repr(cell)), unit, faults)


def _rounded(index: int, number: Decimal, unit: str, faults: list[Fault]) -> int | None:
    fen = to_fen(number, unit) if number.adjusted() + len(str(UNIT_FEN[unit])) <= _DIGITS else _MOST
    if abs(fen) >= _MOST:
        faults.append((index, "R-NUMBER", ""))
        return None
    if number * UNIT_FEN[unit] != fen:
        faults.append((index, "R-PRECISION", f"{Decimal(fen) / 100:.2f}"))
    return fen


def _dirty_money(index: int, cell: str, unit: str, faults: list[Fault]) -> int | None:
    if blank(cell):
        return None
    read = decimal_of(cell)
    if read is None:
        faults.append((index, _fault_of(cell, "R-NUMBER"), ""))
        return None
    number, own_unit = read
    return _rounded(index, number, own_unit if own_unit in UNIT_FEN else unit, faults)


def count_column(cells: Sequence[Cell]) -> tuple[list[object], list[Fault]]:
    """Return whole numbers not below zero (None = missing) and the faults."""
    if (whole := _plain_counts(cells)) is not None:
        return whole, []
    values: list[object] = []
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        if type(cell) is float and cell >= 0 and cell.is_integer() and cell < 1e12:
            values.append(int(cell))
        elif type(cell) is str and not cell:
            values.append(None)
        elif type(cell) is int and cell >= 0:
            values.append(cell)
        else:
            values.append(_dirty_count(index, cell, faults))
    return values, faults


def _plain_counts(cells: Sequence[Cell]) -> list[object] | None:
    """A column of whole numbers from 0 on, at once; None where any cell needs a look."""
    if set(map(type, cells)) != {float}:
        return None
    numbers = cast("Sequence[float]", cells)
    if not (min(numbers) >= 0 and max(numbers) < 1e12):
        return None
    try:
        whole = list(map(int, numbers))
    except ValueError:  # a NaN, which min and max may miss
        return None
    return cast("list[object]", whole) if whole == list(numbers) else None


def _dirty_count(index: int, cell: Cell, faults: list[Fault]) -> int | None:
    if isinstance(cell, str):
        if blank(cell):
            return None
        read = decimal_of(re.sub(r"\s*[人名个件项家位]$", "", unicodedata.normalize("NFKC", cell).strip()))
        number = read[0] if read and not read[1] else None
    else:
        number = (
            Decimal(repr(cell))
            if isinstance(cell, float | int) and not isinstance(cell, bool) and math.isfinite(cell)
            else None
        )
    if number is None:
        faults.append((index, _fault_of(cell, "R-NUMBER"), ""))
        return None
    if number < 0 or number > 10**12 or number != number.to_integral_value():
        faults.append((index, "R-COUNT", ""))
        return None
    return int(number)


_DAY: Final = re.compile(r"(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*日?(?:[T\s].*)?")
_MONTH_ONLY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\.0)?")
_EXCEL_DAY_ZERO: Final = date(1899, 12, 30)


def _iso(text: str) -> date | None:
    if len(text) == 10 and text[4] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


def day_of(cell: Cell) -> date | None:
    """Return the day a cell names in any usual style, or None; a month alone is its first day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float | int):
        if not math.isfinite(cell) or cell != int(cell):
            return None
        if 18_000_101 <= cell <= 22_001_231:
            cell = str(int(cell))
        elif 7_000 <= cell <= 80_000:  # an Excel serial whose cell lost its date format
            return _EXCEL_DAY_ZERO + timedelta(days=int(cell))
        else:
            return None
    text = unicodedata.normalize("NFKC", str(cell)).strip()
    for pattern in (_DAY, _COMPACT, _MONTH_ONLY):
        if found := pattern.fullmatch(text):
            numbers = [int(g) for g in found.groups()]
            try:
                return date(numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else 1)
            except ValueError:
                return None
    return None


def date_column(cells: Sequence[Cell]) -> tuple[list[object], list[Fault]]:
    """Return days (None = missing) and the faults. Each distinct text is read once."""
    values: list[object] = []
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        if type(cell) is date:
            values.append(cell)
            continue
        if type(cell) is str:
            if not cell or (len(cell) < 8 and blank(cell)):
                values.append(None)
                continue
            if quick := _iso(cell):
                values.append(quick)
                continue
        day = day_of(cell)
        if day is None or not 1800 <= day.year <= 2200:
            faults.append((index, _fault_of(cell, "R-DATE"), ""))
            day = None
        values.append(day)
    return values, faults


def text_column(cells: Sequence[Cell]) -> tuple[list[object], list[Fault]]:
    """Return trimmed texts (None = missing). A number in a text column is printed as Excel shows it."""
    return [(cell.strip() or None) if type(cell) is str else as_text(cell) or None for cell in cells], []


_EMPTY_CHOICES: Final = BLANKS - {"无", "没有", "空"}


def choice_column(cells: Sequence[Cell], choices: Sequence[str]) -> tuple[list[object], list[Fault]]:
    """Return the chosen texts (None = missing) and those outside the choices. Each distinct cell is judged once."""
    known: dict[Cell, tuple[object, bool]] = {"": (None, True), **{c: (c, True) for c in choices}}
    expected = "、".join(choices)
    values: list[object] = []
    faults: list[Fault] = []
    for index, cell in enumerate(cells):
        if cell not in known:
            text = unicodedata.normalize("NFKC", as_text(cell)).strip()
            empty = text in _EMPTY_CHOICES or (text in BLANKS and text not in choices)
            known[cell] = (None if empty else text, empty or not choices or text in choices)
        value, fine = known[cell]
        if not fine:
            faults.append((index, "R-CHOICE", expected))
        values.append(value)
    return values, faults


def as_text(cell: Cell) -> str:
    """A cell as the text a person sees: whole numbers without ``.0``, days as 2019-10-08."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return "" if cell is None else str(cell)


Parser = Callable[[Sequence[Cell]], tuple[list[object], list[Fault]]]
