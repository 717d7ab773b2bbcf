"""Tables of the tier review: what a park thinks of a proposal and what the city decided. Both only grow."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class TierOpinionRow(SQLModel, table=True):
    """A park's opinion on a month's proposal; the newest one is its opinion."""

    __tablename__ = "tier_opinion"
    __table_args__ = (Index("tier_opinion_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    company_id: int = Field(foreign_key="company.id")
    tier: str
    park: str
    opinion: str
    reason: str
    person: str
    day: str
    recorded_at: str


class TierDecisionRow(SQLModel, table=True):
    """A city decision on a month's proposal with the evidence as it then stood; ``reverses`` names a decision taken back."""

    __tablename__ = "tier_decision"
    __table_args__ = (Index("tier_decision_month", "month"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    company_id: int = Field(foreign_key="company.id")
    tier: str
    kind: str
    decision: str
    reason: str
    person: str
    day: str
    from_month: int
    to_day: str
    evidence: str
    reverses: int
    recorded_at: str
