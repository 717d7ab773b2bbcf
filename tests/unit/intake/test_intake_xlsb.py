"""Binary workbooks (.xlsb), written here record by record: values, error cells and formulas nobody calculated."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.biff12 import records
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader_process import read_bytes

Check = Callable[..., CheckedSubmission]
HEAD = ["信用代码", "企业名称", "注册地址", "产业领域", "营业收入（万元）", "研发费用（万元）", "状态"]
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(body)
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 127 else 0)])
        size >>= 7
        if not size:
            return number + length + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def place(column: int) -> bytes:
    return struct.pack("<II", column, 0)


def label(column: int, text: str) -> bytes:
    return record(6, place(column) + wide(text))


def number(column: int, value: float) -> bytes:
    return record(5, place(column) + struct.pack("<d", value))


def error(column: int, code: int) -> bytes:
    return record(3, place(column) + bytes([code]))


def formula(kind: int, column: int, value: bytes) -> bytes:
    """A formula with its stored result; the expression itself is empty."""
    return record(kind, place(column) + value + struct.pack("<HII", 0, 0, 0))


def binary_workbook(rows: dict[int, bytes], sheet: str = "企业") -> bytes:
    return binary_workbooks({sheet: rows})


def binary_workbooks(sheets: dict[str, dict[int, bytes]]) -> bytes:
    """An .xlsb of several sheets, each its rows of cell records."""
    kinds = {"xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroEnabled.main"}
    pages, links, bundle = {}, "", b""
    for n, (name, rows) in enumerate(sheets.items(), start=1):
        part = f"xl/worksheets/sheet{n}.bin"
        kinds[part] = "application/vnd.ms-excel.worksheet"
        links += f'<Relationship Id="rId{n}" Type="{DOC}/worksheet" Target="worksheets/sheet{n}.bin"/>'
        bundle += record(156, struct.pack("<II", 0, n) + wide(f"rId{n}") + wide(name))
        page = record(129) + record(148, struct.pack("<IIII", 0, max(rows, default=0), 0, 16_383)) + record(145)
        for at, cells in sorted(rows.items()):
            page += record(0, struct.pack("<IIHHBI", at, 0, 0, 0, 0, 0)) + cells
        pages[part] = page + record(146) + record(130)
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in kinds.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}">{overrides}</Types>')
        archive.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{RELS}">{links}</Relationships>')
        archive.writestr("xl/workbook.bin", record(131) + record(143) + bundle + record(144) + record(132))
        for part, page in pages.items():
            archive.writestr(part, page)
    return out.getvalue()


def roster(code: Callable[[int], str], extra: dict[int, bytes]) -> bytes:
    rows = {0: b"".join(label(c, text) for c, text in enumerate(HEAD))}
    for at in (1, 2, 3):
        cells = b"".join(label(c, t) for c, t in enumerate([code(at), f"北京样例{at}有限公司", "样例路", "先进制造"]))
        rows[at] = cells + extra.get(at, b"") + label(6, "在营")
    return binary_workbook(rows)


def test_a_binary_workbook_is_read_and_its_error_cells_are_told(check: Check, code: Callable[[int], str]) -> None:
    extra = {1: number(4, 12.5), 2: error(4, 0x17), 3: formula(11, 4, bytes([0x07])) + number(5, 1.0)}
    submission = check(roster(code, extra), "海淀园2026-10.xlsb")
    assert [(i.place, i.value) for i in submission.issues if i.code == "R-CELL-ERROR"] == [
        ("企业!E3", "#REF!"),
        ("企业!E4", "#DIV/0!"),
    ]
    assert (submission.companies, submission.total("enterprise", "revenue_fen")) == (3, 12_500_000)


@pytest.mark.parametrize(("other", "told"), [(formula(8, 5, wide("")), ["企业!E2"]), (formula(9, 5, bytes(8)), [])])
def test_formulas_that_nothing_calculated_are_told_and_an_empty_result_is_none(
    check: Check, code: Callable[[int], str], other: bytes, told: list[str]
) -> None:
    """写文件的程序不会算公式时，每个公式都是空文本；只要有一个算出了数，空文本就是结果。"""
    submission = check(roster(code, {1: formula(8, 4, wide("")) + number(5, 2.0), 2: other}), "海淀园2026-10.xlsb")
    assert [i.place for i in submission.issues if i.code == "R-FORMULA"] == told


def test_cells_at_both_ends_of_the_sheet_are_refused_before_anything_reads_them() -> None:
    data = binary_workbook({0: label(0, "甲"), 1_048_575: label(16_383, "乙")})
    with pytest.raises(CannotRead, match="散布到 1048576 行 16384 列"):
        read_bytes(data, "海淀园2026-10.xlsb")


def test_a_stream_cut_anywhere_ends_without_an_exception(code: Callable[[int], str]) -> None:
    page = zipfile.ZipFile(io.BytesIO(roster(code, {}))).read("xl/worksheets/sheet1.bin")
    whole = len(list(records(page)))
    for size in range(0, len(page), 7):
        assert len(list(records(page[:size]))) <= whole
