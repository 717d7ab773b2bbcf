"""What calamine does not tell of a sheet in XML (.xlsx, .ods): error cells and formulas saved without a result."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from zgc_desktop.intake.raw import Unseen, indexes

_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s([^>]*?)/?>")
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\s([^>]*?)/?>")
_ATTRIBUTE: Final = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR_CELL: Final = re.compile(rb"""<(?:\w+:)?c\s([^>]*?\bt=["']e["'][^>]*)>(.*?)</(?:\w+:)?c>""", re.DOTALL)
_REFERENCE: Final = re.compile(rb"""\br=["']([A-Z]{1,3}\d{1,7})["']""")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
# A formula directly followed by the end of its cell, or by an empty value. With t="str" the empty value is a result: ="".
_UNCALCULATED: Final = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?P<value><(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_IS_TEXT: Final = re.compile(rb"""\bt=["']str["']""")


def _attributes(text: str) -> dict[str, str]:
    return {m[1].rpartition(":")[2]: html.unescape(m[2] if m[2] is not None else m[3]) for m in _ATTRIBUTE.finditer(text)}


def targets_of(archive: zipfile.ZipFile, rels: str) -> dict[str, str]:
    """Return the parts a workbook's relationships point at, by their id."""
    targets: dict[str, str] = {}
    for found in _RELATION.finditer(archive.read(rels).decode("utf-8", "replace")):
        attributes = _attributes(found[1])
        target = attributes.get("Target", "")
        targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return targets


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the zip part of each sheet by its name; empty when the package is not an .xlsx of the usual shape."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = targets_of(archive, "xl/_rels/workbook.xml.rels")
    parts: dict[str, str] = {}
    for found in _SHEET.finditer(archive.read("xl/workbook.xml").decode("utf-8", "replace")):
        attributes = _attributes(found[1])
        part = targets.get(attributes.get("id", ""), "")
        if part in names:
            parts[attributes.get("name", "")] = part
    return parts


def error_cells(xml: bytes) -> dict[tuple[int, int], str]:
    """Return the error value of every cell that holds one, by 0-based (row, column)."""
    if b't="e"' not in xml and b"t='e'" not in xml:
        return {}
    errors: dict[tuple[int, int], str] = {}
    for cell in _ERROR_CELL.finditer(xml):
        reference = _REFERENCE.search(cell[1])
        value = _VALUE.search(cell[2])
        if reference:
            errors[indexes(reference[1].decode())] = value[1].decode("utf-8", "replace") if value else "#错误"
    return errors


def uncalculated_cells(xml: bytes) -> frozenset[tuple[int, int]]:
    """Return the 0-based places of formulas saved without a result."""
    if b"<f" not in xml and b":f" not in xml:
        return frozenset()
    found = (c for c in _UNCALCULATED.finditer(xml) if not (c["value"] and _IS_TEXT.search(c[1])))
    places = (_REFERENCE.search(cell[1]) for cell in found)
    return frozenset(indexes(p[1].decode()) for p in places if p)


_ODS_STEP: Final = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)(\s[^>]*?)?(/?)>|</table:(table-row|table)>"
)
_ODS_NAME: Final = re.compile(rb'table:name="([^"]*)"')
_ODS_ROWS: Final = re.compile(rb'number-rows-repeated="(\d+)"')
_ODS_COLUMNS: Final = re.compile(rb'number-columns-repeated="(\d+)"')
_ODS_UNCALCULATED: Final = re.compile(rb"<table:table-cell(?=[^>]*table:formula=)(?![^>]*value-type=)[^>]*>")
_ODS_TEXT: Final = re.compile(rb"<text:p>([^<]*)</text:p>")


def ods_unseen_cells(archive: zipfile.ZipFile) -> dict[str, Unseen]:
    """Return what an .ods holds unseen, by sheet name; walked only where the content says that there may be some.

    A formula without any value type was never calculated; an empty text is a result.
    """
    if "content.xml" not in archive.namelist():
        return {}
    content = archive.read("content.xml")
    if b'value-type="error"' not in content and not _ODS_UNCALCULATED.search(content):
        return {}
    errors: dict[str, dict[tuple[int, int], str]] = {}
    blank: dict[str, set[tuple[int, int]]] = {}
    for name, place, attributes, end in _ods_cells(content):
        if b'value-type="error"' in attributes:
            text = _ODS_TEXT.match(content, end)
            errors.setdefault(name, {})[place] = html.unescape(text[1].decode("utf-8", "replace")) if text else "#错误"
        elif b"table:formula=" in attributes and b"value-type=" not in attributes:
            blank.setdefault(name, set()).add(place)
    return {name: Unseen(errors.get(name, {}), frozenset(blank.get(name, ()))) for name in errors.keys() | blank.keys()}


def _ods_cells(content: bytes) -> Iterator[tuple[str, tuple[int, int], bytes, int]]:
    """(sheet, 0-based place, attributes, end of the tag) of every cell, repeated rows and columns counted."""
    name, row, column, rows = "", 0, 0, 1
    for step in _ODS_STEP.finditer(content):
        tag, attributes = step[1], step[2] or b""
        if tag == b"table":
            found = _ODS_NAME.search(attributes)
            name, row = html.unescape(found[1].decode("utf-8", "replace")) if found else "", 0
        elif tag == b"table-row":
            repeated = _ODS_ROWS.search(attributes)
            rows, column = int(repeated[1]) if repeated else 1, 0
            if step[3]:
                row += rows
        elif step[4] == b"table-row":
            row += rows
        elif tag is not None:
            yield name, (row, column), attributes, step.end()
            repeated = _ODS_COLUMNS.search(attributes)
            column += int(repeated[1]) if repeated else 1
