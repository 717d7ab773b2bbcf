"""Tables of cases with a party outside the city: the case, everything on file of it, and its tax figures.

Money is whole 分; '' = no day or no text. What is on file is only added to.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class OutsideCaseRow(SQLModel, table=True):
    """A case over the city's border as it stands; what stood before is in the journal."""

    __tablename__ = "outside_case"
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    direction: str
    credit_code: str
    name: str
    park: str
    place: str
    region: str
    opened_on: str
    source: str
    nature: str
    kind: str
    base: str
    registered_on: str
    at_capacity_on: str
    rule: str
    rule_paper: str
    note: str
    person: str
    recorded_at: str


class OutsideStepRow(SQLModel, table=True):
    """A state a case came to, an answer of the other side, or a paper kept under its SHA-256."""

    __tablename__ = "outside_step"
    __table_args__ = (Index("outside_step_case", "outside_id"),)
    id: int | None = Field(default=None, primary_key=True)
    outside_id: int = Field(foreign_key="outside_case.id")
    kind: str
    state: str
    on: str
    paper: str
    text: str
    sha256: str
    person: str
    recorded_at: str


class OutsideFigureRow(SQLModel, table=True):
    """Local tax of one period of a case; a later row for the same period replaces an earlier one."""

    __tablename__ = "outside_figure"
    __table_args__ = (Index("outside_figure_case", "outside_id"),)
    id: int | None = Field(default=None, primary_key=True)
    outside_id: int = Field(foreign_key="outside_case.id")
    kind: str
    period: str
    amount_fen: int = Field(sa_type=BigInteger)
    source: str
    person: str
    recorded_at: str
