"""Writing decisions on issues and returns; releasing values that a decision takes out of doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import SQLModel

import db.decision_tables as d
import db.tables as t
from db.park_facts import PARK_FACTS
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.decisions import Decision
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import ReturnItem

_FACTS: dict[str, type[SQLModel]] = {"enterprise": t.RosterFactRow, "tax": t.TaxFactRow, **PARK_FACTS}


def add_decisions(unit: UnitOfWork, decisions: Sequence[Decision]) -> None:
    """Write decisions; an earlier one on the same issue stays on record and counts no more."""
    for one in decisions:
        unit.insert(
            d.IssueDecisionRow,
            {
                "park": one.park,
                "submission_id": one.submission_id,
                "issue_key": one.key,
                "rests_on": one.rests_on,
                "kind": one.kind.value,
                "reason": one.reason,
                "person": one.who,
                "recorded_at": one.at,
                "case_id": one.case_id,
            },
        )


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """What is kept of a return beside its items."""

    month: Month
    park: str
    round: int
    submission_id: int
    version: int
    returned_at: str
    deadline: date
    reason: str
    who: str
    file_name: str
    sha256: str
    patched: bool
    note: str = ""


def add_return(unit: UnitOfWork, record: ReturnRecord, items: Sequence[ReturnItem]) -> int:
    """Write a return with its numbered items; returns its id."""
    return_id = unit.insert(
        d.ReturnRow,
        {
            "month": record.month.number,
            "park": record.park,
            "round": record.round,
            "submission_id": record.submission_id,
            "version": record.version,
            "returned_at": record.returned_at,
            "deadline": record.deadline.isoformat(),
            "reason": record.reason,
            "person": record.who,
            "file_name": record.file_name,
            "sha256": record.sha256,
            "patched": int(record.patched),
            "note": record.note,
        },
    )
    columns = (
        "return_id", "number", "code", "severity", "sheet", "cell", "column", "credit_code", "company", "value", "expected",
        "message", "action",
    )  # fmt: skip
    rows = [
        (return_id, n.number, i.code, i.severity.value, i.sheet, i.cell, i.column, i.credit_code, i.company, i.value,
         i.expected, i.message, n.action)
        for n in items
        for i in (n.issue,)
    ]  # fmt: skip
    unit.insert_many(d.ReturnItemRow, columns, rows, record.sha256)
    return return_id


def release(
    unit: UnitOfWork, submission_id: int, sheet_key: str, values: Mapping[int, Mapping[str, object]], total_key: str
) -> int:
    """Put values a person has confirmed into the facts, by sheet row and key; returns the amount the total grew by.

    Only values still held in doubt are touched: the fact is empty and names the key as doubtful.
    """
    row_type = _FACTS.get(sheet_key)
    if row_type is None:
        return 0
    table, grown = table_of(row_type), 0
    for sheet_row, by_key in values.items():
        where = {"submission_id": submission_id, "sheet_row": sheet_row}
        query = select(table.c.doubtful).where(*(table.c[name] == value for name, value in where.items()))
        said = unit.connection.execute(query).scalar()
        doubtful = set(said.split(",")) if said else set()
        freed = {k: v for k, v in by_key.items() if k in doubtful and k in table.c}
        if freed:
            unit.update(row_type, where, {**freed, "doubtful": ",".join(sorted(doubtful - freed.keys()))})
            total = freed.get(total_key)
            grown += total if isinstance(total, int) else 0
    return grown


def raise_totals(unit: UnitOfWork, submission_id: int, by: Mapping[str, int]) -> None:
    """Add what was released to a version's own totals (``tax_fen``, ``revenue_fen``)."""
    table = table_of(t.SubmissionRow)
    query = select(*(table.c[name] for name in by)).where(table.c.id == submission_id)
    row = unit.connection.execute(query).first() if by else None
    if row is not None:
        unit.update(t.SubmissionRow, {"id": submission_id}, {name: (row._mapping[name] or 0) + n for name, n in by.items()})
