"""The template's sheets about the park as Excel works them out, and a return of a file that cannot be marked itself."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.return_xlsx_plain import ParkTable, on_clean_template
from reports.template_xlsx import FIRST_ROW, write_template
from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.issues import found
from zgc_desktop.domain.park_layouts import PARK_SHEETS, SPACE
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import ReturnItem, ReturnNotice

HECTARE = UNIT_AREA["公顷"]
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ROWS: dict[str, list[dict[str, object]]] = {
    "space": [
        {"number": "CP-01", "cluster": "昌平新城", "area": 10 * HECTARE, "used": 2 * HECTARE, "self_held": 3500},
        {"number": "CP-02", "cluster": "昌平新城", "area": UNIT_AREA["亩"], "used": None},
    ],
    "project": [
        {
            "name": "样例项目",
            "cluster": "昌平新城",
            "total_investment_fen": 3_000_000_000,
            "investment_fen": 2_000_000_000,
            "area": 2 * HECTARE,
            "output_fen": 1_000_000_000,
            "people": 30,
        }
    ],
    "indicator": [{"indicator": "总收入", "unit": "亿元", "ytd": "12.5", "source": "台账"}],
}


def template(out: Path) -> Path:
    parks = ("昌平园", "海淀园")
    return write_template(
        out, park="昌平园", month=Month(2026, 10), clusters=("昌平新城",), industries=("先进制造",), parks=parks, rows=ROWS
    )


@pytest.mark.skipif(SOFFICE is None, reason="没有 LibreOffice")
def test_computed_columns_and_the_cover_add_up_in_the_park_s_own_program(tmp_path: Path) -> None:
    """可用、投资强度、地均与人均产出自动算出；空行不出 0 也不出错；封面行数与合计对得上。"""
    path = template(tmp_path / "模板.xlsx")
    profile = (tmp_path / "lo").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(tmp_path / "算"), str(path)], check=True, capture_output=True, timeout=120)
    book = load_workbook(tmp_path / "算" / "模板.xlsx", data_only=True)

    def value(sheet: str, key: str, row: int = FIRST_ROW) -> object:
        at = [c.key for c in PARK_SHEETS[sheet].columns].index(key) + 1
        return book[PARK_SHEETS[sheet].title].cell(row, at).value

    assert (value("space", "free"), value("space", "free", FIRST_ROW + 1)) == (8, None)
    measures = [value("project", key) for key in ("intensity", "land_output", "head_output")]
    assert measures == [1000, 500, 33.33]
    assert [value("project", "intensity", row) for row in range(FIRST_ROW + 1, FIRST_ROW + 20)] == [None] * 19
    cover = {row[0].value: (row[1].value, row[3].value) for row in book["封面"].iter_rows(min_row=10) if row[0].value}
    assert (cover["空间"], cover["项目准入"], cover["园区指标"]) == ((2, 10), (1, 3000), (1, "—"))


def test_plots_of_a_file_that_cannot_be_marked_stand_on_the_clean_template_exactly(tmp_path: Path) -> None:
    """老格式报来的：地块填进空白模板，亩数不变，问题标在它现在的格子上。"""
    table = ParkTable(
        "space",
        "用地台账",
        (4, 5),
        {"number": "B", "area": "D", "used": "E", "term_to": "F"},
        {"number": ["CP-01", "CP-02"], "area": [10 * HECTARE, UNIT_AREA["亩"]], "used": [11 * HECTARE, None],
         "term_to": ["2040-01-01", None]},
    )  # fmt: skip
    issue = found("P-USED", sheet="用地台账", cell="E4", column="已用", company="CP-01", value="11", found="11", expected="10")
    item = ReturnItem(1, issue)
    notice = ReturnNotice("昌平园", Month(2026, 10), 1, 1, date(2026, 11, 13), "张", "台账.xls", (item,))
    data = on_clean_template(notice, [table], why="是 .xls 格式", clusters=(), industries=(), parks=("昌平园",))
    (tmp_path / "退回.xlsx").write_bytes(data)
    page = load_workbook(tmp_path / "退回.xlsx")["空间"]
    at = {c.key: n for n, c in enumerate(SPACE.columns, start=1)}
    assert [page.cell(FIRST_ROW, at[k]).value for k in ("number", "area", "used")] == ["CP-01", 10, 11]
    assert page.cell(FIRST_ROW + 1, at["area"]).value == "1 亩"
    assert "P-USED" in page.cell(FIRST_ROW, at["used"]).comment.text
    assert "用地台账!E4" in page.cell(FIRST_ROW, at["used"]).comment.text
