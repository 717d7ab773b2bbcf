"""The template's 填写示例 sheet: three good rows of each sheet, and one bad row with the message it would give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets import DATE, GREY, HEADING, MONEY, NOTE, REQUIRED, TEXT, TITLE, Look, Pen, Value, print_setup, set_widths
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.issues import found
from zgc_desktop.domain.layouts import Column, Sheet
from zgc_desktop.domain.park_layouts import EVERY_SHEET, INDICATORS

_GOOD: Final = 3
_TEXTS: Final = {
    "registered_address": "北京市示例区示例路 {n} 号",
    "operating_address": "北京市示例区示例路 {n} 号",
    "main_business": "软件开发",
    "paid_month": "2026-10",
    "belongs_to": "2026-09",
}
_AMOUNTS: Final = {"vat_fen": 120000, "cit_fen": 80000, "other_fen": 3000, "total_fen": 203000, "refund_fen": 0}
_BAD: Final[Mapping[str, tuple[str, Value, str, dict[str, str]]]] = {
    "enterprise": ("credit_code", "1.1E+17", "R-CODE-NUMERIC", {}),
    "tax": ("total_fen", Decimal(999), "R-TAX-SUM", {"expected": "203,000.00", "found": "999.00"}),
    "space": ("used", Decimal(9), "P-USED", {"found": "9", "expected": "4"}),
    "project": ("research", Decimal(650), "P-SHARE", {"value": "650"}),
    "indicator": ("ytd", Decimal("0.5"), "P-INDICATOR-YTD", {"company": "发明专利授权", "found": "0.5", "expected": "4"}),
    "tier": ("tier_applied", "独角", "R-CHOICE", {"value": "独角", "expected": "瞪羚、独角兽、隐形冠军、领军"}),
}  # fmt: skip


_OF_PARK: Final[Mapping[str, tuple[Value, ...]]] = {
    "number": ("示例-01", "示例-02", "示例-03", "示例-04"),
    "area": (Decimal(10), Decimal("3.5"), Decimal(2), Decimal(4)),
    "used": (Decimal(6), Decimal(3), Decimal("0.5"), Decimal(1)),
    "free": (Decimal(4), Decimal("0.5"), Decimal("1.5"), Decimal(3)),
    "ratio_percent": (Decimal("2.5"), Decimal(2), Decimal(3), Decimal(2)),
    "self_held": (Decimal(35), Decimal(20), Decimal(0), Decimal(50)),
    "intensity": (Decimal(100), Decimal("571.43"), Decimal(1500), Decimal(1000)),
    "land_output": (Decimal(100), Decimal("571.43"), Decimal(1500), Decimal(1000)),
    "head_output": (Decimal(100), Decimal(100), Decimal(100), Decimal(100)),
    "research": (Decimal("6.5"), Decimal(5), Decimal(8), Decimal(6)),
    "indicator": tuple(INDICATORS)[:4],
    "unit": tuple(INDICATORS.values())[:4],
    "value": (Decimal("1.2"), Decimal(60), Decimal(5), Decimal(4)),
    "ytd": (Decimal("11.8"), Decimal(61), Decimal("5.1"), Decimal(40)),
    "before": (Decimal("10.6"), Decimal(61), Decimal("5.1"), Decimal(36)),
    "last_year": (Decimal("10.9"), Decimal(59), Decimal("4.8"), Decimal(35)),
    "basis": ("园区口径", None, None, "当年授权"),
    "source": ("统计部门月报", "统计部门月报", "园区台账", "园区台账"),
}
"""What the sheets about the park hold in the three good rows and the bad one; other columns take what every sheet takes."""


def write_examples(pen: Pen, page: Worksheet, lists: Mapping[str, tuple[str, ...]]) -> None:
    """Fill the sheet. Intake never reads it; its companies are invented."""
    pen.put(page, 1, 1, "填写示例", TITLE)
    pen.put(page, 2, 1, "示例企业均为虚构。每表三行正确、一行错误；错误行下面是校验时的提示。本表不读取，不必删除。", NOTE)
    at = 4
    widest = max(len(sheet.columns) for sheet in EVERY_SHEET.values())
    for sheet in EVERY_SHEET.values():
        at = _sheet(pen, page, sheet, at, lists)
    set_widths(page, [22, 30, *([16] * (widest - 2))])
    page.protection.sheet = True
    print_setup(page, landscape=True, header="填写示例")


def _sheet(pen: Pen, page: Worksheet, sheet: Sheet, at: int, lists: Mapping[str, tuple[str, ...]]) -> int:
    pen.put(page, at, 1, f"{sheet.title}表：{sheet.about}", Look(bold=True))
    for n, column in enumerate(sheet.columns, start=1):
        pen.put(page, at + 1, n, column.heading, HEADING)
    for row in range(1, _GOOD + 1):
        for n, column in enumerate(sheet.columns, start=1):
            pen.put(page, at + 1 + row, n, _value(column, row, lists), _look(column, GREY))
    key, value, check, words = _BAD[sheet.key]
    bad = at + 2 + _GOOD
    for n, column in enumerate(sheet.columns, start=1):
        wrong = column.key == key
        shown = value if wrong else _value(column, _GOOD + 1, lists)
        pen.put(page, bad, n, shown, _look(column, REQUIRED if wrong else GREY))
    place = next(n for n, c in enumerate(sheet.columns, start=1) if c.key == key)
    message = found(check, **{"column": sheet.column(key).title, **words}).message
    pen.put(page, bad + 1, 1, f"↑ {get_column_letter(place)} 列：{message}", Look(colour=REQUIRED, size=9))
    return bad + 3


def _value(column: Column, n: int, lists: Mapping[str, tuple[str, ...]]) -> Value:
    if column.kind == "code":
        body = f"91110000MA0000{n:03d}"
        return body + check_character(body)
    if column.key == "name":
        return f"示例{'甲乙丙丁'[n - 1]}{'产业化项目' if column.title == '项目' else '科技有限公司'}"
    if column.kind == "money":
        return Decimal(_AMOUNTS.get(column.key, 1000 * n if "ytd" not in column.key else 10_000 * n))
    if column.kind == "count":
        return 10 * n
    if column.kind == "date":
        return None if column.key == "idle_since" else date(2048 if column.key == "term_to" else 2018, n, 8)
    if column.key in _OF_PARK and not column.choices:
        return _OF_PARK[column.key][n - 1]
    choices = lists.get(f"L_{column.key}", ())
    if choices:
        return choices[0]
    return _TEXTS[column.key].format(n=n) if column.key in _TEXTS else None


def _look(column: Column, colour: str) -> Look:
    number, align = {"money": (MONEY, "right"), "date": (DATE, "center"), "code": (TEXT, "left")}.get(
        column.kind, ("General", "left")
    )
    return Look(number=number, align=align, colour=colour, frame=True)
