"""What a workbook holds before anyone interprets it: sheets of cells with the sheet's own row numbers and letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from zgc_desktop.domain.errors import Refused

Cell = object
"""str, float, int, bool, date, datetime, time or timedelta; "" where the cell is empty."""


class CannotRead(Refused):
    """A file that cannot be read; ``code`` is its check in the issue catalogue, ``what`` the reason in one phrase."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Unseen(NamedTuple):
    """What calamine reads as empty: cells whose formula ended in an error value, and formulas saved without a result."""

    errors: dict[tuple[int, int], str]
    uncalculated: frozenset[tuple[int, int]]


NOTHING_UNSEEN: Final = Unseen({}, frozenset())


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet, column by column. Indexes count from 0 at A1 whatever the file declares, so places stay true.

    ``merges`` are (first row, first column, last row, last column). ``errors`` holds the cells whose formula ended in
    an error value, ``uncalculated`` the formulas saved without a result: both read as "" in ``columns``.
    """

    name: str
    hidden: bool
    height: int
    columns: tuple[list[Cell], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        return len(self.columns)

    def row(self, index: int) -> list[Cell]:
        """The cells of one row, left to right."""
        return [column[index] for column in self.columns]


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """One file as read. ``encoding`` is that of a text file, empty for workbooks."""

    file_name: str
    sha256: str
    encoding: str
    sheets: tuple[RawSheet, ...]


def letter(column: int) -> str:
    """The column letter of a 0-based index: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def place(row: int, column: int) -> str:
    """The A1 address of 0-based indexes."""
    return f"{letter(column)}{row + 1}"


def indexes(address: str) -> tuple[int, int]:
    """The 0-based (row, column) of an A1 address; ValueError if it is none."""
    letters = address.rstrip("0123456789")
    if not letters or len(letters) > 3 or not letters.isalpha() or not letters.isascii():
        raise ValueError(f"not a cell address: {address!r}")
    column = 0
    for char in letters.upper():
        column = column * 26 + ord(char) - 64
    return int(address[len(letters) :]) - 1, column - 1
