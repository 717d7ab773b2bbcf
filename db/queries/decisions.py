"""Reads about decisions on issues and about returns: what was decided, what was asked for in which round."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

import db.decision_tables as d
import db.tables as t
from db.store import table_of
from zgc_desktop.domain.decisions import Decision, DecisionKind
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import ReturnItem

_D = table_of(d.IssueDecisionRow)
_R = table_of(d.ReturnRow)
_N = table_of(d.ReturnItemRow)
_I = table_of(t.IssueRow)
_S = table_of(t.SubmissionRow)
_RAW = table_of(t.RawTableRow)
_FIELDS = ("code", "severity", "message", "sheet", "cell", "column", "credit_code", "company", "value", "expected")


def _issue(m: Any, file: str = "") -> Issue:
    return Issue(
        m["code"], Severity(m["severity"]), m["message"], file, m["sheet"], m["cell"], m["column"], m["credit_code"],
        m["company"], m["value"], m["expected"],
    )  # fmt: skip


def issues(connection: Connection, submission_ids: Collection[int]) -> list[tuple[int, int, str, Issue]]:
    """(issue id, submission id, park, issue) of some versions: errors first, then in the file's order."""
    query = select(_I, _S.c.park, _S.c.file_name).join(_S, _S.c.id == _I.c.submission_id).where(_S.c.id.in_(submission_ids))
    rank = {"error": 0, "warning": 1, "notice": 2}
    rows = [row._mapping for row in connection.execute(query)]
    rows.sort(key=lambda m: (rank[m["severity"]], m["submission_id"], m["id"]))
    return [(m["id"], m["submission_id"], m["park"], _issue(m, m["file_name"])) for m in rows]


def decisions(connection: Connection, parks: Iterable[str]) -> tuple[Decision, ...]:
    """Every decision on issues of some parks, oldest first."""
    query = select(_D).where(_D.c.park.in_(list(parks))).order_by(_D.c.id)
    return tuple(
        Decision(
            m["park"], m["submission_id"], m["issue_key"], m["rests_on"], DecisionKind(m["kind"]), m["reason"], m["person"],
            m["recorded_at"], m["case_id"], m["id"],
        )
        for m in (row._mapping for row in connection.execute(query))
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredTable:
    """The rows of one sheet of a version as they were read."""

    key: str
    sheet: str
    row_numbers: tuple[int, ...]
    letters: dict[str, str]
    values: dict[str, list[object]]


def tables_of(connection: Connection, submission_id: int) -> tuple[StoredTable, ...]:
    """The sheets of a version with every value as read, in doubt or not."""
    names = json.loads(str(connection.execute(select(_S.c.sheets).where(_S.c.id == submission_id)).scalar_one()))
    found = []
    for row in connection.execute(select(_RAW).where(_RAW.c.submission_id == submission_id).order_by(_RAW.c.sheet_key)):
        content = json.loads(zlib.decompress(row.content))
        sheet = names.get(row.sheet_key, {}).get("name", "")
        found.append(StoredTable(row.sheet_key, sheet, tuple(content["rows"]), content["letters"], content["values"]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ReturnRound:
    """One return as kept, with when it was answered (None = not yet)."""

    id: int
    month: Month
    park: str
    round: int
    submission_id: int
    version: int
    returned_at: datetime
    deadline: date
    reason: str
    who: str
    file_name: str
    sha256: str
    patched: bool
    items: int
    answered_at: datetime | None
    answered_by: int | None


def returns(connection: Connection, month: Month, park: str = "") -> tuple[ReturnRound, ...]:
    """The returns of a month, by park and round; the answer to one is the next version the park sent."""
    counted = connection.execute(select(_N.c.return_id, func.count()).group_by(_N.c.return_id))
    counts: dict[int, int] = {row[0]: row[1] for row in counted}
    query = select(_R).where(_R.c.month == month.number).order_by(_R.c.park, _R.c.round)
    if park:
        query = query.where(_R.c.park == park)
    found = []
    for m in (row._mapping for row in connection.execute(query)):
        later = (
            select(_S.c.id, _S.c.received_at)
            .where(_S.c.month == m["month"], _S.c.park == m["park"], _S.c.version > m["version"], _S.c.state != "void")
            .order_by(_S.c.version)
        )
        answer = connection.execute(later).first()
        found.append(
            ReturnRound(
                m["id"], month, m["park"], m["round"], m["submission_id"], m["version"],
                datetime.fromisoformat(m["returned_at"]), date.fromisoformat(m["deadline"]), m["reason"], m["person"],
                m["file_name"], m["sha256"], bool(m["patched"]), counts.get(m["id"], 0),
                datetime.fromisoformat(answer.received_at) if answer else None, answer.id if answer else None,
            )
        )  # fmt: skip
    return tuple(found)


def items_of(connection: Connection, return_id: int) -> tuple[ReturnItem, ...]:
    """The numbered items of a return."""
    rows = connection.execute(select(_N).where(_N.c.return_id == return_id).order_by(_N.c.number))
    return tuple(ReturnItem(m["number"], _issue(m), action=m["action"]) for m in (row._mapping for row in rows))
