"""What kind of file some bytes are, and whether its container is safe to open: decided before any parser sees it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final, Literal

from zgc_desktop.intake.raw import CannotRead, indexes

Kind = Literal["zip", "ole", "text"]

MAX_RATIO: Final = 100
RATIO_FROM: Final = 100 * 1024
MAX_TOTAL: Final = 200 * 1024 * 1024
MAX_ENTRIES: Final = 1_000
MAX_ROWS: Final = 400_000
MAX_COLUMNS: Final = 1_000
MAX_AREA: Final = 16_000_000
MAX_TEXT: Final = 32_767
"""Characters in one cell: Excel's own limit. A part smaller than ``TEXTS_FROM`` bytes does no harm whatever it holds."""
TEXTS_FROM: Final = 8 * 1024 * 1024

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS: Final = (
    (b"%PDF", "PDF 文档"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
)
_TEXT_NAMES: Final = (".csv", ".tsv", ".txt", ".tab")
# A cell far out: a three-letter column, or a row from 100,000 on. Anything nearer cannot exhaust memory.
_FAR_CELL: Final = re.compile(rb"""r=["']([A-Z]{3}\d{1,7}|[A-Z]{1,2}\d{6,7})["'][^>]*?(/?)>""")


def kind_of(data: bytes, file_name: str) -> Kind:
    """Return what the bytes are, whatever the name says; CannotRead with the reason for anything but a table."""
    if not data:
        raise CannotRead("F-EMPTY", "文件是空的（0 字节）")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise CannotRead("F-ENCRYPTED", "文件设有打开密码")
        return "ole"
    for magic, word in _OTHER_KINDS:
        if data.startswith(magic):
            raise CannotRead("F-UNREADABLE", f"内容是{word}，不是工作簿")
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style", b"<div")):
        raise CannotRead("F-UNREADABLE", "内容是网页（HTML），不是工作簿")
    if head.startswith(b"<?xml"):
        raise CannotRead("F-UNREADABLE", "内容是 XML 文本，不是工作簿")
    suffix = file_name[file_name.rfind(".") :].lower() if "." in file_name else ""
    if suffix not in _TEXT_NAMES:
        raise CannotRead("F-UNREADABLE", f"扩展名是 {suffix or '空'}，内容却不是工作簿（可能是改了扩展名的文本，或文件已损坏）")
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotRead("F-UNREADABLE", "内容不是文本，也不是工作簿")
    return "text"


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return the opened zip after its directory has been checked: size, ratio, number and names of its entries."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise CannotRead("F-UNREADABLE", "文件不完整或已损坏（可能没有传完）") from error
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise CannotRead("F-HOSTILE", f"压缩包内有 {len(entries)} 个部件，超过 {MAX_ENTRIES} 个")
    total = sum(e.file_size for e in entries)
    if total > MAX_TOTAL:
        raise CannotRead("F-HOSTILE", f"展开后有 {total // 1024 // 1024} MB，超过 {MAX_TOTAL // 1024 // 1024} MB")
    for entry in entries:
        if ".." in entry.filename.replace("\\", "/").split("/") or entry.filename.startswith(("/", "\\")):
            raise CannotRead("F-HOSTILE", "压缩包内有指向包外的路径")
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise CannotRead("F-HOSTILE", f"部件 {entry.filename} 的压缩率超过 {MAX_RATIO} 倍，疑为压缩炸弹")
        if entry.flag_bits & 1:
            raise CannotRead("F-ENCRYPTED", "文件设有打开密码")
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names and "mimetype" not in names:
        raise CannotRead("F-UNREADABLE", "是一个压缩包，不是工作簿；请先解压，报送其中的表")
    if b"manifest:encryption-data" in (archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""):
        raise CannotRead("F-ENCRYPTED", "文件设有打开密码")
    return archive


def refuse_long_texts(xml: bytes) -> None:
    """CannotRead when one text is longer than any cell can hold; only a large part can hold one that matters."""
    at, most = 0, 4 * MAX_TEXT
    while len(xml) > TEXTS_FROM and at + most <= len(xml):
        # From one window's last tag to the next: a text that fills a window has none in it.
        tag = xml.rfind(b"<", at, at + most)
        if tag < 0:
            raise CannotRead("F-HOSTILE", f"有单元格的文字超过 {MAX_TEXT} 字，不是正常的报送表")
        at = tag + 1


def refuse_far_cells(sheet_xml: bytes, sheet_name: str) -> None:
    """CannotRead when cells with content lie so far apart that the table between them would fill the memory."""
    last_row = last_column = 0
    for found in _FAR_CELL.finditer(sheet_xml):
        if not found[2]:
            row, column = indexes(found[1].decode())
            last_row, last_column = max(last_row, row), max(last_column, column)
    refuse_extent(last_row + 1, last_column + 1, sheet_name)


def refuse_extent(rows: int, columns: int, sheet_name: str) -> None:
    """CannotRead when a sheet is larger than any submission can be."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_AREA:
        raise CannotRead("F-HOSTILE", f"工作表“{sheet_name}”的单元格散布到 {rows} 行 {columns} 列，超出报送表的合理范围")
