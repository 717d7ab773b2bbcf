"""Rows without a usable code that a person has given to a company: into the facts of their version, and out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import SQLModel

import db.tables as t
from db.decisions import raise_totals
from db.store import UnitOfWork, table_of
from db.submissions import ROSTER_FIELDS, TAX_FIELDS
from zgc_desktop.domain.periods import Month

_KINDS: dict[str, tuple[type[SQLModel], tuple[str, ...], str]] = {
    "enterprise": (t.RosterFactRow, ROSTER_FIELDS, "revenue_fen"),
    "tax": (t.TaxFactRow, TAX_FIELDS, "total_fen"),
}
_TOTALS = {"enterprise": "revenue_fen", "tax": "tax_fen"}


def has_fact(unit: UnitOfWork, submission_id: int, sheet_key: str, company_id: int) -> bool:
    """Whether a version already has a line of the company on that sheet."""
    table = table_of(_KINDS[sheet_key][0])
    query = select(table.c.sheet_row).where(table.c.submission_id == submission_id, table.c.company_id == company_id)
    return unit.connection.execute(query).first() is not None


def put_row(
    unit: UnitOfWork,
    month: Month,
    submission_id: int,
    sheet_key: str,
    company_id: int,
    sheet_row: int,
    values: Mapping[str, object],
    doubtful: Sequence[str],
) -> None:
    """Enter one row as a fact of a company, raising the version's own totals. Values in doubt stay out."""
    row_type, fields, total = _KINDS[sheet_key]
    known = {name: None if name in doubtful else values.get(name) for name in fields}
    keys = {"month": month.number, "submission_id": submission_id, "company_id": company_id, "sheet_row": sheet_row}
    in_doubt = ",".join(sorted(name for name in doubtful if name in fields))
    unit.insert_many(row_type, (*keys, *known, "doubtful"), [(*keys.values(), *known.values(), in_doubt)], str(sheet_row))
    amount = known.get(total)
    grown = {_TOTALS[sheet_key]: amount} if isinstance(amount, int) else {}
    raise_totals(unit, submission_id, grown | ({"companies": 1} if sheet_key == "enterprise" else {}))


def take_row(unit: UnitOfWork, submission_id: int, sheet_key: str, company_id: int, sheet_row: int) -> None:
    """Take such a row out of the facts again, lowering the version's totals by what it had added."""
    row_type, _, total = _KINDS[sheet_key]
    table = table_of(row_type)
    where = {"submission_id": submission_id, "company_id": company_id, "sheet_row": sheet_row}
    amount = unit.connection.execute(select(table.c[total]).where(*(table.c[k] == v for k, v in where.items()))).scalar()
    if unit.delete(row_type, where):
        lowered = {_TOTALS[sheet_key]: -amount} if amount else {}
        raise_totals(unit, submission_id, lowered | ({"companies": -1} if sheet_key == "enterprise" else {}))
