"""Error cells of an old .xls, which calamine reads as empty: found in the workbook stream's own records (MS-XLS 2.4)."""

from __future__ import annotations

import re
import struct
from typing import Final

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
_MAY_HOLD_ERRORS: Final = re.compile(
    rb"\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a]\x01|\x06\x00.{8}\x02.[\x00\x07\x0f\x17\x1d\x24\x2a].{3}\xff\xff",
    re.DOTALL,
)
_FREE: Final = 0xFFFFFFFA
Errors = dict[tuple[int, int], str]


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


def error_cells(data: bytes) -> list[Errors]:
    """Return the error cells of each sheet, in the workbook's order of sheets; empty when there are none at all."""
    stream = workbook_stream(data)
    if not _MAY_HOLD_ERRORS.search(stream):
        return []
    return [_errors_from(stream, offset) for offset in _sheet_offsets(stream)]


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


def _errors_from(stream: bytes, at: int) -> Errors:
    """The error cells from a sheet's first record to its end; charts inside it have a beginning and end of their own."""
    errors: Errors = {}
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
            errors[struct.unpack_from("<HH", stream, body)] = _ERRORS.get(stream[body + 6], "#错误")
        elif kind == _FORMULA and length >= 14 and stream[body + 6] == 2 and stream[body + 12 : body + 14] == b"\xff\xff":
            errors[struct.unpack_from("<HH", stream, body)] = _ERRORS.get(stream[body + 8], "#错误")
        at = body + length
    return errors
