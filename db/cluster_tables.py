"""Tables of cluster assignment and placement: rules, choices by hand, wishes, room, pins, leads.

What was decided is never deleted: taking it back fills the three ``undone`` columns, which are empty while it holds.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer
from sqlmodel import Field, SQLModel


class ClusterRuleRow(SQLModel, table=True):
    """One assignment rule of the office; ``park`` '' = any, ``to_month`` 0 = open."""

    __tablename__ = "cluster_rule"
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    words: str
    park: str
    cluster: str
    from_month: int
    to_month: int
    note: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class ClusterChoiceRow(SQLModel, table=True):
    """A company put into a cluster by hand ('' = in the park, in no cluster), others as secondary; ``to_month`` 0 = open."""

    __tablename__ = "cluster_choice"
    __table_args__ = (Index("cluster_choice_company", "company_id"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    cluster: str
    secondary: str
    from_month: int
    to_month: int
    reason: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class StandingSecondaryRow(SQLModel, table=True):
    """A cluster a company has to do with beside its main one, in one month; rebuilt with the month's standings."""

    __tablename__ = "standing_secondary"
    __table_args__ = {"sqlite_with_rowid": False}
    month: int = Field(sa_column=Column(Integer, primary_key=True))
    company_id: int = Field(sa_column=Column(Integer, ForeignKey("company.id"), primary_key=True))
    cluster: str = Field(primary_key=True)


class WishRow(SQLModel, table=True):
    """A company's wish to move, with the paper that says so; ``need_m2`` NULL = not stated, lists joined by 、."""

    __tablename__ = "wish"
    __table_args__ = (Index("wish_company", "company_id"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    written_on: str
    paper: str
    need_m2: int | None
    modes: str
    carriers: str
    parks: str
    stay: int
    note: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class RoomRow(SQLModel, table=True):
    """How much room a cluster has as at a month; the newest record up to the month counts."""

    __tablename__ = "cluster_room"
    __table_args__ = (Index("cluster_room_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    cluster: str
    month: int
    free_m2: int
    admission: str
    source: str
    person: str
    recorded_at: str


class MatchPinRow(SQLModel, table=True):
    """A company pinned to a cluster ('' = staying) or kept from it, with the reason."""

    __tablename__ = "match_pin"
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    cluster: str
    kind: str
    reason: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""


class PlacementLeadRow(SQLModel, table=True):
    """A placement proposal handed on as a lead (线索): a hint for people, bound to no case."""

    __tablename__ = "placement_lead"
    __table_args__ = (Index("placement_lead_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    company_id: int = Field(foreign_key="company.id")
    from_park: str
    from_cluster: str
    to_park: str
    to_cluster: str
    score: int
    why: str
    person: str
    recorded_at: str
    undone_at: str = ""
    undone_by: str = ""
    undone_reason: str = ""
