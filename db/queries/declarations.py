"""Reads of what parks declared."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

import db.intake_tables as it
from db.store import table_of
from zgc_desktop.domain.expected import Declaration, DeclarationKind
from zgc_desktop.domain.periods import Month

_D = table_of(it.DeclarationRow)


def of_month(connection: Connection, month: Month) -> tuple[Declaration, ...]:
    """Every declaration of a month, oldest first."""
    rows = connection.execute(select(_D).where(_D.c.month == month.number).order_by(_D.c.id))
    return tuple(
        Declaration(
            month,
            r.park,
            DeclarationKind(r.kind),
            r.reason,
            r.source,
            r.declared_by,
            datetime.fromisoformat(r.declared_at).date(),
        )
        for r in rows
    )
