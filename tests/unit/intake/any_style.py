"""Park files of any style for the property tests: one layout on a grid, written as .xlsx, .xls, .xlsb, .ods or .csv."""

from __future__ import annotations

import csv
import io
import struct
from dataclasses import dataclass, field
from datetime import date

import openpyxl
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from tests.unit.intake import test_intake_ods as ods
from tests.unit.intake import test_intake_old_xls as xls
from tests.unit.intake import test_intake_xlsb as xlsb
from zgc_desktop.domain.credit_code import check_character

KINDS = ("xlsx", "xls", "xlsb", "ods", "csv")
COMPANIES = 7
ROSTER = {
    "credit_code": ("统一社会信用代码",),
    "name": ("企业名称",),
    "registered_address": ("注册地址",),
    "industry": ("产业领域",),
    "founded_on": ("成立日期",),
    "employees": ("从业人员",),
    "revenue_fen": ("营业收入", "本月"),
    "revenue_ytd_fen": ("营业收入", "累计"),
    "rd_fen": ("研发费用", "本月"),
    "status": ("状态",),
}
"""Headings by field; two levels where the header has two rows."""
TAX = {"vat_fen": ("增值税",), "cit_fen": ("企业所得税",), "other_fen": ("其他地方税",), "total_fen": ("地方税收合计",)}
MONEY = tuple(k for k in (*ROSTER, *TAX) if k.endswith("_fen"))
FAULTS: dict[str, tuple[object, str]] = {
    **dict.fromkeys(MONEY, ("见附件", "R-NUMBER")),
    "employees": ("若干", "R-NUMBER"),
    "founded_on": ("2026-13-45", "R-DATE"),
    "status": ("还在", "R-CHOICE"),
    "name": (None, "R-NAME-MISSING"),
    "registered_address": (None, "R-REQUIRED"),
    "industry": (None, "R-REQUIRED"),
    "credit_code": ("91110108MA0000OO1Z", "R-CODE-FORM"),
}
"""What is planted in a field, and the check that must find it."""

Grid = dict[tuple[int, int], object]


@dataclass(frozen=True, slots=True)
class Style:
    """How an office lays out its table."""

    kind: str
    titles: int
    above: int
    left: int
    order: tuple[str, ...]
    gaps: frozenset[int]
    levels: int
    numbered: bool
    blank_after: frozenset[int]
    subtotal_after: frozenset[int]
    total: str
    header_again: int
    foot: bool
    apart: bool
    earlier_month: bool
    hidden: frozenset[int]
    unit_line: bool


@dataclass(slots=True)
class Table:
    """The grid with its merges, and where each company's fields stand (0-based)."""

    grid: Grid = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    places: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


def _order(apart: bool) -> st.SearchStrategy[tuple[str, ...]]:
    return st.permutations([*ROSTER, *(() if apart else TAX)]).map(lambda keys: _together(tuple(keys)))


def _together(keys: tuple[str, ...]) -> tuple[str, ...]:
    """营业收入·本月 and ·累计 stand beside each other: their parent heading spans both."""
    kept = [k for k in keys if k != "revenue_ytd_fen"]
    kept.insert(kept.index("revenue_fen") + 1, "revenue_ytd_fen")
    return tuple(kept)


@st.composite
def styles(draw: st.DrawFn, kinds: tuple[str, ...] = KINDS) -> Style:
    """Any style."""
    kind = draw(st.sampled_from(kinds))
    rows = st.frozensets(st.integers(0, COMPANIES - 1), max_size=2)
    apart = kind != "csv" and draw(st.booleans())
    order = draw(_order(apart))
    return Style(
        kind=kind,
        titles=draw(st.integers(1, 3)),
        above=draw(st.integers(0, 2)),
        left=draw(st.integers(0, 3)),
        order=order,
        gaps=draw(st.frozensets(st.integers(0, len(order)), max_size=2)),
        levels=draw(st.integers(1, 2)),
        numbered=draw(st.booleans()),
        blank_after=draw(rows),
        subtotal_after=draw(rows),
        total=draw(st.sampled_from(("", "first", "last"))),
        header_again=draw(st.integers(0, COMPANIES - 1)) * draw(st.integers(0, 1)),
        foot=draw(st.booleans()),
        apart=apart,
        earlier_month=draw(st.booleans()),
        hidden=draw(rows),
        unit_line=draw(st.booleans()),
    )


def code_of(n: int) -> str:
    body = f"91110108MA{n + 1:07d}"
    return body + check_character(body)


def value_of(n: int, key: str) -> object:
    """What company ``n`` reports; money as written in the column's unit."""
    texts = {
        "credit_code": code_of(n),
        "name": f"北京样例{'甲乙丙丁戊己庚'[n]}科技有限公司",
        "registered_address": f"北京市海淀区样例路 {n} 号",
        "industry": "新材料",
        "founded_on": "2019-03-01",
        "status": "在营",
    }
    figures = {"employees": 10 + n, "vat_fen": 10.5, "cit_fen": 20.25, "other_fen": 1, "total_fen": 31.75,
               "revenue_fen": 100 + n, "revenue_ytd_fen": 900 + n, "rd_fen": 5.5}  # fmt: skip
    return texts.get(key, figures.get(key))


def lay(style: Style, keys: tuple[str, ...], *, start: int = 0, month: str = "2026年10月", faint: bool = False) -> Table:
    """One table on a fresh grid, from row ``start``. ``faint``: another month's table, whose places nobody asks for."""
    table = Table()
    columns, at = {}, style.left
    for n, key in enumerate(keys):
        at += 1 if n in style.gaps and key != "revenue_ytd_fen" else 0
        columns[key] = at
        at += 1
    row = start + style.above
    for n in range(style.titles):
        table.grid[row, style.left] = (f"{month}中关村海淀园企业情况表", "（内部资料）", "统计口径同上月")[n]
        row += 1
    if style.unit_line:
        table.grid[row, max(at - 1, style.left)] = "金额单位：万元"
        row += 1
    header = row
    row = _header(table, style, columns, row)
    if style.numbered:
        for n, column in enumerate(columns.values(), start=1):
            table.grid[row, column] = n
        row += 1
    money = [columns[k] for k in keys if k in MONEY]
    everybody = range(COMPANIES)
    if style.total == "first":
        row = _total(table, row, columns, money, keys, "合计", everybody)
    since = 0
    for n in everybody:
        if style.header_again and n == style.header_again:
            row = _copy_header(table, columns, header + style.levels - 1, row)
        for key in keys:
            table.grid[row, columns[key]] = value_of(n, key)
            if not faint:
                table.places[n, key] = row, columns[key]
        table.rows.append(row)
        row += 1 + (n in style.blank_after)
        if n in style.subtotal_after:
            row = _total(table, row, columns, money, keys, "小计", range(since, n + 1))
            since = n + 1
    if style.total == "last":
        row = _total(table, row, columns, money, keys, "合计", everybody)
    if style.foot:
        table.grid[row, style.left] = "填表人：张三"
        table.grid[row + 1, style.left] = "注：本表按月报送，数据以园区统计为准。"
    return table


def _header(table: Table, style: Style, columns: dict[str, int], row: int) -> int:
    unit = "" if style.unit_line else "(万元)"
    for key, column in columns.items():
        parts = {**ROSTER, **TAX}[key]
        last = parts[-1] + (unit if key in MONEY else "")
        if style.levels == 1:
            table.grid[row, column] = "·".join((*parts[:-1], last))
        elif len(parts) == 1:
            table.grid[row, column] = last
            table.merges.append((row, column, row + 1, column))
        else:
            table.grid[row, column] = parts[0]
            table.grid[row + 1, column] = last
    if style.levels == 2:
        first = columns.get("revenue_fen", -1)
        if first >= 0:
            del table.grid[row, columns["revenue_ytd_fen"]]
            table.merges.append((row, first, row, first + 1))
    return row + style.levels


def _copy_header(table: Table, columns: dict[str, int], header: int, row: int) -> int:
    """The header's last row again, as on every printed page."""
    for column in columns.values():
        for above in (header, header - 1):
            if (above, column) in table.grid:
                table.grid[row, column] = table.grid[above, column]
                break
    return row + 1


def _total(
    table: Table, row: int, columns: dict[str, int], money: list[int], keys: tuple[str, ...], word: str, covered: range
) -> int:
    table.grid[row, min(columns["credit_code"], columns["name"])] = word
    for key in keys:
        if columns[key] in money:
            table.grid[row, columns[key]] = sum(float(str(value_of(n, key))) for n in covered)
    return row + 1


def sheets(style: Style) -> dict[str, Table]:
    """The sheets of a file in this style: one table for everything or roster and tax apart, September's table below."""
    main = lay(style, style.order)
    found = {"企业": main}
    if style.apart:
        found["税收"] = lay(style, ("credit_code", "name", *TAX))
    if style.earlier_month and not style.header_again:
        below = lay(style, style.order, start=max(r for r, _ in main.grid) + 3, month="2026年9月", faint=True)
        main.grid |= below.grid
        main.merges += below.merges
    return found


def written(style: Style, tables: dict[str, Table]) -> bytes:
    """The file."""
    if style.kind == "xlsx":
        return _xlsx(style, tables)
    if style.kind == "csv":
        (table,) = tables.values()
        out = io.StringIO(newline="")
        csv.writer(out).writerows(_rows(table.grid))
        return out.getvalue().encode("gb18030")
    if style.kind == "ods":
        return ods.documents({name: "".join(ods.row(*map(_ods, line)) for line in _rows(t.grid)) for name, t in tables.items()})
    if style.kind == "xlsb":
        return xlsb.binary_workbooks({name: _binary_rows(t.grid) for name, t in tables.items()})
    return xls.old_workbooks({name: _old_cells(t) for name, t in tables.items()})


def _rows(grid: Grid) -> list[list[object]]:
    height, width = max(r for r, _ in grid) + 1, max(c for _, c in grid) + 1
    return [[grid.get((r, c)) for c in range(width)] for r in range(height)]


def _xlsx(style: Style, tables: dict[str, Table]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, table in tables.items():
        page = book.create_sheet(name)
        for (r, c), value in table.grid.items():
            if value is not None:
                page.cell(r + 1, c + 1, date.fromisoformat(value) if value == "2019-03-01" else value)  # type: ignore[arg-type]
        for top, left, bottom, right in table.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for n in (n for n in style.hidden if n < len(table.rows)):
            page.row_dimensions[table.rows[n] + 1].hidden = True
            page.column_dimensions[get_column_letter(style.left + n + 1)].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ods(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    return ods.text(str(value)) if isinstance(value, str) else ods.number(float(str(value)))


def _binary_rows(grid: Grid) -> dict[int, bytes]:
    rows: dict[int, bytes] = {}
    for (r, c), value in sorted(grid.items()):
        if value is not None:
            cell = xlsb.label(c, value) if isinstance(value, str) else xlsb.number(c, float(str(value)))
            rows[r] = rows.get(r, b"") + cell
    return rows


def _old_cells(table: Table) -> bytes:
    cells = b""
    for (r, c), value in sorted(table.grid.items()):
        if value is not None:
            cells += xls.label(r, c, value) if isinstance(value, str) else xls.number(r, c, float(str(value)))
    if table.merges:
        places = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in table.merges)
        cells += xls.record(0x00E5, struct.pack("<H", len(table.merges)) + places)
    return cells
