"""Tables of what intake remembers: answered columns, switched checks, declarations of parks, who is whom."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class ColumnMappingRow(SQLModel, table=True):
    """What a person answered about the columns of a table: by park and signature of its headings."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("park", "signature"),)
    id: int | None = Field(default=None, primary_key=True)
    park: str
    signature: str
    columns: str
    units: str
    answered_at: str
    answered_by: str


class FileAnswerRow(SQLModel, table=True):
    """Whose file this is and of which month, said by a person because the file does not say it."""

    __tablename__ = "file_answer"
    sha256: str = Field(primary_key=True)
    park: str = ""
    month: str = ""
    answered_at: str
    answered_by: str


class CheckSwitchRow(SQLModel, table=True):
    """A check switched on, off or tuned from a day on, with the reason. The newest row at or before a day counts."""

    __tablename__ = "check_switch"
    id: int | None = Field(default=None, primary_key=True)
    code: str
    active: int
    parameters: str = "{}"
    from_day: str
    reason: str
    decided_at: str
    decided_by: str


class DeclarationRow(SQLModel, table=True):
    """What a park declared of a month: no change (本月无变动), why late (迟报), why again (补报, 更正)."""

    __tablename__ = "declaration"
    __table_args__ = (Index("declaration_month", "month", "park"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    park: str
    kind: str
    reason: str
    source: str
    submission_id: int | None = Field(default=None, foreign_key="submission.id")
    declared_at: str
    declared_by: str


class IdentityDecisionRow(SQLModel, table=True):
    """Same, different or later, of a pair of records; ``basis`` are the values it rests on: when they change, it lapses."""

    __tablename__ = "identity_decision"
    __table_args__ = (Index("identity_decision_pair", "pair"),)
    id: int | None = Field(default=None, primary_key=True)
    pair: str
    decision: str
    basis: str
    evidence: str
    reason: str = ""
    decided_at: str
    decided_by: str
    undone_at: str = ""
    undone_by: str = ""


class CompanyMergeRow(SQLModel, table=True):
    """A company counted as another one (合并并保留全部记录): nothing of it is deleted, and the mark can be taken back."""

    __tablename__ = "company_merge"
    __table_args__ = (Index("company_merge_company", "company_id"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    into_id: int = Field(foreign_key="company.id")
    decision_id: int = Field(foreign_key="identity_decision.id")
    merged_at: str
    merged_by: str
    undone_at: str = ""
    undone_by: str = ""
