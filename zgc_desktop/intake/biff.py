"""Error cells and formulas without a result of an old .xls, read as empty or 0: found in the stream's records (MS-XLS 2.4)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import Final

from zgc_desktop.intake.raw import Unseen

_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_FORMULA, _EOF, _BOUNDSHEET, _BOOLERR = 0x0006, 0x000A, 0x0085, 0x0205
_BOFS: Final = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
# Walking a large stream record by record costs as much as reading it; nearly every file has none of these.
_MAY_HOLD: Final = re.compile(
    rb"\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a]\x01|\x06\x00.{8}\x02.[\x00\x07\x0f\x17\x1d\x24\x2a].{3}\xff\xff"
    rb"|\x06\x00.{8}(?:\x03.{5}\xff\xff|.{8}[\x02\x03]\x00)",
    re.DOTALL,
)
_CALCULATE_ON_LOAD: Final = 0x02
"""Set by writers that cannot calculate (Apache POI), whatever value they leave; Excel itself never sets it."""
_FREE: Final = 0xFFFFFFFA


def workbook_stream(data: bytes) -> bytes:
    """Return the workbook's stream out of an OLE container (MS-CFB); empty where the container is not of the usual shape."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        fat_count, directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
        difat_at, difat_count = struct.unpack_from("<II", data, 68)
        fat_sectors = list(struct.unpack_from("<109I", data, 76))
        per_sector = size // 4
        for _ in range(min(difat_count, 10_000)):
            entries = struct.unpack_from(f"<{per_sector}I", data, (difat_at + 1) * size)
            fat_sectors += entries[:-1]
            difat_at = entries[-1]
        fat: list[int] = []
        for sector in fat_sectors[:fat_count]:
            fat += struct.unpack_from(f"<{per_sector}I", data, (sector + 1) * size)
        entries_of = _chain(data, fat, directory, size)
        for at in range(0, len(entries_of), 128):
            length = struct.unpack_from("<H", entries_of, at + 64)[0]
            name = entries_of[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
            if name in ("Workbook", "Book"):
                start, amount = struct.unpack_from("<II", entries_of, at + 116)
                # Below 4,096 bytes it lies in the mini stream; no workbook with data is so small.
                return _chain(data, fat, start, size)[:amount] if amount >= 4096 else b""
    except (struct.error, IndexError, MemoryError):
        return b""
    return b""


def _chain(data: bytes, fat: list[int], sector: int, size: int) -> bytes:
    parts: list[bytes] = []
    while sector < _FREE and len(parts) <= len(fat):
        parts.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = fat[sector]
    return b"".join(parts)


def unseen_cells(data: bytes) -> list[Unseen]:
    """Return what calamine does not tell of each sheet, in the workbook's order; empty when there is nothing of the kind."""
    stream = workbook_stream(data)
    if not _MAY_HOLD.search(stream):
        return []
    pages = [_page(stream, offset) for offset in _sheet_offsets(stream)]
    # A writer that cannot calculate leaves every formula with an empty text; one empty text among results is a result.
    computed = any(p.computed for p in pages)
    return [Unseen(p.errors, frozenset(p.pending if computed else p.pending | p.blank)) for p in pages]


@dataclass(slots=True)
class _Page:
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    pending: set[tuple[int, int]] = field(default_factory=set)
    blank: set[tuple[int, int]] = field(default_factory=set)
    computed: bool = False


def _sheet_offsets(stream: bytes) -> list[int]:
    offsets = []
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _EOF:
            break
        if kind == _BOUNDSHEET and length >= 4:
            offsets.append(struct.unpack_from("<I", stream, at + 4)[0])
        at += 4 + length
    return offsets


def _page(stream: bytes, at: int) -> _Page:
    """A sheet from its first record to its end; charts inside it have a beginning and end of their own."""
    page = _Page()
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = at + 4
        if body + length > len(stream):
            break
        if kind in _BOFS:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif kind == _BOOLERR and length >= 8 and stream[body + 7 : body + 8] == b"\x01":
            page.errors[struct.unpack_from("<HH", stream, body)] = _ERRORS.get(stream[body + 6], "#错误")
        elif kind == _FORMULA and length >= 16:
            _formula(page, stream, body)
        at = body + length
    return page


def _formula(page: _Page, stream: bytes, body: int) -> None:
    place = struct.unpack_from("<HH", stream, body)
    kind = stream[body + 6] if stream[body + 12 : body + 14] == b"\xff\xff" else -1
    if kind == 2:
        page.errors[place] = _ERRORS.get(stream[body + 8], "#错误")
    elif stream[body + 14] & _CALCULATE_ON_LOAD:
        page.pending.add(place)
    elif kind == 3:
        page.blank.add(place)
    page.computed |= kind != 3
