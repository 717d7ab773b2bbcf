"""Tables of the exchange by file: packages that came and went, records of case slips, keys of the parties, self-checks."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class ExchangePackageRow(SQLModel, table=True):
    """One package, sent (``out``) or taken in (``in``); ``id`` is the hash of its manifest, ``month`` 0 = of no month."""

    __tablename__ = "exchange_package"
    __table_args__ = (Index("exchange_package_month", "month"),)
    id: str = Field(primary_key=True)
    direction: str
    kind: str
    sender: str
    receiver: str
    month: int
    number: int
    created_at: str
    at: str
    who: str
    file_name: str
    sha256: str
    """Of the whole file, under which it lies in the archive."""
    manifest: str
    signed_by: str = ""
    """Print of the key it is signed with; empty where it is not."""
    outcome: str = ""


class ExchangeRecordRow(SQLModel, table=True):
    """One record of a case slip; known by the hash of what it says and never changed."""

    __tablename__ = "exchange_record"
    __table_args__ = (Index("exchange_record_slip", "slip"),)
    id: str = Field(primary_key=True)
    slip: str
    plain: str
    """The record as JSON."""
    package: str = ""
    """The package it first came in; empty for our own."""


class ExchangeKeyRow(SQLModel, table=True):
    """A party's public key; ``own`` = the office's, whose other half stands in ``exchange_secret``."""

    __tablename__ = "exchange_key"
    id: int | None = Field(default=None, primary_key=True)
    party: str
    print: str
    public: str
    own: int = 0
    noted_at: str
    noted_by: str
    source: str = ""
    ended_at: str = ""


class ExchangeSecretRow(SQLModel, table=True):
    """The private half of the office's own key, apart: the journal keeps its hash only, and no list shows it."""

    __tablename__ = "exchange_secret"
    print: str = Field(primary_key=True)
    private: str


class SelfCheckRow(SQLModel, table=True):
    """What the city saw of a version's self-check stamp; no row = the file carried none."""

    __tablename__ = "self_check"
    submission_id: int = Field(primary_key=True, foreign_key="submission.id", sa_column_kwargs={"autoincrement": False})
    state: str
    rules: str
    result: str
    content: str
    errors: int
    warnings: int
    notices: int
    checked_at: str
    program: str
