"""The returned workbook: the park's own file, marked, and nothing else of it touched."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from PIL import Image as Picture

from reports.ooxml import CannotPatch, Package, Why
from reports.ooxml_sheet import CellEdit, SheetXml
from reports.return_xlsx import MAX_COMMENTS, marked_workbook
from reports.return_xlsx_plain import ParkTable, on_clean_template
from reports.return_xlsx_sheets import FILLS, HEAD_ROW
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import LIST_HEADINGS, ComparedLine, KeptIssue, ReturnItem, ReturnNotice

RED, YELLOW = "FF" + FILLS[Severity.ERROR], "FF" + FILLS[Severity.WARNING]


def item(number: int, cell: str, severity: Severity = Severity.ERROR, sheet: str = "税收", **more: str) -> ReturnItem:
    issue = Issue("R-NUMBER", severity, "不是数字", "园.xlsx", sheet, cell, "增值税", "91110108MA01TJ3Y5P", "某公司", **more)
    return ReturnItem(number, issue, last_value="12.00", basis="填报说明", action="改正")


def notice(*items: ReturnItem, **more: object) -> ReturnNotice:
    day = date(2019, 11, 15)
    return ReturnNotice("昌平园", Month(2019, 10), 1, 1, day, "市统筹办 张", "园.xlsx", items, **more)  # type: ignore[arg-type]


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    members = parts(data)
    change(members)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def plain(rows: int = 6) -> bytes:
    """A park's tax sheet: title, headings in row 3, rows from 4."""
    book = Workbook()
    page = book.active
    page.title = "税收"
    page["A1"] = "昌平园税收表"
    for n, heading in enumerate(("信用代码", "企业", "增值税", "合计"), start=1):
        page.cell(3, n, heading)
    for row in range(4, 4 + rows):
        page.cell(row, 1, f"9111010800000{row:05}")
        page.cell(row, 2, f"企业{row}")
        page.cell(row, 3, row * 1.5).number_format = "#,##0.00"
        page.cell(row, 4, row * 2.5)
    return saved(book)


@pytest.fixture
def rich() -> bytes:
    """A file with everything offices put into one: picture, chart, comment, print set-up, rules, macro project."""
    seal = BytesIO()
    Picture.new("RGB", (20, 10), "red").save(seal, "png")
    book = load_workbook(BytesIO(plain(30)))
    page = book["税收"]
    page["C5"].font, page["C5"].fill = Font(bold=True), PatternFill("solid", start_color="00FF00")
    page["C5"].border = Border(right=Side(style="double"))
    page["B6"].comment = Comment("园里的老批注", "李")
    page["C7"].comment = Comment("已核", "李")
    page.freeze_panes = "C4"
    page.print_title_rows = "3:3"
    page.print_area = "A1:D20"
    page.conditional_formatting.add("D4:D30", CellIsRule(operator="lessThan", formula=["0"], font=Font(color="FF0000")))
    page.oddFooter.center.text = "第 &P 页"
    page.merge_cells("A1:D1")
    other = book.create_sheet("图")
    other.add_image(Image(seal), "B2")
    chart = BarChart()
    chart.add_data(Reference(page, min_col=3, min_row=3, max_row=20), titles_from_data=True)
    other.add_chart(chart, "E5")
    other.print_title_rows = "1:1"
    book.active = 1

    def with_macro(members: dict[str, bytes]) -> None:
        members["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0macro"
        types = members["[Content_Types].xml"].decode()
        main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        types = types.replace(main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        members["[Content_Types].xml"] = types.replace("<Override", kind + "<Override", 1).encode()

    return repacked(saved(book), with_macro)


def test_every_part_that_is_not_marked_keeps_its_bytes(rich: bytes) -> None:
    """园方的图、图表、宏、打印设置，退回来一个字节都没动。"""
    before, after = parts(rich), parts(marked_workbook(rich, notice(item(1, "C9"))))
    changed = {name for name in before if after[name] != before[name]}
    selected = {name for name in before if name.startswith("xl/worksheets/sheet") and b'tabSelected="1"' in before[name]}
    own_lists = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    comments = {n for n in before if "comment" in n.lower()}
    assert changed - own_lists - comments - selected <= {"xl/worksheets/sheet1.xml"}
    assert {"xl/vbaProject.bin", "xl/media/image1.png", "xl/charts/chart1.xml"} <= before.keys() - changed
    added = {n for n in after if n not in before}
    assert added == {"xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"}


def test_between_the_marks_the_sheet_itself_is_word_for_word_the_same(rich: bytes) -> None:
    name = "xl/worksheets/sheet1.xml"
    before, after = parts(rich)[name].decode(), parts(marked_workbook(rich, notice(item(1, "C9"))))[name].decode()
    rows = re.compile(r"<row .*?</row>", re.S)
    unlike = [a for a, b in zip(rows.findall(before), rows.findall(after), strict=True) if a != b]
    assert [re.search(r'r="(\d+)"', row)[1] for row in unlike] == ["8", "9"]  # type: ignore[index]
    tail = before[before.index("</sheetData>") + 12 :]
    grown = after[after.index("</sheetData>") + 12 :]
    assert re.sub(r"<autoFilter [^>]*/>", "", grown) == tail
    assert "<mergeCells" in tail
    assert "conditionalFormatting" in tail


def test_a_marked_cell_keeps_its_number_format_font_and_other_borders(rich: bytes) -> None:
    page = load_workbook(BytesIO(marked_workbook(rich, notice(item(1, "C5")))))["税收"]
    cell = page["C5"]
    assert (cell.fill.fgColor.rgb, cell.border.left.style, cell.border.right.style) == (RED, "thick", "double")
    assert (cell.number_format, cell.font.bold, cell.value) == ("#,##0.00", True, 7.5)


def test_the_worst_severity_colours_and_all_items_of_a_cell_are_in_its_comment() -> None:
    book = load_workbook(
        BytesIO(
            marked_workbook(plain(), notice(item(1, "C5", Severity.WARNING), item(2, "C5"), item(3, "D5", Severity.WARNING)))
        )
    )
    page = book["税收"]
    assert (page["C5"].fill.fgColor.rgb, page["D5"].fill.fgColor.rgb) == (RED, YELLOW)
    assert "№1 警告" in page["C5"].comment.text
    assert "№2 错误：不是数字" in page["C5"].comment.text
    assert "[R-NUMBER]" in page["C5"].comment.text
    assert page["C5"].comment.author == "市统筹办"


def test_the_park_s_own_comments_stay_and_ours_follows_below(rich: bytes) -> None:
    page = load_workbook(BytesIO(marked_workbook(rich, notice(item(1, "C7"), item(2, "C8")))))["税收"]
    assert page["B6"].comment.text == "园里的老批注"
    assert page["C7"].comment.text.startswith("已核")
    assert "№1 错误" in page["C7"].comment.text
    assert "№2" in page["C8"].comment.text


def test_each_link_of_the_list_leads_to_the_cell_it_names() -> None:
    items = [item(n, f"{letter}{row}") for n, (letter, row) in enumerate([("C", 5), ("D", 8), ("A", 6)], start=1)]
    book = load_workbook(BytesIO(marked_workbook(plain(), notice(*items, item(4, ""), item(5, "B2", sheet="没有的表")))))
    page = book["00 退回清单"]
    assert book.active is page
    assert [c.value for c in page[HEAD_ROW]] == list(LIST_HEADINGS)
    for n, one in enumerate(items, start=1):
        link = page.cell(HEAD_ROW + n, 4)
        assert link.value == one.issue.cell
        sheet, cell = link.hyperlink.location.replace("'", "").split("!")
        assert book[sheet][cell].fill.fgColor.rgb == RED
    assert page.cell(HEAD_ROW + 4, 4).hyperlink is None
    assert page.cell(HEAD_ROW + 5, 4).hyperlink is None


def test_the_added_column_numbers_the_rows_behind_the_last_used_one() -> None:
    book = load_workbook(BytesIO(marked_workbook(plain(), notice(item(1, "C5"), item(2, "D5"), item(3, "A7")))))
    page = book["税收"]
    assert [page[f"E{n}"].value for n in range(3, 9)] == [None, "退回问题", "№1 №2", None, "№3", None]
    page = load_workbook(BytesIO(marked_workbook(plain(), notice(item(1, "C5"), header_rows={"税收": 3}))))["税收"]
    assert (page["E3"].value, page.auto_filter.ref) == ("退回问题", "A3:E9")


def test_only_one_sheet_is_selected_and_print_titles_stay_with_their_sheet(rich: bytes) -> None:
    """Two selected tabs would be edited together: what is typed into one stands in the other."""
    data = marked_workbook(rich, notice(item(1, "C9")))
    selected = [n for n, xml in parts(data).items() if n.startswith("xl/worksheets/sheet") and b'tabSelected="1"' in xml]
    assert len(selected) == 1
    book = load_workbook(BytesIO(data), keep_vba=True)
    assert book.sheetnames == ["00 退回清单", "01 怎么改", "税收", "图"]
    assert book["税收"].print_title_rows == "$3:$3"
    assert book["图"].print_title_rows == "$1:$1"
    assert book["税收"].freeze_panes == "C4"
    assert book["税收"].print_area == "'税收'!$A$1:$D$20"


def test_a_text_that_begins_like_a_formula_leaves_as_text() -> None:
    hostile = item(1, "C5", value='=HYPERLINK("http://x","y")', expected="@SUM(A1)")
    book = load_workbook(BytesIO(marked_workbook(plain(), notice(hostile))))
    cell = book["00 退回清单"].cell(HEAD_ROW + 1, 8)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", '=HYPERLINK("http://x","y")', True)
    assert book["00 退回清单"].cell(HEAD_ROW + 1, 12).quotePrefix


def test_cells_rows_and_columns_that_are_not_in_the_file_are_made_in_order() -> None:
    page = load_workbook(BytesIO(marked_workbook(plain(), notice(item(1, "B2"), item(2, "AA4"), item(3, "C500")))))["税收"]
    assert [page[a].fill.fgColor.rgb for a in ("B2", "AA4", "C500")] == [RED] * 3
    assert page["A4"].value == "911101080000000004"
    assert page["E500"].value == "№3"


def test_beyond_three_hundred_cells_comments_stop_but_colours_and_list_go_on() -> None:
    many = [item(n, f"C{n + 3}") for n in range(1, MAX_COMMENTS + 21)]
    book = load_workbook(BytesIO(marked_workbook(plain(MAX_COMMENTS + 20), notice(*many))))
    cells = [book["税收"][f"C{n + 3}"] for n in range(1, MAX_COMMENTS + 21)]
    assert sum(1 for c in cells if c.comment) == MAX_COMMENTS
    assert {c.fill.fgColor.rgb for c in cells} == {RED}
    assert book["00 退回清单"].max_row == HEAD_ROW + MAX_COMMENTS + 20


def test_accepted_issues_and_the_comparison_have_sheets_of_their_own() -> None:
    kept = KeptIssue(Issue("R-NEGATIVE", Severity.WARNING, "为负", sheet="税收", cell="C6"), "退库属实", "张")
    line = ComparedLine(3, "税收!C7", "12", "改正", "13", "已改", "改好了")
    book = load_workbook(BytesIO(marked_workbook(plain(), notice(item(1, "C5"), kept=(kept,), compared=(line,)))))
    assert book.sheetnames == ["00 退回清单", "01 怎么改", "税收", "98 接受说明", "99 与上次对比"]
    assert [c.value for c in book["98 接受说明"][3]][-2:] == ["退库属实", "张"]
    assert [c.value for c in book["99 与上次对比"][3]] == ["3", "税收!C7", "12", "改正", "13", "已改", "改好了"]


def test_a_file_returned_before_loses_the_old_marks_and_gets_the_new_ones(rich: bytes) -> None:
    """第二次退回：上次改好的不再标红，批注和编号换成这一次的。"""
    first = marked_workbook(rich, notice(item(1, "C9"), item(2, "C7"), item(3, "D12")))
    second = marked_workbook(first, notice(item(1, "D12"), item(2, "C20")))
    book = load_workbook(BytesIO(second))
    page = book["税收"]
    assert book.sheetnames == ["00 退回清单", "01 怎么改", "税收", "图"]
    assert page["C9"].fill.fill_type is None
    assert page["C9"].border.left.style is None
    assert page["C9"].number_format == "#,##0.00"
    assert page["C9"].comment is None
    assert page["C7"].comment.text.strip() == "已核"
    assert [page["D12"].fill.fgColor.rgb, page["C20"].fill.fgColor.rgb] == [RED, RED]
    assert [page[f"E{n}"].value for n in (6, 9, 12, 20)] == ["退回问题", None, "№1", "№2"]
    assert page["F12"].value is None
    vml = next(xml for name, xml in parts(second).items() if name.endswith(".vml") or "legacyDrawing" in name)
    assert vml.count(b'ObjectType="Note"') == 4


def prefixed(members: dict[str, bytes]) -> None:
    """Every SpreadsheetML part with the prefix x:, as some exporters write it."""
    for name in list(members):
        if re.match(r"xl/(workbook|styles|sharedStrings|worksheets/sheet\d+)\.xml", name):
            xml = re.sub(r"<(/?)(?![?!])(?:(?=[a-zA-Z]))(?![a-z0-9]+:)", r"<\1x:", members[name].decode())
            members[name] = xml.replace("xmlns=", "xmlns:x=", 1).encode()


def strict(members: dict[str, bytes]) -> None:
    for name in list(members):
        if name.endswith((".xml", ".rels")):
            xml = members[name].replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
            )
            old = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            members[name] = xml.replace(old, b"http://purl.oclc.org/ooxml/officeDocument/relationships")


def test_a_file_written_with_prefixes_is_patched_in_its_own_manner() -> None:
    data = marked_workbook(repacked(plain(), prefixed), notice(item(1, "C5"), item(2, "F20")))
    page = load_workbook(BytesIO(data))["税收"]
    assert (page["C5"].fill.fgColor.rgb, page["C5"].value, page["F20"].fill.fgColor.rgb) == (RED, 7.5, RED)
    assert b"<x:autoFilter" in parts(data)["xl/worksheets/sheet1.xml"]


def test_a_strict_file_stays_strict() -> None:
    after = parts(marked_workbook(repacked(plain(), strict), notice(item(1, "C5"))))
    assert all(b"schemas.openxmlformats.org/spreadsheetml" not in xml for n, xml in after.items() if n.startswith("xl/"))
    assert "№1".encode() in after["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.NOT_A_PACKAGE),
        ("代码,名称\n".encode(), Why.NOT_A_PACKAGE),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, Why.NOT_A_PACKAGE),
        (plain()[:-200], Why.NOT_A_PACKAGE),
        (repacked(plain(), lambda m: m.update({"_xmlsignatures/sig1.xml": b"<s/>"})), Why.SIGNED),
        (repacked(plain(), lambda m: m.update({"xl/revisions/revisionHeaders.xml": b"<s/>"})), Why.SHARED),
        (repacked(plain(), lambda m: m.update({"xl/styles.xml": b"<styleSheet/>"})), Why.STYLES),
        (repacked(plain(), lambda m: m.pop("xl/worksheets/sheet1.xml")), Why.BROKEN),
        (
            repacked(plain(), lambda m: m.update({"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")})),
            Why.MARKUP,
        ),
    ],
)
def test_what_cannot_be_patched_says_why(data: bytes, why: Why) -> None:
    with pytest.raises(CannotPatch) as refused:
        marked_workbook(data, notice(item(1, "C5")))
    assert refused.value.why is why


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 30), min_size=0, max_size=12, unique=True),
    st.lists(st.tuples(st.integers(1, 35), st.integers(1, 12)), min_size=1, max_size=8, unique=True),
    st.booleans(),
)
def test_cells_stay_in_order_whatever_is_marked(rows: list[int], marks: list[tuple[int, int]], numbered: bool) -> None:
    """The same edits on rows and cells with and without their addresses written in them."""

    def row(r: int) -> str:
        cells = "".join(
            f"<c r='{get_column_letter(c)}{r}' s='1'><v>{c}</v></c>" if c % 2 else f'<c r="{get_column_letter(c)}{r}"/>'
            for c in range(1, 9, 1 + r % 3)
        )
        return f'<row r="{r}" spans="1:8">{cells}</row>' if r % 4 else f'<row r="{r}"/>'

    whole = "".join(row(r) for r in sorted(rows))
    if numbered and rows:
        whole = "".join(f"<row><c/><c><v>{r}</v></c></row>" for r in range(1, len(rows) + 1))
    sheet = SheetXml(f'<worksheet xmlns="x"><sheetData>{whole}</sheetData></worksheet>'.encode())
    edits: dict[int, dict[int, CellEdit]] = {}
    for r, c in marks:
        edits.setdefault(r, {})[c] = CellEdit(lambda base: base + 7)
    sheet.edit(edits)
    again = SheetXml(sheet.data)
    assert [r.number for r in again.rows] == sorted({*(r.number for r in again.rows)})
    looks = {}
    for r in again.rows:
        for column, m in again._cells(r) if not r.empty else ():
            found = re.search(rb'\ss=["\'](\d+)', m[1])
            looks[(r.number, column)] = int(found[1]) if found else 0
    assert all(looks[place] >= 7 for place in marks)
    assert sum(1 for look in looks.values() if look >= 7) == len(marks)


def test_the_package_is_copied_whole_when_nothing_changes(rich: bytes) -> None:
    assert parts(Package(rich).save()) == parts(rich)


@pytest.mark.slow
def test_libreoffice_opens_the_result_and_finds_the_cell_of_every_link(rich: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed here")
    items = [item(1, "C5"), item(2, "D8"), item(3, "C12", Severity.WARNING)]
    (tmp_path / "退回.xlsm").write_bytes(marked_workbook(rich, notice(*items)))
    out = tmp_path / "出"
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(tmp_path / "退回.xlsm")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = load_workbook(out / "退回.xlsx")
    page = book["00 退回清单"]
    for n, one in enumerate(items, start=1):
        place = page.cell(HEAD_ROW + n, 4).hyperlink.location.lstrip("#").replace("'", "").replace("$", "")
        sheet, cell = re.split(r"[!.]", place)
        assert (sheet, cell) == ("税收", one.issue.cell)
        assert book[sheet][cell].fill.fgColor.rgb == (YELLOW if n == 3 else RED)
        assert f"№{n}" in book[sheet][cell].comment.text
    assert book["税收"]["C5"].value == 7.5
    assert book["税收"]["B6"].comment.text.strip().endswith("园里的老批注")
    assert len(book["图"]._charts) == 1
    assert len(book["图"]._images) == 1


def test_a_file_that_cannot_be_marked_comes_back_on_a_clean_template_and_says_so() -> None:
    """.xls、.csv 没法在原件上标，就把数填进空白模板里标，首页写明。"""
    table = ParkTable(
        "tax",
        "税",
        (7, 9),
        {"credit_code": "B", "name": "C", "vat_fen": "F"},
        {"credit_code": ["91110108MA01TJ3Y5P", None], "name": ["甲", "乙"], "vat_fen": [123_450, None]},
    )
    asked = notice(item(1, "F9", sheet="税", value="无"), item(2, "F7", sheet="税"), item(3, "Z9", sheet="税"), item(4, ""))
    more = {"clusters": ("沙河",), "industries": ("新材料",), "parks": ("昌平园",)}
    book = load_workbook(BytesIO(on_clean_template(asked, [table], why="是 .xls 格式", **more)))
    page, listed = book["税收"], book["00 退回清单"]
    assert "不能在原件上标注" in str(listed["B8"].value)
    places = [listed.cell(HEAD_ROW + n, 4) for n in (1, 2, 3, 4)]
    assert [c.value for c in places] == ["E7", "E6", None, None]
    assert [page["E7"].value, page["E6"].value, page["A6"].value] == ["无", 1234.5, "91110108MA01TJ3Y5P"]
    assert [page["E7"].fill.fgColor.rgb, page["E6"].fill.fgColor.rgb] == [RED, RED]
    assert "原件 税!F9" in str(listed.cell(HEAD_ROW + 1, 10).value)


def test_the_added_heading_stands_beside_the_headings_and_the_filter_right_above_the_companies() -> None:
    """表头下面还有 甲乙丙 一行和合计行：“退回问题”写在表头那一行，筛选从企业上一行开始。"""
    book = load_workbook(BytesIO(plain()))
    page = book["税收"]
    page.insert_rows(4, 2)
    for column, text in enumerate(("甲", "乙", "1", "2"), start=1):
        page.cell(4, column, text)
    page["A5"] = "合计"
    asked = notice(item(1, "C7"), header_rows={"税收": 5}, headings={"税收": {"A": "信用代码", "C": "增值税", "D": "合计"}})
    page = load_workbook(BytesIO(marked_workbook(saved(book), asked)))["税收"]
    assert [page[f"E{n}"].value for n in range(2, 8)] == [None, "退回问题", None, None, None, "№1"]
    assert page.auto_filter.ref == "A5:E11"


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_file_is_marked_or_refused_but_never_a_crash(data: st.DataObject) -> None:
    members = parts(plain(3))
    name = data.draw(st.sampled_from(sorted(n for n in members if n.endswith((".xml", ".rels")))))
    content = members[name]
    at = data.draw(st.integers(0, len(content) - 1))
    instead = data.draw(st.sampled_from([b"", b"\x81", b">", b'"', b"<", content[max(0, at - 30) : at]]))
    broken = content[:at] + instead + content[at + data.draw(st.integers(1, 40)) :]
    with contextlib.suppress(CannotPatch):
        out = marked_workbook(repacked(plain(3), lambda m: m.update({name: broken})), notice(item(1, "C5"), item(2, "B9")))
        assert parts(out).keys() >= members.keys()


class OneWay(BytesIO):
    """A stream that cannot go back, as a web download is written: sizes follow the data of every member."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError("one way")


def test_a_zip_written_in_one_go_is_copied_as_well() -> None:
    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(plain()).items():
            archive.writestr(name, content)
    marked = marked_workbook(out.getvalue(), notice(item(1, "C5")))
    assert parts(marked)["xl/theme/theme1.xml"] == parts(plain())["xl/theme/theme1.xml"]
    assert load_workbook(BytesIO(marked))["税收"]["C5"].fill.fgColor.rgb == RED
