"""Writing decisions about checks: switched on or off, tuned, from which day and why."""

from __future__ import annotations

import json

import db.intake_tables as it
from db.store import UnitOfWork
from zgc_desktop.domain.check_settings import Switch


def add_switch(unit: UnitOfWork, switch: Switch, *, at: str) -> int:
    """Keep one decision; earlier ones stay, as what was in force before. Returns its number."""
    return unit.insert(
        it.CheckSwitchRow,
        {
            "code": switch.code,
            "active": int(switch.active),
            "parameters": json.dumps(dict(switch.numbers), sort_keys=True),
            "from_day": switch.from_day.isoformat(),
            "reason": switch.reason,
            "decided_at": at,
            "decided_by": switch.who,
        },
    )
