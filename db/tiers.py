"""Writing what parks and the city say about tier proposals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import db.tier_tables as t
from db.store import UnitOfWork
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be written; ``reverses`` is the one it takes back, 0 = none."""

    company_id: int
    month: Month
    tier: str
    kind: str
    decision: str
    reason: str
    person: str
    day: date
    from_month: Month
    to_day: date | None
    evidence: Sequence[str]
    reverses: int = 0


def add_opinion(
    unit: UnitOfWork, company_id: int, month: Month, tier: str, *, park: str, opinion: str, reason: str, person: str, day: date,
    at: str,
) -> int:  # fmt: skip
    """Write a park's opinion; returns its id."""
    return unit.insert(
        t.TierOpinionRow,
        {
            "month": month.number,
            "company_id": company_id,
            "tier": tier,
            "park": park,
            "opinion": opinion,
            "reason": reason,
            "person": person,
            "day": day.isoformat(),
            "recorded_at": at,
        },
    )


def add_decision(unit: UnitOfWork, new: NewDecision, at: str) -> int:
    """Write a decision of the city, or the reversal of one; returns its id."""
    return unit.insert(
        t.TierDecisionRow,
        {
            "month": new.month.number,
            "company_id": new.company_id,
            "tier": new.tier,
            "kind": new.kind,
            "decision": new.decision,
            "reason": new.reason,
            "person": new.person,
            "day": new.day.isoformat(),
            "from_month": new.from_month.number,
            "to_day": new.to_day.isoformat() if new.to_day else "",
            "evidence": json.dumps(list(new.evidence), ensure_ascii=False),
            "reverses": new.reverses,
            "recorded_at": at,
        },
    )
