"""Papers for the archive: PDF/A-2b made of what reportlab printed, the same bytes each time, checked before it leaves."""

from __future__ import annotations

import tempfile
from datetime import date
from io import BytesIO
from typing import Final

from zgc_desktop.domain.errors import EnvironmentProblem

FLAVOUR: Final = "2b"
_DATES: Final = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")


def archived(pdf: bytes, day: date, *, proven: bool = True) -> bytes:
    """The same paper as PDF/A-2b dated ``day``: sRGB output intent, XMP metadata, validated.

    EnvironmentProblem where it does not reach it: an office never files a paper that only claims to be one. A draft is
    made the same way to the byte, but need not be ``proven``: the proof takes longer than the printing.
    """
    # A third of a second to import, and only needed where a paper is made.
    import pikepdf
    from pikepdf.pdfa import PdfaError, prepare, resolve_save_kwargs, save

    _require_room(2 * len(pdf) + 1_000_000)
    out = BytesIO()
    settings = {"deterministic_id": True, "object_stream_mode": pikepdf.ObjectStreamMode.disable}
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            # reportlab writes an empty transition on every page; PDF/A knows none.
            if "/Trans" in page:
                del page["/Trans"]
        # The paper's own day: neither reportlab's fixed one nor the moment of printing, which would change the bytes.
        document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = pikepdf.String(f"D:{day:%Y%m%d}000000+08'00'")
        try:
            prepare(document, FLAVOUR)
            with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
                for name in _DATES:
                    meta[name] = f"{day.isoformat()}T00:00:00+08:00"
            if proven:
                save(document, out, FLAVOUR, repair=False, **settings)
            else:
                document.save(out, **resolve_save_kwargs(FLAVOUR, **settings))
        except PdfaError as error:
            why = str(error).splitlines()[0]
            raise EnvironmentProblem("文件没有达到 PDF/A-2b", why=why, advice="请重新安装程序（字体或组件不完整）") from error
    return out.getvalue()


def _require_room(size: int) -> None:
    """EnvironmentProblem where the temporary folder does not take ``size`` bytes.

    pikepdf writes there before it validates, and a disk that fills up meanwhile ends the whole process (an exception in a
    C++ destructor), window and all; measured with the locked version.
    """
    try:
        with tempfile.TemporaryFile() as file:
            file.write(bytes(size))
            file.flush()
    except OSError as error:
        where = tempfile.gettempdir()
        advice = "请清理磁盘后重试"
        raise EnvironmentProblem("临时文件夹写不下，没有输出文件", where=where, why="磁盘空间不足", advice=advice) from error
