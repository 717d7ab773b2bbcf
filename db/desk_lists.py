"""Writing the desk's own lists: who is watched, and what stands on an agenda by hand and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from db.desk_tables import AgendaEntryRow, WatchRow
from db.store import UnitOfWork


def add_watch(unit: UnitOfWork, company_id: int, note: str, *, person: str, at: str) -> int:
    """Put a company on the watch list; returns the row's id."""
    values = {"company_id": company_id, "note": note, "person": person, "recorded_at": at, "ended_at": "", "ended_by": ""}
    return unit.insert(WatchRow, values)


def end_watch(unit: UnitOfWork, company_id: int, *, person: str, at: str) -> bool:
    """Take a company off the list, the row stays; returns whether it was on it."""
    return unit.update(WatchRow, {"company_id": company_id, "ended_at": ""}, {"ended_at": at, "ended_by": person}) > 0


def add_entry(unit: UnitOfWork, values: Mapping[str, object], *, person: str, at: str) -> int:
    """Put a question on an agenda; returns its id."""
    standing = {"undone_at": "", "undone_by": "", "undone_reason": ""}
    return unit.insert(AgendaEntryRow, {**values, "person": person, "recorded_at": at, **standing})


def take_entry_off(unit: UnitOfWork, number: int, *, person: str, at: str, reason: str) -> bool:
    """Take a question off, the row stays; returns whether it stood."""
    values = {"undone_at": at, "undone_by": person, "undone_reason": reason}
    return unit.update(AgendaEntryRow, {"id": number, "undone_at": ""}, values) == 1


def set_rank(unit: UnitOfWork, number: int, rank: int) -> None:
    """Give a question another place in the order."""
    unit.update(AgendaEntryRow, {"id": number}, {"rank": rank})
