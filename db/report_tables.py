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


class ReportMatterRow(SQLModel, table=True):
    """A matter of 十、问题与建议 as a person decided it in one month: kept, dropped, or what came of last month's."""

    __tablename__ = "report_matter"
    __table_args__ = (UniqueConstraint("month", "key", "verdict"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    key: str
    verdict: str
    text: str
    owner: str
    due: str
    written_by: str
    written_at: str


class ErratumReasonRow(SQLModel, table=True):
    """Why a figure of a published month reads differently now, as a person says; the newest of a code counts."""

    __tablename__ = "erratum_reason"
    id: int | None = Field(default=None, primary_key=True)
    month: int
    code: str
    reason: str
    written_by: str
    written_at: str


class SignatureRow(SQLModel, table=True):
    """A published month's PDF signed with a certificate of the office: which, when, and the SHA-256 of the signed file."""

    __tablename__ = "report_signature"
    id: int | None = Field(default=None, primary_key=True)
    month: int
    signer: str
    issuer: str
    serial: str
    signed_at: str
    pdf_sha256: str
    signed_sha256: str
