"""Writing decisions of who is whom: kept with what they rest on; a merge is a mark on a company, and can be taken back."""

from __future__ import annotations

import db.intake_tables as it
from db.store import UnitOfWork
from zgc_desktop.domain.identity import IdentityDecision, Resemblance


def add_decision(
    unit: UnitOfWork, resemblance: Resemblance, decision: IdentityDecision, *, reason: str, at: str, who: str
) -> int:
    """Keep a decision; returns its number."""
    return unit.insert(
        it.IdentityDecisionRow,
        {
            "pair": resemblance.pair,
            "decision": decision.value,
            "basis": resemblance.basis,
            "evidence": "；".join(e.text for e in resemblance.evidence),
            "reason": reason,
            "decided_at": at,
            "decided_by": who,
            "undone_at": "",
            "undone_by": "",
        },
    )


def add_merge(unit: UnitOfWork, company_id: int, into_id: int, decision_id: int, *, at: str, who: str) -> None:
    """Mark a company as counted as another. Nothing of either is deleted."""
    values = {"company_id": company_id, "into_id": into_id, "decision_id": decision_id, "merged_at": at, "merged_by": who}
    unit.insert(it.CompanyMergeRow, {**values, "undone_at": "", "undone_by": ""})


def undo_decision(unit: UnitOfWork, decision_id: int, *, at: str, who: str) -> None:
    """Take a decision back, and the merge that rests on it."""
    undone = {"undone_at": at, "undone_by": who}
    unit.update(it.IdentityDecisionRow, {"id": decision_id, "undone_at": ""}, undone)
    unit.update(it.CompanyMergeRow, {"decision_id": decision_id, "undone_at": ""}, undone)
