"""Error cells of old .xls files are reported; the files are written here record by record."""

from __future__ import annotations

import struct
from collections.abc import Callable

from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.biff import unseen_cells

HEAD = ["信用代码", "企业名称", "注册地址", "产业领域", "营业收入（万元）", "研发费用（万元）", "状态"]


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def label(row: int, column: int, text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + raw)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def failed_formula(row: int, column: int, code: int) -> bytes:
    result = bytes([2, 0, code, 0, 0, 0, 0xFF, 0xFF])
    return record(0x0006, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", 0, 0, 0))


def old_workbook(cells: bytes, *, sheet: str = "企业") -> bytes:
    return old_workbooks({sheet: cells})


def old_workbooks(sheets: dict[str, bytes]) -> bytes:
    """An .xls: BIFF8 sheets, each its cell records, in a compound file with one FAT sector."""
    bof = struct.pack("<HHHHII", 0x0600, 0, 0x0DBB, 0x07CC, 0, 6)
    names = {title: title.encode("utf-16-le") for title in sheets}
    start = record(0x0809, bof[:2] + struct.pack("<H", 5) + bof[4:])
    at = len(start) + sum(4 + 8 + len(name) for name in names.values()) + 4
    bounds = pages = b""
    for title, cells in sheets.items():
        bounds += record(0x0085, struct.pack("<IHBB", at + len(pages), 0, len(title), 1) + names[title])
        pages += record(0x0809, bof[:2] + struct.pack("<H", 0x10) + bof[4:]) + cells + record(0x000A, b"")
    stream = start + bounds + record(0x000A, b"") + pages
    stream += b"\0" * (max(4096, len(stream) + -len(stream) % 512) - len(stream))
    sectors = len(stream) // 512
    end, free, special = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat = [special, end, *range(3, 2 + sectors), end]
    fat += [free] * (128 - len(fat))

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = title.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2 if text else 0, kind, 1, free, free, child)
        return head + b"\0" * 36 + struct.pack("<III", first, size, 0)

    directory = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, len(stream))
    directory += entry("", 0, free, 0, 0) * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + struct.pack("<I", free) * 108
    return header[:512].ljust(512, b"\0") + struct.pack("<128I", *fat) + directory + stream


def cells_of(code: Callable[[int], str]) -> bytes:
    out = b"".join(label(0, c, text) for c, text in enumerate(HEAD))
    for row in (1, 2, 3):
        for c, text in enumerate([code(row), f"北京样例{row}有限公司", "样例路", "先进制造"]):
            out += label(row, c, text)
        out += label(row, 6, "在营")
    return out


def test_error_values_and_failed_formulas_are_reported_at_their_cells(
    check: Callable[..., CheckedSubmission], code: Callable[[int], str]
) -> None:
    cells = cells_of(code) + number(1, 4, 12.5) + error(2, 4, 0x17) + failed_formula(3, 4, 0x07) + number(3, 5, 1.0)
    submission = check(old_workbook(cells), "海淀园2026-10.xls")
    errors = [(i.place, i.value) for i in submission.issues if i.code == "R-CELL-ERROR"]
    assert errors == [("企业!E3", "#REF!"), ("企业!E4", "#DIV/0!")]
    assert submission.total("enterprise", "revenue_fen") == 12_500_000


def formula(row: int, column: int, result: bytes, flags: int = 0) -> bytes:
    return record(0x0006, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", flags, 0, 0))


EMPTY_TEXT = b"\x03\0\0\0\0\0\xff\xff"


def test_formulas_that_nothing_calculated_are_told_and_an_empty_result_is_none(
    check: Callable[..., CheckedSubmission], code: Callable[[int], str]
) -> None:
    """程序写出的公式没有结果要说明；Excel 算出的空文本就是空。"""

    def told(cells: bytes) -> list[str]:
        submission = check(old_workbook(cells_of(code) + number(1, 5, 1.0) + cells), "海淀园2026-10.xls")
        return [i.place for i in submission.issues if i.code == "R-FORMULA"]

    assert told(formula(1, 4, EMPTY_TEXT)) == ["企业!E2"]
    assert told(formula(1, 4, EMPTY_TEXT) + formula(2, 4, struct.pack("<d", 3.0))) == []
    # Apache POI leaves a nought and says that it wants calculating.
    assert told(formula(1, 4, struct.pack("<d", 0.0), flags=2)) == ["企业!E2"]


def test_a_workbook_without_error_cells_has_none(code: Callable[[int], str]) -> None:
    assert unseen_cells(old_workbook(cells_of(code))) == []


def test_a_broken_container_is_no_exception() -> None:
    data = old_workbook(b"")
    for size in range(0, len(data), 97):
        assert unseen_cells(data[:size]) == []
