"""Put the self-check stamp (自检章) into a park's own workbook: one line on the cover and the hidden sheet, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from reports.ooxml import CannotPatch, Package, SheetPart, Why, attribute, attributes, plain, prefix_of, text
from reports.ooxml_sheet import CellEdit, SheetXml
from zgc_desktop.domain.exchange.stamp import COVER_NAME, COVER_SHEET, META_SHEET, Stamp

_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def stamped_workbook(data: bytes, stamp: Stamp) -> bytes:
    """Return the workbook with the stamp written in; every part but the cover and the hidden sheet keeps its bytes.

    A stamp that is there already is replaced. A workbook without our hidden sheet gets one. CannotPatch says why not.
    """
    try:
        package = Package(data)
        sheets = {s.name.strip(): s for s in package.sheets()}
        if COVER_SHEET in sheets:
            _write_pairs(package, sheets[COVER_SHEET], {COVER_NAME: stamp.sentence}, gap=1)
        hidden = next((s for name, s in sheets.items() if name.lower() == META_SHEET), None)
        if hidden is None:
            _add_hidden(package, stamp.marks())
        else:
            _write_pairs(package, hidden, stamp.marks())
        return package.save()
    except (ValueError, LookupError) as error:
        # Markup that is damaged shows itself in many ways; the stamp then travels beside the file.
        raise CannotPatch(Why.MARKUP) from error


def _write_pairs(package: Package, sheet: SheetPart, pairs: Mapping[str, str], *, gap: int = 0) -> None:
    """Put names and values into columns A and B: in the line that has the name already, else below everything."""
    xml = SheetXml(package.bytes_of(sheet.part))
    cells = {row.number: xml.text_cells_of(row).get(1) for row in xml.rows}
    shared = _shared(package, (value for kind, value in filter(None, cells.values()) if kind == "s"))
    names = {
        (shared.get(cell[1], "") if cell[0] == "s" else cell[1]).strip(): row for row, cell in cells.items() if cell is not None
    }
    last = xml.last_row + gap
    edits: dict[int, dict[int, CellEdit]] = {}
    for name, value in pairs.items():
        if name in names:
            edits.setdefault(names[name], {})[2] = CellEdit(_same, value)
        else:
            last += 1
            edits[last] = {1: CellEdit(_same, name), 2: CellEdit(_same, value)}
    xml.edit(edits)
    xml.declare_size(max(2, _width(xml)), max(last, max(edits)))
    package.write(sheet.part, xml.data)


def _width(xml: SheetXml) -> int:
    """The last column of the declared dimension, so that it is not made narrower; 2 where none is declared."""
    found = re.search(rb"""dimension\s[^>]*?ref=["'][A-Z0-9]+:([A-Z]+)""", xml.head)
    if not found:
        return 2
    number = 0
    for char in found[1].decode():
        number = number * 26 + ord(char) - 64
    return number


def _same(base: int) -> int:
    return base


def _shared(package: Package, wanted: Iterable[str]) -> dict[str, str]:
    """Some of the workbook's shared texts, by index."""
    part, numbers = package.related("sharedStrings"), {int(n) for n in wanted if n.isdigit()}
    found: dict[str, str] = {}
    if not part or not numbers:
        return found
    items = re.finditer(rb"<(\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</\1?si>)", package.bytes_of(part), re.S)
    for n, m in enumerate(items):
        if n in numbers:
            parts = re.findall(rb"<(?:\w+:)?t(?:\s[^>]*)?>(.*?)</", m[2] or b"", re.S)
            found[str(n)] = plain(b"".join(parts).decode())
    return found


def _add_hidden(package: Package, pairs: Mapping[str, str]) -> None:
    """A very hidden sheet behind the park's own, with the stamp's names and values."""
    rows = "".join(
        f'<row r="{n}">{_text_cell("A", n, name)}{_text_cell("B", n, value)}</row>'
        for n, (name, value) in enumerate(pairs.items(), start=1)
    )
    part = package.fresh("xl/worksheets/sheet{}.xml")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    space = package.main_namespace
    package.write(part, f'{head}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>')
    package.declare(part, _SHEET_TYPE)
    link = package.relate(package.workbook, "worksheet", part)
    xml = package.read(package.workbook)
    p = prefix_of(xml)
    number = 1 + max(int(attributes(s.tag).get("sheetId", "0")) for s in package.sheets())
    tag = (
        f'<{p}sheet xmlns:r="{package.relation_namespace}" name="{attribute(META_SHEET)}" sheetId="{number}" '
        f'state="veryHidden" r:id="{link}"/>'
    )
    end = xml.rfind(f"</{p}sheets>")
    if end < 0:
        raise CannotPatch(Why.BROKEN)
    package.write(package.workbook, xml[:end] + tag + xml[end:])


def _text_cell(letter: str, row: int, value: str) -> str:
    return f'<c r="{letter}{row}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>'
