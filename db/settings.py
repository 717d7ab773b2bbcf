"""Writing settings of the workspace: one value a key."""

from __future__ import annotations

import db.tables as t
from db.store import UnitOfWork


def put_setting(unit: UnitOfWork, key: str, value: str) -> None:
    """Set a key to a value, whatever it was before."""
    if not unit.update(t.SettingRow, {"key": key}, {"value": value}):
        unit.insert(t.SettingRow, {"key": key, "value": value})
