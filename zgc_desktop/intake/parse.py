"""A sheet's table to facts: every cell read into its declared kind, every fault at its own cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.check_settings import STANDARD, CheckSettings
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import CHECKS, Issue, Severity, found
from zgc_desktop.domain.layouts import SHEETS, Column
from zgc_desktop.domain.park_layouts import EVERY_SHEET, PARK_SHEETS, ROW_NAMES
from zgc_desktop.domain.returns import ITEM_COLUMN
from zgc_desktop.domain.submissions import ColumnMatch, FactTable
from zgc_desktop.intake import values as cells_to
from zgc_desktop.intake.raw import Cell, letter
from zgc_desktop.intake.rows import Rows
from zgc_desktop.intake.table_layout import TableLayout
from zgc_desktop.intake.units import decide_unit, unit_by_history

_SCIENTIFIC: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+")
_LOST_DIGITS: Final = re.compile(r"\d{15}000")
_KEYS_NEVER_IMPORTED: Final = ("序号", "编号", "行号", "no", "序")


@dataclass(slots=True)
class Parsed:
    """One sheet kind of one sheet: its columns by key, the unit of each money column, and where issues stand so far."""

    file: str
    sheet_key: str
    sheet_name: str
    row_numbers: tuple[int, ...]
    letters: dict[str, str]
    values: dict[str, list[object]]
    raw: dict[str, Sequence[Cell]]
    units: dict[str, str]
    issues: list[Issue] = field(default_factory=list)
    set_aside: set[int] = field(default_factory=set)
    doubtful: set[tuple[int, str]] = field(default_factory=set)
    no_unit: dict[str, str] = field(default_factory=dict)
    settings: CheckSettings = STANDARD

    def code(self, index: int) -> str:
        """The row's credit code as far as it was read, else ""."""
        return str(self.values["credit_code"][index] or "") if "credit_code" in self.values else ""

    def name(self, index: int) -> str:
        """The row's company name (plot, project, indicator), else ""."""
        key = ROW_NAMES.get(self.sheet_key, "name")
        return str(self.values[key][index] or "") if key in self.values else ""

    def report(self, check: str, index: int, key: str, *, company: str = "", **words: str) -> None:
        """Add an issue at a row's cell; a figure with an error on it becomes doubtful."""
        if check in self.settings.off:
            return
        column = EVERY_SHEET[self.sheet_key].column(key)
        raw = self.raw[key][index] if key in self.raw else ""
        self.issues.append(
            found(
                check,
                file=self.file,
                sheet=self.sheet_name,
                cell=f"{self.letters[key]}{self.row_numbers[index]}" if self.letters.get(key) else "",
                column=column.title,
                credit_code=self.code(index),
                company=company or self.name(index),
                **{"value": cells_to.as_text(raw), **words},
            )
        )
        of_park = self.sheet_key in PARK_SHEETS and not column.computed
        if CHECKS[check].severity is Severity.ERROR and (of_park or column.kind in ("money", "count")):
            self.doubtful.add((index, key))

    def table(self) -> FactTable:
        """The facts, frozen."""
        return FactTable(
            self.sheet_key,
            self.sheet_name,
            self.row_numbers,
            self.letters,
            self.values,
            frozenset(self.set_aside),
            frozenset(self.doubtful),
        )


def parse_table(
    layout: TableLayout,
    kind: str,
    rows: Rows,
    file: str,
    history: History,
    sound: set[str],
    pause: Callable[[], None] = lambda: None,
    settings: CheckSettings = STANDARD,
) -> tuple[Parsed, list[ColumnMatch]]:
    """Return the facts of one sheet kind with their faults, and how each of its columns was recognised.

    ``sound`` are credit codes known to be in order (added to here). ``pause`` is called between columns; it raises
    Cancelled when the user has had enough.
    """
    sheet = layout.sheet
    places = layout.columns_of(kind)
    take = picker(rows.companies)
    parsed = Parsed(
        file,
        kind,
        sheet.name,
        tuple(r + 1 for r in rows.companies),
        {key: letter(index) for key, index in places.items()},
        {},
        {key: take(filled_down(layout, kind, key, index)) for key, index in places.items()},
        {},
        settings=settings,
    )
    if "name" in places:
        parsed.values["name"] = cells_to.text_column(parsed.raw["name"])[0]
    if "credit_code" in places:
        _read_codes(parsed, history, sound)
    else:
        # Rows of nobody: kept, so that the file can be shown, but they count nowhere.
        parsed.values["credit_code"] = [None] * len(rows.companies)
        parsed.letters["credit_code"] = ""
        parsed.set_aside.update(range(len(rows.companies)))
    matches = []
    for column in SHEETS[kind].columns:
        if column.key not in places:
            continue
        pause()
        index = places[column.key]
        meaning = layout.meanings[kind][index]
        unit, how = "", meaning.how
        if column.kind == "money":
            unit, why = _unit(layout, kind, column, index, parsed, history)
            how = f"{meaning.how}；单位：{why}"
            if not unit:
                parsed.no_unit[column.key] = why
                _report_unit(parsed, layout, column, index)
        if column.key not in ("name", "credit_code") and (unit or column.kind != "money"):
            _read_column(parsed, column, unit)
        example = next((t for cell in parsed.raw[column.key][:20] if (t := cells_to.as_text(cell))), "")
        field_key = column.key if column.key in parsed.values else ""
        matches.append(
            ColumnMatch(sheet.name, letter(index), layout.headings[index].text, field_key, how, meaning.score, unit, example)
        )
    _report_wrong_cells(parsed, layout, places, rows.companies)
    return parsed, matches


def unread_columns(layout: TableLayout) -> list[tuple[int, str]]:
    """Return (index, heading) of the columns no sheet kind takes, serial numbers left out."""
    taken = {index for kind in layout.meanings.values() for index in kind} | set(layout.left_out)
    return [
        (index, heading.text)
        for index, heading in layout.headings.items()
        if index not in taken and heading.normal_parts[-1] not in _KEYS_NEVER_IMPORTED and ITEM_COLUMN not in heading.text
    ]


def picker(wanted: tuple[int, ...]) -> Callable[[list[Cell]], list[Cell]]:
    """What takes the company rows out of a column; a slice where they follow one another."""
    if wanted and wanted[-1] - wanted[0] + 1 == len(wanted):
        return lambda column: column[wanted[0] : wanted[-1] + 1]
    return lambda column: [column[i] for i in wanted]


_ONE_ROW: Final = frozenset({"money", "count", "area", "figure"})


def filled_down(layout: TableLayout, kind: str, key: str, index: int) -> list[Cell]:
    """The column with merged cells filled down (one 组团 over five companies). Codes, names and figures belong to one row."""
    column = layout.sheet.columns[index]
    if key in ("credit_code", "name", ROW_NAMES.get(kind)) or EVERY_SHEET[kind].column(key).kind in _ONE_ROW:
        return column
    down = [m for m in layout.sheet.merges if m[1] == m[3] == index and m[2] > m[0] > layout.header_bottom]
    if down:
        column = list(column)
        for top, _, bottom, _ in down:
            column[top : bottom + 1] = [column[top]] * (min(bottom, len(column) - 1) - top + 1)
    return column


def _codes_by_name(history: History) -> dict[str, str]:
    return {name: code for code, name in history.names.items()}


def _read_codes(parsed: Parsed, history: History, sound: set[str]) -> None:
    """Read the credit codes. ``sound`` remembers codes already found in order: roster and tax sheet hold the same ones."""
    codes_by_name: dict[str, str] | None = None
    codes: list[object] = []
    parsed.values["credit_code"] = codes
    for index, cell in enumerate(parsed.raw["credit_code"]):
        if type(cell) is str and (cell in sound or credit_code.fault(cell) is None):
            sound.add(cell)
            codes.append(cell)
            continue
        if codes_by_name is None:  # only a file with a faulty code pays for turning the whole ledger round
            codes_by_name = _codes_by_name(history)
        code, check, words = odd_code(cell, codes_by_name.get(parsed.name(index), ""))
        codes.append(code or None)
        if check:
            parsed.report(check, index, "credit_code", **words)
            if CHECKS[check].severity is Severity.ERROR:
                parsed.set_aside.add(index)


def odd_code(cell: Cell, known: str) -> tuple[str, str, dict[str, str]]:
    """(code, check or "", words) of a code cell that is not plainly right."""
    expected = {"expected": known} if known else {}
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        # As a number it has lost digits 16 to 18 already; printing it would make up a code.
        return "", "R-CODE-NUMERIC", {"value": f"{cell:.0f}", **expected}
    code = credit_code.normalise(str(cell)) if cell is not None else ""
    if not code or cells_to.blank(code):
        return "", "R-CODE-MISSING", expected
    wrong = credit_code.fault(code)
    if wrong is None:
        return code, "", {}
    if _SCIENTIFIC.fullmatch(code) or (wrong == "check" and _LOST_DIGITS.fullmatch(code)):
        return code, "R-CODE-NUMERIC", expected
    likely = known or credit_code.suggestion(code) or ""
    hint = {"suggestion": f"，疑为 {likely}"} if likely and likely != code else {}
    if wrong == "check":
        return code, "R-CODE-CHECK", {"expected": credit_code.check_character(code[:17]), **hint}
    return code, "R-CODE-FORM", {**expected, **hint}


def _unit(layout: TableLayout, kind: str, column: Column, index: int, parsed: Parsed, history: History) -> tuple[str, str]:
    heading = layout.headings[index]
    asked = not heading.unit and not layout.sheet_unit
    if asked and index in layout.told_units:
        return layout.told_units[index]
    codes = parsed.values.get("credit_code", [])
    by_history = unit_by_history(column, parsed.raw[column.key], codes, history) if asked and codes else ""
    return decide_unit(column, heading.unit, layout.sheet_unit, layout.unit_line, kind == "tax", by_history)


def _report_unit(parsed: Parsed, layout: TableLayout, column: Column, index: int) -> None:
    parsed.issues.append(
        found(
            "S-UNIT",
            file=parsed.file,
            sheet=parsed.sheet_name,
            cell=f"{letter(index)}{layout.header_bottom + 1}",
            column=layout.headings[index].text or column.title,
            value=layout.headings[index].text,
        )
    )


def _read_column(parsed: Parsed, column: Column, unit: str) -> None:
    cells = parsed.raw[column.key]
    if column.kind == "money":
        parsed.units[column.key] = unit
        read, faults = cells_to.money_column(cells, unit)
    elif column.kind == "count":
        read, faults = cells_to.count_column(cells)
    elif column.kind == "date":
        read, faults = cells_to.date_column(cells)
    elif column.kind == "choice":
        read, faults = cells_to.choice_column(cells, column.choices)
    else:
        read, faults = cells_to.text_column(cells)
    parsed.values[column.key] = read
    for index, check, expected in faults:
        words = {"expected": expected} if expected else {}
        parsed.report(check, index, column.key, **words)
    if column.kind == "money" and not column.may_be_negative:
        for index, value in enumerate(read):
            if isinstance(value, int) and value < 0:
                parsed.report("R-NEGATIVE", index, column.key)


def _report_wrong_cells(parsed: Parsed, layout: TableLayout, places: Mapping[str, int], company_rows: tuple[int, ...]) -> None:
    """Error values and uncalculated formulas read as blank: each is said, so that no broken cell passes for an empty one."""
    sheet = layout.sheet
    if not sheet.errors and not sheet.uncalculated:
        return
    index_of = {row: index for index, row in enumerate(company_rows)}
    key_of = {column: key for key, column in places.items()}
    for (row, column), error in sorted(sheet.errors.items()):
        if row in index_of and column in key_of:
            parsed.report("R-CELL-ERROR", index_of[row], key_of[column], value=error)
    for row, column in sorted(sheet.uncalculated):
        if row in index_of and column in key_of:
            index = index_of[row]
            # The template's own 地方合计 formula stands in rows nobody has filled in yet.
            figures = (k for k in parsed.values if SHEETS[parsed.sheet_key].column(k).kind == "money")
            if any(parsed.values[k][index] is not None for k in figures):
                parsed.report("R-FORMULA", index, key_of[column], value="公式")
