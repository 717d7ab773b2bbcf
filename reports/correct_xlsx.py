"""A park's own workbook with single values corrected by the office (更正件): every other part keeps its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reports.ooxml import CannotPatch, Package, Why
from reports.ooxml_sheet import CellEdit, SheetXml, split_address


def corrected_workbook(
    data: bytes, values: Mapping[tuple[str, str], Decimal | str], results: frozenset[tuple[str, str]] = frozenset()
) -> bytes:
    """Return the workbook with ``values`` put into (sheet, A1 cell); numbers stay numbers, looks stay as they are.

    ``results`` names the cells whose value follows from others: a formula there stays and gets the new result, anywhere
    else a formula is not overwritten. CannotPatch says why it is not possible.
    """
    try:
        package = Package(data)
        sheets = {s.name: s.part for s in package.sheets()}
        by_sheet: dict[str, dict[int, dict[int, CellEdit]]] = {}
        for (sheet, cell), value in values.items():
            at = split_address(cell)
            if sheet not in sheets or at is None:
                raise CannotPatch(Why.BROKEN)
            number = isinstance(value, Decimal)
            edit = CellEdit(
                lambda old: old, f"{value:f}" if isinstance(value, Decimal) else value, number, (sheet, cell) in results
            )
            by_sheet.setdefault(sheet, {}).setdefault(at[0], {})[at[1]] = edit
        for sheet, cells in by_sheet.items():
            xml = SheetXml(package.bytes_of(sheets[sheet]))
            xml.edit(cells)
            package.write(sheets[sheet], xml.data)
        return package.save()
    except (ValueError, LookupError) as error:
        raise CannotPatch(Why.MARKUP) from error
