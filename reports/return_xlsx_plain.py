"""A return where the park's own file cannot be marked (.xls, .csv, .ods …): its values on a clean template, marked there."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reports.ooxml_sheet import column_number, letters, split_address
from reports.return_xlsx import marked_workbook
from reports.template_xlsx import FIRST_ROW, KEY_ROW, write_template
from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.returns import ONE_TABLE, ReturnItem, ReturnNotice


@dataclass(frozen=True, slots=True)
class ParkTable:
    """The rows of one sheet as they were read: sheet rows, column letters and values by column key."""

    key: str
    sheet: str
    row_numbers: Sequence[int]
    letters: Mapping[str, str]
    values: Mapping[str, Sequence[object]]


def on_clean_template(
    notice: ReturnNotice,
    tables: Sequence[ParkTable],
    *,
    why: str,
    clusters: Sequence[str],
    industries: Sequence[str],
    parks: Sequence[str],
) -> bytes:
    """Return a return workbook on the month's template that holds the park's values, its items marked where they now stand.

    The first sheet says that it is not the park's own file and ``why``. What was no number stands in its cell as the text
    the park wrote. An item whose cell has no place in the template keeps its line, without a link.
    """
    shared = _shared(tables)
    rows = {t.key: [_row(t, i) for i in range(len(t.row_numbers))] for t in tables if t.key in EVERY_SHEET}
    with tempfile.TemporaryDirectory() as folder:
        blank = write_template(
            Path(folder) / "模板.xlsx",
            park=notice.park,
            month=notice.month,
            clusters=clusters,
            industries=industries,
            parks=parks,
            rows=rows,
            marks={ONE_TABLE: "是"} if shared else {},
        )
        template = blank.read_bytes()
    moved = [_moved(item, tables) for item in notice.items]
    twins = [twin for item, (new, _) in zip(notice.items, moved, strict=True) if (twin := _twin(item, new, shared))]
    moved = [(_naming(new, twins), text) for new, text in moved]
    contents = {(new.issue.sheet, new.issue.cell): text for new, text in moved if new.issue.cell and text}
    note = (
        f"原件“{notice.file_name}”{why}，不能在原件上标注：本文件是贵园报来的数据填入空白模板后标注的，"
        "单元格位置与原件不同，原件位置写在“问题”一列；原件原样随附。请在本文件中改好后发回。"
    )
    header_rows = {EVERY_SHEET[t.key].title: KEY_ROW for t in tables if t.key in EVERY_SHEET}
    headings = {
        sheet.title: {letters(n): column.heading for n, column in enumerate(sheet.columns, start=1)}
        for sheet in EVERY_SHEET.values()
    }
    items = tuple(item for item, _ in moved)
    on_template = replace(notice, items=items, header_rows=header_rows, headings=headings, note=note)
    return marked_workbook(template, on_template, contents, twins)


def _shared(tables: Sequence[ParkTable]) -> tuple[ParkTable, ...]:
    """The tables of a park whose roster and tax stood in one; empty where each has rows of its own."""
    both = tuple(t for t in tables if t.key in ("enterprise", "tax"))
    one = len(both) == 2 and both[0].sheet == both[1].sheet and list(both[0].row_numbers) == list(both[1].row_numbers)
    return both if one else ()


def _twin(item: ReturnItem, moved: ReturnItem, shared: Sequence[ParkTable]) -> ReturnItem | None:
    """The second place of an item about a code or name that stood once and stands on two sheets of the template."""
    place = split_address(item.issue.cell)
    for table in shared if place and moved.issue.cell else ():
        title = EVERY_SHEET[table.key].title
        found = _in_template(table, *place) if place and title != moved.issue.sheet else None
        if found:
            return replace(moved, issue=replace(moved.issue, sheet=title, cell=found[0]))
    return None


def _naming(item: ReturnItem, twins: Sequence[ReturnItem]) -> ReturnItem:
    twin = next((t for t in twins if t.number == item.number), None)
    if twin is None:
        return item
    return replace(item, issue=replace(item.issue, message=f"{item.issue.message}；{twin.issue.place} 是同一处，请一并改"))


def _row(table: ParkTable, index: int) -> dict[str, object]:
    row: dict[str, object] = {}
    for column in EVERY_SHEET[table.key].columns:
        values = table.values.get(column.key)
        value = values[index] if values is not None else None
        if column.kind == "date" and isinstance(value, str):
            value = _day(value)
        elif column.kind in _WHOLE and (not isinstance(value, int) or isinstance(value, bool)):
            value = None
        row[column.key] = value if isinstance(value, str | int | date) else None if value is None else str(value)
    return row


_WHOLE = ("money", "count", "area", "percent", "ratio")


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _moved(item: ReturnItem, tables: Sequence[ParkTable]) -> tuple[ReturnItem, str]:
    """The item at its place in the template, and the text its cell lacks ("" where the value itself stands there)."""
    issue = item.issue
    place = split_address(issue.cell)
    message = f"{issue.message}（原件 {issue.place}）" if issue.place else issue.message
    for table in tables:
        if place and table.sheet == issue.sheet and table.key in EVERY_SHEET:
            found = _in_template(table, *place)
            if found:
                cell, empty = found
                there = Issue(
                    issue.code, issue.severity, message, issue.file, EVERY_SHEET[table.key].title, cell, issue.column,
                    issue.credit_code, issue.company, issue.value, issue.expected,
                )  # fmt: skip
                return replace(item, issue=there), issue.value if empty else ""
    return replace(item, issue=replace(issue, sheet="", cell="", message=message)), ""


def _in_template(table: ParkTable, row: int, column: int) -> tuple[str, bool] | None:
    """(cell, whether it is empty) of a place of the park's sheet in the template; None where it has none."""
    by_letter = {column_number(letter): key for key, letter in table.letters.items()}
    key = by_letter.get(column)
    keys = [c.key for c in EVERY_SHEET[table.key].columns]
    if key not in keys or row not in table.row_numbers:
        return None
    index = list(table.row_numbers).index(row)
    value = _row(table, index)[key]
    return f"{letters(keys.index(key) + 1)}{FIRST_ROW + index}", value is None
