"""Registers (登记簿): entries of the declared kinds, added, listed and taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db import entries as writes
from db.queries import coordination as reads
from db.store import UnitOfWork
from zgc_desktop.domain.areas import Area, to_area
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.registers import (
    CLUSTER,
    PARK,
    WHOLE,
    Entry,
    RegisterKind,
    check_entry,
    in_force,
    kind_named,
    read_kinds,
    read_values,
)
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import read_toml

_SUBJECTS = ("registers",)


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register with the entries in force on a day."""

    kind: RegisterKind
    entries: tuple[Entry, ...]


def kinds(ctx: AppContext) -> tuple[RegisterKind, ...]:
    """The declared registers: the office's own file in place of the shipped one."""
    own = ctx.paths.rules / "registers" / "kinds.toml"
    path = own if own.exists() else ctx.resources / "registers" / "kinds.toml"
    return read_kinds(read_toml(path), path.name)


def registers(ctx: AppContext, day: date | None = None) -> tuple[RegisterView, ...]:
    """Every register with what it holds on a day (today unless said)."""
    with ctx.store.read() as connection:
        found = reads.entries(connection)
    on = day or ctx.today()
    views = (RegisterView(k, in_force([e for e in found if e.kind == k.key], on)) for k in kinds(ctx))
    return tuple(v for v in views if v.entries or not v.kind.instead)


def cluster_areas(ctx: AppContext, day: date) -> dict[str, Area]:
    """The area of every cluster that has one registered on a day, the newest entry of each."""
    with ctx.store.read() as connection:
        found = in_force(reads.entries(connection, "cluster_areas"), day)
    return {e.subject: to_area(e.value("area"), "平方公里") for e in found}


@one_command("register")
def register(
    ctx: AppContext,
    name: str,
    subject: str,
    values: Mapping[str, str],
    *,
    source: str,
    from_day: date,
    to_day: date | None = None,
) -> ChangeSummary:
    """Add one entry to a register; Refused for a field, subject or source that will not do."""
    kind = kind_named(kinds(ctx), name)
    if kind.instead:
        raise Refused(f"{kind.title}不再在登记簿登记", where=subject, advice=kind.instead)
    entry = Entry(kind.key, _subject(ctx, kind, subject), from_day, to_day, read_values(kind, values), source)
    check_entry(kind, entry)
    with ctx.store.write("register", ctx.who, ctx.now()) as unit:
        writes.add(unit, "register", _row(entry), person=ctx.who, at=ctx.now())
        said = "、".join(value for _, value in entry.values)
        unit.say(f"登记{kind.title} {entry.subject}：{said}"[:200], subjects=_SUBJECTS)
    return _summary(unit)


def entry_of(ctx: AppContext, number: int) -> tuple[Entry, dict[str, str]]:
    """An entry that stands, and the title of each field of its register; Refused for a number that is none."""
    with ctx.store.read() as connection:
        found = next((e for e in reads.entries(connection) if e.id == number), None)
    if found is None:
        raise Refused(f"没有生效的登记 {number}", advice="编号见 zgc register list")
    return found, {f.key: f.title for f in kind_named(kinds(ctx), found.kind).fields}


@one_command("register")
def correct(
    ctx: AppContext,
    number: int,
    subject: str,
    values: Mapping[str, str],
    *,
    source: str,
    from_day: date,
    to_day: date | None = None,
) -> ChangeSummary:
    """Put a corrected entry in an entry's place, in one step: the old one is kept, taken back. Refused as ``register`` is."""
    with ctx.store.read() as connection:
        old = next((e for e in reads.entries(connection) if e.id == number), None)
    if old is None:
        raise Refused(f"没有生效的登记 {number}", advice="编号见 zgc register list")
    kind = kind_named(kinds(ctx), old.kind)
    entry = Entry(kind.key, _subject(ctx, kind, subject), from_day, to_day, read_values(kind, values), source)
    check_entry(kind, entry)
    with ctx.store.write("register", ctx.who, ctx.now()) as unit:
        if not writes.take_back(unit, "register", number, person=ctx.who, at=ctx.now(), reason="更正"):
            raise Refused(f"没有生效的登记 {number}", advice="编号见 zgc register list")
        writes.add(unit, "register", _row(entry), person=ctx.who, at=ctx.now())
        said = "、".join(value for _, value in entry.values)
        unit.say(f"更正{kind.title} {entry.subject}：{said}"[:200], reason=source, subjects=_SUBJECTS)
    return _summary(unit)


def _row(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind, "subject": entry.subject, "from_day": entry.from_day.isoformat(),
        "to_day": entry.to_day.isoformat() if entry.to_day else "", "source": entry.source,
        "fields": json.dumps(dict(entry.values), ensure_ascii=False),
    }  # fmt: skip


@one_command("register-undo")
def take_back(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take one entry back with a reason; the record stays."""
    if not reason.strip():
        raise Refused("撤回登记须写明理由")
    with ctx.store.write("register-undo", ctx.who, ctx.now()) as unit:
        if not writes.take_back(unit, "register", number, person=ctx.who, at=ctx.now(), reason=reason):
            raise Refused(f"没有生效的登记 {number}", advice="编号见 zgc register list")
        unit.say(f"撤回登记 {number}", reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


def _subject(ctx: AppContext, kind: RegisterKind, subject: str) -> str:
    """The subject by its proper name where the catalogue knows such subjects."""
    if kind.subject == CLUSTER:
        found = ctx.catalogue.cluster_named(subject)
        if found is None:
            raise Refused(f"没有叫“{subject}”的组团", where=kind.title, advice="可用的名称见 zgc catalogue")
        return found.name
    if kind.subject == PARK and subject not in (*ctx.catalogue.parks, WHOLE):
        raise Refused(f"没有叫“{subject}”的分园", where=kind.title, advice=f"全区合计的数填“{WHOLE}”")
    return subject.strip()


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
