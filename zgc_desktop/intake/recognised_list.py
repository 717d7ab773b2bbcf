"""Published lists of recognised companies (认定名单) read from a sheet or a TOML file: entries, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.tier_review import Recognition
from zgc_desktop.intake.raw import Cell, RawSheet, RawWorkbook, place
from zgc_desktop.intake.table_layout import text_of
from zgc_desktop.intake.values import day_of

_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("统一社会信用代码", "信用代码", "社会信用代码", "credit_code"),
    "name": ("企业名称", "单位名称", "名称", "name"),
    "tier": ("梯队", "认定类型", "类型", "tier"),
    "document": ("文号", "认定文号", "document"),
    "batch": ("批次", "认定批次", "batch"),
    "from": ("认定日期", "有效期起", "起始日", "recognised_on"),
    "to": ("有效期至", "有效期止", "截止日", "到期日", "valid_to"),
}
_TITLES: Final = {key: names[0] for key, names in _HEADINGS.items()}
_HEADING_ROWS: Final = 20
"""Lists begin with a title and notes; a heading further down than this is none."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list and where it stands (``名单!A5``, ``第 3 家``)."""

    place: str
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class ReadList:
    """What was read: the entries without fault, and one sentence for every faulty row."""

    listed: tuple[Listed, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListDefaults:
    """What holds for the whole list where no column says it; '' and None = nothing said."""

    tier: str = ""
    document: str = ""
    batch: str = ""
    recognised_on: date | None = None
    valid_to: date | None = None


def read_list(workbook: RawWorkbook, said: ListDefaults, tiers: Sequence[str]) -> ReadList:
    """The entries of the first sheet that has a credit code heading; tiers must be among ``tiers``."""
    for sheet in workbook.sheets:
        found = _heading(sheet)
        if found is not None:
            return _read_sheet(sheet, *found, said, tiers)
    return ReadList((), (f"没有找到“{_TITLES['code']}”一列，请核对表头",))


def read_list_table(data: Mapping[str, object], file: str, said: ListDefaults, tiers: Sequence[str]) -> ReadList:
    """The entries of a TOML list: what holds for all at the top, companies under ``[[company]]`` or as ``codes``."""
    shared = {name: data[name] for name in ("tier", "document", "batch", "recognised_on", "valid_to") if name in data}
    unknown = sorted(set(data) - set(shared) - {"codes", "company"})
    if unknown:
        return ReadList(
            (), (f"有不认识的键“{unknown[0]}”，可用：tier、document、batch、recognised_on、valid_to、codes、company",)
        )
    codes, companies = data.get("codes", []), data.get("company", [])
    if not isinstance(codes, list) or not isinstance(companies, list) or not all(isinstance(c, Mapping) for c in companies):
        return ReadList((), ("codes 应为代码的列表，company 应为若干张表",))
    rows: list[Mapping[str, object]] = [*({"code": code} for code in codes), *companies]
    names = {"code": "code", "credit_code": "code", "name": "name", "tier": "tier", "document": "document", "batch": "batch",
             "recognised_on": "from", "valid_to": "to"}  # fmt: skip
    listed: list[Listed] = []
    problems: list[str] = []
    for number, row in enumerate(rows, start=1):
        where = f"{file} 第 {number} 家"
        odd = sorted(set(row) - set(names))
        if odd:
            problems.append(f"{where}：有不认识的键“{odd[0]}”")
            continue
        cells: dict[str, Cell] = {names[k]: v for k, v in (shared | dict(row)).items()}
        _enter(cells, where, said, tiers, listed, problems)
    return ReadList(tuple(listed), tuple(problems))


def _heading(sheet: RawSheet) -> tuple[int, dict[str, int]] | None:
    """The heading's row, and the column of every field it names."""
    for row in range(min(sheet.height, _HEADING_ROWS)):
        texts = ["".join(text_of(cell).split()) for cell in sheet.row(row)]
        columns = {
            key: next(n for n, text in enumerate(texts) if text in names)
            for key, names in _HEADINGS.items()
            if any(text in names for text in texts)
        }
        if "code" in columns:
            return row, columns
    return None


def _read_sheet(
    sheet: RawSheet, heading: int, columns: Mapping[str, int], said: ListDefaults, tiers: Sequence[str]
) -> ReadList:
    listed: list[Listed] = []
    problems: list[str] = []
    for number in range(heading + 1, sheet.height):
        row = sheet.row(number)
        cells = {key: row[column] for key, column in columns.items() if text_of(row[column])}
        if "code" not in cells and "name" not in cells:
            continue  # an empty line, a note below the table
        _enter(cells, f"{sheet.name}!{place(number, columns['code'])}", said, tiers, listed, problems)
    return ReadList(tuple(listed), tuple(problems))


def _enter(
    cells: Mapping[str, Cell],
    where: str,
    said: ListDefaults,
    tiers: Sequence[str],
    listed: list[Listed],
    problems: list[str],
) -> None:
    """One row as an entry, or what is wrong with it."""

    def day(key: str, default: date | None) -> date | None:
        cell = cells.get(key, "")
        if not text_of(cell):
            return default
        found = cell.date() if isinstance(cell, datetime) else day_of(cell)
        if found is None:
            faults.append(f"“{text_of(cell)}”不是日期（{_TITLES[key]}）")
        return found

    faults: list[str] = []
    code = credit_code.normalise(text_of(cells.get("code", "")))
    if wrong := credit_code.fault(code):
        words = {"length": "不是 18 位", "alphabet": "含有不允许的字符", "check": "校验位不符"}
        faults.append(f"信用代码“{code}”{words[wrong]}" if code else "缺少信用代码")
    texts = {key: text_of(cells.get(key, "")) or getattr(said, key) for key in ("tier", "document", "batch")}
    if not texts["tier"]:
        faults.append("缺少梯队（列，或 --tier）")
    elif texts["tier"] not in tiers:
        faults.append(f"不认识的梯队“{texts['tier']}”，可用：{'、'.join(tiers)}")
    if not texts["document"]:
        faults.append("缺少文号（列，或 --document）")
    start, end = day("from", said.recognised_on), day("to", said.valid_to)
    if start is None and not faults:
        faults.append("缺少认定日期（列，或 --from）")
    if start is not None and end is not None and end < start:
        faults.append(f"有效期至 {end} 早于认定日期 {start}")
    if faults or start is None:
        problems.append(f"{where}：{'；'.join(faults)}")
        return
    listed.append(Listed(where, Recognition(code, texts["tier"], texts["document"], texts["batch"], start, end)))
