"""Tables of the desk's own lists: companies the office watches, and questions put on a meeting's agenda by hand."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class WatchRow(SQLModel, table=True):
    """A company the office watches; ``ended_at`` '' = still watched."""

    __tablename__ = "watch"
    __table_args__ = (Index("watch_company", "company_id"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    note: str
    person: str
    recorded_at: str
    ended_at: str = ""
    ended_by: str = ""


class AgendaEntryRow(SQLModel, table=True):
    """A question put on a month's agenda by hand; ``about`` is a case's number, ``lead:`` and a lead's, or empty.

    ``facts`` and ``proposal`` are the words of who put it there (facts of a case are worked out anew where they are empty).
    """

    __tablename__ = "agenda_entry"
    __table_args__ = (Index("agenda_entry_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    about: str
    kind: str
    parties: str
    facts: str
    proposal: str
    rank: int
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""
