"""Give a row without a usable code to the company it belongs to (按判定补代码), and take it back; the file stays as it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import adopted_rows
from db.queries import decisions as reads
from db.queries import submissions
from db.queries.decisions import StoredTable
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.decisions import DecidedIssue, DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import Record
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services import decide
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decided_issues import decided

NO_CODE = ("R-CODE-MISSING", "R-CODE-NUMERIC", "R-CODE-FORM")
"""Faults of a code after which nobody knows whose the row is."""


def rows_without_code(connection: Reading, item: SubmissionItem) -> Iterator[tuple[Record, int]]:
    """(the row as a record, its number on the sheet) of the roster rows of a version that have no usable code."""
    issues = [i for _, i in submissions.issues_of(connection, (item.id,)) if i.code in NO_CODE]
    if not issues:
        return
    table = next((x for x in reads.tables_of(connection, item.id) if x.key == "enterprise"), None)
    for issue in issues:
        number = _row(issue)
        if table is None or issue.sheet != table.sheet or number not in table.row_numbers:
            continue
        at = table.row_numbers.index(number)
        name = _value(table, "name", at)
        if name:
            key = f"{item.park}|{issue.value}|{name}"
            place = f"{item.park} 第{item.version}版 {issue.place}"
            address, founded = _value(table, "registered_address", at), _value(table, "founded_on", at)
            yield Record(key, issue.value, name, (), address, founded, None, place), number


def give(
    unit: UnitOfWork, ctx: AppContext, month: Month, record: Record, company: Record, reason: str, *, quiet: bool = False
) -> None:
    """Enter the row of ``record`` as a line of ``company`` in the version it stands in, and settle its faults of the code.

    Refused where the version lists the company already (``quiet``: left as it is): then one of the two rows is not it.
    """
    assert company.company_id is not None
    for item in submissions.current(unit.connection, month):
        number = next((n for r, n in rows_without_code(unit.connection, item) if r.key == record.key), None)
        if number is None:
            continue
        if adopted_rows.has_fact(unit, item.id, "enterprise", company.company_id):
            if quiet:
                return
            said = f"{item.park} {month} 第{item.version}版已有 {company.name}（{company.credit_code}）一行"
            raise Refused(said, why="同一版里一家企业只能有一行", advice="请判为不同企业，或退回由园方更正")
        issues = decided(unit.connection, [item])
        here = list(_rows_of(reads.tables_of(unit.connection, item.id), record.name, number))
        for table, at in here:
            if adopted_rows.has_fact(unit, item.id, table.key, company.company_id):
                continue  # the tax sheet has its code
            doubtful = _doubtful(issues, table, table.row_numbers[at])
            values = {key: column[at] for key, column in table.values.items()}
            row = table.row_numbers[at]
            adopted_rows.put_row(unit, month, item.id, table.key, company.company_id, row, values, doubtful)
        settled = _faults(issues, here)
        words = f"身份核对：是 {company.name}（{company.credit_code}）；{reason}"
        decide.record(unit, ctx, settled, DecisionKind.ACCEPTED, words)
        if item.state is SubmissionState.ACCEPTED:
            rebuild_month(unit, ctx, month)


def take_back(unit: UnitOfWork, ctx: AppContext, key: str, credit_code: str, company_id: int) -> tuple[Month, ...]:
    """Take the row with that key out of the company's lines wherever it was given to it; returns the months touched."""
    touched = []
    for month in submissions.months(unit.connection):
        for item in submissions.every_version(unit.connection, month):
            found = next(((r, n) for r, n in rows_without_code(unit.connection, item) if r.key == key), None)
            if found is None:
                continue
            record, number = found
            here = list(_rows_of(reads.tables_of(unit.connection, item.id), record.name, number))
            for table, at in here:
                adopted_rows.take_row(unit, item.id, table.key, company_id, table.row_numbers[at])
            held = decided(unit.connection, [item])
            again = [i for i in _faults(held, here) if i.decision and credit_code in i.decision.reason]
            decide.record(unit, ctx, again, DecisionKind.REOPENED, "撤销身份核对")
            if item.state is SubmissionState.ACCEPTED:
                rebuild_month(unit, ctx, month)
            touched.append(month)
    return tuple(dict.fromkeys(touched))


def _rows_of(tables: Sequence[StoredTable], name: str, number: int) -> Iterator[tuple[StoredTable, int]]:
    """The row on the roster, and the row of the same name without a code on the tax sheet."""
    roster = next(x for x in tables if x.key == "enterprise")
    yield roster, roster.row_numbers.index(number)
    for table in tables:
        if table.key != "tax":
            continue
        if table.sheet == roster.sheet and number in table.row_numbers:
            yield table, table.row_numbers.index(number)
            continue
        codes, names = table.values.get("credit_code", []), table.values.get("name", [])
        bare = [i for i, (code, other) in enumerate(zip(codes, names, strict=False)) if not code and other == name]
        if len(bare) == 1:
            yield table, bare[0]


def _faults(issues: Sequence[DecidedIssue], here: Sequence[tuple[StoredTable, int]]) -> list[DecidedIssue]:
    places = {(table.sheet, table.row_numbers[at]) for table, at in here}
    return [i for i in issues if i.issue.code in NO_CODE and (i.issue.sheet, _row(i.issue)) in places]


def _doubtful(issues: Sequence[DecidedIssue], table: StoredTable, number: int) -> list[str]:
    """Fields of a row that an error nobody accepted puts in doubt."""
    wrong = {
        i.issue.cell.rstrip("0123456789")
        for i in issues
        if i.issue.sheet == table.sheet and _row(i.issue) == number and i.issue.severity is Severity.ERROR and not i.settled
    }
    return [key for key, letter in table.letters.items() if letter in wrong and key != "credit_code"]


def _row(issue: Issue) -> int:
    return int("".join(c for c in issue.cell if c.isdigit()) or 0)


def _value(table: StoredTable, key: str, at: int) -> str:
    values = table.values.get(key)
    return str(values[at]) if values and values[at] is not None else ""
