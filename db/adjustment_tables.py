"""The table of manual postings (调整分录) of the settlement."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class SettlementAdjustmentRow(SQLModel, table=True):
    """A manual posting (调整分录) of a month about an earlier one: what one side owes more or less, why, on what evidence."""

    __tablename__ = "settlement_adjustment"
    id: int | None = Field(default=None, primary_key=True)
    month: int
    about_month: int
    case_id: str = Field(foreign_key="move_case.id")
    payer: str
    receiver: str
    counted_fen: int = Field(sa_type=BigInteger)
    due_fen: int = Field(sa_type=BigInteger)
    person: str
    day: str
    reason: str
    evidence: str
    recorded_at: str
