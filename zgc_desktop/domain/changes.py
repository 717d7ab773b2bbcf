"""What a write changed: returned by every service that writes, so that screens know what is stale."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """One journalled write: its sentence, and how many rows of which subject were added, changed, removed."""

    sentence: str
    journal_seq: int = 0
    months: frozenset[str] = frozenset()
    subjects: frozenset[str] = field(default_factory=frozenset)
    """Subjects touched: submissions, issues, companies, leads, cases, settlement, tiers, clusters, reports, rules."""
    added: int = 0
    changed: int = 0
    removed: int = 0
