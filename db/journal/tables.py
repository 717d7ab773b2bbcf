"""Tables beside the journal: bulky row images of an entry, and exceptions to closed or locked months."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary
from sqlmodel import Field, SQLModel


class JournalImageRow(SQLModel, table=True):
    """Rows of one change too many to stand in the entry itself: compressed JSON, its SHA-256 stands in the entry."""

    __tablename__ = "journal_image"
    seq: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class MonthExceptionRow(SQLModel, table=True):
    """An exception to a closed or locked month; ``park`` and ``subject`` '' = all, ``ended_at`` '' = until it expires."""

    __tablename__ = "month_exception"
    __table_args__ = (Index("month_exception_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    park: str
    subject: str
    person: str
    reason: str
    granted_by: str
    granted_at: str
    expires_on: str
    ended_at: str = ""
    ended_by: str = ""
