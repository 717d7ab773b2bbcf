"""In which unit a money column is filled in, and what says so: its heading, the 单位 line, last month, the form itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from zgc_desktop.domain.history import History
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.intake.raw import Cell
from zgc_desktop.intake.values import money_column

ENOUGH: Final = 5
"""So many companies with a figure last month are needed before last month decides a unit."""

_COMMON: Final = ("元", "千元", "万元", "亿元")


def unit_by_history(column: Column, cells: Sequence[Cell], codes: Sequence[object], history: History) -> str:
    """Return the one common unit in which the column's median company is near its last month (½ to 2 times), or ""."""
    figures: Mapping[str, Mapping[str, int | None]] = history.figures
    if not figures:
        return ""
    values, _ = money_column(cells, "元")
    ratios = []
    for code, value in zip(codes, values, strict=True):
        last = figures[code].get(column.key) if isinstance(code, str) and code in figures else None
        if last and isinstance(value, int) and value > 0 and last > 0:
            ratios.append(value / last)
    if len(ratios) < ENOUGH:
        return ""
    middle = median(ratios)
    fits = [unit for unit in _COMMON if 0.5 <= middle * UNIT_FEN[unit] / UNIT_FEN["元"] <= 2]
    return fits[0] if len(fits) == 1 else ""


def decide_unit(
    column: Column,
    in_heading: str,
    in_line: str,
    unit_line: str,
    prescribed: bool,
    by_history: str,
) -> tuple[str, str]:
    """Return (unit, what says so); ("", why not) when nobody says and it must be asked.

    ``prescribed``: the form itself fixes the unit (税收以元填报到分). It is used only where last month does not contradict it.
    """
    if in_heading:
        return in_heading, "列名括号"
    if in_line:
        return in_line, f"单位行“{unit_line}”"
    if prescribed:
        if by_history and by_history != column.unit:
            return "", f"表式规定为{column.unit}，与上月比较却像{by_history}"
        return column.unit, f"表式规定为{column.unit}" + ("，与上月数据相符" if by_history else "")
    if by_history:
        return by_history, "与上月数据比较得出"
    return "", "列名与表头都没有写"
