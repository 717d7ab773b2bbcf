"""Tables that stand for folders where a workspace is shared by many desks: files by their hash, and the office's own rules."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel


class KeptFileRow(SQLModel, table=True):
    """A file as it came or was issued, under its own SHA-256, which proves it; in a folder it lies in ``archive`` instead."""

    __tablename__ = "kept_file"
    sha256: str = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class RuleFileRow(SQLModel, table=True):
    """One of the office's own rule files as every desk uses it; ``name`` is its path below ``rules``."""

    __tablename__ = "rule_file"
    name: str = Field(primary_key=True)
    text: str
