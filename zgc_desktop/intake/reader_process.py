"""The child process that opens files: a workbook that hangs, crashes or fills the memory takes down this, not the program.

Requests and answers are length-prefixed pickles on the standard streams; the parent is :mod:`zgc_desktop.intake.reader`.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import struct
import sys
from typing import BinaryIO, Final

from zgc_desktop.intake import biff, biff12, container, delimited, sheet_xml
from zgc_desktop.intake.raw import NOTHING_UNSEEN, CannotRead, RawSheet, Unseen

HEADER: Final = struct.Struct("<Q")
Answer = tuple[str, str, tuple[RawSheet, ...]] | tuple[str, str, str]
"""("ok", encoding, sheets) or ("bad", issue code, reason)."""


def send(stream: BinaryIO, message: object) -> None:
    """Write one message. The pickler's memo is off: cells are never shared, and it costs half of the time."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.fast = True
    pickler.dump(message)
    stream.write(HEADER.pack(buffer.tell()))
    stream.write(buffer.getbuffer())
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read one message; EOFError when the other side is gone."""
    head = stream.read(HEADER.size)
    if len(head) < HEADER.size:
        raise EOFError
    (size,) = HEADER.unpack(head)
    body = stream.read(size)
    if len(body) < size:
        raise EOFError
    return pickle.loads(body)


def read_bytes(data: bytes, file_name: str) -> tuple[str, tuple[RawSheet, ...]]:
    """Return (encoding, sheets) of a file's bytes; CannotRead with an issue code and a reason otherwise."""
    kind = container.kind_of(data, file_name)
    if kind == "text":
        encoding, sheet = delimited.read_delimited(data)
        return encoding, (sheet,)
    archive = container.open_zip(data) if kind == "zip" else None
    parts = sheet_xml.sheet_parts(archive) if archive else {}
    xml: dict[str, bytes] = {}
    if archive:
        for name, part in parts.items():
            xml[name] = archive.read(part)
            container.refuse_far_cells(xml[name], name)
            container.refuse_long_texts(xml[name])
        for part in ("xl/sharedStrings.xml", "content.xml"):
            if part in archive.NameToInfo and archive.getinfo(part).file_size > container.TEXTS_FROM:
                container.refuse_long_texts(archive.read(part))
    by_order = biff.unseen_cells(data) if kind == "ole" else []
    by_name: dict[str, Unseen] = {}
    if archive and not parts:
        by_name = biff12.unseen_cells(archive) if biff12.is_binary(archive) else sheet_xml.ods_unseen_cells(archive)
    return "", tuple(_sheets(data, xml, by_order, by_name))


def _sheets(data: bytes, xml: dict[str, bytes], by_order: list[Unseen], by_name: dict[str, Unseen]) -> list[RawSheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for number, meta in enumerate(workbook.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        # calamine's totals are the last index, not a count.
        container.refuse_extent(sheet.total_height + 1, sheet.total_width + 1, meta.name)
        # Without skip_empty_area=False leading blank rows and columns vanish and every address shifts.
        rows = sheet.to_python(skip_empty_area=False)
        source = xml.pop(meta.name, b"")
        unseen = by_order[number] if number < len(by_order) else by_name.get(meta.name, NOTHING_UNSEEN)
        if source:
            unseen = Unseen(sheet_xml.error_cells(source), sheet_xml.uncalculated_cells(source))
        merges = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
        sheets.append(
            RawSheet(
                meta.name,
                meta.visible is not SheetVisibleEnum.Visible,
                len(rows),
                tuple(map(list, zip(*rows, strict=True))),
                merges,
                unseen.errors,
                unseen.uncalculated,
            )
        )
    return sheets


def answer(data: bytes, file_name: str) -> Answer:
    """Return what to tell the parent. Catches BaseException: calamine's panics are not Exceptions."""
    try:
        encoding, sheets = read_bytes(data, file_name)
    except CannotRead as error:
        return "bad", error.code, error.what
    except MemoryError:
        return "bad", "F-HOSTILE", "读取所需内存超过上限"
    except BaseException as error:
        return "bad", *_reason(error)
    if not any(any(any(cell != "" for cell in column) for column in sheet.columns) for sheet in sheets):
        return "bad", "F-EMPTY", "没有读到任何数据行"
    return "ok", encoding, sheets


def _reason(error: BaseException) -> tuple[str, str]:
    name = type(error).__name__
    if name == "PasswordError" or "password" in str(error).lower():
        return "F-ENCRYPTED", "文件设有打开密码"
    if isinstance(error, RecursionError) or name == "PanicException":
        return "F-HOSTILE", "文件内部结构异常，读取中断"
    if "entity" in str(error).lower():
        return "F-HOSTILE", "文件内含自定义实体，已拒绝"
    return "F-UNREADABLE", "文件不完整或已损坏，不是有效的工作簿"


def limit_memory(mebibytes: int) -> None:
    """Cap the address space of this process where the platform can; Windows relies on the checks before parsing."""
    try:
        import resource
    except ImportError:
        return
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    # In a windowed build sys.stdin is None although the descriptors are there.
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    silent = os.open(os.devnull, os.O_RDWR)
    os.dup2(silent, 1)
    # Cells hold no cycles; looking for some in millions of them takes a tenth of the time.
    gc.disable()
    limit_memory(int(os.environ.get("ZGC_READER_MEMORY_MIB", "1024")))
    while True:
        try:
            request = receive(requests)
        except EOFError:
            return
        if not isinstance(request, tuple):
            return
        send(answers, answer(*request))


if __name__ == "__main__":
    main()
