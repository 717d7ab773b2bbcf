"""Writing assignment rules, choices by hand, wishes, room, pins and placement leads; taking any of them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlmodel import SQLModel

import db.cluster_tables as t
from db.store import UnitOfWork
from zgc_desktop.domain.periods import Month

KINDS: Mapping[str, type[SQLModel]] = {
    "rule": t.ClusterRuleRow,
    "choice": t.ClusterChoiceRow,
    "wish": t.WishRow,
    "pin": t.MatchPinRow,
    "lead": t.PlacementLeadRow,
}
"""What can be taken back, by the word the services use."""


def add(unit: UnitOfWork, kind: str, values: Mapping[str, object], *, person: str, at: str) -> int:
    """Write one rule, choice, wish, pin or lead that holds from now on; returns its id."""
    standing = {"undone_at": "", "undone_by": "", "undone_reason": ""}
    return unit.insert(KINDS[kind], {**values, "person": person, "recorded_at": at, **standing})


def undo(unit: UnitOfWork, kind: str, number: int, *, person: str, at: str, reason: str) -> bool:
    """Take one back; the row stays. Returns whether it was there and stood."""
    values = {"undone_at": at, "undone_by": person, "undone_reason": reason}
    return unit.update(KINDS[kind], {"id": number, "undone_at": ""}, values) == 1


def add_room(unit: UnitOfWork, values: Mapping[str, object], *, person: str, at: str) -> int:
    """Write how much room a cluster has as at a month; returns its id."""
    return unit.insert(t.RoomRow, {**values, "person": person, "recorded_at": at})


def replace_secondary(unit: UnitOfWork, month: Month, rows: Iterable[tuple[int, str]]) -> int:
    """Put the month's secondary clusters (company, cluster) in place of the old ones; returns how many."""
    lines = [(month.number, company, cluster) for company, cluster in rows]
    return unit.replace(t.StandingSecondaryRow, {"month": month.number}, ("month", "company_id", "cluster"), lines)
