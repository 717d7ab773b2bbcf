"""Writing a received submission: its version, issues, companies and facts."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import repeat
from typing import cast

from sqlalchemy import func, select

import db.tables as t
from db.bulk import plain_rows, rows_among
from db.park_facts import PARK_FACTS, add_park_facts
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.layouts import TIER_TALK
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FactTable, SubmissionState
from zgc_desktop.domain.tax_period import earlier_period

ROSTER_FIELDS = (
    "name", "registered_address", "cluster", "industry", "founded_on", "employees", "assets_fen", "revenue_fen",
    "revenue_ytd_fen", "rd_fen", "rd_ytd_fen", "patents", "status", "tier",
)  # fmt: skip
TAX_FIELDS = ("vat_fen", "cit_fen", "other_fen", "total_fen", "refund_fen")
_ISSUE_FIELDS = ("code", "severity", "sheet", "cell", "column", "credit_code", "company", "value", "expected", "message")
_DAYS = frozenset({"founded_on"})
_KEYS = ("month", "submission_id", "company_id", "sheet_row")


@dataclass(frozen=True, slots=True)
class Registration:
    """What is known of a submission beside its content when it is registered."""

    park: str
    month: Month
    version: int
    received_at: str
    added: int
    changed: int
    vanished: int


def open_month(unit: UnitOfWork, month: Month, at: str) -> None:
    """Make sure the month exists."""
    table = table_of(t.MonthRow)
    if unit.connection.execute(select(table.c.month).where(table.c.month == month.number)).first() is None:
        unit.insert(t.MonthRow, {"month": month.number, "state": "open", "opened_at": at})


def register(unit: UnitOfWork, checked: CheckedSubmission, known: Registration) -> int:
    """Write one version with its issues, companies and facts; earlier undecided versions are superseded. Returns its id."""
    open_month(unit, known.month, known.received_at)
    for state in (SubmissionState.REGISTERED, SubmissionState.RETURNED):
        where = {"month": known.month.number, "park": known.park, "state": state.value}
        unit.update(t.SubmissionRow, where, {"state": SubmissionState.SUPERSEDED.value})
    submission_id = unit.insert(t.SubmissionRow, _submission_values(checked, known))
    issues = ((submission_id, *(str(getattr(i, name)) for name in _ISSUE_FIELDS)) for i in checked.issues)
    unit.insert_many(t.IssueRow, ("submission_id", *_ISSUE_FIELDS), issues, checked.sha256)
    of_companies = {k: table for k, table in checked.tables.items() if k not in PARK_FACTS}
    ids = _company_ids(unit, of_companies, known.month)
    for key, table in checked.tables.items():
        if key in of_companies:
            _facts(unit, key, table, known.month, submission_id, ids, checked.sha256)
        else:
            add_park_facts(unit, table, known.month, submission_id, checked.sha256)
        content = zlib.compress(_raw(table), 2)
        unit.insert_many(
            t.RawTableRow, ("submission_id", "sheet_key", "content"), [(submission_id, key, content)], checked.sha256
        )
    return submission_id


def _submission_values(checked: CheckedSubmission, known: Registration) -> dict[str, object]:
    return {
        "month": known.month.number,
        "park": known.park,
        "version": known.version,
        "state": SubmissionState.REGISTERED.value,
        "file_name": checked.file_name,
        "sha256": checked.sha256,
        "received_at": known.received_at,
        "companies": checked.companies,
        "tax_fen": checked.total("tax", "total_fen"),
        "revenue_fen": checked.total("enterprise", "revenue_fen"),
        "errors": checked.count(Severity.ERROR),
        "warnings": checked.count(Severity.WARNING),
        "notices": checked.count(Severity.NOTICE),
        "added": known.added,
        "changed": known.changed,
        "vanished": known.vanished,
        "park_decided_by": checked.park.decided_by if checked.park else "",
        "month_decided_by": checked.month.decided_by if checked.month else "",
        "columns": json.dumps([asdict(c) for c in checked.columns], ensure_ascii=False),
        "sheets": json.dumps(
            {k: {"name": v.sheet_name, "letters": dict(v.letters)} for k, v in checked.tables.items()}, ensure_ascii=False
        ),
        "encoding": checked.encoding,
    }


def _company_ids(unit: UnitOfWork, tables: Mapping[str, FactTable], month: Month) -> dict[str, int]:
    """Ids by credit code, with companies created for codes never seen; names, founding days and addresses kept current."""
    seen = _seen(tables)
    table = table_of(t.CompanyRow)
    columns = ("credit_code", "id", "name", "founded_on", "address")
    known = {row[0]: row for row in rows_among(unit.connection, table, columns, "credit_code", list(seen))}
    ids: dict[str, int] = {code: row[1] for code, row in known.items()}
    renamed: set[str] = set()
    for code, now in seen.items():
        if code not in known:
            continue
        _, company, name, founded, address = known[code]
        newer = (now[0] or name, now[1] or founded, now[2] or address)
        if newer != (name, founded, address):
            unit.update(t.CompanyRow, {"id": company}, dict(zip(("name", "founded_on", "address"), newer, strict=True)))
        if now[0] and now[0] != name:
            renamed.add(code)
    fresh = [(code, *seen[code], month.number) for code in seen if code not in known]
    ids |= _create(unit, fresh, month)
    # A company's present name was kept when it became so; one just created bears its first.
    names = {ids[code]: now[0] for code, now in seen.items() if now[0] and (code in renamed or code not in known)}
    _remember_names(unit, names, [ids[code] for code in renamed], month)
    return ids


def _create(unit: UnitOfWork, fresh: Sequence[tuple[str, str, str, str, int]], month: Month) -> dict[str, int]:
    """Add companies never seen; returns their ids by credit code."""
    if not fresh:
        return {}
    table = table_of(t.CompanyRow)
    newest = unit.connection.execute(select(func.max(table.c.id))).scalar() or 0
    columns = ("credit_code", "name", "founded_on", "address", "first_month")
    unit.insert_many(t.CompanyRow, columns, fresh, str(month))
    # The new ones are those past the newest before: asking for each by its code would be a search a company.
    query = select(table.c.credit_code, table.c.id).where(table.c.id > newest)
    return dict(cast("list[tuple[str, int]]", plain_rows(unit.connection, query)))


def _seen(tables: Mapping[str, FactTable]) -> dict[str, tuple[str, str, str]]:
    """(name, founded on, address) by credit code, over every sheet; the roster has the first word."""
    seen: dict[str, tuple[str, str, str]] = {}
    for key in ("enterprise", *(k for k in tables if k != "enterprise")):
        table = tables.get(key)
        if table is None:
            continue
        columns = (_texts(table, name) for name in ("name", "founded_on", "registered_address"))
        for i, (code, *told) in enumerate(zip(table.values["credit_code"], *columns, strict=True)):
            if not isinstance(code, str) or i in table.set_aside:
                continue
            old = seen.get(code)
            if old is None:
                seen[code] = (told[0], told[1], told[2])
            elif "" in old:
                seen[code] = (old[0] or told[0], old[1] or told[1], old[2] or told[2])
    return seen


def _texts(table: FactTable, key: str) -> list[str]:
    """A column as texts, "" where nothing was reported or there is no such column."""
    values = table.values.get(key)
    if values is None:
        return [""] * len(table)
    return [v if type(v) is str else _text(v) for v in values]


def _remember_names(unit: UnitOfWork, names: Mapping[int, str], renamed: Sequence[int], month: Month) -> None:
    """Keep the names by company id. ``renamed`` are those that may have borne theirs before."""
    borne = rows_among(unit.connection, table_of(t.CompanyNameRow), ("company_id", "name"), "company_id", renamed)
    known = {(row[0], row[1]) for row in borne}
    fresh = [(company, name, month.number) for company, name in names.items() if (company, name) not in known]
    unit.insert_many(t.CompanyNameRow, ("company_id", "name", "seen_month"), fresh, str(month))


def _facts(
    unit: UnitOfWork, key: str, table: FactTable, month: Month, submission_id: int, ids: Mapping[str, int], origin: str
) -> None:
    if key == "enterprise":
        rows = _wide(table, ROSTER_FIELDS, month, submission_id, ids)
        unit.insert_many(t.RosterFactRow, (*_KEYS, *ROSTER_FIELDS, "doubtful"), rows, origin)
    elif key == "tax":
        rows = _wide(table, TAX_FIELDS, month, submission_id, ids)
        if "belongs_to" in table.values:
            rows = _together(rows)
            parts = _parts(table, month, submission_id, ids)
            unit.insert_many(t.TaxPartRow, (*_KEYS, "belongs_to", "vat_fen", "cit_fen"), parts, origin)
        unit.insert_many(t.TaxFactRow, (*_KEYS, *TAX_FIELDS, "doubtful"), rows, origin)
    elif key == "tier":
        unit.insert_many(t.TierFactRow, (*_KEYS, "figures"), _tier_rows(table, month, submission_id, ids), origin)


def _wide(
    table: FactTable, fields: Sequence[str], month: Month, submission_id: int, ids: Mapping[str, int]
) -> Iterable[tuple[object, ...]]:
    """Fact tuples. A doubtful value is NULL here, so that it can enter no total; the raw table keeps what was written."""
    columns = [_plain(table.values.get(f)) if f in _DAYS else table.values.get(f) for f in fields]
    doubtful: dict[int, list[str]] = {}
    for index, name in table.doubtful:
        doubtful.setdefault(index, []).append(name)
    codes, number = table.values["credit_code"], month.number
    if not table.set_aside and not doubtful and None not in codes:
        # Nothing to leave out: whole columns side by side, without a look at each row.
        companies = map(ids.__getitem__, cast("list[str]", codes))
        filled = (repeat(None) if c is None else c for c in columns)
        yield from zip(repeat(number), repeat(submission_id), companies, table.row_numbers, *filled, repeat(""))
        return
    lines = zip(table.row_numbers, codes, *(repeat(None) if c is None else c for c in columns), strict=False)
    for i, (sheet_row, code, *values) in enumerate(lines):
        if i in table.set_aside or not isinstance(code, str):
            continue
        in_doubt = doubtful.get(i)
        if in_doubt:
            values = [None if f in in_doubt else v for f, v in zip(fields, values, strict=True)]
        yield (number, submission_id, ids[code], sheet_row, *values, ",".join(sorted(in_doubt)) if in_doubt else "")


def _together(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """One tax fact a company: lines of several periods (所属期) added up; a figure in doubt on one line is in doubt."""
    found: dict[object, tuple[object, ...]] = {}
    for row in rows:
        old = found.get(row[2])
        if old is None:
            found[row[2]] = row
            continue
        in_doubt = sorted({f for f in (*str(old[-1]).split(","), *str(row[-1]).split(",")) if f})
        values = [
            None if field in in_doubt else _added(a, b) for field, a, b in zip(TAX_FIELDS, old[4:-1], row[4:-1], strict=True)
        ]
        found[row[2]] = (*old[:4], *values, ",".join(in_doubt))
    return list(found.values())


def _added(a: object, b: object) -> object:
    return (a or 0) + (b or 0) if isinstance(a, int) or isinstance(b, int) else None  # type: ignore[operator]


def _parts(table: FactTable, month: Month, submission_id: int, ids: Mapping[str, int]) -> Iterable[tuple[object, ...]]:
    """Lines about a period whose regular month of payment has passed (补缴), and refunds (退库)."""
    codes, none = table.values["credit_code"], [None] * len(table)
    vat, cit = (table.values.get(k, none) for k in ("vat_fen", "cit_fen"))
    for i, sheet_row in enumerate(table.row_numbers):
        code = codes[i]
        amounts = [None if (i, k) in table.doubtful else v[i] for k, v in (("vat_fen", vat), ("cit_fen", cit))]
        refund = sum(a for a in amounts if isinstance(a, int)) < 0
        period = earlier_period(table.values["belongs_to"][i], month, refund=refund)
        if period is None or i in table.set_aside or not isinstance(code, str):
            continue
        yield (month.number, submission_id, ids[code], sheet_row, period.text, *amounts)


def _tier_rows(table: FactTable, month: Month, submission_id: int, ids: Mapping[str, int]) -> Iterable[tuple[object, ...]]:
    codes = table.values["credit_code"]
    for i, sheet_row in enumerate(table.row_numbers):
        code = codes[i]
        if i in table.set_aside or not isinstance(code, str):
            continue
        figures = {k: v[i] for k, v in table.values.items() if v[i] is not None and (i, k) not in table.doubtful}
        talk = [figures.pop(k, None) for k in TIER_TALK]
        if any(talk) and not figures.keys() - {"credit_code", "name"}:
            continue  # an answer without figures must not stand in the way of those reported before
        yield (month.number, submission_id, ids[code], sheet_row, json.dumps(figures, ensure_ascii=False, default=str))


def _plain(values: list[object] | None) -> list[object] | None:
    if values is None:
        return None
    return [v.isoformat() if isinstance(v, date) else v for v in values]


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _raw(table: FactTable) -> bytes:
    content = {"rows": table.row_numbers, "letters": dict(table.letters), "values": table.values}
    return json.dumps(content, ensure_ascii=False, default=str).encode()


def set_state(unit: UnitOfWork, submission_id: int, state: SubmissionState, *, at: str = "", note: str = "") -> None:
    """Move a version to another state."""
    values: dict[str, object] = {"state": state.value}
    if state is SubmissionState.ACCEPTED:
        values |= {"accepted_at": at, "accepted_note": note}
    elif state is SubmissionState.VOID:
        values |= {"accepted_note": note}
    unit.update(t.SubmissionRow, {"id": submission_id}, values)
