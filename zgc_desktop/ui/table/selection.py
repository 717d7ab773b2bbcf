"""What is selected in a table, by ranges: asking Qt for every index of a long selection would take a second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QItemSelectionRange
from PySide6.QtWidgets import QTableView


class Block(NamedTuple):
    """A rectangle of selected cells, edges included."""

    top: int
    bottom: int
    left: int
    right: int


def blocks(view: QTableView) -> list[Block]:
    """The selected rectangles, hidden columns included."""
    ranges = cast("Iterable[QItemSelectionRange]", view.selectionModel().selection())  # a list at run time, not so in the stub
    return [Block(r.top(), r.bottom(), r.left(), r.right()) for r in ranges]


def rows_of(chosen: list[Block]) -> list[int]:
    """Selected rows in order."""
    return sorted({n for b in chosen for n in range(b.top, b.bottom + 1)})


def columns_of(chosen: list[Block]) -> set[int]:
    """Columns with a selected cell."""
    return {n for b in chosen for n in range(b.left, b.right + 1)}


def cells_of(chosen: list[Block], only_column: int = -1) -> Iterable[tuple[int, int]]:
    """(row, column) of every selected cell, or of those in one column."""
    return (
        (row, column)
        for b in chosen
        for column in range(b.left, b.right + 1)
        if only_column in (-1, column)
        for row in range(b.top, b.bottom + 1)
    )
