"""The submission template (报送模板): one workbook per park and month, made from the declared columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets import (
    COUNT,
    DATE,
    GREY,
    HEAD,
    HEADING,
    INK,
    INPUT,
    KEY,
    MONEY,
    NOTE,
    PLAIN,
    REQUIRED,
    TEXT,
    TITLE,
    WRAPPED,
    Look,
    Pen,
    Value,
    print_setup,
    save_workbook,
    set_widths,
)
from reports.template_examples import write_examples
from zgc_desktop.domain import areas
from zgc_desktop.domain.layouts import ENTERPRISE, TAX, TEMPLATE_VERSION, TIER, Column, Sheet
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.park_layouts import EVERY_SHEET, INDICATOR, INDICATORS, PARK_SHEETS, PROJECT, ROW_NAMES, SPACE
from zgc_desktop.domain.periods import Month

HEADING_ROW: Final = 4
KEY_ROW: Final = 5
FIRST_ROW: Final = 6
SPARE_ROWS: Final = 300
"""Empty rows below the companies that lists and checks still cover."""

OUTSIDE_CLUSTERS: Final = "园内组团外"
_SHEET_TITLES: Final = {
    "enterprise": "企业情况表", "tax": "税收情况表", "tier": "梯队情况表", "space": "用地空间表", "project": "项目准入表",
    "indicator": "园区指标表",
}  # fmt: skip
_TAX_PARTS: Final = ("vat_fen", "cit_fen", "other_fen")
_IDENTITY: Final = frozenset({"credit_code", "name", "unit", *ROW_NAMES.values()})
_FORMULA_ROWS: Final = 20
"""So many empty rows below the registered ones work out their computed columns too."""

Row = Mapping[str, object]


def write_template(
    out: Path,
    *,
    park: str,
    month: Month,
    clusters: Sequence[str],
    industries: Sequence[str],
    parks: Sequence[str],
    companies: Sequence[Row] = (),
    rows: Mapping[str, Sequence[Row]] | None = None,
    asked: Sequence[Row] = (),
    registered: Mapping[str, Sequence[Row]] | None = None,
    marks: Mapping[str, str] | None = None,
) -> Path:
    """Return ``out`` once it holds the template (报送模板) of one park and month.

    ``companies`` pre-fills the companies on file: rows by column key, whatever they hold printed in grey as last known.
    ``rows`` fills sheets outright (sheet key to rows by column key), as a park would have done. Money is whole 分 and
    stands exactly in the column's unit. ``asked`` pre-fills the tier sheet with the companies whose evidence the city asks
    for (市级要求补充), ``registered`` the sheets about the park itself with its plots, projects and last month's indicators.
    ``marks`` go into the hidden sheet beside park and month.
    EnvironmentProblem where the file cannot be written.
    """
    workbook = Workbook()
    pen = Pen(workbook)
    cover = workbook.worksheets[0]
    lists = _lists(clusters, industries, parks)
    filled = rows or {}
    on_file = {INDICATOR.key: [{"indicator": name, "unit": unit} for name, unit in INDICATORS.items()], **(registered or {})}
    for sheet in EVERY_SHEET.values():
        page = workbook.create_sheet(sheet.title)
        of_sheet = on_file.get(sheet.key, ()) if sheet.key in PARK_SHEETS else asked if sheet is TIER else companies
        known = () if filled.get(sheet.key) else of_sheet
        _data_sheet(pen, page, sheet, park, month, known, filled.get(sheet.key, ()), lists)
    _cover(pen, cover, park, month)
    _guide(pen, workbook.create_sheet("填报说明"), park, month)
    write_examples(pen, workbook.create_sheet("填写示例"), lists)
    _code_tables(pen, workbook.create_sheet("码表"), lists)
    _meta(pen, workbook.create_sheet("_meta"), park, month, marks or {})
    workbook.properties.title = f"中关村示范区{park}{month.label}月报报送表"
    workbook.properties.creator = "统筹台"
    return save_workbook(workbook, out)


def _lists(clusters: Sequence[str], industries: Sequence[str], parks: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Every list of choices by the name it is defined under: ``L_`` and the column's key."""
    lists: dict[str, tuple[str, ...]] = {
        "L_cluster": (*clusters, OUTSIDE_CLUSTERS),
        "L_industry": tuple(industries),
        "L_park": tuple(parks),
        "L_no_change": ("是", "否"),
    }
    for sheet in EVERY_SHEET.values():
        for column in sheet.columns:
            if column.choices:
                lists[f"L_{column.key}"] = column.choices
    return {name: values for name, values in lists.items() if values}


# --- data sheets -----------------------------------------------------------------------------------------------------


def _data_sheet(
    pen: Pen,
    page: Worksheet,
    sheet: Sheet,
    park: str,
    month: Month,
    known: Sequence[Row],
    filled: Sequence[Row],
    lists: Mapping[str, tuple[str, ...]],
) -> None:
    pen.put(page, 1, 1, f"{month.label}中关村{park}{_SHEET_TITLES[sheet.key]}", TITLE)
    pen.put(
        page,
        2,
        1,
        f"{sheet.about}红色列名为必填。请从第 {FIRST_ROW} 行起逐行填写，不要合并单元格、不要改动前 {KEY_ROW} 行。",
        NOTE,
    )
    pen.put(page, 3, 1, f"填报单位：{park}　　金额单位见列名括号　　空白表示未报，没有发生额请填 0", NOTE)
    page.row_dimensions[1].height, page.row_dimensions[HEADING_ROW].height = 26, 32
    page.row_dimensions[KEY_ROW].height = 11
    last = FIRST_ROW + max(len(known), len(filled)) + SPARE_ROWS - 1
    for n, column in enumerate(sheet.columns, start=1):
        head = Look(align="center", bold=True, colour=REQUIRED if column.required else INK, fill=HEAD, frame=True, wrap=True)
        pen.put(page, HEADING_ROW, n, column.heading, head)
        pen.put(page, KEY_ROW, n, column.key, KEY)
        # A look on the whole column keeps rows that are still empty unlocked, and codes text, while they are typed in.
        pen.stamp(page.column_dimensions[get_column_letter(n)], _look(column, INK, frame=False))
        _validate(page, column, get_column_letter(n), last, lists)
    set_widths(page, [max(c.width, min(len(c.heading) * 1.7, 18)) for c in sheet.columns])
    _fill(pen, page, sheet, known or filled, GREY if known else INK, identity_only=sheet is TAX and bool(known))
    if sheet.key in PARK_SHEETS:
        _computed(pen, page, sheet, len(known or filled))
    page.freeze_panes = f"C{FIRST_ROW}"
    _protect(page)
    print_setup(page, landscape=True, header=f"{park} {month.label}", repeat_rows=f"{HEADING_ROW}:{HEADING_ROW}")


def _fill(pen: Pen, page: Worksheet, sheet: Sheet, rows: Sequence[Row], colour: str, *, identity_only: bool) -> None:
    looks = [(n, c, _look(c, INK if c.key in _IDENTITY else colour)) for n, c in enumerate(sheet.columns, start=1)]
    for at, row in enumerate(rows, start=FIRST_ROW):
        for n, column, look in looks:
            if identity_only and column.key not in _IDENTITY:
                value: Value = None
            else:
                value = cell_value(column, row.get(column.key))
            pen.put(page, at, n, value, look)
        if identity_only:
            _total_formula(pen, page, sheet, at)


_FORMULAS: Final = {
    "free": ("area", "used", "{0}-{1}"),
    "intensity": ("investment_fen", "area", "ROUND({0}/{1},2)"),
    "land_output": ("output_fen", "area", "ROUND({0}/{1},2)"),
    "head_output": ("output_fen", "people", "ROUND({0}/{1},2)"),
}
"""Computed columns: the two they are made of and how; a division waits for something to divide by."""


def _computed(pen: Pen, page: Worksheet, sheet: Sheet, rows: int) -> None:
    """Formulas of the computed columns, in the rows there are and some that may come."""
    for column in sheet.columns:
        if not column.computed:
            continue
        one, other, formula = _FORMULAS[column.key]
        letters = [get_column_letter(_place(sheet, key)) for key in (one, other)]
        for row in range(FIRST_ROW, FIRST_ROW + rows + _FORMULA_ROWS):
            cells = [f"{letter}{row}" for letter in letters]
            ready = f"COUNT({','.join(cells)})=2"
            ready = f"AND({ready},N({cells[1]})>0)" if "/" in formula else ready
            text = f'=IF({ready},{formula.format(*cells)},"")'
            framed = row < FIRST_ROW + rows
            pen.formula(page, row, _place(sheet, column.key), text, _look(column, GREY, frame=framed))


def _total_formula(pen: Pen, page: Worksheet, sheet: Sheet, row: int) -> None:
    """地方合计 adds itself up in the park's own Excel, and stays empty as long as nothing is entered."""
    letters = [get_column_letter(_place(sheet, key)) for key in _TAX_PARTS]
    cells = ",".join(f"{letter}{row}" for letter in letters)
    total = sheet.column("total_fen")
    formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
    pen.formula(page, row, _place(sheet, "total_fen"), formula, _look(total, GREY))


def _place(sheet: Sheet, key: str) -> int:
    return 1 + next(n for n, c in enumerate(sheet.columns) if c.key == key)


def cell_value(column: Column, value: object) -> Value:
    """The value as the template holds it: money from whole 分 exactly into the column's unit; None stays empty.

    TypeError for an amount that is not whole 分: no float ever enters a template.
    """
    if value is None:
        return None
    if column.kind == "money":
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{column.key}: money is whole 分, not {value!r}")
        return in_unit(value, column.unit)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int) and column.kind in _EXACT:
        return _EXACT[column.kind](value, column.unit)
    if isinstance(value, str) and column.kind == "figure":
        return Decimal(value)
    if isinstance(value, str | int | Decimal | date):
        return value
    raise TypeError(f"{column.key}: no cell holds {type(value).__name__}")


def _area_value(area: int, unit: str) -> Value:
    """The area in the column's unit, or as text in 亩 where no decimal of that unit is exact."""
    exact = areas.plain(area, unit)
    return Decimal(exact) if exact is not None else f"{areas.plain(area, '亩')} 亩"


def _hundredth(value: int, _unit: str) -> Value:
    return Decimal(value) / 100


_EXACT: Final[Mapping[str, Callable[[int, str], Value]]] = {"area": _area_value, "percent": _hundredth, "ratio": _hundredth}


def _look(column: Column, colour: str, *, frame: bool = True) -> Look:
    number, align = {
        "area": ("#,##0.00####", "right"),
        "ratio": ("0.00", "right"),
        "figure": ("#,##0.####", "right"),
        "money": (MONEY, "right"),
        "count": (COUNT, "right"),
        "percent": ("0.00", "right"),
        "date": (DATE, "center"),
        "code": (TEXT, "left"),
    }.get(column.kind, ("General", "left"))
    return Look(number=number, align=align, colour=colour, frame=frame, locked=column.by_city or column.computed)


_PROMPTS: Final = {
    "money": "单位：{unit}。没有发生额填 0，没有数据请留空，不要填文字。",
    "count": "整数，单位：{unit}。没有数据请留空。",
    "date": "日期，如 2019-10-08。",
    "choice": "请从列表中选择。",
    "area": "单位：{unit}。没有数据请留空，不要填文字。",
    "percent": "0 至 100，如 35 表示 35%。没有数据请留空。",
    "ratio": "数字，保留两位小数。没有数据请留空。",
    "figure": "只填数字。没有数据请留空。",
}
"""What a column without a help of its own says when a cell of it is entered."""


def _validate(page: Worksheet, column: Column, letter: str, last: int, lists: Mapping[str, tuple[str, ...]]) -> None:
    check = _check(column, f"{letter}{FIRST_ROW}", lists)
    check.allow_blank = True
    prompt = column.help or _PROMPTS.get(column.kind, "").format(unit=column.unit)
    if prompt or check.type:
        check.showInputMessage = bool(prompt)
        check.promptTitle = column.title[:32] if prompt else None
        check.prompt = prompt[:255] or None
        page.add_data_validation(check)
        check.add(f"{letter}{FIRST_ROW}:{letter}{last}")


def _check(column: Column, first: str, lists: Mapping[str, tuple[str, ...]]) -> DataValidation:
    """The check of one column. Only codes and fixed lists stop; the rest warns, because an odd figure can be a true one."""
    if f"L_{column.key}" in lists and (column.kind == "choice" or column.key == "cluster"):
        stop = column.kind == "choice"
        check = DataValidation(type="list", formula1=f"=L_{column.key}", errorStyle="stop" if stop else "warning")
        message = f"请从列表中选择{column.title}。"
    elif column.kind == "code":
        check = DataValidation(type="custom", formula1=f"=AND(ISTEXT({first}),LEN({first})=18)", errorStyle="stop")
        message = "应为 18 位文本。数字已变成 1.1E+17 的，请先把单元格设为文本再重新填写。"
    elif column.kind == "date":
        check = DataValidation(type="date", operator="between", formula1="17899", formula2="73050", errorStyle="warning")
        message = "应为日期，如 2019-10-31。"
    elif column.kind == "percent":
        check = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", errorStyle="warning")
        message = "应为 0 至 100 之间的数，如 35 表示 35%。"
    elif column.kind in ("money", "count", "area", "ratio", "figure") and not column.computed:
        kind = "whole" if column.kind == "count" else "decimal"
        low = "-999999999999" if column.may_be_negative else "0"
        check = DataValidation(type=kind, operator="between", formula1=low, formula2="999999999999", errorStyle="warning")
        message = f"应为{'整数' if kind == 'whole' else '数字'}，单位：{column.unit or '见列名'}"
        message += "。" if column.may_be_negative else "，不能为负。"
    else:
        check, message = DataValidation(), ""
    check.showErrorMessage = bool(message)
    check.errorTitle, check.error = (column.title[:32], message) if message else (None, None)
    return check


def _protect(page: Worksheet) -> None:
    """Guard the heading rows against slips. No password: a park that must change something can."""
    guard = page.protection
    guard.sheet = True
    # In this format False means "allowed while protected".
    guard.formatCells = guard.formatColumns = guard.formatRows = False
    guard.insertRows = guard.deleteRows = guard.sort = guard.autoFilter = False


# --- the sheets around the data --------------------------------------------------------------------------------------


def _cover(pen: Pen, page: Worksheet, park: str, month: Month) -> None:
    page.title = "封面"
    pen.put(page, 1, 1, f"{month.label}中关村{park}月报报送表", TITLE)
    pen.put(page, 2, 1, "请填写浅色格；行数与合计自动计算，供核对。", NOTE)
    field = Look(frame=True, bold=True, fill=HEAD)
    open_field, fixed = Look(frame=True, locked=False, fill=INPUT), Look(frame=True)
    day_field = Look(number=DATE, align="left", frame=True, locked=False, fill=INPUT)
    at = 4
    for name, value in (("园区", park), ("月份", month.label)):
        pen.put(page, at, 1, name, field)
        pen.put(page, at, 2, value, fixed)
        at += 1
    for name in ("填报人", "电话", "审核人", "负责人", "报送日期", "本月无变动", "备注"):
        pen.put(page, at, 1, name, field)
        pen.put(page, at, 2, None, day_field if name == "报送日期" else open_field)
        if name == "本月无变动":
            check = DataValidation(type="list", formula1="=L_no_change", allow_blank=True)
            page.add_data_validation(check)
            check.add(f"B{at}")
        at += 1
    _summary(pen, page, at + 1)
    set_widths(page, [16, 28, 20, 20])
    page.protection.sheet = True
    print_setup(page, landscape=False, header=f"{park} {month.label}")


def _summary(pen: Pen, page: Worksheet, at: int) -> None:
    """Rows and totals of each sheet, by formula: what the park compares before it sends."""
    for n, title in enumerate(("表", "行数", "合计项", "合计"), start=1):
        pen.put(page, at, n, title, HEADING)
    for sheet in EVERY_SHEET.values():
        at += 1
        pen.put(page, at, 1, sheet.title, Look(frame=True))
        code = get_column_letter(_place(sheet, _COUNTED.get(sheet.key, "credit_code")))
        count = f"=COUNTA('{sheet.title}'!{code}{FIRST_ROW}:{code}9999)"
        pen.formula(page, at, 2, count, Look(number=COUNT, align="right", frame=True))
        key = _SUMS.get(sheet.key, "")
        pen.put(page, at, 3, sheet.column(key).heading if key else "—", Look(frame=True))
        if key:
            letter = get_column_letter(_place(sheet, key))
            total = f"=SUM('{sheet.title}'!{letter}{FIRST_ROW}:{letter}9999)"
            pen.formula(page, at, 4, total, Look(number=MONEY, align="right", frame=True))
        else:
            pen.put(page, at, 4, "—", Look(align="right", frame=True))


_COUNTED: Final = {**ROW_NAMES, INDICATOR.key: "ytd"}
_SUMS: Final = {
    ENTERPRISE.key: "revenue_fen", TAX.key: "total_fen", SPACE.key: "area", PROJECT.key: "total_investment_fen",
}  # fmt: skip
"""What the cover counts and adds up on each sheet; the indicators' rows stand there already, so their figures are counted."""

_GUIDE: Final = (
    "一个园区一个月报一份。文件可以改名，表名、列名和第 5 行的灰色代码请勿改动。",
    "从第 6 行起填写，一家企业一行；不要插入合计行、空标题行，不要合并单元格。",
    "灰色文字是上次已登记的内容，请核对后改正；核对无误的可原样保留。",
    "统一社会信用代码为 18 位文本。若显示为 1.1E+17，说明后几位已丢失，请从执照重新录入。",
    "企业、项目表金额单位为万元，税收表为元、保留到分；估值单位为亿美元；面积单位为公顷。",
    "没有发生额填 0；暂时没有数的留空，统计时按“未报”处理，不当作 0。",
    "税收表只填当月入库的地方级税收；退库填在“其中退库”，为负数或 0。",
    "组团填本园组团名；在园内但不属任何组团的，填“园内组团外”。",
    "企业迁出、注销的，请在“状态”中选择，不要直接删行。",
    "梯队表只填有申报或复核的企业；无申报可留空。",
    "空间、项目准入表列出已登记的地块和项目，请核对后改正、补充；灰色计算列不必填。",
    "园区指标表填本月与累计，没有的指标留空；有数的请写明来源。",
    "整月没有变动的，在封面“本月无变动”选“是”，仍须报送本表。",
    "如需更正，请改好后整份重报，不要只报更正的几行。",
)


def _guide(pen: Pen, page: Worksheet, park: str, month: Month) -> None:
    pen.put(page, 1, 1, "填报说明", TITLE)
    for n, line in enumerate(_GUIDE, start=1):
        pen.put(page, n + 2, 1, f"{n}. {line}", WRAPPED)
        page.row_dimensions[n + 2].height = 30
    set_widths(page, [96])
    page.protection.sheet = True
    print_setup(page, landscape=False, header=f"{park} {month.label}")


def _code_tables(pen: Pen, page: Worksheet, lists: Mapping[str, tuple[str, ...]]) -> None:
    """Lists as named ranges: a list written into the check itself may not pass 255 characters without breaking the file."""
    for n, (name, values) in enumerate(lists.items(), start=1):
        letter = get_column_letter(n)
        pen.put(page, 1, n, name, KEY)
        for row, value in enumerate(values, start=2):
            pen.put(page, row, n, value)
        place = f"'{page.title}'!${letter}$2:${letter}${len(values) + 1}"
        page.parent.defined_names[name] = DefinedName(name, attr_text=place)
    page.sheet_state = "hidden"


def _meta(pen: Pen, page: Worksheet, park: str, month: Month, marks: Mapping[str, str]) -> None:
    for row, (name, value) in enumerate(
        (("template_version", TEMPLATE_VERSION), ("park", park), ("month", str(month)), *marks.items()), start=1
    ):
        pen.put(page, row, 1, name)
        pen.put(page, row, 2, value, PLAIN)
    page.sheet_state = "veryHidden"
