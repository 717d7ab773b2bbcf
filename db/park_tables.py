"""Tables of what a park's file says of the park itself: its plots, projects and indicators, a row a line of the sheet.

Facts are written once, when a file is registered, and stand while their version is accepted. A value in doubt is NULL and
named in ``doubtful``; a row with any doubt stands nowhere until a person has accepted it. Areas 1/300 ㎡, money 分, shares
1/10000; NULL = not stated, '' = no word or day.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer
from sqlmodel import Field, SQLModel


def _key(target: str | None = None) -> Column[int]:
    return Column(Integer, ForeignKey(target), primary_key=True) if target else Column(Integer, primary_key=True)


class SpaceFactRow(SQLModel, table=True):
    """One line of 空间: a plot as a file states it for its month."""

    __tablename__ = "space_fact"
    __table_args__ = (Index("space_fact_number", "number"), {"sqlite_with_rowid": False})
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    sheet_row: int = Field(sa_column=_key())
    number: str | None
    cluster: str | None
    level: str | None
    use: str | None
    area: int | None = Field(default=None, sa_type=BigInteger)
    used: int | None = Field(default=None, sa_type=BigInteger)
    ownership: str | None
    supply: str | None
    term_from: str | None
    term_to: str | None
    ratio_percent: int | None
    self_held: int | None
    state: str | None
    idle_since: str | None
    note: str | None
    doubtful: str = ""


class ProjectFactRow(SQLModel, table=True):
    """One line of 项目准入: a project as a file states it for its month."""

    __tablename__ = "project_fact"
    __table_args__ = ({"sqlite_with_rowid": False},)
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    sheet_row: int = Field(sa_column=_key())
    name: str | None
    company_code: str | None
    cluster: str | None
    industry: str | None
    total_investment_fen: int | None = Field(default=None, sa_type=BigInteger)
    investment_fen: int | None = Field(default=None, sa_type=BigInteger)
    area: int | None = Field(default=None, sa_type=BigInteger)
    output_fen: int | None = Field(default=None, sa_type=BigInteger)
    people: int | None = Field(default=None, sa_type=BigInteger)
    research: int | None
    energy: str | None
    environment: str | None
    stage: str | None
    to_review: str | None
    note: str | None
    doubtful: str = ""


class IndicatorFactRow(SQLModel, table=True):
    """One line of 园区指标: figures as exact decimal text in the indicator's one unit."""

    __tablename__ = "indicator_fact"
    __table_args__ = ({"sqlite_with_rowid": False},)
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    sheet_row: int = Field(sa_column=_key())
    indicator: str | None
    value: str | None
    ytd: str | None
    last_year: str | None
    basis: str | None
    source: str | None
    doubtful: str = ""
