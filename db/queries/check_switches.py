"""Reads of the decisions about checks."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, select

import db.intake_tables as it
from db.store import table_of
from zgc_desktop.domain.check_settings import Switch

_K = table_of(it.CheckSwitchRow)


def switches(connection: Connection) -> tuple[Switch, ...]:
    """Every decision about a check, in the order they were made."""
    rows = connection.execute(select(_K).order_by(_K.c.id))
    return tuple(
        Switch(
            r.code,
            bool(r.active),
            date.fromisoformat(r.from_day),
            r.reason,
            r.decided_by,
            json.loads(r.parameters),
            r.decided_at,
        )
        for r in rows
    )
