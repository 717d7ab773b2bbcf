"""Writing what the desk decides and issues: recognitions and reports."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

import db.tables as t
from db.store import UnitOfWork, table_of
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Recognition:
    """A tier formally recognised (认定): document, batch, validity; ``valid_to`` None = no end stated."""

    company_id: int
    tier: str
    document: str
    batch: str
    valid_from: date
    valid_to: date | None
    source: str


def add_recognition(unit: UnitOfWork, item: Recognition) -> bool:
    """Write a recognition unless it is already there; returns whether it was new."""
    table = table_of(t.RecognitionRow)
    same = (
        (table.c.company_id == item.company_id)
        & (table.c.tier == item.tier)
        & (table.c.document == item.document)
        & (table.c.batch == item.batch)
    )
    if unit.connection.execute(select(table.c.id).where(same)).first() is not None:
        return False
    unit.insert(
        t.RecognitionRow,
        {
            "company_id": item.company_id,
            "tier": item.tier,
            "document": item.document,
            "batch": item.batch,
            "valid_from": item.valid_from.isoformat(),
            "valid_to": item.valid_to.isoformat() if item.valid_to else "",
            "source": item.source,
        },
    )
    return True


def add_report(
    unit: UnitOfWork, month: Month, *, fingerprint: str, state: str, written_at: str, program_version: str, content: str
) -> int:
    """Keep the document behind a report that was written (compressed); returns its id."""
    return unit.insert_blob(
        t.ReportRow,
        {
            "month": month.number,
            "fingerprint": fingerprint,
            "state": state,
            "written_at": written_at,
            "program_version": program_version,
        },
        {"content": zlib.compress(content.encode(), 9)},
    )
