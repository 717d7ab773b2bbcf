"""How this desk reads what is shown: what stands between every three digits, and in which language. Never a value changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from zgc_desktop.viewmodels.columns import Cell

Habit: TypeAlias = Literal["comma", "space", "none"]
SEPARATORS: Final[Mapping[Habit, str]] = {"comma": ",", "space": "\u00a0", "none": ""}
"""The space is one that no line breaks at; thin spaces are missing in the bundled font."""
EXAMPLES: Final[Mapping[Habit, str]] = {"comma": "1,234,567.89", "space": "1 234 567.89", "none": "1234567.89"}
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_now: list[Habit] = ["comma"]
_language: list[Callable[[str], str] | None] = [None]


def use(wanted: object) -> None:
    """Read numbers so from now on; the comma for anything unknown. What is on the screen changes when it is shown again."""
    _now[0] = "space" if wanted == "space" else "none" if wanted == "none" else "comma"


def habit() -> Habit:
    """What stands between the digits now."""
    return _now[0]


def read_back(said: Callable[[str], str] | None) -> None:
    """Read finished texts in another language from now on; None for Chinese, in which they are made."""
    _language[0] = said


def worded(text: str) -> str:
    """A finished text in the language of the window."""
    said = _language[0]
    return text if said is None or not text else said(text)


def shown(text: str) -> str:
    """A text in the window's language, with its numbers written as this desk reads them."""
    text = worded(text)
    if _now[0] == "comma" or "," not in text:
        return text
    return _GROUPED.sub(lambda found: found[0].replace(",", SEPARATORS[_now[0]]), text)


def shown_cell(cell: Cell) -> Cell:
    """A painted cell with its words and numbers written so."""
    if _language[0] is None and (_now[0] == "comma" or ("," not in cell.text and "," not in cell.tip)):
        return cell
    return replace(cell, text=shown(cell.text), tip=shown(cell.tip))
