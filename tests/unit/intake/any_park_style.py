"""Sheets about the park (空间、项目准入、园区指标) in any hand-made style beside a faultless roster: for property tests."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.unit.intake.any_style import Style, Table, lay, styles

UNITS = ("公顷", "亩", "㎡", "平方公里")
_IN = {"公顷": 10_000, "亩": 150_000, "㎡": 100_000_000, "平方公里": 100}
"""What one 公顷 is in each unit, × 10,000: whole numbers, so that figures stay exact."""
HEADINGS = {
    "space": {
        "number": ("地块编号",), "cluster": ("所在组团",), "level": ("政策区",), "use": ("规划用途",), "area": ("用地", "面积"),
        "used": ("用地", "已用面积"), "ownership": ("权属",), "supply": ("供地方式",), "term_from": ("年期起始",),
        "term_to": ("到期日",), "ratio_percent": ("容积率",), "self_held": ("自持比例(%)",), "state": ("地块状态",),
        "idle_since": ("闲置起始日",),
    },
    "project": {
        "name": ("项目名称",), "company_code": ("统一社会信用代码",), "cluster": ("组团",), "industry": ("产业领域",),
        "total_investment_fen": ("投资", "总投资"), "investment_fen": ("投资", "固定资产投资"), "area": ("用地面积",),
        "output_fen": ("预计年产出",), "people": ("从业人员(人)",), "research": ("研发投入强度(%)",), "energy": ("节能审查",),
        "environment": ("环评",),
    },
    "indicator": {
        "indicator": ("指标名称",), "unit": ("计量单位",), "value": ("本月",), "ytd": ("本年累计",), "last_year": ("去年同期",),
        "source": ("数据来源",),
    },
}  # fmt: skip
TITLES = {"space": "用地空间", "project": "项目准入", "indicator": "园区指标"}
ROWS = {"space": 5, "project": 3, "indicator": 4}
_INDICATORS = (("总收入", "亿元"), ("发明专利授权", "件"), ("高端人才", "人"), ("研发投入占比", "%"))
PLANTED: dict[str, dict[str, tuple[object, str]]] = {
    "space": {
        "number": (None, "P-KEY"), "cluster": ("张家湾", "P-CLUSTER"), "level": ("核心区", "P-CHOICE"),
        "use": ("住宅", "P-CHOICE"), "area": ("见附件", "R-NUMBER"), "used": (9_999_999_999, "P-USED"),
        "ownership": ("外资", "P-CHOICE"), "supply": ("赠送", "P-CHOICE"), "term_from": ("2020-13-45", "R-DATE"),
        "term_to": ("2001-01-01", "P-TERM"),
        "ratio_percent": (0, "P-AREA"), "self_held": (120, "P-SHARE"), "state": ("不详细", "P-CHOICE"),
        "idle_since": ("2021-02-01", "P-IDLE-STATE"),
    },
    "project": {
        "name": (None, "P-KEY"), "company_code": ("91110108MA0000OO1Z", "R-CODE-FORM"),
        "cluster": ("某某组团", "P-CLUSTER-UNKNOWN"), "industry": ("养殖", "P-INDUSTRY"),
        "total_investment_fen": ("面议", "R-NUMBER"),
        "investment_fen": (999_999, "P-INVEST"), "area": (0, "P-AREA"), "output_fen": ("约一亿", "R-NUMBER"),
        "people": (-3, "R-COUNT"), "research": (650, "P-SHARE"), "energy": ("在办", "P-CHOICE"),
        "environment": ("未定", "P-CHOICE"),
    },
    "indicator": {
        "indicator": (None, "P-KEY"), "value": ("若干", "R-NUMBER"), "ytd": ("待核", "R-NUMBER"),
        "last_year": ("待核", "R-NUMBER"), "source": (None, "P-SOURCE"), "unit": ("公里", "P-INDICATOR-UNIT"),
    },
}  # fmt: skip
"""What is planted in a field, and the check that must find it at that very cell."""


@dataclass(frozen=True, slots=True)
class ParkStyle:
    """A style of the file, the order of each park sheet's columns, the unit of its areas and where that is written."""

    base: Style
    orders: dict[str, tuple[str, ...]]
    unit: str
    money: str
    in_line: bool


@st.composite
def park_styles(draw: st.DrawFn, kinds: tuple[str, ...]) -> ParkStyle:
    """Any style of a file with the three sheets."""
    base = draw(styles(kinds))
    orders = {kind: _together(tuple(draw(st.permutations(list(fields))))) for kind, fields in HEADINGS.items()}
    unit, money = draw(st.sampled_from(UNITS)), draw(st.sampled_from(("万元", "亿元")))
    return ParkStyle(base, orders, unit, money, draw(st.booleans()))


def _together(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Columns under one parent heading stand side by side."""
    kept = list(keys)
    for first, second in (("area", "used"), ("total_investment_fen", "investment_fen")):
        if first in kept and second in kept:
            kept.remove(second)
            kept.insert(kept.index(first) + 1, second)
    return tuple(kept)


def value_of(kind: str, n: int, key: str, style: ParkStyle) -> object:
    """What row ``n`` states: plot n has n+1 公顷 with a fifth used, project n takes n+1 公顷."""

    def area(ten_thousandths: int) -> object:
        whole = ten_thousandths * _IN[style.unit]
        return whole // 10**8 if whole % 10**8 == 0 else whole / 10**8

    def money(wan: int) -> object:
        return wan if style.money == "万元" else wan / 10_000

    if kind == "space":
        told: dict[str, object] = {
            "number": f"YF-{n + 1:02d}", "cluster": "永丰", "level": "重点", "use": "科研", "area": area((n + 1) * 10_000),
            "used": area((n + 1) * 2_000), "ownership": "国有", "supply": "出让", "term_from": "2020-03-01",
            "term_to": "2040-02-29", "ratio_percent": 2.5, "self_held": 35, "state": "在用", "idle_since": None,
        }  # fmt: skip
    elif kind == "project":
        told = {
            "name": f"样例{'甲乙丙'[n]}产业化项目", "company_code": None, "cluster": "永丰", "industry": "新材料",
            "total_investment_fen": money(30_000 + n), "investment_fen": money(20_000), "area": area((n + 1) * 10_000),
            "output_fen": money(10_000), "people": 100 + n, "research": 6.5, "energy": "有", "environment": "不需",
        }  # fmt: skip
    else:
        name, unit = _INDICATORS[n]
        told = {"indicator": name, "unit": unit, "value": 1.5 + n, "ytd": 15 + n, "last_year": 14, "source": "园区台账"}
    return told[key]


def lay_park(style: ParkStyle, kind: str, start: int = 0) -> Table:
    """One sheet about the park on a fresh grid, from row ``start``."""
    table, base, keys = Table(), style.base, style.orders[kind]
    columns = {key: base.left + n for n, key in enumerate(keys)}
    row = start + base.above
    table.grid[row, base.left] = f"2026年10月中关村海淀园{TITLES[kind]}表"
    row += 1
    if style.in_line:
        table.grid[row, base.left + len(keys) - 1] = f"单位：{style.money}、{style.unit}"
        row += 1
    row = _header(table, style, kind, columns, row)
    if base.numbered:
        for n, column in enumerate(columns.values(), start=1):
            table.grid[row, column] = n
        row += 1
    for n in range(ROWS[kind]):
        for key, column in columns.items():
            table.grid[row, column] = value_of(kind, n, key, style)
            table.places[n, key] = row, column
        table.rows.append(row)
        row += 1 + (n in base.blank_after)
    if base.foot:
        table.grid[row, base.left] = "填表人：张三"
    return table


def _header(table: Table, style: ParkStyle, kind: str, columns: dict[str, int], row: int) -> int:
    two = style.base.levels == 2
    for key, column in columns.items():
        parts = HEADINGS[kind][key]
        unit = style.unit if key in ("area", "used") else style.money if key.endswith("_fen") else ""
        last = parts[-1] + (f"（{unit}）" if unit and not style.in_line else "")
        if not two:
            table.grid[row, column] = last
        elif len(parts) == 1:
            table.grid[row, column] = last
            table.merges.append((row, column, row + 1, column))
        else:
            table.grid[row, column], table.grid[row + 1, column] = parts[0], last
    for first, second in (("area", "used"), ("total_investment_fen", "investment_fen")):
        if two and first in columns and second in columns:
            del table.grid[row, columns[second]]
            table.merges.append((row, columns[first], row, columns[second]))
    return row + (2 if two else 1)


def park_file(style: ParkStyle) -> dict[str, Table]:
    """A roster with its tax in one table and the three sheets; in one sheet, below one another, where the file has but one."""
    base = style.base
    main = lay(base, base.order)
    found = {"企业": main}
    if base.apart:
        found["税收"] = lay(base, ("credit_code", "name", *_TAX))
    for kind in HEADINGS:
        if base.kind != "csv":
            found[TITLES[kind]] = lay_park(style, kind)
            continue
        table = lay_park(style, kind, start=max(r for r, _ in main.grid) + 2)
        main.grid |= table.grid
        found[TITLES[kind]] = Table(places=table.places, rows=table.rows)
    return found


_TAX = ("vat_fen", "cit_fen", "other_fen", "total_fen")
