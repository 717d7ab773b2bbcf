"""Tables of what was published: one locked snapshot a month, and the sentences people wrote in place of generated ones."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel


class PublicationRow(SQLModel, table=True):
    """A published month: its document as compressed JSON, what made it, and its files' SHA-256. Three triggers keep it."""

    __tablename__ = "publication"
    month: int = Field(primary_key=True)
    issue_number: int
    fingerprint: str
    published_at: str
    published_by: str
    program_version: str
    rule_prints: str
    reason: str
    pdf_sha256: str
    xlsx_sha256: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ReportWordsRow(SQLModel, table=True):
    """A sentence of a month's report as a person wrote it, and the generated one it stands for."""

    __tablename__ = "report_words"
    __table_args__ = (UniqueConstraint("month", "section", "place"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    section: str
    place: int
    generated: str
    text: str
    written_by: str
    written_at: str
