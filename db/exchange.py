"""Writing the exchange: packages, records of case slips, keys, what was seen of a self-check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

import db.exchange_tables as x
import db.intake_tables as it
from db.queries.check_switches import switches as known_switches
from db.store import UnitOfWork
from zgc_desktop.domain.check_settings import Switch
from zgc_desktop.domain.exchange.listing import PackageItem, PartyKey
from zgc_desktop.domain.exchange.slips import SlipRecord, as_plain
from zgc_desktop.domain.exchange.stamp import Stamp, StampState

_SWITCH = ("code", "active", "parameters", "from_day", "reason", "decided_at", "decided_by")


def add_package(unit: UnitOfWork, item: PackageItem) -> None:
    """Keep that a package was sent or taken in."""
    m = item.manifest
    unit.insert(
        x.ExchangePackageRow,
        {
            "id": item.id, "direction": item.direction, "kind": m.kind.value, "sender": m.sender, "receiver": m.receiver,
            "month": m.month.number if m.month else 0, "number": m.number, "created_at": m.created_at, "at": item.at,
            "who": item.who, "file_name": item.file_name, "sha256": item.sha256, "manifest": item.text,
            "signed_by": item.signed_by, "outcome": item.outcome,
        },
    )  # fmt: skip


def add_records(unit: UnitOfWork, records: Iterable[SlipRecord], package: str = "") -> int:
    """Keep records of case slips that are new here; returns how many. ``package``: the one they came in."""
    rows = [
        (r.id, str(r.slip), json.dumps(as_plain(r), ensure_ascii=False, sort_keys=True), package)
        for r in {r.id: r for r in records}.values()
    ]
    return unit.insert_many(x.ExchangeRecordRow, ("id", "slip", "plain", "package"), rows, package or "本单位") if rows else 0


def add_key(unit: UnitOfWork, key: PartyKey, private: str = "") -> None:
    """Keep a party's public key (with the private half where it is our own); the one before it ends."""
    end_keys(unit, key.party, key.noted_at)
    values = {k: v for k, v in asdict(key).items() if k != "is_own"}
    unit.insert(x.ExchangeKeyRow, values | {"own": int(key.is_own)})
    if private:
        unit.insert(x.ExchangeSecretRow, {"print": key.print, "private": private})


def end_keys(unit: UnitOfWork, party: str, at: str) -> int:
    """End whatever key of a party is in use; returns how many."""
    return unit.update(x.ExchangeKeyRow, {"party": party, "ended_at": ""}, {"ended_at": at})


def note_self_check(unit: UnitOfWork, submission_id: int, stamp: Stamp, state: StampState) -> None:
    """Keep what was seen of a version's stamp, in the transaction that registers it."""
    unit.insert(x.SelfCheckRow, {"submission_id": submission_id, "state": state.name, **asdict(stamp)})


def take_over_switches(unit: UnitOfWork, told: Iterable[Switch]) -> int:
    """Make the decisions about checks those of the city; returns how many there are. Earlier ones stay in the journal."""
    wanted = tuple(told)
    if wanted == known_switches(unit.connection):
        return len(wanted)
    for code in {s.code for s in known_switches(unit.connection)}:
        unit.delete(it.CheckSwitchRow, {"code": code})
    for s in wanted:
        numbers = json.dumps(dict(s.numbers), sort_keys=True)
        values = (s.code, int(s.active), numbers, s.from_day.isoformat(), s.reason, s.decided_at, s.who)
        unit.insert(it.CheckSwitchRow, dict(zip(_SWITCH, values, strict=True)))
    return len(wanted)
