"""What is selected in a table, by ranges: asking Qt for every index of a long selection would take a second."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from zgc_desktop.ui.table.view import DataTable

MOST_KEPT = 5_000
"""Longer selections (Ctrl+A over the ledger) are not carried over a refresh: it would be felt while typing."""


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


class Chosen(NamedTuple):
    """A selection of several rows by key, with the columns it covers."""

    keys: frozenset[Hashable]
    left: int
    right: int


def chosen_rows(view: DataTable[Any]) -> Chosen | None:
    """The selection where it covers several rows, all in the same columns; None for any other, which the current cell tells."""
    parts = blocks(view)
    rows = sum(b.bottom - b.top + 1 for b in parts)
    if not 1 < rows <= MOST_KEPT or len({(b.left, b.right) for b in parts}) != 1:
        return None
    data = view.table
    return Chosen(frozenset(data.key_at(n) for n in rows_of(parts) if n < len(data)), parts[0].left, parts[0].right)


def choose_again(view: DataTable[Any], chosen: Chosen) -> None:
    """Select the same rows again wherever they are shown now; the current cell stays."""
    data, model = view.table, view.model()
    picked = QItemSelection()
    for n in sorted(n for key in chosen.keys if (n := data.find(key)) is not None):
        picked.append(QItemSelectionRange(model.index(n, chosen.left), model.index(n, chosen.right)))
    if not picked.isEmpty():
        view.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def toggle_current(view: QTableView) -> None:
    """Space: take the current row (in a table of cells, the cell) into the selection or out of it; the others stay."""
    if not view.currentIndex().isValid():
        return
    flags = QItemSelectionModel.SelectionFlag
    by_row = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    view.selectionModel().select(view.currentIndex(), flags.Toggle | flags.Rows if by_row else flags.Toggle)
