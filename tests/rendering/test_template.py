"""The submission template: what a park gets to fill in, and what a filled one holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.template_xlsx import FIRST_ROW, HEADING_ROW, KEY_ROW, cell_value, write_template
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.layouts import ENTERPRISE, SHEETS, TAX
from zgc_desktop.domain.park_layouts import EVERY_SHEET, INDICATORS
from zgc_desktop.domain.periods import Month

PARKS = ("东城园", "西城园", "昌平园")
COMPANY = {
    "credit_code": "911101010000000019",
    "name": "=北京晟喆犇科技有限公司",
    "cluster": "未来科学城",
    "founded_on": date(2012, 3, 4),
    "revenue_fen": 123_456_789,
    "employees": 12,
}
TAXES = {"credit_code": "911101010000000019", "name": "北京晟喆犇科技有限公司", "vat_fen": 12_345, "refund_fen": -5}


def template(tmp_path: Path, **more: object) -> Path:
    return write_template(
        tmp_path / "模板.xlsx",
        park="昌平园",
        month=Month(2026, 10),
        clusters=("未来科学城", "沙河"),
        industries=("新一代信息技术", "医药健康"),
        parks=PARKS,
        **more,  # type: ignore[arg-type]
    )


def test_every_declared_column_stands_in_the_template_with_its_unit_and_its_key(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path))
    data = ["企业", "税收", "梯队", "空间", "项目准入", "园区指标"]
    assert book.sheetnames == ["封面", *data, "填报说明", "填写示例", "码表", "_meta"]
    for sheet in EVERY_SHEET.values():
        page = book[sheet.title]
        assert [c.value for c in page[HEADING_ROW]] == [c.heading for c in sheet.columns]
        assert [c.value for c in page[KEY_ROW]] == [c.key for c in sheet.columns]
        assert page.max_row == KEY_ROW or sheet.key not in SHEETS
    assert [row[0] for row in book["园区指标"].iter_rows(min_row=FIRST_ROW, values_only=True)] == list(INDICATORS)


def test_park_and_month_can_be_recognised_from_the_title_and_from_the_hidden_sheet(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path))
    assert book["企业"]["A1"].value == "2026年10月中关村昌平园企业情况表"
    assert [row[1] for row in book["_meta"].iter_rows(values_only=True)][1:] == ["昌平园", "2026-10"]
    assert book["_meta"].sheet_state == "veryHidden"


def test_lists_of_choices_are_named_ranges_so_that_no_list_is_too_long(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path))
    by_place = {str(v.sqref).split(":")[0]: v for v in book["企业"].data_validations.dataValidation}
    cluster = by_place[f"F{FIRST_ROW}"]
    assert cluster.formula1 == "=L_cluster"
    assert cluster.errorStyle == "warning"
    assert by_place[f"A{FIRST_ROW}"].prompt == ENTERPRISE.column("credit_code").help
    assert not [v.formula1 for v in by_place.values() if v.type == "list" and not v.formula1.startswith("=L_")]
    place = book.defined_names["L_cluster"].attr_text
    assert [c[0].value for c in book["码表"][place.split("!")[1].replace("$", "")]] == ["未来科学城", "沙河", "园内组团外"]


def test_known_companies_are_printed_in_grey_and_their_tax_adds_itself_up(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path, companies=[COMPANY]))
    page, tax = book["企业"], book["税收"]
    assert page.cell(FIRST_ROW, 1).value == "911101010000000019"
    assert page.cell(FIRST_ROW, 1).number_format == "@"
    assert page.cell(FIRST_ROW, 9).font.color.rgb.endswith("606B7B")
    total = 1 + [c.key for c in TAX.columns].index("total_fen")
    assert tax.cell(FIRST_ROW, total).value == f'=IF(COUNT(E{FIRST_ROW},F{FIRST_ROW},G{FIRST_ROW})=0,"",SUM(E6,F6,G6))'
    assert tax.cell(FIRST_ROW, 5).value is None


def test_a_filled_template_holds_every_amount_exactly_and_in_the_unit_of_its_column(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path, rows={"enterprise": [COMPANY], "tax": [TAXES]}))
    page, tax = book["企业"], book["税收"]
    keys = [c.key for c in ENTERPRISE.columns]
    assert page.cell(FIRST_ROW, 1 + keys.index("revenue_fen")).value == 123.456789
    assert page.cell(FIRST_ROW, 1 + keys.index("founded_on")).is_date
    assert tax.cell(FIRST_ROW, 5).value == 123.45
    assert tax.cell(FIRST_ROW, 6).value is None
    assert cell_value(TAX.column("refund_fen"), -5) == Decimal("-0.05")


def test_a_name_that_begins_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    cell = load_workbook(template(tmp_path, companies=[COMPANY]))["企业"].cell(FIRST_ROW, 2)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=北京晟喆犇科技有限公司", True)


def test_the_heading_rows_are_guarded_without_a_password_and_the_rows_below_are_open(tmp_path: Path) -> None:
    page = load_workbook(template(tmp_path, companies=[COMPANY]))["企业"]
    assert page.protection.sheet
    assert not page.protection.password
    assert page.cell(HEADING_ROW, 1).protection.locked
    assert not page.cell(FIRST_ROW, 1).protection.locked
    assert not page.column_dimensions["A"].protection.locked


def test_an_amount_that_is_not_whole_fen_is_refused() -> None:
    with pytest.raises(TypeError, match="whole 分"):
        cell_value(TAX.column("vat_fen"), 1.5)


def test_a_folder_that_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "报表"
    in_the_way.write_text("不是文件夹", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match=r"报表.*文件未写出.*另选"):
        template(in_the_way)
    assert [p.name for p in tmp_path.iterdir()] == ["报表"]


def test_a_target_that_is_in_the_way_is_a_sentence_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "模板.xlsx").mkdir()
    with pytest.raises(EnvironmentProblem, match="文件未写出"):
        template(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["模板.xlsx"]


def test_examples_show_three_good_rows_and_the_message_of_a_bad_one(tmp_path: Path) -> None:
    page = load_workbook(template(tmp_path))["填写示例"]
    first = [str(row[0].value or "") for row in page.iter_rows()]
    assert sum(1 for text in first if len(text) == 18 and text.startswith("91110000MA")) == 3 * 3 + 2
    messages = [text for text in first if text.startswith("↑")]
    assert ["代码" in messages[0], "相加" in messages[1], "可填" in messages[2]] == [True] * 3
