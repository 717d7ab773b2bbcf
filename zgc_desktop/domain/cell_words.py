"""A read value in words, by its column's kind: amounts and areas in the column's unit, shares in per cent."""

from __future__ import annotations

from zgc_desktop.domain import areas
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.money import in_unit


def cell_words(column: Column, value: object, unit: str = "") -> str:
    """The value as a list shows it (``1,283.55 万元``, ``3.2 公顷``, ``35%``), "" where nothing was reported.

    ``unit`` is the one the file's column is written in; the column's own where it is not known.
    """
    if value is None:
        return ""
    told = unit or column.unit
    if not isinstance(value, int) or isinstance(value, bool):
        return str(value)
    if column.kind == "money" and told:
        whole, _, cents = f"{in_unit(value, told):,f}".partition(".")
        return f"{whole}.{cents.rstrip('0'):0<2} {told}"
    if column.kind == "area" and told:
        exact = areas.plain(value, told)
        return f"{exact} {told}" if exact is not None else f"{areas.plain(value, '亩')} 亩"
    if column.kind in ("percent", "ratio"):
        text = f"{value / 100:g}"
        return f"{text}%" if column.kind == "percent" else text
    return str(value)
