"""Tables of admission and joint review: standards, projects, and everything said, decided and owed on each.

Money is whole 分, areas 1/300 ㎡, shares 1/10000; NULL = not stated, '' = no day or no text. History is only added to.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class AdmissionStandardRow(SQLModel, table=True):
    """One version of an admission standard; a NULL threshold is 未定, gates are joined by 、."""

    __tablename__ = "admission_standard"
    id: int | None = Field(default=None, primary_key=True)
    park: str
    industry: str
    effective_from: str
    effective_to: str
    investment: int | None = Field(default=None, sa_type=BigInteger)
    land_output: int | None = Field(default=None, sa_type=BigInteger)
    head_output: int | None = Field(default=None, sa_type=BigInteger)
    research: int | None
    gates: str
    title: str
    issuer: str
    paper_number: str
    paper_date: str
    clause: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class ProjectRow(SQLModel, table=True):
    """A project as it was applied for; what it states may be corrected, the journal keeps what stood before.

    ``submission_id`` is the version of a park's file that brought it (0 = entered by hand): its figures are that file's facts.
    """

    __tablename__ = "project"
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    name: str
    credit_code: str
    park: str
    cluster: str
    industry: str
    applied_on: str
    investment_fen: int | None = Field(default=None, sa_type=BigInteger)
    total_investment_fen: int | None = Field(default=None, sa_type=BigInteger)
    area: int | None = Field(default=None, sa_type=BigInteger)
    output_fen: int | None = Field(default=None, sa_type=BigInteger)
    people: int | None
    research: int | None
    energy: str
    environment: str
    major: int
    plot: str
    source: str
    note: str
    submission_id: int = 0
    person: str
    recorded_at: str


class ProjectStepRow(SQLModel, table=True):
    """A project entered a state on a day."""

    __tablename__ = "project_step"
    __table_args__ = (Index("project_step_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    state: str
    on: str
    paper: str
    reason: str
    person: str
    recorded_at: str


class OpinionAskedRow(SQLModel, table=True):
    """A body asked for its opinion on a project in a round, to answer by a day."""

    __tablename__ = "project_asked"
    __table_args__ = (Index("project_asked_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    body: str
    round: int
    asked_on: str
    due: str
    person: str
    recorded_at: str


class ProjectOpinionRow(SQLModel, table=True):
    """What a body answered; a later version replaces an earlier one."""

    __tablename__ = "project_opinion"
    __table_args__ = (Index("project_opinion_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    body: str
    round: int
    on: str
    answer: str
    text: str
    version: int
    person: str
    recorded_at: str


class ProjectMeetingRow(SQLModel, table=True):
    """A joint meeting on a project; names are joined by 、."""

    __tablename__ = "project_meeting"
    __table_args__ = (Index("project_meeting_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    body: str
    on: str
    present: str
    recused: str
    votes_for: int
    votes_against: int
    decision: str
    minutes: str
    quorum: int
    person: str
    recorded_at: str


class ProjectConditionRow(SQLModel, table=True):
    """A condition of a project's approval; '' in ``done_on`` = open."""

    __tablename__ = "project_condition"
    __table_args__ = (Index("project_condition_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    text: str
    owner: str
    before: str
    due: str
    done_on: str
    evidence: str
    person: str
    recorded_at: str


class ProjectPromiseRow(SQLModel, table=True):
    """A promise of a project in its own unit × 100; NULL ``found`` = not checked yet."""

    __tablename__ = "project_promise"
    __table_args__ = (Index("project_promise_project", "project_id"),)
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    measure: str
    unit: str
    promised: int = Field(sa_type=BigInteger)
    due: str
    found: int | None = Field(default=None, sa_type=BigInteger)
    found_on: str
    source: str
    person: str
    recorded_at: str


class FundRow(SQLModel, table=True):
    """A fund for the support of projects with its limit and years."""

    __tablename__ = "fund"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    limit_fen: int = Field(sa_type=BigInteger)
    from_year: int
    to_year: int
    source: str
    person: str
    recorded_at: str


class GrantRow(SQLModel, table=True):
    """Support given to a project out of a fund."""

    __tablename__ = "fund_grant"
    id: int | None = Field(default=None, primary_key=True)
    fund_id: int = Field(foreign_key="fund.id")
    project_id: int = Field(foreign_key="project.id")
    amount_fen: int = Field(sa_type=BigInteger)
    on: str
    paper: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""
