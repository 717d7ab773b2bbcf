"""Checks within one submission: required fields, duplicates, sums, total rows, and the roster against the tax sheet."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.cell_words import cell_words
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import Issue, found
from zgc_desktop.domain.money import UNIT_FEN, Fen, in_unit, yuan
from zgc_desktop.domain.park_layouts import EVERY_SHEET, ROW_NAMES
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tax_period import tax_period
from zgc_desktop.intake.park_values import area_column
from zgc_desktop.intake.parse import Parsed
from zgc_desktop.intake.raw import Cell, RawSheet, letter
from zgc_desktop.intake.rows import Rows
from zgc_desktop.intake.values import as_text, count_column, money_column

_YEAR_TO_DATE: Final = (("revenue_fen", "revenue_ytd_fen"), ("rd_fen", "rd_ytd_fen"), ("total_fen", "total_ytd_fen"))
TAX_PARTS: Final = ("vat_fen", "cit_fen", "other_fen")


_TOLD_ELSEWHERE: Final = frozenset({("space", "area"), ("indicator", "source")})
"""Required columns whose emptiness has a check of its own."""


def check_duplicates(parsed: Parsed) -> None:
    """Report every second row of a company (R-DUP) and set it aside: a company counts once.

    On a tax sheet that names the period a tax belongs to (所属期), lines of different periods are no duplicates.
    """
    first: dict[tuple[str, str], int] = {}
    periods = parsed.values.get("belongs_to") if parsed.sheet_key == "tax" else None
    for index, code in enumerate(parsed.values.get("credit_code", ())):
        if not isinstance(code, str) or index in parsed.set_aside:
            continue
        period = tax_period(periods[index]) if periods is not None else None
        key = code, period.text if period is not None else ""
        if key in first:
            parsed.report("R-DUP", index, "credit_code", row=str(parsed.row_numbers[first[key]]))
            parsed.set_aside.add(index)
        else:
            first[key] = index


def check_names(roster: Parsed, others: list[Parsed], history: History) -> None:
    """Report rows without a company name, with the name the desk or the tax sheet knows for the code."""
    if "name" not in roster.values:
        return
    missing = [i for i, name in enumerate(roster.values["name"]) if not name]
    if not missing:
        return
    known = dict(history.names)
    for other in others:
        if "name" in other.values and "credit_code" in other.values:
            for code, name in zip(other.values["credit_code"], other.values["name"], strict=True):
                if isinstance(code, str) and isinstance(name, str):
                    known.setdefault(code, name)
    for index in missing:
        name = known.get(roster.code(index), "")
        hint = {"suggestion": f"，疑为“{name}”", "expected": name, "company": name} if name else {}
        roster.report("R-NAME-MISSING", index, "name", **hint)


def check_required(parsed: Parsed) -> None:
    """Report empty required fields; a column empty throughout is one issue, at its heading."""
    for column in EVERY_SHEET[parsed.sheet_key].columns:
        named = column.key in ("name", ROW_NAMES.get(parsed.sheet_key))
        if not column.required or column.kind == "code" or named or column.key not in parsed.values:
            continue
        if (parsed.sheet_key, column.key) in _TOLD_ELSEWHERE:
            continue
        if None not in parsed.values[column.key]:
            continue
        empty = [i for i, v in enumerate(parsed.values[column.key]) if v is None and i not in parsed.set_aside]
        if len(empty) > 3 and len(empty) == len(parsed.row_numbers) - len(parsed.set_aside):
            parsed.issues.append(
                found("R-REQUIRED", file=parsed.file, sheet=parsed.sheet_name, column=f"{column.title}（整列）")
            )
            continue
        for index in empty:
            parsed.report("R-REQUIRED", index, column.key)


def check_tax_sums(tax: Parsed) -> None:
    """Report rows whose parts do not add up to 地方合计. Parts in 千元 or 万元 may each be off by half of their last digit."""
    keys = [k for k in TAX_PARTS if k in tax.values]
    if len(keys) < 2 or "total_fen" not in tax.values:
        return
    tolerance = max(UNIT_FEN[tax.units[k]] for k in (*keys, "total_fen")) // 50
    totals = tax.values["total_fen"]
    columns = [cast("list[Fen | None]", tax.values[k]) for k in keys]
    # Nearly every row adds up: the sums of whole columns leave only those to look into that do not.
    sums = map(sum, zip(*([v or 0 for v in column] for column in columns), strict=True))
    off = [i for i, (s, total) in enumerate(zip(sums, totals, strict=True)) if s != total]
    for index in off:
        total = totals[index]
        if not isinstance(total, int):
            continue
        parts = [column[index] for column in columns]
        present = [p for p in parts if isinstance(p, int)]
        if not present or any((index, k) in tax.doubtful for k in keys):
            continue
        difference = sum(present) - total
        # A part nobody reported may well be what is lacking; more than the total it cannot be.
        incomplete = len(present) < len(TAX_PARTS)
        if difference > tolerance or (difference < -tolerance and not incomplete):
            tax.report("R-TAX-SUM", index, "total_fen", expected=yuan(sum(present)), found=yuan(total))


def check_dates(roster: Parsed, month: Month) -> None:
    """Report companies founded after the month they report for."""
    last = month.last_day
    for index, day in enumerate(roster.values.get("founded_on", ())):
        if isinstance(day, date) and day > last:
            roster.report("R-FUTURE", index, "founded_on")


def check_year_to_date(parsed: Parsed) -> None:
    """Report 累计 smaller than the month's own figure; months below zero can do that in earnest, so it warns.

    A figure already in doubt (a unit slip) says nothing about the other: one fault is told once.
    """
    for month_key, year_key in _YEAR_TO_DATE:
        if month_key not in parsed.units or year_key not in parsed.units:
            continue
        columns = (cast("list[Fen | None]", parsed.values[key]) for key in (month_key, year_key))
        # Each may be rounded to half of its last digit.
        slack = max(UNIT_FEN[parsed.units[month_key]], UNIT_FEN[parsed.units[year_key]]) // 50
        pairs = enumerate(zip(*columns, strict=True))
        low = [(i, m, y) for i, (m, y) in pairs if m is not None and y is not None and y + slack < m]
        for index, month, year in low:
            if index not in parsed.set_aside and not {(index, month_key), (index, year_key)} & parsed.doubtful:
                parsed.report("R-YTD", index, year_key, found=f"{yuan(year)} 元", expected=f"{yuan(month)} 元")


def check_totals(parsed: Parsed, sheet: RawSheet, rows: Rows) -> None:
    """Report 合计 and 小计 rows that match neither all rows they cover nor those without the set-aside ones."""
    index_of = {number: index for index, number in enumerate(parsed.row_numbers)}
    at = {key: _column_index(letters) for key, letters in parsed.letters.items() if letters}
    for total in rows.totals:
        first, last = (0, sheet.height) if total.grand else (total.since, total.row)
        covered = [i for number, i in index_of.items() if first <= number - 1 < last]
        if not covered:
            continue
        for key, column in at.items():
            kind = EVERY_SHEET[parsed.sheet_key].column(key).kind
            if kind not in ("money", "count", "area") or key not in parsed.values:
                continue
            cell = sheet.columns[column][total.row]
            stated = _stated(parsed, kind, key, cell)
            if not isinstance(stated, int):
                continue
            column_values = parsed.values[key]
            every = sum(v for i in covered if isinstance(v := column_values[i], int))
            once = sum(v for i in covered if i not in parsed.set_aside and isinstance(v := column_values[i], int))
            slack = _last_digit(parsed, kind, key) // 50 * max(len(covered) // 10, 1)
            if min(abs(stated - every), abs(stated - once)) > slack:
                parsed.issues.append(
                    _total_issue(parsed, key, f"{letter(column)}{total.row + 1}", as_text(cell), stated, every)
                )


def _stated(parsed: Parsed, kind: str, key: str, cell: Cell) -> object:
    if kind == "money":
        return money_column([cell], parsed.units[key])[0][0]
    return (count_column([cell]) if kind == "count" else area_column([cell], parsed.units[key]))[0][0]


def _last_digit(parsed: Parsed, kind: str, key: str) -> int:
    """What one of the column's unit holds: sums of rounded figures may be off by a part of it; heads never are."""
    return UNIT_FEN[parsed.units[key]] if kind == "money" else UNIT_AREA[parsed.units[key]] if kind == "area" else 0


def _total_issue(parsed: Parsed, key: str, cell: str, raw: str, stated: Fen, every: Fen) -> Issue:
    unit, column = parsed.units.get(key, ""), EVERY_SHEET[parsed.sheet_key].column(key)
    if column.kind == "money":
        wanted, said = f"{in_unit(every, unit):,.2f} {unit}", f"{in_unit(stated, unit):,.2f} {unit}"
    else:
        wanted, said = cell_words(column, every, unit), cell_words(column, stated, unit)
    title = column.title
    return found(
        "S-TOTAL",
        file=parsed.file,
        sheet=parsed.sheet_name,
        cell=cell,
        column=title,
        value=raw,
        expected=wanted,
        found=said,
    )


def _column_index(letters: str) -> int:
    index = 0
    for char in letters:
        index = index * 26 + ord(char) - 64
    return index - 1


def check_roster_and_tax(roster: Parsed, tax: Parsed) -> None:
    """Report companies in one of the two sheets only. A shared table cannot differ from itself."""
    if roster.sheet_name == tax.sheet_name and roster.row_numbers == tax.row_numbers:
        return
    in_roster = _counted_codes(roster)
    in_tax = _counted_codes(tax)
    if not in_roster or not in_tax:
        return
    for code, index in in_tax.items():
        if code not in in_roster:
            tax.report("R-TAX-ORPHAN", index, "credit_code")
    for code, index in in_roster.items():
        if code not in in_tax:
            roster.report("R-TAX-MISSING", index, "credit_code")


def _counted_codes(parsed: Parsed) -> dict[str, int]:
    return {
        code: index
        for index, code in enumerate(parsed.values.get("credit_code", ()))
        if isinstance(code, str) and index not in parsed.set_aside
    }


OUTSIDE_CLUSTERS: Final = ("园内组团外", "组团外", "非组团", "其他")


def check_clusters(roster: Parsed, park: str, catalogue: Catalogue) -> None:
    """Report clusters of another park (X-CLUSTER) and names that are none of the 31. Each distinct name is looked up once."""
    judged: dict[object, tuple[str, str]] = {None: ("", "")}
    for index, name in enumerate(roster.values.get("cluster", ())):
        if name not in judged:
            judged[name] = _judge_cluster(str(name), park, catalogue)
        check, expected = judged[name]
        if check:
            roster.report(check, index, "cluster", expected=expected)


def _judge_cluster(name: str, park: str, catalogue: Catalogue) -> tuple[str, str]:
    if name in OUTSIDE_CLUSTERS:
        return "", ""
    cluster = catalogue.cluster_named(name, park)
    if cluster is None:
        return "X-CLUSTER-UNKNOWN", ""
    return ("", "") if cluster.park == park else ("X-CLUSTER", cluster.park)
