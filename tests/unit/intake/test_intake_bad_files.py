"""Unreadable and hostile files: each a sentence within seconds, no traceback, and the next file is read."""

from __future__ import annotations

import io
import itertools
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.intake import test_intake_ods as ods
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.history import NO_HISTORY
from zgc_desktop.domain.submissions import CheckedSubmission, FileState
from zgc_desktop.intake.raw import CannotRead
from zgc_desktop.intake.reader import Reader, submission_files
from zgc_desktop.intake.submission import read_submission

Book = Callable[..., bytes]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(sheet_xml: str, **more: str) -> bytes:
    """A minimal .xlsx around one sheet's XML."""
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{base}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{base}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="企业" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": sheet_xml,
        **more,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def sheet(cells: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def far_cells() -> bytes:
    return package(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def far_cells_in_disguise() -> bytes:
    """The same, written so that only the parser itself sees it: it aborts the child process."""
    return package(sheet('<row><c t="n" r = "A1"><v>1</v></c></row><row><c t="n" r = "XFD900000"><v>1</v></c></row>'))


def bomb() -> bytes:
    return package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 30_000_000))


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


def entities() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
    return package(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>', doctype))


def external() -> bytes:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return package(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>', doctype))


def laughs() -> bytes:
    names = "abcdefghi"
    lines = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    doctype = f'<!DOCTYPE l [<!ENTITY a "ha">{lines}]>'
    return package(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>', doctype))


def repeated_cells() -> bytes:
    """An .ods whose one cell fills the whole sheet."""
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return ods.documents({"企业": rows})


def harmless(case: str) -> bytes:
    """Unusual packages with one honest cell: what they declare is read past."""
    cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
    head = '<?xml version="1.0"?>'
    if case == "dimension":
        return package(
            f'{head}<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{cell}</sheetData></worksheet>'
        )
    if case == "merge":
        merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        return package(f'{head}<worksheet xmlns="{MAIN}"><sheetData>{cell}</sheetData>{merge}</worksheet>')
    if case == "styles":
        formats = "".join(f'<xf numFmtId="{n % 3}" fontId="{n}" fillId="0" borderId="{n * 7}"/>' for n in range(300_000))
        styles = f'{head}<styleSheet xmlns="{MAIN}"><cellXfs count="300000">{formats}</cellXfs></styleSheet>'
        return package(sheet('<row r="1"><c r="A1" s="299999"><v>1</v></c></row>'), **{"xl/styles.xml": styles})
    link = f'<externalLink xmlns="{MAIN}"/>'
    linked = sheet('<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>1</v></c></row>')
    return package(linked, **{"xl/externalLinks/externalLink1.xml": link})


def lying_size() -> bytes:
    """The directory declares another size than the data has."""
    data = bytearray(package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 5)
    return bytes(data)


def slip_path() -> bytes:
    return package(sheet(""), **{"../../evil.xml": "x"})


def many_parts() -> bytes:
    return package(sheet(""), **{f"xl/x{n}.xml": "x" for n in range(1_001)})


def plain_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("报表.csv", "x")
    return out.getvalue()


def long_text() -> bytes:
    """One cell with a text a hundred times as long as Excel allows, of letters that hardly compress."""
    words = "".join(chr(0x4E00 + (n * 7919 + n * n) % 20_000) for n in range(200_000)) * 18
    return package(sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{words}</t></is></c></row>'))


SLOW = b"1,2,3,4,5,6,7,8,9,10,11,12\n" * 300_000
"""Takes the child about a second to read."""

BAD = {
    "0 bytes": (b"", "空.xlsx", "F-EMPTY"),
    "an empty sheet": (package(sheet("")), "空表.xlsx", "F-EMPTY"),
    "truncated": (package(sheet("<row/>"))[:300], "断.xlsx", "F-UNREADABLE"),
    "a text called .xlsx": ("信用代码,名称\n1,2\n".encode(), "改名.xlsx", "F-UNREADABLE"),
    "a web page called .xls": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "网页.xls", "F-UNREADABLE"),
    "a PDF": (b"%PDF-1.7\n...", "扫描件.xlsx", "F-UNREADABLE"),
    "a zip of files": (plain_zip(), "打包.xlsx", "F-UNREADABLE"),
    "broken OLE": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 700, "坏.xls", "F-UNREADABLE"),
    "encrypted": (encrypted(), "加密.xlsx", "F-ENCRYPTED"),
    "an external entity": (external(), "外部实体.xlsx", "F-HOSTILE"),
    "a billion laughs": (laughs(), "十亿笑.xlsx", "F-HOSTILE"),
    "a repeated cell of an .ods": (repeated_cells(), "重复.ods", "F-UNREADABLE"),
    "cells at A1 and XFD1048576": (far_cells(), "远.xlsx", "F-HOSTILE"),
    "the same in disguise": (far_cells_in_disguise(), "远二.xlsx", "F-HOSTILE"),
    "zip bomb": (bomb(), "炸弹.xlsx", "F-HOSTILE"),
    "path out of the zip": (slip_path(), "越界.xlsx", "F-HOSTILE"),
    "too many parts": (many_parts(), "千件.xlsx", "F-HOSTILE"),
    "binary called .csv": (b"\x01\x00\x02\x00" * 400, "坏.csv", "F-UNREADABLE"),
    "five million columns": (b"a," * 5_000_000, "长行.csv", "F-HOSTILE"),
    "half a million lines": (b"a\n" * 500_000, "长表.csv", "F-HOSTILE"),
    "one text of 10 MB": (long_text(), "巨文.xlsx", "F-HOSTILE"),
    "blank lines only": (b"\r\n,,\r\n", "空.csv", "F-EMPTY"),
}


@pytest.fixture
def receive(catalogue: Catalogue, reader: Reader) -> Callable[[Path], CheckedSubmission]:
    def run(path: Path) -> CheckedSubmission:
        return read_submission(path, catalogue=catalogue, history_for=lambda park, month: NO_HISTORY, reader=reader)

    return run


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_sentence_within_seconds(
    case: str, tmp_path: Path, receive: Callable[[Path], CheckedSubmission]
) -> None:
    data, name, code = BAD[case]
    path = tmp_path / name
    path.write_bytes(data)
    started = time.monotonic()
    submission = receive(path)
    assert time.monotonic() - started < 5
    assert submission.state is FileState.UNREADABLE
    assert [i.code for i in submission.issues] == [code]
    message = submission.issues[0].message
    assert "Error" not in message
    assert "Traceback" not in message


@pytest.mark.parametrize("make", [entities, lying_size])
def test_tampered_packages_never_pass_as_data(
    make: Callable[[], bytes], tmp_path: Path, receive: Callable[[Path], CheckedSubmission]
) -> None:
    path = tmp_path / "改过 的文件.xlsx"
    path.write_bytes(make())
    submission = receive(path)
    assert submission.state is FileState.UNREADABLE or not submission.tables


@pytest.mark.parametrize("case", ["dimension", "merge", "styles", "external link"])
def test_what_a_package_merely_declares_costs_nothing(case: str) -> None:
    """声明的范围、整表合并、三十万种样式、外部链接：只读真有的那一格，也不去打开别的文件。"""
    with Reader(seconds=5, memory_mib=300) as reader:
        (page,) = reader.read(harmless(case), "园.xlsx").sheets
    assert (page.height, page.columns) == (1, ([1.0],))


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, receive: Callable[[Path], CheckedSubmission]) -> None:
    submission = receive(tmp_path / "没有.xlsx")
    assert submission.state is FileState.UNREADABLE
    assert "找不到文件" in submission.issues[0].message


def test_a_crash_of_the_child_costs_one_file_only(book: Book, roster: list[list[object]]) -> None:
    with Reader() as reader:
        with pytest.raises(CannotRead, match="崩溃"):
            reader.read(far_cells_in_disguise(), "远.xlsx")
        assert reader.read(book({"企业": roster}), "好.xlsx").sheets[0].height == 5


def test_a_file_too_big_for_the_memory_limit_is_a_sentence_and_the_next_one_is_read(
    book: Book, roster: list[list[object]]
) -> None:
    with Reader(memory_mib=160) as narrow:
        with pytest.raises(CannotRead) as refused:
            narrow.read(SLOW, "大.csv")
        assert refused.value.code == "F-HOSTILE"
        assert narrow.read(book({"企业": roster}), "好.xlsx").sheets[0].height == 5


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read(book: Book, roster: list[list[object]]) -> None:
    with Reader(seconds=1.5, seconds_a_mib=0) as hasty:
        with pytest.raises(CannotRead, match="已中止"):
            hasty.read((b"1," * 60 + b"\n") * 250_000, "慢.csv")
        assert hasty.read(book({"企业": roster}), "好.xlsx").sheets[0].height == 5


def test_a_large_file_may_take_longer_by_its_size() -> None:
    """六万家企业的一份表有十几 MB：读取时限随文件大小放宽，小文件仍按原时限。"""
    rows = (b"1," * 20 + b"\n") * 30_000
    with Reader(seconds=0.01, seconds_a_mib=120) as patient:
        assert patient.read(rows, "大.csv").sheets[0].height == 30_000
        with pytest.raises(CannotRead, match=r"超过 0\.01 秒"):
            patient.read(rows[: (1 << 20) - 1], "小.csv")


def test_cancelling_stops_a_read_under_way() -> None:
    with Reader() as reader, pytest.raises(Cancelled):
        reader.read(SLOW, "慢.csv", lambda: True)


def test_cancelling_stops_between_steps(
    book: Book, roster: list[list[object]], check: Callable[..., CheckedSubmission]
) -> None:
    with pytest.raises(Cancelled):
        check(book({"企业": roster}), cancelled=lambda: True)


def test_lock_files_of_an_open_workbook_are_left_out(tmp_path: Path) -> None:
    for name in ("东城园.xlsx", "~$东城园.xlsx", ".~东城园.xlsx", "说明.docx", "西城园.CSV"):
        (tmp_path / name).write_bytes(b"x")
    assert [p.name for p in submission_files([tmp_path])] == ["东城园.xlsx", "西城园.CSV"]


def test_a_file_read_ahead_is_the_file_asked_for(book: Book, roster: list[list[object]], tax: list[list[object]]) -> None:
    first, second = book({"企业": roster}), book({"税收": tax})
    with Reader() as reader:
        assert reader.read(first, "一.xlsx").sheets[0].name == "企业"
        reader.ahead(second, "二.xlsx")
        assert reader.read(second, "二.xlsx").sheets[0].name == "税收"
        reader.ahead(second, "二.xlsx")
        assert reader.read(first, "一.xlsx").sheets[0].name == "企业"
        reader.ahead(far_cells_in_disguise(), "远.xlsx")
        assert reader.read(first, "一.xlsx").sheets[0].name == "企业"
