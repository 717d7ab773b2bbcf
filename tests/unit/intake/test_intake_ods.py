"""OpenDocument tables: values and error cells at their places, repeated rows and columns counted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from zgc_desktop.domain.submissions import CheckedSubmission

HEAD = ["信用代码", "企业名称", "注册地址", "产业领域", "营业收入（万元）", "研发费用（万元）", "状态"]


def text(value: str) -> str:
    return (
        f'<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    )


def number(value: float) -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def failed(word: str) -> str:
    return (
        '<table:table-cell table:formula="of:=[.#REF!]" office:value-type="string" office:string-value="" '
        f'calcext:value-type="error"><text:p>{word}</text:p></table:table-cell>'
    )


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def document(rows: str) -> bytes:
    return documents({"企业": rows})


def documents(sheets: dict[str, str]) -> bytes:
    """An .ods of several sheets."""
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def test_an_opendocument_table_is_read_with_its_error_cells(
    check: Callable[..., CheckedSubmission], code: Callable[[int], str]
) -> None:
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    rows = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    rows += row(blank, *map(text, HEAD))
    for n, revenue in ((1, number(12.5)), (2, failed("#REF!"))):
        rows += row(blank, *map(text, [code(n), "北京样例有限公司", "路", "先进制造"]), revenue, number(1), text("在营"))
    submission = check(document(rows), "海淀园2026-10.ods")
    assert submission.companies == 2
    assert [(i.place, i.value) for i in submission.issues if i.code == "R-CELL-ERROR"] == [("企业!G5", "#REF!")]
    assert submission.total("enterprise", "revenue_fen") == 12_500_000


def test_a_formula_never_calculated_is_told_and_an_empty_result_is_none(
    check: Callable[..., CheckedSubmission], code: Callable[[int], str]
) -> None:
    pending = '<table:table-cell table:formula="of:=[.F2]*2"/>'
    empty = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>'
    lines = [
        row(text(code(n)), text(f"北京样例{n}有限公司"), text("样例路"), text("先进制造"), cell, number(1.0), text("在营"))
        for n, cell in enumerate((number(2.0), empty, pending))
    ]
    submission = check(document(row(*map(text, HEAD)) + "".join(lines)), "海淀园2026-10.ods")
    assert [i.place for i in submission.issues if i.code == "R-FORMULA"] == ["企业!E4"]
