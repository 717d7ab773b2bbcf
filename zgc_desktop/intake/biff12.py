"""Error cells and formulas without a result of an .xlsb, which calamine reads as empty: found in its records (MS-XLSB 2.4)."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from typing import Final

from zgc_desktop.intake.container import refuse_extent
from zgc_desktop.intake.raw import Unseen
from zgc_desktop.intake.sheet_xml import targets_of

_ROW, _ERROR_CELL = 0, 3
_FORMULA_STRING, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR = 8, 9, 10, 11
_BUNDLE_SHEET: Final = 156
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def is_binary(archive: zipfile.ZipFile) -> bool:
    """Whether the package is an .xlsb."""
    return "xl/workbook.bin" in archive.namelist()


def unseen_cells(archive: zipfile.ZipFile) -> dict[str, Unseen]:
    """Return what calamine does not tell, by sheet name; CannotRead where cells lie too far apart to be read safely."""
    names = set(archive.namelist())
    parts = _sheet_parts(archive) if {"xl/workbook.bin", "xl/_rels/workbook.bin.rels"} <= names else {}
    seen = {name: _cells(archive.read(part), name) for name, part in parts.items() if part in names}
    computed = any(has for *_, has in seen.values())
    # A writer that cannot calculate leaves every formula with an empty text; one empty text among results is a result.
    return {name: Unseen(errors, frozenset() if computed else blank) for name, (errors, blank, _) in seen.items()}


def records(data: bytes, at: int = 0) -> Iterator[tuple[int, int, int]]:
    """(kind, start of the body, length) of each record; ends where the stream is cut."""
    end = len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | data[at] << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + length > end:
            return
        yield kind, at, length
        at += length


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    targets = targets_of(archive, "xl/_rels/workbook.bin.rels")
    data = archive.read("xl/workbook.bin")
    parts = {}
    for kind, at, length in records(data):
        if kind == _BUNDLE_SHEET:
            texts = _texts(data[at + 8 : at + length], 2)
            if len(texts) == 2 and texts[0] in targets:
                parts[texts[1]] = targets[texts[0]]
    return parts


def _texts(data: bytes, count: int) -> list[str]:
    found: list[str] = []
    at = 0
    while len(found) < count and at + 4 <= len(data):
        (length,) = struct.unpack_from("<I", data, at)
        length = 0 if length == 0xFFFFFFFF else length
        found.append(data[at + 4 : at + 4 + 2 * length].decode("utf-16-le", "replace"))
        at += 4 + 2 * length
    return found


def _cells(data: bytes, name: str) -> tuple[dict[tuple[int, int], str], frozenset[tuple[int, int]], bool]:
    """(error cells, formulas with an empty text, whether any formula has a result)."""
    errors: dict[tuple[int, int], str] = {}
    blank: set[tuple[int, int]] = set()
    computed, row, last_row, last_column = False, 0, 0, 0
    for kind, at, length in records(data):
        if kind == _ROW and length >= 4:
            (row,) = struct.unpack_from("<I", data, at)
            continue
        if not 0 < kind <= _FORMULA_ERROR or length < 8:
            continue
        (column,) = struct.unpack_from("<I", data, at)
        if kind > 1:  # a blank cell holds a format only
            last_row, last_column = max(last_row, row), max(last_column, column)
        if kind in (_ERROR_CELL, _FORMULA_ERROR) and length >= 9:
            errors[row, column] = _ERRORS.get(data[at + 8], "#错误")
        if kind == _FORMULA_STRING and length >= 12 and data[at + 8 : at + 12] == b"\0\0\0\0":
            blank.add((row, column))
        elif kind >= _FORMULA_STRING:
            computed = True
    refuse_extent(last_row + 1, last_column + 1, name)
    return errors, frozenset(blank), computed
