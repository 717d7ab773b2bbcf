"""Reads of the journal, recognitions and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

import db.tables as t
from db.records import Recognition
from db.store import table_of
from zgc_desktop.domain.periods import Month

_J = table_of(t.JournalRow)
_G = table_of(t.RecognitionRow)
_P = table_of(t.ReportRow)


@dataclass(frozen=True, slots=True)
class JournalItem:
    """One line of the history: when, who, the sentence."""

    seq: int
    at: datetime
    who: str
    command: str
    sentence: str
    reason: str


def journal(connection: Connection, limit: int = 50) -> tuple[JournalItem, ...]:
    """The newest journal entries."""
    rows = connection.execute(select(_J).order_by(_J.c.seq.desc()).limit(limit))
    return tuple(JournalItem(r.seq, datetime.fromisoformat(r.at), r.who, r.command, r.sentence, r.reason) for r in rows)


def last_seq(connection: Connection) -> int:
    """The number of the newest journal entry; 0 for a new workspace."""
    return connection.execute(select(func.max(_J.c.seq))).scalar() or 0


def recognitions(connection: Connection) -> tuple[Recognition, ...]:
    """Every recognition, by company and first day."""
    rows = connection.execute(select(_G).order_by(_G.c.company_id, _G.c.valid_from))
    return tuple(
        Recognition(
            r.company_id,
            r.tier,
            r.document,
            r.batch,
            date.fromisoformat(r.valid_from),
            date.fromisoformat(r.valid_to) if r.valid_to else None,
            r.source,
        )
        for r in rows
    )


def last_fingerprint(connection: Connection, month: Month) -> str:
    """The fingerprint of the newest report of a month; "" where none was written."""
    query = select(_P.c.fingerprint).where(_P.c.month == month.number).order_by(_P.c.id.desc()).limit(1)
    return str(connection.execute(query).scalar() or "")
