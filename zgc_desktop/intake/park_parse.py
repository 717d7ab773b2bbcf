"""A table about the park itself to facts: every cell read into its declared kind, every fault at its own cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.check_settings import STANDARD, CheckSettings
from zgc_desktop.domain.issues import CHECKS, Severity, found
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.park_layouts import EVERY_SHEET, INDICATORS, ROW_NAMES
from zgc_desktop.domain.submissions import ColumnMatch
from zgc_desktop.intake import park_values as read_as
from zgc_desktop.intake import values as cells_to
from zgc_desktop.intake.parse import Parsed, filled_down, odd_code, picker
from zgc_desktop.intake.raw import Cell, letter
from zgc_desktop.intake.rows import Rows
from zgc_desktop.intake.table_layout import TableLayout

_UNIT_IN_NAME: Final = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]\s*$")
_DIGITS: Final = r"[一二三四五六七八九十\d]{1,3}"
_ORDINAL: Final = re.compile(rf"^(?:[(（]?{_DIGITS}[)）]?[、.．]|{_DIGITS}\s|其中[:：])\s*")


def parse_park_table(
    layout: TableLayout, kind: str, rows: Rows, file: str, settings: CheckSettings = STANDARD
) -> tuple[Parsed, list[ColumnMatch]]:
    """Return the facts of a sheet about the park with their faults, and how each of its columns was recognised.

    A unit nobody names is the form's own, and said (P-UNIT). Rows without a name are kept, but count nowhere.
    """
    sheet, places = layout.sheet, layout.columns_of(kind)
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
    _read_names(parsed, kind)
    matches = []
    for column in EVERY_SHEET[kind].columns:
        if column.key not in places:
            continue
        index, meaning = places[column.key], layout.meanings[kind][places[column.key]]
        unit, why = _unit(parsed, layout, column, index)
        if column.key != ROW_NAMES[kind]:
            _read(parsed, column, unit)
        example = next((t for cell in parsed.raw[column.key][:20] if (t := cells_to.as_text(cell))), "")
        how = f"{meaning.how}；单位：{why}" if why else meaning.how
        matches.append(
            ColumnMatch(sheet.name, letter(index), layout.headings[index].text, column.key, how, meaning.score, unit, example)
        )
    _report_wrong_cells(parsed, layout, places, rows.companies)
    return parsed, matches


def indicator_of(text: str) -> tuple[str, str]:
    """The declared name of an indicator and the unit it names itself: ``一、总收入（万元）`` is 总收入 in 万元."""
    folded = _ORDINAL.sub("", unicodedata.normalize("NFKC", text).strip())
    unit = ""
    if said := _UNIT_IN_NAME.search(folded):
        unit, folded = said[1].strip(), folded[: said.start()].strip()
    return ("".join(folded.split()), unit) if "".join(folded.split()) in INDICATORS else (folded, unit)


def _read_names(parsed: Parsed, kind: str) -> None:
    """Read what names the rows; a row without it counts nowhere."""
    key = ROW_NAMES[kind]
    read = cells_to.text_column(parsed.raw[key])[0]
    if kind == "indicator":
        read = [indicator_of(v)[0] if isinstance(v, str) else None for v in read]
    elif kind == "space":
        read = ["".join(unicodedata.normalize("NFKC", v).split()) if isinstance(v, str) else None for v in read]
    parsed.values[key] = [None if isinstance(v, str) and cells_to.blank(v) else v for v in read]
    for index, value in enumerate(parsed.values[key]):
        if value is None:
            broken = isinstance(parsed.raw[key][index], str) and str(parsed.raw[key][index]).upper() in cells_to.ERROR_WORDS
            parsed.report("R-CELL-ERROR" if broken else "P-KEY", index, key)
            parsed.set_aside.add(index)


def _unit(parsed: Parsed, layout: TableLayout, column: Column, index: int) -> tuple[str, str]:
    """(unit, what says so) of a column of amounts or areas; ("", "") for others."""
    heading = layout.headings[index]
    if column.kind == "area":
        told, line = heading.area_unit, layout.area_unit
    elif column.kind == "money":
        told, line = heading.unit, layout.sheet_unit
        if not told and index in layout.told_units:
            return layout.told_units[index]
    else:
        return "", ""
    if told:
        return told, "列名括号"
    if line:
        return line, "单位行"
    beside = layout.columns_of(parsed.sheet_key).get("area")
    if column.kind == "area" and beside is not None and beside != index and layout.headings[beside].area_unit:
        return layout.headings[beside].area_unit, "与面积列相同"
    if any(cell not in ("", None) for cell in parsed.raw[column.key]):
        place = f"{letter(index)}{layout.header_bottom + 1}"
        if "P-UNIT" not in parsed.settings.off:
            parsed.issues.append(
                found(
                    "P-UNIT", file=parsed.file, sheet=parsed.sheet_name, cell=place, column=column.title,
                    value=heading.text, expected=column.unit,
                )
            )  # fmt: skip
    return column.unit, f"表式规定为{column.unit}"


def _read(parsed: Parsed, column: Column, unit: str) -> None:
    cells = parsed.raw[column.key]
    faults: list[read_as.Fault] = []
    if column.kind == "area":
        parsed.values[column.key], faults = read_as.area_column(cells, unit)
    elif column.kind == "percent":
        parsed.values[column.key], faults = read_as.share_column(cells)
    elif column.kind == "ratio":
        parsed.values[column.key], faults = read_as.ratio_column(cells)
    elif column.kind == "figure":
        parsed.values[column.key], faults = read_as.figure_column(cells, *_figure_units(parsed, column.key))
    elif column.kind == "choice" and column.choices:
        parsed.values[column.key], faults = read_as.choice_column(cells, column.choices, column.also)
    elif column.kind == "code":
        _read_codes(parsed, column.key)
    else:
        parsed.values[column.key], plain_faults = _plain(column, cells, unit)
        faults = [(i, check, {"expected": expected} if expected else {}) for i, check, expected in plain_faults]
    if column.kind in ("money", "area"):
        parsed.units[column.key] = unit
    for index, check, words in faults:
        parsed.report(check, index, column.key, **words)


def _plain(column: Column, cells: Sequence[Cell], unit: str) -> tuple[list[object], list[cells_to.Fault]]:
    if column.kind == "money":
        return cells_to.money_column(cells, unit)
    if column.kind == "count":
        return cells_to.count_column(cells)
    if column.kind == "date":
        return cells_to.date_column(cells)
    return cells_to.text_column(cells)


def _figure_units(parsed: Parsed, key: str) -> tuple[list[str], list[str]]:
    """The unit each row is written in and the one it is kept in: an indicator's name or its 计量单位 says the first.

    A unit that cannot be brought to the form's is told once, where it stands, and puts the row's figures in doubt.
    """
    nothing = [""] * len(parsed.row_numbers)
    if parsed.sheet_key != "indicator":
        return nothing, nothing
    beside = [cells_to.as_text(c) for c in parsed.raw["unit"]] if "unit" in parsed.raw else nothing
    own = [indicator_of(cells_to.as_text(c))[1] for c in parsed.raw["indicator"]]
    said = [o or b for o, b in zip(own, beside, strict=True)]
    wanted = [INDICATORS.get(str(n), "") for n in parsed.values["indicator"]]
    for index, (unit, right) in enumerate(zip(said, wanted, strict=True)):
        if read_as.factor(unit, right) is None:
            there = "indicator" if own[index] else "unit"
            if (index, there) not in parsed.doubtful:
                parsed.report("P-INDICATOR-UNIT", index, there, value=unit, expected=right)
            parsed.doubtful.add((index, key))
            said[index] = right
    return said, wanted


def _read_codes(parsed: Parsed, key: str) -> None:
    """Read the credit codes of companies that may not exist yet: an empty one is no fault."""
    values: list[object] = []
    parsed.values[key] = values
    for index, cell in enumerate(parsed.raw[key]):
        text = cells_to.as_text(cell)
        if not text or cells_to.blank(text):
            values.append(None)
            continue
        if credit_code.fault(text) is None and isinstance(cell, str):
            values.append(text)
            continue
        code, check, words = odd_code(cell, "")
        values.append(code or None)
        if check:
            parsed.report(check, index, key, **words)
            if CHECKS[check].severity is Severity.ERROR:
                values[-1] = None


def _report_wrong_cells(parsed: Parsed, layout: TableLayout, places: dict[str, int], rows: tuple[int, ...]) -> None:
    """Error values and uncalculated formulas read as blank: each is said. What the template computes may be uncalculated."""
    sheet = layout.sheet
    index_of = {row: index for index, row in enumerate(rows)}
    key_of = {column: key for key, column in places.items()}
    for (row, column), error in sorted(sheet.errors.items()):
        if row in index_of and column in key_of:
            computed = EVERY_SHEET[parsed.sheet_key].column(key_of[column]).computed
            if not computed:
                parsed.report("R-CELL-ERROR", index_of[row], key_of[column], value=error)
    for row, column in sorted(sheet.uncalculated):
        if row in index_of and column in key_of and not EVERY_SHEET[parsed.sheet_key].column(key_of[column]).computed:
            parsed.report("R-FORMULA", index_of[row], key_of[column], value="公式")
