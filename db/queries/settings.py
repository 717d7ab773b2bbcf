"""Reads of the workspace's settings."""

from __future__ import annotations

from sqlalchemy import Connection, select

import db.tables as t
from db.store import table_of

_T = table_of(t.SettingRow)


def setting(connection: Connection, key: str, default: str = "") -> str:
    """A setting's value, or ``default`` where nobody has set it."""
    return connection.execute(select(_T.c.value).where(_T.c.key == key)).scalar() or default
