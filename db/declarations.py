"""Writing what a park declared of a month: no change, why late, why again."""

from __future__ import annotations

import db.intake_tables as it
from db.store import UnitOfWork
from zgc_desktop.domain.expected import DeclarationKind
from zgc_desktop.domain.periods import Month


def add_declaration(
    unit: UnitOfWork,
    month: Month,
    park: str,
    kind: DeclarationKind,
    *,
    reason: str,
    source: str,
    at: str,
    who: str,
    submission_id: int | None = None,
) -> int:
    """Keep a declaration; returns its number. Earlier ones stay."""
    return unit.insert(
        it.DeclarationRow,
        {
            "month": month.number,
            "park": park,
            "kind": kind.value,
            "reason": reason,
            "source": source,
            "submission_id": submission_id,
            "declared_at": at,
            "declared_by": who,
        },
    )
