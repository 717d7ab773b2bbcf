"""Issues with the decisions that hold for them, and values that an acceptance takes out of doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from db.decisions import raise_totals, release
from db.queries import decisions as reads
from db.queries.decisions import StoredTable
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.decisions import DecidedIssue, DecisionKind, resolve
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.submissions import SubmissionItem

_TOTALS = {"tax": ("total_fen", "tax_fen"), "enterprise": ("revenue_fen", "revenue_fen")}
_TAX_PARTS = ("vat_fen", "cit_fen", "other_fen", "refund_fen", "total_fen")


def decided(connection: Reading, items: Iterable[SubmissionItem]) -> tuple[DecidedIssue, ...]:
    """The issues of some versions with the decision that holds for each."""
    listed = list(items)
    found = reads.issues(connection, [i.id for i in listed])
    return resolve(found, reads.decisions(connection, {i.park for i in listed}))


def undecided_errors(connection: Reading, items: Iterable[SubmissionItem]) -> Counter[int]:
    """How many errors of each version (by id) still need a decision."""
    listed = [i for i in items if i.errors]
    open_errors = (i for i in decided(connection, listed) if i.issue.severity is Severity.ERROR and not i.settled)
    return Counter(i.submission_id for i in open_errors)


def release_accepted(unit: UnitOfWork, item: SubmissionItem, issues: Sequence[DecidedIssue]) -> None:
    """Let the values whose errors a person accepted (属实) enter the facts of a version, and its totals.

    A value with another error on it that nobody accepted stays in doubt.
    """
    mine = [i for i in issues if i.submission_id == item.id and i.issue.severity is Severity.ERROR]
    accepted = [i for i in mine if i.decision is not None and i.decision.kind is DecisionKind.ACCEPTED]
    if not accepted:
        return
    grown: Counter[str] = Counter()
    tables = reads.tables_of(unit.connection, item.id)
    for table in tables:
        held = {place for i in mine if i not in accepted for place in _places(i, table)}
        wanted = {place for i in accepted for place in _places(i, table)} - held
        values: dict[int, dict[str, object]] = {}
        for index, key in wanted:
            values.setdefault(table.row_numbers[index], {})[key] = table.values[key][index]
        total_key, total_name = _TOTALS.get(table.key, ("", ""))
        if amount := release(unit, item.id, table.key, values, total_key):
            grown[total_name] += amount
    if grown:
        raise_totals(unit, item.id, grown)


def _places(found: DecidedIssue, table: StoredTable) -> set[tuple[int, str]]:
    """(index, key) of the values an issue puts in doubt: its cell's, a slipped total's parts, or a whole column's."""
    issue = found.issue
    if issue.sheet != table.sheet:
        return set()
    if not issue.cell:
        title = issue.column.split("（")[0]
        keys = {k for k in table.values if _title(table, k) == title}
        return {(index, key) for key in keys for index in range(len(table.row_numbers))}
    column, row = issue.cell.rstrip("0123456789"), int("0" + issue.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if row not in table.row_numbers:
        return set()
    index = table.row_numbers.index(row)
    keys = {k for k, letter in table.letters.items() if letter == column}
    if "total_fen" in keys:
        keys |= {k for k in _TAX_PARTS if k in table.values}
    return {(index, key) for key in keys if table.values[key][index] is not None}


def _title(table: StoredTable, key: str) -> str:
    return next((c.title for c in EVERY_SHEET[table.key].columns if c.key == key), "") if table.key in EVERY_SHEET else ""
