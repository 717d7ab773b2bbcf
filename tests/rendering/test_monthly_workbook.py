"""The monthly workbook: the PDF's figures in cells, and formulas that prove that the totals tie."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reports.monthly_xlsx import write_monthly_xlsx
from tests.rendering.plan_parts import second_edition
from zgc_desktop.domain.errors import Cancelled, EnvironmentProblem
from zgc_desktop.domain.monthly import MonthlyDocument, SharingSection

Sample = Callable[..., MonthlyDocument]
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "monthly_workbook.txt"


@pytest.fixture(scope="module")
def written(sample_month: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_monthly_xlsx(sample_month(), tmp_path_factory.mktemp("xlsx") / "月报.xlsx")


@pytest.fixture(scope="module")
def book(written: Path) -> Workbook:
    return load_workbook(written)


def column(book: Workbook, sheet: str, title: str) -> list[object]:
    """The values below one heading."""
    page = book[sheet]
    place = next(c.column for c in page[3] if c.value == title)
    return [page.cell(row, place).value for row in range(4, page.max_row + 1)]


def test_the_workbook_has_the_sheets_of_the_sections_that_have_data(book: Workbook) -> None:
    assert book.sheetnames[0] == "0 封面与口径"
    assert book.sheetnames[-1] == "15 勾稽"
    assert "11 空间准入" not in book.sheetnames


def test_land_and_targets_have_sheets_11_and_12(sample_month: Sample, tmp_path: Path) -> None:
    book = load_workbook(write_monthly_xlsx(second_edition(sample_month()), tmp_path / "月报.xlsx"))
    assert {"11 空间准入", "11a 分园用地", "11b 项目准入", "11d 片区用地", "12 规划目标", "13b 任务落实"} <= set(
        book.sheetnames
    )
    assert book.sheetnames[-1] == "15 勾稽"
    assert column(book, "12 规划目标", "现值") == [2]
    assert column(book, "11 空间准入", "计入")[-1] == "否"
    rows = list(book["3b 片区企业"].iter_rows(min_row=4, values_only=True))
    assert [r[1] for r in rows] == ["中心城区", "城市副中心", "平原新城", "生态涵养区", "北部聚集区", "南部聚集区"]
    assert rows[1][3] == "未报"


def test_amounts_stand_exactly_in_their_unit(book: Workbook, sample_month: Sample) -> None:
    doc = sample_month()
    assert [round(v * 1_000_000) for v in column(book, "3 企业总体", "地方税收(万元)") if isinstance(v, int | float)] == [
        line.tax_fen for line in doc.stock if line.reported
    ]
    assert [round(v * 100) for v in column(book, "7 分享明细", "应得") if isinstance(v, int | float)] == [
        line.due_fen for line in doc.sharing.lines
    ]


def test_a_missing_park_is_a_word_and_never_a_zero(book: Workbook) -> None:
    row = next(r for r in book["3 企业总体"].iter_rows(min_row=4, values_only=True) if r[0] == "通州园")
    assert set(row[1:]) == {"未报"}
    received = next(r for r in book["2 报送情况"].iter_rows(min_row=4, values_only=True) if r[1] == "通州园")
    assert received[8:12] == ("未报",) * 4
    assert "不含通州园（未报）" in str(book["3 企业总体"]["A2"].value)


def test_the_closing_stock_is_a_formula_of_its_parts(book: Workbook) -> None:
    assert book["3 企业总体"]["H4"].value == "=B4+C4+D4-E4-F4+G4"


def test_the_sheet_of_evidence_holds_values_only(book: Workbook) -> None:
    assert not [c.coordinate for row in book["7 分享明细"].iter_rows() for c in row if c.data_type == "f"]


def test_every_tie_is_a_formula_and_the_verdict_too(book: Workbook) -> None:
    rows = list(book["15 勾稽"].iter_rows(min_row=4, values_only=True))
    assert len(rows) == 12
    assert [r for r in rows if not all(str(v).startswith("=") for v in r[1:])] == []


def test_every_name_in_a_formula_is_a_sheet_of_the_workbook(book: Workbook) -> None:
    named = {
        part
        for row in book["15 勾稽"].iter_rows(min_row=4, values_only=True)
        for v in row[1:3]
        for part in str(v).split("'")[1::2]
    }
    assert named <= set(book.sheetnames)
    assert len(named) == 8


def test_codes_are_text_and_days_are_days(book: Workbook) -> None:
    page = book["4 迁移案件"]
    assert page["B4"].number_format == "@"
    assert isinstance(page["B4"].value, str)
    assert isinstance(page["H4"].value, datetime)
    assert page["H4"].number_format == "yyyy-mm-dd"


def test_a_name_that_begins_like_a_formula_stays_a_name(sample_month: Sample, tmp_path: Path) -> None:
    doc = sample_month(coordination=(), left_out=("=cmd|' /C calc'!A0", "+1", "@x"))
    page = load_workbook(write_monthly_xlsx(doc, tmp_path / "月报.xlsx"))["0 封面与口径"]
    cell = next(row[1] for row in page.iter_rows(min_row=3) if row[0].value == "未列章节")
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=cmd|' /C calc'!A0；+1；@x", True)


def test_sheets_can_be_read_filtered_and_printed(book: Workbook) -> None:
    for name in ("4 迁移案件", "7 分享明细", "10 组团"):
        page = book[name]
        assert page.freeze_panes in ("D4", "C4")
        assert page.auto_filter.ref.startswith("A3:")
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.fitToWidth == 1
        assert page.print_title_rows == "$3:$3"
        assert page.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert "表_分享明细" in book.defined_names
    assert not [page.title for page in book if page.merged_cells.ranges]


def test_the_fingerprint_is_in_the_properties_and_on_the_cover(book: Workbook) -> None:
    assert book.properties.keywords == "3f9a0c1e5b7d2846" + "0" * 48
    assert book.properties.title == "中关村示范区一区多园统筹协调月报（2026年10月，第10期）"
    assert "3f9a0c1e5b7d2846" in [row[1] for row in book["0 封面与口径"].iter_rows(min_row=3, values_only=True)]


def test_a_month_with_nothing_in_it_is_a_correct_workbook(sample_month: Sample, tmp_path: Path) -> None:
    lists = ("key_figures", "industries", "move_matrix", "cases", "leads", "tiers", "tier_proposals", "clusters", "rules")
    empty = sample_month(sharing=SharingSection("规则", "出处", "", (), (), ()), issues_by_park=(), **dict.fromkeys(lists, ()))
    book = load_workbook(write_monthly_xlsx(empty, tmp_path / "月报.xlsx"))
    assert book["4 迁移案件"].max_row == 3


def test_cancelling_writes_nothing(sample_month: Sample, tmp_path: Path) -> None:
    done: list[int] = []
    with pytest.raises(Cancelled):
        write_monthly_xlsx(
            sample_month(),
            tmp_path / "月报.xlsx",
            progress=lambda n, whole, step: done.append(n),
            cancelled=lambda: len(done) == 3,
        )
    assert done == [1, 2, 3]
    assert list(tmp_path.iterdir()) == []


def test_a_target_in_the_way_is_a_sentence_and_stays(sample_month: Sample, tmp_path: Path) -> None:
    (tmp_path / "月报.xlsx").mkdir()
    with pytest.raises(EnvironmentProblem, match=r"月报\.xlsx.*文件未写出.*另选"):
        write_monthly_xlsx(sample_month(), tmp_path / "月报.xlsx")
    assert [p.name for p in tmp_path.iterdir()] == ["月报.xlsx"]


def test_the_cells_are_those_last_looked_at(book: Workbook) -> None:
    """Set ZGC_UPDATE_GOLDEN=1 after looking at the workbook to accept what changed."""
    lines = []
    for page in book:
        lines.append(f"# {page.title}")
        lines += ["\t".join("" if v is None else str(v) for v in row) for row in page.iter_rows(values_only=True)]
    read = "\n".join(lines) + "\n"
    if os.environ.get("ZGC_UPDATE_GOLDEN"):
        GOLDEN.write_text(read, encoding="utf-8", newline="\n")
    assert read == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_tie_is_zero_once_a_spreadsheet_program_has_calculated_it(sample_month: Sample, tmp_path: Path) -> None:
    written = write_monthly_xlsx(second_edition(sample_month()), tmp_path / "月报.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(written)]
    subprocess.run(["soffice", profile, *target], check=True, capture_output=True, timeout=120)
    book = load_workbook(tmp_path / "out" / "月报.xlsx", data_only=True)
    rows = list(book["15 勾稽"].iter_rows(min_row=4, values_only=True))
    assert len(rows) == 23
    assert [r for r in rows if r[3] != 0 or r[4] != "平"] == []
    errors = [c.coordinate for page in book for row in page.iter_rows() for c in row if c.data_type == "e"]
    assert errors == []
