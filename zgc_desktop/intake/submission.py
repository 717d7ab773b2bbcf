"""One file to one checked submission: read, recognise, parse, check, in one pass; bad input becomes issues, not exceptions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.check_settings import STANDARD, SettingsFor, standard
from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.history import NO_HISTORY, History
from zgc_desktop.domain.issues import CHECKS, Issue, Severity, found
from zgc_desktop.domain.mappings import Answers, Memory, remembers_nothing
from zgc_desktop.domain.park_layouts import EVERY_SHEET, PARK_SHEETS
from zgc_desktop.domain.park_record import RecordFor, nothing_known
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.questions import Question
from zgc_desktop.domain.returns import ONE_TABLE
from zgc_desktop.domain.submissions import CheckedSubmission, ColumnMatch, FactTable, FileState, Recognised
from zgc_desktop.intake import checks, month_checks, series_checks
from zgc_desktop.intake.mapping import (
    column_questions,
    examples,
    month_and_park_questions,
    recall,
    tables_of,
    unit_question,
    without_echoes,
)
from zgc_desktop.intake.park_checks import check_park_sheet
from zgc_desktop.intake.park_parse import parse_park_table
from zgc_desktop.intake.parse import Parsed, parse_table, unread_columns
from zgc_desktop.intake.raw import CannotRead, RawSheet, RawWorkbook, letter
from zgc_desktop.intake.reader import Reader, file_bytes
from zgc_desktop.intake.recognise import declares_no_change, meta_values, month_in_text, recognise_month, recognise_park
from zgc_desktop.intake.rows import Rows, classify, classify_park
from zgc_desktop.intake.table_layout import TableLayout

HistoryFor = Callable[[str, Month], History]
"""The earlier figures of a park as known when its file for a month arrives."""


@dataclass(slots=True)
class _Table:
    layout: TableLayout
    rows: Rows
    parsed: Parsed


def read_submission(
    path: Path,
    *,
    catalogue: Catalogue,
    history_for: HistoryFor,
    reader: Reader,
    month: Month | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    data: bytes | None = None,
) -> CheckedSubmission:
    """Return the file as a checked submission, whatever is wrong with it; only Cancelled is raised.

    ``month`` is the month asked for, if any. ``data`` are the file's bytes when the caller has copied them already.
    """
    name = path.name
    try:
        if data is None:
            data = file_bytes(path)
        workbook = reader.read(data, name, cancelled)
    except CannotRead as error:
        return unreadable(name, data or b"", error)
    return check_workbook(workbook, catalogue=catalogue, history_for=history_for, month=month, cancelled=cancelled)


def unreadable(name: str, data: bytes, error: CannotRead) -> CheckedSubmission:
    """Return the line for a file that cannot be read: the reason as its only issue."""
    issue = found(error.code, file=name, reason=error.what)
    digest = hashlib.sha256(data).hexdigest() if data else ""
    return CheckedSubmission(name, digest, None, None, {}, (), (issue,), FileState.UNREADABLE)


def check_workbook(
    workbook: RawWorkbook,
    *,
    catalogue: Catalogue,
    history_for: HistoryFor,
    month: Month | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory = remembers_nothing,
    told: Answers | None = None,
    settings_for: SettingsFor = standard,
    record_for: RecordFor = nothing_known,
) -> CheckedSubmission:
    """Return a workbook already read as a checked submission; only Cancelled is raised.

    ``memory`` are a park's earlier answers about its columns, ``told`` what a person said of this very file,
    ``settings_for`` which checks run on a month, ``record_for`` what is registered of a park's land and projects.
    """

    def pause() -> None:
        if cancelled():
            raise Cancelled

    pause()
    layouts = tables_of(workbook)
    chosen, unused = _choose(layouts, workbook.file_name, month)
    titles = [(t.sheet.name, title) for t in dict.fromkeys(_Key(x) for x in chosen.values()) for title in t.layout.titles]
    issues: list[Issue] = []
    park, found_month, doubts = _recognise(workbook, chosen, titles, catalogue, month, told or Answers())
    issues += doubts
    layouts = [without_echoes(layout) for layout in (recall(layouts, park.value, memory) if park else layouts)]
    chosen, unused = _choose(layouts, workbook.file_name, month)
    history = history_for(park.value, Month.parse(found_month.value)) if park and found_month else NO_HISTORY
    settings = settings_for(Month.parse(found_month.value)) if found_month else STANDARD
    no_change = declares_no_change(workbook.sheets)
    tables: dict[str, _Table] = {}
    sound: set[str] = set()
    matches: list[ColumnMatch] = []
    for kind, layout in chosen.items():
        pause()
        if kind in PARK_SHEETS:
            rows = classify_park(layout, kind)
            parsed, columns = parse_park_table(layout, kind, rows, workbook.file_name, settings)
        else:
            rows = next((t.rows for t in tables.values() if t.layout is layout), None) or classify(layout)
            parsed, columns = parse_table(layout, kind, rows, workbook.file_name, history, sound, pause, settings)
        tables[kind] = _Table(layout, rows, parsed)
        matches += [m for m in columns if all((m.sheet, m.letter) != (o.sheet, o.letter) for o in matches)]
    issues += _sheet_issues(workbook, chosen, unused, matches)
    questions = month_and_park_questions(park is not None, found_month is not None, tuple(catalogue.parks))
    questions += _questions(chosen, tables)
    issues += [_ask(workbook.file_name, q) for q in questions if q.kind == "column"]
    _check({k: t for k, t in tables.items() if k not in PARK_SHEETS}, history, park, found_month, catalogue, pause)
    about_park = [t for k, t in tables.items() if k in PARK_SHEETS and t.parsed.row_numbers]
    if about_park and park and found_month:
        _check_park(about_park, park.value, Month.parse(found_month.value), catalogue, record_for)
    if no_change and "enterprise" in tables:
        series_checks.check_no_change(tables["enterprise"].parsed, history)
    if meta_values(workbook.sheets).get(ONE_TABLE) and {"enterprise", "tax"} <= set(tables):
        _tell_once(tables["enterprise"].parsed, tables["tax"].parsed)
    for table in tables.values():
        issues += table.parsed.issues
    if settings.off:
        issues = [i for i in issues if i.code not in settings.off]
        off = "；".join(f"{code} {CHECKS[code].name}（{why}）" for code, why in sorted(settings.off.items()))
        issues.append(found("F-CHECK-OFF", file=workbook.file_name, reason=off))
    facts = {kind: t.parsed.table() for kind, t in tables.items() if len(t.parsed.row_numbers)}
    return CheckedSubmission(
        workbook.file_name,
        workbook.sha256,
        park,
        found_month,
        facts,
        tuple(matches),
        tuple(sorted(_once(issues), key=_order)),
        _state(facts, issues),
        workbook.encoding,
        tuple(questions),
        no_change,
    )


def _check_park(tables: list[_Table], park: str, month: Month, catalogue: Catalogue, record_for: RecordFor) -> None:
    record = record_for(park, month)
    for table in tables:
        checks.check_required(table.parsed)
        checks.check_totals(table.parsed, table.layout.sheet, table.rows)
        check_park_sheet(table.parsed, park, month, catalogue, record)


def _tell_once(roster: Parsed, tax: Parsed) -> None:
    """Leave out the tax sheet's faults of codes that the roster has too: they were one table and are one fault."""
    told = {(i.code, i.value, i.company) for i in roster.issues if i.code.startswith("R-CODE")}
    tax.issues = [i for i in tax.issues if (i.code, i.value, i.company) not in told]


def _questions(chosen: dict[str, TableLayout], tables: dict[str, _Table]) -> list[Question]:
    """What a person must say of the columns before the file can be registered."""
    questions = []
    for key in dict.fromkeys(_Key(layout) for layout in chosen.values()):
        kinds = [kind for kind, layout in chosen.items() if layout is key.layout]
        questions += column_questions(key.layout, kinds)
    for kind, table in tables.items():
        places = table.layout.columns_of(kind)
        for column in EVERY_SHEET[kind].columns:
            if column.kind == "money" and column.key in places and column.key not in table.parsed.units:
                why = table.parsed.no_unit.get(column.key, "")
                questions.append(unit_question(table.layout, places[column.key], column, why))
    return questions


def _ask(file: str, question: Question) -> Issue:
    like = next((label for value, label in question.choices if value == question.suggestion), "")
    return found(
        "S-COLUMN-ASK",
        file=file,
        sheet=question.sheet,
        cell=question.cell,
        column=question.heading,
        value=question.heading,
        expected=like,
        score=str(question.score),
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """A layout by its place, so that a table holding two kinds tells its titles once."""

    layout: TableLayout

    @property
    def sheet(self) -> RawSheet:
        return self.layout.sheet

    def __hash__(self) -> int:
        return hash((self.layout.sheet.name, self.layout.header_top))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.layout is self.layout


def _choose(
    layouts: list[TableLayout], file_name: str, month: Month | None
) -> tuple[dict[str, TableLayout], list[tuple[TableLayout, str]]]:
    """The sheet that answers for each kind, and the others with why not: the month's own, visible, the fullest."""
    wanted = month or month_in_text(file_name)

    def rank(kind: str, layout: TableLayout) -> tuple[bool, bool, int, int, int]:
        said = next((m for t in (*layout.titles, layout.sheet.name) if (m := month_in_text(t))), None)
        asked = said is not None and said == wanted
        return asked, not layout.sheet.hidden, said.number if said else 0, len(layout.meanings[kind]), layout.end

    chosen: dict[str, TableLayout] = {}
    for kind in EVERY_SHEET:
        candidates = [layout for layout in layouts if kind in layout.meanings]
        if candidates:
            chosen[kind] = max(candidates, key=lambda layout: rank(kind, layout))
    used = {_Key(layout) for layout in chosen.values()}
    unused = [
        (layout, "同类数据已取自其他工作表" if layout.meanings else "认不出是哪一类表")
        for layout in layouts
        if _Key(layout) not in used
    ]
    return chosen, unused


def _recognise(
    workbook: RawWorkbook,
    chosen: dict[str, TableLayout],
    titles: list[tuple[str, str]],
    catalogue: Catalogue,
    month: Month | None,
    told: Answers,
) -> tuple[Recognised | None, Recognised | None, list[Issue]]:
    def park_key(text: str) -> str | None:
        park = catalogue.park_in_text(text)
        return park.name if park else None

    meta = meta_values(workbook.sheets)
    names = list(dict.fromkeys(layout.sheet.name for layout in chosen.values()))
    park, park_doubts = recognise_park(park_key, meta, titles, names, workbook.file_name)
    found_month, month_doubts = recognise_month(meta, titles, names, workbook.file_name, month)
    if told.park:
        park, park_doubts = Recognised(told.park, "人工指定"), []
    if told.month:
        found_month = Recognised(told.month, "人工指定")
        differs = month is not None and str(month) != told.month
        month_doubts = [found("F-MONTH-DIFF", file=workbook.file_name, found=told.month, wanted=str(month))] if differs else []
    return park, found_month, park_doubts + month_doubts


def _sheet_issues(
    workbook: RawWorkbook,
    chosen: dict[str, TableLayout],
    unused: list[tuple[TableLayout, str]],
    matches: list[ColumnMatch],
) -> list[Issue]:
    """Missing sheets, missing columns, columns and sheets that were not imported."""
    file = workbook.file_name
    issues = []
    if "enterprise" not in chosen:
        issues.append(found("S-NO-ROSTER", file=file))
    if "tax" not in chosen:
        issues.append(found("S-NO-TAX", file=file))
    for kind, layout in chosen.items():
        there = layout.columns_of(kind)
        for column in EVERY_SHEET[kind].columns:
            whole = kind == "enterprise" or (kind in PARK_SHEETS and column.key != "source")
            needed = column.required and (whole or column.kind == "code")
            if needed and column.key not in there:
                issues.append(found("S-COLUMN", file=file, sheet=layout.sheet.name, column=column.title))
    for key in dict.fromkeys(_Key(layout) for layout in chosen.values()):
        kinds = [kind for kind, layout in chosen.items() if layout is key.layout]
        asked = {q.letter: q for q in column_questions(key.layout, kinds)}
        for index, heading in unread_columns(key.layout):
            if question := asked.get(letter(index)):
                matches.append(ColumnMatch(key.sheet.name, letter(index), heading, "", "待确认", question.score))
                continue
            place = f"{letter(index)}{key.layout.header_bottom + 1}"
            issues.append(found("S-COLUMN-UNKNOWN", file=file, sheet=key.sheet.name, cell=place, column=heading, value=heading))
            if kinds:
                like = "、".join(examples(key.layout, index))
                matches.append(ColumnMatch(key.sheet.name, letter(index), heading, "", "未识别", 0, example=like))
        for index, how in key.layout.left_out.items():
            heading, like = key.layout.headings[index].text, "、".join(examples(key.layout, index))
            matches.append(ColumnMatch(key.sheet.name, letter(index), heading, "", how, 100, example=like))
    for layout, why in unused:
        shared = any(other.sheet is layout.sheet for other in chosen.values())
        place = f"{layout.sheet.name} 第 {layout.header_top + 1} 行起" if shared else layout.sheet.name
        issues.append(found("S-SHEET-UNUSED", file=file, sheet=layout.sheet.name, value=place, reason=why))
    return issues


def _check(
    tables: dict[str, _Table],
    history: History,
    park: Recognised | None,
    month: Recognised | None,
    catalogue: Catalogue,
    pause: Callable[[], None],
) -> None:
    everything = [t.parsed for t in tables.values()]
    for table in tables.values():
        pause()
        checks.check_duplicates(table.parsed)
        checks.check_required(table.parsed)
        checks.check_totals(table.parsed, table.layout.sheet, table.rows)
    roster, tax = tables.get("enterprise"), tables.get("tax")
    if tax:
        checks.check_tax_sums(tax.parsed)
    if roster:
        checks.check_names(roster.parsed, [p for p in everything if p is not roster.parsed], history)
        if park:
            checks.check_clusters(roster.parsed, park.value, catalogue)
        if month:
            checks.check_dates(roster.parsed, Month.parse(month.value))
        month_checks.check_vanished(roster.parsed, history)
        if tax:
            checks.check_roster_and_tax(roster.parsed, tax.parsed)
    pause()
    same_year = bool(month and history.month and history.month.year == Month.parse(month.value).year)
    month_checks.check_against_last_month(everything, history, same_year=same_year)
    for parsed in everything:
        pause()
        checks.check_year_to_date(parsed)
        series_checks.check_copied(parsed, history)
        series_checks.check_signs(parsed, history)
        if same_year:
            series_checks.check_year_falls(parsed, history)
    if roster:
        pause()
        series_checks.check_gone(roster.parsed, history)
        series_checks.check_outliers(roster.parsed, history)
        series_checks.check_peers(roster.parsed)


def _once(issues: list[Issue]) -> list[Issue]:
    """The issues without repeats: a sheet that is roster and tax in one is checked twice for its codes."""
    seen: dict[tuple[str, str, str], Issue] = {}
    for issue in issues:
        seen.setdefault((issue.code, issue.sheet, issue.cell or issue.message), issue)
    return list(seen.values())


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


def _order(issue: Issue) -> tuple[bool, int, str, int, str]:
    digits = "".join(c for c in issue.cell if c.isdigit())
    return bool(issue.sheet), _RANK[issue.severity], issue.sheet, int(digits or 0), issue.cell


def _state(facts: dict[str, FactTable], issues: list[Issue]) -> FileState:
    if not facts.get("enterprise") and not facts.get("tax"):
        return FileState.NEEDS_MAPPING
    asks = {"F-PARK", "F-MONTH", "F-MONTH-DIFF", "S-NO-ROSTER", "S-UNIT", "S-COLUMN-ASK"}
    no_code = any(i.code == "S-COLUMN" and i.column == "统一社会信用代码" for i in issues)
    return FileState.NEEDS_MAPPING if no_code or any(i.code in asks for i in issues) else FileState.REGISTERED
