"""Tables of registers, bodies that meet, what they decided, tasks, assessments, policy-area levels and exit notices."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class RegisterEntryRow(SQLModel, table=True):
    """One entry of a declared register; ``fields`` is JSON text by field key, ``to_day`` '' = open."""

    __tablename__ = "register_entry"
    __table_args__ = (Index("register_entry_kind", "kind"),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject: str
    from_day: str
    to_day: str
    fields: str
    source: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class BodyRow(SQLModel, table=True):
    """A body that meets; NULL ``quorum`` = no rule registered."""

    __tablename__ = "body"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    quorum: int | None
    source: str
    person: str
    recorded_at: str


class BodyMemberRow(SQLModel, table=True):
    """A member of a body between two days."""

    __tablename__ = "body_member"
    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    name: str
    kind: str
    from_day: str
    to_day: str
    person: str
    recorded_at: str


class ResolutionRow(SQLModel, table=True):
    """What a meeting decided on one matter; ``present`` is joined by 、."""

    __tablename__ = "resolution"
    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    on: str
    matter: str
    subject: str
    question: str
    outcome: str
    text: str
    present: str
    person: str
    recorded_at: str


class TaskRow(SQLModel, table=True):
    """Something to be done by someone; '' ``due`` = no deadline, '' ``done_on`` = open."""

    __tablename__ = "task"
    id: int | None = Field(default=None, primary_key=True)
    text: str
    owner: str
    due: str
    origin: str
    resolution_id: int
    done_on: str
    result: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class AssessmentRow(SQLModel, table=True):
    """An assessment done: the scheme word for word, the figures it used, and each subject's total as exact text."""

    __tablename__ = "assessment"
    id: int | None = Field(default=None, primary_key=True)
    scheme: str
    scheme_text: str
    on: str
    figures: str
    totals: str
    source: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class LevelRow(SQLModel, table=True):
    """A decision on a subject's policy-area level, in force from a day; ``new_level`` '' = out of the policy areas."""

    __tablename__ = "area_level"
    id: int | None = Field(default=None, primary_key=True)
    subject: str
    decision: str
    new_level: str
    effective_from: str
    reason: str
    assessment_id: int
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class ExitNoticeRow(SQLModel, table=True):
    """A notice to a project or area on the exit list; '' ``outcome`` = open."""

    __tablename__ = "exit_notice"
    id: int | None = Field(default=None, primary_key=True)
    subject: str
    reason: str
    given_on: str
    mend_by: str
    outcome: str
    outcome_on: str
    paper: str
    person: str
    recorded_at: str
