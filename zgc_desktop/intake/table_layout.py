"""Where the table of a sheet lies: title lines, header rows, and which column means what in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from zgc_desktop.domain.layouts import SHEETS
from zgc_desktop.domain.layouts import Sheet as Layout
from zgc_desktop.domain.park_layouts import PARK_SHEETS, ROW_NAMES
from zgc_desktop.domain.periods import Month
from zgc_desktop.intake.headings import (
    Heading,
    Meaning,
    area_unit_in_line,
    heading_of,
    known_heading,
    meaning_of,
    normal,
    unit_in_line,
)
from zgc_desktop.intake.raw import Cell, RawSheet
from zgc_desktop.intake.recognise import month_in_text

HEADER_WITHIN: Final = 60
"""The header is looked for in so many first rows."""

COMPANY_KINDS: Final = tuple(SHEETS)
PARK_KINDS: Final = tuple(PARK_SHEETS)

_TITLE_ROWS: Final = 5
_SHARED_KEYS: Final = frozenset({"credit_code", "name", "note"})
_LEAF_WORDS: Final = frozenset({"本月", "累计", "本年累计", "本期", "上年同期", "地方"})
_SPECIFIC_HEADING: Final = re.compile(r"税")


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A sheet's table. Row and column indexes count from 0, ``end`` is the row after its last.

    ``meanings`` maps column index to what it fills, per sheet kind. ``told_units`` are units a person gave, with how, and
    ``left_out`` the columns a person does not want imported, with how.
    """

    sheet: RawSheet
    titles: tuple[str, ...]
    header_top: int
    header_bottom: int
    end: int
    headings: Mapping[int, Heading]
    meanings: Mapping[str, Mapping[int, Meaning]]
    sheet_unit: str
    unit_line: str
    told_units: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    left_out: Mapping[int, str] = field(default_factory=dict)
    area_unit: str = ""

    def columns_of(self, kind: str) -> dict[str, int]:
        """Field key to source column index, the first column where several mean the same."""
        found: dict[str, int] = {}
        for index, meaning in self.meanings.get(kind, {}).items():
            found.setdefault(meaning.column.key, index)
        return found


def text_of(cell: Cell) -> str:
    """A header cell as text."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() if cell != "" and cell is not None else ""


def lay_out(sheet: RawSheet) -> list[TableLayout]:
    """Return the tables of a sheet, top to bottom; none when no row reads like the header of a submission.

    A header repeated below (every printed page has one) continues its table. Only a title naming another month, or
    headings of another kind, begin a new one.
    """
    tables: list[TableLayout] = []
    first = _table(sheet, 0)
    while first is not None:
        follower = _follower(first)
        tables.append(first if follower is None else replace(first, end=follower[0]))
        first = None if follower is None else follower[1]
    return tables


def _follower(table: TableLayout) -> tuple[int, TableLayout] | None:
    """Where the next table of the sheet begins with its titles, and that table."""
    anchor = min((c for k in table.meanings for key, c in table.columns_of(k).items() if key == "credit_code"), default=None)
    if anchor is None:
        return None
    column = table.sheet.columns[anchor]
    heading = next((column[r] for r in range(table.header_top, table.header_bottom + 1) if column[r] != ""), None)
    month = _month_of(table)
    for row in (r for r in range(table.header_bottom + 1, table.end) if column[r] == heading):
        start = row
        while start > table.header_bottom + 1 and row - start < _TITLE_ROWS and not _company_like(column[start - 1]):
            start -= 1
        below = _table(table.sheet, start)
        if below is None or below.header_bottom < row:
            continue
        said = _month_of(below)
        if (said and month and said != month) or set(below.meanings) != set(table.meanings):
            return start, below
    return None


def _month_of(table: TableLayout) -> Month | None:
    return next((month for title in table.titles if (month := month_in_text(title))), None)


def _company_like(cell: Cell) -> bool:
    text = text_of(cell)
    return len(text) >= 15 and text.isascii()


def _table(
    sheet: RawSheet, start: int, kinds: tuple[str, ...] = COMPANY_KINDS, anchor: int | None = None
) -> TableLayout | None:
    """The table whose header is looked for from row ``start`` on, or stands around row ``anchor`` where that is known."""
    blank = [""] * sheet.width
    last = min(sheet.height, start + HEADER_WITHIN)
    grid = [[text_of(cell) for cell in sheet.row(r)] if r >= start else blank for r in range(last)]
    anchor = _anchor_row(grid) if anchor is None else anchor
    if anchor is None:
        return None
    filled = _fill_merges(grid, sheet.merges)
    top, bottom = _header_block(grid, filled, sheet, anchor, kinds)
    headings = {
        c: heading
        for c in range(sheet.width)
        if (heading := heading_of([filled[r][c] for r in range(top, bottom + 1)])).normal_parts
    }
    titles = tuple(dict.fromkeys(text for row in grid[:top] for text in row if text))
    unit_line = next((t for t in titles if unit_in_line(t)), "")
    return TableLayout(
        sheet,
        titles,
        top,
        bottom,
        sheet.height,
        headings,
        _meanings(headings, sheet.name) if kinds is COMPANY_KINDS else _park_meanings(headings, sheet.name),
        unit_in_line(unit_line) if unit_line else "",
        unit_line,
        area_unit="" if kinds is COMPANY_KINDS else next((u for t in titles if (u := area_unit_in_line(t))), ""),
    )


def park_tables(sheet: RawSheet, *, anywhere: bool = False) -> list[TableLayout]:
    """The tables of a sheet about the park itself (空间、项目准入、园区指标), top to bottom.

    Their header stands among the first rows; ``anywhere`` (a text file holds all its tables in one) looks through all.
    """
    found: list[TableLayout] = []
    for row in _candidates(sheet, sheet.height if anywhere else HEADER_WITHIN):
        free = found[-1].header_bottom + 1 if found else 0
        table = _table(sheet, max(free, row - _TITLE_ROWS - 1), PARK_KINDS, row) if row >= free else None
        if table is None or not table.meanings or (found and set(found[-1].meanings) == set(table.meanings)):
            continue  # a header printed again continues its table
        if found:
            found[-1] = replace(found[-1], end=top_of(table, free))
        found.append(table)
    return found


def _candidates(sheet: RawSheet, last: int) -> list[int]:
    """Rows with a heading that names the rows of a park sheet. Whole columns are searched first, then single cells."""
    rows: set[int] = set()
    for column in sheet.columns:
        cells = column[:last]
        if _ROW_NAME.search("\n".join(c for c in cells if type(c) is str)):
            rows.update(
                r
                for r, c in enumerate(cells)
                if type(c) is str and len(c) < 40 and _ROW_NAME.search(c) and normal(c) in _ROW_NAME_FORMS
            )
    return sorted(rows)


_ROW_NAME: Final = re.compile("地块|宗地|楼宇|不动产|项目|指标")
_ROW_NAME_FORMS: Final = frozenset(
    normal(name) for kind, key in ROW_NAMES.items() for name in PARK_SHEETS[kind].column(key).names
)


def top_of(table: TableLayout, least: int) -> int:
    """Where the table begins with its titles: lone texts right above its header; not above row ``least``."""
    row = table.header_top
    while row > least and table.header_top - row < _TITLE_ROWS and sum(1 for c in table.sheet.row(row - 1) if text_of(c)) <= 2:
        row -= 1
    return row


def _park_meanings(headings: Mapping[int, Heading], sheet_name: str) -> dict[str, dict[int, Meaning]]:
    """The one kind of park sheet a table is: its rows are named, and it has columns no company sheet has."""
    company = {m.column.key for h in headings.values() if (m := meaning_of(h.normal_parts, "enterprise"))}
    if {"credit_code", "name"} <= company and company & _ROSTER_ONLY:
        return {}
    best: tuple[tuple[bool, int], str, dict[int, Meaning]] | None = None
    for kind, layout in PARK_SHEETS.items():
        matches = {c: m for c, h in headings.items() if (m := meaning_of(h.normal_parts, kind))}
        keys = {m.column.key for m in matches.values() if m.score == 100}
        named = any(word in sheet_name for word in (layout.title, *layout.synonyms))
        own = keys & _OWN_KEYS[kind]
        if ROW_NAMES[kind] not in keys or len(own) < (1 if named else 2) or ("credit_code" in company and kind != "project"):
            continue
        rank = named, len(keys)
        if best is None or rank > best[0]:
            best = rank, kind, _each_field_once(matches)
    return {} if best is None else {best[1]: best[2]}


_OWN_KEYS: Final = {
    "space": frozenset({"area", "used", "free", "use", "level", "ownership", "supply", "term_to", "ratio_percent",
                        "self_held"}),
    "project": frozenset({"total_investment_fen", "investment_fen", "area", "intensity", "output_fen", "land_output",
                          "energy", "environment", "to_review"}),
    "indicator": frozenset({"value", "ytd", "last_year", "basis"}),
}  # fmt: skip
"""Columns that tell a park sheet from a list of companies; two of them are needed, one where the sheet's name says it."""
_ROSTER_ONLY: Final = frozenset({"revenue_fen", "registered_address", "status"})
"""With these a list that names codes and companies is a roster, whatever else it tells of projects."""


def _anchor_row(grid: list[list[str]]) -> int | None:
    """The first row with at least two headings one of which is the code or the name; later rows only with more headings."""
    best, best_count = None, 1
    for index, row in enumerate(grid):
        known = sum(1 for text in row if text and len(text) < 40 and known_heading(text))
        if known > best_count:
            best, best_count = index, known
            if known >= 4:
                break
    return best


def _fill_merges(grid: list[list[str]], merges: tuple[tuple[int, int, int, int], ...]) -> list[list[str]]:
    filled = [list(row) for row in grid]
    width = max(map(len, grid), default=0)
    for top, left, bottom, right in merges:
        if top >= len(grid) or left >= width:
            continue
        for r in range(top, min(bottom, len(grid) - 1) + 1):
            for c in range(left, min(right, width - 1) + 1):
                filled[r][c] = grid[top][left]
    return filled


def _header_block(
    grid: list[list[str]], filled: list[list[str]], sheet: RawSheet, anchor: int, kinds: tuple[str, ...] = COMPANY_KINDS
) -> tuple[int, int]:
    """First and last row of the header around its anchor row; fills parents rightwards where a file keeps no merges."""
    top = bottom = anchor
    for first, left, last, right in sheet.merges:
        if right - left < sheet.width - 1 and last < len(grid) and first <= anchor <= last:
            top, bottom = min(top, first), max(bottom, last)
    left = next((c for c, text in enumerate(grid[anchor]) if text), 0)
    while top > 0 and _is_parent_row(grid, top - 1, sheet.width, left, kinds):
        top -= 1
        _fill_right(filled, top)
    while bottom + 1 < len(grid) and _is_child_row(grid, bottom + 1, anchor, kinds):
        if bottom == anchor or not sheet.merges:
            _fill_right_over_children(filled, bottom, grid[bottom + 1])
        bottom += 1
    return top, bottom


def _is_parent_row(grid: list[list[str]], index: int, width: int, left: int, kinds: tuple[str, ...]) -> bool:
    """Whether the row above the header groups its columns (``营业收入`` over 本月, 累计) rather than being a title line.

    ``left`` is the table's first column: titles begin there, and a group hardly ever does.
    """
    texts = [t for t in grid[index] if t]
    if not texts or width < 4:
        return False
    if any(len(t) > 20 or unit_in_line(t) or "填报" in t or "表号" in t or "机关" in t or "有效期" in t for t in texts):
        return False
    if any(month_in_text(t) for t in texts):
        return False
    first_filled = next(i for i, t in enumerate(grid[index]) if t)
    return first_filled > left + 1 or (len(texts) > 2 and any(known_heading(t, kinds) for t in texts))


def _is_child_row(grid: list[list[str]], index: int, anchor: int, kinds: tuple[str, ...]) -> bool:
    """Whether the row below still belongs to the header: leaves under parents, nothing under code and name, no numbers."""
    row = grid[index]
    texts = [t for t in row if t]
    if not texts or any(any(ch.isdigit() for ch in t) and not known_heading(t, kinds) for t in texts):
        return False
    for c, text in enumerate(row):
        head = grid[anchor][c]
        if text and head and known_heading(head, kinds) and meaning_key(head, kinds) in _ROW_KEYS:
            return False
    leaves = sum(1 for c, t in enumerate(row) if t and (not grid[anchor][c] or not known_heading(grid[anchor][c], kinds)))
    known = sum(1 for t in texts if known_heading(t, kinds) or normal(t) in _LEAF_WORDS)
    return leaves + known > 0 and known * 2 >= len(texts)


_ROW_KEYS: Final = frozenset({"credit_code", *ROW_NAMES.values()})
"""Nothing of a header stands below these (every kind of sheet has one, ``name`` among them)."""


def meaning_key(text: str, kinds: Iterable[str] = COMPANY_KINDS) -> str:
    """The field a lone heading fills in any of these sheet kinds, or ""."""
    parts = heading_of([text]).normal_parts
    return next((m.column.key for key in kinds if (m := meaning_of(parts, key))), "")


def _fill_right(filled: list[list[str]], index: int) -> None:
    last = ""
    for c, text in enumerate(filled[index]):
        if text:
            last = text
        elif filled[index + 1][c]:
            filled[index][c] = last


def _fill_right_over_children(filled: list[list[str]], index: int, children: list[str]) -> None:
    for c in range(1, len(filled[index])):
        if not filled[index][c] and children[c]:
            filled[index][c] = filled[index][c - 1]


def _meanings(headings: Mapping[int, Heading], sheet_name: str) -> dict[str, dict[int, Meaning]]:
    """What each column means, for every sheet kind this table can be: a roster and its tax may share one sheet."""
    by_kind: dict[str, dict[int, Meaning]] = {}
    for kind, layout in SHEETS.items():
        matches = {c: m for c, h in headings.items() if (m := meaning_of(h.normal_parts, kind))}
        if _is_kind(layout, matches, headings, sheet_name):
            by_kind[kind] = _each_field_once(matches)
    if "enterprise" in by_kind and "tier" in by_kind:
        # The tier sheet repeats 现梯队; a sheet is it only by columns no roster has.
        own = {m.column.key for m in by_kind["tier"].values()} - _SHARED_KEYS - {"tier_now"}
        by_kind.pop("tier" if len(own) < 2 else "enterprise")
    return by_kind


def _is_kind(layout: Layout, matches: Mapping[int, Meaning], headings: Mapping[int, Heading], sheet_name: str) -> bool:
    keys = {m.column.key for m in matches.values()}
    if not keys & {"credit_code", "name"}:
        return False
    own = keys - _SHARED_KEYS
    named = any(word in sheet_name for word in (layout.title, *layout.synonyms))
    if layout.key == "tax":
        money = [c for c, m in matches.items() if m.column.kind == "money"]
        taxed = any(_SPECIFIC_HEADING.search(headings[c].text) for c in money)
        return len(money) >= 1 and (taxed or named)
    if layout.key == "tier":
        return len(own - {"tier_now"}) >= 2 or (named and bool(own))
    return len(own) >= 3 or (named and len(own) >= 1)


def _each_field_once(matches: dict[int, Meaning]) -> dict[int, Meaning]:
    """Keep the best-scored, then leftmost, column of each field."""
    best: dict[str, int] = {}
    for c, meaning in matches.items():
        key = meaning.column.key
        if key not in best or meaning.score > matches[best[key]].score:
            best[key] = c
    return {c: m for c, m in matches.items() if best[m.column.key] == c}
