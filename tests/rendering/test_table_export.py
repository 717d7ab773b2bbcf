"""An exported table says what it is filtered by, keeps codes text and amounts exact, and survives many rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from reports.table_xlsx import write_table_xlsx
from zgc_desktop.domain.plain_table import PlainColumn, PlainTable

COLUMNS = (
    PlainColumn("企业名称", "text", 30),
    PlainColumn("信用代码", "text", 24),
    PlainColumn("本月税收（万元）", "money", 16),
    PlainColumn("从业", "count", 10),
    PlainColumn("占比", "percent", 10),
    PlainColumn("立案日", "date", 12),
)


def test_a_table_is_written_as_it_is_shown(tmp_path: Path) -> None:
    rows = (
        ("=SUM(A1)", "911101080000000001", Decimal("12.3456"), 7, Decimal("0.25"), date(2026, 10, 15)),
        ("澄观\x01", "911101080000000002", None, None, None, None),
    )
    totals = ("筛选合计", None, Decimal("12.3456"), 7, None, None)
    out = write_table_xlsx(PlainTable("企业台账 2026-10", "筛选：园：海淀", COLUMNS, rows, totals), tmp_path / "a.xlsx")
    page = load_workbook(out)["数据"]
    assert page["A1"].value == "企业台账 2026-10"
    assert page["A2"].value == "筛选：园：海淀"
    assert [c.value for c in page[3]] == [c.title for c in COLUMNS]
    assert (page["A4"].value, page["A4"].data_type, page["A4"].quotePrefix) == ("=SUM(A1)", "s", True)
    assert page["B4"].value == "911101080000000001"
    assert page["B4"].number_format == "@"
    assert page["C4"].value == 12.3456
    assert page["C4"].number_format == "#,##0.00"
    assert page["F4"].value.date() == date(2026, 10, 15)
    assert page["A5"].value == "澄观\ufffd"
    assert [page.cell(5, n).value for n in range(3, 7)] == [None] * 4
    assert page["A6"].value == "筛选合计"
    assert page["A6"].font.bold
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:F5"
