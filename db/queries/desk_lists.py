"""Reads of the desk's own lists: who is watched and why, and what stands on an agenda by hand."""

from __future__ import annotations

from sqlalchemy import Connection, select

from db.desk_tables import AgendaEntryRow, WatchRow
from db.store import table_of
from zgc_desktop.domain.agenda import AgendaEntry
from zgc_desktop.domain.periods import Month

_W = table_of(WatchRow)
_A = table_of(AgendaEntryRow)


def watched(connection: Connection) -> dict[int, str]:
    """Why each company is watched, by company (merged ones as they were put there)."""
    query = select(_W.c.company_id, _W.c.note, _W.c.person).where(_W.c.ended_at == "").order_by(_W.c.id)
    return {r[0]: f"{r[1]}（{r[2]}）" if r[1] else r[2] for r in connection.execute(query)}


def entries(connection: Connection, month: Month) -> tuple[AgendaEntry, ...]:
    """What stands on a month's agenda by hand, in its order."""
    query = select(_A).where(_A.c.month == month.number, _A.c.undone_at == "").order_by(_A.c.rank, _A.c.id)
    return tuple(
        AgendaEntry(
            r.id, Month.from_number(r.month), r.about, r.kind, tuple(p for p in r.parties.split("、") if p), r.facts,
            r.proposal, r.rank, r.person,
        )
        for r in connection.execute(query)
    )  # fmt: skip
