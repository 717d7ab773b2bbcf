"""Tables of what was decided on issues, and of returns: rounds, deadlines and the items each asked for.

Nothing in them is ever rewritten: a decision is taken back by a later one.
"""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class IssueDecisionRow(SQLModel, table=True):
    """One decision on one issue of a park; ``issue_key`` tells the issue over versions and months."""

    __tablename__ = "issue_decision"
    __table_args__ = (Index("issue_decision_park", "park", "issue_key"),)
    id: int | None = Field(default=None, primary_key=True)
    park: str
    submission_id: int = Field(foreign_key="submission.id")
    issue_key: str
    rests_on: str
    kind: str
    reason: str
    person: str
    recorded_at: str
    case_id: str = ""


class ReturnRow(SQLModel, table=True):
    """One return (退回) of a version: its round in the month, its deadline, the file that went out."""

    __tablename__ = "return_round"
    __table_args__ = (UniqueConstraint("month", "park", "round"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    park: str
    round: int
    submission_id: int = Field(foreign_key="submission.id")
    version: int
    returned_at: str
    deadline: str
    reason: str
    person: str
    file_name: str
    sha256: str
    patched: int
    note: str = ""


class ReturnItemRow(SQLModel, table=True):
    """One numbered item of a return: the issue as it was, and what was asked for."""

    __tablename__ = "return_item"
    __table_args__ = (UniqueConstraint("return_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    return_id: int = Field(foreign_key="return_round.id")
    number: int
    code: str
    severity: str
    sheet: str
    cell: str
    column: str
    credit_code: str
    company: str
    value: str
    expected: str
    message: str
    action: str
