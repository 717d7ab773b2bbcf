"""Reads about submissions: versions, issues, and the figures a later file is checked against."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, Row, func, select

import db.tables as t
from db.bulk import plain_rows
from db.store import table_of
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import ColumnMatch, SubmissionItem, SubmissionState

_S = table_of(t.SubmissionRow)
_R = table_of(t.RosterFactRow)
_T = table_of(t.TaxFactRow)
_C = table_of(t.CompanyRow)
_I = table_of(t.IssueRow)
_LIVE = (SubmissionState.REGISTERED.value, SubmissionState.ACCEPTED.value)


def _item(row: Row[tuple[object, ...]]) -> SubmissionItem:
    m = row._mapping
    return SubmissionItem(
        id=m["id"],
        park=m["park"],
        month=Month.from_number(m["month"]),
        version=m["version"],
        state=SubmissionState(m["state"]),
        file_name=m["file_name"],
        sha256=m["sha256"],
        received_at=datetime.fromisoformat(m["received_at"]),
        companies=m["companies"],
        tax_fen=m["tax_fen"],
        revenue_fen=m["revenue_fen"],
        errors=m["errors"],
        warnings=m["warnings"],
        notices=m["notices"],
        added=m["added"],
        changed=m["changed"],
        vanished=m["vanished"],
        park_decided_by=m["park_decided_by"],
        month_decided_by=m["month_decided_by"],
        sheets=tuple(v["name"] for v in json.loads(m["sheets"]).values()),
        sheet_keys=tuple(json.loads(m["sheets"])),
        columns=tuple(ColumnMatch(**c) for c in json.loads(m["columns"])),
        accepted_note=m["accepted_note"],
    )


def versions(connection: Connection, month: Month) -> tuple[SubmissionItem, ...]:
    """The versions of a month that were not set aside (作废), by park and version."""
    return tuple(i for i in every_version(connection, month) if i.state is not SubmissionState.VOID)


def every_version(connection: Connection, month: Month) -> tuple[SubmissionItem, ...]:
    """Every version of a month, by park and version, those set aside among them."""
    query = select(_S).where(_S.c.month == month.number).order_by(_S.c.park, _S.c.version)
    return tuple(_item(row) for row in connection.execute(query))


def by_id(connection: Connection, submission_id: int) -> SubmissionItem | None:
    """One version."""
    row = connection.execute(select(_S).where(_S.c.id == submission_id)).first()
    return _item(row) if row else None


def by_content(connection: Connection, sha256: str) -> SubmissionItem | None:
    """The version these very bytes were registered as, if any; one that was set aside (作废) may be registered again."""
    standing = _S.c.state != SubmissionState.VOID.value
    row = connection.execute(select(_S).where(_S.c.sha256 == sha256, standing).order_by(_S.c.id.desc())).first()
    return _item(row) if row else None


def next_version(connection: Connection, month: Month, park: str) -> int:
    """1 for a park's first file of the month, then 2 …"""
    query = select(func.max(_S.c.version)).where(_S.c.month == month.number, _S.c.park == park)
    return (connection.execute(query).scalar() or 0) + 1


def current(connection: Connection, month: Month) -> tuple[SubmissionItem, ...]:
    """The newest live version (registered or accepted) of each park in a month."""
    newest: dict[str, SubmissionItem] = {}
    for item in versions(connection, month):
        if item.state.value in _LIVE:
            newest[item.park] = item
    return tuple(newest.values())


def live(connection: Connection, month: Month) -> dict[int, tuple[str, int, str]]:
    """(park, version, sheets) of the newest live version of each park in a month, by its id."""
    query = select(_S.c.park, _S.c.id, _S.c.version, _S.c.sheets).where(_S.c.month == month.number, _S.c.state.in_(_LIVE))
    newest = {row[0]: row for row in connection.execute(query.order_by(_S.c.version))}
    return {row[1]: (row[0], row[2], row[3]) for row in newest.values()}


def opened(connection: Connection, month: Month) -> bool:
    """Whether any version of a month has been received."""
    return connection.execute(select(_S.c.id).where(_S.c.month == month.number).limit(1)).first() is not None


def accepted(connection: Connection, month: Month) -> tuple[SubmissionItem, ...]:
    """The accepted version of each park in a month."""
    return tuple(i for i in versions(connection, month) if i.state is SubmissionState.ACCEPTED)


def months(connection: Connection) -> tuple[Month, ...]:
    """Months the desk has opened, oldest first."""
    table = table_of(t.MonthRow)
    return tuple(Month.from_number(n) for n in connection.execute(select(table.c.month).order_by(table.c.month)).scalars())


def issues_of(connection: Connection, submission_ids: tuple[int, ...]) -> tuple[tuple[int, Issue], ...]:
    """(submission id, issue) of some versions: errors first, then in the file's order."""
    named = connection.execute(select(_S.c.id, _S.c.file_name).where(_S.c.id.in_(submission_ids)))
    files = {row[0]: row[1] for row in named}
    rank = {"error": 0, "warning": 1, "notice": 2}
    rows = connection.execute(select(_I).where(_I.c.submission_id.in_(submission_ids)).order_by(_I.c.id)).all()
    ordered = sorted(rows, key=lambda r: (rank[r.severity], r.submission_id, r.id))
    return tuple(
        (
            r.submission_id,
            Issue(
                r.code, Severity(r.severity), r.message, files[r.submission_id], r.sheet, r.cell, r.column, r.credit_code,
                r.company, r.value, r.expected,
            ),
        )
        for r in ordered
    )  # fmt: skip


def issue_counts(connection: Connection, submission_ids: tuple[int, ...]) -> tuple[tuple[int, str, str, int], ...]:
    """(submission id, sheet, severity, how many)."""
    query = (
        select(_I.c.submission_id, _I.c.sheet, _I.c.severity, func.count())
        .where(_I.c.submission_id.in_(submission_ids))
        .group_by(_I.c.submission_id, _I.c.sheet, _I.c.severity)
        .order_by(_I.c.submission_id, _I.c.sheet, _I.c.severity)
    )
    return tuple((r[0], r[1], r[2], r[3]) for r in connection.execute(query))


def issue_codes(connection: Connection, submission_ids: tuple[int, ...]) -> tuple[tuple[str, str, int], ...]:
    """(park, check code, how many), for the appendix of the report."""
    query = (
        select(_S.c.park, _I.c.code, func.count())
        .join(_S, _S.c.id == _I.c.submission_id)
        .where(_I.c.submission_id.in_(submission_ids))
        .group_by(_S.c.park, _I.c.code)
        .order_by(_S.c.park, _I.c.code)
    )
    return tuple((r[0], r[1], r[2]) for r in connection.execute(query))


def company_names(connection: Connection) -> dict[str, str]:
    """Every company name on file by credit code."""
    return {code: name for code, name in plain_rows(connection, select(_C.c.credit_code, _C.c.name)) if name}


def history(connection: Connection, park: str, month: Month, names: Mapping[str, str] | None = None) -> History:
    """The park's newest live figures before ``month``, by credit code, and every company name known.

    ``names`` are those of ``company_names`` where the caller has read them for many files at once.
    """
    names = company_names(connection) if names is None else names
    query = (
        select(_S.c.id, _S.c.month)
        .where(_S.c.park == park, _S.c.month < month.number, _S.c.state.in_(_LIVE))
        .order_by(_S.c.month.desc(), _S.c.version.desc())
    )
    last = connection.execute(query).first()
    if last is None:
        return History(names=names)
    same_tax = (_T.c.month == _R.c.month) & (_T.c.submission_id == _R.c.submission_id) & (_T.c.company_id == _R.c.company_id)
    figures = (
        select(_C.c.credit_code, _R.c.revenue_fen, _R.c.rd_fen, _R.c.employees, _R.c.assets_fen, _R.c.revenue_ytd_fen,
               _R.c.rd_ytd_fen, _T.c.vat_fen, _T.c.cit_fen, _T.c.other_fen, _T.c.total_fen)
        .select_from(_R)
        .join(_C, _C.c.id == _R.c.company_id)
        .outerjoin(_T, same_tax)
        .where(_R.c.month == last.month, _R.c.submission_id == last.id)
    )  # fmt: skip
    keys = (
        "revenue_fen", "rd_fen", "employees", "assets_fen", "revenue_ytd_fen", "rd_ytd_fen", "vat_fen", "cit_fen", "other_fen",
        "total_fen",
    )  # fmt: skip
    found = {code: dict(zip(keys, row, strict=True)) for code, *row in plain_rows(connection, figures)}
    return History(Month.from_number(last.month), found, names)


def earlier_revenue(connection: Connection, park: str, month: Month, codes: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Monthly revenue of some companies as the park reported it over the twelve months before, oldest first."""
    newest = (
        select(_S.c.month, func.max(_S.c.id).label("id"))
        .where(_S.c.park == park, _S.c.month < month.number, _S.c.month >= month.plus(-12).number, _S.c.state.in_(_LIVE))
        .group_by(_S.c.month)
        .subquery()
    )
    query = (
        select(_C.c.credit_code, _R.c.revenue_fen)
        .join(_C, _C.c.id == _R.c.company_id)
        .join(newest, (newest.c.id == _R.c.submission_id) & (newest.c.month == _R.c.month))
        .where(_C.c.credit_code.in_(codes), _R.c.revenue_fen.is_not(None))
        .order_by(_R.c.month)
    )
    found: dict[str, tuple[int, ...]] = {}
    for code, revenue in connection.execute(query):
        found[code] = (*found.get(code, ()), revenue)
    return found


def roster_outline(connection: Connection, submission_id: int) -> dict[str, tuple[str | None, ...]]:
    """Name, address, cluster, industry and status by credit code: what 新增/变更/消失 are counted on."""
    query = (
        select(_C.c.credit_code, _R.c.name, _R.c.registered_address, _R.c.cluster, _R.c.industry, _R.c.status)
        .join(_C, _C.c.id == _R.c.company_id)
        # The month first: lines are kept by month, and without it every month's would be gone through.
        .where(_R.c.month == select(_S.c.month).where(_S.c.id == submission_id).scalar_subquery())
        .where(_R.c.submission_id == submission_id)
    )
    return {code: tuple(row) for code, *row in plain_rows(connection, query)}


def sheets_of(connection: Connection, submission_id: int) -> str:
    """The sheets of a version as JSON: their names, and the column letter of every field."""
    return str(connection.execute(select(_S.c.sheets).where(_S.c.id == submission_id)).scalar_one())


def last_roster(connection: Connection, park: str, month: Month) -> list[dict[str, object]]:
    """The companies a park last reported before ``month``, by column key: what its next template is pre-filled with."""
    query = (
        select(_S.c.id)
        .where(_S.c.park == park, _S.c.month < month.number, _S.c.state.in_(_LIVE))
        .order_by(_S.c.month.desc(), _S.c.version.desc())
    )
    last = connection.execute(query).scalar()
    if last is None:
        return []
    fields = ("name", "registered_address", "cluster", "industry", "founded_on", "employees", "status", "tier")
    rows = connection.execute(
        select(_C.c.credit_code, *(_R.c[f] for f in fields))
        .join(_C, _C.c.id == _R.c.company_id)
        .where(_R.c.submission_id == last)
        .order_by(_R.c.sheet_row)
    )
    listed = [dict(row._mapping) for row in rows]
    for row in listed:
        row["founded_on"] = date.fromisoformat(row["founded_on"]) if row["founded_on"] else None
    return listed
