"""How this desk reads large numbers: what stands between every three digits. Only what is shown changes, never a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from zgc_desktop.viewmodels.columns import Cell

Habit: TypeAlias = Literal["comma", "space", "none"]
SEPARATORS: Final[Mapping[Habit, str]] = {"comma": ",", "space": "\u00a0", "none": ""}
"""The space is one that no line breaks at; thin spaces are missing in the bundled font."""
EXAMPLES: Final[Mapping[Habit, str]] = {"comma": "1,234,567.89", "space": "1 234 567.89", "none": "1234567.89"}
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_now: list[Habit] = ["comma"]


def use(wanted: object) -> None:
    """Read numbers so from now on; the comma for anything unknown. What is on the screen changes when it is shown again."""
    _now[0] = "space" if wanted == "space" else "none" if wanted == "none" else "comma"


def habit() -> Habit:
    """What stands between the digits now."""
    return _now[0]


def shown(text: str) -> str:
    """A text with its numbers written as this desk reads them."""
    if _now[0] == "comma" or "," not in text:
        return text
    return _GROUPED.sub(lambda found: found[0].replace(",", SEPARATORS[_now[0]]), text)


def shown_cell(cell: Cell) -> Cell:
    """A painted cell with its numbers written so."""
    if _now[0] == "comma" or ("," not in cell.text and "," not in cell.tip):
        return cell
    return replace(cell, text=shown(cell.text), tip=shown(cell.tip))
