"""Reads of the exchange: packages, records of case slips, keys, what was seen of self-checks."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select

import db.exchange_tables as x
import db.tables as t
from db.store import table_of
from zgc_desktop.domain.exchange.listing import PackageItem, PartyKey
from zgc_desktop.domain.exchange.manifest import read_manifest
from zgc_desktop.domain.exchange.slips import SlipRecord, from_plain
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.periods import Month

_P = table_of(x.ExchangePackageRow)
_R = table_of(x.ExchangeRecordRow)
_K = table_of(x.ExchangeKeyRow)
_X = table_of(x.ExchangeSecretRow)
_S = table_of(x.SelfCheckRow)
_V = table_of(t.SubmissionRow)


def packages(connection: Connection, *, kind: str = "", month: Month | None = None) -> tuple[PackageItem, ...]:
    """Packages sent and taken in, newest first; of one kind and month where asked."""
    query = select(_P).order_by(_P.c.at.desc(), _P.c.id)
    if kind:
        query = query.where(_P.c.kind == kind)
    if month is not None:
        query = query.where(_P.c.month == month.number)
    return tuple(
        PackageItem(
            r.id, r.direction, read_manifest(r.manifest.encode(), r.file_name), r.manifest, r.at, r.who, r.file_name, r.sha256,
            r.signed_by, r.outcome,
        )
        for r in connection.execute(query)
    )  # fmt: skip


def package(connection: Connection, package_id: str) -> PackageItem | None:
    """One package, or None."""
    return next((p for p in packages(connection) if p.id == package_id), None)


def records(connection: Connection) -> tuple[SlipRecord, ...]:
    """Every record of every case slip."""
    return tuple(from_plain(json.loads(text)) for (text,) in connection.execute(select(_R.c.plain).order_by(_R.c.id)))


def known_records(connection: Connection) -> frozenset[str]:
    """The ids of the records that are here."""
    return frozenset(connection.execute(select(_R.c.id)).scalars())


def keys(connection: Connection) -> tuple[PartyKey, ...]:
    """Every key, ended ones too, oldest first."""
    rows = connection.execute(select(_K).order_by(_K.c.id))
    return tuple(PartyKey(r.party, r.print, r.public, r.noted_at, r.noted_by, r.source, r.ended_at, bool(r.own)) for r in rows)


def private_key(connection: Connection) -> str:
    """The office's own private key in use as text; "" where none was made."""
    own = (_K.c.own == 1) & (_K.c.ended_at == "")
    query = select(_X.c.private).join(_K, _K.c.print == _X.c.print).where(own).order_by(_K.c.id.desc()).limit(1)
    return connection.execute(query).scalar() or ""


def self_checks(connection: Connection, submission_ids: Iterable[int]) -> dict[int, StampState]:
    """What was seen of the stamps of some versions; a version without one is left out."""
    rows = connection.execute(select(_S.c.submission_id, _S.c.state).where(_S.c.submission_id.in_(tuple(submission_ids))))
    return {number: StampState[state] for number, state in rows}


def self_checks_of_month(connection: Connection, month: Month) -> dict[int, StampState]:
    """``self_checks`` of every version of a month."""
    query = select(_S.c.submission_id, _S.c.state).join(_V, _V.c.id == _S.c.submission_id).where(_V.c.month == month.number)
    return {number: StampState[state] for number, state in connection.execute(query)}
